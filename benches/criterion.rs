//! Every case in detail: `cargo bench -p xmpp-benches -- read-disco` for one of them.

use core::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use xmpp_benches::{CASES, CONTENDERS, Entry, GROWTH, Input, SIZES, Task};

/// One group: all contenders that can do the task.
fn group(
    criterion: &mut Criterion,
    name: &str,
    parameter: Option<&str>,
    task: Task,
    inputs: &[(Input, usize)],
) {
    let bytes: usize = inputs
        .iter()
        .map(|(input, times)| input.xml.len() * times)
        .sum();
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes as u64));
    for contender in CONTENDERS {
        let Some(mut entry) = Entry::new(contender, task, inputs) else {
            continue;
        };
        let id = match parameter {
            Some(parameter) => BenchmarkId::new(contender.name, parameter),
            None => BenchmarkId::from_parameter(contender.name),
        };
        group.bench_function(id, |bencher| bencher.iter(|| entry.run()));
    }
    group.finish();
}

fn cases(criterion: &mut Criterion) {
    for case in CASES {
        group(criterion, case.name, None, case.task, &(case.inputs)());
    }
}

fn growth(criterion: &mut Criterion) {
    for growth in GROWTH {
        for (name, size) in SIZES {
            let inputs = [((growth.input)(*size), 1)];
            group(criterion, growth.name, Some(name), growth.task, &inputs);
        }
    }
}

fn quick() -> Criterion {
    Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! { name = small; config = quick(); targets = cases }
criterion_group! { name = large; config = quick().sample_size(10); targets = growth }
criterion_main!(small, large);
