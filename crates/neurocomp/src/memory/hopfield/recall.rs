//! Recall: the units are updated again and again, and the state moves to what is stored near it.

use ndarray::{Array1, Array2};
use rand::RngCore;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Couplings, Hopfield, Pattern};
use crate::Result;
use crate::error::check_count;
use crate::language::choose;
use crate::memory::pattern::random::below;
use crate::noise::generator;
use crate::parameter::Allowed;
use crate::summary::{count, last, number, summary};

/// In which order units are updated. One sweep is N updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateOrder {
    /// All at once, from the same fields. The energy may rise, and the state may end alternating between two.
    Synchronous,
    /// One after the other, each once in a sweep, in a new random order each time.
    Asynchronous,
    /// One after the other, N random picks; in a sweep about e⁻¹ = 37 % of the units are not picked.
    RandomPicks,
}

/// How to recall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecallParams {
    /// Number of sweeps of N updates each.
    pub sweeps: usize,
    /// β ≥ 0 of P(S_i = 1) = 1/(1 + e^(−β h_i)). `f64::INFINITY` is the deterministic rule S_i = sign h_i, under which
    /// a unit without field stays as it is.
    pub beta: f64,
    /// Which units are updated when.
    pub order: UpdateOrder,
    /// The state is kept after every so many sweeps.
    pub keep_every: usize,
    /// Same seed, same recall.
    pub seed: u64,
}

/// Ten synchronous sweeps without noise, all states kept.
impl Default for RecallParams {
    fn default() -> Self {
        RecallParams { sweeps: 10, beta: f64::INFINITY, order: UpdateOrder::Synchronous, keep_every: 1, seed: 1 }
    }
}

/// What happened during a recall.
#[derive(Clone, PartialEq)]
pub struct Recall {
    /// The states after sweeps 0 (the start), `keep_every`, 2·`keep_every` ….
    pub states: Vec<Pattern>,
    /// The overlaps m^μ after 0, 1, 2 … sweeps (rows) with each pattern (columns).
    pub overlaps: Array2<f64>,
    /// The energies E after 0, 1, 2 … sweeps.
    pub energies: Array1<f64>,
    /// The state after the last sweep.
    pub last: Pattern,
    /// The number of sweeps that it took to reach a state that no update changes; `None` if there was none, or β is
    /// finite. A sweep of random picks is no proof, so there the state is checked.
    pub fixed_after: Option<usize>,
}

summary!(Recall, |recall| {
    let end = recall.overlaps.rows().into_iter().next_back();
    let (best, m) =
        end.iter().flatten().copied().enumerate().fold((0, f64::NAN), |best, found| {
            if best.1.is_nan() || found.1.abs() > best.1.abs() { found } else { best }
        });
    let sweeps = count(recall.overlaps.nrows().saturating_sub(1), "sweeps", "balayages");
    let (largest, energy) = (choose("largest overlap", "plus grand recouvrement"), last(&recall.energies, 2));
    format!("{sweeps}, {largest}: {} (μ = {best}), E = {energy}", number(m, 3))
});

/// The largest number of overlaps (sweeps × patterns) that a recall keeps: 800 MB.
const MAX_OVERLAPS: usize = 100_000_000;

/// The largest number of units in all states that a recall keeps: 1 GB.
const MAX_KEPT_UNITS: usize = 1_000_000_000_usize.saturating_mul(8);

impl Hopfield {
    /// Recalls from `start`.
    ///
    /// # Errors
    ///
    /// If the start has not N units, β is below 0 or NaN, `keep_every` is 0, or more would have to be kept than fits in
    /// the memory (10⁸ overlaps, 1 GB of states).
    pub fn recall(&self, start: &Pattern, params: RecallParams) -> Result<Recall> {
        self.check_recall(start, &params)?;
        let (sweeps, k) = (params.sweeps, self.patterns.len());
        let mut run = self.run(start.clone(), params.beta, params.seed)?;
        let mut states = vec![start.clone()];
        let mut overlaps = Array2::zeros((sweeps + 1, k));
        let mut energies = Array1::zeros(sweeps + 1);
        let mut fixed_after = None;
        let mut record = |sweep, state: &Pattern| {
            let products = self.products(state);
            energies[sweep] = self.energy_from(&products, state);
            overlaps.row_mut(sweep).assign(&self.overlaps_from(&products));
        };
        record(0, start);
        for sweep in 1..=sweeps {
            if fixed_after.is_none() && !run.sweep(params.order) {
                let at_rest = params.beta == f64::INFINITY && self.is_fixed(&run.state)?;
                fixed_after = at_rest.then_some(sweep - 1);
            }
            record(sweep, &run.state);
            if sweep % params.keep_every == 0 {
                states.push(run.state.clone());
            }
        }
        Ok(Recall { states, overlaps, energies, last: run.state, fixed_after })
    }
}

impl Hopfield {
    fn check_recall(&self, start: &Pattern, params: &RecallParams) -> Result<()> {
        self.check_state(start)?;
        let most = MAX_OVERLAPS / self.patterns.len() - 1;
        check_count("sweeps", 0, most, params.sweeps)?;
        check_count("keep_every", 1, usize::MAX, params.keep_every)?;
        let kept = params.sweeps / params.keep_every;
        check_count("sweeps / keep_every", 0, MAX_KEPT_UNITS / self.units(), kept)?;
        Ok(())
    }

    /// A recall to be followed sweep by sweep.
    pub(in crate::memory) fn run(&self, start: Pattern, beta: f64, seed: u64) -> Result<Run<'_>> {
        Run::new(self, start, beta, seed)
    }
}

/// A recall under way.
pub(in crate::memory) struct Run<'a> {
    network: &'a Hopfield,
    pub(in crate::memory) state: Pattern,
    rule: Rule,
    order: Vec<u32>,
}

impl<'a> Run<'a> {
    fn new(network: &'a Hopfield, state: Pattern, beta: f64, seed: u64) -> Result<Run<'a>> {
        let n = network.units();
        Ok(Run { network, state, rule: Rule::new(beta, n, seed)?, order: (0..n as u32).collect() })
    }

    /// N updates; returns whether any unit changed.
    pub(in crate::memory) fn sweep(&mut self, order: UpdateOrder) -> bool {
        let Run { network, state, rule, order: places } = self;
        let n = places.len();
        match order {
            UpdateOrder::Synchronous => return rule.update_all(network, state),
            UpdateOrder::Asynchronous => {
                for last in (1..n).rev() {
                    places.swap(last, below(&mut rule.random, last + 1));
                }
            }
            UpdateOrder::RandomPicks => {
                for place in places.iter_mut() {
                    *place = below(&mut rule.random, n) as u32;
                }
            }
        }
        let changed = rule.update_in_order(network, state, places);
        if order == UpdateOrder::RandomPicks {
            *places = (0..n as u32).collect();
        }
        changed
    }
}

/// The rule by which a unit takes its new state.
struct Rule {
    beta: f64,
    /// Turns N·h into h.
    scale: f64,
    random: Xoshiro256PlusPlus,
    /// Whole fields come again and again: N·h and 2⁶⁴·P(S = 1) of those met last.
    met: Vec<(i32, u64)>,
}

/// Fields remembered by [`Rule`]; a power of 2.
const MET: usize = 4096;

impl Rule {
    fn new(beta: f64, n: usize, seed: u64) -> Result<Rule> {
        if beta != f64::INFINITY {
            Allowed::NotNegative.check("beta", "", beta)?;
        }
        Ok(Rule {
            beta,
            scale: 1.0 / n as f64,
            random: generator(seed),
            met: vec![(i32::MIN, 0); if beta.is_finite() { MET } else { 0 }],
        })
    }

    /// The new state of a unit with the whole field N·h.
    fn up_whole(&mut self, field: i32, was: bool) -> bool {
        if self.met.is_empty() {
            return field > 0 || (field == 0 && was);
        }
        // All fields of a network are even, or all odd.
        let place = (field >> 1) as usize % MET;
        if self.met[place].0 != field {
            self.met[place] = (field, probability(self.beta * (f64::from(field) * self.scale)));
        }
        self.random.next_u64() < self.met[place].1
    }

    /// The new state of a unit with the field h.
    fn up(&mut self, field: f64, was: bool) -> bool {
        if self.beta == f64::INFINITY {
            return field > 0.0 || (field == 0.0 && was);
        }
        self.random.next_u64() < probability(self.beta * field)
    }

    fn update_all(&mut self, network: &Hopfield, state: &mut Pattern) -> bool {
        match &network.couplings {
            Couplings::Hebb(traces) => {
                traces.update_all(&network.patterns, state, |field, was| self.up_whole(field, was))
            }
            Couplings::Matrix(w) => {
                let field = w.dot(&state.to_array());
                let old = state.clone();
                let (rows, columns) = old.shape();
                *state = Pattern::from_fn(rows, columns, |i| self.up(field[i], old.up(i)));
                *state != old
            }
        }
    }

    fn update_in_order(&mut self, network: &Hopfield, state: &mut Pattern, places: &[u32]) -> bool {
        let mut changed = false;
        match &network.couplings {
            Couplings::Hebb(traces) => {
                let mut overlaps = traces.whole_overlaps(&network.patterns, state);
                let mut total: i32 = overlaps.iter().flatten().sum();
                for &i in places {
                    let i = i as usize;
                    let was = state.up(i);
                    let up = self.up_whole(traces.field_of(i, was, &overlaps, total), was);
                    if up != was {
                        state.flip(i);
                        total += traces.follow(i, up, &mut overlaps);
                        changed = true;
                    }
                }
            }
            Couplings::Matrix(w) => {
                let mut s = state.to_array();
                for &i in places {
                    let i = i as usize;
                    let was = state.up(i);
                    let up = self.up(w.row(i).dot(&s), was);
                    if up != was {
                        state.flip(i);
                        s[i] = -s[i];
                        changed = true;
                    }
                }
            }
        }
        changed
    }
}

/// 2⁶⁴/(1 + e^(−x)); a float beyond the largest integer becomes the largest.
fn probability(x: f64) -> u64 {
    (1.8446744073709552e19 / (1.0 + (-x).exp())) as u64
}
