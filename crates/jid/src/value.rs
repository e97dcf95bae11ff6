//! Addresses as values in XML.

use core::fmt::{self, Write};

use xmpp_xml::{InvalidValue, JID_EXPECTED, Value};

use crate::{BareJid, FullJid, Jid};

macro_rules! values {
    ($($type:ident, $examples:expr;)*) => {$(
        /// The text is the address: no white space around it is read over. What is not an address is
        /// kept as one that is not [valid](Jid::is_valid) where invalid values are kept.
        impl Value for $type {
            const EXPECTED: &'static str = JID_EXPECTED;
            const EXAMPLES: &'static [&'static str] = &$examples;

            fn parse(text: &str) -> Result<Self, InvalidValue> {
                Self::new(text).map_err(|e| InvalidValue::because(&e))
            }

            /// Never `None`. Of a text that is an address, the address.
            fn invalid(text: &str) -> Option<Self> {
                Some(Self::new(text).unwrap_or_else(|_| Self::kept(text)))
            }

            fn write(&self, out: &mut dyn Write) -> fmt::Result {
                out.write_str(self.as_str())
            }

            fn as_text(&self) -> Option<&str> {
                Some(self.as_str())
            }

            /// It keeps the text that it was read from, so what is as long as that is that.
            #[inline]
            fn is_canonical(&self, text: &str) -> bool {
                self.len() == text.len()
            }
        }

        xmpp_xml::__serde_value!($type);
    )*};
}

values! {
    Jid, ["a.example", "Me@A.example", "me@a.example/Here", "me@a.example/\u{1F980}", "b\u{FC}cher.example/ x "];
    BareJid, ["a.example", "Me@A.example"];
    FullJid, ["me@a.example/Here", "a.example/\u{1F980}"];
}
