use xmpp_rpc::value::{Data, Struct, Value};
use xmpp_xml::testing::{assert_lossless, assert_typed};
use xmpp_xml::{from_str, to_string};

fn value(content: &str) -> Value {
    assert_lossless(&format!("<value xmlns='jabber:iq:rpc'>{content}</value>"))
}

#[test]
fn a_value_is_what_its_type_says() {
    assert_eq!(value("<i4>-6</i4>").as_i32(), Some(-6));
    assert_eq!(value("<int> 6</int>").as_i32(), Some(6));
    assert_eq!(value("<int>6</int>").as_f64(), Some(6.0));
    assert_eq!(value("<double>-96.50 </double>").as_f64(), Some(-96.5));
    assert_eq!(value("<double>much</double>").as_f64(), None);
    assert_eq!(value("<boolean>1</boolean>").as_bool(), Some(true));
    assert_eq!(value("<boolean>false</boolean>").as_bool(), Some(false));
    assert_eq!(value("<boolean>2</boolean>").as_bool(), None);
    assert_eq!(
        value("<base64>dGV\nh</base64>").as_bytes(),
        Some(&b"tea"[..])
    );
    assert_eq!(value("<string> a </string>").as_str(), Some(" a "));
    assert_eq!(value("<string>1</string>").as_i32(), None);
    let array = value("<array><data><value>a</value><value/></data></array>");
    let values = array.as_array().expect("an array");
    assert_eq!(
        [values[0].as_str(), values[1].as_str()],
        [Some("a"), Some("")]
    );
    let of = value("<struct><member><name>a</name><value><int>1</int></value></member></struct>");
    assert_eq!(of.member("a").and_then(Value::as_i32), Some(1));
    assert_eq!(
        (of.member("b"), of.as_str(), of.as_array()),
        (None, None, None)
    );
}

#[test]
fn a_text_needs_no_type() {
    assert_eq!(value("").as_str(), Some(""));
    assert_eq!(value(" ").as_str(), Some(" "));
    assert_eq!(value("a&lt;b").as_str(), Some("a<b"));
    assert_eq!(value("a").as_i32(), None);
}

#[test]
fn keeps_types_that_nobody_knows() {
    let big = value("<i8 xmlns='urn:example:rpc'>9223372036854775807</i8>");
    assert!(matches!(&big.data, Some(Data::Other(raw)) if raw.name() == "i8"));
    assert_eq!((big.as_i32(), big.as_str()), (None, None));
}

#[test]
fn makes_values_of_what_rust_has() {
    let of: Struct = [
        ("number", Value::from(1)),
        ("text", Value::from("<")),
        ("truth", Value::from(true)),
        ("bytes", Value::binary(b"tea".to_vec())),
        ("list", [Value::from(false)].into_iter().collect()),
    ]
    .into_iter()
    .collect();
    let written = to_string(&Value::from(of)).expect("it can be written");
    assert_eq!(
        written,
        "<value xmlns='jabber:iq:rpc'><struct>\
         <member><name>number</name><value><int>1</int></value></member>\
         <member><name>text</name><value><string>&lt;</string></value></member>\
         <member><name>truth</name><value><boolean>1</boolean></value></member>\
         <member><name>bytes</name><value><base64>dGVh</base64></value></member>\
         <member><name>list</name><value><array><data><value><boolean>0</boolean></value></data></array></value></member>\
         </struct></value>"
    );
    let value: Value = assert_typed(&written);
    assert_eq!(value.member("number").and_then(Value::as_i32), Some(1));
}

#[test]
fn rejects_numbers_that_do_not_fit() {
    for number in ["", "1.0", "2147483648", "six"] {
        let source = format!("<value xmlns='jabber:iq:rpc'><int>{number}</int></value>");
        let error = from_str::<Value>(&source).expect_err(number);
        assert_eq!(error.path(), "/value/int");
    }
}

#[test]
fn arrays_in_arrays_are_bounded() {
    let nested = |levels: usize| {
        let open = "<value><array><data>".repeat(levels);
        let close = "</data></array></value>".repeat(levels);
        format!("<data xmlns='jabber:iq:rpc'>{open}{close}</data>")
    };
    let read = |levels| from_str::<xmpp_rpc::value::ArrayData>(&nested(levels));
    assert!(read(8).is_ok());
    assert_eq!(
        read(80).expect_err("too many").kind().stanza_condition(),
        "policy-violation"
    );
}
