//! TD4.

use neurocomp::check::{Verdict, rate};
use neurocomp::language::language;
use neurocomp::ndarray::Array1;

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = rate::rate_slope(|p, _, i, r| p.rate(i) - r);
    for part in [
        "✗ Pas encore juste",
        "r_max en Hz",
        "w = -0.35 nA/Hz",
        "Attendu",
        "Reçu",
        "la rétroaction manque",
        "rate_slope(Sigmoid { r_max: 80.0",
    ] {
        assert!(wrong.to_string().contains(part), "{part:?} is missing in {wrong}");
    }
    let right = rate::rate_slope(|p, w, i, r| p.rate(i + w * r) - r);
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let others: [Verdict; 6] = [
        rate::phi_inverse(|_, _| None),
        rate::input_for_rate(|p, _, r| p.inverse(r)),
        rate::sweep(|_, _, inputs, _| Array1::zeros(inputs.len())),
        rate::jacobian(|_, _, _| [[0.0; 2]; 2]),
        rate::ring_weights(|_, _, _| Array1::zeros(0).into_shape_with_order((0, 0)).unwrap()),
        rate::mean_input(|n, w, tau, r| n as f64 * w * tau * r / 1000.0),
    ];
    let english = ["Expected", "Received", "cause:", "missing", "the ", " is "];
    for verdict in others.iter().chain([&wrong, &right]) {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
