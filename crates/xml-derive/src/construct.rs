//! Constructors and setters: what can be said of a type by its fields alone.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Field, Type, Visibility};

use crate::element::{Member, Role, Shape};

/// A field of a struct with what it stands for.
pub(crate) struct Part<'a> {
    pub(crate) field: &'a Field,
    pub(crate) member: &'a Member<'a>,
}

/// What is asked for on the struct.
#[derive(Default)]
pub(crate) struct Wanted {
    /// `new`, with what its docs shall say, if that is told.
    pub(crate) new: Option<Option<String>>,
    /// `with_…` for each field that is not required.
    pub(crate) with: bool,
}

pub(crate) fn expand(
    name: &Ident,
    visibility: &Visibility,
    wanted: &Wanted,
    parts: &[Part<'_>],
) -> TokenStream {
    let new = wanted
        .new
        .as_ref()
        .map(|doc| new(name, visibility, doc.as_deref(), parts));
    let setters = parts
        .iter()
        .filter(|part| wanted.with && !part.is_required())
        .filter_map(Part::setter);
    let functions: Vec<_> = new.into_iter().chain(setters).collect();
    if functions.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[automatically_derived]
        impl #name {
            #(#functions)*
        }
    }
}

fn new(
    name: &Ident,
    visibility: &Visibility,
    doc: Option<&str>,
    parts: &[Part<'_>],
) -> TokenStream {
    let required: Vec<_> = parts.iter().filter(|part| part.is_required()).collect();
    let doc = doc.map_or_else(|| of_what(name, &required), str::to_owned);
    let parameters = required.iter().map(|part| {
        let (ident, ty) = (part.member.ident, parameter(&part.field.ty));
        quote!(#ident: #ty)
    });
    let fields = parts.iter().map(|part| {
        let ident = part.member.ident;
        if !part.is_required() {
            return quote!(#ident: ::core::default::Default::default());
        }
        if is_string(&part.field.ty) {
            quote!(#ident: ::core::convert::Into::into(#ident))
        } else {
            quote!(#ident)
        }
    });
    quote! {
        #[doc = #doc]
        #[must_use]
        #[inline]
        #visibility fn new(#(#parameters),*) -> Self {
            Self { #(#fields),* }
        }
    }
}

fn of_what(name: &Ident, required: &[&Part<'_>]) -> String {
    let links: Vec<_> = required
        .iter()
        .map(|part| format!("[`{0}`](Self::{0})", part.member.ident.unraw()))
        .collect();
    match links.as_slice() {
        [] => format!("A `{}` with nothing in it.", name.unraw()),
        links => format!(
            "A `{}` with {} and nothing else.",
            name.unraw(),
            list(links)
        ),
    }
}

/// `a`, `b` and `c`.
fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

impl Part<'_> {
    /// Whether the element has no meaning without it.
    fn is_required(&self) -> bool {
        match self.member.role {
            Role::Attribute { is_default, .. } => {
                !is_default && matches!(self.member.shape, Shape::Once(_))
            }
            Role::Child | Role::ChildText { .. } | Role::Text => {
                matches!(self.member.shape, Shape::Once(_))
            }
            Role::Namespace | Role::Name => true,
            Role::Flag { .. } | Role::Extra => false,
        }
    }

    fn setter(&self) -> Option<TokenStream> {
        if matches!(self.member.role, Role::Extra) {
            return None;
        }
        let visibility = &self.field.vis;
        let ident = self.member.ident;
        let name = ident.unraw().to_string();
        let setter = format_ident!("with_{}", name.strip_prefix("is_").unwrap_or(&name));
        let ty = self.member.shape.inner();
        let value = if is_string(ty) {
            quote!(::core::convert::Into::into(#ident))
        } else {
            quote!(#ident)
        };
        let (doc, parameter, set) = match self.member.shape {
            Shape::Many(_) => (
                format!("The same with these [`{name}`](Self::{name}) after those that are there."),
                quote!(impl ::core::iter::IntoIterator<Item = #ty>),
                quote!(self.#ident.extend(#ident)),
            ),
            Shape::Optional(_) => (
                format!("The same with this [`{name}`](Self::{name})."),
                parameter(ty),
                quote!(self.#ident = ::core::option::Option::Some(#value)),
            ),
            Shape::Once(_) => (
                format!("The same with this [`{name}`](Self::{name})."),
                parameter(ty),
                quote!(self.#ident = #value),
            ),
        };
        Some(quote! {
            #[doc = #doc]
            #[must_use]
            #[inline]
            #visibility fn #setter(mut self, #ident: #parameter) -> Self {
                #set;
                self
            }
        })
    }
}

/// The type of a parameter: a text is taken in every form that it may have.
fn parameter(ty: &Type) -> TokenStream {
    if is_string(ty) {
        quote!(impl ::core::convert::Into<#ty>)
    } else {
        quote!(#ty)
    }
}

fn is_string(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|s| s.ident == "String"))
}
