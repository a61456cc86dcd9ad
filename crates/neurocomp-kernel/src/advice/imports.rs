//! What comes from elsewhere: `use`, the library's own types, what other languages import.

use super::Says::{Child, Line, Marked, Message, Proposal};
use super::pattern::Found;
use super::{Facts, Row, row};

const IMPORT_EN: &str = "Other code is brought in by `use`; the course's library by `use neurocomp::prelude::*;`.";
const IMPORT_FR: &str =
    "On fait venir d'autre code par `use` ; la bibliothèque du cours par `use neurocomp::prelude::*;`.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0425",
        &[Message("cannot find $_ `$_` in this scope")],
        IMPORT_EN,
        IMPORT_FR,
    )
    .when(python_s_import),
    row(
        "",
        &[Message("expected `;`, found $_"), Line("import")],
        IMPORT_EN,
        IMPORT_FR,
    ),
    row(
        "",
        &[Message("expected `;`, found $_"), Line("from")],
        IMPORT_EN,
        IMPORT_FR,
    ),
    row(
        "E0425",
        &[
            Message("cannot find function `$name` in this scope"),
            Child("consider importing $_ function$_"),
            Proposal("use neurocomp::$path;$_"),
        ],
        "`$name` is not known here: run the cell that holds it or, if you mean the library's, `use neurocomp::$path;`.",
        "`$name` n'est pas connue ici : exécutez la cellule qui la contient ou, si c'est celle de la bibliothèque, `use neurocomp::$path;`.",
    )
    .when(not_in_the_prelude),
    row(
        "E0432",
        &[Message("unresolved import `neurocomp::$_`")],
        "The library has no such name. Most of what the course uses comes by `use neurocomp::prelude::*;`.",
        "La bibliothèque n'a rien de ce nom. Presque tout ce qu'utilise le cours vient par `use neurocomp::prelude::*;`.",
    ),
    row(
        "",
        &[
            Message("cannot construct `$_` with struct literal syntax due to private fields"),
            Marked("$kind"),
        ],
        "A `$kind` is not written out field by field: a function makes it, most often `$kind::new(…)`.",
        "Un `$kind` ne s'écrit pas champ par champ : une fonction le crée, le plus souvent `$kind::new(…)`.",
    ),
];

/// `import numpy`, which evcxr shows to rustc as two lines.
fn python_s_import(facts: &Facts, _: &mut Found) -> Option<()> {
    let is_import = |line: &str| line.split_whitespace().next() == Some("import");
    facts.source.student_lines().any(|(_, line)| is_import(line)).then_some(())
}

/// What is in the prelude is missing where the first cell has not been run.
fn not_in_the_prelude(_: &Facts, found: &mut Found) -> Option<()> {
    (!found.get("path")?.starts_with("prelude::")).then_some(())
}
