//! Rate models.

use neurocomp::rate;

use crate::call::Entry;

crate::models! {
    rate::network::RateNetwork, rate::population::Population, rate::reservoir::Reservoir,
        rate::reservoir::PatternGenerator, rate::reservoir::TrainedResponse, rate::ring::Ring,
        rate::wilson_cowan::WilsonCowan, rate::winner_take_all::WinnerTakeAll, rate::network::SparseMatrix
}

crate::parameters! {
    rate::network::RateNetworkParams { tau, form, transfer }
    rate::population::PopulationParams { tau, w, transfer }
    rate::reservoir::ReservoirParams { units, tau, g, input_weight, feedback_weight, bias, seed }
    rate::ring::RingParams { units, tau, j0, j1, input, transfer }
    rate::wilson_cowan::WilsonCowanParams { tau_e, tau_i, w_ee, w_ei, w_ie, w_ii, input_e, input_i, refractory_e,
        refractory_i, transfer_e, transfer_i }
    rate::winner_take_all::WinnerTakeAllParams { tau, w_self, w_inhibition, transfer }
    rate::population::PulseInput { baseline, pulses }
    rate::transfer::ThresholdLinear { gain, i_thresh, i_max }
    rate::transfer::PowerLaw { gain, exponent, i_thresh }
    rate::transfer::Sigmoid { r_max, kappa, i_half }
    rate::transfer::Logistic { r_max, slope, i_half }
    rate::transfer::LogisticFromZero { slope, theta }
    rate::transfer::Tanh { gain }
}

crate::inputs! {
    rate::network::OuNoise { sd, tau }
    rate::population::Pulse { t_start, t_stop, level }
    rate::ring::RingCue { position, strength, t_start, t_stop }
}

crate::results! {
    rate::population::PopulationFixedPoint { r, stability, eigenvalue }
    rate::winner_take_all::CompetitionRun { t, r }
    rate::network::RateNetworkFixedPoint { x, eigenvalues, stable }
    rate::network::RateNetworkRun { t, x }
    rate::population::PopulationBranch { stability, parameter, r }
    rate::population::SaddleNode { parameter, r }
    rate::population::BifurcationDiagram { branches, saddle_nodes }
    rate::population::PopulationRun { t, i_ext, r }
    rate::ring::Drift { t, variance, diffusion }
    rate::ring::RingRun { t, r }
    rate::wilson_cowan::WilsonCowanFixedPoint { e, i, eigenvalues, stability }
    rate::wilson_cowan::Oscillation { period, frequency, e_range, i_range }
    rate::wilson_cowan::WilsonCowanNullcline { e, i }
    rate::wilson_cowan::WilsonCowanField { e, i, de_dt, di_dt }
    rate::wilson_cowan::WilsonCowanRun { t, e, i }
}

crate::choices! {
    rate::network::Form { Rates, Currents }
    rate::population::PopulationStability { Stable, Unstable, HalfStable, Neutral }
    rate::transfer::Transfer { Sigmoid(_), ThresholdLinear(_), Logistic(_), LogisticFromZero(_), PowerLaw(_),
        Tanh(_) }
    rate::network::Weights { Dense(_), Sparse(_) }
}

pub fn table() -> Vec<Entry> {
    crate::calls! {
        rate::network::RateNetwork: new, new_sparse, params, weights, units, rates, jacobian, fixed_point,
        largest_lyapunov, simulate, simulate_noisy;
        rate::population::Population: new, params, dr_dt, fixed_points, settle, f_i_curve, sweep, diagram_in_input,
        diagram_in_weight, simulate, simulate_input;
        rate::reservoir::Reservoir: new, params, learn_pattern, learn_response;
        rate::reservoir::PatternGenerator: readout, generate;
        rate::reservoir::TrainedResponse: readout, respond;
        rate::ring::Ring: new, params, angles, bump, drift, diffusion_of_weak_noise, simulate, simulate_noisy;
        rate::transfer::Transfer: rate, derivative, inverse, rates, lowest, highest, check;
        rate::wilson_cowan::WilsonCowan: new, params, slope, jacobian, eigenvalues, fixed_points, oscillation,
        e_nullcline, i_nullcline, vector_field, simulate;
        rate::winner_take_all::CompetitionRun: winner;
        rate::winner_take_all::WinnerTakeAll: new, params, equal_rate, growth_of_differences, simulate, simulate_noisy,
        choices;
        rate::network::SparseMatrix: new, from_dense, rows, columns, entries, to_dense;
        rate::network::Weights: units, to_dense;
        rate::network: random_weights, sparse_random_weights, eigenvalues, spectral_radius;
        rate::population::PulseInput: constant, at;
        rate::reservoir: ridge_regression, relative_error;
        rate::ring: population_vector, bump_width;
        rate::ring::RingRun: positions, strength;
        rate::transfer::ThresholdLinear: rate, derivative, inverse;
        rate::transfer::PowerLaw: rate, derivative, inverse;
        rate::transfer::Sigmoid: rate, derivative, inverse;
        rate::transfer::Logistic: rate, derivative, inverse;
        rate::transfer::LogisticFromZero: rate, derivative, inverse;
        rate::transfer::Tanh: rate, derivative, inverse;
        rate::wilson_cowan::WilsonCowanFixedPoint: is_stable;
    }
}
