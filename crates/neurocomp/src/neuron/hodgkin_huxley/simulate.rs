//! The membrane through time.

use ndarray::{Array1, ArrayRef1};

use super::rates::open_fraction;
use super::{
    CURRENT, HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState, alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n,
};
use crate::Result;
use crate::spike_train::{SpikeTrain, threshold_crossings};
use crate::summary::{range, samples, summary};
use crate::time_step;

/// The largest number of steps of one simulation: 4 million (160 MB for five arrays), 40 s in steps of 0.01 ms.
pub const MAX_HH_SAMPLES: usize = 4_000_000;

/// The time constant of the sodium activation at 6.3 °C where it is longest, ms. Steps longer than that would not see
/// what makes a spike.
const SLOWEST_M: f64 = 0.5;

/// A simulated membrane.
#[derive(Clone, PartialEq)]
pub struct HodgkinHuxleyRun {
    /// Times 0, dt, 2·dt … n·dt, ms; n + 1 of them.
    pub t: Array1<f64>,
    /// Membrane potential at these times, mV.
    pub v: Array1<f64>,
    /// Sodium activation, 0 to 1.
    pub m: Array1<f64>,
    /// Sodium inactivation, 0 to 1.
    pub h: Array1<f64>,
    /// Potassium activation, 0 to 1.
    pub n: Array1<f64>,
    /// The upward crossings of `v_spike`, interpolated between samples.
    pub spikes: SpikeTrain,
    params: HodgkinHuxleyParams,
}

summary!(HodgkinHuxleyRun, |run| {
    format!("{}, v = {} mV, spikes: {:?}", samples(run.t.len()), range(&run.v, 2), run.spikes)
});

/// The conductances of a run's channels, one value for each time.
#[derive(Clone, PartialEq)]
pub struct Conductances {
    /// g_Na m³ h, mS/cm².
    pub sodium: Array1<f64>,
    /// g_K n⁴, mS/cm².
    pub potassium: Array1<f64>,
}

/// The ionic currents of a run, positive into the cell, one value for each time.
#[derive(Clone, PartialEq)]
pub struct IonicCurrents {
    /// Sodium current g_Na m³ h (E_Na − V), µA/cm².
    pub sodium: Array1<f64>,
    /// Potassium current g_K n⁴ (E_K − V), µA/cm².
    pub potassium: Array1<f64>,
    /// Leak current g_L (E_L − V), µA/cm².
    pub leak: Array1<f64>,
}

summary!(Conductances, |g| {
    let (sodium, potassium) = (range(&g.sodium, 2), range(&g.potassium, 2));
    format!("{}, sodium = {sodium}, potassium = {potassium} mS/cm²", samples(g.sodium.len()))
});

summary!(IonicCurrents, |current| {
    let [sodium, potassium, leak] = [&current.sodium, &current.potassium, &current.leak].map(|i| range(i, 2));
    let n = samples(current.sodium.len());
    format!("{n}, sodium = {sodium}, potassium = {potassium}, leak = {leak} µA/cm²")
});

impl HodgkinHuxleyRun {
    /// The state at sample `k`; `None` after the last one.
    pub fn state(&self, k: usize) -> Option<HodgkinHuxleyState> {
        Some(HodgkinHuxleyState { v: *self.v.get(k)?, m: *self.m.get(k)?, h: *self.h.get(k)?, n: *self.n.get(k)? })
    }

    /// The state at the end, from which a next run may go on.
    pub fn last_state(&self) -> Option<HodgkinHuxleyState> {
        self.state(self.v.len().checked_sub(1)?)
    }

    /// How far the channels were open.
    pub fn conductances(&self) -> Conductances {
        Conductances {
            sodium: self.each(HodgkinHuxley::sodium_conductance),
            potassium: self.each(HodgkinHuxley::potassium_conductance),
        }
    }

    /// What flowed through them.
    ///
    /// ```
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// let run = HodgkinHuxley::new(HodgkinHuxleyParams::default())?.simulate(10.0, 0.01, 20.0)?;
    /// let currents = run.currents();
    /// assert_eq!(currents.sodium.len(), run.t.len());
    /// // Sodium flows in, potassium out: hundreds of µA/cm² each, where 10 were injected.
    /// assert!(currents.sodium.iter().copied().fold(f64::MIN, f64::max) > 500.0);
    /// assert!(currents.potassium.iter().copied().fold(f64::MAX, f64::min) < -500.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn currents(&self) -> IonicCurrents {
        IonicCurrents {
            sodium: self.each(HodgkinHuxley::sodium_current),
            potassium: self.each(HodgkinHuxley::potassium_current),
            leak: self.each(HodgkinHuxley::leak_current),
        }
    }

    fn each(&self, quantity: fn(&HodgkinHuxley, &HodgkinHuxleyState) -> f64) -> Array1<f64> {
        // The temperature factor does not enter conductances and currents.
        let neuron = HodgkinHuxley { params: self.params, phi: 1.0 };
        (0..self.v.len()).filter_map(|k| Some(quantity(&neuron, &self.state(k)?))).collect()
    }
}

/// How one gate relaxes during half a step at a fixed potential: x ← x∞ + (x − x∞)·keep.
#[derive(Clone, Copy)]
struct Relaxation {
    target: f64,
    keep: f64,
}

impl Relaxation {
    fn new(alpha: f64, beta: f64, time: f64) -> Relaxation {
        Relaxation { target: open_fraction(alpha, beta), keep: (-(alpha + beta) * time).exp() }
    }

    fn of(self, x: f64) -> f64 {
        self.target + (x - self.target) * self.keep
    }
}

/// A membrane on its way in steps of `dt`, see [`HodgkinHuxley::simulate`] for the method.
#[derive(Clone)]
pub(super) struct Integrator<'a> {
    neuron: &'a HodgkinHuxley,
    dt: f64,
    /// The present state.
    pub(super) state: HodgkinHuxleyState,
    /// The relaxations at the present potential: they end one step and begin the next.
    gates: [Relaxation; 3],
}

impl<'a> Integrator<'a> {
    pub(super) fn new(neuron: &'a HodgkinHuxley, state: HodgkinHuxleyState, dt: f64) -> Self {
        let gates = neuron.relaxations(state.v, 0.5 * dt);
        Integrator { neuron, dt, state, gates }
    }

    /// One step under `current` (µA/cm²).
    pub(super) fn step(&mut self, current: f64) {
        self.relax_gates();
        let s = &mut self.state;
        let p = &self.neuron.params;
        let total = self.neuron.sodium_conductance(s) + self.neuron.potassium_conductance(s) + p.g_leak;
        // Added as a change, so that a fixed point, where the change is 0, stays where it is.
        let change = (self.neuron.ionic_current(s) + current) / total;
        s.v -= change * (-total * self.dt / p.capacitance).exp_m1();
        self.gates = self.neuron.relaxations(s.v, 0.5 * self.dt);
        self.relax_gates();
    }

    fn relax_gates(&mut self) {
        let s = &mut self.state;
        s.m = self.gates[0].of(s.m);
        s.h = self.gates[1].of(s.h);
        s.n = self.gates[2].of(s.n);
    }
}

impl HodgkinHuxley {
    fn relaxations(&self, v: f64, time: f64) -> [Relaxation; 3] {
        let v = v - self.params.v_rest;
        let time = self.phi * time;
        [
            Relaxation::new(alpha_m(v), beta_m(v), time),
            Relaxation::new(alpha_h(v), beta_h(v), time),
            Relaxation::new(alpha_n(v), beta_n(v), time),
        ]
    }

    /// Simulates a constant `current` (µA/cm²) that sets in at rest, in steps of `dt` (ms) for `duration` (ms).
    ///
    /// At a fixed potential the gates' equations are linear; with fixed gates the potential's equation is, too; and
    /// linear equations have exact exponential solutions. A step joins them symmetrically (Strang splitting):
    ///
    /// ```text
    /// gates  half a step   x ← x∞(V) + (x − x∞(V)) e^(−dt/2τ(V))
    /// V      a whole step  V ← V∞ + (V − V∞) e^(−G dt/C)      G = g_Na m³h + g_K n⁴ + g_L,   V∞ = (Σ g E + I)/G
    /// gates  half a step   with the new V
    /// ```
    ///
    /// Its error is of second order in dt: under 10 µA/cm² the second spike, after 17 ms, is off by 0.001 ms
    /// if dt = 0.01 ms, and by 0.1 ms if dt = 0.1 ms. Whatever dt, gates stay between 0 and 1, and nothing runs away.
    ///
    /// # Errors
    ///
    /// If `current` is outside −10⁶ to 10⁶ µA/cm²; if `dt` is not > 0, or longer than `duration` or than 0.5/φ ms,
    /// the longest time constant of the sodium activation; if there are more than [`MAX_HH_SAMPLES`] steps.
    pub fn simulate(&self, current: f64, dt: f64, duration: f64) -> Result<HodgkinHuxleyRun> {
        CURRENT.check("current", "µA/cm²", current)?;
        let steps = self.steps(dt, duration)?;
        self.run(self.resting_state(), steps, dt, |_| current)
    }

    /// Simulates a current (µA/cm²) that changes, from rest: `current[k]` flows during step k, from k·dt to (k + 1)·dt
    /// ms. The run has one sample more than `current`.
    ///
    /// # Errors
    ///
    /// If `current` is empty, has more than [`MAX_HH_SAMPLES`] elements or one outside −10⁶ to 10⁶ µA/cm²; if `dt`
    /// is not > 0 or longer than 0.5/φ ms.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
    ///
    /// // Pulses of 1 ms, dt = 0.01 ms: 6 µA/cm² at 10 ms are too weak, 8 µA/cm² at 60 ms are not.
    /// let current = Array1::from_shape_fn(10_000, |k| match k {
    ///     1_000..1_100 => 6.0,
    ///     6_000..6_100 => 8.0,
    ///     _ => 0.0,
    /// });
    /// let run = HodgkinHuxley::new(HodgkinHuxleyParams::default())?.simulate_input(&current, 0.01)?;
    /// assert_eq!(run.spikes.len(), 1);
    /// assert!(run.spikes.times()[0] > 60.0);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_input(&self, current: &ArrayRef1<f64>, dt: f64) -> Result<HodgkinHuxleyRun> {
        self.simulate_from(&self.resting_state(), current, dt)
    }

    /// [`HodgkinHuxley::simulate_input`] from any state: the end of another run, a perturbed rest, a held potential.
    ///
    /// # Errors
    ///
    /// As for [`HodgkinHuxley::simulate_input`], and if the potential of `start` is outside −1000 to 1000 mV or one
    /// of its gates outside 0 to 1.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState};
    ///
    /// // At 8 µA/cm² the membrane may stay or fire for ever: it depends on where it begins.
    /// let neuron = HodgkinHuxley::new(HodgkinHuxleyParams::default())?;
    /// let current = Array1::from_elem(20_000, 8.0);
    /// let still = neuron.fixed_point(8.0)?;
    /// let moved = HodgkinHuxleyState { v: still.v + 10.0, ..still };
    /// assert_eq!(neuron.simulate_from(&still, &current, 0.01)?.spikes.len(), 0);
    /// assert!(neuron.simulate_from(&moved, &current, 0.01)?.spikes.len() > 10);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn simulate_from(
        &self,
        start: &HodgkinHuxleyState,
        current: &ArrayRef1<f64>,
        dt: f64,
    ) -> Result<HodgkinHuxleyRun> {
        start.check()?;
        CURRENT.check_list("current", "µA/cm²", current)?;
        time_step::check_positive("dt", dt)?;
        self.steps(dt, current.len() as f64 * dt)?;
        self.run(*start, current.len(), dt, |k| current[k])
    }

    /// The number of steps, if they are short enough and not too many.
    pub(super) fn steps(&self, dt: f64, duration: f64) -> Result<usize> {
        let steps = time_step::steps(dt, duration, MAX_HH_SAMPLES)?;
        time_step::check_resolves(dt, SLOWEST_M / self.phi)?;
        Ok(steps)
    }

    fn run(
        &self,
        start: HodgkinHuxleyState,
        steps: usize,
        dt: f64,
        current: impl Fn(usize) -> f64,
    ) -> Result<HodgkinHuxleyRun> {
        let t = time_step::times(steps, dt);
        let [mut v, mut m, mut h, mut n] =
            [start.v, start.m, start.h, start.n].map(|first| Array1::from_elem(steps + 1, first));
        let mut membrane = Integrator::new(self, start, dt);
        for k in 0..steps {
            membrane.step(current(k));
            let s = membrane.state;
            (v[k + 1], m[k + 1], h[k + 1], n[k + 1]) = (s.v, s.m, s.h, s.n);
        }
        let spikes = threshold_crossings(&t, &v, self.params.v_spike)?;
        Ok(HodgkinHuxleyRun { t, v, m, h, n, spikes, params: self.params })
    }
}
