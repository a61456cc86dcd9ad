//! What is kept of a solution while it is computed.

use std::cell::Cell;

use ivp::dense::StepInterpolant;
use ivp::solout::{ControlFlag, SolOut};

use super::Crossings;
use crate::error::number;
use crate::integrate::Solution;
use crate::{Error, Result};

/// The function whose upward zero crossings are looked for.
pub(super) type Event<'a> = dyn Fn(f64, &[f64]) -> f64 + 'a;

/// In how many pieces a step is searched for crossings.
const PIECES: usize = 10;

/// Receives each step, with the polynomial that is the solution inside it.
pub(super) struct Recorder<'a> {
    times: &'a [f64],
    event: Option<&'a Event<'a>>,
    stop: bool,
    trouble: &'a Cell<Option<(f64, usize, f64)>>,
    /// Time since the start up to which the solution is known: the solver's clock begins at zero.
    pub(super) elapsed: f64,
    pub(super) error: Option<Error>,
    /// The event at `elapsed`.
    event_before: f64,
    /// Index of the next time to be recorded.
    next: usize,
    recorded: Rows,
    crossings: Rows,
    stopped: bool,
}

struct Rows {
    t: Vec<f64>,
    x: Vec<f64>,
    columns: usize,
}

impl Rows {
    fn new(columns: usize) -> Rows {
        Rows { t: Vec::new(), x: Vec::new(), columns }
    }

    fn push(&mut self, t: f64, x: &[f64]) {
        self.t.push(t);
        self.x.extend(x);
    }

    fn into_solution(self) -> Solution {
        Solution::from_rows(self.t, self.x, self.columns)
    }
}

impl<'a> Recorder<'a> {
    pub(super) fn new(
        times: &'a [f64],
        columns: usize,
        event: Option<&'a Event<'a>>,
        stop: bool,
        trouble: &'a Cell<Option<(f64, usize, f64)>>,
    ) -> Recorder<'a> {
        Recorder {
            times,
            event,
            stop,
            trouble,
            elapsed: 0.0,
            error: None,
            event_before: 0.0,
            next: 0,
            recorded: Rows::new(columns),
            crossings: Rows::new(columns),
            stopped: false,
        }
    }

    /// Whether everything asked for is there.
    pub(super) fn is_complete(&self) -> bool {
        self.stopped || self.next == self.times.len()
    }

    pub(super) fn finish(self) -> Crossings {
        Crossings { solution: self.recorded.into_solution(), crossings: self.crossings.into_solution() }
    }

    fn start(&mut self, x: &[f64]) -> Result<()> {
        self.recorded.push(self.times[0], x);
        self.next = 1;
        self.event_before = self.event_at(0.0, x)?;
        Ok(())
    }

    fn event_at(&self, elapsed: f64, x: &[f64]) -> Result<f64> {
        let t = self.times[0] + elapsed;
        let value = self.event.map_or(0.0, |event| event(t, x));
        if value.is_finite() {
            return Ok(value);
        }
        let [received, t] = [value, t].map(number);
        Err(Error::text(
            format!("the event must be finite, received {received} at t = {t}"),
            format!("l’événement doit être un nombre fini, reçu {received} à t = {t}"),
        ))
    }

    /// A step from `self.elapsed` to `elapsed`, where the variables are `x`.
    fn step(&mut self, elapsed: f64, x: &[f64], inside: &StepInterpolant<'_>) -> Result<()> {
        if let Some(variable) = x.iter().position(|value| !value.is_finite()) {
            return Err(crate::integrate::ran_away(self.times[0] + elapsed, variable, x[variable]));
        }
        self.trouble.set(None);
        let crossing = match self.event {
            Some(_) => self.find_crossings(elapsed, inside)?,
            None => None,
        };
        self.record_until(crossing.unwrap_or(elapsed), inside);
        if let Some(crossing) = crossing {
            self.stop_at(crossing, inside);
        }
        self.elapsed = elapsed;
        Ok(())
    }

    /// Records the times up to `elapsed`. The last step may miss the last time by a rounding error.
    fn record_until(&mut self, elapsed: f64, inside: &StepInterpolant<'_>) {
        let start = self.times[0];
        let duration = self.times[self.times.len() - 1] - start;
        let end = if duration - elapsed <= 8.0 * f64::EPSILON * duration { duration } else { elapsed };
        while self.next < self.times.len() && self.times[self.next] - start <= end {
            let t = self.times[self.next];
            let x = value_at(inside, t - start, self.recorded.columns);
            self.recorded.push(t, &x);
            self.next += 1;
        }
    }

    /// Ends the solution with a row at the crossing.
    fn stop_at(&mut self, crossing: f64, inside: &StepInterpolant<'_>) {
        self.stopped = true;
        let t = self.times[0] + crossing;
        if self.recorded.t.last() != Some(&t) {
            let x = value_at(inside, crossing, self.recorded.columns);
            self.recorded.push(t, &x);
        }
    }

    /// Records the upward crossings of the step that ends at `end`; returns the first if the run is to stop there.
    fn find_crossings(&mut self, end: f64, inside: &StepInterpolant<'_>) -> Result<Option<f64>> {
        let columns = self.recorded.columns;
        let start = self.elapsed;
        let mut low = start;
        for piece in 1..=PIECES {
            let high = if piece == PIECES { end } else { start + (end - start) * piece as f64 / PIECES as f64 };
            let value = self.event_at(high, &value_at(inside, high, columns))?;
            if self.event_before < 0.0 && value >= 0.0 {
                let crossing = self.bisect(low, high, inside)?;
                let t = self.times[0] + crossing;
                self.crossings.push(t, &value_at(inside, crossing, columns));
                if self.stop {
                    return Ok(Some(crossing));
                }
            }
            self.event_before = value;
            low = high;
        }
        Ok(None)
    }

    /// The first number at which the event is no longer below zero, between `low` (below) and `high` (not below).
    fn bisect(&self, mut low: f64, mut high: f64, inside: &StepInterpolant<'_>) -> Result<f64> {
        loop {
            let middle = low + 0.5 * (high - low);
            if middle <= low || middle >= high {
                return Ok(high);
            }
            let x = value_at(inside, middle, self.recorded.columns);
            if self.event_at(middle, &x)? < 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}

fn value_at(inside: &StepInterpolant<'_>, elapsed: f64, columns: usize) -> Vec<f64> {
    let mut x = vec![0.0; columns];
    inside.interpolate(elapsed, &mut x);
    x
}

impl SolOut for Recorder<'_> {
    fn solout(
        &mut self,
        _before: f64,
        elapsed: &mut f64,
        x: &mut [f64],
        inside: Option<&StepInterpolant<'_>>,
    ) -> ControlFlag {
        let outcome = match inside {
            None => self.start(x),
            Some(inside) => self.step(*elapsed, x, inside),
        };
        if let Err(error) = outcome {
            self.error = Some(error);
        }
        if self.error.is_some() || self.is_complete() { ControlFlag::Interrupt } else { ControlFlag::Continue }
    }
}
