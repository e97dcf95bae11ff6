//! What a client does in a day, with a real server at the other end.
//!
//! Runs where Prosody is installed, and says so where it is not. Every element, both ways, goes through the types: it must
//! come back as it was, and what has no type must be listed here.

mod client;
mod extensions;
mod server;
mod watch;

use alloc::collections::BTreeSet;

use xmpp_stanzas::blocking::command::{Block, Blocklist, Item as Blocked, Unblock};
use xmpp_stanzas::chat::receipts;
use xmpp_stanzas::chat::state::{ChatState, State};
use xmpp_stanzas::core_stanzas::{Iq, IqKind, Message, MessageKind, Presence, PresenceKind, Show};
use xmpp_stanzas::data_forms::FormType as _;
use xmpp_stanzas::disco::caps::{Capabilities, Verification};
use xmpp_stanzas::disco::{info, items};
use xmpp_stanzas::entity::{last_activity, ping, time};
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::muc::forms::RoomConfig;
use xmpp_stanzas::muc::{self, admin, join, owner, user};
use xmpp_stanzas::pubsub::event::Event;
use xmpp_stanzas::pubsub::pubsub::{Items, Publish, Pubsub};
use xmpp_stanzas::roster::list;
use xmpp_stanzas::vocabulary::hashes::Algorithm;
use xmpp_stanzas::vocabulary::nickname::Nickname;

use self::client::Client;
use self::server::{HOST, Prosody, ROOMS};
use self::watch::Watch;

/// What this server says that has no type, by namespace and name.
const OPAQUE: &[(&str, &str)] = &[];

/// Runs a part of the day, if there is a server for it.
#[expect(clippy::print_stderr, reason = "a test that cannot run says so")]
fn with_server(name: &str, part: impl FnOnce(&Prosody) -> Vec<Watch>) {
    let Some(server) = Prosody::start(name) else {
        eprintln!("Prosody is not installed: {name} is left out");
        return;
    };
    let mut opaque = BTreeSet::new();
    let mut typed = 0;
    for watch in part(&server) {
        assert_eq!(watch.faults, Vec::<String>::new());
        opaque.extend(watch.opaque);
        typed += watch.typed;
    }
    for (namespace, name) in OPAQUE {
        opaque.remove(&((*namespace).to_owned(), (*name).to_owned()));
    }
    assert_eq!(opaque, BTreeSet::new(), "has no type and is not listed");
    assert!(typed > 0, "{name}: nothing has been read as a type");
}

fn jid(text: &str) -> Jid {
    text.parse().expect("an address")
}

/// Two accounts, logged in and available.
fn two(server: &Prosody) -> (Client, Client, Vec<Watch>) {
    let watches = vec![
        Client::register(server, "alice"),
        Client::register(server, "rabbit"),
    ];
    let mut alice = Client::log_in(server, "alice", "wonderland");
    let mut rabbit = Client::log_in(server, "rabbit", "hole");
    alice.send(&Presence::new());
    rabbit.send(&Presence::new());
    (alice, rabbit, watches)
}

#[test]
fn a_roster_grows_by_subscriptions() {
    with_server("roster", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let roster: list::Roster = alice.get(None, &list::Request::new()).expect("a roster");
        assert_eq!(roster.items, []);

        let item = list::SetItem::new(jid("rabbit@a.example"))
            .with_name("The White Rabbit")
            .with_group("Wonderland");
        alice
            .set(None, &list::Set::new(item))
            .expect("a contact is added");
        let account = jid("alice@a.example");
        let push = |client: &mut Client| {
            client.wait_for(|element| {
                let iq: Iq = element.parse().ok()?;
                list::Push::of(&iq, &account).ok().flatten()
            })
        };
        assert_eq!(
            push(&mut alice).item.name.as_deref(),
            Some("The White Rabbit")
        );

        alice.send(
            &Presence::new()
                .with_kind(PresenceKind::Subscribe)
                .with_to(jid("rabbit@a.example")),
        );
        let asker = rabbit
            .presence(|p| (p.effective_kind() == PresenceKind::Subscribe).then(|| p.from.clone()));
        assert_eq!(asker, Some(jid("alice@a.example")));
        rabbit.send(
            &Presence::new()
                .with_kind(PresenceKind::Subscribed)
                .with_to(jid("alice@a.example")),
        );
        alice.presence(|p| (p.effective_kind() == PresenceKind::Subscribed).then_some(()));
        alice.presence(|p| {
            (p.is_available() && p.from == Some(jid("rabbit@a.example/hole"))).then_some(())
        });

        let roster: list::Roster = alice.get(None, &list::Request::new()).expect("a roster");
        let contact = roster.item(&jid("rabbit@a.example")).expect("the contact");
        assert_eq!(contact.subscription, Some(list::Subscription::To));
        assert_eq!(contact.groups, ["Wonderland"]);

        // Away, with a text in two languages.
        let mut away = Presence::new();
        away.show = Some(Show::Away);
        rabbit.send(&away);
        alice.presence(|p| p.show.is_some().then_some(()));

        alice
            .set(None, &list::Set::removal(jid("rabbit@a.example")))
            .expect("the contact is removed");
        while !push(&mut alice).is_removal() {}
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}

#[test]
fn entities_say_what_they_are() {
    with_server("discovery", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let host: info::Response = alice
            .get(Some(HOST), &info::Request::new())
            .expect("the server says what it is");
        assert!(host.features.iter().any(|f| f.var == "urn:xmpp:ping"));
        let services: items::Response = alice
            .get(Some(HOST), &items::Request::new())
            .expect("the server says what it has");
        assert!(services.items.iter().any(|item| item.jid == jid(ROOMS)));
        for item in &services.items {
            let of = item.jid.to_string();
            let _: info::Response = alice
                .get(Some(&of), &info::Request::new())
                .expect("each says what it is");
        }
        alice
            .set(Some(HOST), &ping::Ping::new())
            .expect_err("a ping is a get");
        let pong = alice.get::<_, ping::Ping>(Some("nobody@a.example/x"), &ping::Ping::new());
        assert!(pong.is_err());
        let _: time::Response = alice
            .get(Some(HOST), &time::Request::new())
            .expect("a time");
        let uptime: last_activity::Response = alice
            .get(Some(HOST), &last_activity::Request::new())
            .expect("how long it has run");
        assert!(uptime.seconds < 600);

        // One client says what it can do by a hash, and another verifies that.
        let mut can = info::Response::new();
        can.identities.push(info::Identity::new("client", "pc"));
        can.features.push(info::Feature::new("urn:xmpp:ping"));
        let caps = Capabilities::of(&can, "https://a.example/client", Algorithm::Sha1)
            .expect("it can be hashed");
        rabbit.send(
            &Presence::new()
                .with_to(jid("alice@a.example/wonderland"))
                .with_payload(&caps)
                .expect("a payload"),
        );
        let seen: Capabilities =
            alice.presence(|p| p.payload().expect("capabilities that can be read"));
        let mut question = Iq::new(IqKind::Get, "caps")
            .with_payload(&seen.request())
            .expect("a payload");
        question.to = Some(rabbit.jid.clone());
        alice.send(&question);
        let asked = rabbit.request();
        let request: info::Request = asked.as_get().expect("valid").expect("a question");
        assert_eq!(request.node.as_deref(), Some(caps.query_node().as_str()));
        can.node = request.node;
        let reply = asked.reply().expect("a request").with_payload(&can);
        rabbit.send(&reply.expect("a payload"));
        let account = alice.jid.clone();
        let told: info::Response = alice.wait_for(|element| {
            let iq: Iq = element.parse().ok()?;
            let is_it = iq.is_answer_to(&question, &account);
            is_it.then(|| iq.answer().expect("no error").expect("a payload"))
        });
        assert_eq!(seen.verify(&told), Verification::Valid);
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}

#[test]
fn messages_arrive_with_all_that_they_carry() {
    with_server("messages", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let message = Message::chat(jid("rabbit@a.example"), "You are late! <&> \u{1f407}")
            .with_id("m1")
            .with_payload(&receipts::Request::new())
            .and_then(|m| m.with_payload(&ChatState::new(State::Active)))
            .expect("payloads");
        alice.send(&message);
        let came = rabbit.message(|m| (m.id.as_deref() == Some("m1")).then(|| m.clone()));
        assert_eq!(came.body(&[]), message.body(&[]));
        assert!(came.has_payload::<receipts::Request>());
        let state: ChatState = came.payload().expect("valid").expect("a state");
        assert_eq!(state.state, State::Active);

        let mut receipt = Message::new().with_to(jid("alice@a.example/wonderland"));
        receipt.payloads.clear();
        rabbit.send(
            &receipt
                .with_payload(&receipts::Received::new("m1"))
                .expect("a payload"),
        );
        let received: receipts::Received =
            alice.message(|m| m.payload().expect("a receipt that can be read"));
        assert_eq!(received.id, "m1");

        // To nobody: an error comes back, and what it repeats is not what its sender says.
        alice.send(&Message::chat(jid("duchess@a.example"), "off").with_id("m2"));
        let refused = alice.message(|m| (m.id.as_deref() == Some("m2")).then(|| m.clone()));
        assert_eq!(refused.effective_kind(), MessageKind::Error);
        assert!(refused.error.is_some());
        assert_eq!(refused.body(&[]), None);
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}

#[test]
fn a_room_lives_from_creation_to_destruction() {
    with_server("rooms", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let room = format!("tea@{ROOMS}");
        let enter = |client: &mut Client, nick: &str| {
            let presence = Presence::new()
                .with_to(jid(&format!("{room}/{nick}")))
                .with_payload(&join::Join::new());
            client.send(&presence.expect("a payload"));
            client.presence(|p| {
                let info: user::MucUser = p.payload().expect("valid")?;
                info.is_self_presence().then_some(info)
            })
        };
        assert!(enter(&mut alice, "Alice").is_room_created());
        let config: owner::Query = alice
            .get(Some(&room), &owner::Query::new())
            .expect("a configuration");
        let form = config.form.expect("a form");
        let mut wanted: RoomConfig = form.parse().expect("a form for rooms");
        wanted.name = Some("Tea party".to_owned());
        alice
            .set(Some(&room), &owner::Query::new().with_form(wanted.submit()))
            .expect("the room is configured");
        assert!(!enter(&mut rabbit, "Rabbit").is_room_created());

        alice.send(&Message::groupchat(jid(&room), "No room! No room!").with_id("g1"));
        let heard = rabbit.message(|m| {
            let is_it = m.from == Some(jid(&format!("{room}/Alice"))) && m.body(&[]).is_some();
            is_it.then(|| m.clone())
        });
        assert_eq!(heard.effective_kind(), MessageKind::Groupchat);

        let people: admin::Query = alice
            .get(
                Some(&room),
                &admin::Query::list_affiliation(muc::Affiliation::Owner),
            )
            .expect("the owners");
        assert_eq!(people.items.len(), 1);
        let kick = admin::Item::set_role("Rabbit", muc::Role::None);
        alice
            .set(Some(&room), &admin::Query::from_iter([kick]))
            .expect("he is thrown out");
        let out = rabbit.presence(|p| {
            let info: user::MucUser = p.payload().expect("valid")?;
            (!p.is_available() && info.is_self_presence()).then_some(info)
        });
        assert!(out.removal().is_some());

        let destroy = owner::Query::destroy(owner::Destroy::new().with_reason("It is six o'clock"));
        alice
            .set(Some(&room), &destroy)
            .expect("the room is destroyed");
        alice.presence(|p| {
            let info: user::MucUser = p.payload().expect("valid")?;
            info.destroy.map(|_| ())
        });
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}

#[test]
fn what_is_published_comes_to_those_who_asked_for_it() {
    with_server("events", |server| {
        let (mut alice, rabbit, mut watches) = two(server);
        // Another of one's own clients gets what it says it is interested in.
        let mut other = Client::log_in(server, "alice", "mirror");
        let mut can = info::Response::new();
        can.identities.push(info::Identity::new("client", "phone"));
        let feature = xmpp_stanzas::pubsub::pep::notify_feature("http://jabber.org/protocol/nick");
        can.features.push(info::Feature::new(&feature));
        let caps = Capabilities::of(&can, "https://a.example/mirror", Algorithm::Sha1);
        let caps = caps.expect("it can be hashed");
        other.send(&Presence::new().with_payload(&caps).expect("a payload"));
        let asked = other.request();
        can.node = asked
            .as_get::<info::Request>()
            .expect("valid")
            .expect("the server asks what the hash stands for")
            .node;
        let reply = asked.reply().expect("a request").with_payload(&can);
        other.send(&reply.expect("a payload"));

        let mut item = xmpp_stanzas::pubsub::pubsub::Item::new();
        item.set_payload(&Nickname::new("Alice in the mirror"))
            .expect("a payload");
        let node = "http://jabber.org/protocol/nick";
        alice
            .set(None, &Pubsub::new(Publish::new(node, vec![item])))
            .expect("it is published");
        let told: Nickname = other.message(|m| {
            let event: Event = m.payload().expect("valid")?;
            let item = event.items(node).next()?;
            item.payload().expect("a nickname that can be read")
        });
        assert_eq!(told.text, "Alice in the mirror");
        let kept: Pubsub = alice
            .get(None, &Pubsub::new(Items::latest(node, 1)))
            .expect("the item");
        assert_eq!(kept.items(node).count(), 1);
        watches.extend([alice.close(), rabbit.close(), other.close()]);
        watches
    });
}

#[test]
fn who_is_blocked_is_not_heard() {
    with_server("blocking", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let list: Blocklist = alice.get(None, &Blocklist::new()).expect("a list");
        assert_eq!(list.items, []);
        let block = Block::new(jid("rabbit@a.example"));
        alice.set(None, &block).expect("he is blocked");
        rabbit.send(&Message::chat(jid("alice@a.example"), "Oh dear!").with_id("b1"));
        let refused = rabbit.message(|m| (m.id.as_deref() == Some("b1")).then(|| m.clone()));
        assert!(refused.is_error());
        let list: Blocklist = alice.get(None, &Blocklist::new()).expect("a list");
        assert_eq!(list.items, [Blocked::new(jid("rabbit@a.example"))]);
        alice.set(None, &Unblock::all()).expect("nobody is blocked");
        rabbit.send(&Message::chat(jid("alice@a.example"), "I shall be late!").with_id("b2"));
        alice.message(|m| (m.id.as_deref() == Some("b2")).then_some(()));
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}
