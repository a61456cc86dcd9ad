use super::*;

/// The trains of the published code: five pairs every 10 s, fifteen times; ten times at 0.1 Hz. For a negative lag a
/// sixth postsynaptic spike ends a group, and the first 3 ms are missing.
fn published_trains(period: usize, lag: isize) -> Protocol {
    let first = lag.unsigned_abs();
    let length = 5 * period + first + 1;
    let (groups, every) = if period == 10_000 { (10, length.max(10_000)) } else { (15, 10_000) };
    let repeat = |start: usize, end: usize| -> Vec<f64> {
        (0..groups)
            .flat_map(|group| (start..end).step_by(period).map(move |t| t + every * group))
            .filter(|&t| t >= 3)
            .map(|t| (t - 3) as f64)
            .collect()
    };
    let post = first.checked_add_signed(lag).unwrap();
    Protocol::new(repeat(first, length - 1), repeat(post, length)).unwrap()
}

#[test]
fn the_published_scheme_gives_the_published_curve() {
    // tests/oracles/clopath_pairing.py: weight from 0.5.
    let rule = VoltageRule::new(VoltageParams::default()).unwrap();
    for (period, lag, expected) in [
        (10000, 10, 0.5000010253248656),
        (100, 10, 0.5145169131346606),
        (50, 10, 0.5785321888565067),
        (25, 10, 0.7313255793239102),
        (20, 10, 0.8250073071063487),
        (10000, -10, 0.3584295456866586),
        (100, -10, 0.2980880775388822),
        (50, -10, 0.30255459853267885),
        (25, -10, 0.5888818833532738),
        (20, -10, 0.867785888080795),
    ] {
        let change = rule.change(&published_trains(period, lag)).unwrap();
        let w = 0.5 * (1.0 + change);
        assert!((w - expected).abs() < 1e-10, "{period} {lag}: {w}");
    }
}

#[test]
fn nothing_changes_at_rest() {
    let rule = VoltageRule::new(VoltageParams::default()).unwrap();
    let pulses = Protocol::stimulation(100, 20.0, 0.0).unwrap();
    // The resting potential is θ−; the exponential lifts it by a few µV.
    assert!(rule.change(&pulses).unwrap().abs() < 1e-3);
    let post_only = Protocol::new(vec![], vec![10.0, 60.0]).unwrap();
    assert_eq!(rule.change(&post_only).unwrap(), 0.0);
}

#[test]
fn a_trace_shows_each_spike_and_the_change() {
    let rule = VoltageRule::new(VoltageParams::default()).unwrap();
    let protocol = Protocol::pairing(10.0, 3, 5.0).unwrap();
    let run = rule.simulate(&protocol).unwrap();
    let peaks = run.u.iter().filter(|&&u| u > 30.0).count();
    assert_eq!(peaks, 3);
    let last = run.w[run.w.len() - 1];
    assert_eq!(last / 0.5 - 1.0, rule.change(&protocol).unwrap());
    assert!(format!("{run:?}").len() < 120);
}

#[test]
fn amplitudes_act_linearly_and_separately() {
    let with = |a_ltd: f64, a_ltp: f64| {
        let params = VoltageParams { a_ltd, a_ltp, ..VoltageParams::default() };
        let rule = VoltageRule::new(params).unwrap();
        rule.change(&Protocol::sjostrom(-10.0, 40.0).unwrap()).unwrap()
    };
    let (ltd, ltp) = (with(14e-5, 0.0), with(0.0, 8e-5));
    assert!(ltd < 0.0 && ltp > 0.0);
    assert!((with(28e-5, 4e-5) - (2.0 * ltd + 0.5 * ltp)).abs() < 1e-9);
}

#[test]
fn wrong_parameters_are_refused() {
    for (params, said) in [
        (
            VoltageParams { tau_x: 0.5, ..VoltageParams::default() },
            "tau_x must be finite and 1 to 1000000 ms, received 0.5",
        ),
        (
            VoltageParams {
                neuron: ClopathNeuronParams { capacitance: 0.0, ..ClopathNeuronParams::default() },
                ..VoltageParams::default()
            },
            "capacitance must be finite and > 0 nF, received 0",
        ),
    ] {
        assert_eq!(VoltageRule::new(params).unwrap_err().to_string(), said);
    }
}
