use xmpp_content::xhtml::{Html, Images, Violation, check, text};
use xmpp_xml::testing::assert_lossless;
use xmpp_xml::{Limits, Options, RawElement, Report};

use crate::written;

fn body(inside: &str) -> RawElement {
    let source = format!("<body xmlns='http://www.w3.org/1999/xhtml'>{inside}</body>");
    source.parse().expect("it is well-formed")
}

fn checked(inside: &str) -> Result<(), Violation> {
    check(body(inside).node(), Images::Embedded)
}

#[test]
fn keeps_markup_and_text_in_their_order() {
    let source = "<html xmlns='http://jabber.org/protocol/xhtml-im'>\
        <body xmlns='http://www.w3.org/1999/xhtml'>a <em>b <strong>c</strong></em> d<br/>e</body></html>";
    let html: Html = assert_lossless(source);
    assert_eq!(written(&html), source);
    assert_eq!(text(html.bodies[0].node()), "a b c d\ne");
}

#[test]
fn chooses_the_body_by_language() {
    let html: Html = xmpp_xml::from_str(
        "<html xmlns='http://jabber.org/protocol/xhtml-im'><head xmlns='http://www.w3.org/1999/xhtml'/>\
         <body xmlns='http://www.w3.org/1999/xhtml' xml:lang='en-GB'>tea</body>\
         <body xmlns='http://www.w3.org/1999/xhtml' xml:lang='de'>Tee</body>\
         <body xmlns='http://www.w3.org/1999/xhtml'>чай</body>\
         <body xmlns='urn:example:body' xml:lang='fr'>thé</body></html>",
    )
    .expect("it is valid");
    for (wishes, expected) in [
        (&["de"][..], "Tee"),
        (&["en"], "tea"),
        (&["de-AT"], "Tee"),
        (&["fr"], "чай"),
        (&["fr", "en-US"], "tea"),
        (&[], "чай"),
    ] {
        let wishes: Vec<_> = wishes.iter().map(|&wish| wish.into()).collect();
        let body = html.body(&wishes).expect("there is one");
        assert_eq!(text(body.node()), expected, "{wishes:?}");
    }
    assert_eq!(Html::new().body(&[]), None);
}

#[test]
fn lets_through_what_is_recommended() {
    for inside in [
        "tea",
        "<p style='font-weight: bold; COLOR:#a00;'>a <em>b</em><br/></p>",
        "<span style='color: rgb(1, 2, 3); font-family: \"Déjà Vu\", serif'>a</span>",
        "<span style='background-color:hsla(1,2%,3%,.5)'>a</span>",
        "<blockquote><cite style='text-align:center'>a</cite></blockquote>",
        "<ol><li style='margin-left: -1.5em'>a</li></ol><ul><li/></ul>",
        "<a href='HTTPS://tea.example/' type='text/html'>a</a>",
        "<a href='xmpp:hatter@tea.example?message'><strong>a</strong></a><a href='mailto:a@b'/>",
        "<img src='cid:sha1+00@bob.xmpp.org' alt='a' height='1' width='1'/>",
        "<p xml:lang='de'>Tee</p>",
    ] {
        assert_eq!(checked(inside), Ok(()), "{inside}");
    }
}

#[test]
fn rejects_what_could_run_load_or_lead_elsewhere() {
    for inside in [
        "<script>0</script>",
        "<p><script xmlns='urn:example:x'/></p>",
        "<p xmlns='urn:example:x'>a</p>",
        "<body/>",
        "<div>a</div>",
        "<iframe src='https://tea.example/'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='0'/>",
        "<EM>a</EM>",
        "<em onclick='0'>a</em>",
        "<em style='color:red'>a</em>",
        "<p class='x'>a</p>",
        "<p x:style='color:red' xmlns:x='urn:example:x'>a</p>",
        "<p style='position:fixed'>a</p>",
        "<p style='color'>a</p><p style='colour:red'/>",
        "<p style='background-color:url(https://tea.example/)'>a</p>",
        "<p style='color:red;background-color:URL (https://tea.example/)'>a</p>",
        "<p style='color:expression(0)'>a</p>",
        "<p style='color:rgb(url(x))'>a</p>",
        "<p style='color:\\75rl(x)'>a</p>",
        "<p style='color:/**/red'>a</p>",
        "<p style='color:red;@import x'>a</p>",
        "<p style='color:red}body{color:red'>a</p>",
        "<a href='javascript:0'>a</a>",
        "<a href=' javascript:0'>a</a>",
        "<a href='java&#9;script:0'>a</a>",
        "<a href='data:text/html,0'>a</a>",
        "<a href='/relative'>a</a>",
        "<a href=''>a</a>",
        "<img src='https://tea.example/pixel.png' alt=''/>",
        "<img src='data:image/png;base64,AA==' alt=''/>",
        "<img src='x' onerror='0'/>",
    ] {
        assert!(checked(inside).is_err(), "{inside}");
    }
    let bare: RawElement = "<p xmlns='http://www.w3.org/1999/xhtml'/>"
        .parse()
        .expect("it is well-formed");
    assert!(check(bare.node(), Images::Embedded).is_err());
}

#[test]
fn says_what_is_not_within() {
    assert_eq!(
        checked("<p>a<b/></p>"),
        Err(Violation::Element("b".to_owned()))
    );
    assert_eq!(
        checked("<p id='x'/>"),
        Err(Violation::Attribute("p".to_owned(), "id".to_owned()))
    );
    assert_eq!(
        checked("<p style=' float : left'/>"),
        Err(Violation::Style("float".to_owned()))
    );
    let address = checked("<a href='ftp://tea.example'/>").expect_err("it leads elsewhere");
    assert_eq!(
        address.to_string(),
        "the URI `ftp://tea.example` is not allowed"
    );
}

#[test]
fn loads_pictures_of_the_web_only_on_demand() {
    let inside = "<img src='https://tea.example/pot.png' alt='pot'/>";
    assert!(checked(inside).is_err());
    assert_eq!(check(body(inside).node(), Images::Remote), Ok(()));
    let file = "<img src='file:///etc/passwd'/>";
    assert!(check(body(file).node(), Images::Remote).is_err());
}

#[test]
fn a_body_may_be_as_deep_as_it_could_be_read() {
    let depth = 100_000;
    let source = format!(
        "<body xmlns='http://www.w3.org/1999/xhtml'>{}tea{}</body>",
        "<span>".repeat(depth),
        "</span>".repeat(depth)
    );
    let options = Options::new().limits(Limits::highest());
    let body: RawElement = xmpp_xml::read_with(source.as_bytes(), &options, &mut Report::default())
        .expect("it is within the limits");
    assert_eq!(check(body.node(), Images::Embedded), Ok(()));
    assert_eq!(text(body.node()), "tea");
}
