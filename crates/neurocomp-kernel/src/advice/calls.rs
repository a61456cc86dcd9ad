//! Calls: numbers of arguments, functions handed to functions, what is no function, numbers whose type is open, conversions by
//! `as`.

use super::Says::{Child, Here, Line, Marked, Message, Proposal, Somewhere};
use super::pattern::{Found, is_name};
use super::{Facts, Row, row, shortened};

const COUNT: &[super::Says] = &[Message("this function takes $n argument$_ but $m argument$_ supplied")];
const METHOD_COUNT: &[super::Says] = &[Message("this method takes $n argument$_ but $m argument$_ supplied")];
const AMBIGUOUS: &[super::Says] = &[Message("can't call method `$name` on ambiguous numeric type `$kind`")];

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0061",
        COUNT,
        "The decimal sign is a point: write `$new` instead of `$old`.",
        "Le signe décimal est un point : écrivez `$new` au lieu de `$old`.",
    )
    .when(a_decimal_comma),
    row(
        "E0061",
        &[COUNT_MESSAGE, Somewhere("argument #$i of type `$kind` is missing")],
        "`$here` takes $n arguments and got $m: argument $i is missing, a `$kind`.",
        "`$here` prend $n arguments et en a reçu $m : il manque l'argument $i, un `$kind`.",
    )
    .when(more_than_one),
    row(
        "E0061",
        &[COUNT_MESSAGE, Somewhere("argument #$i of type `$kind` is missing")],
        "`$here` takes one argument, a `$kind`: write it between the parentheses.",
        "`$here` prend un argument, un `$kind` : écrivez-le entre les parenthèses.",
    )
    .when(exactly_one),
    row(
        "E0061",
        METHOD_COUNT,
        "An array has a fixed length: collect values in a `Vec` by `push`, and make an array of it at the end, `Array1::from(v)`.",
        "Un tableau a une longueur fixe : rassemblez les valeurs dans un `Vec` par `push`, puis faites-en un tableau, \
         `Array1::from(v)`.",
    )
    .when(push_on_an_array),
    row(
        "E0061",
        COUNT,
        "Number of arguments of `$here`: wanted $n, received $m.",
        "Nombre d'arguments de `$here` : attendu $n, reçu $m.",
    )
    .when(a_plain_name),
    row(
        "E0061",
        METHOD_COUNT,
        "Number of arguments of `$here`: wanted $n, received $m.",
        "Nombre d'arguments de `$here` : attendu $n, reçu $m.",
    )
    .when(a_plain_name),
    row(
        "E0618",
        &[Message("expected function, found $_")],
        "A `;` is missing at the end of `$statement`.",
        "Il manque un `;` à la fin de `$statement`.",
    )
    .when(an_unfinished_statement),
    row(
        "E0618",
        &[Message("expected function, found `$kind`"), Somewhere("this function of the same name is available here, but it's shadowed by the local binding"), Marked("$name")],
        "The variable `$name` hides the function `$name`: give the variable another name, then run the cell with the function again.",
        "La variable `$name` cache la fonction `$name` : donnez un autre nom à la variable, puis réexécutez la cellule de la \
         fonction.",
    ),
    row(
        "E0618",
        &[Message("expected function, found `$kind`")],
        "To multiply, write the `*`: `$here * (…)`.",
        "Pour multiplier, écrivez le `*` : `$here * (…)`.",
    )
    .when(a_number_before_brackets),
    row(
        "E0618",
        &[Message("expected function, found `$kind`"), Marked("$name")],
        "`$name` is no function but a value: to multiply, write `$name * (…)`; an element of a list is `$name[…]`.",
        "`$name` n'est pas une fonction mais une valeur : pour multiplier, écrivez `$name * (…)` ; un élément d'une liste \
         s'écrit `$name[…]`.",
    ),
    row(
        "E0689",
        &[AMBIGUOUS_MESSAGE, Child("you must specify a type for this binding, like `$_`")],
        "Rust does not know yet which kind of number this is: say it where the variable is made, `let …: f64 = …`.",
        "Rust ne sait pas encore de quelle sorte de nombre il s'agit : dites-le là où la variable est créée, `let …: f64 = …`.",
    ),
    row(
        "E0689",
        &[AMBIGUOUS_MESSAGE, Child("you must specify a concrete type for this numeric value, like `$_`"), Proposal("$number")],
        "Rust does not know which kind of number `$number` is: write `$new.$name(…)`.",
        "Rust ne sait pas quelle sorte de nombre est `$number` : écrivez `$new.$name(…)`.",
    )
    .when(a_number_with_its_type),
    row(
        "E0689",
        AMBIGUOUS,
        "Rust does not know which kind of number this is: write the type after it, for example `2.0_f64`.",
        "Rust ne sait pas de quelle sorte de nombre il s'agit : écrivez le type derrière, par exemple `2.0_f64`.",
    ),
    row(
        "E0277",
        &[Message("the type `($_, $_)` cannot be indexed by `{integer}`"), Marked("$i")],
        "The values of a tuple are reached by a point: `.$i`.",
        "On accède aux valeurs d'un tuple par un point : `.$i`.",
    )
    .when(a_place_in_a_tuple),
    row(
        "E0608",
        &[Message("cannot index into a value of type `$kind`")],
        "This is one number (`$kind`), no list: it has no elements.",
        "C'est un seul nombre (`$kind`), pas une liste : il n'a pas d'éléments.",
    )
    .when(one_number),
    row(
        "E0605",
        &[Message("non-primitive cast: `Vec<$_>` as `$_`")],
        "`as` converts one number, not a whole list: `.iter().map(|&x| x as f64).collect::<Vec<_>>()`.",
        "`as` convertit un nombre, pas toute une liste : `.iter().map(|&x| x as f64).collect::<Vec<_>>()`.",
    ),
    row(
        "E0606",
        &[Message("casting `&$_str` as `$kind` is invalid"), Marked("$text as $kind")],
        "A text becomes a number by `$text.parse::<$kind>().unwrap()`.",
        "Un texte devient un nombre par `$text.parse::<$kind>().unwrap()`.",
    ),
    row(
        "E0606",
        &[Message("casting `&$number` as `$kind` is invalid"), Marked("$name as $kind")],
        "`$name` is only a reference (`&`) to the number: write `*$name as $kind`.",
        "`$name` n'est qu'une référence (`&`) au nombre : écrivez `*$name as $kind`.",
    ),
    row(
        "E0054",
        &[Message("cannot cast `$_` as `bool`")],
        "A number becomes true or false by a comparison: `… != 0.0`.",
        "Un nombre devient vrai ou faux par une comparaison : `… != 0.0`.",
    ),
    row(
        "E0604",
        &[Message("only `u8` can be cast as `char`, not `$_`"), Line("$_")],
        "A number becomes a letter through `u8`: `(… as u8) as char`.",
        "Un nombre devient une lettre en passant par `u8` : `(… as u8) as char`.",
    ),
    // Functions handed to functions.
    row(
        "E0308",
        &[Here("expected fn pointer, found fn item")],
        "The function has not the arguments or the result that are wanted here: wanted `$wanted`, received `$received`.",
        "La fonction n'a pas les arguments ou le résultat qu'il faut ici : attendu `$wanted`, reçu `$received`.",
    )
    .when(another_function),
    row(
        "E0308",
        &[Here("incorrect number of function parameters")],
        "The function has too few or too many arguments: wanted `$wanted`, received `$received`.",
        "La fonction n'a pas le bon nombre d'arguments : attendu `$wanted`, reçu `$received`.",
    )
    .when(another_function),
    row(
        "E0593",
        &[Message("closure is expected to take a single $_-tuple as argument, but it takes $_ distinct arguments")],
        "The values come together: put the names between parentheses, `|(a, b)|`.",
        "Les valeurs arrivent ensemble : mettez les noms entre parenthèses, `|(a, b)|`.",
    ),
    row(
        "E0593",
        &[Message("closure is expected to take $want argument$_, but it takes $got argument$_")],
        "The number of names between `|` and `|` is not right: $want wanted here, $got received.",
        "Le nombre de noms entre `|` et `|` n'est pas le bon : attendu $want, reçu $got.",
    ),
    row(
        "E0593",
        &[Message("function is expected to take $want argument$_, but it takes $got argument$_")],
        "The number of arguments of `$here` is not right: $want wanted here, $got received.",
        "Le nombre d'arguments de `$here` n'est pas le bon : attendu $want, reçu $got.",
    ),
    row(
        "E0631",
        &[Message("type mismatch in closure arguments")],
        "The values come in other types than those written between `|` and `|`: write the names alone.",
        "Les valeurs arrivent dans d'autres types que ceux écrits entre `|` et `|` : écrivez les noms seuls.",
    ),
];

const COUNT_MESSAGE: super::Says = Message("this function takes $n argument$_ but $m argument$_ supplied");
const AMBIGUOUS_MESSAGE: super::Says = Message("can't call method `$name` on ambiguous numeric type `$kind`");

fn an_unfinished_statement(facts: &Facts, found: &mut Found) -> Option<()> {
    let place = facts.diagnostic.unfinished_statement()?;
    found.set("statement", shortened(&place.text));
    Some(())
}

fn another_function(facts: &Facts, found: &mut Found) -> Option<()> {
    let note = facts.children.iter().find(|child| child.message.starts_with("expected fn pointer"))?;
    let mut types = note.message.split('`').skip(1).step_by(2);
    found.set("wanted", types.next()?);
    found.set("received", types.next()?.split(" {").next()?);
    Some(())
}

/// `f(0,5)`: a digit, a comma, and a digit, with no space.
fn a_decimal_comma(facts: &Facts, found: &mut Found) -> Option<()> {
    let characters: Vec<char> = facts.primary()?.text.chars().collect();
    let start = facts.primary()?.end;
    let is_digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let comma =
        (start + 1..characters.len()).find(|at| characters[*at] == ',' && is_digit(at - 1) && is_digit(at + 1))?;
    let before = (start..comma).rev().take_while(|at| is_digit(*at)).last()?;
    let behind = (comma + 1..characters.len()).take_while(|at| is_digit(*at)).last()?;
    let old: String = characters[before..=behind].iter().collect();
    found.set("new", old.replace(',', "."));
    found.set("old", old);
    // One argument more than wanted, and a whole number for a real one: no two arguments were meant.
    let count = |name: &str| found.get(name)?.parse::<usize>().ok();
    let is_one_more = count("m")? == count("n")? + 1;
    facts.place_labelled("expected `$real`, found integer", &mut Found::default())?;
    is_one_more.then_some(())
}

fn a_plain_name(facts: &Facts, _: &mut Found) -> Option<()> {
    is_name(&facts.primary()?.marked().replace("::", "_")).then_some(())
}

fn more_than_one(facts: &Facts, found: &mut Found) -> Option<()> {
    a_plain_name(facts, found)?;
    (found.get("n")? != "1" && facts.places.iter().filter(|place| place.label.is_some()).count() == 1).then_some(())
}

fn exactly_one(facts: &Facts, found: &mut Found) -> Option<()> {
    a_plain_name(facts, found)?;
    (found.get("n")? == "1").then_some(())
}

fn push_on_an_array(facts: &Facts, _: &mut Found) -> Option<()> {
    let axis = facts.place_labelled("expected `Axis`, found $_", &mut Found::default());
    (facts.primary()?.marked() == "push" && axis.is_some()).then_some(())
}

fn a_number_before_brackets(facts: &Facts, _: &mut Found) -> Option<()> {
    facts.primary()?.marked().starts_with(|c: char| c.is_ascii_digit()).then_some(())
}

fn a_number_with_its_type(_: &Facts, found: &mut Found) -> Option<()> {
    let number = found.get("number")?.split('_').next()?.to_owned();
    found.set("number", number.as_str());
    let with_point = if number.contains('.') { number } else { format!("{number}.0") };
    found.set("new", format!("{with_point}_f64"));
    Some(())
}

fn a_place_in_a_tuple(_: &Facts, found: &mut Found) -> Option<()> {
    found.get("i")?.parse::<u8>().ok().map(drop)
}

fn one_number(_: &Facts, found: &mut Found) -> Option<()> {
    let kind = found.get("kind")?;
    (super::pattern::is_real(kind) || super::pattern::is_whole(kind)).then_some(()).filter(|()| !kind.starts_with('{'))
}
