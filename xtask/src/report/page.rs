//! The page of one specification: every example, and what was found in it.

use std::collections::BTreeMap;

use super::index::legend;
use super::markup::{bar, document, escape, xml};
use super::{Subject, words};
use crate::conformance::Record;
use crate::example::{self, Content, NotXml};
use crate::exceptions::FaultKind;
use crate::pretty;
use crate::spec::{Block, BlockKind, Document};
use crate::verdict::{Fault, Outcome};

/// The elements of one example that are shown. Two examples of a joke have thousands.
pub(super) const SHOWN: usize = 100;

pub(super) fn page(subject: &Subject<'_>, source: &Document) -> String {
    let row = subject.row;
    let name = row.spec.to_string();
    let address = escape(&row.spec.address());
    let counts = row.counts;
    let mut body = format!(
        "<header class=\"top\"><p><a href=\"../index.html\">All specifications</a></p>\n\
         <h1>{name} {}</h1>\n<p>{} · <a href=\"{address}\">the specification</a></p>\n</header>\n<main>\n\
         <p class=\"whole\">{}</p>\n<p>{} examples, {} blocks of code, {} without XML; {} elements: {} understood, {} opaque, \
         {} came back as they were.</p>\n",
        escape(&row.title),
        escape(&row.status),
        bar(&subject.outcomes()),
        counts.examples,
        counts.code,
        counts.not_xml,
        counts.elements,
        counts.understood,
        counts.opaque,
        counts.lossless,
    );
    if !row.lacks.is_empty() {
        let lacks: Vec<_> = row
            .lacks
            .iter()
            .map(|lack| format!("<code>{}</code>", escape(lack)))
            .collect();
        body += &format!("<p>Without a type: {}</p>\n", lacks.join(" "));
    }
    body += &findings(subject);
    body += "<details class=\"key\"><summary>What the colours mean</summary>";
    body += &legend();
    body += "</details>\n<form class=\"controls\" id=\"controls\" role=\"search\">\
             <label>Search <input type=\"search\" id=\"search\" placeholder=\"in the examples\" autocomplete=\"off\"></label>\
             <label class=\"check\"><input type=\"checkbox\" id=\"faulty\"> findings only</label>\
             <output id=\"count\"></output></form>\n";
    let mut of_blocks: BTreeMap<(bool, usize), Vec<&Record>> = BTreeMap::new();
    for record in &subject.records {
        let key = (record.kind == BlockKind::Code, record.index);
        of_blocks.entry(key).or_default().push(record);
    }
    for (block, content) in example::contents(source) {
        let key = (block.kind == BlockKind::Code, block.index);
        body += &example(
            block,
            &content,
            of_blocks.get(&key).map_or(&[], Vec::as_slice),
        );
    }
    body += "<p id=\"none\" hidden>No example has that.</p>\n</main>\n";
    document(&format!("{name} {}", row.title), 1, &body)
}

/// `example-3`, `code-1-2`: the first element is found where its block is, under the name of that.
fn anchor(record: &Record) -> String {
    match record.element {
        Some(element) if element > 1 => format!("{}-{}-{element}", record.kind, record.index),
        _ => format!("{}-{}", record.kind, record.index),
    }
}

/// `Example 3, element 2`.
fn place(record: &Record) -> String {
    let kind = block_name(record.kind);
    match record.element {
        Some(element) if element > 1 => format!("{kind} {}, element {element}", record.index),
        _ => format!("{kind} {}", record.index),
    }
}

fn block_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Example => "Example",
        BlockKind::Code => "Code",
    }
}

/// What is not as one would have it, each with a link to where it is: faults one by one, the rest by namespace.
fn findings(subject: &Subject<'_>) -> String {
    let mut items = String::new();
    let mut opaque: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    let shown = |record: &&&Record| record.element.is_none_or(|element| element <= SHOWN);
    for record in subject.records.iter().filter(shown) {
        if let Some(first) = record.judged.faults.first() {
            let (class, name, _) = words(record.judged.verdict.outcome());
            let more = match record.judged.faults.len() {
                1 => String::new(),
                faults => format!(" and {} more", faults - 1),
            };
            items += &format!(
                "<li><a href=\"#{}\">{}</a> <span class=\"badge {class}\">{name}</span> {}{more}</li>\n",
                anchor(record),
                place(record),
                said(first)
            );
        }
        for namespace in record.namespaces.keys() {
            opaque.entry(namespace).or_default().push(record);
        }
    }
    for (namespace, records) in opaque {
        let links: Vec<_> = records
            .iter()
            .map(|record| format!("<a href=\"#{}\">{}</a>", anchor(record), place(record)))
            .collect();
        let whose = records
            .first()
            .map(|record| whose(record, namespace))
            .unwrap_or_default();
        let (first, rest) = links.split_at(links.len().min(8));
        let rest = match rest.len() {
            0 => String::new(),
            more => format!(
                " <details><summary>{more} more</summary>{}</details>",
                rest.join(" · ")
            ),
        };
        items += &format!(
            "<li><span class=\"badge opaque\">opaque</span> <code>{}</code>{whose}: {}{rest}</li>\n",
            escape(namespace),
            first.join(" · ")
        );
    }
    if items.is_empty() {
        return "<section id=\"findings\"><h2>Findings</h2><p>None.</p></section>\n".to_owned();
    }
    format!(
        "<section id=\"findings\"><h2>Findings</h2>\n<ul class=\"findings\">\n{items}</ul></section>\n"
    )
}

/// Whose a namespace without a type is, behind its name.
fn whose(record: &Record, namespace: &str) -> String {
    let Some(known) = record.namespaces.get(namespace) else {
        return String::new();
    };
    let spec = known.spec.map(|spec| {
        let stem = spec.file_stem();
        format!(" of <a href=\"{stem}.html\">{spec}</a>")
    });
    let foreign = known.foreign.map(|why| format!(" ({})", escape(why)));
    spec.unwrap_or_default() + &foreign.unwrap_or_default()
}

/// A fault in words.
fn said(fault: &Fault) -> String {
    let message = quoted(&fault.message);
    let mut said = match fault.kind {
        FaultKind::Loss => format!("lost: {message}"),
        _ => message,
    };
    if let Some(spot) = fault.spot.as_ref().filter(|spot| !spot.path.is_empty()) {
        said += &format!(" at <code>{}</code>", escape(&spot.path));
    }
    match &fault.reason {
        Some(reason) => {
            said + &format!(" <span class=\"reason\">listed: {}</span>", escape(reason))
        }
        None => said,
    }
}

/// A message, with what stands between backquotes as code.
fn quoted(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some((before, code, after)) = rest.split_once('`').and_then(|(before, rest)| {
        let (code, after) = rest.split_once('`')?;
        Some((before, code, after))
    }) {
        out += &format!("{}<code>{}</code>", escape(before), escape(code));
        rest = after;
    }
    out + &escape(rest)
}

fn example(block: &Block, content: &Content<'_>, records: &[&Record]) -> String {
    let is_finding = records
        .iter()
        .any(|record| record.judged.verdict.outcome() != Outcome::Understood);
    let class = if is_finding {
        "example finding"
    } else {
        "example"
    };
    let caption = match block.caption.as_str() {
        "" => String::new(),
        caption => format!(": {}", escape(caption)),
    };
    let section = &block.section;
    let section_name = match section.number.as_str() {
        "" => escape(&section.title),
        number => format!("§{number} {}", escape(&section.title)),
    };
    let mut out = format!(
        "<article class=\"{class}\" id=\"{}-{}\">\n<h2>{} {}{caption}</h2>\n<p class=\"where\"><a href=\"{}\">{section_name}</a></p>\n",
        block.kind,
        block.index,
        block_name(block.kind),
        block.index,
        escape(&section.link)
    );
    if records.is_empty() {
        let why = match content {
            Content::NotXml(NotXml::Http) => "HTTP, which is not judged",
            Content::NotXml(_) => "no XML",
            Content::Pieces(_) => "the end of a stream",
        };
        out += &format!(
            "<p><span class=\"badge\">{why}</span></p>\n<pre>{}</pre>\n",
            escape(block.text.trim_matches('\n'))
        );
    }
    for record in records.iter().take(SHOWN) {
        out += &element(record);
    }
    if let Some(more) = records.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        out += &format!(
            "<p>{more} more elements are left out here; <code>cargo xtask conformance --json</code> has them.</p>\n"
        );
    }
    out + "</article>\n"
}

fn element(record: &Record) -> String {
    let verdict = &record.judged.verdict;
    let (class, name, why) = words(verdict.outcome());
    let id = match record.element {
        Some(element) if element > 1 => format!(" id=\"{}\"", anchor(record)),
        _ => String::new(),
    };
    let mut out = format!(
        "<section class=\"element\"{id}>\n<p><span class=\"badge {class}\">{name}</span> {why}</p>\n"
    );
    let mut spots = Vec::new();
    let mut items = String::new();
    for fault in &record.judged.faults {
        spots.extend(fault.spot.as_ref().map(|spot| spot.offset));
        items += &format!("<li>{}</li>", said(fault));
    }
    for opaque in &verdict.opaque {
        spots.push(opaque.spot.offset);
        items += &format!(
            "<li><code>{}</code> in <code>{}</code>{} at <code>{}</code></li>",
            escape(&opaque.name),
            escape(&opaque.namespace),
            whose(record, &opaque.namespace),
            escape(&opaque.spot.path)
        );
    }
    if !items.is_empty() {
        out += &format!("<ul class=\"findings\">{items}</ul>\n");
    }
    out += &format!(
        "<pre class=\"xml\">{}</pre>\n",
        xml(record.source.trim_end(), &spots)
    );
    for reading in &verdict.readings {
        let value = reading
            .value
            .as_ref()
            .map(|value| pretty::json(value.get(), ""));
        out += &format!(
            "<details class=\"reading\"><summary><code>{}</code> is <code>{}</code> <span>(<a href=\"{}\">{} §{}</a>)</span></summary>\
             <pre>{}</pre></details>\n",
            escape(&reading.path),
            escape(reading.type_name),
            escape(&reading.link),
            escape(reading.spec),
            escape(reading.section),
            escape(value.as_deref().unwrap_or("its JSON cannot be made"))
        );
    }
    if let Some(written) = &record.written {
        let what = match verdict.loss {
            Some(_) => "What was written back",
            None => "Written back as another text of the same meaning",
        };
        out += &format!(
            "<details><summary>{what}</summary><pre class=\"xml\">{}</pre></details>\n",
            xml(written, &[])
        );
    }
    out + "</section>\n"
}
