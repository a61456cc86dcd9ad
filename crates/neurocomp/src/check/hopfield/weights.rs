//! Exercises on the memory itself: one Hebbian trace, and the fields that all traces make.

use ndarray::{Array1, Array2, array};

use super::states::{Entries, Trial, judge};
use super::{network, pattern, patterns, patterns_code, weights_code};
use crate::check::case::{about, array_code, not_a_number, quantity};
use crate::check::list::ListMistake;
use crate::check::{Inputs, Verdict, say};

/// A student's rule: weights before, pattern; weights after.
pub type Rule = fn(&Array2<f64>, &Array1<f64>) -> Array2<f64>;

/// Weights that a known mistake gives, and what to say about it.
struct Wrong {
    w: Array2<f64>,
    cause: String,
}

impl Wrong {
    fn new(w: Array2<f64>, english: &str, french: &str) -> Wrong {
        Wrong { w, cause: say(english, french) }
    }
}

/// Exercise 3: the weights w_ij + P_i P_j/N after one pattern has left its trace, with w_ii = 0.
pub fn learn(student: Rule) -> Verdict {
    let empty = Array2::zeros((5, 5));
    let written =
        array![[0.0, 0.5, -0.25, 0.75], [0.5, 0.0, 0.25, -0.5], [-0.25, 0.25, 0.0, 1.0], [0.75, -0.5, 1.0, 0.0],];
    let calls = [(written, array![1.0, -1.0, -1.0, 1.0]), (empty, array![-1.0, 1.0, 1.0, -1.0, 1.0])];
    for (before, p) in &calls {
        if let Err(message) = judge_learn(before, p, &student(before, p)) {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "`learn` adds its trace to what is there, and leaves the diagonal at 0.",
        "`learn` ajoute sa trace à ce qui est déjà là, et laisse la diagonale à 0.",
    ))
}

fn judge_learn(before: &Array2<f64>, p: &Array1<f64>, received: &Array2<f64>) -> Result<(), String> {
    let inputs = Inputs::new().code("w", &weights_code(before)).code("pattern", &array_code(p));
    let expected = before + &trace(p);
    if received.dim() != expected.dim() {
        let size = |w: &Array2<f64>| format!("{} × {}", w.nrows(), w.ncols());
        return Err(about(
            "learn",
            &inputs,
            &size(&expected),
            &size(received),
            &say(
                "the matrix must keep its size: one row and one column for each unit.",
                "la matrice doit garder sa taille : une ligne et une colonne par unité.",
            ),
        ));
    }
    let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let agrees = |w: &Array2<f64>| w.iter().zip(received).all(|(&a, &b)| close(a, b));
    if agrees(&expected) {
        return Ok(());
    }
    let differs = expected.indexed_iter().find(|(place, e)| !close(**e, received[*place]));
    let ((i, j), &wanted) = differs.expect("some entry differs");
    let entry = |value: f64| format!("w[[{i}, {j}]] = {}", quantity(value, ""));
    let value = received[[i, j]];
    let known = learn_mistakes(before, p).into_iter().find(|wrong| agrees(&wrong.w));
    let cause = match known {
        Some(wrong) => wrong.cause,
        None if !value.is_finite() => not_a_number(value),
        None => say(
            "this is the first entry that differs. Work out w_ij + P_i P_j/N for it by hand.",
            "c’est le premier élément qui diffère. Calculez-y w_ij + P_i P_j/N à la main.",
        ),
    };
    Err(about("learn", &inputs, &entry(wanted), &entry(value), &cause))
}

/// P_i P_j/N off the diagonal.
fn trace(p: &Array1<f64>) -> Array2<f64> {
    let mut trace = products(p) / p.len() as f64;
    trace.diag_mut().fill(0.0);
    trace
}

fn products(p: &Array1<f64>) -> Array2<f64> {
    Array2::from_shape_fn((p.len(), p.len()), |(i, j)| p[i] * p[j])
}

fn learn_mistakes(before: &Array2<f64>, p: &Array1<f64>) -> Vec<Wrong> {
    let n = p.len() as f64;
    let trace = trace(p);
    let kept = |keep: fn(usize, usize) -> bool| {
        Array2::from_shape_fn(trace.dim(), |(i, j)| before[[i, j]] + if keep(i, j) { trace[[i, j]] } else { 0.0 })
    };
    let mut undivided = products(p);
    undivided.diag_mut().fill(0.0);
    let mut wrong = vec![
        Wrong::new(
            before + &(products(p) / n),
            "a unit does not act upon itself: leave out the entries with i = j, so that w_ii stays 0.",
            "une unité n’agit pas sur elle-même : laissez de côté les éléments i = j, pour que w_ii reste nul.",
        ),
        Wrong::new(before + &undivided, "the factor 1/N is missing.", "le facteur 1/N manque."),
        Wrong::new(
            before + &products(p),
            "the factor 1/N is missing, and the diagonal must stay 0.",
            "le facteur 1/N manque, et la diagonale doit rester nulle.",
        ),
        Wrong::new(
            before - &trace,
            "the trace has the wrong sign: units that agree are linked by a positive weight.",
            "la trace a le mauvais signe : un poids positif lie les unités qui s’accordent.",
        ),
        Wrong::new(
            kept(|i, j| i < j),
            "only the entries above the diagonal have changed: w_ij and w_ji get the same trace.",
            "seuls les éléments au-dessus de la diagonale ont changé : w_ij et w_ji reçoivent la même trace.",
        ),
        Wrong::new(
            kept(|i, j| i > j),
            "only the entries below the diagonal have changed: w_ij and w_ji get the same trace.",
            "seuls les éléments sous la diagonale ont changé : w_ij et w_ji reçoivent la même trace.",
        ),
        Wrong::new(
            (before + &undivided) / n,
            "only the new trace is divided by N; here the old weights are, too, and fade with each pattern.",
            "seule la nouvelle trace est divisée par N ; ici les anciens poids le sont aussi et s’effacent à chaque motif.",
        ),
    ];
    // From empty weights these are right, or no mistake of their own.
    if before.iter().any(|&w| w != 0.0) {
        wrong.push(Wrong::new(
            trace.clone(),
            "the old weights are lost: the trace is added to what is there (`+=`), it does not replace it (`=`).",
            "les anciens poids sont perdus : la trace s’ajoute à ce qui est là (`+=`), elle ne le remplace pas (`=`).",
        ));
        wrong.push(Wrong::new(
            before.clone(),
            "nothing has changed: are both loops from 0 to n, and is the sum written into `w`?",
            "rien n’a changé : les deux boucles vont-elles de 0 à n, et la somme est-elle écrite dans `w` ?",
        ));
    }
    wrong
}

/// Exercise 4: the field h_i = Σ_μ P_i^μ m^μ − (K/N) S_i of every unit, without a matrix of weights.
pub fn fields(student: fn(&[Array1<f64>], &Array1<f64>) -> Array1<f64>) -> Verdict {
    let mut trials = Vec::new();
    for (n, k, seed) in [(6, 2, 31), (8, 3, 32), (7, 1, 33)] {
        let all = patterns(n, k + 1, seed);
        let (stored, state) = (&all[..k], &all[k]);
        let expected = network(stored).field(&pattern(state));
        trials.push(Trial {
            inputs: Inputs::new().code("patterns", &patterns_code(stored)).code("state", &array_code(state)),
            expected: expected.expect("the state has n units").to_vec(),
            received: student(stored, state).to_vec(),
            mistakes: field_mistakes(stored, state),
        });
    }
    let lesson = say(
        "It takes K·N products instead of N²: two patterns of 4096 units need no 16 million weights.",
        "Cela coûte K·N produits au lieu de N² : deux motifs de 4096 unités se passent de 16 millions de poids.",
    );
    judge("fields", trials, Entries::Numbers, &lesson)
}

fn field_mistakes(stored: &[Array1<f64>], state: &Array1<f64>) -> Vec<ListMistake> {
    let (n, k) = (state.len() as f64, stored.len() as f64);
    let overlaps: Vec<f64> = stored.iter().map(|p| (p * state).sum() / n).collect();
    let mut all = Array1::zeros(state.len());
    for (p, m) in stored.iter().zip(&overlaps) {
        all += &(p * *m);
    }
    let right = &all - &(state * (k / n));
    let last = stored.len() - 1;
    vec![
        ListMistake::new(
            all.to_vec(),
            "the unit acts upon itself here: w_ii = 0, so (K/N) S_i must be taken away. (Is K/N a division of whole numbers? \
             That is 0.)",
            "ici l’unité agit sur elle-même : w_ii = 0, il faut donc retrancher (K/N) S_i. (K/N est-il une division d’entiers ? \
             Elle donne 0.)",
        ),
        ListMistake::new(
            (&all + &(state * (k / n))).to_vec(),
            "(K/N) S_i is taken away, not added.",
            "(K/N) S_i se retranche et ne s’ajoute pas.",
        ),
        ListMistake::new(
            (&right * n).to_vec(),
            "a factor N too large: the overlap is a mean, Σ_j P_j S_j divided by N.",
            "un facteur N en trop : le recouvrement est une moyenne, Σ_j P_j S_j divisé par N.",
        ),
        ListMistake::new(
            (&all - k / n).to_vec(),
            "K/N must be multiplied by S_i before it is taken away.",
            "K/N doit être multiplié par S_i avant d’être retranché.",
        ),
        ListMistake::new(
            (&all - &(state * (1.0 / n))).to_vec(),
            "each of the K patterns adds S_i/N of the unit itself: take away K/N times S_i, not 1/N.",
            "chacun des K motifs ajoute S_i/N, l’action de l’unité sur elle-même : retranchez K/N fois S_i et non 1/N.",
        ),
        ListMistake::new(
            (&stored[last] * overlaps[last] - state * (k / n)).to_vec(),
            "only the last pattern is left: add up over the patterns (`+=`) instead of overwriting (`=`).",
            "il ne reste que le dernier motif : additionnez sur les motifs (`+=`) au lieu d’écraser (`=`).",
        ),
        ListMistake::new(
            (state * -(k / n) + overlaps.iter().sum::<f64>()).to_vec(),
            "P_i^μ is missing: the overlap m^μ pushes unit i in the direction of its own P_i^μ.",
            "P_i^μ manque : le recouvrement m^μ pousse l’unité i dans le sens de son propre P_i^μ.",
        ),
    ]
}
