//! One step of the classical method of Runge and Kutta, for all that is simulated with it.

use std::array::from_fn;

/// The classical method for dy/dt = f(t, y), an error of fourth order in the step; with room (`Vec<f64>` or
/// `[f64; N]`) for its intermediate results, so that a step allocates nothing.
pub(crate) struct Rk4<Room = Vec<f64>> {
    slopes: [Room; 4],
    probe: Room,
}

impl Rk4 {
    pub(crate) fn new(len: usize) -> Rk4 {
        Rk4 { slopes: from_fn(|_| vec![0.0; len]), probe: vec![0.0; len] }
    }
}

impl<Room: AsMut<[f64]>> Rk4<Room> {
    /// From y(t) to y(t + h); `f(t, y, dy)` writes the slope into `dy`.
    #[inline]
    pub(crate) fn step(&mut self, t: f64, h: f64, y: &mut [f64], mut f: impl FnMut(f64, &[f64], &mut [f64])) {
        let [k1, k2, k3, k4] = self.slopes.each_mut().map(AsMut::as_mut);
        let probe = self.probe.as_mut();
        f(t, y, k1);
        advance(probe, y, 0.5 * h, k1);
        f(t + 0.5 * h, probe, k2);
        advance(probe, y, 0.5 * h, k2);
        f(t + 0.5 * h, probe, k3);
        advance(probe, y, h, k3);
        f(t + h, probe, k4);
        for i in 0..y.len() {
            y[i] += h / 6.0 * (k1[i] + 2.0 * (k2[i] + k3[i]) + k4[i]);
        }
    }
}

#[inline]
fn advance(probe: &mut [f64], y: &[f64], h: f64, slope: &[f64]) {
    for ((p, &y), &k) in probe.iter_mut().zip(y).zip(slope) {
        *p = y + h * k;
    }
}

/// x(t + h) from x(t), for a few variables.
#[inline]
pub(crate) fn rk4_step<const N: usize>(
    t: f64,
    h: f64,
    mut x: [f64; N],
    f: impl Fn(f64, [f64; N]) -> [f64; N],
) -> [f64; N] {
    let mut method = Rk4 { slopes: [[0.0; N]; 4], probe: [0.0; N] };
    method.step(t, h, &mut x, |t, x, slope| slope.copy_from_slice(&f(t, from_fn(|i| x[i]))));
    x
}

#[cfg(test)]
mod tests {
    use super::*;

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
