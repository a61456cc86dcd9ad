use super::*;
use crate::plasticity::stdp::WeightDependence;
use ndarray::s;

fn run(params: ManyInputsParams, stdp: StdpParams, seconds: f64) -> ManyInputsRun {
    ManyInputs::new(params, stdp).unwrap().simulate(1000.0 * seconds, 1).unwrap()
}

#[test]
fn additive_weights_have_two_peaks_and_balance_the_rate() {
    let at = |rate: f64| {
        let params = ManyInputsParams { rate, ..ManyInputsParams::default() };
        run(params, StdpParams::song(), 1500.0)
    };
    let (slow, fast) = (at(10.0), at(40.0));
    for end in [&slow, &fast] {
        let part = |low: f64| end.fraction_between(low, low + 0.1);
        let middle = part(0.45);
        assert!(part(0.0) > 2.0 * middle, "{end:?} {middle}");
        assert!(end.fraction_between(0.9, 1.0) > 2.0 * middle, "{end:?}");
    }
    // Four times the input, about the same output, because fewer weights are strong.
    assert!((fast.late_rate() / slow.late_rate() - 1.0).abs() < 0.5, "{slow:?} {fast:?}");
    assert!(fast.weights.mean().unwrap() < 0.5 * slow.weights.mean().unwrap());
}

#[test]
fn multiplicative_weights_have_one_peak_where_the_changes_balance() {
    // Uncorrelated spikes: A+ f+(w) τ = A− f−(w) τ; a little more because an input causes some of the spikes.
    let base = StdpParams { a_plus: 0.001, a_minus: 0.005, ..StdpParams::song() };
    for (dependence, balance) in [(WeightDependence::Multiplicative, 1.0 / 6.0), (WeightDependence::VanRossum, 0.2)] {
        let stdp = StdpParams { weight_dependence: dependence, ..base };
        let params = ManyInputsParams { rate: 20.0, g_max: 0.025, w0: 0.5, ..ManyInputsParams::default() };
        let end = run(params, stdp, 200.0);
        let mean = end.weights.mean().unwrap();
        assert!((1.0..1.25).contains(&(mean / balance)), "{end:?}");
        assert!(end.weights.std(0.0) < 0.2 * mean, "{end:?}");
        assert_eq!(end.fraction_between(0.5, 1.0), 0.0);
    }
}

#[test]
fn inputs_with_common_events_win() {
    let params = ManyInputsParams { correlated: 0.5, ..ManyInputsParams::default() };
    let end = run(params, StdpParams::song(), 600.0);
    let (with, without) = (end.weights.slice(s![..500]), end.weights.slice(s![500..]));
    assert!(with.mean().unwrap() > 0.9 && without.mean().unwrap() < 0.3, "{end:?}");
}

#[test]
fn those_that_come_first_win_and_the_late_ones_lose() {
    let params = ManyInputsParams { correlated: 0.5, latency: 30.0, ..ManyInputsParams::default() };
    let end = run(params, StdpParams::song(), 600.0);
    let mean = |from: usize, to: usize| end.weights.slice(s![from..to]).mean().unwrap();
    assert!(mean(0, 125) > 0.9 && mean(375, 500) < 0.05, "{end:?}");
    assert!(mean(0, 125) > mean(125, 250) && mean(125, 250) > mean(250, 375));
}

#[test]
fn without_plasticity_the_weights_stay() {
    let stdp = StdpParams { a_plus: 0.0, a_minus: 0.0, ..StdpParams::song() };
    let params = ManyInputsParams { w0: 0.3, ..ManyInputsParams::default() };
    let end = run(params, stdp, 2.0);
    assert!(end.weights.iter().all(|&w| w == 0.3));
}

#[test]
fn the_same_seed_gives_the_same_run() {
    let neuron = ManyInputs::new(ManyInputsParams::default(), StdpParams::song()).unwrap();
    let run = neuron.simulate(3000.0, 5).unwrap();
    assert_eq!(run, neuron.simulate(3000.0, 5).unwrap());
    assert_ne!(run, neuron.simulate(3000.0, 6).unwrap());
    assert!(format!("{run:?}").len() < 150);
}

#[test]
fn wrong_parameters_are_refused() {
    let new = |change: fn(&mut ManyInputsParams, &mut StdpParams)| {
        let (mut params, mut stdp) = (ManyInputsParams::default(), StdpParams::song());
        change(&mut params, &mut stdp);
        ManyInputs::new(params, stdp).unwrap_err().to_string()
    };
    assert_eq!(new(|p, _| p.inputs = 0), "inputs must be from 1 to 100000, received 0");
    assert_eq!(new(|p, _| p.correlation = 0.0), "correlation must be finite and 0.01 to 1, received 0");
    assert!(new(|_, s| s.pairing = Pairing::NearestReduced).contains("Pairing::AllToAll"));
    let neuron = ManyInputs::new(ManyInputsParams::default(), StdpParams::song()).unwrap();
    let error = neuron.simulate(500.0, 1).unwrap_err();
    assert_eq!(error.to_string(), "seconds must be from 1 to 100000000, received 0");
}
