use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};
use crate::neuron::synapse::diffusion_limit;

/// Exercise 8: mean and standard deviation, in nA, of the summed current of `n` Poisson synapses that fire at `rate`
/// (Hz) and deliver the charge `weight` (nA·ms) with each spike, seen in bins of `dt` (ms).
pub fn input_mean_sd(student: fn(usize, f64, f64, f64) -> (f64, f64)) -> Verdict {
    INPUT_MEAN_SD.judge(|&(n, rate, weight, dt)| student(n, rate, weight, dt))
}

type Call = (usize, f64, f64, f64);

pub(super) static INPUT_MEAN_SD: Exercise<Call, (f64, f64)> = Exercise {
    name: "input_mean_sd",
    inputs: &["n", "rate (Hz)", "weight (nA·ms)", "dt (ms)"],
    answer: &[
        part("nA", "first number: the mean", "premier nombre : la moyenne"),
        part("nA", "second number: the standard deviation", "second nombre : l’écart-type"),
    ],
    cases: || vec![(400, 12.0, 0.3, 0.2), (90, 30.0, 1.7, 0.5), (2500, 3.5, 0.06, 0.05)],
    right: |&(n, rate, weight, dt)| {
        let limit = diffusion_limit(n, rate, weight).expect("the synapses of the checks are valid");
        (limit.mean, limit.sd(dt))
    },
    also_right: &[|call| (mean(call), sd(call))],
    mistakes: &[
        gives(
            |call| (1000.0 * mean(call), sd(call)),
            "the rate is in Hz, per second, and the charge in nA·ms: divide the rate by 1000 to count spikes per ms.",
            "le taux est en Hz, par seconde, et la charge en nA·ms : divisez le taux par 1000 pour compter par ms.",
        ),
        gives(
            |call| (mean(call) * call.3, sd(call)),
            "this is the charge that arrives in one bin; the current is this charge divided by dt.",
            "c’est la charge qui arrive dans un intervalle dt ; le courant est cette charge divisée par dt.",
        ),
        gives(
            |call| (per_ms(call) * call.3, sd(call)),
            "this is the number of spikes in one bin; each one brings the charge `weight`.",
            "c’est le nombre de potentiels d’action dans un intervalle dt ; chacun apporte la charge `weight`.",
        ),
        gives(
            |call| (per_ms(call), sd(call)),
            "this is the number of spikes per ms; each one brings the charge `weight`.",
            "c’est le nombre de potentiels d’action par ms ; chacun apporte la charge `weight`.",
        ),
        gives(
            |call| (mean(call), sd(call).powi(2)),
            "this is the variance; the standard deviation is its square root.",
            "c’est la variance ; l’écart-type en est la racine carrée.",
        ),
        gives(
            |call| (mean(call), sd(call) * call.3),
            "this is the fluctuation of the charge in one bin; the current is this charge divided by dt.",
            "c’est la fluctuation de la charge dans un intervalle dt ; le courant est cette charge divisée par dt.",
        ),
        gives(
            |call| (mean(call), call.2 * per_ms(call).sqrt()),
            "dt is missing: the shorter the bin, the larger the fluctuation of the current.",
            "dt manque : plus l’intervalle est court, plus le courant fluctue.",
        ),
        gives(
            |call| (mean(call), call.2 * (1000.0 * per_ms(call) / call.3).sqrt()),
            "the rate is in Hz: divide it by 1000 to count spikes per ms, inside the square root too.",
            "le taux est en Hz : divisez-le par 1000 pour compter par ms, sous la racine aussi.",
        ),
        gives(
            |call| (mean(call), (per_ms(call) * call.3).sqrt()),
            "this is the standard deviation of the count; each spike brings the charge `weight`, over dt.",
            "c’est l’écart-type du nombre ; chaque potentiel d’action apporte la charge `weight`, pendant dt.",
        ),
        gives(
            |call| (mean(call), (mean(call) / call.3).sqrt()),
            "the charge belongs outside the square root: the standard deviation is proportional to `weight`.",
            "la charge sort de la racine : l’écart-type est proportionnel à `weight`.",
        ),
        gives(|call| (mean(call), mean(call)), "this is the mean once more.", "c’est encore la moyenne."),
        gives(
            |call| (mean(call), mean(call).sqrt()),
            "this is the root of the mean current; it is of the count that the variance equals the mean.",
            "c’est la racine du courant moyen ; c’est pour le nombre que la variance égale la moyenne.",
        ),
    ],
    lesson: text(
        "The mean grows as n, the fluctuations only as √n.",
        "La moyenne croît comme n, les fluctuations seulement comme √n.",
    ),
    ..Exercise::TABLE
};

/// Spikes of all synapses per ms.
fn per_ms(&(n, rate, _, _): &Call) -> f64 {
    n as f64 * rate / 1000.0
}

fn mean(call: &Call) -> f64 {
    call.2 * per_ms(call)
}

fn sd(call: &Call) -> f64 {
    call.2 * (per_ms(call) / call.3).sqrt()
}
