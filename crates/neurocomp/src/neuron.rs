//! Models of a single neuron.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`lif`] | the leaky integrate-and-fire neuron: formulas, simulation, noise, maps of rate and CV |
//! | [`siegert`] | the mean time that a noisy membrane takes from reset to threshold |
//! | [`synapse`] | what one spike does to another neuron, and why the current of many is a mean plus fluctuations |
//! | [`adex`] | the adaptive exponential neuron: adaptation and bursts |
//! | [`izhikevich`] | Izhikevich's neuron: the firing patterns of the cortex in two equations |
//! | [`two_variables`] | what the last two have in common, and how they are simulated |
//! | [`sodium`] | why there is a threshold at all: the sodium current of Hodgkin and Huxley |
//! | [`hodgkin_huxley`] | the whole model: gates, action potential, refractoriness, f–I curve |
//! | [`fitzhugh_nagumo`] | two variables that do the same, in the plane: nullclines, fixed points, stability |
//!
//! Units throughout: ms, mV, nA, MΩ (so that MΩ·nA = mV), per area µF/cm², mS/cm², µA/cm²; rates in Hz.
//! Conversions between ms and Hz happen inside.

pub mod adex;
pub mod fitzhugh_nagumo;
pub mod hodgkin_huxley;
pub mod izhikevich;
pub mod lif;
pub mod siegert;
pub mod sodium;
pub mod synapse;
pub mod two_variables;
