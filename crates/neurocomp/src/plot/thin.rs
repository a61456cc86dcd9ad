//! Fewer points, same picture.
//!
//! A trace of 10 s at a step of 0.1 ms has 100,000 points; a screen has about 1,000 columns. Drawing every point would
//! swell the notebook and show nothing more. Taking every hundredth point would lose the spikes. What is kept here is,
//! of each column, the first, the last, the lowest and the highest point: a line through these covers the same pixels
//! as the line through all of them. In a phase plane, where x goes back and forth, columns make no sense, and what is
//! kept is one point for each small step along the curve.
//!
//! U. Jugel, Z. Jerzak, G. Hackenbroich, V. Markl, "M4: a visualization-oriented time series data aggregation",
//! PVLDB 7 (2014) 797–808, doi:10.14778/2732951.2732953.

/// Points of a curve that are kept for the interactive figure.
pub(crate) const INTERACTIVE_POINTS: usize = 4_000;

/// The indices to draw of a curve with `x.len()` points, at most about `limit` of them, in their order.
///
/// A gap (a point that is not finite) is kept as a gap.
pub(crate) fn curve(x: &[f64], y: &[f64], limit: usize) -> Vec<usize> {
    if x.len() <= limit {
        return (0..x.len()).collect();
    }
    let forwards = x.windows(2).all(|pair| pair[0] <= pair[1] || pair[0].is_nan() || pair[1].is_nan());
    if forwards { by_column(x, y, limit) } else { by_step(x, y, limit) }
}

/// First, last, lowest and highest point of each column.
fn by_column(x: &[f64], y: &[f64], limit: usize) -> Vec<usize> {
    let n = x.len();
    let columns = (limit / 4).max(1);
    let mut kept = Vec::with_capacity(limit);
    for column in 0..columns {
        let (start, end) = (column * n / columns, (column + 1) * n / columns);
        let mut chosen = vec![start, end - 1];
        chosen.extend(extremes(y, start, end));
        chosen.extend((start..end).find(|&i| !x[i].is_finite() || !y[i].is_finite()));
        chosen.sort_unstable();
        chosen.dedup();
        kept.extend(chosen);
    }
    kept
}

/// The extremes, and every point that is far enough from the one kept before it.
fn by_step(x: &[f64], y: &[f64], limit: usize) -> Vec<usize> {
    let n = x.len();
    let ((_, x_unit), (_, y_unit)) = (grid(x, 1.0), grid(y, 1.0));
    let extreme: std::collections::HashSet<usize> = extremes(x, 0, n).into_iter().chain(extremes(y, 0, n)).collect();
    // A thousandth of the figure to begin with, coarser until the budget is met.
    let mut step = 1e-3;
    loop {
        let mut last: Option<usize> = None;
        let kept: Vec<usize> = (0..n)
            .filter(|&i| {
                let far = last.is_none_or(|j| {
                    let distance = ((x[i] - x[j]) / x_unit).hypot((y[i] - y[j]) / y_unit);
                    // From and to a gap the distance is NaN: kept, except inside the gap.
                    distance >= step || (distance.is_nan() && !(x[i].is_nan() && x[j].is_nan()))
                });
                let keep = far || extreme.contains(&i) || i == n - 1;
                if keep {
                    last = Some(i);
                }
                keep
            })
            .collect();
        // Beyond the size of the whole figure only gaps are left, and those are wanted.
        if kept.len() <= limit || step > 1.0 {
            return kept;
        }
        step *= 1.5;
    }
}

/// Where the lowest and the highest finite value of `values[start..end]` are.
fn extremes(values: &[f64], start: usize, end: usize) -> Vec<usize> {
    let finite = || (start..end).filter(|&i| values[i].is_finite());
    let low = finite().reduce(|j, i| if values[i] < values[j] { i } else { j });
    let high = finite().reduce(|j, i| if values[i] > values[j] { i } else { j });
    low.into_iter().chain(high).collect()
}

/// The indices to draw of a cloud of points, at most `limit` of them.
///
/// Points that fall on the same cell of a 1,000 × 500 grid would hide one another: one of them stays. If there are
/// still too many, every k-th is kept.
pub(crate) fn cloud(x: &[f64], y: &[f64], limit: usize) -> Vec<usize> {
    let n = x.len();
    if n <= limit {
        return (0..n).collect();
    }
    let (x_low, x_step) = grid(x, 1_000.0);
    let (y_low, y_step) = grid(y, 500.0);
    let mut taken = std::collections::HashSet::new();
    let distinct: Vec<usize> = (0..n)
        .filter(|&i| x[i].is_finite() && y[i].is_finite())
        .filter(|&i| {
            let cell = (((x[i] - x_low) / x_step) as i32, ((y[i] - y_low) / y_step) as i32);
            taken.insert(cell)
        })
        .collect();
    every_kth(&distinct, limit)
}

/// At most `limit` of `items`, evenly spaced.
pub(crate) fn every_kth(items: &[usize], limit: usize) -> Vec<usize> {
    let stride = items.len().div_ceil(limit.max(1)).max(1);
    items.iter().copied().step_by(stride).collect()
}

fn grid(values: &[f64], cells: f64) -> (f64, f64) {
    let finite = || values.iter().copied().filter(|v| v.is_finite());
    let low = finite().fold(f64::INFINITY, f64::min);
    let high = finite().fold(f64::NEG_INFINITY, f64::max);
    let step = (high - low) / cells;
    (low, if step > 0.0 && step.is_finite() { step } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_spike_among_many_points_is_kept() {
        let x: Vec<f64> = (0..100_000).map(f64::from).collect();
        for spike in [0, 1, 12_345, 50_001, 99_999] {
            let mut y = vec![0.0; x.len()];
            y[spike] = 40.0;
            let kept = curve(&x, &y, 4_000);
            assert!(kept.len() <= 5_000, "{} points kept", kept.len());
            assert!(kept.contains(&spike), "the spike at {spike} vanished");
        }
    }

    #[test]
    fn the_extremes_of_a_closed_curve_are_kept_in_both_directions() {
        let phase: Vec<f64> = (0..50_000).map(|i| i as f64 * 1e-3).collect();
        let x: Vec<f64> = phase.iter().map(|p| p.cos()).collect();
        let y: Vec<f64> = phase.iter().map(|p| p.sin()).collect();
        let max = |values: &[f64], kept: &[usize]| kept.iter().map(|&i| values[i]).fold(f64::MIN, f64::max);
        let kept = curve(&x, &y, 1_000);
        let all: Vec<usize> = (0..x.len()).collect();
        assert_eq!(max(&x, &kept), max(&x, &all));
        assert_eq!(max(&y, &kept), max(&y, &all));
    }

    #[test]
    fn fast_and_slow_parts_of_a_trajectory_are_drawn_equally_well() {
        // Around a circle, 1,000 times faster on the right than on the left.
        let mut phase: f64 = 1.5;
        let (mut x, mut y) = (Vec::new(), Vec::new());
        for _ in 0..30_000 {
            x.push(phase.cos());
            y.push(phase.sin());
            phase += if phase.cos() > 0.0 { 1e-2 } else { 1e-4 };
        }
        let kept = curve(&x, &y, 1_000);
        assert!(kept.len() <= 1_000);
        let far = kept.windows(2).map(|p| (x[p[0]] - x[p[1]]).hypot(y[p[0]] - y[p[1]])).fold(0.0, f64::max);
        assert!(far < 0.05, "a step of {far}");
    }

    #[test]
    fn short_curves_are_left_alone_and_order_is_kept() {
        let x: Vec<f64> = (0..9_999).map(f64::from).collect();
        assert_eq!(curve(&x[..100], &x[..100], 100).len(), 100);
        let kept = curve(&x, &x, 400);
        assert!(kept.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!((kept[0], kept[kept.len() - 1]), (0, 9_998));
    }

    #[test]
    fn a_gap_stays_a_gap() {
        let x: Vec<f64> = (0..40_000).map(f64::from).collect();
        let mut y = x.clone();
        y[20_001] = f64::NAN;
        assert!(curve(&x, &y, 4_000).contains(&20_001));
    }

    #[test]
    fn points_on_the_same_pixel_are_drawn_once() {
        let x: Vec<f64> = (0..30_000).map(|i| f64::from(i % 100)).collect();
        let y: Vec<f64> = (0..30_000).map(|i| f64::from(i % 10)).collect();
        assert_eq!(cloud(&x, &y, 4_000).len(), 100);
        let spread: Vec<f64> = (0..30_000).map(|i| (f64::from(i) * 0.618).fract()).collect();
        assert!(cloud(&spread, &x, 4_000).len() <= 4_000);
    }
}
