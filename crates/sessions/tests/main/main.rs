//! What the types of sessions promise, seen from outside.

mod access;
mod channel_binding;
mod counting;
mod fast;
mod negotiation;
mod sasl2;
mod stream_management;

use xmpp_xml::{Element, Invalid, Options, Report};

fn written<T: Element>(element: &T) -> String {
    xmpp_xml::to_string(element).expect("it can be written")
}

/// As it is read where invalid values are kept, with how many problems were found.
fn kept<T: Element>(source: &str) -> Result<(T, usize), xmpp_xml::Error> {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    let value = xmpp_xml::read_with(source.as_bytes(), &options, &mut report)?;
    Ok((value, report.problems.len()))
}
