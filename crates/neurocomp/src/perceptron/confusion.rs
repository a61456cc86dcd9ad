//! Which class is taken for which.

use std::fmt;

use ndarray::Array2;

use crate::error::check_count;
use crate::language::choose;
use crate::summary::{number, summary, total};
use crate::{Error, Result};

/// How often an example of one class was taken for another.
#[derive(Clone, PartialEq)]
pub struct ConfusionMatrix {
    /// Number of examples of the class of the row that were taken for the class of the column.
    pub counts: Array2<usize>,
}

impl ConfusionMatrix {
    /// Counts true labels against answers, both 0 to `classes` − 1.
    ///
    /// ```
    /// use neurocomp::perceptron::ConfusionMatrix;
    ///
    /// let matrix = ConfusionMatrix::new(&[0, 1, 1, 2], &[0, 1, 2, 2], 3)?;
    /// assert_eq!(matrix.counts[[1, 2]], 1);
    /// assert_eq!(matrix.accuracy(), 0.75);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no label, not one answer per label, not 1 to 256 classes, or a label or an answer beyond them.
    pub fn new(labels: &[u8], answers: &[u8], classes: usize) -> Result<ConfusionMatrix> {
        check_count("classes", 1, 256, classes)?;
        check_count("labels", 1, usize::MAX, labels.len())?;
        if labels.len() != answers.len() {
            return Err(super::error::wrong_answers(labels.len(), answers.len()));
        }
        for given in [labels, answers] {
            if let Some(index) = given.iter().position(|&label| usize::from(label) >= classes) {
                return Err(Error::count(&format!("labels[{index}]"), 0, classes - 1, usize::from(given[index])));
            }
        }
        let mut counts = Array2::zeros((classes, classes));
        for (&label, &answer) in labels.iter().zip(answers) {
            counts[[usize::from(label), usize::from(answer)]] += 1;
        }
        Ok(ConfusionMatrix { counts })
    }

    /// The number of examples.
    pub fn total(&self) -> usize {
        total(&self.counts)
    }

    /// The fraction of right answers, 0 to 1.
    pub fn accuracy(&self) -> f64 {
        total(self.counts.diag()) as f64 / self.total() as f64
    }

    /// The fraction of wrong answers, 0 to 1.
    pub fn error_rate(&self) -> f64 {
        1.0 - self.accuracy()
    }

    /// The fraction of each class that was recognised, 0 to 1; `None` for a class without an example.
    pub fn recognised(&self) -> Vec<Option<f64>> {
        let share = |(class, row): (usize, ndarray::ArrayView1<usize>)| {
            let total = total(row);
            (total > 0).then(|| *row.get(class).unwrap_or(&0) as f64 / total as f64)
        };
        self.counts.rows().into_iter().enumerate().map(share).collect()
    }

    /// The `n` most frequent mistakes: (true class, answer, how often), the most frequent first.
    pub fn worst(&self, n: usize) -> Vec<(usize, usize, usize)> {
        let mistakes = self.counts.indexed_iter().filter(|((label, answer), count)| label != answer && **count > 0);
        let mut mistakes: Vec<_> = mistakes.map(|((label, answer), &count)| (label, answer, count)).collect();
        mistakes.sort_by_key(|&(_, _, count)| std::cmp::Reverse(count));
        mistakes.truncate(n);
        mistakes
    }
}

summary!(ConfusionMatrix, |matrix| {
    let worst: Vec<String> = matrix.worst(3).iter().map(|(l, a, count)| format!("{l} → {a}: {count}")).collect();
    let (right, of, often) = choose(("right", "of", "most often"), ("juste", "sur", "le plus souvent"));
    let percent = number(100.0 * matrix.accuracy(), 2);
    format!("{percent} % {right} {of} {}; {often} {}", matrix.total(), worst.join(", "))
});

/// A table: a row per true class, a column per answer.
impl fmt::Display for ConfusionMatrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.counts.iter().max().map_or(1, |most| most.to_string().len()).max(3) + 1;
        write!(f, "{:>4}", choose("true", "vrai"))?;
        for class in 0..self.counts.ncols() {
            write!(f, "{class:>width$}")?;
        }
        for (class, row) in self.counts.rows().into_iter().enumerate() {
            write!(f, "\n{class:>4}")?;
            for count in row {
                write!(f, "{count:>width$}")?;
            }
        }
        Ok(())
    }
}
