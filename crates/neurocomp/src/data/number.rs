//! Numbers in a table: whether the point or the comma is its decimal sign.

use super::fault::words;
use super::records::Fault;

/// Between the whole part of a number and its fraction.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum DecimalSign {
    Point,
    Comma,
}

/// What one value may be.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    /// Nothing, or what programs write for nothing.
    Missing,
    Whole,
    /// `1e5`: no whole number to Rust, and without a sign.
    Bare,
    /// `1.5`
    WithPoint,
    /// `1.500`: where the decimal sign is a comma, 1500.
    ThousandsByPoint,
    /// `1,5`
    WithComma,
    /// `1,500`: where the decimal sign is a point, 1500.
    ThousandsByComma,
    Text,
}

/// What the values of a column are: the number of each kind, and a line with it.
#[derive(Clone, Default)]
pub(super) struct Seen {
    values: usize,
    whole: usize,
    numbers: usize,
    point: Option<usize>,
    comma: Option<usize>,
    /// `1.500` or `1,500`, if there is one.
    unclear_point: Option<(usize, String)>,
    unclear_comma: Option<(usize, String)>,
}

impl Seen {
    pub fn see(&mut self, value: &str, line: usize) {
        let kind = kind(value);
        self.values += usize::from(kind != Kind::Missing);
        self.whole += usize::from(kind == Kind::Whole);
        self.numbers += usize::from(!matches!(kind, Kind::Missing | Kind::Text));
        match kind {
            Kind::WithPoint => self.point = self.point.or(Some(line)),
            Kind::WithComma => self.comma = self.comma.or(Some(line)),
            Kind::ThousandsByPoint if self.unclear_point.is_none() => {
                self.unclear_point = Some((line, value.to_owned()));
            }
            Kind::ThousandsByComma if self.unclear_comma.is_none() => {
                self.unclear_comma = Some((line, value.to_owned()));
            }
            _ => {}
        }
    }

    pub fn is_number(&self) -> bool {
        self.values > 0 && self.numbers == self.values
    }

    pub fn is_whole(&self) -> bool {
        self.values > 0 && self.whole == self.values
    }
}

/// The decimal sign of columns of numbers; refused if one number could be read in two ways.
pub(super) fn decimal_sign<'s>(
    columns: impl Iterator<Item = &'s Seen> + Clone,
    separator: char,
) -> Result<DecimalSign, Fault> {
    let point = columns.clone().find_map(|seen| seen.point);
    let comma = columns.clone().find_map(|seen| seen.comma);
    let unclear_point = columns.clone().find_map(|seen| seen.unclear_point.clone());
    let unclear_comma = columns.clone().find_map(|seen| seen.unclear_comma.clone());
    match (point, comma, unclear_point, unclear_comma) {
        (Some(point), Some(comma), ..) => Err((
            point.max(comma),
            (
                format!(
                    "numbers with a decimal point (line {point}) and with a decimal comma (line {comma}): write all in one way"
                ),
                format!(
                    "des nombres à point décimal (ligne {point}) et à virgule (ligne {comma}) : écrivez-les tous d’une façon"
                ),
            ),
        )),
        // Whoever writes decimal commas may put points between thousands, and the other way round.
        (None, Some(_), Some(unclear), _) | (Some(_), None, _, Some(unclear)) | (None, None, _, Some(unclear)) => {
            Err(two_values(unclear))
        }
        (None, None, Some(unclear), None) if separator == ';' => Err(two_values(unclear)),
        (None, Some(_), None, _) => Ok(DecimalSign::Comma),
        (_, None, _, None) => Ok(DecimalSign::Point),
    }
}

fn two_values((line, value): (usize, String)) -> Fault {
    let sign = if value.contains(',') { words("comma", "la virgule") } else { words("point", "le point") };
    let whole = value.replace(['.', ','], "");
    let decimal: f64 = value.replace(',', ".").parse().unwrap_or(f64::NAN);
    (
        line,
        (
            format!(
                "`{value}` may be {whole} or {decimal}: write `{whole}`, or `{value}0` if the {} is the decimal sign",
                sign.0
            ),
            format!(
                "`{value}` peut être {whole} ou {decimal} : écrivez `{whole}`, ou `{value}0` si {} est le signe décimal",
                sign.1
            ),
        ),
    )
}

fn kind(value: &str) -> Kind {
    if matches!(value, "" | "NA" | "N/A" | "#N/A" | "NaN" | "nan" | "null") {
        return Kind::Missing;
    }
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    // No word that Rust reads as a number, such as `inf`.
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',') {
        return Kind::Text;
    }
    if value.parse::<i64>().is_ok() {
        return Kind::Whole;
    }
    if digits.contains(',') {
        let is_number = !digits.contains('.') && finite(&value.replacen(',', ".", 1)).is_some();
        return match is_number {
            true if is_thousands(digits, ',') => Kind::ThousandsByComma,
            true => Kind::WithComma,
            false => Kind::Text,
        };
    }
    match finite(value) {
        Some(_) if !digits.contains('.') => Kind::Bare,
        Some(_) if is_thousands(digits, '.') => Kind::ThousandsByPoint,
        Some(_) => Kind::WithPoint,
        None => Kind::Text,
    }
}

/// Up to three digits that do not begin with 0, the sign, three digits.
fn is_thousands(digits: &str, sign: char) -> bool {
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    digits.split_once(sign).is_some_and(|(before, after)| {
        (1..=3).contains(&before.len())
            && !before.starts_with('0')
            && after.len() == 3
            && all_digits(before)
            && all_digits(after)
    })
}

fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// The number that a value is, if it is one.
pub(super) fn parsed(value: &str, sign: DecimalSign) -> Option<f64> {
    match (kind(value), sign) {
        (Kind::Whole | Kind::Bare | Kind::WithPoint | Kind::ThousandsByPoint, DecimalSign::Point) => finite(value),
        (Kind::Whole | Kind::Bare | Kind::WithComma | Kind::ThousandsByComma, DecimalSign::Comma) => {
            finite(&value.replacen(',', ".", 1))
        }
        _ => None,
    }
}
