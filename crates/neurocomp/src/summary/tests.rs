use std::fmt::Debug;

use ndarray::{Array1, Array2, array};

use super::{change, count, ends, first_five, highest, last, mean, number, range};

#[test]
fn a_quantity_without_values_is_a_dash() {
    let none: [f64; 0] = [];
    assert_eq!([range(&none, 1), range(&[f64::NAN], 1), ends(&none), change(&none, 1)], ["–"; 4]);
    assert_eq!([highest(&none, 1), last(&none, 1), mean(&array![], 1), number(f64::NAN, 1)], ["–"; 4]);
    assert_eq!((first_five(&none, 1), count(0, "trials", "essais")), (String::new(), "0 trials".into()));
}

#[test]
fn a_quantity_is_rounded_and_a_gap_in_it_left_out() {
    let values = [2.0, f64::NAN, -1.25, 0.5];
    assert_eq!((range(&values, 1), highest(&values, 0)), ("-1.2 … 2.0".into(), "2".into()));
    assert_eq!(
        (ends(&values), change(&values, 2), last(&values, 3)),
        ("2 … 0.5".into(), "2.00 → 0.50".into(), "0.500".into())
    );
    assert_eq!(first_five(&[1.0; 5], 0), "1, 1, 1, 1, 1");
    assert_eq!(first_five(&[1.0; 6], 0), "1, 1, 1, 1, 1, …");
}

/// Fields are public: a user may empty an array, or cut one shorter than another. The summary says what is left, and
/// methods do not panic.
#[test]
fn fields_that_are_empty_or_of_different_lengths_are_no_reason_to_panic() {
    for (one, other) in [(0, 0), (0, 3), (3, 0), (1, 4), (4, 2)] {
        for summary in changed(one, other).into_iter().chain(changed_and_asked(one, other)) {
            assert!(!summary.contains("NaN") && !summary.contains("inf"), "{one} {other}: {summary}");
        }
    }
}

fn vector(n: usize) -> Array1<f64> {
    Array1::from_shape_fn(n, |k| k as f64 + 1.0)
}

fn matrix(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(i, j)| (2 * i + j) as f64)
}

fn shown(values: &[&dyn Debug]) -> Vec<String> {
    values.iter().map(|value| format!("{value:?}")).collect()
}

/// Values with arrays of these lengths, one after another.
fn changed(a: usize, b: usize) -> Vec<String> {
    use crate::spike_train::{Hazard, KernelRate, OptimalWidth, SpikeTrain, TriggeredAverage};
    use crate::{cable, integrate, membrane, neuron, plasticity, rate, tuning};
    let spikes = SpikeTrain::new(vec![1.0, 2.0], 0.0, 5.0).unwrap();
    let (t, v, w) = (|| vector(a), || vector(b), || vector(a));
    let mut out = shown(&[
        &Hazard { edges: t(), rate: v(), at_risk: Array1::zeros(b) },
        &KernelRate { t: t(), rate: v(), dt: 1.0 },
        &OptimalWidth { widths: t(), cost: v(), best: 1.0 },
        &TriggeredAverage { lags: t(), mean: v(), used: 1, left_out: 0 },
        &tuning::TuningCurve { stimuli: t(), mean: v(), standard_error: w(), trials: Array1::zeros(b) },
        &cable::Stimulus::Current { compartment: 0, samples: t() },
        #[cfg(feature = "tables")]
        &crate::data::VoltageTrace { t: t(), v: v() },
        &integrate::Solution { t: t(), x: matrix(b, a) },
        &membrane::MembraneRun { t: t(), v: v() },
        &plasticity::calcium::CalciumRun { t: t(), calcium: w(), rho: v() },
        &plasticity::many_inputs::ManyInputsRun { weights: v(), t: t(), rate: t(), mean_weight: w() },
        &plasticity::nmda::NmdaRun { t: t(), v: w(), calcium: v(), w: v() },
        &plasticity::voltage::VoltageRun { t: t(), u: w(), w: v() },
    ]);
    {
        use neuron::{adex, fitzhugh_nagumo as fhn, hodgkin_huxley as hh, izhikevich, lif, sodium, synapse};
        out.extend(shown(&[
            &adex::AdExRun { t: t(), v: v(), w: w(), spikes: spikes.clone() },
            &fhn::FitzHughNagumoRun { t: t(), v: v(), w: w(), spikes: spikes.clone() },
            &fhn::FitzHughNagumoNullclines { v: t(), dv_dt_zero: v(), dw_dt_zero: w() },
            &fhn::FitzHughNagumoField { dv_dt: matrix(a, b), dw_dt: matrix(b, a) },
            &hh::GateCurves { v: t(), m_inf: v(), h_inf: v(), n_inf: v(), tau_m: v(), tau_h: w(), tau_n: v() },
            &hh::Conductances { sodium: t(), potassium: v() },
            &hh::IonicCurrents { sodium: t(), potassium: v(), leak: w() },
            &izhikevich::IzhikevichRun { t: t(), v: v(), u: w(), spikes: spikes.clone() },
            &lif::LifRun { t: t(), v: v(), spikes },
            &lif::RateCvMap { rate: matrix(a, b), cv: matrix(b, a), spikes: Array2::zeros((a, a)) },
            &sodium::SodiumRun { t: t(), v: v() },
            &synapse::SynapticTrace { t: t(), value: v() },
        ]));
    }
    {
        use rate::{network, population, wilson_cowan as wc};
        out.extend(shown(&[
            &network::RateNetworkRun { t: t(), x: matrix(b, a) },
            &network::RateNetworkFixedPoint { x: t(), eigenvalues: vec![], stable: true },
            &rate::ring::Drift { t: t(), variance: v(), diffusion: 1.0 },
            &population::PopulationRun { t: t(), i_ext: v(), r: v() },
            &wc::WilsonCowanRun { t: t(), e: v(), i: w() },
            &wc::WilsonCowanNullcline { e: t(), i: v() },
            &wc::WilsonCowanField { e: t(), i: v(), de_dt: matrix(a, b), di_dt: matrix(b, a) },
        ]));
    }
    out
}

/// The same of values with methods, which are called.
fn changed_and_asked(a: usize, b: usize) -> Vec<String> {
    let (t, v) = (|| vector(a), || vector(b));
    let mut out = Vec::new();
    {
        use crate::spike_train::{Histogram, Psth, SpikeTrain, autocorrelogram, cross_correlogram_of_trials};
        let psth = Psth { edges: t(), counts: Array1::ones(b), trials: 2 };
        let histogram = Histogram { edges: t(), counts: Array1::ones(b), outside: 1 };
        let _ = (psth.centres(), psth.rate(), psth.standard_error(), histogram.centres(), histogram.density());
        let clock = SpikeTrain::new(vec![1.0, 3.0, 6.0], 0.0, 10.0).unwrap();
        let mut correlogram = autocorrelogram(&clock, 5.0, 1.0).unwrap();
        (correlogram.lags, correlogram.counts, correlogram.expected) = (t(), Array1::ones(b), t());
        let _ = (correlogram.rate(), correlogram.coefficient());
        let pair = [clock.clone(), clock];
        let mut trials = cross_correlogram_of_trials(&pair, &pair, 5.0, 1.0).unwrap();
        trials.raw = correlogram.clone();
        trials.corrected();
        out.extend(shown(&[&psth, &histogram, &correlogram, &trials]));
    }
    {
        use crate::cable::{Cable, CableParams};
        let mut run =
            Cable::unbranched(3, 100.0, 1.0, CableParams::default()).unwrap().simulate(&[], 0.1, 1.0).unwrap();
        let spikes = crate::spike_train::SpikeTrain::new(vec![1.0], 0.0, 5.0).unwrap();
        (run.t, run.v, run.positions, run.spikes) = (t(), matrix(b, a), v(), vec![spikes; 3]);
        let _ = (run.profile(0.5), run.trace(2), run.conduction_velocity(0, 2));
        out.extend(shown(&[&run]));
    }
    {
        use crate::memory::experiment::{CapacityCurve, OverlapCurve};
        use crate::memory::{Pattern, Recall};
        let last = Pattern::random(10, 1).unwrap();
        let curve = CapacityCurve { load: t(), overlap: v(), spread: v(), recalled: v(), theory: v() };
        out.extend(shown(&[
            &OverlapCurve { beta: t(), overlap: matrix(b, a), theory: v() },
            &curve,
            &Recall { states: vec![], overlaps: matrix(a, b), energies: v(), last, fixed_after: None },
        ]));
    }
    {
        use crate::perceptron::{ConfusionMatrix, LearningParams, Perceptron, Polygon, capacity, logic};
        let (x, y) = logic::truth_table(|a, b| a && b);
        let perceptron = Perceptron::zeros(2).unwrap();
        let mut history = perceptron.learn_step_by_step(&x, &y, LearningParams::default()).unwrap();
        history.steps.truncate(a);
        history.steps_per_pass = b;
        let _ = (history.last(), history.mistakes(), history.cycle());
        let mut learning = perceptron.learn(&x, &y, LearningParams::default()).unwrap();
        (learning.weights, learning.mistakes) = (matrix(a, b), vec![1; b]);
        let _ = (learning.total_mistakes(), learning.error_curve(&x, &y).ok());
        let polygon = Polygon { x: t(), y: v() };
        polygon.area();
        let confusion = ConfusionMatrix { counts: Array2::ones((a, b)) };
        let _ = (confusion.accuracy(), confusion.recognised(), confusion.worst(3), confusion.to_string());
        let curves = capacity::CapacityCurves {
            inputs: vec![1; a],
            loads: matrix(a, b),
            measured: matrix(b, a),
            theory: matrix(a, a),
        };
        out.extend(shown(&[&history, &learning, &polygon, &confusion, &curves]));
    }
    {
        use crate::conditioning::rescorla_wagner::ConditioningRun;
        use crate::conditioning::temporal_difference::TemporalDifferenceRun;
        use crate::plasticity::rate::RateRun;
        let conditioning = ConditioningRun { weights: matrix(a, b), prediction: v(), error: t() };
        let rate = RateRun { weights: matrix(a, b), output: v(), theta: t() };
        let _ = (conditioning.final_weights(), rate.final_weights());
        out.extend(shown(&[
            &conditioning,
            &rate,
            &TemporalDifferenceRun { value: matrix(b, a), error: matrix(a, b), weights: v() },
        ]));
    }
    {
        use crate::place_cell::{ArenaMap, TrackMap};
        let track = TrackMap { edges: t(), occupancy: v(), spikes: t(), rate: v() };
        let _ = (track.centres(), track.rate_at(1), track.peak(), track.information().ok());
        let arena =
            ArenaMap { x_edges: t(), y_edges: v(), occupancy: matrix(a, b), spikes: matrix(b, a), rate: matrix(a, b) };
        let _ = (arena.rate_at(1, 1), arena.peak(), arena.information().ok());
        out.extend(shown(&[&track, &arena]));
    }
    {
        use crate::network::{NetworkRun, PopulationRate, PopulationSpikes, Voltages};
        let voltages = Voltages { neurons: vec![1; a], t: t(), v: matrix(a, b) };
        let (spike_times, spike_neurons) = (t(), Array1::zeros(b));
        let (name, t_stop) = ("excitatory".into(), 10.0);
        let one = PopulationSpikes { name, size: a, spike_times, spike_neurons, voltages, t_start: 0.0, t_stop };
        let _ = (one.spike_trains().ok(), one.rates().ok(), one.mean_cv().ok(), one.synchrony(1.0).ok());
        let run = NetworkRun { populations: vec![one.clone(); b], synapses: 1, t_start: 0.0, t_stop };
        let _ = (run.all(), run.after(2.0).ok());
        let rate = PopulationRate { t: t(), rate: v(), bin_size: 1.0 };
        let _ = (rate.power_spectrum().ok(), rate.main_frequency(1.0).ok());
        out.extend(shown(&[&one, &one.voltages, &run, &rate]));
    }
    {
        use crate::rate::{ring::RingRun, winner_take_all::CompetitionRun};
        let (ring, competition) = (RingRun { t: t(), r: matrix(a, b) }, CompetitionRun { t: t(), r: matrix(a, b) });
        let _ = (ring.positions(), ring.strength(), competition.winner());
        out.extend(shown(&[&ring, &competition]));
    }
    {
        use crate::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams, RefractoryCurve};
        let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default()).unwrap();
        let mut run = neuron.simulate(0.0, 0.01, 1.0).unwrap();
        (run.t, run.v, run.m) = (t(), v(), t());
        let _ = (run.last_state(), run.currents());
        let curve = RefractoryCurve { interval: t(), amplitude: v(), at_rest: 1.0 };
        let _ = (curve.absolute(), curve.amplitude_at(1));
        out.extend(shown(&[&run, &run.conductances(), &curve]));
    }
    out
}
