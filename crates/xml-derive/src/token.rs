//! Enums of tokens.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
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
    let positions = 0..texts.len();
    let numbers = 0..texts.len();
    let mut examples: Vec<_> = tokens.iter().map(|(_, t)| t.clone()).collect();
    if ignore_case {
        // In the other case.
        examples.extend(tokens.iter().map(|(_, t)| match t.to_ascii_uppercase() {
            upper if upper == *t => t.to_ascii_lowercase(),
            upper => upper,
        }));
    }
    let is_open = other.is_some();
    let expected = match texts.as_slice() {
        _ if is_open => "a token".to_owned(),
        [one] => format!("`{one}`"),
        all => format!(
            "one of `{}`",
            all.iter()
                .map(|t| t.as_str())
                .collect::<Vec<_>>()
                .join("`, `")
        ),
    };
    let other_token = other
        .iter()
        .map(|other| quote!(Self::#other(token) => token.as_str(),));
    let other_position = other
        .iter()
        .map(|other| quote!(Self::#other(_) => ::core::option::Option::None,));
    let unknown = match &other {
        Some(other) => {
            quote!(::core::result::Result::Ok(Self::#other(#root::OtherToken::__new(text))))
        }
        None => quote!(::core::result::Result::Err(#root::InvalidValue::new())),
    };
    let find = if ignore_case {
        quote!(find_ignoring_case)
    } else {
        quote!(find)
    };
    let text_type = if is_open {
        quote!(&str)
    } else {
        quote!(&'static str)
    };
    let conversion = match &other {
        Some(other) => quote! {
            impl ::core::convert::From<&str> for #name {
                #[inline]
                fn from(text: &str) -> Self {
                    match <Self as #root::Value>::parse(text) {
                        ::core::result::Result::Ok(token) => token,
                        ::core::result::Result::Err(_) => Self::#other(#root::OtherToken::__new(text)),
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
            pub fn as_str(&self) -> #text_type {
                match self {
                    #(Self::#variants => #texts,)*
                    #(#other_token)*
                }
            }
        }

        #[automatically_derived]
        impl #root::Value for #name {
            const EXPECTED: &'static str = #expected;
            const EXAMPLES: &'static [&'static str] = &[#(#examples),*];

            fn parse(text: &str) -> ::core::result::Result<Self, #root::InvalidValue> {
                match #root::__private::token::#find(text, <Self as #root::Token>::TOKENS) {
                    #(::core::option::Option::Some(#numbers) => ::core::result::Result::Ok(Self::#variants),)*
                    _ => #unknown,
                }
            }

            #[inline]
            fn write(&self, out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                out.write_str(self.as_str())
            }

            #[inline]
            fn as_text(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some(self.as_str())
            }

            #[inline]
            fn is_canonical(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        #[automatically_derived]
        impl #root::Token for #name {
            const TOKENS: &'static [&'static str] = &[#(#texts),*];
            const OPEN: bool = #is_open;

            #[inline]
            fn as_token(&self) -> &str {
                self.as_str()
            }

            #[inline]
            fn position(&self) -> ::core::option::Option<usize> {
                match self {
                    #(Self::#variants => ::core::option::Option::Some(#positions),)*
                    #(#other_position)*
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
