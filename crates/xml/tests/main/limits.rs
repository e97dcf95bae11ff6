//! Each limit, met and gone beyond by one, on every way in.

use xmpp_xml::stream::{Event, Splitter};
use xmpp_xml::{
    Error, ErrorKind, Extra, Invalid, Limit, Limits, Options, RawElement, Report, Xml, read_with,
};

/// A type that may hold itself, and anything else.
#[derive(Clone, Debug, PartialEq, Xml)]
#[xml(namespace = "u", name = "t")]
struct Tree {
    #[xml(child)]
    trees: Vec<Self>,
    #[xml(extra)]
    extra: Extra,
}

/// Takes any element, and looks into none.
#[derive(Clone, Debug, PartialEq, Xml)]
enum Anything {
    Tree(Tree),
    Other(RawElement),
}

fn split(text: &str, piece: usize, options: Options) -> Result<RawElement, Error> {
    let mut splitter = Splitter::new(options);
    splitter.feed(b"<s xmlns='s'>");
    assert!(matches!(splitter.next_event(), Ok(Some(Event::Opened(_)))));
    for piece in text.as_bytes().chunks(piece) {
        splitter.feed(piece);
        match splitter.next_event()? {
            Some(Event::Element(element)) => return Ok(element),
            Some(other) => panic!("{other:?}"),
            None => {}
        }
    }
    panic!("it does not end: {text}")
}

/// What each way says of it.
fn ways(text: &str, limits: Limits) -> Vec<Option<Error>> {
    let mut all = Vec::new();
    for invalid in [Invalid::Reject, Invalid::Keep] {
        let options = Options::new().limits(limits).invalid(invalid);
        let bytes = text.as_bytes();
        all.push(RawElement::read_with(bytes, &options).err());
        all.push(xmpp_xml::first_element(text, &options).err());
        all.push(read_with::<Anything>(bytes, &options, &mut Report::default()).err());
        for piece in [1, 2, 5, usize::MAX] {
            all.push(split(text, piece, options).err());
        }
    }
    all
}

#[track_caller]
fn at_most(limit: Limit, limits: Limits, max: usize, met: &str, beyond: &str) {
    for (way, error) in ways(met, limits).into_iter().enumerate() {
        assert_eq!(error, None, "{way}: {met}");
    }
    for (way, error) in ways(beyond, limits).into_iter().enumerate() {
        let error = error.unwrap_or_else(|| panic!("{way}: {beyond}"));
        let kind = ErrorKind::LimitExceeded { limit, max };
        assert_eq!(error.kind(), &kind, "{way}: {beyond}");
    }
}

#[test]
fn each_is_met_and_not_gone_beyond() {
    let with = |set: &dyn Fn(&mut Limits)| {
        let mut limits = Limits::default();
        set(&mut limits);
        limits
    };
    let text = |n: usize| format!("<a>{}</a>", "x".repeat(n - 7));
    let limits = with(&|l| l.bytes = 40);
    at_most(Limit::Bytes, limits, 40, &text(40), &text(41));
    let tag = |n: usize| format!("<a b='{}'/>", "x".repeat(n - 9));
    at_most(Limit::Bytes, limits, 40, &tag(40), &tag(41));

    let many = |n: usize| format!("<a>{}</a>", "<b></b>".repeat(n - 1));
    let limits = with(&|l| l.elements = 5);
    at_most(Limit::Elements, limits, 5, &many(5), &many(6));

    let deep = |n: usize| format!("{}{}", "<a>".repeat(n), "</a>".repeat(n));
    let empty = |n: usize| format!("{}<a/>{}", "<a>".repeat(n - 1), "</a>".repeat(n - 1));
    let limits = with(&|l| l.depth = 4);
    at_most(Limit::Depth, limits, 4, &deep(4), &deep(5));
    at_most(Limit::Depth, limits, 4, &empty(4), &empty(5));

    // Declarations do not count.
    let attributes = |n: usize| -> String {
        let all: String = (0..n).map(|n| format!(" a{n}=''")).collect();
        format!("<a xmlns='u' xmlns:p='v' xmlns:q='w'><b xmlns:r='x'{all}/></a>")
    };
    let limits = with(&|l| l.attributes = 3);
    at_most(Limit::Attributes, limits, 3, &attributes(3), &attributes(4));

    let limits = with(&|l| l.name = 10);
    for name in [
        |n: usize| format!("<{}/>", "a".repeat(n)),
        |n: usize| format!("<p:{} xmlns:p='u'/>", "a".repeat(n - 2)),
        |n: usize| format!("<a {}=''/>", "b".repeat(n)),
        |n: usize| format!("<a xmlns='{}'/>", "u".repeat(n)),
        |n: usize| format!("<a xmlns:p='{}'/>", "u".repeat(n)),
        // As it is spelt.
        |n: usize| format!("<a xmlns:p='&#117;{}'/>", "u".repeat(n - 6)),
        |n: usize| format!("<a xmlns:{}='u'/>", "p".repeat(n - 6)),
    ] {
        at_most(Limit::Name, limits, 10, &name(10), &name(11));
    }

    let prefixes = |n: usize| -> String {
        let all: String = (1..n).map(|n| format!(" xmlns:p{n}='u'")).collect();
        format!("<a xmlns:p='u'><b{all}/><b{all}></b></a>")
    };
    let limits = with(&|l| l.prefixes = 4);
    at_most(Limit::Prefixes, limits, 4, &prefixes(4), &prefixes(5));
}

#[test]
fn types_are_nested_so_far_and_no_farther() {
    let deep = |n: usize| {
        let inner = "<t>".repeat(n - 1);
        format!("<t xmlns='u'>{inner}{}", "</t>".repeat(n))
    };
    let max = 5;
    let mut limits = Limits::default();
    limits.nesting = max;
    for invalid in [Invalid::Reject, Invalid::Keep] {
        let options = Options::new().limits(limits).invalid(invalid);
        let read = |n: usize, report: &mut Report| {
            let text = deep(n);
            let raw = RawElement::read_with(text.as_bytes(), &options).expect("it is well-formed");
            let split = split(&text, 3, options).expect("it is well-formed");
            [
                read_with::<Tree>(text.as_bytes(), &options, report),
                raw.parse_with(&options, report),
                raw.parse(),
                split.parse(),
            ]
        };
        // The outermost is in none.
        for n in [1, max + 1] {
            for tree in read(n, &mut Report::default()) {
                assert_eq!(depth(&tree.expect("it is within the limits")), n);
            }
        }
        let mut report = Report::default();
        let limit = Limit::Nesting;
        let kind = ErrorKind::LimitExceeded { limit, max };
        for tree in read(max + 2, &mut report) {
            match invalid {
                Invalid::Reject => {
                    assert_eq!(tree.expect_err("it is beyond the limits").kind(), &kind);
                }
                // The innermost stays as it stands.
                Invalid::Keep => assert_eq!(depth(&tree.expect("it is kept")), max + 1),
            }
        }
        if invalid == Invalid::Keep {
            assert_eq!(report.problems.len(), 2);
            assert!(report.problems.iter().all(|error| *error.kind() == kind));
        }
    }
}

fn depth(tree: &Tree) -> usize {
    1 + tree.trees.iter().map(depth).max().unwrap_or_default()
}

/// However a type is made: what it has in memory does not go beyond the limits of what it can be read from again.
#[test]
fn what_is_written_down_is_refused_where_no_reader_takes_it() {
    let mut tree = Tree {
        trees: Vec::new(),
        extra: Extra::new(),
    };
    let far = "n".repeat(65_536);
    let mut farther = tree.clone();
    farther
        .extra
        .set_attribute("", &far, "1")
        .expect("XML has no limit");
    let error = RawElement::from_element(&farther).expect_err("no reader of ours takes it");
    let limit = Limit::Name;
    assert!(matches!(error.kind(), ErrorKind::LimitExceeded { limit: l, .. } if *l == limit));
    tree.extra
        .set_attribute("", &far[1..], "1")
        .expect("a name");
    let raw = RawElement::from_element(&tree).expect("the name is as long as can be");
    assert_eq!(
        raw.parse_with::<Tree>(&Options::new(), &mut Report::default()),
        Ok(tree.clone())
    );
    let attributes: String = (0..32_767).map(|n| format!(" a{n}=''")).collect();
    let options = Options::new().limits(Limits::highest());
    let text = format!("<t xmlns='u'{attributes}/>");
    let mut tree: Tree = read_with(text.as_bytes(), &options, &mut Report::default())
        .expect("there are as many as can be");
    let raw = RawElement::from_element(&tree).expect("there are as many as can be");
    assert_eq!(raw.node().attributes().count(), 32_767);
    tree.extra
        .set_attribute("", "more", "")
        .expect("an attribute");
    let error = RawElement::from_element(&tree).expect_err("there is one more");
    let limit = Limit::Attributes;
    let max = 32_767;
    assert_eq!(error.kind(), &ErrorKind::LimitExceeded { limit, max });
}
