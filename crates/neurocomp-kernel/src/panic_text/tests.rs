use super::*;

const NOTE: &str = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace";

/// The cell `x[9]` where `fn third` is of an earlier cell.
const SOURCE: &str = "#![allow()]
fn third(v: &[f64]) -> f64 {
    v[2]
}
mod evcxr_internal_runtime {
}
#[unsafe(no_mangle)]
pub extern \"C\" fn run_user_code_0(
mut evcxr_variable_store: *mut evcxr_internal_runtime::VariableStore)
{let mut vars_ok = true;
if !vars_ok {return evcxr_variable_store;}}
match std::panic::catch_unwind(
let y = 1;
x[9];
x[9];
(
y / zero
).evcxr_display();
evcxr_variable_store
}
";

fn read(text: &mut PanicText, report: &str) -> String {
    let lines = report.lines();
    lines.flat_map(|line| text.read(line, || Some(SOURCE.to_owned()))).collect::<Vec<_>>().join("\n")
}

fn told(report: &str) -> String {
    read(&mut PanicText::default(), report)
}

fn panicked(place: &str, message: &str) -> String {
    format!("\nthread 'main' (1) panicked at {place}:\n{message}\n{NOTE}")
}

fn panic(report: &str, code: &str) -> Option<Panic> {
    let mut text = PanicText::default();
    read(&mut text, report);
    assert_eq!(text.panic(code), None, "the cell has not ended");
    text.end();
    text.panic(code)
}

#[test]
fn an_open_exercise_is_no_wall_of_text() {
    let said = |message: &str| told(&panicked("src/lib.rs:12:5", message));
    assert_eq!(said("not yet implemented"), NOT_DONE.get().replace("{}", "todo!()"));
    assert_eq!(said("not implemented: the slope"), NOT_DONE.get().replace("{}", "unimplemented!()") + "\n  the slope");
    assert!(said("not implemented in this model").contains("panicked"));
}

#[test]
fn a_panic_keeps_its_message() {
    let said = told(&panicked("/x/y.rs:1:2", "index out of bounds: the len is 3 but the index is 7"));
    assert!(said.ends_with("panicked): index out of bounds: the len is 3 but the index is 7"), "{said}");
}

#[test]
fn other_lines_pass() {
    for text in
        ["a\n\nb", "Segmentation fault.\nsays this cell", "stack backtrace:\n   0: mine", "   1: one\n      two"]
    {
        assert_eq!(told(text), text);
    }
}

#[test]
fn the_line_is_the_student_s() {
    for (place, line) in [
        ("src/lib.rs:14:1", Some("  → x[9];")),
        ("src/lib.rs:3:5", Some("  → v[2]")),
        ("src/lib.rs:16:1", Some("  → y / zero")),
        ("src/lib.rs:12:1", None),
        ("src/lib.rs:19:1", None),
        ("src/lib.rs:99:1", None),
        ("other/lib.rs:14:1", None),
    ] {
        let said = told(&panicked(place, "m"));
        assert_eq!(said.lines().nth(1), line, "{place}");
    }
}

#[test]
fn the_parts_of_a_panic_are_told_when_the_cell_has_ended() {
    let code = "let y = 1;\nx[9];\n\nx[9];\ny / zero";
    let divided = panic(&panicked("src/lib.rs:16:1", "attempt to divide by zero"), code);
    let expected = Panic {
        message: "attempt to divide by zero".to_owned(),
        line: Some("y / zero".to_owned()),
        number: Some(5),
        is_todo: false,
    };
    assert_eq!(divided, Some(expected));
    let number = |place: &str, code: &str| panic(&panicked(place, "m"), code).unwrap().number;
    assert_eq!(number("src/lib.rs:14:1", code), Some(2));
    assert_eq!(number("src/lib.rs:15:1", code), Some(4));
    assert_eq!(number("src/lib.rs:14:1", "x[9];"), Some(1));
    assert_eq!(number("src/lib.rs:13:1", "let y = 1; x[9];"), Some(1));
    assert_eq!(number("src/lib.rs:3:5", code), None, "of an earlier cell");
    assert_eq!(number("src/lib.rs:3:5", "fn third(v: &[f64]) -> f64 {\n  v[2]\n}\nv[2]"), Some(2));
    assert!(panic(&panicked("a:1:1", "not yet implemented"), "").is_some_and(|it| it.is_todo));
    assert_eq!(panic("no panic", code), None);
}

#[test]
fn a_message_has_all_its_lines() {
    let failed = "assertion `left == right` failed\n  left: 1\n right: 2";
    let report = format!("{}\nafter", panicked("a:1:1", failed));
    assert_eq!(panic(&report, "").unwrap().message, failed);
    assert!(told(&report).ends_with("failed\n  left: 1\n right: 2\nafter"));
}

#[test]
fn the_panic_of_the_cell_s_own_thread_counts_and_only_once() {
    let worker = "\nthread 'worker' (2) panicked at a:1:1:\nin a worker";
    let mut text = PanicText::of_process(1);
    read(&mut text, &format!("{worker}{}{worker}", panicked("a:1:1", "m")));
    text.end();
    assert_eq!(text.panic("").unwrap().message, "m");
    read(&mut text, worker);
    text.end();
    assert_eq!(text.panic("").unwrap().message, "in a worker");
    text.end();
    assert_eq!(text.panic(""), None);
}

#[test]
#[cfg(target_os = "linux")]
fn the_cell_s_own_thread_is_known_by_its_number() {
    let unnamed = |number| format!("thread '<unnamed>' ({number}) panicked at a:1:1:\nm");
    for (number, expected) in [(4711, STOPPED), (4712, THREAD_STOPPED)] {
        let told = read(&mut PanicText::of_process(4711), &unnamed(number));
        assert!(told.starts_with(expected.get()), "{told}");
    }
}

#[test]
fn the_end_of_a_process_lists_no_calls() {
    let first = panicked("a:1:1", "first");
    let double = format!(
        "{first}\n\nthread 'main' (1) panicked at a:1:1:\nsecond\nstack backtrace:\n   0:     0x7f29 - <std::io>\n\
         \x20                              at /rustc/x.rs:1:2\n  34:                0x0 - <unknown>\n\n\
         thread 'main' (1) panicked at library/core/src/panicking.rs:233:5:\n{IN_A_DROP}\n\
         thread caused non-unwinding panic. aborting."
    );
    let signal =
        "before\nSegmentation fault.\n   0: a::b\n             at ./src/a.rs:1:2\n      c::d\n   1: <unknown>\n";
    let overflow = "\nthread 'main' (1) has overflowed its stack\nfatal runtime error: stack overflow, aborting";
    for (report, shown, ending) in [
        (&double[..], format!("{0} (panicked): first\n{0} (panicked): second", STOPPED.get()), Ending::DoublePanic),
        (signal, "before".to_owned(), Ending::BadAccess),
        (overflow, String::new(), Ending::StackOverflow),
    ] {
        let mut text = PanicText::default();
        assert_eq!(text.ending(), None);
        assert_eq!(read(&mut text, report), shown);
        assert_eq!(text.ending(), Some(ending));
    }
    let mut text = PanicText::default();
    read(&mut text, "Bus error.");
    assert_eq!(text.ending(), Some(Ending::BadAccess));
    assert_eq!(told("fatal runtime error: something"), "");
}
