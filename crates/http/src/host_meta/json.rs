//! Host metadata as JSON (RFC 6415, Appendix A).

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde_json::{Map, Value as Json, json};
use xmpp_xml::{DateTime, LanguageTag, Value as _};

use super::{HostMeta, Link, Property, Relation, Title};

/// Why a text is not valid host metadata.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct JsonError {
    message: String,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for JsonError {}

fn error(message: &str) -> JsonError {
    JsonError {
        message: message.into(),
    }
}

impl HostMeta {
    /// Parses the document `/.well-known/host-meta.json`.
    ///
    /// Members not defined in RFC 6415 are ignored, as is the order of members: reading JSON is not lossless.
    ///
    /// ```
    /// use xmpp_http::host_meta::{ConnectionKind, HostMeta};
    ///
    /// let meta = HostMeta::from_json(
    ///     r#"{ "links": [ { "rel": "urn:xmpp:alt-connections:xbosh", "href": "https://tea.example/bosh" } ] }"#,
    /// )?;
    /// assert_eq!(
    ///     meta.connections().collect::<Vec<_>>(),
    ///     [(ConnectionKind::Bosh, "https://tea.example/bosh")],
    /// );
    /// # Ok::<(), xmpp_http::host_meta::JsonError>(())
    /// ```
    ///
    /// # Errors
    /// The text is not JSON, or a member has the wrong type.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let json: Json = serde_json::from_str(text).map_err(|e| error(&e.to_string()))?;
        let document = json.as_object().ok_or_else(|| error("not an object"))?;
        let mut meta = Self {
            subject: text_of(document, "subject")?,
            properties: properties_of(document)?,
            ..Self::default()
        };
        if let Some(expires) = text_of(document, "expires")? {
            let expires = DateTime::parse(&expires);
            meta.expires = Some(expires.map_err(|_| error("`expires` is no time"))?);
        }
        for alias in array_of(document, "aliases")? {
            let alias = alias.as_str().ok_or_else(|| error("an alias is no text"))?;
            meta.aliases.push(alias.into());
        }
        for link in array_of(document, "links")? {
            let link = link.as_object();
            meta.links
                .push(link_of(link.ok_or_else(|| error("a link is no object"))?)?);
        }
        Ok(meta)
    }

    /// Writes the document `/.well-known/host-meta.json`, without what RFC 6415 does not define ([`extra`](Self::extra)).
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut document = Map::new();
        put(&mut document, "subject", self.subject.as_deref());
        let expires = self.expires.as_ref().map(DateTime::as_str);
        put(&mut document, "expires", expires);
        if !self.aliases.is_empty() {
            document.insert("aliases".into(), json!(self.aliases));
        }
        put_properties(&mut document, &self.properties);
        if !self.links.is_empty() {
            let links = self.links.iter().map(json_of).collect();
            document.insert("links".into(), Json::Array(links));
        }
        Json::Object(document).to_string()
    }
}

fn link_of(json: &Map<String, Json>) -> Result<Link, JsonError> {
    let mut link = Link {
        href: text_of(json, "href")?,
        rel: text_of(json, "rel")?.as_deref().map(Relation::from),
        template: text_of(json, "template")?,
        media_type: text_of(json, "type")?,
        properties: properties_of(json)?,
        ..Link::default()
    };
    for (lang, title) in object_of(json, "titles")? {
        let text = title.as_str().ok_or_else(|| error("a title is no text"))?;
        let lang = (lang != "default").then(|| LanguageTag::new(lang));
        let mut title = Title::new(text);
        title.lang = lang;
        link.titles.push(title);
    }
    Ok(link)
}

fn json_of(link: &Link) -> Json {
    let mut json = Map::new();
    put(&mut json, "rel", link.rel.as_ref().map(Relation::as_str));
    put(&mut json, "type", link.media_type.as_deref());
    put(&mut json, "href", link.href.as_deref());
    put(&mut json, "template", link.template.as_deref());
    if !link.titles.is_empty() {
        let mut titles = Map::new();
        for title in &link.titles {
            let lang = title.lang.as_ref().map_or("default", LanguageTag::as_str);
            titles.insert(lang.into(), json!(title.text));
        }
        json.insert("titles".into(), Json::Object(titles));
    }
    put_properties(&mut json, &link.properties);
    Json::Object(json)
}

fn properties_of(json: &Map<String, Json>) -> Result<Vec<Property>, JsonError> {
    let mut properties = Vec::new();
    for (kind, value) in object_of(json, "properties")? {
        let mut property = Property::new(kind.as_str());
        property.value = match value {
            Json::Null => None,
            Json::String(text) => Some(text.clone()),
            _ => return Err(error("a property is no text")),
        };
        properties.push(property);
    }
    Ok(properties)
}

fn put_properties(json: &mut Map<String, Json>, properties: &[Property]) {
    if !properties.is_empty() {
        let mut all = Map::new();
        for property in properties {
            all.insert(property.kind.clone(), json!(property.value));
        }
        json.insert("properties".into(), Json::Object(all));
    }
}

fn put(json: &mut Map<String, Json>, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        json.insert(name.into(), json!(value));
    }
}

fn text_of(json: &Map<String, Json>, name: &str) -> Result<Option<String>, JsonError> {
    match json.get(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(JsonError {
            message: alloc::format!("`{name}` is no text"),
        }),
    }
}

fn array_of<'a>(json: &'a Map<String, Json>, name: &str) -> Result<&'a [Json], JsonError> {
    match json.get(name) {
        None | Some(Json::Null) => Ok(&[]),
        Some(Json::Array(items)) => Ok(items),
        Some(_) => Err(JsonError {
            message: alloc::format!("`{name}` is no array"),
        }),
    }
}

fn object_of<'a>(
    json: &'a Map<String, Json>,
    name: &str,
) -> Result<impl Iterator<Item = (&'a String, &'a Json)>, JsonError> {
    match json.get(name) {
        None | Some(Json::Null) => Ok(None.into_iter().flatten()),
        Some(Json::Object(members)) => Ok(Some(members).into_iter().flatten()),
        Some(_) => Err(JsonError {
            message: alloc::format!("`{name}` is no object"),
        }),
    }
}
