//! The same figures for a French reader. The language belongs to the process, so these tests have one of their own.

use neurocomp::language::language;
use neurocomp::ndarray::{Array1, array};
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::plot;

#[test]
fn a_figure_speaks_french_when_the_reader_does() {
    language("fr");
    let run = Lif::new(LifParams::default())
        .unwrap()
        .simulate(30.0, 0.1, 100.0)
        .unwrap();
    let trace = plot::trace(&run, 20.0);
    assert!(
        trace.summary().contains("temps (ms), de 0 à 100"),
        "{}",
        trace.summary()
    );
    assert!(trace.svg().contains("seuil"));

    let figure = plot::slider("I (nA)", &array![1.0], vec![trace]);
    assert!(figure.plot().to_json().contains("▶ Lecture"));
    assert!(figure.svg().contains("première de 1 image"));

    let wrong = plot::line(&Array1::zeros(3), &Array1::zeros(2), "x", "y");
    assert!(
        wrong.problems()[0].contains("x a 3 valeurs, y en a 2"),
        "{:?}",
        wrong.problems()
    );
}
