//! Hashes of images, and what it means that there is none.

use xmpp_profile::avatar::{Data, Info, METADATA, Metadata, Pointer, hash};
use xmpp_profile::vcard_avatar::{State, Update};
use xmpp_profile::vcard_temp::{Photo, VCard};
use xmpp_xml::{Base64, Error, Hex, from_str, to_string};

use crate::keep;

const ABC: &str = "a9993e364706816aba3e25717850c26c9cd0d89d";

#[test]
fn hashes_the_bytes_and_not_their_base64() -> Result<(), Error> {
    assert_eq!(hash(b"abc").to_string(), ABC);
    let data: Data = from_str("<data xmlns='urn:xmpp:avatar:data'>\n Y W\nJj </data>")?;
    assert_eq!(hash(&data.content.0), hash(b"abc"));
    Ok(())
}

#[test]
fn an_image_is_described_by_its_hash_and_its_size() {
    let info = Info::of_png(b"abc").unwrap();
    assert_eq!(
        (info.bytes, info.id.as_str(), info.kind.as_str()),
        (3, ABC, "image/png")
    );
    assert!(info.describes(b"abc"));
    assert!(!info.describes(b"abd"));
    let mut longer = info.clone();
    longer.bytes = 4;
    assert!(!longer.describes(b"abc"));
    let mut upper = info.clone();
    upper.id = ABC.to_ascii_uppercase();
    assert!(upper.describes(b"abc"));
    for id in ["", "abc", &ABC[1..], &ABC[2..]] {
        let mut other = info.clone();
        other.id = id.into();
        assert!(!other.describes(b"abc"), "{id}");
    }
}

#[test]
fn an_avatar_is_disabled_only_by_nothing_at_all() -> Result<(), Error> {
    let read = |content: &str| {
        from_str::<Metadata>(&format!(
            "<metadata xmlns='{METADATA}'>{content}</metadata>"
        ))
    };
    assert!(read("")?.is_disabled());
    assert!(read(" ")?.is_disabled());
    assert!(read("<stop/>")?.is_disabled());
    assert!(!read("<pointer/>")?.is_disabled());
    assert!(!read("<film/>")?.is_disabled());
    assert!(!read("<info bytes='3' id='1' type='image/png'/>")?.is_disabled());
    let broken = format!(
        "<metadata xmlns='{METADATA}'><info bytes='many' id='1' type='image/png'/></metadata>"
    );
    assert!(from_str::<Metadata>(&broken).is_err());
    let (metadata, report) = keep::<Metadata>(&broken)?;
    assert!(metadata.infos.is_empty() && !metadata.is_disabled());
    assert_eq!(report.problems.len(), 1);
    assert!(Metadata::disabled().is_disabled());
    assert!(
        !Metadata::default()
            .with_pointer(Pointer::new([]))
            .is_disabled()
    );
    Ok(())
}

#[test]
fn finds_the_format_that_is_published_and_not_elsewhere() {
    let elsewhere = Info::new(3_u32, "1", "image/webp").with_url("https://a.example/");
    let here = Info::of_png(b"abc").unwrap();
    assert_eq!(
        Metadata::of([elsewhere.clone(), here.clone()]).published(),
        Some(&here)
    );
    assert_eq!(Metadata::of([elsewhere]).published(), None);
}

#[test]
fn no_photo_and_an_empty_one_are_two_things() -> Result<(), Error> {
    let read = |content: &str| {
        from_str::<Update>(&format!("<x xmlns='vcard-temp:x:update'>{content}</x>"))
    };
    assert_eq!(read("")?.state(), State::NotReady);
    assert_eq!(read("<photo/>")?.state(), State::NoAvatar);
    assert_eq!(read("<photo> </photo>")?.state(), State::NoAvatar);
    let update = read(&format!("<photo>{}</photo>", ABC.to_ascii_uppercase()))?;
    assert_eq!(update.state(), State::Avatar(&hash(b"abc")));
    assert!(update.advertises(b"abc") && !update.advertises(b""));
    assert!(!read("<photo/>")?.advertises(b""));
    assert_eq!(
        to_string(&Update::not_ready())?,
        "<x xmlns='vcard-temp:x:update'/>"
    );
    assert_eq!(
        to_string(&Update::no_avatar())?,
        "<x xmlns='vcard-temp:x:update'><photo/></x>"
    );
    assert_eq!(Update::of_image(b""), Update::no_avatar());
    assert_eq!(Update::of_image(b"abc").photo, Some(hash(b"abc")));
    Ok(())
}

#[test]
fn a_hash_that_is_not_valid_is_not_no_avatar() -> Result<(), Error> {
    let text = "<x xmlns='vcard-temp:x:update'><photo>none</photo></x>";
    assert!(from_str::<Update>(text).is_err());
    let (update, _) = keep::<Update>(text)?;
    assert_eq!(update.state(), State::NotReady);
    assert_eq!(to_string(&update)?, text);
    Ok(())
}

#[test]
fn advertises_the_first_image_of_a_vcard() -> Result<(), Error> {
    let read = |content: &str| {
        keep::<VCard>(&format!("<vCard xmlns='vcard-temp'>{content}</vCard>")).map(|(card, _)| card)
    };
    let photos = "<PHOTO><EXTVAL>https://a.example/</EXTVAL></PHOTO><PHOTO><BINVAL/></PHOTO>\
                  <PHOTO><BINVAL>YWJj</BINVAL></PHOTO><PHOTO><BINVAL>YWJk</BINVAL></PHOTO>";
    assert_eq!(Update::of_vcard(&read(photos)?), Update::of_image(b"abc"));
    for none in [
        "",
        "<PHOTO/>",
        "<PHOTO><BINVAL/></PHOTO>",
        "<LOGO><BINVAL>YWJj</BINVAL></LOGO>",
    ] {
        assert_eq!(
            Update::of_vcard(&read(none)?),
            Update::no_avatar(),
            "{none}"
        );
    }
    // What cannot be read may be an image, so nobody is told that there is none.
    for broken in [
        "<PHOTO><BINVAL>no base64!</BINVAL></PHOTO>",
        "<PHOTO><BINVAL>YWJj</BINVAL><BINVAL/></PHOTO>",
    ] {
        let update = Update::of_vcard(&read(broken)?);
        assert_ne!(update, Update::no_avatar(), "{broken}");
    }
    let card = VCard::new().with_photos([Photo::new("image/png", Base64(b"abc".to_vec()))]);
    assert_eq!(Update::of_vcard(&card).photo, Some(Hex(hash(b"abc").0)));
    Ok(())
}
