//! Exercises on arrays and functions of real numbers: z-scores, the normal density, samples of a function.

use ndarray::Array1;

use crate::check::case::array_code;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 6: the values counted from their mean, in units of their standard deviation (with 1/N).
pub fn z_score(student: fn(&Array1<f64>) -> Array1<f64>) -> Verdict {
    let signals: [&[f64]; 3] = [&[-68.0, -64.5, -71.0, -60.0, -66.5], &[120.0, 80.0, 310.0, 95.0], &[0.2, -0.4]];
    let outcomes = signals.map(|values| {
        let inputs = Inputs::new().code("values", &array_code(values));
        let received = student(&Array1::from(values.to_vec())).to_vec();
        let expected = scaled(values, |x, mean, sd| (x - mean) / sd);
        judge_list("z_score", &inputs, &expected, &received, "", &z_score_mistakes(values))
    });
    Verdict::all_right(
        "z_score",
        outcomes,
        &say(
            "Mean 0, standard deviation 1, no unit: now millivolts and spike counts can share an axis.",
            "Moyenne 0, écart-type 1, sans unité : des millivolts et des nombres de potentiels d’action tiennent sur un \
             même axe.",
        ),
    )
}

/// Each value with the mean and the standard deviation (1/N) of all.
fn scaled(values: &[f64], formula: fn(f64, f64, f64) -> f64) -> Vec<f64> {
    let array = Array1::from(values.to_vec());
    let (mean, sd) = (array.mean().unwrap_or(f64::NAN), array.std(0.0));
    values.iter().map(|&x| formula(x, mean, sd)).collect()
}

fn z_score_mistakes(values: &[f64]) -> Vec<ListMistake> {
    let n = values.len() as f64;
    let right = scaled(values, |x, mean, sd| (x - mean) / sd);
    vec![
        ListMistake::new(
            scaled(values, |x, _, sd| x / sd),
            "the mean is not subtracted.",
            "la moyenne n’est pas soustraite.",
        ),
        ListMistake::new(
            scaled(values, |x, mean, _| x - mean),
            "the mean is subtracted; now divide by the standard deviation.",
            "la moyenne est soustraite ; divisez maintenant par l’écart-type.",
        ),
        ListMistake::new(
            scaled(values, |x, mean, sd| (x - mean) / (sd * sd)),
            "you divide by the variance; the standard deviation is its square root.",
            "vous divisez par la variance ; l’écart-type en est la racine carrée.",
        ),
        ListMistake::new(
            right.iter().map(|z| z * ((n - 1.0) / n).sqrt()).collect(),
            "`std(1.0)` divides by N − 1, which estimates the spread of a larger population. Here it is 1/N: `std(0.0)`.",
            "`std(1.0)` divise par N − 1, ce qui estime la dispersion d’une population plus grande. Ici, c’est 1/N : \
             `std(0.0)`.",
        ),
        ListMistake::new(
            scaled(values, |x, mean, sd| x - mean / sd),
            "brackets: `x - mean / sd` divides only the mean. Write `(x - mean) / sd`.",
            "les parenthèses : `x - mean / sd` ne divise que la moyenne. Écrivez `(x - mean) / sd`.",
        ),
        ListMistake::new(
            scaled(values, |x, mean, sd| (mean - x) / sd),
            "the sign is the opposite: values above the mean have a positive score.",
            "le signe est l’opposé : les valeurs au-dessus de la moyenne ont un score positif.",
        ),
        ListMistake::new(
            scaled(values, |x, mean, sd| (x - mean) * sd),
            "you multiply by the standard deviation; divide by it.",
            "vous multipliez par l’écart-type ; divisez par lui.",
        ),
        ListMistake::new(values.to_vec(), "these are the values themselves.", "ce sont les valeurs elles-mêmes."),
    ]
}

/// Exercise 7: probability density of a normal law, e^(−(x − μ)²/(2σ²)) / (σ√(2π)), per unit of x.
pub fn normal_density(student: fn(f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (x, mean, sd) in [(3.5, 2.0, 0.75), (-64.0, -66.0, 3.0), (1.5, 4.0, 2.5)] {
        let inputs = Inputs::new().number("x", x, "").number("mean", mean, "").number("sd", sd, "");
        let peak = 1.0 / (sd * std::f64::consts::TAU.sqrt());
        let expected = peak * (-0.5 * ((x - mean) / sd).powi(2)).exp();
        let received = student(x, mean, sd);
        let mistakes = density_mistakes(x, mean, sd);
        cases.push(Case::formula(inputs, expected, received, "", mistakes));
    }
    Verdict::of(
        "normal_density",
        &cases,
        &say("Its area is 1: a wider bell is a lower one.", "Son aire vaut 1 : une cloche plus large est plus basse."),
    )
}

fn density_mistakes(x: f64, mean: f64, sd: f64) -> Vec<Mistake> {
    let tau = std::f64::consts::TAU;
    let z = (x - mean) / sd;
    let bell = (-0.5 * z * z).exp();
    let density = bell / (sd * tau.sqrt());
    vec![
        Mistake::new(
            bell,
            "the factor in front is missing, 1/(σ√(2π)): without it the area is not 1.",
            "le facteur de tête manque, 1/(σ√(2π)) : sans lui, l’aire ne vaut pas 1.",
        ),
        Mistake::new(
            bell / tau.sqrt(),
            "the factor in front needs σ as well: 1/(σ√(2π)).",
            "le facteur de tête contient aussi σ : 1/(σ√(2π)).",
        ),
        Mistake::new(bell / (sd * tau), "the square root of 2π is missing.", "la racine carrée de 2π manque."),
        Mistake::new(
            bell / (sd * tau).sqrt(),
            "σ is under the square root; it is 1/(σ√(2π)).",
            "σ est sous la racine ; c’est 1/(σ√(2π)).",
        ),
        Mistake::new(
            bell / (tau.sqrt() * sd * sd),
            "σ stands in front once, not squared: 1/(σ√(2π)).",
            "devant, σ n’est pas au carré : 1/(σ√(2π)).",
        ),
        Mistake::new(
            bell * sd / tau.sqrt(),
            "order of operations: `1.0 / √(2π) * sd` multiplies by σ. Put σ·√(2π) in brackets.",
            "priorité des opérations : `1.0 / √(2π) * sd` multiplie par σ. Mettez σ·√(2π) entre parenthèses.",
        ),
        Mistake::new(
            (-z * z).exp() / (sd * tau.sqrt()),
            "the 2 in the exponent is missing: (x − μ)²/(2σ²).",
            "le 2 de l’exposant manque : (x − μ)²/(2σ²).",
        ),
        Mistake::new(
            (0.5 * z * z).exp() / (sd * tau.sqrt()),
            "the exponent needs a minus sign: the density falls off on both sides.",
            "l’exposant demande un signe moins : la densité décroît des deux côtés.",
        ),
        Mistake::new(
            (-0.5 * (x - mean).powi(2) / sd).exp() / (sd * tau.sqrt()),
            "σ is squared in the exponent: 2σ².",
            "dans l’exposant, σ est au carré : 2σ².",
        ),
        Mistake::new(
            (-0.5 * (x - mean).powi(2) * sd * sd).exp() / (sd * tau.sqrt()),
            "brackets: `/ 2.0 * sd.powi(2)` multiplies by σ². Write `/ (2.0 * sd.powi(2))`.",
            "les parenthèses : `/ 2.0 * sd.powi(2)` multiplie par σ². Écrivez `/ (2.0 * sd.powi(2))`.",
        ),
        Mistake::new(
            (-0.5 * (x / sd).powi(2)).exp() / (sd * tau.sqrt()),
            "the mean is missing: (x − μ)².",
            "la moyenne manque : (x − μ)².",
        ),
        Mistake::new(
            (-0.5 * z).exp() / (sd * tau.sqrt()),
            "the square in the exponent is missing.",
            "le carré manque dans l’exposant.",
        ),
        Mistake::new(density.ln(), "this is the logarithm of the density.", "c’est le logarithme de la densité."),
    ]
}

/// A function that samples another one: `f`, from `low` to `high`, at `n` points.
pub type Sampler = fn(fn(f64) -> f64, f64, f64, usize) -> (Array1<f64>, Array1<f64>);

/// Exercise 12: `n` points x from `low` to `high`, both included, and f(x) at each of them.
pub fn sample(student: Sampler) -> Verdict {
    type Known = (&'static str, fn(f64) -> f64);
    let functions: [Known; 3] =
        [("|x| x * x - 1.0", |x| x * x - 1.0), ("f64::cos", f64::cos), ("|x| 3.0 - x", |x| 3.0 - x)];
    let ranges = [(-1.0, 3.0, 9), (0.5, 2.0, 4), (-2.0, 0.0, 2)];
    let mut outcomes = Vec::new();
    for ((rust, f), (low, high, n)) in functions.into_iter().zip(ranges) {
        let inputs =
            Inputs::new().code("f", rust).number("low", low, "").number("high", high, "").code("n", &n.to_string());
        let x = Array1::linspace(low, high, n);
        let (first, second) = student(f, low, high, n);
        let judge = |which: &str, expected: &Array1<f64>, received: &Array1<f64>, mistakes: &[ListMistake]| {
            let inputs = inputs.clone().note(which);
            let (expected, received) = (expected.to_vec(), received.to_vec());
            judge_list("sample", &inputs, &expected, &received, "", mistakes)
        };
        let mistakes = abscissa_mistakes(f, low, high, n);
        let (of_x, of_y) =
            (say("first array: x", "premier tableau : x"), say("second array: f(x)", "second tableau : f(x)"));
        outcomes.push(judge(&of_x, &x, &first, &mistakes));
        outcomes.push(judge(&of_y, &x.mapv(f), &second, &value_mistakes(&x)));
    }
    Verdict::all_right(
        "sample",
        outcomes,
        &say(
            "A function is a value like another: it can be handed to a function.",
            "Une fonction est une valeur comme une autre : on peut la donner à une fonction.",
        ),
    )
}

fn abscissa_mistakes(f: fn(f64) -> f64, low: f64, high: f64, n: usize) -> Vec<ListMistake> {
    let points = |n: usize| Array1::linspace(low, high, n).to_vec();
    let open: Vec<f64> = (0..n).map(|k| low + (high - low) * k as f64 / n as f64).collect();
    vec![
        ListMistake::new(
            points(n).into_iter().map(f).collect(),
            "these are the values f(x): the points x come first in the tuple.",
            "ce sont les valeurs f(x) : les points x viennent en premier dans le tuple.",
        ),
        ListMistake::new(
            open,
            "the last point, high, is missing: `linspace` includes it, `range` does not.",
            "le dernier point, high, manque : `linspace` le comprend, `range` non.",
        ),
        ListMistake::new(
            points(n + 1),
            "one point too many: n is the number of points, not of the steps between them.",
            "un point de trop : n est le nombre de points et non celui des pas entre eux.",
        ),
        ListMistake::new(
            points(n - 1),
            "one point is missing: n is the number of points, not of the steps between them.",
            "il manque un point : n est le nombre de points et non celui des pas entre eux.",
        ),
        ListMistake::new(
            Array1::linspace(0.0, high, n).to_vec(),
            "the points start at low, not at 0.",
            "les points partent de low et non de 0.",
        ),
        ListMistake::new(
            (0..n).map(|k| k as f64).collect(),
            "these are the indices 0, 1, 2, …; the points go from low to high.",
            "ce sont les indices 0, 1, 2, … ; les points vont de low à high.",
        ),
    ]
}

fn value_mistakes(x: &Array1<f64>) -> Vec<ListMistake> {
    vec![ListMistake::new(
        x.to_vec(),
        "these are the points themselves: f is not applied. `x.mapv(f)` applies it to each.",
        "ce sont les points eux-mêmes : f n’est pas appliquée. `x.mapv(f)` l’applique à chacun.",
    )]
}
