//! A client catches up with its archive, page by page, while somebody else tries to slip a message in.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use core::error::Error;

use xmpp_stanzas::archive::mam::{Event, Filter, Fin, Query, QueryResult, Search};
use xmpp_stanzas::core_stanzas::{Iq, Message, Stanza};
use xmpp_stanzas::data_forms::FormType as _;
use xmpp_stanzas::data_forms::form::FormKind;
use xmpp_stanzas::jid::Jid;
use xmpp_stanzas::vocabulary::forwarded::Forwarded;
use xmpp_stanzas::vocabulary::result_set::{First, ResultSet};
use xmpp_stanzas::xml::{self, RawElement};

const ACCOUNT: &str = "juliet@capulet.example";

/// What has been said, by the ids in the archive.
const SAID: [(&str, &str); 5] = [
    ("m1", "What light through yonder window breaks?"),
    ("m2", "O Romeo, Romeo!"),
    ("m3", "Call me but love."),
    ("m4", "What man art thou?"),
    ("m5", "My name, dear saint, is hateful to myself."),
];

/// What comes in from the server. Here it is all in memory; a client reads it from its stream.
struct Connection {
    incoming: Vec<Stanza>,
}

impl Connection {
    /// The server answers the request for a page, and Tybalt sends a result of his own beside it.
    fn send(&mut self, request: &Iq) -> Result<(), Box<dyn Error>> {
        println!("> {}", xml::to_string(request)?);
        let query = request.as_set::<Query>()?.ok_or("no query")?;
        let set = query.set.clone().unwrap_or_default();
        let max = usize::try_from(set.max.unwrap_or(10))?;
        let after = set.after.as_deref();
        let start = SAID.iter().position(|(id, _)| Some(*id) == after);
        let page: Vec<_> = SAID
            .iter()
            .skip(start.map_or(0, |at| at + 1))
            .take(max)
            .collect();
        let query_id = query.query_id.as_deref().ok_or("no queryid")?;
        let forged = result(query_id, "m9", "Meet me at our hall!")?;
        let tybalt = Jid::new("tybalt@capulet.example/hall")?;
        self.incoming
            .push(Stanza::Message(forged.with_from(tybalt)));
        for (id, text) in &page {
            self.incoming
                .push(Stanza::Message(result(query_id, id, text)?));
        }
        let mut set = ResultSet::new();
        set.first = page.first().map(|(id, _)| First::new(*id));
        set.last = page.last().map(|(id, _)| (*id).to_owned());
        let fin = Fin::new(set).with_complete(page.len() < max);
        let answer = request.reply().ok_or("no request")?.with_payload(&fin)?;
        self.incoming.push(Stanza::Iq(answer));
        Ok(())
    }

    fn receive(&mut self) -> Option<Stanza> {
        (!self.incoming.is_empty()).then(|| self.incoming.remove(0))
    }
}

/// A message as it comes out of the archive.
fn result(query_id: &str, id: &str, text: &str) -> Result<Message, Box<dyn Error>> {
    let said =
        Message::chat(Jid::new(ACCOUNT)?, text).with_from(Jid::new("romeo@montague.example")?);
    let forwarded = Forwarded::new(RawElement::from_element(&said)?);
    let result = QueryResult::new(id, forwarded).with_query_id(query_id);
    Ok(Message::new().with_payload(&result)?)
}

/// Everything that the archive has since a time.
fn catch_up(connection: &mut Connection, since: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut filter = Filter::new(FormKind::Submit);
    filter.start = Some(since.parse()?);
    let query = Query::new()
        .with_filter(&filter)
        .with_set(ResultSet::first_page(2));
    let mut search = Search::of_account(Jid::new(ACCOUNT)?, query);
    let mut texts = Vec::new();
    let mut page = 0;
    while let Some(request) = search.next_request(&format!("page-{page}"))? {
        connection.send(&request)?;
        while let Some(stanza) = connection.receive() {
            match search.take(&stanza)? {
                Some(Event::Message(archived)) => {
                    let message = archived.message.as_ref();
                    texts.extend(
                        message
                            .and_then(|message| message.body(&[]))
                            .map(str::to_owned),
                    );
                }
                Some(Event::End(_)) => break,
                None => println!("ignored: {}", xml::to_string(&stanza)?),
            }
        }
        page += 1;
    }
    Ok(texts)
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let mut connection = Connection {
        incoming: Vec::new(),
    };
    let texts = catch_up(&mut connection, "2026-06-07T00:00:00Z")?;
    println!("{texts:#?}");
    let said = SAID.map(|(_, text)| text);
    assert_eq!(texts, said);
    Ok(())
}
