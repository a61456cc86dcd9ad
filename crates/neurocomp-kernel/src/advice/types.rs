//! Other values than what is wanted: the rest of E0308, and `if` without `else`.

use super::Says::{Child, Here, Marked, Message, Proposal, Somewhere};
use super::pattern::{Found, axes, is_array, is_name, is_real, is_view_of, is_whole, matches};
use super::{Facts, Row, row, shortened};

const WANTED: &[super::Says] = &[Here("expected $want, found $got")];

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0317",
        &[Message("`if` may be missing an `else` clause")],
        "An `if` that gives a value needs an `else { … }` with a value for the other case.",
        "Un `if` qui donne une valeur a besoin d'un `else { … }` avec une valeur pour l'autre cas.",
    ),
    row(
        "E0308",
        &[Here("expected `bool`, found `()`"), Child("you might have meant to compare for equality")],
        "`=` gives a value to a variable; to compare, write `==`.",
        "`=` donne une valeur à une variable ; pour comparer, écrivez `==`.",
    ),
    row(
        "E0308",
        &[Here("expected `bool`, found $int")],
        "A condition must be true or false: compare the number with something, for example `$here != 0`.",
        "Une condition doit être vraie ou fausse : comparez le nombre à quelque chose, par exemple `$here != 0`.",
    )
    .when(a_name),
    row(
        "E0308",
        &[Here("expected $want, found `()`"), Child("remove this semicolon to return this value"), Somewhere("implicitly returns `()`$_")],
        "The last line of a function is its value, without `;`: take the `;` away.",
        "La dernière ligne d'une fonction est sa valeur, sans `;` : enlevez le `;`.",
    ),
    row(
        "E0308",
        &[Here("expected $want, found `()`"), Child("remove this semicolon to return this value")],
        "The last line between `{` and `}` is the value, without `;`: take the `;` away.",
        "La dernière ligne entre `{` et `}` est la valeur, sans `;` : enlevez le `;`.",
    ),
    row(
        "E0308",
        &[Here("expected $want, found `()`"), Somewhere("implicitly returns `()` as its body has no tail or `return` expression")],
        "The function promises a `$want` (`-> $want`): its last line must be that value, without `;`.",
        "La fonction promet un `$want` (`-> $want`) : sa dernière ligne doit être cette valeur, sans `;`.",
    ),
    row(
        "E0308",
        &[Here("expected $want, found `()`"), Child("`for` loops evaluate to unit type `()`")],
        "A loop has no value: write the function's value in a line of its own, after the loop.",
        "Une boucle n'a pas de valeur : écrivez la valeur de la fonction sur une ligne à elle, après la boucle.",
    ),
    row(
        "E0308",
        &[Here("expected `()`, found $got"), Child("try adding a return type"), Proposal(" -> $kind")],
        "The function does not say that it gives a value back: write `-> $kind` after its list of arguments.",
        "La fonction ne dit pas qu'elle rend une valeur : écrivez `-> $kind` après la liste de ses arguments.",
    )
    .when(a_function_of_the_student),
    row(
        "E0308",
        &[Here("expected `()`, found $got"), Somewhere("`if` expressions without `else` arms expect their inner expression to be `()`")],
        "An `if` that gives a value needs an `else { … }` with a value for the other case.",
        "Un `if` qui donne une valeur a besoin d'un `else { … }` avec une valeur pour l'autre cas.",
    )
    .when(no_other_word_for_else),
    // Texts.
    row(
        "E0308",
        &[Here("expected `String`, found `&str`")],
        "A `String` is wanted here: write `$here.to_string()`.",
        "Il faut ici un `String` : écrivez `$here.to_string()`.",
    )
    .when(a_text_or_a_name),
    row(
        "E0308",
        &[Here("expected `&str`, found `String`")],
        "Only a look at the text is wanted here: write `&$here`.",
        "On ne veut ici que lire le texte : écrivez `&$here`.",
    )
    .when(a_name),
    row(
        "E0308",
        &[Here("expected `&str`, found $number")],
        "A number is not joined to a text by `+`: write `format!(\"{}{}\", …, $here)`.",
        "On ne joint pas un nombre à un texte par `+` : écrivez `format!(\"{}{}\", …, $here)`.",
    )
    .when(an_added_number),
    // Lent or given.
    row(
        "E0308",
        &[Here("types differ in mutability"), Somewhere("arguments to this $_ are incorrect"), Marked("&$name")],
        "The function changes `$name`: write `&mut $name` in the call.",
        "La fonction modifie `$name` : écrivez `&mut $name` dans l'appel.",
    ),
    row(
        "E0308",
        &[Here("expected $want, found $got"), Child("consider borrowing here"), Proposal("&")],
        "Here `$here` is only lent, not given away: write `&$here`.",
        "Ici, `$here` n'est que prêtée, pas donnée : écrivez `&$here`.",
    )
    .when(a_name),
    row(
        "E0308",
        &[Here("expected $want, found $got"), Child("consider mutably borrowing here"), Proposal("&mut ")],
        "The function changes `$here`: write `&mut $here` in the call.",
        "La fonction modifie `$here` : écrivez `&mut $here` dans l'appel.",
    )
    .when(a_name),
    row(
        "E0308",
        &[Here("expected $want, found $got"), Child("consider removing the borrow"), Marked("&$name")],
        "The value itself is wanted here, not a `&` to it: write `$name.clone()`, or `$name` if you no longer need it.",
        "Il faut ici la valeur elle-même, pas un `&` vers elle : écrivez `$name.clone()`, ou `$name` si vous n'en avez plus \
         besoin.",
    ),
    row(
        "E0614",
        &[Message("type `$kind` cannot be dereferenced")],
        "`*` goes from a reference (`&`) to the value, and this is the value already: take one `*` away.",
        "`*` mène d'une référence (`&`) à la valeur, et ceci est déjà la valeur : enlevez un `*`.",
    ),
    // Lists and arrays.
    row(
        "E0308",
        WANTED,
        "A `Vec` is wanted here, and `[…]` is a fixed array: write `vec!$here`.",
        "Il faut ici un `Vec`, et `[…]` est un tableau fixe : écrivez `vec!$here`.",
    )
    .when(a_fixed_array),
    row(
        "E0308",
        WANTED,
        "An array is wanted here, and this is a `Vec`: write `Array1::from(…)` around it.",
        "Il faut ici un tableau, et ceci est un `Vec` : entourez-le de `Array1::from(…)`.",
    )
    .when(a_list_for_an_array),
    row(
        "E0308",
        &[Message("arguments to this function are incorrect"), Child("expected `&ArrayRef$_<$_`, found `&Vec<$_`")],
        "Arrays are wanted here, and `$name` is a `Vec`: write `&Array1::from($name.clone())`, or make an array of it from the start.",
        "Il faut ici des tableaux, et `$name` est un `Vec` : écrivez `&Array1::from($name.clone())`, ou faites-en un tableau dès le \
         début.",
    )
    .when(a_list_among_the_arguments),
    row(
        "E0308",
        WANTED,
        "A `Vec` is wanted here, and this is an array: write `.to_vec()` after it.",
        "Il faut ici un `Vec`, et ceci est un tableau : écrivez `.to_vec()` derrière.",
    )
    .when(an_array_for_a_list),
    row(
        "E0308",
        WANTED,
        "One number is wanted here, and this is a whole array: take its sum, `.sum()`, one element, `[0]`, or go number by number, \
         `.mapv(…)`.",
        "Il faut ici un nombre, et ceci est tout un tableau : prenez-en la somme, `.sum()`, un élément, `[0]`, ou traitez nombre \
         par nombre, `.mapv(…)`.",
    )
    .when(an_array_for_a_number),
    row(
        "E0308",
        WANTED,
        "The chain of steps has not been run yet: end it with `.collect()`.",
        "La suite d'étapes n'a pas encore été exécutée : terminez-la par `.collect()`.",
    )
    .when(an_open_chain),
    row(
        "E0308",
        &[Here("expected `&mut Vec<$_>`, found $_"), Somewhere("arguments to this method are incorrect"), Child("you might have meant to use `push`")],
        "`append` takes a whole list; one value is added by `push`.",
        "`append` prend toute une liste ; une seule valeur s'ajoute par `push`.",
    ),
    // What may not be there, and several values.
    row(
        "E0308",
        WANTED,
        "This may hold no value (`Option`): take the value out, `.unwrap()`.",
        "Ceci peut ne contenir aucune valeur (`Option`) : sortez-la par `.unwrap()`.",
    )
    .when(an_option),
    row(
        "E0308",
        WANTED,
        "This may be an error (`Result`): take the value out, `.unwrap()`.",
        "Ceci peut être une erreur (`Result`) : sortez la valeur par `.unwrap()`.",
    )
    .when(a_result),
    row(
        "E0308",
        WANTED,
        "The value may be missing here (`Option`): write `Some($here)`.",
        "La valeur peut manquer ici (`Option`) : écrivez `Some($here)`.",
    )
    .when(a_value_for_an_option),
    row(
        "E0308",
        WANTED,
        "There are several values, `$got`: take them apart, `let (a, b) = …`, or choose one, `….0`.",
        "Il y a plusieurs valeurs, `$got` : séparez-les, `let (a, b) = …`, ou choisissez-en une, `….0`.",
    )
    .when(a_pair),
    row(
        "E0308",
        &[Somewhere("arguments to this $_ are incorrect"), Here("expected $want, found $got")],
        "An array with one axis is wanted here, and this one has two: choose a row of it, `.row(0)`, or a column, `.column(0)`.",
        "Il faut ici un tableau à un axe, et celui-ci en a deux : choisissez-en une ligne, `.row(0)`, ou une colonne, `.column(0)`.",
    )
    .when(a_matrix_for_any_list),
    row(
        "E0308",
        &[Here("expected an array with a size of $want, found one with a size of $got"), Marked("$_*$_")],
        "`*` multiplies number by number: the product of a matrix and a vector is `matrix.dot(&vector)`.",
        "`*` multiplie nombre par nombre : le produit d'une matrice et d'un vecteur est `matrice.dot(&vecteur)`.",
    )
    .when(a_matrix_by_a_vector),
    row(
        "E0308",
        &[Here("expected an array with a size of $want, found one with a size of $got")],
        "The number of axes of the array is not the one that is wanted here: wanted `Array$want`, received `Array$got`.",
        "Le nombre d'axes du tableau n'est pas celui qu'il faut ici : attendu `Array$want`, reçu `Array$got`.",
    )
    .when(an_array_of_other_axes),
    row(
        "E0308",
        WANTED,
        "An array of its own is wanted here, and this is a view of another one: write `&$new`.",
        "Il faut ici un tableau à part entière, et ceci n'est qu'une vue d'un autre : écrivez `&$new`.",
    )
    .when(a_view_for_an_array),
    row(
        "E0308",
        &[Message("arguments to this function are incorrect"), Child("swap these arguments")],
        "The arguments are in the wrong order.",
        "Les arguments ne sont pas dans le bon ordre.",
    ),
    row(
        "E0308",
        &[Message("`if` and `else` have incompatible types"), Here("expected $want, found $got")],
        "Both branches of the `if` need a value of the same type, and these differ.",
        "Les deux branches du `if` doivent donner une valeur du même type, et celles-ci diffèrent.",
    )
    .when(not_nothing),
];

fn a_name(facts: &Facts, _: &mut Found) -> Option<()> {
    is_name(&facts.primary()?.marked()).then_some(())
}

fn a_text_or_a_name(facts: &Facts, _: &mut Found) -> Option<()> {
    let code = facts.primary()?.marked();
    let is_text = code.starts_with('"') && code.ends_with('"') && code.chars().count() <= 40;
    let grows = |(_, line): (usize, &str)| line.contains(&format!("let mut {code} = \"\""));
    (is_text || is_name(&code) && !facts.source.student_lines().any(grows)).then_some(())
}

fn an_added_number(facts: &Facts, found: &mut Found) -> Option<()> {
    let kind = found.get("number")?;
    (is_real(kind) || is_whole(kind)).then_some(())?;
    let place = facts.primary()?;
    place.before().trim_end().ends_with('+').then_some(())
}

fn a_function_of_the_student(facts: &Facts, _: &mut Found) -> Option<()> {
    let place = facts.place_of_proposal("try adding a return type")?;
    let is_function = place.text.trim_start().starts_with("fn ") || place.text.contains(" fn ");
    (is_function && facts.source.is_students(place.line)).then_some(())
}

/// `elif` and `elseif` make an `if` without `else` of it.
fn no_other_word_for_else(facts: &Facts, _: &mut Found) -> Option<()> {
    let has_one = facts.source.student_lines().any(|(_, line)| line.contains("elif") || line.contains("elseif"));
    (!has_one).then_some(())
}

fn a_fixed_array(facts: &Facts, found: &mut Found) -> Option<()> {
    let is_it = found.get("want")?.starts_with("Vec<") && found.get("got")?.starts_with('[');
    let code = facts.primary()?.marked();
    (is_it && code.starts_with('[') && code.ends_with(']') && shortened(&code) == code).then_some(())
}

fn a_list_for_an_array(_: &Facts, found: &mut Found) -> Option<()> {
    (is_array(found.get("want")?) && found.get("got")?.starts_with("Vec<")).then_some(())
}

fn a_list_among_the_arguments(facts: &Facts, found: &mut Found) -> Option<()> {
    let note = "expected `&ArrayRef$_<$_`, found `&Vec<$_`";
    let place = facts.place_of_proposal(note)?;
    matches("&$name", &place.marked(), found).then_some(())
}

fn an_array_for_a_list(_: &Facts, found: &mut Found) -> Option<()> {
    (found.get("want")?.starts_with("Vec<") && is_array(found.get("got")?)).then_some(())
}

fn an_array_for_a_number(_: &Facts, found: &mut Found) -> Option<()> {
    let array = found.get("got")?.trim_start_matches('&');
    (found.get("want")? == "f64" && is_array(array)).then_some(())
}

fn an_open_chain(_: &Facts, found: &mut Found) -> Option<()> {
    let chain = ["Map<", "Filter<", "Enumerate<", "Zip<", "Rev<", "Skip<", "Take<", "StepBy<", "Iter<"];
    let got = found.get("got")?;
    (found.get("want")?.starts_with("Vec<") && chain.iter().any(|step| got.starts_with(step))).then_some(())
}

fn an_option(_: &Facts, found: &mut Found) -> Option<()> {
    let value = found.get("got")?.strip_prefix("Option<")?.strip_suffix('>')?;
    (found.get("want")? == value).then_some(())
}

fn a_result(_: &Facts, found: &mut Found) -> Option<()> {
    let value = found.get("got")?.strip_prefix("Result<")?.strip_suffix('>')?;
    value.starts_with(&format!("{}, ", found.get("want")?)).then_some(())
}

fn a_value_for_an_option(facts: &Facts, found: &mut Found) -> Option<()> {
    let is_wrapped =
        facts.children.iter().any(|child| child.message.starts_with("try wrapping the expression in `Some`"));
    let code = facts.primary()?.marked();
    (is_wrapped && found.get("want")?.starts_with("Option<") && shortened(&code) == code).then_some(())
}

fn a_pair(_: &Facts, found: &mut Found) -> Option<()> {
    let inside = found.get("got")?.strip_prefix('(')?.strip_suffix(')')?;
    (inside.contains(", ") && found.get("want")? == "f64").then_some(())
}

fn a_matrix_for_any_list(_: &Facts, found: &mut Found) -> Option<()> {
    let wanted = found.get("want")?.strip_prefix("&ArrayRef1<")?;
    let array = found.get("got")?.strip_prefix("&")?;
    (axes(array)? == '2' && array.ends_with(&format!("<{wanted}"))).then_some(())
}

fn a_matrix_by_a_vector(facts: &Facts, found: &mut Found) -> Option<()> {
    an_array_of_other_axes(facts, found)?;
    (found.get("want")? == "1" && found.get("got")? == "2").then_some(())
}

fn an_array_of_other_axes(facts: &Facts, found: &mut Found) -> Option<()> {
    let array = format!("Array{}<", found.get("want")?);
    facts.children.iter().any(|child| child.message.contains(&array)).then_some(())
}

fn a_view_for_an_array(facts: &Facts, found: &mut Found) -> Option<()> {
    let wanted = found.get("want")?.strip_prefix('&')?;
    is_view_of(found.get("got")?.trim_start_matches('&'), wanted).then_some(())?;
    let code = facts.primary()?.marked();
    (shortened(&code) == code).then_some(())?;
    found.set("new", format!("{}.to_owned()", code.trim_start_matches('&')));
    Some(())
}

fn not_nothing(_: &Facts, found: &mut Found) -> Option<()> {
    (found.get("want")? != "()" && found.get("got")? != "()").then_some(())
}
