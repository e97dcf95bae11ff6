use xmpp_stanzas::json::typed;
use xmpp_stanzas::{Message, xml};

use crate::compared::Result;

/// A message, with everything in it, as JSON.
pub(crate) fn exported(message: &str) -> Result<serde_json::Value> {
    let message: Message = xml::from_str(message)?;
    Ok(serde_json::to_value(typed(&message))?)
}
