//! Exercises 3, 10 and 11.

use neurocomp::check::first_steps;

use super::{names, passes};

mod latency {
    use super::*;

    #[test]
    fn right() {
        passes(first_steps::latency(|times, onset| {
            for &t in times {
                if t >= onset {
                    return Some(t - onset);
                }
            }
            None
        }));
    }

    #[test]
    fn another_time() {
        names(
            first_steps::latency(|times, onset| times.iter().copied().find(|&t| t >= onset)),
            &["subtract it", "onset = 50 ms", "8.25 ms"],
        );
        names(
            first_steps::latency(|times, onset| times.iter().copied().rfind(|&t| t >= onset).map(|t| t - onset)),
            &["last spike"],
        );
        names(first_steps::latency(|times, onset| times.first().map(|t| t - onset)), &["first spike of the recording"]);
        names(
            first_steps::latency(|times, onset| times.iter().position(|&t| t >= onset).map(|k| k as f64)),
            &["index"],
        );
    }

    #[test]
    fn exactly_at_the_onset() {
        names(first_steps::latency(|times, onset| times.iter().find(|&&t| t > onset).map(|t| t - onset)), &["`>=`"]);
    }

    #[test]
    fn gives_up_too_early() {
        names(
            first_steps::latency(|times, onset| times.first().filter(|&&t| t >= onset).map(|t| t - onset)),
            &["`None` stand after the loop"],
        );
    }

    #[test]
    fn a_number_where_there_is_none() {
        names(
            first_steps::latency(|times, onset| Some(times.iter().find(|&&t| t >= onset).map_or(0.0, |t| t - onset))),
            &["`None`", "no latency"],
        );
    }
}

mod checked_potential {
    use super::*;

    fn refused(v: f64) -> Result<f64, String> {
        Err(format!("{v} mV is out of range"))
    }

    #[test]
    fn right() {
        passes(first_steps::checked_potential(|v| if (-120.0..=80.0).contains(&v) { Ok(v) } else { refused(v) }));
    }

    #[test]
    fn one_bound_only() {
        names(first_steps::checked_potential(|v| if v >= -120.0 { Ok(v) } else { refused(v) }), &["upper bound"]);
        names(first_steps::checked_potential(|v| if v <= 80.0 { Ok(v) } else { refused(v) }), &["lower bound"]);
    }

    #[test]
    fn the_bounds_themselves() {
        names(
            first_steps::checked_potential(|v| if -120.0 < v && v < 80.0 { Ok(v) } else { refused(v) }),
            &["bounds themselves", "v = 80 mV"],
        );
    }

    #[test]
    fn not_a_number() {
        names(
            first_steps::checked_potential(|v| {
                let below = v < -120.0;
                if below || v > 80.0 { refused(v) } else { Ok(v) }
            }),
            &["NaN is neither below", "f64::NAN"],
        );
    }

    #[test]
    fn without_the_value() {
        names(
            first_steps::checked_potential(|v| {
                if (-120.0..=80.0).contains(&v) { Ok(v) } else { Err("out of range".into()) }
            }),
            &["which value was received"],
        );
    }

    #[test]
    fn the_wrong_way_round_or_replaced() {
        names(
            first_steps::checked_potential(|v| if (-120.0..=80.0).contains(&v) { refused(v) } else { Ok(v) }),
            &["inside the range"],
        );
        names(first_steps::checked_potential(|v| Ok(v.clamp(-120.0, 80.0))), &["must not be replaced"]);
        names(first_steps::checked_potential(|_| Ok(0.0)), &["as it is"]);
    }
}

mod product_sign {
    use super::*;

    fn sign(x: f64) -> i32 {
        (x > 0.0) as i32 - (x < 0.0) as i32
    }

    #[test]
    fn right() {
        passes(first_steps::product_sign(|a, b| sign(a) * sign(b)));
        passes(first_steps::product_sign(|a, b| {
            if a == 0.0 || b == 0.0 {
                0
            } else if (a > 0.0) == (b > 0.0) {
                1
            } else {
                -1
            }
        }));
    }

    #[test]
    fn named_mistakes() {
        names(first_steps::product_sign(|a, b| sign(a * b)), &["rounded to 0", "product_sign(1e-200, -1e-200)"]);
        names(first_steps::product_sign(|a, b| if (a > 0.0) == (b > 0.0) { 1 } else { -1 }), &["a factor is 0"]);
        names(first_steps::product_sign(|a, b| if a < 0.0 || b < 0.0 { -1 } else { 1 }), &["minus times minus"]);
        names(first_steps::product_sign(|_, b| sign(b)), &["both factors", "a = `-3.0`"]);
        names(first_steps::product_sign(|a, b| (a * b) as i32), &["product itself"]);
        names(first_steps::product_sign(|_, _| 0), &["neither factor"]);
    }
}
