//! Every public function, called with what it may not expect: NaN, ±∞, −0, numbers that are almost 0 or too large, huge
//! counts, lists that are empty, unsorted or of different lengths, results whose public fields were changed.
//!
//! No call may panic, run for ever or fill the memory, and no `Ok` may hold NaN. The arguments are made from their types
//! (`value.rs`); what a call gives is an argument of later calls. One file for each part of the library lists its
//! functions, and `listed.rs` finds those that are missing.
//!
//! `HOSTILE_MINUTES=30 cargo test -p neurocomp --test hostile -- --nocapture` goes on with new seeds and numbers of any
//! size, and says how many calls it made; `HOSTILE_SEED=7` repeats one of its seeds.

// Entries are written by a macro, for functions of all types, with and without a value.
#![allow(clippy::let_unit_value, clippy::type_complexity, clippy::vec_init_then_push)]

mod call;
mod data;
mod listed;
mod membrane;
mod memory;
mod network;
mod neuron;
mod perceptron;
mod plasticity;
mod plot;
mod rate;
mod source;
mod spikes;
mod value;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use call::{Entry, Outcome};
use source::Source;

/// How often each function is called.
const ROUNDS: usize = 60;

/// What may take seconds is called in every tenth round only.
const SELDOM: [&str; 17] = [
    "CalciumRule::simulate",
    "DigitNetwork::train",
    "DigitPerceptron::train",
    "NmdaRule::change",
    "NmdaRule::simulate",
    "PoissonSynapses::trace",
    "SpikeRule::change",
    "SpikeRule::frequency_curve",
    "SpikeRule::pairing_curve",
    "SpikeRule::stimulation_curve",
    "SpikeRule::window",
    "VoltageRule::change",
    "VoltageRule::simulate",
    "WilsonCowan::oscillation",
    "TimeCourse::trace",
    "distance::victor_purpura",
    "place_cell::forage",
];

fn table() -> Vec<Entry> {
    let parts = [
        data::table,
        membrane::table,
        neuron::table,
        spikes::table,
        rate::table,
        network::table,
        memory::table,
        plasticity::table,
        perceptron::table,
        plot::table,
    ];
    parts.iter().flat_map(|part| part()).collect()
}

fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn whatever_the_input_a_function_answers_or_refuses() {
    match (variable("HOSTILE_MINUTES"), variable("HOSTILE_SEED")) {
        (Some(minutes), None) => run_for(Duration::from_secs(60 * minutes)),
        (_, Some(seed)) => run(seed, true),
        (None, None) => run(1, false),
    }
}

#[test]
fn every_public_function_is_called() {
    listed::compare(&table().iter().map(|entry| entry.name.as_str()).collect::<Vec<_>>());
}

/// Calls every function with this seed.
fn run(seed: u64, any_size: bool) {
    watch::start(Duration::from_secs(60));
    let mut source = Source::new(seed, any_size);
    let table = table();
    let mut given: BTreeMap<&str, usize> = table.iter().map(|entry| (entry.name.as_str(), 0)).collect();
    let (mut calls, mut faults) = (0, BTreeSet::new());
    for round in 0..ROUNDS {
        for entry in &table {
            if round % 10 != 0 && SELDOM.iter().any(|name| entry.name.ends_with(name)) {
                continue;
            }
            match entry.call(&mut source) {
                None => continue,
                Some(Ok(Outcome::Given)) => *given.entry(entry.name.as_str()).or_default() += 1,
                Some(Ok(_)) => {}
                Some(Err(fault)) => {
                    if faults.insert(entry.name.as_str()) {
                        let _ = writeln!(std::io::stderr(), "seed {seed}: {fault}");
                    }
                }
            }
            calls += 1;
        }
    }
    let never: Vec<_> = given.iter().filter(|(_, given)| **given == 0).map(|(name, _)| *name).collect();
    let _ = writeln!(std::io::stderr(), "seed {seed}: {calls} calls of {} functions", table.len());
    let _ = writeln!(std::io::stderr(), "seed {seed}: never anything but refused: {}", never.join(", "));
    assert!(faults.is_empty(), "seed {seed}: {} functions failed: {faults:?}", faults.len());
}

/// Calls every function with one seed after the other, each in a process of its own.
fn run_for(time: Duration) {
    let (start, mut calls, mut failed) = (Instant::now(), 0, Vec::new());
    let program = std::env::current_exe().expect("a test is a program");
    for seed in 1.. {
        let child = Command::new(&program)
            .args(["whatever_the_input", "--nocapture"])
            .env("HOSTILE_SEED", seed.to_string())
            .output()
            .expect("the test can be started once more");
        let said = String::from_utf8_lossy(&child.stderr);
        calls += said.split_once(" calls").and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok()).unwrap_or(0);
        if !child.status.success() {
            println!("seed {seed}:\n{said}");
            failed.push(seed);
        }
        if start.elapsed() > time {
            break;
        }
    }
    println!("{calls} calls, seeds that failed: {failed:?}");
    assert!(failed.is_empty());
}
