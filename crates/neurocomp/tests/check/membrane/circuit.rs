//! Exercises 1 and 2.

use neurocomp::check::membrane;

use super::{names, passes};

mod nernst_potential {
    use super::*;

    const R: f64 = 8.314_462_618;
    const F: f64 = 96_485.332_12;

    fn volts(celsius: f64) -> f64 {
        R * (celsius + 273.15) / F
    }

    #[test]
    fn right() {
        // Also with the constants to four digits, and with a difference of logarithms.
        passes(membrane::nernst_potential(|z, outside, inside, celsius| {
            1000.0 * 8.314 * (celsius + 273.15) / 96_485.0 / f64::from(z) * (outside / inside).ln()
        }));
        passes(membrane::nernst_potential(|z, outside, inside, celsius| {
            1000.0 * volts(celsius) * (outside.ln() - inside.ln()) / f64::from(z)
        }));
    }

    #[test]
    fn units() {
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                volts(celsius) / f64::from(z) * (outside / inside).ln()
            }),
            &["this is in volts", "outside = 12 mM", "mV"],
        );
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * R * celsius / F / f64::from(z) * (outside / inside).ln()
            }),
            &["in kelvin", "celsius = 30 °C"],
        );
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * R * (celsius + 273.0) / F / f64::from(z) * (outside / inside).ln()
            }),
            &["0 °C is 273.15 K"],
        );
    }

    #[test]
    fn valence() {
        names(
            membrane::nernst_potential(|_, outside, inside, celsius| 1000.0 * volts(celsius) * (outside / inside).ln()),
            &["valence is missing", "valence = `2`"],
        );
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * volts(celsius) * f64::from(z) * (outside / inside).ln()
            }),
            &["multiplied by the valence"],
        );
        // The absolute value of the charge does for cations, and not for chloride.
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * volts(celsius) / f64::from(z.abs()) * (outside / inside).ln()
            }),
            &["with its sign", "valence = `-1`"],
        );
    }

    #[test]
    fn logarithm() {
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * volts(celsius) / f64::from(z) * (inside / outside).ln()
            }),
            &["inside and outside are exchanged"],
        );
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * volts(celsius) / f64::from(z) * (outside / inside).log10()
            }),
            &["base 10"],
        );
        names(
            membrane::nernst_potential(|z, outside, inside, celsius| {
                1000.0 * R * (celsius + 273.15) / f64::from(z) * F * (outside / inside).ln()
            }),
            &["instead of divided"],
        );
    }

    #[test]
    fn nan_is_explained() {
        names(membrane::nernst_potential(|_, _, _, _| f64::NAN), &["NaN is"]);
    }
}

mod circuit_potential {
    use super::*;

    fn weighted(g: &[f64], e: &[f64]) -> f64 {
        g.iter().zip(e).map(|(g, e)| g * e).sum()
    }

    fn total(g: &[f64]) -> f64 {
        g.iter().sum()
    }

    #[test]
    fn right() {
        passes(membrane::circuit_potential(|g, e, i| (weighted(g, e) + i) / total(g)));
    }

    #[test]
    fn not_divided_as_it_should() {
        names(
            membrane::circuit_potential(|g, e, i| weighted(g, e) + i),
            &["this is a current", "conductances = `&[0.4, 6.5, 0.7]`"],
        );
        names(membrane::circuit_potential(|g, e, i| (weighted(g, e) + i) / g.len() as f64), &["number of batteries"]);
        names(membrane::circuit_potential(|_, e, _| total(e) / e.len() as f64), &["plain mean"]);
    }

    #[test]
    fn current() {
        names(
            membrane::circuit_potential(|g, e, _| weighted(g, e) / total(g)),
            &["injected current is missing", "current = 18 µA/cm²"],
        );
        names(
            membrane::circuit_potential(|g, e, i| weighted(g, e) / total(g) + i),
            &["a potential and a current are added"],
        );
        names(membrane::circuit_potential(|g, e, i| (weighted(g, e) - i) / total(g)), &["sign of the current"]);
    }

    #[test]
    fn resistances_for_conductances() {
        names(
            membrane::circuit_potential(|g, e, _| {
                let r: Vec<f64> = g.iter().map(|g| 1.0 / g).collect();
                weighted(&r, e) / total(&r)
            }),
            &["not resistances"],
        );
    }
}
