//! Addresses: what it costs to read and to compare one.

use xmpp_stanzas::jid::Jid;

use crate::operation::{Operation, Outcome};

/// An address of about `n` bytes.
pub(crate) type Make = fn(usize) -> String;

/// The families of addresses, each part long, encoded, many or in pieces.
pub(crate) const ADDRESSES: [(&str, Make); 24] = [
    ("local part/long", |n| {
        format!("{}@b.example", "a".repeat(n))
    }),
    ("local part/capitals", |n| {
        format!("{}@b.example", "A".repeat(n))
    }),
    ("local part/wide", |n| {
        format!("{}@b.example", "é".repeat(n / 2))
    }),
    ("local part/full width", |n| {
        format!("{}@b.example", "\u{FF21}".repeat(n / 3))
    }),
    ("local part/marks", |n| {
        format!("a{}@b.example", "\u{301}\u{327}".repeat(n / 4))
    }),
    ("local part/other script", |n| {
        format!("{}@b.example", "\u{5D0}1".repeat(n / 3))
    }),
    ("local part/escaped", |n| {
        format!("{}@b.example", "\\20a".repeat(n / 4))
    }),
    ("domain/long", |n| format!("a@{}", "b".repeat(n))),
    ("domain/many labels", |n| {
        format!("a@{}b", "b.".repeat(n / 2))
    }),
    ("domain/dots", |n| format!("a@{}", ".".repeat(n))),
    ("domain/wide", |n| {
        format!("a@{}.example", "é".repeat(n / 2))
    }),
    ("domain/wide labels", |n| {
        format!("a@{}b", "é.".repeat(n / 3))
    }),
    ("domain/Punycode", |n| format!("a@xn--{}", "a".repeat(n))),
    ("domain/Punycode labels", |n| {
        format!("a@{}b", "xn--9ca.".repeat(n / 8))
    }),
    ("domain/marks", |n| {
        format!("a@b{}", "\u{301}\u{327}".repeat(n / 4))
    }),
    ("domain/address of IPv6", |n| {
        format!("a@[{}1]", "0:".repeat(n / 2))
    }),
    ("resource/long", |n| {
        format!("a@b.example/{}", "c".repeat(n))
    }),
    ("resource/wide", |n| {
        format!("a@b.example/{}", "é\u{1F980}".repeat(n / 6))
    }),
    ("resource/marks", |n| {
        format!("a@b.example/c{}", "\u{301}\u{327}".repeat(n / 4))
    }),
    ("resource/spaces", |n| {
        format!("a@b.example/{}", "\u{A0}".repeat(n / 2))
    }),
    ("resource/at signs and slashes", |n| {
        format!("a@b.example/{}", "@/".repeat(n / 2))
    }),
    ("resource/joiners", |n| {
        format!("a@b.example/{}", "a\u{200D}".repeat(n / 4))
    }),
    ("nothing but at signs", |n| "@".repeat(n)),
    ("nothing but slashes", |n| "/".repeat(n)),
];

/// What is done with an address.
pub(crate) fn operations() -> Vec<Operation> {
    vec![
        Operation::new("address: read", |text| {
            let text = text.to_owned();
            Some(Box::new(move || Outcome::result(Jid::new(&text))))
        }),
        Operation::new("address: show, compare, take apart", |text| {
            let (a, b) = (Jid::new(text).ok()?, Jid::new(text).ok()?);
            Some(Box::new(move || {
                let is_same = a == b && a.to_bare() == b.to_bare();
                Outcome::of((is_same, a.to_string(), format!("{a:?}"), b))
            }))
        }),
    ]
}
