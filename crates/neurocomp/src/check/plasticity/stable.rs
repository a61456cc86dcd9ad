//! Exercises on rules that look at rates and keep the weights finite: BCM, Oja.

use ndarray::Array1;

use super::rate::{inputs, presentations};
use super::slip;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Verdict, say};

/// A student's step of BCM: weights, inputs, θ, η, τθ; the new weights and the new θ.
pub type BcmStep = fn(&Array1<f64>, &Array1<f64>, f64, f64, f64) -> (Array1<f64>, f64);

/// Exercise 3: the weights w + η r (r − θ) x and the threshold θ + (r² − θ)/τθ, with r = [Σ w x]+.
pub fn bcm_step(student: BcmStep) -> Verdict {
    let thresholds = [2.0, 5.5, 1.2];
    let presentations = presentations();
    for ((w, x, eta), theta) in presentations.iter().zip(thresholds) {
        let tau_theta = 40.0;
        let inputs =
            inputs(w, x).number("theta", theta, "").number("eta", *eta, "").number("tau_theta", tau_theta, "").note(
                &say(
                    "the last number of each list below is theta",
                    "le dernier nombre des listes ci-dessous est theta",
                ),
            );
        let (weights, threshold) = student(w, x, theta, *eta, tau_theta);
        let judged = judge_list(
            "bcm_step",
            &inputs,
            &bcm(w, x, theta, *eta, tau_theta),
            &joined(weights, threshold),
            "",
            &bcm_mistakes(w, x, theta, *eta, tau_theta),
        );
        if let Err(message) = judged {
            return Verdict::fail(message);
        }
    }
    let n = presentations.len();
    Verdict::pass(say(
        format!(
            "`bcm_step` is right in all {n} cases tried, also where the neuron is silent.\nBelow θ the active synapses \
             are depressed, above it potentiated; and θ follows r²."
        ),
        format!(
            "`bcm_step` est juste dans les {n} cas essayés, y compris quand le neurone se tait.\nSous θ, les synapses \
             actives sont déprimées, au-dessus elles sont potentialisées ; et θ suit r²."
        ),
    ))
}

fn joined(w: Array1<f64>, theta: f64) -> Vec<f64> {
    let mut all = w.to_vec();
    all.push(theta);
    all
}

fn bcm(w: &Array1<f64>, x: &Array1<f64>, theta: f64, eta: f64, tau: f64) -> Vec<f64> {
    let r = w.dot(x).max(0.0);
    joined(w + &(eta * r * (r - theta) * x), theta + (r * r - theta) / tau)
}

fn bcm_mistakes(w: &Array1<f64>, x: &Array1<f64>, theta: f64, eta: f64, tau: f64) -> Vec<ListMistake> {
    let sum = w.dot(x);
    let r = sum.max(0.0);
    let slid = theta + (r * r - theta) / tau;
    let learned = w + &(eta * r * (r - theta) * x);
    let with = |weights: Array1<f64>, threshold: f64| joined(weights, threshold);
    vec![
        ListMistake::new(
            with(w + &(eta * r * (r - slid) * x), slid),
            "the threshold has moved too early: the weights change with the old θ, then θ slides.",
            "le seuil s’est déplacé trop tôt : les poids changent avec l’ancien θ, puis θ glisse.",
        ),
        ListMistake::new(
            with(w + &(eta * sum * (sum - theta) * x), theta + (sum * sum - theta) / tau),
            "r is negative here, and a rate cannot be: `w.dot(x).max(0.0)`.",
            "r est négatif ici, et un taux ne peut pas l’être : `w.dot(x).max(0.0)`.",
        ),
        ListMistake::new(
            with(learned.clone(), theta + (r - theta) / tau),
            "θ follows the *square* of the rate, r², not r.",
            "θ suit le *carré* du taux, r², et non r.",
        ),
        ListMistake::new(
            with(learned.clone(), theta),
            "θ has not moved: the new threshold is θ + (r² − θ)/τθ.",
            "θ n’a pas bougé : le nouveau seuil est θ + (r² − θ)/τθ.",
        ),
        ListMistake::new(
            with(learned.clone(), theta + (r * r - theta)),
            "τθ is missing: θ goes only the fraction 1/τθ of its way to r².",
            "τθ manque : θ ne parcourt que la fraction 1/τθ du chemin qui le sépare de r².",
        ),
        ListMistake::new(
            with(learned, (r * r - theta) / tau),
            "the second number is the change of θ; the new threshold is θ plus this change.",
            "le second nombre est la variation de θ ; le nouveau seuil est θ plus cette variation.",
        ),
        ListMistake::new(
            with(w + &(eta * (r - theta) * x), slid),
            "a factor r is missing: η r (r − θ) x.",
            "un facteur r manque : η r (r − θ) x.",
        ),
        ListMistake::new(
            with(w + &(eta * r * (theta - r) * x), slid),
            "the sign: above the threshold, r > θ, the weights grow.",
            "le signe : au-dessus du seuil, r > θ, les poids augmentent.",
        ),
        ListMistake::new(
            with(w + eta * r * (r - theta), slid),
            "the input x is missing: only active synapses change.",
            "l’entrée x manque : seules les synapses actives changent.",
        ),
        ListMistake::new(
            with(w + &(r * (r - theta) * x), slid),
            "the learning rate η is missing.",
            "le taux d’apprentissage η manque.",
        ),
    ]
}

/// Exercise 4: the weights w + η r (x − α r w), with r = Σ w x.
pub fn oja_step(student: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>) -> Verdict {
    let presentations = presentations();
    let alphas = [0.5, 2.0, 1.5];
    let results = presentations.iter().zip(alphas).map(|((w, x, eta), alpha)| {
        let r = w.dot(x);
        let expected = w + &(*eta * r * (x - &(alpha * r * w)));
        let inputs = inputs(w, x).number("eta", *eta, "").number("alpha", alpha, "");
        judge_list(
            "oja_step",
            &inputs,
            &expected.to_vec(),
            &student(w, x, *eta, alpha).to_vec(),
            "",
            &oja_mistakes(w, x, *eta, alpha),
        )
    });
    Verdict::all_right(
        "oja_step",
        results,
        &say("One more term, and the weights stay finite.", "Un terme de plus, et les poids restent finis."),
    )
}

fn oja_mistakes(w: &Array1<f64>, x: &Array1<f64>, eta: f64, alpha: f64) -> Vec<ListMistake> {
    let r = w.dot(x);
    let hebb = w + &(eta * r * x);
    let length = hebb.dot(&hebb).sqrt();
    vec![
        slip(&hebb, "the decay is missing: this is Hebb’s rule.", "la décroissance manque : c’est la règle de Hebb."),
        slip(
            &(w + &(eta * r * (x - &(alpha * w)))),
            "the decay has only one factor r; it is α r² w, so that r stands inside the bracket once more.",
            "la décroissance n’a qu’un facteur r ; elle vaut α r² w, et r figure donc encore dans la parenthèse.",
        ),
        slip(
            &(w + &(eta * r * (x + &(alpha * r * w)))),
            "the sign of the decay: x *minus* α r w.",
            "le signe de la décroissance : x *moins* α r w.",
        ),
        slip(&(w + &(eta * r * (x - &(r * w)))), "α is missing from the decay.", "α manque dans la décroissance."),
        slip(
            &(w + &(eta * (r * x - alpha * w))),
            "the decay must grow with the activity: α r² w, not α w.",
            "la décroissance doit croître avec l’activité : α r² w et non α w.",
        ),
        slip(
            &(&hebb / length),
            "this is Hebb’s rule with the length set to 1 after each step; Oja’s rule is w + η r (x − α r w).",
            "c’est la règle de Hebb, avec la longueur ramenée à 1 après chaque pas ; la règle d’Oja est \
             w + η r (x − α r w).",
        ),
        slip(
            &(eta * r * (x - &(alpha * r * w))),
            "this is the change of the weights; the new weights are w plus this change.",
            "c’est la variation des poids ; les nouveaux poids sont w plus cette variation.",
        ),
        slip(
            &(w + &(r * (x - &(alpha * r * w)))),
            "the learning rate η is missing.",
            "le taux d’apprentissage η manque.",
        ),
    ]
}
