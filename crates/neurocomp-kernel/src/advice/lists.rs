//! What one does with lists and arrays in other words elsewhere: their length, a part, the largest number.

use super::Says::{Here, Marked, Message};
use super::names::a_method_of_arrays;
use super::pattern::Found;
use super::{Facts, Row, row};

const LENGTH_EN: &str = "The length of a list or an array is written after it: `.len()`.";
const LENGTH_FR: &str = "La longueur d'une liste ou d'un tableau s'écrit derrière : `.len()`.";
const EXTREME_EN: &str =
    "Of real numbers it is `.iter().copied().fold(f64::$start, f64::$name)`, after the list or array.";
const EXTREME_FR: &str =
    "Pour des nombres réels, c'est `.iter().copied().fold(f64::$start, f64::$name)`, derrière la liste ou le tableau.";

const LENT_EN: &str =
    "A list has no `$name`: go through it by `.iter()`, or make an array of it, `Array1::from(list.to_vec())`.";
const LENT_FR: &str = "Une liste n'a pas de `$name` : parcourez-la par `.iter()`, ou faites-en un tableau, `Array1::from(liste.to_vec())`.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("E0425", &[Message("cannot find function `len` in this scope")], LENGTH_EN, LENGTH_FR),
    row("E0599", &[Message("no method named `length` found for $_")], LENGTH_EN, LENGTH_FR),
    row("E0609", &[Message("no field `length` on type `$_`")], LENGTH_EN, LENGTH_FR),
    row(
        "E0599",
        &[Message("no method named `slice` found for struct `Vec<$_>` in the current scope")],
        "A part of a `Vec` is written `&v[0..2]`: from 0, up to 2 (which is left out).",
        "Une partie d'un `Vec` s'écrit `&v[0..2]` : de 0 jusqu'à 2 (non compris).",
    ),
    row(
        "E0599",
        &[Message("no method named `len` found for type `$kind` in the current scope")],
        "Lists, arrays and texts have a length, and this is one number (`$kind`).",
        "Les listes, les tableaux et les textes ont une longueur, et ceci est un nombre seul (`$kind`).",
    ),
    row("E0425", &[Message("cannot find function `$name` in this scope")], EXTREME_EN, EXTREME_FR).when(an_extreme),
    row(
        "E0599",
        &[
            Message("no method named `$name` found for struct `$_` in the current scope"),
            Here("`$_` is not an iterator"),
        ],
        EXTREME_EN,
        EXTREME_FR,
    )
    .when(an_extreme),
    row(
        "E0599",
        &[Message("no method named `$name` found for reference `&Vec<$kind>` in the current scope")],
        LENT_EN,
        LENT_FR,
    )
    .when(a_method_of_arrays),
    row(
        "E0599",
        &[Message("no method named `$name` found for reference `&[$kind]` in the current scope")],
        LENT_EN,
        LENT_FR,
    )
    .when(a_method_of_arrays),
    row(
        "E0600",
        &[Message("cannot apply unary operator `-` to type `Vec<$_>`")],
        "One does not calculate with a `Vec` as a whole: make an array of it, `-Array1::from(…)`, or go through it by \
         `.iter().map(…)`.",
        "On ne calcule pas avec un `Vec` d'un seul coup : faites-en un tableau, `-Array1::from(…)`, ou parcourez-le par \
         `.iter().map(…)`.",
    ),
    row(
        "E0308",
        &[Here("expected `&[$kind]`, found `&Array1<$kind>`"), Marked("&$name")],
        "A list is wanted here, and this is an array: write `&$name.to_vec()`.",
        "Il faut ici une liste, et ceci est un tableau : écrivez `&$name.to_vec()`.",
    ),
];

fn an_extreme(_: &Facts, found: &mut Found) -> Option<()> {
    let start = match found.get("name")? {
        "max" => "NEG_INFINITY",
        "min" => "INFINITY",
        _ => return None,
    };
    found.set("start", start);
    Some(())
}
