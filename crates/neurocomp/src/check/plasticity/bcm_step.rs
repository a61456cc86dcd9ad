use ndarray::Array1;

use super::presentations;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};

/// A student's step of BCM: weights, inputs, θ, η, τθ; the new weights and the new θ.
pub type BcmStep = fn(&Array1<f64>, &Array1<f64>, f64, f64, f64) -> (Array1<f64>, f64);

/// Exercise 3: the weights w + η r (r − θ) x and the threshold θ + (r² − θ)/τθ, with r = [Σ w x]+.
pub fn bcm_step(student: BcmStep) -> Verdict {
    BCM_STEP.judge(|(w, x, theta, eta, tau)| student(w, x, *theta, *eta, *tau))
}

type Call = (Array1<f64>, Array1<f64>, f64, f64, f64);

pub(super) static BCM_STEP: Exercise<Call, (Array1<f64>, f64)> = Exercise {
    name: "bcm_step",
    inputs: &["w", "x", "theta", "eta", "tau_theta"],
    answer: &[
        part("", "first value: the weights", "première valeur : les poids"),
        part("", "second value: theta", "seconde valeur : theta"),
    ],
    cases: || {
        let calls = presentations().into_iter().zip([2.0, 5.5, 1.2]);
        calls.map(|((w, x, eta), theta)| (w, x, theta, eta, 40.0)).collect()
    },
    right: |call| (learned(call, rate(call), call.2), slid(call, rate(call))),
    mistakes: &[
        gives(
            |call| (learned(call, rate(call), slid(call, rate(call))), slid(call, rate(call))),
            "the threshold has moved too early: the weights change with the old θ, then θ slides.",
            "le seuil s’est déplacé trop tôt : les poids changent avec l’ancien θ, puis θ glisse.",
        ),
        gives(
            |call| {
                let sum = call.0.dot(&call.1);
                (learned(call, sum, call.2), slid(call, sum))
            },
            "r is negative here, and a rate cannot be: `w.dot(x).max(0.0)`.",
            "r est négatif ici, et un taux ne peut pas l’être : `w.dot(x).max(0.0)`.",
        ),
        gives(
            |call| (learned(call, rate(call), call.2), call.2 + (rate(call) - call.2) / call.4),
            "θ follows the *square* of the rate, r², not r.",
            "θ suit le *carré* du taux, r², et non r.",
        ),
        gives(
            |call| (learned(call, rate(call), call.2), call.2),
            "θ has not moved: the new threshold is θ + (r² − θ)/τθ.",
            "θ n’a pas bougé : le nouveau seuil est θ + (r² − θ)/τθ.",
        ),
        gives(
            |call| (learned(call, rate(call), call.2), rate(call).powi(2)),
            "τθ is missing: θ goes only the fraction 1/τθ of its way to r².",
            "τθ manque : θ ne parcourt que la fraction 1/τθ du chemin qui le sépare de r².",
        ),
        gives(
            |call| (learned(call, rate(call), call.2), slid(call, rate(call)) - call.2),
            "the second number is the change of θ; the new threshold is θ plus this change.",
            "le second nombre est la variation de θ ; le nouveau seuil est θ plus cette variation.",
        ),
        gives(
            |call| {
                let (w, x, theta, eta, _) = call;
                (w + &(eta * (rate(call) - theta) * x), slid(call, rate(call)))
            },
            "a factor r is missing: η r (r − θ) x.",
            "un facteur r manque : η r (r − θ) x.",
        ),
        gives(
            |call| {
                let (w, x, theta, eta, _) = call;
                (w + &(eta * rate(call) * (theta - rate(call)) * x), slid(call, rate(call)))
            },
            "the sign: above the threshold, r > θ, the weights grow.",
            "le signe : au-dessus du seuil, r > θ, les poids augmentent.",
        ),
        gives(
            |call| {
                let (w, _, theta, eta, _) = call;
                (w + eta * rate(call) * (rate(call) - theta), slid(call, rate(call)))
            },
            "the input x is missing: only active synapses change.",
            "l’entrée x manque : seules les synapses actives changent.",
        ),
        gives(
            |call| {
                let (w, x, theta, ..) = call;
                (w + &(rate(call) * (rate(call) - theta) * x), slid(call, rate(call)))
            },
            "the learning rate η is missing.",
            "le taux d’apprentissage η manque.",
        ),
    ],
    lesson: text(
        "Also where the neuron is silent. Below θ the active synapses are depressed, above it potentiated; and θ follows r².",
        "Y compris quand le neurone se tait. Sous θ, les synapses actives sont déprimées, au-dessus elles sont \
         potentialisées ; et θ suit r².",
    ),
    ..Exercise::TABLE
};

/// [Σ w x]+.
fn rate((w, x, ..): &Call) -> f64 {
    w.dot(x).max(0.0)
}

/// The weights after a step with this rate and this threshold.
fn learned((w, x, _, eta, _): &Call, r: f64, theta: f64) -> Array1<f64> {
    w + &(eta * r * (r - theta) * x)
}

/// The threshold after a step with this rate.
fn slid(&(_, _, theta, _, tau): &Call, r: f64) -> f64 {
    theta + (r * r - theta) / tau
}
