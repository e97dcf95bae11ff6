//! Ours: from bytes, over the events of rxml through xso, and over a tree of minidom.

use core::cell::RefCell;
use core::hint::black_box;
use core::mem::swap;

use xmpp_stanzas::core_stanzas::{Iq, IqKind, Message, Presence};
use xmpp_stanzas::xml::stream::{Event, Splitter};
use xmpp_stanzas::xml::{
    self, Element, ElementReader, Error, Limits, Node, Options, RawElement, Report,
};
use xmpp_stanzas::{chat, data_forms, disco, entity, jingle, muc, pubsub, roster, vocabulary};
use xso::{AsXml, FromXml};

use crate::contender::{Job, Task, reads, writes};
use crate::conversation::Conversation;
use crate::inputs::Input;
use crate::peers::minidom;

macro_rules! payloads {
    ($($kind:ident($type:ty) $(if answer == $answer:literal)?;)*) => {
        enum Payload {
            $($kind($type),)*
        }

        impl Payload {
            /// `answer` tells the two meanings of a `query` apart. Nothing where there is no type.
            fn read(element: &RawElement, answer: bool) -> Option<Self> {
                $(
                    if element.is_a::<$type>() $(&& answer == $answer)? {
                        let typed = element.parse::<$type>();
                        return Some(Self::$kind(typed.expect(concat!("a sound ", stringify!($type)))));
                    }
                )*
                None
            }

            fn put(&self, stanza: &mut impl Stanza) {
                match self {
                    $(Self::$kind(typed) => stanza.put(typed),)*
                }
                .expect("a payload that was read can be written");
            }
        }
    };
}

payloads! {
    Capabilities(disco::caps::Capabilities);
    Occupant(muc::user::MucUser);
    ChatState(chat::state::ChatState);
    Delay(vocabulary::delay::Delay);
    PubsubEvent(pubsub::event::Event);
    PubsubOwner(pubsub::owner::Pubsub);
    Ping(entity::ping::Ping);
    DiscoInfo(disco::info::Response) if answer == true;
    DiscoInfoRequest(disco::info::Request) if answer == false;
    DiscoItems(disco::items::Response) if answer == true;
    Roster(roster::list::Roster) if answer == true;
    RoomList(muc::admin::Query);
    RoomConfig(muc::owner::Query);
    Form(data_forms::form::Form);
    Jingle(jingle::session::Jingle);
}

impl Payload {
    fn check(&self) {
        match self {
            Self::DiscoInfo(info) => check_info(info),
            Self::Roster(roster) => assert_eq!(roster.items.len(), 20),
            Self::Form(form) => assert_eq!(form.fields.len(), 20),
            Self::RoomConfig(config) => {
                assert_eq!(config.form.as_ref().map(|form| form.fields.len()), Some(20));
            }
            Self::RoomList(list) => assert_eq!(list.items.len(), 12),
            Self::Jingle(jingle) => assert_eq!(jingle.contents.len(), 1),
            Self::Occupant(info) => assert_eq!((info.items.len(), info.statuses.len()), (1, 2)),
            Self::DiscoItems(items) => assert!(!items.items.is_empty()),
            _ => {}
        }
    }
}

fn check_info(info: &disco::info::Response) {
    assert_eq!((info.identities.len(), info.features.len()), (2, 20));
}

/// From bytes to a value of any type, and back.
trait Route: 'static {
    /// How many levels it goes.
    const DEEPEST: usize;
    fn read<T: Element + FromXml>(xml: &[u8]) -> T;
    fn write<T: Element + AsXml>(value: &T) -> Vec<u8>;
}

enum Text {}

impl Route for Text {
    const DEEPEST: usize = usize::MAX;

    fn read<T: Element>(xml: &[u8]) -> T {
        if xml.len() > Limits::default().bytes {
            return read_beyond(xml);
        }
        xml::from_slice(xml).expect("we read every input")
    }

    fn write<T: Element>(value: &T) -> Vec<u8> {
        xml::to_vec(value).expect("we write what we read")
    }
}

enum Xso {}

impl Route for Xso {
    const DEEPEST: usize = 256;

    fn read<T: FromXml>(xml: &[u8]) -> T {
        xso::from_bytes(xml).expect("we read every input")
    }

    fn write<T: AsXml>(value: &T) -> Vec<u8> {
        xso::to_vec(value).expect("we write what we read")
    }
}

enum Minidom {}

impl Route for Minidom {
    const DEEPEST: usize = 256;

    fn read<T: Element>(xml: &[u8]) -> T {
        xml::edges::minidom::from_element(&minidom::read(xml)).expect("we read every input")
    }

    fn write<T: Element>(value: &T) -> Vec<u8> {
        minidom::write(&xml::edges::minidom::to_element(value).expect("we write what we read"))
    }
}

trait Stanza: Element + FromXml + AsXml + 'static {
    fn payloads(&self) -> &[RawElement];
    fn is_answer(&self) -> bool;
    /// In the place of what it was read from.
    fn put<T: Element>(&mut self, payload: &T) -> Result<(), Error>;
}

macro_rules! stanzas {
    ($($stanza:ident is answer: $is_answer:expr;)*) => {$(
        impl Stanza for $stanza {
            fn payloads(&self) -> &[RawElement] {
                &self.payloads
            }

            fn is_answer(&self) -> bool {
                let is_answer: fn(&Self) -> bool = $is_answer;
                is_answer(self)
            }

            fn put<T: Element>(&mut self, payload: &T) -> Result<(), Error> {
                self.set_payload(payload)
            }
        }
    )*};
}

stanzas! {
    Iq is answer: |iq| iq.kind == Some(IqKind::Result);
    Message is answer: |_| false;
    Presence is answer: |_| false;
}

/// The stanza with the payloads that have a type.
fn read_typed<S: Stanza, R: Route>(xml: &[u8]) -> (S, Vec<Payload>) {
    let stanza = R::read::<S>(xml);
    let payloads = stanza.payloads();
    // As many as the peer makes room for.
    let mut typed = Vec::with_capacity(payloads.len());
    let answer = stanza.is_answer();
    typed.extend(
        payloads
            .iter()
            .filter_map(|payload| Payload::read(payload, answer)),
    );
    (stanza, typed)
}

/// Whether an input is beyond the limits that hold for strangers.
fn is_beyond(input: &Input) -> bool {
    let limits = Limits::default();
    input.depth > limits.depth || input.xml.len() > limits.bytes
}

/// Beyond the limits that hold for strangers.
fn read_beyond<T: Element>(xml: &[u8]) -> T {
    let options = Options::new().limits(Limits::highest());
    xml::read_with(xml, &options, &mut Report::default()).expect("we read every size")
}

fn prepare_stanza<S: Stanza, R: Route>(task: Task, input: &Input) -> Option<Job<'_>> {
    let xml = input.xml.as_bytes();
    let beyond = is_beyond(input);
    match task {
        // The other routes have no options to ask for more by.
        _ if beyond && R::DEEPEST != usize::MAX => None,
        Task::ReadStanza if beyond => reads(input, read_beyond::<S>, |_| {}),
        Task::ReadStanza => reads(input, R::read::<S>, |_| {}),
        Task::WriteStanza if beyond => {
            writes(input, read_beyond::<S>(xml), |stanza| R::write(stanza))
        }
        Task::WriteStanza => writes(input, R::read::<S>(xml), |stanza| R::write(stanza)),
        Task::ReadTyped | Task::WriteTyped => {
            let (stanza, typed) = read_typed::<S, R>(xml);
            if typed.len() < input.typed {
                return None;
            }
            typed.iter().for_each(Payload::check);
            if task == Task::ReadTyped {
                return reads(input, read_typed::<S, R>, |_| {});
            }
            writes(input, (stanza, typed), |(stanza, typed)| {
                typed.iter().for_each(|payload| payload.put(stanza));
                R::write(stanza)
            })
        }
        Task::Split(_) => None,
    }
}

fn prepare_by<R: Route>(task: Task, input: &Input) -> Option<Job<'_>> {
    if input.depth > R::DEEPEST {
        return None;
    }
    let xml = input.xml.as_bytes();
    match (input.root(), task) {
        ("iq", _) => prepare_stanza::<Iq, R>(task, input),
        ("message", _) => prepare_stanza::<Message, R>(task, input),
        ("presence", _) => prepare_stanza::<Presence, R>(task, input),
        ("query", Task::ReadTyped) => reads(input, R::read::<disco::info::Response>, check_info),
        ("query", Task::WriteTyped) => {
            writes(input, R::read::<disco::info::Response>(xml), |info| {
                R::write(info)
            })
        }
        _ => None,
    }
}

fn split(stream: &[u8], size: usize, mut element: impl FnMut(RawElement)) {
    let limits = if stream.len() > Limits::default().bytes {
        Limits::highest()
    } else {
        Limits::default()
    };
    let mut splitter = Splitter::new(Options::new().limits(limits));
    for piece in stream.chunks(size) {
        splitter.feed(piece);
        while let Some(event) = splitter.next_event().expect("we split every stream") {
            if let Event::Element(found) = event {
                element(found);
            }
        }
    }
    splitter.finish().expect("a stream that is closed");
}

fn elements(node: &Node<'_>) -> usize {
    1 + node.children().map(|child| elements(&child)).sum::<usize>()
}

fn prepare_splitter(size: usize, input: &Input) -> Option<Job<'_>> {
    let mut found = 1;
    split(input.xml.as_bytes(), size, |element| {
        found += elements(&element.node());
    });
    assert_eq!(found, input.seen.elements);
    reads(
        input,
        move |xml| split(xml, size, |element| drop(black_box(element))),
        |()| {},
    )
}

pub(crate) fn prepare(task: Task, input: &Input) -> Option<Job<'_>> {
    match task {
        Task::Split(size) => prepare_splitter(size, input),
        _ => prepare_by::<Text>(task, input),
    }
}

pub(crate) fn prepare_through_xso(task: Task, input: &Input) -> Option<Job<'_>> {
    prepare_by::<Xso>(task, input)
}

pub(crate) fn prepare_through_minidom(task: Task, input: &Input) -> Option<Job<'_>> {
    prepare_by::<Minidom>(task, input)
}

/// Through one reader that is kept.
pub(crate) fn prepare_kept(task: Task, input: &Input) -> Option<Job<'_>> {
    fn prepare<T: Element + 'static>(input: &Input) -> Option<Job<'_>> {
        let reader = RefCell::new(ElementReader::new(Options::new()));
        let read = move |xml: &[u8]| reader.borrow_mut().read::<T>(xml);
        reads(input, read, |value| assert!(value.is_ok()))
    }
    match (input.root(), task) {
        _ if is_beyond(input) => None,
        ("iq", Task::ReadStanza) => prepare::<Iq>(input),
        ("message", Task::ReadStanza) => prepare::<Message>(input),
        ("presence", Task::ReadStanza) => prepare::<Presence>(input),
        _ => None,
    }
}

/// Takes a stream apart that comes in pieces of so many bytes, reads its stanzas and their payloads as types, and writes each
/// back to its sender.
pub(crate) fn converse(stream: &[u8], size: usize) -> Conversation {
    fn echo<S: Stanza>(element: &RawElement, turn: impl Fn(&mut S)) -> usize {
        let mut stanza: S = element.parse().expect("we read every stanza");
        let answer = stanza.is_answer();
        let payloads = stanza.payloads().iter();
        let typed: Vec<Payload> = payloads.filter_map(|p| Payload::read(p, answer)).collect();
        for payload in &typed {
            payload.put(&mut stanza);
        }
        turn(&mut stanza);
        black_box(Text::write(&stanza)).len()
    }
    let mut said = Conversation::default();
    split(stream, size, |element| {
        said.stanzas += 1;
        said.written += match element.name() {
            "iq" => echo(&element, |iq: &mut Iq| swap(&mut iq.from, &mut iq.to)),
            "message" => echo(&element, |m: &mut Message| swap(&mut m.from, &mut m.to)),
            _ => echo(&element, |p: &mut Presence| swap(&mut p.from, &mut p.to)),
        };
    });
    said
}
