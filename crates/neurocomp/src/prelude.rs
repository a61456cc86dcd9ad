//! What a notebook's first cell loads: `use neurocomp::prelude::*;`
//!
//! The names of the course, and of ndarray those that every tutorial writes. Where many functions belong together their
//! module is loaded, so that a cell reads `current::step(…)`, `integrate::rk4(…)`, `generate::poisson(…)`, `plot::raster(…)`.

pub use crate::cable::{
    Branch, Cable, CableOptions, CableParams, ChannelDensity, Cylinder, Morphology, Region, Scheme, Stimulus,
    equivalent_diameter,
};
#[cfg(feature = "course")]
pub use crate::check;
pub use crate::conditioning::rescorla_wagner::{RescorlaWagner, RescorlaWagnerParams};
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
pub use crate::information::{count_information, mutual_information};
pub use crate::integrate::{self, Solver};
pub use crate::language::language;
pub use crate::membrane::equilibrium::{Ion, goldman_hodgkin_katz, nernst};
pub use crate::membrane::{Membrane, MembraneParams};
pub use crate::memory::{Hopfield, Order, Pattern, Recall, RecallParams, experiment, mean_field, picture};
pub use crate::network::{self, Cell, LifCell, Network, Neuron, Start, Synapses, Wiring};
pub use crate::neuron::adex::{AdEx, AdExParams};
pub use crate::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
pub use crate::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState};
pub use crate::neuron::izhikevich::{Izhikevich, IzhikevichParams};
pub use crate::neuron::lif::{Lif, LifParams, LifRun, RateCvMap};
pub use crate::neuron::sodium::{FixedPoint, SodiumParams, SodiumRun, SodiumThreshold};
pub use crate::neuron::synapse::{
    ConductanceLif, ConductanceLifParams, DiffusionLimit, PoissonSynapses, TimeCourse, diffusion_limit, poisson_input,
};
pub use crate::perceptron::{ConfusionMatrix, LearningParams, Perceptron, logic};
pub use crate::phase_plane::Stability;
pub use crate::place_cell::{ArenaMap, PlaceField, PlaceFieldParams, TrackMap, Trajectory};
pub use crate::plasticity::bench::SpikeRule;
pub use crate::plasticity::calcium::{CalciumParams, CalciumRule};
pub use crate::plasticity::inputs::{correlated_inputs, principal_component, random_patterns};
pub use crate::plasticity::many_inputs::{ManyInputs, ManyInputsParams};
pub use crate::plasticity::nmda::{NmdaParams, NmdaRule};
pub use crate::plasticity::protocol::Protocol;
pub use crate::plasticity::published::{bi_poo_window, sjostrom_2001};
pub use crate::plasticity::rate::{RateRule, selectivity};
pub use crate::plasticity::stdp::{PairStdp, Pairing, StdpParams, WeightDependence};
pub use crate::plasticity::triplet::{TripletParams, TripletStdp};
pub use crate::plasticity::voltage::{VoltageParams, VoltageRule};
#[cfg(feature = "figures")]
pub use crate::plot::{self, Figure};
pub use crate::progress::progress;
pub use crate::rate::network::{
    NetworkParams, OuNoise, RateNetwork, eigenvalues, random_weights, sparse_random_weights, spectral_radius,
};
pub use crate::rate::population::{Population, PopulationParams, Pulse, PulseInput};
pub use crate::rate::reservoir::{Reservoir, ReservoirParams};
pub use crate::rate::ring::{Cue, Ring, RingParams, bump_width, population_vector};
pub use crate::rate::transfer::{Logistic, PowerLaw, Sigmoid, Tanh, ThresholdLinear, Transfer};
pub use crate::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};
pub use crate::rate::winner_take_all::{WinnerTakeAll, WinnerTakeAllParams};
pub use crate::spike_train::{
    Histogram, Kernel, SpikeTrain, autocorrelogram, cross_correlogram, cross_correlogram_of_trials, distance,
    fano_factor, generate, histogram, optimal_bandwidth, optimal_bin_size, psth, spike_time_tiling,
    spike_triggered_average, surrogate, threshold_crossings, threshold_crossings_with_dead_time,
};
pub use crate::tuning::{orientation_selectivity, tuning_curve};
pub use ndarray::{Array1, Array2, array, s};
