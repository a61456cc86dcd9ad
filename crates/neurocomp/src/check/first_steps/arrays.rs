//! Very small exercises: arrays of numbers.

use ndarray::{Array1, Array2, array, s};

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 28: an array of n zeros, with a 1 in the place k.
pub fn one_spike(student: fn(usize, usize) -> Array1<f64>) -> Verdict {
    ONE_SPIKE.judge(|&(n, k)| student(n, k))
}

pub(super) static ONE_SPIKE: Exercise<(usize, usize), Array1<f64>> = Exercise {
    name: "one_spike",
    inputs: &["n", "k"],
    cases: || vec![(5, 2), (7, 0), (4, 3)],
    right: |&(n, k)| spike_at(n, k),
    mistakes: &[
        gives(
            |&(n, k)| spike_at(n, k.saturating_sub(1)),
            "one place too early: the index k counts from 0. Write `x[k]`.",
            "un cran trop tôt : l’indice k compte à partir de 0. Écrivez `x[k]`.",
        ),
        gives(
            |&(n, k)| spike_at(n, (k + 1).min(n - 1)),
            "one place too late: write `x[k]`.",
            "un cran trop tard : écrivez `x[k]`.",
        ),
        gives(
            |&(n, _)| Array1::zeros(n),
            "there is no 1: `x[k] = 1.0;`, with a single `=`, and `x` in the last line.",
            "il n’y a pas de 1 : `x[k] = 1.0;`, avec un seul `=`, et `x` à la dernière ligne.",
        ),
        gives(
            |&(n, _)| Array1::ones(n),
            "all are 1: begin with `Array1::zeros(n)`.",
            "tous valent 1 : partez d’`Array1::zeros(n)`.",
        ),
        gives(
            |&(n, k)| spike_at(n + 1, k),
            "one entry too many: `Array1::zeros(n)` has n.",
            "un élément de trop : `Array1::zeros(n)` en a n.",
        ),
        gives(
            |&(n, k)| k as f64 * spike_at(n, k),
            "the index k is *where*; what is stored there is 1.",
            "l’indice k dit *où* ; ce que l’on y range est 1.",
        ),
    ],
    lesson: text("`zeros` makes the room, `x[k] = …` fills it.", "`zeros` fait la place, `x[k] = …` la remplit."),
    ..Exercise::TABLE
};

fn spike_at(n: usize, k: usize) -> Array1<f64> {
    Array1::from_shape_fn(n, |i| f64::from(i == k))
}

/// Exercise 29: a potential in mV, halved n times: n + 1 values.
pub fn fading(student: fn(f64, usize) -> Array1<f64>) -> Verdict {
    FADING.judge(|&(v0, n)| student(v0, n))
}

pub(super) static FADING: Exercise<(f64, usize), Array1<f64>> = Exercise {
    name: "fading",
    inputs: &["v0 (mV)", "n"],
    answer: &[in_unit("mV")],
    cases: || vec![(12.0, 3), (-20.0, 4), (5.0, 0)],
    right: |&(v0, n)| from_one_to_the_next(v0, n, |v, _| 0.5 * v),
    mistakes: &[
        gives(
            |&(v0, n)| Array1::from_elem(n + 1, v0),
            "nothing has faded: in each turn `v[k + 1]` gets half of `v[k]`.",
            "rien n’a faibli : à chaque tour, `v[k + 1]` reçoit la moitié de `v[k]`.",
        ),
        gives(
            |&(v0, n)| Array1::from_shape_fn(n + 1, |k| if k == 0 { v0 } else { 0.5 * v0 }),
            "each value is half of the first; take half of the one before, `v[k]`.",
            "chaque valeur est la moitié de la première ; prenez la moitié de la précédente, `v[k]`.",
        ),
        gives(
            |&(v0, n)| from_one_to_the_next(v0, n, |v, _| 2.0 * v),
            "the values double; half is `0.5 * …`, or `… / 2.0`.",
            "les valeurs doublent ; la moitié est `0.5 * …`, ou `… / 2.0`.",
        ),
        gives(
            |&(v0, n)| from_one_to_the_next(v0, n, |v, _| v - 0.5),
            "0.5 is taken away in each turn; a half is `0.5 * v[k]`.",
            "chaque tour retranche 0,5 ; la moitié est `0.5 * v[k]`.",
        ),
        gives(
            |&(v0, n)| Array1::from_shape_fn(n + 1, |k| if k < n { 0.5 * v0 } else { v0 }),
            "`v[k] = …` changes the value that should stay: the new one goes to `v[k + 1]`.",
            "`v[k] = …` change la valeur qui doit rester : la nouvelle va dans `v[k + 1]`.",
        ),
    ],
    lesson: text(
        "From `v[k]` to `v[k + 1]`: this is Euler’s method already, and all of TD2.",
        "De `v[k]` à `v[k + 1]` : c’est déjà la méthode d’Euler, et tout le TD2.",
    ),
    ..Exercise::TABLE
};

fn from_one_to_the_next(v0: f64, n: usize, next: fn(f64, usize) -> f64) -> Array1<f64> {
    let mut v = Array1::from_elem(n + 1, v0);
    for k in 0..n {
        v[k + 1] = next(v[k], k);
    }
    v
}

/// Exercise 30: each input times its weight, all added up.
pub fn weighted_sum(student: fn(&Array1<f64>, &Array1<f64>) -> f64) -> Verdict {
    WEIGHTED_SUM.judge(|(weights, rates)| student(weights, rates))
}

type Synapses = (Array1<f64>, Array1<f64>);

pub(super) static WEIGHTED_SUM: Exercise<Synapses, f64> = Exercise {
    name: "weighted_sum",
    inputs: &["weights (nA/Hz)", "rates (Hz)"],
    answer: &[in_unit("nA")],
    cases: || {
        vec![
            (array![0.5, -1.0, 0.25], array![10.0, 4.0, 8.0]),
            (array![2.0, 3.0], array![0.0, 1.5]),
            (array![-0.2], array![30.0]),
        ]
    },
    right: |(weights, rates)| weights.dot(rates),
    also_right: &[|(weights, rates)| (weights * rates).sum()],
    mistakes: &[
        gives(
            |(weights, rates)| weights.sum() * rates.sum(),
            "these are the sums multiplied; multiply each rate by its own weight, then add: `dot`.",
            "ce sont les sommes multipliées ; multipliez chaque taux par son poids, puis additionnez : `dot`.",
        ),
        gives(
            |(weights, rates)| (weights + rates).sum(),
            "everything is added; a rate is multiplied by its weight.",
            "tout est additionné ; un taux est multiplié par son poids.",
        ),
        gives(
            |(weights, rates)| weights.dot(rates) / rates.len() as f64,
            "this is a mean; a neuron adds up what it receives.",
            "c’est une moyenne ; un neurone additionne ce qu’il reçoit.",
        ),
        gives(
            |(weights, rates)| weights[0] * rates[0],
            "only the first synapse counts: the sum goes over all of them.",
            "seule la première synapse compte : la somme porte sur toutes.",
        ),
        gives(|(_, rates)| rates.sum(), "the weights are missing.", "les poids manquent."),
    ],
    lesson: text(
        "The scalar product: what a neuron does with its inputs, all through the course.",
        "Le produit scalaire : ce qu’un neurone fait de ses entrées, tout au long du cours.",
    ),
    ..Exercise::TABLE
};

/// Exercise 31: the table of distances |i − j|.
pub fn distances(student: fn(usize) -> Array2<f64>) -> Verdict {
    DISTANCES.judge(|&(n,)| student(n))
}

pub(super) static DISTANCES: Exercise<(usize,), Array2<f64>> = Exercise {
    name: "distances",
    inputs: &["n"],
    cases: || vec![(3,), (5,), (1,)],
    right: |&(n,)| table(n, |i, j| (i - j).abs()),
    mistakes: &[
        gives(
            |&(n,)| table(n, |i, j| i - j),
            "a distance is not negative: `.abs()` is the absolute value, of the difference in parentheses.",
            "une distance n’est pas négative : `.abs()` est la valeur absolue, de la différence entre parenthèses.",
        ),
        gives(
            |&(n,)| Array2::zeros((n, n)),
            "all entries are 0: inside both loops, `table[[i, j]] = …`.",
            "tous les éléments sont nuls : dans les deux boucles, `table[[i, j]] = …`.",
        ),
        gives(
            |&(n,)| table(n, |i, j| i + j),
            "this is i + j; a distance is a difference.",
            "c’est i + j ; une distance est une différence.",
        ),
        gives(
            |&(n,)| table(n, |i, j| if j > i { j - i } else { 0.0 }),
            "one half of the table is empty: each pair is visited both ways, so `j` also starts at 0.",
            "une moitié du tableau est vide : chaque paire est visitée dans les deux sens, et `j` part donc aussi de 0.",
        ),
        gives(
            |&(n,)| table(n, |i, _| i),
            "every row is constant: the value must contain j as well.",
            "chaque ligne est constante : la valeur doit aussi contenir j.",
        ),
    ],
    lesson: text(
        "Two indices, two loops: the weights of every network in this course are filled in so.",
        "Deux indices, deux boucles : ainsi se remplissent les poids de tous les réseaux du cours.",
    ),
    ..Exercise::TABLE
};

fn table(n: usize, entry: fn(f64, f64) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((n, n), |(i, j)| entry(i as f64, j as f64))
}

/// Exercise 32: the change from each entry to the next, without a loop.
pub fn changes(student: fn(&Array1<f64>) -> Array1<f64>) -> Verdict {
    CHANGES.judge(|(v,)| student(v))
}

pub(super) static CHANGES: Exercise<(Array1<f64>,), Array1<f64>> = Exercise {
    name: "changes",
    inputs: &["v (mV)"],
    answer: &[in_unit("mV")],
    cases: || vec![(array![-70.0, -68.5, -60.0, -64.0],), (array![2.0, 7.0],), (array![1.0, 1.0, 4.0],)],
    right: |(v,)| &v.slice(s![1..]) - &v.slice(s![..-1]),
    mistakes: &[
        gives(
            |(v,)| &v.slice(s![..-1]) - &v.slice(s![1..]),
            "the sign is the opposite: later minus earlier, `s![1..]` first.",
            "le signe est l’opposé : le plus tard moins le plus tôt, `s![1..]` d’abord.",
        ),
        gives(
            |(v,)| v.slice(s![1..]).to_owned(),
            "these are the values from the second on; take the one before away from each.",
            "ce sont les valeurs à partir de la deuxième ; retranchez à chacune la précédente.",
        ),
        gives(
            |(v,)| &v.slice(s![1..]) + &v.slice(s![..-1]),
            "this is the sum of neighbours; a change is a difference.",
            "c’est la somme des voisins ; un changement est une différence.",
        ),
        gives(
            |(v,)| v - v[0],
            "all are counted from the first value; a change is from one to the next.",
            "toutes partent de la première valeur ; un changement va de l’une à la suivante.",
        ),
    ],
    lesson: text(
        "Two slices, shifted by one: a loop that you need not write.",
        "Deux tranches décalées d’un cran : une boucle que l’on n’a pas à écrire.",
    ),
    ..Exercise::TABLE
};

/// Exercise 33: every current with what is negative set to 0.
pub fn rectified(student: fn(&Array1<f64>) -> Array1<f64>) -> Verdict {
    RECTIFIED.judge(|(x,)| student(x))
}

pub(super) static RECTIFIED: Exercise<(Array1<f64>,), Array1<f64>> = Exercise {
    name: "rectified",
    inputs: &["x (nA)"],
    answer: &[in_unit("nA")],
    cases: || vec![(array![3.0, -1.0, 0.0, 2.5],), (array![-4.0, -0.5],)],
    right: |(x,)| x.mapv(|x| x.max(0.0)),
    mistakes: &[
        gives(
            |(x,)| x.clone(),
            "nothing has changed: `mapv` gives a new array, return it.",
            "rien n’a changé : `mapv` donne un nouveau tableau, renvoyez-le.",
        ),
        gives(
            |(x,)| x.mapv(|x| x.min(0.0)),
            "the positive ones have become 0: the comparison is the wrong way round.",
            "ce sont les positifs qui sont devenus nuls : la comparaison est à l’envers.",
        ),
        gives(
            |(x,)| x.mapv(f64::abs),
            "negative currents have become positive; they should become 0.",
            "les courants négatifs sont devenus positifs ; ils doivent devenir nuls.",
        ),
        gives(
            |(x,)| x.iter().copied().filter(|&x| x > 0.0).collect(),
            "the negative ones are left out; the array must keep its length, with a 0 in their place.",
            "les négatifs ont disparu ; le tableau doit garder sa longueur, avec un 0 à leur place.",
        ),
        gives(
            |(x,)| x.mapv(|x| f64::from(x > 0.0)),
            "what is positive stays as it is; it does not become 1.",
            "ce qui est positif reste tel quel, et ne devient pas 1.",
        ),
    ],
    lesson: text(
        "A closure says what happens to one value, `mapv` does it to all.",
        "Une fermeture dit ce qui arrive à une valeur, `mapv` le fait pour toutes.",
    ),
    ..Exercise::TABLE
};
