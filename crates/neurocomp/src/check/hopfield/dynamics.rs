//! Exercises on states that change: a cue of a chosen overlap, one synchronous step, one asynchronous sweep.

use ndarray::{Array1, Array2, array};

use super::states::{Entries, Trial, judge};
use super::{network, pattern, patterns, patterns_code, permutation, uniform, weights_code};
use crate::check::case::array_code;
use crate::check::list::ListMistake;
use crate::check::{Inputs, Verdict, say};

/// A student's update: patterns, state, β, one random number for each unit; the next state.
pub type Step = fn(&[Array1<f64>], &Array1<f64>, f64, &Array1<f64>) -> Array1<f64>;

/// A student's sweep: weights, state, the order of the units; the state after it.
pub type Sweep = fn(&Array2<f64>, &Array1<f64>, &[usize]) -> Array1<f64>;

/// Exercise 5: the pattern with its first round(N(1 − m)/2) units in `order` flipped, which has the overlap m with it.
pub fn cue(student: fn(&Array1<f64>, f64, &[usize]) -> Array1<f64>) -> Verdict {
    let mut trials = Vec::new();
    // 1 − 0.9 falls short of 0.1 by rounding: cutting off instead of rounding flips no unit of 20.
    for (n, m, seed) in [(8, 0.5, 41), (12, -0.5, 42), (20, 0.9, 43), (6, 1.0, 44)] {
        let p = patterns(n, 1, seed).remove(0);
        let order = permutation(n, seed);
        let received = student(&p, m, &order).to_vec();
        trials.push(Trial {
            inputs: Inputs::new()
                .code("pattern", &array_code(&p))
                .number("m", m, "")
                .code("order", &format!("&{order:?}")),
            expected: flipped(&p, &order, wrong_units(n, m).round()),
            received,
            mistakes: cue_mistakes(&p, m, &order),
        });
    }
    let lesson = say(
        "A flipped unit takes 2/N from the overlap: half of them wrong, and nothing is left.",
        "Une unité inversée retire 2/N au recouvrement : la moitié d’erreurs, et il n’en reste rien.",
    );
    judge("cue", trials, Entries::States, &lesson)
}

/// N(1 − m)/2, not yet a whole number.
fn wrong_units(n: usize, m: f64) -> f64 {
    (1.0 - m) / 2.0 * n as f64
}

/// The pattern with the first `count` units of the order flipped, at most all.
fn flipped(p: &Array1<f64>, order: &[usize], count: f64) -> Vec<f64> {
    let mut s = p.to_vec();
    for &i in order.iter().take(count as usize) {
        s[i] = -s[i];
    }
    s
}

fn cue_mistakes(p: &Array1<f64>, m: f64, order: &[usize]) -> Vec<ListMistake> {
    let n = p.len();
    let right = wrong_units(n, m).round();
    let in_place: Vec<usize> = (0..n).collect();
    let set_to = |value: f64| {
        let mut s = p.to_vec();
        for &i in &order[..right as usize] {
            s[i] = value;
        }
        s
    };
    vec![
        ListMistake::new(
            flipped(p, order, (2.0 * wrong_units(n, m)).round()),
            "twice too many units are flipped: each of them takes 2/N from the overlap, not 1/N.",
            "deux fois trop d’unités sont inversées : chacune retire 2/N au recouvrement et non 1/N.",
        ),
        ListMistake::new(
            flipped(p, order, n as f64 - right),
            "the units to keep and those to flip are exchanged: this state has the overlap −m.",
            "les unités à garder et celles à inverser sont échangées : cet état a le recouvrement −m.",
        ),
        ListMistake::new(
            flipped(p, order, (m * n as f64).round()),
            "m·N is no number of wrong units: with m = 1 none is wrong.",
            "m·N n’est pas un nombre d’unités fausses : pour m = 1, aucune ne l’est.",
        ),
        ListMistake::new(
            flipped(p, &in_place, right),
            "`order` is not used: the units to flip are order[0], order[1], …, not 0, 1, ….",
            "`order` n’est pas utilisé : les unités à inverser sont order[0], order[1], … et non 0, 1, ….",
        ),
        ListMistake::new(
            flipped(p, order, wrong_units(n, m).floor()),
            "the number of units is cut off, not rounded: `as usize` makes 0 of 0.9999. Write `.round() as usize`.",
            "le nombre d’unités est tronqué et non arrondi : `as usize` fait 0 de 0,9999. Écrivez `.round() as usize`.",
        ),
        ListMistake::new(
            set_to(-1.0),
            "a unit is flipped by changing its sign; here it is set to −1, which many units are already.",
            "on inverse une unité en changeant son signe ; ici elle est mise à −1, ce que beaucoup sont déjà.",
        ),
        ListMistake::new(
            set_to(0.0),
            "a unit is +1 or −1, never 0: change its sign.",
            "une unité vaut +1 ou −1, jamais 0 : changez son signe.",
        ),
        ListMistake::new(
            p.to_vec(),
            "no unit is flipped. Is the changed state what the function returns?",
            "aucune unité n’est inversée. Est-ce bien l’état modifié que la fonction renvoie ?",
        ),
    ]
}

/// Exercise 6: one synchronous step, S_i = +1 where u_i < 1/(1 + e^(−βh_i)), else −1.
pub fn step(student: Step) -> Verdict {
    let mut trials = Vec::new();
    // N even and K odd: no field is exactly 0.
    for (n, k, beta, seed) in [(8, 3, 2.5, 51), (12, 5, 4.0, 52), (10, 1, 1.5, 70)] {
        let all = patterns(n, k + 1, seed);
        let (stored, state) = (&all[..k], &all[k]);
        let u = uniform(n, seed);
        let h = network(stored).field(&pattern(state));
        let h = h.expect("the state has n units");
        let received = student(stored, state, beta, &u).to_vec();
        trials.push(Trial {
            inputs: Inputs::new()
                .code("patterns", &patterns_code(stored))
                .code("state", &array_code(state))
                .number("beta", beta, "")
                .code("u", &array_code(&u)),
            expected: chosen(&h, beta, &u).to_vec(),
            received,
            mistakes: step_mistakes(stored, state, &h, beta, &u),
        });
    }
    let lesson = say(
        "All units look at the same old state: this is one synchronous step.",
        "Toutes les unités regardent le même ancien état : c’est un pas synchrone.",
    );
    judge("step", trials, Entries::States, &lesson)
}

/// The state that the numbers u choose in the fields h.
fn chosen(h: &Array1<f64>, beta: f64, u: &Array1<f64>) -> Array1<f64> {
    Array1::from_shape_fn(h.len(), |i| up_if(u[i] < up(beta * h[i])))
}

fn up(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn up_if(yes: bool) -> f64 {
    if yes { 1.0 } else { -1.0 }
}

fn step_mistakes(
    stored: &[Array1<f64>],
    state: &Array1<f64>,
    h: &Array1<f64>,
    beta: f64,
    u: &Array1<f64>,
) -> Vec<ListMistake> {
    let right = chosen(h, beta, u);
    let load = stored.len() as f64 / state.len() as f64;
    let mut one_by_one = state.clone();
    for i in 0..state.len() {
        let field = network(stored).field(&pattern(&one_by_one));
        let field = field.expect("the state has n units")[i];
        one_by_one[i] = up_if(u[i] < up(beta * field));
    }
    vec![
        ListMistake::new(
            (-&right).to_vec(),
            "the comparison is the wrong way round: u falls below P with the probability P, and then the unit is +1.",
            "la comparaison est à l’envers : u tombe sous P avec la probabilité P, et alors l’unité vaut +1.",
        ),
        ListMistake::new(
            right.mapv(|s| s.max(0.0)).to_vec(),
            "the other state of a unit is −1, not 0.",
            "l’autre état d’une unité est −1 et non 0.",
        ),
        ListMistake::new(
            h.mapv(|h| up_if(h > 0.0)).to_vec(),
            "this is the sign of the field: chance is missing. Compare u[i] with the probability.",
            "c’est le signe du champ : le hasard manque. Comparez u[i] à la probabilité.",
        ),
        ListMistake::new(
            chosen(h, 1.0, u).to_vec(),
            "beta is missing from the probability.",
            "beta manque dans la probabilité.",
        ),
        ListMistake::new(
            Array1::from_shape_fn(h.len(), |i| up_if(u[i] < h[i])).to_vec(),
            "u is compared with the field; it must be compared with the probability that follows from it.",
            "u est comparé au champ ; il faut le comparer à la probabilité qui s’en déduit.",
        ),
        ListMistake::new(
            chosen(&(h + &(state * load)), beta, u).to_vec(),
            "the field holds the term j = i here: use `fields` of exercise 4.",
            "ici le champ contient le terme j = i : utilisez `fields` de l’exercice 4.",
        ),
        ListMistake::new(
            one_by_one.to_vec(),
            "here each unit sees the new states of those before it. Work out all fields first, from the old state.",
            "ici chaque unité voit le nouvel état des précédentes. Calculez d’abord tous les champs, à partir de l’ancien \
             état.",
        ),
        ListMistake::new(
            state.to_vec(),
            "the state has not changed: write the new values into a new array and return that one.",
            "l’état n’a pas changé : écrivez les nouvelles valeurs dans un nouveau tableau et renvoyez celui-là.",
        ),
    ]
}

/// Exercise 8: one asynchronous sweep without noise: unit after unit takes the sign of its field, and stays as it is
/// where there is none.
pub fn sweep(student: Sweep) -> Verdict {
    let mut trials = Vec::new();
    for (w, state, order) in sweeps() {
        let received = student(&w, &state, &order).to_vec();
        trials.push(Trial {
            inputs: Inputs::new()
                .code("w", &weights_code(&w))
                .code("state", &array_code(&state))
                .code("order", &format!("&{order:?}")),
            expected: swept(&w, &state, &order, |h, s| if h == 0.0 { s } else { h.signum() }),
            received,
            mistakes: sweep_mistakes(&w, &state, &order),
        });
    }
    let lesson = say(
        "Each unit sees the latest state of all others. The energy can then only fall, or stay.",
        "Chaque unité voit le dernier état de toutes les autres. L’énergie ne peut alors que baisser, ou rester.",
    );
    judge("sweep", trials, Entries::States, &lesson)
}

/// Networks of a few units, with whole weights so that a field of 0 is exactly 0.
fn sweeps() -> Vec<(Array2<f64>, Array1<f64>, Vec<usize>)> {
    vec![
        (
            array![[0.0, 1.0, -1.0, 0.0], [1.0, 0.0, 2.0, -1.0], [-1.0, 2.0, 0.0, 1.0], [0.0, -1.0, 1.0, 0.0],],
            array![1.0, -1.0, 1.0, 1.0],
            vec![2, 0, 3, 1],
        ),
        (
            array![
                [0.0, -2.0, 1.0, 1.0, 0.0],
                [-2.0, 0.0, 1.0, -1.0, 2.0],
                [1.0, 1.0, 0.0, -3.0, 1.0],
                [1.0, -1.0, -3.0, 0.0, 1.0],
                [0.0, 2.0, 1.0, 1.0, 0.0],
            ],
            array![1.0, 1.0, -1.0, -1.0, -1.0],
            vec![4, 2, 0, 1, 3],
        ),
    ]
}

/// The state after the units of the order, each with its latest field, have taken what `rule(h_i, S_i)` gives.
fn swept(w: &Array2<f64>, state: &Array1<f64>, order: &[usize], rule: fn(f64, f64) -> f64) -> Vec<f64> {
    let mut s = state.clone();
    for &i in order {
        s[i] = rule(w.row(i).dot(&s), s[i]);
    }
    s.to_vec()
}

fn sweep_mistakes(w: &Array2<f64>, state: &Array1<f64>, order: &[usize]) -> Vec<ListMistake> {
    let in_place: Vec<usize> = (0..state.len()).collect();
    let old = w.dot(state);
    let rule = |h: f64, s: f64| if h == 0.0 { s } else { h.signum() };
    vec![
        ListMistake::new(
            (0..state.len()).map(|i| rule(old[i], state[i])).collect(),
            "this is a synchronous step: every field comes from the old state. Use the state as it has become.",
            "c’est un pas synchrone : chaque champ vient de l’ancien état. Prenez l’état tel qu’il est devenu.",
        ),
        ListMistake::new(
            swept(w, state, &in_place, rule),
            "`order` is not used: the units take their turn as order[0], order[1], ….",
            "`order` n’est pas utilisé : les unités passent dans l’ordre order[0], order[1], ….",
        ),
        ListMistake::new(
            swept(w, state, order, |h, _| if h < 0.0 { -1.0 } else { 1.0 }),
            "a unit whose field is 0 becomes +1 here; it should stay as it is. (`signum` of 0.0 is 1.0.)",
            "une unité dont le champ est nul devient +1 ici ; elle doit rester telle quelle. (`signum` de 0.0 vaut 1.0.)",
        ),
        ListMistake::new(
            swept(w, state, order, |h, _| if h > 0.0 { 1.0 } else { -1.0 }),
            "a unit whose field is 0 becomes −1 here; it should stay as it is.",
            "une unité dont le champ est nul devient −1 ici ; elle doit rester telle quelle.",
        ),
        ListMistake::new(
            swept(w, state, order, |h, s| if h == 0.0 { s } else { -h.signum() }),
            "the sign is the opposite: a positive field makes the unit +1.",
            "le signe est l’opposé du bon : un champ positif met l’unité à +1.",
        ),
        ListMistake::new(
            swept(w, state, order, |h, s| if h * s < 0.0 { s } else { -s }),
            "the units that agree with their field are flipped, and those that do not are left.",
            "les unités en accord avec leur champ sont inversées, et les autres laissées telles quelles.",
        ),
        ListMistake::new(
            swept(w, state, order, |h, _| h),
            "the unit takes the sign of its field, +1 or −1, not the field itself.",
            "l’unité prend le signe de son champ, +1 ou −1, et non le champ lui-même.",
        ),
        ListMistake::new(
            state.to_vec(),
            "the state has not changed. Is it `s[i]` that is set, and `s` that is returned?",
            "l’état n’a pas changé. Est-ce bien `s[i]` qui est modifié, et `s` qui est renvoyé ?",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A set of trials can tell two mistakes apart if they differ in one of them, and from the right answer likewise.
    fn all_differ(expected: Vec<Vec<f64>>, mistakes: Vec<Vec<ListMistake>>) {
        let count = mistakes[0].len();
        let answers = |k: usize| -> Vec<Vec<f64>> { mistakes.iter().map(|list| list[k].values.clone()).collect() };
        for k in 0..count {
            assert_ne!(answers(k), expected, "mistake {k} is no mistake");
            for l in 0..k {
                assert_ne!(answers(k), answers(l), "mistakes {l} and {k}");
            }
        }
    }

    #[test]
    fn the_sweeps_tell_all_mistakes_apart() {
        let rule = |h: f64, s: f64| if h == 0.0 { s } else { h.signum() };
        let expected = sweeps().iter().map(|(w, s, order)| swept(w, s, order, rule)).collect();
        let mistakes = sweeps().iter().map(|(w, s, order)| sweep_mistakes(w, s, order)).collect();
        all_differ(expected, mistakes);
    }
}
