use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

#[derive(FormType)]
struct Nameless {
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = 4)]
struct Number {
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x", colour = "red")]
struct UnknownKey {
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct Tuple(Form);

#[derive(FormType)]
#[form(form_type = "urn:x")]
enum Choice {
    One(Form),
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct Generic<T> {
    #[form(var = "a", kind = "boolean")]
    a: Option<T>,
    #[form(source)]
    form: Form,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct NoSource {
    #[form(var = "a", kind = "boolean")]
    a: Option<bool>,
}

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct TwoSources {
    #[form(source)]
    form: Form,
    #[form(source)]
    other: Form,
}

fn main() {}
