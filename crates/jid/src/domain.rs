//! The domainpart.
//!
//! [RFC 7622, section 3.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2)

use alloc::format;
use alloc::string::String;
use core::net::Ipv6Addr;

use idna::AsciiDenyList;
use idna::punycode;
use idna::uts46::{Hyphens, Uts46};

use crate::error::Reason;
use crate::parts::Fault;
use crate::percent::{self, is_unreserved};
use crate::precis;

/// The longest label of a domain in its ASCII form, in bytes.
///
/// [RFC 5890, section 2.3.1](https://www.rfc-editor.org/rfc/rfc5890#section-2.3.1)
pub(crate) const MAX_LABEL: usize = 63;

/// All of ASCII but letters, digits, hyphens, dots and underscores.
const NOT_IN_LABELS: AsciiDenyList = AsciiDenyList::new(true, "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~");

/// Checks a domain and brings it into its normal form.
///
/// An IPv4 address needs no rule of its own: it reads as four labels and has no other spelling.
pub(crate) fn name(spelling: &str) -> Result<String, Fault> {
    let fault = |reason| Fault { reason, offset: 0 };

    if let Some(rest) = spelling.strip_prefix('[') {
        return rest
            .strip_suffix(']')
            .and_then(ip_literal)
            .ok_or_else(|| fault(Reason::IpLiteral));
    }
    // Found here to be named; IDNA only says that something is wrong.
    let bad = |c: char| {
        c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.' | '_')
            || c.is_whitespace()
    };
    if let Some((offset, c)) = spelling.char_indices().find(|&(_, c)| bad(c)) {
        let reason = Reason::Character(c);
        return Err(Fault { reason, offset });
    }

    let (mapped, verdict) =
        Uts46::new().to_unicode(spelling.as_bytes(), NOT_IN_LABELS, Hyphens::Check);
    verdict.map_err(|_| fault(Reason::Label))?;
    let name = mapped.strip_suffix('.').unwrap_or(&mapped);
    if name.is_empty() {
        return Err(fault(Reason::Empty));
    }
    for label in name.split('.') {
        if label.is_empty() || !fits(label) {
            return Err(fault(Reason::Label));
        }
        // UTS 46 is laxer than the U-labels of IDNA2008, whose characters are those of the
        // IdentifierClass.
        precis::check(label.char_indices(), precis::Class::Identifier).map_err(|found| {
            let at = match found.reason {
                Reason::Character(c) | Reason::Context(c) => spelling.find(c),
                _ => None,
            };
            Fault {
                offset: at.unwrap_or_default(),
                ..found
            }
        })?;
    }
    Ok(name.into())
}

/// The normal form of an IP address in brackets, of which this is what the brackets hold. Beside the
/// address as such it has a form with a zone identifier and one that is left to the future.
///
/// [RFC 3986, section 3.2.2](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2),
/// [RFC 6874, section 2](https://www.rfc-editor.org/rfc/rfc6874#section-2)
fn ip_literal(spelling: &str) -> Option<String> {
    if let Some(rest) = spelling.strip_prefix(['v', 'V']) {
        let (version, address) = rest.split_once('.')?;
        let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
        let may_stand = |byte| is_unreserved(byte) || b"!$&'()*+,;=:".contains(&byte);
        let is_future = !version.is_empty() && is_hex(version) && !address.is_empty();
        return (is_future && address.bytes().all(may_stand))
            .then(|| format!("[{}]", spelling.to_ascii_lowercase()));
    }
    let (address, zone) = match spelling.split_once("%25") {
        Some((address, zone)) => (address, Some(zone)),
        None => (spelling, None),
    };
    let address: Ipv6Addr = address.parse().ok()?;
    match zone {
        Some(zone) => Some(format!("[{address}%25{}]", zone_id(zone)?)),
        None => Some(format!("[{address}]")),
    }
}

/// The name of a zone means something to one host only, so its case stays. What is percent-encoded is
/// brought into the normal form of [RFC 3986, section 6.2.2].
///
/// [RFC 3986, section 6.2.2]: https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
fn zone_id(spelling: &str) -> Option<String> {
    let mut normal = String::with_capacity(spelling.len());
    let mut rest = spelling.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => percent::octet(rest.next()?, rest.next()?)?,
            byte if is_unreserved(byte) => byte,
            _ => return None,
        };
        if is_unreserved(byte) {
            normal.push(byte.into());
        } else {
            percent::push(byte, &mut normal);
        }
    }
    (!normal.is_empty()).then_some(normal)
}

fn fits(label: &str) -> bool {
    // Punycode takes at least one byte for a character, and quadratic time to find out how many.
    label.len() <= MAX_LABEL && label.is_ascii()
        || label.chars().count() <= MAX_LABEL
            && punycode::encode_str(label)
                .is_some_and(|encoded| "xn--".len() + encoded.len() <= MAX_LABEL)
}
