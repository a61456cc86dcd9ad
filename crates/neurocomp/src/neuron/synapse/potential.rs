//! The potential after one spike: EPSP and IPSP in closed form.

use nalgebra::Matrix3;

use super::TimeCourse;
use super::time_course::passed_on;
use crate::neuron::lif::Lif;

/// After so many of the longest time constant e^(−x) is 0 for a computer.
const FORGOTTEN: f64 = 800.0;

impl TimeCourse {
    /// The postsynaptic potential (mV from rest) at time `t` (ms) after one spike that injects a current with this time
    /// course and the peak `weight` (nA) into `neuron`, at rest before and without a threshold:
    ///
    /// ```text
    /// τ_m dV/dt = −V + R w a(t),   V(0) = 0
    ///
    /// exponential:   V(t) = R w τ_s/(τ_m − τ_s) (e^(−t/τ_m) − e^(−t/τ_s))
    ///                with its peak at τ_m τ_s/(τ_m − τ_s) ln(τ_m/τ_s)
    /// ```
    ///
    /// With a rise of its own the response is the sum of three exponentials, one for each of τ_m, τ_d and τ_r. It is
    /// computed as an element of the exponential of a triangular matrix, which is the same and also holds when two of
    /// the three are equal.
    ///
    /// ```
    /// use neurocomp::neuron::lif::{Lif, LifParams};
    /// use neurocomp::neuron::synapse::TimeCourse;
    ///
    /// let neuron = Lif::new(LifParams::default())?; // 20 ms, 1 MΩ
    /// let synapse = TimeCourse::exponential(5.0)?;
    /// let peak = 20.0 * 5.0 / 15.0 * 4.0_f64.ln(); // 9.2 ms
    /// let epsp = synapse.potential(&neuron, 1.0, peak);
    /// assert!((epsp - 4.0_f64.powf(-4.0 / 3.0)).abs() < 1e-12); // 0.157 mV
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn potential(&self, neuron: &Lif, weight: f64, t: f64) -> f64 {
        if t <= 0.0 || t == f64::INFINITY {
            return 0.0;
        }
        let membrane = neuron.params();
        let gain = membrane.resistance * weight / membrane.tau_m;
        if self.tau_rise() == 0.0 {
            return gain * passed_on(self.tau_decay(), membrane.tau_m, t);
        }
        // Rise feeds decay feeds membrane.
        let (rise, decay) = (t / self.tau_rise(), t / self.tau_decay());
        if rise.min(decay).min(t / membrane.tau_m) > FORGOTTEN {
            return 0.0;
        }
        // So short a rise is not seen, and the exponential of so large a matrix is not found.
        if rise > 1e15 {
            return gain * passed_on(self.tau_decay(), membrane.tau_m, t);
        }
        let chain = Matrix3::new(
            -t / membrane.tau_m,
            t,
            0.0, //
            0.0,
            -decay,
            t, //
            0.0,
            0.0,
            -rise,
        );
        gain * self.kick() * chain.exp()[(0, 2)]
    }
}
