//! Exercise 8: the Jacobian matrix of two populations.

use crate::check::case::not_a_number;
use crate::check::{Inputs, Verdict, about, say};
use crate::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};

type Jacobian = [[f64; 2]; 2];

/// Exercise 8: the Jacobian matrix [[∂Ė/∂E, ∂Ė/∂I], [∂İ/∂E, ∂İ/∂I]], in 1/ms; a finite difference is exact enough.
pub fn jacobian(student: fn(WilsonCowanParams, f64, f64) -> [[f64; 2]; 2]) -> Verdict {
    let mut n = 0;
    for (p, rust) in unseen_pairs() {
        for (e, i) in [(0.21, 0.14), (0.08, 0.3)] {
            let inputs = Inputs::new().code("p", rust).number("e", e, "").number("i", i, "");
            if let Err(message) = judge_jacobian(p, (e, i), &inputs, student(p, e, i)) {
                return Verdict::fail(message);
            }
            n += 1;
        }
    }
    Verdict::pass(say(
        format!(
            "`jacobian` is right at all {n} points tried.\nIts eigenvalues tell what becomes of a small deviation."
        ),
        format!(
            "`jacobian` est juste aux {n} points essayés.\nSes valeurs propres disent ce que devient un petit écart."
        ),
    ))
}

/// Parameters that the tutorial does not show, and how they are written.
fn unseen_pairs() -> [(WilsonCowanParams, &'static str); 2] {
    [
        (
            WilsonCowanParams { tau_e: 5.0, w_ee: 13.0, input_e: 1.1, ..Default::default() },
            "WilsonCowanParams { tau_e: 5.0, w_ee: 13.0, input_e: 1.1, ..Default::default() }",
        ),
        (
            WilsonCowanParams { tau_i: 14.0, w_ii: 6.0, refractory_e: 0.0, ..Default::default() },
            "WilsonCowanParams { tau_i: 14.0, w_ii: 6.0, refractory_e: 0.0, ..Default::default() }",
        ),
    ]
}

fn judge_jacobian(p: WilsonCowanParams, (e, i): (f64, f64), inputs: &Inputs, received: Jacobian) -> Result<(), String> {
    let model = WilsonCowan::new(p).expect("the parameters of the checks are valid");
    let matrix = model.jacobian(e, i);
    let right: Jacobian = std::array::from_fn(|row| std::array::from_fn(|k| matrix[(row, k)]));
    let like = |other: &dyn Fn(usize, usize) -> f64| {
        (0..4).all(|k| {
            let (row, column) = (k / 2, k % 2);
            let value = other(row, column);
            (received[row][column] - value).abs() <= 2e-4 * (1.0 + value.abs())
        })
    };
    if like(&|row, column| right[row][column]) {
        return Ok(());
    }
    let entries = || received.iter().flatten().copied();
    let largest = entries().map(f64::abs).fold(0.0, f64::max);
    let cause = if let Some(bad) = entries().find(|x| !x.is_finite()) {
        not_a_number(bad)
    } else if largest == 0.0 {
        say(
            "all entries are 0: either nothing is shifted, or h is so small that e + h equals e. Try h = 1e-5.",
            "tous les éléments sont nuls : rien n’est décalé, ou h est si petit que e + h égale e. Essayez h = 1e-5.",
        )
    } else if like(&|row, column| right[column][row]) {
        say(
            "rows and columns are exchanged: the first row holds the derivatives of Ė, with respect to E, then I.",
            "lignes et colonnes sont échangées : la première ligne contient les dérivées de Ė, par rapport à E puis à I.",
        )
    } else if like(&|row, column| right[1 - row][column]) {
        say("the rows are exchanged: Ė first, İ second.", "les lignes sont échangées : Ė d’abord, İ ensuite.")
    } else if like(&|row, column| right[row][1 - column]) {
        say(
            "the columns are exchanged: the shift of E first, that of I second.",
            "les colonnes sont échangées : le décalage de E d’abord, celui de I ensuite.",
        )
    } else if like(&|row, column| 2.0 * right[row][column]) {
        say(
            "twice too large: from e − h to e + h it is 2h, so divide by 2h.",
            "deux fois trop grand : de e − h à e + h il y a 2h, divisez donc par 2h.",
        )
    } else if like(&|row, column| 0.5 * right[row][column]) {
        say(
            "half of what it should be: from e to e + h it is h, so divide by h.",
            "la moitié de ce qu’il faut : de e à e + h il y a h, divisez donc par h.",
        )
    } else if like(&|row, column| -right[row][column]) {
        say(
            "all signs are wrong: the slope at e + h comes first, the one at e − h is subtracted.",
            "tous les signes sont faux : la pente en e + h vient d’abord, celle en e − h est soustraite.",
        )
    } else if like(&|row, _| right[row][0]) || like(&|row, _| right[row][1]) {
        say(
            "both columns are the same: in the second column, shift i and leave e where it is.",
            "les deux colonnes sont les mêmes : dans la seconde, décalez i et laissez e en place.",
        )
    } else if largest < 1e-2 {
        say(
            "the division is missing: a derivative is the difference divided by how far one has moved, 2h.",
            "la division manque : une dérivée est la différence divisée par le déplacement, 2h.",
        )
    } else {
        say(
            "compare entry by entry, with h = 1e-5: (slope at e + h − slope at e − h)/(2h).",
            "comparez élément par élément, avec h = 1e-5 : (pente en e + h − pente en e − h)/(2h).",
        )
    };
    let shown = |m: Jacobian| format!("[[{:.4}, {:.4}], [{:.4}, {:.4}]] 1/ms", m[0][0], m[0][1], m[1][0], m[1][1]);
    Err(about("jacobian", inputs, &shown(right), &shown(received), &cause))
}
