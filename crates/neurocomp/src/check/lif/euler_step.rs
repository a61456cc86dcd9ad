use super::{neuron, unseen_neurons};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};
use crate::neuron::lif::LifParams;

/// Exercise 4: the potential in mV one Euler step of dt later, with no threshold.
pub fn euler_step(student: fn(LifParams, f64, f64, f64) -> f64) -> Verdict {
    EULER_STEP.judge(|&(p, v, current, dt)| student(p, v, current, dt))
}

type Call = (LifParams, f64, f64, f64);

pub(super) static EULER_STEP: Exercise<Call, f64> = Exercise {
    name: "euler_step",
    inputs: &["p", "v (mV)", "current (nA)", "dt (ms)"],
    answer: &[in_unit("mV")],
    cases: || {
        let calls = [(7.0, 11.0, 0.1), (-2.0, 30.0, 0.5), (12.0, 4.0, 0.25)];
        unseen_neurons().into_iter().flat_map(|p| calls.map(|(v, current, dt)| (p, v, current, dt))).collect()
    },
    right: |&(p, v, i, dt)| v + dt / p.tau_m * (p.resistance * i - v),
    also_right: &[|call| call.1 + call.3 * slope(call)],
    mistakes: &[
        gives(
            |call| call.3 * slope(call),
            "this is the change of V; the new potential is v plus this change.",
            "c’est la variation de V ; le nouveau potentiel est v plus cette variation.",
        ),
        gives(
            slope,
            "this is the slope dV/dt; the new potential is v + dt · slope.",
            "c’est la pente dV/dt ; le nouveau potentiel est v + dt · pente.",
        ),
        gives(
            |call| call.1 + slope(call),
            "dt is missing: the slope is per ms, the step lasts dt.",
            "dt manque : la pente est par ms, et le pas dure dt.",
        ),
        gives(
            |&(p, v, i, dt)| v + dt * (p.resistance * i - v),
            "the time constant is missing: divide by τ.",
            "la constante de temps manque : divisez par τ.",
        ),
        gives(
            |&(p, v, i, dt)| v + dt / p.tau_m * (i - v),
            "the resistance is missing: R·I, not I.",
            "la résistance manque : R·I et non I.",
        ),
        gives(
            |&(p, v, i, dt)| v + dt / p.tau_m * (p.resistance * i + v),
            "the sign of a term: the leak is −V, it pulls the potential back to rest.",
            "le signe d’un terme : la fuite est −V, elle ramène le potentiel vers le repos.",
        ),
        gives(
            |call| call.1 - call.3 * slope(call),
            "the step goes backwards: v plus dt · slope.",
            "le pas va en arrière : v plus dt · pente.",
        ),
        gives(
            |&(p, v, i, dt)| neuron(p).subthreshold(v, i, dt),
            "this is the exact solution, better than what is asked: here, write Euler’s step, which also works when no \
             exact solution is known.",
            "c’est la solution exacte, mieux que ce qui est demandé : écrivez ici le pas d’Euler, qui marche aussi quand on \
             ne connaît pas de solution exacte.",
        ),
        gives(
            |call| call.1 + call.3 / 1000.0 * slope(call),
            "dt and τ are both in ms: there is nothing to divide by 1000.",
            "dt et τ sont tous deux en ms : il n’y a rien à diviser par 1000.",
        ),
        gives(
            |&(p, v, i, dt)| v + dt * (p.resistance * i / p.tau_m - v),
            "parentheses are missing: the whole sum, −V + R·I, is divided by τ and multiplied by dt.",
            "des parenthèses manquent : c’est toute la somme, −V + R·I, que l’on divise par τ et multiplie par dt.",
        ),
        gives(
            |&(p, v, i, dt)| v - dt / p.tau_m * v + p.resistance * i,
            "parentheses are missing: the whole sum, −V + R·I, is divided by τ and multiplied by dt.",
            "des parenthèses manquent : c’est toute la somme, −V + R·I, que l’on divise par τ et multiplie par dt.",
        ),
        gives(
            |&(p, v, i, dt)| v - dt * v + p.resistance * i / p.tau_m,
            "parentheses are missing: the whole sum, −V + R·I, is divided by τ and multiplied by dt.",
            "des parenthèses manquent : c’est toute la somme, −V + R·I, que l’on divise par τ et multiplie par dt.",
        ),
    ],
    lesson: text(
        "A straight step along the slope at the beginning of the interval.",
        "Un pas en ligne droite, le long de la pente au début de l’intervalle.",
    ),
    ..Exercise::TABLE
};

/// dV/dt in mV/ms.
fn slope(&(p, v, i, _): &Call) -> f64 {
    (p.resistance * i - v) / p.tau_m
}
