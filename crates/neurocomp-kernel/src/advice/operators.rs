//! Calculations that do not go together: E0277 and E0369 of operators, powers, signs.

use super::Says::{Child, Line, Message, Somewhere};
use super::operands::Operands;
use super::pattern::{Found, is_array, is_name, is_real, is_whole, is_whole_literal, matches};
use super::{Facts, Row, row};

const SIDES: [&str; 10] = [
    "cannot add `$b` to `$a`",
    "cannot subtract `$b` from `$a`",
    "cannot multiply `$a` by `$b`",
    "cannot divide `$a` by `$b`",
    "cannot calculate the remainder of `$a` divided by `$b`",
    "cannot add-assign `$b` to `$a`",
    "cannot subtract-assign `$b` from `$a`",
    "cannot multiply-assign `$a` by `$b`",
    "cannot divide-assign `$a` by `$b`",
    "can't compare `$a` with `$b`",
];

const ANY: &[super::Says] = &[];
const LITERAL_EN: &str = "Real numbers and whole numbers do not mix: write `$new` instead of `$old`.";
const LITERAL_FR: &str =
    "Les nombres réels et les nombres entiers ne se mélangent pas : écrivez `$new` au lieu de `$old`.";
const WHOLE_ARRAY_EN: &str = "This array holds whole numbers, and they do not mix with real ones: make it of real numbers (`2.0` instead of `2`).";
const WHOLE_ARRAY_FR: &str = "Ce tableau contient des nombres entiers, qui ne se mélangent pas avec des réels : créez-le avec des réels (`2.0` au lieu \
     de `2`).";
const MIXED_EN: &str = "Real numbers and whole numbers do not mix: write `as f64` after the whole one, or a point if it is written out (`2.0`).";
const MIXED_FR: &str = "Les nombres réels et les nombres entiers ne se mélangent pas : écrivez `as f64` derrière l'entier, ou un point s'il est \
     écrit en chiffres (`2.0`).";
const KINDS_EN: &str =
    "`$a` and `$b` are different kinds of whole numbers: write `as $a` after the one that is a `$b`.";
const KINDS_FR: &str =
    "`$a` et `$b` sont deux sortes différentes d'entiers : écrivez `as $a` derrière celui qui est un `$b`.";
const REFERENCE_EN: &str =
    "A `&` is in the way: write `*` before the name to get the number itself (`**` where it is `&&`).";
const REFERENCE_FR: &str =
    "Un `&` fait obstacle : écrivez `*` devant le nom pour obtenir le nombre lui-même (`**` si c'est `&&`).";
const NOTHING_EN: &str =
    "One side has no value, only `()`: a function gives one back by `-> …` and a last line without `;`.";
const NOTHING_FR: &str =
    "Un côté n'a pas de valeur, seulement `()` : une fonction en rend une par `-> …` et une dernière ligne sans `;`.";
const OPTION_EN: &str = "An `Option` may hold no number: take the number out first, `$operand.unwrap()`.";
const OPTION_FR: &str = "Une `Option` peut ne contenir aucun nombre : sortez d'abord le nombre, `$operand.unwrap()`.";
const MAYBE_EN: &str = "One side is an `Option`, which may hold no number: take the number out first, by `?` in a function that gives back an `Option`, or by `.unwrap()`.";
const MAYBE_FR: &str = "Un des côtés est une `Option`, qui peut ne contenir aucun nombre : sortez d'abord le nombre, par `?` dans une fonction qui rend une `Option`, ou par `.unwrap()`.";
const LISTS_EN: &str = "`+` does not add two `Vec`: number by number it is `Array1::from($l) + Array1::from($r)`, one after the other `[$l, $r].concat()`.";
const LISTS_FR: &str = "`+` n'additionne pas deux `Vec` : nombre par nombre, c'est `Array1::from($l) + Array1::from($r)` ; l'un à la suite de l'autre, \
     `[$l, $r].concat()`.";
const LIST_EN: &str = "A `Vec` is a list, and one does not calculate with it as a whole: make an array of it, `Array1::from(…)`, or go through it by \
     `.iter().map(…)`.";
const LIST_FR: &str = "Un `Vec` est une liste, avec laquelle on ne calcule pas en bloc : faites-en un tableau, `Array1::from(…)`, ou parcourez-la par \
     `.iter().map(…)`.";
const TEXTS_EN: &str = "Texts are not joined by `+` here: write `format!(\"{}{}\", $l, $r)`.";
const TEXTS_FR: &str = "Ici, `+` ne joint pas les textes : écrivez `format!(\"{}{}\", $l, $r)`.";

const XOR: &[super::Says] = &[Message("no implementation for `$real ^ $_`")];
const POWER_EN: &str = "`^` is not a power in Rust: write `$power`.";
const POWER_FR: &str = "`^` n'est pas une puissance en Rust : écrivez `$power`.";
const POWERS_EN: &str =
    "`^` is not a power in Rust: write `.powi(2)` after the number, or `.powf(0.5)` if the exponent is not whole.";
const POWERS_FR: &str = "`^` n'est pas une puissance en Rust : écrivez `.powi(2)` derrière le nombre, ou `.powf(0.5)` si l'exposant n'est \
     pas entier.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("E0277", ANY, WHOLE_ARRAY_EN, WHOLE_ARRAY_FR).when(an_array_of_whole_numbers),
    row("E0277", ANY, LITERAL_EN, LITERAL_FR).when(a_whole_literal),
    row("E0277", ANY, LITERAL_EN, LITERAL_FR).when(a_whole_operand),
    row(
        "E0277",
        ANY,
        "The variable left of the sign holds a whole number: make it real where it is made, `0.0` instead of `0`.",
        "La variable à gauche du signe contient un entier : faites-en un réel là où elle est créée, `0.0` au lieu de `0`.",
    )
    .when(a_whole_variable_grows),
    row("E0277", ANY, MIXED_EN, MIXED_FR).when(real_and_whole),
    row("E0277", ANY, KINDS_EN, KINDS_FR).when(two_kinds_of_whole),
    row("E0277", ANY, REFERENCE_EN, REFERENCE_FR).when(a_reference_to_a_number),
    row("E0369", ANY, REFERENCE_EN, REFERENCE_FR).when(a_reference_to_a_number),
    row("E0277", ANY, NOTHING_EN, NOTHING_FR).when(no_value),
    row("E0369", ANY, NOTHING_EN, NOTHING_FR).when(no_value),
    row("E0277", ANY, LIST_EN, LIST_FR).when(a_list),
    row("E0369", ANY, LISTS_EN, LISTS_FR).when(two_lists),
    row("E0369", ANY, LIST_EN, LIST_FR).when(a_list),
    row("E0369", ANY, OPTION_EN, OPTION_FR).when(an_option),
    row("E0277", ANY, OPTION_EN, OPTION_FR).when(an_option_on_the_right),
    row("E0277", ANY, MAYBE_EN, MAYBE_FR).when(any_option),
    row("E0369", ANY, TEXTS_EN, TEXTS_FR).when(texts),
    row("E0277", XOR, POWER_EN, POWER_FR).when(a_power),
    row("E0277", XOR, POWERS_EN, POWERS_FR),
    row(
        "E0614",
        &[Message("type `$_` cannot be dereferenced"), Line("$_**$_")],
        "`**` is not a power in Rust: write `.powi(2)` after the number, or `.powf(0.5)` if the exponent is not whole.",
        "`**` n'est pas une puissance en Rust : écrivez `.powi(2)` derrière le nombre, ou `.powf(0.5)` si l'exposant n'est pas \
         entier.",
    )
    .when(a_number_before_the_stars),
    row(
        "E0369",
        &[
            Message("binary operation `$op` cannot be applied to type `$name`"),
            Child("consider annotating `$name` with `#[derive($how)]`"),
        ],
        "`$op` does not know how to compare two `$name`: write `#[derive($how)]` above `struct $name`.",
        "`$op` ne sait pas comparer deux `$name` : écrivez `#[derive($how)]` au-dessus de `struct $name`.",
    ),
    row(
        "E0600",
        &[Message("cannot apply unary operator `-` to type `$int`")],
        "A `$int` is never negative: use `i32` for whole numbers with a sign, or `f64`.",
        "Un `$int` n'est jamais négatif : prenez `i32` pour des entiers avec un signe, ou `f64`.",
    ),
    row(
        "E0277",
        &[Message("the trait bound `Vec<$_>: ScalarOperand` is not satisfied")],
        "An array calculates with numbers and arrays, not with a `Vec`: make an array of it, `Array1::from(…)`.",
        "Un tableau calcule avec des nombres et des tableaux, pas avec un `Vec` : faites-en un tableau, `Array1::from(…)`.",
    ),
    row(
        "E0070",
        &[Message("invalid left-hand side of assignment"), Somewhere("cannot assign to this expression")],
        "The name is on the left of `=`, its new value on the right; to compare, write `==`.",
        "Le nom est à gauche du `=`, et sa nouvelle valeur à droite ; pour comparer, écrivez `==`.",
    ),
];

/// The types of both sides.
fn sides(facts: &Facts) -> Option<(String, String)> {
    let mut found = Found::default();
    SIDES.iter().any(|pattern| matches(pattern, facts.message, &mut found)).then_some(())?;
    Some((found.get("a")?.to_owned(), found.get("b")?.to_owned()))
}

/// Whether the whole number is on the left; `None` if not exactly one side is real and the other whole.
fn whole_is_left(facts: &Facts) -> Option<bool> {
    let (a, b) = sides(facts)?;
    let is_real = |kind: &str| is_real(kind) || is_array(kind.trim_start_matches('&')) && kind.ends_with("<f64>");
    if is_whole(&a) && is_real(&b) { Some(true) } else { (is_real(&a) && is_whole(&b)).then_some(false) }
}

fn whole_operand(facts: &Facts) -> Option<String> {
    let operands = Operands::around(facts.primary()?);
    if whole_is_left(facts)? { operands.left } else { operands.right }
}

fn a_whole_literal(facts: &Facts, found: &mut Found) -> Option<()> {
    let old = whole_operand(facts)?;
    is_whole_literal(&old).then_some(())?;
    found.set("new", format!("{old}.0"));
    found.set("old", old);
    Some(())
}

fn a_whole_variable_grows(facts: &Facts, _: &mut Found) -> Option<()> {
    let is_assignment = facts.message.contains("-assign ");
    (is_assignment && whole_is_left(facts)?).then_some(())
}

fn a_whole_operand(facts: &Facts, found: &mut Found) -> Option<()> {
    a_whole_variable_grows(facts, found).is_none().then_some(())?;
    let old = whole_operand(facts)?;
    (!old.starts_with(|c: char| c.is_ascii_digit())).then_some(())?;
    found.set("new", format!("{old} as f64"));
    found.set("old", old);
    Some(())
}

fn real_and_whole(facts: &Facts, _: &mut Found) -> Option<()> {
    whole_is_left(facts).map(drop)
}

fn an_array_of_whole_numbers(facts: &Facts, _: &mut Found) -> Option<()> {
    whole_is_left(facts)?;
    facts
        .children
        .iter()
        .any(|child| {
            let elements = "required for `$_Array$_<$int>` to implement `$_`";
            matches(elements, &child.message, &mut Found::default())
        })
        .then_some(())
}

fn two_kinds_of_whole(facts: &Facts, found: &mut Found) -> Option<()> {
    let (a, b) = sides(facts)?;
    let is_named = |kind: &str| is_whole(kind) && !kind.starts_with('{');
    (is_named(&a) && is_named(&b) && a != b).then_some(())?;
    found.set("a", a);
    found.set("b", b);
    Some(())
}

fn a_reference_to_a_number(facts: &Facts, _: &mut Found) -> Option<()> {
    let (a, b) = sides(facts)?;
    let is_number = |kind: &str| {
        let kind = kind.trim_start_matches('&');
        is_whole(kind) || is_real(kind)
    };
    (is_number(&a) && is_number(&b) && (a.starts_with('&') || b.starts_with('&'))).then_some(())
}

fn no_value(facts: &Facts, _: &mut Found) -> Option<()> {
    let (a, b) = sides(facts)?;
    (a == "()" || b == "()").then_some(())
}

fn is_list(kind: &str) -> bool {
    kind.trim_start_matches('&').starts_with("Vec<")
}

fn a_list(facts: &Facts, _: &mut Found) -> Option<()> {
    let (a, b) = sides(facts)?;
    let is_array = facts.children.iter().any(|child| child.message.contains("Array"));
    ((is_list(&a) || is_list(&b)) && !is_array).then_some(())
}

fn two_lists(facts: &Facts, found: &mut Found) -> Option<()> {
    let (a, b) = sides(facts)?;
    let operands = Operands::around(facts.primary()?);
    let (left, right) = (operands.left?, operands.right?);
    (a.starts_with("Vec<") && a == b && facts.message.starts_with("cannot add") && is_name(&left) && is_name(&right))
        .then_some(())?;
    found.set("l", left);
    found.set("r", right);
    Some(())
}

fn an_option(facts: &Facts, found: &mut Found) -> Option<()> {
    sides(facts)?;
    let number = "Option<$number>";
    let place = facts.place_labelled(number, found)?;
    let is_number = found.get("number").is_some_and(|kind| is_real(kind) || is_whole(kind));
    let operand = place.marked();
    let is_simple = !operand.contains([' ', '\n']) && operand.chars().count() <= 50;
    found.set("operand", operand);
    (is_number && is_simple).then_some(())
}

fn any_option(facts: &Facts, _: &mut Found) -> Option<()> {
    let (a, b) = sides(facts)?;
    (a.starts_with("Option<") || b.starts_with("Option<")).then_some(())
}

fn an_option_on_the_right(facts: &Facts, found: &mut Found) -> Option<()> {
    let (_, b) = sides(facts)?;
    let operand = Operands::around(facts.primary()?).right?;
    found.set("operand", operand);
    (b.starts_with("Option<") && facts.source.is_in_body(facts.primary()?.line)).then_some(())
}

fn texts(facts: &Facts, found: &mut Found) -> Option<()> {
    let (a, _) = sides(facts)?;
    (a == "&str" && facts.message.starts_with("cannot add")).then_some(())?;
    let operands = facts.places.iter().filter(|place| !place.is_primary).map(|place| place.marked());
    let operands: Vec<String> = operands.filter(|code| code.chars().count() <= 25).collect();
    let [left, right] = &operands[..] else {
        return None;
    };
    found.set("l", left.as_str());
    found.set("r", right.as_str());
    Some(())
}

/// Otherwise they go twice from a reference to its value.
fn a_number_before_the_stars(facts: &Facts, _: &mut Found) -> Option<()> {
    let place = facts.primary()?;
    let before = place.before();
    let before = before.strip_suffix('*')?.trim_end();
    before.ends_with(|c: char| c.is_alphanumeric() || "_.)]".contains(c)).then_some(())
}

fn a_power(facts: &Facts, found: &mut Found) -> Option<()> {
    let operands = Operands::around(facts.primary()?);
    let (base, exponent) = (operands.left?, operands.right?);
    let power = if is_whole_literal(&exponent) {
        format!("{base}.powi({exponent})")
    } else {
        let is_number = exponent.parse::<f64>().is_ok();
        is_number.then(|| format!("{base}.powf({exponent})"))?
    };
    found.set("power", power);
    (is_name(&base)).then_some(())
}
