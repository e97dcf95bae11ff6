//! Enums of tokens: the search that all of them share.

use crate::chars::{is_same_name, trim};

/// The place of a word among tokens.
#[must_use]
pub fn find(text: &str, tokens: &[&str]) -> Option<usize> {
    let word = trim(text);
    tokens.iter().position(|token| is_same_name(token, word))
}

/// The place of a word among tokens, letters of ASCII being compared without case.
#[must_use]
pub fn find_ignoring_case(text: &str, tokens: &[&str]) -> Option<usize> {
    let word = trim(text);
    let is_it = |token: &&str| token.eq_ignore_ascii_case(word);
    tokens.iter().position(is_it)
}
