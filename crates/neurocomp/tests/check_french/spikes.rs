//! TD2.

use neurocomp::check::{Verdict, spikes};
use neurocomp::language::language;
use neurocomp::ndarray::Array1;

fn euler(x0: f64, tau: f64, dt: f64, duration: f64) -> Array1<f64> {
    let n = (duration / dt).round() as usize;
    Array1::from_shape_fn(n + 1, |k| x0 * (1.0 - dt / tau).powi(k as i32))
}

fn in_french(verdict: &Verdict) {
    let english = ["Expected", "Received", "cause:", "missing", "the "];
    for word in english {
        assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
    }
}

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = spikes::euler_decay(|x0, tau, dt, duration| euler(x0, -tau, dt, duration));
    for part in
        ["✗ Pas encore juste", "Cas\u{a0}: x0 = 3.5", "Attendu", "Reçu", "un signe moins", "euler_decay(3.5, 4.0"]
    {
        assert!(wrong.to_string().contains(part), "{part:?} is missing in {wrong}");
    }
    let right = spikes::euler_decay(euler);
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    in_french(&wrong);
    in_french(&right);
}

#[test]
fn remarks_about_one_of_two_numbers_are_french_too() {
    language("fr");
    let rate = spikes::rate_and_cv(|times, duration| (times.len() as f64 / duration, None));
    assert!(rate.to_string().contains("premier nombre\u{a0}: le taux"), "{rate}");
    let place = spikes::place_rate(|_, _, _, length, bin| Array1::zeros((length / bin).round() as usize));
    for verdict in [rate, place] {
        in_french(&verdict);
    }
}
