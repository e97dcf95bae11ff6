//! Enums that are a choice between element types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{DataEnum, DeriveInput, Fields, Path, Type};

use crate::attribute;
use crate::root;

pub(crate) fn expand(input: &DeriveInput, data: &DataEnum) -> syn::Result<TokenStream> {
    let mut crate_path: Option<Path> = None;
    for entry in attribute::entries(&input.attrs)? {
        match () {
            () if entry.is("crate") => crate_path = Some(entry.path()?),
            () => return entry.unknown("`crate`"),
        }
    }
    let root = root(crate_path.as_ref());
    let mut choices: Vec<(&Ident, &Type)> = Vec::new();
    for variant in &data.variants {
        if let Some(entry) = attribute::entries(&variant.attrs)?.first() {
            return entry.unknown("none; the type of the field says which element it is");
        }
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                choices.extend(fields.unnamed.first().map(|f| (&variant.ident, &f.ty)));
            }
            _ => {
                let message = "a variant of a choice holds one element type: `Variant(Type)`";
                return Err(syn::Error::new_spanned(variant, message));
            }
        }
    }
    if choices.is_empty() {
        return Err(syn::Error::new_spanned(
            &input.ident,
            "there is nothing to choose from",
        ));
    }
    let name = &input.ident;
    let type_name = name.to_string();
    let variants: Vec<_> = choices.iter().map(|(v, _)| v).collect();
    let types: Vec<_> = choices.iter().map(|(_, t)| t).collect();
    Ok(quote! {
        #[automatically_derived]
        impl #root::Element for #name {
            const NAMES: #root::Names = #root::Names::Union(&[#(&<#types as #root::Element>::NAMES),*]);

            fn description() -> &'static #root::Description {
                static DESCRIPTION: #root::Description = #root::Description::choice(
                    #type_name,
                    <#name as #root::Element>::NAMES,
                    &[#(<#types as #root::Element>::description),*],
                );
                &DESCRIPTION
            }

            fn read(
                node: #root::Node<'_>,
                context: &mut #root::Context<'_>,
            ) -> ::core::result::Result<Self, #root::Error> {
                #(if #root::__private::read::is_choice::<#types>(&node) {
                    return <#types as #root::Element>::read(node, context).map(Self::#variants);
                })*
                ::core::result::Result::Err(#root::__private::read::wrong_element::<Self>(&node))
            }

            fn write(&self, writer: &mut #root::Writer) {
                match self {
                    #(Self::#variants(element) => <#types as #root::Element>::write(element, writer),)*
                }
            }
        }

        #(
            #[automatically_derived]
            impl ::core::convert::From<#types> for #name {
                fn from(element: #types) -> Self {
                    Self::#variants(element)
                }
            }
        )*

        #root::__element!(#name);
    })
}
