//! File input in form fields.
//!
//! [XEP-0505, Data Forms File Input Element](https://xmpp.org/extensions/xep-0505.html)

use alloc::string::String;
use alloc::vec::Vec;

use xmpp_jid::Jid;
use xmpp_xml::{Extra, Xml};

use crate::sharing::FileSharing;

/// The namespace.
pub const NS: &str = "urn:xmpp:file-input:0";

/// The files that a [field](xmpp_data_forms::form::Field::payloads) accepts, and those in it. These are hints: the
/// recipient of a submission must check what it received.
///
/// [XEP-0505 §3](https://xmpp.org/extensions/xep-0505.html#file-input)
#[doc(alias("XEP-0505", "XEP0505", "0505"))]
#[doc(alias("urn:xmpp:file-input:0"))]
#[derive(Clone, Default, Xml)]
#[xml(namespace = NS, name = "file-input", derive(Debug, PartialEq, Eq))]
#[xml(
    new = "Accepts one file of any media type, from any upload service.",
    with
)]
#[non_exhaustive]
pub struct FileInput {
    /// Whether several files are accepted.
    #[xml(attribute, default)]
    pub multiple: bool,
    /// The accepted media types, with `*` for any subtype: see [`accepts`](Self::accepts).
    #[xml(child_text = "accept")]
    pub accepted: Vec<String>,
    /// The services to upload the files to, in order of preference; empty for any. Ask the user before revealing the client's
    /// address to them.
    #[xml(child_text = "use", strict)]
    pub services: Vec<Jid>,
    /// The files in the field.
    #[xml(child)]
    pub files: Vec<FileSharing>,
    /// Unknown attributes and child elements, in place.
    #[xml(extra)]
    pub extra: Extra,
}

impl FileInput {
    /// Whether files with this media type are accepted; always if none is listed.
    ///
    /// ```
    /// use xmpp_files::file_input::FileInput;
    ///
    /// let photos = FileInput::new().with_accepted(["image/*".into()]);
    /// assert!(photos.accepts("IMAGE/png; q=1") && !photos.accepts("imagery/png"));
    /// ```
    #[must_use]
    pub fn accepts(&self, media_type: &str) -> bool {
        let bare = |text: &str| {
            let (bare, _) = text.split_once(';').unwrap_or((text, ""));
            let (kind, subtype) = bare.split_once('/').unwrap_or((bare, ""));
            [kind, subtype].map(|part| part.trim_ascii().to_ascii_lowercase())
        };
        let [kind, subtype] = bare(media_type);
        self.accepted.is_empty()
            || self.accepted.iter().any(|accepted| {
                let [wanted, wanted_subtype] = bare(accepted);
                let is_any = wanted == "*" && matches!(&*wanted_subtype, "*" | "");
                is_any || (wanted == kind && (wanted_subtype == "*" || wanted_subtype == subtype))
            })
    }
}
