//! Models of a single neuron.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`lif`] | the leaky integrate-and-fire neuron: formulas, simulation, noise, maps of rate and CV |
//! | [`siegert`] | the mean time that a noisy membrane takes from reset to threshold |
//! | [`synapse`] | the current of many synapses, and why it is a mean plus fluctuations |
//! | [`sodium`] | why there is a threshold at all: the sodium current of Hodgkin and Huxley |
//!
//! Units throughout: ms, mV, nA, MΩ (so that MΩ·nA = mV); rates in Hz. Conversions between ms and Hz happen inside.

pub mod lif;
pub mod siegert;
pub mod sodium;
pub mod synapse;
