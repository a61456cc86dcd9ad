//! What became of variables that are no longer there. The student meets their absence later, in a cell that is right.
//!
//! Nothing is written when cells run well: evcxr's second attempt at a cell that moves a variable is noted, and the end of
//! the process that runs the cells, with which all are lost.

use super::source::Source;
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The notes, a file in the session's directory. It is there from the start, and never made later: a process that
/// outlives the session would otherwise leave something behind.
pub const JOURNAL: &str = "gone";
/// The source of the last cell that had variables.
const LAST: &str = "target/cell/last.rs";

/// In the notes, instead of the line that moves a variable.
const RETYPED: &str = "struct";

/// Why a variable is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    /// It was moved by this line.
    Moved(String),
    /// Its type was defined anew.
    Retyped,
    /// It was lost with all others.
    Lost,
}

/// What is known about variables.
#[derive(Clone, Debug, Default)]
pub struct Known {
    gone: Vec<(String, Gone)>,
    existing: HashSet<String>,
}

impl Known {
    /// Reads what was noted in this session.
    pub fn read(session: &Path, source: &Source) -> Known {
        let journal = fs::read_to_string(session.join(JOURNAL)).unwrap_or_default();
        let last = fs::read_to_string(session.join(LAST)).unwrap_or_default();
        Known::new(&journal, source, &Source::new(&last))
    }

    /// From the notes, the source of a cell, and the source of the last cell with variables, which serves where this
    /// one has none: a cell of functions only.
    pub fn new(journal: &str, source: &Source, last: &Source) -> Known {
        let gone = journal.lines().filter_map(entry).collect();
        let mut existing: HashSet<String> = source.stored.iter().cloned().collect();
        if existing.is_empty() && source.all_kept().next().is_none() {
            existing.extend(last.variables().map(str::to_owned));
        }
        Known { gone, existing }
    }

    /// Why this variable is gone, if it is known.
    pub fn gone(&self, name: &str) -> Option<&Gone> {
        let last = self.gone.iter().rev().find(|(gone, _)| gone == name)?;
        (!self.exists(name)).then_some(&last.1)
    }

    /// Whether the notebook has such a variable.
    pub fn exists(&self, name: &str) -> bool {
        self.existing.contains(name)
    }
}

fn entry(line: &str) -> Option<(String, Gone)> {
    let (name, moved_by) = line.split_once('\t')?;
    let gone = match moved_by {
        "" => Gone::Lost,
        RETYPED => Gone::Retyped,
        line => Gone::Moved(line.to_owned()),
    };
    Some((name.to_owned(), gone))
}

/// Notes that a variable is lost, since its type was defined anew.
pub fn note_retyped(session: &Path, name: &str) {
    append(session, &format!("{name}\t{RETYPED}\n"));
}

/// Notes that a line of the student's moves a variable. What cannot be noted only makes a later message less helpful.
pub fn note_moved(session: &Path, name: &str, line: &str) {
    append(session, &format!("{name}\t{}\n", line.trim()));
}

/// Notes that the variables of the last cell that had some are lost: the process that held them is ending. It is
/// noted before evcxr hears of that end, after which it may compile the next cell at once.
pub fn note_lost(session: &Path) {
    let Ok(text) = fs::read_to_string(session.join(LAST)) else {
        return; // nothing has run yet
    };
    let source = Source::new(&text);
    let lost: HashSet<&str> = source.variables().collect();
    append(session, &lost.iter().map(|name| format!("{name}\t\n")).collect::<String>());
    fs::remove_file(session.join(LAST)).ok(); // it says what exists
}

/// Forgets what was noted of variables that are there again, and still are after this cell.
pub fn forget_what_is_there(session: &Path, source: &Source) {
    let Ok(journal) = fs::read_to_string(session.join(JOURNAL)) else {
        return;
    };
    let is_there = |name: &str| {
        let is_loaded = source.stored.iter().any(|stored| stored == name);
        is_loaded && source.all_kept().any(|kept| kept == name)
    };
    let left: String = journal
        .lines()
        .filter(|line| entry(line).is_some_and(|(name, _)| !is_there(&name)))
        .map(|line| format!("{line}\n"))
        .collect();
    if left != journal {
        fs::write(session.join(JOURNAL), left).ok();
    }
}

/// Keeps the source of a cell that has variables for those that have none.
pub fn keep_last(session: &Path, source: &str) {
    if source.contains("evcxr_variable_store") {
        let file = session.join(LAST);
        file.parent().map(fs::create_dir_all);
        fs::write(file, source).ok();
    }
}

fn append(session: &Path, text: &str) {
    let file = fs::OpenOptions::new().append(true).open(session.join(JOURNAL));
    if let Ok(mut file) = file {
        file.write_all(text.as_bytes()).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(stored: &[&str]) -> Source {
        let takes: String = stored
            .iter()
            .map(|name| format!("let {name} = evcxr_variable_store.take_variable::<f64>(stringify!({name}));\n"))
            .collect();
        Source::new(&takes)
    }

    #[test]
    fn the_last_note_counts() {
        let journal = "v\tlet s = total(v);\nw\t\nv\t\n";
        let known = Known::new(journal, &source(&["x"]), &source(&["y"]));
        assert_eq!(known.gone("v"), Some(&Gone::Lost));
        assert_eq!((known.gone("x"), known.exists("x"), known.exists("y")), (None, true, false));
        let functions_only = Known::new("", &source(&[]), &source(&["y"]));
        assert!(functions_only.exists("y"));
    }

    fn session() -> tempfile::TempDir {
        let session = tempfile::tempdir().unwrap();
        fs::File::create(session.path().join(JOURNAL)).unwrap();
        session
    }

    #[test]
    fn notes_are_kept_until_the_variable_is_there_again() {
        let session = session();
        note_moved(session.path(), "v", "  let s = total(v);");
        let moved = Gone::Moved("let s = total(v);".to_owned());
        assert_eq!(Known::read(session.path(), &source(&[])).gone("v"), Some(&moved));
        let loaded = "let v = evcxr_variable_store.take_variable::<f64>(stringify!(v));\n";
        forget_what_is_there(session.path(), &Source::new(loaded));
        assert_eq!(
            Known::read(session.path(), &source(&[])).gone("v"),
            Some(&moved),
            "the cell that moves it loads it, too"
        );
        let again = format!("{loaded}evcxr_variable_store.put_variable::<f64>(stringify!(v), v);\n");
        forget_what_is_there(session.path(), &Source::new(&again));
        assert_eq!(Known::read(session.path(), &source(&[])).gone("v"), None);
    }

    #[test]
    fn the_variables_of_the_last_cell_with_variables_are_lost_with_its_process() {
        let session = session();
        note_lost(session.path());
        let text = "let v = evcxr_variable_store.take_variable::<f64>(stringify!(v));\nevcxr_variable_store.put_variable::<f64>(stringify!(y), y);\n";
        keep_last(session.path(), text);
        keep_last(session.path(), "fn f() {}");
        note_lost(session.path());
        let known = Known::read(session.path(), &source(&[]));
        assert_eq!((known.gone("v"), known.gone("y")), (Some(&Gone::Lost), Some(&Gone::Lost)));
    }
}
