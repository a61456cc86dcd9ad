//! TD1.

use neurocomp::check::first_steps;
use neurocomp::language::language;

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let integers = first_steps::firing_rate(|n, t| (1000 * n / t) as f64);
    let outside = first_steps::checked_potential(Ok);
    let reversed = first_steps::to_binary(|n| format!("{n:b}").chars().rev().collect());
    for (verdict, part) in [
        (&integers, "`as f64` arrive trop tard"),
        (&outside, "la borne supérieure n’est pas testée"),
        (&reversed, "les chiffres sont à l’envers"),
    ] {
        let shown = verdict.to_string();
        for part in ["✗ Pas encore juste", "Cas\u{a0}:", "Attendu", "Reçu", part] {
            assert!(shown.contains(part), "{part:?} is missing in {shown}");
        }
    }
    let right = first_steps::firing_rate(|n, t| 1000.0 * n as f64 / t as f64);
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let english = ["Expected", "Received", "cause:", "missing", "the ", "with "];
    for verdict in [&integers, &outside, &reversed, &right] {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
