//! How often and how much each contender allocates for one stanza.
#![expect(clippy::print_stdout, reason = "a command")]

use allocation_counter::measure;
use xmpp_benches::{CASES, CONTENDERS, Entry, Table};

fn main() {
    println!("Per stanza: allocations (growing a buffer counts again) and the bytes asked for;");
    println!("peak is the most that is held at one time during a pass.");
    for case in CASES {
        let inputs = (case.inputs)();
        let documents: usize = inputs.iter().map(|(_, times)| times).sum();
        println!("\n### {} (`{}`)\n", case.title, case.name);
        let mut table = Table::new(["", "allocations", "bytes", "peak"]);
        for contender in CONTENDERS {
            let Some(mut entry) = Entry::new(contender, case.task, &inputs) else {
                continue;
            };
            // What is set up once for all stanzas is not the stanza's cost.
            entry.run();
            let info = measure(|| entry.run());
            let each = |total: u64| format!("{:.1}", total as f64 / documents as f64);
            table.row([
                contender.name.to_owned(),
                each(info.count_total),
                each(info.bytes_total),
                info.bytes_max.to_string(),
            ]);
        }
        print!("{table}");
    }
}
