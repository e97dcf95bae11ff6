//! Addresses as values in XML.

use core::fmt::{self, Write};

use xmpp_xml::{InvalidValue, JID_EXPECTED, Value, trim};

use crate::{BareJid, FullJid, Jid};

macro_rules! values {
    ($($type:ty, $examples:expr;)*) => {$(
        /// White space around an address is read over; the address keeps its own spelling.
        impl Value for $type {
            const EXPECTED: &'static str = JID_EXPECTED;
            const EXAMPLES: &'static [&'static str] = &$examples;

            fn parse(text: &str) -> Result<Self, InvalidValue> {
                trim(text).parse().map_err(|e| InvalidValue::because(&e))
            }

            fn write(&self, out: &mut dyn Write) -> fmt::Result {
                out.write_str(self.as_str())
            }

            fn is_canonical(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        xmpp_xml::__serde_value!($type);
    )*};
}

values! {
    Jid, ["a.example", "Me@A.example", "me@a.example/Here", "me@a.example/\u{1F980}", " b\u{FC}cher.example "];
    BareJid, ["a.example", "Me@A.example"];
    FullJid, ["me@a.example/Here", "a.example/\u{1F980}"];
}
