//! The page that shows every exercise with every reply.

use std::fmt::Write;

use neurocomp::check;
use neurocomp::language::language;

pub fn page() -> String {
    let mut text = String::from(
        "# Every exercise, and every reply of its check\n\n\
         For each exercise: what is said when it is right, then each mistake that is recognised, in English and in French, and the\n\
         case in which it shows. Written by `NEUROCOMP_RECORD=1 cargo test -p neurocomp --test exercises`.\n",
    );
    for (tutorial, exercises) in check::exercises() {
        for exercise in exercises {
            let _ = writeln!(text, "\n## {tutorial}::{}\n", exercise.name());
            let [french, english] = ["fr", "en"].map(|code| {
                language(code);
                (exercise.on_right_functions(), exercise.on_mistakes())
            });
            for (right, _) in [&english, &french] {
                let _ = writeln!(text, "✓ {}  ", right[0].message.trim_end().replace('\n', " "));
            }
            text.push('\n');
            for (k, ((cause, verdict), (french, _))) in english.1.iter().zip(&french.1).enumerate() {
                let case: Vec<&str> =
                    verdict.message.lines().filter(|line| !line.contains(cause.as_str())).take(3).collect();
                let _ = writeln!(text, "{}. {cause}  \n   {french}  \n   {}", k + 1, case.join("  \n   "));
            }
        }
    }
    text
}
