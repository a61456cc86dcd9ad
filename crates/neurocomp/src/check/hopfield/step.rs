use ndarray::Array1;

use super::{field, logistic, no_state, own, patterns_and_state, uniform, up_if};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// A student's update: patterns, state, β, one random number for each unit; the next state.
pub type Step = fn(&[Array1<f64>], &Array1<f64>, f64, &Array1<f64>) -> Array1<f64>;

/// Exercise 6: one synchronous step, S_i = +1 where u_i < 1/(1 + e^(−βh_i)), else −1.
pub fn step(student: Step) -> Verdict {
    STEP.judge(|(patterns, state, beta, u)| student(patterns, state, *beta, u))
}

type Call = (Vec<Array1<f64>>, Array1<f64>, f64, Array1<f64>);

pub(super) static STEP: Exercise<Call, Array1<f64>> = Exercise {
    name: "step",
    inputs: &["patterns", "state", "beta", "u"],
    cases: || {
        // N even and K odd: no field is exactly 0.
        let calls = [(8, 3, 2.5, 51), (12, 5, 4.0, 52), (10, 1, 1.5, 70)];
        let case = |(n, k, beta, seed)| {
            let (patterns, state) = patterns_and_state(n, k, seed);
            (patterns, state, beta, uniform(n, seed))
        };
        calls.map(case).into()
    },
    right: |(patterns, s, beta, u)| chosen(&field(patterns, s), *beta, u),
    mistakes: &[
        gives(
            |(patterns, s, beta, u)| -chosen(&field(patterns, s), *beta, u),
            "the comparison is the wrong way round: u falls below P with the probability P, and then the unit is +1.",
            "la comparaison est à l’envers : u tombe sous P avec la probabilité P, et alors l’unité vaut +1.",
        ),
        gives(
            |(patterns, s, beta, u)| chosen(&field(patterns, s), *beta, u).mapv(|s| s.max(0.0)),
            "the other state of a unit is −1, not 0.",
            "l’autre état d’une unité est −1 et non 0.",
        ),
        gives(
            |(patterns, s, ..)| field(patterns, s).signum(),
            "this is the sign of the field: chance is missing. Compare u[i] with the probability.",
            "c’est le signe du champ : le hasard manque. Comparez u[i] à la probabilité.",
        ),
        gives(
            |(patterns, s, _, u)| chosen(&field(patterns, s), 1.0, u),
            "beta is missing from the probability.",
            "beta manque dans la probabilité.",
        ),
        gives(
            |(patterns, s, _, u)| (&field(patterns, s) - u).mapv(|above| up_if(above > 0.0)),
            "u is compared with the field; it must be compared with the probability that follows from it.",
            "u est comparé au champ ; il faut le comparer à la probabilité qui s’en déduit.",
        ),
        gives(
            |(patterns, s, beta, u)| chosen(&(field(patterns, s) + own(patterns, s)), *beta, u),
            "the field holds the term j = i here: use `fields` of exercise 4.",
            "ici le champ contient le terme j = i : utilisez `fields` de l’exercice 4.",
        ),
        gives(
            |(patterns, s, beta, u)| {
                let mut s = s.clone();
                for i in 0..s.len() {
                    s[i] = chosen(&field(patterns, &s), *beta, u)[i];
                }
                s
            },
            "here each unit sees the new states of those before it. Work out all fields first, from the old state.",
            "ici chaque unité voit le nouvel état des précédentes. Calculez d’abord tous les champs, à partir de l’ancien \
             état.",
        ),
        gives(
            |(_, s, ..)| s.clone(),
            "the state has not changed: write the new values into a new array and return that one.",
            "l’état n’a pas changé : écrivez les nouvelles valeurs dans un nouveau tableau et renvoyez celui-là.",
        ),
        no_state(),
        gives(
            |(_, s, beta, u)| chosen(s, *beta, u),
            "the probability is that of the state; it follows from the field `h[i]`.",
            "la probabilité est celle de l’état ; elle vient du champ `h[i]`.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "All units look at the same old state: this is one synchronous step.",
        "Toutes les unités regardent le même ancien état : c’est un pas synchrone.",
    ),
    ..Exercise::TABLE
};

/// The state that the numbers u choose in the fields h.
fn chosen(h: &Array1<f64>, beta: f64, u: &Array1<f64>) -> Array1<f64> {
    Array1::from_shape_fn(h.len(), |i| up_if(u[i] < logistic(beta * h[i])))
}
