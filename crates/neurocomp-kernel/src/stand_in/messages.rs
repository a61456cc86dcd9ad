//! The compiler's messages on their way to evcxr.
//!
//! evcxr reads them for two reasons. While it looks for a form of the cell that compiles, it learns from them what to change
//! in the code that it has added; those pass. All others are for the student: they come in a layout of their own, with a
//! line for beginners, and without a place that evcxr could read, so that it tries nothing in vain.

use super::report;
use crate::advice;
use crate::cell::diagnostic::{Diagnostic, Place};
use crate::cell::kept::{self, Obstacle};
use crate::cell::source::{Purpose, Source};
use crate::cell::types;
use crate::cell::variables::{self, Known};
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;

/// A line of rustc's, and the message that it holds.
type Line = (Value, Diagnostic);

/// Makes the messages about a cell fit for evcxr: `lines` are rustc's, one message each.
pub fn for_evcxr(lines: &str, source: &str, session: &Path) -> Vec<String> {
    let (messages, others): (Vec<_>, Vec<_>) = lines.lines().map(read).partition(Result::is_ok);
    let (types, messages): (Vec<Line>, Vec<Line>) = messages
        .into_iter()
        .flatten()
        .partition(|(_, message)| message.code() == kept::CAST_LINT);
    let source = &Source::new(source).with_types(types.iter().map(|(_, message)| message));
    let others = others
        .into_iter()
        .filter_map(Result::err)
        .map(str::to_owned);
    let is_mendable = |(_, message): &Line| mends(message, source) || message.spans.is_empty();
    let has_student_errors = messages
        .iter()
        .any(|(_, message)| is_students(message, source));
    if !has_student_errors && (source.purpose == Purpose::Run || messages.iter().all(is_mendable)) {
        let passed = messages.into_iter().map(|line| pass(line, source, session));
        return passed.chain(others).collect();
    }
    let known = Known::read(session, source);
    explain(&messages, source, &known)
        .into_iter()
        .chain(others)
        .collect()
}

/// What is to be said of a variable that cannot be kept, in whose cell rustc finds nothing wrong.
pub fn not_kept(name: &str, kind: &str, obstacle: Obstacle, source: &Source) -> String {
    let shown = types::as_written(kind);
    let title = match obstacle {
        Obstacle::Closure => {
            format!("The variable `{name}` is a closure, which cannot be persisted.")
        }
        Obstacle::Private => {
            format!("The variable `{name}` has type `{shown}`, which is private to its crate.")
        }
        _ => format!("The variable `{name}` has type `{shown}` which cannot be persisted."),
    };
    let line = advice::not_kept(name, kind, obstacle).get();
    explained(&report::draw(
        &Diagnostic::default(),
        &title,
        Some(&line),
        source,
    ))
}

/// The types of new variables, as rustc tells evcxr.
pub fn about_types(types: &[(String, String)], source: &Source) -> Vec<String> {
    source
        .new_variables()
        .filter_map(|(line, name)| {
            let (_, kind) = types.iter().find(|(of, _)| of == name)?;
            Some(kept::cast_message(line, kind).to_string())
        })
        .collect()
}

/// rustc's messages, one on each line, with other numbers of lines in the cell's source.
pub fn moved_to_lines(messages: &str, moved: impl Fn(usize) -> usize) -> String {
    messages
        .lines()
        .map(|line| {
            let Ok(mut message) = serde_json::from_str(line) else {
                return line.to_owned() + "\n";
            };
            move_lines(&mut message, &moved);
            message.to_string() + "\n"
        })
        .collect()
}

/// Of a message, its children, their spans, and where macros were called.
fn move_lines(part: &mut Value, moved: &impl Fn(usize) -> usize) {
    match part {
        Value::Array(parts) => parts.iter_mut().for_each(|part| move_lines(part, moved)),
        Value::Object(fields) => {
            if fields
                .get("file_name")
                .is_some_and(|file| file == "src/lib.rs")
            {
                for end in ["line_start", "line_end"] {
                    let line = fields.get(end).and_then(Value::as_u64);
                    if let Some(line) = line.and_then(|line| usize::try_from(line).ok()) {
                        fields.insert(end.to_owned(), json!(moved(line)));
                    }
                }
            }
            for part in fields.values_mut() {
                move_lines(part, moved);
            }
        }
        _ => {}
    }
}

fn read(line: &str) -> Result<Line, &str> {
    let json: Value = serde_json::from_str(line).map_err(|_| line)?;
    let message = Diagnostic::deserialize(&json).map_err(|_| line)?;
    Ok((json, message))
}

fn keeps_a_variable(place: &Place, source: &Source) -> bool {
    place.is_primary && source.kept(place.line).is_some()
}

/// Whether evcxr mends this by a change of its own code: it gives up keeping a variable, shows the last value in another
/// way, or lets `?` end the cell.
fn mends(message: &Diagnostic, source: &Source) -> bool {
    let places = message.places();
    match message.code() {
        "E0382" | "E0425" => places.iter().any(|place| keeps_a_variable(place, source)),
        "E0599" | "E0689" => places
            .iter()
            .any(|place| place.is_primary && place.marked() == "evcxr_display"),
        "E0277" => places.iter().any(|place| {
            let asks_for_result = place
                .label
                .as_deref()
                .is_some_and(|label| label.ends_with("to accept `?`"));
            asks_for_result && !source.is_students(place.line)
        }),
        "E0728" => true,
        "E0658" => message
            .message
            .contains("`let` expressions in this position"),
        _ => false,
    }
}

/// Whether it is about the student's own lines.
fn is_students(message: &Diagnostic, source: &Source) -> bool {
    let is_students = |place: &Place| place.is_primary && source.is_students(place.line);
    !mends(message, source) && message.places().iter().any(is_students)
}

fn pass((mut json, message): Line, source: &Source, session: &Path) -> String {
    if message.code() == "E0382" && mends(&message, source) {
        note_what_moves(&message, source, session);
        forget_where_a_variable_went(&mut json);
    }
    json.to_string()
}

fn note_what_moves(message: &Diagnostic, source: &Source, session: &Path) {
    let places = message.places();
    let name = places
        .iter()
        .filter(|place| place.is_primary)
        .find_map(|place| source.kept(place.line));
    let mover = places.iter().find(|place| {
        let says_so = place
            .label
            .as_deref()
            .is_some_and(|label| label.contains("moved"));
        says_so && source.is_students(place.line)
    });
    if let (Some((name, _)), Some(mover)) = (name, mover) {
        variables::note_moved(session, name, &mover.text);
    }
}

/// A cell such as `let figure = …; figure.hline(0.0, "")` moves its variable, which then cannot be kept. evcxr learns that
/// from the error that this makes, and gives up the variable; but as the message also points to where the variable went,
/// the last expression, it gives up showing that one, too. So that place is left out.
fn forget_where_a_variable_went(json: &mut Value) {
    if let Some(spans) = json["spans"].as_array_mut() {
        spans.retain(|span| span["is_primary"] == true);
    }
    json["children"] = json!([]);
}

/// The messages for the student. What is only about evcxr's code follows from the student's errors, if there are any; so
/// does what rustc says after a syntax error that the added line makes clear.
fn explain(messages: &[Line], source: &Source, known: &Known) -> Vec<String> {
    let errors: Vec<&Diagnostic> = messages
        .iter()
        .map(|(_, message)| message)
        .filter(|message| !is_summary(message))
        .collect();
    if let Some(message) = missing_semicolon(&errors) {
        let line = advice::line(message, source, known).map(|line| line.get());
        let shown = without_call(message);
        return vec![explained(&report::draw(
            &shown,
            "expected `;`",
            line.as_deref(),
            source,
        ))];
    }
    let has_student_errors = errors.iter().any(|message| is_students(message, source));
    let mut explanations = Vec::new();
    for message in errors {
        if has_student_errors && !is_students(message, source) {
            continue;
        }
        let line = advice::line(message, source, known).map(|line| line.get());
        let is_clear = line.is_some() && message.code().is_empty() && explanations.is_empty();
        explanations.push(explained(&report::draw(
            message,
            &title(message, source),
            line.as_deref(),
            source,
        )));
        if is_clear {
            break;
        }
    }
    explanations.dedup();
    explanations
}

fn is_summary(message: &Diagnostic) -> bool {
    [
        "aborting due to",
        "For more information about",
        "Some errors",
    ]
    .iter()
    .any(|start| message.message.starts_with(start))
}

/// The error that is really a missing `;`, from which the rest follows: a variable, for instance, is not known before its
/// statement ends. Where rustc sees an error of syntax, it has found the fault itself.
fn missing_semicolon<'a>(errors: &[&'a Diagnostic]) -> Option<&'a Diagnostic> {
    let unfinished = |message: &&&Diagnostic| message.unfinished_statement().is_some();
    let message = errors.iter().find(unfinished)?;
    let has_syntax_errors = errors.iter().any(|message| message.code().is_empty());
    (!has_syntax_errors).then_some(message)
}

/// Without the call that nobody wrote.
fn without_call(message: &Diagnostic) -> Diagnostic {
    let mut shown = message.clone();
    shown.code = None;
    if !message.children.is_empty() {
        shown.spans.clear();
    }
    shown
}

/// rustc's own words, but where evcxr has its own: rustc does not know that a variable is to be kept.
fn title(message: &Diagnostic, source: &Source) -> String {
    let places = message.places();
    let kept = places.iter().find_map(|place| source.kept(place.line));
    match (message.code(), kept) {
        ("E0597" | "E0716", Some((name, _))) => {
            format!(
                "The variable `{name}` contains a reference with a non-static lifetime so can't be persisted."
            )
        }
        ("E0277", _) if is_about_the_cell(message, source) => {
            let what = message.message.split(", in a").next();
            what.unwrap_or_default()
                .replace("EvcxrUserCodeError", "a text")
        }
        _ => message
            .message
            .replace("`evcxr_variable_store`", "<end of input>"),
    }
}

/// Whether `?` is refused that is to end the cell: evcxr makes a closure or an `async` block of it, which nobody wrote.
fn is_about_the_cell(message: &Diagnostic, source: &Source) -> bool {
    let is_evcxr_s = |place: &Place| !place.is_primary && !source.is_students(place.line);
    let is_about_it = ["the `?` operator", "`?` couldn't convert"]
        .iter()
        .any(|start| message.message.starts_with(start));
    is_about_it && message.places().iter().any(is_evcxr_s)
}

/// A message that evcxr shows as it is.
pub fn explained(report: &str) -> String {
    // evcxr makes such a message red as a whole.
    let message = format!("\u{1b}[0m{report}");
    json!({"message": message, "code": null, "level": "error", "spans": [], "children": [], "rendered": null}).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = "#![allow()]\nstd::panic::catch_unwind(\nif !vars_ok {return evcxr_variable_store;}}\nfigure.hline(0.0)\nevcxr_variable_store.put_variable::<Figure>(stringify!(figure), figure);\nevcxr_variable_store\n}\n";

    fn span(line: usize, text: &str, is_primary: bool, label: &str) -> Value {
        json!({"file_name": "src/lib.rs", "line_start": line, "line_end": line, "is_primary": is_primary, "label": label,
            "text": [{"text": text, "highlight_start": 1, "highlight_end": 7}]})
    }

    fn said(message: &Value, source: &str) -> Vec<String> {
        let session = tempfile::tempdir().unwrap();
        for_evcxr(&message.to_string(), source, session.path())
    }

    #[test]
    fn a_variable_that_was_moved_costs_no_figure() {
        let session = tempfile::tempdir().unwrap();
        std::fs::File::create(session.path().join(variables::JOURNAL)).unwrap();
        let put = RUN.lines().nth(4).unwrap();
        let moved = json!({"message": "use of moved value: `figure`", "code": {"code": "E0382"}, "level": "error", "children": [],
            "spans": [span(4, "figure.hline(0.0)", false, "value moved here"), span(5, put, true, "")]});
        let lines = for_evcxr(&moved.to_string(), RUN, session.path());
        let passed: Value = serde_json::from_str(&lines[0]).unwrap();
        assert_eq!(passed["spans"].as_array().unwrap().len(), 1);
        let later = Known::read(session.path(), &Source::new(""));
        assert_eq!(
            later.gone("figure"),
            Some(&variables::Gone::Moved("figure.hline(0.0)".to_owned()))
        );
    }

    #[test]
    fn the_student_s_own_error_is_explained_and_leaves_nothing_to_try() {
        let unknown = json!({"message": "cannot find value `figur` in this scope", "code": {"code": "E0425"}, "level": "error",
            "children": [{"message": "consider importing", "level": "help", "spans": [span(4, "x", true, "")]}],
            "spans": [span(4, "figure.hline(0.0)", true, "not found in this scope")]});
        let line: Value = serde_json::from_str(&said(&unknown, RUN)[0]).unwrap();
        let text = line["message"].as_str().unwrap();
        assert!(
            text.contains("cannot find value `figur`") && text.contains("figure.hline(0.0)"),
            "{text}"
        );
        assert_eq!((&line["spans"], &line["code"]), (&json!([]), &Value::Null));
    }

    fn text(message: &Value) -> String {
        let line: Value = serde_json::from_str(&said(message, RUN)[0]).unwrap();
        line["message"].as_str().unwrap().to_owned()
    }

    #[test]
    fn a_line_stands_in_for_what_rustc_would_import() {
        let unknown = |name: &str| {
            json!({"message": format!("cannot find function `{name}` in this scope"), "code": {"code": "E0425"}, "level": "error",
                "children": [{"message": "consider importing this function", "level": "help", "spans": [span(4, "x", true, "")]}],
                "spans": [span(4, "figure.hline(0.0)", true, "not found in this scope")]})
        };
        let (with_line, without) = (text(&unknown("max")), text(&unknown("swap")));
        assert!(
            with_line.contains("→") && !with_line.contains("consider importing"),
            "{with_line}"
        );
        assert!(
            !without.contains("→") && without.contains("consider importing"),
            "{without}"
        );
    }

    #[test]
    fn a_missing_semicolon_is_the_only_error() {
        let end = json!({"file_name": "src/lib.rs", "line_start": 4, "line_end": 4, "is_primary": true, "label": null,
            "suggested_replacement": ";", "text": [{"text": "let k = 5", "highlight_start": 10, "highlight_end": 10}]});
        let unknown = json!({"message": "cannot find value `k` in this scope", "code": {"code": "E0425"}, "level": "error",
            "children": [], "spans": [span(4, "k", true, "not found in this scope")]});
        let call = json!({"message": "expected function, found `{integer}`", "code": {"code": "E0618"}, "level": "error",
            "children": [{"message": "consider using a semicolon here to finish the statement", "level": "help", "spans": [end]}],
            "spans": [span(4, "let k = 5", true, "")]});
        let session = tempfile::tempdir().unwrap();
        let messages = format!("{unknown}\n{call}");
        let lines = for_evcxr(&messages, RUN, session.path());
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines[0].contains("A `;` is missing at the end of `let k = 5`"),
            "{}",
            lines[0]
        );
        assert!(!lines[0].contains("function"), "{}", lines[0]);
    }

    #[test]
    fn a_question_mark_is_told_without_the_closure_that_nobody_wrote() {
        let refused = |around: usize| {
            json!({"message": "the `?` operator can only be used on `Result`s, not `Option`s, in a closure that returns `Result`",
                "code": {"code": "E0277"}, "level": "error", "children": [], "spans": [
                    span(4, "figure.hline(0.0)", true, "use `.ok_or(...)?` to provide an error compatible with `Result<(), EvcxrUserCodeError>`"),
                    span(around, "let _ = (|| {", false, "this function returns a `Result`")]})
        };
        let of_cell = text(&refused(2));
        assert!(
            !of_cell.contains("closure") && !of_cell.contains("Evcxr") && of_cell.contains("→"),
            "{of_cell}"
        );
        assert!(text(&refused(4)).contains("in a closure that returns"));
    }

    #[test]
    fn everything_else_passes_unchanged() {
        for line in [
            "error: no json",
            r#"{"children":[],"code":null,"level":"error","message":"linking failed","spans":[]}"#,
        ] {
            let session = tempfile::tempdir().unwrap();
            assert_eq!(for_evcxr(line, RUN, session.path()), [line]);
        }
    }

    #[test]
    fn a_closure_is_explained_where_rustc_finds_nothing_wrong() {
        let said = not_kept(
            "f",
            "{closure@src/lib.rs:1:2}",
            Obstacle::Closure,
            &Source::new(RUN),
        );
        assert!(said.contains("The variable `f` is a closure"), "{said}");
    }

    #[test]
    fn evcxr_reads_the_types_where_the_variables_are_kept() {
        let put = "evcxr_variable_store.put_variable(stringify!(v), { let _ = &v as &_; v });";
        let source = Source::new(&format!("let v = 1;\n\n{put}\n"));
        let types = [
            ("v".to_owned(), "i32".to_owned()),
            ("w".to_owned(), "f64".to_owned()),
        ];
        let lines = about_types(&types, &source);
        assert_eq!(lines, [kept::cast_message(3, "i32").to_string()]);
    }

    #[test]
    fn lines_move_in_every_part_of_a_message() {
        let expansion = json!({"span": span(2, "m!()", false, "")});
        let mut inner = span(1, "x", true, "");
        inner["expansion"] = expansion;
        let message = json!({"message": "m", "spans": [inner], "children": [{"message": "c", "spans": [span(3, "y", false, "")]}]});
        let moved = moved_to_lines(&format!("{message}\nno json"), |line| 10 * line);
        let (first, second) = moved.split_once('\n').unwrap();
        let first: Value = serde_json::from_str(first).unwrap();
        assert_eq!(first["spans"][0]["line_end"], 10);
        assert_eq!(first["spans"][0]["expansion"]["span"]["line_start"], 20);
        assert_eq!(first["children"][0]["spans"][0]["line_start"], 30);
        assert_eq!(second, "no json\n");
    }
}
