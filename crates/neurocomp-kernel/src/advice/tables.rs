//! Tables and figures, by the words of pandas, polars and matplotlib.

use super::Says::{Here, Message};
use super::pattern::Found;
use super::{Facts, Row, row};

const COLUMN_EN: &str = "A column of a table is taken by `.numbers(\"…\").unwrap()`, or `.texts(\"…\").unwrap()`.";
const COLUMN_FR: &str = "Une colonne d'une table se prend par `.numbers(\"…\").unwrap()`, ou `.texts(\"…\").unwrap()`.";
const SHOWN_EN: &str = "A table is shown when its name is the last line of a cell; in a text write `{:?}`.";
const SHOWN_FR: &str =
    "Une table s'affiche quand son nom est la dernière ligne d'une cellule ; dans un texte, écrivez `{:?}`.";
const NO_METHOD: &[super::Says] = &[Message("no method named `$name` found for struct `$kind` in the current scope")];
const POLARS_EN: &str = "Tables have no `$name` here: rows are chosen by `.filter_between(…)`, `.filter_equal(…)`, and summed up by `.mean_by(…)`, `.count_by(…)`.";
const POLARS_FR: &str = "Les tables n'ont pas de `$name` ici : on choisit des lignes par `.filter_between(…)`, `.filter_equal(…)`, et on résume par `.mean_by(…)`, `.count_by(…)`.";

/// The table.
pub(super) const ROWS: &[Row] = &[
    row(
        "E0277",
        &[Message("`$_Table` is not an iterator")],
        "A table is not gone through row by row: take a column, `.numbers(\"…\").unwrap()` or `.texts(\"…\").unwrap()`, and go through that.",
        "On ne parcourt pas une table ligne par ligne : prenez une colonne, `.numbers(\"…\").unwrap()` ou `.texts(\"…\").unwrap()`, et parcourez-la.",
    ),
    row("E0608", &[Message("cannot index into a value of type `$_Table`")], COLUMN_EN, COLUMN_FR),
    row("E0277", &[Message("`$_Table` doesn't implement `std::fmt::Display`")], SHOWN_EN, SHOWN_FR),
    row(
        "E0599",
        NO_METHOD,
        "A table is saved by `.write(\"table.csv\").unwrap()`.",
        "Une table s'enregistre par `.write(\"table.csv\").unwrap()`.",
    )
    .when(a_saved_table),
    row(
        "E0599",
        NO_METHOD,
        "A figure is saved by `.write(\"figure.svg\").unwrap()`, as a page by `.write(\"figure.html\").unwrap()`.",
        "Une figure s'enregistre par `.write(\"figure.svg\").unwrap()`, comme page par `.write(\"figure.html\").unwrap()`.",
    )
    .when(a_saved_figure),
    row("E0599", NO_METHOD, POLARS_EN, POLARS_FR).when(a_method_of_polars),
    row("E0425", &[Message("cannot find function `$name` in this scope")], POLARS_EN, POLARS_FR).when(an_expression),
    row(
        "E0277",
        &[Message("the trait bound `Result<$_>: AsRef<$_Path>` is not satisfied"), Here("$_ is not implemented for `Result<$_>`")],
        "This may be an error instead of a path: write `.unwrap()` after it, `$here.unwrap()`.",
        "Ceci peut être une erreur au lieu d'un chemin : écrivez `.unwrap()` après, `$here.unwrap()`.",
    ),
];

fn is_a(kind: &str, found: &Found) -> bool {
    found.get("kind").is_some_and(|of| of.rsplit("::").next() == Some(kind))
}

fn a_saved_table(_: &Facts, found: &mut Found) -> Option<()> {
    let saves = ["save", "to_csv", "write_csv", "export", "to_excel"].contains(&found.get("name")?);
    (saves && is_a("Table", found)).then_some(())
}

fn a_saved_figure(_: &Facts, found: &mut Found) -> Option<()> {
    let saves =
        ["save", "savefig", "write_html", "write_image", "to_html", "export", "save_svg"].contains(&found.get("name")?);
    (saves && is_a("Figure", found)).then_some(())
}

fn a_method_of_polars(_: &Facts, found: &mut Found) -> Option<()> {
    let is_one =
        ["lazy", "filter", "group_by", "groupby", "select", "agg", "query", "loc"].contains(&found.get("name")?);
    (is_one && is_a("Table", found)).then_some(())
}

fn an_expression(_: &Facts, found: &mut Found) -> Option<()> {
    ["col", "lit"].contains(&found.get("name")?).then_some(())
}
