//! What extensions put in: kept as it stands until somebody asks for it as a type.

/// The methods for the `payloads` of a stanza.
macro_rules! payload_methods {
    ($stanza:ident, $path:literal) => {
        impl $stanza {
            /// The first payload that is a `T`, read as one. Absent when there is none.
            ///
            /// # Errors
            /// The payload is there but something that `T` needs is absent or invalid. The path of the error begins at
            /// the stanza, its offset counts from the start of the payload.
            pub fn payload<T: xmpp_xml::Element>(&self) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first(self.payloads.iter(), $path)
            }

            /// Whether there is a payload that is a `T`, valid or not.
            #[must_use]
            pub fn has_payload<T: xmpp_xml::Element>(&self) -> bool {
                self.payloads.iter().any(RawElement::is_a::<T>)
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

            /// Adds a payload after all others, whether or not there is one of the same name.
            ///
            /// # Errors
            /// As [`set_payload`](Self::set_payload).
            pub fn push_payload<T: xmpp_xml::Element>(
                &mut self,
                payload: &T,
            ) -> Result<(), xmpp_xml::Error> {
                self.payloads.push(RawElement::from_element(payload)?);
                Ok(())
            }

            /// The same stanza with one more payload, as by [`push_payload`](Self::push_payload).
            ///
            /// # Errors
            /// As [`push_payload`](Self::push_payload).
            pub fn with_payload<T: xmpp_xml::Element>(
                mut self,
                payload: &T,
            ) -> Result<Self, xmpp_xml::Error> {
                self.push_payload(payload)?;
                Ok(self)
            }
        }
    };
}

pub(crate) use payload_methods;
