//! The companion on membrane and cable.

use neurocomp::check::{Verdict, membrane};
use neurocomp::language::language;
use neurocomp::ndarray::Array1;

#[test]
fn a_french_student_is_answered_in_french() {
    language("fr");
    let wrong = membrane::nernst_potential(|z, outside, inside, celsius| {
        8.314 * (celsius + 273.15) / 96_485.0 / f64::from(z) * (outside / inside).ln()
    });
    for part in [
        "✗ Pas encore juste",
        "Cas\u{a0}: valence",
        "Attendu",
        "Reçu",
        "c’est en volts",
        "nernst_potential(1, 12.0, 150.0, 30.0)",
    ] {
        assert!(wrong.to_string().contains(part), "{part:?} is missing in {wrong}");
    }
    let right = membrane::steady_and_tau(|a, b| (a / (a + b), 1.0 / (a + b)));
    assert!(right.to_string().starts_with("✓ C’est juste"), "{right}");
    let others: [Verdict; 10] = [
        membrane::circuit_potential(|_, e, _| e[0]),
        membrane::linear_over_exponential(|x| x / x.exp_m1()),
        membrane::steady_and_tau(|a, b| (a / (a + b), a + b)),
        membrane::ionic_currents(|_, _| (1.0, 1.0, 1.0)),
        membrane::derivatives(|_, _, _| [0.0; 4]),
        membrane::sustained_rate(|_, _, _| 3.0),
        membrane::length_constant(|_, d| d),
        membrane::cable_step(|_, _, _, _, _, _| Array1::zeros(1)),
        membrane::conduction_velocity(|_, _, _| None),
        membrane::power_law(|x, _| x[0]),
    ];
    let english = ["Expected", "Received", "cause:", "missing", "the ", " is "];
    for verdict in others.iter().chain([&wrong, &right]) {
        for word in english {
            assert!(!verdict.to_string().contains(word), "{word:?} in {verdict}");
        }
    }
}
