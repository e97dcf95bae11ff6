//! From vcard-temp to vCard 4.0.

use xmpp_profile::{vcard_temp, vcard4};
use xmpp_xml::{Error, from_str, to_string};

fn migrate(content: &str) -> Result<String, Error> {
    let old: vcard_temp::VCard = from_str(&format!("<vCard xmlns='vcard-temp'>{content}</vCard>"))?;
    let new = to_string(&vcard4::VCard::from(&old))?;
    let open = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'>";
    let inside = new
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix("</vcard>"));
    Ok(inside.unwrap_or_default().to_owned())
}

#[test]
fn each_property_finds_its_place() -> Result<(), Error> {
    for (old, new) in [
        ("<FN>A</FN>", "<fn><text>A</text></fn>"),
        (
            "<N><GIVEN>A</GIVEN><FAMILY>B</FAMILY><MIDDLE/></N><SORT-STRING>b</SORT-STRING>",
            "<n><parameters><sort-as><text>b</text></sort-as></parameters>\
             <surname>B</surname><given>A</given><additional/></n>",
        ),
        (
            "<BDAY>1815-12-10</BDAY>",
            "<bday><date>1815-12-10</date></bday>",
        ),
        (
            "<BDAY>1815-12-10T08:00:00Z</BDAY>",
            "<bday><date-time>1815-12-10T08:00:00Z</date-time></bday>",
        ),
        ("<BDAY> in May </BDAY>", "<bday><text>in May</text></bday>"),
        (
            "<PHOTO><TYPE>image/png</TYPE><BINVAL>YW\nJj</BINVAL></PHOTO>",
            "<photo><uri>data:image/png;base64,YWJj</uri></photo>",
        ),
        // A type that is none does not get into the URI.
        (
            "<PHOTO><TYPE>text/html,&lt;p></TYPE><BINVAL>YWJj</BINVAL></PHOTO>",
            "<photo><uri>data:;base64,YWJj</uri></photo>",
        ),
        (
            "<LOGO><EXTVAL>https://a.example/</EXTVAL></LOGO>",
            "<logo><uri>https://a.example/</uri></logo>",
        ),
        (
            "<SOUND><BINVAL>YWJj</BINVAL></SOUND>",
            "<sound><uri>data:audio/basic;base64,YWJj</uri></sound>",
        ),
        (
            "<ADR><WORK/><PREF/><STREET>1 St</STREET><CTRY>X</CTRY></ADR>",
            "<adr><parameters><type><text>work</text></type><pref><integer>1</integer></pref></parameters>\
             <street>1 St</street><country>X</country></adr>",
        ),
        (
            "<TEL><HOME/><CELL/><NUMBER>+44 (1) 2-3</NUMBER></TEL>",
            "<tel><parameters><type><text>home</text><text>cell</text></type></parameters>\
             <uri>tel:+44(1)2-3</uri></tel>",
        ),
        (
            "<TEL><NUMBER>911</NUMBER></TEL>",
            "<tel><text>911</text></tel>",
        ),
        (
            "<EMAIL><USERID>a@b.example</USERID></EMAIL>",
            "<email><text>a@b.example</text></email>",
        ),
        (
            "<JABBERID>a@b.example</JABBERID>",
            "<impp><uri>xmpp:a@b.example</uri></impp>",
        ),
        (
            "<GEO><LAT>1.50</LAT><LON>-2</LON></GEO>",
            "<geo><uri>geo:1.5,-2</uri></geo>",
        ),
        (
            "<ORG><ORGNAME>A</ORGNAME><ORGUNIT>B</ORGUNIT></ORG>",
            "<org><text>A</text><text>B</text></org>",
        ),
        (
            "<CATEGORIES><KEYWORD>A</KEYWORD><KEYWORD>B</KEYWORD></CATEGORIES>",
            "<categories><text>A</text><text>B</text></categories>",
        ),
        (
            "<UID>urn:example:1</UID><UID>1</UID>",
            "<uid><uri>urn:example:1</uri></uid><uid><text>1</text></uid>",
        ),
        (
            "<AGENT><EXTVAL>https://a.example/</EXTVAL></AGENT>",
            "<related><parameters><type><text>agent</text></type></parameters><uri>https://a.example/</uri></related>",
        ),
        (
            "<DESC>A</DESC><NOTE>B</NOTE>",
            "<note><text>B</text></note><note><text>A</text></note>",
        ),
        ("<KEY><CRED>A</CRED></KEY>", "<key><text>A</text></key>"),
        (
            "<REV>20260320T080000Z</REV>",
            "<rev><timestamp>20260320T080000Z</timestamp></rev>",
        ),
        (
            "<URL>https://a.example/</URL>",
            "<url><uri>https://a.example/</uri></url>",
        ),
        (
            "<NICKNAME>A</NICKNAME><TITLE>B</TITLE><ROLE>C</ROLE><TZ>D</TZ><PRODID>E</PRODID>",
            "<nickname><text>A</text></nickname><tz><text>D</text></tz><title><text>B</text></title>\
             <role><text>C</text></role><prodid><text>E</text></prodid>",
        ),
    ] {
        assert_eq!(migrate(old)?, new, "{old}");
    }
    Ok(())
}

#[test]
fn what_has_no_place_is_left_out() -> Result<(), Error> {
    for old in [
        "<VERSION>3.0</VERSION>",
        "<MAILER>A</MAILER>",
        "<LABEL><LINE>A</LINE></LABEL>",
        "<CLASS><PUBLIC/></CLASS>",
        "<PHOTO><TYPE>image/png</TYPE><BINVAL/></PHOTO>",
        "<AGENT><vCard/></AGENT>",
        "<JABBERID>a@@b</JABBERID>",
        "<GEO><LAT>91</LAT><LON>0</LON></GEO>",
        "<TEL><HOME/></TEL>",
        "<own xmlns='urn:example:own'/>",
    ] {
        assert_eq!(migrate(old)?, "", "{old}");
    }
    Ok(())
}
