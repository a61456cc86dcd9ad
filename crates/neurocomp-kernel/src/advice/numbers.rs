//! Numbers and references to them where another kind of number is wanted: E0308.

use super::Says::{Here, Somewhere};
use super::pattern::{Found, is_name, is_real, is_whole, is_whole_literal};
use super::{Facts, Row, row, shortened};

const REAL_WANTED: &[super::Says] = &[Here("expected $real, found $int")];
const WHOLE_WANTED: &[super::Says] = &[Here("expected $int, found $real")];

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0308",
        &[Here("expected $real, found `&str`"), Somewhere("arguments to this $_ are incorrect")],
        "A number is wanted here, and this is a text: `$here.parse::<f64>().unwrap()` reads the number in it.",
        "Il faut ici un nombre, et ceci est un texte : `$here.parse::<f64>().unwrap()` y lit le nombre.",
    ),
    row(
        "E0308",
        REAL_WANTED,
        "A real number is wanted here, with a point: write `$here.0` instead of `$here`.",
        "Il faut ici un nombre réel, avec un point : écrivez `$here.0` au lieu de `$here`.",
    )
    .when(a_whole_literal),
    row(
        "E0308",
        REAL_WANTED,
        "A real number (`f64`) is wanted here, and this one is whole: write `$here as f64`.",
        "Il faut ici un nombre réel (`f64`), et celui-ci est entier : écrivez `$here as f64`.",
    )
    .when(a_simple_value),
    row(
        "E0308",
        REAL_WANTED,
        "A real number (`f64`) is wanted here, and `/` between whole numbers drops the decimals: make each number real first, $each.",
        "Il faut ici un nombre réel (`f64`), et `/` entre entiers supprime les décimales : rendez d'abord chaque nombre réel, $each.",
    )
    .when(a_division_of_whole_numbers),
    row(
        "E0308",
        REAL_WANTED,
        "A real number (`f64`) is wanted here, and this one is whole: write `($here) as f64`.",
        "Il faut ici un nombre réel (`f64`), et celui-ci est entier : écrivez `($here) as f64`.",
    )
    .when(a_short_value),
    row(
        "E0308",
        &[Here("expected `i32`, found $real"), Somewhere("arguments to this method are incorrect")],
        "`powi` takes a whole exponent: write `powi($whole)`, or `powf($here)` for any real one.",
        "`powi` prend un exposant entier : écrivez `powi($whole)`, ou `powf($here)` pour un réel quelconque.",
    )
    .when(a_real_exponent),
    row(
        "E0308",
        &[Here("expected integer, found $real")],
        "Whole and real numbers are mixed here: write all of them with a point, as in `2.0`.",
        "Des nombres entiers et réels sont mélangés ici : écrivez-les tous avec un point, comme `2.0`.",
    ),
    row(
        "E0308",
        WHOLE_WANTED,
        "A whole number is wanted here, without a point: write `$whole` instead of `$here`.",
        "Il faut ici un nombre entier, sans point : écrivez `$whole` au lieu de `$here`.",
    )
    .when(a_whole_number_with_a_point),
    row(
        "E0308",
        WHOLE_WANTED,
        "`$left` is a whole number (`$int`) and is compared with a real one: write `$left as f64`.",
        "`$left` est un nombre entier (`$int`), comparé ici à un réel : écrivez `$left as f64`.",
    )
    .when(compared_with_a_whole_number),
    row(
        "E0308",
        WHOLE_WANTED,
        "A whole number (`$int`) is wanted here, and this one is real: write `$here as $int`, which cuts the decimals off.",
        "Il faut ici un nombre entier (`$int`), et celui-ci est réel : écrivez `$here as $int`, qui coupe les décimales.",
    )
    .when(a_named_kind_and_a_simple_value),
    row(
        "E0308",
        WHOLE_WANTED,
        "A whole number (`$int`) is wanted here, and this one is real: write `($here) as $int`, which cuts the decimals off.",
        "Il faut ici un nombre entier (`$int`), et celui-ci est réel : écrivez `($here) as $int`, qui coupe les décimales.",
    )
    .when(a_named_kind_and_any_value),
    row(
        "E0308",
        &[Here("expected `$int`, found `$int2`")],
        "`$int2` and `$int` are different kinds of whole numbers: write `$here as $int`.",
        "`$int2` et `$int` sont deux sortes différentes d'entiers : écrivez `$here as $int`.",
    )
    .when(a_simple_value),
    row(
        "E0308",
        &[Here("expected $want, found $got")],
        "`$here` is only a reference (`&`) to the number: write `*$here`.",
        "`$here` n'est qu'une référence (`&`) au nombre : écrivez `*$here`.",
    )
    .when(a_name_of_a_reference),
    row(
        "E0308",
        &[Here("expected $want, found $got")],
        "The number itself is wanted here: leave the `&` out, `$number`.",
        "Il faut ici le nombre lui-même : enlevez le `&`, `$number`.",
    )
    .when(a_sign_too_much),
    row(
        "E0308",
        &[Here("expected $want, found $got")],
        "The other side is only a reference (`&`) to a number: write `*` before its name, or `**` where it is `&&`.",
        "L'autre côté n'est qu'une référence (`&`) à un nombre : écrivez `*` devant son nom, ou `**` si c'est `&&`.",
    )
    .when(compared_with_a_reference),
];

fn marked(facts: &Facts) -> Option<String> {
    facts.primary().map(|place| place.marked())
}

fn a_whole_literal(facts: &Facts, _: &mut Found) -> Option<()> {
    let code = marked(facts)?;
    is_whole_literal(code.strip_prefix('-').unwrap_or(&code)).then_some(())
}

/// A name, a call or an element: `as` after it needs no parentheses.
fn a_simple_value(facts: &Facts, _: &mut Found) -> Option<()> {
    let code = marked(facts)?;
    let is_plain = |c: char| c.is_alphanumeric() || "_.()[]&:".contains(c);
    let is_operand = !code.starts_with(['(', '[', '&', '{']) && !code.starts_with(|c: char| c.is_ascii_digit());
    (is_operand && code.chars().all(is_plain) && code.chars().count() <= 40).then_some(())
}

fn a_short_value(facts: &Facts, _: &mut Found) -> Option<()> {
    let code = marked(facts)?;
    let is_calculation = code.contains(['+', '-', '*', '/', '%']) && !code.contains(['{', ';', '"', '=', '|']);
    (is_calculation && code.chars().count() <= 40).then_some(())
}

/// `spikes / duration * 1000`, of which `as f64` would convert only the result.
fn a_division_of_whole_numbers(facts: &Facts, found: &mut Found) -> Option<()> {
    let code = marked(facts)?;
    let operands: Vec<&str> = code.split(['/', '*', '+', '-', '%', '(', ')']).map(str::trim).collect();
    let names = operands.iter().filter(|operand| is_name(operand)).map(|name| format!("`{name} as f64`"));
    let literals = operands.iter().filter(|operand| is_whole_literal(operand)).map(|number| format!("`{number}.0`"));
    let mut each: Vec<String> = names.chain(literals).collect();
    each.dedup();
    found.set("each", each.join(", "));
    let is_plain = operands.iter().all(|operand| operand.is_empty() || is_name(operand) || is_whole_literal(operand));
    (code.contains('/') && is_plain && (1..=4).contains(&each.len())).then_some(())
}

/// `2.0`, which can be written `2`.
fn a_whole_number_with_a_point(facts: &Facts, found: &mut Found) -> Option<()> {
    let code = marked(facts)?;
    let (whole, decimals) = code.split_once('.')?;
    found.set("whole", whole);
    (is_whole_literal(whole) && decimals.chars().all(|c| c == '0')).then_some(())
}

fn a_real_exponent(facts: &Facts, found: &mut Found) -> Option<()> {
    let method = facts.place_labelled("arguments to this method are incorrect", &mut Found::default())?;
    (method.marked() == "powi").then_some(())?;
    a_whole_number_with_a_point(facts, found)
}

fn compared_with_a_whole_number(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = facts.place_labelled("expected because this is `$int`", found)?;
    found.set("left", place.marked());
    is_name(&place.marked()).then_some(())
}

fn a_named_kind_and_a_simple_value(facts: &Facts, found: &mut Found) -> Option<()> {
    found.get("int").filter(|kind| *kind != "integer")?;
    a_simple_value(facts, found)
}

/// Brackets around the whole value are there already.
fn a_named_kind_and_any_value(facts: &Facts, found: &mut Found) -> Option<()> {
    found.get("int").filter(|kind| *kind != "integer")?;
    let code = marked(facts)?;
    (shortened(&code) == code).then_some(())?;
    let inside = code.strip_prefix('(').and_then(|code| code.strip_suffix(')'));
    if let Some(inside) = inside.filter(|inside| !inside.contains(['(', ')'])) {
        found.set("here", inside);
    }
    Some(())
}

fn number_behind(kind: &str) -> Option<&str> {
    let kind = kind.strip_prefix('&')?;
    (is_real(kind) || is_whole(kind)).then_some(kind)
}

fn a_name_of_a_reference(facts: &Facts, found: &mut Found) -> Option<()> {
    let is_it = number_behind(found.get("got")?)? == found.get("want")? || found.get("got")? == "&{float}";
    (is_it && is_real_or_whole(found.get("want")?) && is_name(&marked(facts)?)).then_some(())
}

fn is_real_or_whole(kind: &str) -> bool {
    is_real(kind) || is_whole(kind)
}

fn a_sign_too_much(facts: &Facts, found: &mut Found) -> Option<()> {
    number_behind(found.get("got")?)?;
    let code = marked(facts)?;
    let number = code.strip_prefix('&')?;
    found.set("number", number);
    (is_real_or_whole(found.get("want")?) && is_name(number)).then_some(())
}

fn compared_with_a_reference(facts: &Facts, found: &mut Found) -> Option<()> {
    let want = found.get("want")?;
    let is_reference = want.starts_with('&') && is_real_or_whole(want.trim_start_matches('&'));
    let place = facts.primary()?;
    let before = place.before();
    let is_comparison = ["<", ">", "==", "<=", ">=", "!="].iter().any(|sign| before.trim_end().ends_with(sign));
    (is_reference && is_real_or_whole(found.get("got")?) && is_comparison).then_some(())
}
