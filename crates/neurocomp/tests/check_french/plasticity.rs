//! The companion on plasticity.

use neurocomp::check::plasticity;
use neurocomp::language::language;

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = plasticity::stdp_window(|p, delta_t| {
        if delta_t > 0.0 {
            p.a_plus * (-delta_t / p.tau_minus).exp()
        } else {
            -p.a_minus * (delta_t / p.tau_plus).exp()
        }
    });
    for part in [
        "✗ Pas encore juste",
        "Cas\u{a0}: p = `StdpParams { a_plus: 0.012",
        "constantes de temps en ms",
        "Attendu",
        "Reçu",
        "les constantes de temps sont échangées",
        "stdp_window(StdpParams { a_plus: 0.012",
    ] {
        assert!(wrong.to_string().contains(part), "{part:?} is missing in {wrong}");
    }
    let blocked = plasticity::blocking_weights(|epsilon, n1, _| (1.0 - (1.0 - epsilon).powf(n1 as f64), 0.0));
    assert!(blocked.to_string().contains("continue d’apprendre"), "{blocked}");
    let right = plasticity::hebb_step(|w, x, eta| w + &(eta * w.dot(x) * x));
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let english = ["Expected", "Received", "cause:", "missing", " the "];
    for verdict in [&wrong, &blocked, &right] {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
