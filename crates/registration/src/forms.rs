//! The forms of registration: registering, unregistering, changing the password, and challenges.
//!
//! Forms often have further, unregistered fields, whose names start with `x-`. They are in the underlying form of each
//! type.
//!
//! [XEP-0077 §13.4](https://xmpp.org/extensions/xep-0077.html#registrar-formtypes),
//! [XEP-0158 §12.2](https://xmpp.org/extensions/xep-0158.html#registrar-formtypes)

use alloc::string::String;

use xmpp_data_forms::FormType;
use xmpp_data_forms::form::Form;
use xmpp_jid::Jid;
use xmpp_xml::Secret;

use crate::{captcha, register};

/// Registration, possibly with challenges. `None` means not specified; in a form to fill in, not requested.
///
/// [XEP-0077 §3.1](https://xmpp.org/extensions/xep-0077.html#usecases-register),
/// [XEP-0158 §4](https://xmpp.org/extensions/xep-0158.html#register)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = register::NS)]
#[non_exhaustive]
pub struct Registration {
    /// The user name.
    #[form(var = "username", kind = "text-single", strict)]
    pub username: Option<String>,
    /// The nickname.
    #[form(var = "nick", kind = "text-single")]
    pub nick: Option<String>,
    /// The password.
    #[form(var = "password", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// The full name.
    #[form(var = "name", kind = "text-single")]
    pub name: Option<String>,
    /// The given name.
    #[form(var = "first", kind = "text-single")]
    pub first: Option<String>,
    /// The family name.
    #[form(var = "last", kind = "text-single")]
    pub last: Option<String>,
    /// The email address.
    #[form(var = "email", kind = "text-single")]
    pub email: Option<String>,
    /// The street address.
    #[form(var = "address", kind = "text-single")]
    pub address: Option<String>,
    /// The city.
    #[form(var = "city", kind = "text-single")]
    pub city: Option<String>,
    /// The region.
    #[form(var = "state", kind = "text-single")]
    pub state: Option<String>,
    /// The postal code.
    #[form(var = "zip", kind = "text-single")]
    pub zip: Option<String>,
    /// The telephone number.
    #[form(var = "phone", kind = "text-single")]
    pub phone: Option<String>,
    /// A web page.
    #[form(var = "url", kind = "text-single")]
    pub url: Option<String>,
    /// Some date, in any format.
    #[form(var = "date", kind = "text-single")]
    pub date: Option<String>,
    /// Any text. Obsolete.
    #[form(var = "misc", kind = "text-single")]
    pub misc: Option<String>,
    /// Any text. Obsolete.
    #[form(var = "text", kind = "text-single")]
    pub text: Option<String>,
    /// A key that matches the answer to the request. Obsolete.
    #[form(var = "key", kind = "text-single")]
    pub key: Option<String>,
    /// The number of challenges to solve. `None` means one, or those that are required.
    #[form(var = "answers", kind = "hidden")]
    pub answers: Option<u32>,
    /// A challenge: describe a sound.
    #[form(var = "audio_recog", kind = "text-single")]
    pub audio_recognition: Option<String>,
    /// The identifier of the challenge.
    #[form(var = "challenge", kind = "hidden")]
    pub challenge: Option<String>,
    /// A challenge: enter the characters in an image.
    #[form(var = "ocr", kind = "text-single")]
    pub ocr: Option<String>,
    /// A challenge: answer a question in an image.
    #[form(var = "picture_q", kind = "text-single")]
    pub picture_question: Option<String>,
    /// A challenge: describe an image.
    #[form(var = "picture_recog", kind = "text-single")]
    pub picture_recognition: Option<String>,
    /// A challenge: answer the question in the field's label.
    #[form(var = "qa", kind = "text-single")]
    pub question: Option<String>,
    /// A challenge: a text whose hash ends as specified in the field's label; see [`Challenge::sha_256`].
    #[form(var = "SHA-256", kind = "text-single")]
    pub sha_256: Option<String>,
    /// The `id` of the request that the challenge is for.
    #[form(var = "sid", kind = "hidden")]
    pub stanza_id: Option<String>,
    /// A challenge: answer a spoken question.
    #[form(var = "speech_q", kind = "text-single")]
    pub speech_question: Option<String>,
    /// A challenge: enter the spoken words.
    #[form(var = "speech_recog", kind = "text-single")]
    pub speech_recognition: Option<String>,
    /// A challenge: answer a question in a video.
    #[form(var = "video_q", kind = "text-single")]
    pub video_question: Option<String>,
    /// A challenge: describe a video.
    #[form(var = "video_recog", kind = "text-single")]
    pub video_recognition: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Fields that a host requires for unregistering. `None` means not specified; in a form to fill in, not
/// requested.
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
    /// The user name.
    #[form(var = "username", kind = "text-single", strict)]
    pub username: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Fields that a host requires for changing the password. `None` means not specified; in a form to fill in, not
/// requested.
///
/// [XEP-0077 §3.3](https://xmpp.org/extensions/xep-0077.html#usecases-changepw)
#[doc(alias("XEP-0077", "XEP0077", "0077"))]
#[doc(alias("jabber:iq:register:changepassword"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = "jabber:iq:register:changepassword")]
#[non_exhaustive]
pub struct PasswordChange {
    /// The current password.
    #[form(var = "old_password", kind = "text-private", strict)]
    pub old_password: Option<Secret<String>>,
    /// The new password.
    #[form(var = "password", kind = "text-private", strict)]
    pub password: Option<Secret<String>>,
    /// The user name.
    #[form(var = "username", kind = "text-single", strict)]
    pub username: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}

/// Challenges, and the responses to them. Offered challenges are fields of the form without a value:
/// [`Form::field`] has their label and, for images and audio, their media. `None` means not specified.
///
/// [XEP-0158 §6](https://xmpp.org/extensions/xep-0158.html#challenge)
#[doc(alias("XEP-0158", "XEP0158", "0158"))]
#[doc(alias("urn:xmpp:captcha"))]
#[derive(Clone, Debug, PartialEq, Eq, FormType)]
#[form(form_type = captcha::NS)]
#[non_exhaustive]
pub struct Challenge {
    /// The number of challenges to solve. `None` means one, or those that are required.
    #[form(var = "answers", kind = "hidden")]
    pub answers: Option<u32>,
    /// Describe a sound.
    #[form(var = "audio_recog", kind = "text-single")]
    pub audio_recognition: Option<String>,
    /// The identifier of the challenge: the `id` of the message that contains it.
    #[form(var = "challenge", kind = "hidden")]
    pub challenge: Option<String>,
    /// The recipient of the stanza that triggered the challenge. A client ignores challenges for stanzas that it has not sent.
    #[form(var = "from", kind = "hidden")]
    pub from: Option<Jid>,
    /// Enter the characters in an image.
    #[form(var = "ocr", kind = "text-single")]
    pub ocr: Option<String>,
    /// Answer a question in an image.
    #[form(var = "picture_q", kind = "text-single")]
    pub picture_question: Option<String>,
    /// Describe an image.
    #[form(var = "picture_recog", kind = "text-single")]
    pub picture_recognition: Option<String>,
    /// Answer the question in the field's label.
    #[form(var = "qa", kind = "text-single")]
    pub question: Option<String>,
    /// A text that begins with the JID in [`from`](Self::from) and whose hash ends in the bits that the field's label gives as
    /// a hexadecimal number.
    ///
    /// [XEP-0158 §6.2](https://xmpp.org/extensions/xep-0158.html#challenge-hashcash)
    #[form(var = "SHA-256", kind = "text-single")]
    pub sha_256: Option<String>,
    /// The `id` of the stanza that triggered the challenge. `None` also if it had none.
    #[form(var = "sid", kind = "hidden")]
    pub stanza_id: Option<String>,
    /// Answer a spoken question.
    #[form(var = "speech_q", kind = "text-single")]
    pub speech_question: Option<String>,
    /// Enter the spoken words.
    #[form(var = "speech_recog", kind = "text-single")]
    pub speech_recognition: Option<String>,
    /// Answer a question in a video.
    #[form(var = "video_q", kind = "text-single")]
    pub video_question: Option<String>,
    /// Describe a video.
    #[form(var = "video_recog", kind = "text-single")]
    pub video_recognition: Option<String>,
    /// The underlying form with all its fields, known and unknown.
    #[form(source)]
    pub form: Form,
}
