//! Exercises on fluctuations: the sum of many synapses, one noisy step, the noise that gives a chosen rate.

use super::{neuron, unseen_neurons};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::neuron::lif::LifParams;
use crate::neuron::synapse::diffusion_limit;

/// Exercise 8: mean and standard deviation, in nA, of the summed current of `n` Poisson synapses that fire at `rate`
/// (Hz) and deliver the charge `weight` (nA·ms) with each spike, seen in bins of `dt` (ms).
pub fn input_mean_sd(student: fn(usize, f64, f64, f64) -> (f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for (n, rate, weight, dt) in [(400, 12.0, 0.3, 0.2), (90, 30.0, 1.7, 0.5), (2500, 3.5, 0.06, 0.05)] {
        let of = |which: &str| {
            Inputs::new()
                .code("n", &n.to_string())
                .number("rate", rate, "Hz")
                .number("weight", weight, "nA·ms")
                .number("dt", dt, "ms")
                .note(which)
        };
        let (mean, sd) = student(n, rate, weight, dt);
        let per_ms = n as f64 * rate / 1000.0;
        let first = of(&say("first number: the mean", "premier nombre : la moyenne"));
        let second = of(&say("second number: the standard deviation", "second nombre : l’écart-type"));
        let truth = diffusion_limit(n, rate, weight).expect("the synapses of the checks are valid");
        cases.push(Case::formula(first, truth.mean, mean, "nA", mean_mistakes(per_ms, weight, dt)));
        cases.push(Case::formula(second, truth.sd(dt), sd, "nA", sd_mistakes(per_ms, weight, dt)));
    }
    Verdict::of(
        "input_mean_sd",
        &cases,
        &say(
            "The mean grows as n, the fluctuations only as √n.",
            "La moyenne croît comme n, les fluctuations seulement comme √n.",
        ),
    )
}

fn mean_mistakes(per_ms: f64, weight: f64, dt: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            1000.0 * per_ms * weight,
            "the rate is in Hz, per second, and the charge in nA·ms: divide the rate by 1000 to count spikes per ms.",
            "le taux est en Hz, par seconde, et la charge en nA·ms : divisez le taux par 1000 pour compter par ms.",
        ),
        Mistake::new(
            per_ms * weight * dt,
            "this is the charge that arrives in one bin; the current is this charge divided by dt.",
            "c’est la charge qui arrive dans un intervalle dt ; le courant est cette charge divisée par dt.",
        ),
        Mistake::new(
            per_ms * dt,
            "this is the number of spikes in one bin; each one brings the charge `weight`.",
            "c’est le nombre de potentiels d’action dans un intervalle dt ; chacun apporte la charge `weight`.",
        ),
        Mistake::new(
            per_ms,
            "this is the number of spikes per ms; each one brings the charge `weight`.",
            "c’est le nombre de potentiels d’action par ms ; chacun apporte la charge `weight`.",
        ),
    ]
}

fn sd_mistakes(per_ms: f64, weight: f64, dt: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            weight * weight * per_ms / dt,
            "this is the variance; the standard deviation is its square root.",
            "c’est la variance ; l’écart-type en est la racine carrée.",
        ),
        Mistake::new(
            weight * (per_ms * dt).sqrt(),
            "this is the fluctuation of the charge in one bin; the current is this charge divided by dt.",
            "c’est la fluctuation de la charge dans un intervalle dt ; le courant est cette charge divisée par dt.",
        ),
        Mistake::new(
            weight * per_ms.sqrt(),
            "dt is missing: the shorter the bin, the larger the fluctuation of the current.",
            "dt manque : plus l’intervalle est court, plus le courant fluctue.",
        ),
        Mistake::new(
            weight * (1000.0 * per_ms / dt).sqrt(),
            "the rate is in Hz: divide it by 1000 to count spikes per ms, inside the square root too.",
            "le taux est en Hz : divisez-le par 1000 pour compter par ms, sous la racine aussi.",
        ),
        Mistake::new(
            (per_ms * dt).sqrt(),
            "this is the standard deviation of the count; each spike brings the charge `weight`, over dt.",
            "c’est l’écart-type du nombre ; chaque potentiel d’action apporte la charge `weight`, pendant dt.",
        ),
        Mistake::new(
            (weight * per_ms / dt).sqrt(),
            "the charge stands outside the square root: the standard deviation is proportional to `weight`.",
            "la charge sort de la racine : l’écart-type est proportionnel à `weight`.",
        ),
        Mistake::new(weight * per_ms, "this is the mean once more.", "c’est encore la moyenne."),
    ]
}

/// Exercise 9: the potential in mV one Euler–Maruyama step of dt later, `xi` being a standard normal number.
pub fn noisy_step(student: fn(LifParams, f64, f64, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_neurons() {
        for (v, current, sigma, dt, xi) in [(6.0, 9.0, 3.0, 0.1, 1.3), (-1.5, 14.0, 5.0, 0.4, -0.7)] {
            let inputs = Inputs::new()
                .neuron(p)
                .number("v", v, "mV")
                .number("current", current, "nA")
                .number("sigma", sigma, "mV")
                .number("dt", dt, "ms")
                .number("xi", xi, "");
            let still = v + dt / p.tau_m * (p.resistance * current - v);
            let expected = still + sigma * (dt / p.tau_m).sqrt() * xi;
            let received = student(p, v, current, sigma, dt, xi);
            let mistakes = noisy_mistakes(p, still, sigma, dt, xi, v);
            cases.push(Case::formula(inputs, expected, received, "mV", mistakes));
        }
    }
    Verdict::of(
        "noisy_step",
        &cases,
        &say(
            "The drift is proportional to dt, the noise to √dt.",
            "La dérive est proportionnelle à dt, le bruit à √dt.",
        ),
    )
}

fn noisy_mistakes(p: LifParams, still: f64, sigma: f64, dt: f64, xi: f64, v: f64) -> Vec<Mistake> {
    let kick = sigma * (dt / p.tau_m).sqrt() * xi;
    vec![
        Mistake::new(
            still + sigma * dt / p.tau_m * xi,
            "the noise scales with dt here. Independent kicks add up as a random walk: √dt, or the noise vanishes as dt \
             becomes small.",
            "ici le bruit est proportionnel à dt. Des chocs indépendants s’ajoutent comme une marche au hasard : √dt, \
             sinon le bruit disparaît quand dt devient petit.",
        ),
        Mistake::new(
            still + sigma * dt * xi,
            "the noise scales with dt here, and τ is missing from it: it should be √(dt/τ).",
            "ici le bruit est proportionnel à dt, et τ y manque : il faut √(dt/τ).",
        ),
        Mistake::new(
            still + sigma * dt.sqrt() * xi,
            "τ is missing from the noise: σ√τ divided by τ, times √dt, makes σ√(dt/τ).",
            "τ manque dans le bruit : σ√τ divisé par τ, fois √dt, donne σ√(dt/τ).",
        ),
        Mistake::new(
            still + sigma * (dt * p.tau_m).sqrt() * xi,
            "the whole right-hand side is divided by τ, the noise too: σ√τ·√dt/τ = σ√(dt/τ).",
            "tout le second membre est divisé par τ, le bruit aussi : σ√τ·√dt/τ = σ√(dt/τ).",
        ),
        Mistake::new(
            still + sigma * xi,
            "the factor √(dt/τ) is missing: a step of 0.1 ms must not bring the noise of a whole τ.",
            "le facteur √(dt/τ) manque : un pas de 0,1 ms ne doit pas apporter le bruit de tout un τ.",
        ),
        Mistake::new(
            still,
            "the noise is missing: this is Euler’s step without it.",
            "le bruit manque : c’est le pas d’Euler sans bruit.",
        ),
        Mistake::new(
            v + kick,
            "only the noise is there: the leak and the input are missing.",
            "il n’y a que le bruit : la fuite et l’entrée manquent.",
        ),
        Mistake::new(
            still - kick,
            "the kick has the wrong sign: a positive xi raises V.",
            "le choc a le mauvais signe : un xi positif élève V.",
        ),
        Mistake::new(
            still + (dt / p.tau_m).sqrt() * xi,
            "sigma is missing: it sets how strong the noise is.",
            "sigma manque : c’est lui qui fixe la force du bruit.",
        ),
    ]
}
