//! Synaptic variables that all decay with one time constant.

/// Many variables u with τ du/dt = −u. All of them shrink by the same factor in each step, so that it is enough to
/// shrink one number that they have in common:
///
/// ```text
/// u = scale · value,   a step: scale ← scale · e^(−dt/τ),   a spike: value ← value + weight/scale
/// ```
///
/// Now and then the scale is multiplied into the values, before it becomes too small.
pub(super) struct Decay {
    pub values: Vec<f64>,
    pub scale: f64,
    keep: f64,
}

/// When to multiply it in; the number itself does not matter.
const SMALLEST_SCALE: f64 = 1e-60;

impl Decay {
    pub fn new(size: usize, dt: f64, tau: f64) -> Decay {
        Decay { values: vec![0.0; size], scale: 1.0, keep: (-dt / tau).exp() }
    }

    /// One step.
    pub fn step(&mut self) {
        self.scale *= self.keep;
        if self.scale < SMALLEST_SCALE {
            for value in &mut self.values {
                *value *= self.scale;
            }
            self.scale = 1.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_decays_exponentially_however_long() {
        let (dt, tau) = (0.5, 2.0);
        let mut u = Decay::new(2, dt, tau);
        u.values[0] = 3.0;
        let mut expected = [3.0, 0.0];
        for k in 1..=2000 {
            u.step();
            if k % 100 == 0 {
                u.values[1] += 0.25 / u.scale;
            }
            for x in &mut expected {
                *x *= f64::exp(-dt / tau);
            }
            expected[1] += if k % 100 == 0 { 0.25 } else { 0.0 };
            for (value, x) in u.values.iter().zip(expected) {
                assert!((value * u.scale - x).abs() <= 1e-12 * x + 1e-300, "step {k}");
            }
        }
    }
}
