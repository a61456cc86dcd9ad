//! Every exercise of the course, with each mistake of its table played as the student, in both languages.
//!
//! Two files show what came out, and are compared with what comes out now:
//!
//! - `exercises.md`: every reply, for teachers and reviewers;
//! - `calls.rs`: every call that a check offers "to see it yourself", so that the compiler sees each of them.
//!
//! `NEUROCOMP_RECORD=1 cargo test -p neurocomp --test exercises` writes both anew.

mod calls;
mod page;
mod record;

use neurocomp::check;
use neurocomp::language::language;

/// One test, because the language holds for the whole process.
#[test]
fn each_mistake_is_refused_and_called_by_its_own_name() {
    let mut wrong = Vec::new();
    for code in ["fr", "en"] {
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
    assert!(wrong.is_empty(), "{} replies are wrong:\n\n{}", wrong.len(), wrong.join("\n\n"));
    record::compare("exercises.md", &page::page());
    record::compare("calls.rs", &record::calls());
    calls::are_what_they_say();
}
