//! Why a cell could not be compiled where the cell is not to blame: no memory, no room, another installation. This is looked
//! for where a compilation has failed, and costs nothing else.

use super::Call;
use super::report;
use crate::cell::diagnostic::Diagnostic;
use crate::cell::source::Source;
use crate::language::Text;
use serde::Deserialize;
use serde_json::Value;
use std::env;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What prevented a compilation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// This signal ended the compiler or its linker from outside.
    Ended(i32),
    /// The compiler found no memory.
    NoMemory,
    /// The compiler failed by itself, with this signal.
    Crashed(i32),
    /// The disk of this folder is full.
    Full(PathBuf),
    /// The library or the compiler is gone, or another one is in its place.
    Changed,
}

const ENDED: Text = Text {
    en: "The compiler was ended from outside (signal {}), most often because the machine has no memory left.",
    fr: "Le compilateur a été arrêté de l'extérieur (signal {}), le plus souvent parce que la machine n'a plus de mémoire.",
};
const NO_MEMORY: Text =
    Text { en: "The compiler found no memory.", fr: "Le compilateur n'a pas trouvé assez de mémoire." };
const CLOSE_OTHERS: Text = Text {
    en: "Close other notebooks and programs, then run the cell again: no variable has changed.",
    fr: "Fermez d'autres notebooks et programmes, puis réexécutez la cellule : aucune variable n'a changé.",
};
const CRASHED: Text = Text {
    en: "The compiler itself failed (signal {}): the fault is not yours.",
    fr: "Le compilateur lui-même a échoué (signal {}) : ce n'est pas votre faute.",
};
const SPLIT: Text = Text {
    en: "If the cell is very long or deeply nested, make several of it. No variable has changed.",
    fr: "Si la cellule est très longue ou très imbriquée, faites-en plusieurs. Aucune variable n'a changé.",
};
const FULL: Text = Text {
    en: "The cell could not be compiled: the disk of the folder {} is full.",
    fr: "La cellule n'a pas pu être compilée : le disque du dossier {} est plein.",
};
const MAKE_ROOM: Text = Text {
    en: "Delete what you no longer need, or close other notebooks, then run the cell again: nothing is lost.",
    fr: "Supprimez ce qui ne sert plus, ou fermez d'autres notebooks, puis réexécutez la cellule : rien n'est perdu.",
};
/// What happened to an installation that is not as it was.
pub const CHANGED: Text = Text {
    en: "The installation of neurocomp has changed or was removed while this kernel was running.",
    fr: "L'installation de neurocomp a changé ou a été supprimée pendant que ce noyau tournait.",
};
/// What to do then.
pub const RESTART: Text = Text {
    en: "Restart the kernel and run the cells again from the top. If that does not help: `cargo xtask setup`.",
    fr: "Redémarrez le noyau et réexécutez les cellules depuis le début. Si cela ne suffit pas : `cargo xtask setup`.",
};

const KILL: i32 = 9;
const TERMINATE: i32 = 15;
const BUS: i32 = 7;
const CRASHES: [i32; 5] = [4, 6, BUS, 8, 11];

/// Less than this is no room for a cell, in bytes.
const NO_ROOM: u64 = 1_000_000;

/// How a program says that there is no room, whatever its language.
const SAYS_FULL: [&str; 4] = ["No space left on device", "os error 28", "Disk quota exceeded", "os error 122"];

/// Errors about crates that are not as they were; `E0463` is not one where the student wrote `extern crate`.
const OTHER_CRATE: [&str; 7] = ["E0460", "E0462", "E0463", "E0464", "E0514", "E0519", "E0786"];

impl Trouble {
    /// The cause of a failure of rustc, if it is not the cell: from its messages, one in each line, and the signal that
    /// ended it.
    pub fn behind(call: &Call, messages: &str, signal: Option<i32>) -> Option<Trouble> {
        if is_full(messages, signal, || free(&fullest(call))) {
            return Some(Trouble::Full(fullest(call)));
        }
        let by_signal = signal.and_then(|signal| Trouble::of_signal(signal, messages));
        by_signal
            .or_else(|| ended_linker(messages).map(Trouble::Ended))
            .or_else(|| has_changed(call, messages).then_some(Trouble::Changed))
    }

    /// The cause of an error of this program's.
    pub fn in_error(call: &Call, error: &anyhow::Error) -> Option<Trouble> {
        if let Some(trouble) = error.downcast_ref::<Trouble>() {
            return Some(trouble.clone());
        }
        if error.chain().any(says_full) {
            return Some(Trouble::Full(fullest(call)));
        }
        has_changed(call, "").then_some(Trouble::Changed)
    }

    fn of_signal(signal: i32, messages: &str) -> Option<Trouble> {
        let lacks_memory = ["memory allocation of", "out of memory"].iter().any(|words| messages.contains(words));
        Some(match signal {
            _ if CRASHES.contains(&signal) && lacks_memory => Trouble::NoMemory,
            _ if CRASHES.contains(&signal) => Trouble::Crashed(signal),
            _ => Trouble::Ended(signal),
        })
    }

    /// What happened, and what to do.
    fn texts(&self) -> (String, &'static str) {
        match self {
            Trouble::Ended(signal) => (filled(ENDED, &signal.to_string()), CLOSE_OTHERS.get()),
            Trouble::NoMemory => (NO_MEMORY.get().to_owned(), CLOSE_OTHERS.get()),
            Trouble::Crashed(signal) => (filled(CRASHED, &signal.to_string()), SPLIT.get()),
            Trouble::Full(folder) => (filled(FULL, &format!("`{}`", folder.display())), MAKE_ROOM.get()),
            Trouble::Changed => (CHANGED.get().to_owned(), RESTART.get()),
        }
    }

    /// As the student sees it.
    pub fn report(&self) -> String {
        let (what, line) = self.texts();
        report::draw(&Diagnostic::default(), &what, Some(line), &Source::new(""))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, line) = self.texts();
        write!(formatter, "{what} {line}")
    }
}

impl std::error::Error for Trouble {}

fn filled(text: Text, gap: &str) -> String {
    text.get().replace("{}", gap)
}

/// The messages that are not about code: from the linker, and from rustc about files.
fn about_no_code(messages: &str) -> impl Iterator<Item = &str> {
    messages.lines().filter(|line| {
        let json: Option<Value> = serde_json::from_str(line).ok();
        let spans = json.as_ref().and_then(|json| json["spans"].as_array());
        spans.is_none_or(Vec::is_empty)
    })
}

/// The linker may say it in the language of the machine, and a file that was mapped into memory ends the compiler by a
/// signal: then the disk is asked.
fn is_full(messages: &str, signal: Option<i32>, free: impl Fn() -> u64) -> bool {
    let may_mean = |line: &str| line.contains("linking with") || line.contains("failed to write");
    about_no_code(messages).any(tells_of_a_full_disk)
        || (signal == Some(BUS) || about_no_code(messages).any(may_mean)) && free() < NO_ROOM
}

/// Whether a program says so.
pub fn tells_of_a_full_disk(text: &str) -> bool {
    SAYS_FULL.iter().any(|words| text.contains(words))
}

fn says_full(error: &(dyn std::error::Error + 'static)) -> bool {
    let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    let is_full = [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded];
    let words = error.to_string(); // of cargo, for added crates
    kind.is_some_and(|kind| is_full.contains(&kind)) || tells_of_a_full_disk(&words)
}

/// Of the folders that a compilation writes to, the one with the least room: the parent of the session's folder (its
/// name says more than the session's) or the folder of rustc's own temporary files.
fn fullest(call: &Call) -> PathBuf {
    let session = call.session.parent().unwrap_or(&call.session).to_owned();
    let temporary = env::temp_dir();
    if free(&temporary) < free(&session) { temporary } else { session }
}

/// The bytes that can still be written; many, if that is not known.
fn free(folder: &Path) -> u64 {
    rustix::fs::statvfs(folder).map_or(u64::MAX, |disk| disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// The signal that ended the linker: rustc and cc say it in their own messages.
fn ended_linker(messages: &str) -> Option<i32> {
    let ended_by = |signal: &i32| {
        let [of_rustc, of_cc] = [format!("signal: {signal} ("), format!("terminated with signal {signal} ")];
        about_no_code(messages).any(|line| line.contains(&of_rustc) || line.contains(&of_cc))
    };
    [KILL, TERMINATE].into_iter().find(ended_by)
}

fn has_changed(call: &Call, messages: &str) -> bool {
    let library = &call.library;
    !library.is_as_recorded()
        || library.rustc.is_absolute() && !library.rustc.exists()
        || messages.lines().any(is_about_another_crate)
}

/// Whether a message says that a crate of the library or the standard library is missing or of another compilation.
fn is_about_another_crate(line: &str) -> bool {
    let Some(message) = serde_json::from_str::<Value>(line).ok().and_then(|json| Diagnostic::deserialize(json).ok())
    else {
        return false;
    };
    let is_ours = ["`neurocomp`", "`std`", "`core`"].iter().any(|name| message.message.contains(name));
    is_ours && OTHER_CRATE.contains(&message.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use serde_json::json;
    use std::fs;

    /// A session below a folder, with a library that is as it was recorded.
    fn call(folder: &Path) -> Call {
        let dylib = folder.join("libneurocomp.so");
        fs::write(&dylib, "code").unwrap();
        let found = fs::metadata(&dylib).unwrap();
        let written = found.modified().unwrap();
        let written = written.duration_since(std::time::UNIX_EPOCH).unwrap();
        let record = json!({"identity": "", "dylib_size": found.len(),
            "dylib_modified": u64::try_from(written.as_nanos()).unwrap(), "interface": &dylib, "linker": [], "rustc": "rustc",
            "cargo": "", "rustc_version": "", "std_dir": "", "target": "", "dylib": dylib, "deps": "", "project": "",
            "target_dir": "", "std_source": "", "metadata": "", "target_spec": "", "source": ""});
        fs::write(folder.join("library.json"), record.to_string()).unwrap();
        Call {
            session: folder.join("session"),
            library: Library::of_session(folder).unwrap(),
            manifest: folder.join("session/Cargo.toml"),
        }
    }

    fn message(text: &str, code: &str, spans: &Value) -> String {
        json!({"message": text, "code": {"code": code}, "level": "error", "spans": spans, "children": []}).to_string()
    }

    #[test]
    fn a_signal_says_who_ended_the_compiler() {
        let folder = tempfile::tempdir().unwrap();
        let call = call(folder.path());
        let behind = |messages: &str, signal| Trouble::behind(&call, messages, Some(signal));
        assert_eq!(behind("", 9), Some(Trouble::Ended(9)));
        assert_eq!(behind("", 15), Some(Trouble::Ended(15)));
        assert_eq!(behind("", 11), Some(Trouble::Crashed(11)));
        let lacking = "memory allocation of 8 bytes failed";
        assert_eq!(behind(lacking, 6), Some(Trouble::NoMemory));
        for killed in [
            "linking with `cc` failed: signal: 9 (SIGKILL)",
            "linking with `cc` failed: exit status: 1\ncollect2: fatal error: ld terminated with signal 9 [Killed]",
        ] {
            let killed = message(killed, "", &json!([]));
            let found = Trouble::behind(&call, &killed, None);
            assert_eq!(found, Some(Trouble::Ended(9)), "{killed}");
        }
    }

    #[test]
    fn a_mistake_is_no_trouble() {
        let folder = tempfile::tempdir().unwrap();
        let call = call(folder.path());
        let span = json!([{"file_name": "src/lib.rs", "line_start": 1, "line_end": 1, "is_primary": true}]);
        for text in [
            message("mismatched types", "E0308", &span),
            message("No space left on device", "", &span),
            message("can't find crate for `nowhere`", "E0463", &span),
            message("linking with `cc` failed: exit status: 1", "", &json!([])),
        ] {
            assert_eq!(Trouble::behind(&call, &text, None), None, "{text}");
        }
        let error = anyhow::anyhow!("something else");
        assert_eq!(Trouble::in_error(&call, &error), None);
    }

    #[test]
    fn a_full_disk_is_recognised_by_what_is_said_and_by_its_room() {
        let folder = tempfile::tempdir().unwrap();
        let call = call(folder.path());
        let says =
            message("couldn't create a temp dir: No space left on device (os error 28) at path \"/x\"", "", &json!([]));
        let found = Trouble::behind(&call, &says, None);
        assert!(matches!(found, Some(Trouble::Full(_))), "{found:?}");
        let (full, roomy) = (|| 10, || 1 << 30);
        let linking = message("linking with `cc` failed: plus de place", "", &json!([]));
        assert!(is_full(&linking, None, full) && !is_full(&linking, None, roomy));
        assert!(is_full("", Some(BUS), full) && !is_full("", Some(KILL), full));
        let error = anyhow::Error::from(io::Error::from_raw_os_error(28)).context("cannot write");
        let found = Trouble::in_error(&call, &error);
        assert!(matches!(found, Some(Trouble::Full(_))), "{found:?}");
    }

    #[test]
    fn a_library_that_was_replaced_or_removed_is_said_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let mut call = call(folder.path());
        let behind = |call: &Call, messages: &str| Trouble::behind(call, messages, None);
        assert_eq!(behind(&call, ""), None);
        let depends = "can't find crate for `ndarray` which `neurocomp` depends on";
        let missing = message(depends, "E0463", &json!([]));
        assert_eq!(behind(&call, &missing), Some(Trouble::Changed));
        call.library.rustc = folder.path().join("no rustc");
        assert_eq!(behind(&call, ""), Some(Trouble::Changed));
        call.library.rustc = "rustc".into();
        fs::write(&call.library.dylib, "other code").unwrap();
        assert_eq!(behind(&call, ""), Some(Trouble::Changed));
        fs::remove_file(&call.library.dylib).unwrap();
        let error = anyhow::anyhow!("no such file");
        assert_eq!(Trouble::in_error(&call, &error), Some(Trouble::Changed));
    }

    #[test]
    fn every_trouble_says_what_happened_and_what_to_do() {
        let folder = PathBuf::from("/tmp");
        for (trouble, word) in [
            (Trouble::Ended(9), "9"),
            (Trouble::Crashed(11), "11"),
            (Trouble::Full(folder), "`/tmp`"),
            (Trouble::Changed, "neurocomp"),
        ] {
            let report = trouble.report();
            assert!(report.contains(word) && report.contains('→'), "{report}");
            let gap = trouble.to_string();
            assert!(!gap.contains("{}") && !gap.contains('\n'), "{gap}");
        }
    }
}
