//! The electrical circuit of a cable: nodes joined by resistances.
//!
//! The potential of a compartment is the potential in its middle, a node. Half of its axial resistance lies between the
//! middle and either end. Where two compartments meet, two halves are in series; where more meet, or where a branch
//! begins at an end, a node without membrane represents the junction. (Joining the middles pairwise would let each
//! daughter have the parent's half resistance for itself: an error of first order in the length of compartments.)

use std::collections::HashMap;
use std::f64::consts::PI;

use super::gates::{Gates, steady};
use super::hines::TreeMatrix;
use super::{Attachment, Cable, Compartment};

/// µF/cm² · µm² = 1e-5 nF, and mS/cm² · µm² = 1e-5 µS.
pub(super) const PER_AREA: f64 = 1e-5;

/// Ω·cm · µm / µm² = 1e-2 MΩ.
pub(super) const AXIAL: f64 = 1e-2;

/// Channels of a node in absolute units: µS and mV.
pub(super) struct Active {
    pub(super) node: usize,
    pub(super) g_na: f64,
    pub(super) e_na: f64,
    pub(super) g_k: f64,
    pub(super) e_k: f64,
}

impl Active {
    /// Conductances of sodium and potassium with these gates, µS.
    #[inline]
    pub(super) fn conductances(&self, [m, h, n]: Gates) -> (f64, f64) {
        let n2 = n * n;
        (self.g_na * m * m * m * h, self.g_k * n2 * n2)
    }

    /// The current out of the cell with the gates that belong to `v` after a long time, nA.
    fn steady_current(&self, v: f64) -> f64 {
        let (na, k) = self.conductances(steady(v));
        na * (v - self.e_na) + k * (v - self.e_k)
    }

    /// Its slope, µS.
    fn steady_slope(&self, v: f64) -> f64 {
        let h = 1e-4;
        (self.steady_current(v + h) - self.steady_current(v - h)) / (2.0 * h)
    }
}

/// The nodes. Parents come before their children.
pub(super) struct Circuit {
    /// The node of each compartment.
    pub(super) node: Vec<usize>,
    pub(super) parent: Vec<usize>,
    /// Conductance to the parent, µS; 0 for the root.
    pub(super) axial: Vec<f64>,
    /// nF; 0 for a junction.
    pub(super) capacitance: Vec<f64>,
    /// µS; 0 for a junction.
    pub(super) leak: Vec<f64>,
    /// Leak conductance times its reversal potential, nA.
    pub(super) leak_drive: Vec<f64>,
    pub(super) active: Vec<Active>,
}

impl Circuit {
    pub(super) fn new(cable: &Cable) -> Circuit {
        let compartments = cable.morphology.compartments();
        let half = |i: usize| half_resistance(&compartments[i], cable.params.axial_resistivity);
        let mut circuit = Circuit::without_nodes(compartments.len());
        let mut meetings: HashMap<(usize, Attachment), usize> = HashMap::new();
        for compartment in &compartments[1..] {
            if let Some(parent) = compartment.parent {
                *meetings.entry((parent, compartment.attachment)).or_default() += 1;
            }
        }
        let mut junctions: HashMap<(usize, Attachment), usize> = HashMap::new();
        for (i, compartment) in compartments.iter().enumerate() {
            let (parent, resistance) = match (compartment.parent, compartment.attachment) {
                (None, _) => (0, f64::INFINITY),
                (Some(p), Attachment::Centre) => (circuit.node[p], half(i)),
                (Some(p), place) if meetings[&(p, place)] == 1 => (circuit.node[p], half(p) + half(i)),
                (Some(p), place) => {
                    let junction = *junctions.entry((p, place)).or_insert_with(|| {
                        let parent = circuit.node[p];
                        circuit.push(parent, half(p), [0.0; 3])
                    });
                    (junction, half(i))
                }
            };
            let node = circuit.push(parent, resistance, membrane(cable, i));
            circuit.node.push(node);
            if let Some(density) = cable.channels[i] {
                let area = PER_AREA * compartment.area();
                circuit.active.push(Active {
                    node,
                    g_na: area * density.g_na,
                    e_na: density.e_na,
                    g_k: area * density.g_k,
                    e_k: density.e_k,
                });
            }
        }
        circuit
    }

    fn without_nodes(capacity: usize) -> Circuit {
        let room = || Vec::with_capacity(capacity);
        Circuit {
            node: Vec::with_capacity(capacity),
            parent: Vec::with_capacity(capacity),
            axial: room(),
            capacitance: room(),
            leak: room(),
            leak_drive: room(),
            active: Vec::new(),
        }
    }

    fn push(&mut self, parent: usize, resistance: f64, membrane: [f64; 3]) -> usize {
        let [capacitance, leak, leak_drive] = membrane;
        self.parent.push(parent);
        self.axial.push(1.0 / resistance);
        self.capacitance.push(capacitance);
        self.leak.push(leak);
        self.leak_drive.push(leak_drive);
        self.parent.len() - 1
    }

    /// The number of nodes.
    pub(super) fn len(&self) -> usize {
        self.parent.len()
    }

    /// The sum of the axial conductances of each node, µS.
    pub(super) fn axial_sums(&self) -> Vec<f64> {
        let mut sums = vec![0.0; self.len()];
        for i in 1..self.len() {
            sums[i] += self.axial[i];
            sums[self.parent[i]] += self.axial[i];
        }
        sums
    }

    /// A matrix with the axial conductances off its diagonal, which remains to be filled.
    pub(super) fn matrix(&self) -> TreeMatrix {
        let mut matrix = TreeMatrix::new(&self.parent);
        for i in 1..self.len() {
            matrix.to_parent[i] = -self.axial[i];
            matrix.from_parent[i] = -self.axial[i];
        }
        matrix
    }

    /// The potential of every node at which no current charges any membrane, by Newton's method; `None` if it fails.
    pub(super) fn rest(&self) -> Option<Vec<f64>> {
        // Near rest the curve of the steady current is smooth; far from it a full step could go anywhere.
        const LONGEST: f64 = 10.0;
        let sums = self.axial_sums();
        let mut matrix = self.matrix();
        let mut v = vec![0.0; self.len()];
        for _ in 0..500 {
            for (i, sum) in sums.iter().enumerate() {
                matrix.diagonal[i] = self.leak[i] + sum;
            }
            let mut change = self.leak_drive.clone();
            for active in &self.active {
                let here = v[active.node];
                let slope = active.steady_slope(here);
                matrix.diagonal[active.node] += slope;
                change[active.node] += slope * here - active.steady_current(here);
            }
            matrix.factor();
            matrix.solve(&mut change);
            let mut largest = 0.0_f64;
            for (v, next) in v.iter_mut().zip(change) {
                let step = next - *v;
                if !step.is_finite() {
                    return None;
                }
                largest = largest.max(step.abs());
                *v = if self.active.is_empty() { next } else { *v + step.clamp(-LONGEST, LONGEST) };
            }
            if largest < 1e-10 || self.active.is_empty() {
                return Some(v);
            }
        }
        None
    }

    /// The conductances of all membranes at these potentials with the gates that belong to them, as a matrix that has
    /// been eliminated: what a small constant current sees as long as the gates do not follow.
    pub(super) fn conductance_matrix(&self, v: &[f64]) -> TreeMatrix {
        let mut matrix = self.matrix();
        for (i, sum) in self.axial_sums().into_iter().enumerate() {
            matrix.diagonal[i] = self.leak[i] + sum;
        }
        for active in &self.active {
            let (na, k) = active.conductances(steady(v[active.node]));
            matrix.diagonal[active.node] += na + k;
        }
        matrix.factor();
        matrix
    }
}

/// Half the axial resistance of a compartment, R_i (l/2)/(π d²/4), MΩ.
fn half_resistance(compartment: &Compartment, axial_resistivity: f64) -> f64 {
    let section = 0.25 * PI * compartment.diameter * compartment.diameter;
    AXIAL * axial_resistivity * 0.5 * compartment.length / section
}

/// Capacitance (nF), leak (µS) and leak times its reversal potential (nA) of a compartment.
fn membrane(cable: &Cable, i: usize) -> [f64; 3] {
    let area = PER_AREA * cable.morphology.compartments()[i].area();
    let (g_leak, e_leak) = match cable.channels[i] {
        Some(density) => (density.g_leak, density.e_leak),
        None => (cable.params.g_leak, cable.params.e_leak),
    };
    [area * cable.params.capacitance, area * g_leak, area * g_leak * e_leak]
}
