//! Maps of coloured cells.

/// A map of coloured cells; `z[row][column]` belongs to `y[row]` and `x[column]`, NaN is a gap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heatmap {
    pub(crate) x: Vec<f64>,
    pub(crate) y: Vec<f64>,
    pub(crate) z: Vec<Vec<f64>>,
    pub(crate) label: String,
    /// Range of the colours.
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) colours: Colours,
}

/// What the lowest and the highest value look like, and whether a bar beside the map tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Colours {
    /// From dark blue to yellow, with a bar.
    Viridis,
    /// From blue through white, which is 0, to orange, with a bar.
    Signed,
    /// From paper to ink, without a bar: a picture.
    Ink,
}

impl Heatmap {
    /// The same map with at most `cells` rows and columns: each new cell is the mean of the finite cells it covers.
    pub(crate) fn coarser(&self, cells: usize) -> Heatmap {
        let (down, across) = (self.y.len().div_ceil(cells).max(1), self.x.len().div_ceil(cells).max(1));
        if down == 1 && across == 1 {
            return self.clone();
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let block = |rows: &[Vec<f64>], start: usize| {
            let end = (start + across).min(self.x.len());
            let inside: Vec<f64> =
                rows.iter().flat_map(|row| &row[start..end]).copied().filter(|z| z.is_finite()).collect();
            if inside.is_empty() { f64::NAN } else { mean(&inside) }
        };
        let starts: Vec<usize> = (0..self.x.len()).step_by(across).collect();
        Heatmap {
            x: self.x.chunks(across).map(mean).collect(),
            y: self.y.chunks(down).map(mean).collect(),
            z: self.z.chunks(down).map(|rows| starts.iter().map(|&start| block(rows, start)).collect()).collect(),
            ..self.clone()
        }
    }
}

/// The borders of cells centred at `centres`: half way between neighbours (in decades if `log`), and as far outside.
pub(crate) fn edges(centres: &[f64], log: bool) -> Vec<f64> {
    let to = |v: f64| if log { v.log10() } else { v };
    let back = |v: f64| if log { 10f64.powf(v) } else { v };
    let c: Vec<f64> = centres.iter().map(|&v| to(v)).collect();
    match c.len() {
        0 => Vec::new(),
        1 => vec![back(c[0] - 0.5), back(c[0] + 0.5)],
        n => {
            let mut edges = vec![c[0] - 0.5 * (c[1] - c[0])];
            edges.extend(c.windows(2).map(|pair| 0.5 * (pair[0] + pair[1])));
            edges.push(c[n - 1] + 0.5 * (c[n - 1] - c[n - 2]));
            edges.into_iter().map(back).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coarser_map_keeps_means_and_gaps() {
        let map = Heatmap {
            x: vec![0.0, 1.0, 2.0],
            y: vec![0.0, 1.0],
            z: vec![vec![1.0, 3.0, f64::NAN], vec![f64::NAN, 5.0, f64::NAN]],
            label: String::new(),
            low: 1.0,
            high: 5.0,
            colours: Colours::Viridis,
        };
        let coarse = map.coarser(2);
        assert_eq!((coarse.x, coarse.y), (vec![0.5, 2.0], vec![0.0, 1.0]));
        assert_eq!(coarse.z[0][0], 2.0);
        assert_eq!(coarse.z[1][0], 5.0);
        assert!(coarse.z[0][1].is_nan());
    }

    #[test]
    fn cells_meet_half_way() {
        assert_eq!(edges(&[0.0, 1.0, 3.0], false), [-0.5, 0.5, 2.0, 4.0]);
        assert_eq!(edges(&[7.0], false), [6.5, 7.5]);
        let log = edges(&[1.0, 100.0], true);
        assert!((log[1] - 10.0).abs() < 1e-12 && (log[0] - 0.1).abs() < 1e-12, "{log:?}");
    }
}
