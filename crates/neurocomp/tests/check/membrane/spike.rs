//! Exercises 5 and 6.

use neurocomp::check::membrane;
use neurocomp::neuron::hodgkin_huxley::{
    HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState, alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n,
};

use super::{names, passes};

fn currents(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> (f64, f64, f64) {
    (p.g_na * s.m.powi(3) * s.h * (p.e_na - s.v), p.g_k * s.n.powi(4) * (p.e_k - s.v), p.g_leak * (p.e_leak - s.v))
}

mod ionic_currents {
    use super::*;

    #[test]
    fn right() {
        passes(membrane::ionic_currents(currents));
    }

    #[test]
    fn signs_and_order() {
        names(
            membrane::ionic_currents(|p, s| {
                let (sodium, potassium, leak) = currents(p, s);
                (-sodium, -potassium, -leak)
            }),
            &["driving force is E − V", "g_na: 90.0", "m: 0.42"],
        );
        names(
            membrane::ionic_currents(|p, s| {
                let (sodium, potassium, leak) = currents(p, s);
                (sodium, leak, potassium)
            }),
            &["this is the leak"],
        );
    }

    #[test]
    fn sodium() {
        names(
            membrane::ionic_currents(|p, s| (p.g_na * s.m.powi(3) * (p.e_na - s.v), 0.0, 0.0)),
            &["inactivation h is missing"],
        );
        names(membrane::ionic_currents(|p, s| (p.g_na * s.m * s.h * (p.e_na - s.v), 0.0, 0.0)), &["three gates m"]);
        names(membrane::ionic_currents(|p, s| (p.g_na * 3.0 * s.m * s.h * (p.e_na - s.v), 0.0, 0.0)), &["not 3·m"]);
        names(
            membrane::ionic_currents(|p, s| (p.g_na * s.m * s.h.powi(3) * (p.e_na - s.v), 0.0, 0.0)),
            &["m and h are exchanged"],
        );
        names(membrane::ionic_currents(|p, s| (p.g_na * s.m.powi(3) * s.h, 0.0, 0.0)), &["this is the conductance"]);
        names(
            membrane::ionic_currents(|p, s| (-p.g_na * s.m.powi(3) * s.h * s.v, 0.0, 0.0)),
            &["battery E_Na is missing"],
        );
        names(membrane::ionic_currents(|p, s| (p.g_na * (p.e_na - s.v), 0.0, 0.0)), &["the gates are missing"]);
    }

    #[test]
    fn potassium_and_leak() {
        names(
            membrane::ionic_currents(|p, s| (currents(p, s).0, p.g_k * s.n * (p.e_k - s.v), 0.0)),
            &["four gates n", "second number"],
        );
        names(
            membrane::ionic_currents(|p, s| (currents(p, s).0, p.g_k * s.n.powi(3) * (p.e_k - s.v), 0.0)),
            &["not n³"],
        );
        names(
            membrane::ionic_currents(|p, s| (currents(p, s).0, p.g_k * s.n.powi(4) * (p.e_na - s.v), 0.0)),
            &["sodium battery"],
        );
        names(
            membrane::ionic_currents(|p, s| {
                let (sodium, potassium, _) = currents(p, s);
                (sodium, potassium, -p.g_leak * s.v)
            }),
            &["leak is not at 0"],
        );
        names(
            membrane::ionic_currents(|p, s| {
                let (sodium, potassium, _) = currents(p, s);
                (sodium, potassium, p.e_leak - s.v)
            }),
            &["conductance of the leak is missing"],
        );
    }
}

mod derivatives {
    use super::*;

    fn right_ones(p: HodgkinHuxleyParams, s: HodgkinHuxleyState, i: f64) -> [f64; 4] {
        HodgkinHuxley::new(p).unwrap().derivatives(&s, i)
    }

    fn ionic(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> f64 {
        let (sodium, potassium, leak) = currents(p, s);
        sodium + potassium + leak
    }

    fn with_first(first: f64, p: HodgkinHuxleyParams, s: HodgkinHuxleyState, i: f64) -> [f64; 4] {
        let [_, m, h, n] = right_ones(p, s, i);
        [first, m, h, n]
    }

    #[test]
    fn right() {
        passes(membrane::derivatives(|p, s, i| {
            let gate = |alpha: f64, beta: f64, x: f64| (alpha / (alpha + beta) - x) * (alpha + beta);
            [
                (ionic(p, s) + i) / p.capacitance,
                gate(alpha_m(s.v), beta_m(s.v), s.m),
                gate(alpha_h(s.v), beta_h(s.v), s.h),
                gate(alpha_n(s.v), beta_n(s.v), s.n),
            ]
        }));
    }

    #[test]
    fn potential() {
        names(
            membrane::derivatives(|p, s, i| with_first(ionic(p, s) + i, p, s, i)),
            &["divided by the capacitance", "number 1: dV/dt", "mV/ms"],
        );
        names(
            membrane::derivatives(|p, s, i| with_first(ionic(p, s) / p.capacitance, p, s, i)),
            &["injected current is missing"],
        );
        names(
            membrane::derivatives(|p, s, i| with_first(ionic(p, s) / p.capacitance + i, p, s, i)),
            &["brackets around the sum"],
        );
        names(
            membrane::derivatives(|p, s, i| with_first((i - ionic(p, s)) / p.capacitance, p, s, i)),
            &["already positive into the cell"],
        );
        names(
            membrane::derivatives(|p, s, i| with_first((ionic(p, s) - i) / p.capacitance, p, s, i)),
            &["sign of the injected current"],
        );
        names(
            membrane::derivatives(|p, s, i| with_first((ionic(p, s) + i) * p.capacitance, p, s, i)),
            &["multiplied by the capacitance"],
        );
    }

    fn with_gates(gate: fn(f64, f64, f64) -> f64, p: HodgkinHuxleyParams, s: HodgkinHuxleyState, i: f64) -> [f64; 4] {
        [
            right_ones(p, s, i)[0],
            gate(alpha_m(s.v), beta_m(s.v), s.m),
            gate(alpha_h(s.v), beta_h(s.v), s.h),
            gate(alpha_n(s.v), beta_n(s.v), s.n),
        ]
    }

    #[test]
    fn gates() {
        names(
            membrane::derivatives(|p, s, i| with_gates(|a, b, x| a * (1.0 - x) + b * x, p, s, i)),
            &["sign of closing", "number 2: dm/dt"],
        );
        names(
            membrane::derivatives(|p, s, i| with_gates(|a, b, x| a * x - b * (1.0 - x), p, s, i)),
            &["open and closed are exchanged"],
        );
        names(membrane::derivatives(|p, s, i| with_gates(|a, b, x| a - b * x, p, s, i)), &["not α alone"]);
        names(membrane::derivatives(|p, s, i| with_gates(|a, b, x| x * (a + b) - a, p, s, i)), &["runs away"]);
        names(
            membrane::derivatives(|p, s, i| with_gates(|a, b, x| a / (a + b) - x, p, s, i)),
            &["time constant is missing"],
        );
        names(
            membrane::derivatives(|p, s, i| with_gates(|a, b, x| (a / (a + b) - x) / (a + b), p, s, i)),
            &["multiplied by the time constant"],
        );
    }

    #[test]
    fn order() {
        names(
            membrane::derivatives(|p, s, i| {
                let [v, m, h, n] = right_ones(p, s, i);
                [v, n, m, h]
            }),
            &["order is V, m, h, n"],
        );
        names(membrane::derivatives(|_, _, _| [f64::NAN; 4]), &["NaN is"]);
    }
}
