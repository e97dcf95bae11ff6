//! Every good vector, changed in many ways, on all routes.

use std::panic::catch_unwind;

use xmpp_fuzz::{Taken, changed_on_all_routes};

use crate::corpus::vectors;

/// SplitMix64: the same in each run.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[test]
fn every_vector_changed_in_any_way_arrives_on_all_routes() {
    let mut state = 8;
    let mut taken = Taken::default();
    let mut travelled = 0;
    let vectors = vectors();
    let mut broken = Vec::new();
    for specimen in &vectors {
        let source = specimen.element.to_string();
        for changes in [0, 1, 3] {
            let bytes: Vec<u8> = (0..changes * 3)
                .map(|_| (next(&mut state) >> 32) as u8)
                .collect();
            match catch_unwind(|| changed_on_all_routes(&bytes, &source)) {
                Ok(None) => {}
                Ok(Some(more)) => {
                    taken.add(more);
                    travelled += 1;
                }
                Err(panic) => {
                    let message = panic.downcast_ref::<String>().cloned();
                    broken.push(message.unwrap_or_else(|| specimen.source.clone()));
                }
            }
        }
    }
    let shown = broken
        .iter()
        .take(20)
        .map(String::as_str)
        .collect::<Vec<_>>();
    assert!(
        broken.is_empty(),
        "{} are broken:\n{}",
        broken.len(),
        shown.join("\n\n")
    );
    assert!(
        travelled > vectors.len() * 28 / 10,
        "{travelled} of {}",
        vectors.len() * 3
    );
    assert!(
        taken.strict > travelled * 9 / 10 && taken.kept > taken.strict,
        "{taken:?}"
    );
    assert!(
        taken.json > travelled && taken.typed > travelled / 8,
        "{taken:?}"
    );
    let most = travelled * 9 / 10;
    assert!(
        taken.minidom > most && taken.xso > most && taken.stream > most,
        "{taken:?}"
    );
    assert!(taken.payload > travelled / 2, "{taken:?}");
}
