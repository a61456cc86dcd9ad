//! The compiler's messages on their way to evcxr.

use serde_json::{Value, json};
use std::borrow::Cow;

/// Changes a message where evcxr would draw the wrong conclusion from it.
pub fn for_evcxr(line: &str) -> Cow<'_, str> {
    let Ok(mut message) = serde_json::from_str::<Value>(line) else {
        return line.into();
    };
    let is_changed = forget_where_a_variable_went(&mut message)
        | show_the_message_before_a_proposal(&mut message);
    if is_changed {
        message.to_string().into()
    } else {
        line.into()
    }
}

/// A cell such as `let figure = …; figure.hline(0.0, "")` moves its variable, which then cannot be kept. evcxr learns that
/// from the error that this makes, and gives up the variable; but as the message also points to where the variable went,
/// the last expression, it gives up showing that one, too. So that place is left out.
fn forget_where_a_variable_went(message: &mut Value) -> bool {
    if message["code"]["code"] != "E0382" {
        return false;
    }
    let Some(spans) = message["spans"].as_array_mut() else {
        return false;
    };
    let keeps_a_variable = |span: &Value| {
        span["text"][0]["text"]
            .as_str()
            .is_some_and(|text| text.contains("evcxr_variable_store.put_variable"))
    };
    if !spans
        .iter()
        .any(|span| span["is_primary"] == true && keeps_a_variable(span))
    {
        return false;
    }
    spans.retain(|span| span["is_primary"] == true);
    message["children"] = json!([]);
    true
}

/// evcxr shows the first part of a message that points into the student's own lines. Where an unknown name stands in a
/// cell's last expression, around which evcxr puts code of its own, that is a proposal ("consider importing …") and the
/// message itself is lost: so proposals lose their place here.
fn show_the_message_before_a_proposal(message: &mut Value) -> bool {
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
    is_changed
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
    fn a_variable_that_was_moved_costs_no_figure() {
        let span = |primary, text| json!({"is_primary": primary, "text": [{"text": text}]});
        let moved = |last| {
            json!({"code": {"code": "E0382"}, "spans": [span(false, "figure.hline(0.0)"), span(true, last)], "children": [1]}).to_string()
        };
        let line =
            moved("evcxr_variable_store.put_variable::<Figure>(stringify!(figure), figure);");
        let message: Value = serde_json::from_str(&for_evcxr(&line)).unwrap();
        assert_eq!(message["spans"].as_array().unwrap().len(), 1);
        let students_own = moved("println!(\"{figure:?}\");");
        assert_eq!(for_evcxr(&students_own), students_own);
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
