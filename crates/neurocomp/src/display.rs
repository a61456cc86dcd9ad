//! Output of a cell that is redrawn in its place: how far a loop is, a figure of a simulation that runs.
//!
//! A line on standard output carries it to the kernel, which makes a display of it and never shows the line itself:
//!
//! ```text
//! NEUROCOMP_DISPLAY {"id": "…", "data": {"text/plain": "…", "text/html": "…"}, "update": false}
//! ```
//!
//! `update: false` makes a new display (Jupyter's `display_data`); `true` redraws the display of this id
//! (`update_display_data`). A figure with controls comes on a line of another name, as a new display with a number by which the kernel
//! moves it ([`neurocomp_live`](crate::cell::neurocomp_live)):
//!
//! ```text
//! NEUROCOMP_LIVE {"number": 1, "controls": [{"Slider": {"label": "I (nA)", …}}], "display": {"id": …}}
//! ```
//!
//! A kernel that understands this says so by `NEUROCOMP_DISPLAYS=1` in the environment of the process
//! that runs the cells. Everywhere else nothing of this is printed.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};

const LINE: &str = "NEUROCOMP_DISPLAY";
const UNDERSTOOD: &str = "NEUROCOMP_DISPLAYS";

/// Whether there is a kernel that redraws.
pub fn is_understood() -> bool {
    std::env::var_os(UNDERSTOOD).is_some_and(|value| value == "1")
}

/// An id that no other display of the notebook has: a process of cells gives no number twice, and the next process has another
/// number itself.
pub fn new_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("neurocomp-{}-{count}", std::process::id())
}

/// Shows something, in several forms (MIME type, content), as a new display or in place of what the display of this id shows.
/// The content of a JSON type (`application/vnd.plotly.v1+json`) must be JSON, and goes to the page as such; all other content is
/// text. Does nothing where [`is_understood`] is false.
pub fn display(id: &str, forms: &[(&str, &str)], update: bool) {
    if is_understood() {
        print(&line(id, forms, update));
    }
}

/// Shows a new display with controls, each in the kernel's words.
#[cfg(feature = "figures")]
pub(crate) fn live(number: u64, controls: &[String], id: &str, forms: &[(&str, &str)]) {
    print(&format!(
        "NEUROCOMP_LIVE {{\"number\": {number}, \"controls\": [{}], \"display\": {}}}\n",
        controls.join(", "),
        json(id, forms, false)
    ));
}

/// Prints the value of a cell's last expression for evcxr, as HTML and as text.
#[cfg(any(feature = "course", feature = "tables"))]
pub(crate) fn value(html: &str, text: impl std::fmt::Display) {
    println!("EVCXR_BEGIN_CONTENT text/html\n{html}\nEVCXR_END_CONTENT");
    println!("EVCXR_BEGIN_CONTENT text/plain\n{text}\nEVCXR_END_CONTENT");
}

/// Prints it by one write, so that no other thread's output comes in between. Nobody could do anything about an error, and a panic
/// would end the process where this is called while another panic unwinds.
fn print(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(line.as_bytes());
    let _ = out.flush();
}

/// The line that [`display`] prints.
pub(crate) fn line(id: &str, forms: &[(&str, &str)], update: bool) -> String {
    format!("{LINE} {}\n", json(id, forms, update))
}

fn json(id: &str, forms: &[(&str, &str)], update: bool) -> String {
    let data: Vec<String> = forms
        .iter()
        .map(|(mime, content)| {
            let content = if mime.ends_with("json") {
                // Between its tokens JSON may hold line breaks, within them none.
                content.replace(['\n', '\r'], " ")
            } else {
                quoted(content)
            };
            format!("{}: {content}", quoted(mime))
        })
        .collect();
    format!("{{\"id\": {}, \"data\": {{{}}}, \"update\": {update}}}", quoted(id), data.join(", "))
}

/// A JSON string.
pub(crate) fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\n' => json.push_str("\\n"),
            '\t' => json.push_str("\\t"),
            c if c < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

/// Text for HTML: one line, without the characters that HTML reads.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn parsed(line: &str) -> Value {
        let (content, end) = line.split_at(line.len() - 1);
        assert!(end == "\n" && !content.contains(['\n', '\r']));
        let json = content.strip_prefix("NEUROCOMP_DISPLAY ").unwrap();
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_line_is_one_line_of_json() {
        let every: String = (0..0x250).filter_map(char::from_u32).collect();
        let text = format!("{every}\r\n\u{2028}█ C:\\\"x\"");
        assert_eq!(
            parsed(&line("a\"b", &[("text/plain", &text), ("text/html", "")], true)),
            json!({"id": "a\"b", "data": {"text/plain": text, "text/html": ""}, "update": true})
        );
    }

    #[test]
    fn json_goes_to_the_page_as_json() {
        let figure = "{\n  \"data\": [1,\r\n 2], \"title\": \"a\\nb\"\n}";
        let forms = [("application/vnd.plotly.v1+json", figure)];
        let value = parsed(&line("f", &forms, false));
        assert_eq!(value["data"]["application/vnd.plotly.v1+json"], json!({"data": [1, 2], "title": "a\nb"}));
        assert_eq!(value["update"], json!(false));
    }

    #[test]
    fn no_two_displays_have_the_same_id() {
        let threads: Vec<_> =
            (0..4).map(|_| std::thread::spawn(|| (0..500).map(|_| new_id()).collect::<Vec<_>>())).collect();
        let ids: std::collections::HashSet<String> =
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
        assert_eq!(ids.len(), 2000);
    }
}
