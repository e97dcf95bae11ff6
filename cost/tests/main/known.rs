//! Shapes that were once quadratic, or took many times their size.

use xmpp_cost::growth::{Cost, cost, measure};
use xmpp_cost::operation::{Operation, Outcome, opaque, typed};
use xmpp_stanzas::core_stanzas::Iq;
use xmpp_stanzas::disco::info::Response;
use xmpp_stanzas::xml::stream::{Event, Splitter};
use xmpp_stanzas::xml::{ErrorKind, Limits, Options, RawElement};

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

/// What a stream takes while it comes in, piece by piece, and holds on to when its events have gone.
fn held(limits: Limits, pieces: Vec<Vec<u8>>) -> (Cost, Result<(), ErrorKind>) {
    let (cost, outcome) = cost(Box::new(move || {
        let mut splitter = Splitter::new(Options::new().limits(limits));
        for piece in &pieces {
            splitter.feed(piece);
            while let Ok(Some(_)) = splitter.next_event() {}
        }
        // The pieces are none of its own.
        Outcome::of((splitter, pieces))
    }));
    let Ok(held) = outcome.value.downcast::<(Splitter, Vec<Vec<u8>>)>() else {
        panic!("it is what was given");
    };
    let mut splitter = held.0;
    let failed = splitter.next_event().map(|_| ());
    (cost, failed.map_err(|error| error.kind().clone()))
}

const OPEN: &[u8] =
    b"<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

/// Also where the next element has begun when the large one ends, so that there is always something that waits.
#[test]
fn a_stream_gives_back_what_a_large_stanza_took() {
    const SMALL: u64 = 64 << 10;
    let large = format!("<a>{}</a>", "<b c='d'>text</b>".repeat(14_000));
    assert!(large.len() > 200_000);
    for (large, small) in [
        (large.clone(), "<a/>"),
        (large.clone() + "<", "a/><"),
        (large.clone() + "<a>b", "</a><a>b"),
        (large + " <", "a/> <"),
    ] {
        for size in [1, 4096, usize::MAX] {
            let text = [OPEN, large.as_bytes(), small.repeat(3000).as_bytes()].concat();
            let size = size.min(text.len());
            let mut pieces: Vec<Vec<u8>> = text.chunks(size).map(<[u8]>::to_vec).collect();
            // What has come in by one feed waits for the next.
            pieces.push(small.as_bytes().to_vec());
            pieces.push(small.as_bytes().to_vec());
            let (cost, result) = held(Limits::server(), pieces);
            assert_eq!(result, Ok(()), "{small}");
            assert!(cost.kept < SMALL, "{small} by {size}: {cost:?}");
        }
    }
}

/// A stranger who says nothing that ever ends, in every way that takes much.
#[test]
fn a_stream_takes_no_more_than_its_limits_allow() {
    let endless: [(&str, Shape); 12] = [
        ("", |_| "<a>".into()),
        ("<a>", |_| "<b/>".into()),
        ("<a>", |_| "x<b/>".into()),
        ("<a>", |n| format!("<b{n} c='' d=''>")),
        ("<a ", |n| format!("b{n}='' ")),
        ("<a ", |n| format!("xmlns:b{n}='{n}' ")),
        ("<a>", |n| format!("<b xmlns='{n}'>")),
        ("<a>", |n| format!("<p:b xmlns:p='u{n}' p:c=''/>")),
        ("<a b='", |_| "x".into()),
        ("<a>", |_| "&amp;<![CDATA[x]]>".into()),
        ("<a><![CDATA[", |_| "]".into()),
        ("<", |_| "a".into()),
    ];
    for (limits, name) in [
        (Limits::unauthenticated(), "unauthenticated"),
        (Limits::server(), "server"),
    ] {
        // The documentation of `Limits` has this number.
        let most = 36 * limits.bytes + (8 << 10);
        for (start, part) in endless {
            for size in [7, 4096] {
                let mut text = [OPEN, start.as_bytes()].concat();
                for n in 0.. {
                    text.extend_from_slice(part(n).as_bytes());
                    if text.len() > limits.bytes + 10_000 {
                        break;
                    }
                }
                let pieces: Vec<Vec<u8>> = text.chunks(size).map(<[u8]>::to_vec).collect();
                let (cost, result) = held(limits, pieces);
                let is_refused = matches!(result, Err(ErrorKind::LimitExceeded { .. }));
                assert!(is_refused, "{name}, {start} by {size}: {result:?}");
                assert!(
                    cost.peak <= most as u64,
                    "{name}, {start} by {size}: {cost:?}"
                );
                assert!(
                    cost.kept <= most as u64,
                    "{name}, {start} by {size}: {cost:?}"
                );
            }
        }
    }
}

/// A raw element keeps all of what it was read from; one that is detached does not.
#[test]
fn what_is_detached_keeps_nothing_of_the_rest() {
    let text = format!("<a xmlns:p='u'><p:b/>{}</a>", "<c>text</c>".repeat(10_000));
    for (is_detached, most) in [(true, 1 << 10), (false, usize::MAX)] {
        let text = text.clone();
        let (cost, outcome) = cost(Box::new(move || {
            let root: RawElement = text.parse().expect("XML");
            let part = RawElement::from(root.node().children().next().expect("a child"));
            let part = if is_detached { part.detached() } else { part };
            Outcome::of((part, text))
        }));
        assert!(cost.kept <= most as u64, "{cost:?}");
        assert!(is_detached || cost.kept > 100_000, "{cost:?}");
        let Ok(part) = outcome.value.downcast::<(RawElement, String)>() else {
            panic!("it is what was given");
        };
        assert_eq!(part.0.to_string(), "<p:b xmlns:p='u'/>");
    }
}
