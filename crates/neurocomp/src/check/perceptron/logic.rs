//! AND, OR, NAND by one neuron, XOR by two layers.

use ndarray::{Array1, ArrayRef1};

use super::array;
use crate::check::case::not_a_number;
use crate::check::{Inputs, Verdict, about, say};
use crate::perceptron::sign;

/// A student's weights of AND, OR and NAND, in this order.
pub type Gates = fn() -> (Array1<f64>, Array1<f64>, Array1<f64>);

/// The inputs in the order of the truth tables.
const CORNERS: [[f64; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];

type Truth = [f64; 4];

const AND: Truth = [-1.0, -1.0, -1.0, 1.0];
const OR: Truth = [-1.0, 1.0, 1.0, 1.0];
const NAND: Truth = [1.0, 1.0, 1.0, -1.0];
const NOR: Truth = [1.0, -1.0, -1.0, -1.0];
const XOR: Truth = [-1.0, 1.0, 1.0, -1.0];
const NEVER: Truth = [-1.0; 4];
const ALWAYS: Truth = [1.0; 4];

/// Exercise 3: weights (w₀, w₁, w₂) of AND, OR and NAND; any that answer all four inputs rightly.
pub fn gates(student: Gates) -> Verdict {
    let (and, or, nand) = student();
    for (place, (name, w, truth)) in [("AND", and, AND), ("OR", or, OR), ("NAND", nand, NAND)].into_iter().enumerate() {
        if let Err(message) = judge_gate(place, name, &w, &truth) {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "AND, OR and NAND are right for all four inputs.\nYours are three lines among infinitely many that do the same.",
        "ET, OU et NON-ET sont justes pour les quatre entrées.\nCe sont trois droites parmi une infinité qui conviennent.",
    ))
}

fn judge_gate(place: usize, name: &str, w: &Array1<f64>, truth: &Truth) -> Result<(), String> {
    let french = match name {
        "AND" => "ET",
        "OR" => "OU",
        _ => "NON-ET",
    };
    let name = say(name, french);
    if w.len() != 3 {
        return Err(about(
            "gates",
            &Inputs::new().note(&name),
            &say("three weights", "trois poids"),
            &w.len().to_string(),
            &say("w₀ (the bias), w₁ and w₂, in this order.", "w₀ (le biais), w₁ et w₂, dans cet ordre."),
        ));
    }
    let answers = CORNERS.map(|x| sign(field(w, x)));
    let Some(k) = (0..4).find(|&k| answers[k] != truth[k] || !field(w, CORNERS[k]).is_finite()) else {
        return Ok(());
    };
    let inputs = Inputs::new()
        .note(&name)
        .code("w", &format!("&gates().{place}"))
        .code("x", &format!("&{}", array(&CORNERS[k])));
    let weights = array(&w.to_vec());
    let s = field(w, CORNERS[k]);
    Err(about(
        "output",
        &inputs,
        &format!("{:+}", truth[k]),
        &say(
            format!("{:+}, with w = `{weights}`: the field is {s}", answers[k]),
            format!("{:+}, avec w = `{weights}` : le champ vaut {s}", answers[k]),
        ),
        &gate_cause(w, truth, &answers, s),
    ))
}

fn field(w: &Array1<f64>, x: [f64; 2]) -> f64 {
    w[0] + w[1] * x[0] + w[2] * x[1]
}

fn gate_cause(w: &Array1<f64>, truth: &Truth, answers: &Truth, s: f64) -> String {
    if !s.is_finite() {
        return not_a_number(s);
    }
    let would_do = |w: [f64; 3]| {
        let w = Array1::from(w.to_vec());
        CORNERS.map(|x| sign(field(&w, x))) == *truth
    };
    if w.iter().all(|&w| w == 0.0) {
        return say(
            "all weights are 0, so the field is always 0 and the answer always −1.",
            "tous les poids sont nuls : le champ est toujours nul et la réponse toujours −1.",
        );
    }
    if would_do([w[2], w[0], w[1]]) {
        return say(
            "the order: the bias comes first, (b, w₁, w₂).",
            "l’ordre : le biais vient en premier, (b, w₁, w₂).",
        );
    }
    if would_do([-w[0], w[1], w[2]]) {
        return say(
            "the sign of the bias: b is added to w·x. What is subtracted is the threshold θ = −b.",
            "le signe du biais : b s’ajoute à w·x. C’est le seuil θ = −b que l’on soustrait.",
        );
    }
    if s == 0.0 {
        return say(
            "this point lies on the line, where the field is 0 and the answer −1. Put the line half way between the \
             two classes.",
            "ce point est sur la droite : le champ y est nul et la réponse est −1. Placez la droite à mi-chemin entre \
             les deux classes.",
        );
    }
    known_table(answers).unwrap_or_else(|| {
        say(
            "write down the field for each of the four inputs: which should be positive, and which not?",
            "écrivez le champ pour chacune des quatre entrées : lesquels doivent être positifs, lesquels non ?",
        )
    })
}

fn known_table(answers: &Truth) -> Option<String> {
    let told = |english: &str, french: &str| Some(say(english, french));
    match *answers {
        AND => told("these are weights of AND.", "ce sont des poids de ET."),
        OR => told("these are weights of OR.", "ce sont des poids de OU."),
        NAND => told("these are weights of NAND.", "ce sont des poids de NON-ET."),
        NOR => told(
            "these are weights of NOR, the opposite of OR: change all signs.",
            "ce sont des poids de NON-OU, l’opposé de OU : changez tous les signes.",
        ),
        NEVER => told(
            "this neuron never says yes: the bias is too negative for these weights.",
            "ce neurone ne dit jamais oui : le biais est trop négatif pour ces poids.",
        ),
        ALWAYS => told(
            "this neuron always says yes: the bias is too large for these weights.",
            "ce neurone dit toujours oui : le biais est trop grand pour ces poids.",
        ),
        _ => None,
    }
}

/// Exercise 4: XOR of two inputs 0 or 1, as −1 or +1.
pub fn xor(student: fn(&ArrayRef1<f64>) -> f64) -> Verdict {
    let answers = CORNERS.map(|x| student(&Array1::from(x.to_vec())));
    let Some(k) = (0..4).find(|&k| answers[k] != XOR[k]) else {
        return Verdict::pass(say(
            "`xor` is right for all four inputs: two layers do what no single neuron can.",
            "`xor` est juste pour les quatre entrées : deux couches font ce qu’aucun neurone seul ne peut faire.",
        ));
    };
    let inputs = Inputs::new().code("x", &format!("&{}", array(&CORNERS[k])));
    Verdict::fail(about("xor", &inputs, &format!("{:+}", XOR[k]), &format!("{}", answers[k]), &xor_cause(&answers)))
}

fn xor_cause(answers: &Truth) -> String {
    if let Some(&bad) = answers.iter().find(|answer| !answer.is_finite()) {
        return not_a_number(bad);
    }
    match *answers {
        OR => say(
            "this is OR: (1, 1) must give −1. Does the second layer listen to the NAND neuron?",
            "c’est OU : (1, 1) doit donner −1. La deuxième couche écoute-t-elle le neurone NON-ET ?",
        ),
        NAND => say(
            "this is NAND: (0, 0) must give −1. Does the second layer listen to the OR neuron?",
            "c’est NON-ET : (0, 0) doit donner −1. La deuxième couche écoute-t-elle le neurone OU ?",
        ),
        AND => say(
            "this is AND: the neurons of the first layer are OR and NAND; AND comes in the second.",
            "c’est ET : les neurones de la première couche sont OU et NON-ET ; ET vient dans la deuxième.",
        ),
        ALWAYS => say(
            "always true: “OR or NAND” holds for every input. The second layer is an AND.",
            "toujours vrai : « OU ou NON-ET » est vrai pour toute entrée. La deuxième couche est un ET.",
        ),
        NEVER => say(
            "never true: “AND and NAND” can never hold together. The first layer is OR and NAND.",
            "jamais vrai : « ET et NON-ET » ne peuvent être vrais ensemble. La première couche est OU et NON-ET.",
        ),
        [1.0, -1.0, -1.0, 1.0] => say(
            "exactly the opposite: true where both inputs are the same. The neuron of the second layer is AND, not NAND.",
            "exactement le contraire : vrai quand les deux entrées sont égales. Le neurone de la deuxième couche est ET \
             et non NON-ET.",
        ),
        [0.0, 1.0, 1.0, 0.0] => say(
            "the right idea, in 0 and 1: the answer of a perceptron is −1 or +1.",
            "c’est la bonne idée, en 0 et 1 : la réponse d’un perceptron est −1 ou +1.",
        ),
        _ if answers.iter().any(|answer| answer.abs() != 1.0) => say(
            "this is a field rather than an answer: return the answer −1 or +1 of the second layer, by `output`.",
            "c’est un champ et non une réponse : renvoyez la réponse −1 ou +1 de la deuxième couche, par `output`.",
        ),
        _ => say(
            "write down a table: for each of the four inputs, what OR says, what NAND says, and what AND makes of both.",
            "dressez un tableau : pour chacune des quatre entrées, ce que dit OU, ce que dit NON-ET, et ce que ET en fait.",
        ),
    }
}
