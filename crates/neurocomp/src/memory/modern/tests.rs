use ndarray::Array1;
use proptest::prelude::*;

use super::*;
use crate::memory::{Hopfield, RecallParams, UpdateOrder};

#[test]
fn the_square_is_the_hopfield_network() {
    let patterns = Pattern::random_set(101, 12, 1).unwrap();
    let start = Pattern::random(101, 2).unwrap();
    let dense = DenseMemory::new(&patterns, Interaction::Power(2)).unwrap();
    let params = RecallParams { sweeps: 30, order: UpdateOrder::Asynchronous, seed: 3, ..Default::default() };
    let hebb = Hopfield::new(&patterns).unwrap().recall(&start, params).unwrap();
    assert_eq!(dense.recall(&start, 30, 3).unwrap(), hebb.last);
    // −Σ m² against −(N/2)(Σ m² − K/N).
    let energy = 101.0 / 2.0 * (dense.energy(&start).unwrap() + 12.0 / 101.0);
    assert!((energy - hebb.energies[0]).abs() < 1e-10);
}

#[test]
fn steeper_energies_hold_more() {
    let patterns = Pattern::random_set(100, 200, 5).unwrap();
    let held = |interaction| {
        let memory = DenseMemory::new(&patterns, interaction).unwrap();
        let kept = |p: &&Pattern| memory.recall(p, 1, 1).unwrap() == **p;
        patterns.iter().filter(kept).count()
    };
    let (square, cube, fourth) =
        (held(Interaction::Power(2)), held(Interaction::Power(3)), held(Interaction::Power(4)));
    assert!(square == 0 && square < cube && cube < fourth, "{square} {cube} {fourth}");
    assert_eq!(held(Interaction::Exponential), 200);
}

#[test]
fn refusals() {
    let patterns = Pattern::random_set(10, 2, 1).unwrap();
    for n in [0, 1, 101] {
        assert!(DenseMemory::new(&patterns, Interaction::Power(n)).is_err());
    }
    let state = Array1::zeros(10);
    assert!(softmax_step(&patterns, &Array1::zeros(9), 1.0).is_err());
    assert!(softmax_step(&patterns, &state, -1.0).is_err());
    assert!(softmax_step(&patterns, &(&state + f64::NAN), 1.0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn the_energy_never_rises(n in 2_usize..80, k in 1_usize..60, power in 2_u32..8, seed: u64) {
        let patterns = Pattern::random_set(n, k, seed).unwrap();
        let start = Pattern::random(n, !seed).unwrap();
        for interaction in [Interaction::Power(power), Interaction::Exponential] {
            let memory = DenseMemory::new(&patterns, interaction).unwrap();
            let mut energy = memory.energy(&start).unwrap();
            for sweeps in 1..5 {
                let next = memory.energy(&memory.recall(&start, sweeps, seed).unwrap()).unwrap();
                prop_assert!(next <= energy + 1e-9);
                energy = next;
            }
        }
    }

    #[test]
    fn softmax_weights_are_a_mean_and_beta_zero_makes_it_plain(n in 1_usize..50, k in 1_usize..20, seed: u64) {
        let patterns = Pattern::random_set(n, k, seed).unwrap();
        let state = Pattern::random(n, !seed).unwrap().to_array() * 0.7;
        let weights = softmax_weights(&patterns, &state, 2.0).unwrap();
        prop_assert!((weights.sum() - 1.0).abs() < 1e-12 && weights.iter().all(|&w| w >= 0.0));
        let plain = softmax_step(&patterns, &state, 0.0).unwrap();
        for i in 0..n {
            let mean = patterns.iter().map(|p| p.unit(i).unwrap()).sum::<f64>() / k as f64;
            prop_assert!((plain[i] - mean).abs() < 1e-12);
        }
    }
}
