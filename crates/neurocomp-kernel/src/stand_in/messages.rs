//! The compiler's messages on their way to evcxr.

use serde_json::{Value, json};
use std::borrow::Cow;

/// evcxr shows the first part of a message that points into the student's own lines. Where an unknown name stands in a
/// cell's last expression, around which evcxr puts code of its own, that is a proposal ("consider importing …") and the
/// message itself is lost: so proposals lose their place here.
pub fn for_evcxr(line: &str) -> Cow<'_, str> {
    let Ok(mut message) = serde_json::from_str::<Value>(line) else {
        return line.into();
    };
    let mut is_changed = false;
    for part in message["children"].as_array_mut().into_iter().flatten() {
        if part["message"]
            .as_str()
            .is_some_and(|text| text.starts_with("consider importing"))
        {
            part["spans"] = json!([]);
            is_changed = true;
        }
    }
    if is_changed {
        message.to_string().into()
    } else {
        line.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_no_longer_hides_the_message() {
        let line = r#"{"message":"cannot find `plot`","children":[{"message":"consider importing this module","spans":[{"line_start":1}]}]}"#;
        let message: Value = serde_json::from_str(&for_evcxr(line)).unwrap();
        assert_eq!(
            (&message["message"], &message["children"][0]["spans"]),
            (&json!("cannot find `plot`"), &json!([]))
        );
    }

    #[test]
    fn everything_else_passes_unchanged() {
        for line in [
            "error: no json",
            r#"{"message":"x","children":[{"message":"note","spans":[1]}]}"#,
        ] {
            assert_eq!(for_evcxr(line), line);
        }
    }
}
