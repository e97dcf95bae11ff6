//! Notes about contacts.

use xmpp_jid::Jid;
use xmpp_roster::notes::{Note, Notes};
use xmpp_xml::{Error, from_str, to_string};

#[test]
fn there_is_one_note_about_each_address() -> Result<(), Error> {
    let source = "<storage xmlns='storage:rosternotes'><note jid='A@b.example' cdate='2026-01-01T00:00:00Z'>x</note>\
                  <note jid='c.example'>y</note><more/></storage>";
    let mut notes: Notes = from_str(source)?;
    let a = Jid::new("a@b.example").unwrap();
    assert_eq!(notes.about(&a).map(|note| note.text.as_str()), Some("x"));
    notes.set(Note::new(a, "z"));
    assert_eq!(notes.notes.len(), 2);
    notes.set(Note::new(Jid::new("d.example").unwrap(), ""));
    assert_eq!(
        to_string(&notes)?,
        "<storage xmlns='storage:rosternotes'><note jid='a@b.example'>z</note><note jid='c.example'>y</note>\
         <note jid='d.example'/><more/></storage>"
    );
    Ok(())
}

#[test]
fn a_note_is_about_somebody() {
    assert!(from_str::<Note>("<note xmlns='storage:rosternotes'>x</note>").is_err());
}
