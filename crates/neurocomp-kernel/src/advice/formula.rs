//! What is written as in a formula, a hint or another language: letters, numbers with blanks, `…`, `float(n)`, texts that grow.

use super::Says::{Child, Here, Line, Message, Somewhere};
use super::pattern::{Found, is_name};
use super::{Facts, Row, row};

const ELLIPSIS_EN: &str = "`…` means that something is to be written in its place.";
const ELLIPSIS_FR: &str = "`…` veut dire que quelque chose est à écrire à sa place.";
const BLANKS_EN: &str = "A number has no blanks: `1_000_000`, or `1000000`.";
const BLANKS_FR: &str = "Un nombre n'a pas d'espaces : `1_000_000`, ou `1000000`.";
const COMMENT_EN: &str = "`//` begins a comment in Rust; whole numbers are divided without decimals by `/`.";
const COMMENT_FR: &str = "`//` commence un commentaire en Rust ; des entiers se divisent sans décimales par `/`.";
const GROWS_EN: &str = "A text between quotes cannot grow: let it begin with `String::new()` instead of `\"\"`, or with `String::from(\"…\")`.";
const GROWS_FR: &str = "Un texte entre guillemets ne peut pas grandir : faites-le commencer par `String::new()` au lieu de `\"\"`, ou par `String::from(\"…\")`.";
const INTO_EN: &str = "A number becomes `$kind` by `as`, which is written after it: `… as $kind`.";
const INTO_FR: &str = "Un nombre devient `$kind` par `as`, qui s'écrit après lui : `… as $kind`.";
const INTO_TEXT_EN: &str = "A number becomes a text by `.to_string()`, which is written after it.";
const INTO_TEXT_FR: &str = "Un nombre devient un texte par `.to_string()`, qui s'écrit après lui.";
const NO_FUNCTION: &[super::Says] = &[Message("cannot find function `$name` in this scope")];
const A_TYPE: &[super::Says] = &[Message("expected function, found builtin type `$kind`")];

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("", &[Message("unknown start of token: \\u{2026}")], ELLIPSIS_EN, ELLIPSIS_FR),
    row("", &[Message("unexpected token: `...`")], ELLIPSIS_EN, ELLIPSIS_FR),
    row("", &[Message("expected $_, found `$digits`")], BLANKS_EN, BLANKS_FR).when(thousands),
    row(
        "",
        &[Message("expected `;`, found $_")],
        "A text with values is written `format!($text)`.",
        "Un texte avec des valeurs s'écrit `format!($text)`.",
    )
    .when(a_text_of_python),
    row("", &[Message("expected `;`, found $_")], COMMENT_EN, COMMENT_FR).when(a_division_of_python),
    row("E0618", &[Message("expected function, found $_")], COMMENT_EN, COMMENT_FR).when(a_division_of_python),
    row(
        "",
        &[Message("expected `;`, found `,`")],
        "Several values are put between parentheses: `(1, 2)`.",
        "Plusieurs valeurs se mettent entre parenthèses : `(1, 2)`.",
    )
    .when(two_values),
    row(
        "",
        &[Message("unexpected `,` in pattern"), Child("try adding parentheses to match on a tuple")],
        "Several names are put between parentheses: `(a, b)`.",
        "Plusieurs noms se mettent entre parenthèses : `(a, b)`.",
    ),
    row(
        "",
        &[Message("expected `;`, found `todo`")],
        "Your code takes the place of `todo!()`: delete the line with `todo!()`.",
        "Votre code prend la place de `todo!()` : effacez la ligne `todo!()`.",
    ),
    row(
        "E0425",
        &[Message("cannot find value `$letter` in this scope")],
        "`$letter` is a letter of the formula. This function's arguments are called $arguments.",
        "`$letter` est une lettre de la formule. Les arguments de cette fonction s'appellent $arguments.",
    )
    .when(a_letter_in_a_function),
    row(
        "E0425",
        &[Message("cannot find value `$name` in this scope"), Line("check::$_")],
        "`$name` is not there yet: run the cell of the exercise first, which defines it.",
        "`$name` n'existe pas encore : exécutez d'abord la cellule de l'exercice, qui la définit.",
    )
    .when(the_argument_of_a_check),
    row("E0425", NO_FUNCTION, INTO_EN, INTO_FR).when(a_number_s_type_elsewhere),
    row("E0423", A_TYPE, INTO_TEXT_EN, INTO_TEXT_FR).when(a_text),
    row("E0423", A_TYPE, INTO_EN, INTO_FR),
    row("E0368", &[Message("binary assignment operation `+=` cannot be applied to type `&str`")], GROWS_EN, GROWS_FR),
    row("E0599", &[Message("no method named `push$_` found for reference `&str` in the current scope")], GROWS_EN, GROWS_FR),
    row(
        "E0308",
        &[Here("expected `char`, found `&str`"), Child("you might have meant to use `push_str`")],
        "`push` adds one letter, `'…'`; a text is added by `push_str`.",
        "`push` ajoute une seule lettre, `'…'` ; un texte s'ajoute par `push_str`.",
    ),
    row(
        "E0599",
        &[Message("no method named `$name` found for $_"), Here("field, not a method")],
        "`$name` is a value, not a function: write it without parentheses; to multiply, write `* (…)` after it.",
        "`$name` est une valeur, pas une fonction : écrivez-la sans parenthèses ; pour multiplier, écrivez `* (…)` après elle.",
    ),
    row(
        "E0308",
        &[Here("expected fn pointer, found closure"), Somewhere("arguments to this $_ are incorrect")],
        "This closure uses `$name`, which is made outside of it, and a function is wanted here: make `$name` inside, `|…| { let $name = …; … }`.",
        "Cette fermeture se sert de `$name`, créée hors d'elle, et il faut ici une fonction : créez `$name` à l'intérieur, `|…| { let $name = …; … }`.",
    )
    .when(a_captured_name),
    row(
        "E0308",
        &[Message("arguments to this $_ are incorrect")],
        "Several arguments do not fit: $wanted.",
        "Plusieurs arguments ne conviennent pas : $voulus.",
    )
    .when(several_arguments),
    row("E0308", &[Child("try wrapping the expression in `Ok`")], "The function gives back a `Result`: write `Ok(…)` around its value.", "La fonction rend un `Result` : entourez sa valeur de `Ok(…)`.").when(a_function_s_value),
    row("E0308", &[Child("try wrapping the expression in `Some`")], "The function gives back an `Option`: write `Some(…)` around its value.", "La fonction rend une `Option` : entourez sa valeur de `Some(…)`.").when(a_long_value_of_a_function),
];

/// `f"{v} mV"`.
fn a_text_of_python(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = facts.primary()?;
    let text = facts.places.iter().find(|place| !place.is_primary)?.marked();
    found.set("text", text.as_str());
    let before = place.before();
    let is_f = before.trim_end().ends_with(" f") || before.trim_end().ends_with("(f");
    (is_f && text.starts_with('"') && text.ends_with('"') && text.chars().count() <= 60).then_some(())
}

/// `7 // 2`, of which `// 2` is a comment.
fn a_division_of_python(facts: &Facts, _: &mut Found) -> Option<()> {
    let place = facts.primary()?;
    let behind = place.rest();
    let divisor = behind.split_once("//")?.1.trim().trim_end_matches(';');
    let is_number = divisor.chars().all(|c| c.is_ascii_digit() || c == '.') && !divisor.is_empty();
    (is_number || is_name(divisor)).then_some(())
}

/// evcxr puts the comma on a line of its own, with the blank after it.
fn two_values(facts: &Facts, _: &mut Found) -> Option<()> {
    (facts.primary()?.text == ", ").then_some(())
}

fn thousands(facts: &Facts, found: &mut Found) -> Option<()> {
    let digits = found.get("digits")?;
    (digits.len() == 3 && digits.chars().all(|c| c.is_ascii_digit())).then_some(())?;
    let place = facts.primary()?;
    let before = place.before();
    before.trim_end().ends_with(|c: char| c.is_ascii_digit()).then_some(())
}

/// The names of the arguments of the student's function in which this is.
fn a_letter_in_a_function(facts: &Facts, found: &mut Found) -> Option<()> {
    let letter = found.get("letter")?;
    let is_of_a_formula = letter.chars().count() == 1 && (letter < "a" || !letter.is_ascii());
    let line = facts.primary()?.line;
    (is_of_a_formula && !facts.source.is_in_body(line)).then_some(())?;
    let (_, signature) =
        facts.source.student_lines().filter(|(at, text)| *at <= line && text.contains("fn ")).last()?;
    let arguments = signature.split_once('(')?.1.split(')').next()?;
    let names: Vec<String> = arguments
        .split(", ")
        .filter_map(|argument| Some(format!("`{}`", argument.split_once(':')?.0.trim())))
        .collect();
    found.set("arguments", names.join(", "));
    (!names.is_empty()).then_some(())
}

fn the_argument_of_a_check(facts: &Facts, _: &mut Found) -> Option<()> {
    let place = facts.primary()?;
    place.before().trim_end().ends_with('(').then_some(())
}

fn a_number_s_type_elsewhere(_: &Facts, found: &mut Found) -> Option<()> {
    let kind = match found.get("name")? {
        "float" | "double" | "Float" => "f64",
        "int" | "integer" | "Int" => "i64",
        _ => return None,
    };
    found.set("kind", kind);
    Some(())
}

fn a_text(_: &Facts, found: &mut Found) -> Option<()> {
    (found.get("kind")? == "str").then_some(())
}

fn a_captured_name(facts: &Facts, found: &mut Found) -> Option<()> {
    let note = "closures can only be coerced to `fn` types if they do not capture any variables";
    let name = facts.place_of_proposal(note)?.marked();
    found.set("name", name.as_str());
    is_name(&name).then_some(())
}

fn several_arguments(facts: &Facts, found: &mut Found) -> Option<()> {
    facts.children.iter().all(|child| child.message != "swap these arguments").then_some(())?;
    let mut wanted = Vec::new();
    for place in facts.places.iter().filter(|place| !place.is_primary) {
        let (want, got) = place.label.as_deref()?.strip_prefix("expected ")?.split_once(", found ")?;
        let given = place.marked();
        let is_whole_for_real = want == "`f64`" && got == "integer" && given.chars().all(|c| c.is_ascii_digit());
        let want = want.trim_matches('`');
        wanted.push(if is_whole_for_real { (format!("{given}.0"), given) } else { (want.to_owned(), given) });
    }
    let sentences = |instead: &str| -> Vec<String> {
        wanted.iter().map(|(want, given)| format!("`{want}` {instead} `{given}`")).collect()
    };
    found.set("wanted", sentences("instead of").join(", "));
    found.set("voulus", sentences("au lieu de").join(", "));
    (wanted.len() > 1 && wanted.iter().all(|(want, given)| want.len() + given.len() < 60)).then_some(())
}

fn a_function_s_value(facts: &Facts, _: &mut Found) -> Option<()> {
    facts.place_labelled("expected $_ because of return type", &mut Found::default()).map(drop)
}

/// A short one is written out.
fn a_long_value_of_a_function(facts: &Facts, found: &mut Found) -> Option<()> {
    a_function_s_value(facts, found)?;
    let code = facts.primary()?.marked();
    (super::shortened(&code) != code).then_some(())
}
