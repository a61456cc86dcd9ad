//! TD3.

use neurocomp::check::lif;
use neurocomp::language::language;

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = lif::euler_step(|p, v, i, dt| v + dt / p.tau_m * (i - v));
    for part in [
        "✗ Pas encore juste",
        "Cas\u{a0}: tau_m = 12 ms",
        "Attendu",
        "Reçu",
        "la résistance manque",
        "euler_step(LifParams { tau_m: 12.0",
    ] {
        assert!(wrong.to_string().contains(part), "{part:?} is missing in {wrong}");
    }
    let right = lif::euler_step(|p, v, i, dt| v + dt / p.tau_m * (p.resistance * i - v));
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let english = ["Expected", "Received", "cause:", "missing", "the "];
    for verdict in [&wrong, &right] {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
