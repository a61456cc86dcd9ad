//! Printing: `{}` and `{:?}`, and what is between the braces.

use super::Says::{Child, Here, Line, Marked, Message, Somewhere};
use super::pattern::{Found, is_name};
use super::{Facts, Row, row};

const NO_DISPLAY: &[super::Says] = &[Message("`$kind` doesn't implement `std::fmt::Display`")];
const NAME_ONLY_EN: &str =
    "Only a name may be between `{` and `}` in the text: write `{}` there, and the calculation after the text.";
const NAME_ONLY_FR: &str =
    "Entre `{` et `}`, le texte n'accepte qu'un nom : écrivez-y `{}`, et le calcul après le texte.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0277",
        &[Message("`()` doesn't implement `std::fmt::Display`")],
        "`$here` gives no value back, only `()`: a function gives one back by `-> …` and a last line without `;`.",
        "`$here` ne rend pas de valeur, seulement `()` : une fonction en rend une par `-> …` et une dernière ligne sans `;`.",
    ),
    row(
        "E0277",
        NO_DISPLAY,
        "To print a `$name` write `{:?}` instead of `{}`, and `#[derive(Debug)]` above `struct $name`.",
        "Pour afficher un `$name`, écrivez `{:?}` au lieu de `{}`, et `#[derive(Debug)]` au-dessus de `struct $name`.",
    )
    .when(a_struct_of_the_student),
    row(
        "E0277",
        &[Message("`$kind` doesn't implement `std::fmt::Display`"), Marked("{$name}")],
        "To print a `$kind` write `{$name:?}` instead of `{$name}`.",
        "Pour afficher un `$kind`, écrivez `{$name:?}` au lieu de `{$name}`.",
    )
    .when(a_known_kind),
    row(
        "E0277",
        NO_DISPLAY,
        "To print a `$kind` write `{:?}` instead of `{}`.",
        "Pour afficher un `$kind`, écrivez `{:?}` au lieu de `{}`.",
    )
    .when(a_known_kind_and_empty_braces),
    row(
        "E0277",
        &[Message("`$name` doesn't implement `Debug`"), Child("consider annotating `$name` with `#[derive(Debug)]`")],
        "To show a `$name`, write `#[derive(Debug)]` above `struct $name`.",
        "Pour montrer un `$name`, écrivez `#[derive(Debug)]` au-dessus de `struct $name`.",
    ),
    row(
        "",
        &[Message("$n positional argument$_ in format string, but $_")],
        "Each `{}` in the text needs a value, after the text and a comma.",
        "Chaque `{}` du texte a besoin d'une valeur, après le texte et une virgule.",
    ),
    row(
        "",
        &[
            Message("argument never used"),
            Child("printf formatting is not supported; see the documentation for `std::fmt`"),
        ],
        "The place of a value in the text is `{}`, not `%`.",
        "La place d'une valeur dans le texte s'écrit `{}`, pas `%`.",
    ),
    row(
        "",
        &[Message("argument never used"), Somewhere("formatting specifier missing")],
        "The text has no place for `$here`: write one more `{}`.",
        "Le texte n'a pas de place pour `$here` : ajoutez un `{}`.",
    ),
    row(
        "",
        &[Message("format argument must be a string literal"), Line("$_!($name)$_")],
        "A text comes first: `println!(\"{}\", $name)`, or `{:?}` for a list.",
        "Il faut d'abord un texte : `println!(\"{}\", $name)`, ou `{:?}` pour une liste.",
    ),
    row("", &[Message("invalid format string: expected `}`, found `$sign`"), Line("$_")], NAME_ONLY_EN, NAME_ONLY_FR)
        .when(a_calculation),
    row(
        "",
        &[Message("invalid format string: expected `}` but string was terminated")],
        "A `}` is missing in the text.",
        "Il manque un `}` dans le texte.",
    ),
    row(
        "",
        &[Message("invalid format string: unmatched `}` found")],
        "There is a `}` too many in the text, or its `{` is missing.",
        "Il y a un `}` de trop dans le texte, ou il manque son `{`.",
    ),
    row(
        "",
        &[Message("unknown format trait `f`")],
        "Decimals are counted without `f`: `{:.2}`, or `{x:.2}` with a name.",
        "Les décimales se comptent sans `f` : `{:.2}`, ou `{x:.2}` avec un nom.",
    ),
    row(
        "",
        &[Message("expected `,`, found `$found`"), Here("expected `,`"), Line("$_!(\"$_")],
        "A comma is missing before `$found`.",
        "Il manque une virgule devant `$found`.",
    ),
];

fn a_struct_of_the_student(facts: &Facts, found: &mut Found) -> Option<()> {
    let kind = found.get("kind").filter(|kind| is_name(kind))?.to_owned();
    let declaration = format!("struct {kind}");
    let is_students = facts.source.student_lines().any(|(_, line)| line.contains(&declaration));
    let lacks_debug =
        facts.source.student_lines().all(|(_, line)| !line.contains("derive(") || !line.contains("Debug"));
    found.set("name", kind);
    (is_students && lacks_debug && braces(facts)? == "{}").then_some(())
}

fn is_known_kind(kind: &str) -> bool {
    let starts = ["Vec<", "Option<", "Result<", "(", "[", "&[", "&Vec<", "HashMap<"];
    starts.iter().any(|start| kind.starts_with(start)) && kind.chars().count() <= 40
}

fn a_known_kind(_: &Facts, found: &mut Found) -> Option<()> {
    is_known_kind(found.get("kind")?).then_some(())
}

fn a_known_kind_and_empty_braces(facts: &Facts, found: &mut Found) -> Option<()> {
    a_known_kind(facts, found)?;
    (braces(facts)? == "{}").then_some(())
}

/// What represents the value in the text.
fn braces(facts: &Facts) -> Option<String> {
    let place = facts.place_labelled("required by this formatting parameter", &mut Found::default())?;
    Some(place.marked())
}

fn a_calculation(_: &Facts, found: &mut Found) -> Option<()> {
    ["*", "+", "-", "/", "[", "(", "."].contains(&found.get("sign")?).then_some(())
}
