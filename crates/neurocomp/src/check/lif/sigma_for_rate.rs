use super::{neuron, unseen_neurons};
use crate::check::answer::quantity;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, seen, showing, text};
use crate::check::{Verdict, say};
use crate::neuron::lif::{Lif, LifParams};

/// Exercise 10: the noise σ in mV with which a neuron whose mean input stays below the threshold fires at the rate
/// `target` (Hz). Right when Siegert's rate comes to within 1 % of the target.
pub fn sigma_for_rate(student: fn(LifParams, f64, f64) -> f64) -> Verdict {
    SIGMA_FOR_RATE.judge(|&(p, current, target)| student(p, current, target))
}

type Call = (LifParams, f64, f64);

pub(super) static SIGMA_FOR_RATE: Exercise<Call, f64> = Exercise {
    name: "sigma_for_rate",
    inputs: &["p", "current (nA)", "target (Hz)"],
    answer: &[in_unit("mV")],
    cases: || {
        let calls = |p| [(0.75, 1.5), (0.5, 12.0)].map(|(part, target)| (p, part * neuron(p).rheobase(), target));
        unseen_neurons().into_iter().flat_map(calls).collect()
    },
    right: |&(p, current, target)| bisect(&neuron(p), current, target),
    also_right: &[|call| 1.0001 * (SIGMA_FOR_RATE.right)(call)],
    accepts: Accepts::If(|call, _, &sigma| {
        rate(call, sigma).is_some_and(|rate| (rate - call.2).abs() <= 0.01 * call.2)
    }),
    mistakes: &[
        seen(|_, _, &sigma| sigma < 0.0, |_| -1.0, "σ cannot be negative.", "σ ne peut pas être négatif."),
        showing(
            with_rates,
            seen(
                |&(p, current, target), _, &sigma| {
                    [1e-3, 1e3].iter().any(|unit| are_near(sigma, bisect(&neuron(p), current, unit * target)))
                },
                |&(p, current, target)| bisect(&neuron(p), current, target / 1000.0),
                "Hz and kHz are mixed: target and Siegert’s rate are both in Hz.",
                "Hz et kHz sont mêlés : la cible et le taux de Siegert sont tous deux en Hz.",
            ),
        ),
        showing(
            with_rates,
            gives(
                |&(_, current, target)| bisect(&neuron(LifParams::default()), current, target),
                "this is the σ of the default neuron: build the neuron from the `p` that the function receives.",
                "c’est le σ du neurone par défaut : construisez le neurone à partir du `p` que reçoit la fonction.",
            ),
        ),
        showing(
            with_rates,
            gives(
                |&(_, _, target)| target,
                "this is the target rate itself, not σ.",
                "c’est le taux visé lui-même, et non σ.",
            ),
        ),
        showing(
            with_rates,
            gives(
                |_| 50.0,
                "the interval is still the one at the start: does `let low = …` stand in the loop? `let` makes a new variable, \
             which is gone at the next `}`. To change `low`, write `low = middle;`.",
                "l’intervalle est resté celui du départ : y a-t-il un `let low = …` dans la boucle ? `let` crée une nouvelle \
             variable, qui disparaît à la prochaine `}`. Pour changer `low`, écrivez `low = middle;`.",
            ),
        ),
        showing(
            with_rates,
            seen(
                |_, &right, &sigma| sigma.is_finite() && !(0.02 * right..=10.0 * right).contains(&sigma),
                |_| 1000.0,
                "the bisection has run to one end of its interval: is the comparison the right way round? More noise, more \
             spikes: if the rate in the middle is below the target, σ lies in the upper half.",
                "la dichotomie a couru jusqu’à une extrémité de son intervalle : la comparaison est-elle dans le bon sens ? \
             Plus de bruit, plus de potentiels d’action : si le taux au milieu est sous la cible, σ est dans la moitié \
             supérieure.",
            ),
        ),
        showing(
            with_rates,
            seen(
                |_, _, sigma| sigma.is_finite(),
                |call| 1.1 * (SIGMA_FOR_RATE.right)(call),
                "near, but not there: does the interval hold the solution from the start, and is it halved at least 40 times?",
                "vous n’y êtes pas encore : l’intervalle contient-il la solution au départ, et est-il coupé en deux au moins \
             40 fois ?",
            ),
        ),
    ],
    lesson: text(
        "It hits the target to within 1 %: weak noise and rare spikes, strong noise and many.",
        "La cible est atteinte à 1 % près : bruit faible, potentiels d’action rares ; bruit fort, ils sont nombreux.",
    ),
    ..Exercise::TABLE
};

/// Siegert's rate in Hz; none where σ is no noise.
fn rate(&(p, current, _): &Call, sigma: f64) -> Option<f64> {
    neuron(p).siegert_rate(current, sigma).ok()
}

fn are_near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.01 * b.abs()
}

/// Both σ with the rates that they give.
fn with_rates(call: &Call, &right: &f64, &student: &f64) -> [String; 2] {
    [right, student].map(|sigma| {
        let rate = rate(call, sigma).map_or("?".into(), |rate| quantity(rate, "Hz"));
        let sigma = quantity(sigma, "mV");
        say(format!("{sigma}, which gives {rate}"), format!("{sigma}, qui donne {rate}"))
    })
}

/// σ between 0 and 1000 mV at which Siegert's rate is `target`; the rate grows with σ when the mean input is below the
/// threshold.
fn bisect(lif: &Lif, current: f64, target: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1000.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        let rate = lif.siegert_rate(current, middle).unwrap_or(f64::INFINITY);
        if rate < target {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
