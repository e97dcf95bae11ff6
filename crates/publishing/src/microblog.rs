//! Blogs at nodes: where they are, how comments are found, and who is the author.
//!
//! [XEP-0277, Microblogging over XMPP](https://xmpp.org/extensions/xep-0277.html)

use alloc::format;
use alloc::string::String;

use xmpp_jid::Jid;

use crate::atom::{Author, Link, Relation};

/// The node of an account's blog, and the feature of whoever wants to be notified of it with `+notify` behind it.
///
/// [XEP-0277 §2.1](https://xmpp.org/extensions/xep-0277.html#location)
pub const NS: &str = "urn:xmpp:microblog:0";

/// The identifier of the item that has the [`Feed`](crate::atom::Feed) of the node.
///
/// [XEP-0277 §5](https://xmpp.org/extensions/xep-0277.html#metadata)
pub const METADATA_ITEM: &str = "0";

/// The node for the comments on the item of this identifier.
///
/// [XEP-0277 §3.1](https://xmpp.org/extensions/xep-0277.html#post_comments)
#[must_use]
pub fn comments_node(item: &str) -> String {
    format!("{NS}:comments/{item}")
}

/// The link from an entry to its comments, at the node of this `xmpp:` URI.
///
/// [XEP-0277 §3](https://xmpp.org/extensions/xep-0277.html#comments)
#[must_use]
pub fn comments_link(uri: impl Into<String>) -> Link {
    Link::new(uri.into())
        .with_rel(Relation::Replies)
        .with_title("comments")
}

/// Whether the author that an entry names is the account that has published its item, as the service says.
///
/// Anybody may name any author. So where this is `false`, the entry may be shown, but not as that of the author. It is
/// `false` where the service does not say who has published the item, or the author has no JID. At a node of an account,
/// to which only its owner can publish, the publisher is the owner.
///
/// ```
/// use xmpp_publishing::atom::Author;
/// use xmpp_publishing::microblog::is_author;
///
/// let author = Author::new("Mole").with_uri("xmpp:mole@river.example");
/// assert!(is_author(&author, Some(&"Mole@river.example/phone".parse()?)));
/// assert!(!is_author(&author, Some(&"weasel@wood.example".parse()?)));
/// assert!(!is_author(&author, None));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// [XEP-0277 §9.1](https://xmpp.org/extensions/xep-0277.html#comment_author)
#[must_use]
pub fn is_author(author: &Author, publisher: Option<&Jid>) -> bool {
    let (Some(author), Some(publisher)) = (author.jid(), publisher) else {
        return false;
    };
    author.is_valid() && publisher.is_valid() && author.bare_eq(publisher)
}
