//! Synaptic plasticity: how activity changes the weight of a synapse.
//!
//! A rule of plasticity turns what the two neurons of a synapse did into a change of its weight, Δw = f(pre, post). The
//! rules differ in what they look at:
//!
//! | module | the rule looks at | rules |
//! | --- | --- | --- |
//! | [`rate`] | firing rates | Hebb, covariance, BCM with its sliding threshold, Oja |
//! | [`stdp`] | pairs of spikes | pair STDP: additive or multiplicative, all pairs or nearest neighbours |
//! | [`triplet`] | triplets of spikes | Pfister & Gerstner 2006 |
//! | [`voltage`] | presynaptic spikes and postsynaptic potential | Clopath et al. 2010 |
//! | [`calcium`] | calcium, two thresholds | Graupner & Brunel 2012 |
//! | [`nmda`] | calcium through NMDA receptors | Shouval, Bear & Cooper 2002 |
//!
//! and the rest puts them to the test:
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`inputs`] | inputs with a given covariance, patterns in random order, principal component |
//! | [`protocol`] | what is done to a synapse in an experiment: pairings, bursts, high and low frequency |
//! | [`bench`](mod@bench) | the spike-based rules, all on the same protocols |
//! | [`published`] | what experiments found |
//! | [`many_inputs`] | a neuron with a thousand plastic inputs |
//!
//! # Sign of Δt
//!
//! Everywhere **Δt = t_post − t_pre**: positive when the presynaptic spike comes first (causal), negative when it comes
//! last. A pair of simultaneous spikes, Δt = 0, is neither, and changes nothing in the rules of spike timing.
//!
//! # Example
//!
//! The same 60 pairs, post 10 ms before pre, at 10 Hz and at 50 Hz: with the triplet rule depression becomes
//! potentiation.
//!
//! ```
//! use neurocomp::plasticity::bench::SpikeRule;
//! use neurocomp::plasticity::protocol::Protocol;
//! use neurocomp::plasticity::triplet::{TripletParams, TripletStdp};
//!
//! let triplet = SpikeRule::Triplet(TripletStdp::new(TripletParams::default())?);
//! assert!(triplet.change(&Protocol::pairing(-10.0, 60, 10.0)?)? < -0.2);
//! assert!(triplet.change(&Protocol::pairing(-10.0, 60, 50.0)?)? > 0.2);
//! # Ok::<(), neurocomp::Error>(())
//! ```

use crate::Error;

pub mod bench;
pub mod calcium;
pub mod inputs;
pub mod many_inputs;
pub mod nmda;
pub mod protocol;
pub mod published;
pub mod rate;
pub mod stdp;
pub mod triplet;
pub mod voltage;

/// Weights that grew beyond all numbers, as Hebb’s rule makes them grow.
pub(crate) fn diverged(after: usize) -> Error {
    Error::diverged(
        format!("the weights have grown beyond all numbers after {after} steps: take fewer of them, or learn slower"),
        format!(
            "les poids ont dépassé tous les nombres après {after} pas : il en faut moins, ou un apprentissage plus lent"
        ),
    )
}
