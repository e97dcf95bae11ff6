//! Enums that are a choice between elements: variants that hold an element type, and variants that are one, with its fields
//! in place.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{DataEnum, DeriveInput, Fields, FieldsNamed, Type, Variant, Visibility};

use crate::attribute;
use crate::construct;
use crate::element::{self, Code, Container, Member};
use crate::{Enum, on_enum, places};

const VARIANT_KEYS: &str = "`namespace`, `name`, `prefix`, `new`, `parameters`, `json`";

/// A variant, and which elements it is for.
struct Choice<'a> {
    variant: &'a Ident,
    /// The key in JSON.
    key: String,
    content: Content<'a>,
}

enum Content<'a> {
    /// `Variant(Type)`, perhaps with a local name of its own.
    Type(&'a Type, Option<String>),
    /// `Variant { … }`.
    Fields(Box<InPlace<'a>>),
}

/// The fields of a variant.
struct InPlace<'a> {
    fields: &'a FieldsNamed,
    container: Container,
    members: Vec<Member<'a>>,
}

impl<'a> Choice<'a> {
    fn of(variant: &'a Variant, on: &Enum) -> syn::Result<Self> {
        let mut key = None;
        let content = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let mut local = None;
                for entry in attribute::entries(&variant.attrs)? {
                    match () {
                        () if entry.is("name") => local = Some(entry.name()?),
                        () if entry.is("json") => key = Some(entry.key()?),
                        () => {
                            return entry.unknown(
                                "`name`, `json`; beside it the type of the field says which element it is",
                            );
                        }
                    }
                }
                let ty = fields.unnamed.first().map(|field| &field.ty);
                ty.map(|ty| Content::Type(ty, local))
            }
            Fields::Named(fields) => {
                let of = InPlace::of(variant, fields, on)?;
                key.clone_from(&of.container.key);
                Some(Content::Fields(Box::new(of)))
            }
            _ => None,
        };
        let content = content.ok_or_else(|| {
            let message = "a variant of a choice holds one element type, `Variant(Type)`, or has the fields of an \
                           element in place, `Variant { … }`, at least `#[xml(extra)] extra: Extra`";
            syn::Error::new_spanned(variant, message)
        })?;
        Ok(Self {
            variant: &variant.ident,
            key: key.unwrap_or_else(|| variant.ident.unraw().to_string()),
            content,
        })
    }
}

impl<'a> InPlace<'a> {
    fn of(variant: &'a Variant, fields: &'a FieldsNamed, on: &Enum) -> syn::Result<Self> {
        let mut container = element::container(&variant.attrs, VARIANT_KEYS)?;
        let members = element::members(fields)?;
        if container.namespaces.all.is_empty() && !members.iter().any(Member::is_namespace) {
            if on.namespaces.all.is_empty() {
                let message = "say the namespace of the element: `#[xml(namespace = …)]` on the enum or on the variant";
                return Err(syn::Error::new_spanned(&variant.ident, message));
            }
            container.namespaces = on.namespaces.clone();
        }
        element::check(&variant.ident, &container, &members)?;
        Ok(Self {
            fields,
            container,
            members,
        })
    }
}

/// What is made of a variant.
struct Made {
    /// Constants and statics for the rest.
    items: TokenStream,
    /// The path of a constant: the names of its elements.
    names: TokenStream,
    /// A `fn() -> &'static Description`.
    description: TokenStream,
    read: TokenStream,
    /// An arm of a `match` of the value.
    write: TokenStream,
}

pub(crate) fn expand(input: &DeriveInput, data: &DataEnum) -> syn::Result<TokenStream> {
    let on = on_enum(&input.attrs, false)?;
    let (root, name) = (&on.root, &input.ident);
    let choices = data
        .variants
        .iter()
        .map(|variant| Choice::of(variant, &on))
        .collect::<syn::Result<Vec<_>>>()?;
    if choices.is_empty() {
        return Err(syn::Error::new_spanned(
            name,
            "there is nothing to choose from",
        ));
    }
    let has_fields = |choice: &Choice<'_>| matches!(choice.content, Content::Fields(_));
    if let (false, Some(namespace)) = (choices.iter().any(has_fields), on.namespaces.all.first()) {
        let message = "the types of the variants say their namespaces; `namespace` is for variants with fields in place";
        return Err(syn::Error::new_spanned(namespace, message));
    }
    let type_name = name.to_string();
    let made: Vec<_> = choices
        .iter()
        .enumerate()
        .map(|(number, choice)| choice.expand(number, name, root))
        .collect();
    let items = made.iter().map(|made| &made.items);
    let names: Vec<_> = made.iter().map(|made| &made.names).collect();
    let descriptions = made.iter().map(|made| &made.description);
    let reads = made.iter().map(|made| &made.read);
    let writes = made.iter().map(|made| &made.write);
    let mut keys = Vec::new();
    for choice in &choices {
        if keys.contains(&&choice.key) {
            let message = format!("the key `{}` of JSON has a variant already", choice.key);
            return Err(syn::Error::new_spanned(choice.variant, message));
        }
        keys.push(&choice.key);
    }
    let from = choices.iter().filter_map(|choice| choice.from(name));
    let new = choices
        .iter()
        .filter_map(|choice| choice.constructor(name, &input.vis).transpose())
        .collect::<syn::Result<Vec<_>>>()?;
    let new = construct::functions(name, &new);
    let exchanged = choices.iter().map(Choice::exchanged);
    let places = places(root, name);
    let numbers = 0..choices.len();
    Ok(quote! {
        const _: () = {
            #(#items)*

            static DESCRIPTION: #root::Description =
                #root::__private::check::choice(#root::Description::choice(
                    #type_name,
                    <#name as #root::Element>::NAMES,
                    &[#(#root::Choice::new(#keys, #names, #descriptions)),*],
                )
                .placed(#places));

            #[automatically_derived]
            impl #root::Element for #name {
                const NAMES: #root::Names = #root::Names::Union(&[#(&#names),*]);

                fn description() -> &'static #root::Description {
                    &DESCRIPTION
                }

                fn read(
                    node: #root::Node<'_>,
                    context: &mut #root::Context<'_>,
                ) -> ::core::result::Result<Self, #root::Error> {
                    match #root::__private::read::choice(&node, &DESCRIPTION) {
                        #(::core::option::Option::Some(#numbers) => { #reads })*
                        _ => ::core::result::Result::Err(
                            #root::__private::read::wrong_element(&node, &DESCRIPTION),
                        ),
                    }
                }

                fn write(&self, writer: &mut #root::Writer) {
                    match self {
                        #(#writes)*
                    }
                }

                #root::__variants!(#(#exchanged),*);
            }
        };

        #(#from)*

        #new

        #root::__element!(#name);
    })
}

impl Choice<'_> {
    fn expand(&self, number: usize, name: &Ident, root: &TokenStream) -> Made {
        let variant = self.variant;
        match &self.content {
            Content::Type(ty, local) => Made {
                items: TokenStream::new(),
                names: match local {
                    None => quote!(<#ty as #root::Element>::NAMES),
                    Some(local) => quote!(<#ty as #root::Element>::NAMES.named(#local)),
                },
                description: quote!(<#ty as #root::Element>::description),
                read: quote! {
                    <#ty as #root::Element>::read(node, context).map(Self::#variant)
                },
                write: quote! {
                    Self::#variant(element) => <#ty as #root::Element>::write(element, writer),
                },
            },
            Content::Fields(of) => {
                let code = Code {
                    name,
                    variant: Some((variant, number)),
                    container: &of.container,
                    members: &of.members,
                    root: root.clone(),
                };
                let type_name = format!("{}::{}", name.unraw(), variant.unraw());
                let names = format_ident!("NAMES_{number}");
                let description = code.description_name();
                let (given, read, write) = (code.names(), code.read(), code.write());
                let described = code.description(&type_name, &quote!(#names), &TokenStream::new());
                let idents = of.members.iter().map(|m| m.ident);
                let variables = of.members.iter().map(Member::variable);
                Made {
                    items: quote! {
                        const #names: #root::Names = #given;
                        #described
                    },
                    names: quote!(#names),
                    description: quote!(|| &#description),
                    read,
                    write: quote! {
                        Self::#variant { #(#idents: #variables),* } => { #write }
                    },
                }
            }
        }
    }

    /// The conversion from the type, where the type alone says which variant it is.
    fn from(&self, name: &Ident) -> Option<TokenStream> {
        let Content::Type(ty, None) = &self.content else {
            return None;
        };
        let variant = self.variant;
        Some(quote! {
            #[automatically_derived]
            impl ::core::convert::From<#ty> for #name {
                fn from(element: #ty) -> Self {
                    Self::#variant(element)
                }
            }
        })
    }

    /// The constructor, if one is wanted.
    fn constructor(
        &self,
        name: &Ident,
        visibility: &Visibility,
    ) -> syn::Result<Option<TokenStream>> {
        let Content::Fields(of) = &self.content else {
            return Ok(None);
        };
        let parts = element::parts(of.fields, &of.members);
        construct::of_variant(name, self.variant, visibility, &of.container.wanted, &parts)
    }

    /// What the edges are given to exchange fields.
    fn exchanged(&self) -> TokenStream {
        let variant = self.variant;
        match &self.content {
            Content::Type(..) => quote!(#variant),
            Content::Fields(of) => {
                let fields = of.members.iter().map(|member| {
                    let (ident, one) = (member.ident, member.variable());
                    let other = format_ident!("other_{}", ident.unraw());
                    quote!(#ident #one #other)
                });
                quote!(#variant { #(#fields),* })
            }
        }
    }
}
