//! Plasticity and conditioning.

use neurocomp::{conditioning, plasticity};

use crate::call::Entry;

crate::models! {
    conditioning::rescorla_wagner::RescorlaWagner, conditioning::schedule::Schedule,
        conditioning::temporal_difference::TemporalDifference, plasticity::calcium::CalciumRule,
        plasticity::many_inputs::ManyInputs, plasticity::nmda::NmdaRule, plasticity::protocol::Protocol,
        plasticity::stdp::PairStdp, plasticity::triplet::TripletStdp, plasticity::voltage::VoltageRule
}

crate::parameters! {
    conditioning::rescorla_wagner::RescorlaWagnerParams { learning_rate, saliences }
    conditioning::temporal_difference::TemporalDifferenceParams { moments, stimulus_at, reward_at, learning_rate,
        discount }
    plasticity::many_inputs::ManyInputsParams { inputs, rate, inhibitory, inhibitory_rate, g_max, g_in, w0,
        correlated, correlation, latency }
    plasticity::nmda::NmdaParams { alpha_1, alpha_2, beta, p1, p2, p3, p4, tau_ca, g_nmda, v_reversal, p0,
        nmda_fast, tau_nmda_fast, tau_nmda_slow, bpap, bpap_fast, tau_bpap_fast, tau_bpap_slow, bpap_delay, epsp,
        v_rest, w0 }
    plasticity::stdp::StdpParams { a_plus, a_minus, tau_plus, tau_minus, weight_dependence, pairing }
    plasticity::triplet::TripletParams { a2_plus, a3_plus, a2_minus, a3_minus, tau_plus, tau_minus, tau_x, tau_y,
        nearest_spike }
    plasticity::voltage::VoltageParams { a_ltd, a_ltp, theta_minus, theta_plus, tau_minus, tau_plus, tau_x, w0,
        neuron }
    plasticity::calcium::CalciumParams { tau_ca, c_pre, c_post, delay, theta_d, theta_p, gamma_d, gamma_p, sigma,
        tau, rho_star, beta, b }
    plasticity::voltage::ClopathNeuronParams { capacitance, g_leak, e_leak, delta_t, v_t_rest, v_t_max, tau_v_t, tau_w, a, b, i_sp,
        tau_z }
}

crate::inputs! {
    plasticity::calcium::Fractions { depression, potentiation }
    plasticity::rate::Reference { mean_output, mean_input, theta }
}

crate::results! {
    conditioning::rescorla_wagner::ConditioningRun { weights, prediction, error }
    conditioning::temporal_difference::TemporalDifferenceRun { value, error, weights }
    plasticity::calcium::Efficacy { mean, sd }
    plasticity::inputs::PrincipalComponent { eigenvalue, second_eigenvalue, direction }
    plasticity::many_inputs::ManyInputsRun { weights, t, rate, mean_weight }
    plasticity::nmda::NmdaRun { t, v, calcium, w }
    plasticity::published::PairingResult { frequency, delta_t, change, error }
    plasticity::rate::RateRun { weights, output, theta }
    plasticity::voltage::VoltageRun { t, u, w }
    plasticity::calcium::CalciumRun { t, calcium, rho }
}

crate::choices! {
    plasticity::bench::SpikeRule { Pair(_), Triplet(_), Voltage(_), Calcium(_), Nmda(_) }
    plasticity::rate::RateRule { Hebb, Covariance, Bcm { tau_theta }, Oja { alpha } }
    plasticity::stdp::WeightDependence { Additive, Multiplicative, VanRossum, Power(_) }
    plasticity::stdp::Pairing { AllToAll, NearestSymmetric, NearestPresynaptic, NearestReduced }
}

pub fn table() -> Vec<Entry> {
    crate::calls! {
        conditioning::rescorla_wagner::ConditioningRun: final_weights;
        conditioning::rescorla_wagner::RescorlaWagner: new, params, acquisition, run;
        conditioning::schedule::Schedule: trials, partial, then, repeat, stimuli, rewards, len;
        conditioning::temporal_difference::TemporalDifference: new, params, run, run_rewards, value_before_reward;
        plasticity::bench::SpikeRule: change, window, frequency_curve, pairing_curve, stimulation_curve;
        plasticity::calcium::CalciumRule: new, params, fractions, efficacy_after, transitions, change,
        change_from_fractions, simulate;
        plasticity::inputs: correlated_inputs, random_patterns, covariance, second_moment, principal_component;
        plasticity::many_inputs::ManyInputsRun: fraction_between, late_rate;
        plasticity::many_inputs::ManyInputs: new, params, correlated_inputs, simulate;
        plasticity::nmda::NmdaParams: stimulation;
        plasticity::nmda::NmdaRule: new, params, omega, eta, unblocked, change, simulate;
        plasticity::protocol::Protocol: new, pre, post, duration, pairing, sjostrom, bursts, stimulation,
        high_frequency, low_frequency, poisson;
        plasticity::published: bi_poo_window, sjostrom_2001;
        plasticity::rate::RateRule: output, change, mean_change;
        plasticity::rate::RateRun: final_weights;
        plasticity::rate: learn, bcm_is_stable, selectivity;
        plasticity::stdp::WeightDependence: potentiation, depression;
        plasticity::stdp::StdpParams: song;
        plasticity::stdp::PairStdp: new, params, window, weight_after, poisson_drift;
        plasticity::triplet::TripletParams: visual_cortex, visual_cortex_full, visual_cortex_nearest,
        visual_cortex_nearest_full, hippocampus, hippocampus_full, hippocampus_nearest, hippocampus_nearest_full;
        plasticity::triplet::TripletStdp: new, params, change, poisson_drift, bcm_threshold;
        plasticity::voltage::VoltageRule: new, params, change, simulate;
        plasticity::calcium::CalciumParams: cortical_slices, hippocampal_slices, hippocampal_cultures, dp, dpd,
        dpd_prime, p, d, d_prime;
    }
}
