use minidom::Element;
use tokio_xmpp::parsers::data_forms::{DataForm, DataFormType, FieldType};
use tokio_xmpp::parsers::iq::Iq;

use crate::compared::Result;

const OWNER: &str = "http://jabber.org/protocol/muc#owner";

/// Puts a value into a field that is offered.
fn set(form: &mut DataForm, var: &str, value: &str) {
    let mut fields = form.fields.iter_mut();
    if let Some(field) = fields.find(|field| field.var.as_deref() == Some(var)) {
        field.values = vec![value.to_owned()];
    }
}

/// The owner's submission of the configuration that a room offers, with a new name and no limit of users.
pub(crate) fn configured(offer: &str, name: &str) -> Result<String> {
    let offer: Iq = xso::from_bytes(offer.as_bytes())?;
    let (room, query) = match offer {
        Iq::Result { from, payload, .. } => (from, payload.ok_or("no configuration")?),
        Iq::Error { error, .. } => return Err(format!("{error:?}").into()),
        _ => return Err("no answer".into()),
    };
    if !query.is("query", OWNER) {
        return Err("no configuration".into());
    }
    let form = query.get_child("x", "jabber:x:data");
    let form = form.ok_or("nothing can be configured")?;
    let mut form = DataForm::try_from(form.clone())?;
    if form.form_type() != Some("http://jabber.org/protocol/muc#roomconfig") {
        return Err("another form".into());
    }
    set(&mut form, "muc#roomconfig_roomname", name);
    set(&mut form, "muc#roomconfig_maxusers", "none");
    form.type_ = DataFormType::Submit;
    form.title = None;
    form.instructions = None;
    form.fields
        .retain(|field| field.type_ != FieldType::Fixed && !field.values.is_empty());
    for field in &mut form.fields {
        field.label = None;
        field.desc = None;
        field.options.clear();
        field.required = false;
    }
    let query = Element::builder("query", OWNER).append(form).build();
    let iq = Iq::Set {
        from: None,
        to: room,
        id: "c2".to_owned(),
        payload: query,
    };
    Ok(String::from_utf8(xso::to_vec(&iq)?)?)
}
