use ndarray::Array2;
use proptest::prelude::*;

use super::*;

fn quiet(order: UpdateOrder, sweeps: usize) -> RecallParams {
    RecallParams { sweeps, order, ..Default::default() }
}

/// N·w_ij in whole numbers, straight from the definition.
fn whole_weights(patterns: &[Pattern]) -> Array2<i32> {
    let n = patterns[0].len();
    let sign = |p: &Pattern, i| if p.up(i) { 1 } else { -1 };
    Array2::from_shape_fn((n, n), |(i, j)| {
        if i == j {
            return 0;
        }
        patterns.iter().map(|p| sign(p, i) * sign(p, j)).sum()
    })
}

#[test]
fn one_pattern_and_its_negative_are_fixed() {
    let pattern = Pattern::random(100, 1).unwrap();
    let network = Hopfield::new(std::slice::from_ref(&pattern)).unwrap();
    for state in [pattern.clone(), pattern.negative()] {
        assert!(network.is_fixed(&state).unwrap());
        // E = −(N² − N)/(2N).
        assert_eq!(network.energy(&state).unwrap(), -49.5);
    }
}

#[test]
fn all_matrix_free_results_are_those_of_the_matrix() {
    let patterns = Pattern::random_set(200, 13, 3).unwrap();
    let hebb = Hopfield::new(&patterns).unwrap();
    let matrix = hebb.diluted(0.0, 1).unwrap();
    let start = Pattern::random(200, 4).unwrap();
    for (i, j) in [(0, 0), (3, 170), (170, 3)] {
        assert_eq!(hebb.weight(i, j), matrix.weight(i, j));
    }
    assert_eq!(hebb.weight(200, 0), None);
    for order in [UpdateOrder::Synchronous, UpdateOrder::Asynchronous, UpdateOrder::RandomPicks] {
        for beta in [f64::INFINITY, 3.0] {
            let params = RecallParams { beta, ..quiet(order, 8) };
            let (a, b) = (hebb.recall(&start, params).unwrap(), matrix.recall(&start, params).unwrap());
            assert_eq!(a.states, b.states, "{order:?} {beta}");
            assert_eq!(a.overlaps, b.overlaps);
            let difference = (&a.energies - &b.energies).mapv(f64::abs);
            assert!(difference.iter().all(|&d| d < 1e-10));
        }
    }
}

#[test]
fn two_units_updated_at_once_exchange_for_ever() {
    let network = Hopfield::new(&[Pattern::from_slice(&[1, 1]).unwrap()]).unwrap();
    let start = Pattern::from_slice(&[1, -1]).unwrap();
    let recall = network.recall(&start, quiet(UpdateOrder::Synchronous, 4)).unwrap();
    assert_eq!(recall.states[1], start.negative());
    assert_eq!(recall.states[2], start);
    assert_eq!(recall.fixed_after, None);
    // One after the other they agree.
    let recall = network.recall(&start, quiet(UpdateOrder::Asynchronous, 4)).unwrap();
    assert_eq!(recall.overlaps[[4, 0]].abs(), 1.0);
    assert_eq!(recall.fixed_after, Some(1));
}

#[test]
fn three_patterns_have_a_spurious_mixture() {
    let patterns = Pattern::random_set(10_000, 3, 8).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    // The majority of three: each pattern decides with probability 1/2 + 1/4, so that m = 1/2.
    let majority = Pattern::from_fn(1, 10_000, |i| patterns.iter().filter(|p| p.up(i)).count() >= 2);
    assert!(network.is_fixed(&majority).unwrap());
    let m = network.overlaps(&majority).unwrap();
    assert!(m.iter().all(|m| (m - 0.5).abs() < 0.05), "{m}");
    // E/N = −½ Σ m² = −3/8, above the −1/2 of a pattern.
    let e = network.energy(&majority).unwrap() / 10_000.0;
    assert!((e + 0.375).abs() < 0.02 && network.energy(&patterns[0]).unwrap() / 10_000.0 < -0.49);
}

#[test]
fn noise_leaves_the_overlap_that_theory_says() {
    let n = 20_000;
    let patterns = Pattern::random_set(n, 1, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    for order in [UpdateOrder::Synchronous, UpdateOrder::Asynchronous, UpdateOrder::RandomPicks] {
        let beta = 3.0;
        let params = RecallParams { beta, ..quiet(order, 60) };
        let recall = network.recall(&patterns[0], params).unwrap();
        let tail = recall.overlaps.slice(ndarray::s![20.., 0]);
        let m = tail.mean().unwrap();
        let theory = crate::memory::mean_field::overlap(beta).unwrap();
        // One state alone varies by √((1 − m²)/N)/(1 − slope) at most, 0.007.
        assert!((m - theory).abs() < 0.007, "{order:?}: {m} {theory}");
    }
}

#[test]
fn without_memory_of_energy_beta_zero_is_pure_chance() {
    let patterns = Pattern::random_set(10_000, 2, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    let params = RecallParams { beta: 0.0, sweeps: 1, ..Default::default() };
    let recall = network.recall(&patterns[0], params).unwrap();
    assert!(recall.overlaps.row(1).iter().all(|m| m.abs() < 0.05));
}

#[test]
fn correlated_patterns_need_the_pseudo_inverse() {
    let patterns = Pattern::correlated_set(200, 15, 0.4, 2).unwrap();
    let held = |network: &Hopfield| {
        let fixed = patterns.iter().filter(|p| network.is_fixed(p).unwrap());
        fixed.count()
    };
    let hebb = held(&Hopfield::new(&patterns).unwrap());
    let storkey = held(&Hopfield::storkey(&patterns).unwrap());
    let projection = held(&Hopfield::pseudo_inverse(&patterns).unwrap());
    assert!(hebb < storkey, "{hebb} {storkey}");
    assert_eq!(projection, 15);
}

#[test]
fn the_pseudo_inverse_projects_onto_the_patterns() {
    let patterns = Pattern::random_set(60, 20, 5).unwrap();
    let network = Hopfield::pseudo_inverse(&patterns).unwrap();
    let w = network.weights().unwrap();
    // A projection has the trace K, and w_ii was taken away: h_i = (1 − d_i) P_i with Σ d_i = K.
    let mut taken = 0.0;
    for i in 0..60 {
        let d = |p: &Pattern| 1.0 - network.field(p).unwrap()[i] * p.unit(i).unwrap();
        let first = d(&patterns[0]);
        assert!(patterns.iter().all(|p| (d(p) - first).abs() < 1e-9));
        taken += first;
    }
    assert!((taken - 20.0).abs() < 1e-8);
    assert_eq!(w, w.t());
}

#[test]
fn dependent_patterns_are_refused_by_the_pseudo_inverse_only() {
    let mut patterns = Pattern::random_set(30, 3, 5).unwrap();
    patterns.push(patterns[1].negative());
    assert!(Hopfield::new(&patterns).is_ok());
    assert_eq!(
        Hopfield::pseudo_inverse(&patterns).unwrap_err().to_string(),
        "the patterns must be linearly independent; pattern 3 depends on those before it"
    );
    let many = Pattern::random_set(5, 40, 5).unwrap();
    assert!(Hopfield::pseudo_inverse(&many).is_err());
}

#[test]
fn storkey_begins_as_hebb_and_follows_its_definition() {
    let patterns = Pattern::random_set(12, 3, 7).unwrap();
    let one = Hopfield::storkey(&patterns[..1]).unwrap().weights().unwrap();
    assert_eq!(one, Hopfield::new(&patterns[..1]).unwrap().weights().unwrap());
    // Storkey's sums as written, k ≠ i, j.
    let n = 12;
    let mut w = Array2::<f64>::zeros((n, n));
    for pattern in &patterns {
        let p = pattern.to_array();
        let h = |w: &Array2<f64>, i: usize, j: usize| -> f64 {
            (0..n).filter(|&k| k != i && k != j).map(|k| w[[i, k]] * p[k]).sum()
        };
        let old = w.clone();
        for i in 0..n {
            for j in (0..n).filter(|&j| j != i) {
                let change = p[i] * p[j] - p[i] * h(&old, j, i) - h(&old, i, j) * p[j];
                w[[i, j]] += change / n as f64;
            }
        }
    }
    let difference = w - Hopfield::storkey(&patterns).unwrap().weights().unwrap();
    assert!(difference.iter().all(|d| d.abs() < 1e-14));
}

#[test]
fn dilution_removes_the_fraction_from_both_directions() {
    let patterns = Pattern::random_set(300, 5, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    let w = network.diluted(0.6, 2).unwrap().weights().unwrap();
    assert_eq!(w, w.t());
    // An odd number of patterns leaves no weight 0 by itself.
    let zeros = w.iter().filter(|&&x| x == 0.0).count() - 300;
    let fraction = zeros as f64 / (300.0 * 299.0);
    assert!((fraction - 0.6).abs() < 5.0 * (0.24_f64 / 44_850.0).sqrt());
    // Recall survives the loss of most connections.
    let cue = patterns[0].noisy(0.1, 3).unwrap();
    let diluted = network.diluted(0.6, 2).unwrap();
    let recall = diluted.recall(&cue, quiet(UpdateOrder::Asynchronous, 10)).unwrap();
    assert!(recall.overlaps[[10, 0]] > 0.97);
}

#[test]
fn too_large_a_matrix_is_refused_with_its_size() {
    let patterns = Pattern::random_set(10_000, 1, 1).unwrap();
    assert!(
        Hopfield::storkey(&patterns)
            .unwrap_err()
            .to_string()
            .starts_with("this rule needs the whole matrix of weights, 800 MB for 10000 units; at most 5000")
    );
}

#[test]
fn refusals() {
    let patterns = Pattern::random_set(100, 2, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    let start = &patterns[0];
    let with = |params: RecallParams| network.recall(start, params).unwrap_err().to_string();
    let beta = |beta| RecallParams { beta, ..Default::default() };
    assert_eq!(with(beta(-1.0)), "beta must be finite and >= 0, received -1");
    assert_eq!(with(beta(f64::NAN)), "beta must be finite and >= 0, received NaN");
    assert!(
        with(RecallParams { keep_every: 0, ..Default::default() })
            .starts_with("keep_every must be at least 1, received 0")
    );
    assert!(with(quiet(UpdateOrder::Synchronous, usize::MAX)).starts_with("sweeps must be from 0"));
    let other = Pattern::random(99, 1).unwrap();
    assert!(network.overlaps(&other).is_err() && network.energy(&other).is_err());
    assert!(network.recall(&other, RecallParams::default()).is_err());
    assert!(Hopfield::new(&[]).is_err());
    assert_eq!(
        Hopfield::new(&[patterns[0].clone(), other]).unwrap_err().to_string(),
        "patterns[1] must have 100 units, received 99"
    );
}

#[test]
fn states_are_kept_as_often_as_asked() {
    let patterns = Pattern::random_set(500, 5, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    let params = RecallParams { beta: 4.0, sweeps: 10, keep_every: 3, ..Default::default() };
    let some = network.recall(&patterns[0], params).unwrap();
    let all = network.recall(&patterns[0], RecallParams { keep_every: 1, ..params }).unwrap();
    assert_eq!(some.states.len(), 4);
    for (k, state) in some.states.iter().enumerate() {
        assert_eq!(state, &all.states[3 * k]);
    }
    assert_eq!((&some.last, some.overlaps), (&all.states[10], all.overlaps));
}

#[test]
fn a_million_units_with_a_hundred_patterns_run() {
    let patterns = Pattern::random_set(1_000_000, 100, 1).unwrap();
    let network = Hopfield::new(&patterns).unwrap();
    let cue = patterns[42].noisy(0.3, 2).unwrap();
    let recall = network.recall(&cue, quiet(UpdateOrder::Synchronous, 2)).unwrap();
    assert!(recall.overlaps[[2, 42]] > 0.9999);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn fields_equal_those_of_the_matrix_bit_for_bit(n in 1_usize..200, k in 1_usize..150, seed: u64) {
        let patterns = Pattern::random_set(n, k, seed).unwrap();
        let state = Pattern::random(n, !seed).unwrap();
        let weights = whole_weights(&patterns);
        let signs = state.to_array().mapv(|s| s as i32);
        let whole = weights.dot(&signs);
        let traces = Traces::new(&patterns);
        prop_assert_eq!(&traces.fields(&patterns, &state), &whole.to_vec());
        let network = Hopfield::new(&patterns).unwrap();
        prop_assert_eq!(network.field(&state).unwrap(), whole.mapv(|h| f64::from(h) / n as f64));
        // E = −½ Σ S_i h_i, in whole numbers up to one division.
        let energy = -f64::from(whole.dot(&signs)) / (2 * n) as f64;
        prop_assert_eq!(network.energy(&state).unwrap(), energy);
    }

    #[test]
    fn overlaps_carried_along_stay_those_of_the_state(n in 1_usize..200, k in 1_usize..150, seed: u64) {
        let patterns = Pattern::random_set(n, k, seed).unwrap();
        let mut state = Pattern::random(n, !seed).unwrap();
        let traces = Traces::new(&patterns);
        let mut overlaps = traces.whole_overlaps(&patterns, &state);
        let mut total: i32 = overlaps.iter().flatten().sum();
        for i in (0..n).step_by(3) {
            state.flip(i);
            total += traces.follow(i, state.up(i), &mut overlaps);
            for (mu, p) in patterns.iter().enumerate() {
                prop_assert_eq!(i64::from(overlaps[mu / 8][mu % 8]), p.product(&state));
            }
            let fields = traces.fields(&patterns, &state);
            for j in [0, i, n - 1] {
                prop_assert_eq!(traces.field_of(j, state.up(j), &overlaps, total), fields[j]);
            }
        }
    }

    #[test]
    fn the_energy_never_rises_and_rest_is_a_fixed_point(
        n in 2_usize..150, k in 1_usize..30, seed: u64, rule in 0..3
    ) {
        let patterns = Pattern::random_set(n, k, seed).unwrap();
        let network = match rule {
            0 => Hopfield::new(&patterns).unwrap(),
            1 => Hopfield::storkey(&patterns).unwrap(),
            _ => Hopfield::new(&patterns).unwrap().diluted(0.5, seed).unwrap(),
        };
        let start = Pattern::random(n, !seed).unwrap();
        for order in [UpdateOrder::Asynchronous, UpdateOrder::RandomPicks] {
            let recall = network.recall(&start, RecallParams { seed, ..quiet(order, 100) }).unwrap();
            // Whole numbers for the Hebb rule; rounding of a sum of n² products otherwise.
            let slack = if rule == 0 { 0.0 } else { 1e-9 };
            for pair in recall.energies.windows(2) {
                prop_assert!(pair[1] <= pair[0] + slack);
            }
            if recall.fixed_after.is_some() {
                prop_assert!(network.is_fixed(&recall.last).unwrap());
            }
            if order == UpdateOrder::Asynchronous && rule == 0 {
                prop_assert!(recall.fixed_after.is_some());
            }
        }
    }

    #[test]
    fn synchronous_recall_ends_in_a_cycle_of_at_most_two(n in 1_usize..100, k in 1_usize..20, seed: u64) {
        let patterns = Pattern::random_set(n, k, seed).unwrap();
        let network = Hopfield::new(&patterns).unwrap();
        let start = Pattern::random(n, !seed).unwrap();
        let recall = network.recall(&start, quiet(UpdateOrder::Synchronous, 200)).unwrap();
        prop_assert_eq!(&recall.states[200], &recall.states[198]);
    }
}
