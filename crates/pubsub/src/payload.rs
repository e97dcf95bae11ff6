//! The payload of an item: kept as it stands until somebody asks for it as a type.

/// The constructors and methods that an item has, whether it is asked for, published or told of.
macro_rules! item_methods {
    ($item:ident) => {
        impl $item {
            /// An item without an identifier and without a payload.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// The item of this identifier, without a payload.
            #[must_use]
            pub fn of_id(id: &str) -> Self {
                Self {
                    id: Some(id.into()),
                    ..Self::default()
                }
            }

            /// The first payload that is a `T`, read as one. Absent when there is none.
            ///
            /// # Errors
            /// The payload is there but something that `T` needs is absent or invalid. The path of the error begins at
            /// `/item`, its offset counts from the start of the payload.
            pub fn payload<T: xmpp_xml::Element>(&self) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first(self.payloads.iter(), "/item")
            }

            /// Puts a payload in the place of the first of the same name, else of the first that is a `T` of another
            /// name, or after all others if there is none.
            ///
            /// # Errors
            /// The payload has something that XML cannot carry; nothing has changed then.
            pub fn set_payload<T: xmpp_xml::Element>(
                &mut self,
                payload: &T,
            ) -> Result<(), xmpp_xml::Error> {
                xmpp_xml::payloads::set(&mut self.payloads, payload)
            }

            /// The same item with this payload, as by [`set_payload`](Self::set_payload).
            ///
            /// # Errors
            /// As [`set_payload`](Self::set_payload).
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
