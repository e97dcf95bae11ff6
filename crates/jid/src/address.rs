use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::FromStr;

use crate::error::{JidError, Part, Reason};
use crate::escaping;
use crate::parts::{Bounds, Normal};

/// An XMPP address, with or without a resourcepart, in its original spelling.
///
/// Comparison, order and hash use the [normal form](Self::normalized). To compare spellings, compare the
/// [texts](Self::as_str).
///
/// A `Jid` that was read leniently may hold a text that is not an address:
/// see [`is_valid`](Self::is_valid).
///
/// [RFC 7622](https://www.rfc-editor.org/rfc/rfc7622)
#[derive(Clone)]
pub struct Jid(Repr);

/// The text of an address and where its parts are.
#[derive(Clone)]
enum Repr {
    /// A short text of which there was no copy to take over, as most are that come in, without an allocation. It is ASCII, and
    /// an address in its normal form.
    Short {
        len: u8,
        bounds: Bounds<u8>,
        bytes: [u8; SHORT],
    },
    Long {
        text: Box<str>,
        bounds: Bounds,
        /// `None` when the text is its own normal form, or not valid.
        normal: Option<Box<Normal>>,
    },
}

/// As much as there is room for beside what a long text takes.
const SHORT: usize = 28;

impl Jid {
    /// Parses an address. Nothing is trimmed: white space is part of the address or makes it invalid.
    ///
    /// # Errors
    ///
    /// A part breaks its rules; the first such part is reported.
    ///
    /// [RFC 7622, section 3.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2)
    pub fn new(text: &str) -> Result<Self, JidError> {
        match Bounds::plain(text) {
            Some(bounds) => Ok(Self::plain(text, bounds)),
            None => Self::checked(text),
        }
    }

    /// Of an address that is plainly in its normal form.
    #[inline]
    fn plain(text: &str, bounds: Bounds) -> Self {
        let mut bytes = [0; SHORT];
        match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                Self(Repr::Short {
                    len: text.len() as u8,
                    bounds: bounds.narrow(),
                    bytes,
                })
            }
            None => Self::long(text.into(), bounds, None),
        }
    }

    fn long(text: Box<str>, bounds: Bounds, normal: Option<Box<Normal>>) -> Self {
        Self(Repr::Long {
            text,
            bounds,
            normal,
        })
    }

    /// The text is copied, or taken over, once it is known to be an address.
    fn checked<T: AsRef<str> + Into<Box<str>>>(text: T) -> Result<Self, JidError> {
        let (bounds, normal) = match Bounds::plain(text.as_ref()) {
            Some(bounds) => (bounds, None),
            None => Bounds::split(text.as_ref()).check(text.as_ref())?,
        };
        Ok(Self::long(text.into(), bounds, normal))
    }

    #[inline]
    fn bounds(&self) -> Bounds {
        match &self.0 {
            Repr::Short { bounds, .. } => bounds.widen(),
            Repr::Long { bounds, .. } => *bounds,
        }
    }

    #[inline]
    fn normal(&self) -> Option<&Normal> {
        match &self.0 {
            Repr::Short { .. } => None,
            Repr::Long { normal, .. } => normal.as_deref(),
        }
    }

    #[inline]
    fn bytes(&self) -> &[u8] {
        match &self.0 {
            Repr::Short { len, bytes, .. } => bytes.get(..usize::from(*len)).unwrap_or_default(),
            Repr::Long { text, .. } => text.as_bytes(),
        }
    }

    /// How long the text is.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        match &self.0 {
            Repr::Short { len, .. } => usize::from(*len),
            Repr::Long { text, .. } => text.len(),
        }
    }

    /// Those of the normal form.
    #[inline]
    fn normal_bytes(&self) -> &[u8] {
        match self.normal() {
            Some(normal) => normal.text.as_bytes(),
            None => self.bytes(),
        }
    }

    /// An address from its parts, which are used unchanged: nothing is escaped, and a separator
    /// within a part is an error.
    ///
    /// # Errors
    ///
    /// A part breaks its rules; the first such part is reported.
    ///
    /// [RFC 7622, section 3.1](https://www.rfc-editor.org/rfc/rfc7622#section-3.1)
    pub fn from_parts(
        local: Option<&str>,
        domain: &str,
        resource: Option<&str>,
    ) -> Result<Self, JidError> {
        let (text, bounds) = Bounds::join(local, domain, resource);
        let (bounds, normal) = bounds.check(&text)?;
        Ok(Self::long(text.into(), bounds, normal))
    }

    /// An address from its parts, with a localpart that is [escaped](crate::escaping::escape) first: a name
    /// from elsewhere, such as one that a user has typed or an account of another network.
    ///
    /// # Errors
    ///
    /// The localpart cannot be escaped, or a part breaks its rules.
    ///
    /// [XEP-0106, JID Escaping](https://xmpp.org/extensions/xep-0106.html)
    pub fn from_unescaped(
        local: &str,
        domain: &str,
        resource: Option<&str>,
    ) -> Result<Self, JidError> {
        Self::from_parts(Some(&escaping::escape(local)?), domain, resource)
    }

    /// What stands for a text that is not an address where invalid values are kept.
    pub(crate) fn kept(text: &str) -> Self {
        Self::long(text.into(), Bounds::INVALID, None)
    }

    /// Whether this is a valid address. `false` only for an invalid text that was read leniently
    /// ([`Invalid::Keep`](xmpp_xml::Invalid::Keep)).
    ///
    /// An invalid text is kept as an invalid address, so that it is not mistaken for `None`:
    ///
    /// - It is written unchanged, also in another stanza; a recipient that reads strictly will refuse it.
    /// - It equals no valid address, and another invalid one only if both have the same text. It sorts
    ///   after all valid ones.
    /// - It has none of the parts of an address: [`domain`](Self::domain) is empty, and
    ///   [`local`](Self::local) and [`resource`](Self::resource) are `Some("")`, which no valid address
    ///   has. So it looks neither like a server nor like an account or a room.
    ///   [`is_bare`](Self::is_bare) and [`is_full`](Self::is_full) are both `false`.
    /// - No conversion makes it valid: [`to_bare`](Self::to_bare) returns it unchanged, and those that can
    ///   fail return [its error](Self::error).
    ///
    /// ```
    /// use xmpp_jid::Jid;
    /// use xmpp_xml::Value;
    ///
    /// let nickname = Jid::invalid("room@chat.example/a\u{b7}b").unwrap();
    /// assert!(!nickname.is_valid());
    /// assert_eq!(nickname.as_str(), "room@chat.example/a\u{b7}b");
    /// assert_eq!(nickname.domain(), "");
    /// assert!(!nickname.bare_eq(&Jid::new("room@chat.example")?));
    /// # Ok::<(), xmpp_jid::JidError>(())
    /// ```
    #[inline]
    pub fn is_valid(&self) -> bool {
        self.bounds().is_valid()
    }

    /// Why this is [not valid](Self::is_valid). `None` for a valid address. Each call validates the text
    /// again.
    pub fn error(&self) -> Option<JidError> {
        if self.is_valid() {
            return None;
        }
        match Self::new(self.as_str()) {
            // Only one of the three kinds is so particular.
            Ok(jid) if jid.is_bare() => FullJid::check(&jid).err(),
            Ok(jid) => BareJid::check(&jid).err(),
            Err(error) => Some(error),
        }
    }

    /// The whole address, in its original spelling.
    #[inline]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Short { .. } => core::str::from_utf8(self.bytes()).unwrap_or_default(),
            Repr::Long { text, .. } => text,
        }
    }

    /// The localpart, in its original spelling. `None` for servers, components and the like.
    ///
    /// Empty if this is not a [valid](Self::is_valid) address.
    ///
    /// [RFC 7622, section 3.3](https://www.rfc-editor.org/rfc/rfc7622#section-3.3)
    #[inline]
    pub fn local(&self) -> Option<&str> {
        self.bounds().local(self.as_str())
    }

    /// The localpart to show to a user or to pass to another network: its normal form,
    /// [unescaped](crate::escaping::unescape). Neither compare it nor send it as an address.
    ///
    /// `None` and empty under the same conditions as [`local`](Self::local).
    ///
    /// ```
    /// use xmpp_jid::Jid;
    ///
    /// let jid = Jid::from_unescaped("D'Artagnan", "gascon.example", None)?;
    /// assert_eq!(jid.as_str(), r"D\27Artagnan@gascon.example");
    /// assert_eq!(jid.unescaped_local().as_deref(), Some("d'artagnan"));
    /// # Ok::<(), xmpp_jid::JidError>(())
    /// ```
    ///
    /// [XEP-0106 §4.1](https://xmpp.org/extensions/xep-0106.html#bizrules-processing)
    pub fn unescaped_local(&self) -> Option<Cow<'_, str>> {
        let (text, bounds) = self.normal_form();
        bounds.local(text).map(escaping::unescape)
    }

    /// The domainpart, in its original spelling, including a final dot.
    ///
    /// Empty if this is not a [valid](Self::is_valid) address.
    ///
    /// [RFC 7622, section 3.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2)
    #[inline]
    pub fn domain(&self) -> &str {
        self.bounds().domain(self.as_str())
    }

    /// The resourcepart, in its original spelling. `None` in a bare JID.
    ///
    /// Empty if this is not a [valid](Self::is_valid) address.
    ///
    /// [RFC 7622, section 3.4](https://www.rfc-editor.org/rfc/rfc7622#section-3.4)
    #[inline]
    pub fn resource(&self) -> Option<&str> {
        self.bounds().resource(self.as_str())
    }

    /// Whether this is a valid address without a resourcepart.
    pub fn is_bare(&self) -> bool {
        self.resource().is_none()
    }

    /// Whether this is a valid address with a resourcepart.
    pub fn is_full(&self) -> bool {
        self.resource().is_some_and(|resource| !resource.is_empty())
    }

    /// The normal form of the whole address, as RFC 7622 requires for comparison. The text itself if this
    /// is not a [valid](Self::is_valid) address.
    ///
    /// [RFC 7622, sections 3.2.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2.2), 3.3.2
    /// and 3.4.2
    #[inline]
    pub fn normalized(&self) -> &str {
        match self.normal() {
            Some(normal) => &normal.text,
            None => self.as_str(),
        }
    }

    /// Whether the address is in its normal form. `false` if it is not
    /// [valid](Self::is_valid).
    pub fn is_normalized(&self) -> bool {
        self.normal().is_none() && self.is_valid()
    }

    /// The same address in its normal form; its parts are then in theirs.
    #[must_use]
    pub fn to_normalized(&self) -> Self {
        let (text, bounds) = self.normal_form();
        Self::long(text.into(), bounds, None)
    }

    /// The bare JID: the address without its resourcepart. An address that is not
    /// [valid](Self::is_valid) is returned unchanged.
    pub fn to_bare(&self) -> BareJid {
        let bounds = self.bounds();
        let text = bounds.bare(self.as_str());
        let normal = self.normal().and_then(|normal| {
            let bare = normal.bounds.bare(&normal.text);
            // Maybe only the resourcepart was not in normal form.
            (bare != text).then(|| {
                Box::new(Normal {
                    text: bare.into(),
                    bounds: normal.bounds,
                })
            })
        });
        BareJid(match (&self.0, normal) {
            (Repr::Short { .. }, None) => Self::plain(text, bounds),
            (_, normal) => Self::long(text.into(), bounds, normal),
        })
    }

    /// The full JID with this resourcepart, which replaces one that the address has.
    ///
    /// # Errors
    ///
    /// The resourcepart breaks its rules, or this is not a [valid](Self::is_valid) address.
    ///
    /// [RFC 7622, section 3.4](https://www.rfc-editor.org/rfc/rfc7622#section-3.4)
    pub fn with_resource(&self, resource: &str) -> Result<FullJid, JidError> {
        if let Some(error) = self.error() {
            return Err(error);
        }
        Self::from_parts(self.local(), self.domain(), Some(resource)).map(FullJid)
    }

    /// Whether both have the same [bare JID](Self::to_bare).
    #[inline]
    pub fn bare_eq(&self, other: &Self) -> bool {
        self.bare_bytes() == other.bare_bytes() && self.is_valid() == other.is_valid()
    }

    /// The text of the address.
    pub fn into_string(self) -> String {
        match self.0 {
            Repr::Short { .. } => String::from(self.as_str()),
            Repr::Long { text, .. } => text.into(),
        }
    }

    #[inline]
    fn normal_form(&self) -> (&str, Bounds) {
        match self.normal() {
            Some(normal) => (&normal.text, normal.bounds),
            None => (self.as_str(), self.bounds()),
        }
    }

    #[inline]
    fn bare_bytes(&self) -> &[u8] {
        let bytes = self.normal_bytes();
        let bounds = self
            .normal()
            .map_or_else(|| self.bounds(), |normal| normal.bounds);
        bytes.get(..bounds.bare_len(bytes.len())).unwrap_or(bytes)
    }

    /// Whether a text is an address, and this one.
    fn is(&self, text: &str) -> bool {
        if !self.is_valid() {
            return false;
        }
        // An address that is in normal form, as most are, equals no other text.
        if Bounds::plain(text).is_some() || text == self.normalized() {
            return text == self.normalized();
        }
        Bounds::split(text)
            .check(text)
            .is_ok_and(|(_, normal)| match normal {
                Some(normal) => *normal.text == *self.normalized(),
                None => false,
            })
    }
}

impl PartialEq for Jid {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.normal_bytes() == other.normal_bytes() && self.is_valid() == other.is_valid()
    }
}

impl Eq for Jid {}

impl PartialOrd for Jid {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Jid {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |jid: &Self| !jid.is_valid();
        let by_validity = key(self).cmp(&key(other));
        by_validity.then_with(|| self.normalized().cmp(other.normalized()))
    }
}

impl Hash for Jid {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.normalized().hash(state);
    }
}

/// A bare JID: an address without a resourcepart, such as an account, a room or a server.
///
/// Read leniently, it may hold a text that is [not valid](Jid::is_valid), including an address with a
/// resourcepart.
///
/// [RFC 6120, section 1.4](https://www.rfc-editor.org/rfc/rfc6120#section-1.4)
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BareJid(Jid);

/// A full JID: an address with a resourcepart, such as a connected client or an occupant of a room.
///
/// Read leniently, it may hold a text that is [not valid](Jid::is_valid), including an address without a
/// resourcepart.
///
/// [RFC 6120, section 1.4](https://www.rfc-editor.org/rfc/rfc6120#section-1.4)
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FullJid(Jid);

impl BareJid {
    /// Parses an address that must not have a resourcepart.
    ///
    /// # Errors
    ///
    /// It has one, or [`Jid::new`] fails.
    pub fn new(text: &str) -> Result<Self, JidError> {
        Jid::new(text)?.try_into()
    }

    /// An address from its parts, as with [`Jid::from_parts`].
    ///
    /// # Errors
    ///
    /// A part breaks its rules; the first such part is reported.
    pub fn from_parts(local: Option<&str>, domain: &str) -> Result<Self, JidError> {
        Jid::from_parts(local, domain, None).map(Self)
    }

    fn check(jid: &Jid) -> Result<(), JidError> {
        if jid.is_bare() {
            return Ok(());
        }
        Err(jid.error().unwrap_or_else(|| JidError {
            part: Part::Resource,
            reason: Reason::Unexpected,
            offset: jid.bytes().len() - jid.resource().map_or(0, str::len),
        }))
    }
}

impl FullJid {
    /// Parses an address that must have a resourcepart.
    ///
    /// # Errors
    ///
    /// It has none, or [`Jid::new`] fails.
    pub fn new(text: &str) -> Result<Self, JidError> {
        Jid::new(text)?.try_into()
    }

    /// An address from its parts, as with [`Jid::from_parts`].
    ///
    /// # Errors
    ///
    /// A part breaks its rules; the first such part is reported.
    pub fn from_parts(local: Option<&str>, domain: &str, resource: &str) -> Result<Self, JidError> {
        Jid::from_parts(local, domain, Some(resource)).map(Self)
    }

    /// The resourcepart, in its original spelling.
    ///
    /// Empty if this is not a [valid](Jid::is_valid) address.
    ///
    /// [RFC 7622, section 3.4](https://www.rfc-editor.org/rfc/rfc7622#section-3.4)
    pub fn resource(&self) -> &str {
        self.0.resource().unwrap_or_default()
    }

    fn check(jid: &Jid) -> Result<(), JidError> {
        if jid.is_full() {
            return Ok(());
        }
        Err(jid.error().unwrap_or_else(|| JidError {
            part: Part::Resource,
            reason: Reason::Missing,
            offset: jid.bytes().len(),
        }))
    }
}

macro_rules! text_conversions {
    ($($address:ident)+) => {$(
        impl FromStr for $address {
            type Err = JidError;

            fn from_str(text: &str) -> Result<Self, JidError> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $address {
            type Error = JidError;

            fn try_from(text: &str) -> Result<Self, JidError> {
                Self::new(text)
            }
        }

        impl TryFrom<&String> for $address {
            type Error = JidError;

            fn try_from(text: &String) -> Result<Self, JidError> {
                Self::new(text)
            }
        }

        /// Takes the text over.
        impl TryFrom<String> for $address {
            type Error = JidError;

            fn try_from(text: String) -> Result<Self, JidError> {
                Self::checked(text)
            }
        }

        /// Takes the text over.
        impl TryFrom<Box<str>> for $address {
            type Error = JidError;

            fn try_from(text: Box<str>) -> Result<Self, JidError> {
                Self::checked(text)
            }
        }

        /// Takes the text over where it is owned.
        impl TryFrom<Cow<'_, str>> for $address {
            type Error = JidError;

            fn try_from(text: Cow<'_, str>) -> Result<Self, JidError> {
                Self::checked(text)
            }
        }

        /// The text of the address.
        impl From<$address> for String {
            fn from(address: $address) -> Self {
                address.into_string()
            }
        }

        /// A copy, for what takes `impl Into` of an address.
        impl From<&Self> for $address {
            fn from(address: &Self) -> Self {
                address.clone()
            }
        }

        impl AsRef<str> for $address {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        /// Whether the text is an address, and the same one: not whether it is spelt alike, which
        /// is what `as_str` is for. A text that is not an address equals none, and no text equals
        /// an address that is not [valid](Jid::is_valid).
        impl PartialEq<str> for $address {
            fn eq(&self, text: &str) -> bool {
                self.is(text)
            }
        }

        /// As with `str`.
        impl PartialEq<&str> for $address {
            fn eq(&self, text: &&str) -> bool {
                self.is(text)
            }
        }

        /// As with `str`.
        impl PartialEq<String> for $address {
            fn eq(&self, text: &String) -> bool {
                self.is(text)
            }
        }

        /// As the other way round.
        impl PartialEq<$address> for str {
            fn eq(&self, address: &$address) -> bool {
                address.is(self)
            }
        }

        /// As the other way round.
        impl PartialEq<$address> for &str {
            fn eq(&self, address: &$address) -> bool {
                address.is(self)
            }
        }

        /// As the other way round.
        impl PartialEq<$address> for String {
            fn eq(&self, address: &$address) -> bool {
                address.is(self)
            }
        }

        /// Writes the address as it was spelt.
        impl fmt::Display for $address {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self.as_str(), f)
            }
        }

        /// Says of what is not a valid address that it is none.
        impl fmt::Debug for $address {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let name = if self.is_valid() {
                    stringify!($address)
                } else {
                    concat!(stringify!($address), "::invalid")
                };
                f.debug_tuple(name).field(&self.as_str()).finish()
            }
        }
    )+};
}

macro_rules! restricted {
    ($($address:ident)+) => {$(
        impl $address {
            fn checked<T: AsRef<str> + Into<Box<str>>>(text: T) -> Result<Self, JidError> {
                Jid::checked(text)?.try_into()
            }

            /// What stands for a text that is not such an address where invalid values are kept.
            pub(crate) fn kept(text: &str) -> Self {
                Self(Jid::kept(text))
            }

            /// The text of the address.
            pub fn into_string(self) -> String {
                self.0.into_string()
            }
        }

        impl Deref for $address {
            type Target = Jid;

            fn deref(&self) -> &Jid {
                &self.0
            }
        }

        impl AsRef<Jid> for $address {
            fn as_ref(&self) -> &Jid {
                self
            }
        }

        impl Borrow<Jid> for $address {
            fn borrow(&self) -> &Jid {
                self
            }
        }

        impl From<$address> for Jid {
            fn from(address: $address) -> Self {
                address.0
            }
        }

        impl From<&$address> for Jid {
            fn from(address: &$address) -> Self {
                address.0.clone()
            }
        }

        impl TryFrom<Jid> for $address {
            type Error = JidError;

            fn try_from(jid: Jid) -> Result<Self, JidError> {
                Self::check(&jid)?;
                Ok(Self(jid))
            }
        }

        impl TryFrom<&Jid> for $address {
            type Error = JidError;

            fn try_from(jid: &Jid) -> Result<Self, JidError> {
                Self::check(jid)?;
                Ok(Self(jid.clone()))
            }
        }

        impl PartialEq<Jid> for $address {
            fn eq(&self, jid: &Jid) -> bool {
                self.0 == *jid
            }
        }

        impl PartialEq<$address> for Jid {
            fn eq(&self, address: &$address) -> bool {
                *self == address.0
            }
        }
    )+};
}

text_conversions!(Jid BareJid FullJid);
restricted!(BareJid FullJid);

/// Cuts the resourcepart, as [`Jid::to_bare`] does.
impl From<FullJid> for BareJid {
    fn from(full: FullJid) -> Self {
        full.to_bare()
    }
}

/// Cuts the resourcepart, as [`Jid::to_bare`] does.
impl From<&FullJid> for BareJid {
    fn from(full: &FullJid) -> Self {
        full.to_bare()
    }
}
