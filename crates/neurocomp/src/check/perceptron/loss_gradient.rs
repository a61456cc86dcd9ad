use ndarray::{Array1, ArrayRef1};

use super::{field_of, moved, points};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::perceptron::sign;

/// A student's gradient: weights (w₀, w₁ …), one example, answer wanted (±1); slopes, the bias first.
pub type Gradient = fn(&Array1<f64>, &ArrayRef1<f64>, f64) -> Array1<f64>;

/// Exercise 13: the gradient of the loss ln(1 + e^(−y s)) of one example in the weights.
pub fn loss_gradient(student: Gradient) -> Verdict {
    LOSS_GRADIENT.judge(|(w, x, target)| student(w, x, *target))
}

type Call = (Array1<f64>, Array1<f64>, f64);

pub(super) static LOSS_GRADIENT: Exercise<Call, Array1<f64>> = Exercise {
    name: "loss_gradient",
    inputs: &["w", "x", "target"],
    cases: || {
        points().into_iter().flat_map(|(w, x)| [1.0, -1.0].map(|target| (w.clone(), x.clone(), target))).collect()
    },
    right: |call| slopes(call, right_factor(call)),
    also_right: &[|call| {
        let (w, x, target) = call;
        // p − t, with the probability p of yes and t = 0 or 1.
        slopes(call, 1.0 / (1.0 + (-field_of(w, x)).exp()) - (target + 1.0) / 2.0)
    }],
    mistakes: &[
        gives(
            |call| slopes(call, -right_factor(call)),
            "the sign: this is the direction in which the loss falls. The gradient points uphill; the minus sign comes \
             later, in w − η ∂L/∂w.",
            "le signe : c’est la direction dans laquelle la perte baisse. Le gradient pointe vers le haut ; le signe moins \
             vient ensuite, dans w − η ∂L/∂w.",
        ),
        gives(
            |call| call.1.mapv(|x| right_factor(call) * x),
            "the slope for the bias is missing: it comes first, and its input is 1.",
            "la pente du biais manque : elle vient en premier, et son entrée vaut 1.",
        ),
        gives(
            |call| slopes(call, right_factor(call)) * bias_zero(call),
            "the first slope, for the bias, is 0: its input is 1, so the slope is dL/ds itself.",
            "la première pente, celle du biais, est nulle : son entrée vaut 1, c’est donc dL/ds lui-même.",
        ),
        gives(
            |call| &call.0 * right_factor(call),
            "dL/ds is multiplied by the weights; s grows with w_j at the rate x_j, so multiply by the inputs.",
            "dL/ds est multiplié par les poids ; s augmente avec w_j au taux x_j : multipliez par les entrées.",
        ),
        gives(
            |call| slopes(call, -call.2 / (1.0 + (-call.2 * field(call)).exp())),
            "the sign in the exponential: dL/ds = −y*/(1 + e^(+y* s)). A right answer, y* s ≫ 0, must have hardly any slope.",
            "le signe dans l’exponentielle : dL/ds = −y*/(1 + e^(+y* s)). Une réponse juste, y* s ≫ 0, n’a presque pas de \
             pente.",
        ),
        gives(
            |call| slopes(call, -call.2 / (1.0 + field(call).exp())),
            "y* is missing in the exponential: e^(y* s).",
            "y* manque dans l’exponentielle : e^(y* s).",
        ),
        gives(
            |call| slopes(call, -1.0 / (1.0 + (call.2 * field(call)).exp())),
            "y* is missing in front: dL/ds = −y*/(1 + e^(y* s)).",
            "y* manque devant : dL/ds = −y*/(1 + e^(y* s)).",
        ),
        gives(
            |call| slopes(call, if sign(field(call)) == call.2 { 0.0 } else { -call.2 }),
            "this is the step of the perceptron rule, all or nothing. Here even a right answer has a slope, the smaller the \
             surer it is.",
            "c’est le pas de la règle du perceptron, tout ou rien. Ici, même une réponse juste a une pente, d’autant plus \
             petite qu’elle est sûre.",
        ),
    ],
    lesson: text(
        "Where the perceptron rule says right or wrong, the gradient says how wrong.",
        "Là où la règle du perceptron dit juste ou faux, le gradient dit à quel point.",
    ),
    ..Exercise::TABLE
};

fn field((w, x, _): &Call) -> f64 {
    field_of(w, x)
}

/// dL/ds = −y/(1 + e^(y s)).
fn right_factor(call: &Call) -> f64 {
    -call.2 / (1.0 + (call.2 * field(call)).exp())
}

/// The factor times (1, x).
fn slopes((w, x, _): &Call, factor: f64) -> Array1<f64> {
    moved(&Array1::zeros(w.len()), x, factor)
}

/// (0, 1, 1 …).
fn bias_zero((w, ..): &Call) -> Array1<f64> {
    let mut ones = Array1::ones(w.len());
    ones[0] = 0.0;
    ones
}
