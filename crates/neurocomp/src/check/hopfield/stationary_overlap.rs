use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, seen, text};
use crate::memory::mean_field;

/// Exercise 9: m* ≥ 0, the largest solution of m = tanh(βm/2). Right to a part in 10⁴, so that any patient method
/// passes.
pub fn stationary_overlap(student: fn(f64) -> f64) -> Verdict {
    STATIONARY_OVERLAP.judge(|&(beta,)| student(beta))
}

pub(super) static STATIONARY_OVERLAP: Exercise<(f64,), f64> = Exercise {
    name: "stationary_overlap",
    inputs: &["beta"],
    cases: || [3.0, 2.2, 6.0, 12.0, 1.4, 0.5].map(|beta| (beta,)).into(),
    right: |&(beta,)| m_star(beta),
    also_right: &[|&(beta,)| iterate(beta, 1000)],
    accepts: Accepts::Within(|_, _| 1e-4),
    mistakes: &[
        seen(
            |_, _, m| m.abs() <= 1e-4,
            |_| 0.0,
            "m = 0 always solves the equation, but it is unstable here. Start from m = 1 and go down to the largest \
             solution.",
            "m = 0 est toujours solution, mais instable ici. Partez de m = 1 et descendez vers la plus grande solution.",
        ),
        gives(
            |&(beta,)| -m_star(beta),
            "−m* solves the equation, too; the positive solution is asked for: start from m = 1.",
            "−m* est aussi solution ; on demande la positive : partez de m = 1.",
        ),
        gives(
            |&(beta,)| m_star(2.0 * beta),
            "this solves m = tanh(βm), the equation of other books. In this course it is βm/2.",
            "ceci résout m = tanh(βm), l’équation d’autres livres. Dans ce cours, c’est βm/2.",
        ),
        gives(
            |&(beta,)| iterate(beta, 1),
            "this is the first step from m = 1. Put the result back into the formula, again and again.",
            "c’est le premier pas à partir de m = 1. Remettez le résultat dans la formule, encore et encore.",
        ),
        gives(
            |_| 1.0,
            "m = 1 is only reached without any noise. Does the loop change m?",
            "m = 1 n’est atteint que sans aucun bruit. La boucle change-t-elle bien m ?",
        ),
        seen(
            |_, right, m| m > right && *m < 1.0,
            |&(beta,)| iterate(beta, 5),
            "on the way from 1 to m*, but not there: repeat more often (near β = 2 it takes hundreds of steps).",
            "vous êtes en chemin de 1 vers m*, sans y être : répétez davantage (près de β = 2, il faut des centaines de \
             pas).",
        ),
        gives(
            |&(beta,)| (0..1000).fold(1.0, |m: f64, _| 0.5 * beta * m.tanh()),
            "parentheses: the tanh is that of the whole product, `(0.5 * beta * m).tanh()`.",
            "les parenthèses : la tanh porte sur tout le produit, `(0.5 * beta * m).tanh()`.",
        ),
    ],
    otherwise: text(
        "put your number into m = tanh(βm/2): both sides must agree.",
        "mettez votre nombre dans m = tanh(βm/2) : les deux membres doivent être égaux.",
    ),
    lesson: text("Below β = 2 only m = 0 is left.", "Sous β = 2, il ne reste que m = 0."),
    ..Exercise::TABLE
};

/// m* for a β of the checks.
fn m_star(beta: f64) -> f64 {
    mean_field::overlap(beta).expect("the β of the checks are valid")
}

/// m ← tanh(βm/2) from m = 1.
fn iterate(beta: f64, steps: usize) -> f64 {
    (0..steps).fold(1.0, |m, _| (0.5 * beta * m).tanh())
}
