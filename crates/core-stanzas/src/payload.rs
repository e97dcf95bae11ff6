//! What extensions put in: kept as it stands until somebody asks for it as a type.

/// The methods that read the `payloads` of a message or a presence.
macro_rules! payload_methods {
    ($stanza:ident, $path:literal) => {
        impl $stanza {
            /// The first payload that is a `T`, read as one by the options that the stanza was read by. `None` where there
            /// is none, and for a stanza of type `error`: what that carries was not said by its sender but is what it
            /// [repeats](Self::echoed) of a stanza that it received.
            ///
            /// # Errors
            /// The payload is a `T` by its name but something that `T` needs is missing or invalid. The path of the error
            /// begins at the stanza, its offset counts from the start of the payload.
            pub fn payload<T: xmpp_xml::Element>(&self) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first(self.said().iter(), $path)
            }

            /// As [`payload`](Self::payload), read by these options: more leniently than the stanza was, or more
            /// strictly. What is kept although it is invalid is added to the report.
            ///
            /// # Errors
            /// As [`payload`](Self::payload).
            pub fn payload_with<T: xmpp_xml::Element>(
                &self,
                options: &xmpp_xml::Options,
                report: &mut xmpp_xml::Report,
            ) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first_with(self.said().iter(), $path, options, report)
            }

            /// All payloads that are a `T`, each read as by [`payload`](Self::payload): for what several entities on the
            /// way may put in, such as delays, of which a certain one's is wanted.
            ///
            /// The path of an error has no numbers.
            pub fn payloads_of<T: xmpp_xml::Element>(
                &self,
            ) -> impl Iterator<Item = Result<T, xmpp_xml::Error>> {
                let all = self.said().iter().filter(|raw| raw.is_a::<T>());
                all.map(|raw| raw.parse().map_err(|error| error.within($path)))
            }

            /// Whether there is a payload that is a `T`, valid or not. Never in a stanza of type `error`.
            #[must_use]
            pub fn has_payload<T: xmpp_xml::Element>(&self) -> bool {
                self.said().iter().any(RawElement::is_a::<T>)
            }

            /// The first payload of a stanza of type `error` that is a `T`: what it repeats of the stanza that could not be
            /// delivered or processed. `None` where nothing is repeated, and in any other stanza. Whoever sent the
            /// error chose what stands here, so it is good for recognising one's own stanza, and for nothing else.
            ///
            /// # Errors
            /// As [`payload`](Self::payload).
            pub fn echoed<T: xmpp_xml::Element>(&self) -> Result<Option<T>, xmpp_xml::Error> {
                if !self.is_error() {
                    return Ok(None);
                }
                xmpp_xml::payloads::first(self.payloads.iter(), $path)
            }

            /// What the sender has put in.
            fn said(&self) -> &[RawElement] {
                if self.is_error() { &[] } else { &self.payloads }
            }
        }

        set_payload_methods!($stanza);
    };
}

/// The methods that change the `payloads` of a stanza.
macro_rules! set_payload_methods {
    ($stanza:ident) => {
        impl $stanza {
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

pub(crate) use {payload_methods, set_payload_methods};
