//! xmpp-parsers 0.23, by its quickest route.
//!
//! Reading: `xso::from_bytes` makes the stanza from rxml's events; its payloads are
//! `minidom::Element`s, which `TryFrom` turns into types. To go over a `minidom::Element` for the
//! whole stanza is slower. Writing: `xso::to_vec`; a typed payload becomes a `minidom::Element` by
//! `xso::transform`, which does not need a copy of the value as `From` does, and takes its place
//! in a stanza that is kept.

use minidom::Element;
use xmpp_parsers::caps::Caps;
use xmpp_parsers::chatstates::ChatState;
use xmpp_parsers::data_forms::DataForm;
use xmpp_parsers::delay::Delay;
use xmpp_parsers::disco::{DiscoInfoQuery, DiscoInfoResult, DiscoItemsResult};
use xmpp_parsers::iq::{Iq, IqPayload};
use xmpp_parsers::jingle::Jingle;
use xmpp_parsers::message::Message;
use xmpp_parsers::muc::user::MucUser;
use xmpp_parsers::ns;
use xmpp_parsers::ping::Ping;
use xmpp_parsers::presence::Presence;
use xmpp_parsers::pubsub::event::Event;
use xmpp_parsers::roster::Roster;
use xmpp_parsers::stanza_id::{OriginId, StanzaId};
use xmpp_parsers::vcard_update::VCardUpdate;
use xso::{AsXml, FromXml};

use super::minidom::DEEPEST;
use crate::contender::{Job, Task, reads, writes};
use crate::inputs::Input;

macro_rules! payloads {
    ($($kind:ident($type:ty) if $test:expr;)*) => {
        enum Payload {
            $($kind($type),)*
        }

        impl Payload {
            /// `answer` tells the two meanings of a `query` apart.
            fn read(element: Element, answer: bool) -> Self {
                $(
                    let test: fn(&Element, bool) -> bool = $test;
                    if test(&element, answer) {
                        let typed = <$type>::try_from(element);
                        return Self::$kind(typed.expect(concat!("a sound ", stringify!($type))));
                    }
                )*
                panic!("no type for the payload {} of {}", element.name(), element.ns());
            }

            fn write(&self) -> Element {
                match self {
                    $(Self::$kind(typed) => xso::transform(typed),)*
                }
                .expect("a payload that was read can be written")
            }
        }
    };
}

payloads! {
    Caps(Caps) if |e, _| e.is("c", ns::CAPS);
    VCardUpdate(VCardUpdate) if |e, _| e.is("x", ns::VCARD_UPDATE);
    MucUser(MucUser) if |e, _| e.is("x", ns::MUC_USER);
    ChatState(ChatState) if |e, _| e.has_ns(ns::CHATSTATES);
    OriginId(OriginId) if |e, _| e.is("origin-id", ns::SID);
    StanzaId(StanzaId) if |e, _| e.is("stanza-id", ns::SID);
    Delay(Delay) if |e, _| e.is("delay", ns::DELAY);
    PubsubEvent(Event) if |e, _| e.is("event", ns::PUBSUB_EVENT);
    Ping(Ping) if |e, _| e.is("ping", ns::PING);
    DiscoInfo(DiscoInfoResult) if |e, answer| answer && e.is("query", ns::DISCO_INFO);
    DiscoInfoRequest(DiscoInfoQuery) if |e, answer| !answer && e.is("query", ns::DISCO_INFO);
    DiscoItems(DiscoItemsResult) if |e, answer| answer && e.is("query", ns::DISCO_ITEMS);
    Roster(Roster) if |e, _| e.is("query", ns::ROSTER);
    DataForm(DataForm) if |e, _| e.is("x", ns::DATA_FORMS);
    Jingle(Jingle) if |e, _| e.is("jingle", ns::JINGLE);
}

impl Payload {
    fn check(&self) {
        match self {
            Self::DiscoInfo(info) => check_info(info),
            Self::Roster(roster) => assert_eq!(roster.items.len(), 20),
            Self::DataForm(form) => assert_eq!(form.fields.len(), 20),
            Self::Jingle(jingle) => assert_eq!(jingle.contents.len(), 1),
            Self::MucUser(user) => assert_eq!((user.items.len(), user.status.len()), (1, 2)),
            Self::DiscoItems(items) => assert!(!items.items.is_empty()),
            _ => {}
        }
    }
}

fn check_info(info: &DiscoInfoResult) {
    assert_eq!((info.identities.len(), info.features.len()), (2, 20));
}

/// Bytes to a value of any type that has the traits.
fn read<T: FromXml>(xml: &[u8]) -> T {
    xso::from_bytes(xml).expect("xmpp-parsers reads every input")
}

fn write<T: AsXml>(value: &T) -> Vec<u8> {
    xso::to_vec(value).expect("xmpp-parsers writes what it read")
}

trait Stanza: FromXml + AsXml + 'static {
    /// What stays of a stanza whose payloads were taken out.
    type Rest;
    fn take(self) -> (Self::Rest, Vec<Payload>);
    /// Puts the typed payloads where the opaque ones were.
    fn put(&mut self, payloads: &[Payload]);
}

impl Stanza for Iq {
    type Rest = (
        xmpp_parsers::iq::IqHeader,
        Option<xmpp_parsers::stanza_error::StanzaError>,
    );

    fn take(self) -> (Self::Rest, Vec<Payload>) {
        let (header, payload) = self.split();
        match payload {
            IqPayload::Get(element) | IqPayload::Set(element) => {
                ((header, None), vec![Payload::read(element, false)])
            }
            IqPayload::Result(element) => {
                let typed = element.map(|element| Payload::read(element, true));
                ((header, None), typed.into_iter().collect())
            }
            IqPayload::Error(error) => ((header, Some(error)), Vec::new()),
        }
    }

    fn put(&mut self, payloads: &[Payload]) {
        let Some(typed) = payloads.first() else {
            return;
        };
        match self {
            Self::Get { payload, .. } | Self::Set { payload, .. } => *payload = typed.write(),
            Self::Result { payload, .. } | Self::Error { payload, .. } => {
                *payload = Some(typed.write());
            }
        }
    }
}

macro_rules! stanza_with_payloads {
    ($($type:ty),*) => {$(
        impl Stanza for $type {
            type Rest = Self;

            fn take(mut self) -> (Self, Vec<Payload>) {
                let payloads = core::mem::take(&mut self.payloads);
                let typed = payloads.into_iter().map(|element| Payload::read(element, false));
                let typed = typed.collect();
                (self, typed)
            }

            fn put(&mut self, payloads: &[Payload]) {
                self.payloads.clear();
                self.payloads.extend(payloads.iter().map(Payload::write));
            }
        }
    )*};
}

stanza_with_payloads!(Message, Presence);

fn prepare_stanza<S: Stanza>(task: Task, input: &Input) -> Option<Job<'_>> {
    let xml = input.xml.as_bytes();
    match task {
        Task::ReadStanza => reads(input, read::<S>, |_| {}),
        Task::ReadTyped => reads(
            input,
            |xml| read::<S>(xml).take(),
            |(_, payloads)| {
                payloads.iter().for_each(Payload::check);
            },
        ),
        Task::WriteStanza => writes(input, read::<S>(xml), |stanza| write(stanza)),
        Task::WriteTyped => {
            let typed = (read::<S>(xml), read::<S>(xml).take().1);
            writes(input, typed, |(stanza, payloads)| {
                stanza.put(payloads);
                write(stanza)
            })
        }
    }
}

pub(crate) fn prepare(task: Task, input: &Input) -> Option<Job<'_>> {
    if input.depth > DEEPEST {
        return None;
    }
    match (input.root(), task) {
        ("iq", _) => prepare_stanza::<Iq>(task, input),
        ("message", _) => prepare_stanza::<Message>(task, input),
        ("presence", _) => prepare_stanza::<Presence>(task, input),
        ("query", Task::ReadTyped) => reads(input, read::<DiscoInfoResult>, check_info),
        ("query", Task::WriteTyped) => writes(
            input,
            read::<DiscoInfoResult>(input.xml.as_bytes()),
            |info| write(info),
        ),
        _ => None,
    }
}
