//! Names that rustc does not know: variables, functions, types, fields, methods.

use super::Says::{Child, Here, Marked, Message, Proposal, Somewhere};
use super::pattern::{Found, is_whole};
use super::{Facts, Row, row};
use crate::cell::variables::Gone;

const NO_VALUE: &[super::Says] = &[Message("cannot find value `$name` in this scope")];
const NO_FUNCTION: &[super::Says] = &[Message("cannot find function `$name` in this scope")];
const FIRST_CELL_EN: &str =
    "`$x` comes from the library: run the notebook's first cell (`use neurocomp::prelude::*;`) again.";
const FIRST_CELL_FR: &str =
    "`$x` vient de la bibliothèque : réexécutez la première cellule du notebook (`use neurocomp::prelude::*;`).";
const MEANT_EN: &str = "`$name` is not known. Did you mean `$near`?";
const MEANT_FR: &str = "`$name` n'est pas connu. Vouliez-vous dire `$near` ?";
const NO_METHOD: &str = "no method named `$name` found for $_ `$kind` in the current scope";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0425",
        NO_VALUE,
        "`$name` is gone: an earlier cell gave it away, in `$by`. Write `&$name` or `$name.clone()` there, then run the cell \
         that makes `$name` again.",
        "`$name` n'est plus là : une cellule précédente l'a donnée, dans `$by`. Écrivez-y `&$name` ou `$name.clone()`, puis \
         réexécutez la cellule qui crée `$name`.",
    )
    .when(moved_by_an_earlier_cell),
    row(
        "E0425",
        NO_VALUE,
        "`$name` was lost when the cells' process ended (an interrupt, or a cell that crashed): run the cell that makes it again.",
        "`$name` a été perdue quand le processus des cellules s'est arrêté (interruption, ou cellule qui a planté) : réexécutez \
         la cellule qui la crée.",
    )
    .when(lost),
    row(
        "E0425",
        NO_VALUE,
        "`$name` was of a type that was defined anew since: run the cell that makes `$name` again.",
        "`$name` était d'un type qui a été redéfini depuis : réexécutez la cellule qui crée `$name`.",
    )
    .when(of_an_older_type),
    row(
        "E0425",
        NO_VALUE,
        "A function does not see the notebook's variables: give it `$name` as an argument.",
        "Une fonction ne voit pas les variables du notebook : donnez-lui `$name` comme argument.",
    )
    .when(a_variable_of_the_notebook),
    row(
        "E0425",
        &[Message("cannot find value `$name` in this scope"), Child("the binding `$name` is available in a different scope in the same function")],
        "`$name` exists only between the `{` and the `}` where it is made: make it before them by `let mut`, and change it inside.",
        "`$name` n'existe qu'entre le `{` et le `}` où elle est créée : créez-la avant, par `let mut`, et modifiez-la à \
         l'intérieur.",
    ),
    row(
        "E0425",
        &[Message("cannot find $_ `$name` in this scope"), Child("a $_ with a similar name exists"), Proposal("$near")],
        MEANT_EN,
        MEANT_FR,
    )
    .when(a_likely_name),
    row(
        "E0425",
        &[Message("cannot find value `$name` in this scope"), Child("you might have meant to introduce a new binding")],
        "`$name` does not exist yet: a new variable begins with `let`, `let $name = …`.",
        "`$name` n'existe pas encore : une nouvelle variable commence par `let`, `let $name = …`.",
    ),
    row(
        "E0425",
        &[Message("cannot find value `$name` in this scope"), Child("you may want to use a bool value instead"), Proposal("$word")],
        "In Rust it is written `$word`.",
        "En Rust, cela s'écrit `$word`.",
    ),
    row(
        "E0425",
        &[Message("cannot find function `not` in this scope")],
        "In Rust it is written `!`, in front: `!true`.",
        "En Rust, cela s'écrit `!`, devant : `!true`.",
    ),
    row(
        "E0425",
        &[Message("cannot find function `pow` in this scope")],
        "A power is written after the number: `x.powi(2)`, or `x.powf(0.5)` if the exponent is not whole.",
        "Une puissance se met derrière le nombre : `x.powi(2)`, ou `x.powf(0.5)` si l'exposant n'est pas entier.",
    ),
    row(
        "E0425",
        &[Message("cannot find value `null` in this scope")],
        "A value that may be missing is an `Option`: `None`, or `Some(value)`.",
        "Une valeur qui peut manquer est une `Option` : `None`, ou `Some(valeur)`.",
    ),
    row(
        "E0425",
        &[Message("cannot find value `$name` in this scope"), Marked("$name")],
        "π is `std::f64::consts::PI`.",
        "π s'écrit `std::f64::consts::PI`.",
    )
    .when(pi),
    row(
        "E0425",
        &[Message("cannot find $_ `$x` in this scope"), Proposal("use neurocomp::prelude::$x;$_")],
        FIRST_CELL_EN,
        FIRST_CELL_FR,
    ),
    row(
        "E0433",
        &[Message("cannot find $_ `$x` in this scope"), Proposal("use neurocomp::prelude::$x;$_")],
        FIRST_CELL_EN,
        FIRST_CELL_FR,
    ),
    row(
        "E0433",
        &[Message("cannot find module or crate `$x` in this scope"), Proposal("use neurocomp::$x;$_")],
        FIRST_CELL_EN,
        FIRST_CELL_FR,
    ),
    row(
        "E0425",
        &[Message("cannot find type `$name` in this scope")],
        "The type `$name` does not exist: $meant.",
        "Le type `$name` n'existe pas : $voulu.",
    )
    .when(a_type_of_another_language),
    row(
        "E0425",
        NO_FUNCTION,
        "`$name` is written after the number in Rust: `x.$name()`.",
        "En Rust, `$name` s'écrit derrière le nombre : `x.$name()`.",
    )
    .when(a_function_of_numbers),
    row(
        "E0425",
        &[Message("cannot find function `range` in this scope")],
        "Rust counts with `0..10` (0 to 9).",
        "Rust compte avec `0..10` (de 0 à 9).",
    ),
    row(
        "E0425",
        NO_VALUE,
        "`$name` is not known here: is it misspelt, or has the cell that makes it not been run (to its end)?",
        "`$name` n'est pas connue ici : faute de frappe, ou cellule qui la crée pas encore exécutée (jusqu'au bout) ?",
    )
    .when(nothing_is_proposed),
    row(
        "E0425",
        NO_FUNCTION,
        "The function `$name` is not known here: is it misspelt, or has the cell that holds it not been run?",
        "La fonction `$name` n'est pas connue ici : faute de frappe, ou cellule qui la contient pas encore exécutée ?",
    )
    .when(nothing_is_proposed),
    row(
        "E0434",
        &[Message("can't capture dynamic environment in a fn item"), Marked("$name")],
        "A function does not see the variables around it: give it `$name` as an argument.",
        "Une fonction ne voit pas les variables qui l'entourent : donnez-lui `$name` comme argument.",
    ),
    row(
        "E0423",
        &[Message("expected function, found macro `$name`")],
        "`$name` is written with `!`: `$name!(…)`.",
        "`$name` s'écrit avec un `!` : `$name!(…)`.",
    ),
    row(
        "E0423",
        &[Message("expected function, tuple struct or tuple variant, found struct `$name`"), Child("use struct literal syntax instead of calling")],
        "A `$name` is made with braces and the names of its fields: `$name { field: … }`.",
        "Un `$name` se crée avec des accolades et les noms de ses champs : `$name { champ: … }`.",
    ),
    // Methods and fields.
    row(
        "E0599",
        &[Message("no method named `$name` found for type `$int` in the current scope")],
        "`$name` exists for real numbers only: write `2.0` instead of `2`, or `(… as f64).$name(…)`.",
        "`$name` n'existe que pour les nombres réels : écrivez `2.0` au lieu de `2`, ou `(… as f64).$name(…)`.",
    )
    .when(a_function_of_real_numbers),
    row(
        "E0599",
        &[Message("no method named `$name` found for enum `$kind` in the current scope"), Child("the method `$name` exists on the type `$_`")],
        "The value is still packed in a `$wrapper`: take it out first, `.unwrap().$name(…)`.",
        "La valeur est encore emballée dans un `$wrapper` : sortez-la d'abord, `.unwrap().$name(…)`.",
    )
    .when(packed),
    row(
        "E0599",
        &[Message("no method named `unwrap` found for type `$kind` in the current scope")],
        "This is a `$kind` already: there is nothing to take out, leave `.unwrap()` out.",
        "C'est déjà un `$kind` : il n'y a rien à sortir, enlevez `.unwrap()`.",
    ),
    row(
        "E0599",
        &[Message("no method named `clone` found for struct `$name` in the current scope"), Somewhere("method `clone` not found for this struct")],
        "A `$name` can be copied once `#[derive(Clone)]` is above `struct $name`.",
        "Un `$name` peut être copié dès que `#[derive(Clone)]` figure au-dessus de `struct $name`.",
    ),
    row(
        "E0599",
        &[Message("no method named `$name` found for struct `Vec<$kind>` in the current scope")],
        "A `Vec` has no `$name`, an array has: `Array1::from(…)` around the `Vec`.",
        "Un `Vec` n'a pas de `$name`, un tableau si : entourez le `Vec` de `Array1::from(…)`.",
    )
    .when(a_method_of_arrays),
    row(
        "E0599",
        &[Message("no method named `total_cmp` found for $_")],
        "Rust does not know yet what kind of numbers these are: say it where the list is made, `Vec<f64>`.",
        "Rust ne sait pas encore de quelle sorte de nombres il s'agit : dites-le là où la liste est créée, `Vec<f64>`.",
    ),
    row("E0599", &[Message(NO_METHOD), Child("there is a method `$near` with a similar name")], MEANT_EN, MEANT_FR),
    row(
        "E0599",
        &[Message("no function or associated item named `new` found for struct `$kind` in the current scope"), Here("function or associated item not found in `$name`")],
        "`$name` has no `new`: make one with braces, `$name { field: … }`.",
        "`$name` n'a pas de `new` : créez-en un avec des accolades, `$name { champ: … }`.",
    )
    .when(a_struct_of_the_student),
    row(
        "E0616",
        &[Message("field `$name` of struct `$_` is private"), Child("a method `$name` also exists, call it with parentheses")],
        "`$name` is a method, which is called with parentheses: `.$name()`.",
        "`$name` est une méthode, qu'on appelle avec des parenthèses : `.$name()`.",
    ),
    row(
        "E0615",
        &[Message("attempted to take value of method `$name` on type `$_`")],
        "`$name` is a method, which is called with parentheses: `.$name()`.",
        "`$name` est une méthode, qu'on appelle avec des parenthèses : `.$name()`.",
    ),
    row(
        "E0609",
        &[Message("no field `$name` on type `$kind`"), Child("available field$_: $fields")],
        "There is no field `$name`. There is: $fields.",
        "Il n'y a pas de champ `$name`. Il y a : $fields.",
    )
    .when(all_fields),
    row(
        "E0560",
        &[Message("struct `$_` has no field named `$name`"), Child("available fields are: $fields")],
        "There is no field `$name`. There is: $fields.",
        "Il n'y a pas de champ `$name`. Il y a : $fields.",
    )
    .when(all_fields),
    row(
        "E0063",
        &[Message("missing field$_ $fields in initializer of `$kind`"), Marked("$name")],
        "A `$name` needs all of its fields: `$fields` is missing.",
        "Un `$name` a besoin de tous ses champs : il manque `$fields`.",
    )
    .when(only_one_field),
];

fn moved_by_an_earlier_cell(facts: &Facts, found: &mut Found) -> Option<()> {
    let Gone::Moved(line) = facts.known.gone(found.get("name")?)? else {
        return None;
    };
    found.set("by", super::shortened(line));
    is_not_defined_here(facts, found)
}

fn lost(facts: &Facts, found: &mut Found) -> Option<()> {
    (*facts.known.gone(found.get("name")?)? == Gone::Lost).then_some(())?;
    is_not_defined_here(facts, found)
}

fn of_an_older_type(facts: &Facts, found: &mut Found) -> Option<()> {
    (*facts.known.gone(found.get("name")?)? == Gone::Retyped).then_some(())?;
    is_not_defined_here(facts, found)
}

fn is_not_defined_here(facts: &Facts, found: &mut Found) -> Option<()> {
    let name = found.get("name")?;
    facts.source.all_kept().all(|kept| kept != name).then_some(())
}

fn a_variable_of_the_notebook(facts: &Facts, found: &mut Found) -> Option<()> {
    facts.known.exists(found.get("name")?).then_some(())
}

fn pi(_: &Facts, found: &mut Found) -> Option<()> {
    ["pi", "Pi", "PI"].contains(&found.get("name")?).then_some(())
}

/// rustc finds any two names of one letter similar.
fn a_likely_name(_: &Facts, found: &mut Found) -> Option<()> {
    let name = found.get("name")?;
    (name.chars().count() > 2 && type_of_another_language(name).is_none()).then_some(())
}

fn type_of_another_language(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "float" | "double" | "real" | "Float" | "number" => ("a real number is a `f64`", "un nombre réel est un `f64`"),
        "int" | "integer" | "Int" | "long" | "uint" => {
            ("a whole number is a `i32`, an index a `usize`", "un entier est un `i32`, un indice un `usize`")
        }
        "string" | "text" | "Str" => (
            "a text is a `String`, or `&str` if it is only read",
            "un texte est un `String`, ou `&str` s'il n'est que lu",
        ),
        "boolean" | "Bool" => ("true or false is a `bool`", "vrai ou faux est un `bool`"),
        "list" | "vector" | "List" => {
            ("a list of real numbers is a `Vec<f64>`", "une liste de nombres réels est un `Vec<f64>`")
        }
        _ => return None,
    })
}

fn a_type_of_another_language(_: &Facts, found: &mut Found) -> Option<()> {
    let (meant, french) = type_of_another_language(found.get("name")?)?;
    found.set("meant", meant);
    found.set("voulu", french);
    Some(())
}

/// Methods of `f64` without an argument.
const OF_REAL: [&str; 14] =
    ["sqrt", "exp", "ln", "log10", "log2", "sin", "cos", "tan", "tanh", "floor", "ceil", "round", "cbrt", "recip"];

fn a_function_of_numbers(_: &Facts, found: &mut Found) -> Option<()> {
    let name = found.get("name")?;
    (OF_REAL.contains(&name) || name == "abs").then_some(())
}

fn a_function_of_real_numbers(_: &Facts, found: &mut Found) -> Option<()> {
    let name = found.get("name")?;
    let is_real =
        OF_REAL.contains(&name) || ["powf", "powi", "log", "atan2", "hypot", "sinh", "cosh", "fract"].contains(&name);
    (is_real && is_whole(found.get("int")?)).then_some(())
}

fn packed(_: &Facts, found: &mut Found) -> Option<()> {
    let wrapper = found.get("kind")?.split('<').next()?;
    let wrapper = ["Result", "Option"].into_iter().find(|known| *known == wrapper)?;
    found.set("wrapper", wrapper);
    Some(())
}

pub(super) fn a_method_of_arrays(_: &Facts, found: &mut Found) -> Option<()> {
    let is_method = ["mean", "std", "var", "sum", "mapv", "map", "shape", "dot", "slice_axis", "sum_axis", "mean_axis"];
    (found.get("kind")? == "f64" && is_method.contains(&found.get("name")?)).then_some(())
}

fn a_struct_of_the_student(facts: &Facts, _: &mut Found) -> Option<()> {
    let label = "function or associated item `new` not found for this struct";
    let place = facts.place_labelled(label, &mut Found::default())?;
    place.text.contains('{').then_some(())
}

fn all_fields(_: &Facts, found: &mut Found) -> Option<()> {
    (!found.get("fields")?.contains(" and ")).then_some(())
}

fn only_one_field(_: &Facts, found: &mut Found) -> Option<()> {
    (!found.get("fields")?.contains([',', ' '])).then_some(())
}

fn nothing_is_proposed(facts: &Facts, _: &mut Found) -> Option<()> {
    let is_unlikely = |message: &str| message.ends_with("with a similar name exists");
    facts.children.iter().all(|child| is_unlikely(&child.message)).then_some(())
}
