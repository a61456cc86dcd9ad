//! Exercises 3 and 4.

use neurocomp::check::perceptron;
use neurocomp::ndarray::{Array1, ArrayRef1, array};

use super::{names, output};

fn and() -> Array1<f64> {
    array![-1.5, 1.0, 1.0]
}

fn or() -> Array1<f64> {
    array![-0.5, 1.0, 1.0]
}

fn nand() -> Array1<f64> {
    array![1.5, -1.0, -1.0]
}

mod gates {
    use super::*;

    #[test]
    fn right() {
        let verdict = perceptron::gates(|| (and(), or(), nand()));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn other_lines_that_do_the_same_are_right_too() {
        let verdict = perceptron::gates(|| (array![-5.0, 3.0, 4.0], array![-1.0, 2.0, 1.5], array![7.0, -4.0, -5.0]));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            perceptron::gates(|| (or(), or(), nand())),
            &["Case: AND", "weights of OR", "output(&gates().0, &array![0.0, 1.0])"],
        );
        names(perceptron::gates(|| (and(), array![1.0, 1.0, -0.5], nand())), &["Case: OR", "bias comes first"]);
        names(perceptron::gates(|| (array![1.5, 1.0, 1.0], or(), nand())), &["sign of the bias"]);
        names(perceptron::gates(|| (and(), array![-1.0, 1.0, 1.0], nand())), &["lies on the line"]);
        names(perceptron::gates(|| (and(), or(), array![0.5, -1.0, -1.0])), &["Case: NAND", "NOR, the opposite of OR"]);
        names(perceptron::gates(|| (array![-3.0, 1.0, 1.0], or(), nand())), &["never says yes"]);
        names(perceptron::gates(|| (and(), array![2.0, 1.0, 1.0], nand())), &["always says yes"]);
        names(perceptron::gates(|| (Array1::zeros(3), or(), nand())), &["all weights are 0"]);
        names(perceptron::gates(|| (array![1.0, 1.0], or(), nand())), &["three weights", "Received: 2"]);
        names(perceptron::gates(|| (and(), array![f64::NAN, 1.0, 1.0], nand())), &["NaN is"]);
    }
}

mod xor {
    use super::*;

    /// Two layers: what the second makes of what two neurons of the first say, as 0 and 1.
    fn layers(x: &ArrayRef1<f64>, first: Array1<f64>, second: Array1<f64>, top: Array1<f64>) -> f64 {
        let active = |w: &Array1<f64>| if output(w, x) > 0.0 { 1.0 } else { 0.0 };
        output(&top, &array![active(&first), active(&second)])
    }

    #[test]
    fn right() {
        let verdict = perceptron::xor(|x| layers(x, or(), nand(), and()));
        assert!(verdict.passed, "{verdict}");
        // The answers −1 and +1 themselves do as well.
        let verdict = perceptron::xor(|x| output(&and(), &array![output(&or(), x), output(&nand(), x)]));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::xor(|x| output(&or(), x)), &["this is OR"]);
        names(perceptron::xor(|x| output(&nand(), x)), &["this is NAND"]);
        names(perceptron::xor(|x| output(&and(), x)), &["this is AND"]);
        names(perceptron::xor(|x| layers(x, or(), nand(), or())), &["always true"]);
        names(perceptron::xor(|x| layers(x, and(), nand(), and())), &["never true"]);
        names(
            perceptron::xor(|x| layers(x, or(), nand(), nand())),
            &["exactly the opposite", "xor(&array![0.0, 0.0])"],
        );
        names(perceptron::xor(|x| if x[0] == x[1] { 0.0 } else { 1.0 }), &["−1 or +1"]);
        names(perceptron::xor(|x| x[0] + x[1] - 0.5), &["field rather than an answer"]);
        names(perceptron::xor(|_| f64::NAN), &["NaN is"]);
    }
}
