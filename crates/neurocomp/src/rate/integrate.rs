//! The method of Runge and Kutta, and steps that do not straddle the moment at which an input switches.

/// The classical method of Runge and Kutta for dy/dt = f(t, y), an error of fourth order in the step; with room for its
/// intermediate results, so that a step allocates nothing.
pub(crate) struct Rk4 {
    slopes: [Vec<f64>; 4],
    probe: Vec<f64>,
}

impl Rk4 {
    pub(crate) fn new(len: usize) -> Rk4 {
        Rk4 { slopes: std::array::from_fn(|_| vec![0.0; len]), probe: vec![0.0; len] }
    }

    /// From y(t) to y(t + h); `f(t, y, dy)` writes the slope into `dy`.
    pub(crate) fn step(&mut self, t: f64, h: f64, y: &mut [f64], mut f: impl FnMut(f64, &[f64], &mut [f64])) {
        let [k1, k2, k3, k4] = &mut self.slopes;
        f(t, y, k1);
        advance(&mut self.probe, y, 0.5 * h, k1);
        f(t + 0.5 * h, &self.probe, k2);
        advance(&mut self.probe, y, 0.5 * h, k2);
        f(t + 0.5 * h, &self.probe, k3);
        advance(&mut self.probe, y, h, k3);
        f(t + h, &self.probe, k4);
        for i in 0..y.len() {
            y[i] += h / 6.0 * (k1[i] + 2.0 * (k2[i] + k3[i]) + k4[i]);
        }
    }
}

fn advance(probe: &mut [f64], y: &[f64], h: f64, slope: &[f64]) {
    for ((p, &y), &k) in probe.iter_mut().zip(y).zip(slope) {
        *p = y + h * k;
    }
}

/// Cuts the step from `start` to `stop` at those of the `switches` (in order) inside, and hands each piece over as
/// (its beginning, its length). A switch closer to the end of a piece than a billionth of the step is rounding of a
/// product k·dt, not a piece of its own.
pub(crate) fn pieces(start: f64, stop: f64, switches: &[f64], mut piece: impl FnMut(f64, f64)) {
    let least = 1e-9 * (stop - start);
    let mut begin = start;
    for &switch in switches {
        if switch > begin + least && switch < stop - least {
            piece(begin, switch - begin);
            begin = switch;
        }
    }
    piece(begin, stop - begin);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fill_the_step_and_end_at_the_switches() {
        let mut seen = Vec::new();
        let switches = [0.5, 1.0 + 1e-13, 1.25, 1.75, 2.0 - 1e-12, 3.0];
        pieces(1.0, 2.0, &switches, |t, h| seen.push((t, h)));
        assert_eq!(seen, [(1.0, 0.25), (1.25, 0.5), (1.75, 0.25)]);
    }

    #[test]
    fn runge_kutta_is_of_fourth_order() {
        // dy/dt = y cos t, y(0) = 1: y = e^(sin t).
        let error = |steps: usize| {
            let (mut y, h) = ([1.0], 2.0 / steps as f64);
            let mut rk4 = Rk4::new(1);
            for k in 0..steps {
                rk4.step(k as f64 * h, h, &mut y, |t, y, dy| dy[0] = y[0] * t.cos());
            }
            (y[0] - 2.0_f64.sin().exp()).abs()
        };
        for steps in [20, 40, 80] {
            let order = (error(steps) / error(2 * steps)).log2();
            assert!((order - 4.0).abs() < 0.2, "{order}");
        }
    }
}
