//! States and patterns as pictures.

use ndarray::{Array2, ArrayRef2};

use crate::plot::Figure;
use crate::plot::words::{self, either};

/// Rows and columns of a picture that are kept; larger ones are averaged over blocks.
const CELLS: usize = 64;
/// Cells of all pictures of a figure together.
const CELLS_IN_ALL: usize = 64_000;
/// Pixels that pictures side by side have across.
const ACROSS: f64 = 680.0;
/// Pixels of the larger side of a single picture.
const LARGEST: f64 = 320.0;
/// Pixels for a title above a picture.
const TITLE: f64 = 26.0;

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
    grid(&title, &[state.to_owned()], &[], 1)
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
        let name = (either("titles", "les titres"), either("states", "les états"));
        return Figure::new(&title).problem(words::lengths_differ(
            "images",
            "",
            (&name.1, states.len()),
            (&name.0, titles.len()),
        ));
    }
    grid(&title, states, titles, columns)
}

/// Handwritten digits, or other small images, in a grid with `columns` of them in a row.
///
/// ```
/// use neurocomp::ndarray::Array2;
/// use neurocomp::plot;
///
/// let ring = Array2::from_shape_fn((28, 28), |(i, j)| {
///     let radius = f64::hypot(i as f64 - 13.5, j as f64 - 13.5);
///     if (radius - 8.0).abs() < 1.5 { 1.0 } else { 0.0 }
/// });
/// let figure = plot::digit_grid(&vec![ring; 20], 10);
/// assert!(figure.problems().is_empty());
/// ```
pub fn digit_grid(digits: &[Array2<f64>], columns: usize) -> Figure {
    let title = either("Digits", "Chiffres");
    if columns == 0 {
        return Figure::new(&title).problem(either(
            "images: expected at least one column, received 0",
            "images : il faut au moins une colonne, reçu 0",
        ));
    }
    grid(&title, digits, &[], columns.min(digits.len().max(1)))
}

/// Pictures in a row: all of up to five, and of more as many in each row as make the whole wider than high.
fn columns(count: usize) -> usize {
    if count <= 5 {
        return count.max(1);
    }
    let most = (1.8 * count as f64).sqrt().ceil() as usize;
    count.div_ceil(count.div_ceil(most))
}

/// Where the pictures of a grid stand, in cells: all are as far apart as the largest needs.
struct Grid {
    columns: usize,
    width: f64,
    height: f64,
    gap: f64,
    title: f64,
    /// Pixels for each cell.
    pixels: f64,
}

impl Grid {
    fn of(images: &[Array2<f64>], columns: usize, titled: bool) -> Grid {
        let largest = |size: fn(&Array2<f64>) -> usize| images.iter().map(size).max().unwrap_or(1) as f64;
        let (width, height) = (largest(Array2::ncols), largest(Array2::nrows));
        let gap = if columns == 1 { 0.0 } else { 0.08 * width.max(height) };
        let across = columns as f64 * (width + gap) - gap;
        let pixels = (ACROSS / across).min(LARGEST / width.max(height));
        let title = if titled { TITLE / pixels } else { 0.0 };
        Grid { columns, width, height, gap, title, pixels }
    }

    /// Upper left corner of the picture with this number.
    fn corner(&self, number: usize) -> (f64, f64) {
        let (row, column) = (number / self.columns, number % self.columns);
        let down = self.title + row as f64 * (self.height + self.gap + self.title);
        (column as f64 * (self.width + self.gap), -down)
    }

    /// Size of the whole for `count` pictures.
    fn size(&self, count: usize) -> (f64, f64) {
        let rows = count.div_ceil(self.columns) as f64;
        (
            self.columns as f64 * (self.width + self.gap) - self.gap,
            rows * (self.height + self.gap + self.title) - self.gap,
        )
    }

    /// A title that leaves its neighbours room.
    fn short(&self, title: &str) -> String {
        let room = ((self.width + self.gap) * self.pixels / 7.0).max(2.0) as usize;
        if self.columns == 1 || title.chars().count() <= room {
            return title.into();
        }
        title.chars().take(room - 1).chain(['…']).collect()
    }
}

fn grid(title: &str, images: &[Array2<f64>], titles: &[&str], columns: usize) -> Figure {
    let mut figure = Figure::new(title);
    if images.is_empty() || images.iter().any(Array2::is_empty) {
        return figure.problem(words::nothing_to_draw("image", ""));
    }
    let count: usize = images.iter().map(Array2::len).sum();
    let Some(range) = greys(images) else {
        return figure.problem(words::nothing_finite("image", "", count));
    };
    let grid = Grid::of(images, columns, !titles.is_empty());
    let cells = CELLS.min((CELLS_IN_ALL as f64 / images.len() as f64).sqrt().max(8.0) as usize);
    let mut frames = Vec::new();
    for (k, image) in images.iter().enumerate() {
        let (left, top) = grid.corner(k);
        let name = titles.get(k).copied().unwrap_or_default();
        figure = figure.picture(image, (left, top), range, cells, name);
        frames.push((left, top, image.ncols() as f64, image.nrows() as f64));
    }
    figure = figure.outlines(&frames);
    for (k, title) in titles.iter().enumerate() {
        let (left, top) = grid.corner(k);
        figure = figure.text(left + 0.5 * images[k].ncols() as f64, top, &grid.short(title));
    }
    let (width, height) = grid.size(images.len());
    let tall = (height * grid.pixels) as usize + 66;
    figure.without_axes(width, height, tall.clamp(200, 1200))
}

/// What is drawn as paper and as ink: −1 and 1, or 0 and 1, if all values are between, else lowest and highest.
fn greys(images: &[Array2<f64>]) -> Option<(f64, f64)> {
    let finite = || images.iter().flatten().copied().filter(|z| z.is_finite());
    let low = finite().reduce(f64::min)?;
    let high = finite().reduce(f64::max)?;
    Some(match (low, high) {
        _ if low >= 0.0 && high <= 1.0 => (0.0, 1.0),
        _ if low >= -1.0 && high <= 1.0 => (-1.0, 1.0),
        _ if low == high => (low - 1.0, high),
        _ => (low, high),
    })
}
