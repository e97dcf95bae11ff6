//! Reading `#[xml(…)]`.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Expr, ExprLit, Ident, Lit, LitStr, Path, Token, bracketed, parenthesized, token,
};

/// One `key` or `key = value` of an `#[xml(…)]`.
pub(crate) struct Entry {
    pub(crate) key: Ident,
    pub(crate) value: Option<Given>,
}

/// What stands behind `=`.
pub(crate) enum Given {
    One(Expr),
    List(Vec<Expr>, Span),
    /// Without a `=`: `key(a, b)`.
    Names(Vec<Ident>),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // `crate` is a keyword.
        let key = Ident::parse_any(input)?;
        let mut value = None;
        if input.peek(token::Paren) {
            let list;
            parenthesized!(list in input);
            let names = Punctuated::<Ident, Token![,]>::parse_terminated(&list)?;
            value = Some(Given::Names(names.into_iter().collect()));
        } else if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            value = Some(if input.peek(token::Bracket) {
                let list;
                let bracket = bracketed!(list in input);
                let items = Punctuated::<Expr, Token![,]>::parse_terminated(&list)?;
                Given::List(items.into_iter().collect(), bracket.span.join())
            } else {
                Given::One(input.parse()?)
            });
        }
        Ok(Self { key, value })
    }
}

/// All entries of the `#[xml(…)]` attributes among `attributes`.
pub(crate) fn entries(attributes: &[Attribute]) -> syn::Result<Vec<Entry>> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("xml")) {
        all.extend(attribute.parse_args_with(Punctuated::<Entry, Token![,]>::parse_terminated)?);
    }
    Ok(all)
}

impl Entry {
    pub(crate) fn is(&self, key: &str) -> bool {
        self.key == key
    }

    pub(crate) fn unknown<T>(&self, known: &str) -> syn::Result<T> {
        Err(syn::Error::new(
            self.key.span(),
            format!("unknown key `{}`; here are known: {known}", self.key),
        ))
    }

    /// Without a value.
    pub(crate) fn bare(&self) -> syn::Result<()> {
        match &self.value {
            None => Ok(()),
            Some(_) => Err(syn::Error::new(
                self.key.span(),
                format!("`{}` takes no value", self.key),
            )),
        }
    }

    /// With a string for a value.
    pub(crate) fn string(&self) -> syn::Result<LitStr> {
        match &self.value {
            Some(Given::One(Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }))) => Ok(text.clone()),
            _ => {
                let message = format!("`{}` takes a string: `{} = \"…\"`", self.key, self.key);
                Err(syn::Error::new(self.key.span(), message))
            }
        }
    }

    /// With a key of JSON for a value; those that begin with `$` are taken.
    pub(crate) fn key(&self) -> syn::Result<String> {
        let text = self.string()?;
        match text.value() {
            key if key.is_empty() || key.starts_with('$') => Err(syn::Error::new(
                text.span(),
                "a key of JSON that does not begin with `$` is wanted",
            )),
            key => Ok(key),
        }
    }

    /// With an XML name without a colon for a value.
    pub(crate) fn name(&self) -> syn::Result<String> {
        let text = self.string()?;
        let name = text.value();
        check_name(&name, text.span())?;
        Ok(name)
    }

    /// With an expression for a value.
    pub(crate) fn expression(&self) -> syn::Result<Expr> {
        match &self.value {
            Some(Given::One(value)) => Ok(value.clone()),
            _ => {
                let message = format!(
                    "`{}` takes a constant or a string: `{} = NS`",
                    self.key, self.key
                );
                Err(syn::Error::new(self.key.span(), message))
            }
        }
    }

    /// With names of traits in brackets: `derive(Debug)`.
    pub(crate) fn traits(&self, known: &[&str]) -> syn::Result<Vec<Ident>> {
        let Some(Given::Names(names)) = &self.value else {
            return Err(syn::Error::new(
                self.key.span(),
                format!("`{0}` takes names of traits: `{0}(Debug)`", self.key),
            ));
        };
        match names.iter().find(|name| !known.iter().any(|k| *name == k)) {
            None => Ok(names.clone()),
            Some(other) => Err(syn::Error::new(
                other.span(),
                format!(
                    "here are known: `{}`; others with `#[derive(…)]`",
                    known.join("`, `")
                ),
            )),
        }
    }

    /// With a list of names of fields for a value.
    pub(crate) fn identifiers(&self) -> syn::Result<Vec<Ident>> {
        let message = || {
            syn::Error::new(
                self.key.span(),
                format!("`{0}` takes a list of fields: `{0} = [a, b]`", self.key),
            )
        };
        let Some(Given::List(list, _)) = &self.value else {
            return Err(message());
        };
        list.iter()
            .map(|item| match item {
                Expr::Path(path) => path.path.get_ident().cloned().ok_or_else(message),
                _ => Err(message()),
            })
            .collect()
    }

    /// With a path for a value.
    pub(crate) fn path(&self) -> syn::Result<Path> {
        match &self.value {
            Some(Given::One(Expr::Path(path))) => Ok(path.path.clone()),
            _ => Err(syn::Error::new(
                self.key.span(),
                format!("`{}` takes a path", self.key),
            )),
        }
    }
}

/// Refuses what the writer would refuse; ASCII is enough for a name in a program.
pub(crate) fn check_name(name: &str, span: Span) -> syn::Result<()> {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    let is_name = name.starts_with(is_start)
        && name
            .chars()
            .all(|c| is_start(c) || c.is_ascii_digit() || c == '-' || c == '.');
    if is_name && name != "xmlns" {
        Ok(())
    } else {
        Err(syn::Error::new(
            span,
            format!("`{name}` is not an XML name without a prefix"),
        ))
    }
}

/// Refuses a prefix that is reserved (Namespaces in XML 1.0 §3).
pub(crate) fn check_prefix(prefix: &str, span: Span) -> syn::Result<()> {
    match prefix.get(..3) {
        Some(start) if start.eq_ignore_ascii_case("xml") => Err(syn::Error::new(
            span,
            format!("`{prefix}` is a reserved prefix: no prefix may begin with `xml`"),
        )),
        _ => Ok(()),
    }
}

/// Refuses a namespace that is given as a string and that no element may be in.
pub(crate) fn check_namespace(namespace: &Expr) -> syn::Result<()> {
    let Expr::Lit(ExprLit {
        lit: Lit::Str(text),
        ..
    }) = namespace
    else {
        return Ok(());
    };
    match text.value().as_str() {
        "http://www.w3.org/XML/1998/namespace" => Err(syn::Error::new(
            text.span(),
            "no element is in the namespace of the prefix `xml`",
        )),
        "http://www.w3.org/2000/xmlns/" => Err(syn::Error::new(
            text.span(),
            "no element is in the namespace of the prefix `xmlns`",
        )),
        _ => Ok(()),
    }
}

/// Whether it is the empty string, written out.
pub(crate) fn is_empty(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if text.value().is_empty()
    )
}
