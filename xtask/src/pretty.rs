//! JSON with its keys in the order in which they stand, one to a line.

/// Indents JSON; what is no JSON stays no JSON. Each line but the first begins with `margin`.
pub(crate) fn json(text: &str, margin: &str) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let mut depth = 0;
    let mut characters = text.chars().filter(|c| !c.is_control()).peekable();
    let mut is_text = false;
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(margin);
        out.extend(core::iter::repeat_n("  ", depth));
    };
    while let Some(c) = characters.next() {
        if is_text {
            out.push(c);
            match c {
                '\\' => out.extend(characters.next()),
                '"' => is_text = false,
                _ => {}
            }
            continue;
        }
        match c {
            '"' => {
                is_text = true;
                out.push(c);
            }
            '{' | '[' => {
                out.push(c);
                while characters.next_if_eq(&' ').is_some() {}
                match characters.next_if(|next| matches!(next, '}' | ']')) {
                    Some(end) => out.push(end),
                    None => {
                        depth += 1;
                        line(&mut out, depth);
                    }
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            ' ' => {}
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_keys_and_what_strings_hold() {
        let text = r#"{"b":[1,{"a":"x, {\"y\": [] \\"}],"a":{},"c":[]}"#;
        let expected = "{\n  \"b\": [\n    1,\n    {\n      \"a\": \"x, {\\\"y\\\": [] \\\\\"\n    }\n  ],\n  \
                        \"a\": {},\n  \"c\": []\n}";
        assert_eq!(json(text, ""), expected);
        assert_eq!(json(expected, ""), expected);
        let read: Result<serde_json::Value, _> = serde_json::from_str(&json(text, "    "));
        assert_eq!(read.ok(), serde_json::from_str(text).ok());
    }
}
