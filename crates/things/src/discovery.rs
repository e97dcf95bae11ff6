//! The registry in which things are found and claimed by their owners.
//!
//! ```
//! use xmpp_things::discovery::{Mine, Tag};
//!
//! let claim = Mine::new(Tag::read_code("IoTDisco;SN:394;MAN:www.ktc.se;#V:1.2;KEY:48\\;57").expect("a code"));
//! assert_eq!(
//!     xmpp_xml::to_string(&claim)?,
//!     "<mine xmlns='urn:xmpp:iot:discovery'><str name='SN' value='394'/><str name='MAN' value='www.ktc.se'/>\
//!      <num name='V' value='1.2'/><str name='KEY' value='48;57'/></mine>"
//! );
//! # Ok::<(), xmpp_xml::Error>(())
//! ```
//!
//! [XEP-0347, Internet of Things - Discovery](https://xmpp.org/extensions/xep-0347.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

/// The namespace, which is also the feature of registries.
pub const NS: &str = "urn:xmpp:iot:discovery";

/// How the text of a QR code begins that has the tags of a thing.
const CODE: &str = "IoTDisco";

/// In an iq of type `set` from a thing: it is there, and can be claimed by who knows all of this. The result is empty, or
/// a [`Claimed`] where it has been claimed before.
///
/// [XEP-0347 §3.6](https://xmpp.org/extensions/xep-0347.html#register)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "register")]
#[xml(new = "A thing with these tags.", parameters = [tags], with)]
#[non_exhaustive]
pub struct Register {
    /// Whether it has no owner but itself, and can be found by everybody at once.
    #[xml(attribute = "selfOwned", default)]
    pub self_owned: bool,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// What is known about the thing.
    #[xml(child, strict)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from an owner: the thing that has just these tags is theirs. The result is a [`Claimed`].
///
/// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "mine")]
#[xml(new = "Claims the thing with these tags.", parameters = [tags], with)]
#[non_exhaustive]
pub struct Mine {
    /// Whether it can be found by everybody. `None` means that it can.
    #[xml(attribute, strict)]
    pub public: Option<bool>,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// What is known about the thing.
    #[xml(child, strict)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In the result of a [`Mine`]: the thing has been claimed. In an iq of type `set` to the thing, and in the result of its
/// [`Register`]: by whom.
///
/// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "claimed")]
#[xml(new = "This thing, or by this owner.", parameters = [jid], with)]
#[non_exhaustive]
pub struct Claimed {
    /// The thing, or its owner.
    #[xml(attribute)]
    pub jid: Jid,
    /// Whether the thing can be found by everybody. `None` means that it can.
    #[xml(attribute, strict)]
    pub public: Option<bool>,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from the owner: the thing shall be found no more.
///
/// [XEP-0347 §3.10](https://xmpp.org/extensions/xep-0347.html#remove)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "remove")]
#[xml(new = "This thing.", parameters = [jid], with)]
#[non_exhaustive]
pub struct Remove {
    /// The thing.
    #[xml(attribute)]
    pub jid: Jid,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` to a thing: it can be found no more.
///
/// [XEP-0347 §3.10](https://xmpp.org/extensions/xep-0347.html#remove)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "removed")]
#[xml(new = "The thing itself.", with)]
#[non_exhaustive]
pub struct Removed {
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from a thing, or from its owner: something else is known about it now. A tag with an empty value
/// is removed; what is not named stays.
///
/// [XEP-0347 §3.13](https://xmpp.org/extensions/xep-0347.html#update)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "update")]
#[xml(new = "These tags.", parameters = [tags], with)]
#[non_exhaustive]
pub struct Update {
    /// The thing, where its owner says so. `None` means the sender.
    #[xml(attribute, strict)]
    pub jid: Option<Jid>,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// What is known about the thing.
    #[xml(child, strict)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from a thing: it is there no more.
///
/// [XEP-0347 §3.16](https://xmpp.org/extensions/xep-0347.html#unregister)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "unregister")]
#[xml(new = "The thing itself.", with)]
#[non_exhaustive]
pub struct Unregister {
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` from the owner: the thing is theirs no more.
///
/// [XEP-0347 §3.17](https://xmpp.org/extensions/xep-0347.html#disown)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "disown")]
#[xml(new = "This thing.", parameters = [jid], with)]
#[non_exhaustive]
pub struct Disown {
    /// The thing.
    #[xml(attribute)]
    pub jid: Jid,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `set` to a thing, and in the result of an [`Update`]: it has no owner any more.
///
/// [XEP-0347 §3.17](https://xmpp.org/extensions/xep-0347.html#disown)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "disowned")]
#[xml(new = "The thing itself.", with)]
#[non_exhaustive]
pub struct Disowned {
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// In an iq of type `get`, asks for the things that meet all conditions. The answer is a [`Found`]. A condition that
/// cannot be read costs the search, since with one fewer other things are found.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "search")]
#[xml(new = "Asks for all things.", with)]
#[non_exhaustive]
pub struct Search {
    /// How many to leave out. `None` means none.
    #[xml(attribute)]
    pub offset: Option<u64>,
    /// How many are wanted at most. `None` leaves that to the registry.
    #[xml(attribute = "maxCount")]
    pub max_count: Option<u64>,
    /// The conditions that compare a tag with a value.
    #[xml(child, strict)]
    pub comparisons: Vec<Comparison>,
    /// The conditions that compare a tag with two.
    #[xml(child, strict)]
    pub ranges: Vec<Range>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A condition: a tag is compared with a value. How is the name of the element.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery", "strEq", "strNEq", "strGt", "strGtEq"))]
#[doc(alias("strLt", "strLtEq", "strMask", "numEq", "numNEq", "numGt"))]
#[doc(alias("numGtEq", "numLt", "numLtEq"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The tag of this name, and a value.", parameters = [operator, name, value], with)]
#[non_exhaustive]
pub struct Comparison {
    /// How it is compared.
    #[xml(name)]
    pub operator: Operator,
    /// The name of the tag, in whatever case.
    #[xml(attribute)]
    pub name: String,
    /// The value; for [`Operator::StrMask`], a pattern.
    #[xml(attribute)]
    pub value: String,
    /// What stands for any text in the pattern. `None` for other operators.
    #[xml(attribute)]
    pub wildcard: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How a tag is compared with a value: as a text or as a number.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum Operator {
    /// `strEq`: the text is the same
    #[xml(token = "strEq")]
    StrEq,
    /// `strNEq`: the text is another
    #[xml(token = "strNEq")]
    StrNEq,
    /// `strGt`: the text is greater
    #[xml(token = "strGt")]
    StrGt,
    /// `strGtEq`: the text is the same or greater
    #[xml(token = "strGtEq")]
    StrGtEq,
    /// `strLt`: the text is less
    #[xml(token = "strLt")]
    StrLt,
    /// `strLtEq`: the text is the same or less
    #[xml(token = "strLtEq")]
    StrLtEq,
    /// `strMask`: the text is like a pattern
    #[xml(token = "strMask")]
    StrMask,
    /// `numEq`: the number is the same
    #[xml(token = "numEq")]
    NumEq,
    /// `numNEq`: the number is another
    #[xml(token = "numNEq")]
    NumNEq,
    /// `numGt`: the number is greater
    #[xml(token = "numGt")]
    NumGt,
    /// `numGtEq`: the number is the same or greater
    #[xml(token = "numGtEq")]
    NumGtEq,
    /// `numLt`: the number is less
    #[xml(token = "numLt")]
    NumLt,
    /// `numLtEq`: the number is the same or less
    #[xml(token = "numLtEq")]
    NumLtEq,
}

/// A condition: a tag is compared with two values. How is the name of the element.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery", "strRange", "strNRange", "numRange"))]
#[doc(alias("numNRange"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The tag of this name, from the one to the other.", parameters = [operator, name, min, max], with)]
#[non_exhaustive]
pub struct Range {
    /// How it is compared.
    #[xml(name)]
    pub operator: RangeOperator,
    /// The name of the tag, in whatever case.
    #[xml(attribute)]
    pub name: String,
    /// The least.
    #[xml(attribute)]
    pub min: String,
    /// Whether the least is among them. `None` means that it is.
    #[xml(attribute = "minIncluded", strict)]
    pub min_included: Option<bool>,
    /// The greatest.
    #[xml(attribute)]
    pub max: String,
    /// Whether the greatest is among them. `None` means that it is.
    #[xml(attribute = "maxIncluded", strict)]
    pub max_included: Option<bool>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// How a tag is compared with two values: as a text or as a number.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum RangeOperator {
    /// `strRange`: the text is between them
    #[xml(token = "strRange")]
    StrRange,
    /// `strNRange`: the text is not between them
    #[xml(token = "strNRange")]
    StrNRange,
    /// `numRange`: the number is between them
    #[xml(token = "numRange")]
    NumRange,
    /// `numNRange`: the number is not between them
    #[xml(token = "numNRange")]
    NumNRange,
}

/// The answer to a [`Search`]: the things.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, Default, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "found")]
#[xml(new = "These things.", parameters = [things], with)]
#[non_exhaustive]
pub struct Found {
    /// Whether there are more.
    #[xml(attribute, default)]
    pub more: bool,
    /// The things.
    #[xml(child)]
    pub things: Vec<Thing>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A thing that was found.
///
/// [XEP-0347 §3.15](https://xmpp.org/extensions/xep-0347.html#search)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS, name = "thing")]
#[xml(new = "The thing of this owner.", parameters = [owner, jid], with)]
#[non_exhaustive]
pub struct Thing {
    /// The owner.
    #[xml(attribute)]
    pub owner: Jid,
    /// The thing.
    #[xml(attribute)]
    pub jid: Jid,
    /// The identifier of the thing as a node of a concentrator. `None` where the thing has an address of its own.
    #[xml(attribute = "nodeId")]
    pub node_id: Option<String>,
    /// The source of data that has the node. `None` where the identifier is enough.
    #[xml(attribute = "sourceId")]
    pub source_id: Option<String>,
    /// What kind of node it is. `None` where the identifier is enough.
    #[xml(attribute = "cacheType")]
    pub cache_type: Option<String>,
    /// What is known about the thing.
    #[xml(child)]
    pub tags: Vec<Tag>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// Something that is known about a thing: a text or a number, as the name of the element says.
///
/// [XEP-0347 §3.6](https://xmpp.org/extensions/xep-0347.html#register)
#[doc(alias("XEP-0347", "XEP0347", "0347"))]
#[doc(alias("urn:xmpp:iot:discovery", "str", "num"))]
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = NS)]
#[xml(new = "The tag of this name and value.")]
#[non_exhaustive]
pub struct Tag {
    /// Whether it is a text or a number.
    #[xml(name)]
    pub kind: TagKind,
    /// What it is, such as `SN`, in whatever case.
    #[xml(attribute)]
    pub name: String,
    /// The text, or the number as it is written.
    #[xml(attribute)]
    pub value: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Tag {
    /// The tags that the text of a QR code has, in their order. `None` where it is another text.
    ///
    /// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
    #[must_use]
    pub fn read_code(code: &str) -> Option<Vec<Self>> {
        let mut rest = code.strip_prefix(CODE)?;
        let mut tags = Vec::new();
        while !rest.is_empty() {
            let tag = rest.strip_prefix(';')?;
            let (kind, tag) = match tag.strip_prefix('#') {
                Some(number) => (TagKind::Num, number),
                None => (TagKind::Str, tag),
            };
            let (name, text) = tag.split_once(':')?;
            if name.is_empty()
                || name.contains([';', '#', '\\'])
                || name.contains(char::is_whitespace)
            {
                return None;
            }
            let (value, after) = unescape(text)?;
            rest = after;
            tags.push(Self::new(kind, name, value));
        }
        Some(tags)
    }

    /// The text of the QR code that has these tags.
    ///
    /// [XEP-0347 §3.9](https://xmpp.org/extensions/xep-0347.html#claim)
    #[must_use]
    pub fn write_code<'t>(tags: impl IntoIterator<Item = &'t Self>) -> String {
        let mut code = String::from(CODE);
        for tag in tags {
            code.push(';');
            if tag.kind == TagKind::Num {
                code.push('#');
            }
            code.push_str(&tag.name);
            code.push(':');
            for c in tag.value.chars() {
                if matches!(c, ';' | '\\') {
                    code.push('\\');
                }
                code.push(c);
            }
        }
        code
    }
}

/// The value at the beginning of a text, and what is behind it: nothing, or a semicolon. `None` where an escape is cut off.
fn unescape(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            ';' => return Some((value, text.get(at..)?)),
            '\\' => value.push(chars.next()?.1),
            _ => value.push(c),
        }
    }
    Some((value, ""))
}

/// Whether a tag is a text or a number.
///
/// [XEP-0347 §3.6](https://xmpp.org/extensions/xep-0347.html#register)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Xml)]
#[non_exhaustive]
pub enum TagKind {
    /// `str`: a text
    #[xml(token = "str")]
    Str,
    /// `num`: a number
    #[xml(token = "num")]
    Num,
}
