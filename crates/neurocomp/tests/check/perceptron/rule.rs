//! Exercises 5, 6 and 10.

use neurocomp::check::perceptron;
use neurocomp::ndarray::{Array1, Array2, s};

use super::{add, field, names, output};

mod learn {
    use super::*;

    #[test]
    fn right() {
        let verdict = perceptron::learn(crate::perceptron::learn);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            perceptron::learn(|w, x, target, eta| {
                let wrong = output(w, x) != target;
                add(w, x, eta * target);
                wrong
            }),
            &["right already", "learn(&mut array!["],
        );
        names(perceptron::learn(|w, x, target, _| output(w, x) != target), &["nothing has changed"]);
        names(
            perceptron::learn(|w, x, target, eta| {
                let wrong = output(w, x) != target;
                if wrong {
                    w.slice_mut(s![1..]).scaled_add(eta * target, x);
                }
                wrong
            }),
            &["bias w[0] must learn too"],
        );
        names(
            perceptron::learn(|w, x, target, eta| {
                let wrong = output(w, x) != target;
                if wrong {
                    w[0] += eta * target;
                }
                wrong
            }),
            &["only the bias"],
        );
        names(perceptron::learn(|w, x, target, eta| crate::perceptron::learn(w, x, target, -eta)), &["wrong way"]);
        names(perceptron::learn(|w, x, target, _| crate::perceptron::learn(w, x, target, 1.0)), &["η is missing"]);
        names(
            perceptron::learn(|w, x, target, eta| crate::perceptron::learn(w, x, target, eta * target)),
            &["y*, is missing"],
        );
        names(
            perceptron::learn(|w, x, target, eta| {
                let answer = output(w, x);
                add(w, x, eta * (target - answer));
                answer != target
            }),
            &["twice the right step"],
        );
        names(
            perceptron::learn(|w, x, target, eta| {
                let (wrong, error) = (output(w, x) != target, target - field(w, x));
                if wrong {
                    add(w, x, eta * error);
                }
                wrong
            }),
            &["delta rule"],
        );
        names(
            perceptron::learn(|w, x, target, eta| !crate::perceptron::learn(w, x, target, eta)),
            &["`true` means that the answer was wrong", "Expected: `true`"],
        );
    }

    #[test]
    fn the_line_belongs_to_the_side_that_says_no() {
        names(
            perceptron::learn(|w, x, target, eta| {
                let wrong = field(w, x) * target < 0.0;
                if wrong {
                    add(w, x, eta * target);
                }
                wrong
            }),
            &["on the line", "must change"],
        );
        names(
            perceptron::learn(|w, x, target, eta| {
                let wrong = field(w, x) * target <= 0.0;
                if wrong {
                    add(w, x, eta * target);
                }
                wrong
            }),
            &["on the line", "nothing must"],
        );
    }

    #[test]
    fn weights_of_another_number_are_a_wrong_answer_not_a_panic() {
        let verdict = perceptron::learn(|w, _, _, _| {
            *w = Array1::zeros(0);
            true
        });
        names(verdict, &["it is 0"]);
    }
}

mod one_pass {
    use super::*;

    fn pass(w: &mut Array1<f64>, x: &Array2<f64>, y: &Array1<f64>, eta: f64) -> usize {
        (0..y.len()).filter(|&k| crate::perceptron::learn(w, &x.row(k), y[k], eta)).count()
    }

    #[test]
    fn right() {
        let verdict = perceptron::one_pass(pass);
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::one_pass(|w, x, y, eta| pass(&mut w.clone(), x, y, eta)), &["weights have not changed"]);
        names(
            perceptron::one_pass(|w, x, y, eta| {
                w.fill(0.0);
                pass(w, x, y, eta)
            }),
            &["began from zero weights"],
        );
        names(perceptron::one_pass(|w, x, y, _| pass(w, x, y, 1.0)), &["learning rate is 1"]);
        names(
            perceptron::one_pass(|w, x, y, eta| {
                (0..y.len()).position(|k| crate::perceptron::learn(w, &x.row(k), y[k], eta)).map_or(0, |_| 1)
            }),
            &["stops at the first mistake"],
        );
        names(
            perceptron::one_pass(|w, x, y, eta| {
                (0..y.len() - 1).filter(|&k| crate::perceptron::learn(w, &x.row(k), y[k], eta)).count()
            }),
            &["last example has not been shown"],
        );
        names(
            perceptron::one_pass(|w, x, y, eta| {
                let start = w.clone();
                let wrong: Vec<usize> = (0..y.len()).filter(|&k| output(&start, &x.row(k)) != y[k]).collect();
                for &k in &wrong {
                    add(w, &x.row(k), eta * y[k]);
                }
                wrong.len()
            }),
            &["weights of its moment"],
        );
        names(perceptron::one_pass(|w, x, y, eta| pass(w, x, y, eta) + pass(w, x, y, eta)), &["after two passes"]);
    }

    #[test]
    fn named_mistakes_of_the_count() {
        names(
            perceptron::one_pass(|w, x, y, eta| y.len() - pass(w, x, y, eta)),
            &["these are the right answers", "the number of mistakes"],
        );
        names(
            perceptron::one_pass(|w, x, y, eta| {
                pass(w, x, y, eta);
                (0..y.len()).filter(|&k| output(w, &x.row(k)) != y[k]).count()
            }),
            &["still wrong at the end"],
        );
        names(
            perceptron::one_pass(|w, x, y, eta| {
                pass(w, x, y, eta);
                y.len()
            }),
            &["number of examples"],
        );
    }
}

mod averaged {
    use super::*;

    /// The mean of the weights that `counts` accepts: called with the number of the pass, that of the example, whether
    /// it was a mistake, weights before and after; it adds to the sum and returns how many were added.
    type Counting = fn(&mut Array1<f64>, (usize, usize), bool, [&Array1<f64>; 2]) -> usize;

    fn run(x: &Array2<f64>, y: &Array1<f64>, passes: usize, counting: Counting) -> [Array1<f64>; 2] {
        let mut w = Array1::zeros(x.ncols() + 1);
        let mut sum = Array1::zeros(w.len());
        let mut counted = 0;
        for pass in 0..passes {
            for k in 0..y.len() {
                let before = w.clone();
                let wrong = crate::perceptron::learn(&mut w, &x.row(k), y[k], 1.0);
                let left = (passes - pass - 1, y.len() - k - 1);
                counted += counting(&mut sum, left, wrong, [&before, &w]);
            }
        }
        [sum / counted.max(1) as f64, w]
    }

    fn all(sum: &mut Array1<f64>, _: (usize, usize), _: bool, [_, w]: [&Array1<f64>; 2]) -> usize {
        *sum += w;
        1
    }

    #[test]
    fn right() {
        let verdict = perceptron::averaged(|x, y, passes| run(x, y, passes, all)[0].clone());
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(perceptron::averaged(|x, y, passes| run(x, y, passes, all)[1].clone()), &["last weights"]);
        names(
            perceptron::averaged(|x, y, passes| &run(x, y, passes, all)[0] * (passes * y.len()) as f64),
            &["this is the sum"],
        );
        names(perceptron::averaged(|x, y, passes| &run(x, y, passes, all)[0] * passes as f64), &["`passes` times"]);
        names(
            perceptron::averaged(|x, y, passes| {
                let counting: Counting = |sum, _, wrong, [_, w]| {
                    if wrong {
                        *sum += w;
                    }
                    usize::from(wrong)
                };
                run(x, y, passes, counting)[0].clone()
            }),
            &["only the weights after mistakes"],
        );
        names(
            perceptron::averaged(|x, y, passes| {
                let counting: Counting = |sum, _, _, [before, _]| {
                    *sum += before;
                    1
                };
                run(x, y, passes, counting)[0].clone()
            }),
            &["added up before each example"],
        );
        names(
            perceptron::averaged(|x, y, passes| {
                let counting: Counting = |sum, (_, left), _, [_, w]| {
                    if left == 0 {
                        *sum += w;
                    }
                    usize::from(left == 0)
                };
                run(x, y, passes, counting)[0].clone()
            }),
            &["ends of the passes"],
        );
        names(
            perceptron::averaged(|x, y, passes| {
                let counting: Counting = |sum, (left, _), _, [_, w]| {
                    if left == 0 {
                        *sum += w;
                    }
                    usize::from(left == 0)
                };
                run(x, y, passes, counting)[0].clone()
            }),
            &["only the last pass"],
        );
        names(perceptron::averaged(|_, _, _| Array1::zeros(2)), &["should be 3, it is 2"]);
    }
}
