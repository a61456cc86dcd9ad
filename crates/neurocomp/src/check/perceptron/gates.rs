use ndarray::{Array1, array};

use super::{ALWAYS, AND, CORNERS, NAND, NEVER, OR, Truth, field_of};
use crate::check::argument::{Argument, Arguments};
use crate::check::exercise::{Accepts, Exercise, Mistake, seen, showing, text};
use crate::check::{Verdict, say};
use crate::perceptron::sign;

/// A student's weights of AND, OR and NAND, in this order.
pub type Gates = fn() -> (Array1<f64>, Array1<f64>, Array1<f64>);

/// Exercise 3: weights (w₀, w₁, w₂) of AND, OR and NAND; any that answer all four inputs rightly.
pub fn gates(student: Gates) -> Verdict {
    GATES.judge(|case| {
        let (and, or, nand) = student();
        [and, or, nand][case.gate].clone()
    })
}

/// What a gate answers to an input. The call has no argument.
pub(super) struct Case {
    /// 0 for AND, 1 for OR, 2 for NAND.
    gate: usize,
    corner: usize,
}

impl Case {
    fn truth(&self) -> Truth {
        [AND, OR, NAND][self.gate]
    }

    fn expected(&self) -> f64 {
        self.truth()[self.corner]
    }

    fn field(&self, w: &Array1<f64>) -> f64 {
        let [a, b] = CORNERS[self.corner];
        field_of(w, &array![a, b])
    }
}

impl Arguments for Case {
    fn each(&self) -> Vec<&dyn Argument> {
        Vec::new()
    }
}

/// The answer is the weights of one gate.
pub(super) static GATES: Exercise<Case, Array1<f64>> = Exercise {
    name: "gates",
    cases: || (0..12).map(|k| Case { gate: k / 4, corner: k % 4 }).collect(),
    remark: |case| {
        let (gate, x) = (case.gate, CORNERS[case.corner]);
        let name = say(["AND", "OR", "NAND"][gate], ["ET", "OU", "NON-ET"][gate]);
        format!("{name}, `output(&gates().{gate}, &array!{x:?})`")
    },
    right: |case| [and(), or(), nand()][case.gate].clone(),
    also_right: &[|case| [array![-5.0, 3.0, 4.0], array![-1.0, 2.0, 1.5], array![7.0, -4.0, -5.0]][case.gate].clone()],
    accepts: Accepts::If(|case, _, w| {
        w.len() == 3 && case.field(w).is_finite() && sign(case.field(w)) == case.expected()
    }),
    mistakes: &[
        showing(
            |_, _, w| [say("three weights", "trois poids"), w.len().to_string()],
            seen(
                |_, _, w| w.len() != 3,
                |_| array![1.0, 1.0],
                "w₀ (the bias), w₁ and w₂, in this order.",
                "w₀ (le biais), w₁ et w₂, dans cet ordre.",
            ),
        ),
        answered(seen(
            |case, _, w| !case.field(w).is_finite(),
            |_| array![f64::NAN, 1.0, 1.0],
            "NaN is “not a number”: 0/0, or the logarithm of a negative number. Infinity is a division by 0.",
            "NaN signifie « pas un nombre » : 0/0, ou le logarithme d’un nombre négatif. L’infini est une division par 0.",
        )),
        answered(seen(
            |_, _, w| w.iter().all(|&w| w == 0.0),
            |_| Array1::zeros(3),
            "all weights are 0, so the field is always 0 and the answer always −1.",
            "tous les poids sont nuls : le champ est toujours nul et la réponse toujours −1.",
        )),
        answered(seen(
            |case, _, w| truth(&array![w[2], w[0], w[1]]) == case.truth(),
            |case| {
                let w = (GATES.right)(case);
                array![w[1], w[2], w[0]]
            },
            "the order: the bias comes first, (b, w₁, w₂).",
            "l’ordre : le biais vient en premier, (b, w₁, w₂).",
        )),
        answered(seen(
            |case, _, w| truth(&array![-w[0], w[1], w[2]]) == case.truth(),
            |case| {
                let w = (GATES.right)(case);
                array![-w[0], w[1], w[2]]
            },
            "the sign of the bias: b is added to w·x. What is subtracted is the threshold θ = −b.",
            "le signe du biais : b s’ajoute à w·x. C’est le seuil θ = −b que l’on soustrait.",
        )),
        answered(seen(
            |case, _, w| case.field(w) == 0.0,
            |_| array![-1.0, 1.0, 1.0],
            "this point lies on the line, where the field is 0 and the answer −1. Put the line half way between the \
             two classes.",
            "ce point est sur la droite : le champ y est nul et la réponse est −1. Placez la droite à mi-chemin entre \
             les deux classes.",
        )),
        answered(seen(|_, _, w| truth(w) == AND, |_| and(), "these are weights of AND.", "ce sont des poids de ET.")),
        answered(seen(|_, _, w| truth(w) == OR, |_| or(), "these are weights of OR.", "ce sont des poids de OU.")),
        answered(seen(
            |_, _, w| truth(w) == NAND,
            |_| nand(),
            "these are weights of NAND.",
            "ce sont des poids de NON-ET.",
        )),
        answered(seen(
            |case, _, w| truth(w) == NOR && case.truth() == OR,
            |case| if case.truth() == OR { nor() } else { (GATES.right)(case) },
            "these are weights of NOR, the opposite of OR: change all signs.",
            "ce sont des poids de NON-OU, l’opposé de OU : changez tous les signes.",
        )),
        answered(seen(
            |_, _, w| truth(w) == NOR,
            |_| nor(),
            "these are weights of NOR, the opposite of OR.",
            "ce sont des poids de NON-OU, l’opposé de OU.",
        )),
        answered(seen(
            |_, _, w| truth(w) == NEVER,
            |_| array![-3.0, 1.0, 1.0],
            "this neuron never says yes: the bias is too negative for these weights.",
            "ce neurone ne dit jamais oui : le biais est trop négatif pour ces poids.",
        )),
        answered(seen(
            |_, _, w| truth(w) == ALWAYS,
            |_| array![2.0, 1.0, 1.0],
            "this neuron always says yes: the bias is too large for these weights.",
            "ce neurone dit toujours oui : le biais est trop grand pour ces poids.",
        )),
        answered(seen(
            |_, _, _| true,
            |_| array![-0.5, 1.0, 0.25],
            "write down the field for each of the four inputs: which should be positive, and which not?",
            "écrivez le champ pour chacune des quatre entrées : lesquels doivent être positifs, lesquels non ?",
        )),
    ],
    lesson: text(
        "Yours are three lines among infinitely many that do the same.",
        "Ce sont trois droites parmi une infinité qui conviennent.",
    ),
    ..Exercise::TABLE
};

const NOR: Truth = [1.0, -1.0, -1.0, -1.0];

/// What these weights answer to the four inputs.
fn truth(w: &Array1<f64>) -> Truth {
    CORNERS.map(|[a, b]| sign(field_of(w, &array![a, b])))
}

fn and() -> Array1<f64> {
    array![-1.5, 1.0, 1.0]
}

fn or() -> Array1<f64> {
    array![-0.5, 1.0, 1.0]
}

fn nand() -> Array1<f64> {
    array![1.5, -1.0, -1.0]
}

fn nor() -> Array1<f64> {
    array![0.5, -1.0, -1.0]
}

/// Shows the answer to the input with the weights and the field.
const fn answered(mistake: Mistake<Case, Array1<f64>>) -> Mistake<Case, Array1<f64>> {
    showing(
        |case, _, w| {
            let (field, weights) = (case.field(w), w.to_vec());
            let answer = sign(field);
            [
                format!("{:+}", case.expected()),
                say(
                    format!("{answer:+}, with w = `array!{weights:?}`: the field is {field}"),
                    format!("{answer:+}, avec w = `array!{weights:?}` : le champ vaut {field}"),
                ),
            ]
        },
        mistake,
    )
}
