//! The parameters of the calcium rule and the sets of the paper.

/// The parameters of the calcium rule; symbols in the [module](super). The default is
/// [`CalciumParams::cortical_slices`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalciumParams {
    /// Calcium decay time constant τ_Ca, ms; > 0.
    pub tau_ca: f64,
    /// Calcium from a presynaptic spike C_pre; ≥ 0.
    pub c_pre: f64,
    /// Calcium from a postsynaptic spike C_post; ≥ 0.
    pub c_post: f64,
    /// Delay of presynaptic calcium D, ms; ≥ 0.
    pub delay: f64,
    /// Threshold of depression θd; > 0.
    pub theta_d: f64,
    /// Threshold of potentiation θp; > 0.
    pub theta_p: f64,
    /// Rate of depression γd (times τ); ≥ 0.
    pub gamma_d: f64,
    /// Rate of potentiation γp (times τ); ≥ 0.
    pub gamma_p: f64,
    /// Amplitude of the noise σ; ≥ 0.
    pub sigma: f64,
    /// Time constant of the efficacy τ, ms; > 0.
    pub tau: f64,
    /// Boundary between the two states ρ*, 0 to 1.
    pub rho_star: f64,
    /// Fraction of the synapses that are DOWN before, β, 0 to 1.
    pub beta: f64,
    /// Strength of an UP synapse divided by the strength of a DOWN synapse, b; > 0.
    pub b: f64,
}

impl Default for CalciumParams {
    fn default() -> CalciumParams {
        CalciumParams::cortical_slices()
    }
}

impl CalciumParams {
    /// Visual cortex slices, fitted to Sjöström et al. (2001).
    pub fn cortical_slices() -> CalciumParams {
        CalciumParams {
            tau_ca: 22.6936,
            c_pre: 0.5617539,
            c_post: 1.23964,
            delay: 4.6098,
            gamma_d: 331.909,
            gamma_p: 725.085,
            sigma: 3.3501,
            tau: 346_361.5,
            b: 5.40988,
            ..CalciumParams::dp()
        }
    }

    /// Hippocampal slices, fitted to Wittenberg & Wang (2006).
    pub fn hippocampal_slices() -> CalciumParams {
        CalciumParams {
            tau_ca: 48.8373,
            c_pre: 1.0,
            c_post: 0.275865,
            delay: 18.8008,
            gamma_d: 313.0965,
            gamma_p: 1645.59,
            sigma: 9.1844,
            tau: 688_355.0,
            beta: 0.7,
            b: 5.28145,
            ..CalciumParams::dp()
        }
    }

    /// Hippocampal cultures, fitted to Wang et al. (2005).
    pub fn hippocampal_cultures() -> CalciumParams {
        CalciumParams {
            tau_ca: 11.9536,
            c_pre: 0.58156,
            c_post: 1.76444,
            delay: 10.0,
            gamma_d: 61.141,
            gamma_p: 113.6545,
            sigma: 2.5654,
            tau: 33_759.6,
            b: 36.0263,
            ..CalciumParams::dp()
        }
    }

    /// The DP curve: depression for Δt < 0, potentiation for Δt > 0, the classical window.
    pub fn dp() -> CalciumParams {
        CalciumParams {
            tau_ca: 20.0,
            c_pre: 1.0,
            c_post: 2.0,
            delay: 13.7,
            theta_d: 1.0,
            theta_p: 1.3,
            gamma_d: 200.0,
            gamma_p: 321.808,
            sigma: 2.8284,
            tau: 150_000.0,
            rho_star: 0.5,
            beta: 0.5,
            b: 5.0,
        }
    }

    /// The DPD curve: potentiation about Δt = 0, depression on both sides.
    pub fn dpd() -> CalciumParams {
        CalciumParams { c_pre: 0.9, c_post: 0.9, delay: 4.6, gamma_d: 250.0, gamma_p: 550.0, ..CalciumParams::dp() }
    }

    /// The DPD′ curve: depression, potentiation for short Δt > 0, depression again.
    pub fn dpd_prime() -> CalciumParams {
        CalciumParams { delay: 2.2, theta_p: 2.5, gamma_d: 50.0, gamma_p: 600.0, ..CalciumParams::dp() }
    }

    /// The P curve: potentiation only.
    pub fn p() -> CalciumParams {
        CalciumParams { c_pre: 2.0, c_post: 2.0, delay: 0.0, gamma_d: 160.0, gamma_p: 257.447, ..CalciumParams::dp() }
    }

    /// The D curve: depression about Δt = 0 only.
    pub fn d() -> CalciumParams {
        CalciumParams {
            c_pre: 0.6,
            c_post: 0.6,
            delay: 0.0,
            gamma_d: 500.0,
            gamma_p: 550.0,
            sigma: 5.6568,
            ..CalciumParams::dp()
        }
    }

    /// The D′ curve: depression at all Δt.
    pub fn d_prime() -> CalciumParams {
        CalciumParams { delay: 0.0, theta_p: 3.5, gamma_d: 60.0, gamma_p: 600.0, ..CalciumParams::dp() }
    }
}
