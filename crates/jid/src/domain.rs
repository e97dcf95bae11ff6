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
        let address: Option<Ipv6Addr> = rest.strip_suffix(']').and_then(|text| text.parse().ok());
        return address
            .map(|address| format!("[{address}]"))
            .ok_or_else(|| fault(Reason::IpLiteral));
    }
    // Found here to be named; IDNA only says that something is wrong.
    let bad = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.' | '_');
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

fn fits(label: &str) -> bool {
    // Punycode takes at least one byte for a character, and quadratic time to find out how many.
    label.len() <= MAX_LABEL && label.is_ascii()
        || label.chars().count() <= MAX_LABEL
            && punycode::encode_str(label)
                .is_some_and(|encoded| "xn--".len() + encoded.len() <= MAX_LABEL)
}
