//! Tables and figures, asked for in the words of Python's libraries.

use super::Says::{Here, Line, Message};
use super::pattern::Found;
use super::{Facts, Row, row};

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0599",
        &[Message("no method named `$name` found for struct `$_Figure` in the current scope")],
        "A figure is saved by `.write(\"figure.svg\")`; with the ending `.html` it is a page with the interactive figure.",
        "Une figure s'enregistre par `.write(\"figure.svg\")` ; avec la fin `.html`, c'est une page avec la figure interactive.",
    )
    .when(a_word_for_saving),
    row(
        "E0599",
        &[Message("no method named `$name` found for struct `$_Table` in the current scope")],
        "A table is saved by `.write(\"table.csv\")`.",
        "Une table s'enregistre par `.write(\"table.csv\")`.",
    )
    .when(a_word_for_saving),
    row(
        "E0608",
        &[Message("cannot index into a value of type `$_Table`")],
        "A column of a table is `.numbers(\"name\")`, or `.texts(\"name\")` if it holds texts; after `.unwrap()`, its first value is \
         `[0]`.",
        "Une colonne d'une table est `.numbers(\"nom\")`, ou `.texts(\"nom\")` si elle contient des textes ; après `.unwrap()`, sa \
         première valeur est `[0]`.",
    ),
    row(
        "E0277",
        &[Message("`$_Table` is not an iterator")],
        "A table is read by its columns: `for x in $here.numbers(\"name\").unwrap() { … }`.",
        "Une table se lit par ses colonnes : `for x in $here.numbers(\"nom\").unwrap() { … }`.",
    ),
    row(
        "E0277",
        &[Message("the trait bound `Result<PathBuf, $_>: AsRef<$_Path>` is not satisfied")],
        "`dataset(…)` may find no file (`Result`): take the path out, `dataset(…).unwrap()`.",
        "`dataset(…)` peut ne pas trouver le fichier (`Result`) : sortez le chemin par `dataset(…).unwrap()`.",
    ),
    row(
        "E0308",
        &[Here("expected `f64`, found `&$_str`"), Line("$_.filter_equal($_")],
        "`filter_equal` compares numbers; rows with a text are chosen by `filter_text(…, $here)`.",
        "`filter_equal` compare des nombres ; des lignes avec un texte se choisissent par `filter_text(…, $here)`.",
    ),
    row(
        "E0425",
        &[Message("cannot find function `$name` in this scope")],
        "polars' `$name` is not here: a `Table` chooses rows by `filter_equal`, `filter_between` and `filter_text`.",
        "`$name` de polars n'est pas ici : une `Table` choisit des lignes par `filter_equal`, `filter_between` et `filter_text`.",
    )
    .when(a_word_of_polars),
    row(
        "E0599",
        &[Message("no method named `$name` found for struct `$_Table` in the current scope")],
        "A table has no `$name` here: it chooses rows by `filter_equal`, `filter_between` and `filter_text`, and sums up by `mean_by` and \
         `count_by`.",
        "Une table n'a pas de `$name` ici : elle choisit des lignes par `filter_equal`, `filter_between` et `filter_text`, et résume par \
         `mean_by` et `count_by`.",
    )
    .when(a_method_of_polars),
];

fn a_word_for_saving(_: &Facts, found: &mut Found) -> Option<()> {
    let words = ["save", "savefig", "to_csv", "to_excel", "to_html", "to_svg", "write_csv", "write_html", "write_svg"];
    words.contains(&found.get("name")?).then_some(())
}

fn a_word_of_polars(_: &Facts, found: &mut Found) -> Option<()> {
    ["col", "lit"].contains(&found.get("name")?).then_some(())
}

fn a_method_of_polars(_: &Facts, found: &mut Found) -> Option<()> {
    ["lazy", "filter", "group_by", "groupby", "select", "agg", "query", "loc"]
        .contains(&found.get("name")?)
        .then_some(())
}
