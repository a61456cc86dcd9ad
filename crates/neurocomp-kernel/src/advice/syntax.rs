//! What rustc cannot read: errors without a code.

use super::Says::{Child, Here, Line, Marked, Message, Proposal};
use super::pattern::Found;
use super::{Facts, Row, row, shortened};
use crate::cell::brackets::{Fault, first_fault};

const OPEN_EN: &str = "A `$close` is missing: the `$open` in `$at` is never closed.";
const OPEN_FR: &str = "Il manque un `$close` : le `$open` de `$at` n'est jamais fermé.";
const BRACE_EN: &str = "A `}` is missing: the `{` in `$at`, or one after it, is never closed.";
const BRACE_FR: &str = "Il manque un `}` : le `{` de `$at`, ou un de ceux qui suivent, n'est jamais fermé.";
const MORE_EN: &str = "There is a `$close` too many in `$at`, or its partner is missing.";
const MORE_FR: &str = "Il y a un `$close` de trop dans `$at`, ou il manque la parenthèse ou l'accolade qu'il ferme.";
const MIXED_EN: &str = "In `$at` a `$open` is closed by `$close`: they must be of one kind.";
const MIXED_FR: &str = "Dans `$at`, un `$open` est fermé par `$close` : les deux doivent être de la même sorte.";
const QUOTE_EN: &str = "A `\"` is missing in `$at`: a text is written between two of them.";
const QUOTE_FR: &str = "Il manque un `\"` dans `$at` : un texte se met entre deux `\"`.";
const ELIF_EN: &str = "\"Else, if\" is written `else if` in Rust.";
const ELIF_FR: &str = "« Sinon, si » s'écrit `else if` en Rust.";
const LET_EN: &str = "A new variable begins with `let`: `let $name = …`.";
const LET_FR: &str = "Une nouvelle variable commence par `let` : `let $name = …`.";
const UNCLOSED: &[super::Says] = &[Message("this file contains an unclosed delimiter")];
const MISMATCHED: &[super::Says] = &[Message("mismatched closing delimiter: `$_`")];
const UNEXPECTED: &[super::Says] = &[Message("unexpected closing delimiter: `$_`")];

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("", UNCLOSED, BRACE_EN, BRACE_FR).when(a_brace_is_open),
    row("", UNCLOSED, OPEN_EN, OPEN_FR).when(a_bracket_is_open),
    row("", MISMATCHED, OPEN_EN, OPEN_FR).when(a_bracket_is_open),
    row("", MISMATCHED, MIXED_EN, MIXED_FR).when(brackets_are_mixed),
    row("", MISMATCHED, MORE_EN, MORE_FR).when(a_bracket_closes_nothing),
    row("", UNEXPECTED, MORE_EN, MORE_FR).when(a_bracket_closes_nothing),
    row("E0765", &[Message("unterminated double quote string")], QUOTE_EN, QUOTE_FR).when(a_quote_is_open),
    row(
        "",
        &[Message("character literal may only contain one codepoint")],
        "A text is written between double quotes, `\"…\"`; single ones hold a single letter.",
        "Un texte se met entre guillemets doubles, `\"…\"` ; les simples n'entourent qu'une seule lettre.",
    ),
    row(
        "",
        &[Message("expected one of $_`]`$_, found keyword `for`")],
        "Rust has no `[… for … in …]`: a list is made of others by `.map(|x| …).collect()`.",
        "Rust n'a pas de `[… for … in …]` : une liste se tire d'une autre par `.map(|x| …).collect()`.",
    ),
    row(
        "",
        &[Message("expected type, found `{`"), Line("$_->$_")],
        "The type of the result is missing after `->`.",
        "Le type du résultat manque après `->`.",
    ),
    row(
        "",
        &[Message("leading `+` is not supported"), Line("$name =+$_")],
        "To add to `$name`, write `+=`, in this order.",
        "Pour ajouter à `$name`, écrivez `+=`, dans cet ordre.",
    ),
    row(
        "",
        &[Message("expected expression, found keyword `mut`")],
        "A new variable that may change begins with `let mut`.",
        "Une nouvelle variable qui pourra changer commence par `let mut`.",
    ),
    // Words of other languages, before the `;` that rustc then misses.
    row("", &[Message("expected `;`, found $_")], ELIF_EN, ELIF_FR).when(elif),
    row("", &[Message("expected one of $_, found $_")], ELIF_EN, ELIF_FR).when(elif),
    row("", &[Message("expected `;`, found $_")], SIGNATURE_EN, SIGNATURE_FR).when(def),
    row("", &[Message("expected `;`, found $_")], LET_EN, LET_FR).when(a_type_or_word_instead_of_let),
    row(
        "",
        &[Message("expected `;`, found $_"), Line("Let")],
        "`let` is written in small letters.",
        "`let` s'écrit en minuscules.",
    ),
    row(
        "",
        &[Message("expected `;`, found $_"), Child("add `;` here"), Proposal(";")],
        "A `;` is missing at the end of `$line`.",
        "Il manque un `;` à la fin de `$line`.",
    )
    .when(at_the_end_of_a_students_line),
    row(
        "",
        &[Message("expected one of $_, found `,`"), Marked(",")],
        "The decimal sign is a point: write `$new` instead of `$old`.",
        "Le signe décimal est un point : écrivez `$new` au lieu de `$old`.",
    )
    .when(a_decimal_comma),
    row(
        "",
        &[Message("expected `;`, found `,`")],
        "The decimal sign is a point: write `$new` instead of `$old`.",
        "Le signe décimal est un point : écrivez `$new` au lieu de `$old`.",
    )
    .when(a_decimal_comma),
    row(
        "",
        &[Message("$_"), Child("missing `,`"), Marked("$found")],
        "A comma is missing before `$found`.",
        "Il manque une virgule devant `$found`.",
    ),
    row(
        "",
        &[Message("no rules expected `$found`"), Child("missing comma here")],
        "A comma is missing before `$found`.",
        "Il manque une virgule devant `$found`.",
    ),
    row(
        "",
        &[
            Message("unknown start of token: $_"),
            Child("Unicode character '$sign' ($_) looks like '$plain' ($_), but it is not"),
        ],
        "`$sign` is no sign of Rust (it comes from a text editor or a web page): write `$plain`.",
        "`$sign` n'est pas un signe de Rust (il vient d'un traitement de texte ou d'une page web) : écrivez `$plain`.",
    )
    .when(a_visible_sign),
    row(
        "",
        &[
            Message("unknown start of token: $_"),
            Child("Unicode characters '$sign' ($_) and '$_' ($_) look like '\"' (Quotation Mark), but are not"),
        ],
        "`$sign` is no sign of Rust (it comes from a text editor or a web page): write `\"`.",
        "`$sign` n'est pas un signe de Rust (il vient d'un traitement de texte ou d'une page web) : écrivez `\"`.",
    ),
    row("", &[Message("unknown start of token: \\u{ab}")], GUILLEMETS_EN, GUILLEMETS_FR),
    row("", &[Message("unknown start of token: \\u{bb}")], GUILLEMETS_EN, GUILLEMETS_FR),
    row(
        "E0758",
        &[Message("unterminated block comment")],
        "The comment that begins in `$line` is never closed: write `*/` where it ends.",
        "Le commentaire qui commence dans `$line` n'est jamais fermé : écrivez `*/` là où il finit.",
    ),
    row(
        "",
        &[Message("comparison operators cannot be chained"), Proposal(" && $x")],
        "Two comparisons are joined by `&&`: `… < $x && $x < …`.",
        "Deux comparaisons se joignent par `&&` : `… < $x && $x < …`.",
    ),
    row(
        "",
        &[Message("comparison operators cannot be chained"), Proposal("::")],
        "Write `::` before a type in `<…>`, as in `sum::<f64>()`.",
        "Devant un type entre `<…>` il faut `::`, comme dans `sum::<f64>()`.",
    ),
    row(
        "",
        &[Message("Rust has no postfix increment operator"), Line("$name++$_")],
        "To count up, write `$name += 1;`.",
        "Pour ajouter un, écrivez `$name += 1;`.",
    ),
    row(
        "",
        &[Message("invalid suffix `$x` for number literal"), Marked("$number$x")],
        "To multiply, write the `*`: `$number * $x`.",
        "Pour multiplier, écrivez le `*` : `$number * $x`.",
    )
    .when(a_name_behind_a_number),
    row(
        "",
        &[Message("`and` is not a logical operator")],
        "\"And\" is written `&&` in Rust.",
        "« Et » s'écrit `&&` en Rust.",
    ),
    row(
        "",
        &[Message("`or` is not a logical operator")],
        "\"Or\" is written `||` in Rust.",
        "« Ou » s'écrit `||` en Rust.",
    ),
    row(
        "",
        &[Message("unexpected $_ after identifier"), Child("use `!` to perform $_ negation$_")],
        "\"Not\" is written `!` in Rust.",
        "« Non » s'écrit `!` en Rust.",
    ),
    row("", &[Message("invalid variable declaration")], LET_EN, LET_FR).when(a_name_on_the_next_line),
    row(
        "",
        &[Message("expected `{`, found `:`"), Here("expected `{`")],
        "What belongs to `if`, `for` and `while` is written between `{` and `}`, without a colon.",
        "Ce qui dépend de `if`, `for` ou `while` se met entre `{` et `}`, sans deux-points.",
    ),
    row(
        "",
        &[
            Message("expected one of `:`, `@`, or `|`, found `$_`"),
            Child("if this is a parameter name, give it a type"),
        ],
        "Each argument needs its type: `fn name(x: f64)`.",
        "Chaque argument a besoin de son type : `fn nom(x: f64)`.",
    ),
    row("", &[Message("expected one of `->`, `where`, or `{`, found $_")], ARROW_EN, ARROW_FR),
    row(
        "",
        &[Message("expected one of `!`, `(`, `+`, `::`, `<`, `where`, or `{`, found $_")],
        SIGNATURE_EN,
        SIGNATURE_FR,
    ),
    row(
        "",
        &[Message("expected identifier, found `:`"), Child("you might have meant to introduce a new binding")],
        "A new variable begins with `let`: `let $name: … = …`.",
        "Une nouvelle variable commence par `let` : `let $name: … = …`.",
    )
    .when(a_name_before_the_colon),
    row(
        "",
        &[Message("unexpected `==`"), Line("let $_")],
        "`let` gives a value by one `=`.",
        "`let` donne une valeur par un seul `=`.",
    ),
    row(
        "",
        &[Message("missing type for `const` item"), Line("const $name = $_"), Proposal(": $kind")],
        "A constant needs its type: `const $name: $kind = …`.",
        "Une constante a besoin de son type : `const $name: $kind = …`.",
    ),
    row(
        "",
        &[Message("`<` is interpreted as a start of generic arguments for `$kind`, not a comparison")],
        "Put parentheses around what is before `<`: `(… as $kind) < …`.",
        "Mettez des parenthèses autour de ce qui précède `<` : `(… as $kind) < …`.",
    ),
    row(
        "",
        &[Message("invalid comparison operator `<>`")],
        "\"Not equal\" is written `!=`.",
        "« Différent de » s'écrit `!=`.",
    ),
    row(
        "",
        &[Message("expected type, found $_"), Child("did you mean"), Proposal("<=")],
        "\"Less or equal\" is written `<=`.",
        "« Inférieur ou égal » s'écrit `<=`.",
    ),
    row(
        "",
        &[Message("expected one of `!` or `[`, found $_"), Line("# $_")],
        "A comment begins with `//`.",
        "Un commentaire commence par `//`.",
    ),
];

const GUILLEMETS_EN: &str = "`«` and `»` are no signs of Rust: a text is written between two `\"`.";
const GUILLEMETS_FR: &str = "`«` et `»` ne sont pas des signes de Rust : un texte se met entre deux `\"`.";
const SIGNATURE_EN: &str = "A function is written `fn name(x: f64) -> f64 { … }`.";
const SIGNATURE_FR: &str = "Une fonction s'écrit `fn nom(x: f64) -> f64 { … }`.";
const ARROW_EN: &str =
    "Between a function's arguments and the type of its result comes `->`: `fn name(x: f64) -> f64 { … }`.";
const ARROW_FR: &str =
    "Entre les arguments d'une fonction et le type de son résultat se place `->` : `fn nom(x: f64) -> f64 { … }`.";

fn fault(facts: &Facts) -> Option<Fault> {
    first_fault(facts.source.student_lines().map(|(_, line)| line))
}

fn a_brace_is_open(facts: &Facts, found: &mut Found) -> Option<()> {
    a_bracket_is_open(facts, found)?;
    (found.get("open")? == "{").then_some(())
}

fn a_bracket_is_open(facts: &Facts, found: &mut Found) -> Option<()> {
    let Fault::Open(bracket, line) = fault(facts)? else {
        return None;
    };
    let partner = [('(', ")"), ('[', "]"), ('{', "}")].into_iter().find(|(open, _)| *open == bracket)?.1;
    found.set("open", bracket);
    found.set("close", partner);
    found.set("at", shortened(&line));
    Some(())
}

fn a_bracket_closes_nothing(facts: &Facts, found: &mut Found) -> Option<()> {
    let Fault::Close(bracket, line) = fault(facts)? else {
        return None;
    };
    found.set("close", bracket);
    found.set("at", shortened(&line));
    Some(())
}

fn brackets_are_mixed(facts: &Facts, found: &mut Found) -> Option<()> {
    let Fault::Mixed(open, close, line) = fault(facts)? else {
        return None;
    };
    found.set("open", open);
    found.set("close", close);
    found.set("at", shortened(&line));
    Some(())
}

fn a_quote_is_open(facts: &Facts, found: &mut Found) -> Option<()> {
    let Fault::Quote(line) = fault(facts)? else {
        return None;
    };
    found.set("at", shortened(&line));
    Some(())
}

fn line<'f>(facts: &'f Facts) -> Option<&'f str> {
    Some(facts.primary()?.text.trim())
}

fn elif(facts: &Facts, _: &mut Found) -> Option<()> {
    let line = line(facts)?.trim_start_matches(['}', ' ']);
    ["elif", "elseif", "elsif"].contains(&line.split([' ', '(']).next()?).then_some(())
}

fn def(facts: &Facts, _: &mut Found) -> Option<()> {
    ["def", "function", "func", "fun"].contains(&line(facts)?).then_some(())
}

/// evcxr puts each statement on a line of its own, and takes `int` for one.
fn a_type_or_word_instead_of_let(facts: &Facts, found: &mut Found) -> Option<()> {
    let words = ["int", "float", "double", "var", "string", "f64", "i32", "usize", "bool", "String"];
    words.contains(&line(facts)?).then_some(())?;
    let next = facts.places.iter().find(|place| !place.is_primary)?.marked();
    super::pattern::is_name(&next).then_some(())?;
    found.set("name", next);
    Some(())
}

fn at_the_end_of_a_students_line(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = facts.primary()?;
    let before = place.before();
    let behind = place.rest();
    found.set("line", shortened(&before));
    // After a statement that goes on, evcxr breaks the line: `let y = 2 x;` lacks something other than a `;`.
    let goes_on = behind.ends_with(' ') && facts.message != "expected `;`, found keyword `let`";
    let is_at_the_end = behind.trim().is_empty() || behind.trim_start().starts_with("//");
    let is_statement = before.contains(['=', '(']);
    (facts.source.is_students(place.line) && is_statement && is_at_the_end && !goes_on).then_some(())
}

/// `0,5`, which evcxr takes for three statements and puts on three lines, if it is not inside brackets.
fn a_decimal_comma(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = facts.primary()?;
    let (mut before, mut behind) = (place.before(), place.text.chars().skip(place.end).collect::<String>());
    if place.text.trim() == "," {
        before = student_line(facts, place.line - 1)?.to_owned();
        behind = student_line(facts, place.line + 1)?.to_owned();
    }
    let is_digit = |c: &char| c.is_ascii_digit();
    let mut whole: Vec<char> = before.trim_end().chars().rev().take_while(is_digit).collect();
    whole.reverse();
    let whole: String = whole.into_iter().collect();
    let decimals: String = behind.chars().take_while(is_digit).collect();
    found.set("old", format!("{whole},{decimals}"));
    found.set("new", format!("{whole}.{decimals}"));
    (!whole.is_empty() && !decimals.is_empty()).then_some(())
}

fn student_line<'f>(facts: &Facts<'f>, number: usize) -> Option<&'f str> {
    facts.source.student_lines().find(|(line, _)| *line == number).map(|(_, text)| text)
}

fn a_name_on_the_next_line(facts: &Facts, found: &mut Found) -> Option<()> {
    let name = student_line(facts, facts.primary()?.line + 1)?.split([' ', ':', '=']).next()?;
    let is_mutable = facts.primary()?.marked() == "mut";
    found.set("name", format!("{}{name}", if is_mutable { "mut " } else { "" }));
    super::pattern::is_name(name).then_some(())
}

fn a_name_before_the_colon(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = facts.place_of_proposal("you might have meant to introduce a new binding")?;
    let name = place.text.trim().split([' ', ':']).next()?;
    found.set("name", name);
    super::pattern::is_name(name).then_some(())
}

fn a_visible_sign(_: &Facts, found: &mut Found) -> Option<()> {
    (found.get("plain")? != " ").then_some(())
}

fn a_name_behind_a_number(_: &Facts, found: &mut Found) -> Option<()> {
    let number = found.get("number")?;
    let is_number = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    (is_number && super::pattern::is_name(found.get("x")?)).then_some(())
}
