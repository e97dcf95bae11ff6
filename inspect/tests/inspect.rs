//! The program as its users run it, and the walk that it makes against what the library reports.

#![expect(
    clippy::std_instead_of_alloc,
    reason = "a test of a program needs std anyway"
)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use xmpp_inspect::cut::{self, RootKind};
use xmpp_inspect::follow::Follower;
use xmpp_inspect::inspection::{Inspection, Status};
use xmpp_stanzas::xml::{Invalid, Options, RawElement};

const GOOD: &str = "<iq xmlns='jabber:client' type='result' id='d1' from='tea.example'>\
    <query xmlns='http://jabber.org/protocol/disco#info'>\
    <identity category='server' type='im' since='1865'/>\
    <rabbit xmlns='urn:example:hole' late='1'>white</rabbit>\
    <feature var='urn:xmpp:ping'/></query></iq>\n";

/// Three faults: behind characters of two bytes, behind wide ones and a tab, and in an element that stands further in.
const FAULTY: &str = "<message from='älice@tea.example' to='hare@@tea.example'>\n\
    \t<delay xmlns='urn:xmpp:delay' from='tea.example' reason='🫖☕'\tstamp='never'/>\n\
    \t<x xmlns='http://jabber.org/protocol/muc#user'><status code='tea'/></x>\n\
    </message>\n";

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xmpp-inspect"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// What the program says of its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("it has standard input");
    stdin.write_all(input).expect("it reads");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it writes UTF-8")
}

fn records(output: &Output) -> Vec<Value> {
    let text = said(output);
    let records = text
        .lines()
        .map(|line| serde_json::from_str(line).expect(line));
    records.collect()
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("it is in the workspace")
}

fn capture(name: &str) -> PathBuf {
    workspace().join("xtask/tests/captures").join(name)
}

/// A file of this name in a folder of this process.
fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xmpp-inspect-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder is writable");
    folder.join(name)
}

#[test]
fn shows_a_stanza_as_a_tree_of_types() {
    let output = run(&[], GOOD.as_bytes());
    assert!(output.status.success());
    assert_eq!(
        said(&output),
        "\
standard input:1:1  <iq>  xmpp_core_stanzas::iq::Iq  RFC 6120 §8.2.3
  kind @type: \"result\"
  id: \"d1\"
  from: \"tea.example\"
  payloads <query>  xmpp_disco::info::Response  XEP-0030 §3.1
    identities <identity>  xmpp_disco::info::Identity  XEP-0030 §3.1
      category: \"server\"
      kind @type: \"im\"
      ? @since: \"1865\"
    ? <rabbit>  urn:example:hole: \"white\"
      ? @late: \"1\"
    features <feature>  xmpp_disco::info::Feature  XEP-0030 §3.1
      var: \"urn:xmpp:ping\"
"
    );
}

/// The errors of a text: title, place, and the characters of the line over the carets.
fn errors(text: &str) -> Vec<(String, String, String)> {
    let lines: Vec<_> = text.lines().collect();
    let mut errors = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(title) = line.strip_prefix("error: ") else {
            continue;
        };
        let place = lines[at + 1].trim().trim_start_matches("--> ");
        let (source, carets) = (lines[at + 3], lines[at + 4]);
        // Wide characters take two columns, which is what a terminal shows.
        let width = |c: char| if matches!(c, '🫖' | '☕') { 2 } else { 1 };
        let from = carets
            .chars()
            .position(|c| c == '^')
            .expect("there are carets");
        let count = carets.chars().filter(|c| *c == '^').count();
        let mut column = 0;
        let mut marked = String::new();
        for c in source.chars() {
            if (from..from + count).contains(&column) {
                marked.push(c);
            }
            column += width(c);
        }
        errors.push((title.to_owned(), place.to_owned(), marked));
    }
    errors
}

#[test]
fn puts_carets_under_what_is_wrong() {
    let output = run(&[], FAULTY.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let errors = errors(&said(&output));
    let found: Vec<_> = errors
        .iter()
        .map(|(title, place, marked)| {
            let value = title.split('`').nth(1).unwrap_or_default();
            (value, &**place, &**marked)
        })
        .collect();
    assert_eq!(
        found,
        [
            (
                "hare@@tea.example",
                "standard input:1:39",
                "hare@@tea.example"
            ),
            ("never", "standard input:2:70", "never"),
            ("tea", "standard input:3:63", "tea"),
        ]
    );
}

#[test]
fn of_a_refused_element_all_that_is_wrong_is_found() {
    // The type says that `id` is lacking and goes no further.
    let text = "<iq type='pet' from='@'><error type='bad'/></iq>";
    let output = run(&["--json"], text.as_bytes());
    let records = records(&output);
    let invalid = records[0]["invalid"].as_array().expect("a list");
    let messages: Vec<_> = invalid
        .iter()
        .map(|fault| fault["message"].as_str().unwrap_or_default())
        .collect();
    for part in ["lacks the attribute `id`", "`pet` is not", "`@` is not"] {
        let count = messages
            .iter()
            .filter(|message| message.contains(part))
            .count();
        assert_eq!(count, 1, "{part}: {messages:?}");
    }
}

#[test]
fn reads_captures_and_logs() {
    for (name, expected) in [
        (
            "received.xml",
            &[
                ("stream", "understood"),
                ("auth", "understood"),
                ("stream", "understood"),
                ("presence", "understood"),
                ("message", "unknown"),
            ][..],
        ),
        (
            "prosody.log",
            &[
                ("stream", "understood"),
                ("features", "understood"),
                ("iq", "understood"),
                ("message", "unknown"),
                ("", "not-well-formed"),
                ("iq", "invalid"),
            ],
        ),
        (
            "ejabberd.log",
            &[
                ("stream", "understood"),
                ("stream", "understood"),
                ("message", "understood"),
                ("iq", "understood"),
            ],
        ),
    ] {
        let file = capture(name);
        let output = program()
            .arg("--json")
            .arg(&file)
            .output()
            .expect("the program runs");
        let records = records(&output);
        let seen: Vec<_> = records
            .iter()
            .map(|record| {
                (
                    record["name"].as_str().unwrap_or("?"),
                    record["status"].as_str().unwrap_or("?"),
                )
            })
            .collect();
        assert_eq!(seen, expected, "{name}");
        let is_wrong = seen
            .iter()
            .any(|(_, status)| ["invalid", "not-well-formed"].contains(status));
        assert_eq!(output.status.success(), !is_wrong, "{name}");
        if name == "prosody.log" {
            assert_eq!(records[5]["line"], 12);
            assert_eq!(records[5]["log"]["direction"], "received");
            assert_eq!(records[5]["invalid"][0]["path"], "/iq");
        }
    }
}

#[test]
fn shows_only_what_is_wrong_when_asked() {
    let input = format!("{GOOD}{FAULTY}{GOOD}<presence><priority>900</priority></presence>");
    let output = run(&["--errors"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let text = said(&output);
    assert!(!text.contains("<iq>"), "{text}");
    assert_eq!(errors(&text).len(), 4);
    let output = run(&["--errors"], GOOD.as_bytes());
    assert!(output.status.success() && output.stdout.is_empty());
}

#[test]
fn gives_a_record_for_each_root() {
    let input = format!("<?xml version='1.0'?>\n{GOOD}{FAULTY}");
    let records = records(&run(&["--json"], input.as_bytes()));
    assert_eq!(records.len(), 2);
    let good = &records[0];
    assert_eq!(good["type"], "xmpp_core_stanzas::iq::Iq");
    assert_eq!(
        (
            good["spec"].as_str(),
            good["section"].as_str(),
            good["line"].as_u64()
        ),
        (Some("RFC 6120"), Some("8.2.3"), Some(2))
    );
    let unknown: Vec<_> = good["unknown"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|u| u["path"].as_str())
        .collect();
    assert_eq!(
        unknown,
        [Some("/iq/query/identity/@since"), Some("/iq/query/rabbit")]
    );
    assert_eq!(good["value"]["id"], "d1");
    assert_eq!(
        good["payloads"][0]["value"]["features"][0]["var"],
        "urn:xmpp:ping"
    );
    let stamp = &records[1]["invalid"][1];
    assert_eq!(stamp["path"], "/message/delay/@stamp");
    let offset = usize::try_from(stamp["offset"].as_u64().expect("a number")).expect("a place");
    assert!(input[offset..].starts_with("never'"), "{stamp}");
    assert_eq!(
        (stamp["line"].as_u64(), stamp["column"].as_u64()),
        (Some(4), Some(70))
    );
}

#[test]
fn keeps_secrets_to_itself() {
    const SECRET: &str = "Q2FsbGlvcGU";
    let sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
    for text in [
        format!("<auth xmlns='{sasl}' mechanism='PLAIN'>{SECRET}=</auth>"),
        // Not of its form, and beside something that is wrong.
        format!("<auth xmlns='{sasl}' mechanism='PLAIN'>{SECRET}</auth>"),
        format!("<auth xmlns='{sasl}' mechanism='@'>{SECRET}==</auth>"),
        format!(
            "<iq type='set' id='1' to='@'><query xmlns='jabber:iq:register'><password>{SECRET}</password></query></iq>"
        ),
        format!(
            "<iq type='set' to='@'><query xmlns='jabber:iq:register'><password><![CDATA[{SECRET}]]></password></query></iq>"
        ),
        // No type names it.
        format!("<a xmlns='urn:example:a'><password>{SECRET}</password><b token='{SECRET}'/></a>"),
        format!(
            "<message to='@'><x xmlns='jabber:x:data' type='submit'><field var='p' type='text-private'><value>{SECRET}</value></field></x></message>"
        ),
        format!(
            "<message to='@'><x xmlns='jabber:x:data' type='submit'><field var='muc#roomconfig_roomsecret'><value>{SECRET}</value></field></x></message>"
        ),
        // Not well-formed.
        format!("<iq><query xmlns='jabber:iq:register'><password>{SECRET}</password></iq>"),
        format!("<iq><query xmlns='jabber:iq:register'><password><![CDATA[{SECRET}]]></query>"),
        format!("<auth xmlns='{sasl}' mechanism='PLAIN'>{SECRET}"),
        format!("<a token='{SECRET}"),
    ] {
        for arguments in [&[][..], &["--json"]] {
            let output = run(arguments, text.as_bytes());
            let said = said(&output) + &String::from_utf8_lossy(&output.stderr);
            assert!(!said.contains(SECRET), "{text}: {said}");
            assert!(
                said.contains('…') || !arguments.is_empty(),
                "{text}: {said}"
            );
        }
    }
}

#[test]
fn what_could_act_on_a_terminal_is_escaped() {
    let text = "<message to='\u{202e}@' id='\u{9b}2J'><body>\u{2066}a&#13;\u{7f}b\u{85}</body><a\u{300}b xmlns='\u{202a}'/></message>";
    for arguments in [&[][..], &["--color", "always"]] {
        let said = said(&run(arguments, text.as_bytes()));
        let bad = said.chars().find(|c| {
            (c.is_control() && !"\n\u{1b}".contains(*c))
                || ('\u{202a}'..='\u{202e}').contains(c)
                || *c == '\u{2066}'
        });
        assert_eq!(bad, None, "{said:?}");
        assert!(
            said.contains("\\u{202e}@") && said.contains("\\u{9b}2J"),
            "{said}"
        );
    }
    // It stands in no XML, and in no message about it.
    let said = said(&run(&["--color", "never"], b"<a>\x1b]0;title\x07</a>"));
    assert!(
        !said.contains('\u{1b}') && said.contains("\\u{1b}]0;title\\u{7}"),
        "{said:?}"
    );
}

#[test]
fn has_colours_only_where_they_are_wanted() {
    let plain = said(&run(&[], FAULTY.as_bytes()));
    let styled = said(&run(&["--color", "always"], FAULTY.as_bytes()));
    assert!(!plain.contains('\u{1b}') && styled.contains("\u{1b}["));
    let mut stripped = String::new();
    let mut rest = &*styled;
    while let Some((before, style)) = rest.split_once("\u{1b}[") {
        stripped += before;
        rest = style.split_once('m').expect("a style ends").1;
    }
    assert_eq!(stripped + rest, plain);
}

#[test]
fn follows_a_file_that_grows() {
    let path = scratch("growing.xml");
    let mut file = File::create(&path).expect("it can be made");
    let mut child = program()
        .args(["--follow", "--json"])
        .arg(&path)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let out = BufReader::new(child.stdout.take().expect("it has standard output"));
    let mut lines = out.lines();
    let mut next = || -> Value {
        let line = lines.next().expect("a line").expect("it is UTF-8");
        serde_json::from_str(&line).expect("it is JSON")
    };
    let (half, other) = FAULTY.split_at(FAULTY.len() / 2);
    file.write_all(GOOD.as_bytes()).expect("it can be written");
    file.write_all(half.as_bytes()).expect("it can be written");
    assert_eq!(next()["status"], "unknown");
    file.write_all(other.as_bytes()).expect("it can be written");
    let second = next();
    assert_eq!(
        (&second["status"], &second["index"]),
        (&"invalid".into(), &2.into())
    );
    file.write_all(b"<presence/>").expect("it can be written");
    assert_eq!(next()["name"], "presence");
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    fs::remove_file(&path).expect("it is there");
}

#[test]
fn hands_out_each_root_of_a_growing_input_once() {
    let inputs = ["prosody.log", "ejabberd.log", "received.xml"].map(|name| {
        let text = fs::read(capture(name)).expect("it can be read");
        (name, text)
    });
    let elements = format!("\u{feff}<?xml version='1.0'?><!-- é -->{GOOD}{FAULTY}<iq/>");
    for (name, text) in inputs
        .into_iter()
        .chain([("elements", elements.into_bytes())])
    {
        let mut follower = Follower::new();
        let mut seen = Vec::new();
        for end in 0..=text.len() {
            let roots = follower.new_roots(&text[..end]).expect("one side");
            seen.extend(
                roots
                    .into_iter()
                    .map(|root| (root.start, root.text.into_owned())),
            );
        }
        let all = cut::roots(&text).expect("one side").roots;
        let mut expected: Vec<_> = all
            .iter()
            .map(|root| (root.start, root.text.clone().into_owned()))
            .collect();
        expected.sort();
        seen.sort();
        assert_eq!(seen, expected, "{name}");
    }
}

#[test]
fn says_what_it_cannot_do() {
    for (arguments, part) in [
        (&["/no/such/file"][..], "/no/such/file: "),
        (&["--follow"], "name one file"),
        (&["--color", "blue"], "auto, always or never"),
        (&["--colour"], "colour"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.starts_with("error: ") && said.contains(part), "{said}");
    }
}

#[test]
fn survives_whatever_comes() {
    let deep = "<a>".repeat(300);
    let nested = format!("{}{}", "<a>".repeat(250), "</a>".repeat(250));
    let wide = format!("<a>{}</a>", "<b xmlns='urn:example:b'/>".repeat(2000));
    let long = format!(
        "<presence><priority>{}</priority></presence>",
        "é".repeat(100_000)
    );
    for (text, status) in [
        (&b""[..], "not-well-formed"),
        (b"<", "not-well-formed"),
        (b"tea", "not-well-formed"),
        (b"<a>\xff</a>", "not-well-formed"),
        ("<!-- é -->".as_bytes(), "not-well-formed"),
        ("\u{feff}<presence/>".as_bytes(), "understood"),
        (deep.as_bytes(), "not-well-formed"),
        (nested.as_bytes(), "unknown"),
        (wide.as_bytes(), "unknown"),
        (long.as_bytes(), "invalid"),
    ] {
        let records = records(&run(&["--json"], text));
        assert_eq!(records.len(), 1);
        assert_eq!(
            records[0]["status"],
            status,
            "{}",
            String::from_utf8_lossy(&text[..text.len().min(80)])
        );
        let plain = run(&[], text);
        assert_eq!(
            plain.status.success(),
            status == "understood" || status == "unknown"
        );
    }
}

/// Every `*.xml` below a folder.
fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|end| end == "xml") {
            all.push(path);
        }
    }
}

/// What is shown comes from a walk along the descriptions of the types; what is right, the types say.
#[test]
fn finds_what_the_types_find() {
    let mut all = Vec::new();
    files(&workspace().join("testdata"), &mut all);
    let options = Options::file().invalid(Invalid::Keep);
    let mut seen = 0;
    for path in all {
        let text = fs::read(&path).expect("it can be read");
        let Ok(cut) = cut::roots(&text) else {
            continue;
        };
        for root in &cut.roots {
            let inspection = Inspection::of(root);
            let (Some(entry), RootKind::Element) = (inspection.entry, &root.kind) else {
                continue;
            };
            let alone = root.alone();
            let element =
                RawElement::read_with(alone.text.as_bytes(), &options).expect("it is well-formed");
            let at = || {
                format!(
                    "{}: {}",
                    path.display(),
                    &root.text[..root.text.len().min(300)]
                )
            };
            let trip = match entry.round_trip(&element, &options) {
                Ok(trip) => trip,
                Err(error) => {
                    let faults: Vec<_> =
                        inspection.faults.iter().map(|fault| &*fault.path).collect();
                    assert!(
                        faults.contains(&error.path()),
                        "{error}: {faults:?} in {}",
                        at()
                    );
                    continue;
                }
            };
            if trip.report.omitted > 0 {
                continue;
            }
            // What a type keeps unread is looked at by itself.
            let unread: Vec<_> = trip
                .report
                .opaque
                .iter()
                .map(|raw| raw.node().path())
                .collect();
            let is_own = |path: &str| {
                !unread
                    .iter()
                    .any(|outer| path == outer || path.starts_with(&format!("{outer}/")))
            };
            let found: BTreeSet<_> = inspection
                .unknown
                .iter()
                .filter(|unknown| !unknown.name.is_empty() && is_own(&unknown.path))
                .filter(|unknown| {
                    // Nor is what types find in what is foreign.
                    let readings = inspection.readings.iter().skip(1);
                    !readings
                        .map(|reading| &reading.path)
                        .any(|outer| unknown.path.starts_with(&format!("{outer}/")))
                })
                .map(|unknown| unknown.path.clone())
                .collect();
            let expected: BTreeSet<_> = trip
                .report
                .untyped
                .iter()
                .map(|untyped| untyped.path.clone())
                .collect();
            assert_eq!(found, expected, "{}", at());
            let faults: BTreeSet<_> = inspection
                .faults
                .iter()
                .map(|fault| fault.path.clone())
                .filter(|path| is_own(path))
                .collect();
            let problems: BTreeSet<_> = trip
                .report
                .problems
                .iter()
                .map(|problem| problem.path().to_owned())
                .collect();
            assert!(
                faults.is_superset(&problems),
                "{faults:?}, {problems:?}: {}",
                at()
            );
            assert_eq!(
                inspection.status() == Status::Understood,
                inspection.faults.is_empty() && inspection.unknown.is_empty()
            );
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn finds_what_breaks_a_rule() {
    let text =
        fs::read_to_string(workspace().join("testdata/refused.toml")).expect("it can be read");
    let listed: toml::Table = text.parse().expect("it is TOML");
    let listed = listed["refused"].as_array().expect("a list");
    let mut seen = 0;
    for refused in listed
        .iter()
        .filter(|refused| refused.get("accepted").is_none())
    {
        let of = |key: &str| refused[key].as_str().expect("a text");
        let cut = cut::roots(of("xml").as_bytes()).expect("one side");
        let inspection = Inspection::of(&cut.roots[0]);
        let paths: Vec<_> = inspection.faults.iter().map(|fault| &*fault.path).collect();
        assert!(paths.contains(&of("path")), "{}: {paths:?}", of("xml"));
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

/// What the pages show is what the program says.
#[test]
fn the_pages_show_what_is_said() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples");
    let mut seen = 0;
    for page in ["README.md", "inspect/README.md"] {
        let page = fs::read_to_string(workspace().join(page)).expect("it is there");
        for block in page.split("```console\n").skip(1) {
            let block = block.split("\n```").next().unwrap_or_default();
            for shown in block.split("$ ").skip(1) {
                let (command, shown) = shown.split_once('\n').expect("a command and what it says");
                let text = if let Some(file) = command.strip_prefix("cat ") {
                    fs::read_to_string(examples.join(file)).expect(file)
                } else {
                    let ours = ["cargo xtask inspect ", "xmpp-inspect "];
                    let arguments = ours.iter().find_map(|name| command.strip_prefix(name));
                    let arguments = arguments.expect(command);
                    let mut program = program();
                    program
                        .args(arguments.split_whitespace())
                        .current_dir(&examples);
                    said(&program.output().expect("the program runs"))
                };
                assert_eq!(text.trim_end(), shown.trim_end(), "{command}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 8, "{seen}");
}
