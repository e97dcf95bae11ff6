//! The forms of registration as types: registration, its end, a new password, and challenges.
//!
//! A form often asks for more than is registered, by fields whose names begin with `x-`. They are in the form that each
//! type holds.
//!
//! [XEP-0077 §13.4](https://xmpp.org/extensions/xep-0077.html#registrar-formtypes),
//! [XEP-0158 §12.2](https://xmpp.org/extensions/xep-0158.html#registrar-formtypes)

use alloc::string::String;
use xmpp_xml::Secret;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;

use crate::{captcha, register};

/// Registration, perhaps with challenges. Absent is what is not told, and in a form what is not asked for.
///
/// [XEP-0077 §3.1](https://xmpp.org/extensions/xep-0077.html#usecases-register),
/// [XEP-0158 §4](https://xmpp.org/extensions/xep-0158.html#register)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = register::NS)]
#[non_exhaustive]
pub struct Registration {
    /// The name of the account.
    #[form(var = "username", kind = "text-single", strict)]
    pub username: Option<String>,
    /// What friends call the person.
    #[form(var = "nick", kind = "text-single")]
    pub nick: Option<String>,
    /// The password.
    #[form(var = "password", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// The full name of the person.
    #[form(var = "name", kind = "text-single")]
    pub name: Option<String>,
    /// Their given name.
    #[form(var = "first", kind = "text-single")]
    pub first: Option<String>,
    /// Their family name.
    #[form(var = "last", kind = "text-single")]
    pub last: Option<String>,
    /// Their email address.
    #[form(var = "email", kind = "text-single")]
    pub email: Option<String>,
    /// The street that they live in.
    #[form(var = "address", kind = "text-single")]
    pub address: Option<String>,
    /// The place that they live in.
    #[form(var = "city", kind = "text-single")]
    pub city: Option<String>,
    /// The region that they live in.
    #[form(var = "state", kind = "text-single")]
    pub state: Option<String>,
    /// The postal code.
    #[form(var = "zip", kind = "text-single")]
    pub zip: Option<String>,
    /// Their telephone number.
    #[form(var = "phone", kind = "text-single")]
    pub phone: Option<String>,
    /// A page on the web about them.
    #[form(var = "url", kind = "text-single")]
    pub url: Option<String>,
    /// Some date, in no set form.
    #[form(var = "date", kind = "text-single")]
    pub date: Option<String>,
    /// Anything. Of old.
    #[form(var = "misc", kind = "text-single")]
    pub misc: Option<String>,
    /// Anything. Of old.
    #[form(var = "text", kind = "text-single")]
    pub text: Option<String>,
    /// What ties the answer to the question. Of old.
    #[form(var = "key", kind = "text-single")]
    pub key: Option<String>,
    /// How many of the challenges must be met. Absent where one will do, or those that are required.
    #[form(var = "answers", kind = "hidden")]
    pub answers: Option<u32>,
    /// A challenge: what there is to be heard.
    #[form(var = "audio_recog", kind = "text-single")]
    pub audio_recognition: Option<String>,
    /// Which challenge this is.
    #[form(var = "challenge", kind = "hidden")]
    pub challenge: Option<String>,
    /// A challenge: the characters in a picture.
    #[form(var = "ocr", kind = "text-single")]
    pub ocr: Option<String>,
    /// A challenge: the answer to a question in a picture.
    #[form(var = "picture_q", kind = "text-single")]
    pub picture_question: Option<String>,
    /// A challenge: what a picture shows.
    #[form(var = "picture_recog", kind = "text-single")]
    pub picture_recognition: Option<String>,
    /// A challenge: the answer to the question that is the label of the field.
    #[form(var = "qa", kind = "text-single")]
    pub question: Option<String>,
    /// A challenge: a text whose hash ends as the label of the field says; see [`Challenge::sha_256`].
    #[form(var = "SHA-256", kind = "text-single")]
    pub sha_256: Option<String>,
    /// The `id` of the request that the challenge is for.
    #[form(var = "sid", kind = "hidden")]
    pub stanza_id: Option<String>,
    /// A challenge: the answer to a question that is spoken.
    #[form(var = "speech_q", kind = "text-single")]
    pub speech_question: Option<String>,
    /// A challenge: the words that are spoken.
    #[form(var = "speech_recog", kind = "text-single")]
    pub speech_recognition: Option<String>,
    /// A challenge: the answer to a question in a video.
    #[form(var = "video_q", kind = "text-single")]
    pub video_question: Option<String>,
    /// A challenge: what a video shows.
    #[form(var = "video_recog", kind = "text-single")]
    pub video_recognition: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// What a host wants to know before it ends a registration. Absent is what is not told, and in a form what is not asked
/// for.
///
/// [XEP-0077 §3.2](https://xmpp.org/extensions/xep-0077.html#usecases-cancel)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register:cancel"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "jabber:iq:register:cancel")]
#[non_exhaustive]
pub struct Cancellation {
    /// The password.
    #[form(var = "password", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// The name of the account.
    #[form(var = "username", kind = "text-single", strict)]
    pub username: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// What a host wants to know before it changes a password. Absent is what is not told, and in a form what is not asked
/// for.
///
/// [XEP-0077 §3.3](https://xmpp.org/extensions/xep-0077.html#usecases-changepw)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register:changepassword"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "jabber:iq:register:changepassword")]
#[non_exhaustive]
pub struct PasswordChange {
    /// The password of now.
    #[form(var = "old_password", kind = "text-private", strict)]
    pub old_password: Option<String>,
    /// The new password.
    #[form(var = "password", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// The name of the account.
    #[form(var = "username", kind = "text-single", strict)]
    pub username: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}

/// Challenges, and the answers to them. Those that are offered are fields of the form without a value:
/// [`Form::field`] has their label and, for pictures and sounds, their media. Absent is what is not told.
///
/// [XEP-0158 §6](https://xmpp.org/extensions/xep-0158.html#challenge)
#[doc(alias("XEP-0158", "XEP0158", "0158"))]
#[doc(alias("urn:xmpp:captcha"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = captcha::NS)]
#[non_exhaustive]
pub struct Challenge {
    /// How many of the challenges must be met. Absent where one will do, or those that are required.
    #[form(var = "answers", kind = "hidden")]
    pub answers: Option<u32>,
    /// What there is to be heard.
    #[form(var = "audio_recog", kind = "text-single")]
    pub audio_recognition: Option<String>,
    /// Which challenge this is: the `id` of the message that it came with.
    #[form(var = "challenge", kind = "hidden")]
    pub challenge: Option<String>,
    /// Whom the stanza was sent to that brought this on. A client heeds no challenge for what it has not sent.
    #[form(var = "from", kind = "hidden")]
    pub from: Option<Jid>,
    /// The characters in a picture.
    #[form(var = "ocr", kind = "text-single")]
    pub ocr: Option<String>,
    /// The answer to a question in a picture.
    #[form(var = "picture_q", kind = "text-single")]
    pub picture_question: Option<String>,
    /// What a picture shows.
    #[form(var = "picture_recog", kind = "text-single")]
    pub picture_recognition: Option<String>,
    /// The answer to the question that is the label of the field.
    #[form(var = "qa", kind = "text-single")]
    pub question: Option<String>,
    /// A text that begins with the address in [`from`](Self::from) and whose hash ends in the bits that are, as a
    /// hexadecimal number, the label of the field.
    ///
    /// [XEP-0158 §6.2](https://xmpp.org/extensions/xep-0158.html#challenge-hashcash)
    #[form(var = "SHA-256", kind = "text-single")]
    pub sha_256: Option<String>,
    /// The `id` of the stanza that brought this on. Absent also where it had none.
    #[form(var = "sid", kind = "hidden")]
    pub stanza_id: Option<String>,
    /// The answer to a question that is spoken.
    #[form(var = "speech_q", kind = "text-single")]
    pub speech_question: Option<String>,
    /// The words that are spoken.
    #[form(var = "speech_recog", kind = "text-single")]
    pub speech_recognition: Option<String>,
    /// The answer to a question in a video.
    #[form(var = "video_q", kind = "text-single")]
    pub video_question: Option<String>,
    /// What a video shows.
    #[form(var = "video_recog", kind = "text-single")]
    pub video_recognition: Option<String>,
    /// The form that has all of this and what is not named here.
    #[form(source)]
    pub form: Form,
}
