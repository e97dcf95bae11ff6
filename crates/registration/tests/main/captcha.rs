use xmpp_data_forms::FormType;
use xmpp_data_forms::form::FormKind;
use xmpp_registration::captcha::{Captcha, NS};
use xmpp_registration::forms::Challenge;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{ErrorKind, from_str};

use crate::written;

#[test]
fn answers_a_challenge() {
    let captcha: Captcha = assert_typed(
        "<captcha xmlns='urn:xmpp:captcha'><x xmlns='jabber:x:data' type='form'>\
         <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:captcha</value></field>\
         <field var='from' type='hidden'><value>Wren@Library.example</value></field>\
         <field var='challenge' type='hidden'><value>ch7</value></field>\
         <field var='ocr' label='What does it say?'><media xmlns='urn:xmpp:media-element' height='80' width='290'>\
         <uri type='image/jpeg'>https://library.example/ch7.jpeg</uri></media></field></x></captcha>",
    );
    let mut challenge: Challenge = captcha.form.parse().expect("it is a challenge");
    let from = challenge.from.as_ref().map(|jid| jid.as_str());
    assert_eq!(from, Some("Wren@Library.example"));
    assert_eq!(challenge.challenge.as_deref(), Some("ch7"));
    assert_eq!((challenge.answers, &challenge.ocr), (None, &None));
    let ocr = challenge.form.field(Challenge::OCR).expect("it is offered");
    assert_eq!(ocr.media.len(), 1);

    challenge.ocr = Some("7nH".into());
    assert_eq!(
        written(&Captcha::new(challenge.submit())),
        "<captcha xmlns='urn:xmpp:captcha'><x xmlns='jabber:x:data' type='submit'>\
         <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:captcha</value></field>\
         <field var='from' type='hidden'><value>Wren@Library.example</value></field>\
         <field var='challenge' type='hidden'><value>ch7</value></field>\
         <field var='ocr'><value>7nH</value></field></x></captcha>"
    );
}

#[test]
fn makes_a_challenge() {
    let mut challenge = Challenge::new(FormKind::Form);
    challenge.challenge = Some("ch7".into());
    challenge.answers = Some(2);
    let captcha = Captcha::new(challenge.to_form());
    assert_eq!(captcha.form.form_type(), Some(NS));
    assert_eq!(captcha.form.value(Challenge::ANSWERS), Some("2"));
    let read: Challenge = captcha.form.parse().expect("it is a challenge");
    assert_eq!(read.answers, Some(2));
    challenge.form = captcha.form;
    assert_eq!(read, challenge);
}

#[test]
fn rejects_a_captcha_without_a_form() {
    let error = from_str::<Captcha>(
        "<captcha xmlns='urn:xmpp:captcha'><x xmlns='jabber:x:oob'/></captcha>",
    )
    .expect_err("there is no form");
    assert!(
        matches!(
            error.kind(),
            ErrorKind::MissingChild {
                element: "captcha",
                ..
            }
        ),
        "{error}"
    );
}
