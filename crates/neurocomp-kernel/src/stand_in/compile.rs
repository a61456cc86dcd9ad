//! Makes a cell: from what is remembered of an earlier compilation, otherwise by calling rustc, with nothing to look up
//! and nothing to compare.

use super::memory::{Compiled, Key, Memory};
use super::rustc::{Outcome, Rustc};
use super::trouble::Trouble;
use super::{Call, messages, statics, store};
use crate::cell::kept::{self, Obstacle};
use crate::cell::lean::Lean;
use crate::cell::source::{Purpose, Source};
use crate::cell::variables;
use anyhow::Result;
use std::env;
use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Names a file to which each compilation adds a line: what it was, for measurements and tests.
const LOG: &str = "NEUROCOMP_CELL_LOG";

/// The code that evcxr gets for a cell that does not compile, as from cargo.
pub const REFUSED: i32 = 101;

/// What is remembered of a path by which a type was reached.
const NOTHING: Compiled = Compiled { object: Vec::new(), types: Vec::new() };

/// `cargo build`: the cell as a shared object, whose path evcxr reads in a file that it names.
pub fn build(call: &Call) -> Result<i32> {
    let made = make(call);
    let trouble = made.as_ref().err().and_then(|error| Trouble::in_error(call, error));
    match trouble {
        Some(trouble) => {
            log("failed");
            print_messages(vec![messages::explained(&trouble.report())])?;
            Ok(REFUSED)
        }
        None => made,
    }
}

fn make(call: &Call) -> Result<i32> {
    let source = fs::read_to_string(call.session.join("src/lib.rs"))?;
    let source = store::from_the_library(&source).unwrap_or(source);
    variables::keep_last(&call.session, &source);
    let rustc = Rustc::new(call)?;
    let mut cell = Cell {
        whole: Source::new(&source),
        lean: Lean::needed(&source),
        rustc,
        memory: Memory::open(&call.library.installation),
        call,
        source,
    };
    cell.make()
}

/// Tells evcxr where the object of the cell is.
fn tell_object(object: &Path) -> Result<()> {
    if let Some(file) = env::var_os("EVCXR_EXECUTION_SO_PATH") {
        fs::write(file, object.as_os_str().as_encoded_bytes())?;
    }
    Ok(())
}

/// A cell that is to be made.
struct Cell<'a> {
    call: &'a Call,
    /// As evcxr wrote it, but for what the library has.
    source: String,
    whole: Source,
    lean: Lean,
    rustc: Rustc<'a>,
    memory: Memory,
}

impl Cell<'_> {
    fn make(&mut self) -> Result<i32> {
        let is_for_student = self.whole.purpose == Purpose::Explain;
        if is_for_student && self.whole.has_statements {
            self.lean = Lean::whole(&self.source);
        }
        let key = self.key();
        if let Some(remembered) = key.as_ref().and_then(|key| self.memory.recall(key)) {
            self.rustc.write_source(&self.lean.source)?;
            log("remembered");
            return self.hand_over(&remembered);
        }
        let outcome = self.compile()?;
        if let Outcome::Failed { messages, .. } = &outcome
            && (self.lean.may_miss(messages) || is_for_student && self.lean.leaves_out())
        {
            self.lean = Lean::whole(&self.source);
            return self.make();
        }
        match outcome {
            Outcome::Compiled(compiled) => {
                if let Some(code) = self.refuse(&compiled)? {
                    return Ok(code);
                }
                if let Some(key) = &key {
                    self.memory.keep(key, &compiled);
                }
                log(if key.is_some() { "compiled" } else { "bypassed" });
                self.hand_over(&compiled)
            }
            Outcome::Failed { messages, code } => {
                log("failed");
                let lines = self.on_original_lines(&messages);
                print_messages(messages::for_evcxr(&lines, &self.source, &self.call.session))?;
                Ok(code)
            }
        }
    }

    /// By what the cell is remembered; nothing, where more than its source decides what it does.
    fn key(&self) -> Option<Key> {
        let is_repeatable = self.rustc.is_repeatable() && !reads_files(&self.lean.source);
        (self.memory.is_on() && is_repeatable).then(|| self.key_of(&["cell", &self.lean.source]))
    }

    fn key_of(&self, parts: &[&str]) -> Key {
        let decisive = self.rustc.decisive().map(OsStr::as_encoded_bytes);
        let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).chain(decisive).collect();
        Key::of(&parts)
    }

    /// Calls rustc. A function that is kept in a variable is kept as a pointer, which has a type that can be written.
    fn compile(&self) -> Result<Outcome> {
        let is_for_students = self.whole.purpose == Purpose::Explain;
        let mut outcome = self.rustc.compile(&self.lean.source, !is_for_students)?;
        let has_new = self.whole.new_variables().next().is_some();
        if is_for_students && has_new && matches!(outcome, Outcome::Compiled(_)) {
            outcome = self.rustc.compile(&self.lean.source, true)?;
        }
        let Outcome::Compiled(compiled) = &outcome else {
            return Ok(outcome);
        };
        let pointers: Vec<(&str, String)> = compiled
            .types
            .iter()
            .filter_map(|(name, kind)| Some((name.as_str(), kept::function_pointer(kind)?)))
            .collect();
        if pointers.is_empty() {
            return Ok(outcome);
        }
        let source = kept::with_types(&self.lean.source, &pointers);
        let mut types: Vec<(String, String)> = compiled.types.clone();
        for (name, kind) in &mut types {
            if let Some((_, pointer)) = pointers.iter().find(|(of, _)| of == name) {
                kind.clone_from(pointer);
            }
        }
        Ok(match self.rustc.compile(&source, true)? {
            Outcome::Compiled(again) => Outcome::Compiled(Compiled { types, ..again }),
            failed => failed,
        })
    }

    /// The answer where a variable is of a type that no later cell could name.
    fn refuse(&self, compiled: &Compiled) -> Result<Option<i32>> {
        let all_paths = compiled.types.iter().flat_map(|(_, kind)| kept::paths(kind));
        let can_reach_all = self.can_reach(&all_paths.collect::<Vec<_>>())?;
        let mut refusals = Vec::new();
        for (name, kind) in &compiled.types {
            let obstacle = match kept::obstacle(kind) {
                None if !can_reach_all && !self.can_reach(&kept::paths(kind))? => Some(Obstacle::Private),
                obstacle => obstacle,
            };
            if let Some(obstacle) = obstacle {
                refusals.push(messages::not_kept(name, kind, obstacle, &self.whole));
            }
        }
        if refusals.is_empty() {
            return Ok(None);
        }
        log("failed");
        print_messages(refusals)?;
        Ok(Some(REFUSED))
    }

    /// Whether a cell can name types by these paths: rustc shows a private one by a path that leads nowhere. What was found out
    /// of a path is remembered, like a cell.
    fn can_reach(&self, paths: &[&str]) -> Result<bool> {
        let noted = self.call.session.join(kept::REACHABLE);
        let known = fs::read_to_string(&noted).unwrap_or_default();
        let key = |path: &str| self.key_of(&["path", path]);
        let is_known = |path: &&&str| {
            kept::is_reachable(path)
                || known.lines().any(|line| line == **path)
                || self.memory.recall(&key(path)).is_some()
        };
        let (of_library, others): (Vec<&str>, Vec<&str>) =
            paths.iter().partition(|path| path.starts_with("neurocomp::"));
        // A module of the notebook, an added crate, or else a crate that is hidden in the library.
        let is_hidden = |path: &&str| {
            let first = path.split("::").next().unwrap_or(path);
            !self.rustc.has_added_crates() && !self.source.contains(&format!("mod {first}"))
        };
        let open: Vec<&str> = of_library.iter().filter(|path| !is_known(path)).copied().collect();
        if others.iter().any(is_hidden) {
            return Ok(false);
        }
        if open.is_empty() {
            return Ok(true);
        }
        let uses = open.iter().enumerate();
        let source: String = uses.map(|(index, path)| format!("pub use {path} as reached_{index};\n")).collect();
        if !self.rustc.checks(&source)? {
            return Ok(false);
        }
        fs::write(&noted, format!("{known}{}\n", open.join("\n")))?;
        if self.rustc.is_repeatable() {
            open.iter().for_each(|path| self.memory.keep(&key(path), &NOTHING));
        }
        Ok(true)
    }

    /// Puts the object where evcxr takes it, and tells evcxr the types.
    fn hand_over(&self, compiled: &Compiled) -> Result<i32> {
        let object = self.rustc.object();
        fs::write(&object, &compiled.object)?;
        tell_object(&object)?;
        print_messages(messages::about_types(&compiled.types, &self.whole))?;
        variables::forget_what_is_there(&self.call.session, &self.whole);
        if self.whole.purpose == Purpose::Run {
            statics::tell(self.call, &self.lean.statics);
        }
        Ok(0)
    }

    fn on_original_lines(&self, messages: &str) -> String {
        messages::moved_to_lines(messages, |line| self.lean.original_line(line))
    }
}

/// Whether the source includes what is written elsewhere.
fn reads_files(source: &str) -> bool {
    const MACROS: [&str; 5] = ["include", "include_str", "include_bytes", "env", "option_env"];
    let before_calls = source.split('!').map(str::trim_end);
    before_calls
        .map(|before| before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next())
        .any(|word| word.is_some_and(|word| MACROS.contains(&word)))
        || source.contains("#[path")
}

fn print_messages(lines: Vec<String>) -> Result<()> {
    let mut stderr = std::io::stderr().lock();
    for line in lines {
        writeln!(stderr, "{line}")?;
    }
    Ok(())
}

fn log(what: &str) {
    if let Some(file) = env::var_os(LOG)
        && let Ok(mut file) = OpenOptions::new().append(true).create(true).open(file)
    {
        file.write_all(format!("{what}\n").as_bytes()).ok(); // one write: several kernels may have one file
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_files_is_told_from_what_only_looks_like_it() {
        for source in [
            "let text = include_str!(\"a.txt\");",
            "std::env!(\"HOME\")",
            "option_env ! (\"HOME\")",
            "#[path = \"x.rs\"] mod x;",
        ] {
            assert!(reads_files(source), "{source}");
        }
        for source in ["std::env::args()", "println!(\"{}\", environment!())", "let include = !true;", "my_env!()"] {
            assert!(!reads_files(source), "{source}");
        }
    }
}
