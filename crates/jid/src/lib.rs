//! XMPP addresses (JIDs) of [RFC 7622](https://www.rfc-editor.org/rfc/rfc7622) that keep their
//! spelling.
//!
//! A [`Jid`] is `localpart@domainpart/resourcepart`; the localpart and the resourcepart are
//! optional. It keeps the original text and writes it back. Comparison, order and hash use the
//! **normal form**, the result of the enforcement rules of the RFC. A [`BareJid`] has no
//! resourcepart, a [`FullJid`] always has one.
//!
//! ```
//! use xmpp_jid::{Jid, Part};
//!
//! let jid = Jid::new("Juliet@EXAMPLE.com/Balcony")?;
//! assert_eq!(jid.to_string(), "Juliet@EXAMPLE.com/Balcony");
//! assert_eq!(jid.local(), Some("Juliet"));
//! assert_eq!(jid.normalized(), "juliet@example.com/Balcony");
//! assert_eq!(jid, Jid::new("juliet@example.com/Balcony")?);
//! assert_eq!(jid, "juliet@example.com/Balcony");
//! assert!(jid.bare_eq(&Jid::new("juliet@example.com")?));
//!
//! let error = Jid::new("ro meo@example.net").unwrap_err();
//! assert_eq!((error.part, error.offset), (Part::Local, 2));
//! # Ok::<(), xmpp_jid::JidError>(())
//! ```
//!
//! # The rules
//!
//! The text is split as in [section 3.2]: the first `/` begins the resourcepart, the first `@`
//! before it ends the localpart. Each part has between 1 and 1023 bytes in its normal form.
//!
//! - The **localpart** ([3.3]) belongs to the IdentifierClass of [RFC 8264], without `"` `&` `'` `/` `:` `<` `>` `@`,
//!   and follows the Bidi Rule. Its normal form (UsernameCaseMapped, [RFC 8265]) is width-mapped, in lower case, and NFC.
//! - The **domainpart** ([3.2][section 3.2]) is an IPv4 address; in brackets an IPv6 address, one with a zone
//!   (`[fe80::1%25eth0]`) or a literal of a future version ([RFC 6874]); or labels of letters, digits and hyphens, U-labels
//!   and A-labels. Its normal form has U-labels in lower case and no final dot, and IPv6 as in [RFC 5952].
//! - The **resourcepart** ([3.4]) belongs to the FreeformClass of [RFC 8264]. Its normal form (OpaqueString, [RFC 8265]) is
//!   NFC, with U+0020 for every space.
//!
//! The escapes of XEP-0106 are ordinary text here: `\20` is three characters. [`escaping`] escapes and
//! unescapes names; [`uri`] has `xmpp:` links.
//!
//! # White space
//!
//! Nothing is trimmed, whether an address is parsed with [`Jid::new`] or read from an attribute, the text of an
//! element or the field of a form: `room@chat.example/foo` and `room@chat.example/foo ` are two
//! occupants of a room.
//!
//! - In the **localpart** and the **domainpart**, white space of any kind is invalid, also before and
//!   after the whole address: neither the identifiers of [RFC 8264] nor the labels of a domain allow it.
//! - In the **resourcepart**, the space U+0020 and all other characters of the category Zs, such as U+00A0,
//!   are allowed anywhere and in any number. The normal form replaces each of them with U+0020
//!   ([RFC 8265, section 4.2.2]) and keeps their number and positions. Tabs and line ends are
//!   control characters, which are invalid.
//!
//! # Addresses that are not valid
//!
//! Servers deliver texts that are not addresses by these rules: nicknames that the older stringprep allowed, and the
//! invalid recipient of a stanza that is returned with an error. To receive such stanzas, read leniently,
//! with [`Invalid::Keep`](xmpp_xml::Invalid::Keep). The address is then present with its text, but it
//! [is not valid](Jid::is_valid), equals no valid address, and its parts are empty, which those of a valid address
//! never are. A check of a sender therefore fails closed. Only lenient reading, through
//! [`Value::invalid`](xmpp_xml::Value::invalid), creates such addresses.
//!
//! Nicknames that occur in rooms and are invalid by [RFC 8264]:
//!
//! | nickname | rule |
//! |---|---|
//! | `a·b`, U+00B7 | ContextJ/O: between two `l` only ([section 9.6][exceptions], [RFC 5892, appendix A.3]) |
//! | `محـمد`, U+0640 (tatweel) | an exception that is disallowed ([section 9.6][exceptions]) |
//! | `❤️`, U+FE0F (variation selector) | PrecisIgnorableProperties: disallowed ([section 9.13][ignorable]) |
//! | `👩‍💻`, U+200D (zero width joiner) | ContextJ/O: after a virama only ([section 9.8][join controls], [RFC 5892, appendix A.2]) |
//!
//! # Choices
//!
//! Where the RFC leaves a choice, or practice has moved on:
//!
//! - The version of **Unicode** is that of the `icu` crates, not the Unicode 6.3 of the PRECIS
//!   registry.
//! - **Unassigned code points** are allowed in the resourcepart, unlike in PRECIS: a nickname may contain a
//!   character that is newer than the tables. Noncharacters and code points that
//!   Unicode reserves as ignorable are rejected. So are U+200D and U+FE0F, which PRECIS forbids
//!   even within emoji.
//! - **Underscores** are allowed in the domainpart: the RFC forbids them, but networks use them.
//! - A **leading space** in the resourcepart is allowed: example 18 of the RFC says otherwise, but
//!   [erratum 4560] withdraws it.
//! - Lower case is determined character by character: a final capital sigma becomes `σ`.
//! - A text is rejected if its normal form is not an address itself, or would change again. There are
//!   few, such as `=` with a combining solidus.
//! - A part whose spelling has more than 4092 bytes is rejected, however short its normal form is.
//!
//! # Features
//!
//! - `jid`: conversion to and from the addresses of the crate [`jid`](https://docs.rs/jid).
//! - `serde`: `Serialize` and `Deserialize`; an address is a string.
//!
//! [section 3.2]: https://www.rfc-editor.org/rfc/rfc7622#section-3.2
//! [3.3]: https://www.rfc-editor.org/rfc/rfc7622#section-3.3
//! [3.4]: https://www.rfc-editor.org/rfc/rfc7622#section-3.4
//! [RFC 5892, appendix A.2]: https://www.rfc-editor.org/rfc/rfc5892#appendix-A.2
//! [RFC 5892, appendix A.3]: https://www.rfc-editor.org/rfc/rfc5892#appendix-A.3
//! [RFC 5952]: https://www.rfc-editor.org/rfc/rfc5952
//! [RFC 6874]: https://www.rfc-editor.org/rfc/rfc6874
//! [RFC 8264]: https://www.rfc-editor.org/rfc/rfc8264
//! [RFC 8265]: https://www.rfc-editor.org/rfc/rfc8265
//! [RFC 8265, section 4.2.2]: https://www.rfc-editor.org/rfc/rfc8265#section-4.2.2
//! [exceptions]: https://www.rfc-editor.org/rfc/rfc8264#section-9.6
//! [ignorable]: https://www.rfc-editor.org/rfc/rfc8264#section-9.13
//! [join controls]: https://www.rfc-editor.org/rfc/rfc8264#section-9.8
//! [erratum 4560]: https://www.rfc-editor.org/errata/eid4560

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

extern crate alloc;

mod address;
#[cfg(feature = "jid")]
mod convert;
mod domain;
mod error;
pub mod escaping;
mod parts;
mod percent;
mod precis;
pub mod uri;
mod value;

pub use address::{BareJid, FullJid, Jid};
pub use error::{JidError, Part, Reason};
