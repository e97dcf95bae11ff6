//! An outgoing stream as text, without I/O: the counterpart of [`reader`](crate::reader).
//!
//! [RFC 6120 §4, XML Streams](https://www.rfc-editor.org/rfc/rfc6120#section-4)

use alloc::string::String;

use xmpp_core_stanzas::{Stanza, StanzaNamespace};
use xmpp_jid::Jid;
use xmpp_xml::namespace::XMLNS;
use xmpp_xml::{Element, Error, ErrorKind, LanguageTag, Token as _, Value as _};

use crate::dialback;
use crate::stream::{ContentNamespace, Header, NS};

/// Collects the output of one side of a stream, to be sent at any time.
///
/// Namespaces declared in the header are not declared again on the elements.
///
/// ```
/// use xmpp_stream_errors::error::{Condition, StreamError};
/// use xmpp_stream_errors::stream::{ContentNamespace, Header};
/// use xmpp_stream_errors::writer::StreamWriter;
///
/// let mut writer = StreamWriter::open(&Header::new(ContentNamespace::Client))?;
/// assert_eq!(
///     writer.take(),
///     "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
/// );
/// writer.keep_alive();
/// writer.element(&StreamError::new(Condition::Reset))?;
/// assert_eq!(
///     writer.close(),
///     " <stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>"
/// );
/// # Ok::<(), xmpp_xml::Error>(())
/// ```
#[derive(Debug)]
pub struct StreamWriter {
    /// What has been said and not taken out.
    text: String,
    /// Within what the header declares.
    elements: xmpp_xml::Writer,
    end_tag: String,
    /// That of stanzas, where the stream is for some.
    namespace: Option<StanzaNamespace>,
}

impl StreamWriter {
    /// Opens the first stream on a connection, without an XML declaration.
    ///
    /// For later ones, use [`restart_after_tls`](Self::restart_after_tls) and
    /// [`restart_after_sasl`](Self::restart_after_sasl).
    ///
    /// # Errors
    /// The header contains something that XML cannot carry.
    pub fn open(header: &Header) -> Result<Self, Error> {
        let namespaces = &header.namespaces;
        // Where it is another one that holds, let every element declare its own: none is in the namespace of `xmlns`.
        let content = namespaces.default_namespace().unwrap_or_default();
        let tokens = ContentNamespace::TOKENS.iter().copied();
        let default = tokens.chain([NS, ""]).find(|token| *token == content);
        let mut prefixes = [("stream", NS), ("db", dialback::NS)].to_vec();
        prefixes.retain(|(prefix, namespace)| namespaces.get(prefix) == Some(*namespace));
        Ok(Self {
            text: header.to_start_tag()?,
            elements: xmpp_xml::Writer::new().within(default.unwrap_or(XMLNS), &prefixes),
            end_tag: header.end_tag(),
            namespace: StanzaNamespace::parse(content).ok(),
        })
    }

    /// Writes an element: a stanza, the features, an error, a step of a negotiation.
    ///
    /// # Errors
    /// The element contains something that XML cannot carry. Nothing has been written then.
    pub fn element<T: Element>(&mut self, element: &T) -> Result<(), Error> {
        self.elements.element(element);
        self.text.push_str(&self.elements.take()?);
        Ok(())
    }

    /// Writes a stanza, moved to the content namespace of the stream, if that is one of RFC 6120 or
    /// XEP-0114.
    ///
    /// ```
    /// use xmpp_core_stanzas::Message;
    /// use xmpp_jid::BareJid;
    /// use xmpp_stream_errors::{ContentNamespace, Header, StreamWriter};
    ///
    /// let mut writer = StreamWriter::open(&Header::new(ContentNamespace::Component))?;
    /// let _header = writer.take();
    /// let bob = BareJid::new("bob@example.com").unwrap();
    /// writer.stanza(Message::chat(bob, "Tea?"))?;
    /// assert_eq!(writer.take(), "<message to='bob@example.com' type='chat'><body>Tea?</body></message>");
    /// # Ok::<(), xmpp_xml::Error>(())
    /// ```
    ///
    /// # Errors
    /// The stanza cannot be [moved](Stanza::set_namespace) to the namespace, or contains something that XML cannot carry.
    /// Nothing has been written then.
    pub fn stanza(&mut self, stanza: impl Into<Stanza>) -> Result<(), Error> {
        let mut stanza = stanza.into();
        if let Some(namespace) = self.namespace {
            stanza.set_namespace(namespace)?;
        }
        self.element(&stanza)
    }

    /// Like [`stanza`](Self::stanza), for a stanza from another stream, making explicit what that stream implies: its sender is
    /// `from`, and its language `lang` if it has none, as in [`Stanza::stamp`].
    ///
    /// # Errors
    /// Same as [`stanza`](Self::stanza).
    pub fn stamped(
        &mut self,
        stanza: impl Into<Stanza>,
        from: impl Into<Jid>,
        lang: Option<&LanguageTag>,
    ) -> Result<(), Error> {
        let mut stanza = stanza.into();
        stanza.stamp(from, lang);
        self.stanza(stanza)
    }

    /// Writes a whitespace keepalive
    /// ([RFC 6120 §4.6.1](https://www.rfc-editor.org/rfc/rfc6120#section-4.6.1)).
    pub fn keep_alive(&mut self) {
        self.text.push(' ');
    }

    /// Opens a new stream within TLS or another new layer. The counterpart of
    /// [`StreamReader::restart_after_tls`](crate::reader::StreamReader::restart_after_tls).
    ///
    /// # Errors
    /// [`DataBeforeTls`](xmpp_xml::ErrorKind::DataBeforeTls): earlier output has not been [taken](Self::take), and would be
    /// sent within the layer. Or the header contains something that XML cannot carry.
    /// The old stream continues then.
    pub fn restart_after_tls(&mut self, header: &Header) -> Result<(), Error> {
        if !self.text.is_empty() {
            return Err(Error::new(ErrorKind::DataBeforeTls));
        }
        *self = Self::open(header)?;
        Ok(())
    }

    /// Opens a new stream on the same layer, after any output not yet taken. The counterpart of
    /// [`StreamReader::restart_after_sasl`](crate::reader::StreamReader::restart_after_sasl).
    ///
    /// # Errors
    /// The header contains something that XML cannot carry. The old stream continues then.
    pub fn restart_after_sasl(&mut self, header: &Header) -> Result<(), Error> {
        let new = Self::open(header)?;
        let said = core::mem::replace(self, new).text;
        self.text.insert_str(0, &said);
        Ok(())
    }

    /// Opens the first stream on another connection. Output not yet [taken](Self::take) is dropped with the old
    /// one. The counterpart of
    /// [`StreamReader::restart_on_new_connection`](crate::reader::StreamReader::restart_on_new_connection).
    ///
    /// # Errors
    /// The header contains something that XML cannot carry. The old stream continues then.
    pub fn restart_on_new_connection(&mut self, header: &Header) -> Result<(), Error> {
        *self = Self::open(header)?;
        Ok(())
    }

    /// Takes the output since the last call.
    #[must_use]
    pub fn take(&mut self) -> String {
        core::mem::take(&mut self.text)
    }

    /// Closes the stream and returns the output since the last call, including the end tag.
    #[must_use]
    pub fn close(mut self) -> String {
        self.text.push_str(&self.end_tag);
        self.text
    }
}
