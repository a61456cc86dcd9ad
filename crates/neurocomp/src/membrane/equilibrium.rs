//! Where membrane potentials come from: ions inside and outside the cell.
//!
//! Ions of one kind diffuse through their channels from where they are many to where they are few, until the potential
//! that their charge builds up holds them back. This happens at the potential of Nernst:
//!
//! ```text
//! E = (k T/(z e)) ln(c_out/c_in) = (R T/(z F)) ln(c_out/c_in)
//! ```
//!
//! If a membrane lets several kinds of ions through, with permeabilities P, the potential lies between theirs. For
//! ions with one charge (z = ±1) that cross the membrane independently in a constant field, it is the potential of
//! Goldman, Hodgkin and Katz:
//!
//! ```text
//!            R T     Σ_cations P c_out + Σ_anions P c_in
//! V_rest  =  --- ln ------------------------------------
//!             F      Σ_cations P c_in + Σ_anions P c_out
//! ```
//!
//! | symbol | meaning | in the code | unit |
//! | --- | --- | --- | --- |
//! | c_out, c_in | concentrations | `outside`, `inside` | mM |
//! | z | charges of an ion, with its sign | `valence` | |
//! | P | permeability, relative to any one ion's | `permeability` | |
//! | T | temperature | `celsius` | °C |
//! | R T/F | thermal voltage, 25.3 mV at 20 °C | [`thermal_voltage`] | mV |
//!
//! R = 8.314 462 618 J/(mol K) and F = 96 485.332 12 C/mol (CODATA 2018).
//!
//! # Example
//!
//! The giant axon of the squid, concentrations of Kandel *et al.*, permeabilities of Hodgkin & Katz (1949):
//!
//! ```
//! use neurocomp::membrane::equilibrium::{Ion, goldman_hodgkin_katz, nernst};
//!
//! let celsius = 20.0;
//! let e_k = nernst(1, 20.0, 400.0, celsius)?;
//! assert!((e_k - -75.7).abs() < 0.1);
//!
//! let potassium = Ion { valence: 1, permeability: 1.0, outside: 20.0, inside: 400.0 };
//! let sodium = Ion { valence: 1, permeability: 0.04, outside: 440.0, inside: 50.0 };
//! let chloride = Ion { valence: -1, permeability: 0.45, outside: 560.0, inside: 52.0 };
//! let rest = goldman_hodgkin_katz(&[potassium, sodium, chloride], celsius)?;
//! assert!((rest - -60.0).abs() < 0.5);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - D. E. Goldman, *J. Gen. Physiol.* 27, 37 (1943), doi:10.1085/jgp.27.1.37.
//! - A. L. Hodgkin & B. Katz, *J. Physiol.* 108, 37 (1949), doi:10.1113/jphysiol.1949.sp004310.
//! - E. R. Kandel, J. H. Schwartz, T. M. Jessell, S. A. Siegelbaum & A. J. Hudspeth, *Principles of Neural Science*,
//!   5th ed., McGraw-Hill 2013, chapter 6: concentrations and potentials of the squid axon.

use crate::parameter::Allowed;
use crate::{Error, Result};

/// Molar gas constant, J/(mol K).
const GAS_CONSTANT: f64 = 8.314_462_618;
/// Faraday's constant, C/mol.
const FARADAY: f64 = 96_485.332_12;
/// 0 °C in kelvin.
const ZERO_CELSIUS: f64 = 273.15;

/// A kind of ion that crosses the membrane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ion {
    /// Charges z of one ion, with their sign: 1 for potassium, −1 for chloride.
    pub valence: i32,
    /// Permeability P of the membrane for it, relative to any one ion's; ≥ 0.
    pub permeability: f64,
    /// Concentration outside the cell, mM; > 0.
    pub outside: f64,
    /// Concentration inside the cell, mM; > 0.
    pub inside: f64,
}

/// The thermal voltage R T/F at a temperature (°C), mV.
///
/// # Errors
///
/// If `celsius` is not above absolute zero.
pub fn thermal_voltage(celsius: f64) -> Result<f64> {
    Allowed::Above("absolute zero", -ZERO_CELSIUS).check("celsius", "°C", celsius)?;
    Allowed::Finite.check("R T / F", "mV", 1000.0 * GAS_CONSTANT * (celsius + ZERO_CELSIUS) / FARADAY)
}

/// The potential of Nernst (R T/(z F)) ln(c_out/c_in) of an ion with `valence` charges, from its concentrations
/// `outside` and `inside` (mM), mV.
///
/// # Errors
///
/// If `valence` is 0, a concentration is not > 0, or `celsius` not above absolute zero.
pub fn nernst(valence: i32, outside: f64, inside: f64, celsius: f64) -> Result<f64> {
    if valence == 0 {
        return Err(Error::text(
            "valence must not be 0: a particle without charge has no equilibrium potential",
            "valence ne doit pas être 0 : une particule sans charge n’a pas de potentiel d’équilibre",
        ));
    }
    Allowed::Positive.check("outside", "mM", outside)?;
    Allowed::Positive.check("inside", "mM", inside)?;
    // A difference of logarithms, because a quotient could be too large.
    let potential = thermal_voltage(celsius)? / f64::from(valence) * (outside.ln() - inside.ln());
    Allowed::Finite.check("R T / (z F) · ln(outside / inside)", "mV", potential)
}

/// The potential of Goldman, Hodgkin and Katz at which all these ions together carry no current, mV. Only the ratios
/// of the permeabilities matter.
///
/// # Errors
///
/// If an ion has a valence other than ±1 (for others there is no such formula), a concentration that is not > 0 or a
/// permeability that is not ≥ 0; if no ion can pass; or if `celsius` is not above absolute zero.
pub fn goldman_hodgkin_katz(ions: &[Ion], celsius: f64) -> Result<f64> {
    let (mut above, mut below) = (0.0, 0.0);
    for (index, ion) in ions.iter().enumerate() {
        let name = |field: &str| format!("ions[{index}].{field}");
        Allowed::NotNegative.check(&name("permeability"), "", ion.permeability)?;
        Allowed::Positive.check(&name("outside"), "mM", ion.outside)?;
        Allowed::Positive.check(&name("inside"), "mM", ion.inside)?;
        // The current of anions flows against their motion, so that inside and outside change roles.
        let (upper, lower) = match ion.valence {
            1 => (ion.outside, ion.inside),
            -1 => (ion.inside, ion.outside),
            received => {
                return Err(Error::text(
                    format!("ions[{index}].valence must be 1 or -1, received {received}"),
                    format!("ions[{index}].valence doit être 1 ou -1, reçu {received}"),
                ));
            }
        };
        above += ion.permeability * upper;
        below += ion.permeability * lower;
    }
    if !(above > 0.0 && below > 0.0) {
        return Err(Error::text(
            "at least 1 ion must have a permeability > 0, received none",
            "au moins 1 ion doit avoir une perméabilité > 0, reçu aucun",
        ));
    }
    for sum in [above, below] {
        Allowed::Finite.check("sum of permeability * concentration", "mM", sum)?;
    }
    Ok(thermal_voltage(celsius)? * (above.ln() - below.ln()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squid_axon_has_the_potentials_of_the_textbook() {
        // Kandel et al., Principles of Neural Science, table 6-1: E_K = -75, E_Na = +55, E_Cl = -60 mV.
        for (valence, outside, inside, textbook) in
            [(1, 20.0, 400.0, -75.0), (1, 440.0, 50.0, 55.0), (-1, 560.0, 52.0, -60.0)]
        {
            let e = nernst(valence, outside, inside, 20.0).unwrap();
            assert!((e - textbook).abs() < 1.0, "{e} for {textbook}");
        }
    }

    #[test]
    fn ten_times_more_ions_make_58_millivolt() {
        // The slope of the textbook, 58 mV per decade at 20 °C for one charge and 29 mV for two.
        assert!((nernst(1, 10.0, 1.0, 20.0).unwrap() - 58.17).abs() < 0.01);
        assert!((nernst(2, 10.0, 1.0, 20.0).unwrap() - 29.08).abs() < 0.01);
        assert!((thermal_voltage(25.0).unwrap() - 25.693).abs() < 1e-3); // kT/e of the tables at 298.15 K
    }

    fn squid(sodium_permeability: f64) -> [Ion; 3] {
        let ion = |valence, permeability, outside, inside| Ion { valence, permeability, outside, inside };
        [ion(1, 1.0, 20.0, 400.0), ion(1, sodium_permeability, 440.0, 50.0), ion(-1, 0.45, 560.0, 52.0)]
    }

    #[test]
    fn sodium_permeability_makes_the_spike_of_hodgkin_and_katz() {
        // P_K : P_Na : P_Cl = 1 : 0.04 : 0.45 at rest and 1 : 20 : 0.45 at the peak (Hodgkin & Katz 1949), with the
        // concentrations of Kandel et al.: ln(61/654) and ln(8843.4/1652) times 25.26 mV.
        let rest = goldman_hodgkin_katz(&squid(0.04), 20.0).unwrap();
        let peak = goldman_hodgkin_katz(&squid(20.0), 20.0).unwrap();
        assert!((rest - -59.93).abs() < 0.05, "{rest}");
        assert!((peak - 42.38).abs() < 0.05, "{peak}");
    }

    #[test]
    fn goldman_is_nernst_for_one_ion_and_between_for_several() {
        let ions = squid(0.3);
        let v = goldman_hodgkin_katz(&ions, 6.3).unwrap();
        let mut potentials = Vec::new();
        for ion in ions {
            let e = nernst(ion.valence, ion.outside, ion.inside, 6.3).unwrap();
            assert!((goldman_hodgkin_katz(&[ion], 6.3).unwrap() - e).abs() < 1e-12);
            potentials.push(e);
        }
        let low = potentials.iter().copied().fold(f64::INFINITY, f64::min);
        let high = potentials.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(v > low && v < high);
        // Only ratios of permeabilities matter.
        let doubled = ions.map(|ion| Ion { permeability: 2.0 * ion.permeability, ..ion });
        assert!((goldman_hodgkin_katz(&doubled, 6.3).unwrap() - v).abs() < 1e-12);
    }

    #[test]
    fn no_current_flows_at_the_potential_of_goldman() {
        // The current equation it is derived from: I = P z² u F (c_in − c_out e^(−zu))/(1 − e^(−zu)), u = V F/RT.
        let ions = squid(0.7);
        let u = goldman_hodgkin_katz(&ions, 20.0).unwrap() / thermal_voltage(20.0).unwrap();
        let current = |ion: &Ion| {
            let zu = f64::from(ion.valence) * u;
            ion.permeability * u * (ion.inside - ion.outside * (-zu).exp()) / -(-zu).exp_m1()
        };
        let flows = ions.iter().map(current);
        let total: f64 = flows.clone().sum();
        let largest = flows.map(f64::abs).fold(0.0, f64::max);
        assert!(total.abs() < 1e-12 * largest, "{total} of {largest}");
    }

    #[test]
    fn impossible_ions_are_refused() {
        for (error, said) in [
            (nernst(0, 1.0, 1.0, 20.0).unwrap_err(), "valence must not be 0"),
            (nernst(1, 0.0, 1.0, 20.0).unwrap_err(), "outside must be finite and > 0 mM, received 0"),
            (nernst(1, 1.0, f64::NAN, 20.0).unwrap_err(), "inside must be finite and > 0 mM, received NaN"),
            (
                nernst(1, 1.0, 1.0, -300.0).unwrap_err(),
                "celsius must be finite and > absolute zero (-273.15 °C), received -300",
            ),
            (goldman_hodgkin_katz(&[], 20.0).unwrap_err(), "at least 1 ion"),
            (
                goldman_hodgkin_katz(&[Ion { valence: 2, ..squid(1.0)[0] }], 20.0).unwrap_err(),
                "ions[0].valence must be 1 or -1, received 2",
            ),
            (
                goldman_hodgkin_katz(&[Ion { permeability: -1.0, ..squid(1.0)[0] }], 20.0).unwrap_err(),
                "ions[0].permeability must be finite and >= 0, received -1",
            ),
        ] {
            assert!(error.to_string().contains(said), "{error}");
        }
    }
}
