//! Models of one neuron, and synapses.

use neurocomp::neuron;

use crate::call::Entry;

crate::models! {
    neuron::adex::AdEx, neuron::fitzhugh_nagumo::FitzHughNagumo, neuron::hodgkin_huxley::HodgkinHuxley,
        neuron::izhikevich::Izhikevich, neuron::lif::Lif, neuron::sodium::SodiumThreshold,
        neuron::hodgkin_huxley::HodgkinHuxleyRun, neuron::synapse::ConductanceLif, neuron::synapse::TimeCourse
}

crate::parameters! {
    neuron::adex::AdExParams { capacitance, g_leak, e_leak, v_thresh, delta_t, v_reset, v_peak, tau_w, a, b }
    neuron::fitzhugh_nagumo::FitzHughNagumoParams { epsilon, a, b }
    neuron::hodgkin_huxley::HodgkinHuxleyParams { capacitance, g_na, g_k, g_leak, e_na, e_k, e_leak, v_rest,
        v_spike, temperature }
    neuron::izhikevich::IzhikevichParams { a, b, c, d }
    neuron::lif::LifParams { tau_m, resistance, v_thresh, v_reset, t_ref }
    neuron::sodium::SodiumParams { capacitance, g_leak, e_leak, g_na, e_na, h }
    neuron::synapse::ConductanceLifParams { membrane, e_exc, e_inh }
}

crate::inputs! {
    neuron::hodgkin_huxley::HodgkinHuxleyState { v, m, h, n }
    neuron::synapse::PoissonSynapses { course, n, rate, weight }
    neuron::synapse::DiffusionLimit { mean, intensity }
}

crate::results! {
    neuron::adex::AdExRun { t, v, w, spikes }
    neuron::izhikevich::IzhikevichRun { t, v, u, spikes }
    neuron::sodium::SodiumFixedPoint { v, stable }
    neuron::sodium::SodiumRun { t, v }
    neuron::fitzhugh_nagumo::FitzHughNagumoNullclines { v, dv_dt_zero, dw_dt_zero }
    neuron::fitzhugh_nagumo::FitzHughNagumoField { dv_dt, dw_dt }
    neuron::fitzhugh_nagumo::FitzHughNagumoRun { t, v, w, spikes }
    neuron::hodgkin_huxley::RefractoryCurve { interval, at_rest; amplitude }
    neuron::hodgkin_huxley::GateCurves { v, m_inf, h_inf, n_inf, tau_m, tau_h, tau_n }
    neuron::hodgkin_huxley::Conductances { sodium, potassium }
    neuron::hodgkin_huxley::IonicCurrents { sodium, potassium, leak }
    neuron::lif::RateCvMap { rate, spikes; cv }
    neuron::lif::LifRun { t, v, spikes }
    neuron::synapse::Moments { mean, sd }
    neuron::synapse::SynapticTrace { t, value }
}

crate::choices! {
    neuron::two_variables::Excitability { Integrator, Resonator }
}

pub fn table() -> Vec<Entry> {
    crate::calls! {
        neuron::adex::AdEx: new, params, tau_m, v_cut, dv_dt, dw_dt, v_nullcline, w_nullcline, simulate, simulate_from,
        simulate_input, fixed_points, rheobase, excitability;
        neuron::fitzhugh_nagumo::FitzHughNagumo: new, params, dv_dt, dw_dt, hopf_currents, nullclines, vector_field,
        jacobian, fixed_points, simulate, simulate_input, rate_curve;
        neuron::hodgkin_huxley::HodgkinHuxleyParams: resting_at;
        neuron::hodgkin_huxley::HodgkinHuxley: new, params, phi, sodium_conductance, potassium_conductance,
        sodium_current, potassium_current, leak_current, ionic_current, derivatives, rate_curve, pulse_threshold,
        refractory_curve, gate_curves, held_at, steady_current, resting_state, fixed_point, jacobian, eigenvalues,
        simulate, simulate_input, simulate_from;
        neuron::izhikevich::Izhikevich: new, params, dv_dt, du_dt, v_nullcline, u_nullcline, fixed_points, rheobase,
        excitability, simulate, simulate_from, simulate_input;
        neuron::lif::Lif: new, params, steady_state, rheobase, subthreshold, period, rate, siegert_rate, simulate_exact,
        simulate_input_exact, rate_cv_map, simulate, simulate_noisy, simulate_input, spikes_noisy;
        neuron::siegert: log_first_passage_time;
        neuron::sodium::SodiumThreshold: new, params, leak_current, sodium_current, dv_dt, fixed_points, threshold,
        simulate;
        neuron::adex::AdExParams: tonic, adapting, initial_burst, regular_bursting, delayed_accelerating, transient;
        neuron::hodgkin_huxley::RefractoryCurve: amplitude_at, absolute;
        neuron::hodgkin_huxley: alpha_m, beta_m, alpha_h, beta_h, alpha_n, beta_n, m_inf, h_inf, n_inf, tau_m, tau_h,
        tau_n;
        neuron::hodgkin_huxley::HodgkinHuxleyRun: state, last_state, conductances, currents;
        neuron::izhikevich::IzhikevichParams: regular_spiking, intrinsically_bursting, chattering, fast_spiking,
        low_threshold_spiking, thalamo_cortical, resonator;
        neuron::lif::RateCvMap: cv_at;
        neuron::synapse::ConductanceLif: new, params, effective_time_constant, steady_state, simulate,
        potential_moments;
        neuron::synapse::PoissonSynapses: trace, moments, potential_moments, diffusion_limit;
        neuron::synapse::TimeCourse: potential, exponential, alpha, double_exponential, tau_rise, tau_decay, at,
        peak_time, area, area_of_square, trace;
        neuron::synapse::DiffusionLimit: sigma, sd, plus;
        neuron::synapse: diffusion_limit, poisson_input;
    }
}
