//! The examples do what they say.

#[path = "../examples/answer_call.rs"]
mod answer_call;
#[path = "../examples/configure_room.rs"]
mod configure_room;
#[path = "../examples/correct_and_react.rs"]
mod correct_and_react;
#[path = "../examples/page_archive.rs"]
mod page_archive;
#[path = "../examples/publish_avatar.rs"]
mod publish_avatar;
#[path = "../examples/publish_entry.rs"]
mod publish_entry;
#[path = "../examples/resume_stream.rs"]
mod resume_stream;

#[test]
fn a_call_is_answered() {
    answer_call::main().unwrap();
}

#[test]
fn a_room_is_configured() {
    configure_room::main().unwrap();
}

#[test]
fn a_message_is_corrected_and_reacted_to() {
    correct_and_react::main().unwrap();
}

#[test]
fn an_archive_is_paged_through() {
    page_archive::main().unwrap();
}

#[test]
fn an_avatar_is_published() {
    publish_avatar::main().unwrap();
}

#[test]
fn an_entry_is_published() {
    publish_entry::main().unwrap();
}

#[test]
fn a_stream_is_resumed() {
    resume_stream::main().unwrap();
}
