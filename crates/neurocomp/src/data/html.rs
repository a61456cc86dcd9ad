//! A table as HTML, for the notebook.

use polars::prelude::{AnyValue, DataFrame};

use crate::display::escaped;
use crate::language::choose;

/// As many rows fit a page; of longer tables the first and last ones are shown.
const ROWS: usize = 20;
/// As many columns fit a page.
const COLUMNS: usize = 12;

/// A table with a caption that says how large it is, the names as headings of the columns. JupyterLab gives it the colours of
/// its theme.
pub(super) fn table(frame: &DataFrame) -> String {
    let (rows, columns) = frame.shape();
    let mut html = format!(
        "<table class=\"neurocomp\"><caption>{}</caption><thead><tr>",
        choose(format!("{rows} rows × {columns} columns"), format!("{rows} lignes × {columns} colonnes"),)
    );
    for column in frame.columns().iter().take(COLUMNS) {
        html += &format!("<th scope=\"col\">{}</th>", escaped(column.name()));
    }
    html += more_columns(columns, "th");
    html += "</tr></thead><tbody>";
    let half = ROWS / 2;
    for row in 0..rows {
        if rows > ROWS && row == half {
            html += &format!("<tr><td colspan=\"{}\">…</td></tr>", columns.min(COLUMNS + 1));
        }
        if rows <= ROWS || row < half || row >= rows - half {
            html += &line(frame, row);
        }
    }
    html + "</tbody></table>"
}

fn line(frame: &DataFrame, row: usize) -> String {
    let mut html = String::from("<tr>");
    for column in frame.columns().iter().take(COLUMNS) {
        let value = column.get(row).unwrap_or(AnyValue::Null);
        let side = if value.is_primitive_numeric() { "right" } else { "left" };
        html += &format!("<td style=\"text-align:{side}\">{}</td>", escaped(&text(&value)));
    }
    html += more_columns(frame.width(), "td");
    html + "</tr>"
}

fn text(value: &AnyValue<'_>) -> String {
    match value {
        AnyValue::Null => "–".to_owned(),
        AnyValue::String(text) => (*text).to_owned(),
        AnyValue::StringOwned(text) => text.to_string(),
        AnyValue::Float64(number) => number_text(*number),
        AnyValue::Float32(number) => number_text(f64::from(*number)),
        other => other.to_string(),
    }
}

/// Six significant digits, as many as a page of numbers bears.
fn number_text(number: f64) -> String {
    let size = number.abs();
    if number == 0.0 || !number.is_finite() || number.fract() == 0.0 && size < 1e9 {
        return format!("{number}");
    }
    if !(1e-4..1e9).contains(&size) {
        return format!("{number:.5e}");
    }
    let digits = (5 - size.log10().floor() as i32).clamp(0, 9) as usize;
    let text = format!("{number:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

fn more_columns(columns: usize, tag: &str) -> &'static str {
    match (columns > COLUMNS, tag) {
        (false, _) => "",
        (true, "th") => "<th scope=\"col\">…</th>",
        (true, _) => "<td>…</td>",
    }
}

#[cfg(test)]
mod tests {
    use polars::df;

    use super::*;

    #[test]
    fn names_and_values_are_escaped() {
        let frame = df!("a<b" => ["x & y", "</table>"]).unwrap();
        let html = table(&frame);
        assert!(html.contains("a&lt;b") && html.contains("x &amp; y") && !html.contains("</table></td>"));
        assert!(roxmltree::Document::parse(&html).is_ok());
    }

    #[test]
    fn a_long_table_shows_its_two_ends() {
        let frame = df!("n" => (0..1000).collect::<Vec<i32>>()).unwrap();
        let html = table(&frame);
        assert!(html.contains(">0<") && html.contains(">999<") && !html.contains(">500<"));
        assert_eq!(html.matches("<tr>").count(), 1 + ROWS + 1);
    }

    #[test]
    fn numbers_have_six_digits() {
        for (number, shown) in [
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333"),
            (12345.678, "12345.7"),
            (20.0, "20"),
            (1e-7, "1.00000e-7"),
            (-2.5, "-2.5"),
        ] {
            assert_eq!(number_text(number), shown);
        }
    }
}
