//! What a notebook's first cell loads: `use neurocomp::prelude::*;`
//!
//! It has what notebooks write without a path, in cells or in their text, what one writes to build or call those
//! (parameters, choices), and their twins (`cross_correlogram` beside `autocorrelogram`); not what is only returned. Of ndarray it has
//! what every tutorial writes. Where many functions belong together their module is loaded, so that a cell reads
//! `current::step(…)`, `integrate::rk4(…)`, `generate::poisson(…)`, `plot::raster(…)`.

pub use crate::cable::{
    Branch, Cable, CableOptions, CableParams, CableScheme, ChannelDensity, Morphology, Region, Stimulus,
    equivalent_diameter,
};
#[cfg(feature = "course")]
pub use crate::check;
pub use crate::conditioning::schedule::Schedule;
pub use crate::conditioning::temporal_difference::{TemporalDifference, TemporalDifferenceParams};
#[cfg(feature = "course")]
pub use crate::course;
pub use crate::current;
pub use crate::data::dataset;
#[cfg(feature = "tables")]
pub use crate::data::{SpikeTable, Table, VoltageTrace};
pub use crate::digits;
pub use crate::error::{Error, Result};
pub use crate::integrate;
pub use crate::language::language;
pub use crate::membrane::equilibrium::{Ion, goldman_hodgkin_katz, nernst};
pub use crate::memory::{Hopfield, Pattern, Recall, RecallParams, UpdateOrder, experiment, mean_field, picture};
pub use crate::network::{self, InitialPotential, LifCell, Network, NetworkCell, NeuronModel, Synapses, Wiring};
pub use crate::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
pub use crate::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState};
pub use crate::neuron::lif::{Lif, LifParams};
pub use crate::neuron::sodium::{SodiumParams, SodiumThreshold};
pub use crate::neuron::synapse::{diffusion_limit, poisson_input};
pub use crate::perceptron::digit_perceptron::DigitScheme;
pub use crate::perceptron::{ExampleOrder, LearningParams, Perceptron};
pub use crate::place_cell::{ArenaMap, TrackMap, Trajectory};
pub use crate::plasticity::bench::SpikeRule;
pub use crate::plasticity::calcium::{CalciumParams, CalciumRule};
pub use crate::plasticity::inputs::{correlated_inputs, principal_component, random_patterns};
pub use crate::plasticity::many_inputs::{ManyInputs, ManyInputsParams};
pub use crate::plasticity::nmda::{NmdaParams, NmdaRule};
pub use crate::plasticity::protocol::Protocol;
pub use crate::plasticity::published::{bi_poo_window, sjostrom_2001};
pub use crate::plasticity::rate::selectivity;
pub use crate::plasticity::stdp::{PairStdp, Pairing, StdpParams, WeightDependence};
pub use crate::plasticity::triplet::{TripletParams, TripletStdp};
pub use crate::plasticity::voltage::{VoltageParams, VoltageRule};
#[cfg(feature = "figures")]
pub use crate::plot::{self, Figure};
pub use crate::progress::progress;
pub use crate::rate::network::{OuNoise, RateNetwork, RateNetworkParams, eigenvalues, random_weights};
pub use crate::rate::population::{Population, PopulationParams, Pulse, PulseInput};
pub use crate::rate::reservoir::{Reservoir, ReservoirParams};
pub use crate::rate::ring::{Ring, RingCue, RingParams, population_vector};
pub use crate::rate::transfer::{Logistic, PowerLaw, Sigmoid, Tanh, ThresholdLinear, Transfer};
pub use crate::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};
pub use crate::rate::winner_take_all::{WinnerTakeAll, WinnerTakeAllParams};
pub use crate::spike_train::{
    Kernel, SpikeTrain, autocorrelogram, cross_correlogram, cross_correlogram_of_trials, fano_factor, generate,
    histogram, optimal_bandwidth, optimal_bin_size, psth, threshold_crossings,
};
pub use crate::tuning::{orientation_selectivity, tuning_curve};
pub use ndarray::{Array1, Array2, array, s};
