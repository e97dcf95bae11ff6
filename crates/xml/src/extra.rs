//! What has no field in a type: unknown attributes and children in place, the order of children, spellings.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::chars;
use crate::element::Element;
use crate::error::{Error, ErrorKind};
use crate::namespace::XMLNS;
use crate::payloads;
use crate::raw::RawElement;

/// The parts of an element that the fields of its type do not express.
///
/// It is one pointer wide, and empty for an element in canonical form without unknown parts. It keeps
///
/// - unknown attributes and child elements, and text where only elements belong, in place;
/// - the prefixes that the start tag declares, used or not, since content may refer to them (`type='xs:string'`);
/// - the order of the child elements if it is not the canonical one;
/// - the source text of values whose spelling is not canonical, such as `1` for `true`.
///
/// A remembered order or spelling is used as long as it fits the fields, so changing a field changes only what it has
/// to. Two `Extra`s are equal if their unknown attributes, children and text are; the order of known children, spelling,
/// and unknown parts of a child that is a plain field do not count.
#[derive(Clone, Default)]
pub struct Extra(Option<Arc<Contents>>);

#[derive(Clone, Default)]
pub(crate) struct Contents {
    pub(crate) attributes: Vec<ExtraAttribute>,
    /// The prefix of the element, empty for none, where it is not the one that its type writes.
    pub(crate) prefix: Option<Arc<str>>,
    /// What the start tag declares beside the default namespace that the element is in.
    pub(crate) declarations: Vec<Declared>,
    /// The content in its order; empty if it is canonical and nothing in it is unknown.
    pub(crate) content: Vec<Item>,
    pub(crate) spellings: Vec<Spelling>,
    pub(crate) folded: Vec<Folded>,
}

/// An attribute without a field in the type.
#[derive(Clone)]
pub struct ExtraAttribute {
    /// Shared among all that were read with it; `None` for none.
    namespace: Option<Arc<str>>,
    prefix: Box<str>,
    name: Box<str>,
    value: Box<str>,
}

impl ExtraAttribute {
    /// The namespace; empty if it has none.
    #[must_use]
    pub fn namespace(&self) -> &str {
        self.namespace.as_deref().unwrap_or_default()
    }

    pub(crate) fn shared_namespace(&self) -> Option<&Arc<str>> {
        self.namespace.as_ref()
    }

    /// The preferred prefix for writing it; empty if there is none.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The local name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

/// Two are equal if name, namespace and value are; the prefix does not count.
impl PartialEq for ExtraAttribute {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.value == other.value
            && match (&self.namespace, &other.namespace) {
                (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a == b,
                (a, b) => a == b,
            }
    }
}

impl Eq for ExtraAttribute {}

impl fmt::Debug for ExtraAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.namespace.is_some() {
            write!(f, "{}:", self.prefix)?;
        }
        write!(f, "{}={:?}", self.name, self.value)
    }
}

/// A namespace declaration: a prefix, empty for the default namespace, and a namespace name.
#[derive(Clone)]
pub(crate) struct Declared {
    pub(crate) prefix: Arc<str>,
    pub(crate) namespace: Arc<str>,
}

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Item {
    /// The next child of a field.
    Known(u16),
    /// A child that no field takes.
    Unknown(RawElement),
    /// A child that its field could not take because it is invalid; written until the field has a value, which
    /// then takes its place.
    Invalid(u16, RawElement),
    /// A piece of the field that is the text of the element.
    Piece(String),
    /// Text where only elements belong.
    Text(String),
}

/// The text of a value that is not spelt canonically, or that is invalid while the field is `None`.
#[derive(Clone)]
pub(crate) struct Spelling {
    pub(crate) slot: u16,
    pub(crate) text: Box<str>,
}

/// What a child element had that became a plain field: a text or a flag.
#[derive(Clone)]
pub(crate) struct Folded {
    pub(crate) slot: u16,
    pub(crate) index: u32,
    /// For one of many: its text, and how many there were.
    pub(crate) of_many: Option<(Box<str>, u32)>,
    pub(crate) extra: Extra,
}

/// The slot of the spelling of an element's own text.
pub(crate) const TEXT: u16 = u16::MAX;

impl Extra {
    /// An empty `Extra`.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    #[inline]
    pub(crate) fn contents(&self) -> Option<&Contents> {
        self.0.as_deref()
    }

    pub(crate) fn contents_mut(&mut self) -> &mut Contents {
        Arc::make_mut(self.0.get_or_insert_default())
    }

    /// Whether there are no unknown parts. Order and spelling may still be remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.contents().is_none_or(|c| {
            c.attributes.is_empty()
                && c.content.iter().all(Item::is_known)
                && c.folded.iter().all(|f| f.extra.is_empty())
        })
    }

    /// Whether nothing at all is remembered.
    pub(crate) fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// The unknown attributes in document order.
    pub fn attributes(&self) -> impl Iterator<Item = &ExtraAttribute> {
        self.contents().into_iter().flat_map(|c| &c.attributes)
    }

    /// The value of the unknown attribute with this namespace (empty for none) and local name.
    #[must_use]
    pub fn attribute(&self, namespace: &str, name: &str) -> Option<&str> {
        self.attributes()
            .find(|a| a.name() == name && a.namespace() == namespace)
            .map(|a| &*a.value)
    }

    /// Sets an attribute that has no field in the type; one with a field cannot be set this way.
    ///
    /// # Errors
    /// `name` is not a name without a colon, or is `xmlns` without a namespace, which would be a declaration; the
    /// namespace is that of declarations; or the namespace or value contains a character that XML cannot carry. Nothing
    /// has changed then.
    pub fn set_attribute(&mut self, namespace: &str, name: &str, value: &str) -> Result<(), Error> {
        if !chars::is_attribute_name(namespace, name) || namespace == XMLNS {
            return Err(Error::new(ErrorKind::UnwritableName {
                name: Box::from(name),
            }));
        }
        let mut characters = namespace.chars().chain(value.chars());
        if let Some(character) = characters.find(|c| !chars::is_char(*c)) {
            return Err(Error::new(ErrorKind::UnwritableCharacter { character }));
        }
        self.remove_attribute(namespace, name);
        let namespace = (!namespace.is_empty()).then(|| Arc::from(namespace));
        self.push_attribute(namespace, "", name, value);
        Ok(())
    }

    /// The prefixes that the start tag declares, with their namespace names, including prefixes used only in names. An
    /// empty prefix is a default namespace other than that of the element.
    pub fn declarations(&self) -> impl Iterator<Item = (&str, &str)> {
        let declarations = self.contents().into_iter().flat_map(|c| &c.declarations);
        declarations.map(|d| (&*d.prefix, &*d.namespace))
    }

    /// Removes an unknown attribute and returns its value if it was there.
    pub fn remove_attribute(&mut self, namespace: &str, name: &str) -> Option<Box<str>> {
        let attributes = &mut self.0.as_mut().map(Arc::make_mut)?.attributes;
        let at = attributes
            .iter()
            .position(|a| a.name() == name && a.namespace() == namespace)?;
        Some(attributes.remove(at).value)
    }

    pub(crate) fn push_attribute(
        &mut self,
        namespace: Option<Arc<str>>,
        prefix: &str,
        name: &str,
        value: &str,
    ) {
        self.contents_mut().attributes.push(ExtraAttribute {
            namespace,
            prefix: Box::from(prefix),
            name: Box::from(name),
            value: Box::from(value),
        });
    }

    /// The child elements without a field in the type, in document order.
    pub fn children(&self) -> impl Iterator<Item = &RawElement> + Clone {
        self.contents()
            .into_iter()
            .flat_map(|c| &c.content)
            .filter_map(|item| match item {
                Item::Unknown(raw) | Item::Invalid(_, raw) => Some(raw),
                _ => None,
            })
    }

    /// The first unknown child that is a `T`, parsed.
    ///
    /// # Errors
    /// There is such a child, but it is invalid.
    pub fn child<T: Element>(&self) -> Result<Option<T>, Error> {
        payloads::first(self.children(), "")
    }

    /// Appends a child element.
    pub fn push(&mut self, child: RawElement) {
        self.contents_mut().content.push(Item::Unknown(child));
    }

    /// Removes the unknown children for which `keep` is false.
    pub fn retain(&mut self, mut keep: impl FnMut(&RawElement) -> bool) {
        if let Some(contents) = self.0.as_mut().map(Arc::make_mut) {
            contents.content.retain(|item| match item {
                Item::Unknown(raw) | Item::Invalid(_, raw) => keep(raw),
                _ => true,
            });
        }
    }

    /// The pieces of text where the type expects only elements.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.contents()
            .into_iter()
            .flat_map(|c| &c.content)
            .filter_map(|item| match item {
                Item::Text(text) => Some(&**text),
                _ => None,
            })
    }

    /// Discards remembered order and spelling, so that the output is canonical; unknown parts stay.
    pub fn normalize(&mut self) {
        if let Some(contents) = self.0.as_mut().map(Arc::make_mut) {
            contents.spellings.clear();
            contents
                .content
                .retain(|item| !matches!(item, Item::Known(_)));
            contents.folded.iter_mut().for_each(|f| f.extra.normalize());
        }
    }

    #[cold]
    pub(crate) fn spell(&mut self, slot: u16, text: Cow<'_, str>) {
        self.contents_mut().spellings.push(Spelling {
            slot,
            text: String::from(text).into_boxed_str(),
        });
    }

    #[inline]
    pub(crate) fn spelling(&self, slot: u16) -> Option<&str> {
        self.contents()?
            .spellings
            .iter()
            .find(|s| s.slot == slot)
            .map(|s| &*s.text)
    }

    #[cold]
    pub(crate) fn fold(&mut self, slot: u16, index: usize, text: Option<Box<str>>, extra: Self) {
        let folded = Folded {
            slot,
            index: index as u32,
            of_many: text.map(|t| (t, 0)),
            extra,
        };
        self.contents_mut().folded.push(folded);
    }

    /// Makes what was [folded](Self::fold) ready to be found; `count` gives the number of children of a field.
    pub(crate) fn sort_folded(&mut self, count: impl Fn(u16) -> u32) {
        let Some(contents) = self.0.as_mut().map(Arc::make_mut) else {
            return;
        };
        contents.folded.sort_by_key(|f| (f.slot, f.index));
        let mut known = None;
        for folded in &mut contents.folded {
            if let Some((_, of)) = &mut folded.of_many {
                *of = match known {
                    Some((slot, n)) if slot == folded.slot => n,
                    _ => count(folded.slot),
                };
                known = Some((folded.slot, *of));
            }
        }
    }

    fn folded_at(&self, slot: u16, index: usize) -> Option<&Folded> {
        let folded = &self.contents()?.folded;
        let at = folded
            .binary_search_by_key(&(slot, index), |f| (f.slot, f.index as usize))
            .ok()?;
        folded.get(at)
    }

    /// What the child of a field of one had.
    #[inline]
    pub(crate) fn folded(&self, slot: u16) -> &Self {
        if self.is_none() {
            &NOTHING
        } else {
            self.folded_at(slot, 0).map_or(&NOTHING, |f| &f.extra)
        }
    }

    /// What a child of a field of many had, where the field has `len` values now and `is` compares a text with the value at
    /// `index`.
    ///
    /// As long as the number of children is unchanged, the position counts; after that, what is left and
    /// what is new are distinguished by their texts, counted from the start and from the end.
    pub(crate) fn folded_of_many(
        &self,
        slot: u16,
        index: usize,
        len: usize,
        is: &dyn Fn(&str) -> bool,
    ) -> &Self {
        if self.is_none() {
            return &NOTHING;
        }
        let fits = |folded: &&Folded| match &folded.of_many {
            Some((text, of)) => *of as usize == len || is(text),
            None => false,
        };
        let from_start = self.folded_at(slot, index).filter(fits);
        let from_end = || {
            let folded = &self.contents()?.folded;
            let first = folded.get(folded.partition_point(|f| f.slot < slot))?;
            let of = first.of_many.as_ref().filter(|_| first.slot == slot)?.1 as usize;
            let there = (index + of).checked_sub(len)?;
            self.folded_at(slot, there).filter(fits)
        };
        from_start.or_else(from_end).map_or(&NOTHING, |f| &f.extra)
    }
}

static NOTHING: Extra = Extra::new();

impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        if self.is_none() && other.is_none() {
            return true;
        }
        let nothing = Contents::default();
        let a = self.contents().unwrap_or(&nothing);
        let b = other.contents().unwrap_or(&nothing);
        a.has_attributes_of(b) && a.has_content_of(b)
    }
}

impl Eq for Extra {}

impl Item {
    /// The field of a child that is one.
    pub(crate) fn known(&self) -> Option<u16> {
        match self {
            Self::Known(slot) => Some(*slot),
            _ => None,
        }
    }

    /// Whether `Debug` shows it; the text of a field, perhaps a secret, is not shown here.
    fn is_shown(&self) -> bool {
        !matches!(self, Self::Known(_) | Self::Piece(_))
    }

    /// Whether it belongs to a field.
    fn is_known(&self) -> bool {
        matches!(self, Self::Known(_) | Self::Piece(_) | Self::Invalid(..))
    }
}

impl Contents {
    /// Whether the unknown attributes are the same, in whatever order.
    fn has_attributes_of(&self, other: &Self) -> bool {
        fn sorted(attributes: &[ExtraAttribute]) -> Vec<&ExtraAttribute> {
            let mut all: Vec<_> = attributes.iter().collect();
            all.sort_by(|a, b| (&a.name, &a.value).cmp(&(&b.name, &b.value)));
            all
        }
        if self.attributes.len() != other.attributes.len() {
            return false;
        }
        let (a, mut b) = (sorted(&self.attributes), sorted(&other.attributes));
        // Only those that differ in their namespaces alone may be in another order.
        (0..).zip(a).all(|(at, attribute)| {
            let rest = b.get(at..).unwrap_or_default();
            let mut like = rest.iter().take_while(|other| {
                (&other.name, &other.value) == (&attribute.name, &attribute.value)
            });
            let found = like.position(|other| *other == attribute);
            found.map(|found| b.swap(at, at + found)).is_some()
        })
    }

    /// Whether the unknown content is the same.
    fn has_content_of(&self, other: &Self) -> bool {
        let (children, texts) = self.unknown_content();
        let (others, other_texts) = other.unknown_content();
        texts == other_texts && children == others
    }

    /// The unknown children, and the text before each and after the last, whatever fields stand between its pieces.
    /// White space alone is no text: whether it is layout depends on the fields.
    fn unknown_content(&self) -> (Vec<&RawElement>, Vec<String>) {
        let mut children = Vec::new();
        let mut texts = Vec::from([String::new()]);
        for item in &self.content {
            match (item, texts.last_mut()) {
                (Item::Unknown(child), _) => {
                    children.push(child);
                    texts.push(String::new());
                }
                (Item::Text(piece), Some(text)) => text.push_str(piece),
                _ => {}
            }
        }
        if texts.iter().all(|text| chars::is_blank(text)) {
            texts.iter_mut().for_each(String::clear);
        }
        (children, texts)
    }
}

impl Extra {
    /// Whether `Debug` shows anything.
    pub(crate) fn has_something_to_show(&self) -> bool {
        let is_shown = |contents: &Contents| {
            let mut content = contents.content.iter();
            !contents.attributes.is_empty() || content.any(|item| item.is_shown())
        };
        self.contents().is_some_and(is_shown)
    }
}

/// Shows unknown and invalid parts, but not the remembered order and spelling of known ones.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (extra, is_known) = (self, &|_: &RawElement| false);
        Unknown { extra, is_known }.fmt(f)
    }
}

/// An [`Extra`] to be shown: of children that have the name of a field, which are there once too often, the name alone. They may
/// have the same secrets as the first.
pub(crate) struct Unknown<'e> {
    pub(crate) extra: &'e Extra,
    pub(crate) is_known: &'e dyn Fn(&RawElement) -> bool,
}

impl fmt::Debug for Unknown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(contents) = self.extra.contents() else {
            return f.write_str("[]");
        };
        let mut list = f.debug_list();
        list.entries(&contents.attributes);
        for item in contents.content.iter().filter(|item| item.is_shown()) {
            match item {
                Item::Unknown(raw) if (self.is_known)(raw) => {
                    list.entry(&format_args!("repeated <{}>", raw.name()))
                }
                item => list.entry(item),
            };
        }
        list.finish()
    }
}

impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(_) => Ok(()),
            Self::Unknown(raw) => f.write_str(raw.node().source()),
            // Its text is that of a field, so perhaps a secret.
            Self::Invalid(_, raw) => write!(f, "invalid <{}>", raw.name()),
            Self::Piece(text) | Self::Text(text) => write!(f, "{text:?}"),
        }
    }
}
