//! What all enums of tokens share: they are values, and looked up by their texts.

use core::fmt;

use crate::chars::{is_same_name, trim};
use crate::value::{InvalidValue, Token, Value};

impl<T: Token> Value for T {
    const EXPECTED: &'static str = T::__EXPECTED;
    const EXAMPLES: &'static [&'static str] = T::__EXAMPLES;

    fn parse(text: &str) -> Result<Self, InvalidValue> {
        parse(text).ok_or_else(InvalidValue::new)
    }

    fn write(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.as_token())
    }

    fn as_text(&self) -> Option<&str> {
        Some(self.as_token())
    }

    fn is_canonical(&self, text: &str) -> bool {
        is_same_name(self.as_token(), text)
    }
}

/// The token that a text reads as, if there is one.
#[must_use]
#[inline(never)]
pub fn parse<T: Token>(text: &str) -> Option<T> {
    let position = if T::__IGNORE_CASE {
        find_ignoring_case(text, T::TOKENS)
    } else {
        find(text, T::TOKENS)
    };
    T::__at(position, text)
}

/// The text of a token that has a variant.
#[must_use]
#[inline(never)]
pub fn text<T: Token>(token: &T) -> &'static str {
    let position = token.position();
    let text = position.and_then(|position| T::TOKENS.get(position));
    text.copied().unwrap_or_default()
}

/// The index of a text among the tokens.
fn find(text: &str, tokens: &[&str]) -> Option<usize> {
    let word = trim(text);
    tokens.iter().position(|token| is_same_name(token, word))
}

/// The index of a text among the tokens, ignoring ASCII case.
fn find_ignoring_case(text: &str, tokens: &[&str]) -> Option<usize> {
    let word = trim(text);
    let is_it = |token: &&str| token.eq_ignore_ascii_case(word);
    tokens.iter().position(is_it)
}
