//! The lookup that all enums of tokens share.

use crate::chars::{is_same_name, trim};

/// The index of a text among the tokens.
#[must_use]
pub fn find(text: &str, tokens: &[&str]) -> Option<usize> {
    let word = trim(text);
    tokens.iter().position(|token| is_same_name(token, word))
}

/// The index of a text among the tokens, ignoring ASCII case.
#[must_use]
pub fn find_ignoring_case(text: &str, tokens: &[&str]) -> Option<usize> {
    let word = trim(text);
    let is_it = |token: &&str| token.eq_ignore_ascii_case(word);
    tokens.iter().position(is_it)
}
