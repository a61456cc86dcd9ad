//! Pictures: maps in grey without axes, areas, numbers in cells.

use ndarray::{ArrayRef1, ArrayRef2};

use super::Figure;
use crate::plot::mark::{Colours, Heatmap, Kind};
use crate::plot::style::DARK_CELLS;

impl Figure {
    /// A matrix as a picture whose upper left corner is at (`left`, `top`), one unit for each cell, first row on top;
    /// of a matrix with more than `cells` rows or columns, means of blocks. Colours reach from `low` to `high`.
    pub(crate) fn picture(
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
        self.add("", Kind::Heatmap(map), image.len(), gaps)
    }

    /// A thin frame around each of the rectangles (left, top, width, height).
    pub(crate) fn outlines(self, frames: &[(f64, f64, f64, f64)]) -> Figure {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for (left, top, width, height) in frames {
            x.extend([*left, left + width, left + width, *left, *left, f64::NAN]);
            y.extend([*top, *top, top - height, top - height, *top, f64::NAN]);
        }
        let given = x.len();
        self.add("", Kind::Path { x, y }, given, 0)
    }

    /// No axes, no grid; one unit across as long as one unit up.
    pub(crate) fn without_axes(mut self, width: f64, height: f64, tall: usize) -> Figure {
        self.bare = true;
        self.equal_scales = true;
        self.tall = Some(tall);
        self.x.range = Some((0.0, width));
        self.y.range = Some((-height, 0.0));
        self
    }

    /// A polygon in the pale form of colour `colour`. None at all keeps its place, for the frames of a slider.
    pub(crate) fn area(self, corners: &[(f64, f64)], colour: usize, name: &str) -> Figure {
        let kind = Kind::Area {
            x: corners.iter().map(|corner| corner.0).collect(),
            y: corners.iter().map(|corner| corner.1).collect(),
        };
        self.coloured(kind, colour, corners.len(), name)
    }

    /// A mark, perhaps an empty one, that has its colour and its dash or marker by what it means and not by its turn.
    pub(crate) fn coloured(self, kind: Kind, look: usize, given: usize, name: &str) -> Figure {
        let mut figure = self.add(name, kind, given, 0);
        if let Some(mark) = figure.marks.last_mut() {
            (mark.colour, mark.pattern) = (look, look);
        }
        figure
    }

    /// Numbers on the cells of a map from `low` to `high`, `texts` with their place and value.
    pub(crate) fn numbers(mut self, texts: &[(f64, f64, f64, String)], (low, high): (f64, f64)) -> Figure {
        for dark in [false, true] {
            // One value everywhere has the colour of the low end.
            let place = |z: f64| {
                if high > low { (z - low) / (high - low) } else { 0.0 }
            };
            let chosen = || texts.iter().filter(|(_, _, z, _)| (place(*z) > DARK_CELLS) == dark);
            let kind = Kind::Numbers {
                x: chosen().map(|text| text.0).collect(),
                y: chosen().map(|text| text.1).collect(),
                text: chosen().map(|text| text.3.clone()).collect(),
                dark,
            };
            let count = chosen().count();
            self = self.add("", kind, count, 0);
        }
        self
    }

    /// Points with error bars, or without where no errors are given.
    pub(crate) fn measured(self, x: &ArrayRef1<f64>, y: &ArrayRef1<f64>, error: &ArrayRef1<f64>, name: &str) -> Figure {
        match (x.is_empty() && y.is_empty(), error.is_empty()) {
            (true, true) => self,
            (false, true) => self.points(x, y, name),
            _ => self.error_bars(x, y, error, name),
        }
    }
}
