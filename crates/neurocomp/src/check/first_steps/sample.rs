use ndarray::Array1;

use crate::check::Verdict;
use crate::check::argument::Function;
use crate::check::exercise::{Exercise, gives, part, text};

/// A function that samples another one: `f`, from `low` to `high`, at `n` points.
pub type Sampler = fn(fn(f64) -> f64, f64, f64, usize) -> Samples;

type Samples = (Array1<f64>, Array1<f64>);

/// Exercise 45: `n` points x from `low` to `high`, both included, and f(x) at each of them.
pub fn sample(student: Sampler) -> Verdict {
    SAMPLE.judge(|&(f, low, high, n)| student(f.0, low, high, n))
}

type Call = (Function<fn(f64) -> f64>, f64, f64, usize);

pub(super) static SAMPLE: Exercise<Call, Samples> = Exercise {
    name: "sample",
    inputs: &["f", "low", "high", "n"],
    answer: &[
        part("", "first array: x", "premier tableau : x"),
        part("", "second array: f(x)", "second tableau : f(x)"),
    ],
    cases: || {
        vec![
            (Function(|x| x * x - 1.0, "|x| x * x - 1.0"), -1.0, 3.0, 9),
            (Function(f64::cos, "f64::cos"), 0.5, 2.0, 4),
            (Function(|x| 3.0 - x, "|x| 3.0 - x"), -2.0, 0.0, 2),
        ]
    },
    right: |call| at(call, points(call)),
    mistakes: &[
        // Before the mistake of exchanged arrays, whose second is x, too.
        gives(
            |call| (points(call), points(call)),
            "these are the points themselves: f is not applied. `x.mapv(f)` applies it to each.",
            "ce sont les points eux-mêmes : f n’est pas appliquée. `x.mapv(f)` l’applique à chacun.",
        ),
        gives(
            |call| {
                let (x, y) = at(call, points(call));
                (y, x)
            },
            "these are the values f(x): the points x come first in the tuple.",
            "ce sont les valeurs f(x) : les points x viennent en premier dans le tuple.",
        ),
        gives(
            |call| {
                let &(_, low, high, n) = call;
                at(call, (0..n).map(|k| low + (high - low) * k as f64 / n as f64).collect())
            },
            "the last point, high, is missing: `linspace` includes it, `range` does not.",
            "le dernier point, high, manque : `linspace` le comprend, `range` non.",
        ),
        gives(
            |call| at(call, Array1::linspace(call.1, call.2, call.3 + 1)),
            "one point too many: n is the number of points, not of the steps between them.",
            "un point de trop : n est le nombre de points et non celui des pas entre eux.",
        ),
        gives(
            |call| at(call, Array1::linspace(call.1, call.2, call.3 - 1)),
            "one point is missing: n is the number of points, not of the steps between them.",
            "il manque un point : n est le nombre de points et non celui des pas entre eux.",
        ),
        gives(
            |call| at(call, Array1::linspace(0.0, call.2, call.3)),
            "the points start at low, not at 0.",
            "les points partent de low et non de 0.",
        ),
        gives(
            |call| at(call, (0..call.3).map(|k| k as f64).collect()),
            "these are the indices 0, 1, 2, …; the points go from low to high.",
            "ce sont les indices 0, 1, 2, … ; les points vont de low à high.",
        ),
    ],
    lesson: text(
        "A function is a value like another: it can be handed to a function.",
        "Une fonction est une valeur comme une autre : on peut la donner à une fonction.",
    ),
    ..Exercise::TABLE
};

fn points(&(_, low, high, n): &Call) -> Array1<f64> {
    Array1::linspace(low, high, n)
}

/// The function at these points.
fn at(call: &Call, x: Array1<f64>) -> Samples {
    let y = x.mapv(call.0.0);
    (x, y)
}
