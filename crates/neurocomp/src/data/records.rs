//! The rows of a text table: which character separates its columns, where the names are, and the values one row after the
//! other.

use std::borrow::Cow;

use super::fault::{Words, words};

/// Between two columns, in the order in which they are looked for.
const SEPARATORS: [char; 3] = ['\t', ';', ','];
/// The separator follows from this many rows.
const SAMPLE: usize = 100;

/// A fault in a line.
pub(super) type Fault = (usize, Words);

/// One value; borrowed from the text unless it was between quotation marks.
pub(super) type Value<'a> = Cow<'a, str>;

/// The rows of a text from some line on, those without any value left out.
#[derive(Clone)]
pub(super) struct Records<'a> {
    rest: &'a str,
    /// The number of the next line.
    line: usize,
    separator: char,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str, separator: char) -> Records<'a> {
        Records { rest: text, line: 1, separator }
    }

    /// Puts the values of the next row, without the blanks around them, in `values`; gives the line in which it begins, or
    /// `None` at the end.
    pub fn next(&mut self, values: &mut Vec<Value<'a>>) -> Result<Option<usize>, Fault> {
        while !self.rest.is_empty() {
            values.clear();
            let begin = self.line;
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            let line = &self.rest[..end];
            if line.contains('"') {
                self.with_quotation_marks(values)?;
            } else {
                values.extend(line.split(self.separator).map(|value| Cow::Borrowed(value.trim())));
                self.rest = self.rest.get(end + 1..).unwrap_or("");
                self.line += 1;
            }
            if values.iter().any(|value| !value.is_empty()) {
                return Ok(Some(begin));
            }
        }
        Ok(None)
    }

    /// A row in which a value may be between quotation marks, with separators, line breaks and doubled marks in it.
    fn with_quotation_marks(&mut self, values: &mut Vec<Value<'a>>) -> Result<(), Fault> {
        loop {
            let mut rest = self.rest.trim_start_matches([' ', '\u{a0}']);
            let next = |rest: &str| rest.find([self.separator, '\n']).unwrap_or(rest.len());
            let value = if let Some(inside) = rest.strip_prefix('"') {
                let mut value = String::new();
                rest = inside;
                loop {
                    let end = rest.find('"').ok_or_else(|| not_closed(self.line))?;
                    value += &rest[..end];
                    rest = &rest[end + 1..];
                    let Some(more) = rest.strip_prefix('"') else { break };
                    value.push('"');
                    rest = more;
                }
                self.line += value.matches('\n').count();
                let end = next(rest);
                value += rest[..end].trim_end();
                rest = &rest[end..];
                Cow::Owned(value)
            } else {
                let end = next(rest);
                let value = rest[..end].trim();
                rest = &rest[end..];
                Cow::Borrowed(value)
            };
            values.push(value);
            self.rest = rest.get(1..).unwrap_or("");
            if !rest.starts_with(self.separator) {
                self.line += 1;
                return Ok(());
            }
        }
    }
}

fn not_closed(line: usize) -> Fault {
    (line, words("a quotation mark `\"` is opened and never closed", "un guillemet `\"` est ouvert et jamais fermé"))
}

/// How a table is written.
pub(super) struct Layout {
    pub separator: char,
    /// The line of the names.
    pub line: usize,
    pub names: Vec<String>,
}

/// A table as one separator would have it: what its first rows are.
struct Reading {
    separator: char,
    rows: Vec<(usize, Vec<String>)>,
    /// Which of the rows has the names.
    header: usize,
}

impl Layout {
    /// Finds the separator and the names; `None` in a text without any value.
    pub fn of(text: &str) -> Result<Option<Layout>, Fault> {
        // Excel understands, and some programs write, a first line such as `sep=;`.
        let told = text.lines().next().and_then(|line| line.trim_end().strip_prefix("sep="));
        let told = told.map(|separator| separator.chars().next().unwrap_or('\t')).filter(char::is_ascii);
        let mut readings = Vec::new();
        for separator in told.map_or(SEPARATORS.to_vec(), |told| vec![told]) {
            readings.push(Reading::new(text, separator, told.is_some())?);
        }
        // Nothing, or nothing but separators.
        if readings.iter().any(|reading| reading.rows.is_empty()) {
            return Ok(None);
        }
        let fitting: Vec<&Reading> = readings.iter().filter(|reading| reading.fits()).collect();
        let reading = match fitting[..] {
            // None divides all rows alike: one column, or a fault that is told when the rows are read.
            [] => readings.iter().rev().max_by_key(|reading| reading.agreeing()),
            [only] => Some(only),
            [one, other, ..] => {
                let (a, b) = (one.name(), other.name());
                return Err((
                    one.rows[one.header].0,
                    (
                        format!(
                            "both {} and {} could separate the columns: replace one of them in the names of the columns",
                            a.0, b.0
                        ),
                        format!(
                            "{} et {} pourraient l’un et l’autre séparer les colonnes : remplacez l’un des deux dans les noms \
                             des colonnes",
                            a.1, b.1
                        ),
                    ),
                ));
            }
        };
        let Some(reading) = reading else { return Ok(None) };
        let (line, names) = &reading.rows[reading.header];
        check_names(names).map_err(|words| (*line, words))?;
        Ok(Some(Layout { separator: reading.separator, line: *line, names: names.clone() }))
    }

    /// The rows below the names.
    pub fn rows<'a>(&self, text: &'a str) -> Result<Records<'a>, Fault> {
        let mut records = Records::new(text, self.separator);
        let mut values = Vec::new();
        while records.next(&mut values)?.is_some_and(|line| line < self.line) {}
        Ok(records)
    }

    /// Leaves out empty values beyond the last name; refuses a row with more values than names, or fewer.
    pub fn fit(&self, line: usize, values: &mut Vec<Value<'_>>) -> Result<(), Fault> {
        let width = self.names.len();
        values.truncate(width.max(filled(values)));
        let received = values.len();
        if received == width {
            return Ok(());
        }
        let (top, names) = (self.line, width);
        let (mut en, mut fr) = (
            format!("expected {names} values, one for each name in line {top}, received {received}"),
            format!("{names} valeurs attendues, une pour chaque nom de la ligne {top}, reçu {received}"),
        );
        if received < width {
            en += ": is the line complete?";
            fr += " : la ligne est-elle complète ?";
        } else if self.separator == ',' {
            en += ": if the comma is also the decimal sign, save the table with `;` between the columns";
            fr += " : si la virgule sert aussi de signe décimal, enregistrez la table avec `;` entre les colonnes";
        } else {
            en += ": if the names are further down, delete the lines above them";
            fr += " : si les noms sont plus bas, supprimez les lignes au-dessus";
        }
        Err((line, (en, fr)))
    }
}

impl Reading {
    fn new(text: &str, separator: char, skip_first: bool) -> Result<Reading, Fault> {
        let mut records = Records::new(text, separator);
        let mut values = Vec::new();
        let mut rows = Vec::new();
        if skip_first {
            records.next(&mut values)?;
        }
        while let Some(line) = records.next(&mut values)?.filter(|_| rows.len() < SAMPLE) {
            rows.push((line, values.iter().map(|value| value.to_string()).collect()));
        }
        let mut reading = Reading { separator, rows, header: 0 };
        reading.header = reading.below_a_title();
        if let Some((_, names)) = reading.rows.get_mut(reading.header) {
            names.truncate(filled(names));
        }
        Ok(reading)
    }

    /// The first row that is no title. A title is alone in its line, and below it are several names, none of them a number,
    /// and somewhere a number.
    fn below_a_title(&self) -> usize {
        let is_title = |row: &(usize, Vec<String>)| filled(&row.1) == 1;
        let first = self.rows.iter().position(|row| !is_title(row)).unwrap_or(0);
        let has_number = |row: &(usize, Vec<String>)| row.1.iter().any(|value| looks_like_number(value));
        let names = self.rows.get(first).is_some_and(|row| !has_number(row));
        if names && self.rows[first + 1..].iter().any(has_number) { first } else { 0 }
    }

    fn width(&self) -> usize {
        self.rows[self.header].1.len()
    }

    /// Whether all rows have as many values as there are names, more than one.
    fn fits(&self) -> bool {
        self.width() > 1 && self.agreeing() == self.rows.len() - self.header
    }

    /// The number of rows with as many values as there are names; none if there is only one.
    fn agreeing(&self) -> usize {
        let width = self.width();
        let agrees = |row: &&(usize, Vec<String>)| width.max(filled(&row.1)) == width && row.1.len() >= width;
        if width > 1 { self.rows[self.header..].iter().filter(agrees).count() } else { 0 }
    }

    fn name(&self) -> Words {
        match self.separator {
            '\t' => words("tabs", "des tabulations"),
            other => words(&format!("`{other}`"), &format!("`{other}`")),
        }
    }
}

/// The number of values up to the last one that is not empty.
fn filled<T: AsRef<str>>(values: &[T]) -> usize {
    values.iter().rposition(|value| !value.as_ref().is_empty()).map_or(0, |last| last + 1)
}

fn looks_like_number(value: &str) -> bool {
    value.replace(',', ".").parse::<f64>().is_ok()
}

/// Refuses a missing name, one that is there twice, and numbers in place of names.
fn check_names(names: &[String]) -> Result<(), Words> {
    if names.iter().all(|name| looks_like_number(name)) {
        return Err(words(
            "expected the names of the columns, received numbers: write a line with the names above them",
            "les noms des colonnes attendus, reçu des nombres : écrivez au-dessus une ligne avec les noms",
        ));
    }
    for (k, name) in names.iter().enumerate() {
        let number = k + 1;
        if name.is_empty() {
            return Err((
                format!("column {number} has no name: write one"),
                format!("la colonne {number} n’a pas de nom : donnez-lui-en un"),
            ));
        }
        if names[..k].contains(name) {
            return Err((
                format!("two columns have the name `{name}`: change one of them"),
                format!("deux colonnes s’appellent `{name}` : changez l’un des noms"),
            ));
        }
    }
    Ok(())
}
