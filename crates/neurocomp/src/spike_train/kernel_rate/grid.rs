//! How much of each spike's kernel falls into each piece of the observation.

/// The observation divided into cells of equal length.
pub(super) struct Grid {
    pub(super) t_start: f64,
    pub(super) dt: f64,
    pub(super) cells: usize,
}

/// A Gaussian is cut here, in standard deviations: 2·10⁻⁹ of it lies beyond.
const TRUNCATION: f64 = 6.0;

impl Grid {
    pub(super) fn middle(&self, cell: usize) -> f64 {
        self.t_start + (cell as f64 + 0.5) * self.dt
    }

    fn edge(&self, cell: usize) -> f64 {
        self.t_start + cell as f64 * self.dt
    }

    fn cell_of(&self, t: f64) -> usize {
        (((t - self.t_start) / self.dt) as usize).min(self.cells - 1)
    }

    /// Adds 1 for each spike, spread like a Gaussian over the cells that exist.
    ///
    /// With the spike φ after the middle of its cell, the weight k cells further on, relative to the weight of its own
    /// cell, is
    ///
    /// ```text
    /// e^(−(k dt − φ)²/2σ²) / e^(−φ²/2σ²) = e^(−(k dt)²/2σ²) · (e^(φ dt/σ²))^k
    /// ```
    ///
    /// the first factor is the same for all spikes and the second a power: no exponential is computed for each sample.
    pub(super) fn add_gaussians(&self, times: &[f64], sigma: f64, spikes: &mut [f64]) {
        let step = self.dt / sigma;
        // A kernel much narrower than a cell stays in it.
        let reach = if step > 10.0 { 0 } else { ((TRUNCATION / step).ceil() as usize).min(self.cells) };
        // From the first neighbour on, in whole blocks.
        let mut bell = vec![0.0; reach.next_multiple_of(4)];
        for (k, bell) in bell[..reach].iter_mut().enumerate() {
            *bell = (-0.5 * ((k + 1) as f64 * step).powi(2)).exp();
        }
        let (mut before, mut after) = (bell.clone(), bell.clone());
        for &t in times {
            let own = self.cell_of(t);
            let phase = ((t - self.middle(own)) / self.dt).clamp(-0.5, 0.5);
            let ratio = (phase * step * step).exp();
            times_powers(&bell, ratio, &mut after);
            times_powers(&bell, 1.0 / ratio, &mut before);
            let before = &before[..own.min(reach)];
            let after = &after[..(self.cells - 1 - own).min(reach)];
            let norm = 1.0 / (1.0 + sum(before) + sum(after));
            spikes[own] += norm;
            for (cell, weight) in spikes[own + 1..].iter_mut().zip(after) {
                *cell += norm * weight;
            }
            for (cell, weight) in spikes[..own].iter_mut().rev().zip(before) {
                *cell += norm * weight;
            }
        }
    }

    /// Adds 1 for each spike, spread like an exponential (or `alpha`) kernel over the rest of the observation.
    ///
    /// At the edge of a cell, x = (edge − t^k)/τ after each spike, two sums hold all that is known of the past,
    ///
    /// ```text
    /// b = Σ w_k e^(−x_k)   c = Σ w_k x_k e^(−x_k)   w_k = 1/(part of the kernel before t_stop)
    /// ```
    ///
    /// and with δ = dt/τ the next cell receives
    ///
    /// ```text
    /// exponential   b (1 − e^(−δ))
    /// alpha         c (1 − e^(−δ)) + b (1 − (1 + δ) e^(−δ))
    /// then          c → (c + b δ) e^(−δ),   b → b e^(−δ)
    /// ```
    ///
    /// Nothing is ever subtracted, so that no digits are lost.
    pub(super) fn add_causal(&self, times: &[f64], tau: f64, alpha: bool, spikes: &mut [f64]) {
        let part = if alpha { alpha_until } else { exponential_until };
        let delta = self.dt / tau;
        let decay = (-delta).exp();
        let (from_b, from_c, b_to_c) = if alpha {
            (alpha_until(delta), exponential_until(delta), delta)
        } else {
            (exponential_until(delta), 0.0, 0.0)
        };
        let (mut b, mut c) = (0.0, 0.0);
        let mut coming = times.iter().map(|&t| (self.cell_of(t), t)).peekable();
        for (k, cell) in spikes.iter_mut().enumerate() {
            *cell += b * from_b + c * from_c;
            c = (c + b * b_to_c) * decay;
            b *= decay;
            // Numbers near the smallest that a computer knows are slow, and nothing to us.
            if b < 1e-280 {
                (b, c) = (0.0, 0.0);
            }
            let edge = self.edge(k + 1);
            let cells_left = (self.cells - 1 - k) as f64;
            while let Some((_, t)) = coming.next_if(|&(own, _)| own == k) {
                if cells_left == 0.0 {
                    *cell += 1.0;
                    continue;
                }
                let x = (edge - t).clamp(0.0, self.dt) / tau;
                let weight = 1.0 / part(x + cells_left * delta);
                let later = weight * (-x).exp();
                *cell += weight * part(x);
                b += later;
                c += x * later;
            }
        }
    }
}

/// Values times ratio, ratio², ratio³ …: four at a time, since a product that waits for the one before is slow.
fn times_powers(values: &[f64], ratio: f64, out: &mut [f64]) {
    let square = ratio * ratio;
    let mut powers = [ratio, square, square * ratio, square * square];
    let ahead = powers[3];
    let blocks = values.as_chunks::<4>().0;
    for (out, values) in out.as_chunks_mut::<4>().0.iter_mut().zip(blocks) {
        for lane in 0..4 {
            out[lane] = values[lane] * powers[lane];
            powers[lane] *= ahead;
        }
    }
}

/// The sum of many values, in four sums that do not wait for each other.
fn sum(values: &[f64]) -> f64 {
    let (blocks, rest) = values.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for block in blocks {
        for lane in 0..4 {
            sums[lane] += block[lane];
        }
    }
    sums.iter().chain(rest).sum()
}

/// The part of an exponential kernel in its first x time constants, 1 − e^(−x).
fn exponential_until(x: f64) -> f64 {
    -(-x).exp_m1()
}

/// The part of an alpha kernel in its first x time constants, 1 − (1 + x) e^(−x).
fn alpha_until(x: f64) -> f64 {
    if x > 1.0 {
        return 1.0 - (1.0 + x) * (-x).exp();
    }
    // e^(−x) times the series of e^x from its third term, where the difference above would lose its digits.
    let (mut term, mut sum) = (x, 0.0);
    for k in 2..20 {
        term *= x / k as f64;
        sum += term;
    }
    sum * (-x).exp()
}
