//! Stanzas as dances.
//!
//! The specification is a joke. There are types for its elements, so that they can be recognised.
//!
//! ```
//! use xmpp_entity::dance::{Dancer, Movement, Performance};
//! use xmpp_jid::Jid;
//!
//! let dancer = Dancer::new(Jid::new("hare@tea.example")?).with_moves([Movement::Leap, Movement::Nod]);
//! let performance = Performance::new([dancer]).with_tempo("allegro");
//! assert!(xmpp_xml::to_string(&performance)?.contains("<move>leap</move><move>nod</move>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [XEP-0512, XMPP as Interpretive Dance](https://xmpp.org/extensions/xep-0512.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, OtherToken, Xml};

/// The namespace.
pub const NS: &str = "urn:xmpp:dance:0";

/// A performance.
///
/// [XEP-0512 §11](https://xmpp.org/extensions/xep-0512.html#schemas)
#[doc(alias("XEP-0512", "XEP0512", "0512"))]
#[doc(alias("urn:xmpp:dance:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "performance", derive(Debug, PartialEq, Eq))]
#[xml(new = "A performance of these dancers.", parameters = [dancers], with)]
#[non_exhaustive]
pub struct Performance {
    /// The tempo. `None` means `moderato`.
    #[xml(attribute)]
    pub tempo: Option<String>,
    /// The time signature. `None` means `4/4`.
    #[xml(attribute = "time-signature")]
    pub time_signature: Option<String>,
    /// The dancers.
    #[xml(child)]
    pub dancers: Vec<Dancer>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A dancer, who is an entity.
///
/// [XEP-0512 §3](https://xmpp.org/extensions/xep-0512.html#architecture)
#[doc(alias("XEP-0512", "XEP0512", "0512"))]
#[doc(alias("urn:xmpp:dance:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "dancer", derive(Debug, PartialEq, Eq))]
#[xml(new = "The entity of this JID, so far without moving.", with)]
#[non_exhaustive]
pub struct Dancer {
    /// The JID.
    #[xml(attribute)]
    pub jid: Jid,
    /// The role. `None` means `client`.
    #[xml(attribute)]
    pub role: Option<String>,
    /// The attitude. `None` means `expressive`.
    #[xml(attribute)]
    pub attitude: Option<String>,
    /// The moves, in their order.
    #[xml(child_text = "move")]
    pub moves: Vec<Movement>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A move of a [`Dancer`].
///
/// [XEP-0512 §11](https://xmpp.org/extensions/xep-0512.html#schemas)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Movement {
    /// `pirouette`
    Pirouette,
    /// `leap`
    Leap,
    /// `gesture`
    Gesture,
    /// `collapse`
    Collapse,
    /// `nod`
    Nod,
    /// `twirl`
    Twirl,
    /// `dramatic-pause`
    DramaticPause,
    /// Any other.
    #[xml(other)]
    Other(OtherToken),
}

/// An error: dancers are out of step.
///
/// [XEP-0512 §11](https://xmpp.org/extensions/xep-0512.html#schemas)
#[doc(alias("XEP-0512", "XEP0512", "0512"))]
#[doc(alias("urn:xmpp:dance:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "misstep", derive(Debug, PartialEq, Eq))]
#[xml(new = "A minor misstep.", with)]
#[non_exhaustive]
pub struct Misstep {
    /// The type. `None` means `minor`.
    #[xml(attribute = "type")]
    pub kind: Option<String>,
    /// The severity. `None` means 1.
    #[xml(attribute)]
    pub severity: Option<i64>,
    /// The description. `None` if not specified.
    #[xml(attribute)]
    pub description: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
