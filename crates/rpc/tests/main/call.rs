use xmpp_rpc::call::{Fault, MethodCall, MethodResponse, Query};
use xmpp_rpc::value::{Data, Value};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{ErrorKind, Invalid, Options, Report, from_str, read_with, to_string};

#[test]
fn reads_what_it_is_called_with() {
    let query: Query = assert_typed(
        "<query xmlns='jabber:iq:rpc'><methodCall><methodName>a.b</methodName><params>\
         <param><value><i4>6</i4></value></param><param><value>six</value></param></params></methodCall></query>",
    );
    let call = query.call.expect("a call");
    assert_eq!(call.method_name, "a.b");
    let values: Vec<_> = call.values().collect();
    assert_eq!(values[0].as_i32(), Some(6));
    assert_eq!(values[1].as_str(), Some("six"));
    assert_eq!(query.response, None);
}

#[test]
fn tells_a_value_from_a_fault() {
    let response = MethodResponse::new(Value::from(7));
    assert_eq!(response.value().and_then(Value::as_i32), Some(7));
    let written =
        to_string(&Query::from(MethodResponse::fault(418, "teapot"))).expect("it can be written");
    let query: Query = assert_typed(&written);
    let response = query.response.expect("a response");
    assert_eq!(response.value(), None);
    let fault = response.fault.expect("a fault");
    assert_eq!((fault.code(), fault.text()), (Some(418), Some("teapot")));
    assert_eq!(fault, Fault::new(418, "teapot"));
}

#[test]
fn a_fault_may_be_none() {
    let fault: Fault = assert_typed("<fault xmlns='jabber:iq:rpc'><value>oh</value></fault>");
    assert_eq!((fault.code(), fault.text()), (None, None));
}

#[test]
fn keeps_everything_else_when_a_value_changes() {
    let mut query: Query = assert_lossless(
        "<query xmlns='jabber:iq:rpc' e='1'><methodCall><params><param><value> <i4 base='10'>+6</i4></value></param>\
         <x xmlns='urn:example:x'/></params><methodName> a</methodName></methodCall></query>",
    );
    let params = query.call.as_mut().and_then(|call| call.params.as_mut());
    let value = &mut params.expect("parameters").params[0].value;
    let Some(Data::Integer(integer)) = &mut value.data else {
        panic!("{value:?}");
    };
    integer.value = 7;
    assert_eq!(
        to_string(&query).expect("it can be written"),
        "<query xmlns='jabber:iq:rpc' e='1'><methodCall><params><param><value> <i4 base='10'>7</i4></value></param>\
         <x xmlns='urn:example:x'/></params><methodName> a</methodName></methodCall></query>"
    );
}

#[test]
fn rejects_a_call_of_nothing() {
    let error = from_str::<MethodCall>("<methodCall xmlns='jabber:iq:rpc'><params/></methodCall>");
    assert!(matches!(
        error.expect_err("no name").kind(),
        ErrorKind::MissingChild {
            name: "method_name",
            ..
        }
    ));
}

#[test]
fn does_not_call_with_other_arguments_than_were_given() {
    let options = Options::new().invalid(Invalid::Keep);
    let call =
        |params: &str| format!("<methodCall><methodName>a</methodName>{params}</methodCall>");
    let one = |value: &str| format!("<params><param><value>{value}</value></param></params>");
    for inner in [
        call("<params><param/><param><value>b</value></param></params>"),
        call(&one("<i4>six</i4>")),
        call(&one("<i4>6</i4><i4>7</i4>")),
        call(&one("<base64>?</base64>")),
        call(&one("<array><data><value><int/></value></data></array>")),
        call(&one("<struct><member><name>a</name></member></struct>")),
        call(&format!("{0}{0}", one("a"))),
        call("") + &call(""),
        String::from("<methodCall/>"),
        format!("<methodResponse><fault/>{}</methodResponse>", one("a")),
        String::from("<methodResponse><fault/></methodResponse>"),
    ] {
        let source = format!("<query xmlns='jabber:iq:rpc'>{inner}</query>");
        let read = read_with::<Query>(source.as_bytes(), &options, &mut Report::default());
        assert!(read.is_err(), "{source}");
    }
}
