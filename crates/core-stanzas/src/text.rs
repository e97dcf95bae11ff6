//! Texts with one version for each language.

use xmpp_xml::LanguageTag;

/// A text with its language.
pub(crate) trait Localized {
    fn lang(&self) -> Option<&LanguageTag>;
}

/// Constructors, and the way to [`best`], for types with `lang`, `text` and `extra`.
macro_rules! localized {
    ($($type:ident),*) => {$(
        impl $type {
            /// A text in the language of the stanza.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self { lang: None, text: text.into(), extra: Extra::new() }
            }

            /// The same text in this language.
            #[must_use]
            pub fn with_lang(mut self, lang: LanguageTag) -> Self {
                self.lang = Some(lang);
                self
            }
        }

        impl text::Localized for $type {
            fn lang(&self) -> Option<&LanguageTag> {
                self.lang.as_ref()
            }
        }
    )*};
}

pub(crate) use localized;

/// The text in the language that is preferred; one that has no language of its own has that of what is around it.
///
/// For each wish in turn, the tag is looked up as RFC 4647 §3.4 does, shortened step by step; and then any other variety
/// of the same language will do.
pub(crate) fn best<'t, T: Localized>(
    texts: &'t [T],
    around: Option<&LanguageTag>,
    preferred: &[LanguageTag],
) -> Option<&'t T> {
    let first = |is_wanted: &dyn Fn(&LanguageTag) -> bool| {
        texts
            .iter()
            .find(|text| text.lang().or(around).is_some_and(is_wanted))
    };
    let look_up = |wanted: &LanguageTag| {
        let mut range = wanted.as_str();
        while !range.is_empty() {
            let found = first(&|lang| is_same_tag(lang.as_str(), range));
            if found.is_some() {
                return found;
            }
            range = range
                .rsplit_once(['-', '_'])
                .map_or("", |(shorter, _)| shorter);
        }
        None
    };
    preferred
        .iter()
        .filter(|wanted| !wanted.as_str().is_empty())
        .find_map(|wanted| look_up(wanted).or_else(|| first(&|lang| lang.same_language(wanted))))
        .or_else(|| texts.iter().find(|text| text.lang().is_none()))
        .or_else(|| texts.first())
}

/// Whether two tags are the same but for case, and for an underscore in the place of a hyphen.
fn is_same_tag(a: &str, b: &str) -> bool {
    let byte = |b: u8| match b {
        b'_' => b'-',
        b => b.to_ascii_lowercase(),
    };
    a.bytes().map(byte).eq(b.bytes().map(byte))
}
