//! Shapes that were once quadratic, or took many times their size.

use xmpp_cost::growth::measure;
use xmpp_cost::operation::{Operation, opaque, typed};
use xmpp_stanzas::core_stanzas::Iq;
use xmpp_stanzas::disco::info::Response;

/// An input of about `n` bytes.
type Shape = fn(usize) -> String;

/// A namespace name of half of `n` bytes, and what uses it as often as fits the other half.
fn half(n: usize, start: &str, name: &str, end: &str, part: &str) -> String {
    let (length, count) = (n / 2, n / 2 / part.len());
    format!(
        "{start}{name}{}{end}{}",
        "A".repeat(length),
        part.repeat(count)
    )
}

/// Attributes of one element, beyond the number that is compared pairwise, in a namespace spelt with a reference.
fn crowded(n: usize) -> String {
    let attributes: String = ('a'..='m').map(|c| format!(" p:{c}a=''")).collect();
    half(
        n,
        "<a xmlns:p='",
        "&amp;",
        "'>",
        &format!("<e{attributes}/>"),
    ) + "</a>"
}

/// Two attributes of one local name.
fn alike(n: usize) -> String {
    let name = "A".repeat(n / 4);
    let elements = "<e p:a='' q:a=''/>".repeat(n / 36);
    format!("<a xmlns:p='{name}p' xmlns:q='{name}q'>{elements}</a>")
}

/// An unknown attribute on each child.
fn attribute_each(n: usize) -> String {
    let start = "<query xmlns='http://jabber.org/protocol/disco#info' xmlns:p='";
    half(n, start, "", "'>", "<feature var='' p:x=''/>") + "</query>"
}

/// Unknown attributes of the envelope.
fn envelope(n: usize) -> String {
    let attributes: String = (0..200).map(|i| format!(" p:a{i}=''")).collect();
    let name = "A".repeat(n);
    format!(
        "<iq xmlns='jabber:client' type='get' id='1' xmlns:p='{name}'{attributes}><q xmlns='u'/></iq>"
    )
}

/// A namespace that children inherit.
fn inherited(n: usize) -> String {
    half(n, "<a xmlns='", "", "'>", "<b/>") + "</a>"
}

fn grows(name: &str, shape: Shape, operations: &[Operation]) -> usize {
    let mut accepted = 0;
    for operation in operations {
        let Some(series) = measure(operation, &shape, 4096, 4) else {
            continue;
        };
        accepted += usize::from(series.accepted > 0);
        let excess = series.excess();
        assert!(excess.is_none(), "{name}, {}: {excess:?}", operation.name);
        for (figure, per_byte) in series.per_byte() {
            // minidom has a copy of the namespace name in each element, up to the bound there is for that.
            let bound = if operation.name.contains("minidom") {
                400.0
            } else {
                120.0
            };
            assert!(
                per_byte < bound,
                "{name}, {}: {figure} {per_byte}",
                operation.name
            );
        }
    }
    accepted
}

#[test]
fn what_was_quadratic_once_is_linear() {
    for (name, shape) in [
        ("crowded", crowded as Shape),
        ("alike", alike),
        ("attribute of each", attribute_each),
        ("envelope", envelope),
        ("inherited", inherited),
    ] {
        assert!(grows(name, shape, &opaque()) > 20, "{name}");
    }
    assert!(grows("attribute of each", attribute_each, &typed::<Response>()) > 15);
    assert!(grows("envelope", envelope, &typed::<Iq>()) > 10);
}

/// Elements of a few bytes after a header with many declarations, which hold for each of them.
#[test]
fn a_heavy_header_is_not_paid_for_by_each_stanza() {
    use xmpp_stanzas::xml::stream::{Event, Splitter};

    let declarations: String = (0..120)
        .map(|i| format!(" xmlns:p{}{i}='urn:{i}'", "A".repeat(900)))
        .collect();
    let heavy = format!(
        "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'{declarations}>"
    );
    let split = |header: String| {
        let split = Operation::new("split", move |text| {
            let text = format!("{header}{text}");
            Some(Box::new(move || {
                use xmpp_cost::operation::Outcome;
                let mut splitter = Splitter::default();
                splitter.feed(text.as_bytes());
                let mut stanzas = Vec::new();
                while let Ok(Some(event)) = splitter.next_event() {
                    stanzas.extend(matches!(event, Event::Element(_)).then_some(event));
                }
                Outcome::of((splitter, stanzas))
            }))
        });
        let series = measure(&split, &|n| "<a/>".repeat(n / 4), 1 << 14, 1);
        let points = series.map(|series| series.points).unwrap_or_default();
        let [(small, a), (large, b)] = points[..] else {
            panic!("{points:?}")
        };
        // What so many bytes more cost, whatever the header does.
        let more = (large - small) as f64;
        [
            (b.steps - a.steps) as f64 / more,
            (b.allocated - a.allocated) as f64 / more,
            (b.kept - a.kept) as f64 / more,
        ]
    };
    let plain = split("<stream xmlns='http://etherx.jabber.org/streams'>".to_owned());
    let heavy = split(heavy);
    for (plain, heavy) in plain.into_iter().zip(heavy) {
        assert!(
            heavy <= plain * 1.5 + 1.0,
            "{heavy} for a byte, {plain} without"
        );
    }
}
