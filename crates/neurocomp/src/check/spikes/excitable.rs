//! Exercises on the neuron of FitzHugh and Nagumo: its slopes, its path by Euler's method, its rate.

use ndarray::Array1;

use super::steps;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::neuron::fitzhugh_nagumo::FitzHughNagumoParams;

/// V and W at the times 0, dt, 2·dt ….
pub type FhnPath = (Array1<f64>, Array1<f64>);

/// A student's simulator: parameters, V(0), W(0), I, dt, duration.
pub type FhnSimulator = fn(FitzHughNagumoParams, f64, f64, f64, f64, f64) -> FhnPath;

/// Neurons that no page of the tutorial shows; none of the parameters is that of the course.
const NEURONS: [FitzHughNagumoParams; 2] =
    [FitzHughNagumoParams { epsilon: 0.2, a: 0.5, b: 0.6 }, FitzHughNagumoParams { epsilon: 0.05, a: 0.9, b: 0.75 }];

fn neuron(p: FitzHughNagumoParams) -> Inputs {
    Inputs::new().code("p", &format!("{p:?}"))
}

/// Exercise 2: the slopes dV/dt = V − V³/3 − W + I and dW/dt = ε (V + a − b W), in this order.
pub fn fhn_slope(student: fn(FitzHughNagumoParams, f64, f64, f64) -> (f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for p in NEURONS {
        for (v, w, current) in [(1.5, 0.4, 0.3), (-0.8, 1.1, 2.5), (2.2, -0.7, -0.6)] {
            let (dv, dw) = student(p, v, w, current);
            let of = |which: &str| {
                neuron(p).number("v", v, "").number("w", w, "").number("current", current, "").note(which)
            };
            let first = say("first number: dV/dt", "premier nombre : dV/dt");
            let second = say("second number: dW/dt", "second nombre : dW/dt");
            let (right_dv, right_dw) = slope(p, v, w, current);
            let wrong_dv = dv_mistakes(v, w, current, right_dw);
            let wrong_dw = dw_mistakes(p, v, w);
            cases.push(Case::formula(of(&first), right_dv, dv, "", wrong_dv));
            cases.push(Case::formula(of(&second), right_dw, dw, "", wrong_dw));
        }
    }
    Verdict::of(
        "fhn_slope",
        &cases,
        &say(
            "Two numbers, V and W, decide about everything that follows: the model has no other memory.",
            "Deux nombres, V et W, décident de tout ce qui suit : le modèle n’a pas d’autre mémoire.",
        ),
    )
}

fn slope(p: FitzHughNagumoParams, v: f64, w: f64, current: f64) -> (f64, f64) {
    (v - v * v * v / 3.0 - w + current, p.epsilon * (v + p.a - p.b * w))
}

fn dv_mistakes(v: f64, w: f64, current: f64, right_dw: f64) -> Vec<Mistake> {
    let cube = v * v * v;
    vec![
        Mistake::new(v - cube - w + current, "the cube is not divided by 3.", "le cube n’est pas divisé par 3."),
        Mistake::new(
            v - v * v / 3.0 - w + current,
            "this is the square of V; the equation has its cube, `v.powi(3)`.",
            "c’est le carré de V ; l’équation contient son cube, `v.powi(3)`.",
        ),
        Mistake::new(
            v + cube / 3.0 - w + current,
            "the cube has the wrong sign: it is what stops V from running away.",
            "le cube a le mauvais signe : c’est lui qui empêche V de s’emballer.",
        ),
        Mistake::new(
            v - cube / 3.0 + w + current,
            "W has the wrong sign: the recovery pulls V down.",
            "W a le mauvais signe : la récupération tire V vers le bas.",
        ),
        Mistake::new(v - cube / 3.0 - w, "the current I is missing.", "le courant I manque."),
        Mistake::new(
            v - cube / 3.0 - w - current,
            "the current I has the wrong sign: it pushes V up.",
            "le courant I a le mauvais signe : il pousse V vers le haut.",
        ),
        Mistake::new(
            (v - cube) / 3.0 - w + current,
            "only the cube is divided by 3, not V: mind the brackets.",
            "seul le cube est divisé par 3, pas V : attention aux parenthèses.",
        ),
        Mistake::new(
            right_dw,
            "the two slopes are exchanged: dV/dt first, then dW/dt.",
            "les deux pentes sont échangées : dV/dt d’abord, puis dW/dt.",
        ),
    ]
}

fn dw_mistakes(p: FitzHughNagumoParams, v: f64, w: f64) -> Vec<Mistake> {
    let course = FitzHughNagumoParams::default();
    let FitzHughNagumoParams { epsilon, a, b } = p;
    vec![
        Mistake::new(
            slope(course, v, w, 0.0).1,
            "you use 0.08, 0.7 and 0.8, the numbers of the course: take those of this neuron, `p.epsilon`, `p.a`, `p.b`.",
            "vous utilisez 0,08, 0,7 et 0,8, les nombres du cours : prenez ceux de ce neurone, `p.epsilon`, `p.a`, `p.b`.",
        ),
        Mistake::new(
            v + a - b * w,
            "the factor ε is missing: without it W would be as fast as V.",
            "le facteur ε manque : sans lui, W serait aussi rapide que V.",
        ),
        Mistake::new(
            epsilon * v + a - b * w,
            "ε multiplies the whole bracket (V + a − b W), not V alone.",
            "ε multiplie toute la parenthèse (V + a − b W) et non V seul.",
        ),
        Mistake::new(
            epsilon * (v + a + b * w),
            "W has the wrong sign: the recovery holds itself back.",
            "W a le mauvais signe : la récupération se freine elle-même.",
        ),
        Mistake::new(epsilon * (v + a - w), "the factor b is missing.", "le facteur b manque."),
        Mistake::new(epsilon * (v - b * w), "a is missing.", "a manque."),
        Mistake::new(epsilon * (v - a - b * w), "a has the wrong sign.", "a a le mauvais signe."),
    ]
}

/// A rule that leads from (V, W) to the next (V, W).
type Step = fn(FitzHughNagumoParams, (f64, f64), f64, f64) -> (f64, f64);

fn right_step(p: FitzHughNagumoParams, (v, w): (f64, f64), current: f64, dt: f64) -> (f64, f64) {
    let (dv, dw) = slope(p, v, w, current);
    (v + dt * dv, w + dt * dw)
}

/// One call of `fhn_simulate`.
#[derive(Clone, Copy)]
struct Run {
    p: FitzHughNagumoParams,
    start: (f64, f64),
    current: f64,
    dt: f64,
    duration: f64,
}

impl Run {
    fn path(&self, step: Step) -> (Vec<f64>, Vec<f64>) {
        let mut at = self.start;
        let (mut v, mut w) = (vec![at.0], vec![at.1]);
        for _ in 0..steps(self.duration, self.dt) {
            at = step(self.p, at, self.current, self.dt);
            v.push(at.0);
            w.push(at.1);
        }
        (v, w)
    }
}

/// Exercise 3: V and W at the times 0, dt, 2·dt … by Euler's method, both steps from the old values.
pub fn fhn_simulate(student: FhnSimulator) -> Verdict {
    let mut results = Vec::new();
    for (p, start, current, dt, duration) in [
        (NEURONS[0], (0.5, 0.2), 0.6, 0.25, 1.5),
        (NEURONS[1], (-1.4, -0.3), 1.2, 0.5, 6.0),
        (NEURONS[0], (1.1, 0.9), 0.0, 0.1, 3.0),
    ] {
        let run = Run { p, start, current, dt, duration };
        let (v, w) = student(p, start.0, start.1, current, dt, duration);
        results.push(judge_run(&run, &v.to_vec(), &w.to_vec()));
    }
    Verdict::first_failure(
        results,
        say(
            "`fhn_simulate` moves both variables together, each from where both were before.",
            "`fhn_simulate` fait avancer les deux variables ensemble, chacune à partir de l’état précédent des deux.",
        ),
    )
}

fn judge_run(run: &Run, v: &[f64], w: &[f64]) -> Result<(), String> {
    let of = |which: &str| {
        neuron(run.p)
            .number("v0", run.start.0, "")
            .number("w0", run.start.1, "")
            .number("current", run.current, "")
            .number("dt", run.dt, "")
            .number("duration", run.duration, "")
            .note(which)
    };
    let (right_v, right_w) = run.path(right_step);
    let (mut wrong_v, mut wrong_w) = (Vec::new(), Vec::new());
    for (step, english, french) in step_mistakes() {
        let (v, w) = run.path(step);
        wrong_v.push(ListMistake::new(v, english, french));
        wrong_w.push(ListMistake::new(w, english, french));
    }
    let exchanged =
        ("V and W are exchanged: return V first, then W.", "V et W sont échangés : renvoyez V d’abord, puis W.");
    wrong_v.push(ListMistake::new(right_w.clone(), exchanged.0, exchanged.1));
    let first = of(&say("first array: V", "premier tableau : V"));
    judge_list("fhn_simulate", &first, &right_v, v, "", &wrong_v)?;
    let second = of(&say("second array: W", "second tableau : W"));
    judge_list("fhn_simulate", &second, &right_w, w, "", &wrong_w)
}

/// Wrong rules, and what to say about each.
fn step_mistakes() -> [(Step, &'static str, &'static str); 7] {
    [
        (
            |_, at, _, _| at,
            "nothing moves: each round of the loop must write `v[k + 1]` and `w[k + 1]`.",
            "rien ne bouge : chaque tour de boucle doit écrire `v[k + 1]` et `w[k + 1]`.",
        ),
        (
            |p, (v, w), current, dt| {
                let new = v + dt * slope(p, v, w, current).0;
                (new, w + dt * slope(p, new, w, current).1)
            },
            "W is moved by the new V: take both slopes first, at the old V and the old W, and then both steps.",
            "W avance avec le nouveau V : prenez d’abord les deux pentes, à l’ancien V et à l’ancien W, puis faites les deux pas.",
        ),
        (
            |p, (v, w), current, _| {
                let (dv, dw) = slope(p, v, w, current);
                (v + dv, w + dw)
            },
            "dt is missing: in a step of dt, a variable changes by dt times its slope.",
            "dt manque : pendant un pas dt, une variable varie de dt fois sa pente.",
        ),
        (
            |p, (v, w), current, dt| {
                let (dv, dw) = slope(p, v, w, current);
                (dt * dv, dt * dw)
            },
            "these are changes; the new value is the old one plus its change.",
            "ce sont des variations ; la nouvelle valeur est l’ancienne plus sa variation.",
        ),
        (
            |p, (v, w), current, dt| (v + dt * slope(p, v, w, current).0, w),
            "W does not move: it needs a step of its own.",
            "W ne bouge pas : il lui faut aussi un pas.",
        ),
        (
            |p, (v, w), _, dt| right_step(p, (v, w), 0.0, dt),
            "the current is missing: hand `current` on to `fhn_slope`.",
            "le courant manque : transmettez `current` à `fhn_slope`.",
        ),
        (
            |_, at, current, dt| right_step(FitzHughNagumoParams::default(), at, current, dt),
            "this is the neuron of the course: hand `p` on to `fhn_slope`.",
            "c’est le neurone du cours : transmettez `p` à `fhn_slope`.",
        ),
    ]
}

/// Exercise 12: rate in Hz (a unit of time counting as 1 ms) from the intervals between the spikes in the second half of
/// a run that begins at (−1.2, −0.6); 0 with fewer than two spikes there.
pub fn fhn_rate(student: fn(FitzHughNagumoParams, f64, f64, f64) -> f64) -> Verdict {
    let course = FitzHughNagumoParams::default();
    let slow = FitzHughNagumoParams { epsilon: 0.05, ..course };
    let mut cases = Vec::new();
    for (p, current, dt, duration) in
        [(course, 0.62, 0.05, 470.0), (slow, 1.1, 0.02, 450.0), (course, 0.1, 0.05, 400.0), (course, 0.3, 0.05, 1000.0)]
    {
        let run = Run { p, start: (-1.2, -0.6), current, dt, duration };
        let inputs = neuron(p).number("current", current, "").number("dt", dt, "ms").number("duration", duration, "ms");
        cases.push(rate_case(&run, inputs, student(p, current, dt, duration)));
    }
    Verdict::of(
        "fhn_rate",
        &cases,
        &say(
            "The first half of the run is left to the transient, as an experimenter would do.",
            "La première moitié est laissée au régime transitoire, comme le ferait un expérimentateur.",
        ),
    )
}

fn rate_case(run: &Run, inputs: Inputs, received: f64) -> Case {
    let (v, _) = run.path(right_step);
    let spikes: Vec<f64> = (1..v.len()).filter(|&k| v[k - 1] < 0.0 && v[k] >= 0.0).map(|k| k as f64 * run.dt).collect();
    let half = 0.5 * run.duration;
    let late: Vec<f64> = spikes.iter().copied().filter(|&t| t >= half).collect();
    let expected = by_intervals(&late);
    // A spike is dated to a step at either end.
    let tolerance = expected * expected * 2.0 * run.dt / 1000.0 / late.len().max(2) as f64 + 1e-9;
    Case { inputs, expected, received, unit: "Hz", tolerance, mistakes: rate_mistakes(run, &spikes, &late) }
}

/// One over the mean interval, Hz; 0 without an interval.
fn by_intervals(times: &[f64]) -> f64 {
    match times {
        [first, .., last] => 1000.0 * (times.len() - 1) as f64 / (last - first),
        _ => 0.0,
    }
}

fn rate_mistakes(run: &Run, spikes: &[f64], late: &[f64]) -> Vec<Mistake> {
    let rate = by_intervals(late);
    let per_second = |n: usize, ms: f64| 1000.0 * n as f64 / ms;
    vec![
        Mistake::new(
            by_intervals(spikes),
            "the spikes of the first half are in it, too: leave out those before half of the duration.",
            "les potentiels d’action de la première moitié y sont aussi : écartez ceux d’avant la moitié de la durée.",
        ),
        Mistake::new(
            per_second(spikes.len(), run.duration),
            "this is the number of all spikes over the whole duration: use the intervals of the second half.",
            "c’est le nombre total de potentiels d’action sur toute la durée : utilisez les intervalles de la seconde moitié.",
        ),
        Mistake::new(
            per_second(late.len(), 0.5 * run.duration),
            "this is a count over a duration: use the intervals, n spikes have n − 1 of them.",
            "c’est un nombre divisé par une durée : utilisez les intervalles, n potentiels d’action en ont n − 1.",
        ),
        Mistake::new(
            rate * late.len() as f64 / (late.len().max(2) - 1) as f64,
            "between n spikes there are n − 1 intervals, not n.",
            "entre n potentiels d’action il y a n − 1 intervalles et non n.",
        ),
        Mistake::new(
            rate * run.dt,
            "the intervals are counted in steps: multiply by dt to have ms.",
            "les intervalles sont comptés en pas : multipliez par dt pour avoir des ms.",
        ),
        Mistake::new(
            if rate > 0.0 { 1000.0 / rate } else { f64::NAN },
            "this is the mean interval in ms; the rate is 1000 divided by it.",
            "c’est l’intervalle moyen en ms ; le taux est 1000 divisé par lui.",
        ),
    ]
}
