//! The disco#info answer as types of quick-xml's serde support and of instant-xml. Both own their
//! text, as the types of xmpp-parsers do.

use instant_xml::{FromXml, ToXml};
use serde::{Deserialize, Serialize};

pub(super) const CLIENT: &str = "jabber:client";
pub(super) const INFO: &str = "http://jabber.org/protocol/disco#info";

pub(super) mod with_serde {
    use super::{Deserialize, Serialize};

    #[derive(Debug, Deserialize, Serialize)]
    #[serde(rename = "iq")]
    pub(in crate::peers) struct Iq {
        #[serde(rename = "@xmlns")]
        xmlns: String,
        #[serde(rename = "@type")]
        kind: String,
        #[serde(rename = "@from")]
        from: Option<String>,
        #[serde(rename = "@to")]
        to: Option<String>,
        #[serde(rename = "@id")]
        id: String,
        pub(in crate::peers) query: Query,
    }

    #[derive(Debug, Deserialize, Serialize)]
    #[serde(rename = "query")]
    pub(in crate::peers) struct Query {
        #[serde(rename = "@xmlns")]
        xmlns: String,
        #[serde(rename = "@node")]
        node: Option<String>,
        #[serde(rename = "identity")]
        pub(in crate::peers) identities: Vec<Identity>,
        #[serde(rename = "feature")]
        pub(in crate::peers) features: Vec<Feature>,
    }

    #[derive(Debug, Deserialize, Serialize)]
    pub(in crate::peers) struct Identity {
        #[serde(rename = "@category")]
        category: String,
        #[serde(rename = "@type")]
        kind: String,
        #[serde(rename = "@name", skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    }

    #[derive(Debug, Deserialize, Serialize)]
    pub(in crate::peers) struct Feature {
        #[serde(rename = "@var")]
        var: String,
    }
}

pub(super) mod with_instant_xml {
    use super::{CLIENT, FromXml, INFO, ToXml};

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "iq", ns(CLIENT))]
    pub(in crate::peers) struct Iq {
        #[xml(attribute, rename = "type")]
        kind: String,
        #[xml(attribute)]
        from: Option<String>,
        #[xml(attribute)]
        to: Option<String>,
        #[xml(attribute)]
        id: String,
        pub(in crate::peers) query: Query,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "query", ns(INFO))]
    pub(in crate::peers) struct Query {
        #[xml(attribute)]
        node: Option<String>,
        pub(in crate::peers) identities: Vec<Identity>,
        pub(in crate::peers) features: Vec<Feature>,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "identity", ns(INFO))]
    pub(in crate::peers) struct Identity {
        #[xml(attribute)]
        category: String,
        #[xml(attribute, rename = "type")]
        kind: String,
        #[xml(attribute)]
        name: Option<String>,
    }

    #[derive(Debug, FromXml, ToXml)]
    #[xml(rename = "feature", ns(INFO))]
    pub(in crate::peers) struct Feature {
        #[xml(attribute)]
        var: String,
    }
}
