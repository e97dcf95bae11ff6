//! Extension payloads, kept verbatim until they are parsed on demand.

/// The methods that read the `payloads` of a message or a presence.
macro_rules! payload_methods {
    ($stanza:ident, $path:literal) => {
        impl $stanza {
            /// The first payload that is a `T`, parsed with the options that the stanza was read with. `None` if there is none,
            /// and for a stanza of type `error`, whose payloads are not its sender's own but [repeated](Self::echoed) from the
            /// stanza that failed.
            ///
            /// # Errors
            /// The payload has the name of a `T`, but something that `T` requires is missing or invalid. The path of the error
            /// begins at the stanza; its offset counts from the start of the payload.
            pub fn payload<T: xmpp_xml::Element>(&self) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first(self.said().iter(), $path)
            }

            /// Like [`payload`](Self::payload), with these options, which may be more lenient or stricter than those that the
            /// stanza was read with. Invalid values that are kept are added to the report.
            ///
            /// # Errors
            /// Same as [`payload`](Self::payload).
            pub fn payload_with<T: xmpp_xml::Element>(
                &self,
                options: &xmpp_xml::Options,
                report: &mut xmpp_xml::Report,
            ) -> Result<Option<T>, xmpp_xml::Error> {
                xmpp_xml::payloads::first_with(self.said().iter(), $path, options, report)
            }

            /// All payloads that are a `T`, each parsed as in [`payload`](Self::payload): for those that several entities on the
            /// path may add, such as delays.
            ///
            /// Paths of errors have no positions.
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
            /// delivered or processed. `None` if nothing is repeated, and in any other stanza. The sender of the error is free
            /// to put anything here, so use it only to recognise the stanza that failed.
            ///
            /// # Errors
            /// Same as [`payload`](Self::payload).
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
            /// Replaces the first payload with the same name, else the first that is a `T` with another name, or else appends
            /// it.
            ///
            /// # Errors
            /// The payload contains something that XML cannot carry; the stanza is unchanged then.
            pub fn set_payload<T: xmpp_xml::Element>(
                &mut self,
                payload: &T,
            ) -> Result<(), xmpp_xml::Error> {
                xmpp_xml::payloads::set(&mut self.payloads, payload)
            }

            /// Appends a payload, even if there is one with the same name.
            ///
            /// # Errors
            /// Same as [`set_payload`](Self::set_payload).
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
            /// Same as [`push_payload`](Self::push_payload).
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
