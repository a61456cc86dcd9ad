//! Exercises on models and data: the deviation from an experiment, the time that calcium spends above a threshold.

use crate::check::case::slice_code;
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 8: the mean of ((model − data)/error)².
pub fn deviation(student: fn(&[f64], &[f64], &[f64]) -> f64) -> Verdict {
    let cases: Vec<Case> = [
        ([0.3, -0.2, 0.9], [0.1, -0.5, 1.2], [0.1, 0.2, 0.05]),
        ([1.5, 0.0, -0.4], [1.0, 0.6, -0.4], [0.25, 0.3, 0.5]),
    ]
    .iter()
    .map(|(model, data, error)| {
        let inputs = Inputs::new()
            .code("model", &slice_code(model))
            .code("data", &slice_code(data))
            .code("error", &slice_code(error));
        let expected = mean(model, data, error, |d, e| (d / e).powi(2));
        let received = student(model, data, error);
        Case::formula(inputs, expected, received, "", deviation_mistakes(model, data, error))
    })
    .collect();
    Verdict::of(
        "deviation",
        &cases,
        &say(
            "About 1 or less: the model is as close to the data as their errors allow one to say.",
            "Environ 1 ou moins : le modèle est aussi proche des données que leurs erreurs permettent de le dire.",
        ),
    )
}

/// The mean over the points of a function of difference and error.
fn mean(model: &[f64], data: &[f64], error: &[f64], of: impl Fn(f64, f64) -> f64) -> f64 {
    let all = model.iter().zip(data).zip(error);
    all.map(|((m, d), &e)| of(m - d, e)).sum::<f64>() / model.len() as f64
}

fn deviation_mistakes(model: &[f64], data: &[f64], error: &[f64]) -> Vec<Mistake> {
    let n = model.len() as f64;
    let right = mean(model, data, error, |d, e| (d / e).powi(2));
    vec![
        Mistake::new(
            n * right,
            "this is the sum; divide it by the number of points.",
            "c’est la somme ; divisez-la par le nombre de points.",
        ),
        Mistake::new(
            mean(model, data, error, |d, _| d * d),
            "the errors are missing: a difference counts in units of the error of its point.",
            "les erreurs manquent : un écart se compte en unités de l’erreur de son point.",
        ),
        Mistake::new(
            mean(model, data, error, |d, e| d * d / e),
            "the error must be squared too: divide first, then square.",
            "l’erreur doit être élevée au carré elle aussi : divisez d’abord, puis élevez au carré.",
        ),
        Mistake::new(
            right.sqrt(),
            "no square root at the end: the mean of the squares is asked for.",
            "pas de racine carrée à la fin : on demande la moyenne des carrés.",
        ),
        Mistake::new(
            mean(model, data, error, |d, e| d / e),
            "the squares are missing: deviations upward and downward would cancel.",
            "les carrés manquent : les écarts vers le haut et vers le bas se compenseraient.",
        ),
        Mistake::new(
            mean(model, data, error, |d, e| (d / e).abs()),
            "this is the mean of the absolute values; the mean of the squares is asked for.",
            "c’est la moyenne des valeurs absolues ; on demande la moyenne des carrés.",
        ),
    ]
}

/// Exercise 10: how long (ms) calcium that decays from `c` with `tau` (ms) stays above `theta`: τ ln(c/θ), or 0.
pub fn time_above(student: fn(f64, f64, f64) -> f64) -> Verdict {
    let cases: Vec<Case> = [(2.6, 1.1, 18.0), (1.4, 0.6, 33.0), (0.8, 1.3, 25.0), (0.0, 0.9, 12.0)]
        .into_iter()
        .map(|(c, theta, tau): (f64, f64, f64)| {
            let inputs = Inputs::new().number("c", c, "").number("theta", theta, "").number("tau", tau, "ms");
            let expected = if c > theta { tau * (c / theta).ln() } else { 0.0 };
            let mistakes = time_mistakes(c, theta, tau);
            Case::formula(inputs, expected, student(c, theta, tau), "ms", mistakes)
        })
        .collect();
    Verdict::of(
        "time_above",
        &cases,
        &say(
            "Twice the calcium only adds τ ln 2: a logarithm is not impressed by large numbers.",
            "Deux fois plus de calcium n’ajoute que τ ln 2 : un logarithme ne se laisse pas impressionner par les grands \
             nombres.",
        ),
    )
}

fn time_mistakes(c: f64, theta: f64, tau: f64) -> Vec<Mistake> {
    let ratio = c / theta;
    if c <= theta {
        let cause = (
            "calcium never gets above the threshold here, and a time is not negative: test `c > theta` first, return 0 \
             if not.",
            "le calcium ne dépasse jamais le seuil ici, et une durée n’est pas négative : testez d’abord `c > theta`, \
             renvoyez 0 sinon.",
        );
        return [tau * ratio.ln(), ratio.ln(), -tau * ratio.ln(), tau * ratio.log10()]
            .into_iter()
            .filter(|value| value.is_finite())
            .map(|value| Mistake::new(value, cause.0, cause.1))
            .collect();
    }
    vec![
        Mistake::new(
            ratio.ln(),
            "the time constant is missing: a logarithm is a pure number, τ gives it its unit.",
            "la constante de temps manque : un logarithme est un nombre sans dimension, c’est τ qui lui donne son unité.",
        ),
        Mistake::new(
            -tau * ratio.ln(),
            "a negative time: the fraction is upside down, c stands above.",
            "une durée négative : la fraction est inversée, c est au numérateur.",
        ),
        Mistake::new(
            tau * ratio.log10(),
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien s’écrit `.ln()`.",
        ),
        Mistake::new(tau * ratio, "the logarithm is missing.", "le logarithme manque."),
        Mistake::new(
            tau * c.ln(),
            "the threshold is missing: c is compared with θ, ln(c/θ).",
            "le seuil manque : c se compare à θ, ln(c/θ).",
        ),
        Mistake::new(
            tau * (c - theta).ln(),
            "the logarithm of a difference: it is that of the quotient c/θ.",
            "le logarithme d’une différence : c’est celui du quotient c/θ.",
        ),
    ]
}
