use xmpp_data_forms::form::Form;
use xmpp_files::file_input::FileInput;
use xmpp_files::metadata::File;
use xmpp_files::sharing::FileSharing;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, RawElement, Report, payloads, read_with, to_string};

#[test]
fn puts_files_into_a_field() {
    let mut form: Form = assert_typed(
        "<x xmlns='jabber:x:data' type='form'><field var='photo'><required/>\
         <file-input xmlns='urn:xmpp:file-input:0'><accept>image/*</accept></file-input></field></x>",
    );
    let field = form.field_mut("photo").expect("the field");
    let input: Option<FileInput> =
        payloads::first(field.payloads.iter(), "/field").expect("it can be read");
    let mut input = input.expect("it takes files");
    assert!(input.accepts("image/png") && !input.accepts("text/plain"));
    input
        .files
        .push(FileSharing::new(File::new().with_name("a.png")));
    payloads::set(&mut field.payloads, &input).expect("it can be written");
    let written = to_string(&form).expect("it can be written");
    assert!(
        written.contains("<name>a.png</name>") && written.contains("<required/>"),
        "{written}"
    );
    assert!(
        form.fields[0]
            .payloads
            .iter()
            .any(RawElement::is_a::<FileInput>)
    );
}

#[test]
fn compares_media_types_without_their_parameters() {
    let takes = |accepted: &str, media_type: &str| {
        FileInput::new()
            .with_accepted([accepted.into()])
            .accepts(media_type)
    };
    assert!(takes("*/*", "text/plain") && takes("*", "text/plain"));
    assert!(takes(" Text/* ", "text/plain; charset=utf-8"));
    assert!(takes("text/plain;x=1", "TEXT/PLAIN"));
    assert!(
        !takes("text/*", "textual/plain")
            && !takes("", "text/plain")
            && !takes("text", "text/plain")
    );
    assert!(FileInput::new().accepts("anything"));
}

#[test]
fn never_takes_fewer_services_for_any() {
    let options = Options::new().invalid(Invalid::Keep);
    let source = "<file-input xmlns='urn:xmpp:file-input:0'><use>@</use></file-input>";
    match read_with::<FileInput>(source.as_bytes(), &options, &mut Report::default()) {
        Ok(input) => assert!(!input.services[0].is_valid()),
        Err(error) => assert!(error.path().contains("use"), "{error}"),
    }
}
