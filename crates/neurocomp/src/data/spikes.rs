//! The spikes of many trials and neurons.

use std::collections::BTreeMap;
use std::path::Path;

use polars::prelude::{DataFrame, NamedFrom, Series};

use super::Table;
use super::csv::{self, CsvFile};
use super::fault::{Words, both, some_of};
use crate::spike_train::SpikeTrain;
use crate::summary::{count, spikes, summary};
use crate::{Error, Result};

/// Spikes of many neurons in many trials, all observed from `t_start` to `t_stop` (ms). Trials and neurons have whole
/// numbers for names.
#[derive(Clone, PartialEq)]
pub struct SpikeTable {
    t_start: f64,
    t_stop: f64,
    /// By neuron, then by trial.
    times: BTreeMap<(i64, i64), Vec<f64>>,
}

impl SpikeTable {
    /// A table without spikes, for trials that last from `t_start` to `t_stop` (ms).
    ///
    /// # Errors
    ///
    /// If the interval is empty or not finite.
    pub fn new(t_start: f64, t_stop: f64) -> Result<SpikeTable> {
        SpikeTrain::new(Vec::new(), t_start, t_stop)?;
        Ok(SpikeTable { t_start, t_stop, times: BTreeMap::new() })
    }

    /// Reads the columns `trial`, `neuron` and `time_ms` (or `time_s`, `time_us`) of a CSV file; each trial lasted from
    /// `t_start` to `t_stop` (ms). The file does not know how long a neuron was observed, and a rate needs it.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, lacks a column, has no rows, holds something that is no number, or a time outside the
    /// interval or before the one above it of the same neuron and trial. See [`data`](super) for an example.
    pub fn read(path: impl AsRef<Path>, t_start: f64, t_stop: f64) -> Result<SpikeTable> {
        let mut table = SpikeTable::new(t_start, t_stop)?;
        let file = CsvFile::open(path.as_ref())?;
        let trial = file.column("`trial`", |name| name.eq_ignore_ascii_case("trial"))?;
        let neuron = file.column("`neuron`", |name| name.eq_ignore_ascii_case("neuron"))?;
        let (time, ms) = time_column(&file)?;
        let numbers = file.numbers(&[(&trial, true), (&neuron, true), (&time, false)])?;
        for (row, &value) in numbers[2].iter().enumerate() {
            let (trial, neuron) = (numbers[0][row] as i64, numbers[1][row] as i64);
            if let Err(expected) = table.push(trial, neuron, value * ms) {
                return Err(file.bad_value(row, &time, expected, both(&format!("`{value}`"))));
            }
        }
        Ok(table)
    }

    /// Adds a spike; if it cannot be added, tells what should be there.
    fn push(&mut self, trial: i64, neuron: i64, time: f64) -> Result<(), Words> {
        let (low, high) = (self.t_start, self.t_stop);
        if time < low || time > high {
            return Err((format!("a time from {low} to {high} ms"), format!("un temps de {low} à {high} ms")));
        }
        let times = self.times.entry((neuron, trial)).or_default();
        if let Some(&last) = times.last().filter(|&&last| time < last) {
            return Err((
                format!("times in order (neuron {neuron} fired at {last} ms before, in trial {trial})"),
                format!("des temps en ordre (le neurone {neuron} a déchargé à {last} ms, essai {trial})"),
            ));
        }
        times.push(time);
        Ok(())
    }

    /// Puts in a spike train, in place of what this neuron did in this trial.
    ///
    /// # Errors
    ///
    /// If a spike lies outside the interval of the table.
    pub fn insert(&mut self, trial: i64, neuron: i64, train: &SpikeTrain) -> Result<()> {
        let train = SpikeTrain::new(train.times().to_vec(), self.t_start, self.t_stop)?;
        self.times.insert((neuron, trial), train.times().to_vec());
        Ok(())
    }

    /// The number of spikes.
    pub fn len(&self) -> usize {
        self.times.values().map(Vec::len).sum()
    }

    /// Whether there is no spike at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The neurons, in order.
    pub fn neurons(&self) -> Vec<i64> {
        let mut neurons: Vec<i64> = self.times.keys().map(|key| key.0).collect();
        neurons.dedup();
        neurons
    }

    /// The trials in which any neuron fired, in order.
    pub fn trials(&self) -> Vec<i64> {
        let mut trials: Vec<i64> = self.times.keys().map(|key| key.1).collect();
        trials.sort_unstable();
        trials.dedup();
        trials
    }

    /// What a neuron did in a trial: an empty train where it stayed silent.
    ///
    /// # Errors
    ///
    /// If no spike of the neuron, or none of the trial, is in the table.
    pub fn train(&self, trial: i64, neuron: i64) -> Result<SpikeTrain> {
        known("trial", self.trials(), trial)?;
        known("neuron", self.neurons(), neuron)?;
        self.train_or_silence(trial, neuron)
    }

    /// What a neuron did in each of the [`trials`](SpikeTable::trials), in their order; where it stayed silent, an empty
    /// train.
    ///
    /// # Errors
    ///
    /// If no spike of the neuron is in the table.
    pub fn trials_of(&self, neuron: i64) -> Result<Vec<SpikeTrain>> {
        self.trials_of_among(neuron, &self.trials())
    }

    /// What a neuron did in each of `trials`, in this order. Give the list of trials from the table of stimuli: a trial in
    /// which no neuron fired is not in a file of spikes.
    ///
    /// # Errors
    ///
    /// If no spike of the neuron is in the table.
    pub fn trials_of_among(&self, neuron: i64, trials: &[i64]) -> Result<Vec<SpikeTrain>> {
        known("neuron", self.neurons(), neuron)?;
        let trains = trials.iter().map(|&trial| self.train_or_silence(trial, neuron));
        trains.collect::<Result<_, _>>()
    }

    fn train_or_silence(&self, trial: i64, neuron: i64) -> Result<SpikeTrain> {
        let times = self.times.get(&(neuron, trial)).cloned().unwrap_or_default();
        SpikeTrain::new(times, self.t_start, self.t_stop)
    }

    /// As a table with the columns `trial`, `neuron`, `time_ms`, one row for each spike.
    pub fn to_table(&self) -> Table {
        let mut columns = (Vec::new(), Vec::new(), Vec::<f64>::new());
        for (&(neuron, trial), times) in &self.times {
            columns.0.extend(std::iter::repeat_n(trial, times.len()));
            columns.1.extend(std::iter::repeat_n(neuron, times.len()));
            columns.2.extend(times);
        }
        let columns = vec![
            Series::new("trial".into(), columns.0).into(),
            Series::new("neuron".into(), columns.1).into(),
            Series::new("time_ms".into(), columns.2).into(),
        ];
        // Three columns of one length always make a frame.
        Table::from(DataFrame::new_infer_height(columns).unwrap_or_default())
    }

    /// Writes the table as a CSV file that [`SpikeTable::read`] reads.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<()> {
        csv::write(&self.to_table().frame, path.as_ref())
    }
}

summary!(SpikeTable, |table| {
    let neurons = count(table.neurons().len(), "neurons", "neurones");
    let trials = count(table.trials().len(), "trials", "essais");
    format!("{neurons}, {trials}, {}, t = {} … {} ms", spikes(table.len()), table.t_start, table.t_stop)
});

fn known(what: &'static str, known: Vec<i64>, received: i64) -> Result<()> {
    if known.contains(&received) {
        return Ok(());
    }
    let known = some_of(known.iter().map(i64::to_string));
    Err(Error::text(
        format!("{what} must be one of [{known}], received {received}"),
        format!("{what} doit être parmi [{known}], reçu {received}"),
    ))
}

/// The column of times and the factor that makes ms of its values.
pub(super) fn time_column(file: &CsvFile) -> Result<(String, f64)> {
    let name = file.column("`time_ms`, `time_s` / `time_us`", |name| factor(name, "time", TIME).is_some())?;
    let ms = factor(&name, "time", TIME).unwrap_or(1.0);
    Ok((name, ms))
}

const TIME: [(&str, f64); 4] = [("ms", 1.0), ("s", 1000.0), ("us", 1e-3), ("µs", 1e-3)];

/// What a column named `quantity_unit` or `quantity (unit)` is multiplied by; `None` for any other name.
pub(super) fn factor<const N: usize>(name: &str, quantity: &str, units: [(&str, f64); N]) -> Option<f64> {
    let name = name.to_lowercase();
    let rest = name.strip_prefix(quantity)?.trim_start();
    let unit = rest
        .strip_prefix('_')
        .or_else(|| rest.strip_prefix('(')?.strip_suffix(')'))
        .or_else(|| rest.strip_prefix('[')?.strip_suffix(']'))?;
    units.iter().find(|(known, _)| *known == unit.trim()).map(|(_, factor)| *factor)
}
