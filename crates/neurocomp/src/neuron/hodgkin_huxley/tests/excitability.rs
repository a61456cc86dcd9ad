use ndarray::{Array1, array};

use super::super::*;
use super::{at_temperature, peak, squid};

/// The current of pulses (begin in ms, duration in ms, µA/cm²) over `duration` ms in steps of 0.01 ms.
fn pulses(list: &[(f64, f64, f64)], duration: f64) -> Array1<f64> {
    Array1::from_shape_fn((duration / 0.01).round() as usize, |k| {
        let t = 0.01 * (k as f64 + 0.5);
        let on = list.iter().filter(|p| t > p.0 && t < p.0 + p.1);
        on.map(|p| p.2).sum()
    })
}

#[test]
fn a_spike_is_all_or_none() {
    let threshold = squid().pulse_threshold(0.5, 100.0, 0.01).unwrap().unwrap();
    let height = |amplitude: f64| {
        let run = squid().simulate_input(&pulses(&[(1.0, 0.5, amplitude)], 30.0), 0.01);
        peak(&run.unwrap().v)
    };
    // A hundredth less or more than the threshold makes the difference; far beyond it nothing more.
    assert!(height(0.99 * threshold) < 20.0, "{}", height(0.99 * threshold));
    assert!(height(1.01 * threshold) > 90.0, "{}", height(1.01 * threshold));
    assert!(height(1.5 * threshold) - height(1.2 * threshold) < 3.0);
}

#[test]
fn short_pulses_need_a_charge_and_long_ones_the_rheobase() {
    let neuron = squid();
    let threshold = |duration: f64| neuron.pulse_threshold(duration, 1000.0, 0.005).unwrap().unwrap();
    // A charge of 6 to 7 nC/cm² lifts 1 µF/cm² by 6 to 7 mV, the threshold of the resting axon.
    let (one, other) = (0.05 * threshold(0.05), 0.1 * threshold(0.1));
    assert!((one / other - 1.0).abs() < 0.03 && (6.0..7.5).contains(&one), "{one} {other}");
    // It falls with the duration, and then stays the same.
    let strengths: Vec<f64> = [0.1, 0.5, 2.0, 10.0, 30.0, 60.0].map(threshold).to_vec();
    assert!(strengths.windows(2).all(|pair| pair[1] <= pair[0] * (1.0 + 1e-6)), "{strengths:?}");
    assert!((strengths[5] / strengths[4] - 1.0).abs() < 1e-3);
    // The rheobase for one spike, found also by constant currents.
    let rheobase = strengths[5];
    let spikes = |current: f64| neuron.simulate(current, 0.005, 60.0).unwrap().spikes.len();
    assert_eq!((spikes(rheobase - 0.01), spikes(rheobase + 0.01)), (0, 1), "{rheobase}");
}

#[test]
fn without_sodium_no_pulse_makes_a_spike() {
    let params = HodgkinHuxleyParams { g_na: 0.0, ..Default::default() };
    let numbed = HodgkinHuxley::new(params).unwrap();
    // 1000 µA/cm² carry the potential far above the level of a spike, but only as long as they flow.
    assert_eq!(numbed.pulse_threshold(1.0, 1000.0, 0.01), Ok(None));
    assert!(peak(&numbed.simulate(1000.0, 0.01, 1.0).unwrap().v) > 100.0);
    let error = numbed.refractory_curve(&array![5.0], 0.5, 100.0, 0.01).unwrap_err();
    assert_eq!(error.to_string(), "strongest must be enough for a spike from rest, received 100 µA/cm²");
}

#[test]
fn after_a_spike_the_axon_is_refractory_then_hard_then_easy_to_excite() {
    let intervals = Array1::linspace(2.0, 60.0, 59);
    let curve = squid().refractory_curve(&intervals, 0.5, 200.0, 0.01).unwrap();
    let at_rest = curve.at_rest;
    assert_eq!(Some(at_rest), squid().pulse_threshold(0.5, 200.0, 0.01).unwrap());
    // Absolute, then relative: the threshold comes down from more than four times the threshold at rest.
    let absolute = curve.absolute().unwrap();
    assert!((3.0..9.0).contains(&absolute), "{absolute}");
    let first = (0..59).find(|&k| curve.amplitude_at(k).is_some()).unwrap();
    assert_eq!(intervals[first], absolute + 1.0);
    assert!(curve.amplitude[first] > 3.0 * at_rest);
    let falling = (first..13).all(|k| curve.amplitude[k + 1] < curve.amplitude[k]);
    assert!(falling, "{}", curve.amplitude);
    // Supernormal, because rest rings: fewer potassium channels open, fewer sodium channels inactivated.
    let lowest = curve.amplitude.iter().copied().fold(f64::MAX, f64::min);
    assert!(lowest < 0.95 * at_rest && lowest > 0.5 * at_rest, "{lowest} {at_rest}");
    let easiest = (0..59).find(|&k| curve.amplitude[k] == lowest).unwrap();
    let run = squid().simulate_input(&pulses(&[(0.0, 0.5, 2.0 * at_rest)], 60.0), 0.01).unwrap();
    let state = run.state((100.0 * intervals[easiest]).round() as usize).unwrap();
    let rest = squid().resting_state();
    assert!(state.n < rest.n && state.h > rest.h, "{state:?}");
    // Finally as at rest.
    assert!((curve.amplitude[58] / at_rest - 1.0).abs() < 0.01);
    assert_eq!(curve.amplitude_at(59), None);
}

#[test]
fn the_refractory_curve_is_what_two_pulses_do() {
    let curve = squid().refractory_curve(&array![9.0, 12.0, 18.0], 0.5, 200.0, 0.01).unwrap();
    for k in 0..3 {
        let needed = curve.amplitude_at(k).unwrap();
        let spikes = |factor: f64| {
            let list = [(0.0, 0.5, 2.0 * curve.at_rest), (curve.interval[k], 0.5, factor * needed)];
            squid().simulate_input(&pulses(&list, 60.0), 0.01).unwrap().spikes.len()
        };
        assert_eq!((spikes(0.999), spikes(1.001)), (1, 2), "at {} ms", curve.interval[k]);
    }
}

#[test]
fn warmth_shortens_the_refractory_period() {
    let intervals = Array1::linspace(1.0, 10.0, 37);
    let absolute = |temperature: f64| {
        let neuron = at_temperature(temperature);
        let curve = neuron.refractory_curve(&intervals, 0.3, 300.0, 0.01).unwrap();
        curve.absolute().unwrap()
    };
    assert!(absolute(16.3) < 0.6 * absolute(6.3));
}

#[test]
fn release_from_hyperpolarisation_makes_a_spike() {
    let after = |amplitude: f64, duration: f64| {
        let current = pulses(&[(0.0, duration, amplitude)], duration + 30.0);
        let run = squid().simulate_input(&current, 0.01).unwrap();
        (run.spikes.times().to_vec(), run)
    };
    let (spikes, run) = after(-10.0, 50.0);
    assert_eq!(spikes.len(), 1);
    assert!(spikes[0] > 51.0 && spikes[0] < 60.0, "{spikes:?}");
    // Because at the release h is higher and n lower than at rest.
    let (rest, release) = (squid().resting_state(), run.state(5000).unwrap());
    assert!(release.v < -10.0 && release.h > rest.h + 0.2 && release.n < rest.n - 0.1);
    // A weak one or a short one does not do it: the gates need some milliseconds.
    assert!(after(-1.0, 50.0).0.is_empty());
    assert!(after(-10.0, 0.5).0.is_empty());
}

#[test]
fn repetitive_firing_begins_with_a_jump() {
    // A step from rest keeps the axon firing from 6.26 µA/cm² on at the earliest, where the periodic solution appears:
    // 6.26 in Rinzel & Miller 1980, doi:10.1016/0025-5564(80)90109-1; 6.265 in Balti, Lanza & Aziz-Alaoui 2018,
    // doi:10.3934/mbe.2018036.
    let currents = Array1::from_shape_fn(13, |k| 6.0 + 0.05 * k as f64);
    let rates = squid().rate_curve(&currents, 0.02, 2000.0).unwrap();
    let onset = rates.iter().position(|&rate| rate > 0.0).unwrap();
    assert!((6.2..6.4).contains(&currents[onset]), "{rates}");
    assert!(rates.iter().take(onset).all(|&rate| rate == 0.0));
    assert!(rates.iter().skip(onset).all(|&rate| (50.0..60.0).contains(&rate)), "{rates}");
    // From there it only grows, to less than twice the rate at five times the current.
    let more = squid().rate_curve(&array![6.5, 10.0, 15.0, 20.0, 30.0], 0.02, 500.0).unwrap();
    assert!(more.iter().zip(more.iter().skip(1)).all(|(low, high)| low < high), "{more}");
    assert!(more[4] < 2.0 * more[0]);
}

#[test]
fn between_onset_and_hopf_rest_and_firing_are_both_stable() {
    let neuron = squid();
    let spikes_late = |current: f64, by: f64| {
        let still = neuron.fixed_point(current).unwrap();
        let start = HodgkinHuxleyState { v: still.v + by, ..still };
        let run = neuron.simulate_from(&start, &Array1::from_elem(40_000, current), 0.02).unwrap();
        run.spikes.times().iter().filter(|&&t| t > 600.0).count()
    };
    // Subcritical: below 9.779 µA/cm² a small deviation dies out though a large one does not; above, it grows to
    // spikes.
    assert_eq!(spikes_late(9.5, 0.1), 0);
    assert!(spikes_late(9.5, 10.0) > 10);
    assert!(spikes_late(10.5, 0.1) > 10);
    // Below the onset even a large one dies out.
    assert_eq!(spikes_late(6.0, 10.0), 0);
}

#[test]
fn the_rate_does_not_depend_on_how_it_is_computed() {
    let curve = squid().rate_curve(&array![10.0, 20.0], 0.01, 400.0).unwrap();
    let run = squid().simulate(20.0, 0.01, 400.0).unwrap();
    let isi = run.spikes.isi();
    assert!((curve[1] - 1000.0 / isi[isi.len() - 1]).abs() < 1e-3);
    // The last interval at 10 µA/cm², LSODA: tests/oracles/hodgkin_huxley.py.
    assert!((curve[0] - 1000.0 / (89.955_371 - 75.317_046)).abs() < 0.01, "{curve}");
}
