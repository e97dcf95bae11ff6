//! Texts that are there once for each language.

use xmpp_xml::LanguageTag;

/// A text with its language.
pub(crate) trait Localized {
    fn lang(&self) -> Option<&LanguageTag>;
}

/// Constructors, and the way to [`best`], for types with `lang`, `text` and `extra`.
macro_rules! localized {
    ($($type:ident),*) => {$(
        impl $type {
            /// The text, in the language of what is around it.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self { lang: None, text: text.into(), extra: Extra::new() }
            }

            /// The same text, said to be in this language.
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

/// The text in the language that is preferred; one that does not tell its language has the one of what is around it.
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
    preferred
        .iter()
        .find_map(|wanted| {
            first(&|lang| lang.as_str().eq_ignore_ascii_case(wanted.as_str()))
                .or_else(|| first(&|lang| lang.same_language(wanted)))
        })
        .or_else(|| texts.iter().find(|text| text.lang().is_none()))
        .or_else(|| texts.first())
}
