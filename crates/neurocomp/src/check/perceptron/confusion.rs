use ndarray::Array2;

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};
use crate::digits::CLASSES;
use crate::perceptron::ConfusionMatrix;

/// Exercise 12: `counts[[i, j]]`, how often a digit i was taken for a j; 10 × 10.
pub fn confusion(student: fn(&[u8], &[u8]) -> Array2<f64>) -> Verdict {
    CONFUSION.judge(|(labels, answers)| student(labels, answers))
}

type Call = (Vec<u8>, Vec<u8>);

pub(super) static CONFUSION: Exercise<Call, Array2<f64>> = Exercise {
    name: "confusion",
    inputs: &["labels", "answers"],
    // With mistakes, not symmetric, and not with equal numbers.
    cases: || {
        vec![
            (
                vec![0, 1, 1, 2, 3, 3, 3, 4, 9, 9, 7, 8, 5, 6, 6, 4, 3],
                vec![0, 1, 7, 2, 5, 5, 3, 9, 4, 9, 7, 8, 3, 6, 0, 4, 3],
            ),
            (vec![8, 8, 8, 2, 9], vec![8, 3, 3, 2, 9]),
        ]
    },
    right: |(labels, answers)| {
        let matrix = ConfusionMatrix::new(labels, answers, CLASSES).expect("the labels of the checks are valid");
        matrix.counts.mapv(|count| count as f64)
    },
    also_right: &[counts],
    mistakes: &[
        gives(
            |call| counts(call).reversed_axes(),
            "rows and columns are exchanged: the row is the true digit (label), the column the answer.",
            "lignes et colonnes sont échangées : la ligne est le vrai chiffre (étiquette), la colonne la réponse.",
        ),
        gives(
            |call| {
                let mut counts = counts(call);
                counts.diag_mut().fill(0.0);
                counts
            },
            "only the mistakes are counted; the right answers belong on the diagonal.",
            "seules les erreurs sont comptées ; les réponses justes vont sur la diagonale.",
        ),
        gives(
            |call| Array2::from_diag(&counts(call).diag()),
            "only the right answers are counted; the mistakes are what the matrix is for.",
            "seules les réponses justes sont comptées ; c’est pour les erreurs qu’on dresse cette matrice.",
        ),
        gives(
            |call| counts(call).mapv(|count| count.min(1.0)),
            "a cell never gets beyond 1: add 1 to it (`+= 1.0`) instead of setting it to 1.",
            "une case ne dépasse jamais 1 : ajoutez-lui 1 (`+= 1.0`) au lieu de la mettre à 1.",
        ),
        gives(
            |call| counts(call) / call.0.len() as f64,
            "these are fractions of all digits; counts are asked for.",
            "ce sont des fractions de tous les chiffres ; on demande des nombres.",
        ),
        gives(
            |call| {
                let counts = counts(call);
                Array2::from_shape_fn(counts.dim(), |(i, j)| counts[[i, j]] / counts.row(i).sum().max(1.0))
            },
            "these are fractions of each row; counts are asked for.",
            "ce sont des fractions de chaque ligne ; on demande des nombres.",
        ),
        gives(
            |_| Array2::zeros((10, 10)),
            "nothing is counted: does the loop change the array that you return?",
            "rien n’est compté : la boucle change-t-elle bien le tableau que vous renvoyez ?",
        ),
    ],
    otherwise: text(
        "every digit k adds 1 to one cell: row `labels[k]`, column `answers[k]`.",
        "chaque chiffre k ajoute 1 à une case : ligne `labels[k]`, colonne `answers[k]`.",
    ),
    lesson: text(
        "Every digit counts once, in the row of what it is and the column of what was answered.",
        "Chaque chiffre compte une fois, dans la ligne de ce qu’il est et la colonne de ce qui a été répondu.",
    ),
    ..Exercise::TABLE
};

fn counts((labels, answers): &Call) -> Array2<f64> {
    let mut counts = Array2::zeros((10, 10));
    for (&label, &answer) in labels.iter().zip(answers) {
        counts[[usize::from(label), usize::from(answer)]] += 1.0;
    }
    counts
}
