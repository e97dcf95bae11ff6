//! Conversion to and from the addresses of the crate `jid`, which are always in the normal form of
//! RFC 6122 (stringprep).
//!
//! Neither set of addresses contains the other, so both directions may fail.

use crate::{BareJid, FullJid, Jid, JidError, Part, Reason};

macro_rules! conversions {
    ($($address:ident)+) => {$(
        #[cfg_attr(docsrs, doc(cfg(feature = "jid")))]
        impl TryFrom<&jid::$address> for $address {
            type Error = JidError;

            /// # Errors
            ///
            /// When RFC 7622 forbids what stringprep allows, a symbol in the localpart for example.
            fn try_from(address: &jid::$address) -> Result<Self, JidError> {
                Self::new(address.as_str())
            }
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "jid")))]
        impl TryFrom<jid::$address> for $address {
            type Error = JidError;

            /// # Errors
            ///
            /// As for a borrowed one.
            fn try_from(address: jid::$address) -> Result<Self, JidError> {
                Self::new(address.as_str())
            }
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "jid")))]
        impl TryFrom<&$address> for jid::$address {
            type Error = jid::Error;

            /// The spelling is lost: what is converted is the normal form.
            ///
            /// # Errors
            ///
            /// When stringprep forbids what RFC 7622 allows, an emoji for example. When the address
            /// is not [valid](crate::Jid::is_valid), whatever stringprep says of it.
            fn try_from(address: &$address) -> Result<Self, jid::Error> {
                match address.error() {
                    None => Self::new(address.normalized()),
                    Some(error) => Err(corresponding(error)),
                }
            }
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "jid")))]
        impl TryFrom<$address> for jid::$address {
            type Error = jid::Error;

            /// # Errors
            ///
            /// As for a borrowed one.
            fn try_from(address: $address) -> Result<Self, jid::Error> {
                Self::try_from(&address)
            }
        }
    )+};
}

conversions!(Jid BareJid FullJid);

fn corresponding(error: JidError) -> jid::Error {
    match (error.part, error.reason) {
        (Part::Local, Reason::Empty) => jid::Error::NodeEmpty,
        (Part::Local, Reason::TooLong) => jid::Error::NodeTooLong,
        (Part::Local, _) => jid::Error::NodePrep,
        (Part::Domain, Reason::Character('@')) => jid::Error::TooManyAts,
        (Part::Domain, _) => jid::Error::NamePrep,
        (Part::Resource, Reason::Empty) => jid::Error::ResourceEmpty,
        (Part::Resource, Reason::TooLong) => jid::Error::ResourceTooLong,
        (Part::Resource, Reason::Missing) => jid::Error::ResourceMissingInFullJid,
        (Part::Resource, Reason::Unexpected) => jid::Error::ResourceInBareJid,
        (Part::Resource, _) => jid::Error::ResourcePrep,
    }
}
