//! Validation and media in fields.

use xmpp_data_forms::form::Field;
use xmpp_data_forms::media::{Media, Uri};
use xmpp_data_forms::validate::{Datatype, Method, Range, Validate};
use xmpp_xml::ErrorKind;
use xmpp_xml::testing::{assert_lossless, assert_typed};

fn validate(attributes: &str, content: &str) -> String {
    format!(
        "<validate xmlns='http://jabber.org/protocol/xdata-validate' {attributes}>{content}</validate>"
    )
}

#[test]
fn takes_an_absent_datatype_as_a_string_and_keeps_an_explicit_one() {
    for attributes in ["", "datatype='xs:string'", "datatype=' xs:string '"] {
        let value: Validate = assert_typed(&validate(attributes, "<basic/>"));
        assert_eq!(value.datatype, Datatype::String, "{attributes}");
    }
}

#[test]
fn keeps_datatypes_that_nobody_registered() {
    for datatype in ["x:wing", "fruit:apple", "XS:date", "xs:duration", ""] {
        let value: Validate = assert_typed(&validate(&format!("datatype='{datatype}'"), ""));
        assert!(matches!(value.datatype, Datatype::Other(_)), "{datatype}");
        assert_eq!(value.datatype.as_str(), datatype);
    }
}

#[test]
fn reads_each_method() {
    let method = |content| {
        let value: Validate = assert_typed(&validate("datatype='xs:int'", content));
        value.method
    };
    assert_eq!(method(""), None);
    assert!(matches!(method("<basic/>"), Some(Method::Basic(_))));
    assert!(matches!(method("<open/>"), Some(Method::Open(_))));
    let Some(Method::Range(range)) = method("<range min='+05' max='9'/>") else {
        panic!("no range");
    };
    assert_eq!(
        (range.min.as_deref(), range.max.as_deref()),
        (Some("+05"), Some("9"))
    );
    let Some(Method::Regex(regex)) = method("<regex> [&lt;a-z]+ </regex>") else {
        panic!("no expression");
    };
    assert_eq!(regex.pattern, " [<a-z]+ ");
}

#[test]
fn reads_how_many_values_a_list_needs_before_or_after_the_method() {
    for content in [
        "<open/><list-range min='01' max=' 4 '/>",
        "<list-range min='01' max=' 4 '/><open/>",
    ] {
        let value: Validate = assert_typed(&validate("", content));
        let range = value.list_range.expect("a range");
        assert_eq!((range.min, range.max), (Some(1), Some(4)));
    }
}

#[test]
fn keeps_a_method_that_nobody_knows() {
    let value: Validate =
        assert_lossless(&validate("datatype='xs:string'", "<spelling lang='en'/>"));
    assert_eq!(value.method, None);
    assert_eq!(
        value.extra.children().map(|c| c.name()).collect::<Vec<_>>(),
        ["spelling"]
    );
}

#[test]
fn rejects_two_methods_and_a_range_that_is_no_number() {
    let read =
        |content| xmpp_xml::from_str::<Validate>(&validate("", content)).expect_err("an error");
    let error = read("<basic/><open/>");
    assert!(
        matches!(error.kind(), ErrorKind::RepeatedChild { .. }),
        "{error}"
    );
    let error = read("<list-range min='few'/>");
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { .. }),
        "{error}"
    );
    assert_eq!(error.path(), "/validate/list-range/@min");
}

#[test]
fn writes_a_field_with_everything() {
    let mut field = Field::untyped("birds");
    let mut range = Range::new();
    range.min = Some("0".into());
    let mut validate = Validate::new(Datatype::Int);
    validate.method = Some(Method::Range(range));
    field.validate = Some(validate);
    let mut media = Media::new();
    media.height = Some(80);
    media
        .uris
        .push(Uri::new("image/png", "https://airfield.example/wren.png"));
    field.media.push(media);
    field.set(&3_u8);
    field.required = true;
    let written = xmpp_xml::to_string(&field).expect("can be written");
    assert_eq!(
        written,
        "<field xmlns='jabber:x:data' var='birds'><required/>\
         <validate xmlns='http://jabber.org/protocol/xdata-validate' datatype='xs:int'><range min='0'/></validate>\
         <media xmlns='urn:xmpp:media-element' height='80'>\
         <uri type='image/png'>https://airfield.example/wren.png</uri></media>\
         <value>3</value></field>"
    );
    assert_eq!(assert_typed::<Field>(&written), field);
}

#[test]
fn reads_an_address_without_the_white_space_around_it() {
    let media: Media = assert_typed(
        "<media xmlns='urn:xmpp:media-element' height=' 080 ' width='+290'>\
           <uri type='audio/ogg; codecs=speex'>\n  https://airfield.example/wren.ogg\n</uri><uri/>\
         </media>",
    );
    assert_eq!((media.height, media.width), (Some(80), Some(290)));
    assert_eq!(media.uris[0].address(), "https://airfield.example/wren.ogg");
    assert_eq!(
        media.uris[0].kind.as_deref(),
        Some("audio/ogg; codecs=speex")
    );
    assert_eq!(
        (media.uris[1].kind.as_deref(), media.uris[1].address()),
        (None, "")
    );
}
