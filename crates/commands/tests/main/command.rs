use xmpp_commands::command::{Action, Actions, Command, Note, NoteKind, Payload, Status};
use xmpp_data_forms::form::{Form, FormKind};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Extra, Invalid, LanguageTag, Options, Report, Xml, from_str, read_with};

use crate::written;

/// What is on the table.
#[derive(Clone, Debug, PartialEq, Eq, Xml)]
#[xml(namespace = "urn:example:menu", name = "menu")]
struct Menu {
    #[xml(attribute)]
    dishes: u8,
    #[xml(extra)]
    extra: Extra,
}

fn menu(dishes: u8) -> Menu {
    let extra = Extra::new();
    Menu { dishes, extra }
}

#[test]
fn goes_through_a_session() {
    let begin = Command::new("tea");
    assert_eq!(
        written(&begin),
        "<command xmlns='http://jabber.org/protocol/commands' node='tea'/>"
    );

    let mut stage = begin.follow_up().with_status(Status::Executing);
    stage.session_id = Some("t1".into());
    let mut actions = Actions::new();
    actions.execute = Some(Action::Complete);
    actions.complete = true;
    actions.prev = true;
    let stage = stage
        .with_actions(actions)
        .with_form(Form::new(FormKind::Form))
        .with_note(Note::new(NoteKind::Info, "Hot!"))
        .with_note(Note::new(NoteKind::Warn, "Really."));
    assert_eq!(
        written(&stage),
        "<command xmlns='http://jabber.org/protocol/commands' node='tea' sessionid='t1' status='executing'>\
         <actions execute='complete'><prev/><complete/></actions>\
         <note>Hot!</note><note type='warn'>Really.</note><x xmlns='jabber:x:data' type='form'/></command>"
    );

    let cancel = stage.follow_up().with_action(Action::Cancel);
    assert_eq!(
        written(&cancel),
        "<command xmlns='http://jabber.org/protocol/commands' action='cancel' node='tea' sessionid='t1'/>"
    );
}

#[test]
fn reads_every_part() {
    let command: Command = assert_typed(
        "<command xmlns='http://jabber.org/protocol/commands' node='tea' sessionid='t1' status='completed' \
         action='next' xml:lang='en'><actions/><note type='error'>No <![CDATA[<milk>]]></note><note/></command>",
    );
    assert_eq!(command.node, "tea");
    assert_eq!(command.session_id.as_deref(), Some("t1"));
    assert_eq!(command.status, Some(Status::Completed));
    assert_eq!(command.action, Some(Action::Next));
    assert_eq!(command.lang, Some(LanguageTag::new("en")));
    assert_eq!(command.actions, Some(Actions::new()));
    assert_eq!(
        command.notes,
        [
            Note::new(NoteKind::Error, "No <milk>"),
            Note::new(NoteKind::Info, "")
        ]
    );
    assert!(command.has_failed());
}

#[test]
fn tells_absent_from_empty() {
    let absent: Command =
        assert_typed("<command xmlns='http://jabber.org/protocol/commands' node='tea'/>");
    assert_eq!(absent, Command::new("tea"));
    let empty: Command =
        assert_typed("<command xmlns='http://jabber.org/protocol/commands' node='' sessionid=''/>");
    assert_eq!(empty.session_id.as_deref(), Some(""));
    assert_eq!(empty.actions, None);
}

#[test]
fn has_failed_only_when_completed_with_an_error() {
    let completed = Command::new("tea").with_status(Status::Completed);
    assert!(!completed.has_failed());
    let warned = completed.with_note(Note::new(NoteKind::Warn, "Hot"));
    assert!(!warned.has_failed());
    let failed = warned.with_note(Note::new(NoteKind::Error, "Cold"));
    assert!(failed.has_failed());
    assert!(!failed.with_status(Status::Executing).has_failed());
}

#[test]
fn an_explicit_default_stays() {
    let source = "<note xmlns='http://jabber.org/protocol/commands' type='info'>Hot</note>";
    let mut note: Note = assert_typed(source);
    assert_eq!(note.kind, NoteKind::Info);
    assert_eq!(written(&note), source);
    note.text = "Cold".into();
    assert_eq!(written(&note), source.replace("Hot", "Cold"));
}

#[test]
fn without_actions_there_is_one_stage() {
    let command = Command::new("tea");
    assert_eq!(command.meaning_of_execute(), Action::Complete);
    for action in [Action::Cancel, Action::Complete, Action::Execute] {
        assert!(command.allows(&action), "{action}");
    }
    for action in [Action::Next, Action::Prev, Action::from("stir")] {
        assert!(!command.allows(&action), "{action}");
    }
}

#[test]
fn tells_what_actions_allow() {
    let all = [
        Action::Cancel,
        Action::Complete,
        Action::Execute,
        Action::Next,
        Action::Prev,
        Action::from("stir"),
    ];
    for (actions, meaning, allowed) in [
        ("<actions/>", Action::Next, &["cancel"][..]),
        (
            "<actions><next/></actions>",
            Action::Next,
            &["cancel", "execute", "next"],
        ),
        (
            "<actions><prev/><complete/></actions>",
            Action::Next,
            &["cancel", "complete", "prev"],
        ),
        (
            "<actions execute='complete'><prev/><complete/></actions>",
            Action::Complete,
            &["cancel", "complete", "execute", "prev"],
        ),
        (
            "<actions execute='execute'><next/></actions>",
            Action::Execute,
            &["cancel", "next"],
        ),
        (
            "<actions execute='cancel'/>",
            Action::Cancel,
            &["cancel", "execute"],
        ),
        (
            "<actions execute='stir'/>",
            Action::from("stir"),
            &["cancel"],
        ),
    ] {
        let command: Command = assert_typed(&format!(
            "<command xmlns='http://jabber.org/protocol/commands' node='tea'>{actions}</command>"
        ));
        assert_eq!(command.meaning_of_execute(), meaning, "{actions}");
        let found: Vec<_> = all.iter().filter(|a| command.allows(a)).collect();
        let found: Vec<_> = found.iter().map(|a| a.as_str()).collect();
        assert_eq!(found, allowed, "{actions}");
    }
}

#[test]
fn keeps_the_order_of_payloads_of_any_kind() {
    let source = "<command xmlns='http://jabber.org/protocol/commands' node='menu'>\
                  <menu xmlns='urn:example:menu' dishes='3'/><x xmlns='jabber:x:data' type='form'><title>1</title></x>\
                  <x xmlns='jabber:x:oob'/><x xmlns='jabber:x:data' type='form'><title>2</title></x></command>";
    let mut command: Command = assert_typed(source);
    let [
        Payload::Other(_),
        Payload::Form(first),
        Payload::Other(_),
        Payload::Form(_),
    ] = command.payloads.as_slice()
    else {
        panic!("{:?}", command.payloads);
    };
    assert_eq!(command.form(), Some(first));
    assert_eq!(command.payload(), Ok(Some(menu(3))));

    // The one is replaced where it stood; the other comes last.
    command = command.with_form(Form::new(FormKind::Result));
    command = command.with_payload(&menu(4)).expect("it can be written");
    assert_eq!(
        written(&command),
        source
            .replace(" type='form'><title>1</title></x>", " type='result'/>")
            .replace(
                "</command>",
                "<menu xmlns='urn:example:menu' dishes='4'/></command>"
            )
    );
}

#[test]
fn a_payload_that_is_a_form_is_one() {
    let form = Form::new(FormKind::Submit);
    let command = Command::new("tea")
        .with_payload(&form)
        .expect("it can be written");
    assert_eq!(command.form(), Some(&form));
    assert_eq!(command, Command::new("tea").with_form(form));
}

#[test]
fn an_invalid_payload_costs_neither_the_command_nor_its_form() {
    let command: Command = assert_typed(
        "<command xmlns='http://jabber.org/protocol/commands' node='menu'>\
         <menu xmlns='urn:example:menu' dishes='many'/><x xmlns='jabber:x:data' type='form'/></command>",
    );
    let error = command.payload::<Menu>().expect_err("many is no number");
    assert_eq!(error.path(), "/command/menu/@dishes");
    assert!(command.form().is_some());
    assert_eq!(Command::new("menu").payload::<Menu>(), Ok(None));
}

#[test]
fn keeps_words_that_nobody_knows() {
    let command: Command = assert_typed(
        "<command xmlns='http://jabber.org/protocol/commands' node='tea' action='stir' status='brewing'>\
         <note type='whisper'>Shh</note></command>",
    );
    assert_eq!(command.action, Some(Action::from("stir")));
    assert_eq!(command.status, Some(Status::from("brewing")));
    assert_eq!(command.notes[0].kind, NoteKind::from("whisper"));
}

#[test]
fn keeps_all_else_when_the_form_changes() {
    let mut command: Command = assert_lossless(
        "<command xmlns='http://jabber.org/protocol/commands' node=' tea' status=' executing' timeout='60'>\
         <note>Hot</note><x xmlns='jabber:x:data' type='form'><field var='a' color='red'><value> 1 </value></field>\
         <field var='b'/></x><actions><stir xmlns='urn:example:kitchen'/><next/></actions></command>",
    );
    command
        .form_mut()
        .expect("there is a form")
        .set_value("b", "2");
    assert_eq!(
        written(&command),
        "<command xmlns='http://jabber.org/protocol/commands' node=' tea' status=' executing' timeout='60'>\
         <note>Hot</note><x xmlns='jabber:x:data' type='form'><field var='a' color='red'><value> 1 </value></field>\
         <field var='b'><value>2</value></field></x><actions><stir xmlns='urn:example:kitchen'/><next/></actions>\
         </command>"
    );
}

#[test]
fn rejects_a_command_without_a_node() {
    let error = from_str::<Command>(
        "<command xmlns='http://jabber.org/protocol/commands' sessionid='t1'/>",
    )
    .expect_err("a command has a node");
    assert_eq!(
        error.kind(),
        &ErrorKind::MissingAttribute {
            element: "command",
            name: "node"
        }
    );
}

#[test]
fn does_not_read_a_step_without_the_actions_or_the_form_that_it_had() {
    let options = Options::new().invalid(Invalid::Keep);
    let source = "<command xmlns='http://jabber.org/protocol/commands' node='n' status='executing'>\
         <actions execute='next'><next/></actions><actions><complete/></actions></command>";
    let error = read_with::<Command>(source.as_bytes(), &options, &mut Report::default());
    assert_eq!(
        error.expect_err("two of them").path(),
        "/command/actions[2]"
    );
}
