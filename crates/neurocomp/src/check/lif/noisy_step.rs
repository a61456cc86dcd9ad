use super::unseen_neurons;
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::neuron::lif::LifParams;

/// Exercise 9: the potential in mV one Euler–Maruyama step of dt later, `xi` being a standard normal number.
pub fn noisy_step(student: fn(LifParams, f64, f64, f64, f64, f64) -> f64) -> Verdict {
    NOISY_STEP.judge(|&(p, v, current, sigma, dt, xi)| student(p, v, current, sigma, dt, xi))
}

type Call = (LifParams, f64, f64, f64, f64, f64);

pub(super) static NOISY_STEP: Exercise<Call, f64> = Exercise {
    name: "noisy_step",
    inputs: &["p", "v (mV)", "current (nA)", "sigma (mV)", "dt (ms)", "xi"],
    answer: &[in_unit("mV")],
    cases: || {
        let calls = |p| [(p, 6.0, 9.0, 3.0, 0.1, 1.3), (p, -1.5, 14.0, 5.0, 0.4, -0.7)];
        unseen_neurons().into_iter().flat_map(calls).collect()
    },
    right: |call| still(call) + kick(call),
    mistakes: &[
        gives(
            |call| still(call) + call.3 * call.4 / call.0.tau_m * call.5,
            "the noise scales with dt here. Independent kicks add up as a random walk: √dt, or the noise vanishes as dt \
             becomes small.",
            "ici le bruit est proportionnel à dt. Des chocs indépendants s’ajoutent comme une marche au hasard : √dt, sinon \
             le bruit disparaît quand dt devient petit.",
        ),
        gives(
            |call| still(call) + call.3 * call.4 * call.5,
            "the noise scales with dt here, and τ is missing from it: it should be √(dt/τ).",
            "ici le bruit est proportionnel à dt, et τ y manque : il faut √(dt/τ).",
        ),
        gives(
            |call| still(call) + call.3 * call.4.sqrt() * call.5,
            "τ is missing from the noise: σ√τ divided by τ, times √dt, makes σ√(dt/τ).",
            "τ manque dans le bruit : σ√τ divisé par τ, fois √dt, donne σ√(dt/τ).",
        ),
        gives(
            |call| still(call) + call.3 * (call.4 * call.0.tau_m).sqrt() * call.5,
            "the whole right-hand side is divided by τ, the noise too: σ√τ·√dt/τ = σ√(dt/τ).",
            "tout le second membre est divisé par τ, le bruit aussi : σ√τ·√dt/τ = σ√(dt/τ).",
        ),
        gives(
            |call| still(call) + call.3 * call.5,
            "the factor √(dt/τ) is missing: a step of 0.1 ms must not bring the noise of a whole τ.",
            "le facteur √(dt/τ) manque : un pas de 0,1 ms ne doit pas apporter le bruit de tout un τ.",
        ),
        gives(
            still,
            "the noise is missing: this is Euler’s step without it.",
            "le bruit manque : c’est le pas d’Euler sans bruit.",
        ),
        gives(
            |call| call.1 + still(call) + kick(call),
            "v is counted twice: `euler_step` gives the new potential, v included, and not the change.",
            "v est compté deux fois : `euler_step` donne le nouveau potentiel, v compris, et non la variation.",
        ),
        gives(
            |call| call.1 + kick(call),
            "only the noise is there: the leak and the input are missing.",
            "il n’y a que le bruit : la fuite et l’entrée manquent.",
        ),
        gives(
            |call| still(call) - kick(call),
            "the kick has the wrong sign: a positive xi raises V.",
            "le choc a le mauvais signe : un xi positif élève V.",
        ),
        gives(
            |call| still(call) + kick(call) / call.3,
            "sigma is missing: it sets how strong the noise is.",
            "sigma manque : c’est lui qui fixe la force du bruit.",
        ),
        gives(
            |call| still(call) + call.3 * call.4.sqrt() / call.0.tau_m * call.5,
            "only dt is under the root: it is the root of the whole fraction, `(dt / p.tau_m).sqrt()`.",
            "seul dt est sous la racine : c’est la racine de toute la fraction, `(dt / p.tau_m).sqrt()`.",
        ),
        gives(
            |call| still(call) + (call.3 * call.4 / call.0.tau_m).sqrt() * call.5,
            "sigma is under the root: only dt/τ belongs there.",
            "sigma est sous la racine : seul dt/τ y a sa place.",
        ),
    ],
    lesson: text(
        "The drift is proportional to dt, the noise to √dt.",
        "La dérive est proportionnelle à dt, le bruit à √dt.",
    ),
    ..Exercise::TABLE
};

/// Euler's step without noise.
fn still(&(p, v, i, _, dt, _): &Call) -> f64 {
    v + dt / p.tau_m * (p.resistance * i - v)
}

fn kick(&(p, _, _, sigma, dt, xi): &Call) -> f64 {
    sigma * (dt / p.tau_m).sqrt() * xi
}
