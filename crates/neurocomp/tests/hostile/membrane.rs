//! Membranes, cables, currents, and how equations are solved.

use ndarray::ArrayRef1;
use neurocomp::integrate::Solver;
use neurocomp::{cable, current, integrate, membrane, phase_plane};

use crate::call::{Entry, entry};
use crate::source::Source;
use crate::value::{Curve, Make};

crate::models! {
    cable::Cable, membrane::Membrane, cable::Morphology, cable::Cylinder
}

crate::parameters! {
    membrane::MembraneParams { capacitance, resistance, v_rest }
    cable::CableParams { axial_resistivity, capacitance, g_leak, e_leak, temperature }
    cable::ChannelDensity { g_na, e_na, g_k, e_k, g_leak, e_leak }
    cable::CableOptions { scheme, v_init, record_every, threshold }
    integrate::Solver { relative_error, absolute_error, max_step, max_steps }
}

crate::inputs! {
    cable::Compartment { parent, attachment, length, diameter, region, branch }
    membrane::equilibrium::Ion { valence, permeability, outside, inside }
    cable::Branch { parent, attachment, length, diameter, compartments, region }
}

crate::results! {
    integrate::Solution { t, x }
    membrane::Fluctuation { mean, variance }
    phase_plane::FixedPoint { v, w, eigenvalues, stability }
    cable::CableRun { t, v, positions, spikes, clamp_current }
    integrate::Crossings { solution, crossings }
    membrane::MembraneRun { t, v }
}

crate::choices! {
    phase_plane::Stability { StableNode, StableFocus, UnstableNode, UnstableFocus, Saddle, Borderline }
    cable::Region { Soma, Axon, Dendrite, ApicalDendrite, Other }
    cable::Attachment { End, Centre, Start }
    cable::CableScheme { BackwardEuler, CrankNicolson }
    cable::SynapseShape { Exponential, Alpha }
    cable::Stimulus { Step { compartment, amplitude, start, stop }, Current { compartment, samples },
        Synapse { compartment, shape, peak, tau, reversal, times },
        VoltageClamp { compartment, command, start, stop }, VoltageCommand { compartment, samples } }
}

type Two = [f64; 2];
type Times = &'static ArrayRef1<f64>;

/// An equation in two variables.
fn plane(curve: Curve) -> impl Fn(f64, Two) -> Two {
    move |t, [x, y]| [curve.at(x), curve.at(t) - y]
}

/// The text of an SWC file: points with any numbers, most of them below the one before.
#[derive(Debug)]
struct Swc(String);

impl Make for Swc {
    fn make(source: &mut Source) -> Option<Swc> {
        let line = |source: &mut Source, i: usize| {
            let [x, y, z, radius] = [(); 4].map(|()| source.number());
            let parent = if source.is_odd() { source.count() as i64 } else { i as i64 };
            let parent = if i == 0 && !source.is_odd() { -1 } else { parent };
            format!("{} {} {x} {y} {z} {radius} {parent}\n", i + 1, source.below(5))
        };
        Some(Swc((0..source.length()).map(|i| line(source, i)).collect()))
    }
}

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        cable::Cable: new, unbranched, branched, with_channels, with_channels_at, morphology, params, channels, len,
        positions, simulate, simulate_with, rest, response, input_resistance, transfer_resistance, attenuation;
        current: step, pulse, ramp, sine, white_noise, ornstein_uhlenbeck;
        integrate::Solution: column;
        membrane::Membrane: new, params, time_constant, steady_state, step_response, pulse_response, impedance, phase,
        cutoff_frequency, sine_response, white_noise_potential, ornstein_uhlenbeck_potential, simulate,
        simulate_from, simulate_euler;
        phase_plane::Stability: from_trace_and_determinant, is_stable;
        phase_plane::FixedPoint: new, is_stable;
        cable::CableParams: squid, time_constant;
        cable::ChannelDensity: scaled;
        cable::Compartment: area;
        cable::Morphology: new, unbranched, branched, from_parents, compartments, len, branch, region, positions, area;
        cable::CableRun: trace, profile, conduction_velocity;
        cable::Stimulus: step, current, exponential_synapse, alpha_synapse, voltage_clamp, voltage_command, compartment;
        cable::Cylinder: new, length_constant, electrotonic_length, infinite_resistance, semi_infinite_resistance,
        sealed_resistance, killed_resistance, transfer_resistance, sealed_attenuation, sealed_profile,
        killed_profile, infinite_profile, greens_function, step_response;
        cable: equivalent_diameter;
        membrane::equilibrium: thermal_voltage, nernst, goldman_hodgkin_katz;
        cable::Branch: root, soma, on;
    };
    table.extend([
        entry("integrate::euler", |curve: Curve, x0: Two, dt: f64, duration: f64| {
            integrate::euler(plane(curve), x0, dt, duration)
        }),
        entry("integrate::heun", |curve: Curve, x0: Two, dt: f64, duration: f64| {
            integrate::heun(plane(curve), x0, dt, duration)
        }),
        entry("integrate::rk4", |curve: Curve, x0: Two, dt: f64, duration: f64| {
            integrate::rk4(plane(curve), x0, dt, duration)
        }),
        entry("integrate::exponential_euler", |curve: Curve, x0: Two, dt: f64, duration: f64| {
            integrate::exponential_euler(move |t, [x, y]| [(curve.at(x), 2.0), (y, curve.at(t))], x0, dt, duration)
        }),
        entry("integrate::euler_maruyama", |curve: Curve, noise: Curve, x0: Two, dt: f64, duration: f64, seed: u64| {
            integrate::euler_maruyama(plane(curve), plane(noise), x0, dt, duration, seed)
        }),
        entry("integrate::solve", |curve: Curve, x0: Two, times: Times| integrate::solve(plane(curve), x0, times)),
        entry("integrate::solve_until", |curve: Curve, event: Curve, x0: Two, times: Times| {
            integrate::solve_until(plane(curve), move |_, [x, _]| event.at(x), x0, times)
        }),
        entry("integrate::solve_crossings", |curve: Curve, event: Curve, x0: Two, times: Times| {
            integrate::solve_crossings(plane(curve), move |_, [x, _]| event.at(x), x0, times)
        }),
        entry("Solver::solve", |solver: Solver, curve: Curve, x0: Two, times: Times| {
            solver.solve(plane(curve), x0, times)
        }),
        entry("Solver::solve_until", |solver: Solver, curve: Curve, event: Curve, x0: Two, times: Times| {
            solver.solve_until(plane(curve), move |_, [x, _]| event.at(x), x0, times)
        }),
        entry("Solver::solve_crossings", |solver: Solver, curve: Curve, event: Curve, x0: Two, times: Times| {
            solver.solve_crossings(plane(curve), move |_, [x, _]| event.at(x), x0, times)
        }),
        entry("Morphology::from_swc", |path: &'static str, longest: f64| cable::Morphology::from_swc(path, longest)),
        entry("Morphology::from_swc_text", |text: Swc, longest: f64| {
            cable::Morphology::from_swc_text("a.swc", &text.0, longest)
        }),
    ]);
    table
}
