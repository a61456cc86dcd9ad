use super::*;
use crate::plasticity::calcium::CalciumParams;
use crate::plasticity::nmda::NmdaParams;
use crate::plasticity::published::{PairingResult, sjostrom_2001};
use crate::plasticity::stdp::StdpParams;
use crate::plasticity::triplet::TripletParams;
use crate::plasticity::voltage::VoltageParams;
use ndarray::array;

fn pair(a_plus: f64, a_minus: f64) -> SpikeRule {
    SpikeRule::Pair(PairStdp::new(StdpParams { a_plus, a_minus, ..StdpParams::default() }).unwrap())
}

fn triplet(params: TripletParams) -> SpikeRule {
    SpikeRule::Triplet(TripletStdp::new(params).unwrap())
}

fn voltage() -> SpikeRule {
    SpikeRule::Voltage(VoltageRule::new(VoltageParams::default()).unwrap())
}

fn calcium(params: CalciumParams) -> SpikeRule {
    SpikeRule::Calcium(CalciumRule::new(params).unwrap())
}

/// Mean squared deviation from the experiment, in standard errors.
fn deviation(prediction: impl Fn(&PairingResult) -> f64) -> f64 {
    let results = sjostrom_2001();
    let square = |result: &PairingResult| ((prediction(result) - result.change) / result.error).powi(2);
    results.iter().map(square).sum::<f64>() / results.len() as f64
}

fn experiment(rule: &SpikeRule) -> f64 {
    deviation(|result| {
        let protocol = Protocol::sjostrom(result.delta_t, result.frequency).unwrap();
        rule.change(&protocol).unwrap()
    })
}

fn sixty_in_a_row(rule: &SpikeRule) -> f64 {
    deviation(|result| {
        let protocol = Protocol::pairing(result.delta_t, 60, result.frequency).unwrap();
        rule.change(&protocol).unwrap()
    })
}

#[test]
fn published_triplet_sets_fit_the_data_they_were_fitted_to() {
    for (params, row, bursts) in [
        (TripletParams::visual_cortex(), 0.36, 5.75),
        (TripletParams::visual_cortex_full(), 0.34, 6.21),
        (TripletParams::visual_cortex_nearest(), 0.35, 0.35),
        (TripletParams::visual_cortex_nearest_full(), 0.23, 0.47),
    ] {
        let rule = triplet(params);
        assert!((sixty_in_a_row(&rule) - row).abs() < 0.01, "{params:?}");
        assert!((experiment(&rule) - bursts).abs() < 0.01, "{params:?}");
    }
}

#[test]
fn voltage_and_calcium_rules_fit_the_frequency_experiment() {
    assert!(experiment(&voltage()) < 1.0);
    assert!(experiment(&calcium(CalciumParams::cortical_slices())) < 1.5);
}

#[test]
fn no_amplitudes_make_the_pair_rule_fit_the_frequency_experiment() {
    // Far from the bounds its change is linear in A+ and A−: the best amplitudes follow from normal equations.
    let unit = |plus: f64, minus: f64| -> Vec<f64> {
        sjostrom_2001()
            .iter()
            .map(|result| {
                let protocol = Protocol::sjostrom(result.delta_t, result.frequency).unwrap();
                pair(plus * 1e-6, minus * 1e-6).change(&protocol).unwrap() / result.error
            })
            .collect()
    };
    let (p, m) = (unit(1.0, 0.0), unit(0.0, 1.0));
    let y: Vec<f64> = sjostrom_2001().iter().map(|r| r.change / r.error).collect();
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let det = dot(&p, &p) * dot(&m, &m) - dot(&p, &m).powi(2);
    let plus = (dot(&p, &y) * dot(&m, &m) - dot(&m, &y) * dot(&p, &m)) / det;
    let minus = (dot(&m, &y) * dot(&p, &p) - dot(&p, &y) * dot(&p, &m)) / det;
    assert!(plus > 0.0 && minus > 0.0);
    let best = (0..y.len()).map(|k| (plus * p[k] + minus * m[k] - y[k]).powi(2)).sum::<f64>() / y.len() as f64;
    let triplet = experiment(&triplet(TripletParams::visual_cortex_nearest()));
    assert!(best > 3.0 && best > 8.0 * triplet, "{best} {triplet}");
}

#[test]
fn what_the_pair_rule_does_at_high_frequency_is_wrong() {
    let rule = pair(0.777 / 120.0, 0.273 / 120.0);
    let frequencies = array![0.1, 10.0, 20.0, 40.0, 50.0];
    let causal = rule.frequency_curve(10.0, &frequencies).unwrap();
    // It potentiates at 0.1 Hz, where the experiment finds nothing, and less and less above 10 Hz.
    assert!(causal[0] > 0.3);
    assert!(causal[1] > causal[2] && causal[2] > causal[3] && causal[3] > causal[4]);
    // Without that potentiation (A+ = 0) there is none at any frequency.
    let without = pair(0.0, 0.273 / 120.0);
    assert!(without.frequency_curve(10.0, &frequencies).unwrap().iter().all(|&c| c <= 0.0));
}

#[test]
fn depression_becomes_potentiation_with_frequency() {
    let frequencies = array![10.0, 50.0];
    for rule in [
        triplet(TripletParams::visual_cortex_nearest()),
        voltage(),
        calcium(CalciumParams::cortical_slices()),
        SpikeRule::Nmda(NmdaRule::new(NmdaParams::default()).unwrap()),
    ] {
        let acausal = rule.frequency_curve(-10.0, &array![0.1, 50.0]).unwrap();
        assert!(acausal[0] < -0.04 && acausal[1] > 0.4, "{rule:?} {acausal}");
        let causal = rule.frequency_curve(10.0, &array![0.1, 50.0]).unwrap();
        assert!(causal[1] > causal[0] + 0.4, "{rule:?} {causal}");
    }
    let all = triplet(TripletParams::visual_cortex());
    let row = all.pairing_curve(-10.0, 60, &frequencies).unwrap();
    assert!(row[0] < -0.2 && row[1] > 0.2, "{row}");
}

#[test]
fn stimulation_of_the_axons_needs_calcium_or_postsynaptic_spikes() {
    let frequencies = array![1.0, 10.0, 20.0, 50.0];
    // A silent cell: rules of spike timing do nothing.
    for rule in [pair(0.005, 0.005), triplet(TripletParams::visual_cortex())] {
        assert!(rule.stimulation_curve(&frequencies, 0.0).unwrap().iter().all(|&c| c == 0.0));
    }
    // Calcium that adds up: depression, then potentiation.
    let slices = calcium(CalciumParams::hippocampal_slices());
    let curve = slices.stimulation_curve(&frequencies, 0.0).unwrap();
    assert!(curve[0].abs() < 0.01 && curve[1] < -0.3 && curve[2] > 0.8 && curve[3] > 1.0);
    // High-frequency stimulation that makes the cell fire potentiates with all of them.
    let tetanus = Protocol::high_frequency(12.0).unwrap();
    assert!(tetanus.post().len() >= 100);
    for rule in [
        pair(0.777 / 120.0, 0.273 / 120.0),
        triplet(TripletParams::visual_cortex()),
        voltage(),
        calcium(CalciumParams::cortical_slices()),
        SpikeRule::Nmda(NmdaRule::new(NmdaParams::default()).unwrap()),
    ] {
        assert!(rule.change(&tetanus).unwrap() > 0.3, "{rule:?}");
    }
}

#[test]
fn a_second_postsynaptic_spike_turns_depression_into_potentiation() {
    // Hippocampal slices (Wittenberg & Wang 2006, as in figure 3 of Graupner & Brunel 2012): single pairs depress,
    // pairs with a postsynaptic doublet potentiate when the presynaptic spike comes first.
    let rule = calcium(CalciumParams::hippocampal_slices());
    let motif = |delta_t: &[f64]| {
        let protocol = Protocol::bursts(delta_t, 100, 5.0, 1, 1.0).unwrap();
        rule.change(&protocol).unwrap()
    };
    let (pair, doublet, late) = (motif(&[10.0]), motif(&[10.0, 20.0]), motif(&[-70.0, -60.0]));
    assert!(pair < -0.1, "{pair}");
    assert!(doublet > 0.1, "{doublet}");
    assert!(late < 0.05, "{late}");
}

#[test]
fn curves_do_not_depend_on_threads_and_empty_ones_are_refused() {
    let rule = triplet(TripletParams::visual_cortex());
    let points = array![-20.0, 5.0, 30.0];
    let window = rule.window(&points, 60, 1.0).unwrap();
    for (k, &delta_t) in points.iter().enumerate() {
        let alone = rule.change(&Protocol::pairing(delta_t, 60, 1.0).unwrap()).unwrap();
        assert_eq!(window[k], alone);
    }
    let error = rule.window(&array![], 60, 1.0).unwrap_err();
    assert_eq!(error.to_string(), "delta_t must have at least 1 element, received 0");
}
