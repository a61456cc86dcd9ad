//! Exercises whose answer is one number: probability of a unit, overlap, energy.

use ndarray::Array1;

use super::{network, pattern, patterns, patterns_code};
use crate::check::case::array_code;
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 1: P(S = +1) = 1/(1 + e^(−βh)).
pub fn probability_up(student: fn(f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (beta, h) in [(1.6, 0.7), (0.5, -1.3), (9.0, 0.15), (4.0, 0.0)] {
        let inputs = Inputs::new().number("beta", beta, "").number("h", h, "");
        let expected = 1.0 / (1.0 + (-beta * h).exp());
        let mistakes = probability_mistakes(beta, h);
        cases.push(Case::formula(inputs, expected, student(beta, h), "", mistakes));
    }
    Verdict::of(
        "probability_up",
        &cases,
        &say(
            "Without field a unit is up half of the time, whatever β.",
            "Sans champ, une unité vaut +1 une fois sur deux, quel que soit β.",
        ),
    )
}

fn probability_mistakes(beta: f64, h: f64) -> Vec<Mistake> {
    let up = |x: f64| 1.0 / (1.0 + (-x).exp());
    let x = beta * h;
    vec![
        Mistake::new(
            up(-x),
            "the exponent has the wrong sign: a positive field must make +1 likely. This is the probability of −1.",
            "l’exposant a le mauvais signe : un champ positif doit rendre +1 probable. Ceci est la probabilité de −1.",
        ),
        Mistake::new(
            up(2.0 * x),
            "this is the convention of other books, e^(−2βh). In this course the exponent is −βh.",
            "c’est la convention d’autres livres, e^(−2βh). Dans ce cours, l’exposant est −βh.",
        ),
        Mistake::new(
            up(h),
            "beta is missing: it multiplies the field in the exponent.",
            "beta manque : il multiplie le champ dans l’exposant.",
        ),
        Mistake::new(
            up(h / beta),
            "you divide by beta: it is an inverse temperature, and multiplies the field.",
            "vous divisez par beta : c’est l’inverse d’une température, qui multiplie le champ.",
        ),
        Mistake::new(
            (0.5 * x).tanh(),
            "this is the mean of S, from −1 to 1, not the probability of +1.",
            "c’est la moyenne de S, entre −1 et 1, et non la probabilité de +1.",
        ),
        Mistake::new(
            1.0 + (-x).exp(),
            "brackets are missing: `1.0 / 1.0 + x` is (1/1) + x. Or is it the denominator alone?",
            "il manque des parenthèses : `1.0 / 1.0 + x` vaut (1/1) + x. Ou est-ce le dénominateur seul ?",
        ),
        Mistake::new(
            (-x).exp(),
            "this is the exponential alone; the probability is 1/(1 + it).",
            "c’est l’exponentielle seule ; la probabilité est 1/(1 + elle).",
        ),
    ]
}

/// Exercise 2: the overlap m = (1/N) Σ_i P_i S_i of a pattern and a state.
pub fn overlap(student: fn(&Array1<f64>, &Array1<f64>) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (n, seed) in [(8, 14), (12, 15), (10, 16), (7, 12)] {
        let pair = patterns(n, 2, seed);
        let (p, s) = (&pair[0], &pair[1]);
        let inputs = Inputs::new().code("pattern", &array_code(p)).code("state", &array_code(s));
        let expected = pattern(p).overlap(&pattern(s)).expect("both have n units");
        cases.push(Case::formula(inputs, expected, student(p, s), "", overlap_mistakes(p, s)));
    }
    Verdict::of(
        "overlap",
        &cases,
        &say("1: the same, 0: unrelated, −1: the negative.", "1 : la même image, 0 : aucun rapport, −1 : le négatif."),
    )
}

fn overlap_mistakes(p: &Array1<f64>, s: &Array1<f64>) -> Vec<Mistake> {
    let n = p.len() as f64;
    let sum: f64 = (p * s).sum();
    vec![
        Mistake::new(
            sum,
            "the sum must be divided by the number of units N.",
            "la somme doit être divisée par le nombre d’unités N.",
        ),
        Mistake::new(
            (1.0 + sum / n) / 2.0,
            "this is the fraction of the units that agree. A unit that disagrees counts −1, not 0.",
            "c’est la fraction des unités qui s’accordent. Une unité en désaccord compte −1 et non 0.",
        ),
        Mistake::new(
            (n + sum) / 2.0,
            "this is the number of units that agree. A unit that disagrees counts −1, and the sum is divided by N.",
            "c’est le nombre d’unités qui s’accordent. Une unité en désaccord compte −1, et la somme est divisée par N.",
        ),
        Mistake::new(
            (n - sum) / 2.0,
            "this is the number of units that differ.",
            "c’est le nombre d’unités qui diffèrent.",
        ),
        Mistake::new(
            (1.0 - sum / n) / 2.0,
            "this is the fraction of the units that differ.",
            "c’est la fraction des unités qui diffèrent.",
        ),
        Mistake::new(
            sum / n - p.sum() * s.sum() / (n * n),
            "you subtract the means: the overlap is the mean of the products, nothing else.",
            "vous soustrayez les moyennes : le recouvrement est la moyenne des produits, rien d’autre.",
        ),
        Mistake::new(
            (sum / n).abs(),
            "the overlap has a sign: it is negative for a state that resembles the negative.",
            "le recouvrement a un signe : il est négatif pour un état qui ressemble au négatif.",
        ),
        Mistake::new(
            s.sum() / n,
            "this is the mean of the state: the pattern is missing.",
            "c’est la moyenne de l’état : le motif manque.",
        ),
    ]
}

/// Exercise 7: the energy E = −½ Σ_ij w_ij S_i S_j = −½ Σ_i h_i S_i, with w_ii = 0.
pub fn energy(student: fn(&[Array1<f64>], &Array1<f64>) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (n, k, seed) in [(10, 3, 22), (8, 2, 23), (12, 1, 24)] {
        let all = patterns(n, k + 1, seed);
        let (stored, state) = (&all[..k], &all[k]);
        let inputs = Inputs::new().code("patterns", &patterns_code(stored)).code("state", &array_code(state));
        let stored_network = network(stored);
        let expected = stored_network.energy(&pattern(state)).expect("the state has n units");
        let h = stored_network.field(&pattern(state)).expect("the state has n units");
        let mistakes = energy_mistakes(&h, state, k as f64);
        let received = student(stored, state);
        cases.push(Case::formula(inputs, expected, received, "", mistakes));
    }
    Verdict::of(
        "energy",
        &cases,
        &say(
            "A stored pattern lies near −N/2: all units agree with their fields there.",
            "Un motif stocké est près de −N/2 : toutes les unités y sont en accord avec leur champ.",
        ),
    )
}

fn energy_mistakes(h: &Array1<f64>, state: &Array1<f64>, k: f64) -> Vec<Mistake> {
    let n = state.len() as f64;
    let sum: f64 = (h * state).sum();
    let with_diagonal = sum + k;
    vec![
        Mistake::new(
            -sum,
            "the factor ½ is missing: in Σ_i h_i S_i each pair of units is counted twice.",
            "le facteur ½ manque : dans Σ_i h_i S_i, chaque paire d’unités est comptée deux fois.",
        ),
        Mistake::new(
            0.5 * sum,
            "the minus sign is missing: the energy is low where units agree with their fields.",
            "le signe moins manque : l’énergie est basse là où les unités sont en accord avec leur champ.",
        ),
        Mistake::new(sum, "the factor −½ is missing.", "le facteur −½ manque."),
        Mistake::new(
            -0.5 * sum / n,
            "this is the energy per unit: do not divide by N.",
            "c’est l’énergie par unité : ne divisez pas par N.",
        ),
        Mistake::new(
            -0.5 * with_diagonal,
            "the terms i = j are in your sum, but w_ii = 0: use the fields of exercise 4, or add K/2.",
            "les termes i = j sont dans votre somme, alors que w_ii = 0 : prenez les champs de l’exercice 4, ou ajoutez \
             K/2.",
        ),
        Mistake::new(
            -with_diagonal,
            "the factor ½ is missing, and the terms i = j are in your sum although w_ii = 0.",
            "le facteur ½ manque, et les termes i = j sont dans votre somme alors que w_ii = 0.",
        ),
        Mistake::new(
            -0.5 * h.sum(),
            "the state is missing: each field is multiplied by its S_i before the sum.",
            "l’état manque : chaque champ est multiplié par son S_i avant la somme.",
        ),
    ]
}
