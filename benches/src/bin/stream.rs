//! A long stream from end to end: taken apart, each stanza read with its payloads as types, answered and written.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command")]

use std::process::ExitCode;

use allocation_counter::measure;
use cpu_time::ThreadTime;
use xmpp_benches::{SPEAKERS, Table, long_stream};

/// As a socket gives them.
const PIECE: usize = 4096;

fn main() -> ExitCode {
    let wanted = match std::env::args().nth(1).map(|n| n.parse::<usize>()) {
        None => 100_000,
        Some(Ok(stanzas)) => stanzas,
        Some(Err(error)) => {
            eprintln!("{error}\n\nUsage: stream [STANZAS]");
            return ExitCode::from(2);
        }
    };
    let stream = long_stream(wanted);
    println!(
        "A stream of {} bytes in pieces of {PIECE}: each stanza is read with its payloads as types and written back to its \
         sender.\nPeak is the most heap that is held at one time, beside the stream itself.\n",
        stream.len()
    );
    let mut table = Table::new([
        "",
        "stanzas",
        "stanzas/s",
        "MB/s",
        "allocations a stanza",
        "peak, bytes",
    ]);
    for speaker in SPEAKERS {
        // Once for the memory, which warms up as well, and once for the time.
        let mut said = Default::default();
        let heap = measure(|| said = (speaker.converse)(stream.as_bytes(), PIECE));
        let start = ThreadTime::now();
        assert_eq!((speaker.converse)(stream.as_bytes(), PIECE), said);
        let taken = start.elapsed().as_secs_f64();
        table.row([
            speaker.name.to_owned(),
            said.stanzas.to_string(),
            format!("{:.0}", said.stanzas as f64 / taken),
            format!("{:.0}", stream.len() as f64 / taken / 1e6),
            format!("{:.1}", heap.count_total as f64 / said.stanzas as f64),
            heap.bytes_max.to_string(),
        ]);
    }
    print!("{table}");
    ExitCode::SUCCESS
}
