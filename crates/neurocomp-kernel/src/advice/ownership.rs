//! `mut`, moves, and borrows inside a cell.

use super::Says::{Here, Marked, Message, Somewhere};
use super::pattern::{Found, matches};
use super::{Facts, Row, row, shortened};
use crate::cell::diagnostic::Place;

const TWICE: &[super::Says] = &[Message("cannot assign twice to immutable variable `$name`")];
const ARGUMENT: &[super::Says] = &[Message("cannot assign to immutable argument `$name`")];
const NOT_MUTABLE: &[super::Says] = &[Message("cannot borrow `$name` as mutable, as it is not declared as mutable")];
const PART_NOT_MUTABLE: &[super::Says] = &[Message("cannot assign to `$_`, as `$name` is not declared as mutable")];

const EARLIER_EN: &str =
    "`$name` was made without `mut`: write `let mut $name = …` in the cell that makes it, and run that cell again.";
const EARLIER_FR: &str = "`$name` a été créée sans `mut` : écrivez `let mut $name = …` dans la cellule qui la crée, puis \
     réexécutez cette cellule.";
const HERE_EN: &str = "`$name` was made without `mut`: write `let mut $name = …` where it is made.";
const HERE_FR: &str = "`$name` a été créée sans `mut` : écrivez `let mut $name = …` là où elle est créée.";
const ARGUMENT_EN: &str = "`$name` is an argument of the function, and an argument does not change: write `mut $name` in the list \
     of arguments, or make a variable of its own by `let mut`.";
const ARGUMENT_FR: &str = "`$name` est un argument de la fonction, et un argument ne change pas : écrivez `mut $name` dans la \
     liste des arguments, ou créez une variable par `let mut`.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("E0384", ARGUMENT, ARGUMENT_EN, ARGUMENT_FR),
    row("E0384", TWICE, EARLIER_EN, EARLIER_FR).when(made_in_an_earlier_cell),
    row("E0384", TWICE, HERE_EN, HERE_FR).when(made_by_let),
    row(
        "E0384",
        TWICE,
        "The loop gives `$name` its values: to change something, make a variable before the loop by `let mut`.",
        "C'est la boucle qui donne ses valeurs à `$name` : pour modifier quelque chose, créez une variable avant la \
         boucle par `let mut`.",
    )
    .when(made_by_a_loop),
    row("E0596", NOT_MUTABLE, EARLIER_EN, EARLIER_FR).when(made_in_an_earlier_cell),
    row("E0596", NOT_MUTABLE, HERE_EN, HERE_FR).when(made_by_let),
    row("E0596", NOT_MUTABLE, ARGUMENT_EN, ARGUMENT_FR).when(made_as_argument),
    row("E0594", PART_NOT_MUTABLE, EARLIER_EN, EARLIER_FR).when(made_in_an_earlier_cell),
    row("E0594", PART_NOT_MUTABLE, HERE_EN, HERE_FR).when(made_by_let),
    row("E0594", PART_NOT_MUTABLE, ARGUMENT_EN, ARGUMENT_FR).when(made_as_argument),
    row(
        "E0594",
        &[Message("cannot assign to `$_`, which is behind a `&` reference"), Somewhere("this iterator yields `&` references")],
        "This loop only reads the elements: to change them, write `for … in &mut …`, or `.iter_mut()` instead of `.iter()`.",
        "Cette boucle ne fait que lire les éléments : pour les modifier, écrivez `for … in &mut …`, ou `.iter_mut()` au lieu \
         de `.iter()`.",
    ),
    row(
        "E0596",
        &[
            Message("cannot borrow `$_` as mutable, as it is behind a `&` reference"),
            Here("`$name` is a `&` reference, so it cannot be borrowed as mutable"),
        ],
        "The function may only read `$name` (`&`): to change it, write `&mut` in the list of arguments, and `&mut` in the call.",
        "La fonction ne peut que lire `$name` (`&`) : pour la modifier, écrivez `&mut` dans la liste des arguments, et `&mut` \
         dans l'appel.",
    )
    .when(made_as_argument),
    // Moves.
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`"), Somewhere("`$name` moved due to this implicit call to `.into_iter()`$_")],
        "The loop takes `$name` away: write `in &$name` to go through it and keep it.",
        "La boucle emporte `$name` : écrivez `in &$name` pour la parcourir et la garder.",
    ),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`"), Somewhere("value moved$_, in previous iteration of loop")],
        "The first turn of the loop gives `$name` away, and nothing is left for the next: write `$name.clone()` inside the \
         loop, or `&$name` if the function only reads it.",
        "Le premier tour de la boucle donne `$name`, et il ne reste rien pour le suivant : écrivez `$name.clone()` dans la \
         boucle, ou `&$name` si la fonction ne fait que la lire.",
    ),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`"), Somewhere("value moved into closure here")],
        "The closure takes `$name` away: give it a copy, made before by `let copy = $name.clone();`.",
        "La fermeture emporte `$name` : donnez-lui une copie, créée avant par `let copie = $name.clone();`.",
    ),
    row(
        "E0382",
        &[
            Message("$_ of moved value: `$name`"),
            Somewhere("`$name` moved due to usage in operator"),
            Somewhere("move occurs because `$name` has type `Array$_`, which does not implement the `Copy` trait"),
        ],
        "The calculation uses `$name` up: write `&$name` in it to keep the array.",
        "Le calcul consomme `$name` : écrivez-y `&$name` pour garder le tableau.",
    ),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`"), Somewhere("`$name` moved due to usage in operator")],
        "The operator uses `$name` up: write `$name.clone()` there to keep it.",
        "L'opérateur consomme `$name` : écrivez-y `$name.clone()` pour la garder.",
    ),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`")],
        "`into_iter()` uses `$name` up: `$name.iter()` goes through it and leaves it there.",
        "`into_iter()` consomme `$name` : `$name.iter()` la parcourt et la laisse en place.",
    )
    .when(moved_by_into_iter),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`")],
        "`$method` uses `$name` up: write `$name.clone().$method` to keep it.",
        "`$method` consomme `$name` : écrivez `$name.clone().$method` pour la garder.",
    )
    .when(moved_by_method),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`")],
        "`$by` gives the value of `$name` away: write `$name.clone()` there to have both.",
        "`$by` donne la valeur de `$name` : écrivez-y `$name.clone()` pour avoir les deux.",
    )
    .when(moved_by_let),
    row(
        "E0382",
        &[Message("$_ of moved value: `$name`")],
        "`$by` gives `$name` away: write `$name.clone()` there, or `&$name` if the function only reads it (`&` in its list of \
         arguments).",
        "`$by` donne `$name` : écrivez-y `$name.clone()`, ou `&$name` si la fonction ne fait que la lire (`&` dans sa liste \
         d'arguments).",
    )
    .when(moved_by_call),
    row(
        "E0507",
        &[Message("cannot move out of index of `$_`"), Marked("$part")],
        "An element cannot be taken out of the list like this: write `$part.clone()` for a copy of it.",
        "On ne peut pas sortir ainsi un élément de la liste : écrivez `$part.clone()` pour en avoir une copie.",
    ),
    // Borrows.
    row(
        "E0499",
        &[Message("cannot borrow `$name` as mutable more than once at a time")],
        "There may be only one `&mut $name` at a time: finish with the first before you make the second.",
        "Il ne peut y avoir qu'un seul `&mut $name` à la fois : terminez avec le premier avant de créer le second.",
    ),
    row(
        "E0502",
        &[Message("cannot borrow `$name` as mutable because it is also borrowed as immutable")],
        "The loop is reading `$name`, which must not change meanwhile: collect what is new in another `Vec`, and add it after \
         the loop.",
        "La boucle est en train de lire `$name`, qui ne doit pas changer pendant ce temps : rassemblez ce qui est nouveau \
         dans un autre `Vec`, et ajoutez-le après la boucle.",
    )
    .when(read_by_a_loop),
    row(
        "E0502",
        &[Message("cannot borrow `$name` as mutable because it is also borrowed as immutable")],
        "`$name` cannot change while a `&` to it is still in use: keep a copy instead of the `&`, or change `$name` before.",
        "`$name` ne peut pas changer tant qu'un `&` vers elle sert encore : gardez une copie au lieu du `&`, ou modifiez \
         `$name` avant.",
    ),
    row(
        "E0502",
        &[Message("cannot borrow `$name` as immutable because it is also borrowed as mutable")],
        "`$name` cannot be read while a `&mut $name` is still in use: finish with the `&mut` first.",
        "`$name` ne peut pas être lue tant qu'un `&mut $name` sert encore : terminez d'abord avec le `&mut`.",
    ),
    row(
        "E0506",
        &[Message("cannot assign to `$name` because it is borrowed")],
        "`$name` cannot change while a `&` to it is still in use: keep a copy instead of the `&`, or change `$name` before.",
        "`$name` ne peut pas changer tant qu'un `&` vers elle sert encore : gardez une copie au lieu du `&`, ou modifiez \
         `$name` avant.",
    ),
    row(
        "E0505",
        &[Message("cannot move out of `$name` because it is borrowed")],
        "`$name` cannot be given away while a `&` to it is still in use: give `$name.clone()`.",
        "`$name` ne peut pas être donnée tant qu'un `&` vers elle sert encore : donnez `$name.clone()`.",
    ),
];

/// Where the variable was made that should have been `mut`.
fn maker(facts: &Facts, found: &Found) -> Option<Place> {
    let first = facts.place_labelled("first assignment to `$name`", &mut found.clone());
    first.cloned().or_else(|| {
        ["consider changing this to be mutable", "consider changing this to be a mutable reference"]
            .iter()
            .find_map(|message| facts.place_of_proposal(message))
    })
}

fn made_in_an_earlier_cell(facts: &Facts, found: &mut Found) -> Option<()> {
    let maker = maker(facts, found)?;
    let is_loaded = !facts.source.is_students(maker.line) && maker.text.contains("take_variable");
    let is_argument_of_check = facts.source.stored.iter().any(|name| Some(name.as_str()) == found.get("name"));
    (is_loaded || is_argument_of_check && !facts.source.is_students(maker.line)).then_some(())
}

fn made_by_let(facts: &Facts, found: &mut Found) -> Option<()> {
    let maker = maker(facts, found)?;
    let name = found.get("name")?;
    let before = maker.before();
    let behind = maker.rest();
    let is_let = before.trim_end().ends_with("let") && behind.starts_with(name);
    (facts.source.is_students(maker.line) && is_let).then_some(())
}

fn made_by_a_loop(facts: &Facts, found: &mut Found) -> Option<()> {
    let maker = maker(facts, found)?;
    let before = maker.before();
    before.trim_end().ends_with("for").then_some(())
}

fn made_as_argument(facts: &Facts, found: &mut Found) -> Option<()> {
    let maker = maker(facts, found)?;
    let before = maker.before();
    let is_in_list = before.contains("fn ") && !before.contains('{') && !before.contains('|');
    is_in_list.then_some(())
}

/// The place that moved the variable, with what rustc says of it.
fn mover<'f>(facts: &'f Facts, pattern: &str, found: &Found) -> Option<&'f Place> {
    let place = facts.place_labelled(pattern, &mut found.clone())?;
    facts.source.is_students(place.line).then_some(place)
}

fn moved_by_into_iter(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = mover(facts, "`$name` moved due to this method call$_", found)?;
    (place.marked() == "into_iter()").then_some(())
}

fn moved_by_method(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = mover(facts, "`$name` moved due to this method call$_", found)?;
    let is_on_the_name = place.text.contains(&format!("{}.{}", found.get("name")?, place.marked()));
    found.set("method", place.marked());
    is_on_the_name.then_some(())
}

fn moved_by_let(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = mover(facts, "value moved here", found)?;
    let mut copy = found.clone();
    matches("let $_ = $name;", place.text.trim(), &mut copy).then_some(())?;
    found.set("by", place.text.trim());
    Some(())
}

fn moved_by_call(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = mover(facts, "value moved here", found)?;
    let before = place.before();
    // After an opening parenthesis or a comma: an argument. Elsewhere the message is clear without the line.
    before.trim_end().ends_with(['(', ',']).then_some(())?;
    found.set("by", shortened(&place.text));
    Some(())
}

fn read_by_a_loop(facts: &Facts, _: &mut Found) -> Option<()> {
    let place = facts.place_labelled("immutable borrow later used here", &mut Found::default())?;
    let before = place.before();
    before.trim_end().ends_with(" in").then_some(())
}
