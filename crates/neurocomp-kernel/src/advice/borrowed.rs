//! What cannot be kept for the next cell: borrows, closures, unfinished chains of iterators.

use super::Says::Message;
use super::pattern::{Found, is_real, is_whole};
use super::{Facts, Row, row};
use crate::cell::source::Source;
use crate::language::Text;

const SHORT_LIVED: &[super::Says] = &[Message("`$name` does not live long enough")];
const OUTLIVES: &[super::Says] = &[Message(
    "closure may outlive the current function, but it borrows `$name`, which is owned by the current function",
)];
const CLOSURE_EN: &str = "A closure lives in one cell only: write a function, `fn $f(…) -> … { … }`, or put the closure and what uses it \
     between `{` and `}` in one cell.";
const CLOSURE_FR: &str = "Une fermeture ne vit que dans une cellule : écrivez une fonction, `fn $f(…) -> … { … }`, ou mettez la fermeture \
     et ce qui s'en sert entre `{` et `}` dans une même cellule.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0597",
        SHORT_LIVED,
        "`$kept` only borrows from `$name` (`&`), and a borrow ends with its cell: keep a copy, `$name.clone()`, or write `&$name` \
         where you need it.",
        "`$kept` ne fait qu'emprunter `$name` (`&`), et un emprunt finit avec sa cellule : gardez une copie, `$name.clone()`, ou \
         écrivez `&$name` là où vous en avez besoin.",
    )
    .when(a_whole_value),
    row(
        "E0597",
        SHORT_LIVED,
        "`$kept` only borrows from `$name`, and a borrow ends with its cell: leave the `&` out to keep the number itself.",
        "`$kept` ne fait qu'emprunter dans `$name`, et un emprunt finit avec sa cellule : enlevez le `&` pour garder le nombre \
         lui-même.",
    )
    .when(a_number),
    row(
        "E0597",
        SHORT_LIVED,
        "`$kept` only borrows from `$name`, and a borrow ends with its cell: write `$slice.to_vec()` to keep a copy.",
        "`$kept` ne fait qu'emprunter dans `$name`, et un emprunt finit avec sa cellule : écrivez `$slice.to_vec()` pour \
         garder une copie.",
    )
    .when(a_slice),
    row(
        "E0597",
        SHORT_LIVED,
        "`$kept` only borrows from `$name`, and a borrow ends with its cell: put `$how` at the end of the line to keep a copy.",
        "`$kept` ne fait qu'emprunter dans `$name`, et un emprunt finit avec sa cellule : mettez `$how` à la fin de la ligne \
         pour garder une copie.",
    )
    .when(something_to_copy),
    row(
        "E0597",
        SHORT_LIVED,
        "`$kept` only borrows from `$name`, and a borrow ends with its cell: put what uses `$kept` into the same cell, all of it \
         between `{` and `}`.",
        "`$kept` ne fait qu'emprunter dans `$name`, et un emprunt finit avec sa cellule : mettez ce qui se sert de `$kept` dans la \
         même cellule, le tout entre `{` et `}`.",
    )
    .when(is_kept),
    row(
        "E0716",
        &[Message("temporary value dropped while borrowed")],
        "`$kept` borrows (`&`) from a value that nobody keeps: leave the `&` out to keep the value itself.",
        "`$kept` emprunte (`&`) une valeur que personne ne garde : enlevez le `&` pour garder la valeur elle-même.",
    )
    .when(borrowed_by_a_sign),
    row(
        "E0716",
        &[Message("temporary value dropped while borrowed")],
        "`$kept` borrows from a value that nobody keeps: put `$how` at the end of the line to keep a copy.",
        "`$kept` emprunte une valeur que personne ne garde : mettez `$how` à la fin de la ligne pour garder une copie.",
    )
    .when(something_to_copy),
    row("E0373", OUTLIVES, CLOSURE_EN, CLOSURE_FR).when(a_kept_closure),
    row(
        "E0373",
        OUTLIVES,
        "The closure borrows `$name`, and a borrow ends with its cell: write `move` before the `|`, so that the closure takes \
         `$name` along.",
        "La fermeture emprunte `$name`, et un emprunt finit avec sa cellule : écrivez `move` devant le `|`, pour que la \
         fermeture emporte `$name`.",
    )
    .when(a_boxed_closure),
    row(
        "E0562",
        &[Message("`impl Trait` is not allowed in $_")],
        "`$kept` is a chain of steps that has not been run yet: end it with `$how`.",
        "`$kept` est une suite d'étapes qui n'a pas encore été exécutée : terminez-la par `$how`.",
    )
    .when(an_open_chain),
    row(
        "E0658",
        &[Message("the `!` type is experimental")],
        "Nothing tells yet what `$kept` will be: write its type down, for example `let $kept: f64 = todo!();`.",
        "Rien ne dit encore ce que sera `$kept` : écrivez son type, par exemple `let $kept: f64 = todo!();`.",
    )
    .when(a_value_to_come),
];

/// The line for a variable that holds a closure.
pub fn closure(name: &str) -> Text<String> {
    let mut found = Found::default();
    found.set("f", name);
    Text {
        en: found.fill(CLOSURE_EN).unwrap_or_default(),
        fr: found.fill(CLOSURE_FR).unwrap_or_default(),
    }
}

/// The variable for whose sake something must live on, and its type.
fn kept<'s>(facts: &Facts, source: &'s Source) -> Option<(&'s str, &'s str)> {
    facts
        .places
        .iter()
        .find_map(|place| source.kept(place.line))
}

fn is_kept(facts: &Facts, found: &mut Found) -> Option<()> {
    let (name, _) = kept(facts, facts.source)?;
    found.set("kept", name);
    Some(())
}

fn a_whole_value(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let marked = facts.primary()?.marked();
    (marked == format!("&{}", found.get("name")?)).then_some(())
}

fn a_boxed_closure(facts: &Facts, _: &mut Found) -> Option<()> {
    let (_, kind) = kept_for_a_note(facts)?;
    (kind.starts_with("Box<dyn ") && facts.primary()?.marked().starts_with('|')).then_some(())
}

fn a_slice(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let (_, slice) = facts
        .primary()?
        .text
        .trim()
        .strip_suffix(';')?
        .split_once("= &")?;
    found.set("slice", slice);
    (kind(facts)?.starts_with("&[") && slice.ends_with(']') && !slice.contains(' ')).then_some(())
}

fn a_number(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let number = kind(facts)?.strip_prefix('&')?;
    let is_number = is_real(number) || is_whole(number) || number == "bool";
    (is_number
        && facts
            .primary()?
            .text
            .contains(&format!("= &{}[", found.get("name")?)))
    .then_some(())
}

fn something_to_copy(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    found.set("how", copying(kind(facts)?)?);
    let line = facts.primary()?.text.trim();
    (line.ends_with(';') && line.matches(';').count() == 1).then_some(())
}

fn kind<'f>(facts: &Facts<'f>) -> Option<&'f str> {
    kept(facts, facts.source).map(|(_, kind)| kind)
}

/// What makes a value of its own from a borrow of this type, behind what made the borrow.
fn copying(kind: &str) -> Option<&'static str> {
    let begins_with = |steps: &[&str]| {
        steps
            .iter()
            .any(|step| kind.starts_with(&format!("std::iter::{step}<")))
    };
    if kind == "&str" {
        Some(".to_string()")
    } else if kind.starts_with("Option<&") {
        Some(".cloned()")
    } else if begins_with(&["Map"]) {
        Some(".collect::<Vec<_>>()")
    } else if kind.starts_with("std::slice::Iter<") {
        Some(".cloned().collect::<Vec<_>>()")
    } else if begins_with(&["Filter", "Rev", "Skip", "Take", "StepBy"]) {
        let is_over_a_list = kind.contains("std::slice::Iter<");
        Some(if is_over_a_list {
            ".cloned().collect::<Vec<_>>()"
        } else {
            ".collect::<Vec<_>>()"
        })
    } else {
        None
    }
}

fn borrowed_by_a_sign(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let place = facts.primary()?;
    place
        .text
        .contains(&format!("= &{}", place.marked()))
        .then_some(())
}

fn a_kept_closure(facts: &Facts, found: &mut Found) -> Option<()> {
    let (name, _) = kept_for_a_note(facts)?;
    let line = facts.primary()?.text.trim_start();
    let is_its_line = [format!("let {name} = |"), format!("let mut {name} = |")]
        .iter()
        .any(|start| line.starts_with(start));
    found.set("f", name);
    is_its_line.then_some(())
}

fn kept_for_a_note<'f>(facts: &Facts<'f>) -> Option<(&'f str, &'f str)> {
    facts
        .children
        .iter()
        .flat_map(|child| child.places())
        .find_map(|place| facts.source.kept(place.line))
}

fn an_open_chain(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    found.set("how", copying(kind(facts)?)?);
    kind(facts)?.contains("impl Fn").then_some(())
}

fn a_value_to_come(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    (kind(facts)? == "!").then_some(())
}
