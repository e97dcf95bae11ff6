#![doc = include_str!("../README.md")]
#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod attribute;
mod choice;
mod construct;
mod element;
mod root;
mod token;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Fields, Path};

use element::NamespacesGiven;

/// Derives a type for an element, for a choice between elements, or for a token.
///
/// The [page of this crate](crate) lists the attributes.
#[proc_macro_derive(Xml, attributes(xml))]
pub fn derive_xml(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input)
        .unwrap_or_else(|e| e.to_compile_error())
        .into()
}

fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    if let Some(parameter) = input.generics.params.first() {
        return Err(syn::Error::new_spanned(
            parameter,
            "`Xml` cannot be derived for a generic type",
        ));
    }
    match &input.data {
        Data::Struct(data) => element::expand(input, data),
        Data::Enum(data) => {
            let is = |wanted: fn(&Fields) -> bool| data.variants.iter().any(|v| wanted(&v.fields));
            if is(|f| matches!(f, Fields::Unit)) && !is(|f| matches!(f, Fields::Named(_))) {
                token::expand(input, data)
            } else {
                choice::expand(input, data)
            }
        }
        Data::Union(data) => Err(syn::Error::new_spanned(
            data.union_token,
            "`Xml` can be derived for structs and enums",
        )),
    }
}

/// The path of the crate `xmpp-xml`: as it is named, or where the crate that is compiled has it.
fn root(named: Option<&Path>) -> syn::Result<TokenStream> {
    const WAYS: &[root::Way] = &[("xmpp-xml", ""), ("xmpp-stanzas", "::xml")];
    if let Some(path) = named {
        return Ok(quote!(#path));
    }
    let error = |message: &str| syn::Error::new(Span::call_site(), message);
    let path = root::find(WAYS).map_err(|message| error(&message))?;
    path.parse()
        .map_err(|_| error("the name of a dependency is not that of a crate"))
}

/// Where the element may stand, as the registry of its crate says, if it is in one.
fn places(root: &TokenStream, name: &syn::Ident) -> TokenStream {
    quote! {{
        #[allow(unused_imports, reason = "what the registry says goes before it")]
        use #root::__private::Unplaced as _;
        <#name>::XML_PLACES
    }}
}

/// What stands on an enum.
struct Enum {
    root: TokenStream,
    /// Whether its tokens are compared without case.
    ignore_case: bool,
    /// The namespace of its variants with fields.
    namespaces: NamespacesGiven,
}

fn on_enum(attributes: &[Attribute], is_token: bool) -> syn::Result<Enum> {
    let mut crate_path = None;
    let mut ignore_case = false;
    let mut namespaces = NamespacesGiven::default();
    for entry in attribute::entries(attributes)? {
        match () {
            () if entry.is("crate") => crate_path = Some(entry.path()?),
            () if entry.is("ignore_case") && is_token => {
                entry.bare()?;
                ignore_case = true;
            }
            () if is_token => return entry.unknown("`ignore_case`, `crate`"),
            () if entry.is("namespace") => namespaces = NamespacesGiven::of(entry)?,
            () => return entry.unknown("`namespace`, `crate`"),
        }
    }
    Ok(Enum {
        root: root(crate_path.as_ref())?,
        ignore_case,
        namespaces,
    })
}
