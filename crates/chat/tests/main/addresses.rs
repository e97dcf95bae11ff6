use xmpp_chat::addresses::{Address, AddressKind, Addresses, Answer};
use xmpp_jid::Jid;
use xmpp_xml::{Invalid, Options, Report, read_with};

fn jid(text: &str) -> Jid {
    text.parse().expect("it is valid")
}

fn address(kind: AddressKind, at: &str) -> Address {
    Address::new(kind).with_jid(jid(at))
}

#[test]
fn a_blind_copy_is_seen_by_its_recipient_alone() {
    let all = Addresses::new([
        address(AddressKind::To, "hare@tea.example"),
        address(AddressKind::Bcc, "cat@tree.example"),
        address(AddressKind::Bcc, "queen@court.example"),
    ]);
    assert_eq!(all.without_blind_copies(None).addresses.len(), 1);
    let cats = all.without_blind_copies(Some(&jid("cat@tree.example")));
    let blind: Vec<_> = cats.of_kind(&AddressKind::Bcc).collect();
    assert_eq!(blind, [&address(AddressKind::Bcc, "cat@tree.example")]);
    let unaddressed = Addresses::new([Address::new(AddressKind::Bcc)]);
    assert!(unaddressed.without_blind_copies(None).addresses.is_empty());
}

#[test]
fn an_address_that_cannot_be_read_is_never_passed_over() {
    let source = "<addresses xmlns='http://jabber.org/protocol/address'>\
        <address type='to' jid='hare@tea.example'/><address jid='cat@tree.example'/></addresses>";
    let options = Options::new().invalid(Invalid::Keep);
    assert!(read_with::<Addresses>(source.as_bytes(), &options, &mut Report::default()).is_err());
    let source = source.replace(
        "<address jid",
        "<address type='bcc' delivered='perhaps' jid",
    );
    assert!(read_with::<Addresses>(source.as_bytes(), &options, &mut Report::default()).is_err());
}

#[test]
fn an_answer_goes_where_it_should() {
    let to = address(AddressKind::To, "hare@tea.example");
    let reply_to = address(AddressKind::ReplyTo, "hatter@tea.example");
    let room = address(AddressKind::ReplyRoom, "party@rooms.tea.example");
    let none = Address::new(AddressKind::NoReply);
    assert_eq!(Addresses::new([to.clone()]).answer(), Answer::All);
    let some = Addresses::new([to, reply_to.clone()]);
    assert_eq!(some.answer(), Answer::To(vec![&reply_to]));
    let rooms = Addresses::new([reply_to.clone(), room.clone()]);
    assert_eq!(rooms.answer(), Answer::Rooms(vec![&room]));
    let nowhere = Addresses::new([reply_to, room, none]);
    assert_eq!(nowhere.answer(), Answer::Nowhere);
}

#[test]
fn an_answer_to_all_goes_to_the_others_and_the_sender() {
    let received = Addresses::new([
        address(AddressKind::To, "dormouse@tea.example").with_delivered(true),
        address(AddressKind::Cc, "hare@tea.example").with_delivered(true),
        address(AddressKind::OriginalFrom, "queen@court.example/throne"),
        address(AddressKind::Bcc, "Dormouse@TEA.example"),
    ]);
    let own = jid("dormouse@tea.example/pot");
    let answer = received.for_answer(&jid("hatter@tea.example/table"), &own);
    assert_eq!(
        answer.addresses,
        [
            address(AddressKind::Cc, "hare@tea.example"),
            address(AddressKind::To, "hatter@tea.example/table"),
        ]
    );
    let once = received.for_answer(&jid("hare@tea.example/burrow"), &own);
    assert_eq!(
        once.addresses,
        [address(AddressKind::Cc, "hare@tea.example")]
    );
}
