//! The part of the day that needs what newer servers and clients have: copies, archives, sessions that are resumed,
//! profiles, bookmarks and files.

use xmpp_stanzas::archive::carbons::{self, Carbon, Direction};
use xmpp_stanzas::archive::mam::{self, Search};
use xmpp_stanzas::bookmarks::conference::{self, Conference};
use xmpp_stanzas::chat::correction::Replace;
use xmpp_stanzas::chat::reactions::Reactions;
use xmpp_stanzas::chat::reply::Reply;
use xmpp_stanzas::core_stanzas::{Message, Presence, Stanza};
use xmpp_stanzas::files::upload;
use xmpp_stanzas::profile::avatar::{self, Data, Info, Metadata};
use xmpp_stanzas::profile::vcard_temp::{self, VCard};
use xmpp_stanzas::pubsub::pubsub::{Item, Items, Publish, Pubsub};
use xmpp_stanzas::sessions::client_state::{Active, Inactive};
use xmpp_stanzas::sessions::stream_management::{
    self, Ack, Enable, Enabled, Outbound, Request, Resumed,
};
use xmpp_stanzas::vocabulary::hints::{Hint, HintKind};
use xmpp_stanzas::vocabulary::result_set::ResultSet;
use xmpp_stanzas::xml::{Base64, RawElement};

use super::client::Client;
use super::server::{HOST, UPLOAD};
use super::{jid, two, with_server};

#[test]
fn what_was_said_is_copied_and_archived() {
    with_server("archive", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let mut mirror = Client::log_in(server, "alice", "mirror");
        mirror.send(&Presence::new());
        mirror
            .set(None, &carbons::Enable::new())
            .expect("copies are made");

        let said = |id: &str, text: &str| Message::chat(jid("rabbit@a.example"), text).with_id(id);
        let messages = [
            said("m1", "Curiouser and couriouser!"),
            said("m2", "Curiouser and curiouser!")
                .with_payload(&Replace::new("m1"))
                .expect("a payload"),
            said("m3", "And you?")
                .with_payload(&Reply::new("m1").with_to(jid("rabbit@a.example")))
                .expect("a payload"),
            Message::new()
                .with_to(jid("rabbit@a.example"))
                .with_id("m4")
                .with_payload(&Reactions::new("m1", ["\u{1f407}".to_owned()]))
                .and_then(|m| m.with_payload(&Hint::new(HintKind::Store)))
                .expect("payloads"),
        ];
        for message in &messages {
            alice.send(message);
            rabbit.message(|m| (m.id == message.id).then_some(()));
        }
        let corrected: Replace = mirror.message(|m| {
            let account = jid("alice@a.example");
            let carbon = Carbon::of(m, &account).ok().flatten()?;
            assert_eq!(carbon.direction, Direction::Sent);
            carbon.message.payload().expect("valid")
        });
        assert_eq!(corrected.id, "m1");

        // Page by page; what comes out is what went in.
        let query = mam::Query::new().with_set(ResultSet::first_page(2));
        let mut search = Search::of_account(jid("alice@a.example"), query);
        let mut archived = Vec::new();
        let mut pages = 0;
        loop {
            let id = alice.id();
            let Some(request) = search.next_request(&id).expect("a request") else {
                break;
            };
            pages += 1;
            alice.send(&request);
            loop {
                let event = alice.wait_for(|element| {
                    let stanza: Stanza = element.parse().ok()?;
                    search.take(&stanza).expect("an archive that answers")
                });
                match event {
                    mam::Event::Message(message) => archived.extend(message.message),
                    mam::Event::End(_) => break,
                }
            }
        }
        assert!(pages > 1, "{pages}");
        let ids: Vec<_> = archived.iter().filter_map(|m| m.id.as_deref()).collect();
        assert_eq!(ids, ["m1", "m2", "m3", "m4"]);
        let preferences: mam::Preferences = alice
            .get(None, &mam::Preferences::get())
            .expect("preferences");
        assert!(preferences.default.is_some());
        watches.extend([alice.close(), rabbit.close(), mirror.close()]);
        watches
    });
}

#[test]
fn a_session_is_resumed_where_it_broke_off() {
    with_server("sessions", |server| {
        let (alice, mut rabbit, mut watches) = two(server);
        watches.push(alice.close());
        let (mut alice, features) = Client::authenticated(server, "alice");
        let offered: Option<stream_management::Feature> = features.other().expect("valid");
        assert!(offered.is_some());
        alice.bind("wonderland");
        alice.send(&Enable::resumable());
        let enabled: Enabled = alice.wait_for(|element| element.parse().ok());
        alice.inbound = stream_management::Inbound::new();
        assert!(enabled.resumption_id().is_some());

        let mut outbound = Outbound::new();
        let here = Presence::new();
        outbound.push(RawElement::from_element(&here).expect("a stanza"));
        alice.send(&here);
        alice.send(&Request::new());
        let ack: Ack = alice.wait_for(|element| element.parse().ok());
        assert_eq!(outbound.acknowledge(ack.h).map(|done| done.len()), Ok(1));
        alice.send(&Inactive::new());
        alice.send(&Active::new());

        // The network is gone; what is said meanwhile comes after the session has been resumed.
        let (inbound, watch) = alice.vanish();
        watches.push(watch);
        rabbit.send(&Message::chat(jid("alice@a.example"), "The Duchess!").with_id("r1"));
        let (mut alice, _) = Client::authenticated(server, "alice");
        let resume = inbound.resume(&enabled).expect("it can be resumed");
        alice.send(&resume);
        let resumed: Resumed = alice.wait_for(|element| element.parse().ok());
        assert!(resumed.answers(&resume));
        assert_eq!(
            outbound.acknowledge(resumed.h).map(|done| done.len()),
            Ok(0)
        );
        alice.message(|m| (m.id.as_deref() == Some("r1")).then_some(()));
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}

#[test]
fn a_profile_is_published_and_read() {
    with_server("profile", |server| {
        let (mut alice, mut rabbit, mut watches) = two(server);
        let mut card = VCard::new().with_full_name("Alice Liddell");
        card.nicknames.push("Alice".to_owned());
        alice.set(None, &card).expect("the vCard is kept");
        let read: VCard = rabbit
            .get(Some("alice@a.example"), &vcard_temp::Request::new())
            .expect("the vCard is public");
        assert_eq!(read.full_name.as_deref(), Some("Alice Liddell"));
        assert_eq!(read.nicknames, ["Alice"]);

        let image = b"\x89PNG\r\n\x1a\n";
        let info = Info::of_png(image).expect("small enough");
        let data = Item::of_id(&info.id).with_payload(&Data::new(Base64(image.to_vec())));
        let data = Publish::new(avatar::DATA, vec![data.expect("a payload")]);
        alice
            .set(None, &Pubsub::new(data))
            .expect("the image is kept");
        let metadata = Item::of_id(&info.id).with_payload(&Metadata::of([info.clone()]));
        let metadata = Publish::new(avatar::METADATA, vec![metadata.expect("a payload")]);
        alice
            .set(None, &Pubsub::new(metadata))
            .expect("what it is like is kept");
        let items = Items::new(avatar::DATA).with_items([Item::of_id(&info.id)]);
        let kept: Pubsub = alice.get(None, &Pubsub::new(items)).expect("the image");
        let item = kept.items(avatar::DATA).next().expect("the image");
        let data: Data = item.payload().expect("valid").expect("an image");
        assert!(info.describes(&data.content.0));
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}

#[test]
fn rooms_are_remembered_and_files_find_a_place() {
    with_server("bookmarks", |server| {
        let (mut alice, rabbit, mut watches) = two(server);
        let mut room = Conference::new().with_name("Tea party").with_nick("Alice");
        room.autojoin = true;
        let item = Item::of_id("tea@rooms.a.example").with_payload(&room);
        let publish = Publish::new(conference::NS, vec![item.expect("a payload")]);
        let options = xmpp_stanzas::pubsub::pubsub::PublishOptions::private_data();
        alice
            .set(None, &Pubsub::new(publish).with_publish_options(options))
            .expect("the room is remembered");
        let kept: Pubsub = alice
            .get(None, &Pubsub::new(Items::new(conference::NS)))
            .expect("the rooms");
        let item = kept.items(conference::NS).next().expect("the room");
        let read: Conference = item.payload().expect("valid").expect("a room");
        assert!(read.autojoin);
        assert_eq!(read.nick.as_deref(), Some("Alice"));

        let wanted = upload::Request::new("tea.png", 4096).with_content_type("image/png");
        let slot: upload::Slot = alice.get(Some(UPLOAD), &wanted).expect("a place");
        assert!(slot.put.url.contains("tea.png"));
        let refused =
            alice.get::<_, upload::Slot>(Some(UPLOAD), &upload::Request::new("x", u64::MAX));
        assert!(refused.is_err());
        let version: xmpp_stanzas::entity::version::Response = alice
            .get(Some(HOST), &xmpp_stanzas::entity::version::Request::new())
            .expect("a version");
        assert_eq!(version.name.as_deref(), Some("Prosody"));
        watches.extend([alice.close(), rabbit.close()]);
        watches
    });
}
