//! One line for a value of many numbers: what a notebook shows where such a value is the last of a cell, and what `{:?}`
//! prints. It says how much there is and between which limits, in the current language.
//!
//! Fields are public, and a student may have emptied one or cut it short: what is not there is shown as `–`.

use ndarray::ArrayRef1;

use crate::language::choose;

/// What is shown where there is no number.
const NOTHING: &str = "–";

/// Writes `Debug` for a type: its name, and in braces what the function given says of a value.
macro_rules! summary {
    ($type:ident, $inside:expr) => {
        /// A summary of one line.
        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let inside: fn(&$type) -> String = $inside;
                write!(f, concat!(stringify!($type), " {{ {} }}"), inside(self))
            }
        }
    };
}
pub(crate) use summary;

/// `12 trials`: a number, and what there are so many of.
pub(crate) fn count(number: usize, english: &str, french: &str) -> String {
    format!("{number} {}", choose(english, french))
}

/// A sum of counts, which a user may have changed so that it does not fit.
pub(crate) fn total<'a>(counts: impl IntoIterator<Item = &'a usize>) -> usize {
    counts.into_iter().fold(0, |sum, &count| sum.saturating_add(count))
}

/// `8 spikes`.
pub(crate) fn spikes(number: usize) -> String {
    count(number, "spikes", "potentiels d’action")
}

/// `1001 samples`: how many values of a quantity a run has kept.
pub(crate) fn samples(number: usize) -> String {
    count(number, "samples", "échantillons")
}

/// `1001 samples of 200 units`, for an array with a row for each sample.
pub(crate) fn samples_of_units((samples, units): (usize, usize)) -> String {
    choose(format!("{samples} samples of {units} units"), format!("{samples} échantillons de {units} unités"))
}

/// A number with so many digits after the point.
pub(crate) fn number(value: f64, digits: usize) -> String {
    if value.is_nan() { NOTHING.into() } else { format!("{value:.digits$}") }
}

/// `-65.00 … 30.21`: the smallest and the largest of many values. NaN is a gap, and does not count.
pub(crate) fn range<'a>(values: impl IntoIterator<Item = &'a f64>, digits: usize) -> String {
    let (low, high) =
        values.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &x| (low.min(x), high.max(x)));
    if low <= high { format!("{low:.digits$} … {high:.digits$}") } else { NOTHING.into() }
}

/// `61.20`: the largest of many values.
pub(crate) fn highest<'a>(values: impl IntoIterator<Item = &'a f64>, digits: usize) -> String {
    number(values.into_iter().copied().fold(f64::NAN, f64::max), digits)
}

/// `38.05`: the mean of many values.
pub(crate) fn mean(values: &ArrayRef1<f64>, digits: usize) -> String {
    number(values.mean().unwrap_or(f64::NAN), digits)
}

/// `0.731`: the last of many values.
pub(crate) fn last<'a>(values: impl IntoIterator<Item = &'a f64>, digits: usize) -> String {
    number(values.into_iter().last().copied().unwrap_or(f64::NAN), digits)
}

/// `0 … 100`: the first and the last of values in order.
pub(crate) fn ends<'a>(values: impl IntoIterator<Item = &'a f64>) -> String {
    match first_and_last(values) {
        Some((first, last)) => format!("{first} … {last}"),
        None => NOTHING.into(),
    }
}

/// `0.500 → 0.731`: a value at the beginning and at the end.
pub(crate) fn change<'a>(values: impl IntoIterator<Item = &'a f64>, digits: usize) -> String {
    match first_and_last(values) {
        Some((first, last)) => format!("{first:.digits$} → {last:.digits$}"),
        None => NOTHING.into(),
    }
}

/// `1.000, 2.000, …`: the first five of many values.
pub(crate) fn first_five<'a>(values: impl IntoIterator<Item = &'a f64>, digits: usize) -> String {
    let mut values = values.into_iter();
    let mut shown: Vec<String> = values.by_ref().take(5).map(|x| format!("{x:.digits$}")).collect();
    if values.next().is_some() {
        shown.push("…".into());
    }
    shown.join(", ")
}

fn first_and_last<'a>(values: impl IntoIterator<Item = &'a f64>) -> Option<(f64, f64)> {
    let mut values = values.into_iter().copied();
    let first = values.next()?;
    Some((first, values.last().unwrap_or(first)))
}

#[cfg(test)]
mod tests;
