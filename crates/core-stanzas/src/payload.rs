//! What extensions put in: kept as it stands until somebody asks for it as a type.

use alloc::format;
use alloc::vec::Vec;

use xmpp_xml::{Element, Error, Names, RawElement};

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
                $crate::payload::first(&self.payloads, $path)
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
                $crate::payload::set(&mut self.payloads, payload)
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

/// The first of `elements` that is a `T`; `parent` is the path of the element that they stand in.
pub(crate) fn first<T: Element>(elements: &[RawElement], parent: &str) -> Result<Option<T>, Error> {
    let Some(at) = elements.iter().position(RawElement::is_a::<T>) else {
        return Ok(None);
    };
    elements
        .get(at)
        .map(RawElement::parse)
        .transpose()
        .map_err(|error| locate(error, elements, at, parent))
}

/// The error with the path that it would have had, had the whole stanza been read.
#[cold]
fn locate(error: Error, elements: &[RawElement], at: usize, parent: &str) -> Error {
    let qualified = |raw: &RawElement| {
        let node = raw.node();
        match node.prefix() {
            "" => node.name().into(),
            prefix => format!("{prefix}:{}", node.name()),
        }
    };
    let Some(name) = elements.get(at).map(qualified) else {
        return error;
    };
    let is_namesake = |raw: &&RawElement| qualified(raw) == name;
    let (before, from) = elements.split_at_checked(at).unwrap_or_default();
    let before = before.iter().filter(is_namesake).count();
    if before + from.iter().filter(is_namesake).count() == 1 {
        return error.within(parent);
    }
    let rest = error.path().get(1 + name.len()..).unwrap_or_default();
    let path = format!("{parent}/{name}[{}]{rest}", before + 1);
    let offset = error.offset();
    Error::new(error.kind().clone()).at(path, offset)
}

/// Puts a payload in the place of the first of the same name, else of the first that is a `T`, or at the end.
pub(crate) fn set<T: Element>(payloads: &mut Vec<RawElement>, payload: &T) -> Result<(), Error> {
    let payload = RawElement::from_element(payload)?;
    let same_name = |old: &RawElement| old.is(&payload.namespace(), payload.name());
    // What any element is, says nothing.
    let same_type = |old: &RawElement| !is_any(&T::NAMES) && old.is_a::<T>();
    let place = payloads.iter().position(same_name);
    let place = place.or_else(|| payloads.iter().position(same_type));
    match place.and_then(|at| payloads.get_mut(at)) {
        Some(old) => *old = payload,
        None => payloads.push(payload),
    }
    Ok(())
}

fn is_any(names: &Names) -> bool {
    match names {
        Names::Of(..) => false,
        Names::Union(all) => all.iter().any(|names| is_any(names)),
        Names::Any => true,
    }
}
