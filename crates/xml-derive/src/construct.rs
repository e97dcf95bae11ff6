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
    /// `new`, with its documentation, if given.
    pub(crate) new: Option<Option<String>>,
    /// The fields that are its parameters, where these are not just those that are required.
    pub(crate) parameters: Option<Vec<Ident>>,
    /// `with_…` for each field that is not required.
    pub(crate) with: bool,
}

pub(crate) fn expand(
    name: &Ident,
    visibility: &Visibility,
    wanted: &Wanted,
    parts: &[Part<'_>],
) -> syn::Result<TokenStream> {
    let new = match &wanted.new {
        Some(doc) => {
            let parameters = parameters(wanted, parts)?;
            let of = What {
                function: format_ident!("new"),
                shown: name.unraw().to_string(),
                path: quote!(Self),
                links: String::from("Self"),
            };
            Some(new(&of, visibility, doc.as_deref(), &parameters, parts))
        }
        None => None,
    };
    let setters = parts
        .iter()
        .filter(|part| wanted.with && !part.member.is_parameter())
        .filter_map(Part::setter);
    let all: Vec<_> = new.into_iter().chain(setters).collect();
    Ok(functions(name, &all))
}

/// The functions of a type.
pub(crate) fn functions(name: &Ident, all: &[TokenStream]) -> TokenStream {
    if all.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[automatically_derived]
        impl #name {
            #(#all)*
        }
    }
}

/// The constructor of a variant, which is named like it, if one is wanted.
pub(crate) fn of_variant(
    name: &Ident,
    variant: &Ident,
    visibility: &Visibility,
    wanted: &Wanted,
    parts: &[Part<'_>],
) -> syn::Result<Option<TokenStream>> {
    let Some(doc) = &wanted.new else {
        return Ok(None);
    };
    let parameters = parameters(wanted, parts)?;
    let of = What {
        function: format_ident!("{}", in_snake_case(&variant.unraw().to_string())),
        shown: format!("{}::{}", name.unraw(), variant.unraw()),
        path: quote!(Self::#variant),
        links: format!("Self::{}", variant.unraw()),
    };
    let new = new(&of, visibility, doc.as_deref(), &parameters, parts);
    Ok(Some(new))
}

fn in_snake_case(name: &str) -> String {
    let mut text = String::new();
    for (at, character) in name.char_indices() {
        if character.is_uppercase() && at > 0 {
            text.push('_');
        }
        text.extend(character.to_lowercase());
    }
    text
}

/// What a constructor makes.
struct What {
    function: Ident,
    /// Its name, to be read.
    shown: String,
    path: TokenStream,
    /// What its fields are found under in links.
    links: String,
}

/// The fields that `new` takes.
fn parameters<'p>(wanted: &Wanted, parts: &'p [Part<'p>]) -> syn::Result<Vec<&'p Part<'p>>> {
    let required = || parts.iter().filter(|part| part.member.is_parameter());
    let Some(names) = &wanted.parameters else {
        return Ok(required().collect());
    };
    if let Some(part) = required().find(|part| !names.contains(part.member.ident)) {
        let message = "this is required, so it is a parameter of `new`";
        return Err(syn::Error::new(part.member.ident.span(), message));
    }
    names
        .iter()
        .map(|name| {
            let is_it = |part: &&Part<'_>| {
                part.member.ident == name && !matches!(part.member.role, Role::Extra)
            };
            parts
                .iter()
                .find(is_it)
                .ok_or_else(|| syn::Error::new(name.span(), "there is no such field to set"))
        })
        .collect()
}

fn new(
    of: &What,
    visibility: &Visibility,
    doc: Option<&str>,
    parameters: &[&Part<'_>],
    parts: &[Part<'_>],
) -> TokenStream {
    let doc = doc.map_or_else(|| of_what(of, parameters), str::to_owned);
    let taken = parameters.iter().map(|part| {
        let (ident, ty) = (part.member.ident, part.parameter());
        quote!(#ident: #ty)
    });
    let fields = parts.iter().map(|part| {
        let ident = part.member.ident;
        if !parameters.iter().any(|p| p.member.ident == ident) {
            return quote!(#ident: ::core::default::Default::default());
        }
        let value = part.value();
        match part.member.shape {
            Shape::Once(_) => quote!(#ident: #value),
            Shape::Optional(_) => quote!(#ident: ::core::option::Option::Some(#value)),
            Shape::Many(_) => quote!(#ident: ::core::iter::Iterator::collect(#value)),
        }
    });
    let What { function, path, .. } = of;
    quote! {
        #[doc = #doc]
        #[must_use]
        #[inline]
        #visibility fn #function(#(#taken),*) -> Self {
            #path { #(#fields),* }
        }
    }
}

fn of_what(of: &What, required: &[&Part<'_>]) -> String {
    let (name, path) = (&of.shown, &of.links);
    let links: Vec<_> = required
        .iter()
        .map(|part| format!("[`{0}`]({path}::{0})", part.member.ident.unraw()))
        .collect();
    match links.as_slice() {
        [] => format!("A `{name}` with nothing in it."),
        links => format!("A `{name}` with {} and nothing else.", list(links)),
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
    /// The type of a parameter for the field: a text or an address is taken in every form that it may have.
    fn parameter(&self) -> TokenStream {
        let ty = self.member.shape.inner();
        match self.member.shape {
            Shape::Many(_) => quote!(impl ::core::iter::IntoIterator<Item = #ty>),
            _ if is_convertible(ty) => quote!(impl ::core::convert::Into<#ty>),
            _ => quote!(#ty),
        }
    }

    /// What the parameter, which is called like the field, becomes.
    fn value(&self) -> TokenStream {
        let ident = self.member.ident;
        match self.member.shape {
            Shape::Many(_) => quote!(::core::iter::IntoIterator::into_iter(#ident)),
            _ if is_convertible(self.member.shape.inner()) => {
                quote!(::core::convert::Into::into(#ident))
            }
            _ => quote!(#ident),
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
        let (parameter, value) = (self.parameter(), self.value());
        let (doc, set) = match self.member.shape {
            Shape::Many(_) => (
                format!("Adds these to [`{name}`](Self::{name})."),
                quote!(self.#ident.extend(#value)),
            ),
            Shape::Optional(_) => (
                format!("Sets [`{name}`](Self::{name})."),
                quote!(self.#ident = ::core::option::Option::Some(#value)),
            ),
            Shape::Once(_) => (
                format!("Sets [`{name}`](Self::{name})."),
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

/// Whether other types turn into this one: texts into a `String`, secret or not, addresses of each kind into a `Jid`.
fn is_convertible(ty: &Type) -> bool {
    let Type::Path(path) = ty else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|s| {
        ["String", "Secret", "Jid"]
            .iter()
            .any(|name| s.ident == name)
    })
}
