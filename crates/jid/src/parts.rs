//! Splitting a text into parts, and the normal form of each.

use alloc::boxed::Box;
use alloc::string::String;

use crate::domain;
use crate::error::{JidError, Part, Reason};
use crate::precis;

/// The longest part, in bytes of its normal form.
///
/// [RFC 7622, section 3.1](https://www.rfc-editor.org/rfc/rfc7622#section-3.1)
pub(crate) const MAX_LEN: usize = 1023;

/// The longest spelling of a part. No rule of the localpart or the resourcepart shortens a text to
/// a quarter; a domain could be padded without end with characters that IDNA drops.
const MAX_SPELLING: usize = 4 * MAX_LEN;

/// Where the domainpart stands in a text; the places of the other parts follow from that.
///
/// Invariant: both ends are character boundaries; `start` is 0 or just after an `@`, `end` the
/// length of the text or the place of a `/`. Only in [`INVALID`](Bounds::INVALID) is `start` behind `end`.
#[derive(Clone, Copy)]
pub(crate) struct Bounds<T = u16> {
    start: T,
    end: T,
}

/// The normal form of a text that is not its own.
#[derive(Clone)]
pub(crate) struct Normal {
    pub(crate) text: Box<str>,
    pub(crate) bounds: Bounds,
}

/// What is wrong with a part, and at which of its bytes.
#[derive(Clone, Copy)]
pub(crate) struct Fault {
    pub(crate) reason: Reason,
    pub(crate) offset: usize,
}

impl Bounds {
    /// Those of a text that is not an address: no valid one has a domain of negative length.
    pub(crate) const INVALID: Self = Self { start: 1, end: 0 };

    #[inline]
    pub(crate) fn is_valid(self) -> bool {
        self.start <= self.end
    }

    /// Empty, and there, in a text that is not an address.
    #[inline]
    pub(crate) fn local(self, text: &str) -> Option<&str> {
        Bounds::<usize>::from(self).local(text)
    }

    /// Empty in a text that is not an address.
    #[inline]
    pub(crate) fn domain(self, text: &str) -> &str {
        Bounds::<usize>::from(self).domain(text)
    }

    /// Empty, and there, in a text that is not an address.
    #[inline]
    pub(crate) fn resource(self, text: &str) -> Option<&str> {
        if self.is_valid() {
            Bounds::<usize>::from(self).resource(text)
        } else {
            Some("")
        }
    }

    /// The text without its resourcepart; all of it if it is not an address.
    #[inline]
    pub(crate) fn bare(self, text: &str) -> &str {
        text.get(..self.bare_len(text.len())).unwrap_or(text)
    }

    /// Of a text of `len` bytes.
    #[inline]
    pub(crate) fn bare_len(self, len: usize) -> usize {
        if self.is_valid() {
            self.end.into()
        } else {
            len
        }
    }

    /// Lossless in a text of at most 255 bytes.
    #[inline]
    pub(crate) const fn narrow(self) -> Bounds<u8> {
        Bounds {
            start: self.start as u8,
            end: self.end as u8,
        }
    }
}

impl Bounds<usize> {
    /// [RFC 7622, section 3.2](https://www.rfc-editor.org/rfc/rfc7622#section-3.2): the first
    /// `/` first, and the first `@` in what is left.
    pub(crate) fn split(text: &str) -> Self {
        let end = text.bytes().position(|b| b == b'/').unwrap_or(text.len());
        let at = text.bytes().take(end).position(|b| b == b'@');
        Self {
            start: at.map_or(0, |at| at + 1),
            end,
        }
    }

    /// Where the parts stand in an address that is plainly valid and in normal form as a whole. `None` says nothing.
    #[inline]
    pub(crate) fn plain(text: &str) -> Option<Bounds> {
        Self::usual(text.as_bytes()).or_else(|| Self::unusual(text))
    }

    /// The same, found a word at a time: the letters in it are passed over. `None` of what is too short, too long or too
    /// particular for that.
    fn usual(bytes: &[u8]) -> Option<Bounds> {
        let last = u64::from_le_bytes(*bytes.last_chunk::<8>()?);
        if bytes.len() > domain::MAX_LABEL {
            return None;
        }
        let (mut start, mut end) = (0, None);
        // Where the label begins, and whether there has been one that is empty or has a hyphen.
        let (mut label, mut is_odd) = (0, false);
        let mut at = 0;
        while at < bytes.len() {
            let word = match bytes.get(at..at + 8).map(<[u8; 8]>::try_from) {
                Some(Ok(word)) => u64::from_le_bytes(word),
                // What is left, filled up with letters.
                _ => {
                    let bits = 8 * (bytes.len() - at);
                    last >> (64 - bits) | each(b'a') << bits
                }
            };
            if unprintable(word) != 0 {
                return None;
            }
            // Of ASCII, this is exact for every byte.
            let mut others = match end {
                Some(_) => 0,
                None => {
                    (word.wrapping_add(each(0x7F - b'z')) | !word.wrapping_add(each(0x80 - b'a')))
                        & each(0x80)
                }
            };
            while others != 0 {
                let bits = others.trailing_zeros() & 0x38;
                others &= others - 1;
                let place = at + bits as usize / 8;
                match (word >> bits) as u8 {
                    b'0'..=b'9' | b'_' => {}
                    b'.' => {
                        is_odd |= place == label;
                        label = place + 1;
                    }
                    b'-' => is_odd = true,
                    // Whatever has stood before it is fine in a localpart.
                    b'@' if start == 0 && place != 0 => {
                        start = place + 1;
                        label = start;
                        is_odd = false;
                    }
                    b'/' => {
                        end = Some(place);
                        break;
                    }
                    _ => return None,
                }
            }
            at += 8;
        }
        let end = match end {
            Some(end) if end + 1 == bytes.len() => return None,
            Some(end) => end,
            None => bytes.len(),
        };
        (!is_odd && label < end).then(|| Self { start, end }.narrow())
    }

    /// The same, found in one look at each byte.
    #[inline(never)]
    fn unusual(text: &str) -> Option<Bounds> {
        let bytes = text.as_bytes();
        let mut domain = Run::of(bytes);
        let mut start = 0;
        if bytes.get(domain.len) == Some(&b'@') {
            if domain.len == 0 || domain.all & LOCAL == 0 {
                return None;
            }
            start = domain.len + 1;
            domain = Run::of(bytes.get(start..).unwrap_or_default());
        }
        let end = start + domain.len;
        let is_plain_domain = || {
            bytes
                .get(start..end)
                .is_some_and(|bytes| is_plain(Part::Domain, bytes))
        };
        if domain.all & DOMAIN == 0 || !(domain.is_plain_labels() || is_plain_domain()) {
            return None;
        }
        match bytes.get(end..) {
            Some([b'/', resource @ ..]) if is_plain(Part::Resource, resource) => {}
            Some([]) => {}
            _ => return None,
        }
        // The other parts are of a length that was checked with them.
        (start <= MAX_LEN + 1).then(|| Self { start, end }.narrow())
    }

    /// The text of an address with these parts, and where they stand in it.
    pub(crate) fn join(
        local: Option<&str>,
        domain: &str,
        resource: Option<&str>,
    ) -> (String, Self) {
        let [local, at] = local.map_or(["", ""], |local| [local, "@"]);
        let [slash, resource] = resource.map_or(["", ""], |resource| ["/", resource]);
        let start = local.len() + at.len();
        let end = start + domain.len();
        let text = [local, at, domain, slash, resource].concat();
        (text, Self { start, end })
    }

    fn local(self, text: &str) -> Option<&str> {
        text.get(..self.start.checked_sub(1)?)
    }

    fn domain(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    fn resource(self, text: &str) -> Option<&str> {
        text.get(self.end + 1..)
    }

    /// Checks the parts; the normal form comes back where it is not the text itself.
    pub(crate) fn check(self, text: &str) -> Result<(Bounds, Option<Box<Normal>>), JidError> {
        let (local, domain, resource) = (self.local(text), self.domain(text), self.resource(text));
        let normal_local = local.map_or(Ok(None), |part| enforce(Part::Local, part, 0))?;
        let normal_domain = enforce(Part::Domain, domain, self.start)?;
        let normal_resource =
            resource.map_or(Ok(None), |part| enforce(Part::Resource, part, self.end + 1))?;

        let normal =
            if normal_local.is_none() && normal_domain.is_none() && normal_resource.is_none() {
                None
            } else {
                let (text, bounds) = Self::join(
                    normal_local.as_deref().or(local),
                    normal_domain.as_deref().unwrap_or(domain),
                    normal_resource.as_deref().or(resource),
                );
                Some(Box::new(Normal {
                    text: text.into(),
                    bounds: bounds.narrow(),
                }))
            };
        Ok((self.narrow(), normal))
    }

    /// Lossless, because a checked part is at most [`MAX_SPELLING`] long.
    fn narrow(self) -> Bounds {
        Bounds {
            start: self.start as u16,
            end: self.end as u16,
        }
    }
}

impl Bounds<u8> {
    #[inline]
    pub(crate) fn widen(self) -> Bounds {
        Bounds {
            start: self.start.into(),
            end: self.end.into(),
        }
    }
}

impl From<Bounds> for Bounds<usize> {
    fn from(bounds: Bounds) -> Self {
        Self {
            start: bounds.start.into(),
            end: bounds.end.into(),
        }
    }
}

/// The normal form of a part that stands at byte `base` of the text; `None` when it is in it.
fn enforce(part: Part, spelling: &str, base: usize) -> Result<Option<String>, JidError> {
    if is_plain(part, spelling.as_bytes()) {
        return Ok(None);
    }
    let error = |reason, offset| JidError {
        part,
        reason,
        offset: base + offset,
    };
    if spelling.is_empty() {
        return Err(error(Reason::Empty, 0));
    }
    if spelling.len() > MAX_SPELLING {
        return Err(error(Reason::TooLong, 0));
    }
    let rules = match part {
        Part::Local => precis::username,
        Part::Domain => domain::name,
        Part::Resource => precis::opaque,
    };
    let normal = rules(spelling).map_err(|fault| error(fault.reason, fault.offset))?;
    if normal.is_empty() {
        return Err(error(Reason::Empty, 0));
    }
    if normal.len() > MAX_LEN {
        return Err(error(Reason::TooLong, 0));
    }
    if normal == spelling {
        return Ok(None);
    }
    // What the rules make of a text need not satisfy them: they are checked before they map.
    if rules(&normal).is_ok_and(|again| again == normal) {
        Ok(Some(normal))
    } else {
        Err(error(Reason::Unstable, 0))
    }
}

/// Whether a part is plainly valid and in normal form: the ASCII that nearly all addresses consist
/// of. `false` says nothing.
fn is_plain(part: Part, bytes: &[u8]) -> bool {
    let of_part = match part {
        Part::Local => LOCAL,
        Part::Domain => DOMAIN,
        Part::Resource => RESOURCE,
    };
    if !(1..=MAX_LEN).contains(&bytes.len()) {
        return false;
    }
    if part == Part::Resource {
        return is_printable(bytes);
    }
    // No early exit: texts are short, and nearly all of them plain.
    let common = bytes
        .iter()
        .fold(of_part, |common, &byte| common & class(byte));
    common != 0 && (part != Part::Domain || bytes.split(|&byte| byte == b'.').all(is_plain_label))
}

/// A label without hyphens at its ends, or at its third and fourth place, where they mark an
/// A-label or something unknown ([RFC 5890, section 2.3.1]).
///
/// [RFC 5890, section 2.3.1]: https://www.rfc-editor.org/rfc/rfc5890#section-2.3.1
fn is_plain_label(label: &[u8]) -> bool {
    (1..=domain::MAX_LABEL).contains(&label.len())
        && label.first() != Some(&b'-')
        && label.last() != Some(&b'-')
        && label.get(2..4) != Some(b"--".as_slice())
}

/// Whether all bytes are from the space to `~`.
fn is_printable(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        if unprintable(u64::from_le_bytes(*word)) != 0 {
            return false;
        }
        rest = after;
    }
    rest.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The top bits of bytes that are not from the space to `~`; 0 exactly if there are none.
#[inline(always)]
const fn unprintable(word: u64) -> u64 {
    (word.wrapping_sub(each(b' ')) | word.wrapping_add(each(0x7F - b'~')) | word) & each(0x80)
}

/// The byte in each of the eight places of a word.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// What a byte may be in.
#[inline(always)]
fn class(byte: u8) -> u8 {
    PLAIN.get(usize::from(byte)).copied().unwrap_or_default()
}

/// How many of the first eight bytes are letters from a to z, before the first that is none.
#[inline(always)]
fn letters(bytes: &[u8]) -> usize {
    let Some(word) = bytes.first_chunk::<8>() else {
        return 0;
    };
    let word = u64::from_le_bytes(*word);
    // The top bits of the bytes that are none, exact up to the first.
    let others = word.wrapping_sub(each(b'a')) | word.wrapping_add(each(0x7F - b'z')) | word;
    ((others & each(0x80)).trailing_zeros() / 8) as usize
}

/// What the bytes before the next separator have in common.
struct Run {
    len: usize,
    /// The classes of all of them.
    all: u8,
    /// The classes of any of them.
    any: u8,
    /// The classes of any two that follow each other, a dot around them added.
    twice: u8,
}

impl Run {
    #[inline(always)]
    fn of(bytes: &[u8]) -> Self {
        let mut run = Self {
            len: 0,
            all: EVERYWHERE,
            any: 0,
            twice: 0,
        };
        let (mut before, mut rest) = (DOT, bytes);
        while let Some((&byte, after)) = rest.split_first() {
            // Most are letters, of which eight are looked at at a time.
            let letters = letters(rest);
            if letters != 0 {
                run.any |= EVERYWHERE;
                before = EVERYWHERE;
                rest = rest.get(letters..).unwrap_or_default();
                continue;
            }
            let class = class(byte);
            if class & SEPARATOR != 0 {
                break;
            }
            run.all &= class;
            run.any |= class;
            run.twice |= class & before;
            before = class;
            rest = after;
        }
        run.twice |= DOT & before;
        run.len = bytes.len() - rest.len();
        run
    }

    /// Whether this is a domain of labels that are plain because they have no hyphen and are neither empty nor long.
    fn is_plain_labels(&self) -> bool {
        self.any & HYPHEN == 0 && self.twice & DOT == 0 && self.len <= domain::MAX_LABEL
    }
}

const LOCAL: u8 = 1;
const DOMAIN: u8 = 2;
const RESOURCE: u8 = 4;
/// All three.
const EVERYWHERE: u8 = 7;
const DOT: u8 = 8;
const HYPHEN: u8 = 16;
const SEPARATOR: u8 = 32;

/// In which parts a byte is plain, and what it does there.
static PLAIN: [u8; 256] = {
    let mut table = [0; 256];
    let mut rest: &mut [u8] = &mut table;
    let mut byte = 0_u8;
    while let Some((entry, tail)) = rest.split_first_mut() {
        *entry = match byte {
            b'-' => EVERYWHERE + HYPHEN,
            b'.' => EVERYWHERE + DOT,
            b'a'..=b'z' | b'0'..=b'9' | b'_' => EVERYWHERE,
            b'/' | b'@' => RESOURCE + SEPARATOR,
            b' ' | b'A'..=b'Z' | b'"' | b'&' | b'\'' | b':' | b'<' | b'>' => RESOURCE,
            b'!'..=b'~' => LOCAL + RESOURCE,
            _ => 0,
        };
        byte = byte.wrapping_add(1);
        rest = tail;
    }
    table
};

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    /// The short cut must never decide otherwise than the rules.
    #[test]
    fn what_is_plain_is_its_own_normal_form() {
        let samples = [
            "a",
            "a.b",
            "a-b.c-d",
            "1.2.3.4",
            "foo\\20bar",
            "a_b",
            "!#$%()*+,-.;=?[]^_`{|}~\\",
        ];
        let bytes: alloc::vec::Vec<String> = (0..=0x7f_u8)
            .map(|byte| String::from(char::from(byte)))
            .collect();
        for text in samples.into_iter().chain(bytes.iter().map(String::as_str)) {
            for (part, rules) in [
                (Part::Local, precis::username as fn(&str) -> _),
                (Part::Domain, domain::name),
                (Part::Resource, precis::opaque),
            ] {
                let in_normal_form = rules(text).is_ok_and(|normal: String| normal == text);
                assert_eq!(
                    is_plain(part, text.as_bytes()),
                    in_normal_form,
                    "{part} {text:?}"
                );
            }
        }
    }

    /// The quick look must see nothing that the thorough one does not.
    #[test]
    fn a_word_at_a_time_is_as_a_byte_at_a_time() {
        let pieces = [
            "",
            "a",
            "rabbit",
            "tea-party",
            "x_1",
            ".",
            "-",
            "@",
            "/",
            "a.b",
            "A",
            " ",
            "\u{7f}",
            "\u{e4}",
            "0123456789",
        ];
        let mut seen = 0;
        for count in 0..pieces.len().pow(4) {
            let mut rest = count;
            let mut text = String::new();
            for _ in 0..4 {
                text.push_str(pieces[rest % pieces.len()]);
                rest /= pieces.len();
            }
            for text in [
                text.clone(),
                format!("{text}@wonder.land.example/{text}"),
                format!("a@{text}.example/b"),
            ] {
                if let Some(usual) = Bounds::usual(text.as_bytes()) {
                    let unusual = Bounds::unusual(&text);
                    let unusual = unusual.unwrap_or(Bounds::INVALID);
                    assert_eq!(
                        (usual.start, usual.end),
                        (unusual.start, unusual.end),
                        "{text:?}"
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen > 1000, "{seen}");
    }

    /// It must be found, though, in what addresses are like.
    #[test]
    fn ordinary_addresses_take_the_short_cut() {
        let long = "a".repeat(MAX_LEN);
        let labels = ["a".repeat(63), "b".repeat(63), "c-d".repeat(21)].join(".");
        for (local, domain, resource) in [
            ("", "example.com", ""),
            ("juliet", "example.com", ""),
            ("", "example.com", "balcony"),
            ("juliet", "example.com", "balcony"),
            ("juliet.c-d_e+f", "chat-1.example.com", "Some Nick: <a@b/c>"),
            ("o", "x", "r"),
            (&long, &labels, &long),
        ] {
            let [local, at] = if local.is_empty() {
                ["", ""]
            } else {
                [local, "@"]
            };
            let [slash, resource] = if resource.is_empty() {
                ["", ""]
            } else {
                ["/", resource]
            };
            let text = [local, at, domain, slash, resource].concat();
            let bounds = Bounds::plain(&text).map(Bounds::<usize>::from);
            let start = local.len() + at.len();
            let expected = Some((start, start + domain.len()));
            assert_eq!(
                bounds.map(|bounds| (bounds.start, bounds.end)),
                expected,
                "{text}"
            );
        }
        let longer = format!("{long}a@example.com");
        assert!(Bounds::plain(&longer).is_none());
    }

    /// The shortest way is for labels without hyphens.
    #[test]
    fn plain_labels_are_known_in_one_look() {
        let label = "a".repeat(63);
        for (domain, is_plain) in [
            ("example.com", true),
            ("a.b.c.d", true),
            ("a", true),
            (&*label, true),
            (&*format!("{label}a"), false),
            ("", false),
            (".", false),
            (".a", false),
            ("a.", false),
            ("a..b", false),
            ("a-b.c", false),
            ("a-b-c", false),
        ] {
            for end in ["", "/x.y", "@-"] {
                let run = Run::of(format!("{domain}{end}").as_bytes());
                assert_eq!(run.len, domain.len());
                assert_eq!(run.is_plain_labels(), is_plain, "{domain}");
            }
        }
    }

    /// Nor must that for a whole address, and it must find the same parts.
    #[test]
    fn what_is_plain_as_a_whole_is_so_in_its_parts() {
        let pieces = [
            "a", "A", "a-b", "-a", "a--b", "aa--b", ".", "a.b", "a..b", "é", "@", "/", " ", "\\",
            "[::1]",
        ];
        let long = [
            "a".repeat(63),
            "a".repeat(64),
            "a".repeat(1023),
            "a".repeat(1024),
        ];
        let pieces = || {
            pieces
                .into_iter()
                .chain(long.iter().map(String::as_str))
                .chain([""])
        };
        let mut plain = 0;
        for local in pieces() {
            for domain in pieces() {
                for resource in pieces() {
                    for text in [
                        String::from(domain),
                        format!("{local}@{domain}"),
                        format!("{domain}/{resource}"),
                        format!("{local}@{domain}/{resource}"),
                    ] {
                        let Some(found) = Bounds::plain(&text) else {
                            continue;
                        };
                        plain += 1;
                        let split = Bounds::split(&text);
                        assert_eq!(
                            (split.start, split.end),
                            (found.start.into(), found.end.into()),
                            "{text}"
                        );
                        let checked = split.check(&text);
                        assert!(matches!(checked, Ok((_, None))), "{text}");
                    }
                }
            }
        }
        assert!(plain > 1000, "{plain}");
    }
}
