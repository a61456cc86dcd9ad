//! How often the answers are wrong, and which digit is taken for which.

use ndarray::{Array1, Array2};

use super::{Examples, array, table, unseen_examples};
use crate::check::case::not_a_number;
use crate::check::{Case, Inputs, Mistake, Verdict, about, say};
use crate::digits::CLASSES;
use crate::perceptron::ConfusionMatrix;

/// Exercise 9: the fraction of the examples that is answered wrongly, 0 to 1.
pub fn error_rate(student: fn(&Array1<f64>, &Array2<f64>, &Array1<f64>) -> f64) -> Verdict {
    let [first, second] = unseen_examples();
    // After learning there are fewer wrong answers than right ones, before more.
    let learnt = |examples: &Examples| Examples {
        w: (0..examples.y.len())
            .fold(examples.w.clone(), |w, k| if examples.is_wrong(&w, k) { examples.moved(&w, k, 1.0) } else { w }),
        x: examples.x.clone(),
        y: examples.y.clone(),
    };
    let mut cases = Vec::new();
    for examples in [&first, &learnt(&first), &second, &learnt(&second)] {
        let inputs = Inputs::new()
            .code("w", &format!("&{}", array(&examples.w.to_vec())))
            .code("x", &format!("&{}", table(&examples.x)))
            .code("y", &format!("&{}", array(&examples.y.to_vec())));
        let expected =
            examples.perceptron().error_rate(&examples.x, &examples.y).expect("the examples of the checks are valid");
        let received = student(&examples.w, &examples.x, &examples.y);
        let mistakes = rate_mistakes(examples, expected);
        cases.push(Case::formula(inputs, expected, received, "", mistakes));
    }
    Verdict::of(
        "error_rate",
        &cases,
        &say(
            "A neuron that tosses a coin has an error rate of 0.5.",
            "Un neurone qui joue à pile ou face a un taux d’erreur de 0,5.",
        ),
    )
}

fn rate_mistakes(examples: &Examples, expected: f64) -> Vec<Mistake> {
    let n = examples.y.len();
    let wrong_of = |target: f64| {
        let counted = |&k: &usize| examples.y[k] == target && examples.is_wrong(&examples.w, k);
        (0..n).filter(counted).count() as f64 / n as f64
    };
    let one_class = (
        "only one kind of mistake is counted; both count, +1 for −1 and −1 for +1.",
        "une seule sorte d’erreur est comptée ; les deux comptent, +1 pour −1 et −1 pour +1.",
    );
    vec![
        Mistake::new(
            1.0 - expected,
            "this is the fraction of right answers; the wrong ones are asked for.",
            "c’est la fraction des réponses justes ; on demande celle des fausses.",
        ),
        Mistake::new(
            expected * n as f64,
            "this is the number of wrong answers; divide it by the number of examples.",
            "c’est le nombre de réponses fausses ; divisez-le par le nombre d’exemples.",
        ),
        Mistake::new(
            100.0 * expected,
            "this is a percentage; a fraction from 0 to 1 is asked for.",
            "c’est un pourcentage ; on demande une fraction de 0 à 1.",
        ),
        Mistake::new(wrong_of(1.0), one_class.0, one_class.1),
        Mistake::new(wrong_of(-1.0), one_class.0, one_class.1),
    ]
}

/// Labels and answers that no page of the tutorial shows: with mistakes, not symmetric, and not with equal numbers.
fn unseen_answers() -> [(Vec<u8>, Vec<u8>); 2] {
    [
        (
            vec![0, 1, 1, 2, 3, 3, 3, 4, 9, 9, 7, 8, 5, 6, 6, 4, 3],
            vec![0, 1, 7, 2, 5, 5, 3, 9, 4, 9, 7, 8, 3, 6, 0, 4, 3],
        ),
        (vec![8, 8, 8, 2, 9], vec![8, 3, 3, 2, 9]),
    ]
}

/// Exercise 12: `counts[[i, j]]`, how often a digit i was taken for a j; 10 × 10.
pub fn confusion(student: fn(&[u8], &[u8]) -> Array2<f64>) -> Verdict {
    for (labels, answers) in unseen_answers() {
        let counts = student(&labels, &answers);
        if let Err(message) = judge_confusion(&labels, &answers, &counts) {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "`confusion` counts every digit once, in the row of what it is and the column of what was answered.",
        "`confusion` compte chaque chiffre une fois, dans la ligne de ce qu’il est et la colonne de ce qui a été répondu.",
    ))
}

fn judge_confusion(labels: &[u8], answers: &[u8], counts: &Array2<f64>) -> Result<(), String> {
    let inputs = Inputs::new().code("labels", &format!("&{labels:?}")).code("answers", &format!("&{answers:?}"));
    let right = ConfusionMatrix::new(labels, answers, CLASSES)
        .expect("the labels of the checks are valid")
        .counts
        .mapv(|count| count as f64);
    if counts.dim() != right.dim() {
        let (rows, columns) = counts.dim();
        return Err(about(
            "confusion",
            &inputs,
            "10 × 10",
            &format!("{rows} × {columns}"),
            &say(
                "one row and one column for each of the ten digits: `Array2::zeros((10, 10))`.",
                "une ligne et une colonne pour chacun des dix chiffres : `Array2::zeros((10, 10))`.",
            ),
        ));
    }
    if same(counts, &right) {
        return Ok(());
    }
    let differs = right.indexed_iter().find(|&(place, &count)| !close(count, counts[place]));
    let ((i, j), &expected) = differs.expect("some count differs");
    Err(about(
        "confusion",
        &inputs,
        &format!("counts[[{i}, {j}]] = {expected}"),
        &format!("counts[[{i}, {j}]] = {}", counts[[i, j]]),
        &confusion_cause(&right, counts, counts[[i, j]]),
    ))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

fn same(a: &Array2<f64>, b: &Array2<f64>) -> bool {
    a.iter().zip(b).all(|(&a, &b)| close(a, b))
}

fn confusion_cause(right: &Array2<f64>, counts: &Array2<f64>, value: f64) -> String {
    if !value.is_finite() {
        return not_a_number(value);
    }
    let off = |(place, &count): ((usize, usize), &f64)| if place.0 == place.1 { 0.0 } else { count };
    let only_wrong =
        Array2::from_shape_vec(right.dim(), right.indexed_iter().map(off).collect()).expect("one number for each cell");
    let only_right = right - &only_wrong;
    let total = right.sum();
    let of_row = |((i, _), &count): ((usize, usize), &f64)| count / right.row(i).sum().max(1.0);
    let shares = Array2::from_shape_vec(right.dim(), right.indexed_iter().map(of_row).collect())
        .expect("one number for each cell");
    let known = [
        (
            right.t().to_owned(),
            say(
                "rows and columns are exchanged: the row is the true digit (label), the column the answer.",
                "lignes et colonnes sont échangées : la ligne est le vrai chiffre (étiquette), la colonne la réponse.",
            ),
        ),
        (
            only_wrong,
            say(
                "only the mistakes are counted; the right answers belong on the diagonal.",
                "seules les erreurs sont comptées ; les réponses justes vont sur la diagonale.",
            ),
        ),
        (
            only_right,
            say(
                "only the right answers are counted; the mistakes are what the matrix is for.",
                "seules les réponses justes sont comptées ; c’est pour les erreurs qu’on dresse cette matrice.",
            ),
        ),
        (
            right.mapv(|count| count.min(1.0)),
            say(
                "a cell never gets beyond 1: add 1 to it (`+= 1.0`) instead of setting it to 1.",
                "une case ne dépasse jamais 1 : ajoutez-lui 1 (`+= 1.0`) au lieu de la mettre à 1.",
            ),
        ),
        (
            right / total,
            say(
                "these are fractions of all digits; counts are asked for.",
                "ce sont des fractions de tous les chiffres ; on demande des nombres.",
            ),
        ),
        (
            shares,
            say(
                "these are fractions of each row; counts are asked for.",
                "ce sont des fractions de chaque ligne ; on demande des nombres.",
            ),
        ),
        (
            Array2::zeros(right.dim()),
            say(
                "nothing is counted: does the loop change the array that you return?",
                "rien n’est compté : la boucle change-t-elle bien le tableau que vous renvoyez ?",
            ),
        ),
    ];
    known.into_iter().find(|(wrong, _)| same(counts, wrong)).map_or_else(
        || {
            say(
                "every digit k adds 1 to one cell: row `labels[k]`, column `answers[k]`.",
                "chaque chiffre k ajoute 1 à une case : ligne `labels[k]`, colonne `answers[k]`.",
            )
        },
        |(_, cause)| cause,
    )
}
