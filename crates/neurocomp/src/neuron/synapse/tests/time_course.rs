use crate::neuron::synapse::{TimeCourse, time_course::passed_on};
use crate::spike_train::SpikeTrain;

fn all() -> [TimeCourse; 4] {
    [
        TimeCourse::exponential(5.0).unwrap(),
        TimeCourse::alpha(3.0).unwrap(),
        TimeCourse::double_exponential(0.4, 6.0).unwrap(),
        TimeCourse::double_exponential(2.0, 2.0 * (1.0 + 1e-9)).unwrap(),
    ]
}

#[test]
fn each_time_course_is_its_formula() {
    let [exponential, alpha, double, _] = all();
    let difference = |t: f64| (-t / 6.0).exp() - (-t / 0.4).exp();
    let peak = 6.0 * 0.4 / 5.6 * 15.0_f64.ln();
    for t in [0.0, 0.1, 1.0, 3.0, 10.0, 60.0] {
        assert!((exponential.at(t) - (-t / 5.0).exp()).abs() < 1e-15);
        assert!((alpha.at(t) - t / 3.0 * (1.0 - t / 3.0).exp()).abs() < 1e-15);
        assert!((double.at(t) - difference(t) / difference(peak)).abs() < 1e-14);
    }
}

#[test]
fn the_peak_is_one_and_at_its_time() {
    for course in all() {
        let peak = course.peak_time();
        assert!((course.at(peak) - 1.0).abs() < 1e-14, "{course:?}");
        assert_eq!((course.at(-0.1), course.at(f64::INFINITY)), (0.0, 0.0));
        for away in [0.001, 0.1, 1.0] {
            assert!(course.at(peak + away) < 1.0 && course.at(peak - away) < 1.0);
        }
    }
    assert_eq!(all()[0].peak_time(), 0.0);
    assert_eq!(all()[1].peak_time(), 3.0);
}

#[test]
fn areas_are_integrals() {
    // Trapezoidal rule with a correction for the jump of the exponential at 0.
    for course in all() {
        let h = 1e-3;
        let sum = |power| {
            let inside: f64 = (1..200_000).map(|k| course.at(k as f64 * h).powi(power)).sum();
            h * (inside + 0.5 * course.at(0.0).powi(power))
        };
        assert!((sum(1) / course.area() - 1.0).abs() < 1e-6, "{course:?}");
        assert!((sum(2) / course.area_of_square() - 1.0).abs() < 1e-6, "{course:?}");
    }
}

#[test]
fn nearly_equal_time_constants_make_the_alpha_function() {
    let alpha = TimeCourse::alpha(2.0).unwrap();
    let nearly = all()[3];
    for t in [0.1, 1.0, 2.0, 5.0, 20.0] {
        assert!((nearly.at(t) / alpha.at(t) - 1.0).abs() < 1e-8);
    }
    assert!((nearly.peak_time() - 2.0).abs() < 1e-8);
    assert!((nearly.area() / alpha.area() - 1.0).abs() < 1e-8);
}

#[test]
fn a_decay_may_feed_another_in_either_order() {
    for (a, b) in [(2.0, 7.0), (3.0, 3.0), (1.0, 1.0 + 1e-12)] {
        for t in [0.0, 0.5, 4.0, 1e3] {
            assert_eq!(passed_on(a, b, t), passed_on(b, a, t));
        }
    }
}

#[test]
fn a_trace_is_the_sum_over_its_spikes() {
    // Spikes between, on and beside samples, two at once, and one before a sample that rounding could lose.
    let times = vec![-20.0, -19.7, -3.33, -3.33, 0.0, 4.1, 4.1000001, 17.0, 30.0];
    let spikes = SpikeTrain::new(times.clone(), -20.0, 30.0).unwrap();
    for course in all() {
        for dt in [0.1, 0.5, 12.5] {
            let trace = course.trace(&spikes, -0.7, dt).unwrap();
            assert_eq!(trace.t.len(), (50.0 / dt) as usize + 1);
            assert_eq!((trace.t[0], trace.t[trace.t.len() - 1]), (-20.0, 30.0));
            for (&t, &value) in trace.t.iter().zip(&trace.value) {
                let sum: f64 = times.iter().map(|spike| course.at(t - spike)).sum();
                assert!((value + 0.7 * sum).abs() < 1e-12, "{course:?} at {t}: {value} for {sum}");
            }
        }
    }
}

#[test]
fn many_spikes_do_not_let_errors_grow() {
    // A clock of 1 ms for ten minutes: the geometric series.
    let spikes = SpikeTrain::new((0..600_000).map(f64::from).collect(), 0.0, 600_000.0).unwrap();
    let trace = TimeCourse::exponential(5.0).unwrap().trace(&spikes, 0.01, 1.0).unwrap();
    let limit = 0.01 / -(-0.2_f64).exp_m1();
    assert!((trace.value[599_999] / limit - 1.0).abs() < 1e-12);
}

#[test]
fn impossible_time_courses_are_refused_with_range_and_value() {
    let spikes = SpikeTrain::new(vec![1.0, 1.0], 0.0, 10.0).unwrap();
    let alpha = TimeCourse::alpha(1.0).unwrap();
    for (error, said) in [
        (TimeCourse::exponential(0.0).unwrap_err(), "tau must be finite and > 0 ms, received 0"),
        (TimeCourse::alpha(f64::NAN).unwrap_err(), "tau must be finite and > 0 ms, received NaN"),
        (TimeCourse::alpha(1e-310).unwrap_err(), "1 / tau must be finite"),
        (
            TimeCourse::double_exponential(5.0, 5.0).unwrap_err(),
            "tau_decay must be finite and > tau_rise (5 ms), received 5",
        ),
        (TimeCourse::double_exponential(-1.0, 5.0).unwrap_err(), "tau_rise must be finite and > 0 ms, received -1"),
        (alpha.trace(&spikes, f64::INFINITY, 0.1).unwrap_err(), "weight must be finite"),
        (alpha.trace(&spikes, 1e308, 0.1).unwrap_err(), "must be finite (µS, nA), received inf"),
        (alpha.trace(&spikes, 1.0, 20.0).unwrap_err(), "dt must be <= duration (10 ms)"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_trace_of_any_course_is_the_sum_over_its_spikes(
        mut times in proptest::collection::vec(0.0..100.0_f64, 0..40),
        rise in 0.01..20.0_f64,
        ratio in 1.0001..50.0_f64,
        dt in 0.01..20.0_f64,
    ) {
        times.sort_by(f64::total_cmp);
        let spikes = SpikeTrain::new(times.clone(), 0.0, 100.0).unwrap();
        let course = TimeCourse::double_exponential(rise, rise * ratio).unwrap();
        let trace = course.trace(&spikes, 2.0, dt).unwrap();
        for (&t, &value) in trace.t.iter().zip(&trace.value) {
            let sum: f64 = times.iter().map(|spike| course.at(t - spike)).sum();
            proptest::prop_assert!((value - 2.0 * sum).abs() < 1e-11, "{value} for {}", 2.0 * sum);
        }
    }
}
