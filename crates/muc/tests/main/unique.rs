use xmpp_muc::unique::RoomName;
use xmpp_xml::testing::assert_typed;

use crate::written;

#[test]
fn tells_a_request_from_its_answer() {
    let request: RoomName = assert_typed("<unique xmlns='http://jabber.org/protocol/muc#unique'/>");
    assert_eq!((&request.text, request.localpart()), (&None, None));
    assert_eq!(request, RoomName::new());
    let answer: RoomName =
        assert_typed("<unique xmlns='http://jabber.org/protocol/muc#unique'>\n  r-5\n</unique>");
    assert_eq!(answer.localpart(), Some("r-5"));
    assert_eq!(
        written(&RoomName::give("r-5")),
        "<unique xmlns='http://jabber.org/protocol/muc#unique'>r-5</unique>"
    );
}

#[test]
fn takes_white_space_for_no_name() {
    let blank: RoomName =
        assert_typed("<unique xmlns='http://jabber.org/protocol/muc#unique'> </unique>");
    assert_eq!(blank.localpart(), None);
}
