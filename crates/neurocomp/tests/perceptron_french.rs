//! Errors and summaries in French. The language holds for a whole process: hence a test program of its own.

use neurocomp::digits::{self, FILES};
use neurocomp::language;
use neurocomp::ndarray::array;
use neurocomp::perceptron::{ConfusionMatrix, LearningParams, Perceptron};

#[test]
fn errors_and_summaries_are_french_when_asked() {
    language::language("fr");
    let label_file = FILES[3];
    let page = b"<html>404</html>".to_vec();
    let p = Perceptron::zeros(2).unwrap();
    let (x, y) = (array![[1.0, 2.0]], array![1.0]);
    for (said, words) in [
        (digits::mnist_from("/nulle/part").unwrap_err().to_string(), "il n’y a pas de dossier /nulle/part"),
        (label_file.verify(page).unwrap_err().to_string(), "supprimez-le et téléchargez-le de nouveau"),
        (digits::draw(0, 1, 1).unwrap_err().to_string(), "au moins 1 chiffre"),
        (p.margin(&x, &y).unwrap_err().to_string(), "faites d’abord apprendre le perceptron"),
        (p.errors(&x, &array![2.0]).unwrap_err().to_string(), "y[0] doit être 1 ou -1, reçu 2"),
        (format!("{:?}", p.learn(&x, &y, LearningParams::default()).unwrap()), "convergé : true"),
        (format!("{:?}", digits::draw(10, 10, 1).unwrap()), "dessinés, pas MNIST"),
        (ConfusionMatrix::new(&[0], &[0], 1).unwrap().to_string(), "vrai"),
    ] {
        assert!(said.contains(words), "{said} / {words}");
    }
}
