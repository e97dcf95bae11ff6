//! XMPP addresses as in [RFC 7622](https://www.rfc-editor.org/rfc/rfc7622) that keep their
//! spelling.
//!
//! A [`Jid`] is `localpart@domainpart/resourcepart`; the localpart and the resourcepart are
//! optional. It stores the text it was made from and writes that text back. What two addresses are
//! compared by, ordered by and hashed by is their **normal form**: the result of the enforcement
//! rules of the RFC. [`BareJid`] and [`FullJid`] are addresses known to have no resourcepart,
//! or to have one.
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
//! before it ends the localpart. No part that is there may be empty, nor longer in its normal
//! form than 1023 bytes.
//!
//! | part | allowed | normal form |
//! |---|---|---|
//! | localpart ([3.3]) | IdentifierClass of [RFC 8264] without `"` `&` `'` `/` `:` `<` `>` `@`; the Bidi Rule | width-mapped, lower case, NFC (UsernameCaseMapped, [RFC 8265]) |
//! | domainpart ([3.2][section 3.2]) | IPv4 address; in brackets an IPv6 address, one with a zone (`[fe80::1%25eth0]`) or a literal of a future version ([RFC 6874]); labels of letters, digits and hyphens, U-labels and A-labels | U-labels in lower case, no final dot; IPv6 as in [RFC 5952] |
//! | resourcepart ([3.4]) | FreeformClass of [RFC 8264] | every space U+0020, NFC (OpaqueString, [RFC 8265]) |
//!
//! The escapes of XEP-0106 are ordinary text here: `\20` is three characters. [`escaping`] makes them
//! and undoes them; [`uri`] has the links that lead to an address.
//!
//! # White space
//!
//! Nothing is trimmed, whether a text is read with [`Jid::new`], from an attribute, from the text of an
//! element or from the field of a form: `room@chat.example/foo` and `room@chat.example/foo ` are two
//! occupants of a room.
//!
//! - In the **localpart** and the **domainpart** white space of any kind is invalid, also before and
//!   after the whole address. [RFC 8264] has it in no identifier, and no label of a domain holds it.
//! - In the **resourcepart** the space U+0020 and all others of the category Zs, U+00A0 for example,
//!   are allowed anywhere, and as many as there are. The normal form makes a U+0020 of each
//!   ([RFC 8265, section 4.2.2]) and leaves their number and place alone. Tab and line ends are
//!   controls, which are invalid.
//!
//! # Addresses that are not valid
//!
//! Servers deliver what is not an address by these rules: nicknames that the older stringprep allowed, and the
//! invalid recipient of a stanza that comes back with an error. Reading leniently,
//! with [`Invalid::Keep`](xmpp_xml::Invalid::Keep), is the way to receive such stanzas. The address is then present and
//! carries its text, but it [is not valid](Jid::is_valid), equals no address that is, and has no
//! parts. A check of a sender therefore fails closed. Only lenient reading, by way of
//! [`Value::invalid`](xmpp_xml::Value::invalid), makes such addresses.
//!
//! Nicknames that are met in rooms and are not valid, by [RFC 8264]:
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
//! - **Unicode** is that of the `icu` crates this is built with, not the Unicode 6.3 of the PRECIS
//!   registry.
//! - **Unassigned code points** are allowed in the resourcepart: a nickname may well hold a
//!   character younger than the tables. PRECIS would refuse it. Noncharacters and code points that
//!   Unicode sets aside as ignorable stay refused. So do U+200D and U+FE0F, which PRECIS forbids
//!   also within emoji.
//! - **Underscores** are allowed in the domainpart: the RFC has no room for them, networks have.
//! - A **leading space** in the resourcepart is allowed: example 18 of the RFC says otherwise, its
//!   [erratum 4560] withdraws that.
//! - Lower case is taken character by character: a final capital sigma becomes `σ`.
//! - A text of which the normal form is not an address itself, or would change once more, is
//!   refused. There are few, such as `=` with a combining solidus.
//! - A part that is spelt in more than 4092 bytes is refused, however short its normal form is.
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
