//! Exercises 9 to 11: many populations, a ring, a spiking network.

use std::f64::consts::TAU;

use ndarray::{Array1, Array2, array};

use crate::check::case::array_code;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, about, say};

/// A student's right-hand side of a network: weights, rates, inputs; slopes.
pub type NetworkSlope = fn(&Array2<f64>, &Array1<f64>, &Array1<f64>) -> Array1<f64>;

/// Exercise 9: the right-hand side −r + tanh(W r + I) of a network, per τ.
pub fn network_slope(student: NetworkSlope) -> Verdict {
    let networks = [
        (array![[0.0, 1.5, -0.5], [-2.0, 0.3, 0.0], [0.7, 0.0, -1.1]], array![0.4, -0.2, 0.6], array![0.1, 0.0, -0.3]),
        (array![[0.5, -1.2], [2.0, 0.0]], array![-0.7, 0.1], array![0.25, 0.5]),
    ];
    for (w, r, input) in &networks {
        let rows: Vec<String> = w.rows().into_iter().map(|row| format!("{row}")).collect();
        let inputs = Inputs::new()
            .code("w", &format!("&array![{}]", rows.join(", ")))
            .code("r", &array_code(r))
            .code("input", &array_code(input));
        let received = student(w, r, input).to_vec();
        let tanh = |x: Array1<f64>| x.mapv(f64::tanh);
        let expected = tanh(w.dot(r) + input) - r;
        let mistakes = network_mistakes(w, r, input);
        let judged = judge_list("network_slope", &inputs, &expected.to_vec(), &received, "", &mistakes);
        if let Err(message) = judged {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "`network_slope` is right for both networks tried, of two and of three units.\nThe same line will do for a \
         thousand.",
        "`network_slope` est juste pour les deux réseaux essayés, de deux et de trois unités.\nLa même ligne convient \
         pour mille.",
    ))
}

fn network_mistakes(w: &Array2<f64>, r: &Array1<f64>, input: &Array1<f64>) -> Vec<ListMistake> {
    let tanh = |x: Array1<f64>| x.mapv(f64::tanh);
    let (drive, transposed) = (w.dot(r), r.dot(w));
    vec![
        ListMistake::new(
            (tanh(transposed + input) - r).to_vec(),
            "the matrix is used the wrong way round: row i, column j is the weight onto unit i from unit j. Write \
             `w.dot(r)`, not `r.dot(w)`.",
            "la matrice est prise dans le mauvais sens : ligne i, colonne j, c’est le poids vers l’unité i depuis \
             l’unité j. Écrivez `w.dot(r)`, pas `r.dot(w)`.",
        ),
        ListMistake::new(
            tanh(&drive + input).to_vec(),
            "−r is missing: without it no rate ever decays.",
            "−r manque : sans lui, aucun taux ne décroît.",
        ),
        ListMistake::new(
            (r - &tanh(&drive + input)).to_vec(),
            "the sign is the opposite: tanh(W r + I) − r.",
            "le signe est l’opposé : tanh(W r + I) − r.",
        ),
        ListMistake::new(
            (tanh(&drive + input) + r).to_vec(),
            "a sign: r is subtracted.",
            "un signe : r est soustrait.",
        ),
        ListMistake::new(
            (&drive + input - r).to_vec(),
            "the tanh is missing: without it the network is linear, and would explode.",
            "la tanh manque : sans elle, le réseau est linéaire et exploserait.",
        ),
        ListMistake::new(
            (tanh(drive.clone()) - r).to_vec(),
            "the external input is missing.",
            "l’entrée externe manque.",
        ),
        ListMistake::new(
            (tanh(drive.clone()) + input - r).to_vec(),
            "the external input belongs inside the tanh.",
            "l’entrée externe est à l’intérieur de la tanh.",
        ),
        ListMistake::new(
            (w.dot(&tanh(r.clone())) + input - r).to_vec(),
            "here tanh acts on the rates before they are weighted; in this exercise it acts on the sum: tanh(W r + I).",
            "ici tanh agit sur les taux avant la pondération ; dans cet exercice, elle agit sur la somme : tanh(W r + I).",
        ),
    ]
}

/// Exercise 10: the weights of a ring, w_ij = (J₀ + J₁ cos(θ_i − θ_j))/n with θ_i = 2πi/n, in nA/Hz.
pub fn ring_weights(student: fn(usize, f64, f64) -> Array2<f64>) -> Verdict {
    let rings = [(5, -0.4, 0.7), (8, -0.25, 1.3)];
    for (n, j0, j1) in rings {
        let inputs = Inputs::new().code("n", &n.to_string()).number("j0", j0, "nA/Hz").number("j1", j1, "nA/Hz");
        let received = student(n, j0, j1);
        if received.dim() != (n, n) {
            let (rows, columns) = received.dim();
            return Verdict::fail(about(
                "ring_weights",
                &inputs,
                &format!("{n} × {n}"),
                &format!("{rows} × {columns}"),
                &say(
                    "one row and one column for each unit: `Array2::zeros((n, n))`.",
                    "une ligne et une colonne par unité : `Array2::zeros((n, n))`.",
                ),
            ));
        }
        let flat = |f: &dyn Fn(f64) -> f64| ring(n, f);
        let expected = flat(&|angle| (j0 + j1 * angle.cos()) / n as f64);
        let received: Vec<f64> = received.iter().copied().collect();
        let mistakes = ring_mistakes(n, j0, j1);
        if let Err(message) = judge_list("ring_weights", &inputs, &expected, &received, "nA/Hz", &mistakes) {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "`ring_weights` is right for both rings tried: neighbours help each other, opposites hold each other down.",
        "`ring_weights` est juste pour les deux anneaux essayés : les voisins s’entraident, les opposés se freinent.",
    ))
}

/// The weights, row after row, as a function of the angle between two units (rad).
fn ring(n: usize, weight: &dyn Fn(f64) -> f64) -> Vec<f64> {
    let step = TAU / n as f64;
    (0..n * n).map(|k| weight(step * ((k / n) as f64 - (k % n) as f64))).collect()
}

fn ring_mistakes(n: usize, j0: f64, j1: f64) -> Vec<ListMistake> {
    let (count, step) = (n as f64, TAU / n as f64);
    vec![
        ListMistake::new(
            ring(n, &|angle| j0 + j1 * angle.cos()),
            "the division by n is missing: without it, twice as many units would mean twice the input.",
            "la division par n manque : sans elle, deux fois plus d’unités feraient deux fois plus d’entrée.",
        ),
        ListMistake::new(
            ring(n, &|angle| j0 + j1 * angle.cos() / count),
            "brackets: n divides the whole sum J₀ + J₁ cos.",
            "les parenthèses : n divise toute la somme J₀ + J₁ cos.",
        ),
        ListMistake::new(
            ring(n, &|angle| (j1 + j0 * angle.cos()) / count),
            "J₀ and J₁ are exchanged: J₁ multiplies the cosine.",
            "J₀ et J₁ sont échangés : c’est J₁ qui multiplie le cosinus.",
        ),
        ListMistake::new(
            ring(n, &|angle| (j0 + j1 * angle.sin()) / count),
            "this is the sine: with it, the weight would have a sign that depends on the side.",
            "c’est le sinus : le signe du poids dépendrait alors du côté.",
        ),
        ListMistake::new(
            ring(n, &|angle| (j0 + j1 * (angle / step).cos()) / count),
            "this is the cosine of i − j; the angle is 2π(i − j)/n.",
            "c’est le cosinus de i − j ; l’angle est 2π(i − j)/n.",
        ),
        ListMistake::new(
            ring(n, &|angle| (j0 + j1 * angle.to_degrees().cos()) / count),
            "these are degrees: `.cos()` takes radians.",
            "ce sont des degrés : `.cos()` attend des radians.",
        ),
        ListMistake::new(
            ring(n, &|angle| (j0 + j1 * (0.5 * angle).cos()) / count),
            "half of the angle: once around is 2π, not π.",
            "la moitié de l’angle : un tour fait 2π et non π.",
        ),
        ListMistake::new(
            vec![0.0; n * n],
            "all weights are 0: does the loop write `w[[i, j]] = …`, with real numbers?",
            "tous les poids sont nuls : la boucle écrit-elle `w[[i, j]] = …`, avec des réels ?",
        ),
    ]
}

/// Exercise 11: the mean of the current that n synapses make, n w τ ν, in mV; τ in ms, the rate in Hz.
pub fn mean_input(student: fn(usize, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (n, weight, tau, rate) in [(40, 2.5, 4.0, 12.0), (25, -6.0, 8.0, 3.0), (150, 0.4, 20.0, 7.5)] {
        let inputs = Inputs::new()
            .code("n", &n.to_string())
            .number("weight", weight, "mV")
            .number("tau", tau, "ms")
            .number("rate", rate, "Hz");
        let received = student(n, weight, tau, rate);
        let number = n as f64;
        let expected = number * weight * tau * rate / 1000.0;
        let mistakes = vec![
            Mistake::new(
                1000.0 * expected,
                "τ is in ms and the rate in Hz: divide their product by 1000.",
                "τ est en ms et le taux en Hz : divisez leur produit par 1000.",
            ),
            Mistake::new(
                number * weight * rate / 1000.0,
                "tau is missing: each spike leaves a current that lasts τ, so its area is weight · τ.",
                "tau manque : chaque potentiel d’action laisse un courant qui dure τ, son aire est donc poids · τ.",
            ),
            Mistake::new(
                number * weight * rate,
                "tau is missing: each spike leaves a current that lasts τ, so its area is weight · τ.",
                "tau manque : chaque potentiel d’action laisse un courant qui dure τ, son aire est donc poids · τ.",
            ),
            Mistake::new(
                number * weight * rate / tau,
                "multiply by tau: a current that lasts longer has a larger mean.",
                "multipliez par tau : un courant qui dure plus longtemps a une moyenne plus grande.",
            ),
            Mistake::new(
                number * weight * rate / tau / 1000.0,
                "multiply by tau: a current that lasts longer has a larger mean.",
                "multipliez par tau : un courant qui dure plus longtemps a une moyenne plus grande.",
            ),
            Mistake::new(
                weight * tau * rate / 1000.0,
                "the number of synapses is missing: this is the current of one of them.",
                "le nombre de synapses manque : c’est le courant d’une seule.",
            ),
            Mistake::new(number * tau * rate / 1000.0, "the weight is missing.", "le poids manque."),
            Mistake::new(
                number * weight * tau / 1000.0,
                "the rate is missing: this is the mean at 1 Hz.",
                "le taux manque : c’est la moyenne à 1 Hz.",
            ),
        ];
        cases.push(Case::formula(inputs, expected, received, "mV", mistakes));
    }
    Verdict::of(
        "mean_input",
        &cases,
        &say(
            "Number times weight times duration times rate: it holds whatever the shape of the current, if τ is its area \
             over its height.",
            "Nombre fois poids fois durée fois taux : c’est vrai quelle que soit la forme du courant, si τ est son aire \
             divisée par sa hauteur.",
        ),
    )
}
