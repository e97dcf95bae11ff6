//! A call is offered; it is answered with the codecs that both know, and everything else of the offer goes back as it came.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::core_stanzas::{Iq, IqKind};
use xmpp_stanzas::jingle::ice_udp;
use xmpp_stanzas::jingle::session::{Action, Description, Jingle, Transport};
use xmpp_stanzas::xml;

const OFFER: &str = "\
<iq xmlns='jabber:client' type='set' id='j1' from='you@b.example/phone' to='me@a.example/desk'>\
<jingle xmlns='urn:xmpp:jingle:1' action='session-initiate' initiator='you@b.example/phone' sid='s1'>\
<content creator='initiator' name='voice'>\
<description xmlns='urn:xmpp:jingle:apps:rtp:1' media='audio'>\
<payload-type id='96' name='speex' clockrate='16000'/>\
<payload-type id='111' name='opus' clockrate='48000' channels='2'><parameter name='useinbandfec' value='1'/>\
<rtcp-fb xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' type='nack'/></payload-type>\
<rtcp-mux/><level xmlns='urn:example:level' max='3'/>\
</description>\
<transport xmlns='urn:xmpp:jingle:transports:ice-udp:1' ufrag='8hhy' pwd='asd88fgpdd777uzjYhagZg'/>\
</content></jingle></iq>";

/// The answer to an offer, as the payload of an iq.
fn answer(offer: &Jingle) -> Option<Jingle> {
    let mut answer = offer.accept()?;
    for content in &offer.contents {
        let accepted = answer.content_mut(&content.creator, &content.name)?;
        if let Some(Description::Rtp(rtp)) = accepted.description_mut() {
            rtp.payload_types
                .retain(|codec| codec.name.as_deref() == Some("opus"));
        }
        let mut transport = ice_udp::Transport::new();
        transport.ufrag = Some("9uB6".to_owned());
        transport.pwd = Some("YH75Fviy6338Vbrhrlp8Yh".into());
        accepted.set_transport(Transport::IceUdp(transport));
    }
    Some(answer)
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let offer: Iq = xml::from_str(OFFER)?;
    let jingle: Jingle = offer.as_set()?.ok_or("no call")?;
    assert_eq!(jingle.action, Action::SessionInitiate);

    let acknowledged = offer.reply().ok_or("not a request")?;
    println!("{}", xml::to_string(&acknowledged)?);

    let answer = answer(&jingle).ok_or("not an offer")?;
    let mut iq = Iq::new(IqKind::Set, "j2").with_payload(&answer)?;
    iq.to = offer.from;
    let sent = xml::to_string(&iq)?;
    println!("{sent}");
    assert!(sent.contains("action='session-accept'"));
    assert!(sent.contains("<rtcp-fb xmlns='urn:xmpp:jingle:apps:rtp:rtcp-fb:0' type='nack'/>"));
    assert!(sent.contains("<level xmlns='urn:example:level' max='3'/>"));
    assert!(!sent.contains("speex"));
    Ok(())
}
