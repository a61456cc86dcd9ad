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
    assert_eq!(later.gone("figure"), Some(&variables::Gone::Moved("figure.hline(0.0)".to_owned())));
}

#[test]
fn the_student_s_own_error_is_explained_and_leaves_nothing_to_try() {
    let unknown = json!({"message": "cannot find value `figur` in this scope", "code": {"code": "E0425"}, "level": "error",
        "children": [{"message": "consider importing", "level": "help", "spans": [span(4, "x", true, "")]}],
        "spans": [span(4, "figure.hline(0.0)", true, "not found in this scope")]});
    let line: Value = serde_json::from_str(&said(&unknown, RUN)[0]).unwrap();
    let text = line["message"].as_str().unwrap();
    assert!(text.contains("cannot find value `figur`") && text.contains("figure.hline(0.0)"), "{text}");
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
    assert!(with_line.contains("→") && !with_line.contains("consider importing"), "{with_line}");
    assert!(!without.contains("→") && without.contains("consider importing"), "{without}");
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
    assert!(lines[0].contains("A `;` is missing at the end of `let k = 5`"), "{}", lines[0]);
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
    assert!(!of_cell.contains("closure") && !of_cell.contains("Evcxr") && of_cell.contains("→"), "{of_cell}");
    assert!(text(&refused(4)).contains("in a closure that returns"));
}

#[test]
fn everything_else_passes_unchanged() {
    for line in
        ["error: no json", r#"{"children":[],"code":null,"level":"error","message":"linking failed","spans":[]}"#]
    {
        let session = tempfile::tempdir().unwrap();
        assert_eq!(for_evcxr(line, RUN, session.path()), [line]);
    }
}

#[test]
fn a_closure_is_explained_where_rustc_finds_nothing_wrong() {
    let said = not_kept("f", "{closure@src/lib.rs:1:2}", Obstacle::Closure, &Source::new(RUN));
    assert!(said.contains("The variable `f` is a closure"), "{said}");
}

#[test]
fn evcxr_reads_the_types_where_the_variables_are_kept() {
    let put = "evcxr_variable_store.put_variable(stringify!(v), { let _ = &v as &_; v });";
    let source = Source::new(&format!("let v = 1;\n\n{put}\n"));
    let types = [("v".to_owned(), "i32".to_owned()), ("w".to_owned(), "f64".to_owned())];
    let lines = about_types(&types, &source);
    assert_eq!(lines, [kept::cast_message(3, "i32").to_string()]);
}

#[test]
fn lines_move_in_every_part_of_a_message() {
    let expansion = json!({"span": span(2, "m!()", false, "")});
    let mut inner = span(1, "x", true, "");
    inner["expansion"] = expansion;
    let message =
        json!({"message": "m", "spans": [inner], "children": [{"message": "c", "spans": [span(3, "y", false, "")]}]});
    let moved = moved_to_lines(&format!("{message}\nno json"), |line| 10 * line);
    let (first, second) = moved.split_once('\n').unwrap();
    let first: Value = serde_json::from_str(first).unwrap();
    assert_eq!(first["spans"][0]["line_end"], 10);
    assert_eq!(first["spans"][0]["expansion"]["span"]["line_start"], 20);
    assert_eq!(first["children"][0]["spans"][0]["line_start"], 30);
    assert_eq!(second, "no json\n");
}
