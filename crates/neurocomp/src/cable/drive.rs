//! Stimuli as the solver sees them: for each step a mean current, a mean conductance, or a potential to hold.

use ndarray::Array1;

use super::Stimulus;
use super::circuit::Circuit;
use super::stimulus::SynapseShape;

/// nS to µS.
const NANO: f64 = 1e-3;

/// What flows into a node during one step: the mean of current + conductance · (reversal potential − V).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Input {
    pub(super) node: usize,
    /// Current plus conductance times reversal potential, nA.
    pub(super) current: f64,
    /// µS.
    pub(super) conductance: f64,
}

/// All stimuli of a simulation.
pub(super) struct Drive {
    dt: f64,
    sources: Vec<Source>,
    pub(super) clamps: Vec<Clamp>,
    /// The steps in which something jumps, and those after them; in order.
    jumps: Vec<usize>,
}

enum Source {
    Step { node: usize, amplitude: f64, start: f64, stop: f64 },
    Samples { node: usize, samples: Array1<f64> },
    Synapse { node: usize, reversal: f64, conductance: Conductance },
}

/// A voltage clamp.
pub(super) struct Clamp {
    pub(super) node: usize,
    command: Command,
}

enum Command {
    Constant { v: f64, start: f64, stop: f64 },
    Samples(Array1<f64>),
}

impl Clamp {
    /// The potential to hold during step k; `None` if the clamp is off in the middle of it.
    pub(super) fn command(&self, k: usize, dt: f64) -> Option<f64> {
        match &self.command {
            Command::Samples(samples) => Some(samples[k]),
            Command::Constant { v, start, stop } => {
                let middle = (k as f64 + 0.5) * dt;
                (middle >= *start && middle < *stop).then_some(*v)
            }
        }
    }
}

impl Drive {
    /// Stimuli that have been checked, for steps of `dt` (ms).
    pub(super) fn new(stimuli: &[Stimulus], circuit: &Circuit, dt: f64) -> Drive {
        let mut drive = Drive { dt, sources: Vec::new(), clamps: Vec::new(), jumps: Vec::new() };
        for stimulus in stimuli {
            drive.add(stimulus, circuit.node[stimulus.compartment()]);
        }
        drive.jumps.sort_unstable();
        drive.jumps.dedup();
        drive
    }

    fn add(&mut self, stimulus: &Stimulus, node: usize) {
        match stimulus {
            &Stimulus::Step { amplitude, start, stop, .. } => {
                self.jump_at(&[start, stop]);
                self.sources.push(Source::Step { node, amplitude, start, stop });
            }
            Stimulus::Current { samples, .. } => {
                self.jump_at(&[0.0]);
                let samples = samples.clone();
                self.sources.push(Source::Samples { node, samples });
            }
            Stimulus::Synapse { shape, peak, tau, reversal, times, .. } => {
                if *shape == SynapseShape::Exponential {
                    self.jump_at(times);
                }
                self.sources.push(Source::Synapse {
                    node,
                    reversal: *reversal,
                    conductance: Conductance::new(*shape, NANO * peak, *tau, times, self.dt),
                });
            }
            &Stimulus::VoltageClamp { command: v, start, stop, .. } => {
                self.jump_at(&[start, stop]);
                let command = Command::Constant { v, start, stop };
                self.clamps.push(Clamp { node, command });
            }
            Stimulus::VoltageCommand { samples, .. } => {
                self.jump_at(&[0.0]);
                let command = Command::Samples(samples.clone());
                self.clamps.push(Clamp { node, command });
            }
        }
    }

    /// Remembers the step in which each of the times lies, and the next.
    fn jump_at(&mut self, times: &[f64]) {
        for time in times {
            // 0.3/0.1 is 2.9999999999999996, which is step 3; a negative time is before the first step.
            let step = (time / self.dt + 1e-9).floor();
            if (-1.0..1e15).contains(&step) {
                let after = (step + 1.0) as usize;
                self.jumps.extend([after.saturating_sub(1), after]);
            }
        }
    }

    /// Whether something jumps in step k or just before it.
    pub(super) fn jumps(&self, k: usize) -> bool {
        self.jumps.binary_search(&k).is_ok()
    }

    /// The inputs during step k; steps must be asked for in order.
    pub(super) fn inputs(&mut self, k: usize, inputs: &mut Vec<Input>) {
        inputs.clear();
        let (t0, t1) = (k as f64 * self.dt, (k + 1) as f64 * self.dt);
        for source in &mut self.sources {
            let (node, current, conductance) = match source {
                Source::Step { node, amplitude, start, stop } => {
                    // The part of the step during which the current flows, so that no charge is lost between the times.
                    let part = (stop.min(t1) - start.max(t0)).max(0.0) / (t1 - t0);
                    (*node, part * *amplitude, 0.0)
                }
                Source::Samples { node, samples } => (*node, samples[k], 0.0),
                Source::Synapse { node, reversal, conductance } => {
                    let mean = conductance.mean(t0, t1);
                    (*node, mean * *reversal, mean)
                }
            };
            if current != 0.0 || conductance != 0.0 {
                inputs.push(Input { node, current, conductance });
            }
        }
    }
}

/// The conductance of a synapse. Between spikes
///
/// ```text
/// da/dt = −a/τ      db/dt = (a − b)/τ
/// ```
///
/// and each spike adds 1 to a: a is the exponential, b the alpha function divided by e. Both equations and the
/// integrals of a and b over a step are solved exactly.
struct Conductance {
    shape: SynapseShape,
    /// The factor of a or b, µS.
    scale: f64,
    tau: f64,
    /// In order.
    times: Vec<f64>,
    next: usize,
    a: f64,
    b: f64,
    dt: f64,
    /// e^(−dt/τ).
    decay: f64,
}

impl Conductance {
    fn new(shape: SynapseShape, peak: f64, tau: f64, times: &[f64], dt: f64) -> Conductance {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        Conductance {
            shape,
            scale: match shape {
                SynapseShape::Exponential => peak,
                SynapseShape::Alpha => peak * std::f64::consts::E,
            },
            tau,
            times,
            next: 0,
            a: 0.0,
            b: 0.0,
            dt,
            decay: (-dt / tau).exp(),
        }
    }

    /// The mean conductance from `t0` to `t1`, one step later, µS.
    fn mean(&mut self, t0: f64, t1: f64) -> f64 {
        let mut time = t0;
        let mut integral = 0.0;
        while let Some(&spike) = self.times.get(self.next)
            && spike < t1
        {
            if spike > time {
                integral += self.pass(spike - time, (-(spike - time) / self.tau).exp());
                time = spike;
            }
            self.a += 1.0;
            self.next += 1;
        }
        if self.a == 0.0 && self.b == 0.0 {
            return 0.0;
        }
        integral += if time == t0 {
            self.pass(self.dt, self.decay)
        } else {
            self.pass(t1 - time, (-(t1 - time) / self.tau).exp())
        };
        // Forgotten when it no longer counts, so that a passive cable has a constant matrix again.
        if self.a + self.b < 1e-15 {
            (self.a, self.b) = (0.0, 0.0);
        }
        self.scale * integral / (t1 - t0)
    }

    /// Lets a time `h` pass, `decay` = e^(−h/τ); the integral of a or b over it.
    fn pass(&mut self, h: f64, decay: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        self.a = a * decay;
        self.b = (b + a * h / self.tau) * decay;
        match self.shape {
            SynapseShape::Exponential => self.tau * (a - self.a),
            // The sum a + b loses b/τ per ms.
            SynapseShape::Alpha => self.tau * (a + b - self.a - self.b),
        }
    }
}
