//! The PRECIS profiles of the localpart and the resourcepart.
//!
//! Written on the tables that IDNA brings along. The crate that offers these profiles knows no
//! character younger than Unicode 6.3, refuses Hebrew and Arabic with vowel signs, and would
//! double the time that this crate takes to compile; the tests compare with it.
//!
//! [RFC 8264](https://www.rfc-editor.org/rfc/rfc8264): the string classes.
//! [RFC 8265](https://www.rfc-editor.org/rfc/rfc8265): the profiles.

use alloc::string::String;
use core::iter;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::props::{
    BidiClass, CanonicalCombiningClass, DefaultIgnorableCodePoint, GeneralCategory,
    HangulSyllableType, JoiningType, NoncharacterCodePoint, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use crate::error::Reason;
use crate::parts::Fault;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();

/// UsernameCaseMapped with the exclusions of RFC 7622.
///
/// [RFC 8265, section 3.3](https://www.rfc-editor.org/rfc/rfc8265#section-3.3),
/// [RFC 7622, section 3.3.1](https://www.rfc-editor.org/rfc/rfc7622#section-3.3.1)
pub(crate) fn username(spelling: &str) -> Result<String, Fault> {
    let mapped = spelling
        .char_indices()
        .map(|(offset, c)| (offset, width_mapped(c)));
    let excluded = |c| matches!(c, '"' | '&' | '\'' | '/' | ':' | '<' | '>' | '@');
    if let Some((offset, c)) = mapped.clone().find(|&(_, c)| excluded(c)) {
        let reason = Reason::Character(c);
        return Err(Fault { reason, offset });
    }
    check(mapped.clone(), Class::Identifier)?;
    let lower: String = mapped.flat_map(|(_, c)| c.to_lowercase()).collect();
    let normal = NFC.normalize(&lower).into_owned();
    if satisfies_bidi_rule(&normal) {
        Ok(normal)
    } else {
        let reason = Reason::Direction;
        Err(Fault { reason, offset: 0 })
    }
}

/// OpaqueString.
///
/// [RFC 8265, section 4.2](https://www.rfc-editor.org/rfc/rfc8265#section-4.2)
pub(crate) fn opaque(spelling: &str) -> Result<String, Fault> {
    check(spelling.char_indices(), Class::Freeform)?;
    let spaced: String = spelling
        .chars()
        .map(|c| {
            if category(c) == GeneralCategory::SpaceSeparator {
                ' '
            } else {
                c
            }
        })
        .collect();
    Ok(NFC.normalize(&spaced).into_owned())
}

/// A string class.
///
/// [RFC 8264, section 4](https://www.rfc-editor.org/rfc/rfc8264#section-4)
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Identifier,
    Freeform,
}

/// What a code point may be used for.
///
/// [RFC 8264, section 8](https://www.rfc-editor.org/rfc/rfc8264#section-8)
enum Property {
    /// PVALID
    Valid,
    /// CONTEXTJ and CONTEXTO
    Context,
    /// ID_DIS or FREE_PVAL; and UNASSIGNED, which PRECIS allows nowhere, and we in resourceparts
    FreeformOnly,
    /// DISALLOWED
    Disallowed,
}

/// Whether all characters belong to the class, each in its context.
pub(crate) fn check(
    chars: impl Iterator<Item = (usize, char)> + Clone,
    class: Class,
) -> Result<(), Fault> {
    // What the rules that look at the whole string need, gathered on the way: one pass is enough.
    let mut arabic_indic_digits = None;
    let mut extended_arabic_indic_digits = None;
    let mut katakana_middle_dot = None;
    let mut japanese = false;
    // The last character that is not transparent joins what follows, so U+200C may part the two.
    let mut may_break = false;
    let mut before = None;

    let mut rest = chars;
    while let Some((offset, c)) = rest.next() {
        let fault = |reason| Err(Fault { reason, offset });
        match property(c) {
            Property::Valid => {}
            Property::FreeformOnly if class == Class::Freeform => {}
            Property::Context => {
                let mut after = rest.clone().map(|(_, c)| c);
                let in_context = match c {
                    '\u{660}'..='\u{669}' => {
                        arabic_indic_digits = Some((offset, c));
                        true
                    }
                    '\u{6f0}'..='\u{6f9}' => {
                        extended_arabic_indic_digits = Some((offset, c));
                        true
                    }
                    KATAKANA_MIDDLE_DOT => {
                        katakana_middle_dot = Some((offset, c));
                        true
                    }
                    ZERO_WIDTH_JOINER => before.is_some_and(is_virama),
                    ZERO_WIDTH_NON_JOINER => {
                        before.is_some_and(is_virama)
                            || may_break
                                && after
                                    .map(joining_type)
                                    .find(|&joining| joining != JoiningType::Transparent)
                                    .is_some_and(joins_previous)
                    }
                    MIDDLE_DOT => before == Some('l') && after.next() == Some('l'),
                    KERAIA => after.next().is_some_and(|c| script(c) == Script::Greek),
                    // Geresh and gershayim.
                    _ => before.is_some_and(|c| script(c) == Script::Hebrew),
                };
                if !in_context {
                    return fault(Reason::Context(c));
                }
            }
            Property::FreeformOnly | Property::Disallowed => {
                return fault(Reason::Character(c));
            }
        }
        japanese |= matches!(script(c), Script::Hiragana | Script::Katakana | Script::Han);
        match joining_type(c) {
            JoiningType::Transparent => {}
            joining => may_break = joins_following(joining),
        }
        before = Some(c);
    }

    let out_of_context = match (arabic_indic_digits, extended_arabic_indic_digits) {
        (Some(first), Some(second)) => Some(first.max(second)),
        _ => katakana_middle_dot.filter(|_| !japanese),
    };
    out_of_context.map_or(Ok(()), |(offset, c)| {
        let reason = Reason::Context(c);
        Err(Fault { reason, offset })
    })
}

const ZERO_WIDTH_NON_JOINER: char = '\u{200c}';
const ZERO_WIDTH_JOINER: char = '\u{200d}';
const MIDDLE_DOT: char = '\u{b7}';
const KERAIA: char = '\u{375}';
const KATAKANA_MIDDLE_DOT: char = '\u{30fb}';

fn property(c: char) -> Property {
    match c {
        '!'..='~' => return Property::Valid,
        // The exceptions of RFC 8264, section 9.6.
        '\u{df}' | '\u{3c2}' | '\u{6fd}' | '\u{6fe}' | '\u{f0b}' | '\u{3007}' => {
            return Property::Valid;
        }
        MIDDLE_DOT
        | KERAIA
        | '\u{5f3}'
        | '\u{5f4}'
        | KATAKANA_MIDDLE_DOT
        | '\u{660}'..='\u{669}'
        | '\u{6f0}'..='\u{6f9}'
        | ZERO_WIDTH_NON_JOINER
        | ZERO_WIDTH_JOINER => return Property::Context,
        '\u{640}' | '\u{7fa}' | '\u{302e}' | '\u{302f}' | '\u{3031}'..='\u{3035}' | '\u{303b}' => {
            return Property::Disallowed;
        }
        _ => {}
    }
    if is_ignorable(c) || is_old_hangul_jamo(c) {
        return Property::Disallowed;
    }
    match category(c) {
        GeneralCategory::Control
        | GeneralCategory::Format
        | GeneralCategory::PrivateUse
        | GeneralCategory::Surrogate
        | GeneralCategory::LineSeparator
        | GeneralCategory::ParagraphSeparator => Property::Disallowed,
        GeneralCategory::LowercaseLetter
        | GeneralCategory::UppercaseLetter
        | GeneralCategory::OtherLetter
        | GeneralCategory::DecimalNumber
        | GeneralCategory::ModifierLetter
        | GeneralCategory::NonspacingMark
        | GeneralCategory::SpacingMark
            if !has_compat(c) =>
        {
            Property::Valid
        }
        // Other letters and digits, spaces, symbols, punctuation, compatibility characters, and what is unassigned.
        _ => Property::FreeformOnly,
    }
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

fn joining_type(c: char) -> JoiningType {
    CodePointMapData::<JoiningType>::new().get(c)
}

fn joins_following(joining: JoiningType) -> bool {
    matches!(joining, JoiningType::LeftJoining | JoiningType::DualJoining)
}

fn joins_previous(joining: JoiningType) -> bool {
    matches!(
        joining,
        JoiningType::RightJoining | JoiningType::DualJoining
    )
}

fn is_virama(c: char) -> bool {
    CodePointMapData::<CanonicalCombiningClass>::new().get(c) == CanonicalCombiningClass::Virama
}

/// Whether a character may combine with an ASCII letter before it.
pub(crate) fn is_mark(c: char) -> bool {
    CodePointMapData::<CanonicalCombiningClass>::new().get(c)
        != CanonicalCombiningClass::NotReordered
}

fn is_ignorable(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointSetData::new::<NoncharacterCodePoint>().contains(c)
}

fn is_old_hangul_jamo(c: char) -> bool {
    matches!(
        CodePointMapData::<HangulSyllableType>::new().get(c),
        HangulSyllableType::LeadingJamo
            | HangulSyllableType::VowelJamo
            | HangulSyllableType::TrailingJamo
    )
}

fn has_compat(c: char) -> bool {
    !NFKC.is_normalized(c.encode_utf8(&mut [0; 4]))
}

/// The ordinary form of a fullwidth or halfwidth character.
///
/// Full compatibility decomposition does no harm: it goes further than the width only where the
/// ordinary form has a decomposition itself, and no such character is in the IdentifierClass.
pub(crate) fn width_mapped(c: char) -> char {
    match c {
        '\u{3000}' | '\u{ff01}'..='\u{ffee}' => {
            NFKD.normalize_iter(iter::once(c)).next().unwrap_or(c)
        }
        _ => c,
    }
}

/// The Bidi Rule, which a string without right-to-left characters need not satisfy.
///
/// [RFC 5893, section 2](https://www.rfc-editor.org/rfc/rfc5893#section-2)
fn satisfies_bidi_rule(text: &str) -> bool {
    let class = |c| CodePointMapData::<BidiClass>::new().get(c);
    let is_rtl = |class| {
        matches!(
            class,
            BidiClass::RightToLeft | BidiClass::ArabicLetter | BidiClass::ArabicNumber
        )
    };
    if !text.chars().any(|c| is_rtl(class(c))) {
        return true;
    }
    // Conditions 1, 5 and 6: having right-to-left characters, it must be a right-to-left string.
    if !matches!(
        text.chars().next().map(class),
        Some(BidiClass::RightToLeft | BidiClass::ArabicLetter)
    ) {
        return false;
    }
    // Conditions 2, 3 and 4.
    let (mut european, mut arabic, mut may_end) = (false, false, false);
    for class in text.chars().map(class) {
        match class {
            BidiClass::RightToLeft | BidiClass::ArabicLetter => may_end = true,
            BidiClass::EuropeanNumber => (european, may_end) = (true, true),
            BidiClass::ArabicNumber => (arabic, may_end) = (true, true),
            BidiClass::NonspacingMark => {}
            BidiClass::EuropeanSeparator
            | BidiClass::CommonSeparator
            | BidiClass::EuropeanTerminator
            | BidiClass::OtherNeutral
            | BidiClass::BoundaryNeutral => may_end = false,
            _ => return false,
        }
    }
    may_end && !(european && arabic)
}
