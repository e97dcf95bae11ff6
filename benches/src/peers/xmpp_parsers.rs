//! xmpp-parsers 0.23, by its quickest route and over minidom.
//!
//! Reading: `xso::from_bytes` makes the stanza from rxml's events; its payloads are
//! `minidom::Element`s, which `TryFrom` turns into types. Writing: `xso::to_vec`; a typed payload
//! becomes a `minidom::Element` by `xso::transform`, which does not need a copy of the value as
//! `From` does, and takes its place in a stanza that is kept.
//!
//! Over minidom the same happens to the stanza as a whole: bytes to a `minidom::Element` to the
//! stanza, and back.

use core::fmt::Debug;

use ::minidom::Element;
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
use xmpp_parsers::pubsub::owner::{Owner, Payload::Configure as Configuration};
use xmpp_parsers::roster::Roster;
use xso::{AsXml, FromXml};

use super::minidom::{self, DEEPEST};
use crate::contender::{Job, Task, reads, writes};
use crate::inputs::Input;

macro_rules! payloads {
    ($($kind:ident($type:ty) if $test:expr;)*) => {
        enum Payload {
            $($kind($type),)*
            /// One without a type.
            Opaque(Element),
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
                Self::Opaque(element)
            }

            fn into_element(self) -> Element {
                match self {
                    $(Self::$kind(typed) => xso::transform(&typed),)*
                    Self::Opaque(element) => return element,
                }
                .expect("a payload that was read can be written")
            }

            /// Takes the place of what it was read from.
            fn put(&self, element: &mut Element) {
                *element = match self {
                    $(Self::$kind(typed) => xso::transform(typed),)*
                    Self::Opaque(_) => return,
                }
                .expect("a payload that was read can be written");
            }
        }
    };
}

// In inputs that are read on both sides: what both have a type for.
payloads! {
    Caps(Caps) if |e, _| e.is("c", ns::CAPS);
    MucUser(MucUser) if |e, _| e.is("x", ns::MUC_USER);
    ChatState(ChatState) if |e, _| e.has_ns(ns::CHATSTATES);
    Delay(Delay) if |e, _| e.is("delay", ns::DELAY);
    PubsubEvent(Event) if |e, _| e.is("event", ns::PUBSUB_EVENT);
    PubsubOwner(Owner) if |e, _| e.is("pubsub", ns::PUBSUB_OWNER);
    Ping(Ping) if |e, _| e.is("ping", ns::PING);
    DiscoInfo(DiscoInfoResult) if |e, answer| answer && e.is("query", ns::DISCO_INFO);
    DiscoInfoRequest(DiscoInfoQuery) if |e, answer| !answer && e.is("query", ns::DISCO_INFO);
    DiscoItems(DiscoItemsResult) if |e, answer| answer && e.is("query", ns::DISCO_ITEMS);
    Roster(Roster) if |e, _| e.is("query", ns::ROSTER);
    DataForm(DataForm) if |e, _| e.is("x", ns::DATA_FORMS);
    Jingle(Jingle) if |e, _| e.is("jingle", ns::JINGLE);
}

impl Payload {
    fn is_typed(&self) -> bool {
        !matches!(self, Self::Opaque(_))
    }

    fn check(&self) {
        match self {
            Self::DiscoInfo(info) => check_info(info),
            Self::Roster(roster) => assert_eq!(roster.items.len(), 20),
            Self::DataForm(form) => assert_eq!(form.fields.len(), 20),
            Self::Jingle(jingle) => assert_eq!(jingle.contents.len(), 1),
            Self::PubsubOwner(Owner {
                payload: Configuration { form, .. },
            }) => assert_eq!(form.as_ref().map(|form| form.fields.len()), Some(20)),
            Self::MucUser(user) => assert_eq!((user.items.len(), user.status.len()), (1, 2)),
            Self::DiscoItems(items) => assert!(!items.items.is_empty()),
            _ => {}
        }
    }
}

fn check_info(info: &DiscoInfoResult) {
    assert_eq!((info.identities.len(), info.features.len()), (2, 20));
}

/// From bytes to a value of any type that has the traits, and back.
trait Route: 'static {
    fn read<T: FromXml + TryFrom<Element, Error: Debug>>(xml: &[u8]) -> T;
    fn write<T: AsXml>(value: &T) -> Vec<u8>;
}

enum Xso {}

impl Route for Xso {
    fn read<T: FromXml>(xml: &[u8]) -> T {
        xso::from_bytes(xml).expect("xmpp-parsers reads every input")
    }

    fn write<T: AsXml>(value: &T) -> Vec<u8> {
        xso::to_vec(value).expect("xmpp-parsers writes what it read")
    }
}

enum Minidom {}

impl Route for Minidom {
    fn read<T: TryFrom<Element, Error: Debug>>(xml: &[u8]) -> T {
        T::try_from(minidom::read(xml)).expect("xmpp-parsers reads every input")
    }

    fn write<T: AsXml>(value: &T) -> Vec<u8> {
        minidom::write(&xso::transform(value).expect("xmpp-parsers writes what it read"))
    }
}

trait Stanza: FromXml + AsXml + TryFrom<Element, Error: Debug> + 'static {
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
            Self::Get { payload, .. } | Self::Set { payload, .. } => typed.put(payload),
            Self::Result { payload, .. } | Self::Error { payload, .. } => {
                payload.iter_mut().for_each(|payload| typed.put(payload));
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
                for (payload, typed) in self.payloads.iter_mut().zip(payloads) {
                    typed.put(payload);
                }
            }
        }
    )*};
}

stanza_with_payloads!(Message, Presence);

fn prepare_stanza<S: Stanza, R: Route>(task: Task, input: &Input) -> Option<Job<'_>> {
    let xml = input.xml.as_bytes();
    match task {
        Task::ReadStanza => reads(input, R::read::<S>, |_| {}),
        Task::WriteStanza => writes(input, R::read::<S>(xml), |stanza| R::write(stanza)),
        Task::ReadTyped | Task::WriteTyped => {
            let typed = R::read::<S>(xml).take().1;
            if typed.iter().filter(|payload| payload.is_typed()).count() < input.typed {
                return None;
            }
            typed.iter().for_each(Payload::check);
            if task == Task::ReadTyped {
                return reads(input, |xml| R::read::<S>(xml).take(), |_| {});
            }
            writes(input, (R::read::<S>(xml), typed), |(stanza, typed)| {
                stanza.put(typed);
                R::write(stanza)
            })
        }
        Task::Split(_) => None,
    }
}

fn prepare_by<R: Route>(task: Task, input: &Input) -> Option<Job<'_>> {
    if input.depth > DEEPEST {
        return None;
    }
    let xml = input.xml.as_bytes();
    match (input.root(), task) {
        ("iq", _) => prepare_stanza::<Iq, R>(task, input),
        ("message", _) => prepare_stanza::<Message, R>(task, input),
        ("presence", _) => prepare_stanza::<Presence, R>(task, input),
        ("query", Task::ReadTyped) => reads(input, R::read::<DiscoInfoResult>, check_info),
        ("query", Task::WriteTyped) => writes(input, R::read::<DiscoInfoResult>(xml), |info| {
            R::write(info)
        }),
        _ => None,
    }
}

pub(crate) fn prepare(task: Task, input: &Input) -> Option<Job<'_>> {
    prepare_by::<Xso>(task, input)
}

pub(crate) fn prepare_through_minidom(task: Task, input: &Input) -> Option<Job<'_>> {
    prepare_by::<Minidom>(task, input)
}

/// Makes types of the payloads and puts them back, and turns the stanza to its sender.
pub(crate) fn turn(stanza: &mut xmpp_parsers::stanza::Stanza) {
    let again = |element: &mut Element, answer| {
        let taken = core::mem::replace(element, Element::bare("none", ""));
        *element = Payload::read(taken, answer).into_element();
    };
    match stanza {
        xmpp_parsers::stanza::Stanza::Iq(iq) => {
            match iq {
                Iq::Get { payload, .. } | Iq::Set { payload, .. } => again(payload, false),
                Iq::Result { payload, .. } => payload.iter_mut().for_each(|p| again(p, true)),
                Iq::Error { .. } => {}
            }
            let (Iq::Get { from, to, .. }
            | Iq::Set { from, to, .. }
            | Iq::Result { from, to, .. }
            | Iq::Error { from, to, .. }) = iq;
            core::mem::swap(from, to);
        }
        xmpp_parsers::stanza::Stanza::Message(message) => {
            message.payloads.iter_mut().for_each(|p| again(p, false));
            core::mem::swap(&mut message.from, &mut message.to);
        }
        xmpp_parsers::stanza::Stanza::Presence(presence) => {
            presence.payloads.iter_mut().for_each(|p| again(p, false));
            core::mem::swap(&mut presence.from, &mut presence.to);
        }
    }
}
