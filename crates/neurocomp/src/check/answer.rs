//! What a student's function answers, compared with the right answer and shown beside it.

use ndarray::{Array1, Array2, arr2};

use super::say;
use crate::neuron::lif::LifParams;

/// An answer of any kind, taken apart into values that can be compared and shown.
pub(crate) trait Answer {
    fn values(&self) -> Vec<Value>;
}

/// A value of an answer.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Number(f64),
    Maybe(Option<f64>),
    List(Vec<f64>),
    Table(Array2<f64>),
    /// Anything else, written as Rust shows it.
    Code(String),
}

impl Value {
    /// Whether both are the same to a few parts in a million, or numbers that differ by no more than the tolerance.
    pub(crate) fn is_near(&self, other: &Value, tolerance: f64) -> bool {
        match (self, other) {
            (Value::Number(a), Value::Number(b)) | (Value::Maybe(Some(a)), Value::Maybe(Some(b))) => {
                (a - b).abs() <= rounding(*a) + tolerance
            }
            (Value::Maybe(None), Value::Maybe(None)) => true,
            (Value::List(a), Value::List(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| is_same_entry(a, b, tolerance))
            }
            (Value::Table(a), Value::Table(b)) => {
                a.dim() == b.dim() && a.iter().zip(b).all(|(&a, &b)| is_same_entry(a, b, tolerance))
            }
            (Value::Code(a), Value::Code(b)) => a == b,
            _ => false,
        }
    }

    /// Whether this mistake gives the student's value. A wide tolerance of the right answer, such as for a count, must
    /// not blame a mistake whose value is much smaller.
    pub(crate) fn is_likely(&self, received: &Value, tolerance: f64) -> bool {
        let tolerance = match self {
            Value::Number(value) | Value::Maybe(Some(value)) => tolerance.min(0.05 * value.abs()),
            _ => tolerance,
        };
        self.is_near(received, tolerance)
    }

    /// What the student's value says about itself, where no mistake of the table is recognised; `otherwise` is what to try if
    /// it says nothing, or only which entry differs.
    pub(crate) fn difference(&self, received: &Value, tolerance: f64, otherwise: String) -> String {
        let cause = match (self, received) {
            (Value::Number(a) | Value::Maybe(Some(a)), Value::Number(b) | Value::Maybe(Some(b))) => {
                usual_mistake(*a, *b, tolerance)
            }
            (Value::List(a), Value::List(b)) => {
                let is_odd = a.len() != b.len() || !b.iter().all(|x| x.is_finite());
                Some(first_difference(a, b)).filter(|_| is_odd || otherwise.is_empty())
            }
            (Value::Table(a), Value::Table(b)) => {
                let is_odd = a.dim() != b.dim() || !b.iter().all(|x| x.is_finite());
                Some(table_difference(a, b)).filter(|_| is_odd || otherwise.is_empty())
            }
            _ => None,
        };
        match cause {
            Some(cause) => cause,
            None if !otherwise.is_empty() => otherwise,
            None => match self {
                Value::Code(_) => say(
                    "Follow your code line by line, on paper, with these inputs.",
                    "Suivez votre code ligne à ligne, sur le papier, avec ces valeurs.",
                ),
                _ => say(
                    "Compare your formula with the equation above, term by term, with these numbers.",
                    "Comparez votre formule à l’équation ci-dessus, terme à terme, avec ces nombres.",
                ),
            },
        }
    }

    /// For reading, beside another one.
    pub(crate) fn shown(&self, unit: &str, beside: &Value) -> String {
        match self {
            Value::Number(value) => quantity(*value, unit),
            Value::Maybe(None) => "`None`".into(),
            Value::Maybe(Some(value)) => match beside {
                Value::Maybe(None) => format!("`Some({})` {unit}", six_digits(*value)).trim_end().into(),
                _ => quantity(*value, unit),
            },
            Value::List(values) => list(values, unit),
            Value::Table(values) => table(values, unit, beside),
            Value::Code(code) => format!("`{code}`"),
        }
    }
}

/// The difference that rounding may make.
fn rounding(value: f64) -> f64 {
    1e-6 * value.abs() + 1e-9
}

/// In lists NaN is the right entry where there is nothing to know.
fn is_same_entry(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= rounding(a) + tolerance || (a.is_nan() && b.is_nan())
}

/// Mistakes that can happen to any number.
fn usual_mistake(right: f64, received: f64, tolerance: f64) -> Option<String> {
    if !received.is_finite() {
        return Some(not_a_number(received));
    }
    let wrong = [
        (
            0.0,
            "you return 0. Is a part of the expression a division of whole numbers? In Rust `1 / 2` is 0, `1.0 / 2.0` is 0.5.",
            "vous renvoyez 0. Une partie de l’expression est-elle une division d’entiers ? En Rust, `1 / 2` vaut 0 et \
             `1.0 / 2.0` vaut 0,5.",
        ),
        (-right, "the sign is the opposite of the right one.", "le signe est l’opposé du bon."),
        (
            1000.0 * right,
            "a factor of 1000 too large: check the units (1 s = 1000 ms, 1 kHz = 1000 Hz).",
            "un facteur 1000 en trop : vérifiez les unités (1 s = 1000 ms, 1 kHz = 1000 Hz).",
        ),
        (
            right / 1000.0,
            "1000 times too small: check the units (1 s = 1000 ms, 1 kHz = 1000 Hz).",
            "1000 fois trop petit : vérifiez les unités (1 s = 1000 ms, 1 kHz = 1000 Hz).",
        ),
    ];
    // A thousandth of the right value must not pass for 0.
    let near = (rounding(right) + tolerance).min(1e-6 * right.abs());
    let found = wrong.into_iter().find(|(value, ..)| (received - value).abs() <= near);
    found.map(|(_, english, french)| say(english, french))
}

/// What to say about NaN and ±∞.
pub(crate) fn not_a_number(value: f64) -> String {
    if value.is_nan() {
        say(
            "NaN is “not a number”: 0/0, or the logarithm or the square root of a negative number. Which of these can \
             happen with the inputs above?",
            "NaN signifie « pas un nombre » : 0/0, ou le logarithme ou la racine carrée d’un nombre négatif. Lequel de \
             ces cas peut se produire avec les valeurs ci-dessus ?",
        )
    } else {
        say(
            "an infinite number: something is divided by zero, or an exponential has a large positive argument.",
            "un nombre infini : une division par zéro, ou une exponentielle dont l’argument est grand et positif.",
        )
    }
}

fn first_difference(right: &[f64], received: &[f64]) -> String {
    let (n, m) = (right.len(), received.len());
    if n != m {
        return say(
            format!("the length should be {n}, it is {m}. Count by hand for this short case."),
            format!("la longueur devrait être {n}, elle est {m}. Comptez à la main pour ce cas court."),
        );
    }
    let k = (0..n).find(|&k| !is_same_entry(right[k], received[k], 0.0)).unwrap_or(0);
    first_entry(format!("has the index {k}"), format!("a l’indice {k}"), right[k], received[k])
}

/// As for lists, with two indices.
fn table_difference(right: &Array2<f64>, received: &Array2<f64>) -> String {
    let ((rows, columns), (r, c)) = (right.dim(), received.dim());
    if (rows, columns) != (r, c) {
        return say(
            format!(
                "the array should have {rows} rows and {columns} columns, it has {r} and {c}: `Array2::zeros(({rows}, {columns}))`."
            ),
            format!(
                "le tableau devrait avoir {rows} lignes et {columns} colonnes, il en a {r} et {c} : `Array2::zeros(({rows}, {columns}))`."
            ),
        );
    }
    let (i, j) = first_other_entry(right, received);
    first_entry(format!("is [[{i}, {j}]]"), format!("est [[{i}, {j}]]"), right[(i, j)], received[(i, j)])
}

/// What the first entry that differs is, given where it is.
fn first_entry(english: String, french: String, right: f64, received: f64) -> String {
    if right.is_finite() && !received.is_finite() {
        return not_a_number(received);
    }
    let [right, received] = told_apart(right, received);
    say(
        format!("the first entry that differs {english} (counted from 0): {right} was expected, it is {received}."),
        format!(
            "le premier élément qui diffère {french} (compté à partir de 0) : on attendait {right}, il vaut {received}."
        ),
    )
}

/// Two numbers with six digits, or with all of them where six are the same.
fn told_apart(a: f64, b: f64) -> [String; 2] {
    let short = [six_digits(a), six_digits(b)];
    if short[0] == short[1] { [a.to_string(), b.to_string()] } else { short }
}

/// Where two tables of the same size differ, row after row.
fn first_other_entry(a: &Array2<f64>, b: &Array2<f64>) -> (usize, usize) {
    let mut places = a.indexed_iter().map(|(place, _)| place);
    places.find(|&place| !is_same_entry(a[place], b[place], 0.0)).unwrap_or((0, 0))
}

/// A list as the student would write it, with how many entries it has; long ones are cut.
fn list(values: &[f64], unit: &str) -> String {
    let list = format!("{} {unit}", entries(values.iter()));
    let (list, n) = (list.trim_end(), values.len());
    say(format!("{list} (length {n})"), format!("{list} (longueur {n})"))
}

/// A small one row after row, of a large one the first entry that differs, or only rows × columns where these differ.
fn table(values: &Array2<f64>, unit: &str, beside: &Value) -> String {
    let (rows, columns) = values.dim();
    match beside {
        Value::Table(other) if other.dim() != (rows, columns) => format!("{rows} × {columns}"),
        Value::Table(other) if values.len() > 8 => {
            let (i, j) = first_other_entry(values, other);
            format!("[[{i}, {j}]] = {}", quantity(values[(i, j)], unit))
        }
        _ => {
            let shown: Vec<String> = values.outer_iter().map(|row| entries(row.iter())).collect();
            format!("[{}] {unit}", shown.join(", ")).trim_end().into()
        }
    }
}

/// The first eight.
fn entries<'a>(values: impl ExactSizeIterator<Item = &'a f64>) -> String {
    let more = if values.len() > 8 { ", …" } else { "" };
    let shown: Vec<String> = values.take(8).map(|&value| six_digits(value)).collect();
    format!("[{}{more}]", shown.join(", "))
}

/// A number with its unit, to six significant digits.
pub(crate) fn quantity(value: f64, unit: &str) -> String {
    format!("{} {unit}", six_digits(value)).trim_end().into()
}

fn six_digits(value: f64) -> String {
    if !value.is_finite() || value == 0.0 {
        return format!("{value}");
    }
    let magnitude = value.abs().log10().floor() as i32;
    if !(-4..9).contains(&magnitude) {
        return format!("{value:.5e}");
    }
    let decimals = (5 - magnitude).max(0) as usize;
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

macro_rules! answers {
    ($($kind:ty, $value:ident => $made:expr);* $(;)?) => {$(
        impl Answer for $kind {
            fn values(&self) -> Vec<Value> {
                let $value = self;
                vec![$made]
            }
        }
    )*};
}

answers! {
    f64, x => Value::Number(*x);
    usize, n => Value::Number(*n as f64);
    i32, n => Value::Number(f64::from(*n));
    Option<f64>, x => Value::Maybe(*x);
    Vec<f64>, list => Value::List(list.clone());
    Vec<usize>, list => Value::List(list.iter().map(|&n| n as f64).collect());
    Array1<f64>, list => Value::List(list.to_vec());
    Array2<f64>, table => Value::Table(table.clone());
    [[f64; 2]; 2], table => Value::Table(arr2(table));
    bool, yes => Value::Code(yes.to_string());
    String, text => Value::Code(format!("{text:?}"));
    Result<f64, String>, result => Value::Code(format!("{result:?}"));
    LifParams, p => Value::Code(format!("{p:?}"));
}

impl<A: Answer, B: Answer> Answer for (A, B) {
    fn values(&self) -> Vec<Value> {
        [self.0.values(), self.1.values()].concat()
    }
}

impl<A: Answer, B: Answer, C: Answer> Answer for (A, B, C) {
    fn values(&self) -> Vec<Value> {
        [self.0.values(), self.1.values(), self.2.values()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_forgiven_and_a_thousandth_is_not() {
        let right = Value::Number(5.0);
        assert!(right.is_near(&Value::Number(5.0 + 1e-7), 0.0));
        assert!(!right.is_near(&Value::Number(5.005), 0.0));
        assert!(!Value::Number(f64::NAN).is_near(&Value::Number(f64::NAN), 0.0));
    }

    #[test]
    fn a_wide_tolerance_does_not_blame_a_small_mistake() {
        assert!(!Value::Number(0.09).is_likely(&Value::Number(1.0), 4.0));
        assert!(Value::Number(0.09).is_likely(&Value::Number(0.091), 4.0));
    }

    #[test]
    fn usual_mistakes_are_recognised_by_their_value() {
        for (received, word) in [
            (0.0, "whole numbers"),
            (-5.0, "sign"),
            (5e3, "1000"),
            (5e-3, "1000"),
            (f64::NAN, "NaN is"),
            (f64::INFINITY, "divided by zero"),
        ] {
            let cause = usual_mistake(5.0, received, 0.0).unwrap();
            assert!(cause.contains(word), "{cause}");
        }
    }

    #[test]
    fn the_first_wrong_entry_is_named_and_a_wrong_length_told_with_both() {
        assert!(first_difference(&[1.0, 2.0], &[1.0]).contains("should be 2, it is 1"));
        assert!(first_difference(&[1.0, 2.0], &[]).contains("it is 0"));
        assert!(first_difference(&[1.0, 2.0], &[1.0, 2.5]).contains("index 1"));
        assert!(first_difference(&[1.0, 2.0], &[f64::NAN, 2.0]).contains("NaN is"));
        assert!(first_difference(&[1.0], &[1.0 / 3.0]).contains("1 was expected, it is 0.333333."));
        assert!(first_difference(&[1.0], &[1.000001]).contains("it is 1.000001."));
    }

    #[test]
    fn other_advice_does_not_hide_a_wrong_length_or_nan() {
        let right = Value::List(vec![1.0, 2.0]);
        let cause = |received: Vec<f64>| right.difference(&Value::List(received), 0.0, "look".into());
        assert_eq!(cause(vec![1.0, 2.5]), "look");
        assert!(cause(vec![1.0]).contains("should be 2, it is 1") && cause(vec![1.0, f64::NAN]).contains("NaN is"));
    }

    #[test]
    fn a_small_table_shows_its_rows() {
        let value = Value::Table(arr2(&[[0.1 + 0.2, 1.0], [2.0, -3.0]]));
        assert_eq!(value.shown("nA", &value), "[[0.3, 1], [2, -3]] nA");
    }

    #[test]
    fn none_and_a_number_are_told_apart() {
        let (none, some) = (Value::Maybe(None), Value::Maybe(Some(1.5)));
        assert!(!none.is_near(&some, 9.0) && !some.is_near(&none, 9.0) && none.is_near(&none, 0.0));
        assert_eq!([none.shown("mV", &some), some.shown("mV", &none)], ["`None`", "`Some(1.5)` mV"]);
    }

    #[test]
    fn numbers_are_short_and_keep_six_digits() {
        let shown: Vec<String> = [0.5, 1.0 / 3.0, 123456.789, -2e-7, 1000.0].map(six_digits).into();
        assert_eq!(shown, ["0.5", "0.333333", "123457", "-2.00000e-7", "1000"]);
    }
}
