//! Types that are left open, indices, ranges, and what iterators do with numbers.

use super::Says::{Child, Here, Line, Marked, Message, Proposal, Somewhere};
use super::pattern::{Found, is_real, is_whole, matches};
use super::{Facts, Row, row};

const OPEN: &[super::Says] =
    &[Message("type annotations needed$_"), Child("consider giving `$name` an explicit type$_")];
const LIST_EN: &str =
    "Rust does not know what `$name` holds: write `let $mut$name: Vec<f64> = …` (or what it is a list of).";
const LIST_FR: &str =
    "Rust ne sait pas ce que contient `$name` : écrivez `let $mut$name: Vec<f64> = …` (ou ce dont c'est la liste).";
const VALUE_EN: &str =
    "Rust does not know the type of `$name`: write it after the name, for example `let $mut$name: f64 = …`.";
const VALUE_FR: &str =
    "Rust ne connaît pas le type de `$name` : écrivez-le derrière le nom, par exemple `let $mut$name: f64 = …`.";
const CLOSURE_EN: &str = "Write the type of the closure's argument, for example `|$here: f64|`.";
const CLOSURE_FR: &str = "Écrivez le type de l'argument de la fermeture, par exemple `|$here: f64|`.";
const TYPED: &[super::Says] =
    &[Message("type annotations needed$_"), Child("consider giving this closure parameter an explicit type")];
const INDEX_EN: &str = "An index is a `usize`: write `$here as usize`.";
const INDEX_FR: &str = "Un indice est un `usize` : écrivez `$here as usize`.";
const REAL_INDEX_EN: &str = "An index is a whole number, without a point.";
const REAL_INDEX_FR: &str = "Un indice est un nombre entier, sans point.";
const NO_INDEX: &[super::Says] = &[Message("the type `[$_]` cannot be indexed by `$kind`")];
const NO_ARRAY_INDEX: &[super::Says] = &[Message("the trait bound `$kind: NdIndex<$_>` is not satisfied")];

const UNSAID: &[super::Says] =
    &[Message("type annotations needed"), Child("consider specifying the generic argument"), Marked("$name")];
const UNSAID_EN: &str = "Rust does not know what `$name()` is to give: write `$name::<f64>()`.";
const UNSAID_FR: &str = "Rust ne sait pas ce que `$name()` doit donner : écrivez `$name::<f64>()`.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("E0283", OPEN, LIST_EN, LIST_FR).when(a_list),
    row("E0282", OPEN, LIST_EN, LIST_FR).when(a_list),
    row("E0283", OPEN, VALUE_EN, VALUE_FR).when(a_value),
    row("E0284", OPEN, VALUE_EN, VALUE_FR).when(a_value),
    row(
        "E0282",
        &[Message("type annotations needed for `Option<_>`"), Child("consider giving `$name` an explicit type$_")],
        "Rust does not know of what `$name` is an `Option`: write `let $name: Option<f64> = …` (or another type).",
        "Rust ne sait pas de quoi `$name` est une `Option` : écrivez `let $name: Option<f64> = …` (ou un autre type).",
    ),
    row("E0282", TYPED, CLOSURE_EN, CLOSURE_FR),
    row("E0284", TYPED, CLOSURE_EN, CLOSURE_FR),
    row("E0282", UNSAID, UNSAID_EN, UNSAID_FR).when(gives_a_number),
    row("E0283", UNSAID, UNSAID_EN, UNSAID_FR).when(gives_a_number),
    row("E0284", UNSAID, UNSAID_EN, UNSAID_FR).when(gives_a_number),
    row(
        "E0282",
        &[Message("type annotations needed"), Child("consider specifying the generic argument"), Marked("collect")],
        "Rust does not know what `collect()` is to give: write `collect::<Vec<_>>()`.",
        "Rust ne sait pas ce que `collect()` doit donner : écrivez `collect::<Vec<_>>()`.",
    ),
    // Indices.
    row("E0277", NO_INDEX, INDEX_EN, INDEX_FR).when(a_whole_index),
    row("E0277", NO_ARRAY_INDEX, INDEX_EN, INDEX_FR).when(a_whole_index),
    row("E0277", NO_INDEX, REAL_INDEX_EN, REAL_INDEX_FR).when(a_real_index),
    row("E0277", NO_ARRAY_INDEX, REAL_INDEX_EN, REAL_INDEX_FR).when(a_real_index),
    row(
        "E0277",
        &[Message("the trait bound `std::ops::Range<$_>: NdIndex<$_>` is not satisfied")],
        "A part of an array is taken by `.slice(s![$here])`.",
        "On prend une partie d'un tableau par `.slice(s![$here])`.",
    ),
    row(
        "E0277",
        &[Message("the type `str` cannot be indexed by `$_`")],
        "Letters of a text are reached by `.chars().nth($here).unwrap()`.",
        "On accède aux lettres d'un texte par `.chars().nth($here).unwrap()`.",
    ),
    row(
        "",
        &[Message("negative integers cannot be used to index on a `$_`"), Proposal("$name.len() ")],
        "Counting from the end is written `$name.len() - 1`: `$name[$name.len() - 1]`.",
        "Pour compter depuis la fin, écrivez `$name.len() - 1` : `$name[$name.len() - 1]`.",
    ),
    row(
        "E0277",
        &[
            Message("the size for values of type `[$kind]` cannot be known at compilation time"),
            Child("consider borrowing here"),
            Line("let $name = $part;"),
        ],
        "A part of a list is kept as a list of its own: `let $name = $part.to_vec();`.",
        "Une partie de liste se garde comme une liste à part : `let $name = $part.to_vec();`.",
    ),
    // Loops.
    row(
        "E0277",
        &[Message("`std::ops::Range<{float}>` is not an iterator")],
        "A loop counts whole numbers: `for i in 0..100`, and inside `let t = i as f64 * dt;`.",
        "Une boucle compte des entiers : `for i in 0..100`, et à l'intérieur `let t = i as f64 * dt;`.",
    ),
    row(
        "E0277",
        &[Message("`std::ops::Range<f64>` is not an iterator")],
        "A loop counts whole numbers: `for i in 0..100`, and inside `let t = i as f64 * dt;`.",
        "Une boucle compte des entiers : `for i in 0..100`, et à l'intérieur `let t = i as f64 * dt;`.",
    ),
    row(
        "E0277",
        &[Message("`$int` is not an iterator")],
        "One number cannot be gone through: to count up to it, write `0..$here`.",
        "On ne parcourt pas un nombre : pour compter jusqu'à lui, écrivez `0..$here`.",
    )
    .when(short),
    // Iterators over numbers.
    row(
        "E0277",
        &[Message("the trait bound `f64: $_Ord` is not satisfied"), Marked("sort")],
        "Real numbers are sorted by `.sort_by(f64::total_cmp)`.",
        "On trie des nombres réels par `.sort_by(f64::total_cmp)`.",
    ),
    row(
        "E0277",
        &[Message("the trait bound `f64: $_Ord` is not satisfied"), Marked("max")],
        "The largest of real numbers: `.copied().fold(f64::NEG_INFINITY, f64::max)` after `.iter()`.",
        "Le plus grand de nombres réels : `.copied().fold(f64::NEG_INFINITY, f64::max)` derrière `.iter()`.",
    ),
    row(
        "E0277",
        &[Message("the trait bound `f64: $_Ord` is not satisfied"), Marked("min")],
        "The smallest of real numbers: `.copied().fold(f64::INFINITY, f64::min)` after `.iter()`.",
        "Le plus petit de nombres réels : `.copied().fold(f64::INFINITY, f64::min)` derrière `.iter()`.",
    ),
    row(
        "E0277",
        &[Message("a value of type `Vec<$kind>` cannot be built from an iterator over elements of type `&$kind`")],
        "The list is to hold the values, not references (`&`) to them: write `.cloned().collect()`.",
        "La liste doit contenir les valeurs, pas des références (`&`) vers elles : écrivez `.cloned().collect()`.",
    ),
    row(
        "E0277",
        &[Message("a value of type `$real` cannot be made by summing an iterator over elements of type `$int`")],
        "These are whole numbers: sum them as such, or convert each, `.map(|i| i as f64).sum()`.",
        "Ce sont des entiers : additionnez-les comme tels, ou convertissez chacun, `.map(|i| i as f64).sum()`.",
    ),
    row(
        "E0277",
        &[Message("the trait bound `{integer}: $_Float` is not satisfied"), Here("$_")],
        "Real numbers are wanted here, with a point: `0.0` instead of `0`.",
        "Il faut ici des nombres réels, avec un point : `0.0` au lieu de `0`.",
    ),
    // Cases.
    row(
        "E0004",
        &[Message("non-exhaustive patterns: `None` not covered")],
        "A `match` needs all cases: add `None => …`.",
        "Un `match` doit prévoir tous les cas : ajoutez `None => …`.",
    ),
    row(
        "E0004",
        &[Message("non-exhaustive patterns: $_ not covered"), Somewhere("$_")],
        "A `match` needs all cases: add `_ => …` as the last one.",
        "Un `match` doit prévoir tous les cas : ajoutez `_ => …` en dernier.",
    ),
];

/// Whether the unknown type is a list: a new one, or what `collect` makes.
fn a_list(facts: &Facts, found: &mut Found) -> Option<()> {
    let is_collected = facts
        .place_labelled("type must be known at this point", &mut Found::default())
        .is_some_and(|place| place.marked() == "collect");
    let is_at_the_end = facts.primary()?.text.trim_end().ends_with(".collect();");
    (is_collected || is_at_the_end || facts.message == "type annotations needed for `Vec<_>`").then_some(())?;
    mutable(facts, found);
    Some(())
}

fn a_value(facts: &Facts, found: &mut Found) -> Option<()> {
    (facts.message == "type annotations needed").then_some(())?;
    mutable(facts, found);
    Some(())
}

fn mutable(facts: &Facts, found: &mut Found) {
    let is_mutable = facts.primary().is_some_and(|place| place.marked().starts_with("mut "));
    found.set("mut", if is_mutable { "mut " } else { "" });
}

fn gives_a_number(_: &Facts, found: &mut Found) -> Option<()> {
    ["sum", "product", "parse"].contains(&found.get("name")?).then_some(())
}

fn a_whole_index(facts: &Facts, found: &mut Found) -> Option<()> {
    let kind = found.get("kind")?;
    let is_simple = matches("$name", &facts.primary()?.marked(), &mut Found::default());
    (is_whole(kind) && is_simple).then_some(())
}

fn a_real_index(_: &Facts, found: &mut Found) -> Option<()> {
    is_real(found.get("kind")?).then_some(())
}

fn short(facts: &Facts, _: &mut Found) -> Option<()> {
    let code = facts.primary()?.marked();
    (!code.contains([' ', '-']) && code.chars().count() <= 30).then_some(())
}
