use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;
use core::str::FromStr;

use crate::error::{JidError, Part, Reason};
use crate::parts::{Bounds, Normal};

/// An XMPP address, with or without a resourcepart, as it was spelt.
///
/// Comparison, order and hash are those of the [normal form](Self::normalized); two addresses are
/// spelt the same when their [texts](Self::as_str) are equal.
///
/// [RFC 7622](https://www.rfc-editor.org/rfc/rfc7622)
#[derive(Clone)]
pub struct Jid {
    text: Box<str>,
    bounds: Bounds,
    /// Absent when the text is its own normal form.
    normal: Option<Box<Normal>>,
}

impl Jid {
    /// Reads an address.
    ///
    /// # Errors
    ///
    /// When a part breaks its rules; the first such part is reported.
    ///
    /// [RFC 7622, section 3.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2)
    pub fn new(text: &str) -> Result<Self, JidError> {
        let (bounds, normal) = match Bounds::plain(text) {
            Some(bounds) => (bounds, None),
            None => Bounds::split(text).check(text)?,
        };
        let text = text.into();
        Ok(Self {
            text,
            bounds,
            normal,
        })
    }

    /// Makes an address of its parts. They are taken as they are: nothing is escaped, and a part
    /// with a separator that it must not contain is refused.
    ///
    /// # Errors
    ///
    /// When a part breaks its rules; the first such part is reported.
    ///
    /// [RFC 7622, section 3.1](https://www.rfc-editor.org/rfc/rfc7622#section-3.1)
    pub fn from_parts(
        local: Option<&str>,
        domain: &str,
        resource: Option<&str>,
    ) -> Result<Self, JidError> {
        let (text, bounds) = Bounds::join(local, domain, resource);
        let (bounds, normal) = bounds.check(&text)?;
        let text = text.into();
        Ok(Self {
            text,
            bounds,
            normal,
        })
    }

    /// The whole address as it was spelt.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The localpart as it was spelt; absent for a server, a component and the like.
    ///
    /// [RFC 7622, section 3.3](https://www.rfc-editor.org/rfc/rfc7622#section-3.3)
    pub fn local(&self) -> Option<&str> {
        self.bounds.local(&self.text)
    }

    /// The domainpart as it was spelt, a final dot included.
    ///
    /// [RFC 7622, section 3.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2)
    pub fn domain(&self) -> &str {
        self.bounds.domain(&self.text)
    }

    /// The resourcepart as it was spelt; absent in a bare address.
    ///
    /// [RFC 7622, section 3.4](https://www.rfc-editor.org/rfc/rfc7622#section-3.4)
    pub fn resource(&self) -> Option<&str> {
        self.bounds.resource(&self.text)
    }

    /// Whether there is no resourcepart.
    pub fn is_bare(&self) -> bool {
        self.resource().is_none()
    }

    /// Whether there is a resourcepart.
    pub fn is_full(&self) -> bool {
        self.resource().is_some()
    }

    /// The normal form of the whole address, after the rules of enforcement.
    ///
    /// [RFC 7622, sections 3.2.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2.2), 3.3.2
    /// and 3.4.2
    pub fn normalized(&self) -> &str {
        self.normal
            .as_ref()
            .map_or(&self.text, |normal| &normal.text)
    }

    /// Whether the address is spelt in its normal form.
    pub fn is_normalized(&self) -> bool {
        self.normal.is_none()
    }

    /// The same address spelt in its normal form, for the normal form of its parts.
    #[must_use]
    pub fn to_normalized(&self) -> Self {
        let (text, bounds) = match &self.normal {
            Some(normal) => (&normal.text, normal.bounds),
            None => (&self.text, self.bounds),
        };
        Self {
            text: text.clone(),
            bounds,
            normal: None,
        }
    }

    /// The address without its resourcepart.
    pub fn to_bare(&self) -> BareJid {
        let text = self.bounds.bare(&self.text);
        let normal = self.normal.as_ref().and_then(|normal| {
            let bare = self.normalized_bare();
            // Maybe only the resourcepart was not in normal form.
            (bare != text).then(|| {
                Box::new(Normal {
                    text: bare.into(),
                    bounds: normal.bounds,
                })
            })
        });
        let text = text.into();
        BareJid(Self {
            text,
            bounds: self.bounds,
            normal,
        })
    }

    /// The address with this resourcepart, instead of its own if it has one.
    ///
    /// # Errors
    ///
    /// When the resourcepart breaks its rules.
    ///
    /// [RFC 7622, section 3.4](https://www.rfc-editor.org/rfc/rfc7622#section-3.4)
    pub fn with_resource(&self, resource: &str) -> Result<FullJid, JidError> {
        Self::from_parts(self.local(), self.domain(), Some(resource)).map(FullJid)
    }

    /// Whether both are the same address but for the resourcepart.
    pub fn bare_eq(&self, other: &Self) -> bool {
        self.normalized_bare() == other.normalized_bare()
    }

    /// The text of the address.
    pub fn into_string(self) -> String {
        self.text.into()
    }

    fn normalized_bare(&self) -> &str {
        match &self.normal {
            Some(normal) => normal.bounds.bare(&normal.text),
            None => self.bounds.bare(&self.text),
        }
    }
}

impl PartialEq for Jid {
    fn eq(&self, other: &Self) -> bool {
        self.normalized() == other.normalized()
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
        self.normalized().cmp(other.normalized())
    }
}

impl Hash for Jid {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.normalized().hash(state);
    }
}

/// An address without a resourcepart: an account, a room, a server.
///
/// [RFC 6120, section 1.4](https://www.rfc-editor.org/rfc/rfc6120#section-1.4)
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BareJid(Jid);

/// An address with a resourcepart: a connected client, an occupant of a room.
///
/// [RFC 6120, section 1.4](https://www.rfc-editor.org/rfc/rfc6120#section-1.4)
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FullJid(Jid);

impl BareJid {
    /// Reads an address that must not have a resourcepart.
    ///
    /// # Errors
    ///
    /// When it has one, and when [`Jid::new`] fails.
    pub fn new(text: &str) -> Result<Self, JidError> {
        Jid::new(text)?.try_into()
    }

    /// Makes an address of its parts, as [`Jid::from_parts`] does.
    ///
    /// # Errors
    ///
    /// When a part breaks its rules; the first such part is reported.
    pub fn from_parts(local: Option<&str>, domain: &str) -> Result<Self, JidError> {
        Jid::from_parts(local, domain, None).map(Self)
    }

    fn check(jid: &Jid) -> Result<(), JidError> {
        jid.resource().map_or(Ok(()), |resource| {
            Err(JidError {
                part: Part::Resource,
                reason: Reason::Unexpected,
                offset: jid.text.len() - resource.len(),
            })
        })
    }
}

impl FullJid {
    /// Reads an address that must have a resourcepart.
    ///
    /// # Errors
    ///
    /// When it has none, and when [`Jid::new`] fails.
    pub fn new(text: &str) -> Result<Self, JidError> {
        Jid::new(text)?.try_into()
    }

    /// Makes an address of its parts, as [`Jid::from_parts`] does.
    ///
    /// # Errors
    ///
    /// When a part breaks its rules; the first such part is reported.
    pub fn from_parts(local: Option<&str>, domain: &str, resource: &str) -> Result<Self, JidError> {
        Jid::from_parts(local, domain, Some(resource)).map(Self)
    }

    /// The resourcepart as it was spelt.
    ///
    /// [RFC 7622, section 3.4](https://www.rfc-editor.org/rfc/rfc7622#section-3.4)
    pub fn resource(&self) -> &str {
        self.0.resource().unwrap_or_default()
    }

    fn check(jid: &Jid) -> Result<(), JidError> {
        jid.resource().map_or_else(
            || {
                Err(JidError {
                    part: Part::Resource,
                    reason: Reason::Missing,
                    offset: jid.text.len(),
                })
            },
            |_| Ok(()),
        )
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

        impl TryFrom<String> for $address {
            type Error = JidError;

            fn try_from(text: String) -> Result<Self, JidError> {
                Self::new(&text)
            }
        }

        impl AsRef<str> for $address {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        /// Writes the address as it was spelt.
        impl fmt::Display for $address {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self.as_str(), f)
            }
        }

        impl fmt::Debug for $address {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($address)).field(&self.as_str()).finish()
            }
        }
    )+};
}

macro_rules! restricted {
    ($($address:ident)+) => {$(
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

        impl TryFrom<Jid> for $address {
            type Error = JidError;

            fn try_from(jid: Jid) -> Result<Self, JidError> {
                Self::check(&jid)?;
                Ok(Self(jid))
            }
        }
    )+};
}

text_conversions!(Jid BareJid FullJid);
restricted!(BareJid FullJid);

impl From<FullJid> for BareJid {
    fn from(full: FullJid) -> Self {
        full.to_bare()
    }
}
