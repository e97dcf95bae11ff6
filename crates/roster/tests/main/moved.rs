//! A claim to have moved is believed only when the old account confirms it.

use xmpp_core_stanzas::{Iq, Presence};
use xmpp_jid::Jid;
use xmpp_roster::list::Roster;
use xmpp_roster::moved::{Claim, Moved, Statement};
use xmpp_xml::{Error, Invalid, Options, Report, from_str, read_with, to_string};

const OLD: &str = "alice@wonderland.example";
const NEW: &str = "alice@glass.example";

fn roster(subscription: &str) -> Roster {
    from_str(&format!(
        "<query xmlns='jabber:iq:roster'><item jid='{OLD}' subscription='{subscription}'/><item jid='b@c.example'/></query>"
    ))
    .unwrap()
}

fn request(kind: &str, from: &str, old: &str) -> Presence {
    let text = format!(
        "<presence xmlns='jabber:client' type='{kind}' from='{from}'>\
         <moved xmlns='urn:xmpp:moved:1'><old-jid>{old}</old-jid></moved></presence>"
    );
    let options = Options::new().invalid(Invalid::Keep);
    read_with(text.as_bytes(), &options, &mut Report::default()).unwrap()
}

fn claim() -> Claim {
    Claim::of(&request("subscribe", NEW, OLD), &roster("both"))
        .unwrap()
        .unwrap()
}

fn account() -> Jid {
    Jid::new("queen@hearts.example/throne").unwrap()
}

/// The answer with this content.
fn answer(from: &str, kind: &str, content: &str) -> Iq {
    let from = if from.is_empty() {
        String::new()
    } else {
        format!("from='{from}'")
    };
    from_str(&format!(
        "<iq xmlns='jabber:client' type='{kind}' id='m1' {from}>{content}</iq>"
    ))
    .unwrap()
}

fn statement(jids: &[&str]) -> String {
    let items: String = jids
        .iter()
        .map(|jid| {
            format!("<item id='current'><moved xmlns='urn:xmpp:moved:1'><new-jid>{jid}</new-jid></moved></item>")
        })
        .collect();
    format!(
        "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:moved:1'>{items}</items></pubsub>"
    )
}

fn gone(uri: &str) -> String {
    format!(
        "<error type='cancel'><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>{uri}</gone></error>"
    )
}

fn is_confirmed(answer: &Iq) -> bool {
    let claim = claim();
    let question = claim.question("m1").unwrap();
    claim.is_confirmed_by(answer, &question, &account())
}

#[test]
fn only_a_contact_who_may_see_the_user_can_move() -> Result<(), Error> {
    for (subscription, is_one) in [
        ("both", true),
        ("from", true),
        ("to", false),
        ("none", false),
        ("odd", false),
    ] {
        let claim = Claim::of(&request("subscribe", NEW, OLD), &roster(subscription))?;
        assert_eq!(claim.is_some(), is_one, "{subscription}");
    }
    assert_eq!(
        Claim::of(&request("subscribe", NEW, "x@y.example"), &roster("both"))?,
        None
    );
    assert_eq!(
        Claim::of(&request("subscribe", NEW, "b@c.example"), &roster("both"))?,
        None
    );
    Ok(())
}

#[test]
fn only_a_subscription_request_between_valid_addresses_claims_anything() -> Result<(), Error> {
    let roster = roster("both");
    for kind in ["subscribed", "unsubscribe", "unavailable", "probe"] {
        assert_eq!(
            Claim::of(&request(kind, NEW, OLD), &roster)?,
            None,
            "{kind}"
        );
    }
    assert_eq!(
        Claim::of(&request("subscribe", "a@@b", OLD), &roster)?,
        None
    );
    let full = format!("{OLD}/garden");
    assert_eq!(Claim::of(&request("subscribe", NEW, &full), &roster)?, None);
    assert_eq!(Claim::of(&request("subscribe", OLD, OLD), &roster)?, None);
    assert_eq!(
        Claim::of(&request("subscribe", NEW, "a@@b"), &roster).unwrap_or(None),
        None
    );
    let mut nobody = request("subscribe", NEW, OLD);
    nobody.from = None;
    assert_eq!(Claim::of(&nobody, &roster)?, None);
    let plain: Presence =
        from_str("<presence xmlns='jabber:client' type='subscribe' from='a@b.example'/>")?;
    assert_eq!(Claim::of(&plain, &roster)?, None);
    Ok(())
}

#[test]
fn the_accounts_are_bare() -> Result<(), Error> {
    let request = request(
        "subscribe",
        "Alice@glass.example/mirror",
        "Alice@Wonderland.example",
    );
    let claim = Claim::of(&request, &roster("from"))?.unwrap();
    assert_eq!(
        (claim.old().as_str(), claim.new_account().as_str()),
        ("Alice@Wonderland.example", "Alice@glass.example")
    );
    let question = claim.question("m1")?;
    assert_eq!(question.to, Jid::new(OLD).ok());
    assert!(
        to_string(&question)?
            .contains("<items node='urn:xmpp:moved:1'><item id='current'/></items>")
    );
    assert!(claim.is_confirmed_by(
        &answer(OLD, "result", &statement(&[NEW])),
        &question,
        &account()
    ));
    Ok(())
}

#[test]
fn the_old_account_confirms_by_its_statement() {
    assert!(is_confirmed(&answer(OLD, "result", &statement(&[NEW]))));
    assert!(is_confirmed(&answer(
        OLD,
        "result",
        &statement(&["Alice@Glass.example"])
    )));
    for other in [
        statement(&["mallory@glass.example"]),
        statement(&["glass.example"]),
        statement(&[NEW, "mallory@glass.example"]),
        statement(&[]),
        statement(&["a@@b"]),
        String::new(),
        statement(&[NEW]).replace("urn:xmpp:moved:1'><item", "urn:example:other'><item"),
        statement(&[NEW]).replace("new-jid", "old-jid"),
        statement(&[NEW]).replace("<item id='current'>", "<item id='current'/><item id='x'>"),
    ] {
        assert!(!is_confirmed(&answer(OLD, "result", &other)), "{other}");
    }
}

#[test]
fn nobody_else_confirms() {
    for from in [
        "",
        NEW,
        "wonderland.example",
        "alice@wonderland.example/garden",
        "queen@hearts.example",
    ] {
        assert!(
            !is_confirmed(&answer(from, "result", &statement(&[NEW]))),
            "{from}"
        );
    }
    let claim = claim();
    let question = claim.question("m2").unwrap();
    assert!(!claim.is_confirmed_by(
        &answer(OLD, "result", &statement(&[NEW])),
        &question,
        &account()
    ));
    // The answer to a question that was put to somebody else.
    let question = claim
        .question("m1")
        .unwrap()
        .with_to(Jid::new("mallory@x.example").unwrap());
    let forged = answer("mallory@x.example", "result", &statement(&[NEW]));
    assert!(!claim.is_confirmed_by(&forged, &question, &account()));
}

#[test]
fn an_account_that_has_gone_confirms_by_its_error() {
    assert!(is_confirmed(&answer(
        OLD,
        "error",
        &gone("xmpp:alice@glass.example")
    )));
    assert!(is_confirmed(&answer(
        OLD,
        "error",
        &gone("\n xmpp:alice@glass.example?message ")
    )));
    for uri in [
        "",
        "xmpp:mallory@glass.example",
        "alice@glass.example",
        "https://glass.example/",
        "xmpp:",
    ] {
        assert!(!is_confirmed(&answer(OLD, "error", &gone(uri))), "{uri}");
    }
    let redirect = gone("xmpp:alice@glass.example").replace("gone", "redirect");
    assert!(!is_confirmed(&answer(OLD, "error", &redirect)));
    let repeated = statement(&[NEW])
        + "<error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
    assert!(!is_confirmed(&answer(OLD, "error", &repeated)));
}

#[test]
fn each_has_its_own_address() {
    let jid = Jid::new(NEW).unwrap();
    let notification = to_string(&Moved::new(jid.clone())).unwrap();
    let statement = to_string(&Statement::new(jid)).unwrap();
    assert!(notification.contains("<old-jid>") && statement.contains("<new-jid>"));
    assert!(from_str::<Statement>(&notification).is_err());
    assert!(from_str::<Moved>(&statement).is_err());
}
