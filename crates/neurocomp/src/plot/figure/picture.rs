//! Pictures: maps in grey without axes, areas, numbers in cells.

use ndarray::{Array2, ArrayRef2};

use super::Figure;
use crate::plot::mark::{Colours, Heatmap, Mark, Shape};
use crate::plot::style::DARK_CELLS;
use crate::plot::words;

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

impl Figure {
    /// Images in a grid of so many columns, each below its title if there are titles. All have the same scale of greys.
    pub(crate) fn pictures(mut self, images: &[Array2<f64>], titles: &[&str], columns: usize) -> Figure {
        if images.is_empty() || images.iter().any(Array2::is_empty) {
            return self.problem(words::nothing_to_draw("image", ""));
        }
        let Some(range) = greys(images) else {
            return self.problem(words::nothing_finite("image", "", images.iter().map(Array2::len).sum()));
        };
        let grid = Grid::of(images, columns, !titles.is_empty());
        let cells = CELLS.min((CELLS_IN_ALL as f64 / images.len() as f64).sqrt().max(8.0) as usize);
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for (k, image) in images.iter().enumerate() {
            let (left, top) = grid.corner(k);
            self = self.picture(image, (left, top), range, cells, titles.get(k).copied().unwrap_or_default());
            let (right, bottom) = (left + image.ncols() as f64, top - image.nrows() as f64);
            x.extend([left, right, right, left, left, f64::NAN]);
            y.extend([top, top, bottom, bottom, top, f64::NAN]);
        }
        // A thin frame around each.
        self = self.add("", Mark::new(Shape::Path, x, y));
        for (k, title) in titles.iter().enumerate() {
            let (left, top) = grid.corner(k);
            self = self.text(left + 0.5 * images[k].ncols() as f64, top, &grid.short(title));
        }
        let (width, height) = grid.size(images.len());
        self.bare = true;
        self.equal_scales = true;
        self.tall = Some(((height * grid.pixels) as usize + 66).clamp(200, 1200));
        self.x.range = Some((0.0, width));
        self.y.range = Some((-height, 0.0));
        self
    }

    /// A matrix as a picture whose upper left corner is at (`left`, `top`), one unit for each cell, first row on top;
    /// of a matrix with more than `cells` rows or columns, means of blocks. Colours reach from `low` to `high`.
    fn picture(
        self,
        image: &ArrayRef2<f64>,
        (left, top): (f64, f64),
        (low, high): (f64, f64),
        cells: usize,
        name: &str,
    ) -> Figure {
        let (rows, columns) = image.dim();
        // A hundredth of the range is less than the eye tells apart, and short to write.
        let unit = 10f64.powf((high - low).log10().floor() - 2.0);
        let grey = |z: f64| {
            if z.is_finite() { (z / unit).round() * unit } else { f64::NAN }
        };
        let map = Heatmap {
            x: (0..columns).map(|j| left + j as f64 + 0.5).collect(),
            y: (0..rows).map(|i| top - i as f64 - 0.5).collect(),
            z: image.rows().into_iter().map(|row| row.to_vec()).collect(),
            label: name.into(),
            low,
            high,
            colours: Colours::Ink,
        };
        let mut map = map.coarser(cells);
        for z in map.z.iter_mut().flatten() {
            *z = grey(*z);
        }
        let gaps = image.iter().filter(|z| !z.is_finite()).count();
        self.map(map, image.len(), gaps)
    }

    /// A polygon in the pale form of colour `colour`. None at all keeps its place, for the frames of a slider.
    pub(crate) fn area(self, corners: &[(f64, f64)], colour: usize, name: &str) -> Figure {
        let (x, y) = corners.iter().copied().unzip();
        self.coloured(Mark::new(Shape::Area, x, y), (colour, colour), name)
    }

    /// A mark, perhaps an empty one, that has its colour and its dash or marker by what it means and not by its turn.
    pub(crate) fn coloured(mut self, mark: Mark, (colour, pattern): (usize, usize), name: &str) -> Figure {
        self = self.add(name, mark);
        if let Some(mark) = self.scene.marks.last_mut() {
            (mark.colour, mark.pattern) = (colour, pattern);
        }
        self
    }

    /// Numbers on the cells of a map from `low` to `high`, `texts` with their place and value.
    pub(crate) fn numbers(mut self, texts: &[(f64, f64, f64, String)], (low, high): (f64, f64)) -> Figure {
        for dark in [false, true] {
            // One value everywhere has the colour of the low end.
            let place = |z: f64| {
                if high > low { (z - low) / (high - low) } else { 0.0 }
            };
            let chosen = || texts.iter().filter(|(_, _, z, _)| (place(*z) > DARK_CELLS) == dark);
            let (x, y) = chosen().map(|text| (text.0, text.1)).unzip();
            let texts = chosen().map(|text| text.3.clone()).collect();
            self = self.add("", Mark { texts, ..Mark::new(Shape::Numbers { dark }, x, y) });
        }
        self
    }
}

/// Where the pictures of a grid are, in cells: all are as far apart as the largest needs.
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
