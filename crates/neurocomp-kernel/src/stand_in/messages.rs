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
    let (types, messages): (Vec<Line>, Vec<Line>) =
        messages.into_iter().flatten().partition(|(_, message)| message.code() == kept::CAST_LINT);
    let source = &Source::new(source).with_types(types.iter().map(|(_, message)| message));
    let others = others.into_iter().filter_map(Result::err).map(str::to_owned);
    let is_mendable = |(_, message): &Line| mends(message, source) || message.spans.is_empty();
    let has_student_errors = messages.iter().any(|(_, message)| is_students(message, source));
    if !has_student_errors && (source.purpose == Purpose::Run || messages.iter().all(is_mendable)) {
        let passed = messages.into_iter().map(|line| pass(line, source, session));
        return passed.chain(others).collect();
    }
    let known = Known::read(session, source);
    explain(&messages, source, &known).into_iter().chain(others).collect()
}

/// What is to be said about a variable that cannot be kept, in whose cell rustc finds nothing wrong.
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
    explained(&report::draw(&Diagnostic::default(), &title, Some(&line), source))
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
            if fields.get("file_name").is_some_and(|file| file == "src/lib.rs") {
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
        "E0599" | "E0689" => places.iter().any(|place| place.is_primary && place.marked() == "evcxr_display"),
        "E0277" => places.iter().any(|place| {
            let asks_for_result = place.label.as_deref().is_some_and(|label| label.ends_with("to accept `?`"));
            asks_for_result && !source.is_students(place.line)
        }),
        "E0728" => true,
        "E0658" => message.message.contains("`let` expressions in this position"),
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
    let name = places.iter().filter(|place| place.is_primary).find_map(|place| source.kept(place.line));
    let mover = places.iter().find(|place| {
        let says_so = place.label.as_deref().is_some_and(|label| label.contains("moved"));
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
    let errors: Vec<&Diagnostic> =
        messages.iter().map(|(_, message)| message).filter(|message| !is_summary(message)).collect();
    if let Some(message) = missing_semicolon(&errors) {
        let line = advice::line(message, source, known).map(|line| line.get());
        let shown = without_call(message);
        return vec![explained(&report::draw(&shown, "expected `;`", line.as_deref(), source))];
    }
    let has_student_errors = errors.iter().any(|message| is_students(message, source));
    let mut explanations = Vec::new();
    for message in errors {
        if has_student_errors && !is_students(message, source) {
            continue;
        }
        let line = advice::line(message, source, known).map(|line| line.get());
        let is_clear = line.is_some() && message.code().is_empty() && explanations.is_empty();
        explanations.push(explained(&report::draw(message, &title(message, source), line.as_deref(), source)));
        if is_clear {
            break;
        }
    }
    explanations.dedup();
    explanations
}

fn is_summary(message: &Diagnostic) -> bool {
    ["aborting due to", "For more information about", "Some errors"]
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
            format!("The variable `{name}` contains a reference with a non-static lifetime so can't be persisted.")
        }
        ("E0277", _) if is_about_the_cell(message, source) => {
            let what = message.message.split(", in a").next();
            what.unwrap_or_default().replace("EvcxrUserCodeError", "a text")
        }
        _ => message.message.replace("`evcxr_variable_store`", "<end of input>"),
    }
}

/// Whether this refuses a `?` that is to end the cell: evcxr puts it in a closure or an `async` block that nobody
/// wrote.
fn is_about_the_cell(message: &Diagnostic, source: &Source) -> bool {
    let is_evcxr_s = |place: &Place| !place.is_primary && !source.is_students(place.line);
    let is_about_it =
        ["the `?` operator", "`?` couldn't convert"].iter().any(|start| message.message.starts_with(start));
    is_about_it && message.places().iter().any(is_evcxr_s)
}

/// A message that evcxr shows as it is.
pub fn explained(report: &str) -> String {
    // evcxr makes such a message red as a whole.
    let message = format!("\u{1b}[0m{report}");
    json!({"message": message, "code": null, "level": "error", "spans": [], "children": [], "rendered": null})
        .to_string()
}

#[cfg(test)]
mod tests;
