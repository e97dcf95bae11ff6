//! `xmpp:` URIs and IRIs: links to an address, with an action.
//!
//! ```
//! use xmpp_jid::Jid;
//! use xmpp_jid::uri::XmppUri;
//!
//! let uri = XmppUri::new("xmpp:romeo@montague.example?message;subject=Test%20Message")?;
//! assert_eq!(*uri.jid().unwrap(), "romeo@montague.example");
//! assert_eq!(uri.action().as_deref(), Some("message"));
//! assert_eq!(uri.get("subject").as_deref(), Some("Test Message"));
//!
//! let room = Jid::new("tea@chat.example")?;
//! let invitation = XmppUri::to(&room)?.with_action("join").with_pair("password", "a=b");
//! assert_eq!(invitation.as_str(), "xmpp:tea@chat.example?join;password=a%3Db");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! URIs come from strangers: ask the user before following one that changes or sends anything
//! ([XEP-0147 §5](https://xmpp.org/extensions/xep-0147.html#security)).
//!
//! [RFC 5122](https://www.rfc-editor.org/rfc/rfc5122): the syntax.
//! [XEP-0147, XMPP URI Scheme Query Components](https://xmpp.org/extensions/xep-0147.html): the actions.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt::{self, Write};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use xmpp_xml::{InvalidValue, Value};

use crate::error::{JidError, Part, Reason};
use crate::percent::{self, is_unreserved};
use crate::{BareJid, Jid};

/// An `xmpp:` URI or IRI, in its original spelling.
///
/// Its addresses are valid; its query and fragment may contain anything that is allowed in a URI.
/// Two are equal if they are spelt the same. To compare their meaning, compare their
/// [addresses](Self::jid) and [queries](Self::action).
///
/// [RFC 5122, section 2.2](https://www.rfc-editor.org/rfc/rfc5122#section-2.2)
#[derive(Clone)]
pub struct XmppUri {
    text: String,
    account: Option<BareJid>,
    jid: Option<Jid>,
    /// Where its `?` stands.
    query: Option<usize>,
    /// Where its `#` stands.
    fragment: Option<usize>,
}

impl XmppUri {
    /// Parses a URI or an IRI. Nothing is trimmed.
    ///
    /// Addresses must follow the grammar of RFC 5122. The query may contain everything that
    /// [RFC 3986, section 3.4] allows, because XEPs and clients write `jid=hecate@shakespeare.example`
    /// where RFC 5122 requires `%40`.
    ///
    /// # Errors
    ///
    /// The text does not begin with `xmpp:`, has a character that must be percent-encoded or a malformed
    /// percent-encoding, or does not contain a valid address.
    ///
    /// [RFC 3986, section 3.4]: https://www.rfc-editor.org/rfc/rfc3986#section-3.4
    pub fn new(text: &str) -> Result<Self, UriError> {
        Self::checked(text)
    }

    fn checked<T: AsRef<str> + Into<String>>(text: T) -> Result<Self, UriError> {
        let source = text.as_ref();
        let (scheme, _) = source
            .split_once(':')
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case(SCHEME))
            .ok_or(UriError::Scheme)?;
        let fragment = source.find('#');
        let end = fragment.unwrap_or(source.len());
        let query = source.get(..end).unwrap_or_default().find('?');
        let slice = |start: usize, end: usize| Slice {
            text: source.get(start..end).unwrap_or_default(),
            start,
        };

        let hier = slice(scheme.len() + 1, query.unwrap_or(end));
        let (account, path) = match hier.text.strip_prefix("//") {
            None => (None, Some(hier)),
            Some(authority) => {
                let authority = slice(hier.start + 2, hier.start + 2 + authority.len());
                let (authority, path) = match authority.split('/') {
                    Some((authority, path)) => (authority, Some(path)),
                    None => (authority, None),
                };
                (Some(account(authority)?), path)
            }
        };
        let jid = path.map(address).transpose()?;
        for (start, end) in [(query, end), (fragment, source.len())] {
            if let Some(at) = start {
                slice(at + 1, end)
                    .decode(|c| is_iunreserved(c) || IN_QUERY.contains(c) || is_private(c))?;
            }
        }
        Ok(Self {
            text: text.into(),
            account,
            jid,
            query,
            fragment,
        })
    }

    /// The URI of an address: its normal form, in ASCII. Use [`to_iri`](Self::to_iri) to show it to a user.
    ///
    /// # Errors
    ///
    /// The address is not [valid](Jid::is_valid).
    ///
    /// [RFC 5122, section 2.7](https://www.rfc-editor.org/rfc/rfc5122#section-2.7)
    pub fn to(jid: &Jid) -> Result<Self, JidError> {
        if let Some(error) = jid.error() {
            return Err(error);
        }
        let jid = jid.to_normalized();
        let mut text = String::with_capacity(SCHEME.len() + 1 + jid.as_str().len());
        text.push_str(SCHEME);
        text.push(':');
        write_bare(&jid, &mut text);
        if let Some(resource) = jid.resource() {
            text.push('/');
            encode(resource, IN_RESOURCE, &mut text);
        }
        Ok(Self {
            text,
            account: None,
            jid: Some(jid),
            query: None,
            fragment: None,
        })
    }

    /// The same URI, to be followed with this account.
    ///
    /// # Errors
    ///
    /// The account is not [valid](Jid::is_valid), or has no localpart.
    ///
    /// [RFC 5122, section 2.3](https://www.rfc-editor.org/rfc/rfc5122#section-2.3)
    pub fn with_account(mut self, account: &BareJid) -> Result<Self, JidError> {
        if let Some(error) = account.error() {
            return Err(error);
        }
        if account.local().is_none() {
            return Err(NO_LOCAL);
        }
        let account = BareJid::try_from(account.to_normalized())?;
        let mut head = String::from("//");
        write_bare(&account, &mut head);
        let old = SCHEME.len() + 1..self.path_start();
        if self.jid.is_some() {
            head.push('/');
        }
        let (before, after) = (old.len(), head.len());
        self.text.replace_range(old, &head);
        for place in [&mut self.query, &mut self.fragment] {
            *place = place.map(|at| at + after - before);
        }
        self.account = Some(account);
        Ok(self)
    }

    /// The same URI with this action in place of its whole query. The action may be empty if only
    /// [pairs](Self::with_pair) follow.
    ///
    /// [RFC 5122, section 2.5](https://www.rfc-editor.org/rfc/rfc5122#section-2.5)
    #[must_use]
    pub fn with_action(mut self, action: &str) -> Self {
        let mut query = String::from("?");
        encode(action, "", &mut query);
        let start = self.hier_end();
        self.replace(start, &query);
        self.query = Some(start);
        self
    }

    /// The same URI with this pair appended to its query.
    ///
    /// [RFC 5122, section 2.5](https://www.rfc-editor.org/rfc/rfc5122#section-2.5)
    #[must_use]
    pub fn with_pair(mut self, key: &str, value: &str) -> Self {
        let mut pair = String::new();
        let end = self.query_end();
        if self.query.is_none() {
            pair.push('?');
            self.query = Some(end);
        }
        pair.push(';');
        encode(key, "", &mut pair);
        pair.push('=');
        encode(value, "", &mut pair);
        self.replace(end, &pair);
        self
    }

    /// The same URI with this fragment.
    ///
    /// [RFC 5122, section 2.6](https://www.rfc-editor.org/rfc/rfc5122#section-2.6)
    #[must_use]
    pub fn with_fragment(mut self, fragment: &str) -> Self {
        let start = self.query_end();
        self.text.truncate(start);
        self.text.push('#');
        encode(fragment, IN_QUERY, &mut self.text);
        self.fragment = Some(start);
        self
    }

    /// The whole URI, in its original spelling.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole URI, in its original spelling.
    pub fn into_string(self) -> String {
        self.text
    }

    /// The address. `None` if the URI only has an [account](Self::account).
    ///
    /// [RFC 5122, section 2.4](https://www.rfc-editor.org/rfc/rfc5122#section-2.4)
    pub fn jid(&self) -> Option<&Jid> {
        self.jid.as_ref()
    }

    /// The account with which to follow the URI; it has a localpart. `None`, the usual case, means the
    /// configured account, which should take precedence anyway.
    ///
    /// [RFC 5122, section 2.3](https://www.rfc-editor.org/rfc/rfc5122#section-2.3)
    pub fn account(&self) -> Option<&BareJid> {
        self.account.as_ref()
    }

    /// The query in its original spelling, without the `?`. `None` for a URI that only identifies.
    ///
    /// [RFC 5122, section 2.5](https://www.rfc-editor.org/rfc/rfc5122#section-2.5)
    pub fn query(&self) -> Option<&str> {
        self.text.get(self.query? + 1..self.query_end())
    }

    /// What to do with the address: the query type, such as `message` or `join`. It may be empty if the
    /// pairs only name something at the address, such as the node of a publish-subscribe service.
    /// Ignore the whole query if its type is unknown.
    ///
    /// `None` for a URI that only identifies.
    ///
    /// The known types are registered in
    /// [XEP-0147 §8](https://xmpp.org/extensions/xep-0147.html#registrar-querytype).
    pub fn action(&self) -> Option<Cow<'_, str>> {
        self.query()?.split(';').next().map(decode)
    }

    /// The keys and values of the query, in order. Ignore unknown keys. A key may be repeated. A pair
    /// without a `=` has an empty value.
    ///
    /// [RFC 5122, section 2.5](https://www.rfc-editor.org/rfc/rfc5122#section-2.5)
    pub fn pairs(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        let pairs = self.query().unwrap_or_default().split(';').skip(1);
        pairs.map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
    }

    /// The value of the first pair with this key. `None` if there is none.
    pub fn get(&self, key: &str) -> Option<Cow<'_, str>> {
        let mut pairs = self.pairs();
        pairs
            .find(|(found, _)| *found == key)
            .map(|(_, value)| value)
    }

    /// The fragment, decoded. `None` if there is none. It has no meaning in XMPP.
    ///
    /// [RFC 5122, section 2.6](https://www.rfc-editor.org/rfc/rfc5122#section-2.6)
    pub fn fragment(&self) -> Option<Cow<'_, str>> {
        self.text.get(self.fragment? + 1..).map(decode)
    }

    /// The same URI in ASCII: every other character is percent-encoded.
    ///
    /// [RFC 3987, section 3.1](https://www.rfc-editor.org/rfc/rfc3987#section-3.1)
    #[must_use]
    pub fn to_uri(&self) -> Self {
        self.respelt(|text, out| {
            for c in text.chars() {
                if c.is_ascii() {
                    out.push(c);
                } else {
                    encode(c.encode_utf8(&mut [0; 4]), "", out);
                }
            }
        })
    }

    /// The same as a readable IRI: every character that need not be encoded is decoded. Characters that
    /// control the text direction, which could disguise the rest, and private-use characters stay encoded.
    ///
    /// [RFC 3987, section 3.2](https://www.rfc-editor.org/rfc/rfc3987#section-3.2)
    #[must_use]
    pub fn to_iri(&self) -> Self {
        self.respelt(|text, out| {
            for piece in text.split_inclusive(['[', ']']) {
                // An IP address is in ASCII.
                if piece.ends_with(']') {
                    out.push_str(piece);
                } else {
                    decode_plain(piece, out);
                }
            }
        })
    }

    /// Respells the components one by one. None of the delimiters is touched.
    fn respelt(&self, respell: impl Fn(&str, &mut String)) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut component = |start: usize, end: usize| {
            let at = text.len();
            respell(self.text.get(start..end).unwrap_or_default(), &mut text);
            at
        };
        component(0, self.hier_end());
        let query = self.query.map(|at| component(at, self.query_end()));
        let fragment = self.fragment.map(|at| component(at, self.text.len()));
        Self {
            text,
            account: self.account.clone(),
            jid: self.jid.clone(),
            query,
            fragment,
        }
    }

    /// Where the query begins, or would.
    fn hier_end(&self) -> usize {
        self.query.unwrap_or_else(|| self.query_end())
    }

    /// Where the query ends, or would.
    fn query_end(&self) -> usize {
        self.fragment.unwrap_or(self.text.len())
    }

    /// Where the address begins, behind the account.
    fn path_start(&self) -> usize {
        let hier = self.hier_end();
        let start = SCHEME.len() + 1;
        if self.account.is_none() {
            return start;
        }
        let authority = start + 2;
        let slash = self
            .text
            .get(authority..hier)
            .and_then(|rest| rest.find('/'));
        slash.map_or(hier, |at| authority + at + 1)
    }

    /// Puts a text in the place of what is between `start` and the end of the query.
    fn replace(&mut self, start: usize, text: &str) {
        let end = self.query_end();
        self.text.replace_range(start..end, text);
        self.fragment = self.fragment.map(|at| at + text.len() + start - end);
    }
}

/// Why a text is not an `xmpp:` URI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UriError {
    /// It does not begin with `xmpp:`.
    Scheme,
    /// This character is not allowed here, or only percent-encoded.
    Character {
        /// The character.
        character: char,
        /// Its byte offset in the text.
        offset: usize,
    },
    /// A `%` without two hexadecimal digits, or encoded bytes that are not UTF-8.
    Encoding {
        /// The byte offset of the `%` in the text.
        offset: usize,
    },
    /// An address is invalid once decoded. The offset in the error is that in the decoded address.
    Address(JidError),
}

impl From<JidError> for UriError {
    fn from(error: JidError) -> Self {
        Self::Address(error)
    }
}

impl fmt::Display for UriError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scheme => f.write_str("does not begin with `xmpp:`"),
            Self::Character { character, offset } => {
                write!(f, "{character:?} must not stand here (at byte {offset})")
            }
            Self::Encoding { offset } => {
                write!(f, "`%` does not begin an octet of UTF-8 (at byte {offset})")
            }
            Self::Address(error) => write!(f, "leads to no valid address: {error}"),
        }
    }
}

impl core::error::Error for UriError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Address(error) => Some(error),
            _ => None,
        }
    }
}

const SCHEME: &str = "xmpp";

/// Beside what is unreserved, what may stand in a localpart as it is.
const IN_LOCAL: &str = "!$()*+,;=";
/// The same for a resourcepart.
const IN_RESOURCE: &str = "!$&'()*+,:;=";
/// The same for a query and a fragment.
const IN_QUERY: &str = "!$&'()*+,;=:@/?";

const NO_LOCAL: JidError = JidError {
    part: Part::Local,
    reason: Reason::Missing,
    offset: 0,
};

/// A component of the text, and where it begins.
#[derive(Clone, Copy)]
struct Slice<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Slice<'a> {
    fn split(self, delimiter: char) -> Option<(Self, Self)> {
        let (before, after) = self.text.split_once(delimiter)?;
        let start = self.start + before.len() + delimiter.len_utf8();
        let before = Self {
            text: before,
            start: self.start,
        };
        Some((before, Self { text: after, start }))
    }

    /// Decodes what is percent-encoded, where all else is plain.
    fn decode(self, is_plain: impl Fn(char) -> bool) -> Result<Cow<'a, str>, UriError> {
        let mut rest = self.text;
        while let Some(character) = rest.chars().next() {
            let offset = self.start + self.text.len() - rest.len();
            rest = if character == '%' {
                split_octet(rest).ok_or(UriError::Encoding { offset })?.1
            } else if is_plain(character) {
                rest.get(character.len_utf8()..).unwrap_or_default()
            } else {
                return Err(UriError::Character { character, offset });
            };
        }
        decode_octets(self.text).map_err(|decoded| UriError::Encoding {
            offset: self.start + encoded_len(self.text, decoded),
        })
    }
}

/// How much of the text became the first `decoded` bytes.
fn encoded_len(text: &str, decoded: usize) -> usize {
    let mut rest = text.as_bytes();
    for _ in 0..decoded {
        let len = if rest.first() == Some(&b'%') { 3 } else { 1 };
        rest = rest.get(len..).unwrap_or_default();
    }
    text.len() - rest.len()
}

fn account(authority: Slice<'_>) -> Result<BareJid, UriError> {
    let (local, domain) = authority.split('@').ok_or(NO_LOCAL)?;
    Ok(BareJid::from_parts(
        Some(&decode_local(local)?),
        &decode_domain(domain)?,
    )?)
}

fn address(path: Slice<'_>) -> Result<Jid, UriError> {
    let (bare, resource) = match path.split('/') {
        Some((bare, resource)) => (bare, Some(resource)),
        None => (path, None),
    };
    let (local, domain) = match bare.split('@') {
        Some((local, domain)) => (Some(local), domain),
        None => (None, bare),
    };
    let local = local.map(decode_local).transpose()?;
    let domain = decode_domain(domain)?;
    let resource = resource
        .map(|resource| resource.decode(|c| is_iunreserved(c) || IN_RESOURCE.contains(c)))
        .transpose()?;
    Ok(Jid::from_parts(
        local.as_deref(),
        &domain,
        resource.as_deref(),
    )?)
}

fn decode_local(local: Slice<'_>) -> Result<Cow<'_, str>, UriError> {
    local.decode(|c| is_iunreserved(c) || IN_LOCAL.contains(c))
}

/// An IP address in brackets is spelt as it is in an address, the encoded `%` of a zone included.
fn decode_domain(domain: Slice<'_>) -> Result<Cow<'_, str>, UriError> {
    if domain.text.starts_with('[') {
        return Ok(Cow::Borrowed(domain.text));
    }
    domain.decode(|c| is_iunreserved(c) || "!$&'()*+,;=".contains(c))
}

/// What was checked to decode.
fn decode(text: &str) -> Cow<'_, str> {
    decode_octets(text).unwrap_or(Cow::Borrowed(text))
}

/// On failure, how many bytes were decoded to UTF-8.
fn decode_octets(text: &str) -> Result<Cow<'_, str>, usize> {
    if !text.contains('%') {
        return Ok(Cow::Borrowed(text));
    }
    let mut octets = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (plain, encoded) = rest.split_at_checked(at).unwrap_or((rest, ""));
        octets.extend(plain.bytes());
        rest = match split_octet(encoded) {
            Some((octet, tail)) => {
                octets.push(octet);
                tail
            }
            None => return Err(octets.len()),
        };
    }
    octets.extend(rest.bytes());
    match String::from_utf8(octets) {
        Ok(decoded) => Ok(Cow::Owned(decoded)),
        Err(error) => Err(error.utf8_error().valid_up_to()),
    }
}

/// The octet that a text begins with, encoded, and what follows it.
fn split_octet(text: &str) -> Option<(u8, &str)> {
    let [b'%', high, low, ..] = *text.as_bytes() else {
        return None;
    };
    Some((percent::octet(high, low)?, text.get(3..)?))
}

/// Decodes the characters that may stand for themselves wherever in an IRI they are.
fn decode_plain(text: &str, out: &mut String) {
    let mut octets = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (plain, mut encoded) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        octets.clear();
        while let Some((octet, tail)) = split_octet(encoded) {
            octets.push(octet);
            encoded = tail;
        }
        rest = encoded;
        if octets.is_empty() {
            break;
        }
        // Nothing is lost: it was checked to be UTF-8.
        for c in String::from_utf8_lossy(&octets).chars() {
            if is_iunreserved(c) {
                out.push(c);
            } else {
                encode(c.encode_utf8(&mut [0; 4]), "", out);
            }
        }
    }
    out.push_str(rest);
}

/// Encodes all but what is unreserved in a URI and what is said to be plain.
fn encode(text: &str, plain: &str, out: &mut String) {
    for byte in text.bytes() {
        if is_unreserved(byte) || plain.as_bytes().contains(&byte) {
            out.push(byte.into());
        } else {
            percent::push(byte, out);
        }
    }
}

/// Writes the parts before the resourcepart of an address in normal form.
fn write_bare(jid: &Jid, out: &mut String) {
    if let Some(local) = jid.local() {
        encode(local, IN_LOCAL, out);
        out.push('@');
    }
    if jid.domain().starts_with('[') {
        out.push_str(jid.domain());
    } else {
        encode(jid.domain(), "", out);
    }
}

/// [RFC 3987, section 2.2](https://www.rfc-editor.org/rfc/rfc3987#section-2.2)
fn is_iunreserved(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_unreserved) || is_ucschar(c)
}

/// What may stand in an IRI beside ASCII. The controls of writing direction are not to be there.
///
/// [RFC 3987, sections 2.2](https://www.rfc-editor.org/rfc/rfc3987#section-2.2) and
/// [4.1](https://www.rfc-editor.org/rfc/rfc3987#section-4.1)
fn is_ucschar(c: char) -> bool {
    match c {
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' => false,
        '\u{a0}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{ffef}' => true,
        '\u{10000}'..='\u{dffff}' | '\u{e1000}'..='\u{effff}' => u32::from(c) & 0xfffe != 0xfffe,
        _ => false,
    }
}

/// What may stand in the query of an IRI, too.
///
/// [RFC 3987, section 2.2](https://www.rfc-editor.org/rfc/rfc3987#section-2.2)
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

impl PartialEq for XmppUri {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for XmppUri {}

impl PartialOrd for XmppUri {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for XmppUri {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for XmppUri {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl FromStr for XmppUri {
    type Err = UriError;

    fn from_str(text: &str) -> Result<Self, UriError> {
        Self::new(text)
    }
}

impl TryFrom<&str> for XmppUri {
    type Error = UriError;

    fn try_from(text: &str) -> Result<Self, UriError> {
        Self::new(text)
    }
}

/// Takes the text over.
impl TryFrom<String> for XmppUri {
    type Error = UriError;

    fn try_from(text: String) -> Result<Self, UriError> {
        Self::checked(text)
    }
}

/// As [`XmppUri::to`].
impl TryFrom<&Jid> for XmppUri {
    type Error = JidError;

    fn try_from(jid: &Jid) -> Result<Self, JidError> {
        Self::to(jid)
    }
}

impl From<XmppUri> for String {
    fn from(uri: XmppUri) -> Self {
        uri.text
    }
}

impl AsRef<str> for XmppUri {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Writes the URI as it was spelt.
impl fmt::Display for XmppUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.text, f)
    }
}

impl fmt::Debug for XmppUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("XmppUri").field(&self.text).finish()
    }
}

/// No white space around it is read over.
impl Value for XmppUri {
    const EXPECTED: &'static str = "an xmpp: URI";
    const EXAMPLES: &'static [&'static str] = &[
        "xmpp:a.example",
        "XMPP:Me@A.example/x%20y?message;body=Hi",
        "xmpp://me@a.example/b%C3%BCcher.example?;node=x#y",
    ];

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        Self::new(text).map_err(|e| InvalidValue::because(&e))
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(&self.text)
    }

    fn is_canonical(&self, text: &str) -> bool {
        self.text == text
    }
}

xmpp_xml::__serde_value!(XmppUri);
