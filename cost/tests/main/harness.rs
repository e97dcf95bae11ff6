//! The harness finds what it is there to find.

use std::hint::black_box;

use xmpp_cost::growth::{Excess, measure};
use xmpp_cost::operation::{Operation, Outcome};
use xmpp_stanzas::xml::RawElement;

/// What is found of an operation that costs what `work` does, which gets the size of the input.
fn found(work: fn(usize) -> Vec<Vec<u8>>) -> Option<Excess> {
    let operation = Operation::new("test", move |text| {
        let n = text.len();
        Some(Box::new(move || Outcome::of(black_box(work(n)))))
    });
    let series = measure(&operation, &|n| "x".repeat(n), 512, 5)?;
    series.excess()
}

/// So many bytes of heap, in pieces.
fn heap(bytes: f64) -> Vec<Vec<u8>> {
    (0..64)
        .map(|_| Vec::with_capacity((bytes / 64.0) as usize))
        .collect()
}

#[test]
fn passes_what_is_linear_or_nearly() {
    assert!(found(|n| heap(40.0 * n as f64)).is_none());
    assert!(found(|n| heap(1e6 + 40.0 * n as f64)).is_none());
    assert!(found(|n| heap(n as f64 * (n as f64).log2())).is_none());
    assert!(found(|_| Vec::new()).is_none());
}

#[test]
fn finds_what_grows_faster() {
    let exponent = |work| found(work).map_or(0.0, |excess| excess.exponent);
    assert!((1.25..1.35).contains(&exponent(|n| heap((n as f64).powf(1.3)))));
    assert!((1.9..2.1).contains(&exponent(|n| heap((n as f64).powi(2) / 100.0))));
    // Though most of it is linear.
    assert!(exponent(|n| heap(40.0 * n as f64 + (n as f64).powi(2) / 500.0)) > 1.22);
}

#[test]
fn counts_steps() {
    let operation = Operation::new("read", |text| {
        let text = text.to_owned();
        Some(Box::new(move || {
            Outcome::result(text.parse::<RawElement>())
        }))
    });
    let series = measure(
        &operation,
        &|n| format!("<a>{}</a>", "<b c='d'/>".repeat(n / 10)),
        512,
        5,
    );
    let series = series.expect("the input is read");
    assert_eq!(series.accepted, 6);
    assert!(
        series
            .points
            .iter()
            .all(|(n, cost)| cost.steps > *n as u64 / 8),
        "{series:?}"
    );
}
