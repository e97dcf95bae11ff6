//! Names of files from others, made safe for a file system.
//!
//! ```
//! use xmpp_vocabulary::file_names;
//!
//! assert_eq!(file_names::safe("tide table.ods").as_deref(), Some("tide table.ods"));
//! assert_eq!(file_names::safe("../../.ssh/authorized_keys").as_deref(), Some("..%2F..%2F.ssh%2Fauthorized_keys"));
//! assert_eq!(file_names::safe("..").as_deref(), Some("%2E%2E"));
//! assert_eq!(file_names::safe("con.txt").as_deref(), Some("%63on.txt"));
//! ```

use alloc::format;
use alloc::string::String;

/// Names of devices in Windows, in any folder and with any extension.
const DEVICES: [&str; 6] = ["aux", "con", "conin$", "conout$", "nul", "prn"];

/// The file name, made safe for a file system. These are escaped as in URIs:
///
/// - path separators, and characters with a meaning in some file system,
/// - characters that control text or its direction,
/// - full stops and spaces at the end, which Windows leaves out, and so a name of only dots,
/// - the first letter of the name of a device.
///
/// `None` if the name is empty. The result may still begin with a full stop or hyphen, have any extension, or be too long for a
/// file system.
#[must_use]
pub fn safe(name: &str) -> Option<String> {
    if name.is_empty() {
        return None;
    }
    let kept = name.trim_end_matches(['.', ' ']).len();
    let first = if is_device(name) { 0 } else { usize::MAX };
    let mut safe = String::with_capacity(name.len());
    for (at, c) in name.char_indices() {
        if is_unsafe(c) || at >= kept || at == first {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                safe.push_str(&format!("%{byte:02X}"));
            }
        } else {
            safe.push(c);
        }
    }
    Some(safe)
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        )
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}')
}

/// Whether Windows takes the name for a device: what stands before the first full stop, without spaces behind it.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(' ');
    let is = |device: &str| stem.eq_ignore_ascii_case(device);
    let is_port = |kind: &str| {
        let number = stem
            .get(..3)
            .filter(|start| start.eq_ignore_ascii_case(kind));
        let number = number.and_then(|_| stem.get(3..));
        number.is_some_and(|number| {
            let mut digits = number.chars();
            let digit = digits.next();
            digit.is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
                && digits.next().is_none()
        })
    };
    DEVICES.into_iter().any(is) || is_port("com") || is_port("lpt")
}
