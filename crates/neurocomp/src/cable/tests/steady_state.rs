use super::*;
use nalgebra::{DMatrix, DVector};
use proptest::prelude::*;

fn params() -> CableParams {
    CableParams::default()
}

/// The largest error of the potentials of a sealed cylinder with n compartments and a current into the first.
fn profile_error(n: usize) -> f64 {
    let (length, diameter) = (1500.0, 2.0);
    let cable = Cable::unbranched(n, length, diameter, params()).unwrap();
    let exact = Cylinder::new(length, diameter, params()).unwrap();
    let (v, x) = (cable.response(0, 1.0).unwrap(), cable.positions());
    let error = |i: usize| (v[i] - exact.transfer_resistance(x[0], x[i])).abs();
    (0..n).map(error).fold(0.0, f64::max)
}

#[test]
fn the_profile_is_a_hyperbolic_cosine_up_to_the_square_of_the_length_of_compartments() {
    let errors: Vec<f64> = [40, 80, 160, 320].map(profile_error).to_vec();
    assert_order(&errors, 2.0);
    assert!(errors[3] < 0.02, "{errors:?} MΩ of {}", Cylinder::new(1500.0, 2.0, params()).unwrap().sealed_resistance());
}

#[test]
fn the_input_resistance_at_a_sealed_end_is_that_of_the_formula() {
    // The middle of the first compartment is half a compartment from the end.
    for (length, diameter) in [(50.0, 1.0), (500.0, 4.0), (3000.0, 4.0), (20_000.0, 10.0)] {
        let n = 2000;
        let cable = Cable::unbranched(n, length, diameter, params()).unwrap();
        let exact = Cylinder::new(length, diameter, params()).unwrap();
        let half = 0.5 * length / n as f64;
        let first = cable.input_resistance(0).unwrap();
        assert!((first / exact.transfer_resistance(half, half) - 1.0).abs() < 1e-5);
        // Continued by half a compartment with the slope R_i/(π d²/4) that the current has there.
        let slope = exact.semi_infinite_resistance() / exact.length_constant();
        assert!(((first + slope * half) / exact.sealed_resistance() - 1.0).abs() < 1e-5);
        let far = cable.attenuation(0, n - 1).unwrap();
        assert!((far / exact.sealed_attenuation() - 1.0).abs() < 2e-2);
    }
}

#[test]
fn a_long_cable_has_the_input_resistance_of_an_infinite_one_in_its_middle() {
    let cable = Cable::unbranched(4001, 20_000.0, 4.0, params()).unwrap();
    let exact = Cylinder::new(20_000.0, 4.0, params()).unwrap();
    let middle = cable.response(2000, 1.0).unwrap();
    let x = cable.positions();
    for i in [2000, 2100, 2400, 3000] {
        let theory = exact.infinite_resistance() * exact.infinite_profile(x[i] - x[2000]);
        assert!((middle[i] / theory - 1.0).abs() < 1e-4, "{i}");
    }
}

#[test]
fn a_killed_end_is_a_clamp_at_rest() {
    let (n, length) = (400, 1000.0);
    let cable = Cable::unbranched(n, length, 4.0, params()).unwrap();
    // The middle of the last compartment is held: the cylinder ends there, and the current enters half a compartment
    // from its beginning.
    let half = 0.5 * length / n as f64;
    let exact = Cylinder::new(length - half, 4.0, params()).unwrap();
    let stimuli = [Stimulus::step(0, 1.0, 0.0, 500.0), Stimulus::voltage_clamp(n - 1, 0.0, 0.0, 500.0)];
    let options = CableOptions { record_every: 1000, ..Default::default() };
    let run = cable.simulate_with(&stimuli, 0.25, 250.0, options).unwrap();
    let v = run.profile(250.0);
    let x = run.positions;
    let slope = exact.semi_infinite_resistance() / exact.length_constant();
    assert!(((v[0] + slope * half) / exact.killed_resistance() - 1.0).abs() < 1e-4);
    for i in [100, 200, 300] {
        let theory = exact.killed_resistance() * exact.killed_profile(x[i]);
        assert!((v[i] / theory - 1.0).abs() < 1e-4, "{i}");
    }
    // What flows out through the clamp is what has not leaked: 1/cosh L.
    let out = -run.clamp_current[(1, 0)];
    assert!((out * exact.sealed_attenuation() - 1.0).abs() < 1e-3, "{out}");
}

#[test]
fn formulas_of_the_cylinder_agree_with_each_other() {
    let short = Cylinder::new(700.0, 3.0, params()).unwrap();
    let (l, r) = (short.electrotonic_length(), short.semi_infinite_resistance());
    // R∞ = (2/π) √(R_i R_m) d^(−3/2) with R_i = 100 Ω·cm, R_m = 10⁴ Ω·cm², d = 3e-4 cm.
    let textbook = 2.0 / std::f64::consts::PI * 1e6_f64.sqrt() * 3e-4_f64.powf(-1.5) * 1e-6;
    assert!((r / textbook - 1.0).abs() < 1e-12);
    assert!((short.sealed_resistance() * short.killed_resistance() / (r * r) - 1.0).abs() < 1e-12);
    assert!((short.transfer_resistance(0.0, 0.0) / short.sealed_resistance() - 1.0).abs() < 1e-12);
    let (near, far) = (short.transfer_resistance(0.0, 0.0), short.transfer_resistance(0.0, 700.0));
    assert!((near / far - short.sealed_attenuation()).abs() < 1e-12);
    for x in [0.0, 200.0, 700.0] {
        let part = x / short.length_constant();
        assert!((short.sealed_profile(x) - (l - part).cosh() / l.cosh()).abs() < 1e-14);
        assert!((short.killed_profile(x) - (l - part).sinh() / l.sinh()).abs() < 1e-14);
    }
    // Nothing overflows in a cylinder of 10,000 length constants.
    let long = Cylinder::new(1e7, 4.0, params()).unwrap();
    assert!((long.sealed_resistance() / long.semi_infinite_resistance() - 1.0).abs() < 1e-15);
    assert!((long.transfer_resistance(5e6, 5e6) / long.infinite_resistance() - 1.0).abs() < 1e-12);
    assert!((long.sealed_profile(1000.0) - (-1.0_f64).exp()).abs() < 1e-12);
}

/// Stem and two generations of daughters that obey the 3/2 law, each with the same number of compartments per length
/// constant, and the cylinder equivalent to them.
fn rall_tree() -> (Cable, Cable) {
    let lambda = |d: f64| Cylinder::new(1.0, d, params()).unwrap().length_constant();
    // Daughters in the ratio 2 : 1 of d^(3/2) at the first fork, equal ones at the second.
    let stem = 6.0_f64;
    let [thick, thin] = [2.0_f64, 1.0].map(|part| stem * (part / 3.0).powf(2.0 / 3.0));
    let branch = |parent, d: f64, l: f64, n| Branch { parent, ..Branch::root(l * lambda(d), d, n) };
    let half = |d: f64| d * 0.5_f64.powf(2.0 / 3.0);
    let tree = [
        branch(None, stem, 0.3, 15),
        branch(Some(0), thick, 0.4, 20),
        branch(Some(0), thin, 0.4, 20),
        branch(Some(1), half(thick), 0.5, 25),
        branch(Some(1), half(thick), 0.5, 25),
        branch(Some(2), half(thin), 0.5, 25),
        branch(Some(2), half(thin), 0.5, 25),
    ];
    let cylinder = Cable::unbranched(60, 1.2 * lambda(stem), stem, params()).unwrap();
    (Cable::branched(&tree, params()).unwrap(), cylinder)
}

#[test]
fn a_tree_that_obeys_the_three_halves_law_is_its_equivalent_cylinder() {
    let (tree, cylinder) = rall_tree();
    let (v, one) = (tree.response(0, 1.0).unwrap(), cylinder.response(0, 1.0).unwrap());
    // Branches 0, 2 and 5 are one way from the stem to a tip, branches 0, 1 and 4 another.
    for way in [[0, 2, 5], [0, 1, 4]] {
        let way = way.into_iter().flat_map(|b| tree.morphology().branch(b));
        for (i, along) in way.zip(one.iter()) {
            assert!((v[i] / along - 1.0).abs() < 1e-11, "{i}: {} and {along}", v[i]);
        }
    }
    // In time as well.
    let pulse = [Stimulus::step(0, 1.0, 1.0, 3.0)];
    let (run, single) = (tree.simulate(&pulse, 0.05, 20.0).unwrap(), cylinder.simulate(&pulse, 0.05, 20.0).unwrap());
    let tip = tree.morphology().branch(6)[24];
    for (a, b) in run.v.column(tip).iter().zip(single.v.column(59)) {
        assert!((a - b).abs() < 1e-11, "{a} and {b}");
    }
}

#[test]
fn a_tree_that_breaks_the_law_is_not() {
    let broken = [Branch::root(300.0, 4.0, 30), Branch::on(0, 300.0, 4.0, 30), Branch::on(0, 300.0, 4.0, 30)];
    let tree = Cable::branched(&broken, params()).unwrap();
    let cylinder = Cable::unbranched(60, 600.0, 4.0, params()).unwrap();
    assert!(tree.input_resistance(0).unwrap() < 0.8 * cylinder.input_resistance(0).unwrap());
    let law = equivalent_diameter(&[4.0, 4.0]).unwrap();
    assert!((law - 4.0 * 2.0_f64.powf(2.0 / 3.0)).abs() < 1e-12);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn transfer_resistances_are_symmetric_and_below_the_input_resistances(
        tree in random_tree(40), pair in (0.0..1.0_f64, 0.0..1.0_f64),
    ) {
        let cable = tree_cable(&tree);
        let at = |part: f64| (part * cable.len() as f64) as usize;
        let (a, b) = (at(pair.0), at(pair.1));
        let (there, back) = (cable.transfer_resistance(a, b).unwrap(), cable.transfer_resistance(b, a).unwrap());
        prop_assert!((there / back - 1.0).abs() < 1e-10);
        prop_assert!(there <= cable.input_resistance(a).unwrap() * (1.0 + 1e-12));
        prop_assert!(there > 0.0);
    }

    #[test]
    fn all_the_current_leaves_through_the_membrane(tree in random_tree(40), part in 0.0..1.0_f64) {
        let cable = tree_cable(&tree);
        let v = cable.response((part * cable.len() as f64) as usize, 0.7).unwrap();
        // mS/cm² · µm² = 1e-5 µS.
        let leaving: f64 = cable.morphology().compartments().iter().zip(&v)
            .map(|(c, v)| 1e-5 * cable.params().g_leak * c.area() * v).sum();
        prop_assert!((leaving / 0.7 - 1.0).abs() < 1e-10);
    }

    /// The conductance matrix of the star at each fork, eliminated by hand, and a dense solution.
    #[test]
    fn the_circuit_is_kirchhoffs(tree in random_tree(20)) {
        let cable = tree_cable(&tree);
        let compartments = cable.morphology().compartments();
        let n = compartments.len();
        let half = |i: usize| {
            let c = &compartments[i];
            1e-2 * 100.0 * 0.5 * c.length / (0.25 * std::f64::consts::PI * c.diameter * c.diameter)
        };
        let mut dense = DMatrix::<f64>::zeros(n, n);
        for (i, c) in compartments.iter().enumerate() {
            dense[(i, i)] += 1e-5 * 0.1 * c.area();
        }
        for p in 0..n {
            let star: Vec<usize> = (0..n).filter(|&i| i == p || compartments[i].parent == Some(p)).collect();
            let total: f64 = star.iter().map(|&i| 1.0 / half(i)).sum();
            for &i in &star {
                for &j in &star {
                    if i != j {
                        let g = 1.0 / (half(i) * half(j) * total);
                        dense[(i, i)] += g;
                        dense[(i, j)] -= g;
                    }
                }
            }
        }
        let mut right = DVector::zeros(n);
        right[n / 2] = 1.0;
        let expected = dense.lu().solve(&right).unwrap();
        let v = cable.response(n / 2, 1.0).unwrap();
        for i in 0..n {
            prop_assert!((v[i] / expected[i] - 1.0).abs() < 1e-8, "{}: {} and {}", i, v[i], expected[i]);
        }
    }
}
