//! What cannot be kept for the next cell: borrows, closures, unfinished chains of iterators.

use super::Says::Message;
use super::pattern::{Found, is_real, is_whole};
use super::{Facts, Row, row};
use crate::cell::kept::Obstacle;
use crate::cell::source::Source;
use crate::language::Text;

const SHORT_LIVED: &[super::Says] = &[Message("`$name` does not live long enough")];
const OUTLIVES: &[super::Says] = &[Message(
    "closure may outlive the current function, but it borrows `$name`, which is owned by the current function",
)];
const CLOSURE: Text = Text {
    en: "A closure lives in one cell only: write a function, `fn $f(…) -> … { … }`, or put the closure and what uses it \
     between `{` and `}` in one cell.",
    fr: "Une fermeture ne vit que dans une cellule : écrivez une fonction, `fn $f(…) -> … { … }`, ou mettez la fermeture \
     et ce qui s'en sert entre `{` et `}` dans une même cellule.",
};

const BORROWING_CLOSURE: Text = Text {
    en: "The closure borrows `$name`, and a borrow ends with its cell: write `move` before the `|`, so that the closure takes \
         `$name` along.",
    fr: "La fermeture emprunte `$name`, et un emprunt finit avec sa cellule : écrivez `move` devant le `|`, pour que la fermeture \
         emporte `$name`.",
};

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("E0597", SHORT_LIVED, BORROWING_CLOSURE.en, BORROWING_CLOSURE.fr).when(a_boxed_closure),
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
    row("E0373", OUTLIVES, CLOSURE.en, CLOSURE.fr).when(a_kept_closure),
];

const OPEN_CHAIN: Text = Text {
    en: "`$kept` is a chain of steps that has not been run yet: end it with `$how`.",
    fr: "`$kept` est une suite d'étapes qui n'a pas encore été exécutée : terminez-la par `$how`.",
};
const TO_COME: Text = Text {
    en: "Nothing tells yet what `$kept` will be: write its type down, for example `let $kept: f64 = todo!();`.",
    fr: "Rien ne dit encore ce que sera `$kept` : écrivez son type, par exemple `let $kept: f64 = todo!();`.",
};
const NAMELESS: Text = Text {
    en: "The type of `$kept` has no name that another cell could use: put `$kept` and what uses it between `{` and `}` in one cell.",
    fr: "Le type de `$kept` n'a pas de nom qu'une autre cellule pourrait employer : mettez `$kept` et ce qui s'en sert entre `{` et \
         `}` dans une même cellule.",
};
const FUTURE: Text = Text {
    en: "`$kept` is a future, which has not been run yet: write `.await` after what makes it, and `$kept` is its result.",
    fr: "`$kept` est une « future », pas encore exécutée : écrivez `.await` après ce qui la crée, et `$kept` en sera le résultat.",
};

/// The line for a variable that cannot be kept because of its type, which rustc has told.
pub fn not_kept(name: &str, kind: &str, obstacle: Obstacle) -> Text<String> {
    let mut found = Found::default();
    found.set("f", name);
    found.set("kept", name);
    let how = copying(kind);
    found.set("how", how.unwrap_or_default());
    let text = match obstacle {
        Obstacle::Closure => CLOSURE,
        Obstacle::OpenChain | Obstacle::Nameless if how.is_some() => OPEN_CHAIN,
        Obstacle::Nameless if is_future(kind) => FUTURE,
        Obstacle::ToCome => TO_COME,
        Obstacle::OpenChain | Obstacle::Nameless | Obstacle::Private => NAMELESS,
    };
    Text { en: found.fill(text.en).unwrap_or_default(), fr: found.fill(text.fr).unwrap_or_default() }
}

/// The variable for whose sake something must live on, and its type.
fn kept<'s>(facts: &Facts, source: &'s Source) -> Option<(&'s str, &'s str)> {
    facts.places.iter().find_map(|place| source.kept(place.line))
}

fn is_kept(facts: &Facts, found: &mut Found) -> Option<()> {
    let (name, _) = kept(facts, facts.source)?;
    found.set("kept", name);
    Some(())
}

fn a_whole_value(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let place = facts.primary()?;
    let marked = place.marked();
    let is_all = place.text.contains(&format!("= {marked}")); // not lent to a function
    (is_all && marked == format!("&{}", found.get("name")?)).then_some(())
}

fn a_boxed_closure(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let captured = facts.place_labelled("value captured here", &mut Found::default())?;
    (kind(facts)?.contains("dyn ") && captured.marked().starts_with('|')).then_some(())
}

fn a_slice(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let (_, slice) = facts.primary()?.text.trim().strip_suffix(';')?.split_once("= &")?;
    found.set("slice", slice);
    (kind(facts)?.starts_with("&[") && slice.ends_with(']') && !slice.contains(' ')).then_some(())
}

fn a_number(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let number = kind(facts)?.strip_prefix('&')?;
    let is_number = is_real(number) || is_whole(number) || number == "bool";
    (is_number && facts.primary()?.text.contains(&format!("= &{}[", found.get("name")?))).then_some(())
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

/// What to write after an expression that borrows this type, to get an owned value.
fn copying(kind: &str) -> Option<&'static str> {
    let kind = kind.trim_start_matches("std::iter::").trim_start_matches("std::option::");
    let begins_with = |steps: &[&str]| {
        let (adapter, _) = kind.split_once('<').unwrap_or_default();
        steps.contains(&adapter)
    };
    if hidden_trait(kind).is_some_and(|name| name.ends_with("Iterator")) {
        let is_over_borrows = kind.contains("Item = &");
        Some(if is_over_borrows { ".cloned().collect::<Vec<_>>()" } else { ".collect::<Vec<_>>()" })
    } else if kind == "&str" {
        Some(".to_string()")
    } else if kind.starts_with("Option<&") {
        Some(".cloned()")
    } else if begins_with(&["Map"]) {
        Some(".collect::<Vec<_>>()")
    } else if kind.starts_with("std::slice::Iter<") {
        Some(".cloned().collect::<Vec<_>>()")
    } else if begins_with(&["Filter", "Rev", "Skip", "Take", "StepBy"]) {
        let is_over_a_list = kind.contains("std::slice::Iter<");
        Some(if is_over_a_list { ".cloned().collect::<Vec<_>>()" } else { ".collect::<Vec<_>>()" })
    } else {
        None
    }
}

/// The first trait that `impl Trait` shows of a type, without its path.
fn hidden_trait(kind: &str) -> Option<&str> {
    let path = kind.strip_prefix("impl ")?.split(['<', ' ']).next()?;
    path.rsplit("::").next()
}

/// Whether only `.await` gives what it is for.
fn is_future(kind: &str) -> bool {
    hidden_trait(kind) == Some("Future")
        || ["{async block", "{async fn body"].iter().any(|start| kind.starts_with(start))
}

fn borrowed_by_a_sign(facts: &Facts, found: &mut Found) -> Option<()> {
    is_kept(facts, found)?;
    let place = facts.primary()?;
    place.text.contains(&format!("= &{}", place.marked())).then_some(())
}

fn a_kept_closure(facts: &Facts, found: &mut Found) -> Option<()> {
    let (name, _) = kept_for_a_note(facts)?;
    let line = facts.primary()?.text.trim_start();
    let is_its_line =
        [format!("let {name} = |"), format!("let mut {name} = |")].iter().any(|start| line.starts_with(start));
    found.set("f", name);
    is_its_line.then_some(())
}

fn kept_for_a_note<'f>(facts: &Facts<'f>) -> Option<(&'f str, &'f str)> {
    facts.children.iter().flat_map(|child| child.places()).find_map(|place| facts.source.kept(place.line))
}
