//! Reading `#[form(…)]`.

use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitStr, Path, Token, bracketed, token};

/// One `key` or `key = value` of a `#[form(…)]`.
pub(crate) struct Entry {
    key: Ident,
    value: Option<Given>,
}

/// What stands behind `=`.
enum Given {
    One(Expr),
    List(Vec<LitStr>),
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // `crate` is a keyword.
        let key = Ident::parse_any(input)?;
        let value = match input.parse::<Option<Token![=]>>()? {
            None => None,
            Some(_) if input.peek(token::Bracket) => {
                let list;
                bracketed!(list in input);
                let texts = Punctuated::<LitStr, Token![,]>::parse_terminated(&list)?;
                Some(Given::List(texts.into_iter().collect()))
            }
            Some(_) => Some(Given::One(input.parse()?)),
        };
        Ok(Self { key, value })
    }
}

/// All entries of the `#[form(…)]` attributes among `attributes`.
pub(crate) fn entries(attributes: &[Attribute]) -> syn::Result<Vec<Entry>> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("form")) {
        all.extend(attribute.parse_args_with(Punctuated::<Entry, Token![,]>::parse_terminated)?);
    }
    Ok(all)
}

impl Entry {
    pub(crate) fn is(&self, key: &str) -> bool {
        self.key == key
    }

    fn error<T>(&self, message: &str) -> syn::Result<T> {
        Err(syn::Error::new(self.key.span(), message))
    }

    pub(crate) fn unknown<T>(&self, known: &str) -> syn::Result<T> {
        self.error(&format!(
            "unknown key `{}`; here are known: {known}",
            self.key
        ))
    }

    /// Without a value.
    pub(crate) fn bare(&self) -> syn::Result<()> {
        match &self.value {
            None => Ok(()),
            Some(_) => self.error(&format!("`{}` takes no value", self.key)),
        }
    }

    /// With a string for a value.
    pub(crate) fn string(&self) -> syn::Result<LitStr> {
        match &self.value {
            Some(Given::One(Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }))) => Ok(text.clone()),
            _ => self.error(&format!("`{0}` takes a string: `{0} = \"…\"`", self.key)),
        }
    }

    /// Without a value, or with a list of strings.
    pub(crate) fn strings(&self) -> syn::Result<Option<&[LitStr]>> {
        match &self.value {
            None => Ok(None),
            Some(Given::List(texts)) => Ok(Some(texts)),
            Some(Given::One(_)) => self.error(&format!(
                "`{0}` stands alone or takes a list of strings: `{0} = [\"…\"]`",
                self.key
            )),
        }
    }

    /// With a constant or a string for a value.
    pub(crate) fn constant(&self) -> syn::Result<Expr> {
        match &self.value {
            Some(Given::One(
                value @ (Expr::Path(_)
                | Expr::Lit(ExprLit {
                    lit: Lit::Str(_), ..
                })),
            )) => Ok(value.clone()),
            _ => self.error(&format!(
                "`{0}` takes a constant or a string: `{0} = \"…\"`",
                self.key
            )),
        }
    }

    /// With a path for a value.
    pub(crate) fn path(&self) -> syn::Result<Path> {
        match &self.value {
            Some(Given::One(Expr::Path(path))) => Ok(path.path.clone()),
            _ => self.error(&format!("`{}` takes a path", self.key)),
        }
    }
}
