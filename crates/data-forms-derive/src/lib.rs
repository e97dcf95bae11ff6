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
mod root;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Data, DataStruct, DeriveInput, Expr, Field, Fields, LitStr, Path};

use crate::attribute::Entry;

/// Makes a struct stand for the forms of one `FORM_TYPE`.
///
/// The [page of this crate](crate) lists the attributes.
#[proc_macro_derive(FormType, attributes(form))]
pub fn derive_form_type(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    expand(&input)
        .unwrap_or_else(|e| e.to_compile_error())
        .into()
}

/// What stands on the struct.
struct Form {
    form_type: Expr,
    root: TokenStream,
}

impl Form {
    fn read(input: &DeriveInput) -> syn::Result<Self> {
        let mut form_type = None;
        let mut root: Option<Path> = None;
        for entry in attribute::entries(&input.attrs)? {
            match () {
                () if entry.is("form_type") => form_type = Some(entry.constant()?),
                () if entry.is("crate") => root = Some(entry.path()?),
                () => return entry.unknown("`form_type`, `crate`"),
            }
        }
        let Some(form_type) = form_type else {
            let message = "which forms? `#[form(form_type = \"urn:…\")]` says it";
            return Err(syn::Error::new_spanned(&input.ident, message));
        };
        let root = match root {
            Some(path) => quote!(#path),
            None => library()?,
        };
        Ok(Self { form_type, root })
    }
}

/// A field that stands for one of the form.
struct Answer<'a> {
    field: &'a Field,
    name: &'a Ident,
    var: LitStr,
    kind: Ident,
    options: Options,
    is_strict: bool,
    /// Whether an empty value is one of those that a list may have.
    has_empty: bool,
}

enum Options {
    None,
    /// The tokens of the type.
    Tokens,
    Listed(Vec<LitStr>),
}

/// What a field of the struct stands for.
enum Role<'a> {
    Source,
    Answer(Answer<'a>),
}

impl<'a> Role<'a> {
    fn read(field: &'a Field, name: &'a Ident) -> syn::Result<Self> {
        let mut is_source = false;
        let (mut var, mut kind) = (None, None);
        let mut options = Options::None;
        let (mut is_strict, mut has_empty) = (false, false);
        for entry in attribute::entries(&field.attrs)? {
            match () {
                () if entry.is("source") => {
                    entry.bare()?;
                    is_source = true;
                }
                () if entry.is("var") => var = Some(variable(&entry)?),
                () if entry.is("kind") => kind = Some(field_kind(&entry.string()?)?),
                () if entry.is("options") => {
                    options = match entry.strings()? {
                        Some(texts) => Options::Listed(texts.to_vec()),
                        None => Options::Tokens,
                    };
                }
                () if entry.is("strict") => {
                    entry.bare()?;
                    is_strict = true;
                }
                () if entry.is("empty") => {
                    entry.bare()?;
                    has_empty = true;
                }
                () => {
                    return entry.unknown("`var`, `kind`, `options`, `strict`, `empty`, `source`");
                }
            }
        }
        if let Some(kind) = kind
            .as_ref()
            .filter(|kind| has_empty && *kind != "ListMulti")
        {
            let message = "an empty value can be one of a `list-multi` only";
            return Err(syn::Error::new(kind.span(), message));
        }
        match (is_source, var, kind) {
            (true, None, None) if matches!(options, Options::None) && !is_strict && !has_empty => {
                Ok(Self::Source)
            }
            (true, ..) => {
                let message = "the field that holds the form stands for none in it";
                Err(syn::Error::new_spanned(field, message))
            }
            (false, Some(var), Some(kind)) => Ok(Self::Answer(Answer {
                field,
                name,
                var,
                kind,
                options,
                is_strict,
                has_empty,
            })),
            _ => {
                let message =
                    "which field of the form? `#[form(var = \"…\", kind = \"…\")]` says it";
                Err(syn::Error::new_spanned(field, message))
            }
        }
    }
}

fn expand(input: &DeriveInput) -> syn::Result<TokenStream> {
    if let Some(parameter) = input.generics.params.first() {
        let message = "`FormType` cannot be derived for a generic type";
        return Err(syn::Error::new_spanned(parameter, message));
    }
    let Data::Struct(DataStruct {
        fields: Fields::Named(fields),
        ..
    }) = &input.data
    else {
        let message = "`FormType` can be derived for structs with named fields";
        return Err(syn::Error::new_spanned(&input.ident, message));
    };
    let form = Form::read(input)?;
    let mut source = None;
    let mut answers: Vec<Answer<'_>> = Vec::new();
    for field in &fields.named {
        let Some(name) = &field.ident else { continue };
        match Role::read(field, name)? {
            Role::Source if source.is_some() => {
                let message = "only one field can hold the form";
                return Err(syn::Error::new_spanned(field, message));
            }
            Role::Source => source = Some(name),
            Role::Answer(answer) => {
                let var = answer.var.value();
                if answers.iter().any(|other| other.var.value() == var) {
                    let message = format!("the field `{var}` is there already");
                    return Err(syn::Error::new(answer.var.span(), message));
                }
                answers.push(answer);
            }
        }
    }
    let Some(source) = source else {
        let message =
            "a field must hold the form with all that the others do not say: `#[form(source)]`";
        return Err(syn::Error::new_spanned(&input.ident, message));
    };
    Ok(implementation(&input.ident, &form, source, &answers))
}

fn implementation(
    name: &Ident,
    form: &Form,
    source: &Ident,
    answers: &[Answer<'_>],
) -> TokenStream {
    let Form { form_type, root } = form;
    let constants = answers.iter().map(Answer::constant);
    let descriptions = answers.iter().map(|answer| answer.description(root));
    let fields: Vec<_> = answers.iter().map(|answer| answer.name).collect();
    // An error about the type of a field is shown there.
    let at = |field: &Field| Span::call_site().located_at(field.ty.span());
    let places = answers
        .iter()
        .map(|Answer { name, field, .. }| quote_spanned!(at(field)=> &mut value.#name));
    let values = answers
        .iter()
        .map(|Answer { name, field, .. }| quote_spanned!(at(field)=> &self.#name));
    quote! {
        #[automatically_derived]
        impl #name {
            #(#constants)*
        }

        #[automatically_derived]
        impl #root::FormType for #name {
            const FORM_TYPE: &'static str = #form_type;
            const FIELDS: &'static [#root::form_type::FieldDescription] = &[#(#descriptions),*];

            fn new(kind: #root::form::FormKind) -> Self {
                Self {
                    #(#fields: ::core::default::Default::default(),)*
                    #source: #root::form::Form::of_type(kind, <Self as #root::FormType>::FORM_TYPE),
                }
            }

            fn __read(reader: &mut #root::form_type::Reader<'_>) -> Self {
                let mut value = Self {
                    #(#fields: ::core::default::Default::default(),)*
                    #source: reader.form(),
                };
                reader.read(<Self as #root::FormType>::FIELDS, &mut [#(#places),*]);
                value
            }

            fn __write(&self, writer: &mut #root::form_type::Writer<'_>) {
                writer.write(<Self as #root::FormType>::FIELDS, &[#(#values),*]);
            }

            fn form(&self) -> &#root::form::Form {
                &self.#source
            }
        }
    }
}

impl Answer<'_> {
    /// The name of the field in the form, as a constant that is called like the field.
    fn constant(&self) -> TokenStream {
        let Self {
            field, name, var, ..
        } = self;
        let visibility = &field.vis;
        let constant = format_ident!("{}", name.unraw().to_string().to_uppercase());
        let doc = format!(
            "The name in the form of the field [`{0}`](Self::{0}).",
            name.unraw()
        );
        quote! {
            #[doc = #doc]
            #visibility const #constant: &'static str = #var;
        }
    }

    fn description(&self, root: &TokenStream) -> TokenStream {
        let Self {
            field,
            var,
            kind,
            options,
            is_strict,
            has_empty,
            ..
        } = self;
        let empty = has_empty.then(|| quote!(.empty()));
        let strict = is_strict.then(|| quote!(.strict()));
        let ty = &field.ty;
        let options = match options {
            Options::None => quote!(&[]),
            Options::Tokens => quote_spanned! {ty.span()=>
                <<#ty as #root::form_type::Values>::Item as #root::__private::Token>::TOKENS
            },
            Options::Listed(options) => quote!(&[#(#options),*]),
        };
        quote! {
            #root::form_type::FieldDescription::new(#var, #root::form::FieldKind::#kind, #options)#strict #empty
        }
    }
}

fn variable(entry: &Entry) -> syn::Result<LitStr> {
    let var = entry.string()?;
    match var.value().as_str() {
        "" => Err(syn::Error::new(var.span(), "a field has a name")),
        "FORM_TYPE" => {
            let message = "`FORM_TYPE` is what `form_type` on the struct says";
            Err(syn::Error::new(var.span(), message))
        }
        _ => Ok(var),
    }
}

/// The variant of `FieldKind` for a type of field.
fn field_kind(kind: &LitStr) -> syn::Result<Ident> {
    const KINDS: [(&str, &str); 10] = [
        ("boolean", "Boolean"),
        ("fixed", "Fixed"),
        ("hidden", "Hidden"),
        ("jid-multi", "JidMulti"),
        ("jid-single", "JidSingle"),
        ("list-multi", "ListMulti"),
        ("list-single", "ListSingle"),
        ("text-multi", "TextMulti"),
        ("text-private", "TextPrivate"),
        ("text-single", "TextSingle"),
    ];
    let text = kind.value();
    match KINDS.iter().find(|(name, _)| *name == text) {
        Some((_, variant)) => Ok(Ident::new(variant, kind.span())),
        None => {
            let names = KINDS.map(|(name, _)| format!("`{name}`")).join(", ");
            let message = format!("`{text}` is no type of a field; these are: {names}");
            Err(syn::Error::new(kind.span(), message))
        }
    }
}

/// The path of the crate `xmpp-data-forms` where the crate that is compiled has it.
fn library() -> syn::Result<TokenStream> {
    const WAYS: &[root::Way] = &[("xmpp-data-forms", ""), ("xmpp-stanzas", "::data_forms")];
    let error = |message: &str| syn::Error::new(Span::call_site(), message);
    let path = root::find(WAYS).map_err(|message| error(&message))?;
    path.parse()
        .map_err(|_| error("the name of a dependency is not that of a crate"))
}
