use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};

/// Exercise 4: where a gate goes, α/(α + β), and its time constant 1/(α + β) in ms.
pub fn steady_and_tau(student: fn(f64, f64) -> (f64, f64)) -> Verdict {
    STEADY_AND_TAU.judge(|&(alpha, beta)| student(alpha, beta))
}

pub(super) static STEADY_AND_TAU: Exercise<(f64, f64), (f64, f64)> = Exercise {
    name: "steady_and_tau",
    inputs: &["alpha (1/ms)", "beta (1/ms)"],
    answer: &[
        part("", "first number: x∞", "premier nombre : x∞"),
        part("ms", "second number: the time constant", "second nombre : la constante de temps"),
    ],
    cases: || vec![(0.35, 1.15), (2.2, 0.3), (0.02, 0.43)],
    right: |&(a, b)| (a / (a + b), 1.0 / (a + b)),
    mistakes: &[
        gives(
            |&(a, b)| (b / (a + b), 1.0 / (a + b)),
            "this is the fraction of closed gates; α opens, so α is the numerator.",
            "c’est la fraction de portes fermées ; α ouvre, donc α est au numérateur.",
        ),
        gives(
            |&(a, b)| (a / b, 1.0 / (a + b)),
            "α over β is the ratio of open to closed gates; the open fraction is α/(α + β).",
            "α sur β est le rapport des portes ouvertes aux portes fermées ; la fraction ouverte est α/(α + β).",
        ),
        gives(
            |&(a, b)| (1.0 / (a + b), a / (a + b)),
            "the two answers are exchanged: first x∞, then τ.",
            "les deux réponses sont échangées : d’abord x∞, puis τ.",
        ),
        gives(
            |&(a, b)| (1.0 + b, 1.0 / (a + b)), // α/α + β
            "parentheses are missing around the sum: `alpha / (alpha + beta)`.",
            "il manque des parenthèses autour de la somme : `alpha / (alpha + beta)`.",
        ),
        gives(
            |&(a, b)| (a / (a + b), a + b),
            "this is a rate, in 1/ms; the time constant is its inverse.",
            "c’est un taux, en 1/ms ; la constante de temps en est l’inverse.",
        ),
        gives(
            |&(a, b)| (a / (a + b), 1.0 / a),
            "the closing rate counts as well: both bring the gate to its goal, τ = 1/(α + β).",
            "le taux de fermeture compte aussi : les deux mènent la porte à son but, τ = 1/(α + β).",
        ),
        gives(
            |&(a, b)| (a / (a + b), 1.0 / a + 1.0 / b),
            "rates add up, not times: τ = 1/(α + β).",
            "ce sont les taux qui s’ajoutent, pas les durées : τ = 1/(α + β).",
        ),
        gives(
            |&(a, b)| (a / (a + b), 1.0 / a + b),
            "parentheses are missing around the sum: `1.0 / (alpha + beta)`.",
            "il manque des parenthèses autour de la somme : `1.0 / (alpha + beta)`.",
        ),
        gives(
            |&(a, b)| (a / (a + b), 1000.0 / (a + b)),
            "the rates are per ms already: the time constant comes out in ms.",
            "les taux sont déjà par ms : la constante de temps est en ms.",
        ),
    ],
    lesson: text(
        "Opening and closing compete: the faster of the two decides where the gate goes, both together how fast.",
        "Ouverture et fermeture rivalisent : la plus rapide décide où va la porte, les deux ensemble à quelle vitesse.",
    ),
    ..Exercise::TABLE
};
