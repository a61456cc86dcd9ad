use ndarray::Array1;

use super::*;

fn cable() -> Cable {
    Cable::unbranched(10, 200.0, 2.0, CableParams::default()).unwrap()
}

fn said(stimulus: Stimulus) -> String {
    cable().simulate(&[stimulus], 0.1, 10.0).unwrap_err().to_string()
}

#[test]
fn stimuli_out_of_range_are_refused_with_range_and_value() {
    let nan = f64::NAN;
    for (stimulus, expected) in [
        (Stimulus::step(10, 1.0, 0.0, 1.0), "compartment must be from 0 to 9, received 10"),
        (Stimulus::step(0, nan, 0.0, 1.0), "amplitude must be finite (nA), received NaN"),
        (
            Stimulus::step(0, 1.0, 5.0, 5.0),
            "start and stop of a stimulus must be finite with start < stop, received 5 and 5 ms",
        ),
        (Stimulus::step(0, 1.0, nan, 5.0), "received NaN and 5 ms"),
        (Stimulus::current(0, &Array1::zeros(99)), "samples must have one value per step, 100, received 99"),
        (Stimulus::current(0, &Array1::from_elem(100, nan)), "samples[0] must be finite (nA), received NaN"),
        (Stimulus::alpha_synapse(0, -1.0, 1.0, 70.0, &[]), "peak must be finite and >= 0 nS, received -1"),
        (Stimulus::exponential_synapse(0, 1.0, 0.0, 70.0, &[]), "tau must be finite and > 0 ms, received 0"),
        (
            Stimulus::exponential_synapse(0, 1.0, 1.0, 70.0, &[1.0, -2.0]),
            "times[1] must be finite and >= 0 ms, received -2",
        ),
        (Stimulus::voltage_clamp(0, f64::INFINITY, 0.0, 1.0), "command must be finite (mV), received inf"),
    ] {
        let message = said(stimulus);
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn two_clamps_may_follow_each_other_but_not_overlap() {
    let clamps = |stop| [Stimulus::voltage_clamp(3, 10.0, 0.0, stop), Stimulus::voltage_clamp(3, 20.0, 5.0, 10.0)];
    let run = cable().simulate(&clamps(5.0), 0.1, 10.0).unwrap();
    assert_eq!((run.v[(30, 3)], run.v[(80, 3)]), (10.0, 20.0));
    assert_eq!(run.clamp_current.dim(), (101, 2));
    assert_eq!(run.clamp_current[(80, 0)], 0.0);
    let error = cable().simulate(&clamps(6.0), 0.1, 10.0).unwrap_err();
    let said = "compartment 3 can only be held by one voltage clamp at a time, received two";
    assert_eq!(error.to_string(), said);
}

#[test]
fn parameters_out_of_range_are_refused() {
    let with = |params: CableParams| Cable::unbranched(2, 1.0, 1.0, params).unwrap_err().to_string();
    let good = CableParams::default();
    assert!(with(CableParams { g_leak: 0.0, ..good }).contains("g_leak must be finite and > 0 mS/cm²"));
    assert!(with(CableParams { axial_resistivity: -1.0, ..good }).contains("> 0 Ω·cm, received -1"));
    assert!(with(CableParams { capacitance: f64::NAN, ..good }).contains("received NaN"));
    assert!(with(CableParams { temperature: 99.0, ..good }).contains("0 to 60 °C, received 99"));
    assert!(Cable::unbranched(0, 1.0, 1.0, good).is_err());
    assert!(Cable::unbranched(usize::MAX, 1.0, 1.0, good).is_err());
    let negative = ChannelDensity { g_na: -1.0, ..Default::default() };
    assert!(cable().with_channels(0..3, negative).is_err());
    assert!(cable().with_channels(0..11, ChannelDensity::default()).is_err());
    let empty = cable().with_channels(3..3, ChannelDensity::default());
    assert_eq!(empty.unwrap_err().to_string(), "a range of compartments must not be empty, received 3..3");
    assert!(cable().response(10, 1.0).is_err() && cable().attenuation(0, 10).is_err());
    assert!(equivalent_diameter(&[]).is_err() && equivalent_diameter(&[1.0, -1.0]).is_err());
}

#[test]
fn choices_out_of_range_are_refused() {
    let with = |options| cable().simulate_with(&[], 0.1, 10.0, options).unwrap_err().to_string();
    let good = CableOptions::default();
    assert_eq!(
        with(CableOptions { record_every: 0, ..good }),
        "record_every must be from 1 to the number of steps, 100, received 0"
    );
    assert!(with(CableOptions { record_every: 101, ..good }).contains("received 101"));
    assert!(with(CableOptions { v_init: Some(f64::NAN), ..good }).contains("v_init must be finite"));
    assert!(with(CableOptions { threshold: f64::NAN, ..good }).contains("threshold must be finite"));
    assert!(cable().simulate(&[], 0.0, 10.0).unwrap_err().to_string().contains("dt must be"));
    assert!(cable().simulate(&[], 11.0, 10.0).is_err());
}

#[test]
fn a_record_that_would_fill_the_memory_is_refused_before_it_is_made() {
    let error = cable().simulate(&[], 0.001, 10_000.0).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a run may keep at most 20000000 potentials (recorded times × compartments), received 100000010: \
         increase record_every"
    );
}

#[test]
fn a_potential_beyond_all_numbers_is_an_error_and_not_nan() {
    let error = cable().simulate(&[Stimulus::step(0, 1e308, 0.0, 5.0)], 0.1, 10.0).unwrap_err();
    assert!(matches!(error, Error::Diverged { .. }), "{error}");
    let (up, down) = (Stimulus::voltage_clamp(0, 1.7e308, 0.0, 5.0), Stimulus::voltage_clamp(9, -1.7e308, 5.0, 9.0));
    match cable().simulate(&[up, down], 1e-4, 10.0) {
        Ok(run) => assert!(run.v.iter().chain(&run.clamp_current).all(|x| x.is_finite())),
        Err(error) => assert!(matches!(error, Error::Diverged { .. }), "{error}"),
    }
}
