//! Microblogging: the nodes of blogs and comments, and checks of the author.
//!
//! [XEP-0277, Microblogging over XMPP](https://xmpp.org/extensions/xep-0277.html)

use alloc::format;
use alloc::string::String;

use xmpp_jid::Jid;

use crate::atom::{Author, Link, Relation};

/// The node of an account's blog. With `+notify` appended, the feature of clients that want to be notified of it.
///
/// [XEP-0277 §2.1](https://xmpp.org/extensions/xep-0277.html#location)
pub const NS: &str = "urn:xmpp:microblog:0";

/// The ID of the item with the [`Feed`](crate::atom::Feed) metadata of the node.
///
/// [XEP-0277 §5](https://xmpp.org/extensions/xep-0277.html#metadata)
pub const METADATA_ITEM: &str = "0";

/// The node for comments on the item with this ID.
///
/// [XEP-0277 §3.1](https://xmpp.org/extensions/xep-0277.html#post_comments)
#[must_use]
pub fn comments_node(item: &str) -> String {
    format!("{NS}:comments/{item}")
}

/// The link from an entry to its comments, at the node with this `xmpp:` URI.
///
/// [XEP-0277 §3](https://xmpp.org/extensions/xep-0277.html#comments)
#[must_use]
pub fn comments_link(uri: impl Into<String>) -> Link {
    Link::new(uri.into())
        .with_rel(Relation::Replies)
        .with_title("comments")
}

/// Whether the author named in an entry is the account that published the item, as stated by the service.
///
/// Anybody can name any author. If this is `false`, do not show the entry as the author's own. It is always `false` if the
/// publisher is unknown or the author has no JID. For a PEP node to which only the owner can publish, pass the owner.
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
