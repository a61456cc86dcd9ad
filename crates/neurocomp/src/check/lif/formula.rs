//! Exercises whose answer is a closed formula: solution below threshold, time to threshold, rate, one Euler step.

use super::{neuron, unseen_neurons};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::neuron::lif::LifParams;

/// Exercise 3: firing rate in Hz at constant current, 0 below the rheobase, with the refractory time.
pub fn firing_rate(student: fn(LifParams, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_neurons() {
        let rheobase = neuron(p).rheobase();
        for current in [1.4 * rheobase, 3.1 * rheobase, 0.7 * rheobase, 40.0 * rheobase] {
            let inputs = Inputs::new().neuron(p).number("current", current, "nA");
            let expected = neuron(p).rate(current);
            let mistakes = rate_mistakes(p, current);
            cases.push(Case::formula(inputs, expected, student(p, current), "Hz", mistakes));
        }
    }
    Verdict::of(
        "firing_rate",
        &cases,
        &say(
            "However strong the current, the rate stays below 1/D.",
            "Quelle que soit l’intensité du courant, le taux reste inférieur à 1/D.",
        ),
    )
}

fn rate_mistakes(p: LifParams, current: f64) -> Vec<Mistake> {
    let Some(period) = neuron(p).period(current) else {
        return vec![Mistake::new(
            1000.0 / p.t_ref,
            "when the neuron never fires (`None`) its rate is 0; you counted the climb as 0 ms.",
            "quand le neurone ne tire jamais (`None`), son taux est nul ; vous avez compté une montée de 0 ms.",
        )];
    };
    let climb = period - p.t_ref;
    vec![
        Mistake::new(
            1.0 / period,
            "1/T with T in ms is a rate in kHz; there are 1000 ms in a second.",
            "1/T avec T en ms est un taux en kHz ; il y a 1000 ms dans une seconde.",
        ),
        Mistake::new(
            1000.0 / climb,
            "the refractory time is missing: from one spike to the next, the neuron waits t_ref and then climbs.",
            "la période réfractaire manque : d’un potentiel d’action au suivant, le neurone attend t_ref puis remonte.",
        ),
        Mistake::new(
            1.0 / climb,
            "two things: the refractory time is missing, and 1/T with T in ms is in kHz.",
            "deux choses : la période réfractaire manque, et 1/T avec T en ms est en kHz.",
        ),
        Mistake::new(
            period,
            "this is the period T; the rate is its inverse.",
            "c’est la période T ; le taux en est l’inverse.",
        ),
        Mistake::new(
            1000.0 / climb + p.t_ref,
            "the refractory time is added to the rate; it must be added to the period.",
            "la période réfractaire est ajoutée au taux ; il faut l’ajouter à la période.",
        ),
        Mistake::new(
            1000.0 / (climb - p.t_ref),
            "the refractory time is subtracted; it makes the period longer.",
            "la période réfractaire est soustraite ; elle allonge la période.",
        ),
    ]
}

/// Exercise 4: the potential in mV one Euler step of dt later, with no threshold.
pub fn euler_step(student: fn(LifParams, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_neurons() {
        for (v, current, dt) in [(7.0, 11.0, 0.1), (-2.0, 30.0, 0.5), (12.0, 4.0, 0.25)] {
            let inputs =
                Inputs::new().neuron(p).number("v", v, "mV").number("current", current, "nA").number("dt", dt, "ms");
            let expected = v + dt / p.tau_m * (p.resistance * current - v);
            let received = student(p, v, current, dt);
            let mistakes = euler_mistakes(p, v, current, dt);
            cases.push(Case::formula(inputs, expected, received, "mV", mistakes));
        }
    }
    Verdict::of(
        "euler_step",
        &cases,
        &say(
            "A straight step along the slope at the beginning of the interval.",
            "Un pas en ligne droite, le long de la pente au début de l’intervalle.",
        ),
    )
}

fn euler_mistakes(p: LifParams, v: f64, current: f64, dt: f64) -> Vec<Mistake> {
    let ri = p.resistance * current;
    let slope = (ri - v) / p.tau_m;
    vec![
        Mistake::new(
            dt * slope,
            "this is the change of V; the new potential is v plus this change.",
            "c’est la variation de V ; le nouveau potentiel est v plus cette variation.",
        ),
        Mistake::new(
            slope,
            "this is the slope dV/dt; the new potential is v + dt · slope.",
            "c’est la pente dV/dt ; le nouveau potentiel est v + dt · pente.",
        ),
        Mistake::new(
            v + slope,
            "dt is missing: the slope is per ms, the step lasts dt.",
            "dt manque : la pente est par ms, et le pas dure dt.",
        ),
        Mistake::new(
            v + dt * (ri - v),
            "the time constant is missing: divide by τ.",
            "la constante de temps manque : divisez par τ.",
        ),
        Mistake::new(
            v + dt / p.tau_m * (current - v),
            "the resistance is missing: R·I, not I.",
            "la résistance manque : R·I et non I.",
        ),
        Mistake::new(
            v + dt / p.tau_m * (ri + v),
            "the sign of a term: the leak is −V, it pulls the potential back to rest.",
            "le signe d’un terme : la fuite est −V, elle ramène le potentiel vers le repos.",
        ),
        Mistake::new(
            v - dt * slope,
            "the step goes backwards: v plus dt · slope.",
            "le pas va en arrière : v plus dt · pente.",
        ),
        Mistake::new(
            ri + (v - ri) * (-dt / p.tau_m).exp(),
            "this is the exact solution, better than what is asked: here, write Euler’s step, which also works when no \
             exact solution is known.",
            "c’est la solution exacte, mieux que ce qui est demandé : écrivez ici le pas d’Euler, qui marche aussi \
             quand on ne connaît pas de solution exacte.",
        ),
        Mistake::new(
            v + dt / 1000.0 * slope,
            "dt and τ are both in ms: there is nothing to divide by 1000.",
            "dt et τ sont tous deux en ms : il n’y a rien à diviser par 1000.",
        ),
    ]
}
