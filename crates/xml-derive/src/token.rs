//! Enums of tokens.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{DataEnum, DeriveInput, Fields};

use crate::attribute;
use crate::{Enum, on_enum};

pub(crate) fn expand(input: &DeriveInput, data: &DataEnum) -> syn::Result<TokenStream> {
    let Enum {
        root, ignore_case, ..
    } = on_enum(&input.attrs, true)?;
    let mut tokens: Vec<(Ident, String)> = Vec::new();
    let mut other: Option<Ident> = None;
    for variant in &data.variants {
        let mut token = None;
        let mut is_other = false;
        for entry in attribute::entries(&variant.attrs)? {
            match () {
                () if entry.is("token") => token = Some(entry.string()?.value()),
                () if entry.is("other") => {
                    entry.bare()?;
                    is_other = true;
                }
                () => return entry.unknown("`token`, `other`"),
            }
        }
        match (&variant.fields, is_other) {
            (Fields::Unit, false) => {
                let token = token.unwrap_or_else(|| kebab(&variant.ident.to_string()));
                let is_same = |other: &str| match ignore_case {
                    false => other == token,
                    true => other.eq_ignore_ascii_case(&token),
                };
                if tokens.iter().any(|(_, t)| is_same(t)) {
                    let message = format!("the token `{token}` has a variant already");
                    return Err(syn::Error::new_spanned(variant, message));
                }
                tokens.push((variant.ident.clone(), token));
            }
            (Fields::Unnamed(fields), true) if fields.unnamed.len() == 1 && token.is_none() => {
                if other.replace(variant.ident.clone()).is_some() {
                    return Err(syn::Error::new_spanned(
                        variant,
                        "only one variant can be `other`",
                    ));
                }
            }
            (_, true) => {
                return Err(syn::Error::new_spanned(
                    variant,
                    "the `other` variant holds an `OtherToken` and no more",
                ));
            }
            _ => {
                let message = "a token has no fields; `#[xml(other)]` marks the variant that keeps all others";
                return Err(syn::Error::new_spanned(variant, message));
            }
        }
    }
    let name = &input.ident;
    let variants: Vec<_> = tokens.iter().map(|(v, _)| v).collect();
    let texts: Vec<_> = tokens.iter().map(|(_, t)| t).collect();
    let positions: Vec<_> = (0..texts.len()).collect();
    let is_open = other.is_some();
    // Of an open one, any text will do.
    let expected = match texts.as_slice() {
        _ if is_open => TokenStream::new(),
        [one] => constant("__EXPECTED", &format!("`{one}`")),
        all => {
            let all: Vec<_> = all.iter().map(|t| t.as_str()).collect();
            constant("__EXPECTED", &format!("one of `{}`", all.join("`, `")))
        }
    };
    let ignoring_case = if ignore_case {
        let examples = tokens.iter().map(|(_, t)| t.clone());
        // In the other case.
        let others = tokens.iter().map(|(_, t)| match t.to_ascii_uppercase() {
            upper if upper == *t => t.to_ascii_lowercase(),
            upper => upper,
        });
        let examples = examples.chain(others);
        quote! {
            const __EXAMPLES: &'static [&'static str] = &[#(#examples),*];
            const __IGNORE_CASE: bool = true;
        }
    } else {
        TokenStream::new()
    };
    let token = quote!(#root::__private::token);
    let (text_type, text, other_position, unknown) = match &other {
        Some(other) => (
            quote!(&str),
            quote! {
                match self {
                    Self::#other(token) => token.as_str(),
                    token => #token::text(token),
                }
            },
            quote!(Self::#other(_) => ::core::option::Option::None,),
            quote!(::core::option::Option::Some(Self::#other(#root::OtherToken::__new(text)))),
        ),
        None => (
            quote!(&'static str),
            quote!(#token::text(self)),
            TokenStream::new(),
            quote!(::core::option::Option::None),
        ),
    };
    let conversion = match &other {
        Some(other) => quote! {
            #[automatically_derived]
            impl ::core::convert::From<&str> for #name {
                #[inline]
                fn from(text: &str) -> Self {
                    match #token::parse(text) {
                        ::core::option::Option::Some(token) => token,
                        ::core::option::Option::None => Self::#other(#root::OtherToken::__new(text)),
                    }
                }
            }

            /// Every text is a token.
            #[automatically_derived]
            impl ::core::str::FromStr for #name {
                type Err = ::core::convert::Infallible;

                #[inline]
                fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                    ::core::result::Result::Ok(::core::convert::From::from(text))
                }
            }
        },
        None => quote! {
            #[automatically_derived]
            impl ::core::str::FromStr for #name {
                type Err = #root::InvalidValue;

                #[inline]
                fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                    <Self as #root::Value>::parse(text)
                }
            }
        },
    };
    Ok(quote! {
        #[automatically_derived]
        impl #name {
            /// The token as it is written.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> #text_type {
                #text
            }
        }

        #[automatically_derived]
        impl #root::Token for #name {
            const TOKENS: &'static [&'static str] = &[#(#texts),*];
            const OPEN: bool = #is_open;
            #expected
            #ignoring_case

            #[inline]
            fn as_token(&self) -> &str {
                self.as_str()
            }

            #[inline]
            fn position(&self) -> ::core::option::Option<usize> {
                match self {
                    #(Self::#variants => ::core::option::Option::Some(#positions),)*
                    #other_position
                }
            }

            #[inline]
            fn __at(
                position: ::core::option::Option<usize>,
                text: &str,
            ) -> ::core::option::Option<Self> {
                match position {
                    #(::core::option::Option::Some(#positions) => ::core::option::Option::Some(Self::#variants),)*
                    _ => #unknown,
                }
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #conversion

        #root::__token!(#name);
    })
}

/// A constant of the trait that is a string.
fn constant(name: &str, text: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote!(const #name: &'static str = #text;)
}

/// `ItemNotFound` as `item-not-found`.
fn kebab(variant: &str) -> String {
    let mut token = String::new();
    for c in variant.chars() {
        if c.is_ascii_uppercase() && !token.is_empty() {
            token.push('-');
        }
        token.push(c.to_ascii_lowercase());
    }
    token
}
