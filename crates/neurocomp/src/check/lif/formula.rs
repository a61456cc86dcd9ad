//! Exercises whose answer is a closed formula: solution below threshold, time to threshold, rate, one Euler step.

use super::{neuron, unseen_neurons};
use crate::check::option::{Kinds, judge_option};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::neuron::lif::LifParams;

/// Exercise 1: V(t) = RI + (V₀ − RI) e^(−t/τ), in mV, with no threshold.
pub fn subthreshold(student: fn(LifParams, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_neurons() {
        for (v0, current, t) in [(4.0, 6.5, 7.5), (-3.0, 5.0, 21.0), (2.5, -4.0, 3.0)] {
            let inputs =
                Inputs::new().neuron(p).number("v0", v0, "mV").number("current", current, "nA").number("t", t, "ms");
            let expected = neuron(p).subthreshold(v0, current, t);
            let received = student(p, v0, current, t);
            let mistakes = subthreshold_mistakes(p, v0, current, t);
            cases.push(Case::formula(inputs, expected, received, "mV", mistakes));
        }
    }
    Verdict::of(
        "subthreshold",
        &cases,
        &say(
            "The memory of V₀ fades with the time constant τ, whatever the current.",
            "Le souvenir de V₀ s’efface avec la constante de temps τ, quel que soit le courant.",
        ),
    )
}

fn subthreshold_mistakes(p: LifParams, v0: f64, current: f64, t: f64) -> Vec<Mistake> {
    let ri = p.resistance * current;
    let fade = (-t / p.tau_m).exp();
    vec![
        Mistake::new(
            current + (v0 - current) * fade,
            "the resistance is missing: the potential tends to R·I, not to I.",
            "la résistance manque : le potentiel tend vers R·I et non vers I.",
        ),
        Mistake::new(
            ri * (1.0 - fade),
            "the initial potential v0 is missing: at t = 0 the formula must give v0.",
            "le potentiel initial v0 manque : à t = 0, la formule doit donner v0.",
        ),
        Mistake::new(
            v0 + ri * (1.0 - fade),
            "v0 must fade too: it is the difference v0 − R·I that is multiplied by the exponential.",
            "v0 doit s’effacer aussi : c’est la différence v0 − R·I que multiplie l’exponentielle.",
        ),
        Mistake::new(
            v0 + (ri - v0) * fade,
            "beginning and end are exchanged: at t = 0 the formula must give v0, and after a long time R·I.",
            "le début et la fin sont échangés : à t = 0 la formule doit donner v0, et après un temps long R·I.",
        ),
        Mistake::new(
            ri + (v0 - ri) / fade,
            "the exponent has the wrong sign: the exponential must decay, e^(−t/τ).",
            "l’exposant a le mauvais signe : l’exponentielle doit décroître, e^(−t/τ).",
        ),
        Mistake::new(
            ri + (v0 - ri) * (-t).exp(),
            "the time constant is missing from the exponent: −t/τ, not −t.",
            "la constante de temps manque dans l’exposant : −t/τ et non −t.",
        ),
        Mistake::new(
            ri + (v0 - ri) * (-t * p.tau_m).exp(),
            "you are at R·I already: the exponent is −t/τ (a division), not −t·τ.",
            "vous êtes déjà à R·I : l’exposant est −t/τ (une division) et non −t·τ.",
        ),
        Mistake::new(
            ri + (v0 - ri) * (-t / p.tau_m / 1000.0).exp(),
            "milliseconds and seconds are mixed: t and τ are both in ms.",
            "millisecondes et secondes sont mêlées : t et τ sont tous deux en ms.",
        ),
    ]
}

/// Exercise 2: time in ms from reset to threshold at constant current, refractory time not included; `None` when the
/// threshold is never reached.
pub fn climb_time(student: fn(LifParams, f64) -> Option<f64>) -> Verdict {
    let mut n = 0;
    for p in unseen_neurons() {
        let rheobase = neuron(p).rheobase();
        for current in [1.3 * rheobase, 2.2 * rheobase, 0.6 * rheobase, rheobase] {
            let expected = neuron(p).period(current).map(|period| period - p.t_ref);
            if let Err(message) = judge_climb(p, current, expected, student(p, current)) {
                return Verdict::fail(message);
            }
            n += 1;
        }
    }
    Verdict::pass(say(
        format!("`climb_time` is right in all {n} cases tried, also below and exactly at the rheobase."),
        format!("`climb_time` est juste dans les {n} cas essayés, y compris sous la rhéobase et à la rhéobase exacte."),
    ))
}

fn judge_climb(p: LifParams, current: f64, expected: Option<f64>, received: Option<f64>) -> Result<(), String> {
    let inputs = Inputs::new().neuron(p).number("current", current, "nA");
    let kinds = Kinds {
        absent: say(
            "here R·I does not exceed the threshold, so the neuron never fires. Test this first and return `None`; \
             otherwise the logarithm gives NaN or infinity.",
            "ici R·I ne dépasse pas le seuil : le neurone ne tire jamais. Testez-le d’abord et renvoyez `None` ; \
             sinon le logarithme donne NaN ou l’infini.",
        ),
        present: say(
            "here R·I exceeds the threshold, so the neuron fires. Is the comparison the right way round, and is it \
             R·I (not I) that is compared with the threshold?",
            "ici R·I dépasse le seuil : le neurone tire. La comparaison est-elle dans le bon sens, et est-ce bien \
             R·I (et non I) qui est comparé au seuil ?",
        ),
    };
    let mistakes = || climb_mistakes(p, current);
    judge_option("climb_time", inputs, (expected, received), "ms", mistakes, kinds)
}

fn climb_mistakes(p: LifParams, current: f64) -> Vec<Mistake> {
    let ri = p.resistance * current;
    let ratio = (ri - p.v_reset) / (ri - p.v_thresh);
    vec![
        Mistake::new(
            p.tau_m * (ri / (ri - p.v_thresh)).ln(),
            "the reset potential is missing: the climb starts at v_reset, which is not 0 here.",
            "le potentiel de réinitialisation manque : la montée part de v_reset, qui n’est pas nul ici.",
        ),
        Mistake::new(
            ratio.ln(),
            "the time constant is missing: a logarithm is a pure number, τ gives it its unit.",
            "la constante de temps manque : un logarithme est un nombre sans dimension, c’est τ qui lui donne son unité.",
        ),
        Mistake::new(
            -p.tau_m * ratio.ln(),
            "a negative time: the fraction is upside down, (R·I − v_reset) stands above.",
            "un temps négatif : la fraction est inversée, (R·I − v_reset) est au numérateur.",
        ),
        Mistake::new(
            p.tau_m * ratio.log10(),
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien s’écrit `.ln()`.",
        ),
        Mistake::new(
            p.tau_m * ratio.ln() + p.t_ref,
            "the refractory time does not belong here yet: only the climb from reset to threshold.",
            "la période réfractaire n’a pas encore sa place ici : seulement la montée de la réinitialisation au seuil.",
        ),
        Mistake::new(
            p.tau_m * ((current - p.v_reset) / (current - p.v_thresh)).ln(),
            "the resistance is missing: R·I is a potential, I is not.",
            "la résistance manque : R·I est un potentiel, I n’en est pas un.",
        ),
        Mistake::new(p.tau_m * ratio, "the logarithm is missing.", "le logarithme manque."),
    ]
}

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
