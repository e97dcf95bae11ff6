//! The hostile parts: each position of XML's grammar, long, encoded, many or in many pieces.

use crate::tree::Part;
use crate::tree::Tree;

/// How far the input may go in what the reader limits.
///
/// The families must grow in size alone, so what is limited reaches its limit in the smallest input already: the test run
/// stays far below the default limits for that, the command goes up to them.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Caps {
    /// Bytes of a name with its prefix.
    pub name: usize,
    /// Prefixes that a hostile part binds at the same time.
    pub prefixes: usize,
    /// Attributes that it has on one element.
    pub attributes: usize,
    /// Elements inside of each other.
    pub depth: usize,
}

impl Caps {
    /// For inputs from 512 bytes on.
    pub const SMALL: Self = Self {
        name: 120,
        prefixes: 16,
        attributes: 24,
        depth: 24,
    };

    /// Nearly what the default limits allow, with room for the element that carries it.
    pub const DEFAULT: Self = Self {
        name: 1000,
        prefixes: 100,
        attributes: 200,
        depth: 200,
    };
}

/// What is put into an element, as text, and where.
#[derive(Clone, Debug, Default)]
pub struct Fragment {
    /// Declarations in the start tag of the root.
    pub(crate) scope: String,
    /// Attributes and declarations in the start tag of the element in question.
    pub(crate) own: String,
    /// In the content of that element, before what it has.
    pub(crate) content: String,
    /// In its end tag, and in its start tag before the end.
    pub(crate) space: String,
    /// Before the root.
    pub(crate) before: String,
    /// After the root.
    pub(crate) after: String,
    /// In place of the end tag of the root and all after it.
    pub(crate) cut: Option<String>,
    /// How what the type knows is written.
    pub(crate) known: Known,
}

/// How the elements and values that a type knows are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// The prefix of all elements; empty for none.
    pub(crate) prefix: String,
    /// How the names of their namespaces are spelt.
    pub(crate) namespace: Option<(Spelling, usize)>,
    /// How many bytes of repeated known children there are, and how they are repeated.
    pub(crate) repeat: Option<(usize, Repeat)>,
    /// What stands in the values of the element in question, spelt already: in place of them or after them.
    pub(crate) fill: Option<(Fill, String)>,
    /// The same in texts, where these may have what attributes may not.
    pub(crate) fill_text: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    Instead,
    After,
    Before,
}

/// How known children are repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// The first of them, over and over.
    Same,
    /// All of them in turn.
    Alternating,
    /// With an unknown one after each.
    AmongUnknown,
    /// With text after each.
    AmongText,
    /// Each with an unknown attribute.
    WithAttribute,
    /// Each with a child of its own that is unknown.
    WithChild,
    /// Each with values that are not of their form.
    Invalid,
    /// Of the name, and in no namespace.
    Foreign,
    /// Each declares its namespace anew.
    Redeclaring,
}

pub(crate) const REPEATS: [(Repeat, &str); 9] = [
    (Repeat::Same, "same"),
    (Repeat::Alternating, "alternating"),
    (Repeat::AmongUnknown, "among unknown"),
    (Repeat::AmongText, "among text"),
    (Repeat::WithAttribute, "with unknown attribute"),
    (Repeat::WithChild, "with unknown child"),
    (Repeat::Invalid, "invalid"),
    (Repeat::Foreign, "foreign"),
    (Repeat::Redeclaring, "redeclaring"),
];

/// The ways to spell characters in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    Plain,
    Decimal,
    Hex,
    /// A reference with leading zeros.
    Zeros,
    Named,
    /// Characters that are no ASCII.
    Wide,
    /// White space.
    Blank,
    /// References, white space and characters in turn.
    Mixed,
}

pub(crate) const SPELLINGS: [(Spelling, &str); 8] = [
    (Spelling::Plain, "plain"),
    (Spelling::Decimal, "decimal"),
    (Spelling::Hex, "hex"),
    (Spelling::Zeros, "zeros"),
    (Spelling::Named, "named"),
    (Spelling::Wide, "wide"),
    (Spelling::Blank, "blank"),
    (Spelling::Mixed, "mixed"),
];

impl Spelling {
    /// About `n` bytes of characters, for an attribute value or for text.
    pub(crate) fn characters(self, n: usize) -> String {
        let unit = match self {
            Self::Plain => "abcdefg",
            Self::Decimal => "&#97;",
            Self::Hex => "&#x61;",
            Self::Zeros => return format!("&#x{}61;", "0".repeat(n.saturating_sub(6).max(1))),
            Self::Named => "&amp;",
            Self::Wide => "é\u{1F980}\u{3042}",
            Self::Blank => " \t\n",
            Self::Mixed => "a&#97;\t&lt;\n",
        };
        unit.repeat((n / unit.len()).max(1))
    }

    /// A given text, spelt in about `n` bytes where it can be.
    pub(crate) fn of(self, text: &str, n: usize) -> String {
        let mut out = String::new();
        for c in text.chars() {
            match self {
                Self::Decimal | Self::Mixed => out.push_str(&format!("&#{};", u32::from(c))),
                Self::Hex => out.push_str(&format!("&#x{:x};", u32::from(c))),
                Self::Zeros => {
                    let zeros = "0".repeat(n / text.chars().count().max(1));
                    out.push_str(&format!("&#{zeros}{};", u32::from(c)));
                }
                _ => crate::tree::escape(c.encode_utf8(&mut [0; 4]), &mut out),
            }
        }
        out
    }
}

/// Makes a part of about so many bytes.
type Make = Box<dyn Fn(usize, &Caps) -> Fragment + Send + Sync>;

/// Makes characters of about so many bytes.
type Characters = Box<dyn Fn(usize) -> String + Send + Sync>;

/// A family of hostile parts.
pub struct Shape {
    /// What it is, by the position in the grammar and how that is filled.
    pub name: String,
    make: Make,
}

impl core::fmt::Debug for Shape {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.name)
    }
}

impl Shape {
    fn new(
        name: impl Into<String>,
        make: impl Fn(usize, &Caps) -> Fragment + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            make: Box::new(make),
        }
    }

    /// The part of about `n` bytes.
    #[must_use]
    pub fn fragment(&self, n: usize, caps: &Caps) -> Fragment {
        (self.make)(n, caps)
    }
}

/// Calls `piece` with 0, 1, 2… until there are `n` bytes.
pub(crate) fn fill(n: usize, mut piece: impl FnMut(usize) -> String) -> String {
    let mut out = String::new();
    let mut i = 0;
    while out.len() < n {
        out.push_str(&piece(i));
        i += 1;
    }
    out
}

/// A name of `len` bytes that ends in a number.
fn name(len: usize, number: usize) -> String {
    let digits = number.to_string();
    format!(
        "{}{digits}",
        "n".repeat(len.saturating_sub(digits.len()).max(1))
    )
}

fn content(content: String) -> Fragment {
    Fragment {
        content,
        ..Fragment::default()
    }
}

fn own(own: String) -> Fragment {
    Fragment {
        own,
        ..Fragment::default()
    }
}

/// Elements inside of each other, as deep as may be and as often as it takes. `start` is what stands after the `<`.
fn nested(n: usize, depth: usize, start: impl Fn(usize) -> String, inside: &str) -> String {
    fill(n, |_| {
        let mut out = String::new();
        let mut names = Vec::new();
        for level in 0..depth {
            let start = start(level);
            out.push_str(&format!("<{start}>"));
            names.push(start.split(' ').next().unwrap_or_default().to_owned());
        }
        out.push_str(inside);
        for name in names.iter().rev() {
            out.push_str(&format!("</{name}>"));
        }
        out
    })
}

/// All families of parts: each position, in each of the ways to fill it.
#[must_use]
pub fn shapes() -> Vec<Shape> {
    let mut all = Vec::new();
    names(&mut all);
    namespaces(&mut all);
    declarations(&mut all);
    values(&mut all);
    text(&mut all);
    markup(&mut all);
    structure(&mut all);
    known(&mut all);
    errors(&mut all);
    all
}

/// Names of elements and attributes, and prefixes.
fn names(all: &mut Vec<Shape>) {
    for (differ, how) in [(false, "same"), (true, "different")] {
        let number = move |i| if differ { i } else { 0 };
        all.push(Shape::new(
            format!("element name/long, {how}"),
            move |n, caps| content(fill(n, |i| format!("<{}/>", name(caps.name, number(i))))),
        ));
        all.push(Shape::new(
            format!("element name/many, {how}"),
            move |n, _| content(fill(n, |i| format!("<a{}/>", number(i)))),
        ));
        all.push(Shape::new(
            format!("element name/wide, {how}"),
            move |n, caps| {
                content(fill(n, |i| {
                    format!("<{}{}/>", "é".repeat(caps.name / 4), number(i))
                }))
            },
        ));
        all.push(Shape::new(
            format!("attribute name/long, {how}"),
            move |n, caps| {
                content(fill(n, |i| {
                    format!("<a {}=''/>", name(caps.name, number(i)))
                }))
            },
        ));
        all.push(Shape::new(
            format!("attribute name/many, {how}"),
            move |n, caps| {
                content(fill(n, |i| {
                    let attributes: String = (0..caps.attributes)
                        .map(|j| format!(" a{}=''", number(i) * caps.attributes + j))
                        .collect();
                    format!("<a{attributes}/>")
                }))
            },
        ));
        all.push(Shape::new(format!("prefix/long, {how}"), move |n, caps| {
            Fragment {
                scope: (0..if differ { caps.prefixes.min(8) } else { 1 })
                    .map(|i| format!(" xmlns:{}='urn:example:{i}'", name(caps.name - 4, i)))
                    .collect(),
                content: fill(n, |i| {
                    let count = if differ { caps.prefixes.min(8) } else { 1 };
                    format!("<{}:a/>", name(caps.name - 4, i % count))
                }),
                ..Fragment::default()
            }
        }));
        // Of the same or of different namespaces.
        all.push(Shape::new(format!("prefix/many, {how}"), move |n, caps| {
            Fragment {
                scope: (0..caps.prefixes)
                    .map(|i| format!(" xmlns:p{i}='urn:example:{}'", number(i)))
                    .collect(),
                content: fill(n, |i| format!("<p{0}:a p{0}:b=''/>", i % caps.prefixes)),
                ..Fragment::default()
            }
        }));
    }
    all.push(Shape::new("attribute name/long, own", |n, caps| {
        let count = (n / caps.name).clamp(1, caps.attributes);
        own((0..count)
            .map(|i| format!(" {}=''", name(caps.name, i)))
            .collect())
    }));
    all.push(Shape::new("prefix/long, of what is known", |n, caps| {
        Fragment {
            known: Known {
                prefix: "p".repeat(caps.name / 2),
                repeat: Some((n, Repeat::Same)),
                ..Known::default()
            },
            ..Fragment::default()
        }
    }));
    all.push(Shape::new("prefix/long, of what is invalid", |n, caps| {
        Fragment {
            known: Known {
                prefix: "p".repeat(caps.name / 2),
                repeat: Some((n, Repeat::Invalid)),
                ..Known::default()
            },
            ..Fragment::default()
        }
    }));
}

/// How a namespace that is declared once is used many times over.
#[derive(Clone, Copy)]
struct Use {
    name: &'static str,
    /// About `n` bytes of uses of the prefixes `p` and `q`.
    make: fn(usize, &Caps) -> String,
}

const USES: [Use; 9] = [
    Use {
        name: "children",
        make: |n, _| fill(n, |_| "<p:a/>".into()),
    },
    Use {
        name: "different children",
        make: |n, _| fill(n, |i| format!("<p:a{i}/>")),
    },
    Use {
        name: "two in turn",
        make: |n, _| fill(n, |_| "<p:a/><q:a/>".into()),
    },
    Use {
        name: "attributes",
        make: |n, _| fill(n, |_| "<u p:a='1'/>".into()),
    },
    Use {
        name: "attributes of one name",
        make: |n, _| fill(n, |_| "<u p:a='1' q:b='2'/>".into()),
    },
    Use {
        name: "crowded attributes",
        make: |n, caps| {
            let attributes: String = (0..caps.attributes.min(20))
                .map(|i| format!(" p:a{i}=''"))
                .collect();
            fill(n, |_| format!("<u{attributes}/>"))
        },
    },
    Use {
        name: "nested",
        make: |n, caps| nested(n, caps.depth, |_| "p:a".into(), ""),
    },
    Use {
        name: "in unknown children",
        make: |n, _| fill(n, |_| "<u><v><p:a/></v></u>".into()),
    },
    Use {
        name: "stray among text",
        make: |n, _| fill(n, |_| "t<p:a/>".into()),
    },
];

/// A namespace name that is long or encoded, declared in one place and used in many.
fn namespaces(all: &mut Vec<Shape>) {
    for (spelling, spelt) in SPELLINGS {
        for how in USES {
            for (place, at) in [("root", 0), ("own", 1), ("wrapper", 2)] {
                for (second, is_near) in [("near", true), ("respelt", false)] {
                    let name = format!(
                        "namespace/{spelt}, {}, declared on {place}, second {second}",
                        how.name
                    );
                    all.push(Shape::new(name, move |n, caps| {
                        let first = spelling.characters(n / 4);
                        let second = if is_near {
                            format!("{first}x")
                        } else {
                            // The same name, if spelt otherwise than with a reference at its end.
                            format!(
                                "{}&#{};",
                                &first[..first.len() - last_len(&first)],
                                last_code(&first)
                            )
                        };
                        let declarations = format!(" xmlns:p='{first}' xmlns:q='{second}'");
                        let uses = (how.make)(n / 2, caps);
                        match at {
                            0 => Fragment {
                                scope: declarations,
                                content: uses,
                                ..Fragment::default()
                            },
                            1 => Fragment {
                                own: declarations,
                                content: uses,
                                ..Fragment::default()
                            },
                            _ => content(format!("<w{declarations}>{uses}</w>")),
                        }
                    }));
                }
            }
        }
        all.push(Shape::new(
            format!("namespace/{spelt}, default, inherited"),
            move |n, _| {
                let uses = fill(n / 2, |_| "<a/>".into());
                content(format!(
                    "<w xmlns='{}'>{uses}</w>",
                    spelling.characters(n / 2)
                ))
            },
        ));
        all.push(Shape::new(
            format!("namespace/{spelt}, default, nested"),
            move |n, caps| {
                let uses = nested(n / 2, caps.depth, |_| "a".into(), "");
                content(format!(
                    "<w xmlns='{}'>{uses}</w>",
                    spelling.characters(n / 2)
                ))
            },
        ));
        all.push(Shape::new(
            format!("namespace/{spelt}, own attributes"),
            move |n, caps| {
                let attributes: String = (0..caps.attributes - 2)
                    .map(|i| format!(" p:a{i}=''"))
                    .collect();
                own(format!(" xmlns:p='{}'{attributes}", spelling.characters(n)))
            },
        ));
        // As above, but the sum is what grows: each name is a share, used by as many attributes as there may be.
        all.push(Shape::new(
            format!("namespace/{spelt}, each crowded"),
            move |n, caps| {
                let attributes: String = (0..caps.attributes - 2)
                    .map(|i| format!(" p:a{i}=''"))
                    .collect();
                let each = format!(
                    "<u xmlns:p='{}'{attributes}/>",
                    spelling.characters(caps.name)
                );
                content(fill(n, |_| each.clone()))
            },
        ));
        all.push(Shape::new(
            format!("namespace/{spelt}, unused"),
            move |n, _| Fragment {
                scope: format!(" xmlns:p='{}'", spelling.characters(n / 2)),
                content: fill(n / 2, |_| "<a/>".into()),
                ..Fragment::default()
            },
        ));
        for (repeat, repeated) in REPEATS {
            all.push(Shape::new(
                format!("namespace/{spelt}, of what is known, {repeated}"),
                move |n, _| Fragment {
                    known: Known {
                        prefix: "k".into(),
                        namespace: Some((spelling, n / 2)),
                        repeat: Some((n / 2, repeat)),
                        ..Known::default()
                    },
                    ..Fragment::default()
                },
            ));
        }
    }
}

fn last_len(text: &str) -> usize {
    if text.ends_with(';') {
        text.len() - text.rfind('&').unwrap_or_default()
    } else {
        text.chars().next_back().map_or(0, char::len_utf8)
    }
}

fn last_code(text: &str) -> u32 {
    if text.ends_with("lt;") {
        return u32::from('<');
    }
    if text.ends_with("amp;") {
        return u32::from('&');
    }
    if text.ends_with(';') {
        return u32::from('a');
    }
    // White space is normalised to a space.
    match text.chars().next_back() {
        Some('\n' | '\t') | None => 32,
        Some(c) => u32::from(c),
    }
}

/// Declarations that are many.
fn declarations(all: &mut Vec<Shape>) {
    all.push(Shape::new(
        "declarations/each child another default",
        |n, _| content(fill(n, |i| format!("<a xmlns='urn:{i}'/>"))),
    ));
    all.push(Shape::new(
        "declarations/each child the same default",
        |n, _| content(fill(n, |_| "<a xmlns='urn:example'/>".into())),
    ));
    all.push(Shape::new(
        "declarations/each child the same prefix",
        |n, _| content(fill(n, |_| "<p:a xmlns:p='urn:example' p:b=''/>".into())),
    ));
    all.push(Shape::new("declarations/none undeclared", |n, _| {
        content(fill(n, |_| "<a xmlns=''><b xmlns='urn:b'/></a>".into()))
    }));
    all.push(Shape::new("declarations/alternating, nested", |n, caps| {
        content(nested(
            n,
            caps.depth,
            |level| format!("a xmlns='urn:{}'", level % 2),
            "",
        ))
    }));
    all.push(Shape::new(
        "declarations/prefix bound anew, nested",
        |n, caps| {
            let depth = caps.depth.min(caps.prefixes);
            content(nested(
                n,
                depth,
                |level| format!("p:a xmlns:p='urn:{level}'"),
                "",
            ))
        },
    ));
    all.push(Shape::new("declarations/crowded, unused", |n, caps| {
        let count = caps.prefixes.min(caps.attributes);
        let each: String = (0..count).map(|i| format!(" xmlns:p{i}='u'")).collect();
        content(fill(n, |_| format!("<a{each}/>")))
    }));
    all.push(Shape::new("declarations/crowded, used", |n, caps| {
        let count = caps.prefixes.min(caps.attributes / 2);
        let each: String = (0..count)
            .map(|i| format!(" xmlns:p{i}='u{i}' p{i}:a=''"))
            .collect();
        content(fill(n, |_| format!("<a{each}/>")))
    }));
    all.push(Shape::new(
        "declarations/crowded root, each child uses all",
        |n, caps| {
            let count = caps.prefixes.min(caps.attributes);
            let attributes: String = (0..count).map(|i| format!(" p{i}:a=''")).collect();
            Fragment {
                scope: (0..count)
                    .map(|i| format!(" xmlns:p{i}='urn:{i}'"))
                    .collect(),
                content: fill(n, |_| format!("<a{attributes}/>")),
                ..Fragment::default()
            }
        },
    ));
    all.push(Shape::new("declarations/crowded own, unused", |n, caps| {
        let count = caps.prefixes.min(caps.attributes);
        own((0..count)
            .map(|i| format!(" xmlns:p{i}='{}'", "u".repeat(1 + n / count)))
            .collect())
    }));
}

/// Attribute values.
fn values(all: &mut Vec<Shape>) {
    for (spelling, spelt) in SPELLINGS {
        all.push(Shape::new(
            format!("attribute value/{spelt}, own"),
            move |n, _| own(format!(" unknown='{}'", spelling.characters(n))),
        ));
        all.push(Shape::new(
            format!("attribute value/{spelt}, of an unknown child"),
            move |n, _| content(format!("<a b='{}'/>", spelling.characters(n))),
        ));
        all.push(Shape::new(
            format!("attribute value/{spelt}, many"),
            move |n, _| content(fill(n, |_| format!("<a b='{}'/>", spelling.characters(12)))),
        ));
        for (fill, filled) in [
            (Fill::Instead, "instead"),
            (Fill::After, "after"),
            (Fill::Before, "before"),
        ] {
            all.push(Shape::new(
                format!("value/{spelt}, {filled} what is known"),
                move |n, _| Fragment {
                    known: Known {
                        fill: Some((fill, spelling.characters(n))),
                        ..Known::default()
                    },
                    ..Fragment::default()
                },
            ));
        }
    }
    all.push(Shape::new("language/long", |n, _| {
        own(format!(" xml:lang='{}'", "aa-".repeat(n / 3)))
    }));
}

const PIECES: [(&str, &str); 9] = [
    ("CDATA", "<![CDATA[a]]>"),
    ("CDATA and text", "a<![CDATA[b]]>"),
    ("empty CDATA", "<![CDATA[]]>"),
    ("blank CDATA", "<![CDATA[ ]]>"),
    ("CDATA with line ends", "<![CDATA[\r\n]]>"),
    ("CDATA and references", "&lt;<![CDATA[b]]>"),
    ("line ends", "\r\n"),
    ("brackets", "]] ]"),
    ("quotes", "'\""),
];

/// Character data and CDATA sections.
fn text(all: &mut Vec<Shape>) {
    let long = SPELLINGS.map(|(spelling, spelt)| {
        let make: Characters = Box::new(move |n| spelling.characters(n));
        (spelt, make)
    });
    let pieces = PIECES.map(|(name, piece)| {
        let make: Characters = Box::new(move |n| fill(n, |_| piece.into()));
        (name, make)
    });
    let one: [(&str, Characters); 2] = [
        (
            "long CDATA",
            Box::new(|n| format!("<![CDATA[{}]]>", "x".repeat(n))),
        ),
        (
            "CDATA of ends",
            Box::new(|n| format!("<![CDATA[{}]]>", "]>]] ".repeat(n / 5))),
        ),
    ];
    for (name, make) in long.into_iter().chain(pieces).chain(one) {
        let make = std::sync::Arc::new(make);
        let inside = make.clone();
        all.push(Shape::new(format!("text/{name}, own"), move |n, _| {
            content(inside(n))
        }));
        let inside = make.clone();
        all.push(Shape::new(
            format!("text/{name}, of an unknown child"),
            move |n, _| content(format!("<a>{}</a>", inside(n))),
        ));
        let inside = make.clone();
        all.push(Shape::new(
            format!("text/{name}, in place of what is known"),
            move |n, _| Fragment {
                known: Known {
                    fill_text: Some(inside(n)),
                    ..Known::default()
                },
                ..Fragment::default()
            },
        ));
        all.push(Shape::new(
            format!("text/{name}, among unknown children"),
            move |n, _| content(fill(n, |_| format!("{}<a/>", make(8)))),
        ));
    }
}

/// White space in markup, comments, and what stands around the root.
fn markup(all: &mut Vec<Shape>) {
    all.push(Shape::new("white space/long, in tags", |n, _| Fragment {
        space: " \t\n".repeat(n / 6),
        ..Fragment::default()
    }));
    all.push(Shape::new("white space/many, in tags", |n, _| {
        content(fill(n, |_| "<a  b\t=\n'' ></a  >".into()))
    }));
    all.push(Shape::new("white space/long, among children", |n, _| {
        content(format!("<a/>{}<b/>", " \n".repeat(n / 2)))
    }));
    all.push(Shape::new("white space/many, among children", |n, _| {
        content(fill(n, |_| " <a/>".into()))
    }));
    all.push(Shape::new("white space/before", |n, _| Fragment {
        before: " ".repeat(n),
        ..Fragment::default()
    }));
    all.push(Shape::new("white space/after", |n, _| Fragment {
        after: " ".repeat(n),
        ..Fragment::default()
    }));
    for (name, comment) in [
        ("many", "<!---->"),
        ("among children", "<!--c--><a/>"),
        ("in text", "t<!--c-->"),
    ] {
        all.push(Shape::new(format!("comments/{name}"), move |n, _| {
            content(fill(n, |_| comment.into()))
        }));
        all.push(Shape::new(
            format!("comments/{name}, in an unknown child"),
            move |n, _| content(format!("<a>{}</a>", fill(n, |_| comment.into()))),
        ));
    }
    all.push(Shape::new("comments/in each of many children", |n, _| {
        content(fill(n, |_| "<a><!--c--></a>".into()))
    }));
    all.push(Shape::new("comments/long", |n, _| {
        content(format!("<!--{}-->", "- ".repeat(n / 2)))
    }));
    all.push(Shape::new("comments/before", |n, _| Fragment {
        before: fill(n, |_| "<!--c-->".into()),
        ..Fragment::default()
    }));
}

/// Children, depth.
fn structure(all: &mut Vec<Shape>) {
    all.push(Shape::new("children/many, mixed with text", |n, _| {
        content(fill(n, |_| "x<a/>".into()))
    }));
    all.push(Shape::new("children/many, open", |n, _| {
        content(fill(n, |_| "<a></a>".into()))
    }));
    all.push(Shape::new("children/two in turn", |n, _| {
        content(fill(n, |_| "<a/><b/>".into()))
    }));
    all.push(Shape::new("children/in two levels", |n, _| {
        let inside = fill((n as f64).sqrt() as usize, |_| "<b/>".into());
        content(fill(n, |_| format!("<a>{inside}</a>")))
    }));
    all.push(Shape::new("depth/same", |n, caps| {
        content(nested(n, caps.depth, |_| "a".into(), ""))
    }));
    all.push(Shape::new("depth/different", |n, caps| {
        content(nested(n, caps.depth, |level| format!("a{level}"), ""))
    }));
    all.push(Shape::new("depth/long names", |n, caps| {
        content(nested(n, caps.depth, |level| name(caps.name, level), ""))
    }));
    all.push(Shape::new("depth/with siblings", |n, caps| {
        content(fill(n, |_| {
            let depth = caps.depth / 2;
            format!("{}{}", "<a><b/>".repeat(depth), "</a>".repeat(depth))
        }))
    }));
    all.push(Shape::new("depth/with text", |n, caps| {
        content(fill(n, |_| {
            let depth = caps.depth / 2;
            format!("{}{}", "<a>x".repeat(depth), "y</a>".repeat(depth))
        }))
    }));
}

/// What the type knows, many times over.
fn known(all: &mut Vec<Shape>) {
    for (repeat, repeated) in REPEATS {
        all.push(Shape::new(
            format!("known children/{repeated}"),
            move |n, _| Fragment {
                known: Known {
                    repeat: Some((n, repeat)),
                    ..Known::default()
                },
                ..Fragment::default()
            },
        ));
    }
}

/// What is refused only at the end.
fn errors(all: &mut Vec<Shape>) {
    type Many = fn(usize, &Caps) -> String;
    let many: [(&str, Many); 5] = [
        ("after many children", |n, _| fill(n, |_| "<a/>".into())),
        ("after different children", |n, _| {
            fill(n, |i| format!("<a{i}/>"))
        }),
        ("after long names", |n, caps| {
            fill(n, |i| format!("<{}/>", name(caps.name, i)))
        }),
        ("after text", |n, _| "x".repeat(n)),
        ("after depth", |n, caps| {
            nested(n, caps.depth, |_| "a".into(), "")
        }),
    ];
    type End = fn(&Caps) -> String;
    let ends: [(&str, End); 7] = [
        ("cut", |_| String::new()),
        ("cut in a tag", |_| "<a b='".into()),
        ("cut while deep", |caps| {
            fill(caps.depth * 3, |_| "<a><b/>".into())
        }),
        ("wrong end", |_| "</wrong>".into()),
        ("undeclared prefix", |_| "<x:y/>".into()),
        ("duplicate attribute", |_| "<a b='' b=''/>".into()),
        ("bad reference", |_| "&nbsp;".into()),
    ];
    for (before, make) in many {
        for (name, end) in ends {
            all.push(Shape::new(
                format!("error/{name} {before}"),
                move |n, caps| Fragment {
                    content: make(n, caps),
                    cut: Some(end(caps)),
                    ..Fragment::default()
                },
            ));
        }
    }
    type Long = fn(usize) -> String;
    let long: [(&str, Long); 9] = [
        ("unended reference", |n| format!("&{}", "a".repeat(n))),
        ("unended references", |n| fill(n, |_| "&a".into())),
        ("unended CDATA", |n| {
            format!("<![CDATA[{}", "]]".repeat(n / 2))
        }),
        ("unended comment", |n| format!("<!--{}", "-".repeat(n))),
        ("unended value", |n| format!("<a b='{}", "x".repeat(n))),
        ("unended tag", |n| format!("<a{}", fill(n, |_| " ".into()))),
        ("too long a name", |n| format!("<{}/>", "a".repeat(n))),
        ("too long an attribute name", |n| {
            format!("<a {}=''/>", "a".repeat(n))
        }),
        ("invalid reference", |n| format!("&#{};", "9".repeat(n))),
    ];
    for (name, make) in long {
        all.push(Shape::new(format!("error/{name}"), move |n, _| Fragment {
            cut: Some(make(n)),
            ..Fragment::default()
        }));
    }
    all.push(Shape::new("error/text after the root", |n, _| Fragment {
        after: "x".repeat(n),
        ..Fragment::default()
    }));
    all.push(Shape::new("error/elements after the root", |n, _| {
        Fragment {
            after: fill(n, |_| "<a/>".into()),
            ..Fragment::default()
        }
    }));
    all.push(Shape::new(
        "error/undeclared prefix after many declarations",
        |n, caps| {
            let count = caps.prefixes;
            let declarations: String = (0..count).map(|i| format!(" xmlns:p{i}='u'")).collect();
            Fragment {
                cut: Some("<x:y/>".into()),
                content: fill(n, |_| format!("<a{declarations}/>")),
                ..Fragment::default()
            }
        },
    ));
}

impl Fragment {
    /// Writes down an element with this in it: `target` is the number of the element in question, in the order of the
    /// document.
    #[must_use]
    pub fn put(&self, tree: &Tree, target: usize) -> String {
        let mut namespaces = Vec::new();
        tree.namespaces(&mut namespaces);
        let mut out = self.before.clone();
        let mut writer = Placing {
            fragment: self,
            namespaces,
            target,
            index: 0,
        };
        writer.element(tree, None, &mut out);
        if let Some(cut) = &self.cut {
            out.push_str(cut);
        } else {
            out.push_str(&self.after);
        }
        out
    }
}

struct Placing<'a> {
    fragment: &'a Fragment,
    namespaces: Vec<String>,
    target: usize,
    index: usize,
}

impl Placing<'_> {
    fn spelt(&self, namespace: &str) -> String {
        let (spelling, n) = self
            .fragment
            .known
            .namespace
            .unwrap_or((Spelling::Plain, 0));
        spelling.of(namespace, n / self.namespaces.len())
    }

    fn element(&mut self, tree: &Tree, parent: Option<&str>, out: &mut String) {
        let is_target = self.index == self.target;
        self.index += 1;
        let fragment = self.fragment;
        let prefix = &fragment.known.prefix;
        let place = self.namespaces.iter().position(|n| *n == tree.namespace);
        let name = if prefix.is_empty() || tree.namespace.is_empty() {
            tree.name.clone()
        } else {
            format!("{prefix}{}:{}", place.unwrap_or_default(), tree.name)
        };
        out.push_str(&format!("<{name}"));
        if prefix.is_empty() && parent.unwrap_or_default() != tree.namespace {
            out.push_str(&format!(" xmlns='{}'", self.spelt(&tree.namespace)));
        }
        if parent.is_none() {
            if !prefix.is_empty() {
                for (i, namespace) in self
                    .namespaces
                    .iter()
                    .enumerate()
                    .filter(|(_, n)| !n.is_empty())
                {
                    out.push_str(&format!(" xmlns:{prefix}{i}='{}'", self.spelt(namespace)));
                }
            }
            out.push_str(&fragment.scope);
        }
        let fill = fragment.known.fill.as_ref().filter(|_| is_target);
        for (i, (namespace, _, local, value)) in tree.attributes.iter().enumerate() {
            match namespace.as_str() {
                "" => out.push(' '),
                "http://www.w3.org/XML/1998/namespace" => out.push_str(" xml:"),
                _ => {
                    out.push_str(&format!(" xmlns:a{i}='"));
                    crate::tree::escape(namespace, out);
                    out.push_str(&format!("' a{i}:"));
                }
            }
            out.push_str(&format!("{local}='"));
            match fill {
                Some((Fill::Instead, with)) => out.push_str(with),
                Some((Fill::Before, with)) => {
                    out.push_str(with);
                    crate::tree::escape(value, out);
                }
                Some((Fill::After, with)) => {
                    crate::tree::escape(value, out);
                    out.push_str(with);
                }
                None => crate::tree::escape(value, out),
            }
            out.push('\'');
        }
        if is_target {
            out.push_str(&fragment.own);
            out.push_str(&fragment.space);
        }
        out.push('>');
        if is_target {
            out.push_str(&fragment.content);
        }
        let fill_text = fragment.known.fill_text.as_ref().filter(|_| is_target);
        if let Some(text) = fill_text {
            out.push_str(text);
        }
        for part in &tree.content {
            match part {
                Part::Text(_) if fill_text.is_some() => {}
                Part::Text(text) => match fill {
                    Some((Fill::Instead, with)) => out.push_str(with),
                    Some((Fill::Before, with)) => {
                        out.push_str(with);
                        crate::tree::escape(text, out);
                    }
                    Some((Fill::After, with)) => {
                        crate::tree::escape(text, out);
                        out.push_str(with);
                    }
                    None => crate::tree::escape(text, out),
                },
                Part::Element(child) => self.element(child, Some(&tree.namespace), out),
            }
        }
        if is_target && let Some((n, repeat)) = fragment.known.repeat {
            self.repeat(tree, n, repeat, out);
        }
        // Where the root is cut, all that is open stays so.
        if fragment.cut.is_some() && (is_target || parent.is_none() || self.index > self.target) {
            return;
        }
        out.push_str(&format!("</{name}"));
        if is_target {
            out.push_str(&fragment.space);
        }
        out.push('>');
    }

    fn repeat(&mut self, tree: &Tree, n: usize, repeat: Repeat, out: &mut String) {
        let mut children: Vec<Tree> = Vec::new();
        for child in tree.children() {
            if repeat == Repeat::Alternating || children.is_empty() {
                children.push(child.clone());
            }
        }
        if repeat == Repeat::Invalid {
            children
                .iter_mut()
                .for_each(|c| c.respell(&|_| "\u{1F980} ?!/@ /".to_owned()));
        }
        if children.is_empty() {
            // It knows none: those of its own name are as near as there is.
            children.push(Tree {
                content: Vec::new(),
                ..tree.clone()
            });
        }
        for child in &mut children {
            match repeat {
                Repeat::WithAttribute => {
                    let unknown = (String::new(), String::new(), "unknown".into(), "1".into());
                    child.attributes.push(unknown);
                }
                Repeat::WithChild => child.content.push(Part::Element(Tree {
                    namespace: "urn:unknown".into(),
                    name: "unknown".into(),
                    attributes: Vec::new(),
                    content: Vec::new(),
                })),
                _ => {}
            }
        }
        let parent = match repeat {
            Repeat::Redeclaring => "another than its own",
            _ => &tree.namespace,
        };
        let index = self.index;
        let start = out.len();
        let mut i = 0;
        while out.len() - start < n {
            let child = &children[i % children.len()];
            if repeat == Repeat::Foreign {
                out.push_str(&format!("<{} xmlns=''/>", child.name));
            } else {
                // Never the element in question.
                self.index = usize::MAX / 2;
                let cut = self.fragment.cut.is_some();
                debug_assert!(!cut, "what is repeated is whole");
                self.element(child, Some(parent), out);
            }
            match repeat {
                Repeat::AmongUnknown => out.push_str("<unknown xmlns='urn:unknown'/>"),
                Repeat::AmongText => out.push_str("text"),
                _ => {}
            }
            i += 1;
        }
        self.index = index;
    }
}
