//! What the derive cannot see, since only constants decide it: assertions that are evaluated while a program with a
//! derived type is compiled.

use crate::element::{
    AttributeField, ChildContent, ChildField, Choice, Description, Locals, Names, Namespaces,
};
use crate::namespace::{XML, XMLNS};

/// Asserts that an element can be written, and that a child or an attribute can get to each of its fields.
#[must_use]
pub const fn element(description: Description) -> Description {
    writable(&description.names, !description.prefix.is_empty());
    let mut attributes = description.attributes;
    while let [rest @ .., last] = attributes {
        assert!(
            !has_attribute(rest, last),
            "two fields are the same attribute"
        );
        assert!(
            last.prefix.is_empty()
                || !(last.namespace.is_empty()
                    || is_same(last.namespace, XML)
                    || is_same(last.namespace, XMLNS)),
            "no prefix of its own stands for the namespace of an attribute"
        );
        attributes = rest;
    }
    let mut children = description.children;
    while let [rest @ .., last] = children {
        if !matches!(last.content, ChildContent::Element(_)) {
            writable(&last.names, false);
        }
        assert!(
            is_free(&last.names, Before::Fields(rest, last.is_open())),
            "no child ever gets to one of the fields: one before it takes all of a name"
        );
        children = rest;
    }
    description
}

/// Asserts that each variant of a choice can be chosen.
#[must_use]
pub const fn choice(description: Description) -> Description {
    let mut choices = description.choices;
    while let [rest @ .., last] = choices {
        assert!(
            is_free(&last.names, Before::Choices(rest)),
            "no element ever gets to one of the variants: one before it takes all of a name"
        );
        choices = rest;
    }
    description
}

/// Asserts that there may be elements in the namespaces.
const fn writable(names: &Names, has_prefix: bool) {
    let Names::Of(namespaces, _) = names else {
        return;
    };
    let mut all = list(namespaces);
    while let [first, rest @ ..] = all {
        assert!(
            !is_same(first, XML),
            "no element is in the namespace of the prefix `xml`"
        );
        assert!(
            !is_same(first, XMLNS),
            "no element is in the namespace of the prefix `xmlns`"
        );
        assert!(
            !has_prefix || !first.is_empty(),
            "an element with a prefix is in a namespace"
        );
        all = rest;
    }
}

const fn has_attribute(mut fields: &[AttributeField], field: &AttributeField) -> bool {
    while let [first, rest @ ..] = fields {
        if is_same(first.name, field.name) && is_same(first.namespace, field.namespace) {
            return true;
        }
        fields = rest;
    }
    false
}

/// What gets an element before the one in question does.
#[derive(Clone, Copy)]
enum Before<'a> {
    /// The fields that are open, or those that are not.
    Fields(&'a [ChildField], bool),
    Choices(&'a [Choice]),
}

/// One of the namespaces that an element may be in.
#[derive(Clone, Copy)]
enum Namespace<'a> {
    Fixed(&'a str),
    Any,
    Parent(&'a [&'a str]),
}

/// Whether nothing before takes any of the names.
const fn is_free(names: &Names, before: Before<'_>) -> bool {
    match names {
        Names::Any => !is_taken(Namespace::Any, None, before),
        Names::Union(all) => {
            let mut all: &[&Names] = all;
            while let [first, rest @ ..] = all {
                if !is_free(first, before) {
                    return false;
                }
                all = rest;
            }
            true
        }
        Names::Of(Namespaces::Any, locals) => are_free(Namespace::Any, locals, before),
        Names::Of(Namespaces::Parent(parents), locals) => {
            are_free(Namespace::Parent(parents), locals, before)
        }
        Names::Of(namespaces, locals) => {
            let mut all = list(namespaces);
            while let [first, rest @ ..] = all {
                if !are_free(Namespace::Fixed(first), locals, before) {
                    return false;
                }
                all = rest;
            }
            true
        }
    }
}

const fn are_free(namespace: Namespace<'_>, locals: &Locals, before: Before<'_>) -> bool {
    let mut all: &[&str] = match locals {
        Locals::One(local) => core::slice::from_ref(local),
        Locals::OneOf(locals) => locals,
        Locals::Any(_) => return !is_taken(namespace, None, before),
    };
    while let [first, rest @ ..] = all {
        if is_taken(namespace, Some(first), before) {
            return false;
        }
        all = rest;
    }
    true
}

/// Whether something before takes the elements of this namespace that have this local name, or all of it.
const fn is_taken(namespace: Namespace<'_>, local: Option<&str>, before: Before<'_>) -> bool {
    match before {
        Before::Fields(mut fields, is_open) => {
            while let [first, rest @ ..] = fields {
                if first.is_open() == is_open && takes(&first.names, namespace, local) {
                    return true;
                }
                fields = rest;
            }
        }
        Before::Choices(mut choices) => {
            while let [first, rest @ ..] = choices {
                if takes(&first.names, namespace, local) {
                    return true;
                }
                choices = rest;
            }
        }
    }
    false
}

/// Whether all such elements are among those with the names. `false` where that depends on the parent.
const fn takes(names: &Names, namespace: Namespace<'_>, local: Option<&str>) -> bool {
    match names {
        Names::Any => true,
        Names::Union(all) => {
            let mut all: &[&Names] = all;
            while let [first, rest @ ..] = all {
                if takes(first, namespace, local) {
                    return true;
                }
                all = rest;
            }
            false
        }
        Names::Of(namespaces, locals) => {
            let local = match (locals, local) {
                (Locals::Any(_), _) => true,
                (Locals::One(_) | Locals::OneOf(_), None) => false,
                (Locals::One(one), Some(local)) => is_same(one, local),
                (Locals::OneOf(all), Some(local)) => contains(all, local),
            };
            local
                && match (namespaces, namespace) {
                    (Namespaces::Any, _) => true,
                    (_, Namespace::Any) => false,
                    (Namespaces::Parent(theirs), Namespace::Parent(ours)) => {
                        contain(theirs, ours) && contain(ours, theirs)
                    }
                    (Namespaces::Parent(_), _) => false,
                    (_, Namespace::Fixed(name)) => contains(list(namespaces), name),
                    (_, Namespace::Parent(ours)) => {
                        !ours.is_empty() && contain(list(namespaces), ours)
                    }
                }
        }
    }
}

const fn list(namespaces: &Namespaces) -> &[&'static str] {
    match namespaces {
        Namespaces::One(name) => core::slice::from_ref(name),
        Namespaces::OneOf(names) | Namespaces::Parent(names) => names,
        Namespaces::Any => &[],
    }
}

const fn contain(all: &[&str], mut some: &[&str]) -> bool {
    while let [first, rest @ ..] = some {
        if !contains(all, first) {
            return false;
        }
        some = rest;
    }
    true
}

const fn contains(mut all: &[&str], one: &str) -> bool {
    while let [first, rest @ ..] = all {
        if is_same(first, one) {
            return true;
        }
        all = rest;
    }
    false
}

/// Equality of texts, as far as a constant can have it.
const fn is_same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
        if *x != *y {
            return false;
        }
        (a, b) = (rest_a, rest_b);
    }
    a.is_empty() && b.is_empty()
}
