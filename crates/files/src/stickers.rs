//! Stickers and sticker packs.
//!
//! [XEP-0449, Stickers](https://xmpp.org/extensions/xep-0449.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_vocabulary::hashes::Hash;
use xmpp_xml::{Base64, Extra, LanguageTag, Value as _, Xml};

use crate::metadata::File;
use crate::sharing::Sources;

/// The namespace, and the node with an account's packs.
pub const NS: &str = "urn:xmpp:stickers:0";

/// Marks the file that the message [shares](crate::sharing::FileSharing) as a sticker.
///
/// [XEP-0449 §4.1](https://xmpp.org/extensions/xep-0449.html#send)
#[doc(alias("XEP-0449", "XEP0449", "0449"))]
#[doc(alias("urn:xmpp:stickers:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "sticker", derive(Debug, PartialEq, Eq))]
#[xml(new = "A sticker that is not in a pack.", with)]
#[non_exhaustive]
pub struct Sticker {
    /// The account that publishes the pack. `None` means the sender's.
    #[xml(attribute)]
    pub jid: Option<Jid>,
    /// The node of the pack. `None` means [`NS`].
    #[xml(attribute)]
    pub node: Option<String>,
    /// The identifier of the pack, which is that of its item. `None` if the sticker is not in a pack.
    #[xml(attribute)]
    pub pack: Option<String>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A sticker pack: an item of a node.
///
/// [XEP-0449 §4.3.1](https://xmpp.org/extensions/xep-0449.html#pubsub-item)
#[doc(alias("XEP-0449", "XEP0449", "0449"))]
#[doc(alias("urn:xmpp:stickers:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "pack", derive(Debug, PartialEq, Eq))]
#[xml(new = "A pack without stickers.", with)]
#[non_exhaustive]
pub struct Pack {
    /// The name, one for each language.
    #[xml(child)]
    pub names: Vec<Name>,
    /// A summary, possibly with the licence, one for each language.
    #[xml(child)]
    pub summaries: Vec<Summary>,
    /// The stickers.
    #[xml(child, strict)]
    pub items: Vec<Item>,
    /// The hash of the pack: see [`hash_input`](Self::hash_input). Required in an item; `None` while creating a pack.
    #[xml(child, strict)]
    pub hash: Option<Hash>,
    /// Whether others may not use or copy the pack.
    #[xml(flag = "restricted")]
    pub restricted: bool,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl Pack {
    /// The hash input of the [hash](Self::hash) of the pack. It depends on names, summaries, and for each sticker the
    /// description without a language and the hashes; not on their order, and not on sources.
    ///
    /// A received pack matches its [identifier](Self::id) only if the hash of this input is its hash.
    ///
    /// [XEP-0449 §4.3.2](https://xmpp.org/extensions/xep-0449.html#pack-hash)
    #[must_use]
    pub fn hash_input(&self) -> Vec<u8> {
        let lang = |lang: &Option<LanguageTag>| lang.as_ref().map(LanguageTag::to_text);
        let names = self.names.iter();
        let names = names.map(|name| ("name", lang(&name.lang), &name.text));
        let summaries = self.summaries.iter();
        let summaries = summaries.map(|s| ("summary", lang(&s.lang), &s.text));
        let texts = names.chain(summaries).map(|(name, lang, text)| {
            let lang = lang.unwrap_or_default();
            record([name.as_bytes(), lang.as_bytes(), text.as_bytes()])
        });
        let items = self.items.iter().map(|item| {
            let plain = item.file.descs.iter().find(|desc| desc.lang.is_none());
            let desc = plain.map_or("", |desc| &desc.text);
            let hashes = item.file.hashes.iter().map(|hash| {
                let value = hash.value.as_ref().map(Base64::to_text);
                record([
                    hash.algorithm.as_str().as_bytes(),
                    value.unwrap_or_default().as_bytes(),
                ])
            });
            let mut octets = Vec::from(desc.as_bytes());
            octets.push(RECORD);
            octets.extend(in_order(hashes));
            octets.push(GROUP);
            octets
        });
        let mut input = in_order(texts);
        input.push(FILE);
        input.extend(in_order(items));
        input.push(FILE);
        input
    }

    /// The identifier of the pack, which its item must have: the first 144 bits of its hash in base64. `None` if there is no
    /// hash, or an [incomplete](Hash::digest) or shorter one.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        let start = self.hash.as_ref()?.digest()?.get(..18)?;
        Some(Base64(Vec::from(start)).to_text())
    }
}

/// Ends a value, a record, a group and a part of what is hashed, as in ASCII.
const UNIT: u8 = 0x1f;
const RECORD: u8 = 0x1e;
const GROUP: u8 = 0x1d;
const FILE: u8 = 0x1c;

fn record<const N: usize>(values: [&[u8]; N]) -> Vec<u8> {
    let mut octets = Vec::new();
    for value in values {
        octets.extend_from_slice(value);
        octets.push(UNIT);
    }
    octets.push(RECORD);
    octets
}

fn in_order(strings: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut strings: Vec<_> = strings.collect();
    strings.sort_unstable();
    strings.concat()
}

/// The name of a pack, in one language.
///
/// [XEP-0449 §4.3.1](https://xmpp.org/extensions/xep-0449.html#pubsub-item)
#[doc(alias("XEP-0449", "XEP0449", "0449"))]
#[doc(alias("urn:xmpp:stickers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "name", derive(Debug, PartialEq, Eq))]
#[xml(new = "A name in an unspecified language.", with)]
#[non_exhaustive]
pub struct Name {
    /// The language; `None` if not specified.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The name.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// The summary of a pack, in one language.
///
/// [XEP-0449 §4.3.1](https://xmpp.org/extensions/xep-0449.html#pubsub-item)
#[doc(alias("XEP-0449", "XEP0449", "0449"))]
#[doc(alias("urn:xmpp:stickers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "summary", derive(Debug, PartialEq, Eq))]
#[xml(new = "A summary in an unspecified language.", with)]
#[non_exhaustive]
pub struct Summary {
    /// The language; `None` if not specified.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A sticker in a pack.
///
/// [XEP-0449 §4.3.1](https://xmpp.org/extensions/xep-0449.html#pubsub-item)
#[doc(alias("XEP-0449", "XEP0449", "0449"))]
#[doc(alias("urn:xmpp:stickers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "item", derive(Debug, PartialEq, Eq))]
#[xml(new = "The sticker with this file.", with)]
#[non_exhaustive]
pub struct Item {
    /// The image. It must have hashes, with the same functions for all stickers, and a description
    /// without a language, which is the textual fallback.
    #[xml(child)]
    pub file: File,
    /// The sources of the image. Required; `None` if it is missing.
    #[xml(child)]
    pub sources: Option<Sources>,
    /// Texts that suggest the sticker.
    #[xml(child)]
    pub suggestions: Vec<Suggest>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

/// A text that suggests a sticker, in one language.
///
/// [XEP-0449 §4.3.1](https://xmpp.org/extensions/xep-0449.html#pubsub-item)
#[doc(alias("XEP-0449", "XEP0449", "0449"))]
#[doc(alias("urn:xmpp:stickers:0"))]
#[derive(Clone, Xml)]
#[xml(namespace = NS, name = "suggest", derive(Debug, PartialEq, Eq))]
#[xml(new = "A text that suggests the sticker in any language.", with)]
#[non_exhaustive]
pub struct Suggest {
    /// The language of the text. `None` means any.
    #[xml(lang)]
    pub lang: Option<LanguageTag>,
    /// The text.
    #[xml(text)]
    pub text: String,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}
