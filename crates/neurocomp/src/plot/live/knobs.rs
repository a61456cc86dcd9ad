//! The controls of a live figure, as its function asks for them.

use super::super::number::short;
use super::super::words;

/// What the function of a live figure asks for the values of its parameters. Each call makes a control with this label and gives where
/// it is; ask for the same controls in every call of the function.
#[derive(Clone, Debug, Default)]
pub struct Knobs {
    /// Where controls have been moved to.
    moved: Vec<(String, f64)>,
    pub(super) controls: Vec<Control>,
    pub(super) problems: Vec<String>,
}

/// A control that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Control {
    pub(super) label: String,
    pub(super) kind: Kind,
    /// The value, the number of the choice, or 1 for a switch that is on.
    pub(super) value: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Slider { low: f64, high: f64, step: f64 },
    Choice(Vec<String>),
    Switch,
}

impl Knobs {
    /// With some controls moved.
    pub(super) fn at(moved: Vec<(String, f64)>) -> Knobs {
        Knobs { moved, ..Knobs::default() }
    }

    /// A slider from `low` to `high`, at `start` before it is moved; the label names the quantity with its unit, `"I (nA)"`.
    ///
    /// An invalid range, or a start outside it, is reported in the figure.
    pub fn slider(&mut self, label: &str, low: f64, high: f64, start: f64) -> f64 {
        if !(low.is_finite() && high.is_finite() && low < high) {
            self.problems.push(words::no_range(label, low, high));
            return start;
        }
        if !(low..=high).contains(&start) {
            self.problems.push(words::start_outside(label, low, high, start));
        }
        let step = round_step((high - low) / 100.0);
        let start = if start.is_nan() { low } else { start };
        let value = self.moved_to(label).unwrap_or(start).clamp(low, high);
        self.ask(label, Kind::Slider { low, high, step }, value);
        value
    }

    /// A choice among names; gives the number of the chosen one, counted from 0. The first is chosen at the start.
    pub fn choice(&mut self, label: &str, names: &[&str]) -> usize {
        if names.is_empty() {
            self.problems.push(words::nothing_to_choose(label));
            return 0;
        }
        let last = (names.len() - 1) as f64;
        let value = self.moved_to(label).unwrap_or(0.0).clamp(0.0, last).round();
        let names = names.iter().map(|&name| name.to_owned()).collect();
        self.ask(label, Kind::Choice(names), value);
        value as usize
    }

    /// A switch, `true` when it is on.
    pub fn switch(&mut self, label: &str, start: bool) -> bool {
        let is_on = self.moved_to(label).map_or(start, |value| value > 0.5);
        self.ask(label, Kind::Switch, f64::from(u8::from(is_on)));
        is_on
    }

    fn moved_to(&self, label: &str) -> Option<f64> {
        let moved = self.moved.iter().find(|(of, _)| of == label);
        moved.map(|&(_, value)| value).filter(|value| !value.is_nan())
    }

    fn ask(&mut self, label: &str, kind: Kind, value: f64) {
        if self.controls.iter().any(|control| control.label == label) {
            self.problems.push(words::label_twice(label));
            return;
        }
        self.controls.push(Control { label: label.to_owned(), kind, value });
    }

    /// `I (nA) = 15, leak = on`, for a message.
    pub(super) fn positions(&self) -> String {
        let position = |control: &Control| match &control.kind {
            Kind::Slider { .. } => format!("{} = {}", control.label, short(control.value)),
            Kind::Choice(names) => format!("{} = {}", control.label, names[control.value as usize]),
            Kind::Switch => format!("{} = {}", control.label, words::on_or_off(control.value > 0.5)),
        };
        let positions: Vec<String> = self.controls.iter().map(position).collect();
        positions.join(", ")
    }
}

/// The largest of 1, 2 and 5 times a power of ten that is not above `step`.
fn round_step(step: f64) -> f64 {
    let power = 10.0_f64.powf(step.log10().floor());
    let digits = [5.0, 2.0, 1.0];
    // A step of 0.01 is one, whatever the logarithm's last digit is.
    let fits = digits.into_iter().find(|digit| digit * power <= step * (1.0 + 1e-9));
    fits.unwrap_or(1.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_at_least_a_hundred_fill_the_range() {
        for (range, step) in [(10.0, 0.1), (30.0, 0.2), (1.0, 0.01), (7.5e-9, 5e-11), (1e6, 1e4), (60.0, 0.5)] {
            let found = round_step(range / 100.0);
            assert!((found / step - 1.0).abs() < 1e-9, "{range}: {found}");
        }
    }

    #[test]
    fn a_control_is_where_it_was_moved_to_and_never_outside_its_range() {
        let moved = [("I", 40.0), ("neuron", 1.0), ("leak", 0.0), ("τ", f64::NAN)];
        let mut knobs = Knobs::at(moved.map(|(label, value)| (label.to_owned(), value)).to_vec());
        assert_eq!(knobs.slider("I", 0.0, 30.0, 10.0), 30.0);
        assert_eq!(knobs.choice("neuron", &["LIF", "HH"]), 1);
        assert!(!knobs.switch("leak", true));
        assert_eq!(knobs.slider("τ", 5.0, 50.0, 20.0), 20.0);
        assert_eq!(knobs.slider("not moved", -1.0, 1.0, 0.5), 0.5);
        assert!(knobs.problems.is_empty(), "{:?}", knobs.problems);
        assert_eq!(knobs.positions(), "I = 30, neuron = HH, leak = off, τ = 20, not moved = 0.5");
    }

    #[test]
    fn what_cannot_be_a_control_is_told_with_what_was_received() {
        let mut knobs = Knobs::default();
        assert_eq!(knobs.slider("I (nA)", 5.0, 5.0, 7.0), 7.0);
        knobs.slider("g", 0.0, f64::INFINITY, 1.0);
        assert_eq!(knobs.slider("σ", 0.0, 1.0, 2.0), 1.0);
        assert_eq!(knobs.slider("w", 0.0, 1.0, f64::NAN), 0.0);
        assert_eq!(knobs.choice("neuron", &[]), 0);
        knobs.switch("σ", true);
        assert_eq!(
            knobs.problems,
            [
                "I (nA): a slider needs a lowest value below its highest one, both finite; received 5 and 5",
                "g: a slider needs a lowest value below its highest one, both finite; received 0 and inf",
                "σ: the start must be between 0 and 1; received 2",
                "w: the start must be between 0 and 1; received NaN",
                "neuron: there is nothing to choose from",
                "two controls are called “σ”: each needs a name of its own",
            ]
        );
    }
}
