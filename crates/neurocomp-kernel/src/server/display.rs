//! Values and errors as Jupyter shows them.

mod failure;

pub use failure::{Failure, refused};

use evcxr::EvalOutputs;
use jupyter_protocol::Media;
use serde_json::Value;

/// A value in several forms, by media type.
pub fn media(data: impl IntoIterator<Item = (String, Value)>) -> Media {
    serde_json::from_value(Value::Object(data.into_iter().collect())).unwrap_or_default()
}

/// The value of a cell's last expression, if it has one.
pub fn result(outputs: EvalOutputs) -> Option<Media> {
    if outputs.is_empty() {
        return None;
    }
    Some(media(outputs.content_by_mime_type.into_iter().map(|(kind, text)| {
        let parsed = if kind.contains("json") { serde_json::from_str(&text).ok() } else { None };
        (kind, parsed.unwrap_or(Value::String(text)))
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_data_and_text_is_text() {
        let mut outputs = EvalOutputs::new();
        for (kind, text) in [
            ("application/vnd.plotly.v1+json", r#"{"data": [], "layout": {"width": 400}}"#),
            ("text/plain", "{\"not\": \"data\"}"),
            ("application/json", "broken"),
        ] {
            outputs.content_by_mime_type.insert(kind.to_owned(), text.to_owned());
        }
        let shown = serde_json::to_value(result(outputs).unwrap()).unwrap();
        assert_eq!(shown["application/vnd.plotly.v1+json"]["layout"]["width"], 400);
        assert_eq!(shown["text/plain"], "{\"not\": \"data\"}");
        assert_eq!(shown["application/json"], "broken");
        assert!(result(EvalOutputs::new()).is_none());
    }
}
