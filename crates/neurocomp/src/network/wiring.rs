//! Who is connected to whom.

use rand::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::noise::{cell_seed, generator};

/// How the synapses from one population to another are chosen. A random wiring never connects a neuron to itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Wiring {
    /// Each pair is connected with this probability, independently of the others.
    Probability(f64),
    /// Each neuron receives this many synapses, from as many different neurons, chosen at random.
    InDegree(usize),
    /// These pairs (source, target), counted from 0 in each population. The same pair may come several times; such
    /// lists are made by [`ring_edges`](super::ring_edges) and [`sheet_edges`](super::sheet_edges), or by hand.
    Edges(Vec<(usize, usize)>),
}

/// One synapse with a weight and a delay of its own, for [`Network::connect_each`](super::Network::connect_each).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Synapse {
    /// The neuron it comes from, counted from 0 in its population.
    pub source: usize,
    /// The neuron it goes to, counted from 0 in its population.
    pub target: usize,
    /// Its weight; below zero it is inhibitory. The unit depends on the target, see [`Synapses`](super::Synapses).
    pub weight: f64,
    /// Its delay, ms.
    pub delay: f64,
}

/// The neurons `first` to `first + size − 1` of the target population. There are at most 65,536 of them, so that a
/// synapse needs at most 2 bytes to name its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Targets {
    pub first: usize,
    pub size: usize,
}

/// Synapses onto some neurons, sorted by source: source s has `start[s]` to `start[s + 1]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rows {
    pub start: Vec<u32>,
    /// The target, counted from the first of [`Targets`].
    pub target: Vec<u16>,
}

impl Rows {
    /// The place of the synapses of `source` in the list.
    #[inline]
    pub fn of(&self, source: u32) -> std::ops::Range<usize> {
        self.start[source as usize] as usize..self.start[source as usize + 1] as usize
    }
}

impl Rows {
    /// The places of the synapses of all these sources, one after another. It looks once at each: a row somewhere in
    /// many megabytes takes as long to arrive as a hundred additions, but while one is on its way the next can be asked
    /// for, if nothing has to be done with the first in between.
    pub fn find(&self, sources: &[u32], found: &mut Vec<std::ops::Range<usize>>) {
        found.clear();
        found.extend(sources.iter().map(|&source| self.of(source)));
        let looks = found.iter().map(|row| self.target.get(row.start).copied().unwrap_or(0));
        std::hint::black_box(looks.fold(0, |all, target| all ^ target));
    }
}

/// Two populations, or twice the same one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub sources: usize,
    /// Whether source k and target k are the same neuron.
    pub same: bool,
}

impl Wiring {
    /// The synapses onto `targets`. What a neuron receives depends on the seed and on the neuron alone, not on how
    /// neurons are divided among threads.
    pub(super) fn rows(&self, ends: Ends, targets: Targets, seed: u64) -> Rows {
        // Pairs come in order of their target; a list as it was given.
        let mut sources: Vec<u32> = Vec::new();
        let mut local: Vec<u16> = Vec::new();
        let mut seen = vec![false; ends.sources];
        for k in 0..targets.size {
            let target = targets.first + k;
            let mut random = generator(cell_seed(seed, 0, target));
            let itself = ends.same.then_some(target);
            match *self {
                Wiring::Probability(p) => with_probability(p, ends.sources, itself, &mut random, &mut sources),
                Wiring::InDegree(n) => choose_distinct(n, itself, &mut seen, &mut random, &mut sources),
                Wiring::Edges(_) => {}
            }
            local.resize(sources.len(), k as u16);
        }
        if let Wiring::Edges(edges) = self {
            for &(source, target) in edges {
                if (targets.first..targets.first + targets.size).contains(&target) {
                    sources.push(source as u32);
                    local.push((target - targets.first) as u16);
                }
            }
        }
        let (start, order) = sort_by_source(ends.sources, &sources);
        let mut target = vec![0; local.len()];
        for (place, t) in order.zip(local) {
            target[place] = t;
        }
        Rows { start, target }
    }
}

/// Counting sort: where each source begins, and the new place of each pair; pairs of one source keep their order.
pub(super) fn sort_by_source(sources: usize, pairs: &[u32]) -> (Vec<u32>, impl Iterator<Item = usize>) {
    let mut start = vec![0_u32; sources + 1];
    for &source in pairs {
        start[source as usize + 1] += 1;
    }
    for s in 0..sources {
        start[s + 1] += start[s];
    }
    let mut next = start.clone();
    let order = pairs.iter().map(move |&source| {
        let place = next[source as usize];
        next[source as usize] += 1;
        place as usize
    });
    (start, order)
}

/// Each of the sources with probability p. Instead of asking one after another, it draws how many are left out until
/// the next one: k or more with probability (1 − p)^k, so that k = ln u/ln(1 − p), rounded down.
fn with_probability(
    p: f64,
    sources: usize,
    itself: Option<usize>,
    random: &mut Xoshiro256PlusPlus,
    chosen: &mut Vec<u32>,
) {
    if p <= 0.0 {
        return;
    }
    let per_skip = 1.0 / (-p).ln_1p(); // −0 if p = 1: nobody is left out
    let others = sources - usize::from(itself.is_some());
    let mut k = 0;
    loop {
        let u: f64 = 1.0 - random.random::<f64>(); // above 0, up to 1
        let skip = u.ln() * per_skip;
        if skip >= (others - k) as f64 {
            return;
        }
        k += skip as usize;
        chosen.push(skip_itself(k, itself) as u32);
        k += 1;
        if k >= others {
            return;
        }
    }
}

/// `n` different sources, all sets of n equally likely: it draws again what it has seen. If that are more than half,
/// it draws those to leave out.
fn choose_distinct(
    n: usize,
    itself: Option<usize>,
    seen: &mut [bool],
    random: &mut Xoshiro256PlusPlus,
    chosen: &mut Vec<u32>,
) {
    let others = seen.len() - usize::from(itself.is_some());
    let few = n.min(others - n);
    let begin = chosen.len();
    while chosen.len() < begin + few {
        let k = random.random_range(0..others);
        if !seen[k] {
            seen[k] = true;
            chosen.push(k as u32);
        }
    }
    if few < n {
        chosen.truncate(begin);
        chosen.extend((0..others).filter(|&k| !seen[k]).map(|k| k as u32));
        seen.fill(false);
    } else {
        for &k in &chosen[begin..] {
            seen[k as usize] = false;
        }
    }
    for k in &mut chosen[begin..] {
        *k = skip_itself(*k as usize, itself) as u32;
    }
}

/// The k-th of the sources when the neuron itself is not one of them.
fn skip_itself(k: usize, itself: Option<usize>) -> usize {
    k + usize::from(itself.is_some_and(|i| k >= i))
}
