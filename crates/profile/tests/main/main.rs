//! What people say of themselves: what is believed, what an empty element means, which numbers are good.

mod avatar;
mod event;
mod location;
mod migration;
mod moods;
mod search;
mod vcard4;
mod vcard_temp;

use xmpp_xml::{Element, Error, Invalid, Options, Report, read_with};

/// Reads where invalid values are kept.
fn keep<T: Element>(text: &str) -> Result<(T, Report), Error> {
    let mut report = Report::default();
    let options = Options::new().invalid(Invalid::Keep);
    read_with(text.as_bytes(), &options, &mut report).map(|value| (value, report))
}
