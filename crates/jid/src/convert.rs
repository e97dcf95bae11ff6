//! Conversion to and from the addresses of the crate `jid`, which are always in the normal form of
//! RFC 6122 (stringprep).
//!
//! Neither set of addresses contains the other, so both directions may fail.

use crate::{BareJid, FullJid, Jid, JidError};

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
        impl TryFrom<&$address> for jid::$address {
            type Error = jid::Error;

            /// The spelling is lost: what is converted is the normal form.
            ///
            /// # Errors
            ///
            /// When stringprep forbids what RFC 7622 allows, an emoji for example.
            fn try_from(address: &$address) -> Result<Self, jid::Error> {
                Self::new(address.normalized())
            }
        }
    )+};
}

conversions!(Jid BareJid FullJid);
