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

use ndarray::{Array1, array};

use super::exercise::{Mistake, seen, showing};
use super::{Reviewed, say};
use crate::memory::{Hopfield, Pattern};
use crate::noise::generator;

mod compete;
mod cue;
mod energy;
mod fields;
mod learn;
mod overlap;
mod plateau;
mod probability_up;
mod stationary_overlap;
mod step;
mod sweep;
mod unstable_fraction;

pub use compete::compete;
pub use cue::cue;
pub use energy::energy;
pub use fields::fields;
pub use learn::{Rule, learn};
pub use overlap::overlap;
pub use plateau::plateau;
pub use probability_up::probability_up;
pub use stationary_overlap::stationary_overlap;
pub use step::{Step, step};
pub use sweep::{Sweep, sweep};
pub use unstable_fraction::unstable_fraction;

/// The tables, in the order of the tutorial.
pub(super) const EXERCISES: &[&dyn Reviewed] = &[
    &probability_up::PROBABILITY_UP,
    &overlap::OVERLAP,
    &learn::LEARN,
    &fields::FIELDS,
    &cue::CUE,
    &step::STEP,
    &energy::ENERGY,
    &sweep::SWEEP,
    &stationary_overlap::STATIONARY_OVERLAP,
    &unstable_fraction::UNSTABLE_FRACTION,
    &plateau::PLATEAU,
    &compete::COMPETE,
];

/// `k` random patterns of `n` units.
fn patterns(n: usize, k: usize, seed: u64) -> Vec<Array1<f64>> {
    let set = Pattern::random_set(n, k, seed).expect("the sizes of the checks are valid");
    set.iter().map(Pattern::to_array).collect()
}

/// `k` random patterns of `n` units, and a state that has nothing to do with them.
fn patterns_and_state(n: usize, k: usize, seed: u64) -> (Vec<Array1<f64>>, Array1<f64>) {
    let mut all = patterns(n, k + 1, seed);
    let state = all.remove(k);
    (all, state)
}

/// The library's network that has stored these patterns.
fn network(patterns: &[Array1<f64>]) -> Hopfield {
    let set: Vec<Pattern> = patterns.iter().map(pattern).collect();
    Hopfield::new(&set).expect("the patterns of the checks are valid")
}

fn pattern(state: &Array1<f64>) -> Pattern {
    Pattern::from_array(state).expect("the states of the checks are ±1")
}

/// h_i = Σ_j w_ij S_j, with w_ii = 0.
fn field(patterns: &[Array1<f64>], state: &Array1<f64>) -> Array1<f64> {
    network(patterns).field(&pattern(state)).expect("the state has n units")
}

/// m = (1/N) Σ_i P_i S_i.
fn mean_product(p: &Array1<f64>, state: &Array1<f64>) -> f64 {
    (p * state).sum() / p.len() as f64
}

/// What each unit would do to itself, (K/N) S_i.
fn own(patterns: &[Array1<f64>], state: &Array1<f64>) -> Array1<f64> {
    state * (patterns.len() as f64 / state.len() as f64)
}

/// 1/(1 + e^(−x)).
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn up_if(yes: bool) -> f64 {
    if yes { 1.0 } else { -1.0 }
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

/// Units that are neither +1 nor −1.
const fn no_state<I>() -> Mistake<I, Array1<f64>> {
    showing(
        |_, _, state| {
            let odd = first_odd_unit(state).unwrap_or_default();
            [
                say("1 or −1 for every unit", "1 ou −1 pour chaque unité"),
                say(format!("a unit with {odd}"), format!("une unité qui vaut {odd}")),
            ]
        },
        seen(
            |_, _, state| first_odd_unit(state).is_some(),
            |_| array![0.5],
            "a unit is +1 or −1; here one is neither.",
            "une unité vaut +1 ou −1 ; ici l’une n’est ni l’un ni l’autre.",
        ),
    )
}

fn first_odd_unit(state: &Array1<f64>) -> Option<f64> {
    state.iter().copied().find(|s| s.is_finite() && s.abs() != 1.0)
}
