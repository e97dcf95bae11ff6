//! Enums that are a choice between element types.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{DataEnum, DeriveInput, Fields, Type};

use crate::attribute;
use crate::{Enum, on_enum, places};

pub(crate) fn expand(input: &DeriveInput, data: &DataEnum) -> syn::Result<TokenStream> {
    let Enum { root, .. } = on_enum(&input.attrs, false)?;
    let mut choices: Vec<(&Ident, &Type, Option<String>)> = Vec::new();
    for variant in &data.variants {
        let mut local = None;
        for entry in attribute::entries(&variant.attrs)? {
            match () {
                () if entry.is("name") => local = Some(entry.name()?),
                () => {
                    return entry.unknown(
                        "`name`; beside it the type of the field says which element it is",
                    );
                }
            }
        }
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                choices.extend(
                    fields
                        .unnamed
                        .first()
                        .map(|f| (&variant.ident, &f.ty, local)),
                );
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
    let variants: Vec<_> = choices.iter().map(|(v, ..)| v).collect();
    let variant_names: Vec<_> = variants.iter().map(|v| v.unraw().to_string()).collect();
    let types: Vec<_> = choices.iter().map(|(_, t, _)| t).collect();
    let names: Vec<_> = choices
        .iter()
        .map(|(_, ty, local)| match local {
            None => quote!(<#ty as #root::Element>::NAMES),
            Some(local) => quote!(<#ty as #root::Element>::NAMES.named(#local)),
        })
        .collect();
    // Where the name says which variant it is, the type alone does not.
    let by_type = choices.iter().filter(|(.., local)| local.is_none());
    let from = by_type.map(|(variant, ty, _)| {
        quote! {
            #[automatically_derived]
            impl ::core::convert::From<#ty> for #name {
                fn from(element: #ty) -> Self {
                    Self::#variant(element)
                }
            }
        }
    });
    let places = places(&root, name);
    let numbers = 0..choices.len();
    Ok(quote! {
        const _: () = {
            static DESCRIPTION: #root::Description =
                #root::__private::check::choice(#root::Description::choice(
                    #type_name,
                    <#name as #root::Element>::NAMES,
                    &[#(#root::Choice::new(
                        #variant_names,
                        #names,
                        <#types as #root::Element>::description,
                    )),*],
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
                        #(::core::option::Option::Some(#numbers) => {
                            <#types as #root::Element>::read(node, context).map(Self::#variants)
                        })*
                        _ => ::core::result::Result::Err(
                            #root::__private::read::wrong_element(&node, &DESCRIPTION),
                        ),
                    }
                }

                fn write(&self, writer: &mut #root::Writer) {
                    match self {
                        #(Self::#variants(element) => <#types as #root::Element>::write(element, writer),)*
                    }
                }

                #root::__variants!(#(#variants),*);
            }
        };

        #(#from)*

        #root::__element!(#name);
    })
}
