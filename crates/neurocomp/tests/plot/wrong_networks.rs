//! Wrong input of the figures of networks and learning is named in the figure.

use neurocomp::ndarray::{Array1, Array2, array};
use neurocomp::plot::{self, DiagramBranch};

use crate::ramp;
use crate::wrong_input::say_so;

#[test]
fn what_is_wrong_with_a_network_is_named() {
    let (x, short) = (ramp(), Array1::<f64>::zeros(9));
    let z = Array2::<f64>::zeros((11, 9));
    let none = Array2::<f64>::zeros((0, 0));
    let nothing = Array2::from_elem((3, 3), f64::NAN);
    let branch = |n: usize, value: f64| DiagramBranch {
        x: Array1::from_elem(n, value),
        y: Array1::from_elem(11, value),
        stable: true,
    };
    let at_least_one = "expected at least one value, received none";
    say_so(vec![
        (plot::state_image(&none), at_least_one),
        (plot::state_image(&nothing), "image: none of the 9 values is a finite number"),
        (plot::state_images(&[], &[]), at_least_one),
        (plot::state_images(&[z.clone(), none.clone()], &[]), at_least_one),
        (plot::state_images(std::slice::from_ref(&z), &["a", "b"]), "images: states has 1 values, titles has 2"),
        (plot::digit_grid(std::slice::from_ref(&z), 0), "expected at least one column, received 0"),
        (plot::digit_grid(&[], 5), at_least_one),
        (plot::overlap_curves(&x, &none, &[]), at_least_one),
        (
            plot::overlap_curves(&x, &z, &["a", "b"]),
            "overlaps has 11 rows and 9 columns; expected 11 rows (one for each time) and 2 columns (one for each name)",
        ),
        (plot::capacity_curve(&x, &x, &short), "y has 11 values, error has 9"),
        (plot::capacity_curve(&x, &x, &x.mapv(|x| -x - 1.0)), "error[0] must be >= 0, received -1"),
        (plot::bifurcation_diagram("I", &[]), "branch: expected at least one value"),
        (plot::bifurcation_diagram("I", &[branch(3, 0.0)]), "branch “0”: x has 3 values, y has 11"),
        (plot::bifurcation_diagram("I", &[branch(11, f64::NAN)]), "branch: none of the 11 values is a finite number"),
        (plot::hysteresis(&x, &x, &short), "line “input falling”: x has 11 values, y has 9"),
        (plot::eigenvalues(&x, &short, 1.0), "x has 11 values, y has 9"),
        (plot::eigenvalues(&x, &x, 0.0), "radius: expected a finite number > 0, received 0"),
        (plot::eigenvalues(&x, &x, f64::NAN), "radius: expected a finite number > 0, received NaN"),
        (plot::bump(&x, &x, &z), "bump: rate has 11 rows and 9 columns; expected 11 rows"),
        (plot::bump(&x, &x, &none), at_least_one),
    ]);
}

#[test]
fn what_is_wrong_with_learning_is_named() {
    let (x, short, empty) = (ramp(), Array1::<f64>::zeros(9), Array1::<f64>::zeros(0));
    let z = Array2::<f64>::zeros((11, 9));
    let none = Array2::<f64>::zeros((0, 0));
    let (points, labels) = (Array2::<f64>::zeros((2, 2)), array![1.0, -1.0]);
    let (w, unit) = (array![0.0, 1.0, 1.0], (0.0, 1.0));
    let line = |w: &Array1<f64>| plot::decision_line(&points, &labels, w, unit, unit);
    let at_least_one = "expected at least one value, received none";
    say_so(vec![
        (plot::stdp_window(&x, &short, &empty, &empty, &empty), "line “model”: x has 11 values, y has 9"),
        (plot::stdp_window(&x, &x, &x, &short, &empty), "points “measured”: x has 11 values, y has 9"),
        (plot::stdp_window(&x, &x, &x, &x, &short), "y has 11 values, error has 9"),
        (plot::frequency_curve(&x, &[], &empty, &empty, &empty), "rules: expected at least one value"),
        (
            plot::frequency_curve(&x, &[("pairs", &short)], &empty, &empty, &empty),
            "line “pairs”: x has 11 values, y has 9",
        ),
        (plot::weight_histogram(&empty, 10), "weights: expected at least one value"),
        (plot::weight_histogram(&array![f64::NAN], 10), "weights: none of the 1 values is a finite number"),
        (plot::weight_histogram(&x, 0), "bins"),
        (plot::conditioning_curve(&x, &z, &["a"], &x), "predictions has 11 rows and 9 columns"),
        (plot::conditioning_curve(&x, &z, &["a"; 9], &short), "points “reward”: x has 11 values, y has 9"),
        (line(&array![1.0, 2.0]), "weights: expected 3 values (bias, w₁, w₂), received 2"),
        (line(&array![1.0, f64::NAN, 2.0]), "weights: expected a finite number, received NaN"),
        (plot::decision_line(&none, &empty, &w, unit, unit), at_least_one),
        (
            plot::decision_line(&z, &x, &w, unit, unit),
            "points has 11 rows and 9 columns; expected 11 rows (one for each label) and 2 columns",
        ),
        (
            plot::decision_line(&points, &array![1.0, 0.0], &w, unit, unit),
            "labels: expected 1 or −1, received labels[1] = 0",
        ),
        (plot::decision_line(&points, &labels, &w, (1.0, 0.0), unit), "range of x: expected low < high"),
        (plot::decision_line(&points, &labels, &w, unit, (0.0, f64::NAN)), "range of y: expected low < high"),
        (plot::learning_curve(&x, &[]), "error: expected at least one value"),
        (plot::learning_curve(&x, &[("test", &short)]), "line “test”: x has 11 values, y has 9"),
        (plot::confusion_matrix(&none), at_least_one),
        (
            plot::confusion_matrix(&z),
            "counts has 11 rows and 9 columns; expected 11 rows (one for each class) and 11 columns",
        ),
        (plot::confusion_matrix(&array![[1.0, -2.0], [0.0, 1.0]]), "received counts[[0, 1]] = -2"),
        (plot::confusion_matrix(&array![[f64::NAN]]), "none of the 1 values is a finite number"),
    ]);
}
