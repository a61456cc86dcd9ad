//! TD6.

use neurocomp::check::perceptron;
use neurocomp::language::language;
use neurocomp::ndarray::{array, s};

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = perceptron::field(|w, x| w.slice(s![1..]).dot(x));
    let gate = perceptron::gates(|| (array![-0.5, 1.0, 1.0], array![-0.5, 1.0, 1.0], array![1.5, -1.0, -1.0]));
    let pass = perceptron::one_pass(|_, _, _, _| 0);
    let vote = perceptron::vote(|_| 3);
    for (verdict, words) in [
        (&wrong, "le biais w[0] manque"),
        (&wrong, "field(&array![-2.0, 0.5, 1.5], &array![1.0, 2.0])"),
        (&gate, "ce sont des poids de OU"),
        (&gate, "Cas\u{a0}: ET, w ="),
        (&pass, "les poids après coup"),
        (&vote, "voix pour 0 à 9"),
    ] {
        let said = verdict.to_string();
        assert!(said.starts_with("✗ Pas encore juste"), "{said}");
        for part in [words, "Attendu", "Reçu", "Cause probable"] {
            assert!(said.contains(part), "{part:?} is missing in {said}");
        }
    }
    let right = perceptron::field(|w, x| w[0] + w.slice(s![1..]).dot(x));
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let english = ["Expected", "Received", "cause:", "missing", "the ", "weights"];
    for verdict in [&wrong, &gate, &pass, &vote, &right] {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
