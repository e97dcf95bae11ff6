use xmpp_stanzas::data_forms::FormType as _;
use xmpp_stanzas::muc::forms::{MaxUsers, RoomConfig};
use xmpp_stanzas::muc::owner::Query;
use xmpp_stanzas::{Iq, xml};

use crate::compared::Result;

/// The owner's submission of the configuration that a room offers, with a new name and no limit of users.
pub(crate) fn configured(offer: &str, name: &str) -> Result<String> {
    let offer: Iq = xml::from_str(offer)?;
    let form = offer.answer::<Query>()?.and_then(|query| query.form);
    let mut config: RoomConfig = form.ok_or("nothing can be configured")?.parse()?;
    config.name = Some(name.to_owned());
    config.max_users = Some(MaxUsers::Unlimited);
    let mut iq = Iq::set("c2", &Query::new().with_form(config.submit()))?;
    iq.to = offer.from;
    Ok(xml::to_string(&iq)?)
}
