//! Rules of plasticity that look at firing rates.
//!
//! With x_j the rate of input j, r the rate of the neuron, and a learning rate η (the lecture's r_j, r_i):
//!
//! | rule | Δw_j / η | |
//! | --- | --- | --- |
//! | [`RateRule::Hebb`] | r x_j | Hebb 1949 |
//! | [`RateRule::Covariance`] | (r − ⟨r⟩)(x_j − ⟨x_j⟩) | Sejnowski 1977 |
//! | [`RateRule::Bcm`] | r (r − θ) x_j, with τθ dθ/dt = r² − θ | Bienenstock, Cooper & Munro 1982 |
//! | [`RateRule::Oja`] | r (x_j − α r w_j) | Oja 1982 |
//!
//! The neuron is linear, r = Σ w_j x_j; for BCM it is r = [Σ w_j x_j]+, since a threshold on a rate needs a rate.
//!
//! # What is known
//!
//! If learning is slow, w follows the mean over all inputs, with Q = ⟨x xᵀ⟩ and C the covariance:
//!
//! ```text
//! Hebb         ⟨Δw⟩ = η Q w                       grows as e^(η λ₁ n) along the first eigenvector of Q: diverges
//! covariance   ⟨Δw⟩ = η C w                       the same with C
//! Oja          ⟨Δw⟩ = η (Q w − α (wᵀQ w) w)       w → ± e₁/√α: the principal component, length 1/√α
//! BCM          K orthogonal patterns, equally often: r = θ = K for one of them, r = 0 for the others: selective
//! ```
//!
//! With BCM and patterns of squared length s, that selective state is stable only if the threshold slides fast enough,
//! η s τθ < 1 ([`bcm_is_stable`]); otherwise rate and threshold chase each other for ever.
//!
//! # Example
//!
//! ```
//! use neurocomp::ndarray::array;
//! use neurocomp::plasticity::inputs::{correlated_inputs, principal_component};
//! use neurocomp::plasticity::rate::{RateRule, learn};
//!
//! let c = array![[1.0, 0.8], [0.8, 1.0]];
//! let x = correlated_inputs(&array![0.0, 0.0], &c, 20_000, 1)?;
//! let run = learn(RateRule::Oja { alpha: 1.0 }, &x, &array![0.1, 0.0], 0.005)?;
//! let w = run.final_weights();
//! let e = principal_component(&c)?.direction;
//! assert!((w.dot(&e).abs() - 1.0).abs() < 0.05);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! D. O. Hebb, *The Organization of Behavior*, Wiley 1949. T. J. Sejnowski, *J. Math. Biol.* 4, 303 (1977),
//! doi:10.1007/BF00275079. E. L. Bienenstock, L. N. Cooper & P. W. Munro, *J. Neurosci.* 2, 32 (1982),
//! doi:10.1523/JNEUROSCI.02-01-00032.1982. E. Oja, *J. Math. Biol.* 15, 267 (1982), doi:10.1007/BF00275687. P. Dayan &
//! L. F. Abbott, *Theoretical Neuroscience*, MIT Press 2001, chapter 8.

use ndarray::{Array1, Array2, ArrayRef1, ArrayRef2};

use super::inputs;
use crate::error::{check_count, check_length};
use crate::parameter::Allowed;
use crate::summary::{change, count, summary};
use crate::time_step::MAX_SAMPLES;
use crate::{Error, Result};

/// A rule that looks at rates; see the [module](self).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RateRule {
    /// Pure Hebb: r x.
    Hebb,
    /// Covariance of the two rates.
    Covariance,
    /// BCM with a sliding threshold.
    Bcm {
        /// Time constant τθ of the threshold, in presentations; ≥ 1.
        tau_theta: f64,
    },
    /// Oja: Hebb with a decay that keeps the length of w.
    Oja {
        /// Strength of the decay α; > 0.
        alpha: f64,
    },
}

/// What rules compare rates with: the means ⟨r⟩ and ⟨x⟩ for the covariance rule, the threshold θ for BCM. A rule
/// looks only at what it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Mean rate of the neuron ⟨r⟩.
    pub mean_output: f64,
    /// Mean rate of each input ⟨x_j⟩.
    pub mean_input: Array1<f64>,
    /// Threshold θ of the BCM rule.
    pub theta: f64,
}

impl RateRule {
    /// The rate of the neuron for inputs `x` and weights `w` of the same length.
    ///
    /// # Errors
    ///
    /// If the lengths differ, or the rate is not finite.
    pub fn output(&self, x: &ArrayRef1<f64>, w: &ArrayRef1<f64>) -> Result<f64> {
        check_length("w", x.len(), w.len())?;
        let r = Allowed::Finite.check("w · x", "", w.dot(x))?;
        Ok(match self {
            RateRule::Bcm { .. } => r.max(0.0),
            _ => r,
        })
    }

    /// The change of the weights Δw/η when inputs `x` meet the rate `r`.
    ///
    /// # Errors
    ///
    /// If `w`, or for the covariance rule `reference.mean_input`, has not the length of `x`, or a change is not finite.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::plasticity::rate::{RateRule, Reference};
    ///
    /// let reference = Reference { mean_output: 0.0, mean_input: array![0.0, 0.0], theta: 2.0 };
    /// let bcm = RateRule::Bcm { tau_theta: 10.0 };
    /// let (x, w) = (array![1.0, 0.0], array![0.0, 0.0]);
    /// // Below the threshold the active synapse is depressed, above it potentiated.
    /// assert_eq!(bcm.change(&x, 1.0, &w, &reference)?, array![-1.0, 0.0]);
    /// assert_eq!(bcm.change(&x, 3.0, &w, &reference)?, array![3.0, 0.0]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn change(&self, x: &ArrayRef1<f64>, r: f64, w: &ArrayRef1<f64>, reference: &Reference) -> Result<Array1<f64>> {
        check_length("w", x.len(), w.len())?;
        let change = match *self {
            RateRule::Hebb => r * x.to_owned(),
            RateRule::Covariance => {
                check_length("mean_input", x.len(), reference.mean_input.len())?;
                (r - reference.mean_output) * (x.to_owned() - &reference.mean_input)
            }
            RateRule::Bcm { .. } => r * (r - reference.theta) * x.to_owned(),
            RateRule::Oja { alpha } => r * (x.to_owned() - alpha * r * w.to_owned()),
        };
        Allowed::Finite.check_all("change", "", &change)?;
        Ok(change)
    }

    /// The mean change ⟨Δw⟩/η over all inputs, for inputs with this matrix: the covariance C for the covariance rule,
    /// the second moment Q for Hebb and Oja. `None` for BCM, whose mean needs more than second moments.
    ///
    /// # Errors
    ///
    /// If the sizes differ, or a change is not finite.
    pub fn mean_change(&self, w: &ArrayRef1<f64>, matrix: &ArrayRef2<f64>) -> Result<Option<Array1<f64>>> {
        check_length("w", matrix.nrows(), w.len())?;
        check_length("matrix", w.len() * w.len(), matrix.len())?;
        if w.is_empty() {
            return Err(Error::empty("w"));
        }
        let along = matrix.dot(w);
        let change = match *self {
            RateRule::Hebb | RateRule::Covariance => along,
            RateRule::Oja { alpha } => {
                let power = w.dot(&along);
                along - alpha * power * w.to_owned()
            }
            RateRule::Bcm { .. } => return Ok(None),
        };
        Allowed::Finite.check_all("change", "", &change)?;
        Ok(Some(change))
    }

    fn check(&self) -> Result<()> {
        match *self {
            RateRule::Bcm { tau_theta } => {
                Allowed::Between(1.0, 1e12).check("tau_theta", "", tau_theta)?;
            }
            RateRule::Oja { alpha } => {
                Allowed::Positive.check("alpha", "", alpha)?;
            }
            RateRule::Hebb | RateRule::Covariance => {}
        }
        Ok(())
    }
}

/// Weights, rates and threshold in the course of learning.
#[derive(Clone, PartialEq)]
pub struct RateRun {
    /// Weights before each presentation and after the last one, shape (samples + 1, inputs).
    pub weights: Array2<f64>,
    /// Rate of the neuron at each presentation.
    pub output: Array1<f64>,
    /// Threshold θ before each presentation and after the last one. 0 for the rules that have none.
    pub theta: Array1<f64>,
}

impl RateRun {
    /// The weights after the last presentation.
    pub fn final_weights(&self) -> Array1<f64> {
        self.weights.rows().into_iter().next_back().map(|row| row.to_owned()).unwrap_or_default()
    }
}

summary!(RateRun, |run| {
    let presentations = count(run.output.len(), "presentations", "présentations");
    let lengths: Vec<f64> = run.weights.rows().into_iter().map(|w| w.dot(&w).sqrt()).collect();
    let inputs = count(run.weights.ncols(), "inputs", "entrées");
    format!("{presentations}, {inputs}, |w| = {}", change(&lengths, 3))
});

/// Learns from `inputs` (samples, inputs), one after another, from the weights `w0` on, with this `learning_rate`.
///
/// The covariance rule uses the means over all `inputs`. The threshold of BCM begins at the first r² and slides with
/// each presentation, θ ← θ + (r² − θ)/τθ, after the weights have changed.
///
/// # Errors
///
/// If an array is empty or holds a value that is not finite, the lengths do not fit, a parameter of the rule or
/// `learning_rate` is out of range, there are more than [`MAX_SAMPLES`] weights to keep, or the weights diverge beyond
/// all numbers, as they do with Hebb's rule.
pub fn learn(rule: RateRule, inputs: &ArrayRef2<f64>, w0: &ArrayRef1<f64>, learning_rate: f64) -> Result<RateRun> {
    rule.check()?;
    Allowed::Finite.check_list("inputs", "", inputs)?;
    check_length("w0", inputs.ncols(), w0.len())?;
    Allowed::Finite.check_all("w0", "", w0)?;
    Allowed::Positive.check("learning_rate", "", learning_rate)?;
    let samples = inputs.nrows();
    check_count("inputs", 1, MAX_SAMPLES, inputs.len())?;

    let mut w = w0.to_owned();
    let mut reference = Reference { mean_output: 0.0, mean_input: inputs::mean(inputs), theta: 0.0 };
    let mut run = RateRun {
        weights: Array2::zeros((samples + 1, inputs.ncols())),
        output: Array1::zeros(samples),
        theta: Array1::zeros(samples + 1),
    };
    for (k, x) in inputs.rows().into_iter().enumerate() {
        let r = rule.output(&x, &w).map_err(|_| super::diverged(k + 1))?;
        if let RateRule::Bcm { .. } = rule
            && k == 0
        {
            reference.theta = r * r;
        }
        reference.mean_output = w.dot(&reference.mean_input);
        run.weights.row_mut(k).assign(&w);
        run.output[k] = r;
        run.theta[k] = reference.theta;
        let change = rule.change(&x, r, &w, &reference).map_err(|_| super::diverged(k + 1))?;
        w.scaled_add(learning_rate, &change);
        if let RateRule::Bcm { tau_theta } = rule {
            reference.theta += (r * r - reference.theta) / tau_theta;
        }
        if !w.iter().all(|w| w.is_finite()) || !reference.theta.is_finite() {
            return Err(super::diverged(k + 1));
        }
    }
    run.weights.row_mut(samples).assign(&w);
    run.theta[samples] = reference.theta;
    Ok(run)
}

/// Whether the selective state of the BCM rule is stable: η s τθ < 1, for orthogonal patterns of squared length s.
///
/// From linearising, about r = θ = K, the mean equations dr/dn = (η s/K) r (r − θ), τθ dθ/dn = r²/K − θ: the Jacobian
/// [[η s, −η s], [2/τθ, −1/τθ]] has the determinant η s/τθ > 0 and the trace η s − 1/τθ.
pub fn bcm_is_stable(learning_rate: f64, tau_theta: f64, squared_length: f64) -> bool {
    learning_rate * squared_length * tau_theta < 1.0
}

/// How selective a neuron is whose rates for several patterns are `rates`: 1 − mean/max, 0 if it does not distinguish
/// them, almost 1 if it answers to one of many (Bienenstock, Cooper & Munro 1982). `None` without a positive rate.
///
/// ```
/// use neurocomp::ndarray::array;
/// use neurocomp::plasticity::rate::selectivity;
///
/// assert_eq!(selectivity(&array![4.0, 0.0, 0.0, 0.0]), Some(0.75));
/// ```
pub fn selectivity(rates: &ArrayRef1<f64>) -> Option<f64> {
    let most = rates.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mean = rates.mean()?;
    (most > 0.0 && mean.is_finite()).then(|| 1.0 - mean / most)
}

#[cfg(test)]
mod tests;
