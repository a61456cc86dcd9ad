//! One step of time after the other.

use super::Cable;
use super::circuit::Circuit;
use super::drive::{Drive, Input};
use super::gates::{GateTable, Gates, advance_exactly, speed_up, steady};
use super::hines::TreeMatrix;

/// How a step in time is made; see [the module](super#what-is-simulated).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CableScheme {
    /// Backward Euler: the error is of first order in dt, and nothing ever swings.
    BackwardEuler,
    /// Crank and Nicolson with the gates half a step later: the error is of second order in dt.
    CrankNicolson,
}

/// A cable in motion. The step equation of a node is
///
/// ```text
/// (C/h + Σ g) V' − Σ g_axial V'_neighbour = C/h V + Σ g E + I
/// ```
///
/// with h = dt for the backward Euler method, and h = dt/2 for the Crank–Nicolson method, where V' is the potential in
/// the middle of the step and V' + (V' − V) the one at its end.
pub(super) struct Solver {
    circuit: Circuit,
    matrix: TreeMatrix,
    scheme: CableScheme,
    dt: f64,
    /// Half a step times the speed-up of the gates, ms.
    half_step: f64,
    /// C/h of each node, µS.
    inertia: Vec<f64>,
    /// C/h + leak + axial conductances, µS.
    passive: Vec<f64>,
    /// Σ g E + I of this step, nA.
    drive: Vec<f64>,
    inputs: Vec<Input>,
    clamps: Vec<Clamped>,
    /// Whether the matrix still holds a conductance of the last step.
    stale: bool,
    gates: Vec<Gates>,
    table: Option<GateTable>,
    /// Potentials now, mV.
    pub(super) v: Vec<f64>,
    /// Potentials one step ago, mV.
    pub(super) before: Vec<f64>,
}

/// What is needed to know the current of a voltage clamp.
struct Clamped {
    node: usize,
    /// Its place among the active nodes.
    active: Option<usize>,
    command: Option<f64>,
    /// Conductance to each neighbour, µS.
    neighbours: Vec<(usize, f64)>,
    /// All conductances of the node, and Σ g E + I.
    conductance: f64,
    drive: f64,
    /// Mean current during the last step, nA.
    current: f64,
    /// The gates at the beginning of the step, not half a step later.
    gates: Gates,
}

impl Solver {
    /// All potentials at `v`, the gates where they belong.
    pub(super) fn new(
        cable: &Cable,
        circuit: Circuit,
        drive: &Drive,
        scheme: CableScheme,
        dt: f64,
        v: Vec<f64>,
    ) -> Solver {
        let h = match scheme {
            CableScheme::BackwardEuler => dt,
            CableScheme::CrankNicolson => 0.5 * dt,
        };
        let inertia: Vec<f64> = circuit.capacitance.iter().map(|c| c / h).collect();
        let sums = circuit.axial_sums();
        let passive = (0..circuit.len()).map(|i| inertia[i] + circuit.leak[i] + sums[i]).collect();
        let temperature = cable.params.temperature;
        let half_step = 0.5 * dt * speed_up(temperature);
        let mut gates: Vec<Gates> = circuit.active.iter().map(|a| steady(v[a.node])).collect();
        if scheme == CableScheme::CrankNicolson {
            // The gates live half a step later than the potentials.
            for (gates, active) in gates.iter_mut().zip(&circuit.active) {
                advance_exactly(gates, v[active.node], half_step);
            }
        }
        Solver {
            matrix: circuit.matrix(),
            scheme,
            dt,
            half_step,
            inertia,
            passive,
            drive: vec![0.0; circuit.len()],
            inputs: Vec::new(),
            clamps: drive.clamps.iter().map(|c| Clamped::new(c.node, &circuit, &v)).collect(),
            stale: true,
            table: (!gates.is_empty()).then(|| GateTable::new(dt, temperature)),
            gates,
            before: v.clone(),
            v,
            circuit,
        }
    }

    /// Does step k.
    pub(super) fn step(&mut self, k: usize, drive: &mut Drive) {
        drive.inputs(k, &mut self.inputs);
        self.set_clamps(k, drive);
        self.set_clamped_gates();
        self.assemble();
        std::mem::swap(&mut self.v, &mut self.before);
        match self.scheme {
            CableScheme::BackwardEuler => self.implicit(),
            // Two implicit steps of half the length have the same matrix, and forget a jump at once.
            CableScheme::CrankNicolson if drive.jumps(k) => {
                self.implicit();
                let clamps = self.clamp_currents();
                let start = std::mem::replace(&mut self.before, self.v.clone());
                self.implicit();
                self.before = start;
                self.finish_clamps(clamps, 0.5);
                return self.move_gates();
            }
            CableScheme::CrankNicolson => self.implicit(),
        }
        let clamps = self.clamp_currents();
        if self.scheme == CableScheme::CrankNicolson {
            for (v, before) in self.v.iter_mut().zip(&self.before) {
                *v += *v - before;
            }
        }
        self.finish_clamps(clamps, 0.0);
        self.move_gates();
    }

    /// The mean currents of the clamps during the last step, nA; 0 where they are off.
    pub(super) fn currents(&self) -> impl Iterator<Item = f64> {
        self.clamps.iter().map(|clamp| clamp.current)
    }

    /// The potential of compartment i, mV.
    pub(super) fn potential(&self, i: usize) -> f64 {
        self.v[self.circuit.node[i]]
    }

    /// The potential of compartment i one step ago, mV.
    pub(super) fn potential_before(&self, i: usize) -> f64 {
        self.before[self.circuit.node[i]]
    }

    /// Takes rows of clamped nodes out of the equations when a clamp is switched on, and back when it is switched off.
    fn set_clamps(&mut self, k: usize, drive: &Drive) {
        let mut switched = false;
        for (clamped, clamp) in self.clamps.iter_mut().zip(&drive.clamps) {
            let command = clamp.command(k, self.dt);
            switched |= command.is_some() != clamped.command.is_some();
            clamped.command = command;
        }
        if !switched {
            return;
        }
        self.stale = true;
        let mut held = vec![false; self.circuit.len()];
        for clamp in self.clamps.iter().filter(|clamp| clamp.command.is_some()) {
            held[clamp.node] = true;
        }
        for i in 1..self.circuit.len() {
            let axial = -self.circuit.axial[i];
            self.matrix.to_parent[i] = if held[i] { 0.0 } else { axial };
            self.matrix.from_parent[i] = if held[self.circuit.parent[i]] { 0.0 } else { axial };
        }
    }

    /// A potential that jumps at the beginning of a step moves the gates in the middle of it only from then on.
    fn set_clamped_gates(&mut self) {
        if self.scheme == CableScheme::BackwardEuler {
            return;
        }
        for clamp in &self.clamps {
            if let (Some(command), Some(j)) = (clamp.command, clamp.active) {
                self.gates[j] = clamp.gates;
                advance_exactly(&mut self.gates[j], command, self.half_step);
            }
        }
    }

    /// The matrix and the constant part of the right-hand side of this step.
    fn assemble(&mut self) {
        let conductance = self.inputs.iter().any(|input| input.conductance != 0.0);
        let fresh = self.stale || conductance || self.table.is_some();
        self.stale = conductance;
        self.drive.copy_from_slice(&self.circuit.leak_drive);
        if fresh {
            self.matrix.diagonal.copy_from_slice(&self.passive);
        }
        for (active, &gates) in self.circuit.active.iter().zip(&self.gates) {
            let (na, k) = active.conductances(gates);
            self.matrix.diagonal[active.node] += na + k;
            self.drive[active.node] += na * active.e_na + k * active.e_k;
        }
        for input in &self.inputs {
            self.drive[input.node] += input.current;
            if fresh {
                self.matrix.diagonal[input.node] += input.conductance;
            }
        }
        let synapses = |node| -> f64 {
            let here = self.inputs.iter().filter(|input| input.node == node);
            here.map(|input| input.conductance).sum()
        };
        for clamp in self.clamps.iter_mut().filter(|clamp| clamp.command.is_some()) {
            let node = clamp.node;
            clamp.drive = self.drive[node];
            clamp.conductance = self.passive[node] - self.inertia[node] + synapses(node);
            if let Some(j) = clamp.active {
                let (na, k) = self.circuit.active[j].conductances(self.gates[j]);
                clamp.conductance += na + k;
            }
            self.matrix.diagonal[node] = 1.0;
        }
        if fresh {
            self.matrix.factor();
        }
    }

    /// Solves the step equation: from `before` to `v`.
    fn implicit(&mut self) {
        for (((v, before), inertia), drive) in self.v.iter_mut().zip(&self.before).zip(&self.inertia).zip(&self.drive) {
            *v = inertia * before + drive;
        }
        for clamp in &self.clamps {
            if let Some(command) = clamp.command {
                self.v[clamp.node] = command;
            }
        }
        self.matrix.solve(&mut self.v);
    }

    /// What the clamps must deliver against all conductances at the potentials `v`, nA.
    fn clamp_currents(&self) -> Vec<f64> {
        let current = |clamp: &Clamped| {
            let axial: f64 = clamp.neighbours.iter().map(|&(i, g)| g * self.v[i]).sum();
            clamp.conductance * self.v[clamp.node] - axial - clamp.drive
        };
        self.clamps.iter().map(current).collect()
    }

    /// Adds what charges the membrane, and sets clamped nodes to their command. `share` is the share of the
    /// conductances at the end of the step.
    fn finish_clamps(&mut self, currents: Vec<f64>, share: f64) {
        let at_end = if share > 0.0 { self.clamp_currents() } else { currents.clone() };
        for (j, clamp) in self.clamps.iter_mut().enumerate() {
            let Some(command) = clamp.command else {
                clamp.current = 0.0;
                continue;
            };
            self.v[clamp.node] = command;
            let charging = self.circuit.capacitance[clamp.node] / self.dt * (command - self.before[clamp.node]);
            clamp.current = (1.0 - share) * currents[j] + share * at_end[j] + charging;
        }
    }

    fn move_gates(&mut self) {
        for clamp in &mut self.clamps {
            if let Some(j) = clamp.active {
                clamp.gates = self.gates[j];
                advance_exactly(&mut clamp.gates, self.v[clamp.node], self.half_step);
            }
        }
        if let Some(table) = &self.table {
            for (gates, active) in self.gates.iter_mut().zip(&self.circuit.active) {
                table.advance(gates, self.v[active.node]);
            }
        }
    }
}

impl Clamped {
    fn new(node: usize, circuit: &Circuit, v: &[f64]) -> Clamped {
        let mut neighbours = Vec::new();
        if node > 0 {
            neighbours.push((circuit.parent[node], circuit.axial[node]));
        }
        for i in node + 1..circuit.len() {
            if circuit.parent[i] == node {
                neighbours.push((i, circuit.axial[i]));
            }
        }
        Clamped {
            node,
            active: circuit.active.iter().position(|active| active.node == node),
            command: None,
            neighbours,
            conductance: 0.0,
            drive: 0.0,
            current: 0.0,
            gates: steady(v[node]),
        }
    }
}
