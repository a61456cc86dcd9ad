//! The field of a neuron, and what it says about the distance from the line.

use ndarray::{Array1, ArrayRef1, array, s};

use super::array;
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// A student's function of the weights (w₀, w₁ …) and of one example.
pub type Measure = fn(&Array1<f64>, &ArrayRef1<f64>) -> f64;

/// Weights and inputs that no page of the tutorial shows: on both sides of the line, with two inputs and with three.
fn unseen() -> [(Array1<f64>, Array1<f64>); 4] {
    [
        (array![-2.0, 0.5, 1.5], array![1.0, 2.0]),
        (array![0.7, -1.2, 2.5], array![3.0, 0.4]),
        (array![1.5, 2.0, -3.0, 0.25], array![-1.0, 0.5, 5.0]),
        (array![-0.8, 3.0, -4.0], array![2.0, 0.5]),
    ]
}

fn inputs(w: &Array1<f64>, x: &Array1<f64>) -> Inputs {
    let (w, x) = (w.to_vec(), x.to_vec());
    Inputs::new().code("w", &format!("&{}", array(&w))).code("x", &format!("&{}", array(&x)))
}

/// Exercise 1: the field w₀ + w₁x₁ + w₂x₂ + …
pub fn field(student: Measure) -> Verdict {
    let mut cases = Vec::new();
    for (w, x) in unseen() {
        let expected = w[0] + w.slice(s![1..]).dot(&x);
        let received = student(&w, &x);
        let mistakes = field_mistakes(&w, &x);
        cases.push(Case::formula(inputs(&w, &x), expected, received, "", mistakes));
    }
    Verdict::of(
        "field",
        &cases,
        &say(
            "The same line of code serves two inputs and the 784 pixels of a picture.",
            "La même ligne de code sert pour deux entrées et pour les 784 pixels d’une image.",
        ),
    )
}

fn field_mistakes(w: &Array1<f64>, x: &Array1<f64>) -> Vec<Mistake> {
    let n = x.len();
    let sum = w.slice(s![1..]).dot(x);
    let shifted = w.slice(s![..n]).dot(x);
    let field = w[0] + sum;
    vec![
        Mistake::new(sum, "the bias w[0] is missing.", "le biais w[0] manque."),
        Mistake::new(
            sum - w[0],
            "the bias is subtracted: b is added; it is the threshold θ = −b that one subtracts.",
            "le biais est soustrait : b s’ajoute ; c’est le seuil θ = −b que l’on soustrait.",
        ),
        Mistake::new(
            shifted,
            "the indices are shifted: w[0] is the bias, so x[0] goes with w[1], x[1] with w[2], and so on.",
            "les indices sont décalés : w[0] est le biais, donc x[0] va avec w[1], x[1] avec w[2], et ainsi de suite.",
        ),
        Mistake::new(
            shifted + w[n],
            "you took the last weight for the bias; in this course the bias comes first, w[0].",
            "vous avez pris le dernier poids pour le biais ; dans ce cours le biais vient en premier, w[0].",
        ),
        Mistake::new(
            w[0] + w[1] * x[0],
            "only the first input counts: the sum runs over all inputs.",
            "seule la première entrée compte : la somme porte sur toutes les entrées.",
        ),
        Mistake::new(
            w[0] * sum,
            "the bias multiplies the sum; it must be added.",
            "le biais multiplie la somme ; il faut l’ajouter.",
        ),
        Mistake::new(
            if field > 0.0 { 1.0 } else { -1.0 },
            "this is the answer already, the sign; here the field itself is asked for.",
            "c’est déjà la réponse, le signe ; on demande ici le champ lui-même.",
        ),
    ]
}

/// Exercise 2: the distance of a point from the line w·x + b = 0, positive on the side where the answer is +1.
pub fn distance(student: Measure) -> Verdict {
    let mut cases = Vec::new();
    for (w, x) in unseen() {
        let normal = w.slice(s![1..]);
        let expected = (w[0] + normal.dot(&x)) / normal.dot(&normal).sqrt();
        let received = student(&w, &x);
        let mistakes = distance_mistakes(&w, &x);
        cases.push(Case::formula(inputs(&w, &x), expected, received, "", mistakes));
    }
    Verdict::of(
        "distance",
        &cases,
        &say(
            "Twice as large weights and bias: the same line, and the same distance.",
            "Des poids et un biais deux fois plus grands : la même droite, et la même distance.",
        ),
    )
}

fn distance_mistakes(w: &Array1<f64>, x: &Array1<f64>) -> Vec<Mistake> {
    let normal = w.slice(s![1..]);
    let (sum, square) = (normal.dot(x), normal.dot(&normal));
    let field = w[0] + sum;
    vec![
        Mistake::new(
            field,
            "this is the field; the distance is the field divided by the length |w|.",
            "c’est le champ ; la distance est le champ divisé par la longueur |w|.",
        ),
        Mistake::new(
            field / w.dot(w).sqrt(),
            "the bias has slipped into the length: |w| is the length of (w₁, w₂, …), without w₀.",
            "le biais s’est glissé dans la longueur : |w| est la longueur de (w₁, w₂, …), sans w₀.",
        ),
        Mistake::new(
            field / square,
            "the square root is missing: |w| = √(w₁² + w₂² + …).",
            "la racine carrée manque : |w| = √(w₁² + w₂² + …).",
        ),
        Mistake::new(
            sum / square.sqrt(),
            "the bias is missing from the field: w·x/|w| is the distance from a line through the origin.",
            "le biais manque dans le champ : w·x/|w| est la distance à une droite passant par l’origine.",
        ),
        Mistake::new(
            field / normal.fold(0.0, |sum, w| sum + w.abs()),
            "this divides by |w₁| + |w₂| + …; the length is the square root of the sum of squares.",
            "ici on divise par |w₁| + |w₂| + … ; la longueur est la racine de la somme des carrés.",
        ),
        Mistake::new(
            field.abs() / square.sqrt(),
            "the sign is lost: on the side where the answer is −1 the distance is negative.",
            "le signe est perdu : du côté où la réponse est −1, la distance est négative.",
        ),
        Mistake::new(
            field * square.sqrt(),
            "multiplied by |w| instead of divided: twice as large weights would then be farther away.",
            "multiplié par |w| au lieu d’être divisé : des poids deux fois plus grands seraient alors plus loin.",
        ),
    ]
}
