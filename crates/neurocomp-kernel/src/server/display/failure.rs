//! How a cell's failure is shown: a name, one plain line, and what the student reads below the cell.

use crate::cell::{self, What};
use crate::language::Text;
use crate::stand_in::trouble;
use crate::wire::Report;
use evcxr::{CompilationError, Error};
use jupyter_protocol::ReplyError;
use std::sync::LazyLock;

const RED: &str = "\x1b[31m";
const PLAIN: &str = "\x1b[0m";

const INTERRUPTED: Text = Text {
    en: "The cell was interrupted before it ran: no variable has changed.",
    fr: "La cellule a été interrompue avant de s'exécuter : aucune variable n'a changé.",
};

const COMMAND: Text = Text {
    en: "The command was interrupted: no variable has changed.",
    fr: "La commande a été interrompue : aucune variable n'a changé.",
};

const ASKED: Text = Text {
    en: "The cell was interrupted while it waited for a line. The variables of earlier cells are kept.",
    fr: "La cellule a été interrompue pendant qu'elle attendait une ligne. Les variables des cellules précédentes sont conservées.",
};

const NO_SPACE: Text = Text {
    en: "The disk is full: the cell could not be written. Free some space and run it again; nothing is lost.",
    fr: "Le disque est plein : la cellule n'a pas pu être écrite. Libérez de la place et réexécutez-la ; rien n'est perdu.",
};

const NOT_HERE: Text = Text {
    en: "would change how cells are compiled, which this kernel has settled: its library is already compiled.",
    fr: "changerait la façon dont les cellules sont compilées, ce que ce noyau a déjà fixé : sa bibliothèque est compilée.",
};

const NO_QUITTING: Text = Text {
    en: "ends the kernel in evcxr. Here, choose Kernel → Shut Down Kernel in the menu.",
    fr: "arrête le noyau dans evcxr. Ici, choisissez « Noyau → Arrêter le noyau » dans le menu.",
};

const COMPILER: [&str; 7] =
    [":toolchain", ":cache", ":clear_cache", ":sccache", ":linker", ":codegen_backend", ":load_config"];

/// A cell that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind of failure.
    pub name: String,
    /// One line, without colours.
    pub value: String,
    /// What is shown.
    pub lines: Vec<String>,
}

/// A cell that evcxr would misunderstand: it says why.
pub fn refused(code: &str) -> Option<Failure> {
    refused_command(code).or_else(|| open_comment(code))
}

/// A cell that is nothing but a comment without an end silently does nothing; of others, rustc tells more.
fn open_comment(code: &str) -> Option<Failure> {
    let begins = code.trim_start().starts_with("/*");
    let open = cell::unclosed(code).filter(|open| begins && open.what == What::Comment)?;
    Some(Failure::told("CompileError", vec![format!("→ {}", open.message().get())]))
}

/// Commands that would end the kernel or break its later cells.
fn refused_command(code: &str) -> Option<Failure> {
    code.lines().map(str::trim).find_map(|line| {
        let command = line.split_whitespace().next()?;
        let why = match command {
            ":quit" => NO_QUITTING,
            _ if COMPILER.contains(&command) => NOT_HERE,
            _ => return None,
        };
        Some(Failure::told("CommandRefused", vec![format!("`{command}` {}", why.get())]))
    })
}

impl Failure {
    /// The sign of a failure is red, the rest has the notebook's own colour, which can be read in every theme.
    fn told(name: &str, mut lines: Vec<String>) -> Failure {
        let value = lines.first().map(|line| plain(line)).unwrap_or_default();
        if let Some(first) = lines.first_mut()
            && let Some(rest) = first.strip_prefix('✗')
        {
            *first = format!("{RED}✗{PLAIN}{rest}");
        }
        Failure { name: name.to_owned(), value, lines }
    }

    /// A fault of evcxr or of this program.
    pub fn of_the_kernel(fault: &anyhow::Error) -> Failure {
        Failure::told("KernelError", vec![format!("{fault:#}")])
    }

    /// The process that ran the cells has ended.
    pub fn ended(sentence: &str, is_interrupted: bool) -> Failure {
        let name = if is_interrupted { "Interrupted" } else { "ProcessEnded" };
        let lines = format!("✗ {sentence}");
        Failure {
            value: sentence.replace('\n', " "),
            ..Failure::told(name, lines.lines().map(str::to_owned).collect())
        }
    }

    /// A cell that waited for a line, and gave up when it was interrupted.
    pub fn interrupted_while_it_asked() -> Failure {
        Failure::told("Interrupted", vec![format!("✗ {}", ASKED.get())])
    }

    /// The compiler, or a command of the shell, was ended.
    pub fn interrupted_before_it_ran(code: &str) -> Failure {
        let is_command = code.lines().any(|line| line.trim_start().starts_with('!'));
        let what = if is_command { COMMAND } else { INTERRUPTED };
        Failure::told("Interrupted", vec![format!("✗ {}", what.get())])
    }

    /// A panic, or an error that left the cell.
    pub fn stopped(report: Report) -> Failure {
        let Report::Stopped { name, message, lines } = report else {
            return Failure::told("Error", Vec::new());
        };
        Failure {
            value: plain(&message).lines().map(str::trim).collect::<Vec<_>>().join(" "),
            ..Failure::told(&name, lines)
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let text = match error {
            Error::CompilationErrors(errors) => {
                return Failure::told("CompileError", errors.iter().flat_map(lines).collect());
            }
            Error::Message(text) | Error::SubprocessTerminated(text) => text,
            other => other.to_string(),
        };
        if trouble::tells_of_a_full_disk(&text) {
            return Failure::told("DiskFull", vec![NO_SPACE.get().to_owned(), text]);
        }
        if text.starts_with("Error running") && text.contains("os error 2") {
            let lines = vec![format!("✗ {}", trouble::CHANGED.get()), trouble::RESTART.get().to_owned()];
            return Failure::told("InstallationChanged", lines);
        }
        let text = text.trim_end_matches([' ', ':', '\n']);
        Failure::told("Error", text.lines().map(str::to_owned).collect())
    }
}

impl From<Failure> for ReplyError {
    fn from(failure: Failure) -> ReplyError {
        ReplyError { ename: failure.name, evalue: failure.value, traceback: failure.lines }
    }
}

/// An error of the compiler, or of a command. Of the compiler's, the stand-in for cargo has made the whole text; only a
/// command's has a place in the cell.
fn lines(error: &CompilationError) -> Vec<String> {
    let mut lines = vec![error.message()];
    for place in error.spanned_messages() {
        lines.extend(place.lines.iter().cloned());
        if let Some(span) = &place.span {
            let width = span.end_column.saturating_sub(span.start_column).max(1);
            let indent = " ".repeat(span.start_column.saturating_sub(1));
            lines.push(format!("{indent}{RED}{}{PLAIN} {}", "^".repeat(width), place.label));
        } else if !place.label.is_empty() {
            lines.push(place.label.clone());
        }
    }
    lines.extend(error.help().iter().map(|help| format!("help: {help}")));
    lines.iter().flat_map(|line| line.lines()).map(str::to_owned).collect()
}

/// Without colours.
fn plain(text: &str) -> String {
    static COLOURS: LazyLock<Option<regex::Regex>> = LazyLock::new(|| regex::Regex::new("\x1b\\[[0-9;]*m").ok());
    COLOURS.as_ref().map_or_else(|| text.to_owned(), |colours| colours.replace_all(text, "").into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_plain_and_only_the_sign_is_red() {
        let lines = vec!["✗ \x1b[1mbold\x1b[0m".to_owned(), "next".to_owned()];
        let failure = Failure::told("Error", lines);
        assert_eq!(failure.value, "✗ bold");
        assert_eq!(failure.lines, ["\x1b[31m✗\x1b[0m \x1b[1mbold\x1b[0m", "next"]);
        assert_eq!(Failure::told("Error", vec!["plain".to_owned()]).lines, ["plain"]);
    }

    #[test]
    fn commands_that_would_break_the_kernel_are_refused() {
        for code in [":quit", "let x = 1;\n  :toolchain nightly", ":cache 500"] {
            assert_eq!(refused_command(code).map(|failure| failure.name), Some("CommandRefused".to_owned()), "{code}");
        }
        for code in [":dep itoa = \"1\"", ":vars", "let quit = \":quit\";", ":opt 3"] {
            assert_eq!(refused_command(code), None, "{code}");
        }
    }

    #[test]
    fn a_comment_that_never_ends_is_told_and_no_shell_command() {
        let told = open_comment("\n/* and then\nlet x = 1;").unwrap();
        assert!(told.value.starts_with('→') && told.value.contains('2'), "{}", told.value);
        for code in ["!ls /*", "let x = 1; /*", "/* a */ 1", "let x = \"open;"] {
            assert_eq!(open_comment(code), None, "{code}");
        }
    }

    #[test]
    fn a_full_disk_is_called_so() {
        let error = Error::Message("Error writing /tmp/x/src/lib.rs: No space left on device (os error 28)".to_owned());
        assert_eq!(Failure::from(error).name, "DiskFull");
    }
}
