//! Plasticity from calcium with two thresholds (Graupner & Brunel 2012).
//!
//! Each spike lets calcium c into the spine, a presynaptic one after a delay D. Calcium decays exponentially. While it
//! is above θd the efficacy ρ of the synapse is depressed, while it is above θp potentiated:
//!
//! ```text
//! dc/dt = −c/τ_Ca + C_pre Σ δ(t − t_pre − D) + C_post Σ δ(t − t_post)
//! τ dρ/dt = −ρ (1 − ρ)(ρ* − ρ) + γp (1 − ρ) [c > θp] − γd ρ [c > θd] + σ √τ √([c > θd] + [c > θp]) ξ(t)
//! ```
//!
//! The first term makes the synapse bistable: left alone it ends up UP (ρ = 1) or DOWN (ρ = 0), on either side of ρ*. A
//! population of synapses, a fraction β of them DOWN before, has a mean strength; UP is b times as strong as DOWN.
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | τ_Ca | calcium decay | `tau_ca` | ms | 22.6936 |
//! | C_pre, C_post | calcium per spike | `c_pre`, `c_post` | | 0.5617539, 1.23964 |
//! | D | delay of presynaptic calcium | `delay` | ms | 4.6098 |
//! | θd, θp | thresholds | `theta_d`, `theta_p` | | 1, 1.3 |
//! | γd, γp | rates of depression and potentiation, times τ | `gamma_d`, `gamma_p` | | 331.909, 725.085 |
//! | σ | noise | `sigma` | | 3.3501 |
//! | τ | time constant of the efficacy | `tau` | ms | 346 361.5 |
//! | ρ* | boundary between the two states | `rho_star` | | 0.5 |
//! | β | fraction of synapses DOWN before | `beta` | | 0.5 |
//! | b | strength of UP divided by strength of DOWN | `b` | | 5.40988 |
//!
//! The default is the fit to visual cortex slices. The other sets of the paper (supplementary table) are constructors
//! of [`CalciumParams`]; all values were checked against the code that its first author published
//! (github.com/mgraupe/CalciumBasedPlasticityModel), which gives the D curve twice the σ of the other curves.
//!
//! # What is computed
//!
//! Between spikes calcium is an exponential, so the times at which it crosses a threshold are known: τ_Ca ln(c/θ) after
//! a spike that left c. Between crossings ρ obeys a linear equation, without the bistable term, which is a hundred
//! times weaker than the others (the paper leaves it out too): with `Γ = γp [c > θp] + γd [c > θd]` and n of the
//! thresholds exceeded
//!
//! ```text
//! mean       τ d⟨ρ⟩/dt  = γp [c > θp] − Γ ⟨ρ⟩
//! variance   τ d Var/dt = −2 Γ Var + n σ²
//! ```
//!
//! Both are solved exactly, piece by piece: [`CalciumRule::efficacy_after`]. At the end of the protocol ρ is normal
//! with this mean and variance; its part beyond ρ* is the fraction of synapses that end UP, and from there comes
//! [`CalciumRule::change`].
//!
//! The paper averages over the protocol first: with α the fraction of the time spent above a threshold, Γp = γp αp,
//! Γd = γd αd, for the duration T
//!
//! ```text
//! ⟨ρ⟩ = ρ̄ + (ρ₀ − ρ̄) e^(−T/τ_eff)          ρ̄ = Γp/(Γp + Γd),   τ_eff = τ/(Γp + Γd)
//! Var = σ² (αp + αd)/(2 (Γp + Γd)) · (1 − e^(−2T/τ_eff))
//! ```
//!
//! That is [`CalciumRule::change_from_fractions`].
//!
//! # Example
//!
//! ```
//! use neurocomp::plasticity::calcium::{CalciumParams, CalciumRule};
//! use neurocomp::plasticity::protocol::Protocol;
//!
//! let rule = CalciumRule::new(CalciumParams::dp())?;
//! assert!(rule.change(&Protocol::pairing(-20.0, 60, 1.0)?) < -0.1);
//! assert!(rule.change(&Protocol::pairing(20.0, 60, 1.0)?) > 0.1);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! M. Graupner & N. Brunel, *PNAS* 109, 3991 (2012), doi:10.1073/pnas.1109359109.

use super::protocol::Protocol;
use crate::Result;
use crate::parameter::Allowed;
use libm::erf;

mod params;
mod pieces;
mod simulate;

pub use params::CalciumParams;
pub use simulate::CalciumRun;

/// The calcium rule, whose parameters have been checked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalciumRule {
    params: CalciumParams,
}

/// Efficacy ρ of many synapses after a protocol: a normal distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Efficacy {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
}

/// The fractions of a time that calcium spends above its thresholds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fractions {
    /// αd, above the threshold of depression.
    pub depression: f64,
    /// αp, above the threshold of potentiation.
    pub potentiation: f64,
}

impl CalciumRule {
    /// A rule with these parameters.
    ///
    /// # Errors
    ///
    /// If a time constant, a threshold or `b` is not from 10⁻⁶ to 10¹², a calcium amplitude, a rate, `delay` or `sigma`
    /// not from 0 to 10⁹, or `rho_star` or `beta` not between 0 and 1.
    pub fn new(params: CalciumParams) -> Result<CalciumRule> {
        let p = params;
        for (name, unit, value) in [
            ("tau_ca", "ms", p.tau_ca),
            ("theta_d", "", p.theta_d),
            ("theta_p", "", p.theta_p),
            ("tau", "ms", p.tau),
            ("b", "", p.b),
        ] {
            Allowed::Between(1e-6, 1e12).check(name, unit, value)?;
        }
        for (name, unit, value) in [
            ("c_pre", "", p.c_pre),
            ("c_post", "", p.c_post),
            ("delay", "ms", p.delay),
            ("gamma_d", "", p.gamma_d),
            ("gamma_p", "", p.gamma_p),
            ("sigma", "", p.sigma),
        ] {
            Allowed::Between(0.0, 1e9).check(name, unit, value)?;
        }
        Allowed::Between(0.0, 1.0).check("rho_star", "", p.rho_star)?;
        Allowed::Between(0.0, 1.0).check("beta", "", p.beta)?;
        Ok(CalciumRule { params })
    }

    /// The parameters.
    pub fn params(&self) -> CalciumParams {
        self.params
    }

    /// The fractions of the protocol's duration during which calcium is above each threshold.
    pub fn fractions(&self, protocol: &Protocol) -> Fractions {
        let (mut depression, mut potentiation) = (0.0, 0.0);
        self.for_each_piece(protocol, |piece| {
            depression += if piece.depresses { piece.duration } else { 0.0 };
            potentiation += if piece.potentiates { piece.duration } else { 0.0 };
        });
        Fractions { depression: depression / protocol.duration(), potentiation: potentiation / protocol.duration() }
    }

    /// Mean and standard deviation of ρ right after a protocol that began at ρ = `rho0`.
    ///
    /// # Errors
    ///
    /// If `rho0` is not between 0 and 1.
    pub fn efficacy_after(&self, protocol: &Protocol, rho0: f64) -> Result<Efficacy> {
        let rho0 = Allowed::Between(0.0, 1.0).check("rho0", "", rho0)?;
        Ok(self.evolve(protocol, rho0))
    }

    fn evolve(&self, protocol: &Protocol, rho0: f64) -> Efficacy {
        let p = self.params;
        let (mut mean, mut variance) = (rho0, 0.0);
        self.for_each_piece(protocol, |piece| {
            let up = if piece.potentiates { p.gamma_p } else { 0.0 };
            let down = if piece.depresses { p.gamma_d } else { 0.0 };
            let noise =
                p.sigma * p.sigma * (f64::from(u8::from(piece.potentiates)) + f64::from(u8::from(piece.depresses)));
            let time = piece.duration / p.tau;
            let total = up + down;
            if total == 0.0 {
                variance += noise * time;
                return;
            }
            // 1 − e^(−x) without losing the digits of a small x.
            mean -= (mean - up / total) * -(-total * time).exp_m1();
            variance -= (variance - noise / (2.0 * total)) * -(-2.0 * total * time).exp_m1();
        });
        Efficacy { mean, sd: variance.max(0.0).sqrt() }
    }

    /// The fractions of the synapses that a protocol brings from DOWN to UP and from UP to DOWN.
    pub fn transitions(&self, protocol: &Protocol) -> (f64, f64) {
        self.transitions_from(self.evolve(protocol, 0.0), self.evolve(protocol, 1.0))
    }

    fn transitions_from(&self, from_down: Efficacy, from_up: Efficacy) -> (f64, f64) {
        let below = |rho: Efficacy| below(self.params.rho_star, rho);
        (1.0 - below(from_down), below(from_up))
    }

    /// The relative change of the mean strength of the population, 0.5 being + 50 %:
    ///
    /// ```text
    /// ((1 − U) β + D (1 − β) + b (U β + (1 − D)(1 − β))) / (β + (1 − β) b) − 1
    /// ```
    ///
    /// with U and D the [`CalciumRule::transitions`].
    pub fn change(&self, protocol: &Protocol) -> f64 {
        self.change_from(self.transitions(protocol))
    }

    fn change_from(&self, (up, down): (f64, f64)) -> f64 {
        let (beta, b) = (self.params.beta, self.params.b);
        let after = (1.0 - up) * beta + down * (1.0 - beta) + b * (up * beta + (1.0 - down) * (1.0 - beta));
        after / (beta + (1.0 - beta) * b) - 1.0
    }

    /// The same from the fractions of the time above the thresholds, and the `duration` (ms), by the paper's formula
    /// (see the [module](self)).
    ///
    /// # Errors
    ///
    /// If a fraction is not between 0 and 1, or `duration` not ≥ 0.
    pub fn change_from_fractions(&self, fractions: Fractions, duration: f64) -> Result<f64> {
        Allowed::Between(0.0, 1.0).check("depression", "", fractions.depression)?;
        Allowed::Between(0.0, 1.0).check("potentiation", "", fractions.potentiation)?;
        Allowed::NotNegative.check("duration", "ms", duration)?;
        let p = self.params;
        let up = p.gamma_p * fractions.potentiation;
        let total = up + p.gamma_d * fractions.depression;
        if total == 0.0 {
            return Ok(0.0);
        }
        let passed = duration * total / p.tau;
        let noise = p.sigma * p.sigma * (fractions.potentiation + fractions.depression);
        let sd = (noise / (2.0 * total) * -(-2.0 * passed).exp_m1()).sqrt();
        let from = |rho0: f64| Efficacy { mean: up / total + (rho0 - up / total) * (-passed).exp(), sd };
        Ok(self.change_from(self.transitions_from(from(0.0), from(1.0))))
    }
}

/// The part of a normal distribution that lies below `limit`.
fn below(limit: f64, rho: Efficacy) -> f64 {
    if rho.sd == 0.0 {
        return f64::from(u8::from(rho.mean < limit));
    }
    0.5 * (1.0 + erf((limit - rho.mean) / (rho.sd * std::f64::consts::SQRT_2)))
}

#[cfg(test)]
mod tests;
