use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 41: how many times more power than a brain a computer needs to hold the same memory. Memory of a neuron in kB,
/// power of the brain in W, power of the computer in mW per GB.
pub fn energy_ratio(student: fn(f64, f64, f64, f64) -> f64) -> Verdict {
    ENERGY_RATIO.judge(|&(neurons, kilobytes, brain, per_gigabyte)| student(neurons, kilobytes, brain, per_gigabyte))
}

type Call = (f64, f64, f64, f64);

pub(super) static ENERGY_RATIO: Exercise<Call, f64> = Exercise {
    name: "energy_ratio",
    inputs: &["neurons", "kilobytes (kB)", "brain_watts (W)", "milliwatts_per_gigabyte (mW/GB)"],
    cases: || vec![(8.6e10, 5.0, 20.0, 3.0), (7e7, 8.0, 0.05, 2.5), (1e6, 12.0, 1e-5, 4.0)],
    right: ratio,
    also_right: &[|&(neurons, kilobytes, brain, per_gigabyte)| {
        neurons * kilobytes * 1e3 / 1e9 * per_gigabyte * 1e-3 / brain
    }],
    mistakes: &[
        gives(
            computer,
            "this is the power of the computer, in W. Divide it by the power of the brain.",
            "c’est la puissance de l’ordinateur, en W. Divisez-la par celle du cerveau.",
        ),
        gives(
            |call| 1.0 / ratio(call),
            "the fraction is upside down: computer over brain.",
            "la fraction est inversée : ordinateur sur cerveau.",
        ),
        gives(
            |call| 1e3 * ratio(call),
            "a factor of 1000 too large: the power of the computer is in mW, the power of the brain in W.",
            "un facteur 1000 en trop : la puissance de l’ordinateur est en mW, celle du cerveau en W.",
        ),
        gives(
            |call| 1e6 * ratio(call),
            "a factor of a million too large: 1 GB is 10⁶ kB.",
            "un facteur un million en trop : 1 GB vaut 10⁶ kB.",
        ),
        gives(
            |call| 1e9 * ratio(call),
            "no unit is converted: 1 GB is 10⁶ kB, and 1 W is 10³ mW.",
            "aucune unité n’est convertie : 1 GB vaut 10⁶ kB et 1 W vaut 10³ mW.",
        ),
        gives(
            |call| ratio(call) / 1e3,
            "1000 times too small: from kB to GB it is 10⁶, not 10⁹.",
            "1000 fois trop petit : de kB à GB, c’est 10⁶ et non 10⁹.",
        ),
        gives(
            |call| ratio(call) * 1e6 / (1024.0 * 1024.0),
            "1 kB is 1000 bytes and 1 GB is 10⁹ bytes here; 1024 belongs to the units kiB and GiB.",
            "ici 1 kB vaut 1000 octets et 1 GB vaut 10⁹ octets ; 1024 appartient aux unités kiB et GiB.",
        ),
        gives(
            |call| computer(call) * call.2,
            "you multiply by the power of the brain; a ratio divides.",
            "vous multipliez par la puissance du cerveau ; un rapport divise.",
        ),
    ],
    lesson: text(
        "A sum of this kind is only as good as its units: kB to GB is 10⁶, mW to W is 10³.",
        "Un tel calcul ne vaut que par ses unités : de kB à GB, 10⁶ ; de mW à W, 10³.",
    ),
    ..Exercise::TABLE
};

fn ratio(call: &Call) -> f64 {
    computer(call) / call.2
}

/// In W.
fn computer(&(neurons, kilobytes, _, per_gigabyte): &Call) -> f64 {
    neurons * kilobytes / 1e6 * per_gigabyte / 1e3
}
