//! What is said while cargo works: each crate that it compiles, and in between, every few seconds, what takes so long.

use crate::language::Text;
use serde_json::Value;
use std::time::Duration;

const KEPT: Text = Text {
    en: "Compiling the added crates; later kernels find them compiled:",
    fr: "Compilation des crates ajoutées ; les noyaux suivants les trouveront compilées :",
};
const FOR_THIS_KERNEL: Text = Text {
    en: "Compiling the added crates; this is done once in this kernel:",
    fr: "Compilation des crates ajoutées ; cela n'est fait qu'une fois par noyau :",
};
const COMPILING: Text = Text { en: "compiling", fr: "compilation de" };

/// What cargo has said up to now.
pub struct Signs {
    /// The crate of the project, of which nobody has heard.
    own: String,
    is_kept: bool,
    /// The crates that are being compiled.
    open: Vec<String>,
    has_compiled: bool,
    /// Cargo's last words about anything but compiling.
    doing: String,
    /// What is no report of progress: warnings and errors.
    pub rest: String,
}

impl Signs {
    /// Nothing yet. `own` is the name of the project's crate, `is_kept` says whether the result outlives the session, and
    /// `doing` what is called.
    pub fn new(own: &str, is_kept: bool, doing: &str) -> Signs {
        Signs {
            own: own.to_owned(),
            is_kept,
            open: Vec::new(),
            has_compiled: false,
            doing: doing.to_owned(),
            rest: String::new(),
        }
    }

    /// Takes a line of cargo's, and gives what is to be shown of it.
    pub fn line(&mut self, line: &str) -> Option<String> {
        let words = line.trim_start();
        let Some((verb, object)) = words.split_once(' ').filter(|_| words.len() < line.len()) else {
            self.add_to_rest(line);
            return None;
        };
        match verb {
            "Compiling" => {
                let name = object.split(' ').next().unwrap_or(object);
                if name == self.own {
                    return None;
                }
                self.open.push(name.to_owned());
                let is_first = !std::mem::replace(&mut self.has_compiled, true);
                let heading = if self.is_kept { KEPT } else { FOR_THIS_KERNEL };
                Some(if is_first { format!("{}\n{line}", heading.get()) } else { line.to_owned() })
            }
            "Updating" | "Locking" | "Adding" | "Removing" | "Downgrading" | "Downloading" | "Downloaded" | "Fresh"
            | "Finished" | "Blocking" => {
                self.doing = words.to_owned();
                None
            }
            _ => {
                self.add_to_rest(line);
                None
            }
        }
    }

    /// The project's crate is ours, and nobody has heard of it.
    fn add_to_rest(&mut self, line: &str) {
        if !line.contains(&format!("required by package `{} ", self.own)) {
            let line = line.replace(&format!("`{}`", self.own), "`notebook`");
            self.rest.push_str(&line);
            self.rest.push('\n');
        }
    }

    /// Takes a message of cargo's about what it built.
    pub fn built(&mut self, message: &Value) {
        let is_library = message["target"]["kind"] != serde_json::json!(["custom-build"]);
        let name = message["package_id"].as_str().map(super::package_name);
        if let Some(Ok(name)) = name
            && message["reason"] == "compiler-artifact"
            && is_library
        {
            self.open.retain(|open| open != name);
        }
    }

    /// What is said after a silence.
    pub fn of_life(&self, since: Duration) -> String {
        let what = match self.open.len() {
            0 => self.doing.clone(),
            _ => format!("{} {}", COMPILING.get(), self.open.join(", ")),
        };
        format!("… {} s, {what}", since.as_secs())
    }
}

/// A time as it is said at the end: never nothing.
pub fn seconds(time: Duration) -> String {
    format!("{} s.", time.as_secs_f64().ceil().max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn artifact(id: &str, kind: &str) -> Value {
        json!({"reason": "compiler-artifact", "package_id": format!("registry+https://github.com/rust-lang/crates.io-index#{id}"), "target": {"kind": [kind]}})
    }

    #[test]
    fn each_crate_is_shown_and_the_first_with_a_heading() {
        let mut signs = Signs::new("added_1", true, "cargo metadata");
        let first = signs.line("   Compiling syn v3.0.9").unwrap();
        assert!(first.starts_with("Compiling the added") && first.ends_with("\n   Compiling syn v3.0.9"), "{first}");
        assert_eq!(signs.line("   Compiling itoa v1.0.18").as_deref(), Some("   Compiling itoa v1.0.18"));
        assert_eq!(signs.line("   Compiling added_1 v0.0.0 (/home/me/.cache)"), None);
        assert!(signs.rest.is_empty());
    }

    #[test]
    fn a_silence_is_broken_by_what_takes_long() {
        let mut signs = Signs::new("added_1", true, "cargo metadata");
        assert_eq!(signs.of_life(Duration::from_secs(5)), "… 5 s, cargo metadata");
        signs.line("    Updating crates.io index");
        assert_eq!(signs.of_life(Duration::from_secs(7)), "… 7 s, Updating crates.io index");
        for name in ["syn", "regex-automata", "itoa"] {
            signs.line(&format!("   Compiling {name} v1.0.0"));
        }
        signs.built(&artifact("itoa@1.0.0", "lib"));
        signs.built(&artifact("syn@1.0.0", "custom-build"));
        assert_eq!(signs.of_life(Duration::from_millis(15_200)), "… 15 s, compiling syn, regex-automata");
    }

    #[test]
    fn what_is_not_progress_is_kept_word_for_word() {
        let mut signs = Signs::new("added_1", false, "cargo build");
        let said = "error: failed to run custom build command for `openssl-sys v0.9`\n\nCaused by:\n  process didn't exit successfully: `build`\n  --- stderr\n  Could not find openssl\n";
        for line in said.lines() {
            assert_eq!(signs.line(line), None);
        }
        signs.line("required by package `added_1 v0.0.0 (/home/me/.cache/neurocomp)`");
        signs.line("    Blocking waiting for file lock on build directory");
        assert_eq!(signs.rest, said);

        let mut signs = Signs::new("added_1", false, "cargo build");
        signs.line("    ... required by package `added_1 v0.0.0 (/home/me/.cache/neurocomp)`");
        signs.line("package `added_1` depends on `itertools` with feature `nope`");
        assert_eq!(signs.rest, "package `notebook` depends on `itertools` with feature `nope`\n");
    }
}
