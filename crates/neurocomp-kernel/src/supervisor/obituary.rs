//! Why the process that ran the cells has ended, and what is lost, if anything is.

use super::start::NoCopy;
use crate::cells::NOT_LOADED;
use crate::language::Text;
use crate::panic_text::Ending;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

const LOST: Text = Text {
    en: "All variables are lost; functions, types and `use` lines are kept.\nRun the notebook's cells again from the top.",
    fr: "Toutes les variables sont perdues ; les fonctions, les types et les lignes `use` sont conservés.\n\
         Réexécutez les cellules du notebook depuis le début.",
};

const KEPT: Text = Text {
    en: "Nothing is lost: all variables are as they were before this cell.",
    fr: "Rien n'est perdu : toutes les variables sont comme avant cette cellule.",
};

const THREADS: Text = Text {
    en: "They could not be kept this time: threads were at work that an earlier cell had started (tables and `.await` do).",
    fr: "Elles n'ont pas pu être conservées cette fois : des fils d'exécution étaient au travail, lancés par une cellule précédente (les \
         tableaux et `.await` le font).",
};

const MEMORY: Text = Text {
    en: "They could not be kept this time: there is not enough memory for a second copy of them.",
    fr: "Elles n'ont pas pu être conservées cette fois : il n'y a pas assez de mémoire pour une seconde copie.",
};

const INTERRUPTED: Text = Text { en: "The cell was interrupted.", fr: "La cellule a été interrompue." };

const STACK: Text = Text {
    en: "The cell overflowed the stack: most often a function that calls itself without end.",
    fr: "La cellule a débordé de la pile d'appels : le plus souvent, une fonction qui s'appelle elle-même sans fin.",
};

const PANICKED_TWICE: Text = Text {
    en: "The cell panicked, and panicked again while its values were being cleared away.",
    fr: "La cellule a paniqué, puis une seconde fois pendant le nettoyage de ses valeurs.",
};

const FOREIGN_MEMORY: Text = Text {
    en: "The cell used memory that is not its own (code with `unsafe`), or a thread of it overflowed its stack.",
    fr: "La cellule a utilisé de la mémoire qui n'est pas la sienne (du code `unsafe`), ou un de ses fils d'exécution a \
         débordé de sa pile.",
};

const ABORTED: Text = Text {
    en: "The cell aborted: either it asked for more memory than there is (then a line above says \
         \"memory allocation … failed\"), or it called `abort`.",
    fr: "La cellule s'est arrêtée net : soit elle a demandé plus de mémoire qu'il n'y en a (une ligne ci-dessus dit \
         alors « memory allocation … failed »), soit elle a appelé `abort`.",
};

const KILLED: Text = Text {
    en: "The cell was killed from outside, most often because the machine has no memory left.",
    fr: "La cellule a été tuée de l'extérieur, le plus souvent parce que la machine n'a plus de mémoire.",
};

const BY_A_SIGNAL: Text =
    Text { en: "The cell was ended by a signal.", fr: "La cellule a été arrêtée par un signal." };

const COULD_NOT_BE_LOADED: Text = Text {
    en: "The compiled cell could not be loaded. If the kernel was installed anew while it ran, restart it.",
    fr: "La cellule compilée n'a pas pu être chargée. Si le noyau a été réinstallé pendant qu'il tournait, \
         redémarrez-le.",
};

const ENDED_ITSELF: Text = Text {
    en: "The cell ended the whole program, for example with `std::process::exit`.",
    fr: "La cellule a mis fin au programme entier, par exemple par `std::process::exit`.",
};

const ABORT: i32 = 6;
const BUS: i32 = 7;
const KILL: i32 = 9;
const SEGMENTATION: i32 = 11;

/// The same, where nobody is left who knows more.
pub fn of_a_killed_process() -> String {
    format!("{}\n{}", KILLED.get(), LOST.get())
}

/// A line on what happened, what it costs, and why that could not be helped.
pub fn lost(cause: Text, no_copy: Option<NoCopy>) -> String {
    let why = match no_copy {
        Some(NoCopy::Threads) => format!("\n{}", THREADS.get()),
        Some(NoCopy::Memory) => format!("\n{}", MEMORY.get()),
        Some(NoCopy::Unknown) | None => String::new(),
    };
    format!("{}\n{}{why}", cause.get(), LOST.get())
}

/// A line on what happened, and that it costs nothing.
pub fn undone(cause: Text) -> String {
    format!("{}\n{}", cause.get(), KEPT.get())
}

/// What happened.
pub fn cause(status: ExitStatus, is_interrupted: bool, ending: Option<Ending>) -> Text {
    match (status.signal(), ending) {
        _ if is_interrupted => INTERRUPTED,
        (_, Some(Ending::StackOverflow)) => STACK,
        (_, Some(Ending::DoublePanic)) => PANICKED_TWICE,
        (_, Some(Ending::BadAccess)) | (Some(SEGMENTATION | BUS), None) => FOREIGN_MEMORY,
        (Some(ABORT), None) => ABORTED,
        (Some(KILL), None) => KILLED,
        (Some(_), None) => BY_A_SIGNAL,
        (None, None) if status.code() == Some(NOT_LOADED) => COULD_NOT_BE_LOADED,
        (None, None) => ENDED_ITSELF,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_end_has_its_own_cause() {
        let by_signal = |signal| ExitStatus::from_raw(signal);
        let by_code = |code: i32| ExitStatus::from_raw(code << 8);
        for (status, is_interrupted, ending, expected) in [
            (by_signal(KILL), true, None, INTERRUPTED),
            (by_signal(ABORT), false, Some(Ending::StackOverflow), STACK),
            (by_signal(ABORT), false, Some(Ending::DoublePanic), PANICKED_TWICE),
            (by_signal(SEGMENTATION), false, None, FOREIGN_MEMORY),
            (by_signal(ABORT), false, None, ABORTED),
            (by_signal(KILL), false, None, KILLED),
            (by_code(NOT_LOADED), false, None, COULD_NOT_BE_LOADED),
            (by_code(3), false, None, ENDED_ITSELF),
            (by_code(0), false, None, ENDED_ITSELF),
        ] {
            assert_eq!(cause(status, is_interrupted, ending), expected, "{status}");
        }
    }
}
