//! The recorded files, and the calls in one of them.

use std::fmt::{Debug, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Mutex;

use neurocomp::check::{self, Verdict};

/// Compares a recorded file with what it should hold, or writes it.
pub fn compare(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exercises").join(file);
    if std::env::var_os("NEUROCOMP_RECORD").is_some() {
        std::fs::write(&path, text).expect("the folder of the tests can be written");
        return;
    }
    let recorded = std::fs::read_to_string(&path).unwrap_or_default();
    let line = recorded.lines().zip(text.lines()).position(|(old, new)| old != new);
    let line = line.unwrap_or(recorded.lines().count().min(text.lines().count()));
    assert!(
        recorded == text,
        "{file} is not what comes out, from line {}:\n{}\nRead the change, then record it with NEUROCOMP_RECORD=1.",
        line + 1,
        text.lines().skip(line).take(5).collect::<Vec<_>>().join("\n")
    );
}

/// Of an exercise with more cases than this, the calls of the first ones are enough.
const MANY: usize = 20;

/// The text of `calls.rs`.
pub fn calls() -> String {
    let mut text = String::from(
        "//! Every call that a check offers, for the compiler. Written by `NEUROCOMP_RECORD=1 cargo test -p neurocomp --test\n\
         //! exercises`; if it does not compile any more, leave only the function's empty body and record it anew.\n\n\
         #[rustfmt::skip]\n#[allow(clippy::let_unit_value)] // a function may give nothing back\npub fn are_what_they_say() {\n    \
         #[allow(unused_imports)]\n    use super::record::{given, is_offered, is_called_with};\n    \
         #[allow(unused_imports)]\n    use neurocomp::{check, ndarray::array, prelude::*};\n",
    );
    for (tutorial, exercises) in check::exercises() {
        for exercise in exercises {
            let (name, calls) = (exercise.name(), exercise.calls());
            let check = format!("check::{tutorial}::{name}");
            let names: Vec<String> = (0..exercise.arguments()).map(|k| format!("a{k}")).collect();
            let names = names.join(", ");
            let first = &calls[0][name.len() + 1..calls[0].len() - 1];
            // The compiler knows a closure's arguments in a call, but not in a list of arguments.
            if !names.is_empty() && !first.contains('|') {
                let _ = writeln!(text, "    is_called_with(|| {check}(|{names}| given(({names},))), ({first},));");
            }
            let _ = writeln!(text, "    is_offered({check}, |{name}| {{");
            for call in calls.iter().take(MANY) {
                let _ = writeln!(text, "        let _ = {call};");
            }
            text += "    });\n";
        }
    }
    text + "}\n"
}

/// The compiler sees the calls of a student's function.
pub fn is_offered<F>(_: fn(F) -> Verdict, _: impl FnOnce(F)) {}

static GIVEN: Mutex<String> = Mutex::new(String::new());

/// A student's function that keeps what it is called with, and answers nothing.
pub fn given<T: Debug, A>(arguments: T) -> A {
    *GIVEN.lock().unwrap() = format!("{arguments:?}");
    panic::resume_unwind(Box::new(()))
}

/// The first call that is offered has the arguments with which the check begins.
#[track_caller]
pub fn is_called_with(check: impl FnOnce() -> Verdict, arguments: impl Debug) {
    assert!(panic::catch_unwind(AssertUnwindSafe(check)).is_err());
    assert_eq!(*GIVEN.lock().unwrap(), format!("{arguments:?}"));
}
