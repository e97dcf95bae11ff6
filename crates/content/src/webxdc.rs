//! State updates of WebXDC widgets, which are small applications in a chat.
//!
//! [XEP-0491, WebXDC](https://xmpp.org/extensions/xep-0491.html)

use alloc::string::String;

use xmpp_vocabulary::json::Json;
use xmpp_xml::{Extra, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:webxdc:0";

/// A state update of a widget, which the thread of the message identifies.
///
/// [XEP-0491 §4](https://xmpp.org/extensions/xep-0491.html#state)
#[doc(alias("XEP-0491", "XEP0491", "0491"))]
#[doc(alias("urn:xmpp:webxdc:0", "x"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "x", derive(Debug, PartialEq, Eq))]
#[xml(new = "An update with only the text in the body of the message.", with)]
#[non_exhaustive]
pub struct Update {
    /// The document title to show with the widget. `None` if unchanged.
    #[xml(child_text = "document")]
    pub document: Option<String>,
    /// The summary to show with the widget. `None` if unchanged.
    #[xml(child_text = "summary")]
    pub summary: Option<String>,
    /// The payload for the widget. `None` if there is none.
    #[xml(child)]
    pub json: Option<Json>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
