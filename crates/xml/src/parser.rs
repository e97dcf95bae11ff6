//! The reader: bytes to a tape, in one pass, without recursion.
//!
//! Everything that Namespaces in XML 1.0 and RFC 6120 §11 ask of an input is checked here, so that what
//! reads the tape need not. The state of an open element lives in the fields of its record that
//! are known only at its end; there is no stack beside the tape.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::chars::{self, NAME_START, SPACE, is, is_same_name};
use crate::cost;
use crate::decode;
use crate::error::{Error, ErrorKind};
use crate::namespace::{XML, XMLNS};
use crate::node::Node;
use crate::options::{Limit, Limits, Options};
use crate::tape::{
    BLANK, CDATA, Document, ENCODED, HAS_BLANK, HAS_COMMENTS, HAS_ELEMENTS, HAS_TEXT, Input, Kind,
    NONE, Origin, PREFIXED, Record, Scope, Tape, USES_NO_NAMESPACE, XML_NAMESPACE, rank,
};

/// How much of the input is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// One element, with nothing but white space around it.
    Document,
    /// A start tag alone, as that of a stream; it is put on the tape as an element without content.
    StartTag,
    /// One element from the start of the input; what follows it is not looked at.
    Element,
}

/// What has been read: the records, of which the root is the first, and what there is to know beside them.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) records: Vec<Record>,
    pub(crate) input: Input,
}

impl Parsed {
    /// With the text that was read.
    #[inline]
    pub(crate) fn document<'a>(&'a self, text: &'a str) -> Document<'a> {
        Document {
            text,
            records: &self.records,
            origin: Origin::Input(&self.input),
        }
    }

    /// Whether there are elements in the root.
    #[inline]
    pub(crate) fn has_elements(&self) -> bool {
        let root = self.records.first();
        root.is_some_and(|root| root.flags & HAS_ELEMENTS != 0)
    }

    /// Kept, with a copy of the text that was read, in little more memory than it takes.
    pub(crate) fn keep_nearly(self, text: &str) -> Arc<Tape> {
        let room = self.records.len() + self.records.len() / 2;
        Arc::new(self.keep_in(String::from(text), room))
    }

    /// Kept, with the text that was read, in no more memory than it takes.
    pub(crate) fn keep(self, text: Box<str>) -> Tape {
        self.keep_in(String::from(text), 0)
    }

    /// Kept, with the text that was read, in the memory that it has unless that is for more records than `room`.
    #[inline]
    pub(crate) fn keep_in(mut self, text: String, room: usize) -> Tape {
        if self.records.capacity() > room {
            self.records.shrink_to_fit();
        }
        Tape::new(text, self.records, self.input)
    }
}

/// Reads `input`; gives its text, too.
pub(crate) fn parse<'a>(
    input: &'a [u8],
    options: &Options,
    extent: Extent,
) -> Result<(&'a str, Parsed), Error> {
    let text = text_of(input, options)?;
    parse_str(text, options, extent).map(|parsed| (text, parsed))
}

/// The text of an input, if it is one and not too long.
pub(crate) fn text_of<'a>(input: &'a [u8], options: &Options) -> Result<&'a str, Error> {
    // First of all, lest much be looked at that is too much.
    if input.len() > most_bytes(options) {
        return Err(too_long(options));
    }
    if chars::is_wide(input) == Some(true) {
        return Err(Error::new(ErrorKind::NotUtf8));
    }
    core::str::from_utf8(input)
        .map_err(|e| Error::new(ErrorKind::NotUtf8).at(String::new(), e.valid_up_to()))
}

/// As [`parse`], of what is known to be text.
pub(crate) fn parse_str(text: &str, options: &Options, extent: Extent) -> Result<Parsed, Error> {
    parse_within(text, None, options, extent)
}

/// As [`parse_str`], within the declarations of `scope`.
pub(crate) fn parse_within(
    text: &str,
    scope: Option<Arc<Scope>>,
    options: &Options,
    extent: Extent,
) -> Result<Parsed, Error> {
    let records = Vec::with_capacity(usual_records(text.len()));
    parse_into(records, text, scope, options, extent)
}

/// How many records an input of so many bytes most often has.
pub(crate) fn usual_records(bytes: usize) -> usize {
    (bytes / 14).clamp(8, 1 << 16)
}

/// As [`parse_within`], with records that are put into memory that is there already.
pub(crate) fn parse_into(
    records: Vec<Record>,
    text: &str,
    scope: Option<Arc<Scope>>,
    options: &Options,
    extent: Extent,
) -> Result<Parsed, Error> {
    let (seen, rest) = text.split_at(chars::floor_boundary(text, most_bytes(options)));
    if extent != Extent::Element && !rest.is_empty() {
        return Err(too_long(options));
    }
    let mut parser = Parser::new(records, seen, scope, options);
    match parser.run(extent) {
        Ok(()) => Ok(Parsed {
            records: parser.records,
            input: parser.input,
        }),
        Err(kind)
            if matches!(*kind, ErrorKind::UnexpectedEnd | ErrorKind::NoRoot)
                && !rest.is_empty() =>
        {
            Err(too_long(options))
        }
        Err(kind) => Err(parser.error(*kind)),
    }
}

/// Whether a text begins with a start tag that is well-formed within `scope` and has this name.
pub(crate) fn begins_with(
    text: &str,
    scope: Option<Arc<Scope>>,
    options: &Options,
    (namespace, name): (&str, &str),
) -> bool {
    let records = Vec::with_capacity(usual_records(text.len()));
    let mut parser = Parser::new(records, text, scope, options);
    text.starts_with('<')
        && parser.first_tag(true).is_ok()
        && Node::root(parser.document()).is(namespace, name)
}

/// Looks over an element as it comes in, one tag or run of text after the other, before it is there as a whole.
///
/// Of what has come in, it keeps the names of the elements that are open and what they declare.
#[derive(Debug)]
pub(crate) struct Outlook {
    /// What is declared in the open elements, within what is declared around them all.
    scope: Arc<Scope>,
    open: Vec<Open>,
    names: String,
    elements: usize,
    prefixes: usize,
    /// Room for the records of what comes next, and for the elements among them that are open.
    records: Vec<Record>,
    fresh: Vec<u32>,
}

/// An open element: where its name is, and how much was declared and bound outside of it.
#[derive(Debug)]
struct Open {
    name: usize,
    declared: usize,
    prefixes: usize,
}

impl Outlook {
    pub(crate) fn new(scope: Option<Arc<Scope>>) -> Self {
        Self {
            scope: Arc::new(Scope::within(scope, [])),
            open: Vec::new(),
            names: String::new(),
            elements: 0,
            prefixes: 0,
            records: Vec::new(),
            fresh: Vec::new(),
        }
    }

    /// Takes in what comes next, up to `end`: whole tags, CDATA sections and runs of text, each of which ends where `text` shows
    /// markup. Says whether all that can stand there; an element of the name `other` cannot stand at the top.
    pub(crate) fn takes(
        &mut self,
        text: &str,
        end: usize,
        options: &Options,
        other: (&str, &str),
    ) -> bool {
        let mut pos = 0;
        while pos < end {
            let rest = text.get(pos..).unwrap_or_default();
            if let Some(tag) = rest.strip_prefix("</") {
                let len = tag.find('>').map_or(tag.len(), |n| n + 1);
                if !self.takes_end_tag(tag.get(..len).unwrap_or_default()) {
                    return false;
                }
                pos += 2 + len;
                continue;
            }
            match self.takes_elements(rest, end - pos, options, other) {
                Some(len) => pos += len,
                None => return false,
            }
        }
        true
    }

    /// Takes in what comes next up to `end` or to the end tag of an element that was open before; gives how much that is.
    fn takes_elements(
        &mut self,
        text: &str,
        end: usize,
        options: &Options,
        other: (&str, &str),
    ) -> Option<usize> {
        let mut records = core::mem::take(&mut self.records);
        records.clear();
        let mut parser = Parser::new(records, text, Some(Arc::clone(&self.scope)), options);
        parser.depth = self.open.len();
        parser.elements = self.elements;
        parser.count_from = parser.count_from.saturating_sub(self.elements);
        let mut is_at_top = self.open.is_empty();
        let max = options.limits.prefixes.min(Limits::MOST_ATTRIBUTES);
        while parser.pos < end {
            match parser.rest() {
                [b'<', b'/', ..] if parser.open == NONE => break,
                [b'<', b'/', ..] => parser.any_end_tag(),
                [b'<', b'!', ..] => parser.cdata(),
                [b'<', ..] => parser.first_tag(false),
                _ => parser.characters(),
            }
            .ok()?;
            if self.prefixes + parser.bound.len() > max
                || (is_at_top && Node::root(parser.document()).is(other.0, other.1))
            {
                return None;
            }
            is_at_top = false;
        }
        self.elements = parser.elements;
        let mut open = core::mem::take(&mut self.fresh);
        open.clear();
        let mut index = parser.open;
        while let Some(record) = parser.records.get(index as usize) {
            open.push(index);
            index = record.next;
        }
        let mut declared = Vec::new();
        for &index in open.iter().rev() {
            let document = parser.document();
            let node = Node { document, index };
            let record = node.record()?;
            self.open.push(Open {
                name: self.names.len(),
                declared: self.scope.len() + declared.len(),
                prefixes: self.prefixes + parser.bound.partition_point(|b| b.element < index),
            });
            self.names.push_str(document.qualified(record));
            let declarations = node.declarations();
            declared
                .extend(declarations.map(|(prefix, name)| (Box::from(prefix), Box::from(name))));
        }
        self.prefixes += parser.bound.len();
        self.fresh = open;
        let len = parser.pos;
        self.records = parser.records;
        drop(parser.input);
        if let Some(scope) = Arc::get_mut(&mut self.scope) {
            scope.extend(declared);
        }
        Some(len)
    }

    fn takes_end_tag(&mut self, tag: &str) -> bool {
        let Some(open) = self.open.pop() else {
            return false;
        };
        let name = self.names.get(open.name..).unwrap_or_default();
        let after = tag.strip_prefix(name).and_then(|tag| tag.strip_suffix('>'));
        let takes = after.is_some_and(chars::is_blank);
        self.names.truncate(open.name);
        self.prefixes = open.prefixes;
        if let Some(scope) = Arc::get_mut(&mut self.scope) {
            scope.truncate(open.declared);
        }
        takes
    }
}

fn most_bytes(options: &Options) -> usize {
    options.limits.bytes.min(u32::MAX as usize - 1)
}

#[cold]
fn too_long(options: &Options) -> Error {
    let max = most_bytes(options);
    let limit = Limit::Bytes;
    Error::new(ErrorKind::LimitExceeded { limit, max }).at(String::new(), max)
}

/// A prefix that is bound at the moment, with a hash that makes looking it up cheap.
struct Bound {
    hash: u32,
    declaration: u32,
    /// The element that declares it.
    element: u32,
}

struct Parser<'a, 'o> {
    text: &'a str,
    bytes: &'a [u8],
    /// Where the reader is; when it fails, where the input is wrong.
    pos: usize,
    records: Vec<Record>,
    /// The innermost open element.
    open: u32,
    depth: usize,
    /// The declaration of the default namespace, its rank, and the flag of an element that is in none.
    default: u32,
    default_rank: u32,
    default_flag: u8,
    bound: Vec<Bound>,
    /// The numbers of the first namespaces with the places of their names, and the numbers of all once there are more, or one
    /// that is spelt with references.
    first: [Numbered; FEW],
    first_len: usize,
    numbers: Option<BTreeMap<Cow<'a, str>, u32>>,
    elements: usize,
    /// From so many records on, there might be too many elements or too little memory.
    count_from: usize,
    /// Bytes of a name.
    most_name: usize,
    /// Whether a name may be as long as those that are read in the short way.
    has_usual_names: bool,
    /// Attributes of an element.
    most_attributes: usize,
    input: Input,
    options: &'o Options,
}

/// So many namespaces are told apart by comparing with each.
const FEW: usize = 8;

/// The number of a namespace, and where its name stands as it is.
#[derive(Clone, Copy)]
struct Numbered {
    number: u32,
    start: u32,
    end: u32,
}

/// The kind is boxed so that what succeeds, which is nearly everything, comes back in registers.
type Outcome<T = ()> = Result<T, Box<ErrorKind>>;

impl<'a, 'o> Parser<'a, 'o> {
    fn new(
        records: Vec<Record>,
        text: &'a str,
        scope: Option<Arc<Scope>>,
        options: &'o Options,
    ) -> Self {
        let limits = &options.limits;
        let room = limits.memory.saturating_sub(text.len()) / size_of::<Record>();
        let default = scope.as_ref().map_or(NONE, |scope| scope.default);
        Self {
            text,
            bytes: text.as_bytes(),
            pos: 0,
            records,
            open: NONE,
            depth: 0,
            default,
            default_rank: rank(default),
            default_flag: no_namespace(default),
            bound: Vec::new(),
            first: [Numbered {
                number: NONE,
                start: 0,
                end: 0,
            }; FEW],
            first_len: 0,
            numbers: None,
            elements: 0,
            count_from: limits.elements.min(room),
            most_name: limits.name.min(usize::from(u16::MAX)),
            has_usual_names: limits.name >= chars::MOST_LETTERS,
            most_attributes: limits.attributes.min(Limits::MOST_ATTRIBUTES),
            input: Input::new(options, scope),
            options,
        }
    }

    #[inline]
    fn document(&self) -> Document<'_> {
        Document {
            text: self.text,
            records: &self.records,
            origin: Origin::Input(&self.input),
        }
    }

    /// The error for what is wrong where the reader is.
    #[cold]
    fn error(&self, kind: ErrorKind) -> Error {
        let path = self.document().open_path(self.open);
        Error::new(kind).at(path, self.pos)
    }

    fn run(&mut self, extent: Extent) -> Outcome {
        self.prolog(extent)?;
        if extent == Extent::StartTag {
            self.first_tag(true)?;
        } else {
            self.element()?;
        }
        if self.memory() > self.options.limits.memory {
            return self.exceeded(self.pos, Limit::Memory, self.options.limits.memory);
        }
        if extent != Extent::Element {
            self.epilog()?;
        }
        Ok(())
    }

    /// The bytes that what has been read so far takes. What is still to come does not count, so that an element that comes
    /// in by and by goes beyond the limit where one does that is there as a whole.
    #[inline]
    fn memory(&self) -> usize {
        self.pos + self.records.len() * size_of::<Record>()
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.pos).copied()
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.pos..).unwrap_or_default()
    }

    /// Steps over white space; says whether there was any.
    #[inline]
    fn space(&mut self) -> bool {
        let start = self.pos;
        while self.peek().is_some_and(|b| is(b, SPACE)) {
            self.pos += 1;
        }
        self.pos > start
    }

    fn eat(&mut self, literal: &[u8]) -> bool {
        let found = self.rest().starts_with(literal);
        if found {
            self.pos += literal.len();
        }
        found
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Outcome {
        match self.peek() {
            Some(b) if b == byte => {
                self.pos += 1;
                Ok(())
            }
            _ => Err(self.unexpected()),
        }
    }

    /// The error for what stands here instead of what was due.
    #[cold]
    fn unexpected(&self) -> Box<ErrorKind> {
        Box::new(self.unexpected_kind())
    }

    fn unexpected_kind(&self) -> ErrorKind {
        match self
            .text
            .get(self.pos..)
            .and_then(|rest| rest.chars().next())
        {
            None => ErrorKind::UnexpectedEnd,
            Some(c) if !chars::is_char(c) => ErrorKind::InvalidCharacter,
            Some(_) => ErrorKind::UnexpectedCharacter,
        }
    }

    /// Fails with `kind` at `pos`.
    #[cold]
    fn fail<T>(&mut self, pos: usize, kind: ErrorKind) -> Outcome<T> {
        self.pos = pos;
        Err(Box::new(kind))
    }

    #[cold]
    fn exceeded<T>(&mut self, pos: usize, limit: Limit, max: usize) -> Outcome<T> {
        self.fail(pos, ErrorKind::LimitExceeded { limit, max })
    }

    fn prolog(&mut self, extent: Extent) -> Outcome {
        if self.options.skip_declaration {
            // A file may have a byte order mark; in a stream, it would be a character (RFC 6120 §11.6).
            if extent != Extent::StartTag {
                self.eat("\u{FEFF}".as_bytes());
            }
            if self.declaration_ahead() {
                self.xml_declaration()?;
            }
        }
        loop {
            self.space();
            match self.peek() {
                None => return Err(ErrorKind::NoRoot.into()),
                Some(b'<') => match self.bytes.get(self.pos + 1) {
                    Some(b'!' | b'?') => self.markup_outside()?,
                    Some(b'/') => {
                        self.pos += 1;
                        return Err(ErrorKind::UnexpectedCharacter.into());
                    }
                    _ => return Ok(()),
                },
                Some(_) => return Err(self.outside()),
            }
        }
    }

    fn epilog(&mut self) -> Outcome {
        loop {
            self.space();
            match self.peek() {
                None => return Ok(()),
                Some(b'<') => match self.bytes.get(self.pos + 1) {
                    Some(b'!' | b'?') => self.markup_outside()?,
                    _ => return Err(ErrorKind::TrailingContent.into()),
                },
                Some(_) => return Err(self.outside()),
            }
        }
    }

    #[cold]
    fn outside(&self) -> Box<ErrorKind> {
        Box::new(match self.unexpected_kind() {
            ErrorKind::UnexpectedCharacter => ErrorKind::TextOutsideRoot,
            kind => kind,
        })
    }

    /// Whether `<?xml` stands here, and not a processing instruction whose name only begins so.
    fn declaration_ahead(&self) -> bool {
        self.rest()
            .strip_prefix(b"<?xml")
            .is_some_and(|after| after.first().is_some_and(|&b| is(b, SPACE)))
    }

    /// Markup that begins with `<!` or `<?`, outside of the root element.
    #[cold]
    fn markup_outside(&mut self) -> Outcome {
        if self.rest().starts_with(b"<![CDATA[") {
            return Err(ErrorKind::UnexpectedCdata.into());
        }
        self.declaration_markup()
    }

    /// Markup that begins with `<!` or `<?` and is no CDATA section: a comment to skip, or an error.
    #[cold]
    fn declaration_markup(&mut self) -> Outcome {
        let rest = self.rest();
        if rest.starts_with(b"<!--") {
            return if self.options.skip_comments {
                self.skip_comment()
            } else {
                Err(ErrorKind::Comment.into())
            };
        }
        if rest.starts_with(b"<!DOCTYPE") {
            return Err(ErrorKind::DocumentType.into());
        }
        if self.declaration_ahead() {
            return Err(ErrorKind::XmlDeclaration.into());
        }
        if rest.starts_with(b"<?") {
            return Err(ErrorKind::ProcessingInstruction.into());
        }
        // What could still become one of the above, had the input not ended.
        for whole in [&b"<!--"[..], b"<!DOCTYPE", b"<![CDATA["] {
            if whole.starts_with(rest) {
                return self.fail(self.bytes.len(), ErrorKind::UnexpectedEnd);
            }
        }
        self.pos += 2;
        Err(self.unexpected())
    }

    fn skip_comment(&mut self) -> Outcome {
        let start = self.pos + 4;
        let body = self.text.get(start..).unwrap_or_default();
        let Some(end) = body.find("--") else {
            return self.fail(self.bytes.len(), ErrorKind::UnexpectedEnd);
        };
        cost::step(end);
        let comment = body.get(..end).unwrap_or_default();
        if let Some(at) = comment.find(|c| !chars::is_char(c)) {
            return self.fail(start + at, ErrorKind::InvalidCharacter);
        }
        self.pos = start + end + 2;
        if let Some(element) = self.records.get_mut(self.open as usize) {
            element.flags |= HAS_COMMENTS;
        }
        self.expect(b'>')
    }

    /// `<?xml version='1.0' encoding='UTF-8' standalone='yes'?>`: XML 1.0, production 23.
    fn xml_declaration(&mut self) -> Outcome {
        let start = self.pos;
        let text = self.text.get(start..).unwrap_or_default();
        let Some(end) = text.find("?>") else {
            return self.fail(self.bytes.len(), ErrorKind::UnexpectedEnd);
        };
        let mut body = text.get("<?xml".len()..end).unwrap_or_default();
        let mut pseudo = |name: &str| -> Option<&'a str> {
            let spaced = body.strip_prefix([' ', '\t', '\n', '\r'])?;
            let value = chars::trim(spaced).strip_prefix(name)?;
            let value = chars::trim(chars::trim(value).strip_prefix('=')?);
            let quote = value.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
            let (value, after) = value.get(1..)?.split_once(quote)?;
            body = after;
            Some(value)
        };
        let version = pseudo("version");
        let encoding = pseudo("encoding");
        let standalone = pseudo("standalone");
        let is_sound = version == Some("1.0")
            && encoding.is_none_or(is_encoding_name)
            && standalone.is_none_or(|s| matches!(s, "yes" | "no"))
            && chars::is_blank(body);
        if !is_sound {
            return Err(ErrorKind::XmlDeclaration.into());
        }
        if encoding.is_some_and(|e| !e.eq_ignore_ascii_case("UTF-8")) {
            return Err(ErrorKind::NotUtf8.into());
        }
        self.pos = start + end + 2;
        Ok(())
    }

    /// The root element, which begins here, up to and with its end tag.
    fn element(&mut self) -> Outcome {
        while !self.has_usual_names {
            self.next_part()?;
            if self.open == NONE {
                return Ok(());
            }
        }
        loop {
            match chars::word_at(self.bytes, self.pos as u32).map(u64::to_le_bytes) {
                Some([b'<', b'/', ..]) => self.end_tag()?,
                Some([b'<', b'!' | b'?', ..]) => self.special()?,
                Some([b'<', ..]) => self.start_tag(false, true)?,
                Some([first, ..]) if is(first, SPACE) => self.characters()?,
                Some(_) => self.usual_characters()?,
                None => self.next_part()?,
            }
            if self.open == NONE {
                return Ok(());
            }
        }
    }

    /// What comes next where less than a word is left of the input, or names may not be as long as is usual.
    #[inline(never)]
    fn next_part(&mut self) -> Outcome {
        match self.rest() {
            [b'<', b'/', ..] => self.any_end_tag(),
            [b'<', b'!' | b'?', ..] => self.special(),
            [b'<', ..] => self.first_tag(false),
            [] => Err(ErrorKind::UnexpectedEnd.into()),
            _ => self.characters(),
        }
    }

    /// A CDATA section or other markup that begins with `<!` or `<?`.
    #[cold]
    fn special(&mut self) -> Outcome {
        if self.rest().starts_with(b"<![CDATA[") {
            self.cdata()
        } else {
            self.declaration_markup()
        }
    }

    /// The start tag that stands here, if one does.
    #[inline(never)]
    fn first_tag(&mut self, alone: bool) -> Outcome {
        match self.peek() {
            Some(b'<') => self.start_tag(alone, self.has_usual_names),
            _ => Err(self.unexpected()),
        }
    }

    /// The name that stands at `start`; the reader is behind it then.
    #[inline(never)]
    fn any_name(&mut self, start: usize) -> Outcome<Name> {
        self.pos = start;
        let mut prefix_len = 0;
        let mut part = start;
        loop {
            match self.peek() {
                Some(b) if is(b, NAME_START) => self.pos += 1,
                _ => self.wide_name_start()?,
            }
            loop {
                self.pos += chars::name_run(self.rest());
                match self.peek() {
                    Some(b) if b >= 0x80 => self.wide_name_char()?,
                    _ => break,
                }
            }
            if self.peek() != Some(b':') {
                break;
            }
            if part != start {
                return Err(ErrorKind::InvalidName.into());
            }
            prefix_len = self.pos - start;
            self.pos += 1;
            part = self.pos;
        }
        let len = self.pos - start;
        if len > self.most_name {
            return self.exceeded(start, Limit::Name, self.most_name);
        }
        Ok(Name {
            prefix_len: prefix_len as u16,
            len: len as u16,
        })
    }

    /// The key of the name that the reader is right behind.
    fn key_before(&self, name: Name) -> u64 {
        let local = self
            .bytes
            .get(self.pos - name.local_len() as usize..self.pos);
        chars::key(local.unwrap_or_default())
    }

    fn next_char(&self) -> Option<char> {
        self.text.get(self.pos..)?.chars().next()
    }

    #[cold]
    fn wide_name_start(&mut self) -> Outcome {
        match self.next_char() {
            Some(c) if chars::is_name_start(c) => {
                self.pos += c.len_utf8();
                Ok(())
            }
            Some(c) if chars::is_char(c) => Err(ErrorKind::InvalidName.into()),
            _ => Err(self.unexpected()),
        }
    }

    #[cold]
    fn wide_name_char(&mut self) -> Outcome {
        match self.next_char() {
            Some(c) if chars::is_name_char(c) => {
                self.pos += c.len_utf8();
                Ok(())
            }
            Some(c) if chars::is_char(c) => Err(ErrorKind::InvalidName.into()),
            _ => Err(ErrorKind::InvalidCharacter.into()),
        }
    }

    /// A start tag or an empty element, or a start tag that stands `alone`; the reader is at its `<`. Names that are `usual` may
    /// be read in the short way.
    #[inline(always)]
    fn start_tag(&mut self, alone: bool, usual: bool) -> Outcome {
        // Positions of 32 bits, which an input has, are looked at with fewer checks.
        let tag = self.pos as u32;
        let (name, key, local_len) = match chars::letters(self.bytes, tag + 1) {
            Some(name) if matches!(name.behind, b' ' | b'/' | b'>') && usual => {
                (Name::plain(name.len), name.key, name.len)
            }
            _ => {
                let name = self.any_name(tag as usize + 1)?;
                (name, self.key_before(name), name.local_len())
            }
        };
        let mut pos = tag + 1 + u32::from(name.len);
        let index = self.records.len();
        let outer = self.default;
        self.records.push(Record {
            kind: Kind::Element,
            flags: self.default_flag,
            prefix_len: name.prefix_len,
            name_len: name.len,
            attributes: 0,
            start: tag + 1,
            value_start: chars::short_key(key, local_len),
            end: outer,
            namespace: outer,
            next: self.open,
            lowest: self.default_rank,
        });
        // Errors inside of the tag are errors of this element.
        self.open = index as u32;
        self.elements += 1;
        if self.depth >= self.options.limits.depth || index >= self.count_from {
            self.pos = pos as usize;
            self.count(tag as usize)?;
        }
        let most = index + 1 + self.most_attributes;
        let mut attributes = Attributes {
            most,
            seen: 0,
            is_repeated: false,
            prefixed: name.prefix_len != 0,
        };
        let is_empty = loop {
            if let Some(word) = chars::word_at(self.bytes, pos) {
                match word.to_le_bytes() {
                    [b' ', ..] if usual => {
                        if let Some(after) = self.usual_attribute(pos, word, &mut attributes)? {
                            pos = after;
                            continue;
                        }
                    }
                    [b'>', ..] => break false,
                    [b'/', b'>', ..] => break true,
                    _ => {}
                }
            }
            let more = self.any_attribute(pos as usize, &mut attributes)?;
            pos = self.pos as u32;
            if !more {
                break self.peek() == Some(b'/');
            }
        };
        self.pos = pos as usize + 1 + usize::from(is_empty);
        let count = self.records.len() - index - 1;
        if let Some(element) = self.records.get_mut(index) {
            element.attributes = count as u16;
            if self.default != outer {
                element.namespace = self.default;
                element.lowest = self.default_rank;
                element.flags = self.default_flag;
            }
        }
        if attributes.prefixed || attributes.is_repeated {
            self.names(index as u32, count, &attributes)?;
        }
        if is_empty || alone {
            self.close(index as u32);
        } else {
            self.depth += 1;
        }
        Ok(())
    }

    /// An attribute or a declaration of the default namespace that looks as most do, one space before it, which is at `pos` with
    /// the rest of the `word`: gives the place behind. `None` of all else.
    #[inline(always)]
    fn usual_attribute(
        &mut self,
        pos: u32,
        word: u64,
        attributes: &mut Attributes,
    ) -> Outcome<Option<u32>> {
        if self.records.len() >= attributes.most {
            return Ok(None);
        }
        // What most names are is in the word, with `='` behind it.
        let name = word >> 8;
        let bits = chars::others(name).trailing_zeros() & 0x38;
        let (key, len, quote) = if (name >> bits) as u16 == u16::from_le_bytes(*b"='") && bits != 0
        {
            (name & !(u64::MAX << bits), bits / 8, b'\'')
        } else {
            match chars::attribute_name(self.bytes, pos + 1) {
                Some(found) => found,
                None => return Ok(None),
            }
        };
        let value_start = pos + len + 3;
        let Some(end) = chars::value_end(self.bytes, value_start, quote) else {
            return Ok(None);
        };
        attributes.see(key);
        if key == const { chars::key(b"xmlns") } {
            attributes.most += 1;
            self.declare_default(pos + 1, value_start, end)?;
        } else {
            self.records.push(Record {
                kind: Kind::Attribute,
                flags: 0,
                prefix_len: 0,
                name_len: len as u16,
                attributes: 0,
                start: pos + 1,
                value_start,
                end,
                namespace: NONE,
                next: key as u32,
                lowest: (key >> 32) as u32,
            });
        }
        Ok(Some(end + 1))
    }

    /// What comes next in a start tag, at `start`: an attribute or a declaration, or the end of the tag, where the reader is
    /// then. Says whether it was not the end.
    #[inline(never)]
    fn any_attribute(&mut self, start: usize, attributes: &mut Attributes) -> Outcome<bool> {
        self.pos = start;
        let is_spaced = self.space();
        let start = self.pos;
        match self.peek() {
            Some(b'>') => return Ok(false),
            Some(b'/') => {
                self.pos += 1;
                self.expect(b'>')?;
                self.pos = start;
                return Ok(false);
            }
            Some(_) if is_spaced => {}
            _ => return Err(self.unexpected()),
        }
        let name = self.any_name(start)?;
        let key = match name.prefix_len {
            0 => self.key_before(name),
            _ => self.key_before(name) | PREFIXED,
        };
        let quote = match self.rest() {
            [b'=', quote @ (b'\'' | b'"'), ..] => {
                self.pos += 2;
                *quote
            }
            _ => self.equals()?,
        };
        let value_start = self.pos;
        let flags = match chars::value_end(self.bytes, self.pos as u32, quote) {
            Some(end) => {
                self.pos = end as usize;
                0
            }
            None => self.attribute_value(quote)?,
        };
        let is_declaration = (name.len == 5 || name.prefix_len == 5)
            && self.bytes.get(start..start + 5) == Some(&b"xmlns"[..]);
        let index = self.records.len();
        self.records.push(Record {
            kind: if is_declaration {
                Kind::Declaration
            } else {
                Kind::Attribute
            },
            flags,
            prefix_len: name.prefix_len,
            name_len: name.len,
            attributes: 0,
            start: start as u32,
            value_start: value_start as u32,
            end: self.pos as u32,
            namespace: NONE,
            next: key as u32,
            lowest: (key >> 32) as u32,
        });
        self.pos += 1;
        attributes.see(key);
        if is_declaration {
            attributes.most += 1;
            self.declare(index as u32)?;
        } else if index >= attributes.most {
            return self.exceeded(start, Limit::Attributes, self.most_attributes);
        } else {
            attributes.prefixed |= name.prefix_len != 0;
        }
        Ok(true)
    }

    /// What is to be seen to when all attributes of an element are there: prefixes, and names that could be there twice.
    #[inline(never)]
    fn names(&mut self, index: u32, count: usize, attributes: &Attributes) -> Outcome {
        if attributes.prefixed {
            if let Some(element) = self.records.get_mut(index as usize) {
                if element.prefix_len != 0 {
                    // It is not in the default namespace.
                    element.lowest = NONE;
                    element.flags &= !USES_NO_NAMESPACE;
                }
            }
            self.resolve_prefixes(index, count)?;
        }
        if attributes.is_repeated {
            self.refuse_duplicates(index, count)?;
        }
        Ok(())
    }

    /// Holds the element whose name has just been read to the limits.
    #[inline(never)]
    fn count(&mut self, tag: usize) -> Outcome {
        let limits = &self.options.limits;
        let (limit, max) = if self.depth >= limits.depth {
            (Limit::Depth, limits.depth)
        } else if self.elements > limits.elements {
            (Limit::Elements, limits.elements)
        } else if self.memory() > limits.memory {
            (Limit::Memory, limits.memory)
        } else {
            return Ok(());
        };
        self.exceeded(tag, limit, max)
    }

    /// Steps over a `=` with white space around it and over the quote behind it, which is given back.
    #[cold]
    fn equals(&mut self) -> Outcome<u8> {
        self.space();
        self.expect(b'=')?;
        self.space();
        match self.peek() {
            Some(quote @ (b'\'' | b'"')) => {
                self.pos += 1;
                Ok(quote)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// Steps to the closing quote of a value that holds more than plain characters; gives its flags.
    #[inline(never)]
    fn attribute_value(&mut self, quote: u8) -> Outcome<u8> {
        let stops = if quote == b'\'' {
            chars::IN_APOSTROPHES
        } else {
            chars::IN_QUOTES
        };
        let mut flags = 0;
        loop {
            self.pos += chars::plain_run(self.rest(), stops);
            match self.peek() {
                Some(b) if b == quote => return Ok(flags),
                Some(b'&') => {
                    flags |= ENCODED;
                    self.reference()?;
                }
                Some(b'\t' | b'\n' | b'\r') => {
                    flags |= ENCODED;
                    self.pos += 1;
                }
                Some(0xEF) => self.high_character()?,
                None => return Err(ErrorKind::UnexpectedEnd.into()),
                _ => return Err(self.unexpected()),
            }
        }
    }

    /// A character whose encoding begins with EF: all but U+FFFE and U+FFFF are fine.
    fn high_character(&mut self) -> Outcome {
        if matches!(self.rest(), [0xEF, 0xBF, 0xBE | 0xBF, ..]) {
            return Err(ErrorKind::InvalidCharacter.into());
        }
        self.pos += 3;
        Ok(())
    }

    /// An entity or character reference.
    fn reference(&mut self) -> Outcome {
        // The longest that can be right: `&#x0010FFFF;` has leading zeros without end, so there is no bound on
        // the length, but what it is made of is known.
        let start = self.pos;
        let body = self.text.get(start + 1..).unwrap_or_default();
        let len = body
            .bytes()
            .position(|b| !(b.is_ascii_alphanumeric() || b == b'#'))
            .unwrap_or(body.len());
        cost::step(len);
        let name = body.get(..len).unwrap_or_default();
        match body.as_bytes().get(len) {
            None => return self.fail(self.bytes.len(), ErrorKind::UnexpectedEnd),
            Some(b';') => {}
            Some(_) if name.starts_with('#') => {
                return Err(ErrorKind::InvalidCharacterReference.into());
            }
            // Not a reference at all, or one to a name that is no ASCII word and so none of the five.
            Some(_) => {
                let is_name = body
                    .split_once(';')
                    .is_some_and(|(name, _)| chars::is_ncname(name));
                if is_name {
                    return Err(ErrorKind::UndefinedEntity.into());
                }
                self.pos = start + 1 + len;
                return Err(self.unexpected());
            }
        }
        if decode::character(name).is_none() {
            if name.starts_with('#') {
                return Err(ErrorKind::InvalidCharacterReference.into());
            }
            if name.is_empty() || !chars::is_ncname(name) {
                self.pos = start + 1;
                return Err(ErrorKind::UnexpectedCharacter.into());
            }
            return Err(ErrorKind::UndefinedEntity.into());
        }
        self.pos = start + len + 2;
        Ok(())
    }

    /// A declaration of the default namespace, whose name is in plain text, from `start` to `end`.
    #[inline(never)]
    fn declare_default(&mut self, at: u32, start: u32, end: u32) -> Outcome {
        let index = self.records.len() as u32;
        let mut record = Record {
            kind: Kind::Declaration,
            flags: 0,
            prefix_len: 0,
            name_len: b"xmlns".len() as u16,
            attributes: 0,
            start: at,
            value_start: start,
            end,
            namespace: NONE,
            next: const { chars::key(b"xmlns") as u32 },
            lowest: NONE,
        };
        let (start, end) = (start as usize, end as usize);
        let len = end - start;
        let is_reserved = len == XML.len() || len == XMLNS.len();
        if self.numbers.is_none() && !is_reserved && (1..=self.options.limits.name).contains(&len) {
            let name = self.bytes.get(start..end).unwrap_or_default();
            if let Some(number) = self
                .number_of_first(name)
                .or_else(|| self.number_around(name))
                .or_else(|| self.first(index, &record))
            {
                cost::step(len);
                record.namespace = number;
                self.records.push(record);
                self.set_default(index);
                return Ok(());
            }
        }
        self.records.push(record);
        self.declare(index)
    }

    /// Takes up a namespace declaration: Namespaces in XML 1.0 §3 and §5.
    #[inline(never)]
    fn declare(&mut self, index: u32) -> Outcome {
        let Some(&record) = self.records.get(index as usize) else {
            return Ok(());
        };
        let start = record.start as usize;
        let span = record.value_start as usize..record.end as usize;
        let max = self.options.limits.name;
        if span.len() > max {
            return self.exceeded(start, Limit::Name, max);
        }
        let raw = self.text.get(span).unwrap_or_default();
        let uri = if record.flags & ENCODED == 0 {
            Cow::Borrowed(raw)
        } else {
            Cow::Owned(decode::value(raw))
        };
        if record.prefix_len == 0 {
            if uri == XML || uri == XMLNS {
                return self.fail(start, ErrorKind::ReservedPrefix);
            }
            self.set_default(index);
            self.number(index, uri);
            return Ok(());
        }
        let prefix_start = start + usize::from(record.prefix_len) + 1;
        let prefix_end = start + usize::from(record.name_len);
        let prefix = self.text.get(prefix_start..prefix_end).unwrap_or_default();
        if prefix == "xml" {
            if uri != XML {
                return self.fail(start, ErrorKind::ReservedPrefix);
            }
            if let Some(record) = self.records.get_mut(index as usize) {
                record.namespace = XML_NAMESPACE;
            }
            return Ok(());
        }
        if prefix == "xmlns" || uri == XML || uri == XMLNS {
            return self.fail(start, ErrorKind::ReservedPrefix);
        }
        if uri.is_empty() {
            return self.fail(start, ErrorKind::EmptyNamespace);
        }
        let max = self.options.limits.prefixes.min(Limits::MOST_ATTRIBUTES);
        if self.bound.len() >= max {
            return self.exceeded(start, Limit::Prefixes, max);
        }
        self.bound.push(Bound {
            hash: hash(prefix),
            declaration: index,
            element: self.open,
        });
        self.number(index, uri);
        Ok(())
    }

    /// Gives a declaration the number of its namespace: the index of the first declaration of an equal name.
    fn number(&mut self, index: u32, uri: Cow<'a, str>) {
        cost::step(uri.len());
        let mut decoded = NONE;
        let number = self.number_of(&uri).unwrap_or_else(|| {
            let number = match &uri {
                Cow::Owned(name) => {
                    decoded = self.input.names.len() as u32;
                    self.input.names.push(Box::from(name.as_str()));
                    None
                }
                Cow::Borrowed(_) => {
                    let record = self.records.get(index as usize).copied();
                    record.and_then(|record| self.first(index, &record))
                }
            };
            if number.is_none() {
                self.number_of_many(index, uri);
            }
            index
        });
        if let Some(record) = self.records.get_mut(index as usize) {
            record.namespace = number;
            record.lowest = decoded;
        }
    }

    /// Takes a declaration for the first of its namespace, as long as there are few; gives the number then.
    #[inline]
    fn first(&mut self, index: u32, record: &Record) -> Option<u32> {
        if self.numbers.is_some() {
            return None;
        }
        *self.first.get_mut(self.first_len)? = Numbered {
            number: index,
            start: record.value_start,
            end: record.end,
        };
        self.first_len += 1;
        Some(index)
    }

    /// The number of a namespace that has been declared before.
    fn number_of(&self, uri: &str) -> Option<u32> {
        if uri.is_empty() {
            return Some(NONE);
        }
        self.number_around(uri.as_bytes())
            .or_else(|| match &self.numbers {
                Some(numbers) => numbers.get(uri).copied(),
                None => self.number_of_first(uri.as_bytes()),
            })
    }

    /// The number of a namespace that is declared around the input.
    #[inline]
    fn number_around(&self, uri: &[u8]) -> Option<u32> {
        match &self.input.scope {
            None => None,
            Some(scope) => scope.number(uri),
        }
    }

    #[inline]
    fn number_of_first(&self, uri: &[u8]) -> Option<u32> {
        let mut first = self.first.get(..self.first_len).unwrap_or_default().iter();
        let found = first.find(|n| {
            cost::step(1);
            (n.end - n.start) as usize == uri.len()
                && self.bytes.get(n.start as usize..n.end as usize) == Some(uri)
        });
        found.map(|n| n.number)
    }

    /// Finds namespaces by a tree from here on.
    #[cold]
    fn number_of_many(&mut self, index: u32, uri: Cow<'a, str>) {
        let mut numbers = self.numbers.take().unwrap_or_default();
        for first in self.first.get(..self.first_len).unwrap_or_default() {
            let name = self.text.get(first.start as usize..first.end as usize);
            numbers.insert(Cow::Borrowed(name.unwrap_or_default()), first.number);
        }
        self.first_len = 0;
        numbers.insert(uri, index);
        self.numbers = Some(numbers);
    }

    /// Gives the element and its attributes their namespaces, where they have prefixes.
    fn resolve_prefixes(&mut self, index: u32, count: usize) -> Outcome {
        let mut lowest = NONE;
        for i in index..=index + count as u32 {
            let document = self.document();
            let Some(record) = document.record(i) else {
                break;
            };
            if record.prefix_len == 0 || record.kind == Kind::Declaration {
                continue;
            }
            let prefix = document.prefix(record);
            let start = record.start as usize;
            let namespace = if prefix == "xml" {
                XML_NAMESPACE
            } else {
                let wanted = hash(prefix);
                let found = self.bound.iter().rev().find(|bound| {
                    cost::step(1);
                    bound.hash == wanted
                        && document
                            .record(bound.declaration)
                            .is_some_and(|d| document.local(d) == prefix)
                });
                let around = || self.input.scope.as_ref()?.prefix(prefix);
                match found.map(|bound| bound.declaration).or_else(around) {
                    Some(declaration) => declaration,
                    None if prefix == "xmlns" => {
                        return self.fail(start, ErrorKind::ReservedPrefix);
                    }
                    None => {
                        let prefix = Box::from(prefix);
                        return self.fail(start, ErrorKind::UndeclaredPrefix { prefix });
                    }
                }
            };
            lowest = lowest.min(rank(namespace));
            if let Some(record) = self.records.get_mut(i as usize) {
                record.namespace = namespace;
            }
        }
        if let Some(element) = self.records.get_mut(index as usize) {
            element.lowest = element.lowest.min(lowest);
        }
        Ok(())
    }

    /// Finds attributes that are there twice.
    fn refuse_duplicates(&mut self, index: u32, count: usize) -> Outcome {
        let document = self.document();
        let first = index as usize + 1;
        let attributes = self.records.get(first..first + count).unwrap_or_default();
        let found = if count <= 12 {
            attributes.iter().enumerate().find_map(|(i, a)| {
                let before = attributes.get(..i).unwrap_or_default();
                before
                    .iter()
                    .any(|b| b.name_matches(a, &document))
                    .then_some(*a)
            })
        } else {
            duplicate_of_many(attributes, &document)
        };
        match found {
            None => Ok(()),
            Some(twice) => {
                let name =
                    Box::from(document.span(twice.start, twice.start + u32::from(twice.name_len)));
                self.fail(twice.start as usize, ErrorKind::DuplicateAttribute { name })
            }
        }
    }

    /// An end tag, at whose `<` the reader is. It must be that of the element that is open.
    #[inline(always)]
    fn end_tag(&mut self) -> Outcome {
        let index = self.open;
        let Some(element) = self.records.get(index as usize) else {
            return self.any_end_tag();
        };
        let len = usize::from(element.name_len);
        let start = self.pos as u32 + 2;
        let name = chars::word_at(self.bytes, element.start);
        let found = chars::word_at(self.bytes, start);
        match (name, found) {
            (Some(name), Some(found))
                if matches!(len, 1..=8)
                    && (name ^ found) << (64 - 8 * len) == 0
                    && self.bytes.get(start as usize + len) == Some(&b'>') =>
            {
                cost::step(1);
                self.pos = start as usize + len + 1;
                self.depth -= 1;
                self.close(index);
                Ok(())
            }
            _ => self.any_end_tag(),
        }
    }

    /// As [`end_tag`](Self::end_tag), where it is long, or has white space behind the name, or is next to the end of the input.
    #[inline(never)]
    fn any_end_tag(&mut self) -> Outcome {
        let index = self.open;
        let Some(element) = self.records.get(index as usize) else {
            self.pos += 1;
            return Err(self.unexpected());
        };
        let (start, len) = (element.start as usize, usize::from(element.name_len));
        let tag = self.pos;
        self.pos += 2;
        cost::step(len);
        let name = self.bytes.get(start..start + len);
        let after = self.bytes.get(self.pos + len).copied();
        let is_same = name.is_some() && self.bytes.get(self.pos..self.pos + len) == name;
        if is_same && after == Some(b'>') {
            self.pos += len + 1;
        } else if is_same && after.is_some_and(|b| is(b, SPACE)) {
            self.pos += len;
            self.space();
            self.expect(b'>')?;
        } else {
            return self.wrong_end_tag(tag, start, len);
        }
        self.depth -= 1;
        self.close(index);
        Ok(())
    }

    #[cold]
    fn wrong_end_tag(&mut self, tag: usize, start: usize, len: usize) -> Outcome {
        let expected = self.text.get(start..start + len).unwrap_or_default();
        self.any_name(self.pos)?;
        if self.peek().is_none() {
            return Err(ErrorKind::UnexpectedEnd.into());
        }
        let found = self.text.get(tag + 2..self.pos).unwrap_or_default();
        if found == expected {
            return Err(self.unexpected());
        }
        self.fail(
            tag,
            ErrorKind::MismatchedEndTag {
                expected: Box::from(expected),
            },
        )
    }

    /// Completes the record of an element that ends here.
    #[inline(always)]
    fn close(&mut self, index: u32) {
        let next = self.records.len() as u32;
        let Some(element) = self.records.get_mut(index as usize) else {
            return;
        };
        let parent = element.next;
        let outer = element.end;
        self.open = parent;
        element.end = self.pos as u32;
        element.next = next;
        let lowest = element.lowest;
        let inside = element.flags & (USES_NO_NAMESPACE | HAS_COMMENTS);
        if let Some(parent) = self.records.get_mut(parent as usize) {
            parent.lowest = parent.lowest.min(lowest);
            parent.flags |= inside | HAS_ELEMENTS;
        }
        if outer != self.default {
            self.set_default(outer);
        }
        if self.bound.last().is_some_and(|b| b.element >= index) {
            self.unbind(index);
        }
    }

    #[inline]
    fn set_default(&mut self, default: u32) {
        self.default = default;
        self.default_rank = rank(default);
        self.default_flag = no_namespace(default);
    }

    /// The prefixes that an element has declared hold no longer.
    #[inline(never)]
    fn unbind(&mut self, index: u32) {
        let outer = self.bound.partition_point(|b| b.element < index);
        self.bound.truncate(outer);
    }

    /// Character data up to the next markup, which does not begin with white space and most often is plain.
    #[inline(always)]
    fn usual_characters(&mut self) -> Outcome {
        let rest = self.rest();
        let run = chars::plain_run(rest, chars::IN_TEXT);
        if rest.get(run) != Some(&b'<') {
            return self.characters();
        }
        let start = self.pos;
        self.pos += run;
        self.push_text(start, self.pos, 0);
        Ok(())
    }

    /// Character data up to the next markup.
    #[inline(never)]
    fn characters(&mut self) -> Outcome {
        let start = self.pos;
        while self.peek().is_some_and(|b| is(b, SPACE) && b != b'\r') {
            self.pos += 1;
        }
        let mut flags = if self.peek() == Some(b'<') { BLANK } else { 0 };
        loop {
            self.pos += chars::plain_run(self.rest(), chars::IN_TEXT);
            match self.peek() {
                Some(b'<') => break,
                Some(b'&') => {
                    flags |= ENCODED;
                    self.reference()?;
                }
                Some(b'\r') => {
                    flags |= ENCODED;
                    self.pos += 1;
                }
                Some(b'\t' | b'\n') => self.pos += 1,
                None => return Err(ErrorKind::UnexpectedEnd.into()),
                Some(b'>') => {
                    if self
                        .bytes
                        .get(start..self.pos)
                        .is_some_and(|before| before.ends_with(b"]]"))
                    {
                        return self.fail(self.pos - 2, ErrorKind::CdataEndInText);
                    }
                    self.pos += 1;
                }
                Some(0xEF) => self.high_character()?,
                _ => return Err(self.unexpected()),
            }
        }
        if flags & ENCODED != 0 && self.text.get(start..self.pos).is_some_and(decode::is_blank) {
            flags |= BLANK;
        }
        self.push_text(start, self.pos, flags);
        Ok(())
    }

    fn cdata(&mut self) -> Outcome {
        let start = self.pos + b"<![CDATA[".len();
        let body = self.text.get(start..).unwrap_or_default();
        let Some(len) = body.find("]]>") else {
            if let Some(at) = body.find(|c| !chars::is_char(c)) {
                return self.fail(start + at, ErrorKind::InvalidCharacter);
            }
            return self.fail(self.bytes.len(), ErrorKind::UnexpectedEnd);
        };
        cost::step(len);
        let section = body.get(..len).unwrap_or_default();
        if let Some(at) = section.find(|c| !chars::is_char(c)) {
            return self.fail(start + at, ErrorKind::InvalidCharacter);
        }
        let mut flags = CDATA;
        if section.contains('\r') {
            flags |= ENCODED;
        }
        if chars::is_blank(section) {
            flags |= BLANK;
        }
        if len > 0 {
            self.push_text(start, start + len, flags);
        }
        self.pos = start + len + 3;
        Ok(())
    }

    #[inline(always)]
    fn push_text(&mut self, start: usize, end: usize, flags: u8) {
        let next = self.records.len() as u32 + 1;
        if let Some(parent) = self.records.get_mut(self.open as usize) {
            parent.flags |= if flags & BLANK == 0 {
                HAS_TEXT
            } else {
                HAS_BLANK
            };
        }
        self.records.push(Record {
            kind: Kind::Text,
            flags,
            prefix_len: 0,
            name_len: 0,
            attributes: 0,
            start: start as u32,
            value_start: start as u32,
            end: end as u32,
            namespace: NONE,
            next,
            lowest: NONE,
        });
    }
}

impl Record {
    /// Whether two attributes or two declarations of one element have the same name.
    #[inline]
    fn name_matches(&self, other: &Self, document: &Document<'_>) -> bool {
        cost::step(1 + usize::from(self.name_len));
        let lengths = |r: &Self| r.name_len - r.prefix_len;
        if self.prefix_len == 0 && other.prefix_len == 0 {
            return self.name_len == other.name_len
                && is_same_name(document.local(self), document.local(other));
        }
        // Lengths count the colon of a prefix, so they compare only where both have one.
        if self.prefix_len == 0 || other.prefix_len == 0 || lengths(self) != lengths(other) {
            return false;
        }
        self.kind == other.kind
            && document.local(self) == document.local(other)
            && (self.kind == Kind::Declaration
                || document.number(self.namespace) == document.number(other.namespace))
    }
}

/// The flag of an element without a prefix where this is the declaration of the default namespace.
#[inline]
fn no_namespace(default: u32) -> u8 {
    if default == NONE {
        USES_NO_NAMESPACE
    } else {
        0
    }
}

/// The bytes of a name and those of its prefix, 0 for none.
#[derive(Clone, Copy)]
struct Name {
    prefix_len: u16,
    len: u16,
}

impl Name {
    /// One without a prefix, of a length that is known to be small.
    #[inline(always)]
    const fn plain(len: u32) -> Self {
        Self {
            prefix_len: 0,
            len: len as u16,
        }
    }

    const fn local_len(self) -> u32 {
        (self.len - self.prefix_len - (self.prefix_len != 0) as u16) as u32
    }
}

/// What there is to know of the attributes and declarations of a tag while it is read.
struct Attributes {
    /// So many records there may be before the next attribute.
    most: usize,
    /// Whether there are prefixes to resolve.
    prefixed: bool,
    /// The local names, as bits.
    seen: u64,
    /// Whether one has been there twice, so that two names could be the same.
    is_repeated: bool,
}

impl Attributes {
    #[inline(always)]
    fn see(&mut self, key: u64) {
        // Such that the names that go together have bits of their own.
        let bit = key.wrapping_mul(0xF503_BD01_12C4_5087) >> 58;
        if self.seen >> bit & 1 != 0 {
            self.is_repeated = true;
        }
        self.seen |= 1 << bit;
    }
}

/// The first attribute that is there twice, in the time that sorting takes.
#[cold]
fn duplicate_of_many(attributes: &[Record], document: &Document<'_>) -> Option<Record> {
    let mut keyed: Vec<(u32, bool, &str, &Record)> = attributes
        .iter()
        .map(|a| {
            let is_declaration = a.kind == Kind::Declaration;
            let number = if is_declaration {
                NONE
            } else {
                document.number(a.namespace)
            };
            (
                number,
                is_declaration && a.prefix_len != 0,
                document.local(a),
                a,
            )
        })
        .collect();
    keyed.sort_by(|a, b| {
        cost::step(1 + a.2.len().min(b.2.len()));
        (a.0, a.1, a.2, a.3.start).cmp(&(b.0, b.1, b.2, b.3.start))
    });
    keyed
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if (a.0, a.1, a.2) == (b.0, b.1, b.2) => Some(*b.3),
            _ => None,
        })
        .min_by_key(|a| a.start)
}

/// XML 1.0, production 81.
fn is_encoding_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// FNV-1a, to tell prefixes apart before they are compared.
fn hash(prefix: &str) -> u32 {
    cost::step(prefix.len());
    prefix.bytes().fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
