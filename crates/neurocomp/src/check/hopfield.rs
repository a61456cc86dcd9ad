//! Checks of TD5, the Hopfield network.
//!
//! The notebook writes `check::hopfield::overlap(overlap)`: the check has the name of the exercise, and takes the
//! student's function as a plain `fn`.
//!
//! | exercise | function to write | answer |
//! | --- | --- | --- |
//! | 1 | [`probability_up`]`(beta, h)` | probability of S = +1 |
//! | 2 | [`overlap`]`(pattern, state)` | m, from −1 to 1 |
//! | 3 | [`learn`]`(w, pattern)` | new weights |
//! | 4 | [`fields`]`(patterns, state)` | h_i of every unit |
//! | 5 | [`cue`]`(pattern, m, order)` | a state with the overlap m |
//! | 6 | [`step`]`(patterns, state, beta, u)` | the state one synchronous step later |
//! | 7 | [`energy`]`(patterns, state)` | E |
//! | 8 | [`sweep`]`(w, state, order)` | the state one asynchronous sweep later |
//! | 9 | [`stationary_overlap`]`(beta)` | m* |
//! | 10 | [`unstable_fraction`]`(patterns, mu)` | fraction of the units |
//! | 11 | [`plateau`]`(m)` | mean overlap |
//! | 12 | [`compete`]`(m1, m2, beta)` | both overlaps one step later |
//!
//! Nothing here has a unit: states are ±1, and fields, overlaps, energies and β are pure numbers. States and patterns
//! are arrays of +1.0 and −1.0.

use ndarray::{Array1, Array2};

use crate::memory::{Hopfield, Pattern};
use crate::noise::generator;

mod dynamics;
mod formula;
mod states;
mod theory;
mod weights;

pub use dynamics::{Step, Sweep, cue, step, sweep};
pub use formula::{energy, overlap, probability_up};
pub use theory::{compete, plateau, stationary_overlap, unstable_fraction};
pub use weights::{Rule, fields, learn};

/// `k` random patterns of `n` units.
fn patterns(n: usize, k: usize, seed: u64) -> Vec<Array1<f64>> {
    let set = Pattern::random_set(n, k, seed).expect("the sizes of the checks are valid");
    set.iter().map(Pattern::to_array).collect()
}

/// The library's network that has stored these patterns.
fn network(patterns: &[Array1<f64>]) -> Hopfield {
    let set: Vec<Pattern> = patterns.iter().map(pattern).collect();
    Hopfield::new(&set).expect("the patterns of the checks are valid")
}

fn pattern(state: &Array1<f64>) -> Pattern {
    Pattern::from_array(state).expect("the states of the checks are ±1")
}

/// `n` numbers from 0 to 1 with two decimals, so that they can be written down.
fn uniform(n: usize, seed: u64) -> Array1<f64> {
    use ndarray_rand::rand::RngCore;
    let mut random = generator(seed);
    (0..n).map(|_| (random.next_u64() % 101) as f64 / 100.0).collect()
}

/// The units from 0 to n − 1 in a random order.
fn permutation(n: usize, seed: u64) -> Vec<usize> {
    let keys = uniform(n, seed);
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| keys[i].total_cmp(&keys[j]));
    order
}

/// Patterns as they are written in Rust.
fn patterns_code(patterns: &[Array1<f64>]) -> String {
    let each: Vec<String> = patterns.iter().map(|p| format!("array!{:?}", p.to_vec())).collect();
    format!("&[{}]", each.join(", "))
}

/// Weights as they are written in Rust.
fn weights_code(w: &Array2<f64>) -> String {
    let rows: Vec<String> = w.outer_iter().map(|row| format!("{:?}", row.to_vec())).collect();
    format!("&array![{}]", rows.join(", "))
}

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn super::Reviewed] = &[];
