//! What is known exactly of a passive cylinder.

use std::f64::consts::PI;

use super::CableParams;
use super::circuit::{AXIAL, PER_AREA};
use crate::Result;
use crate::parameter::Allowed;

/// A passive cylinder, for which the cable equation has solutions in closed form:
///
/// ```text
/// τ ∂V/∂t = λ² ∂²V/∂x² − V,      λ = √(d/(4 R_i g_l)),  τ = C/g_l
/// ```
///
/// Potentials here are changes from rest. R∞ = R_i λ/(π d²/4) is the input resistance at the end of a cylinder that
/// goes on for ever in one direction, and L = l/λ the electrotonic length.
///
/// ```
/// use neurocomp::cable::{CableParams, Cylinder};
///
/// let dendrite = Cylinder::new(500.0, 4.0, CableParams::default())?;
/// assert!((dendrite.length_constant() - 1000.0).abs() < 1e-9); // µm
/// assert!((dendrite.electrotonic_length() - 0.5).abs() < 1e-12);
/// assert!((dendrite.sealed_resistance() / dendrite.semi_infinite_resistance() - 1.0 / 0.5_f64.tanh()).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cylinder {
    length: f64,
    diameter: f64,
    params: CableParams,
}

impl Cylinder {
    /// A cylinder of `length` and `diameter` in µm.
    ///
    /// # Errors
    ///
    /// If one of them is not > 0, or a parameter out of range.
    pub fn new(length: f64, diameter: f64, params: CableParams) -> Result<Cylinder> {
        Allowed::Positive.check("length", "µm", length)?;
        Allowed::Positive.check("diameter", "µm", diameter)?;
        params.check()?;
        Ok(Cylinder { length, diameter, params })
    }

    /// Length constant λ = √(d/(4 R_i g_l)), µm.
    pub fn length_constant(&self) -> f64 {
        let p = self.params;
        // A stretch x has the leak 1e-5 g π d x µS and the axial resistance 1e-2 R_i x/(π d²/4) MΩ; at x = λ their
        // product is 1.
        (self.diameter / (4.0 * AXIAL * PER_AREA * p.axial_resistivity * p.g_leak)).sqrt()
    }

    /// Electrotonic length L = l/λ.
    pub fn electrotonic_length(&self) -> f64 {
        self.length / self.length_constant()
    }

    /// Input resistance of a cylinder that is infinitely long in both directions, R∞/2, MΩ.
    pub fn infinite_resistance(&self) -> f64 {
        0.5 * self.semi_infinite_resistance()
    }

    /// Input resistance at the end of a cylinder that is infinitely long in one direction,
    /// R∞ = R_i λ/(π d²/4) = (2/π) √(R_i/g_l) d^(−3/2), MΩ.
    pub fn semi_infinite_resistance(&self) -> f64 {
        let section = 0.25 * PI * self.diameter * self.diameter;
        AXIAL * self.params.axial_resistivity * self.length_constant() / section
    }

    /// Input resistance at one end when the other is sealed, R∞ coth L, MΩ.
    pub fn sealed_resistance(&self) -> f64 {
        self.semi_infinite_resistance() / self.electrotonic_length().tanh()
    }

    /// Input resistance at one end when the other is killed, that is held at rest: R∞ tanh L, MΩ.
    pub fn killed_resistance(&self) -> f64 {
        self.semi_infinite_resistance() * self.electrotonic_length().tanh()
    }

    /// Transfer resistance between the points `x` and `y` (µm) of a cylinder with both ends sealed, MΩ; with x = y the
    /// input resistance there. With x ≤ y it is R∞ cosh(x/λ) cosh((l − y)/λ)/sinh L; points outside count as the
    /// nearer end.
    pub fn transfer_resistance(&self, x: f64, y: f64) -> f64 {
        let place = |x: f64| x.clamp(0.0, self.length) / self.length_constant();
        let (near, far) = (place(x.min(y)), place(x.max(y)));
        let l = self.electrotonic_length();
        // cosh and sinh with e^(far − near) taken out, which leaves nothing to overflow in a long cylinder.
        let open = |x: f64| 1.0 + (-2.0 * x).exp();
        self.semi_infinite_resistance() * 0.5 * (near - far).exp() * open(near) * open(l - far) / -(-2.0 * l).exp_m1()
    }

    /// How many times larger a constant potential is at its source, at one end, than at the other, sealed end: cosh L.
    pub fn sealed_attenuation(&self) -> f64 {
        self.electrotonic_length().cosh()
    }

    /// The potential at `x` (µm) over the potential at x = 0, where it is held constant, with a sealed end at x = l:
    /// cosh((l − x)/λ)/cosh L.
    pub fn sealed_profile(&self, x: f64) -> f64 {
        let (l, x) = (self.electrotonic_length(), x / self.length_constant());
        (-x).exp() * (1.0 + (2.0 * (x - l)).exp()) / (1.0 + (-2.0 * l).exp())
    }

    /// The same with a killed end at x = l: sinh((l − x)/λ)/sinh L.
    pub fn killed_profile(&self, x: f64) -> f64 {
        let (l, x) = (self.electrotonic_length(), x / self.length_constant());
        (-x).exp() * (2.0 * (x - l)).exp_m1() / (-2.0 * l).exp_m1()
    }

    /// The same for an infinitely long cylinder: e^(−|x|/λ).
    pub fn infinite_profile(&self, x: f64) -> f64 {
        (-x.abs() / self.length_constant()).exp()
    }

    /// The potential (mV) at a distance `x` (µm) and a time `t` (ms) after a charge of 1 pC = 1 nA·ms was put on one
    /// point of an infinitely long cylinder: Green's function of the cable equation,
    ///
    /// ```text
    /// G(x, t) = 1/(C π d λ √(4π t/τ)) · exp(−(x/λ)²/(4 t/τ) − t/τ)        0 for t ≤ 0
    /// ```
    pub fn greens_function(&self, x: f64, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let lambda = self.length_constant();
        let (x, t) = (x / lambda, t / self.params.time_constant());
        let spread = (-x * x / (4.0 * t) - t).exp() / (4.0 * PI * t).sqrt();
        spread / (self.capacitance_per_length() * lambda)
    }

    /// The potential (mV) at `y` (µm) a time `t` (ms) after a current of 1 nA began to flow into the point `x` (µm) of
    /// a cylinder with both ends sealed: a series of cosines, each with its own time constant,
    ///
    /// ```text
    /// V(t) = 1/(C π d l) Σ_k w_k cos(kπ x/l) cos(kπ y/l) τ_k (1 − e^(−t/τ_k))
    /// w_0 = 1, w_k = 2,  τ_k = τ/(1 + (kπ/L)²)
    /// ```
    ///
    /// The slowly converging part of it, the one without t, is [`Cylinder::transfer_resistance`].
    pub fn step_response(&self, x: f64, y: f64, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let l = self.electrotonic_length();
        let tau = self.params.time_constant();
        let wave = |k: f64, x: f64| (k * PI * x / self.length).cos();
        let mut remaining = 0.0;
        for k in 0..1_000_000 {
            let k = f64::from(k);
            let rate = (1.0 + (k * PI / l).powi(2)) / tau;
            let weight = if k == 0.0 { 1.0 } else { 2.0 };
            let size = weight * (-rate * t).exp() / rate;
            remaining += size * wave(k, x) * wave(k, y);
            if size < 1e-17 * tau {
                break;
            }
        }
        let charge = self.capacitance_per_length() * self.length;
        self.transfer_resistance(x, y) - remaining / charge
    }

    /// C π d, nF/µm.
    fn capacitance_per_length(&self) -> f64 {
        PER_AREA * self.params.capacitance * PI * self.diameter
    }
}

/// The diameter (µm) of the one cylinder that takes the place of several of these diameters where they begin, by Rall's
/// 3/2 law (1959):
///
/// ```text
/// D^(3/2) = Σ d^(3/2)
/// ```
///
/// Because the input conductance of a cylinder goes with d^(3/2), a dendrite whose branches obey the law at every fork,
/// and whose tips are all at the same electrotonic distance, acts on its root like a single cylinder with the stem's
/// diameter: its *equivalent cylinder*.
///
/// ```
/// use neurocomp::cable::equivalent_diameter;
///
/// // Two equal daughters of a stem of 4 µm.
/// let daughter = 4.0 / 2.0_f64.powf(2.0 / 3.0);
/// assert!((equivalent_diameter(&[daughter, daughter])? - 4.0).abs() < 1e-12);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If a diameter is not > 0, or there is none.
pub fn equivalent_diameter(diameters: &[f64]) -> Result<f64> {
    Allowed::Positive.check_all("diameters", "µm", diameters)?;
    let sum: f64 = diameters.iter().map(|d| d.powf(1.5)).sum();
    Allowed::Positive.check("sum of diameters", "µm", sum.powf(2.0 / 3.0))
}
