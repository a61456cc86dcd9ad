//! The figures that the tutorials draw most often, in one call. Each is in the file that has the name of the module
//! whose results it draws: `plot::stdp_window` in `plasticity.rs`, `plot::raster` in `spike_train.rs`.

pub(super) mod cable;
pub(super) mod conditioning;
pub(super) mod digits;
pub(super) mod integrate;
pub(super) mod memory;
pub(super) mod neuron;
pub(super) mod perceptron;
pub(super) mod phase_plane;
pub(super) mod place_cell;
pub(super) mod plasticity;
pub(super) mod rate;
pub(super) mod spike_train;
pub(super) mod tuning;

use ndarray::{ArrayRef1, ArrayRef2};

use super::figure::Figure;
use super::words::{self, either};

/// One curve with labelled axes.
pub fn line(x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, x_label: &str, y_label: &str) -> Figure {
    Figure::new("").line(x, y, "").x_label(x_label).y_label(y_label)
}

/// One line for each column of a matrix, which has a row for each of `t` and a column for each of `names`.
fn curves(
    figure: Figure,
    (t, each): (&ArrayRef1<f64>, &str),
    (what, matrix, values): (&str, &str, &ArrayRef2<f64>),
    names: &[&str],
) -> Figure {
    if values.is_empty() {
        return figure.problem(words::nothing_to_draw(what, matrix));
    }
    if values.dim() != (t.len(), names.len()) {
        let expected = ((t.len(), each), (names.len(), &*either("name", "nom")));
        return figure.problem(words::wrong_shape(what, "", matrix, values.dim(), expected));
    }
    let columns = values.columns().into_iter().zip(names);
    columns.fold(figure, |figure, (column, name)| figure.line(t, &column, name))
}

fn time() -> String {
    either("time (ms)", "temps (ms)")
}

fn firing_rate() -> String {
    either("firing rate (Hz)", "taux de décharge (Hz)")
}
