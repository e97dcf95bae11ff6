use xmpp_vocabulary::thumbnails::Thumbnail;
use xmpp_xml::testing::assert_typed;
use xmpp_xml::{Invalid, Options, Report, from_str, read_with};

#[test]
fn keeps_a_picture_within_its_space() {
    let size = |w: u16, h: u16, max: (u16, u16)| {
        let thumbnail = Thumbnail::new("a").with_width(w).with_height(h);
        thumbnail.size_within(max.0, max.1)
    };
    assert_eq!(size(128, 96, (128, 128)), Some((128, 96)));
    assert_eq!(size(256, 64, (128, 128)), Some((128, 32)));
    assert_eq!(size(64, 256, (128, 128)), Some((32, 128)));
    assert_eq!(size(65535, 65535, (128, 64)), Some((64, 64)));
    // One pixel stays, and nothing is made larger.
    assert_eq!(size(65535, 1, (128, 128)), Some((128, 1)));
    assert_eq!(size(1, 65535, (128, 128)), Some((1, 128)));
    assert_eq!(size(1, 1, (128, 128)), Some((1, 1)));
    assert_eq!(size(0, 96, (128, 128)), None);
    for (w, h) in [(1, 1), (65535, 1), (3, 65535), (500, 499)] {
        for max in [(0, 0), (1, 1), (1, 65535), (65535, 65535), (7, 3)] {
            let (width, height) = size(w, h, max).expect("a size");
            assert!(width <= max.0 && height <= max.1, "{w}x{h} in {max:?}");
        }
    }
    assert_eq!(Thumbnail::new("a").with_width(1).size_within(9, 9), None);
}

#[test]
fn knows_bits_of_binary_by_the_scheme() {
    let id = |uri: &str| {
        Thumbnail::new(uri)
            .content_id()
            .map(|id| id.as_str().to_owned())
    };
    assert_eq!(
        id("CID:sha1+0a@bob.xmpp.org").as_deref(),
        Some("sha1+0a@bob.xmpp.org")
    );
    assert_eq!(id(" cid:a").as_deref(), Some("a"));
    assert_eq!(id("acid:a"), None);
    assert_eq!(id("cid"), None);
}

#[test]
fn drops_a_size_that_is_none_and_nothing_else() {
    let source = "<thumbnail xmlns='urn:xmpp:thumbs:1' uri='a' width='1e9' height='2'/>";
    from_str::<Thumbnail>(source).expect_err("no width");
    let options = Options::new().invalid(Invalid::Keep);
    let mut report = Report::default();
    let thumbnail: Thumbnail =
        read_with(source.as_bytes(), &options, &mut report).expect("a thumbnail");
    assert_eq!((thumbnail.width, thumbnail.height), (None, Some(2)));
    assert_eq!(report.problems.len(), 1);
    let whole: Thumbnail =
        assert_typed("<thumbnail xmlns='urn:xmpp:thumbs:1' uri='a' media-type='image/png'/>");
    assert_eq!(whole, Thumbnail::new("a").with_media_type("image/png"));
}
