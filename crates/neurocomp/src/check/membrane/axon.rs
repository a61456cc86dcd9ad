//! Exercises 11 and 12: how fast a spike travels, and how that depends on the diameter.

use ndarray::{Array1, Array2};

use crate::cable::CableRun;
use crate::check::option::{Kinds, judge_option};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::spike_train::SpikeTrain;

/// A student's velocity of a run, from one compartment to another.
pub type Velocity = fn(&CableRun, usize, usize) -> Option<f64>;

/// Positions (µm) and spike times (ms) of five compartments; the last is silent, the third fires twice.
fn recorded() -> CableRun {
    let train = |times: &[f64]| SpikeTrain::new(times.to_vec(), 0.0, 20.0).expect("the trains of the checks are valid");
    CableRun {
        t: Array1::linspace(0.0, 20.0, 3),
        v: Array2::zeros((3, 5)),
        positions: Array1::from(vec![100.0, 700.0, 2500.0, 6100.0, 9000.0]),
        spikes: vec![train(&[0.5]), train(&[0.75]), train(&[1.3, 11.9]), train(&[2.65]), train(&[])],
        clamp_current: Array2::zeros((3, 0)),
    }
}

/// Exercise 11: distance over delay of the first spikes of two compartments, m/s; `None` if one of them is silent.
pub fn conduction_velocity(student: Velocity) -> Verdict {
    let run = recorded();
    let pairs = [(0, 1), (1, 3), (2, 3), (0, 2), (3, 4), (4, 0)];
    for (from, to) in pairs {
        if let Err(message) = judge_velocity(&run, from, to, student(&run, from, to)) {
            return Verdict::fail(message);
        }
    }
    let n = pairs.len();
    Verdict::pass(say(
        format!("`conduction_velocity` is right for {n} pairs of electrodes, also where the spike does not arrive."),
        format!("`conduction_velocity` est juste pour {n} paires d’électrodes, y compris là où rien n’arrive."),
    ))
}

fn judge_velocity(run: &CableRun, from: usize, to: usize, received: Option<f64>) -> Result<(), String> {
    let described = |i: usize| format!("{} µm, {:?} ms", run.positions[i], run.spikes[i].times());
    let inputs = Inputs::new()
        .code("run", "&run")
        .code("from", &from.to_string())
        .code("to", &to.to_string())
        .note(&format!("{from}: {}; {to}: {}", described(from), described(to)));
    let kinds = Kinds {
        absent: say(
            "one of the two compartments has no spike: `.first()` is `None` there, and `?` hands it on.",
            "l’un des deux compartiments n’a pas de potentiel d’action : `.first()` y vaut `None`, et `?` le transmet.",
        ),
        present: say(
            "both compartments have a spike here, so there is a velocity: wrap it in `Some(…)`.",
            "les deux compartiments ont ici un potentiel d’action, donc une vitesse : enveloppez-la dans `Some(…)`.",
        ),
    };
    let answers = (run.conduction_velocity(from, to), received);
    let mistakes = || velocity_mistakes(run, from, to);
    judge_option("conduction_velocity", inputs, answers, "m/s", mistakes, kinds)
}

fn velocity_mistakes(run: &CableRun, from: usize, to: usize) -> Vec<Mistake> {
    let first = |i: usize| run.spikes[i].times().first().copied().unwrap_or(f64::NAN);
    let last = |i: usize| run.spikes[i].times().last().copied().unwrap_or(f64::NAN);
    let distance = run.positions[to] - run.positions[from];
    let delay = first(to) - first(from);
    vec![
        Mistake::new(distance / delay, "this is in µm/ms; 1 µm/ms = 1e-3 m/s.", "c’est en µm/ms ; 1 µm/ms = 1e-3 m/s."),
        Mistake::new(
            1e-6 * distance / delay,
            "this is in m/ms: a delay in ms is 1e-3 s.",
            "c’est en m/ms : un délai en ms vaut 1e-3 s.",
        ),
        Mistake::new(
            delay / distance,
            "the fraction is upside down: distance over delay.",
            "la fraction est inversée : la distance divisée par le délai.",
        ),
        Mistake::new(
            1e3 * delay / distance,
            "the fraction is upside down: distance over delay.",
            "la fraction est inversée : la distance divisée par le délai.",
        ),
        Mistake::new(
            -1e-3 * distance / delay,
            "the sign: both differences are taken in the same order, `to` minus `from`.",
            "le signe : les deux différences se prennent dans le même ordre, `to` moins `from`.",
        ),
        Mistake::new(
            1e-3 * run.positions[to] / first(to),
            "this counts from position 0 and time 0; take the differences between the two compartments.",
            "ceci compte depuis la position 0 et le temps 0 ; prenez les différences entre les deux compartiments.",
        ),
        Mistake::new(
            1e-3 * distance / (last(to) - last(from)),
            "these are the last spikes; the same spike is the first one at both places.",
            "ce sont les derniers potentiels d’action ; le même est le premier aux deux endroits.",
        ),
        Mistake::new(
            1e-3 * (to as f64 - from as f64) / delay,
            "the distance is counted in compartments; `run.positions` has it in µm.",
            "la distance est comptée en compartiments ; `run.positions` la donne en µm.",
        ),
    ]
}

/// Exercise 12: the exponent a of y ∝ xᵃ, the slope of ln y against ln x by least squares.
pub fn power_law(student: fn(&Array1<f64>, &Array1<f64>) -> f64) -> Verdict {
    let curves: [(&[f64], &[f64]); 3] = [
        (&[2.0, 3.0, 5.0, 9.0, 20.0], &[8.1, 9.0, 13.2, 15.1, 27.0]),
        (&[0.5, 1.0, 4.0, 30.0], &[12.0, 5.5, 1.9, 0.21]),
        (&[10.0, 20.0, 70.0, 100.0, 300.0, 400.0], &[0.4, 1.3, 14.0, 33.0, 260.0, 520.0]),
    ];
    let mut cases = Vec::new();
    for (x, y) in curves {
        let inputs = Inputs::new()
            .code("x", &format!("&Array1::from(vec!{x:?})"))
            .code("y", &format!("&Array1::from(vec!{y:?})"));
        let received = student(&Array1::from(x.to_vec()), &Array1::from(y.to_vec()));
        let expected = slope(&logarithms(x), &logarithms(y));
        cases.push(Case::formula(inputs, expected, received, "", power_mistakes(x, y)));
    }
    Verdict::of(
        "power_law",
        &cases,
        &say(
            "On logarithmic axes a power is a straight line, and its exponent the slope.",
            "En axes logarithmiques, une puissance est une droite, et son exposant la pente.",
        ),
    )
}

fn logarithms(values: &[f64]) -> Vec<f64> {
    values.iter().map(|x| x.ln()).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Σ (x − x̄)(y − ȳ).
fn products(x: &[f64], y: &[f64]) -> f64 {
    let (mean_x, mean_y) = (mean(x), mean(y));
    x.iter().zip(y).map(|(x, y)| (x - mean_x) * (y - mean_y)).sum()
}

fn slope(x: &[f64], y: &[f64]) -> f64 {
    products(x, y) / products(x, x)
}

fn power_mistakes(x: &[f64], y: &[f64]) -> Vec<Mistake> {
    let (p, q) = (logarithms(x), logarithms(y));
    let last = x.len() - 1;
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    vec![
        Mistake::new(
            slope(x, y),
            "this is the slope of y against x itself; take the logarithm of both first.",
            "c’est la pente de y en fonction de x lui-même ; prenez d’abord le logarithme des deux.",
        ),
        Mistake::new(
            slope(x, &q),
            "only y is logarithmic: that would be an exponential. Take the logarithm of x as well.",
            "seul y est en logarithme : ce serait une exponentielle. Prenez aussi le logarithme de x.",
        ),
        Mistake::new(
            slope(&q, &p),
            "x and y are exchanged: below stand the squares of the deviations of ln x.",
            "x et y sont échangés : au dénominateur sont les carrés des écarts de ln x.",
        ),
        Mistake::new(
            (q[last] - q[0]) / (p[last] - p[0]),
            "only the first and the last point are used; least squares use all of them.",
            "seuls le premier et le dernier point servent ; les moindres carrés les utilisent tous.",
        ),
        Mistake::new(
            dot(&p, &q) / dot(&p, &p),
            "the means are missing: deviations from the mean are multiplied, not the logarithms themselves.",
            "les moyennes manquent : on multiplie les écarts à la moyenne et non les logarithmes eux-mêmes.",
        ),
        Mistake::new(
            products(&p, &q) / (products(&p, &p) * products(&q, &q)).sqrt(),
            "this is the coefficient of correlation; divide by the squares of the deviations of ln x alone.",
            "c’est le coefficient de corrélation ; divisez seulement par les carrés des écarts de ln x.",
        ),
        Mistake::new(
            products(&p, &q),
            "divide by the sum of the squared deviations of ln x.",
            "divisez par la somme des carrés des écarts de ln x.",
        ),
        Mistake::new(
            products(&p, &q) / x.len() as f64,
            "this is the covariance of the logarithms; divide by the variance of ln x.",
            "c’est la covariance des logarithmes ; divisez par la variance de ln x.",
        ),
    ]
}
