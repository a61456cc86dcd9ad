//! Exercises 1 to 4.

use neurocomp::check::lif;
use neurocomp::neuron::lif::{Lif, LifParams};

use super::names;

mod subthreshold {
    use super::*;

    #[test]
    fn right() {
        let verdict = lif::subthreshold(|p, v0, i, t| {
            v0 * (-t / p.tau_m).exp() + p.resistance * i * (1.0 - (-t / p.tau_m).exp())
        });
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn without_resistance() {
        let verdict = lif::subthreshold(|p, v0, i, t| i + (v0 - i) * (-t / p.tau_m).exp());
        names(verdict, &["resistance is missing", "tau_m = 12 ms", "current = 6.5 nA", "mV"]);
    }

    #[test]
    fn without_initial_potential() {
        let verdict = lif::subthreshold(|p, _, i, t| p.resistance * i * (1.0 - (-t / p.tau_m).exp()));
        names(verdict, &["initial potential v0 is missing"]);
    }

    #[test]
    fn growing_exponential() {
        let verdict = lif::subthreshold(|p, v0, i, t| p.resistance * i + (v0 - p.resistance * i) * (t / p.tau_m).exp());
        names(verdict, &["exponent has the wrong sign"]);
    }

    #[test]
    fn time_constant_of_one() {
        let verdict = lif::subthreshold(|p, v0, i, t| p.resistance * i + (v0 - p.resistance * i) * (-t).exp());
        names(verdict, &["time constant is missing"]);
    }

    #[test]
    fn seconds() {
        let verdict =
            lif::subthreshold(|p, v0, i, t| p.resistance * i + (v0 - p.resistance * i) * (-t / 1000.0 / p.tau_m).exp());
        names(verdict, &["milliseconds and seconds"]);
    }

    #[test]
    fn ends_exchanged() {
        let verdict = lif::subthreshold(|p, v0, i, t| v0 + (p.resistance * i - v0) * (-t / p.tau_m).exp());
        names(verdict, &["exchanged"]);
    }

    #[test]
    fn nan_and_infinity() {
        names(lif::subthreshold(|_, _, _, _| f64::NAN), &["NaN is"]);
        names(lif::subthreshold(|_, _, _, _| f64::INFINITY), &["infinite"]);
    }

    #[test]
    fn anything_else_still_says_what_was_expected() {
        let verdict = lif::subthreshold(|_, _, _, _| 3.0);
        names(verdict, &["Expected", "Received: 3 mV", "subthreshold(LifParams { tau_m: 12.0"]);
    }
}

mod climb_time {
    use super::*;

    fn ratio(p: LifParams, i: f64) -> f64 {
        (p.resistance * i - p.v_reset) / (p.resistance * i - p.v_thresh)
    }

    fn fires(p: LifParams, i: f64) -> bool {
        p.resistance * i > p.v_thresh
    }

    #[test]
    fn right() {
        let verdict = lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * ratio(p, i).ln()));
        assert!(verdict.passed, "{verdict}");
        let by_current =
            lif::climb_time(|p, i| (i > p.v_thresh / p.resistance).then(|| -p.tau_m * (1.0 / ratio(p, i)).ln()));
        assert!(by_current.passed, "{by_current}");
    }

    #[test]
    fn always_a_number() {
        let verdict = lif::climb_time(|p, i| Some(p.tau_m * ratio(p, i).ln()));
        names(verdict, &["Expected: `None`", "Some(NaN)", "never fires"]);
    }

    #[test]
    fn infinite_at_the_rheobase() {
        let verdict = lif::climb_time(|p, i| (p.resistance * i >= p.v_thresh).then(|| p.tau_m * ratio(p, i).ln()));
        names(verdict, &["Some(inf)", "never fires"]);
    }

    #[test]
    fn never_a_number() {
        names(lif::climb_time(|_, _| None), &["Received: `None`", "exceeds the threshold"]);
    }

    #[test]
    fn named_mistakes() {
        names(
            lif::climb_time(|p, i| {
                let ri = p.resistance * i;
                fires(p, i).then(|| p.tau_m * (ri / (ri - p.v_thresh)).ln())
            }),
            &["reset potential is missing"],
        );
        names(lif::climb_time(|p, i| fires(p, i).then(|| ratio(p, i).ln())), &["time constant is missing"]);
        names(lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * (1.0 / ratio(p, i)).ln())), &["upside down"]);
        names(lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * ratio(p, i).log10())), &["base 10"]);
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| p.t_ref + p.tau_m * ratio(p, i).ln())),
            &["refractory time does not belong here"],
        );
        names(
            lif::climb_time(|p, i| fires(p, i).then(|| p.tau_m * ratio(p, i).ln() / 1000.0)),
            &["1000 times too small"],
        );
    }
}

mod firing_rate {
    use super::*;

    fn period(p: LifParams, i: f64) -> Option<f64> {
        Lif::new(p).unwrap().period(i)
    }

    #[test]
    fn right() {
        let verdict = lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1000.0 / t));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1.0 / t)), &["kHz", "Hz"]);
        names(
            lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1000.0 / (t - p.t_ref))),
            &["refractory time is missing", "t_ref = 4 ms"],
        );
        names(
            lif::firing_rate(|p, i| period(p, i).map_or(0.0, |t| 1000.0 / (t - p.t_ref) + p.t_ref)),
            &["added to the rate"],
        );
        names(lif::firing_rate(|p, i| period(p, i).unwrap_or(0.0)), &["this is the period"]);
        names(lif::firing_rate(|p, i| 1000.0 / period(p, i).unwrap_or(p.t_ref)), &["infinite number"]);
        names(lif::firing_rate(|_, _| 0.0), &["whole numbers"]);
    }

    #[test]
    fn a_silent_neuron_is_not_one_that_climbs_in_no_time() {
        let verdict = lif::firing_rate(|p, i| match period(p, i) {
            Some(t) => 1000.0 / t,
            None if p.t_ref == 0.0 => 0.0,
            None => 1000.0 / p.t_ref,
        });
        names(verdict, &["its rate is 0"]);
    }
}

mod euler_step {
    use super::*;

    fn slope(p: LifParams, v: f64, i: f64) -> f64 {
        (p.resistance * i - v) / p.tau_m
    }

    #[test]
    fn right() {
        let verdict = lif::euler_step(|p, v, i, dt| v + dt * slope(p, v, i));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(lif::euler_step(|p, v, i, dt| dt * slope(p, v, i)), &["change of V"]);
        names(lif::euler_step(|p, v, i, _| v + slope(p, v, i)), &["dt is missing"]);
        names(lif::euler_step(|p, v, i, _| slope(p, v, i)), &["slope dV/dt"]);
        names(lif::euler_step(|p, v, i, dt| v + dt * p.tau_m * slope(p, v, i)), &["time constant is missing"]);
        names(lif::euler_step(|p, v, i, dt| v + dt / p.tau_m * (i - v)), &["resistance is missing"]);
        names(lif::euler_step(|p, v, i, dt| v + dt / p.tau_m * (v + p.resistance * i)), &["the leak is −V"]);
        names(lif::euler_step(|p, v, i, dt| v - dt * slope(p, v, i)), &["backwards"]);
        names(lif::euler_step(|p, v, i, dt| Lif::new(p).unwrap().subthreshold(v, i, dt)), &["exact solution"]);
    }
}
