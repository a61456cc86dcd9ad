//! TD5.

use neurocomp::check::hopfield;
use neurocomp::language::language;

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = hopfield::overlap(|p, s| (p * s).sum());
    for part in [
        "✗ Pas encore juste",
        "Cas\u{a0}: pattern = ",
        "Attendu",
        "Reçu",
        "la somme doit être divisée",
        "overlap(&array![",
    ] {
        assert!(wrong.to_string().contains(part), "{part:?} is missing in {wrong}");
    }
    let right = hopfield::overlap(|p, s| (p * s).sum() / p.len() as f64);
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let list = hopfield::cue(|p, _, _| p.clone());
    assert!(list.to_string().contains("aucune unité n’est inversée"), "{list}");
    let weights = hopfield::learn(|w, p| w * p[0] * 0.0);
    assert!(weights.to_string().contains("c’est le premier élément"), "{weights}");
    let rest = hopfield::stationary_overlap(|_| 7.0);
    assert!(rest.to_string().contains("les deux membres"), "{rest}");
    let english = ["Expected", "Received", "cause:", "missing", "the ", "expected"];
    for verdict in [&wrong, &right, &list, &weights, &rest] {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
