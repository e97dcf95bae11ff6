//! Structs that stand for an element.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{
    Attribute, DataStruct, DeriveInput, Expr, Field, Fields, FieldsNamed, GenericArgument, Index,
    Path, PathArguments, Type,
};

use crate::attribute::{self, Entry, Given};
use crate::construct::{self, Part, Wanted};
use crate::{places, root};

const STRUCT_KEYS: &str =
    "`namespace`, `name`, `prefix`, `new`, `parameters`, `with`, `derive`, `crate`";

const FIELD_KEYS: &str = "`attribute`, `lang`, `child`, `child_text`, `flag`, `text`, `extra`, `namespace`, `name`, \
                          with `default`, `required`, `strict`, `json = …` and `namespace = …` beside them";

/// What the `#[xml(…)]` of the struct, or of the variant, says.
#[derive(Default)]
pub(crate) struct Container {
    pub(crate) crate_path: Option<Path>,
    pub(crate) namespaces: NamespacesGiven,
    pub(crate) name: Option<String>,
    /// The key of a variant in JSON, where it is not its name.
    pub(crate) key: Option<String>,
    prefix: Option<String>,
    pub(crate) wanted: Wanted,
    /// The traits of the standard library to implement.
    traits: Vec<Ident>,
}

/// `namespace = NS` or `namespace = [A, B]`; empty where it is not given.
#[derive(Clone, Default)]
pub(crate) struct NamespacesGiven {
    pub(crate) all: Vec<Expr>,
    is_list: bool,
}

impl NamespacesGiven {
    pub(crate) fn of(entry: Entry) -> syn::Result<Self> {
        let given = match entry.value {
            Some(Given::One(one)) => Self {
                all: vec![one],
                is_list: false,
            },
            Some(Given::List(list, span)) if list.is_empty() => {
                return Err(syn::Error::new(span, "name at least one namespace"));
            }
            Some(Given::List(all, _)) => Self { all, is_list: true },
            Some(Given::Names(_)) | None => {
                let message = "`namespace` takes a constant, a string or a list of them";
                return Err(syn::Error::new(entry.key.span(), message));
            }
        };
        given.all.iter().try_for_each(attribute::check_namespace)?;
        Ok(given)
    }
}

/// How often a field's value is there, and the type of one.
pub(crate) enum Shape<'a> {
    Once(&'a Type),
    Optional(&'a Type),
    Many(&'a Type),
}

pub(crate) enum Role {
    Attribute {
        /// With its prefix, if it has one.
        name: String,
        /// Where the prefix is not `xml`.
        namespace: Option<Expr>,
        is_default: bool,
        /// Optional only where invalid values are kept.
        is_required: bool,
    },
    Child,
    ChildText {
        name: String,
        namespace: Option<Expr>,
    },
    Flag {
        name: String,
        namespace: Option<Expr>,
    },
    Text,
    Extra,
    Namespace {
        /// Whether `new` takes the default.
        is_default: bool,
    },
    Name,
}

pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    ty: &'a Type,
    pub(crate) shape: Shape<'a>,
    pub(crate) role: Role,
    /// Whether what is invalid is an error even where such is kept.
    is_strict: bool,
    /// The key in JSON, where it is not the name of the field.
    key: Option<String>,
}

pub(crate) fn expand(input: &DeriveInput, data: &DataStruct) -> syn::Result<TokenStream> {
    let Fields::Named(fields) = &data.fields else {
        return Err(syn::Error::new_spanned(
            &input.ident,
            "an element needs named fields",
        ));
    };
    let container = container(&input.attrs, STRUCT_KEYS)?;
    let members = members(fields)?;
    check(&input.ident, &container, &members)?;
    let parts = parts(fields, &members);
    let functions = construct::expand(&input.ident, &input.vis, &container.wanted, &parts)?;
    let code = Code {
        name: &input.ident,
        variant: None,
        container: &container,
        members: &members,
        root: root(container.crate_path.as_ref())?,
    };
    let element = code.expand();
    Ok(quote!(#element #functions))
}

pub(crate) fn members(fields: &FieldsNamed) -> syn::Result<Vec<Member<'_>>> {
    fields.named.iter().map(member).collect()
}

pub(crate) fn parts<'a>(fields: &'a FieldsNamed, members: &'a [Member<'a>]) -> Vec<Part<'a>> {
    let parts = fields.named.iter().zip(members);
    parts
        .map(|(field, member)| Part { field, member })
        .collect()
}

/// Reads what stands on a struct or a variant, where these keys are known.
pub(crate) fn container(attributes: &[Attribute], known: &str) -> syn::Result<Container> {
    let mut container = Container::default();
    for entry in attribute::entries(attributes)? {
        if !known.contains(&format!("`{}`", entry.key)) {
            return entry.unknown(known);
        }
        match () {
            () if entry.is("crate") => container.crate_path = Some(entry.path()?),
            () if entry.is("name") => container.name = Some(entry.name()?),
            () if entry.is("json") => container.key = Some(entry.key()?),
            () if entry.is("prefix") => {
                let prefix = entry.name()?;
                attribute::check_prefix(&prefix, entry.string()?.span())?;
                container.prefix = Some(prefix);
            }
            () if entry.is("namespace") => container.namespaces = NamespacesGiven::of(entry)?,
            () if entry.is("new") => {
                container.wanted.new = Some(match &entry.value {
                    None => None,
                    Some(_) => Some(entry.string()?.value()),
                });
            }
            () if entry.is("parameters") => {
                container.wanted.parameters = Some(entry.identifiers()?);
            }
            () if entry.is("with") => {
                entry.bare()?;
                container.wanted.with = true;
            }
            () if entry.is("derive") => {
                container.traits = entry.traits(&["Debug", "PartialEq", "Eq"])?;
            }
            () => return entry.unknown(known),
        }
    }
    if let (None, Some([name, ..])) = (
        &container.wanted.new,
        container.wanted.parameters.as_deref(),
    ) {
        let message = "`parameters` goes with `new`";
        return Err(syn::Error::new(name.span(), message));
    }
    Ok(container)
}

fn member(field: &Field) -> syn::Result<Member<'_>> {
    let Some(ident) = &field.ident else {
        return Err(syn::Error::new_spanned(
            field,
            "an element needs named fields",
        ));
    };
    let mut role: Option<Role> = None;
    let mut is_default = None;
    let mut is_required = None;
    let mut is_strict = None;
    let mut key = None;
    let mut namespace = None;
    let mut prefixes = Vec::new();
    let own_name = || ident.unraw().to_string();
    for entry in attribute::entries(&field.attrs)? {
        let one = match () {
            () if entry.is("attribute") => {
                let name = match &entry.value {
                    None => own_name(),
                    Some(_) => entry.string()?.value(),
                };
                let local = name.split_once(':').map_or(&*name, |(prefix, local)| {
                    prefixes.push((prefix.to_owned(), entry.key.span()));
                    local
                });
                attribute::check_name(local, entry.key.span())?;
                Role::Attribute {
                    name,
                    namespace: None,
                    is_default: false,
                    is_required: false,
                }
            }
            () if entry.is("lang") => {
                entry.bare()?;
                Role::Attribute {
                    name: "xml:lang".to_owned(),
                    namespace: None,
                    is_default: false,
                    is_required: false,
                }
            }
            () if entry.is("child") => {
                entry.bare()?;
                Role::Child
            }
            () if entry.is("child_text") => {
                let name = if entry.value.is_none() {
                    own_name()
                } else {
                    entry.name()?
                };
                Role::ChildText {
                    name,
                    namespace: None,
                }
            }
            () if entry.is("flag") => {
                let name = if entry.value.is_none() {
                    own_name()
                } else {
                    entry.name()?
                };
                Role::Flag {
                    name,
                    namespace: None,
                }
            }
            () if entry.is("text") => {
                entry.bare()?;
                Role::Text
            }
            () if entry.is("extra") => {
                entry.bare()?;
                Role::Extra
            }
            () if entry.is("name") => {
                entry.bare()?;
                Role::Name
            }
            () if entry.is("namespace") && entry.value.is_none() => {
                Role::Namespace { is_default: false }
            }
            () if entry.is("namespace") => {
                let expression = entry.expression()?;
                attribute::check_namespace(&expression)?;
                namespace = Some(expression);
                continue;
            }
            () if entry.is("default") => {
                entry.bare()?;
                is_default = Some(entry.key.span());
                continue;
            }
            () if entry.is("required") => {
                entry.bare()?;
                is_required = Some(entry.key.span());
                continue;
            }
            () if entry.is("strict") => {
                entry.bare()?;
                is_strict = Some(entry.key.span());
                continue;
            }
            () if entry.is("json") => {
                key = Some(entry.key()?);
                continue;
            }
            () => return entry.unknown(FIELD_KEYS),
        };
        if role.replace(one).is_some() {
            return Err(syn::Error::new(entry.key.span(), "a field has one role"));
        }
    }
    let Some(mut role) = role else {
        return Err(syn::Error::new_spanned(
            ident,
            format!("say what this field is, with `#[xml(…)]`: {FIELD_KEYS}"),
        ));
    };
    match (&mut role, &namespace) {
        (_, None) => {}
        (Role::ChildText { namespace: of, .. } | Role::Flag { namespace: of, .. }, Some(_)) => {
            of.clone_from(&namespace);
        }
        (Role::Attribute { namespace: of, .. }, Some(_)) if !prefixes.is_empty() => {
            *of = namespace.clone();
        }
        (_, Some(expression)) => {
            let message = "`namespace = …` goes with `child_text`, `flag` and an attribute that has a prefix: \
                           `attribute = \"p:name\"`";
            return Err(syn::Error::new_spanned(expression, message));
        }
    }
    for (prefix, span) in prefixes {
        match (&*prefix, &namespace) {
            ("xml", None) => {}
            (_, None) => {
                let message =
                    format!("say the namespace that `{prefix}` stands for: `namespace = …`");
                return Err(syn::Error::new(span, message));
            }
            (_, Some(_)) => {
                attribute::check_name(&prefix, span)?;
                attribute::check_prefix(&prefix, span)?;
            }
        }
    }
    match (&mut role, is_default) {
        (_, None) => {}
        (Role::Attribute { is_default, .. } | Role::Namespace { is_default }, Some(_)) => {
            *is_default = true;
        }
        (_, Some(span)) => {
            let message = "`default` goes with `attribute` and `namespace`";
            return Err(syn::Error::new(span, message));
        }
    }
    match (&mut role, is_required) {
        (_, None) => {}
        (Role::Attribute { is_required, .. }, Some(_)) => *is_required = true,
        (_, Some(span)) => return Err(syn::Error::new(span, "`required` goes with `attribute`")),
    }
    if let (Role::Flag { .. } | Role::Extra | Role::Namespace { .. } | Role::Name, Some(span)) =
        (&role, is_strict)
    {
        let message = "`strict` goes with `attribute`, `lang`, `child`, `child_text` and `text`";
        return Err(syn::Error::new(span, message));
    }
    Ok(Member {
        ident,
        ty: &field.ty,
        shape: shape(&field.ty),
        role,
        is_strict: is_strict.is_some(),
        key,
    })
}

/// Takes `Option<T>` and `Vec<T>` apart, under whatever path they are named.
fn shape(ty: &Type) -> Shape<'_> {
    let Type::Path(path) = ty else {
        return Shape::Once(ty);
    };
    let Some(last) = path.path.segments.last() else {
        return Shape::Once(ty);
    };
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return Shape::Once(ty);
    };
    match (last.ident.to_string().as_str(), arguments.args.first()) {
        ("Option", Some(GenericArgument::Type(inner))) => Shape::Optional(inner),
        ("Vec", Some(GenericArgument::Type(inner))) => Shape::Many(inner),
        _ => Shape::Once(ty),
    }
}

/// Checks what a struct or a variant of this name says as a whole.
pub(crate) fn check(
    name: &Ident,
    container: &Container,
    members: &[Member<'_>],
) -> syn::Result<()> {
    for namespace in &container.namespaces.all {
        if container.prefix.is_some() && attribute::is_empty(namespace) {
            let message = "an element with a prefix is in a namespace";
            return Err(syn::Error::new_spanned(namespace, message));
        }
    }
    let of = |wanted: fn(&Role) -> bool| members.iter().filter(move |m| wanted(&m.role));
    let at_most_one = |wanted: fn(&Role) -> bool, key: &str| match of(wanted).nth(1) {
        None => Ok(()),
        Some(second) => Err(syn::Error::new_spanned(
            second.ident,
            format!("only one field can be `{key}`"),
        )),
    };
    at_most_one(|r| matches!(r, Role::Extra), "extra")?;
    at_most_one(|r| matches!(r, Role::Text), "text")?;
    at_most_one(|r| matches!(r, Role::Name), "name")?;
    at_most_one(|r| matches!(r, Role::Namespace { .. }), "namespace")?;
    if of(|r| matches!(r, Role::Extra)).next().is_none() {
        let message =
            "an element needs a field `#[xml(extra)] extra: Extra` for what it does not name";
        return Err(syn::Error::new_spanned(name, message));
    }
    match (of(|r| matches!(r, Role::Name)).next(), &container.name) {
        (None, None) => {
            return Err(syn::Error::new_spanned(
                name,
                "name the element: `#[xml(name = \"…\")]`",
            ));
        }
        (Some(field), Some(_)) => {
            let message = "the element has a fixed name, so no field can hold it";
            return Err(syn::Error::new_spanned(field.ident, message));
        }
        _ => {}
    }
    match (
        of(|r| matches!(r, Role::Namespace { .. })).next(),
        container.namespaces.all.first(),
    ) {
        (None, None) => {
            let message = "say the namespace of the element: `#[xml(namespace = …)]`";
            return Err(syn::Error::new_spanned(name, message));
        }
        (Some(field), Some(_)) => {
            let message = "the element has a fixed namespace, so no field can hold it";
            return Err(syn::Error::new_spanned(field.ident, message));
        }
        _ => {}
    }
    check_names(members)?;
    check_keys(members)?;
    for member in members {
        let wrong = match (&member.role, &member.shape) {
            (Role::Attribute { .. } | Role::Text, Shape::Many(ty)) if is_byte(ty) => {
                Some("bytes are `Base64` or `Hex` in XML; both hold a `Vec<u8>`")
            }
            (Role::Attribute { .. }, Shape::Many(_)) => Some("an attribute is there once at most"),
            (
                Role::Attribute {
                    is_default: true, ..
                },
                Shape::Optional(_),
            ) => Some("an optional attribute has no default; drop the `Option` or the `default`"),
            (
                Role::Attribute {
                    is_required: true, ..
                },
                Shape::Once(_),
            ) => Some(
                "an attribute that is no `Option` is required anyway; drop the `required`, or the field is an \
                 `Option`, which is `None` where invalid values are kept",
            ),
            (Role::Text, Shape::Many(_)) => Some("there is one text"),
            (Role::Flag { .. }, Shape::Optional(_) | Shape::Many(_)) => Some("a flag is a `bool`"),
            (Role::Namespace { .. } | Role::Name, Shape::Optional(_) | Shape::Many(_)) => {
                Some("an element has one name in one namespace")
            }
            _ => None,
        };
        if let Some(message) = wrong {
            return Err(syn::Error::new_spanned(member.ident, message));
        }
    }
    Ok(())
}

fn is_byte(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("u8"))
}

/// Refuses two fields of one name, as far as what is written out says it; the rest is a constant assertion.
fn check_names(members: &[Member<'_>]) -> syn::Result<()> {
    let mut names = Vec::new();
    for member in members {
        let (name, what) = match &member.role {
            Role::Attribute { name, .. } => (name.clone(), format!("the attribute `{name}`")),
            Role::ChildText { name, namespace } | Role::Flag { name, namespace } => (
                format!("<{name} xmlns={}>", quote!(#namespace)),
                format!("the child `{name}`"),
            ),
            _ => continue,
        };
        if names.contains(&name) {
            let message = format!("{what} has a field already");
            return Err(syn::Error::new_spanned(member.ident, message));
        }
        names.push(name);
    }
    Ok(())
}

/// Refuses two fields of one key in JSON.
fn check_keys(members: &[Member<'_>]) -> syn::Result<()> {
    let mut keys = Vec::new();
    for member in members {
        let key = member.field_name();
        if keys.contains(&key) {
            let message = format!("the key `{key}` of JSON has a field already");
            return Err(syn::Error::new_spanned(member.ident, message));
        }
        keys.push(key);
    }
    Ok(())
}

/// The code of a struct, or of a variant that has fields.
pub(crate) struct Code<'a> {
    /// The name of the type.
    pub(crate) name: &'a Ident,
    /// The variant, with its number.
    pub(crate) variant: Option<(&'a Ident, usize)>,
    pub(crate) container: &'a Container,
    pub(crate) members: &'a [Member<'a>],
    pub(crate) root: TokenStream,
}

impl<'a> Code<'a> {
    fn expand(&self) -> TokenStream {
        let Self { name, root, .. } = self;
        let names = self.names();
        let places = places(root, name);
        let description = self.description(
            &name.to_string(),
            &quote!(<#name as #root::Element>::NAMES),
            &quote!(.placed(#places)),
        );
        let (read, write) = (self.read(), self.write());
        let (visit, traits) = (self.visit(), self.traits());
        let fields = self.members.iter().map(|m| m.ident);
        quote! {
            const _: () = {
                #description

                #[automatically_derived]
                impl #root::Element for #name {
                    const NAMES: #root::Names = #names;

                    fn description() -> &'static #root::Description {
                        &DESCRIPTION
                    }

                    fn read(
                        node: #root::Node<'_>,
                        context: &mut #root::Context<'_>,
                    ) -> ::core::result::Result<Self, #root::Error> {
                        #read
                    }

                    #[inline(never)]
                    fn write(&self, writer: &mut #root::Writer) {
                        #write
                    }

                    #visit

                    #root::__fields!(#(#fields),*);
                }
            };

            #traits

            #root::__element!(#name);
        }
    }

    /// The function that passes on the fields, if a trait needs it.
    fn visit(&self) -> TokenStream {
        let root = &self.root;
        if self.container.traits.is_empty() {
            return TokenStream::new();
        }
        let compare = quote!(#root::__private::compare);
        // As the description names them.
        let fields = self
            .of(|r| matches!(r, Role::Namespace { .. }))
            .chain(self.of(|r| matches!(r, Role::Name)))
            .chain(self.attributes())
            .chain(self.of(|r| matches!(r, Role::Text)))
            .chain(self.children())
            .map(|(_, member)| {
                let ident = member.ident;
                match member.shape {
                    Shape::Optional(_) => quote!(#compare::optional(&self.#ident)),
                    _ => quote!(#compare::given(&self.#ident)),
                }
            });
        let extra = self.extra();
        quote! {
            #[inline]
            fn __fields<W: #compare::Way>(&self, visitor: &mut dyn #compare::Visitor<W>) {
                visitor.visit(&[#(#fields),*], &self.#extra);
            }
        }
    }

    /// The traits of the standard library that are asked for.
    fn traits(&self) -> TokenStream {
        let Self { name, root, .. } = self;
        let compare = quote!(#root::__private::compare);
        let traits = self.container.traits.iter().map(|wanted| match wanted {
            wanted if wanted == "Debug" => quote! {
                #[automatically_derived]
                impl ::core::fmt::Debug for #name {
                    #[inline]
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        #compare::show(self, f)
                    }
                }
            },
            wanted if wanted == "PartialEq" => quote! {
                #[automatically_derived]
                impl ::core::cmp::PartialEq for #name {
                    #[inline]
                    fn eq(&self, other: &Self) -> bool {
                        #compare::equal(self, other)
                    }
                }
            },
            _ => quote! {
                #[automatically_derived]
                impl ::core::cmp::Eq for #name {}
            },
        });
        quote!(#(#traits)*)
    }

    /// The static that holds the description.
    pub(crate) fn description_name(&self) -> Ident {
        match self.variant {
            Some((_, number)) => format_ident!("DESCRIPTION_{number}"),
            None => format_ident!("DESCRIPTION"),
        }
    }

    /// The static that describes the element, with these names.
    pub(crate) fn description(
        &self,
        type_name: &str,
        names: &TokenStream,
        placed: &TokenStream,
    ) -> TokenStream {
        let root = &self.root;
        let attributes = self.attribute_fields();
        let children = self.child_fields();
        let text = self.text_field();
        let namespace_field = told_by(self.namespace_field());
        let name_field = told_by(self.name_field());
        let is_namespaced = |role: &Role| {
            matches!(
                role,
                Role::Attribute {
                    namespace: Some(_),
                    ..
                }
            )
        };
        let tags = match (&self.container.prefix, &self.container.name) {
            (Some(prefix), _) => quote!(.prefixed(#prefix)),
            // Such an attribute needs a prefix, which may have to be declared.
            _ if self.members.iter().any(|m| is_namespaced(&m.role)) => TokenStream::new(),
            (None, Some(name)) => tagged(name),
            (None, None) => TokenStream::new(),
        };
        let description = quote! {
            #root::Description::new(
                #type_name,
                #names,
                &[#(#attributes),*],
                &[#(#children),*],
                #text,
            )
            .told_by(#namespace_field, #name_field)
            #tags
            #placed
        };
        // A field may name the type as `Self`, which a static does not know.
        let description = spelt_out(description, self.name);
        let name = self.description_name();
        quote! {
            static #name: #root::Description = #root::__private::check::element(#description);
        }
    }

    /// What a value is made with: `Self`, or a variant of it.
    fn made(&self) -> TokenStream {
        match self.variant {
            Some((variant, _)) => quote!(Self::#variant),
            None => quote!(Self),
        }
    }

    /// A field of the value that is written; those of a variant have been matched.
    fn given(&self, member: &Member<'_>) -> TokenStream {
        if self.variant.is_some() {
            let variable = member.variable();
            quote!(*#variable)
        } else {
            let ident = member.ident;
            quote!(self.#ident)
        }
    }

    fn of(&self, wanted: fn(&Role) -> bool) -> impl Iterator<Item = (u16, &'a Member<'a>)> {
        self.members
            .iter()
            .filter(move |m| wanted(&m.role))
            .enumerate()
            .map(|(slot, m)| (slot as u16, m))
    }

    fn attributes(&self) -> impl Iterator<Item = (u16, &'a Member<'a>)> {
        self.of(|r| matches!(r, Role::Attribute { .. }))
    }

    fn children(&self) -> impl Iterator<Item = (u16, &'a Member<'a>)> {
        self.of(|r| matches!(r, Role::Child | Role::ChildText { .. } | Role::Flag { .. }))
    }

    fn field_of(&self, wanted: fn(&Role) -> bool) -> Option<&'a Member<'a>> {
        self.of(wanted).next().map(|(_, m)| m)
    }

    fn namespace_field(&self) -> Option<&'a Member<'a>> {
        self.field_of(|r| matches!(r, Role::Namespace { .. }))
    }

    fn name_field(&self) -> Option<&'a Member<'a>> {
        self.field_of(|r| matches!(r, Role::Name))
    }

    pub(crate) fn names(&self) -> TokenStream {
        let Self {
            root, container, ..
        } = self;
        let NamespacesGiven {
            all: namespaces,
            is_list,
        } = &container.namespaces;
        let of = match (self.namespace_field(), namespaces.first()) {
            (Some(field), _) => {
                let ty = field.shape.inner();
                quote!(#root::Namespaces::OneOf(<#ty as #root::Token>::TOKENS))
            }
            (None, Some(one)) if !is_list => quote!(#root::Namespaces::One(#one)),
            _ => quote!(#root::Namespaces::Parent(&[#(#namespaces),*])),
        };
        let locals = match (self.name_field(), &container.name) {
            (Some(field), _) => {
                let ty = field.shape.inner();
                quote!(if <#ty as #root::Token>::OPEN {
                    #root::Locals::Any(<#ty as #root::Token>::TOKENS)
                } else {
                    #root::Locals::OneOf(<#ty as #root::Token>::TOKENS)
                })
            }
            (None, name) => quote!(#root::Locals::One(#name)),
        };
        quote!(#root::Names::Of(#of, #locals))
    }

    /// The namespace of a child that is a plain field: its own, or else that of the element.
    fn leaf_namespace(&self, own: Option<&Expr>) -> TokenStream {
        let Self {
            root, container, ..
        } = self;
        let fixed = own.or_else(|| {
            let given = &container.namespaces;
            given.all.first().filter(|_| !given.is_list)
        });
        match fixed {
            Some(namespace) => quote!(#root::Namespaces::One(#namespace)),
            None => quote!(#root::Namespaces::Parent(&[])),
        }
    }

    fn attribute_fields(&self) -> Vec<TokenStream> {
        let root = &self.root;
        let fields = self.attributes().map(|(_, member)| {
            let Role::Attribute {
                name,
                namespace,
                is_default,
                is_required,
            } = &member.role
            else {
                return TokenStream::new();
            };
            let field = member.field_name();
            let ty = member.shape.inner();
            let strict = member.strict();
            let (prefix, local) = name.split_once(':').unwrap_or(("", name));
            let (namespace, prefixed) = match (namespace, prefix) {
                (Some(namespace), _) => (quote!(#namespace), quote!(.prefixed(#prefix))),
                (None, "") => (quote!(""), TokenStream::new()),
                (None, _) => (quote!(#root::namespace::XML), TokenStream::new()),
            };
            let occurs = if *is_default {
                quote!(Default)
            } else if *is_required {
                quote!(Expected)
            } else {
                member.shape.occurs()
            };
            let opening = format!(" {name}='");
            quote!(#root::AttributeField::new(
                #field,
                #namespace,
                #local,
                #opening,
                #root::TextForm::of::<#ty>(),
                #root::Occurs::#occurs,
            )#prefixed #strict)
        });
        fields.collect()
    }

    fn child_fields(&self) -> Vec<TokenStream> {
        let root = &self.root;
        let fields = self.children().map(|(_, member)| {
            let field = member.field_name();
            let ty = member.shape.inner();
            let (names, content) = match &member.role {
                Role::ChildText { name, namespace } => {
                    let namespace = self.leaf_namespace(namespace.as_ref());
                    (
                        quote!(#root::Names::Of(#namespace, #root::Locals::One(#name))),
                        quote!(Text(#root::TextForm::of::<#ty>())),
                    )
                }
                Role::Flag { name, namespace } => {
                    let namespace = self.leaf_namespace(namespace.as_ref());
                    (
                        quote!(#root::Names::Of(#namespace, #root::Locals::One(#name))),
                        quote!(Flag),
                    )
                }
                _ => (
                    quote!(<#ty as #root::Element>::NAMES),
                    quote!(Element(<#ty as #root::Element>::description)),
                ),
            };
            let occurs = match member.role {
                Role::Flag { .. } => quote!(Optional),
                _ => member.shape.occurs(),
            };
            let tags = match &member.role {
                Role::ChildText { name, .. } | Role::Flag { name, .. } => tagged(name),
                _ => TokenStream::new(),
            };
            let strict = member.strict();
            quote!(#root::ChildField::new(
                #field,
                #names,
                #root::Occurs::#occurs,
                #root::ChildContent::#content,
            )#tags #strict)
        });
        fields.collect()
    }

    fn text_field(&self) -> TokenStream {
        let root = &self.root;
        let Some(member) = self.field_of(|r| matches!(r, Role::Text)) else {
            return quote!(::core::option::Option::None);
        };
        let (field, ty, occurs) = (
            member.field_name(),
            member.shape.inner(),
            member.shape.occurs(),
        );
        let strict = member.strict();
        quote!(::core::option::Option::Some(#root::TextField::new(
            #field,
            #root::TextForm::of::<#ty>(),
            #root::Occurs::#occurs,
        )#strict))
    }

    /// The function that reads: it makes places for the fields, has them filled and puts the value together. Where nothing
    /// is required, the places are those in the value; else they are in a draft, a tuple.
    pub(crate) fn read(&self) -> TokenStream {
        let root = &self.root;
        let read = quote!(#root::__private::read);
        let description = self.description_name();
        let made = self.made();
        let is_complete = self.members.iter().all(|m| !m.is_awaited());
        // The fields of a variant are not at hand once it is made.
        let is_whole = is_complete && self.variant.is_none();
        let drafted: Vec<_> = self.members.iter().filter(|m| !m.is_of_name()).collect();
        let at = |member: &Member<'_>| {
            let at = drafted.iter().position(|m| m.ident == member.ident);
            at.map(Index::from)
        };
        let place = |member: &Member<'_>| {
            if is_whole {
                let ident = member.ident;
                return quote!(value.#ident);
            }
            let at = at(member);
            quote!(draft.#at)
        };
        let attributes = self.attributes().map(|(_, member)| {
            let place = place(member);
            match member.role {
                Role::Attribute {
                    is_default: true, ..
                } => {
                    quote!(#read::Attribute::new(&mut #read::Defaulted(&mut #place)))
                }
                _ => quote!(#read::Attribute::new(&mut #place)),
            }
        });
        let children = self.children().map(|(_, member)| {
            let place = place(member);
            match member.role {
                Role::ChildText { .. } => quote!(#read::Slot::text(&mut #place)),
                Role::Flag { .. } => quote!(#read::Slot::flag(&mut #place)),
                _ => quote!(#read::Slot::element(&mut #place)),
            }
        });
        let text = match self.field_of(|r| matches!(r, Role::Text)) {
            Some(member) => {
                let place = place(member);
                quote!(::core::option::Option::Some(&mut #place))
            }
            None => quote!(::core::option::Option::None),
        };
        // The name of the element, which is there before anything in it is read.
        let told = self.members.iter().filter_map(|member| {
            let of_name = match member.role {
                Role::Namespace { .. } => quote!(namespace),
                Role::Name => quote!(name),
                _ => return None,
            };
            let variable = member.variable();
            Some(quote! {
                let #variable = #read::told(&node, &#description, node.#of_name())?;
            })
        });
        let extra = self.field_of(|r| matches!(r, Role::Extra)).map(place);
        let fill = quote! {
            #read::element(&node, context, &#description, #read::Slots {
                attributes: &mut [#(#attributes),*],
                children: &mut [#(#children),*],
                text: #text,
                extra: &mut #extra,
            })
        };
        let idents = self.members.iter().map(|member| member.ident);
        if is_whole {
            let empties = self.members.iter().map(|member| member.empty(root));
            quote! {
                #(#told)*
                let mut read: ::core::result::Result<Self, #root::Error> =
                    ::core::result::Result::Ok(Self { #(#idents: #empties),* });
                if let ::core::result::Result::Ok(value) = &mut read {
                    if let ::core::result::Result::Err(error) = #fill {
                        return ::core::result::Result::Err(error);
                    }
                }
                read
            }
        } else {
            let types = drafted.iter().map(|member| {
                let ty = member.ty;
                if member.is_awaited() {
                    quote!(::core::option::Option<#ty>)
                } else {
                    quote!(#ty)
                }
            });
            let empties = drafted.iter().map(|member| member.empty(root));
            let (found, taken): (Vec<_>, Vec<_>) = drafted
                .iter()
                .filter(|member| member.is_awaited())
                .map(|member| {
                    let at = at(member);
                    (member.variable(), quote!(draft.#at.take()))
                })
                .unzip();
            let values = self.members.iter().map(|member| {
                if member.is_awaited() || member.is_of_name() {
                    let variable = member.variable();
                    return quote!(#variable);
                }
                let at = at(member);
                quote!(::core::mem::take(&mut draft.#at))
            });
            let complete = (!is_complete).then(|| {
                quote! {
                    let (#(::core::option::Option::Some(#found),)*) = (#(#taken,)*) else {
                        return ::core::result::Result::Err(#read::incomplete(&node, &#description));
                    };
                }
            });
            // The fields are taken out of the draft, which is then forgotten as a whole: where a part of it is moved, the
            // compiler puts the code that drops each of the others into each way out.
            quote! {
                #(#told)*
                let mut draft: (#(#types,)*) = (#(#empties,)*);
                if let ::core::result::Result::Err(error) = #fill {
                    return ::core::result::Result::Err(error);
                }
                #complete
                let value = #made { #(#idents: #values),* };
                ::core::mem::forget(draft);
                ::core::result::Result::Ok(value)
            }
        }
    }

    /// The function that writes: it hands over the fields.
    pub(crate) fn write(&self) -> TokenStream {
        let root = &self.root;
        let write = quote!(#root::__private::write);
        let description = self.description_name();
        let extra = match self.field_of(|r| matches!(r, Role::Extra)) {
            Some(member) => self.given(member),
            None => TokenStream::new(),
        };
        let namespace = match self.namespace_field() {
            Some(field) => {
                let given = self.given(field);
                quote!(::core::option::Option::Some(#write::fixed(&#given)))
            }
            None => quote!(::core::option::Option::None),
        };
        let local = match self.name_field() {
            Some(field) => {
                let given = self.given(field);
                quote!(::core::option::Option::Some(#root::Token::as_token(&#given)))
            }
            None => quote!(::core::option::Option::None),
        };
        let value = |member: &Member<'_>| {
            let given = self.given(member);
            match member.shape {
                Shape::Optional(_) => quote!(#write::optional(&#given)),
                _ => quote!(::core::option::Option::Some(&#given)),
            }
        };
        let attributes = self.attributes().map(|(slot, member)| {
            let given = self.given(member);
            match member.role {
                Role::Attribute {
                    is_default: true, ..
                } => {
                    quote!(#write::defaulted(#slot, &#given, &#extra))
                }
                _ => value(member),
            }
        });
        let children = self.children().map(|(_, member)| {
            let given = self.given(member);
            match (&member.role, &member.shape) {
                (Role::ChildText { .. }, Shape::Many(_)) => {
                    quote!(#write::Source::Texts(&#given))
                }
                (Role::ChildText { .. }, _) => {
                    let value = value(member);
                    quote!(#write::Source::Text(#value))
                }
                (Role::Flag { .. }, _) => quote!(#write::Source::Flag(#given)),
                _ => quote!(#write::Source::Elements(#write::Elements::given(&#given))),
            }
        });
        let text = match self.field_of(|r| matches!(r, Role::Text)) {
            Some(member) => value(member),
            None => quote!(::core::option::Option::None),
        };
        quote! {
            #write::element(writer, &#write::Parts {
                description: &#description,
                namespace: #namespace,
                name: #local,
                attributes: &[#(#attributes),*],
                children: &[#(#children),*],
                text: #text,
                extra: &#extra,
            });
        }
    }

    /// The field that is the `Extra`; `check` has seen to it that there is one.
    fn extra(&self) -> Ident {
        self.field_of(|r| matches!(r, Role::Extra))
            .map_or_else(|| format_ident!("extra"), |m| m.ident.clone())
    }
}

/// The same tokens with the name of the type for `Self`.
fn spelt_out(tokens: TokenStream, name: &Ident) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => {
            let mut name = name.clone();
            name.set_span(ident.span());
            TokenTree::Ident(name)
        }
        TokenTree::Group(group) => {
            let inner = spelt_out(group.stream(), name);
            let mut spelt = Group::new(group.delimiter(), inner);
            spelt.set_span(group.span());
            TokenTree::Group(spelt)
        }
        other => other,
    });
    tokens.collect()
}

/// What gives the description of an element or a child its tags.
fn tagged(name: &str) -> TokenStream {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    quote!(.tagged(#start, #end))
}

/// The name of a field, if there is one.
fn told_by(field: Option<&Member<'_>>) -> TokenStream {
    match field.map(Member::field_name) {
        Some(name) => quote!(::core::option::Option::Some(#name)),
        None => quote!(::core::option::Option::None),
    }
}

impl<'a> Shape<'a> {
    pub(crate) fn inner(&self) -> &'a Type {
        match self {
            Self::Once(ty) | Self::Optional(ty) | Self::Many(ty) => ty,
        }
    }

    fn occurs(&self) -> TokenStream {
        match self {
            Self::Once(_) => quote!(Once),
            Self::Optional(_) => quote!(Optional),
            Self::Many(_) => quote!(Many),
        }
    }
}

impl Member<'_> {
    fn field_name(&self) -> String {
        let key = self.key.clone();
        key.unwrap_or_else(|| self.ident.unraw().to_string())
    }

    /// Whether it holds the namespace of the element.
    pub(crate) fn is_namespace(&self) -> bool {
        matches!(self.role, Role::Namespace { .. })
    }

    /// What makes the description of a field that of a strict one.
    fn strict(&self) -> TokenStream {
        if self.is_strict {
            quote!(.strict())
        } else {
            TokenStream::new()
        }
    }

    /// Whether there is no value of the type without one of the field.
    pub(crate) fn is_required(&self) -> bool {
        match self.role {
            Role::Attribute { is_default, .. } => {
                !is_default && matches!(self.shape, Shape::Once(_))
            }
            Role::Child | Role::ChildText { .. } | Role::Text => {
                matches!(self.shape, Shape::Once(_))
            }
            Role::Namespace { .. } | Role::Name => true,
            Role::Flag { .. } | Role::Extra => false,
        }
    }

    /// Whether it is the namespace or the local name, which are there before anything in the element is read.
    fn is_of_name(&self) -> bool {
        matches!(self.role, Role::Namespace { .. } | Role::Name)
    }

    /// Whether it must be found in the element.
    fn is_awaited(&self) -> bool {
        self.is_required() && !self.is_of_name()
    }

    /// Whether `new` has to be given the field.
    pub(crate) fn is_parameter(&self) -> bool {
        self.is_required() && !matches!(self.role, Role::Namespace { is_default: true })
    }

    /// What stands in the place of the field's value before it is read.
    fn empty(&self, root: &TokenStream) -> TokenStream {
        match (&self.role, &self.shape) {
            (Role::Extra, _) => quote!(#root::Extra::new()),
            (Role::Flag { .. }, _) => quote!(false),
            (Role::Namespace { .. } | Role::Name, _) => {
                let variable = self.variable();
                quote!(#variable)
            }
            (
                Role::Attribute {
                    is_default: true, ..
                },
                _,
            ) => {
                quote!(::core::default::Default::default())
            }
            (_, Shape::Many(_)) => quote!(#root::__private::Vec::new()),
            _ => quote!(::core::option::Option::None),
        }
    }

    /// The variable that holds the field's value while it is read.
    pub(crate) fn variable(&self) -> Ident {
        format_ident!("field_{}", self.ident.unraw())
    }
}
