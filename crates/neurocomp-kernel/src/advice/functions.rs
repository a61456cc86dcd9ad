//! What goes wrong inside the functions that students write: what they may change, what they give back, what they look up.

use super::Says::{Child, Here, Message};
use super::pattern::{Found, is_view_of};
use super::{Facts, Row, row};

const MATRIX_EN: &str = "An element of a matrix has its two indices between double brackets: `[[0, 1]]`.";
const MATRIX_FR: &str = "Un élément de matrice a ses deux indices entre doubles crochets : `[[0, 1]]`.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0594",
        &[
            Message("cannot assign to `$_`, which is behind a `&` reference"),
            Here("`$name` is a `&` reference, so it cannot be written to"),
        ],
        "`$name` is only lent for reading (`&`): change a copy of it, `let mut copy = $name.to_owned();`.",
        "`$name` n'est prêtée que pour être lue (`&`) : modifiez-en une copie, `let mut copie = $name.to_owned();`.",
    ),
    row(
        "E0308",
        &[Here("expected `$want`, found `$got`")],
        "An array of its own is wanted here, and this is a view of another one: write `.to_owned()` after it.",
        "Il faut ici un tableau à part entière, et ceci n'est qu'une vue d'un autre : écrivez `.to_owned()` derrière.",
    )
    .when(a_view),
    row(
        "E0308",
        &[Here("expected `Vec<$kind>`, found `Vec<&$kind>`")],
        "The list holds references (`&`) to the numbers, not the numbers: put `*x` in it instead of `x`.",
        "La liste contient des références (`&`) aux nombres, pas les nombres : mettez-y `*x` au lieu de `x`.",
    ),
    row(
        "E0277",
        &[Message("the size for values of type `[$kind]` cannot be known at compilation time")],
        "A function receives a list as `&[$kind]`, to read it, or as `Vec<$kind>`, to have it.",
        "Une fonction reçoit une liste sous la forme `&[$kind]`, pour la lire, ou `Vec<$kind>`, pour l'avoir à elle.",
    ),
    row(
        "E0277",
        &[Message("the trait bound `{integer}: NdIndex<$_Dim<[usize; 2]>>` is not satisfied")],
        MATRIX_EN,
        MATRIX_FR,
    ),
    row(
        "E0277",
        &[Message("the `?` operator can only be used on `Result`s, not `Option`s, in $_")],
        "`?` takes a `Result` here, and this is an `Option`: write `.ok_or(\"…\")?` instead of `?`, or `.unwrap_or(…)`.",
        "`?` veut ici un `Result`, et ceci est une `Option` : écrivez `.ok_or(\"…\")?` au lieu de `?`, ou `.unwrap_or(…)`.",
    ),
    row(
        "E0277",
        &[Message("`?` couldn't convert the error: `$kind: std::fmt::Display` is not satisfied")],
        "The error in this `Result` is no text that could be shown: write `.map_err(|error| format!(\"{error:?}\"))?` instead of `?`.",
        "L'erreur de ce `Result` n'est pas un texte à afficher : écrivez `.map_err(|erreur| format!(\"{erreur:?}\"))?` au lieu de `?`.",
    ),
    row("", &[Message("expected one of `.`, `?`, `]`, or an operator, found `,`")], MATRIX_EN, MATRIX_FR),
    row(
        "E0423",
        &[Message("expected value, found macro `$name`")],
        "No variable `$name` is known here: is it made between other `{` and `}`, or in a cell that has not been run?",
        "Aucune variable `$name` n'est connue ici : est-elle créée entre d'autres `{` et `}`, ou dans une cellule pas encore \
         exécutée ?",
    ),
    row(
        "E0425",
        &[Message("cannot find value `$name` in this scope"), Child("consider importing $_")],
        "`$name` is not known here: run the cell that makes it. A field is written after what it belongs to, as in `p.$name`.",
        "`$name` n'est pas connue ici : exécutez la cellule qui la crée. Un champ s'écrit derrière ce à quoi il appartient, comme dans `p.$name`.",
    ),
    row(
        "",
        &[Message("Rust has no ternary operator")],
        "Write `if … { … } else { … }`, which gives a value.",
        "Écrivez `if … { … } else { … }`, qui donne une valeur.",
    ),
    row(
        "",
        &[Message("expected `{`, found `then`")],
        "There is no `then`: write `if … { … } else { … }`.",
        "Il n'y a pas de `then` : écrivez `if … { … } else { … }`.",
    ),
];

fn a_view(_: &Facts, found: &mut Found) -> Option<()> {
    is_view_of(found.get("got")?, found.get("want")?).then_some(())
}
