//! The live figures of this process that have been shown: the kernel moves their controls.

use std::panic;
use std::sync::{Mutex, PoisonError};

use super::super::figure::Figure;
use super::{Control, Kind, Knobs, Live};
use crate::display;

/// As many figures can be moved; older ones sleep, so that a cell that is run again and again does not fill the memory.
const AWAKE: usize = 32;

/// A figure that was shown.
struct Shown {
    number: u64,
    live: Live,
    display: String,
    controls: Vec<Control>,
    /// What is seen while a position panics.
    figure: Figure,
}

static SHOWN: Mutex<Vec<Shown>> = Mutex::new(Vec::new());

/// Shows a figure with its controls.
pub(super) fn show(live: &Live) {
    let mut knobs = Knobs::default();
    let figure = live.compute(&mut knobs);
    let mut all = SHOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let number = all.last().map_or(1, |last| last.number + 1);
    let display = display::new_id();
    let controls: Vec<String> = knobs.controls.iter().map(Control::json).collect();
    display::live(number, &controls, &display, &borrowed(&figure.forms()));
    if all.len() == AWAKE {
        all.remove(0);
    }
    all.push(Shown { number, live: live.clone(), display, controls: knobs.controls, figure });
}

/// Redraws the figure of this number, with its controls at these values in their order; without values, with frames.
/// Returns whether there is such a figure.
pub(crate) fn move_to(number: u64, values: &[f64]) -> bool {
    let mut all = SHOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(shown) = all.iter_mut().find(|shown| shown.number == number) else {
        return false;
    };
    // A panic is reported in the figure, not under some cell.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let figure = if values.is_empty() { shown.live.frames() } else { shown.at(values) };
    panic::set_hook(hook);
    display::display(&shown.display, &borrowed(&figure.forms()), true);
    true
}

impl Shown {
    fn at(&mut self, values: &[f64]) -> Figure {
        let labels = self.controls.iter().map(|control| control.label.clone());
        let mut knobs = Knobs::at(labels.zip(values.iter().copied()).collect());
        match self.live.try_to_compute(&mut knobs) {
            Ok(figure) => {
                self.figure = figure.clone();
                figure
            }
            Err(told) => self.figure.clone().problem(told),
        }
    }
}

/// As [`display`](display::display) takes them.
fn borrowed<'a>(forms: &'a [(&'static str, String); 3]) -> [(&'a str, &'a str); 3] {
    forms.each_ref().map(|(mime, content)| (*mime, content.as_str()))
}

impl Control {
    /// As the kernel reads it.
    fn json(&self) -> String {
        let (label, value) = (display::quoted(&self.label), self.value);
        match &self.kind {
            Kind::Slider { low, high, step } => format!(
                r#"{{"Slider": {{"label": {label}, "low": {low}, "high": {high}, "step": {step}, "value": {value}}}}}"#
            ),
            Kind::Choice(names) => {
                let names: Vec<String> = names.iter().map(|name| display::quoted(name)).collect();
                format!(r#"{{"Choice": {{"label": {label}, "names": [{}], "value": {value}}}}}"#, names.join(", "))
            }
            Kind::Switch => format!(r#"{{"Switch": {{"label": {label}, "is_on": {}}}}}"#, value > 0.5),
        }
    }
}
