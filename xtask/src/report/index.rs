//! The page that lists the specifications.

use std::collections::BTreeMap;

use super::markup::{bar, document, escape};
use super::{OUTCOMES, Subject, words};
use crate::conformance::Group;
use crate::verdict::Outcome;

pub(super) fn page(subjects: &[Subject<'_>]) -> String {
    let mut body = String::from(
        "<header class=\"top\"><h1>Conformance</h1>\n\
         <p>Every element that the RFCs and XEPs show, read as the types of xmpp-stanzas and written back.</p>\n</header>\n<main>\n",
    );
    body += &summary(subjects);
    body += &legend();
    body += &controls();
    body += "<table class=\"specs\" id=\"specs\">\n<thead><tr>";
    for (key, name, class) in [
        ("spec", "specification", ""),
        ("status", "status", ""),
        ("elements", "elements", "n"),
        ("share", "what became of them", ""),
        ("faults", "faults", "n"),
        ("lacks", "without a type", ""),
    ] {
        body += &format!(
            "<th class=\"{class}\" aria-sort=\"none\"><button type=\"button\" data-sort=\"{key}\">{name}</button></th>"
        );
    }
    body += "</tr></thead>\n<tbody>\n";
    for subject in subjects {
        body += &row(subject);
    }
    body += "</tbody>\n</table>\n<p id=\"none\" hidden>Nothing is called that.</p>\n</main>\n";
    document("Conformance", 0, &body)
}

/// The figures of all that counts, as those of the table of the command.
fn summary(subjects: &[Subject<'_>]) -> String {
    let counted: Vec<_> = subjects
        .iter()
        .filter(|subject| subject.row.group != Group::LeftOut)
        .collect();
    let mut outcomes: BTreeMap<Outcome, usize> = BTreeMap::new();
    for subject in &counted {
        for (outcome, count) in subject.outcomes() {
            *outcomes.entry(outcome).or_default() += count;
        }
    }
    let sum = |of: &dyn Fn(&Subject<'_>) -> usize| {
        counted.iter().map(|subject| of(subject)).sum::<usize>()
    };
    let elements = sum(&|subject| subject.row.counts.elements);
    let mut tiles = String::new();
    for (name, count) in [
        ("specifications", counted.len()),
        ("examples", sum(&|subject| subject.row.counts.examples)),
        ("elements", elements),
        ("understood", sum(&|subject| subject.row.counts.understood)),
        ("opaque", sum(&|subject| subject.row.counts.opaque)),
        ("came back", sum(&|subject| subject.row.counts.lossless)),
        ("with faults", sum(&|subject| subject.faults().0)),
        ("faults not listed", sum(&|subject| subject.faults().1)),
    ] {
        tiles += &format!("<div><dt>{name}</dt><dd>{count}</dd></div>");
    }
    format!(
        "<dl class=\"tiles\">{tiles}</dl>\n<p class=\"whole\">{}</p>\n",
        bar(&outcomes)
    )
}

pub(super) fn legend() -> String {
    let mut items = String::new();
    for outcome in OUTCOMES {
        let (class, name, why) = words(outcome);
        items += &format!("<li><i class=\"{class}\"></i><b>{name}</b> {why}</li>");
    }
    format!("<ul class=\"legend\">{items}</ul>\n")
}

fn controls() -> String {
    let mut groups = String::from("<option value=\"\">all</option>");
    for group in Group::ALL {
        let title = escape(group.title());
        groups += &format!("<option>{title}</option>");
    }
    format!(
        "<form class=\"controls\" id=\"controls\" role=\"search\">\
         <label>Search <input type=\"search\" id=\"search\" placeholder=\"name, number, namespace\" autocomplete=\"off\"></label>\
         <label>Show <select id=\"group\">{groups}</select></label>\
         <label>Sort by <select id=\"sort\">\
         <option value=\"spec\">specification</option><option value=\"title\">title</option>\
         <option value=\"status\">status</option><option value=\"elements\">elements</option>\
         <option value=\"share\">least understood</option><option value=\"faults\">faults</option>\
         <option value=\"lacks\">namespaces without a type</option></select></label>\
         <label class=\"check\"><input type=\"checkbox\" id=\"faulty\"> with faults only</label>\
         <output id=\"count\"></output></form>\n"
    )
}

fn row(subject: &Subject<'_>) -> String {
    let row = subject.row;
    let counts = row.counts;
    let outcomes = subject.outcomes();
    let (faults, unlisted) = subject.faults();
    let page = format!("specs/{}.html", row.spec.file_stem());
    let lacks: Vec<_> = row.lacks.iter().map(|lack| escape(lack)).collect();
    // Of everything, what is understood: nothing to understand is no lack.
    let share = match counts.elements {
        0 => 1001,
        elements => counts.understood * 1000 / elements,
    };
    let fault_cell = match (faults, unlisted) {
        (0, _) => "0".to_owned(),
        (faults, 0) => format!("<a href=\"{page}#findings\">{faults}</a>"),
        (faults, unlisted) => {
            format!(
                "<a href=\"{page}#findings\">{faults}<small>, {unlisted} not listed</small></a>"
            )
        }
    };
    let mut opaque: Vec<_> = subject
        .records
        .iter()
        .flat_map(|record| record.namespaces.keys())
        .collect();
    opaque.sort_unstable();
    opaque.dedup();
    let opaque: Vec<_> = opaque.into_iter().map(String::as_str).collect();
    let searched = format!(
        "{} {} {} {} {}",
        row.spec,
        row.title,
        row.status,
        row.lacks.iter().cloned().collect::<Vec<_>>().join(" "),
        opaque.join(" ")
    );
    format!(
        "<tr data-search=\"{}\" data-group=\"{}\" data-spec=\"{}\" data-title=\"{}\" data-status=\"{}\" data-elements=\"{}\" \
         data-share=\"{share}\" data-faults=\"{faults}\" data-lacks=\"{}\">\
         <td class=\"spec\"><a href=\"{page}\"><b>{}</b> {}</a></td><td class=\"status\">{}</td>\
         <td class=\"n elements\">{}</td><td class=\"share\">{}</td><td class=\"n faults\">{fault_cell}</td>\
         <td class=\"lacks\">{}</td></tr>\n",
        escape(&searched.to_lowercase()),
        escape(row.group.title()),
        row.spec,
        escape(&row.title),
        escape(&row.status),
        counts.elements,
        row.lacks.len(),
        row.spec,
        escape(&row.title),
        escape(&row.status),
        counts.elements,
        bar(&outcomes),
        lacks.join("<br>")
    )
}
