use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, seen, text};

/// Exercise 11: the mean of the current that n synapses make, n w τ ν, in mV; τ in ms, the rate in Hz.
pub fn mean_input(student: fn(usize, f64, f64, f64) -> f64) -> Verdict {
    MEAN_INPUT.judge(|&(n, weight, tau, rate)| student(n, weight, tau, rate))
}

pub(super) static MEAN_INPUT: Exercise<(usize, f64, f64, f64), f64> = Exercise {
    name: "mean_input",
    inputs: &["n", "weight (mV)", "tau (ms)", "rate (Hz)"],
    answer: &[in_unit("mV")],
    cases: || vec![(40, 2.5, 4.0, 12.0), (25, -6.0, 8.0, 3.0), (150, 0.4, 20.0, 7.5)],
    right: |&(n, w, tau, rate)| n as f64 * w * tau * rate / 1000.0,
    mistakes: &[
        gives(
            |&(n, w, tau, rate)| n as f64 * w * tau * rate,
            "τ is in ms and the rate in Hz: divide their product by 1000.",
            "τ est en ms et le taux en Hz : divisez leur produit par 1000.",
        ),
        seen(
            |&(n, w, _, rate), _, &mean| is_in_either_unit(mean, n as f64 * w * rate),
            |&(n, w, _, rate)| n as f64 * w * rate,
            "tau is missing: each spike leaves a current that lasts τ, so its area is weight · τ.",
            "tau manque : chaque potentiel d’action laisse un courant qui dure τ, son aire est donc poids · τ.",
        ),
        seen(
            |&(n, w, tau, rate), _, &mean| is_in_either_unit(mean, n as f64 * w * rate / tau),
            |&(n, w, tau, rate)| n as f64 * w * rate / tau,
            "multiply by tau: a current that lasts longer has a larger mean.",
            "multipliez par tau : un courant qui dure plus longtemps a une moyenne plus grande.",
        ),
        gives(
            |&(_, w, tau, rate)| w * tau * rate / 1000.0,
            "the number of synapses is missing: this is the current of one of them.",
            "le nombre de synapses manque : c’est le courant d’une seule.",
        ),
        gives(|&(n, _, tau, rate)| n as f64 * tau * rate / 1000.0, "the weight is missing.", "le poids manque."),
        gives(
            |&(n, w, tau, _)| n as f64 * w * tau / 1000.0,
            "the rate is missing: this is the mean at 1 Hz.",
            "le taux manque : c’est la moyenne à 1 Hz.",
        ),
    ],
    lesson: text(
        "Number times weight times duration times rate: it holds whatever the shape of the current, if τ is its area over \
         its height.",
        "Nombre fois poids fois durée fois taux : c’est vrai quelle que soit la forme du courant, si τ est son aire \
         divisée par sa hauteur.",
    ),
    ..Exercise::TABLE
};

/// Whether the mean is this one, with the rate in Hz or in kHz.
fn is_in_either_unit(mean: f64, value: f64) -> bool {
    [value, value / 1000.0].iter().any(|value| (mean - value).abs() <= 1e-6 * value.abs())
}
