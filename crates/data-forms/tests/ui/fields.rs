use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct NoAttribute {
    a: Option<bool>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct NoKind {
    #[form(var = "a")]
    a: Option<bool>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct UnknownKind {
    #[form(var = "a", kind = "number")]
    a: Option<u8>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct Twice {
    #[form(var = "a", kind = "boolean")]
    a: Option<bool>,
    #[form(var = "a", kind = "boolean")]
    b: Option<bool>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct FormTypeField {
    #[form(var = "FORM_TYPE", kind = "hidden")]
    a: Option<String>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct SourceWithName {
    #[form(source, var = "a", kind = "boolean")]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct OptionsOfWhat {
    #[form(var = "a", kind = "list-single", options = "b")]
    a: Option<String>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct UnknownKey {
    #[form(name = "a")]
    a: Option<String>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct StrictSource {
    #[form(source, strict)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct EmptyWhereNoneIsListed {
    #[form(var = "a", kind = "jid-multi", empty)]
    a: Vec<String>,
    #[form(source)]
    form: Form,
}

fn main() {}
