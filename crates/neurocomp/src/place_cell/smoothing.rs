//! Smoothing of maps that loses nothing at the walls.

/// Spreads every value over its neighbours by a Gaussian of standard deviation `width` (in bins). What a value hands
/// out, within the walls, is always the whole of it: the sum is kept.
pub(super) fn spread(values: &[f64], width: f64) -> Vec<f64> {
    if width == 0.0 {
        return values.to_vec();
    }
    let n = values.len();
    let reach = (6.0 * width).ceil().min(n as f64) as usize;
    let weight = |distance: usize| (-0.5 * (distance as f64 / width).powi(2)).exp();
    let weights: Vec<f64> = (0..=reach).map(weight).collect();
    let mut result = vec![0.0; n];
    for (from, &value) in values.iter().enumerate() {
        if value == 0.0 {
            continue;
        }
        let neighbours = from.saturating_sub(reach)..(from + reach + 1).min(n);
        let total: f64 = neighbours.clone().map(|to| weights[from.abs_diff(to)]).sum();
        for to in neighbours {
            result[to] += value * weights[from.abs_diff(to)] / total;
        }
    }
    result
}
