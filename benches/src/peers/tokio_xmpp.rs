//! tokio-xmpp 6: its own reader and writer of streams, with the types of xmpp-parsers, over bytes in memory.

use futures::{SinkExt as _, StreamExt as _};
use tokio::io::{BufReader, join, sink};
use tokio::runtime::Builder;
use tokio_xmpp::xmlstream::{ReadError, StreamHeader, Timeouts, accept_stream};
use xmpp_parsers::stanza::Stanza;
use xmpp_parsers::stream_features::StreamFeatures;

use super::xmpp_parsers as types;
use crate::conversation::Conversation;

pub(crate) fn converse(stream: &[u8], size: usize) -> Conversation {
    let runtime = Builder::new_current_thread().enable_time().build();
    let talk = async {
        let io = join(BufReader::with_capacity(size, stream), sink());
        let accepted = accept_stream(io, "jabber:client", Timeouts::default()).await;
        let header = StreamHeader {
            from: Some("example.net".into()),
            to: None,
            id: Some("s1".into()),
        };
        let sent = accepted
            .expect("a header comes")
            .send_header(header)
            .await
            .expect("a sink takes everything");
        let mut stream = sent
            .send_features::<Stanza>(&StreamFeatures::default())
            .await
            .expect("a sink takes everything");
        let mut said = Conversation::default();
        loop {
            match stream.next().await.expect("a stream that is closed") {
                Ok(mut stanza) => {
                    types::turn(&mut stanza);
                    let sent = stream.send(&stanza).await;
                    sent.expect("a sink takes everything");
                    said.stanzas += 1;
                }
                Err(ReadError::StreamFooterReceived) => return said,
                Err(error) => panic!("tokio-xmpp reads every stanza: {error}"),
            }
        }
    };
    runtime.expect("a runtime").block_on(talk)
}
