//! Where a hostile part stands.

use xmpp_stanzas::core_stanzas::{Iq, Message, Presence};
use xmpp_stanzas::data_forms::form::Form;
use xmpp_stanzas::disco::info;
use xmpp_stanzas::xml::{Options, RawElement};

use crate::operation::{self, Operation};
use crate::shapes::{self, Shapes};
use crate::tree::Tree;

/// An element, the place in it where a hostile part goes, and what is done with it then.
#[derive(Debug)]
#[non_exhaustive]
pub struct Carrier {
    /// What it is, and the place.
    pub name: String,
    /// The element.
    pub tree: Tree,
    /// The place: which element, in the order of the document.
    pub target: usize,
    /// What is done with it.
    pub operations: fn() -> Vec<Operation>,
}

fn stanza<T: operation::Full>() -> Vec<Operation> {
    let mut all = operation::typed::<T>();
    all.extend(operation::stanzas());
    all
}

fn form() -> Vec<Operation> {
    let mut all = operation::typed::<Form>();
    all.extend(operation::forms());
    all
}

/// The element and its place that `name` and `target` say.
fn carrier(name: &str, source: &str, target: usize, operations: fn() -> Vec<Operation>) -> Carrier {
    let element = RawElement::read_with(source.as_bytes(), &Options::new());
    let element = element.unwrap_or_else(|error| panic!("{source}: {error}"));
    let tree = Tree::of(element.node());
    assert!(target < tree.len(), "{name} has no element {target}");
    Carrier {
        name: name.to_owned(),
        tree,
        target,
        operations,
    }
}

/// All carriers whose types are known here. Those of the registry come from its vectors.
#[must_use]
pub fn carriers() -> Vec<Carrier> {
    let opaque = operation::opaque;
    let iq = "<iq xmlns='jabber:client' type='result' id='1' from='a@b.example/c' to='d@e.example'>\
        <query xmlns='http://jabber.org/protocol/disco#info' node='n'>\
        <identity category='client' type='pc' name='N'/><feature var='f'/><feature var='g'/>\
        <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>urn:f</value></field></x>\
        </query></iq>";
    let message = "<message xmlns='jabber:client' type='chat' id='1' from='a@b.example/c' xml:lang='en'>\
        <subject>S</subject><body>B</body><body xml:lang='de'>C</body><thread parent='p'>t</thread>\
        <u xmlns='urn:u' v='w'><x/></u></message>";
    let error = "<iq xmlns='jabber:client' type='error' id='1'><q xmlns='urn:q'/>\
        <error type='cancel' by='b.example'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>xmpp:a@b.example</gone>\
        <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>T</text><app xmlns='urn:app'/></error></iq>";
    let presence = "<presence xmlns='jabber:client' from='a@b.example/c'><show>away</show><status>S</status>\
        <priority>5</priority><c xmlns='urn:c' v='1'/></presence>";
    let disco = "<query xmlns='http://jabber.org/protocol/disco#info' node='n'>\
        <identity category='client' type='pc' name='N'/><feature var='f'/>\
        <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'><value>urn:f</value></field></x></query>";
    let form_source = "<x xmlns='jabber:x:data' type='form'><title>T</title><instructions>I</instructions>\
        <field var='FORM_TYPE' type='hidden'><value>urn:f</value></field>\
        <field var='a' type='list-multi' label='L'><desc>D</desc><required/><value>1</value>\
        <option label='O'><value>1</value></option></field>\
        <reported><field var='r'/></reported><item><field var='r'><value>v</value></field></item></x>";
    let roster = "<query xmlns='jabber:iq:roster' ver='1'><item jid='a@b.example' name='N' subscription='both'>\
        <group>G</group><group>H</group></item></query>";
    let event = "<event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'>\
        <item id='1'><entry xmlns='urn:e'>x</entry></item><retract id='2'/></items></event>";
    let features = "<stream:features xmlns:stream='http://etherx.jabber.org/streams'>\
        <mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism><mechanism>X</mechanism></mechanisms>\
        <bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>";
    let jingle = "<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' sid='s' initiator='a@b.example/c'>\
        <content creator='initiator' name='n'><description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'>\
        <payload-type id='1' name='a' clockrate='8000'><parameter name='p' value='v'/></payload-type></description>\
        <transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='u' pwd='p'>\
        <candidate component='1' foundation='1' generation='0' id='i' ip='192.0.2.1' network='0' port='1' priority='1' protocol='udp' type='host'/>\
        </transport></content></jingle>";
    vec![
        carrier("the root", "<r xmlns='urn:r' a='b'><c>d</c></r>", 0, opaque),
        carrier(
            "the root in no namespace",
            "<r a='b'><c>d</c></r>",
            0,
            opaque,
        ),
        carrier("a payload", iq, 1, opaque),
        carrier("iq", iq, 0, stanza::<Iq>),
        carrier("the payload of an iq", iq, 1, stanza::<Iq>),
        carrier("a feature in an iq", iq, 3, stanza::<Iq>),
        carrier("iq of the type error", error, 0, stanza::<Iq>),
        carrier("the error of an iq", error, 2, stanza::<Iq>),
        carrier("the condition of an error", error, 3, stanza::<Iq>),
        carrier("the text of an error", error, 4, stanza::<Iq>),
        carrier("message", message, 0, stanza::<Message>),
        carrier("a body", message, 2, stanza::<Message>),
        carrier("a thread", message, 4, stanza::<Message>),
        carrier(
            "an unknown child of a message",
            message,
            5,
            stanza::<Message>,
        ),
        carrier("presence", presence, 0, stanza::<Presence>),
        carrier("a priority", presence, 3, stanza::<Presence>),
        carrier("disco", disco, 0, operation::typed::<info::Response>),
        carrier("an identity", disco, 1, operation::typed::<info::Response>),
        carrier(
            "a form in disco",
            disco,
            3,
            operation::typed::<info::Response>,
        ),
        carrier("form", form_source, 0, form),
        carrier("a field", form_source, 5, form),
        carrier("a value of a field", form_source, 4, form),
        carrier("shapes", shapes::SOURCE, 0, operation::typed::<Shapes>),
        carrier(
            "a text child",
            shapes::SOURCE,
            2,
            operation::typed::<Shapes>,
        ),
        carrier("a date", shapes::SOURCE, 4, operation::typed::<Shapes>),
        carrier("a flag", shapes::SOURCE, 5, operation::typed::<Shapes>),
        carrier(
            "a child with bytes",
            shapes::SOURCE,
            6,
            operation::typed::<Shapes>,
        ),
        carrier(
            "a child with a label",
            shapes::SOURCE,
            7,
            operation::typed::<Shapes>,
        ),
        carrier(
            "a child that holds anything",
            shapes::SOURCE,
            9,
            operation::typed::<Shapes>,
        ),
        carrier(
            "a nested child of its own type",
            shapes::SOURCE,
            12,
            operation::typed::<Shapes>,
        ),
        carrier(
            "roster",
            roster,
            0,
            operation::typed::<xmpp_stanzas::roster::list::Roster>,
        ),
        carrier(
            "a contact",
            roster,
            1,
            operation::typed::<xmpp_stanzas::roster::list::Roster>,
        ),
        carrier(
            "event",
            event,
            0,
            operation::typed::<xmpp_stanzas::pubsub::event::Event>,
        ),
        carrier(
            "items of an event",
            event,
            1,
            operation::typed::<xmpp_stanzas::pubsub::event::Event>,
        ),
        carrier(
            "features",
            features,
            0,
            operation::typed::<xmpp_stanzas::streams::features::Features>,
        ),
        carrier(
            "mechanisms",
            features,
            1,
            operation::typed::<xmpp_stanzas::streams::features::Features>,
        ),
        carrier(
            "jingle",
            jingle,
            0,
            operation::typed::<xmpp_stanzas::jingle::session::Jingle>,
        ),
        carrier(
            "a description",
            jingle,
            2,
            operation::typed::<xmpp_stanzas::jingle::session::Jingle>,
        ),
        carrier(
            "a transport",
            jingle,
            5,
            operation::typed::<xmpp_stanzas::jingle::session::Jingle>,
        ),
    ]
}
