//! Spike times computed by Brian 2.9.0, `tests/oracles/lif_brian2.py`, whose docstring tells how the two conventions
//! for the time of a spike on a step and for the refractory time correspond.

use super::odd_one;
use ndarray::Array1;
use std::f64::consts::TAU;

const DT: f64 = 0.1;

struct Oracle {
    current: fn(usize) -> f64,
    /// Euler's method with steps of 0.1 ms: the spikes fall on the same steps.
    euler: &'static [f64],
    /// Exact integration, spikes seen at steps of 0.001 ms, each late by less than a step more than the one before.
    exact: &'static [f64],
}

const ORACLES: [Oracle; 3] = [
    Oracle {
        current: |_| 8.0,
        euler: &[18.8, 40.6, 62.4, 84.2, 106.0, 127.8, 149.6],
        exact: &[18.824, 40.648, 62.472, 84.296, 106.120, 127.944, 149.768],
    },
    Oracle {
        current: |k| match k {
            0..200 => 3.0,
            200..900 => 9.0,
            _ => 5.0,
        },
        euler: &[29.9, 48.0, 66.1, 84.2],
        exact: &[29.941, 48.088, 66.235, 84.382],
    },
    Oracle {
        current: |k| 6.0 + 5.0 * (TAU * k as f64 * DT / 40.0).sin(),
        euler: &[12.9, 48.7, 88.2, 128.1],
        exact: &[12.896, 48.716, 88.152, 128.083],
    },
];

#[test]
fn euler_fires_in_the_same_steps_as_brian2() {
    for oracle in ORACLES {
        let current = Array1::from_shape_fn(1500, oracle.current);
        let run = odd_one().simulate_input(&current, DT).unwrap();
        assert_eq!(run.spikes.len(), oracle.euler.len());
        for (time, expected) in run.spikes.times().iter().zip(oracle.euler) {
            assert!((time - expected).abs() < 1e-9, "{time} for {expected}");
        }
    }
}

#[test]
fn the_exact_simulation_fires_when_brian2_with_a_hundred_times_smaller_steps_does() {
    for oracle in ORACLES {
        let current = Array1::from_shape_fn(1500, oracle.current);
        let run = odd_one().simulate_input_exact(&current, DT).unwrap();
        assert_eq!(run.spikes.len(), oracle.exact.len());
        for (k, (time, expected)) in run.spikes.times().iter().zip(oracle.exact).enumerate() {
            let late = expected - time;
            // Half a step more: the times are printed with three digits.
            assert!((-0.0005..0.001 * (k as f64 + 1.5)).contains(&late), "{time} for {expected}");
        }
    }
}
