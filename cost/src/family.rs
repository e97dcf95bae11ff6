//! Families: a way to make an input of any size, and what is done with it.

use std::sync::Arc;

use crate::address::{self, ADDRESSES};
use crate::carrier::carriers;
use crate::grammar::{Caps, Shape, shapes};
use crate::operation::{self, Operation};
use crate::random::Random;
use crate::stream::{self, HEADERS};
use crate::vectors::{Vector, vectors};

/// A way to make an input of any size.
pub struct Family {
    /// What it is.
    pub name: String,
    make: Box<dyn Fn(usize) -> String + Send + Sync>,
}

impl core::fmt::Debug for Family {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.name)
    }
}

impl Family {
    /// The input of about `n` bytes.
    #[must_use]
    pub fn input(&self, n: usize) -> String {
        (self.make)(n)
    }
}

/// Families and what is done with each.
#[derive(Debug)]
#[non_exhaustive]
pub struct Group {
    /// The families.
    pub families: Vec<Family>,
    /// What is done with each.
    pub operations: Vec<Operation>,
    /// Of the pairs of a family and an operation, one of so many is taken; and the seed for which ones.
    share: u64,
    seed: u64,
}

impl Group {
    /// The families, each with the operations that are taken.
    pub fn pairs(&self) -> impl Iterator<Item = (&Family, impl Iterator<Item = &Operation>)> {
        self.families.iter().map(move |family| {
            let mut random = Random(self.seed ^ hash(&family.name));
            let operations = self.operations.iter();
            (
                family,
                operations.filter(move |_| random.next().is_multiple_of(self.share)),
            )
        })
    }
}

/// How much of all that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "all or some")]
pub enum Extent {
    /// Each part of the grammar in some carrier, each carrier with some part, chosen by a seed.
    Some(u64),
    /// Each part of the grammar in each carrier.
    All,
}

/// How many carriers are for what is done with elements as they stand.
const OPAQUE: u64 = 3;

/// All families with what is done with them.
#[must_use]
pub fn groups(extent: Extent, caps: Caps) -> Vec<Group> {
    let shapes: Vec<Arc<Shape>> = shapes().into_iter().map(Arc::new).collect();
    let mut all = Vec::new();
    for (number, carrier) in (0..).zip(carriers()) {
        let tree = Arc::new(carrier.tree);
        // The first are for what is done with elements as they stand: each part of the grammar is in one of them.
        let parts: Vec<Arc<Shape>> = match extent {
            Extent::Some(seed) if number < OPAQUE => {
                let is_here = |shape: &&Arc<Shape>| (seed ^ hash(&shape.name)) % OPAQUE == number;
                shapes.iter().filter(is_here).cloned().collect()
            }
            _ => chosen(&shapes, extent, &carrier.name, 20),
        };
        let families = parts
            .into_iter()
            .map(|shape| {
                let (tree, target) = (tree.clone(), carrier.target);
                Family {
                    name: format!("{} @ {}", shape.name, carrier.name),
                    make: Box::new(move |n| shape.fragment(n, &caps).put(&tree, target)),
                }
            })
            .collect();
        all.push(Group {
            families,
            operations: (carrier.operations)(),
            share: share(extent, 4),
            seed: seed(extent),
        });
    }
    for Vector { entry, tree } in vectors() {
        let len = tree.len();
        let tree = Arc::new(tree);
        let mut random = Random(seed(extent) ^ hash(entry.type_name()));
        let parts: Vec<Arc<Shape>> = match extent {
            Extent::Some(_) => (0..2)
                .map(|_| shapes[random.below(shapes.len())].clone())
                .collect(),
            Extent::All => shapes.clone(),
        };
        let families = parts
            .into_iter()
            .map(|shape| {
                let tree = tree.clone();
                let target = if extent == Extent::All && random.below(2) == 0 {
                    0
                } else {
                    random.below(len)
                };
                Family {
                    name: format!("{} @ {}, element {target}", shape.name, entry.type_name()),
                    make: Box::new(move |n| shape.fragment(n, &caps).put(&tree, target)),
                }
            })
            .collect();
        all.push(Group {
            families,
            operations: operation::entry(entry),
            share: 1,
            seed: seed(extent),
        });
    }
    all.push(streams(&shapes, extent, caps));
    all.push(Group {
        families: ADDRESSES
            .into_iter()
            .map(|(name, make)| Family {
                name: format!("address/{name}"),
                make: Box::new(make),
            })
            .collect(),
        operations: address::operations(),
        share: 1,
        seed: seed(extent),
    });
    all
}

fn streams(shapes: &[Arc<Shape>], extent: Extent, caps: Caps) -> Group {
    let mut families: Vec<Family> = stream::streams()
        .into_iter()
        .map(|(name, make)| Family {
            name,
            make: Box::new(move |n| make(n, &caps)),
        })
        .collect();
    let carrier = &carriers()[1];
    let tree = Arc::new(carrier.tree.clone());
    for (header, headed) in HEADERS {
        families.extend(chosen(shapes, extent, headed, 16).into_iter().map(|shape| {
            let tree = tree.clone();
            Family {
                name: format!("{} @ a stanza after {headed}", shape.name),
                make: Box::new(move |n| {
                    let element = shape.fragment(n, &caps).put(&tree, 0);
                    stream::around(&element, header, &caps)
                }),
            }
        }));
    }
    Group {
        families,
        operations: stream::operations(),
        share: share(extent, 2),
        seed: seed(extent),
    }
}

fn share(extent: Extent, some: u64) -> u64 {
    match extent {
        Extent::Some(_) => some,
        Extent::All => 1,
    }
}

fn seed(extent: Extent) -> u64 {
    match extent {
        Extent::Some(seed) => seed,
        Extent::All => 0,
    }
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// All shapes, or about one of `share`, others for each `place`.
fn chosen(shapes: &[Arc<Shape>], extent: Extent, place: &str, share: u64) -> Vec<Arc<Shape>> {
    let Extent::Some(seed) = extent else {
        return shapes.to_vec();
    };
    let mut random = Random(seed ^ hash(place));
    shapes
        .iter()
        .filter(|_| random.next().is_multiple_of(share))
        .cloned()
        .collect()
}
