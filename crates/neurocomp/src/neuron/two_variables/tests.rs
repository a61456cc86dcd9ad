//! Reference values of scipy 1.17.1 (LSODA, tolerances 1e-11): `tests/oracles/spiking_scipy.py`.

use crate::neuron::adex::{AdEx, AdExParams};
use crate::neuron::izhikevich::{Izhikevich, IzhikevichParams};

fn assert_close(times: &[f64], expected: &[f64], count: usize, allowed: f64) {
    assert_eq!(times.len(), count);
    let first = times.iter().zip(expected);
    for (time, expected) in first {
        assert!((time - expected).abs() < allowed, "{time} for {expected} in {times:?}");
    }
}

#[test]
fn adex_fires_when_scipy_does() {
    // Pattern, current, number of spikes in 400 ms, the first of them.
    let table: [(AdExParams, f64, usize, &[f64]); 7] = [
        (AdExParams::tonic(), 0.5, 41, &[14.2229, 23.1518, 32.2421, 41.4576, 50.7686, 60.1516]),
        (AdExParams::adapting(), 0.5, 9, &[14.904, 26.1718, 40.5479, 60.158, 89.5806, 137.3246, 205.0301]),
        (AdExParams::initial_burst(), 0.4, 9, &[5.4635, 8.8826, 16.2016, 70.9485, 135.0676, 199.0179]),
        (AdExParams::regular_bursting(), 0.21, 7, &[16.158, 19.0756, 24.1984, 155.956, 161.3099, 294.5034, 299.8542]),
        (AdExParams::delayed_accelerating(), 0.3, 27, &[33.5737, 54.1674, 73.247, 91.1826, 108.2159]),
        (AdExParams::transient(), 0.18, 1, &[30.2899]),
        (AdExParams::default(), 1.0, 14, &[11.7916, 25.3761, 41.1962, 59.7757, 81.644, 107.1463]),
    ];
    for (params, current, count, expected) in table {
        let run = AdEx::new(params).unwrap().simulate(current, 0.1, 400.0).unwrap();
        assert_close(run.spikes.times(), expected, count, 1.5e-4);
    }
}

#[test]
fn izhikevich_fires_when_scipy_does() {
    let table: [(IzhikevichParams, f64, usize, &[f64]); 7] = [
        (IzhikevichParams::regular_spiking(), 10.0, 8, &[3.4516, 20.5561, 65.4921, 110.3045, 155.1169]),
        (IzhikevichParams::intrinsically_bursting(), 10.0, 12, &[3.4516, 5.5775, 8.9445, 46.234, 77.4414, 108.6597]),
        (
            IzhikevichParams::chattering(),
            10.0,
            28,
            &[3.4516, 4.7917, 6.2505, 7.8615, 9.6785, 11.8017, 14.4765, 19.4692, 67.4057, 69.217],
        ),
        (IzhikevichParams::fast_spiking(), 10.0, 42, &[3.4944, 7.4197, 12.845, 19.6474, 26.9218]),
        (IzhikevichParams::low_threshold_spiking(), 10.0, 26, &[2.4316, 5.3315, 8.8404, 13.3528, 19.7642, 29.8125]),
        (IzhikevichParams::thalamo_cortical(), 2.0, 17, &[6.5775, 14.5779, 24.1425, 35.8623, 50.3301]),
        (IzhikevichParams::resonator(), 2.0, 17, &[5.4553, 21.9151, 39.4692, 56.9933, 74.5181]),
    ];
    for (params, current, count, expected) in table {
        let run = Izhikevich::new(params).unwrap().simulate(current, 0.1, 300.0).unwrap();
        assert_close(run.spikes.times(), expected, count, 1.5e-4);
    }
}
