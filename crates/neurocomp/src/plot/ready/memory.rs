//! Memory: states of a network as pictures, how well it recalls its patterns.

use ndarray::{Array2, ArrayRef1, ArrayRef2};

use super::curves;
use crate::plot::Figure;
use crate::plot::words::{self, either};

/// The state of a network, a pattern or an image as a picture: the first row on top, the highest value in ink.
///
/// Values may be −1 and 1, 0 and 1, or anything between; others are shown from the lowest to the highest. NaN is a
/// gap. As the frames of a [`slider`](crate::plot::slider()), states follow one another in time.
///
/// ```
/// use neurocomp::ndarray::{Array2, array};
/// use neurocomp::plot;
///
/// let state = Array2::from_shape_fn((8, 8), |(i, j)| if i < j { 1.0 } else { -1.0 });
/// let frames = vec![plot::state_image(&state), plot::state_image(&-state)];
/// let figure = plot::slider("step", &array![0.0, 1.0], frames);
/// assert!(figure.problems().is_empty());
/// ```
pub fn state_image(state: &ArrayRef2<f64>) -> Figure {
    let title = either("State of the network", "État du réseau");
    Figure::new(&title).pictures(&[state.to_owned()], &[], 1)
}

/// Several states, patterns or images side by side, each with its title; no titles at all is right, too. All have the
/// same scale of greys, as in [`state_image`]. Of about 40 large pictures each is drawn with fewer cells.
///
/// ```
/// use neurocomp::ndarray::Array2;
/// use neurocomp::plot;
///
/// let pattern = Array2::from_shape_fn((10, 10), |(i, j)| if (i + j) % 3 == 0 { 1.0 } else { -1.0 });
/// let mut damaged = pattern.clone();
/// damaged.row_mut(0).fill(-1.0);
/// let figure = plot::state_images(&[pattern, damaged], &["stored", "given"]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn state_images(states: &[Array2<f64>], titles: &[&str]) -> Figure {
    let columns = columns(states.len());
    let title = either("States of the network", "États du réseau");
    if !titles.is_empty() && titles.len() != states.len() {
        let (titles_are, states_are) = (either("titles", "les titres"), either("states", "les états"));
        let counts = ((states_are.as_str(), states.len()), (titles_are.as_str(), titles.len()));
        return Figure::new(&title).problem(words::lengths_differ("images", "", counts.0, counts.1));
    }
    Figure::new(&title).pictures(states, titles, columns)
}

/// Pictures in a row: all of up to five, and of more as many in each row as make the whole wider than high.
fn columns(count: usize) -> usize {
    if count <= 5 {
        return count.max(1);
    }
    let most = (1.8 * count as f64).sqrt().ceil() as usize;
    count.div_ceil(count.div_ceil(most))
}

/// The critical load of the Hopfield model; D. J. Amit, H. Gutfreund, H. Sompolinsky, Phys. Rev. Lett. 55 (1985)
/// 1530–1533, doi:10.1103/PhysRevLett.55.1530.
const CRITICAL_LOAD: f64 = 0.138;

/// The overlap m of the state with each pattern against time (steps): `overlaps[[k, p]]` belongs to the time `t[k]`
/// and to the pattern with the name `names[p]`.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plot;
///
/// let overlaps = array![[0.6, 0.1], [0.9, 0.05], [1.0, 0.0]];
/// let figure = plot::overlap_curves(&array![0.0, 1.0, 2.0], &overlaps, &["pattern A", "pattern B"]);
/// assert!(figure.problems().is_empty());
/// ```
pub fn overlap_curves(t: &ArrayRef1<f64>, overlaps: &ArrayRef2<f64>, names: &[&str]) -> Figure {
    let figure = Figure::new(&either("Overlap with the patterns", "Recouvrement avec les motifs"))
        .x_label(&either("time (steps)", "temps (pas)"))
        .y_label(&overlap())
        .y_range(-1.05, 1.05);
    curves(figure, (t, &either("time", "instant")), (&overlap(), "overlaps", overlaps), names)
}

/// The overlap in the end against the load α = K/N (patterns per neuron), with its spread over networks, and the load
/// α = 0.138 beyond which the Hopfield model forgets.
pub fn capacity_curve(load: &ArrayRef1<f64>, overlap: &ArrayRef1<f64>, spread: &ArrayRef1<f64>) -> Figure {
    let name = either("mean ± spread over networks", "moyenne ± dispersion des réseaux");
    Figure::new(&either("Memory capacity", "Capacité de mémoire"))
        .error_bars(load, overlap, spread, &name)
        .vline(CRITICAL_LOAD, &either("critical load 0.138", "charge critique 0,138"))
        .x_label(&either("load α = K/N (patterns per neuron)", "charge α = K/N (motifs par neurone)"))
        .y_label(&either("final overlap m (−1 to 1)", "recouvrement final m (−1 à 1)"))
        .starting_at_zero()
}

fn overlap() -> String {
    either("overlap m (−1 to 1)", "recouvrement m (−1 à 1)")
}
