//! Every exercise of the course, with each mistake of its table played as the student, in both languages.
//!
//! One test, because the language holds for a whole process. It also writes `exercises.md`, which shows a teacher every
//! reply, and `calls.rs`, which holds every call that a check offers "to see it yourself", and compares them with the files
//! of the repository. `NEUROCOMP_RECORD=1 cargo test -p neurocomp --test exercises` writes them anew.

use neurocomp::check;
use neurocomp::language::language;

#[test]
fn each_mistake_is_refused_and_called_by_its_own_name() {
    let mut wrong = Vec::new();
    for code in ["en", "fr"] {
        language(code);
        for (tutorial, exercises) in check::exercises() {
            for exercise in exercises {
                let place = format!("{code}: {tutorial}::{}", exercise.name());
                for verdict in exercise.on_right_functions() {
                    if !verdict.passed {
                        wrong.push(format!("{place}: a right function is refused\n{verdict}"));
                    }
                }
                for (cause, verdict) in exercise.on_mistakes() {
                    if verdict.passed {
                        wrong.push(format!("{place}: accepted, though {cause}"));
                    } else if !verdict.message.contains(&cause) {
                        wrong.push(format!("{place}: {cause}\nis answered by\n{verdict}"));
                    }
                }
            }
        }
    }
    language("en");
    assert!(wrong.is_empty(), "{} replies are wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
}
