use xmpp_jid::FullJid;
use xmpp_stream_errors::bind::{self, Unbind};
use xmpp_stream_errors::component::{Handshake, Method};
use xmpp_stream_errors::sasl::{
    Abort, Auth, Challenge, Condition, Data, Failure, Mechanism, Response, Success, Text,
};
use xmpp_stream_errors::session::Session;
use xmpp_stream_errors::tls::{self, Proceed, StartTls};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{
    Element, Error, ErrorKind, Hex, Invalid, LanguageTag, Options, Report, Token, Value as _,
};

fn auth(inside: &str) -> String {
    format!("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{inside}</auth>")
}

#[test]
fn no_bytes_are_not_the_same_as_nothing() {
    let nothing: Auth = assert_typed(&auth(""));
    assert_eq!(nothing.initial_response, Data(None));
    let empty: Auth = assert_typed(&auth("="));
    assert_eq!(empty.initial_response.bytes(), Some(&[][..]));
    let some: Auth = assert_typed(&auth("AGEAYg=="));
    assert_eq!(some.initial_response, Data::from(b"\0a\0b".to_vec()));
    assert!(nothing != empty && empty != some);
}

/// What is in each element of SASL that carries base64.
fn in_each(text: &str) -> [Result<Vec<u8>, Error>; 4] {
    fn read<T: Element>(name: &str, text: &str) -> Result<T, Error> {
        xmpp_xml::from_str(&format!(
            "<{name} xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{text}</{name}>"
        ))
    }
    let some = |data: Data| {
        data.0
            .map_or_else(|| b"nothing".to_vec(), |octets| octets.0)
    };
    [
        read("auth", text).map(|x: Auth| some(x.initial_response)),
        read("success", text).map(|x: Success| some(x.data)),
        read("challenge", text).map(|x: Challenge| x.data.0),
        read("response", text).map(|x: Response| x.data.0),
    ]
}

#[test]
fn base64_is_strict() {
    for (text, bytes) in [
        ("dGVh", &b"tea"[..]),
        ("dGU=", b"te"),
        ("dA==", b"t"),
        ("+/+/", b"\xFB\xFF\xBF"),
        ("&#x64;GVh", b"tea"),
    ] {
        assert_eq!(
            in_each(text),
            [(); 4].map(|()| Ok(bytes.to_vec())),
            "{text}"
        );
    }
    for text in [
        // White space, anywhere.
        " ",
        "\n",
        " dGVh",
        "dGVh ",
        "dGVh\n",
        "dG Vh",
        "dGVh\r\ndGVh",
        "dGU =",
        " = ",
        "=\n",
        "&#9;",
        // No padding, too much of it, or somewhere else.
        "dGU",
        "dA",
        "dA=",
        "dGVh=",
        "dGVh====",
        "dA===",
        "==",
        "===",
        "====",
        "=AAA",
        "AGE=A",
        "BBBB=CCC",
        "dA==dGVh",
        // Bits that belong to no byte.
        "dB==",
        "dGV=",
        "dP==",
        // Other alphabets, other characters.
        "-_-_",
        "dGV*",
        "*",
        "tea time!",
        "dGV\u{E9}",
        "dGVh.",
        "dGVh,",
        "(dGVh)",
        // One character alone.
        "d",
        "dGVhd",
    ] {
        for outcome in in_each(text) {
            let error = outcome.unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::InvalidValue { .. }),
                "{text:?}"
            );
            let failure = Failure::from(&error);
            assert_eq!(
                failure,
                Failure::new(Condition::IncorrectEncoding),
                "{text:?}"
            );
        }
    }
}

#[test]
fn an_equals_sign_is_no_bytes_where_there_may_be_none_at_all() {
    let [auth, success, challenge, response] = in_each("=");
    assert_eq!((auth, success), (Ok(vec![]), Ok(vec![])));
    for outcome in [challenge, response] {
        let failure = Failure::from(&outcome.unwrap_err());
        assert_eq!(failure.condition(), Some(&Condition::IncorrectEncoding));
    }
    let [auth, success, challenge, response] = in_each("");
    assert_eq!(
        (auth, success),
        (Ok(b"nothing".to_vec()), Ok(b"nothing".to_vec()))
    );
    assert_eq!((challenge, response), (Ok(vec![]), Ok(vec![])));

    let sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
    let written = [
        xmpp_xml::to_string(&Response::new(vec![].into())),
        xmpp_xml::to_string(&Challenge::new(vec![].into())),
        xmpp_xml::to_string(&Success::new(Data::from(vec![]))),
        xmpp_xml::to_string(&Success::new(Data(None))),
    ];
    let expected = [
        format!("<response xmlns='{sasl}'/>"),
        format!("<challenge xmlns='{sasl}'/>"),
        format!("<success xmlns='{sasl}'>=</success>"),
        format!("<success xmlns='{sasl}'/>"),
    ];
    assert_eq!(written.map(Result::unwrap), expected);
}

#[test]
fn what_is_not_base64_does_not_read_as_nothing_either_where_invalid_values_are_kept() {
    let options = Options::new().invalid(Invalid::Keep);
    for text in ["*", " ", "dGU"] {
        let outcome =
            xmpp_xml::read_with::<Auth>(auth(text).as_bytes(), &options, &mut Report::default());
        let error = outcome.unwrap_err();
        assert_eq!(
            Failure::from(&error),
            Failure::new(Condition::IncorrectEncoding)
        );
    }
}

#[test]
fn a_long_message_of_a_mechanism_is_written_as_one() {
    for len in [767, 768, 769, 3000] {
        let bytes: Vec<u8> = (0..len).map(|n| n as u8).collect();
        let response = Response::new(bytes.clone().into());
        let text = xmpp_xml::to_string(&response).unwrap();
        assert_eq!(assert_typed::<Response>(&text).data.0, bytes);
    }
}

#[test]
fn every_step_that_cannot_be_read_has_its_failure() {
    for (text, condition) in [
        (auth("*"), Condition::IncorrectEncoding),
        (
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>".into(),
            Condition::InvalidMechanism,
        ),
        (
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sas'/>".into(),
            Condition::MalformedRequest,
        ),
        (auth("<x"), Condition::MalformedRequest),
    ] {
        let error = xmpp_xml::from_str::<Auth>(&text).unwrap_err();
        assert_eq!(Failure::from(&error), Failure::new(condition), "{text}");
    }
}

#[test]
fn needs_a_mechanism_and_takes_any() {
    let error =
        xmpp_xml::from_str::<Auth>("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>").unwrap_err();
    assert_eq!(
        *error.kind(),
        ErrorKind::MissingAttribute {
            element: "auth",
            name: "mechanism"
        }
    );
    let other: Auth =
        assert_typed("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='X-TEA'>=</auth>");
    assert_eq!(other.mechanism.as_str(), "X-TEA");
    for name in Mechanism::TOKENS {
        assert_eq!(Mechanism::from(*name).as_str(), *name);
        assert!(Mechanism::from(*name).position().is_some());
    }
}

#[test]
fn names_all_conditions_of_authentication() {
    assert_eq!(Condition::TOKENS.len(), 11);
    for name in Condition::TOKENS {
        let source =
            format!("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><{name}/></failure>");
        let failure: Failure = assert_typed(&source);
        assert_eq!(failure, Failure::new(Condition::from(*name)));
        assert_eq!(xmpp_xml::to_string(&failure).unwrap(), source);
    }
}

#[test]
fn keeps_texts_order_and_unknown_conditions_of_a_failure() {
    let failure: Failure = assert_lossless(
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><text xml:lang='de'>Nein.</text><cup xmlns='urn:example:tea'/>\
         <too-late/><text>No.</text></failure>",
    );
    assert_eq!(failure.condition().map(Condition::as_str), Some("too-late"));
    assert_eq!(
        failure.texts,
        [
            Text::new(Some(LanguageTag::new("de")), "Nein."),
            Text::new(None, "No.")
        ]
    );
    assert_eq!(failure.extra.children().count(), 1);
    let silent: Failure = assert_typed("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
    assert_eq!(silent.condition(), None);
}

#[test]
fn writes_what_has_no_content() {
    let sasl = "urn:ietf:params:xml:ns:xmpp-sasl";
    let tls = "urn:ietf:params:xml:ns:xmpp-tls";
    let written = [
        (xmpp_xml::to_string(&Abort::new()), "abort", sasl),
        (xmpp_xml::to_string(&Success::default()), "success", sasl),
        (xmpp_xml::to_string(&StartTls::new()), "starttls", tls),
        (xmpp_xml::to_string(&Proceed::new()), "proceed", tls),
        (xmpp_xml::to_string(&tls::Failure::new()), "failure", tls),
        (
            xmpp_xml::to_string(&Session::new()),
            "session",
            "urn:ietf:params:xml:ns:xmpp-session",
        ),
        (
            xmpp_xml::to_string(&bind::Request::new()),
            "bind",
            "urn:ietf:params:xml:ns:xmpp-bind",
        ),
        (
            xmpp_xml::to_string(&Handshake::new()),
            "handshake",
            "jabber:component:accept",
        ),
    ];
    for (text, name, namespace) in written {
        assert_eq!(text.unwrap(), format!("<{name} xmlns='{namespace}'/>"));
    }
}

#[test]
fn tells_failures_of_tls_and_of_authentication_apart() {
    let of_tls = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
    assert!(
        xmpp_xml::from_str::<Failure>(of_tls)
            .unwrap_err()
            .is_wrong_element()
    );
    assert_eq!(assert_typed::<tls::Failure>(of_tls), tls::Failure::new());
}

#[test]
fn tells_required_and_optional_tls_apart() {
    let starttls = |inside: &str| -> StartTls {
        assert_typed(&format!(
            "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'>{inside}</starttls>"
        ))
    };
    assert_eq!(starttls("<required/>"), StartTls::mandatory());
    assert_eq!(starttls(""), StartTls::new());
    let both = starttls("<optional/><required/>");
    assert!(both.required && both.optional);
}

#[test]
fn asks_for_a_resource_and_gets_an_address() {
    let request: bind::Request = assert_typed(
        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>  tea &amp; 🫖 </resource></bind>",
    );
    assert_eq!(request.resource.as_deref(), Some("  tea & 🫖 "));
    assert_eq!(request, bind::Request::resource("  tea & 🫖 "));
    let response: bind::Response = assert_typed(
        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>Anna@TEA.example/🫖</jid></bind>",
    );
    assert_eq!(response.jid.as_str(), "Anna@TEA.example/🫖");
    assert_eq!(response.jid, FullJid::new("anna@tea.example/🫖").unwrap());
    assert_eq!(response, bind::Response::new(response.jid.clone()));
}

#[test]
fn gives_a_resource_back() {
    let unbind: Unbind = assert_typed(
        "<unbind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>cup</resource></unbind>",
    );
    assert_eq!(unbind, Unbind::resource("cup"));
    assert_eq!(Unbind::new().resource, None);
}

#[test]
fn needs_a_full_address_in_the_answer_to_binding() {
    for (inside, is_invalid) in [("", false), ("<jid>tea.example</jid>", true)] {
        let source = format!("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>{inside}</bind>");
        let error = xmpp_xml::from_str::<bind::Response>(&source).unwrap_err();
        assert_eq!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            is_invalid
        );
        assert_eq!(
            matches!(error.kind(), ErrorKind::MissingChild { .. }),
            !is_invalid
        );
    }
}

/// The known answers are those of `printf '%s' ID SECRET | sha1sum`.
#[test]
fn proves_the_secret_of_a_component() {
    let source = "<handshake xmlns='jabber:component:accept'>377d8bf928c4250d9d727c8963156a82d6fe437f</handshake>";
    let handshake = Handshake::prove("c0x&<", "drink 🫖");
    assert_eq!(xmpp_xml::to_string(&handshake).unwrap(), source);
    assert_eq!(assert_typed::<Handshake>(source), handshake);
    let capital: Handshake = assert_typed(&source.replace(
        "377d8bf928c4250d9d727c8963156a82d6fe437f",
        "377D8BF928C4250D9D727C8963156A82D6FE437F",
    ));
    assert!(capital.proves("c0x&<", "drink 🫖"));
    assert!(
        xmpp_xml::to_string(&capital)
            .unwrap()
            .contains("377D8BF928C4250D9D727C8963156A82D6FE437F")
    );
}

#[test]
fn believes_no_other_digest() {
    let mut handshake = Handshake::prove("c0x", "drink me");
    assert!(handshake.proves("c0x", "drink me"));
    assert!(!handshake.proves("c0x", "eat me"));
    assert!(!handshake.proves("c0", "drink me"));
    let digest = Handshake::digest("c0x", "drink me");
    for at in [0, 19] {
        let mut changed = digest.clone();
        changed.0[at] ^= 1;
        handshake.digest = Some(changed.into());
        assert!(!handshake.proves("c0x", "drink me"));
    }
    handshake.digest = Some(Hex(digest.0[..19].to_vec()).into());
    assert!(!handshake.proves("c0x", "drink me"));
    assert!(!Handshake::new().proves("c0x", "drink me"));
}

#[test]
fn reads_the_empty_handshake_of_the_server() {
    for source in [
        "<handshake xmlns='jabber:component:accept'/>",
        "<handshake xmlns='jabber:component:accept'></handshake>",
    ] {
        assert_eq!(assert_typed::<Handshake>(source), Handshake::new());
    }
    // What is no digest does not read like the acceptance.
    let source = "<handshake xmlns='jabber:component:accept'>denied</handshake>";
    let options = Options::new().invalid(Invalid::Keep);
    xmpp_xml::read_with::<Handshake>(source.as_bytes(), &options, &mut Report::default())
        .unwrap_err();
}

#[test]
fn says_a_handshake_in_the_namespace_of_its_stream() {
    use xmpp_stream_errors::stream::{ContentNamespace, Header};
    use xmpp_stream_errors::writer::StreamWriter;

    for (content, method, namespace) in [
        (
            ContentNamespace::Component,
            Method::Accept,
            "jabber:component:accept",
        ),
        (
            ContentNamespace::ComponentConnect,
            Method::Connect,
            "jabber:component:connect",
        ),
    ] {
        let source = format!(
            "<handshake xmlns='{namespace}'>377d8bf928c4250d9d727c8963156a82d6fe437f</handshake>"
        );
        let read: Handshake = assert_typed(&source);
        assert!(read.proves("c0x&<", "drink 🫖"));
        assert_eq!(
            read,
            Handshake::prove("c0x&<", "drink 🫖").with_method(method)
        );
        let mut writer = StreamWriter::open(&Header::new(content)).expect("a header");
        let _header = writer.take();
        writer.element(&read).expect("it can be written");
        assert_eq!(
            writer.take(),
            "<handshake>377d8bf928c4250d9d727c8963156a82d6fe437f</handshake>"
        );
    }
}

#[test]
fn data_is_shown_by_its_length_alone() {
    let auth: Auth = assert_typed(&auth("AHRlYQBwb3Q="));
    assert_eq!(auth.initial_response.bytes(), Some(&b"\0tea\0pot"[..]));
    let shown = format!("{auth:?}");
    assert!(shown.contains("Octets(8 bytes)"), "{shown}");
    assert!(!shown.contains("AHRl") && !shown.contains("112"), "{shown}");
    assert_eq!(Data(None).bytes(), None);
}

#[test]
fn data_is_written_as_it_was_made() {
    for (data, text) in [
        (Data(None), ""),
        (Data::from(vec![]), "="),
        (Data::from(b"\0a\0b".to_vec()), "AGEAYg=="),
    ] {
        let success = Success::new(data);
        let read: Success = xmpp_xml::from_str(&xmpp_xml::to_string(&success).unwrap()).unwrap();
        assert_eq!(read, success);
        assert_eq!(success.data.to_text(), text);
    }
}

#[test]
fn only_data_that_is_not_base64_is_incorrectly_encoded() {
    let error = xmpp_xml::from_str::<bind::Response>(
        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>a@@b</jid></bind>",
    )
    .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    assert_eq!(
        Failure::from(&error),
        Failure::new(Condition::MalformedRequest)
    );
}

#[test]
fn white_space_of_an_address_that_was_bound_belongs_to_it() {
    let source =
        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>hare@tea.example/tree </jid></bind>";
    let bound: bind::Response = assert_typed(source);
    assert_eq!(bound.jid.resource(), "tree ");
    let padded = source.replace("<jid>", "<jid> ");
    assert!(xmpp_xml::from_str::<bind::Response>(&padded).is_err());
}
