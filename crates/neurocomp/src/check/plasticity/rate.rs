//! Exercises on rules that look at rates: Hebb, covariance.

use ndarray::{Array1, array};

use super::slip;
use crate::check::case::array_code;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Weights, inputs and a learning rate that no page of the notebook shows. The rates are 3, 2.1 and −0.75.
pub(super) fn presentations() -> [(Array1<f64>, Array1<f64>, f64); 3] {
    [
        (array![0.5, -0.25, 1.5], array![4.0, 2.0, 1.0], 0.05),
        (array![0.2, 0.8, 0.3, 0.1], array![5.0, 0.0, 3.0, 2.0], 0.02),
        (array![-0.4, 0.3], array![3.0, 1.5], 0.1),
    ]
}

pub(super) fn inputs(w: &Array1<f64>, x: &Array1<f64>) -> Inputs {
    Inputs::new().code("w", &array_code(w)).code("x", &array_code(x))
}

/// Exercise 1: the weights w + η r x after a presentation of the inputs x, with r = Σ w x.
pub fn hebb_step(student: fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>) -> Verdict {
    let presentations = presentations();
    let results = presentations.iter().map(|(w, x, eta)| {
        let expected = w + &(*eta * w.dot(x) * x);
        let received = student(w, x, *eta).to_vec();
        judge_list(
            "hebb_step",
            &inputs(w, x).number("eta", *eta, ""),
            &expected.to_vec(),
            &received,
            "",
            &hebb_mistakes(w, x, *eta),
        )
    });
    Verdict::all_right(
        "hebb_step",
        results,
        &say(
            "Whatever fires together is wired together, and nothing ever holds it back.",
            "Ce qui s’active ensemble se renforce, et rien ne le retient jamais.",
        ),
    )
}

fn hebb_mistakes(w: &Array1<f64>, x: &Array1<f64>, eta: f64) -> Vec<ListMistake> {
    let r = w.dot(x);
    vec![
        slip(
            &(eta * r * x),
            "this is the change of the weights; the new weights are w plus this change.",
            "c’est la variation des poids ; les nouveaux poids sont w plus cette variation.",
        ),
        slip(
            &(w + &(eta * x)),
            "the rate r of the neuron is missing: Hebb’s rule multiplies what both neurons do.",
            "le taux r du neurone manque : la règle de Hebb multiplie ce que font les deux neurones.",
        ),
        slip(
            &(w + &(eta * w * x * x)),
            "each synapse has a rate of its own here; r = Σ w x is one number, the sum over all inputs: `w.dot(x)`.",
            "chaque synapse a ici son propre taux ; r = Σ w x est un seul nombre, la somme sur toutes les entrées : \
             `w.dot(x)`.",
        ),
        slip(
            &(w + &(eta * x.sum() * x)),
            "r is the *weighted* sum of the inputs, r = Σ w x: `w.dot(x)`.",
            "r est la somme *pondérée* des entrées, r = Σ w x : `w.dot(x)`.",
        ),
        slip(&(w + &(r * x)), "the learning rate η is missing.", "le taux d’apprentissage η manque."),
        slip(
            &(w + &(eta * r * w)),
            "the change is proportional to the input x, not to the weight w.",
            "la variation est proportionnelle à l’entrée x et non au poids w.",
        ),
        slip(
            &(w + eta * r),
            "the input x is missing: a synapse whose input is silent learns nothing.",
            "l’entrée x manque : une synapse dont l’entrée se tait n’apprend rien.",
        ),
        slip(
            &(w - &(eta * r * x)),
            "the sign: what is active together gets stronger.",
            "le signe : ce qui est actif ensemble se renforce.",
        ),
    ]
}

/// Exercise 2: the mean change η ⟨(r − ⟨r⟩)(x − ⟨x⟩)⟩ of a weight, from the rates of both neurons, with 1/n.
pub fn covariance_change(student: fn(&Array1<f64>, &Array1<f64>, f64) -> f64) -> Verdict {
    let recordings = [
        (array![4.0, 9.0, 2.5, 16.0, 7.5], array![11.0, 14.0, 9.0, 15.0, 12.5], 0.1),
        (array![20.0, 5.0, 11.0, 8.0], array![3.0, 9.0, 7.0, 6.0], 0.02),
        (array![1.0, 3.0, 8.0], array![10.0, 25.0, 13.0], 0.5),
    ];
    let cases: Vec<Case> = recordings
        .iter()
        .map(|(x, r, eta)| {
            let inputs = Inputs::new()
                .code("x", &array_code(x))
                .code("r", &array_code(r))
                .note(&say("rates in Hz", "taux en Hz"))
                .number("eta", *eta, "");
            let expected = eta * covariance(x, r);
            let mistakes = covariance_mistakes(x, r, *eta);
            Case::formula(inputs, expected, student(x, r, *eta), "", mistakes)
        })
        .collect();
    Verdict::of(
        "covariance_change",
        &cases,
        &say(
            "Together above the mean or together below it: stronger. One above and one below: weaker.",
            "Tous deux au-dessus de leur moyenne, ou tous deux au-dessous : plus fort. L’un au-dessus et l’autre \
             au-dessous : plus faible.",
        ),
    )
}

fn mean(values: &Array1<f64>) -> f64 {
    values.sum() / values.len() as f64
}

fn covariance(x: &Array1<f64>, r: &Array1<f64>) -> f64 {
    mean(&((x - mean(x)) * (r - mean(r))))
}

fn covariance_mistakes(x: &Array1<f64>, r: &Array1<f64>, eta: f64) -> Vec<Mistake> {
    let n = x.len() as f64;
    let right = covariance(x, r);
    let spread = (covariance(x, x) * covariance(r, r)).sqrt();
    vec![
        Mistake::new(
            eta * mean(&(x * r)),
            "the means are not subtracted: this is Hebb’s rule, ⟨r x⟩.",
            "les moyennes ne sont pas soustraites : c’est la règle de Hebb, ⟨r x⟩.",
        ),
        Mistake::new(
            eta * right * n,
            "this is the sum over the presentations; the mean is the sum divided by n.",
            "c’est la somme sur les présentations ; la moyenne est cette somme divisée par n.",
        ),
        Mistake::new(
            eta * right * n / (n - 1.0),
            "you divided by n − 1; a mean over n presentations is a sum divided by n.",
            "vous avez divisé par n − 1 ; une moyenne sur n présentations est une somme divisée par n.",
        ),
        Mistake::new(right, "the learning rate η is missing.", "le taux d’apprentissage η manque."),
        Mistake::new(
            eta * mean(&((x - mean(r)) * (r - mean(x)))),
            "the two means are exchanged: each rate is compared with its own mean.",
            "les deux moyennes sont échangées : chaque taux se compare à sa propre moyenne.",
        ),
        Mistake::new(
            eta * right / spread,
            "this is the correlation coefficient; do not divide by the standard deviations.",
            "c’est le coefficient de corrélation ; ne divisez pas par les écarts-types.",
        ),
        Mistake::new(
            eta * covariance(x, x),
            "the same neuron stands there twice: the deviation of x times the deviation of r.",
            "le même neurone figure deux fois : l’écart de x fois l’écart de r.",
        ),
    ]
}
