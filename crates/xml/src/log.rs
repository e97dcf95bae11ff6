//! Untrusted text in log lines.

use core::fmt::{self, Write as _};

/// Formats untrusted text for a log line: control characters, line breaks and characters that change the text direction
/// are shown by number.
///
/// ```
/// let text = "gone\n2026-01-01 root logged in";
/// assert_eq!(xmpp_xml::for_log(text).to_string(), "gone\\u{a}2026-01-01 root logged in");
/// ```
pub fn for_log(text: &str) -> impl fmt::Display + fmt::Debug + '_ {
    ForLog(text)
}

#[derive(Debug)]
struct ForLog<'a>(&'a str);

impl fmt::Display for ForLog<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaping(f).write_str(self.0)
    }
}

/// Formats what is written to it for a log line.
pub(crate) struct Escaping<'f, 'a>(pub(crate) &'f mut fmt::Formatter<'a>);

impl fmt::Write for Escaping<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            let is_unsafe = c.is_control()
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            if is_unsafe {
                write!(self.0, "{}", c.escape_unicode())?;
            } else {
                self.0.write_char(c)?;
            }
        }
        Ok(())
    }
}
