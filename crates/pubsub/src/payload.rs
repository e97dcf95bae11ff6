//! The payload of an item, kept verbatim until it is parsed on demand.

/// The constructors and methods of an item, in requests and in notifications.
macro_rules! item_methods {
    ($item:ident) => {
        impl $item {
            /// An item without an identifier and without a payload.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// An item with this identifier, without a payload.
            #[must_use]
            pub fn of_id(id: &str) -> Self {
                Self {
                    id: Some(id.into()),
                    ..Self::default()
                }
            }

            /// The first payload that is a `T`, parsed. `None` if there is none.
            ///
            /// # Errors
            /// The payload is there, but something that `T` requires is missing or invalid. The path of the error begins at
            /// `/item`; its offset counts from the start of the payload.
            pub fn payload<T: xmpp_xml::Element>(&self) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first(self.payloads.iter(), "/item")
            }

            /// Replaces the first payload with the same name, else the first that is a `T` with another name, or else appends
            /// it.
            ///
            /// # Errors
            /// The payload contains something that XML cannot carry; the item is unchanged then.
            pub fn set_payload<T: xmpp_xml::Element>(
                &mut self,
                payload: &T,
            ) -> Result<(), xmpp_xml::Error> {
                xmpp_xml::payloads::set(&mut self.payloads, payload)
            }

            /// The same item with this payload; see [`set_payload`](Self::set_payload).
            ///
            /// # Errors
            /// Same as [`set_payload`](Self::set_payload).
            pub fn with_payload<T: xmpp_xml::Element>(
                mut self,
                payload: &T,
            ) -> Result<Self, xmpp_xml::Error> {
                self.set_payload(payload)?;
                Ok(self)
            }
        }
    };
}

pub(crate) use item_methods;
