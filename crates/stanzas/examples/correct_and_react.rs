//! A client shows a conversation: messages are corrected, replied to, reacted to and retracted, by those who may.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::chat::correction::Replace;
use xmpp_stanzas::chat::fallback::{Fallback, Part, visible};
use xmpp_stanzas::chat::identity::reference_id;
use xmpp_stanzas::chat::reactions::Reactions;
use xmpp_stanzas::chat::reply::{self, Reply};
use xmpp_stanzas::chat::retraction::Retraction;
use xmpp_stanzas::chat::sender::{Conversation, is_same};
use xmpp_stanzas::core_stanzas::Message;
use xmpp_stanzas::vocabulary::hints::{Hint, HintKind};
use xmpp_stanzas::xml;

/// What comes in, in a conversation of two: a typing error and its correction, an answer that quotes it, a reaction, and
/// somebody else who tries to correct and to take back what is not theirs.
const RECEIVED: [&str; 6] = [
    "<message xmlns='jabber:client' from='hatter@tea.example/table' type='chat' id='m1'>\
     <body>No rom!</body></message>",
    "<message xmlns='jabber:client' from='cat@tree.example/grin' type='chat' id='m2'>\
     <body>Plenty of room!</body><replace xmlns='urn:xmpp:message-correct:0' id='m1'/></message>",
    "<message xmlns='jabber:client' from='hatter@tea.example/pot' type='chat' id='m3'>\
     <body>No room!</body><replace xmlns='urn:xmpp:message-correct:0' id='m1'/></message>",
    "<message xmlns='jabber:client' from='alice@wonderland.example/x' type='chat' id='m4'>\
     <body>&gt; No room! 🫖\nThere is plenty</body>\
     <reply xmlns='urn:xmpp:reply:0' to='hatter@tea.example/pot' id='m1'/>\
     <fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='13'/></fallback></message>",
    "<message xmlns='jabber:client' from='dormouse@tea.example/pot' type='chat' id='m5'>\
     <reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>😴</reaction></reactions></message>",
    "<message xmlns='jabber:client' from='cat@tree.example/grin' type='chat' id='m6'>\
     <retract xmlns='urn:xmpp:message-retract:1' id='m1'/></message>",
];

/// A message as it is shown.
#[derive(Debug)]
struct Shown {
    message: Message,
    text: String,
    reactions: Vec<String>,
}

#[derive(Debug, Default)]
struct Conversations {
    shown: Vec<Shown>,
}

impl Conversations {
    /// The message that is meant, if `later` is from its sender.
    fn own(&mut self, id: &str, later: &Message) -> Option<&mut Shown> {
        let mut all = self.shown.iter_mut();
        let found = all.find(|shown| shown.message.id.as_deref() == Some(id));
        found.filter(|shown| is_same(&shown.message, later, Conversation::Direct))
    }

    fn receive(&mut self, message: Message) -> Result<(), xml::Error> {
        if let Some(replace) = message.payload::<Replace>()? {
            let text = message.body(&[]).unwrap_or_default().to_owned();
            if let Some(shown) = self.own(&replace.id, &message) {
                shown.text = text + " (corrected)";
            }
        } else if let Some(retraction) = Retraction::of(&message, None)? {
            if let Some(shown) = self.own(&retraction.id, &message) {
                shown.text = "(retracted)".to_owned();
            }
        } else if let Some(reactions) = message.payload::<Reactions>()? {
            let meant = |shown: &&mut Shown| {
                reference_id(&shown.message, None).as_deref() == Some(&*reactions.id)
            };
            if let Some(shown) = self.shown.iter_mut().find(meant) {
                shown.reactions = reactions.distinct().map(str::to_owned).collect();
            }
        } else if let Some(body) = message.body(&[]) {
            let fallbacks: Vec<Fallback> = message.payloads_of().collect::<Result<_, _>>()?;
            let understands = |protocol: &str| protocol == reply::NS;
            let text = visible(body, Part::Body, &fallbacks, understands);
            let answers = message.payload::<Reply>()?;
            let text = answers.map_or_else(
                || text.to_string(),
                |reply| format!("(to {}) {text}", reply.id),
            );
            self.shown.push(Shown {
                message,
                text,
                reactions: Vec::new(),
            });
        }
        Ok(())
    }
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let mut conversations = Conversations::default();
    for received in RECEIVED {
        conversations.receive(xml::from_str(received)?)?;
    }
    for Shown {
        text, reactions, ..
    } in &conversations.shown
    {
        println!("{text} {}", reactions.concat());
    }
    let texts: Vec<_> = conversations.shown.iter().map(|it| &*it.text).collect();
    assert_eq!(texts, ["No room! (corrected)", "(to m1) There is plenty"]);

    // And now oneself.
    let [hatters, ..] = &*conversations.shown else {
        return Err("nothing was said".into());
    };
    assert_eq!(hatters.reactions, ["😴"]);
    let id = reference_id(&hatters.message, None).ok_or("nobody can react to it")?;
    let mut reaction = Message::new()
        .with_id("m7")
        .with_payload(&Reactions::new(id, ["🫖".to_owned(), "👍".to_owned()]))?
        .with_payload(&Hint::new(HintKind::Store))?;
    reaction.to.clone_from(&hatters.message.from);
    let sent = xml::to_string(&reaction)?;
    println!("{sent}");
    assert!(sent.contains(
        "<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>🫖</reaction><reaction>👍</reaction></reactions>"
    ));
    Ok(())
}
