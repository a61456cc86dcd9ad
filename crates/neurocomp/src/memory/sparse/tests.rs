use proptest::prelude::*;

use super::*;

fn set(n: usize, k: usize, activity: f64, seed: u64) -> Vec<Pattern> {
    (0..k).map(|mu| Pattern::random_biased(n, activity, crate::noise::cell_seed(seed, mu, 0)).unwrap()).collect()
}

/// How many of the first 20 patterns come back almost whole, with one active unit in ten lost from the cue.
fn recalled(n: usize, k: usize, activity: f64, threshold: f64) -> usize {
    let patterns = set(n, k, activity, 1);
    let network = SparseHopfield::new(&patterns, activity, threshold).unwrap();
    patterns[..20]
        .iter()
        .filter(|pattern| {
            let mut seen = 0;
            let cue = Pattern::from_fn(1, n, |i| {
                seen += usize::from(pattern.up(i));
                pattern.up(i) && seen % 10 != 0
            });
            let last = network.recall(&cue, 20).unwrap();
            pattern.hamming(&last).unwrap() as f64 <= 0.1 * activity * n as f64
        })
        .count()
}

#[test]
fn sparse_patterns_can_be_more_than_dense_ones() {
    // Load 0.5: sparse patterns come back, balanced ones do not.
    let sparse = recalled(2000, 1000, 0.02, 0.5);
    let balanced = recalled(500, 250, 0.5, 0.0);
    assert!(sparse >= 18, "{sparse}");
    assert!(balanced <= 2, "{balanced}");
}

#[test]
fn refusals() {
    let patterns = set(100, 2, 0.1, 1);
    for activity in [0.0, 1.0, f64::NAN] {
        assert!(SparseHopfield::new(&patterns, activity, 0.5).is_err());
    }
    assert!(SparseHopfield::new(&patterns, 0.1, f64::INFINITY).is_err());
    assert!(SparseHopfield::new(&[], 0.1, 0.5).is_err());
    let network = SparseHopfield::new(&patterns, 0.1, 0.5).unwrap();
    assert!(network.recall(&Pattern::random(99, 1).unwrap(), 3).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn fields_and_overlaps_are_those_of_the_definition(
        n in 1_usize..60, k in 1_usize..20, activity in 0.05_f64..0.9, seed: u64
    ) {
        let patterns = set(n, k, activity, seed);
        let network = SparseHopfield::new(&patterns, activity, 0.5).unwrap();
        let state = Pattern::random(n, seed).unwrap();
        let one = |p: &Pattern, i| if p.up(i) { 1.0 } else { 0.0 };
        let scale = n as f64 * activity * (1.0 - activity);
        let field = network.field(&state).unwrap();
        let overlaps = network.overlaps(&state).unwrap();
        for (p, m) in patterns.iter().zip(&overlaps) {
            let sum: f64 = (0..n).map(|i| (one(p, i) - activity) * one(&state, i)).sum();
            prop_assert!((m - sum / scale).abs() < 1e-9);
        }
        for i in 0..n {
            let h: f64 = (0..n).filter(|&j| j != i).map(|j| {
                let w: f64 = patterns.iter().map(|p| (one(p, i) - activity) * (one(p, j) - activity)).sum();
                w / scale * one(&state, j)
            }).sum();
            prop_assert!((field[i] - h).abs() < 1e-9);
        }
    }
}
