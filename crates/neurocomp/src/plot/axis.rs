//! Axes: label, range, linear or logarithmic, and where the ticks are.

use super::number::{decade, number, rounded};
use super::words;

/// No axis goes beyond: the length of what it shows must be a number, too.
const LARGEST: f64 = 1e300;
/// The shortest range: what is shorter has no round numbers between its ends.
const SHORTEST: f64 = 1e-290;

/// One axis as the figure's author described it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Axis {
    pub(crate) label: String,
    pub(crate) range: Option<(f64, f64)>,
    pub(crate) log: bool,
    /// Whether it counts things: no tick between two whole numbers.
    pub(crate) whole: bool,
    /// Whether it starts at zero if nothing is negative.
    pub(crate) from_zero: bool,
    /// Names of places, where these replace numbers.
    pub(crate) names: Vec<(f64, String)>,
}

/// The range of an axis, ready to draw: `low < high`, both finite, both positive on a logarithmic axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) log: bool,
}

impl Span {
    /// The range that shows all of `values` (those that the axis can show), widened by the fraction `margin` of itself.
    pub(crate) fn around(values: &[f64], log: bool, margin: f64) -> Span {
        let shown = || values.iter().copied().filter(|v| v.is_finite() && (!log || *v > 0.0));
        let low = shown().fold(f64::INFINITY, f64::min).max(-LARGEST);
        let high = shown().fold(f64::NEG_INFINITY, f64::max).min(LARGEST);
        let (low, high) = match (low.is_finite(), log) {
            (true, _) => (low, high),
            (false, true) => (0.1, 10.0),
            (false, false) => (0.0, 1.0),
        };
        let (a, b) = if log { (low.log10(), high.log10()) } else { (low, high) };
        // One value alone gets a range around it that does not pretend to be a scale.
        let half = if b - a > (1e-12 * a.abs().max(b.abs())).max(SHORTEST) {
            margin * (b - a)
        } else if log {
            0.5
        } else {
            (0.1 * a.abs()).max(0.5)
        };
        let decades = LARGEST.log10();
        let (a, b) = if log { ((a - half).max(-decades), (b + half).min(decades)) } else { (a - half, b + half) };
        let back = |v: f64| rounded(if log { 10f64.powf(v) } else { v });
        Span { low: back(a), high: back(b), log }
    }

    /// Whether `value` can be drawn on this axis at all.
    pub(crate) fn can_show(self, value: f64) -> bool {
        value.is_finite() && (!self.log || value > 0.0)
    }

    /// Position of `value`: 0 at the low end, 1 at the high end, beyond them outside the range.
    pub(crate) fn fraction(self, value: f64) -> f64 {
        if self.log {
            (value.log10() - self.low.log10()) / (self.high.log10() - self.low.log10())
        } else {
            (value - self.low) / (self.high - self.low)
        }
    }

    /// Plotly counts a logarithmic axis in decades.
    pub(crate) fn in_plotly_units(self) -> (f64, f64) {
        if self.log { (rounded(self.low.log10()), rounded(self.high.log10())) } else { (self.low, self.high) }
    }

    /// Values to mark and their text, about `wanted` of them.
    pub(crate) fn ticks(self, wanted: usize) -> Vec<(f64, String)> {
        if self.log && (self.high / self.low).log10() >= 1.0 {
            return self.decade_ticks(wanted);
        }
        let step = nice_step(self.high - self.low, wanted);
        let first = (self.low / step - 1e-9).ceil() as i64;
        let last = (self.high / step + 1e-9).floor() as i64;
        (first..=last).map(|k| k as f64 * step).map(|v| (v, number(v, step))).collect()
    }

    fn decade_ticks(self, wanted: usize) -> Vec<(f64, String)> {
        let first = (self.low.log10() - 1e-9).ceil() as i32;
        let last = (self.high.log10() + 1e-9).floor() as i32;
        let every = (((last - first + 1) as usize).div_ceil(wanted.max(1))).max(1);
        let mut ticks: Vec<(f64, String)> = (first..=last).step_by(every).map(|k| (10f64.powi(k), decade(k))).collect();
        if last - first < 2 {
            let between = (first - 1..=last)
                .map(|k| 10f64.powi(k))
                .flat_map(|power| [(2.0 * power, power), (5.0 * power, power)]);
            let inside = between.filter(|(value, _)| (self.low..=self.high).contains(value));
            ticks.extend(inside.map(|(value, power)| (value, number(value, power))));
        }
        ticks
    }
}

impl Axis {
    /// Values to mark and their text on `span`, about `wanted` of them.
    pub(crate) fn ticks(&self, span: Span, wanted: usize) -> Vec<(f64, String)> {
        if !self.names.is_empty() {
            let inside = |at: f64| span.low <= at && at <= span.high;
            let names = self.names.iter().filter(|(at, _)| inside(*at));
            return names.cloned().collect();
        }
        let numbers = (span.high - span.low) as usize;
        span.ticks(if self.whole { wanted.min(numbers.max(1)) } else { wanted })
    }

    /// The range to draw, from the author's wish or else from the data, and what is wrong with the wish if something
    /// is.
    pub(crate) fn span(&self, letter: &str, values: &[f64], margin: f64) -> (Span, Option<String>) {
        let automatic = Span::around(values, self.log, margin);
        let Some((low, high)) = self.range else {
            return (automatic, None);
        };
        if !(high - low >= SHORTEST && (high - low).is_finite()) {
            return (automatic, Some(words::range_refused(letter, low, high)));
        }
        if self.log && low <= 0.0 {
            return (automatic, Some(words::log_range_refused(letter, low, high)));
        }
        (Span { low, high, log: self.log }, None)
    }
}

/// 1, 2 or 5 times a power of ten, so that about `wanted` steps fit into `length`.
fn nice_step(length: f64, wanted: usize) -> f64 {
    let raw = length / wanted.max(1) as f64;
    let power = 10f64.powf(raw.log10().floor());
    let lead = raw / power;
    let steps = [(1.5, 1.0), (3.5, 2.0), (7.5, 5.0)];
    power * steps.into_iter().find(|(below, _)| lead < *below).map_or(10.0, |(_, step)| step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(low: f64, high: f64, log: bool) -> Vec<String> {
        Span { low, high, log }.ticks(6).into_iter().map(|tick| tick.1).collect()
    }

    #[test]
    fn ticks_are_round_numbers_inside_the_range() {
        assert_eq!(texts(0.0, 1000.0, false), ["0", "200", "400", "600", "800", "1000"]);
        assert_eq!(texts(-1.2, 1.2, false), ["−1.0", "−0.5", "0", "0.5", "1.0"]);
        assert_eq!(texts(0.0, 0.03, false), ["0", "0.005", "0.010", "0.015", "0.020", "0.025", "0.030"]);
        assert_eq!(texts(0.01, 1000.0, true), ["0.01", "0.1", "1", "10", "100", "1000"]);
    }

    #[test]
    fn ranges_hold_their_data_whatever_it_is() {
        let hard: [&[f64]; 7] = [
            &[],
            &[f64::NAN],
            &[3.0],
            &[0.0, 0.0],
            &[1e-300, 2e-300],
            &[-1e12, f64::INFINITY, 1e12],
            &[f64::MIN, f64::MIN_POSITIVE, f64::MAX],
        ];
        for values in hard {
            for log in [false, true] {
                let span = Span::around(values, log, 0.05);
                assert!(span.low < span.high, "{values:?}: {span:?}");
                assert!((span.high - span.low).is_finite(), "{values:?}: {span:?}");
                assert!(!log || span.low > 0.0, "{values:?}: {span:?}");
                let usual = |v: f64| v == 0.0 || (1e-300..=1e300).contains(&v.abs());
                for &value in values.iter().filter(|&&v| span.can_show(v) && usual(v)) {
                    assert!((0.0..=1.0).contains(&span.fraction(value)), "{values:?}: {span:?}");
                }
                assert!(span.ticks(6).len() < 30);
            }
        }
    }

    #[test]
    fn a_logarithmic_axis_counts_decades() {
        let span = Span { low: 0.01, high: 100.0, log: true };
        assert!((span.fraction(1.0) - 0.5).abs() < 1e-12);
        assert_eq!(span.in_plotly_units(), (-2.0, 2.0));
    }
}
