//! Redraws a live figure: its function is in this process, and the library knows it by a number.

/// The library's own function: the number of the figure, and the values of its controls.
pub type Anew = unsafe extern "C" fn(u64, *const f64, usize) -> bool;

/// Draws the figure whose number and values an order gives. Returns whether there is one.
pub fn anew(anew: Anew, order: &str) -> bool {
    let mut words = order.split_whitespace();
    let number = words.next().and_then(|word| word.parse().ok());
    let values: Option<Vec<f64>> = words.map(|word| word.parse().ok()).collect();
    match (number, values) {
        // SAFETY: the values are there while it runs.
        (Some(number), Some(values)) => unsafe { anew(number, values.as_ptr(), values.len()) },
        _ => false,
    }
}
