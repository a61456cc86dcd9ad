//! Rate models: neurons and populations described by how fast they fire.
//!
//! A rate r relaxes within a time τ to what the input asks for, Φ(I); in a network the input of unit i is what it gets
//! from the others and from outside:
//!
//! ```text
//! τ dr_i/dt = −r_i + Φ(Σ_j w_ij r_j + I_i)
//! ```
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`transfer`] | transfer functions Φ(I): sigmoid, logistic, tanh, threshold-linear, power law |
//! | [`population`] | one population that acts on itself: fixed points, hysteresis, bifurcation diagrams, the switch |
//! | [`wilson_cowan`] | excitation and inhibition: phase plane, eigenvalues, oscillation |
//! | [`network`] | many units: fixed points, noise, chaos, the eigenvalues of random weights |
//! | [`ring`] | units on a circle: a bump of activity that remembers an angle, and drifts |
//! | [`winner_take_all`] | units that inhibit each other: decisions |
//! | [`reservoir`] | a random network that learns to produce any signal through its readout |
//!
//! Units: time in ms; rates in Hz and inputs in nA in [`population`], [`ring`] and [`winner_take_all`] (so that a
//! weight is in nA/Hz); activities without unit, as their authors have them, in [`wilson_cowan`], [`network`] and
//! [`reservoir`].
//!
//! # Sources
//!
//! H. R. Wilson & J. D. Cowan, *Biophys. J.* 12, 1 (1972), doi:10.1016/S0006-3495(72)86068-5. P. Dayan & L. F. Abbott,
//! *Theoretical Neuroscience*, MIT Press 2001, chapter 7. W. Gerstner, W. M. Kistler, R. Naud & L. Paninski, *Neuronal
//! Dynamics*, Cambridge University Press 2014, chapters 15 to 18, doi:10.1017/CBO9781107447615.

mod error;
pub mod network;
mod pieces;
pub mod population;
pub mod reservoir;
pub mod ring;
pub mod transfer;
pub mod wilson_cowan;
pub mod winner_take_all;
