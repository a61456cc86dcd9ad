use ndarray::{Array1, ArrayRef1, array};

use super::{field_of, moved};
use crate::check::Verdict;
use crate::check::argument::Changed;
use crate::check::exercise::{Exercise, gives, part, seen, text};
use crate::perceptron::sign;

/// A student's learning rule: weights (changed in place), example, answer wanted, learning rate; returns whether the
/// answer was wrong.
pub type Rule = fn(&mut Array1<f64>, &ArrayRef1<f64>, f64, f64) -> bool;

/// Exercise 5: the learning rule for one example.
pub fn learn(student: Rule) -> Verdict {
    LEARN.judge(|(Changed(w), x, target, eta)| {
        let mut w = w.clone();
        let wrong = student(&mut w, x, *target, *eta);
        (w, wrong)
    })
}

type Call = (Changed<Array1<f64>>, Array1<f64>, f64, f64);

/// The weights afterwards, and whether the answer was wrong.
type Learnt = (Array1<f64>, bool);

pub(super) static LEARN: Exercise<Call, Learnt> = Exercise {
    name: "learn",
    inputs: &["w", "x", "target", "eta"],
    answer: &[
        part("", "the weights afterwards", "les poids après coup"),
        part("", "what is returned", "ce qui est renvoyé"),
    ],
    // Wrong answers of both kinds, right answers of both kinds, and points on the line. With +1 first, a step the wrong way
    // is told from one without the answer wanted.
    cases: || {
        vec![
            (Changed(array![-1.0, 2.0, 0.5]), array![0.25, -3.0], 1.0, 0.3),
            (Changed(array![0.5, 1.0, -2.0]), array![1.5, 0.5], -1.0, 0.3),
            (Changed(array![-1.0, 2.0, 0.5]), array![0.25, -3.0], -1.0, 0.3),
            (Changed(array![0.5, 1.0, -0.5, 2.0]), array![2.0, 3.0, 1.5], 1.0, 0.7),
            (Changed(array![0.0, 0.0, 0.0]), array![2.0, -1.0], 1.0, 0.25),
            (Changed(array![0.0, 0.0, 0.0]), array![2.0, -1.0], -1.0, 0.25),
        ]
    },
    right: |call| learnt(call, right_step),
    mistakes: &[
        gives(
            |call| learnt_if(agreement(call) < 0.0, call),
            "on the line the field is 0 and the answer −1, which is wrong here: the weights must change.",
            "sur la droite le champ est nul et la réponse −1, ce qui est faux ici : les poids doivent changer.",
        ),
        gives(
            |call| (weights_given(call).clone(), is_wrong(call)),
            "nothing has changed, though the answer is wrong. Is the test the right way round? And is it `w` itself \
             that you change, not a copy?",
            "rien n’a changé, alors que la réponse est fausse. Le test est-il dans le bon sens ? Et changez-vous bien \
             `w`, et non une copie ?",
        ),
        gives(
            |call| {
                let (mut w, wrong) = learnt(call, right_step);
                w[0] = weights_given(call)[0];
                (w, wrong)
            },
            "the bias w[0] must learn too: b ← b + η y*, as if its input were always 1.",
            "le biais w[0] doit apprendre aussi : b ← b + η y*, comme si son entrée valait toujours 1.",
        ),
        gives(
            |call| {
                let (learnt, wrong) = learnt(call, right_step);
                let mut w = weights_given(call).clone();
                w[0] = learnt[0];
                (w, wrong)
            },
            "only the bias has learnt: every weight moves by η y* times its input.",
            "seul le biais a appris : chaque poids bouge de η y* fois son entrée.",
        ),
        gives(
            |call| learnt(call, eta),
            "the answer wanted, y*, is missing: for y* = −1 the step goes against the input.",
            "la réponse voulue, y*, manque : si y* = −1, le pas va à l’opposé de l’entrée.",
        ),
        gives(
            |call| learnt(call, |call| -right_step(call)),
            "the step goes the wrong way: add η y* x. Now the answer will be even more wrong.",
            "le pas va dans le mauvais sens : ajoutez η y* x. La réponse sera maintenant encore plus fausse.",
        ),
        gives(|call| learnt(call, target), "the learning rate η is missing.", "le taux d’apprentissage η manque."),
        gives(
            |call| learnt(call, |call| 2.0 * right_step(call)),
            "twice the right step: y* − y is ±2. The rule of this course is η y* x.",
            "le double du bon pas : y* − y vaut ±2. La règle de ce cours est η y* x.",
        ),
        gives(
            |call| learnt(call, |call| eta(call) * (target(call) - field(call))),
            "this is the delta rule, with the error y* − s of the field; the perceptron’s step is η y* x, whatever s.",
            "c’est la règle delta, avec l’erreur y* − s du champ ; le pas du perceptron est η y* x, quel que soit s.",
        ),
        gives(
            |call| {
                let (w, wrong) = learnt(call, right_step);
                (w, !wrong)
            },
            "the weights are right; what is returned is not: `true` means that the answer was wrong.",
            "les poids sont justes ; ce qui est renvoyé ne l’est pas : `true` signifie que la réponse était fausse.",
        ),
        seen(
            |call, _, learnt| !is_wrong(call) && has_moved(call, learnt) && field(call) == 0.0,
            |call| learnt_if(agreement(call) <= 0.0, call),
            "on the line the field is 0 and the answer −1 (`output`, not `signum`): that is right here, and nothing must \
             change.",
            "sur la droite le champ est nul et la réponse −1 (`output`, et non `signum`) : c’est juste ici, et rien ne \
             doit changer.",
        ),
        seen(
            |call, _, learnt| !is_wrong(call) && has_moved(call, learnt),
            |call| (learnt_if(true, call).0, is_wrong(call)),
            "the answer was right already: then nothing changes. One learns from mistakes only.",
            "la réponse était déjà juste : rien ne doit changer. On n’apprend que de ses erreurs.",
        ),
        gives(
            |(Changed(w), x, target, eta)| {
                let wrong = sign(field_of(w, x)) != *target;
                let mut next = w.clone();
                if wrong {
                    next[0] += eta * target;
                    (0..x.len()).for_each(|j| next[j] += eta * target * x[j]);
                }
                (next, wrong)
            },
            "the indices: to `x[j]` belongs the weight `w[j + 1]`, as `w[0]` is the bias.",
            "les indices : à `x[j]` correspond le poids `w[j + 1]`, car `w[0]` est le biais.",
        ),
    ],
    lesson: text(
        "A right answer changes nothing; a wrong one moves the line towards the point.",
        "Une réponse juste ne change rien ; une réponse fausse déplace la droite vers le point.",
    ),
    ..Exercise::TABLE
};

fn weights_given((Changed(w), ..): &Call) -> &Array1<f64> {
    w
}

fn target((_, _, target, _): &Call) -> f64 {
    *target
}

fn eta((.., eta): &Call) -> f64 {
    *eta
}

fn field((Changed(w), x, ..): &Call) -> f64 {
    field_of(w, x)
}

/// y* s: not positive where the answer is wrong, or where the point lies on the line.
fn agreement(call: &Call) -> f64 {
    target(call) * field(call)
}

fn is_wrong(call: &Call) -> bool {
    sign(field(call)) != target(call)
}

/// η y*.
fn right_step(call: &Call) -> f64 {
    eta(call) * target(call)
}

/// Adds `step` · (1, x) to the weights where the answer is wrong.
fn learnt(call: &Call, step: fn(&Call) -> f64) -> Learnt {
    let ((Changed(w), x, ..), wrong) = (call, is_wrong(call));
    (if wrong { moved(w, x, step(call)) } else { w.clone() }, wrong)
}

/// The right step where the answer is thought to be wrong.
fn learnt_if(wrong: bool, call: &Call) -> Learnt {
    let (Changed(w), x, ..) = call;
    (if wrong { moved(w, x, right_step(call)) } else { w.clone() }, wrong)
}

fn has_moved((Changed(before), ..): &Call, (after, _): &Learnt) -> bool {
    after.len() == before.len() && after.iter().all(|w| w.is_finite()) && after != before
}
