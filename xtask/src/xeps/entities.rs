//! Entities of a XEP source, written out.
//!
//! XEPs take their entities from an external file, `xep.ent`, and declare more of their own. No
//! small XML parser reads external declarations, and roxmltree refuses `&lt;` in an entity that
//! an attribute uses. So the references are replaced by what they stand for, and the parser
//! gets a document without a DTD.

use core::fmt;
use std::collections::BTreeMap;

/// How deep entities may refer to entities.
const MAX_DEPTH: usize = 16;

/// How long a document may become. The longest XEP has half a megabyte.
const MAX_LENGTH: usize = 16 << 20;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EntityError {
    Undeclared(String),
    /// Refers to itself, or is nested or long beyond reason.
    Excessive(String),
    /// What the document type declaration says at this place is not understood.
    Declaration(String),
}

impl fmt::Display for EntityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undeclared(name) => write!(f, "entity &{name}; is not declared"),
            Self::Excessive(name) => write!(f, "entity &{name}; expands beyond reason"),
            Self::Declaration(at) => write!(f, "unknown declaration: {at}"),
        }
    }
}

impl core::error::Error for EntityError {}

/// Writes out every entity of `source` and takes its document type declaration away.
///
/// `shared` stands for the one external file of declarations, wherever the document refers to it.
pub(super) fn expand(source: &str, shared: &str) -> Result<String, EntityError> {
    let Some((prolog, declaration)) = source.split_once("<!DOCTYPE") else {
        return Ok(source.to_owned());
    };
    let (entities, document) = Entities::declared(declaration, shared)?;
    let mut out = prolog.to_owned();
    entities.write_out(document, &mut out, &mut Vec::new())?;
    Ok(out)
}

#[derive(Debug, Default)]
struct Entities<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Entities<'a> {
    /// Reads a document type declaration from after its keyword; also gives what follows it.
    fn declared(declaration: &'a str, shared: &'a str) -> Result<(Self, &'a str), EntityError> {
        let mut entities = Self::default();
        let unterminated = || EntityError::Declaration(beginning(declaration));
        let at = declaration.find(['[', '>']).ok_or_else(unterminated)?;
        let mut rest = &declaration[at..];
        if let Some(subset) = rest.strip_prefix('[') {
            rest = entities.declare(subset, shared)?;
            rest = rest.strip_prefix(']').ok_or_else(unterminated)?;
        }
        let (_, document) = rest.split_once('>').ok_or_else(unterminated)?;
        Ok((entities, document))
    }

    /// Reads declarations up to the end or a `]`; gives what follows.
    fn declare(&mut self, declarations: &'a str, shared: &'a str) -> Result<&'a str, EntityError> {
        let mut rest = declarations.trim_start();
        while !rest.is_empty() && !rest.starts_with(']') {
            let unknown = || EntityError::Declaration(beginning(rest));
            let after = if let Some(comment) = rest.strip_prefix("<!--") {
                comment.split_once("-->").ok_or_else(unknown)?.1
            } else if let Some(reference) = rest.strip_prefix('%') {
                // XEPs have one parameter entity, the shared file; that file has none.
                self.declare(shared, "")?;
                reference.split_once(';').ok_or_else(unknown)?.1
            } else if let Some(entity) = rest.strip_prefix("<!ENTITY") {
                self.declare_entity(entity).ok_or_else(unknown)?
            } else {
                return Err(unknown());
            };
            rest = after.trim_start();
        }
        Ok(rest)
    }

    /// Reads one declaration from after its keyword; gives what follows.
    fn declare_entity(&mut self, entity: &'a str) -> Option<&'a str> {
        let entity = entity.trim_start();
        if entity.starts_with('%') {
            return entity.split_once('>').map(|(_, after)| after);
        }
        let (name, definition) = entity.split_once(char::is_whitespace)?;
        let definition = definition.trim_start();
        let quote = definition.chars().next().filter(|c| "'\"".contains(*c))?;
        let (value, after) = definition[1..].split_once(quote)?;
        // The first declaration binds.
        self.0.entry(name).or_insert(value);
        after.trim_start().strip_prefix('>')
    }

    /// Copies `text` with its references written out; `within` are the entities it came from.
    fn write_out(
        &self,
        text: &'a str,
        out: &mut String,
        within: &mut Vec<&'a str>,
    ) -> Result<(), EntityError> {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(length) = literal_length(rest) {
                out.push_str(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
            let (name, after) = rest[1..]
                .split_once(';')
                .ok_or_else(|| EntityError::Undeclared(beginning(rest)))?;
            rest = after;
            let value = *self
                .0
                .get(name)
                .ok_or_else(|| EntityError::Undeclared(name.to_owned()))?;
            if within.len() == MAX_DEPTH || out.len() > MAX_LENGTH {
                return Err(EntityError::Excessive(name.to_owned()));
            }
            within.push(name);
            self.write_out(value, out, within)?;
            within.pop();
        }
        out.push_str(rest);
        Ok(())
    }
}

/// The length of what stands as it is at the beginning of `text`, which begins with `&` or `<`:
/// a section in which references mean nothing, a reference that needs no declaration, or the
/// beginning of a tag. `None` for a reference to a declared entity.
fn literal_length(text: &str) -> Option<usize> {
    for (open, close) in [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")] {
        if text.starts_with(open) {
            return Some(text.find(close).map_or(text.len(), |at| at + close.len()));
        }
    }
    let known = ["<", "&#", "&lt;", "&gt;", "&amp;", "&apos;", "&quot;"];
    known
        .into_iter()
        .find(|known| text.starts_with(known))
        .map(str::len)
}

fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expand_with(subset: &str, body: &str) -> Result<String, EntityError> {
        expand(&format!("<!DOCTYPE x [{subset}]><x>{body}</x>"), "")
    }

    #[test]
    fn a_document_without_declarations_stays_as_it_is() {
        assert_eq!(expand("<x>&lt;</x>", "").as_deref(), Ok("<x>&lt;</x>"));
    }

    #[test]
    fn the_first_declaration_binds_wherever_it_stands() {
        let shared = "<!-- ]> <!ENTITY a 'no'> --><!ENTITY a 'shared'>";
        for (subset, read) in [
            ("<!ENTITY a 'own'> %ents;", "own"),
            ("%ents; <!ENTITY a 'own'>", "shared"),
        ] {
            let source = format!("<!DOCTYPE x SYSTEM 'x.dtd' [{subset}]><x>&a;</x>");
            assert_eq!(expand(&source, shared), Ok(format!("<x>{read}</x>")));
        }
    }

    #[test]
    fn values_may_hold_brackets_markup_and_the_other_quote() {
        let subset = "<!ENTITY a \"]> <b c='d'/>\" ><!ENTITY e '\"'>";
        assert_eq!(
            expand_with(subset, "&a;&e;").as_deref(),
            Ok("<x>]> <b c='d'/>\"</x>")
        );
    }

    #[test]
    fn references_without_meaning_stay() {
        for text in [
            "<![CDATA[&a;]]>",
            "<!-- &a; -->",
            "<?p &a;?>",
            "&#38;a;",
            "&amp;a;",
        ] {
            assert_eq!(
                expand_with("<!ENTITY a 'b'>", text),
                Ok(format!("<x>{text}</x>"))
            );
        }
    }

    #[test]
    fn refuses_what_it_cannot_write_out() {
        let undeclared = EntityError::Undeclared("b".to_owned());
        assert_eq!(expand_with("<!ENTITY a 'c'>", "&b;"), Err(undeclared));
        let itself = expand_with("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;");
        assert!(matches!(itself, Err(EntityError::Excessive(_))));
        let element = expand_with("<!ELEMENT a EMPTY>", "");
        assert!(matches!(element, Err(EntityError::Declaration(_))));
        assert!(matches!(
            expand("<!DOCTYPE x [", ""),
            Err(EntityError::Declaration(_))
        ));
    }

    #[test]
    fn refuses_to_grow_without_bound() {
        let mut subset = "<!ENTITY a0 '0123456789'>".to_owned();
        for n in 1..12 {
            let ten = format!("&a{};", n - 1).repeat(10);
            subset.push_str(&format!("<!ENTITY a{n} '{ten}'>"));
        }
        let bomb = expand_with(&subset, "&a11;");
        assert!(matches!(bomb, Err(EntityError::Excessive(_))));
    }
}
