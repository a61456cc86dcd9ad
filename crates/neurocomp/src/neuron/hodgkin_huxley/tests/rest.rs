use nalgebra::Matrix4;
use ndarray::Array1;

use super::super::*;
use super::{at_temperature, squid};

fn moved(state: &HodgkinHuxleyState, variable: usize, by: f64) -> HodgkinHuxleyState {
    let mut s = *state;
    *[&mut s.v, &mut s.m, &mut s.h, &mut s.n][variable] += by;
    s
}

#[test]
fn nothing_changes_at_rest() {
    for neuron in [squid(), at_temperature(20.0)] {
        let rest = neuron.resting_state();
        for slope in neuron.derivatives(&rest, 0.0) {
            assert!(slope.abs() < 1e-12, "{slope}");
        }
        let run = neuron.simulate(0.0, 0.01, 50.0).unwrap();
        for k in 0..run.t.len() {
            assert!((run.v[k] - rest.v).abs() < 1e-10);
        }
    }
}

#[test]
fn the_squid_axon_rests_where_it_should() {
    // mpmath 1.3.0, 40 digits: tests/oracles/hodgkin_huxley.py.
    let rest = squid().resting_state();
    assert!((rest.v - 0.000_277_566_265_429_315).abs() < 1e-12);
    assert!((rest.m - 0.052_934_217_620_864).abs() < 1e-14);
    assert!((rest.h - 0.596_111_046_346_828).abs() < 1e-14);
    assert!((rest.n - 0.317_681_167_579_781).abs() < 1e-14);
}

#[test]
fn without_channels_rest_is_the_leak() {
    let params = HodgkinHuxleyParams { g_na: 0.0, g_k: 0.0, ..Default::default() };
    let passive = HodgkinHuxley::new(params).unwrap();
    assert!((passive.resting_state().v - 10.6).abs() < 1e-12);
    // Ohm's law: I/g_L above it.
    assert!((passive.fixed_point(3.0).unwrap().v - 20.6).abs() < 1e-12);
    // And the step of the simulation is exact: V = E_L + (I/g_L)(1 − e^(−t g_L/C)).
    let run = passive.simulate(3.0, 0.5, 5.0).unwrap();
    let exact = 10.6 + 10.0 * (1.0 - (-1.5_f64).exp());
    assert!((run.v[10] - exact).abs() < 1e-12);
}

#[test]
fn the_jacobian_is_that_of_the_equations() {
    let neuron = at_temperature(11.0);
    let states = [
        neuron.resting_state(),
        neuron.held_at(25.0).unwrap(), // α_m is 0/0 in the formula,
        neuron.held_at(10.0).unwrap(), // α_n is.
        HodgkinHuxleyState { v: 90.0, m: 0.9, h: 0.3, n: 0.6 },
    ];
    for state in states {
        let jacobian = neuron.jacobian(&state).unwrap();
        let difference = Matrix4::from_fn(|row, column| {
            let step = if column == 0 { 1e-4 } else { 1e-6 };
            let at = |by: f64| neuron.derivatives(&moved(&state, column, by), 7.0)[row];
            (at(step) - at(-step)) / (2.0 * step)
        });
        for (one, other) in jacobian.iter().zip(difference.iter()) {
            assert!((one - other).abs() < 1e-6 * one.abs().max(1.0), "{one} {other}");
        }
    }
}

#[test]
fn rest_is_stable_and_rings() {
    let neuron = squid();
    let eigenvalues = neuron.eigenvalues(&neuron.resting_state()).unwrap();
    assert!(eigenvalues.iter().all(|z| z.re < 0.0), "{eigenvalues:?}");
    // Trace and determinant of the matrix are sum and product of its eigenvalues.
    let jacobian = neuron.jacobian(&neuron.resting_state()).unwrap();
    let (sum, product) =
        (eigenvalues.iter().sum::<nalgebra::Complex<f64>>(), eigenvalues.iter().product::<nalgebra::Complex<f64>>());
    assert!((sum.re - jacobian.trace()).abs() < 1e-12 && sum.im.abs() < 1e-12);
    assert!((product.re - jacobian.determinant()).abs() < 1e-12 && product.im.abs() < 1e-12);
    // Two of them are complex: the membrane rings with a period of some 17 ms.
    let ringing = eigenvalues.iter().find(|z| z.im > 0.0).unwrap();
    let period = std::f64::consts::TAU / ringing.im;
    assert!((15.0..18.0).contains(&period), "{period}");
}

#[test]
fn small_deviations_follow_the_linearised_equations() {
    // After a small displacement x of V, the deviation at time t is e^(J t) x.
    let neuron = squid();
    let rest = neuron.resting_state();
    let jacobian = neuron.jacobian(&rest).unwrap();
    let dt = 0.002;
    let run = neuron.simulate_from(&moved(&rest, 0, 1e-4), &Array1::zeros(15_000), dt).unwrap();
    for t in [1.0, 3.0, 8.0, 15.0, 30.0] {
        let linear = (jacobian * t).exp() * nalgebra::Vector4::new(1e-4, 0.0, 0.0, 0.0);
        let s = run.state((t / dt).round() as usize).unwrap();
        let deviation = [s.v - rest.v, s.m - rest.m, s.h - rest.h, s.n - rest.n];
        for (variable, (is, should)) in deviation.iter().zip(linear.iter()).enumerate() {
            let scale = if variable == 0 { 1e-4 } else { 1e-6 };
            assert!((is - should).abs() < 1e-3 * scale, "{variable} at {t}: {is} {should}");
        }
    }
}

#[test]
fn the_steady_current_rises_everywhere() {
    let v = Array1::linspace(-100.0, 150.0, 20_001);
    let current = squid().steady_current(&v).unwrap();
    for k in 1..v.len() {
        assert!(current[k] > current[k - 1], "at {}", v[k]);
    }
    // The fixed point is its inverse.
    for k in [0, 5_000, 9_000, 20_000] {
        let point = squid().fixed_point(current[k]).unwrap();
        assert!((point.v - v[k]).abs() < 1e-8, "{} {}", point.v, v[k]);
        let slopes = squid().derivatives(&point, current[k]);
        assert!(slopes[0].abs() < 1e-9 * current[k].abs().max(1.0));
    }
}

#[test]
fn stability_is_lost_and_regained_where_bifurcation_theory_says() {
    // The Hurwitz determinant of the Jacobian vanishes there; mpmath 1.3.0, tests/oracles/hodgkin_huxley.py. Published:
    // 9.78 and 154.5 µA/cm² (Rinzel & Miller 1980, doi:10.1016/0025-5564(80)90109-1).
    let neuron = squid();
    let leading = |current: f64| neuron.eigenvalues(&neuron.fixed_point(current).unwrap()).unwrap()[0];
    for (mut stable, mut unstable, exact, omega) in
        [(9.0, 11.0, 9.779_337_995_4, 0.586_233_813), (160.0, 150.0, 154.526_333_666, 1.062_921_807)]
    {
        for _ in 0..50 {
            let middle: f64 = 0.5 * (stable + unstable);
            if leading(middle).re < 0.0 {
                stable = middle;
            } else {
                unstable = middle;
            }
        }
        assert!((stable / exact - 1.0).abs() < 1e-9, "{stable}");
        assert!((leading(stable).im - omega).abs() < 1e-7);
    }
}

#[test]
fn extreme_parameters_still_have_a_rest() {
    let default = HodgkinHuxleyParams::default();
    for params in [
        HodgkinHuxleyParams { g_na: 1e5, ..default },
        HodgkinHuxleyParams { g_k: 1e5, ..default },
        HodgkinHuxleyParams { e_na: -1000.0, e_k: 1000.0, ..default },
        HodgkinHuxleyParams { v_rest: 1000.0, temperature: 40.0, ..default },
        HodgkinHuxleyParams { g_leak: 1e-6, g_na: 0.0, g_k: 0.0, capacitance: 1e3, ..default },
    ] {
        let neuron = HodgkinHuxley::new(params).unwrap();
        let rest = neuron.resting_state();
        let total = params.g_na + params.g_k + params.g_leak;
        assert!(neuron.ionic_current(&rest).abs() < 1e-9 * total.max(1.0), "{rest:?}");
        assert!(neuron.eigenvalues(&rest).unwrap().iter().all(|z| z.is_finite()));
        for v in [-1000.0, 1000.0] {
            let held = neuron.held_at(v).unwrap();
            assert!(neuron.eigenvalues(&held).unwrap().iter().all(|z| z.is_finite()));
        }
    }
}
