//! What the library refuses, and how it says no.
//!
//! All models refuse with one type, so that `?` works across them. A message names what is wrong as the code names it, the
//! values allowed with their unit, and the value received; it appears in the language of [`crate::language`].
//!
//! ```
//! use neurocomp::neuron::lif::{Lif, LifParams};
//! use neurocomp::{Result, current};
//!
//! fn spikes(tau_m: f64) -> Result<usize> {
//!     let neuron = Lif::new(LifParams { tau_m, ..Default::default() })?; // a neuron…
//!     let step = current::step(30.0, 10.0, 0.1, 100.0)?; // …and a current
//!     Ok(neuron.simulate_input(&step, 0.1)?.spikes.len())
//! }
//!
//! assert!(spikes(10.0)? > 0);
//! assert_eq!(spikes(-3.0).unwrap_err().to_string(), "tau_m must be finite and > 0 ms, received -3");
//! # Ok::<(), neurocomp::Error>(())
//! ```

use std::fmt::{self, Display};

use crate::language::{choose, debug_as_display};
use crate::parameter::Allowed;

/// A result of this library; another type of error may be named, as for the `Result` of the standard library.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was refused. What many functions say has a variant of its own; what only one says is a [`Text`](Error::Text).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A number out of its range, NaN or infinite.
    OutOfRange {
        /// Its name in the code, with the index if it is one of many.
        name: String,
        /// Its unit; empty for a number without one.
        unit: &'static str,
        /// The values allowed.
        allowed: Allowed,
        /// The value received.
        received: f64,
    },
    /// Too few or too many of something.
    Count {
        /// What is counted, as the code names it.
        name: String,
        /// The smallest number allowed.
        least: usize,
        /// The largest number allowed; [`usize::MAX`] if there is none.
        most: usize,
        /// The number received.
        received: usize,
    },
    /// A list whose length does not fit the rest.
    Length {
        /// Its name in the code.
        name: String,
        /// The number of elements that fits.
        expected: usize,
        /// The number received.
        received: usize,
    },
    /// A list of numbers that does not increase.
    Order {
        /// Its name in the code.
        name: &'static str,
        /// The unit of its numbers; empty without one.
        unit: &'static str,
        /// Where it does not increase.
        index: usize,
        /// The number before.
        before: f64,
        /// The number received.
        received: f64,
    },
    /// Numbers that grew beyond all bounds while something was computed.
    Diverged {
        /// The message.
        english: String,
        /// The same in French.
        french: String,
    },
    /// A search that found nothing, or equations without a unique solution.
    NoSolution {
        /// What was looked for.
        english: String,
        /// The same in French.
        french: String,
    },
    /// A file that cannot be read or written, or with something wrong in it.
    File {
        /// Its path as it was given, or the name of a table.
        file: String,
        /// The line, from 1; none for the whole file.
        line: Option<usize>,
        /// The column's number or name; none for the whole line.
        column: Option<String>,
        /// What was expected, and what was received.
        english: String,
        /// The same in French.
        french: String,
    },
    /// Anything else.
    Text {
        /// The message.
        english: String,
        /// The same in French.
        french: String,
    },
}

debug_as_display!(Error);

impl std::error::Error for Error {}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (english, french) = self.in_both_languages();
        f.write_str(&choose(english, french))
    }
}

#[cfg(feature = "tables")]
impl From<polars::error::PolarsError> for Error {
    fn from(error: polars::error::PolarsError) -> Error {
        Error::text(error.to_string(), error.to_string())
    }
}

impl Error {
    /// A sentence of its own, in both languages.
    pub(crate) fn text(english: impl Into<String>, french: impl Into<String>) -> Error {
        Error::Text { english: english.into(), french: french.into() }
    }

    /// A number out of its range; [`Allowed::check`] makes most of them.
    pub(crate) fn out_of_range(name: &str, unit: &'static str, allowed: Allowed, received: f64) -> Error {
        Error::OutOfRange { name: short(name), unit, allowed, received }
    }

    /// Too few or too many; [`check_count`] makes most of them.
    pub(crate) fn count(name: &str, least: usize, most: usize, received: usize) -> Error {
        Error::Count { name: short(name), least, most, received }
    }

    /// A list whose length does not fit; [`check_length`] makes most of them.
    pub(crate) fn length(name: &str, expected: usize, received: usize) -> Error {
        Error::Length { name: short(name), expected, received }
    }

    /// A list without any element.
    pub(crate) fn empty(name: &str) -> Error {
        let name = short(name);
        Error::text(
            format!("{name} must have at least 1 element, received 0"),
            format!("{name} doit avoir au moins 1 élément, reçu 0"),
        )
    }

    /// Numbers that grew beyond all bounds.
    pub(crate) fn diverged(english: impl Into<String>, french: impl Into<String>) -> Error {
        Error::Diverged { english: english.into(), french: french.into() }
    }

    /// A search that found nothing.
    pub(crate) fn no_solution(english: &str, french: &str) -> Error {
        Error::NoSolution { english: english.to_owned(), french: french.to_owned() }
    }

    /// Something wrong with a whole file.
    pub(crate) fn file(file: impl Display, english: impl Into<String>, french: impl Into<String>) -> Error {
        let file = cut(&file.to_string(), 1000);
        Error::File { file, line: None, column: None, english: english.into(), french: french.into() }
    }

    /// Something wrong in a line of a file, which is counted from 1.
    pub(crate) fn in_line(self, number: usize) -> Error {
        match self {
            Error::File { file, column, english, french, .. } => {
                Error::File { file, line: Some(number), column, english, french }
            }
            other => other,
        }
    }

    /// Something wrong in a column of a file.
    pub(crate) fn in_column(self, column: impl Display) -> Error {
        match self {
            Error::File { file, line, english, french, .. } => {
                Error::File { file, line, column: Some(short(&column.to_string())), english, french }
            }
            other => other,
        }
    }

    /// The same error of a part of the whole: a population, a cell.
    pub(crate) fn of(&self, english: &str, french: &str) -> Error {
        let (what, quoi) = self.in_both_languages();
        Error::text(format!("{english}: {what}"), format!("{french} : {quoi}"))
    }

    /// The message in English and in French.
    pub(crate) fn in_both_languages(&self) -> (String, String) {
        match self {
            Error::OutOfRange { name, unit, allowed, received } => {
                let received = number(*received);
                (
                    format!("{name} must be finite{}, received {received}", allowed.in_words("and", "to", unit)),
                    format!("{name} doit être fini{}, reçu {received}", allowed.in_words("et", "à", unit)),
                )
            }
            Error::Count { name, least, most: usize::MAX, received } => (
                format!("{name} must be at least {least}, received {received}"),
                format!("{name} doit être au moins {least}, reçu {received}"),
            ),
            Error::Count { name, least, most, received } => {
                let (most, received) = (number(*most as f64), number(*received as f64));
                (
                    format!("{name} must be from {least} to {most}, received {received}"),
                    format!("{name} doit être entre {least} et {most}, reçu {received}"),
                )
            }
            Error::Length { name, expected, received } => (
                format!("{name} must have {expected} elements, received {received}"),
                format!("{name} doit avoir {expected} éléments, reçu {received}"),
            ),
            Error::Order { name, unit, index, before, received } => {
                let gap = if unit.is_empty() { "" } else { " " };
                let (before, received) = (number(*before), number(*received));
                (
                    format!(
                        "{name} must increase, received {received}{gap}{unit} at index {index}, after \
                         {before}{gap}{unit}: sort the values first"
                    ),
                    format!(
                        "les valeurs de {name} doivent croître, reçu {received}{gap}{unit} à l’indice {index}, après \
                         {before}{gap}{unit} : triez d’abord les valeurs"
                    ),
                )
            }
            Error::NoSolution { english, french } => {
                (format!("no solution found: {english}"), format!("pas de solution trouvée : {french}"))
            }
            Error::File { file, line, column, english, french } => {
                let place = |line_word: &str, column_word: &str| {
                    let mut place = file.clone();
                    if let Some(line) = line {
                        place += &format!(", {line_word} {line}");
                    }
                    if let Some(column) = column {
                        place += &format!(", {column_word} {column}");
                    }
                    place
                };
                (format!("{}: {english}", place("line", "column")), format!("{} : {french}", place("ligne", "colonne")))
            }
            Error::Diverged { english, french } | Error::Text { english, french } => (english.clone(), french.clone()),
        }
    }
}

/// The count, if it is allowed; `usize::MAX` is no upper limit.
pub(crate) fn check_count(name: &str, least: usize, most: usize, received: usize) -> Result<usize> {
    if (least..=most).contains(&received) { Ok(received) } else { Err(Error::count(name, least, most, received)) }
}

/// Refuses a list with another number of elements than expected.
pub(crate) fn check_length(name: &str, expected: usize, received: usize) -> Result<()> {
    if expected == received { Ok(()) } else { Err(Error::length(name, expected, received)) }
}

/// Refuses lists of different lengths, or shorter than `least`.
pub(crate) fn check_same_length(least: usize, lists: &[(&str, usize)]) -> Result<()> {
    if lists.iter().all(|&(_, length)| length == lists[0].1 && length >= least) {
        return Ok(());
    }
    let joined = |words: Vec<String>, and: &str| match words.split_last() {
        Some((last, others)) => format!("{} {and} {last}", others.join(", ")),
        None => String::new(),
    };
    let names = |and| joined(lists.iter().map(|(name, _)| name.to_string()).collect(), and);
    let lengths = |and| joined(lists.iter().map(|(_, length)| length.to_string()).collect(), and);
    Err(Error::text(
        format!("{} must have the same length, at least {least}; received {} values", names("and"), lengths("and")),
        format!("{} doivent avoir la même longueur, au moins {least} ; reçu {} valeurs", names("et"), lengths("et")),
    ))
}

/// Refuses numbers if one is not larger than the one before it.
pub(crate) fn check_increasing<'a>(
    name: &'static str,
    unit: &'static str,
    values: impl IntoIterator<Item = &'a f64>,
) -> Result<()> {
    let mut before = f64::NEG_INFINITY;
    for (index, &received) in values.into_iter().enumerate() {
        if index > 0 && received <= before {
            return Err(Error::Order { name, unit, index, before, received });
        }
        before = received;
    }
    Ok(())
}

/// A number as messages show it: in scientific notation where its digits would fill a line.
pub(crate) fn number(value: f64) -> String {
    let size = value.abs();
    if value.is_finite() && size > 0.0 && !(1e-6..1e15).contains(&size) {
        format!("{value:e}")
    } else {
        value.to_string()
    }
}

/// What was received, at most 60 characters of it: a text may be as long as a file.
pub(crate) fn short(text: &str) -> String {
    cut(text, 60)
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The messages in both languages, without choosing one: the choice holds for the whole process.
    fn said(error: &Error) -> (String, String) {
        error.in_both_languages()
    }

    #[test]
    fn shared_errors_say_range_and_value_in_both_languages() {
        for (error, english, french) in [
            (
                Error::out_of_range("tau_m", "ms", Allowed::Positive, -3.0),
                "tau_m must be finite and > 0 ms, received -3",
                "tau_m doit être fini et > 0 ms, reçu -3",
            ),
            (Error::count("n", 1, 100, 0), "n must be from 1 to 100, received 0", "n doit être entre 1 et 100, reçu 0"),
            (Error::count("n", 1, usize::MAX, 0), "n must be at least 1, received 0", "n doit être au moins 1, reçu 0"),
            (
                check_length("input", 3, 2).unwrap_err(),
                "input must have 3 elements, received 2",
                "input doit avoir 3 éléments, reçu 2",
            ),
            (
                check_increasing("times", "ms", &[5.0, 2.0]).unwrap_err(),
                "times must increase, received 2 ms at index 1, after 5 ms: sort the values first",
                "les valeurs de times doivent croître, reçu 2 ms à l’indice 1, après 5 ms : triez d’abord les valeurs",
            ),
            (
                check_same_length(2, &[("t", 3), ("x", 3), ("y", 1)]).unwrap_err(),
                "t, x and y must have the same length, at least 2; received 3, 3 and 1 values",
                "t, x et y doivent avoir la même longueur, au moins 2 ; reçu 3, 3 et 1 valeurs",
            ),
            (
                Error::no_solution("no bump stays", "aucune bosse ne persiste"),
                "no solution found: no bump stays",
                "pas de solution trouvée : aucune bosse ne persiste",
            ),
            (
                Error::file("a.csv", "expected a number, received `x`", "un nombre attendu, reçu `x`")
                    .in_line(3)
                    .in_column("`t`"),
                "a.csv, line 3, column `t`: expected a number, received `x`",
                "a.csv, ligne 3, colonne `t` : un nombre attendu, reçu `x`",
            ),
            (
                Error::empty("current").of("population \"E\"", "population \"E\""),
                "population \"E\": current must have at least 1 element, received 0",
                "population \"E\" : current doit avoir au moins 1 élément, reçu 0",
            ),
        ] {
            assert_eq!(said(&error), (english.to_owned(), french.to_owned()));
        }
    }

    #[test]
    fn numbers_and_texts_never_fill_a_line() {
        for (value, shown) in [
            (0.0, "0"),
            (0.1, "0.1"),
            (-20_000_000.0, "-20000000"),
            (1e15, "1e15"),
            (f64::MAX, "1.7976931348623157e308"),
            (5e-324, "5e-324"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(number(value), shown);
        }
        let wide = Allowed::Between(0.0, 1e300).check("x", "", f64::MAX).unwrap_err().to_string();
        assert_eq!(wide, "x must be finite and 0 to 1e300, received 1.7976931348623157e308");
        let long = Error::empty(&"é".repeat(1_000_000)).to_string();
        assert!(long.starts_with(&format!("{}… must", "é".repeat(60))), "{long}");
    }

    #[test]
    fn what_a_cell_shows_is_the_message() {
        let error = check_count("n", 1, 9, 0).unwrap_err();
        assert_eq!(format!("{error:?}"), error.to_string());
    }

    #[test]
    fn an_error_is_small_and_goes_through_threads_and_boxes() {
        fn passes<T: std::error::Error + Send + Sync + 'static>() {}
        passes::<Error>();
        assert!(size_of::<Error>() <= 128);
    }
}
