use ndarray::{Array1, ArrayRef1, array};

use super::{ALWAYS, AND, CORNERS, NAND, NEVER, OR, Truth};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};

/// Exercise 4: XOR of two inputs 0 or 1, as −1 or +1.
pub fn xor(student: fn(&ArrayRef1<f64>) -> f64) -> Verdict {
    XOR_GATE.judge(|(x,)| student(x))
}

type Call = (Array1<f64>,);

pub(super) static XOR_GATE: Exercise<Call, f64> = Exercise {
    name: "xor",
    inputs: &["x"],
    cases: || CORNERS.map(|[a, b]| (array![a, b],)).into(),
    right: |x| answer(x, XOR),
    mistakes: &[
        gives(
            |x| answer(x, OR),
            "this is OR: (1, 1) must give −1. Does the second layer listen to the NAND neuron?",
            "c’est OU : (1, 1) doit donner −1. La deuxième couche écoute-t-elle le neurone NON-ET ?",
        ),
        gives(
            |x| answer(x, NAND),
            "this is NAND: (0, 0) must give −1. Does the second layer listen to the OR neuron?",
            "c’est NON-ET : (0, 0) doit donner −1. La deuxième couche écoute-t-elle le neurone OU ?",
        ),
        gives(
            |x| answer(x, AND),
            "this is AND: the neurons of the first layer are OR and NAND; AND comes in the second.",
            "c’est ET : les neurones de la première couche sont OU et NON-ET ; ET vient dans la deuxième.",
        ),
        gives(
            |x| answer(x, ALWAYS),
            "always true: “OR or NAND” holds for every input. The second layer is an AND.",
            "toujours vrai : « OU ou NON-ET » est vrai pour toute entrée. La deuxième couche est un ET.",
        ),
        gives(
            |x| answer(x, NEVER),
            "never true: “AND and NAND” can never hold together. The first layer is OR and NAND.",
            "jamais vrai : « ET et NON-ET » ne peuvent être vrais ensemble. La première couche est OU et NON-ET.",
        ),
        gives(
            |x| -answer(x, XOR),
            "exactly the opposite: true where both inputs are the same. The neuron of the second layer is AND, not NAND.",
            "exactement le contraire : vrai quand les deux entrées sont égales. Le neurone de la deuxième couche est ET \
             et non NON-ET.",
        ),
        gives(
            |x| answer(x, XOR).max(0.0),
            "the right idea, in 0 and 1: the answer of a perceptron is −1 or +1.",
            "c’est la bonne idée, en 0 et 1 : la réponse d’un perceptron est −1 ou +1.",
        ),
        seen(
            |_, _, answer| answer.is_finite() && answer.abs() != 1.0,
            |(x,)| x[0] + x[1] - 0.5,
            "this is a field rather than an answer: return the answer −1 or +1 of the second layer, by `output`.",
            "c’est un champ et non une réponse : renvoyez la réponse −1 ou +1 de la deuxième couche, par `output`.",
        ),
        seen(
            |_, _, answer| answer.is_finite(),
            |(x,)| if x[0] == 1.0 { 1.0 } else { -1.0 },
            "write down a table: for each of the four inputs, what OR says, what NAND says, and what AND makes of both.",
            "dressez un tableau : pour chacune des quatre entrées, ce que dit OU, ce que dit NON-ET, et ce que ET en fait.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "Two layers do what no single neuron can.",
        "Deux couches font ce qu’aucun neurone seul ne peut faire.",
    ),
    ..Exercise::TABLE
};

const XOR: Truth = [-1.0, 1.0, 1.0, -1.0];

/// What the table says for these inputs.
fn answer((x,): &Call, table: Truth) -> f64 {
    table[2 * x[0] as usize + x[1] as usize]
}
