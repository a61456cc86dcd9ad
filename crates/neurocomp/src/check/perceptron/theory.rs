//! What is known exactly: the bound on the number of mistakes, and the capacity.

use ndarray::{Array1, Array2, s};

use super::{array, table};
use crate::check::option::{Kinds, judge_option};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::perceptron::{Perceptron, capacity};

/// A student's bound: weights, examples, answers wanted; `None` if some y* s is not positive.
pub type Bound = fn(&Array1<f64>, &Array2<f64>, &Array1<f64>) -> Option<f64>;

struct Trial {
    w: Array1<f64>,
    x: Array2<f64>,
    y: Array1<f64>,
}

impl Trial {
    fn new<const N: usize>(w: &[f64], rows: &[[f64; N]], y: &[f64]) -> Trial {
        Trial { w: Array1::from(w.to_vec()), x: rows.to_vec().into(), y: Array1::from(y.to_vec()) }
    }

    fn inputs(&self) -> Inputs {
        Inputs::new()
            .code("w", &format!("&{}", array(&self.w.to_vec())))
            .code("x", &format!("&{}", table(&self.x)))
            .code("y", &format!("&{}", array(&self.y.to_vec())))
    }

    fn bound(&self) -> Option<f64> {
        let w = Perceptron::from_weights(&self.w).expect("the weights of the checks are valid");
        w.mistake_bound(&self.x, &self.y).expect("the examples of the checks are valid")
    }

    /// y* (w₀ + w·x) of each example.
    fn margins(&self) -> Vec<f64> {
        let field = |row: ndarray::ArrayView1<f64>| self.w[0] + self.w.slice(s![1..]).dot(&row);
        self.x.rows().into_iter().zip(&self.y).map(|(row, y)| y * field(row)).collect()
    }
}

/// Weights whose length is not 1, with a bias, that answer rightly; then weights that answer one example wrongly, one by
/// a wide margin, and that have one on the line.
fn trials() -> Vec<Trial> {
    let rows = [[2.0, 1.0], [3.0, -0.5], [-1.0, 0.5], [-2.5, -1.0]];
    let y = [1.0, 1.0, -1.0, -1.0];
    vec![
        Trial::new(&[-1.0, 2.0, 1.5], &rows, &y),
        Trial::new(
            &[0.5, 1.0, -2.0, 1.0],
            &[[1.0, -1.0, 0.5], [-2.0, 1.0, -1.0], [0.0, 2.0, 0.5], [4.0, 0.5, 1.0]],
            &[1.0, -1.0, -1.0, 1.0],
        ),
        Trial::new(&[-7.0, 2.0, 1.5], &rows, &y),
        Trial::new(&[1.0, -2.0, -1.5], &rows, &y),
        Trial::new(&[2.0, 2.0, 0.0], &rows, &y),
    ]
}

/// Exercise 7: (R/γ)², x₀ = 1 counted as an input, or `None` if the smallest y* s is not positive.
pub fn mistake_bound(student: Bound) -> Verdict {
    let trials = trials();
    for trial in &trials {
        let received = student(&trial.w, &trial.x, &trial.y);
        if let Err(message) = judge_bound(trial, received) {
            return Verdict::fail(message);
        }
    }
    let n = trials.len();
    Verdict::pass(say(
        format!(
            "`mistake_bound` is right in all {n} cases tried, also where a point is on the wrong side or on the line."
        ),
        format!(
            "`mistake_bound` est juste dans les {n} cas essayés, y compris si un point est du mauvais côté ou sur la droite."
        ),
    ))
}

fn judge_bound(trial: &Trial, received: Option<f64>) -> Result<(), String> {
    let kinds = Kinds {
        absent: say(
            "these weights leave no margin: the smallest y* s is not positive. Test this before you square γ, for the \
             square hides its sign.",
            "ces poids ne laissent aucune marge : le plus petit y* s n’est pas positif. Testez-le avant d’élever γ au \
             carré, car le carré cache son signe.",
        ),
        present: say(
            "these weights answer all examples rightly: every y* s is positive. Is y* in the product, and is it the \
             smallest one that you test?",
            "ces poids répondent juste à tous les exemples : chaque y* s est positif. Le produit contient-il y*, et \
             est-ce bien le plus petit que vous testez ?",
        ),
    };
    let answers = (trial.bound(), received);
    let mistakes = || bound_mistakes(trial);
    judge_option("mistake_bound", trial.inputs(), answers, "", mistakes, kinds)
}

fn bound_mistakes(trial: &Trial) -> Vec<Mistake> {
    let squares: Vec<f64> = trial.x.rows().into_iter().map(|row| row.dot(&row)).collect();
    let margins = trial.margins();
    let largest = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let least = margins.iter().copied().fold(f64::INFINITY, f64::min);
    let mean = margins.iter().sum::<f64>() / margins.len() as f64;
    let normal = trial.w.slice(s![1..]);
    let (whole, part) = (trial.w.dot(&trial.w), normal.dot(&normal));
    let longest = 1.0 + largest(&squares);
    let right = longest * whole / (least * least);
    vec![
        Mistake::new(right.sqrt(), "this is R/γ; the bound is its square.", "c’est R/γ ; la borne en est le carré."),
        Mistake::new(
            (longest - 1.0) * whole / (least * least),
            "x₀ = 1 is missing from R: R² = max (1 + |x|²).",
            "x₀ = 1 manque dans R : R² = max (1 + |x|²).",
        ),
        Mistake::new(
            longest * part / (least * least),
            "the bias is missing from the length of the weights: γ divides by √(w₀² + w₁² + …).",
            "le biais manque dans la longueur des poids : γ se divise par √(w₀² + w₁² + …).",
        ),
        Mistake::new(
            (longest - 1.0) * part / (least * least),
            "the bias is missing twice: x₀ = 1 in R, and w₀ in the length of the weights.",
            "le biais manque deux fois : x₀ = 1 dans R, et w₀ dans la longueur des poids.",
        ),
        Mistake::new(
            longest / (least * least),
            "the weights have not been divided by their length: γ = min y* s / |(w₀, w₁, …)|.",
            "les poids n’ont pas été divisés par leur longueur : γ = min y* s / |(w₀, w₁, …)|.",
        ),
        Mistake::new(
            longest * whole.sqrt() / least,
            "γ is not squared: (R/γ)² = R²/γ².",
            "γ n’est pas au carré : (R/γ)² = R²/γ².",
        ),
        Mistake::new(
            longest * whole / largest(&margins).powi(2),
            "the largest margin was taken; γ is that of the point nearest to the line.",
            "vous avez pris la plus grande marge ; γ est celle du point le plus proche de la droite.",
        ),
        Mistake::new(
            longest * whole / (mean * mean),
            "the mean margin was taken; γ is the smallest.",
            "vous avez pris la marge moyenne ; γ est la plus petite.",
        ),
        Mistake::new(
            1.0 / right,
            "the fraction is upside down: R stands above.",
            "la fraction est inversée : R est au numérateur.",
        ),
    ]
}

/// Exercise 8: the fraction of the 2^P dichotomies of P points that a plane through the origin of N dimensions makes.
pub fn cover_fraction(student: fn(usize, usize) -> f64) -> Verdict {
    let trials = [(5, 3), (7, 2), (12, 6), (4, 9), (30, 11), (120, 75)];
    let cases: Vec<Case> = trials
        .iter()
        .map(|&(p, n)| {
            let inputs = Inputs::new().code("p", &p.to_string()).code("n", &n.to_string());
            let expected = capacity::fraction(p, n).expect("the numbers of the checks are valid");
            Case::formula(inputs, expected, student(p, n), "", cover_mistakes(p, n))
        })
        .collect();
    Verdict::of(
        "cover_fraction",
        &cases,
        &say(
            "At P = 2N it is exactly one half, whatever N.",
            "En P = 2N, elle vaut exactement un demi, quel que soit N.",
        ),
    )
}

/// Σ of the binomials (m over k) for k from `first` to `end` − 1.
fn binomials(m: usize, first: usize, end: usize) -> f64 {
    let (mut term, mut sum) = (1.0, 0.0);
    for k in 0..end {
        if k >= first {
            sum += term;
        }
        term *= (m as f64 - k as f64) / (k + 1) as f64;
    }
    sum
}

fn cover_mistakes(p: usize, n: usize) -> Vec<Mistake> {
    let half = 2.0_f64.powi(1 - p as i32);
    let sum = binomials(p - 1, 0, n);
    vec![
        Mistake::new(
            2.0 * sum,
            "this is the number of dichotomies, C(P, N); divide it by all there are, 2^P.",
            "c’est le nombre de dichotomies, C(P, N) ; divisez-le par leur nombre total, 2^P.",
        ),
        Mistake::new(
            half * sum / 2.0,
            "a factor of 2: C(P, N) = 2 Σ …, because a plane counts twice, once for each side called +1.",
            "un facteur 2 : C(P, N) = 2 Σ …, car chaque plan compte deux fois, une par côté appelé +1.",
        ),
        Mistake::new(
            2.0 * half * sum,
            "twice too much: 2 Σ … over 2^P is Σ … over 2^(P−1), once.",
            "deux fois trop : 2 Σ … divisé par 2^P, c’est Σ … divisé par 2^(P−1), une seule fois.",
        ),
        Mistake::new(
            half * binomials(p - 1, 0, n + 1),
            "one term too many: k runs from 0 to N − 1.",
            "un terme de trop : k va de 0 à N − 1.",
        ),
        Mistake::new(
            half * binomials(p - 1, 1, n),
            "the first term is missing: k begins at 0, and “P − 1 choose 0” is 1.",
            "le premier terme manque : k commence à 0, et « 0 parmi P − 1 » vaut 1.",
        ),
        Mistake::new(
            half * binomials(p - 1, 1, n + 1),
            "k runs from 1 to N; it must run from 0 to N − 1.",
            "k va de 1 à N ; il doit aller de 0 à N − 1.",
        ),
        Mistake::new(
            half * binomials(p, 0, n),
            "the binomials are those of P; they must be those of P − 1.",
            "les coefficients binomiaux sont ceux de P ; il faut ceux de P − 1.",
        ),
    ]
}
