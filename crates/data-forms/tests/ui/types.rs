use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;

#[derive(FormType)]
#[form(form_type = "urn:x")]
struct NeitherOptionNorVec {
    #[form(var = "a", kind = "boolean")]
    a: bool,
    #[form(source)]
    form: Form,
}

fn main() {}
