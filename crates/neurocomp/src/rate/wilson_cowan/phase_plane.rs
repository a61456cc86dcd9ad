//! What a phase portrait is drawn from.

use ndarray::{Array1, Array2, ArrayRef1};

use super::WilsonCowan;
use crate::Result;
use crate::error::check_count;
use crate::limits::check_values;
use crate::parameter::Allowed;
use crate::summary::summary;
use crate::time_step::MAX_SAMPLES;

/// A curve in the plane of E and I on which one of both does not change.
#[derive(Clone, PartialEq)]
pub struct WilsonCowanNullcline {
    /// Excitatory activity along the curve.
    pub e: Array1<f64>,
    /// Inhibitory activity along the curve.
    pub i: Array1<f64>,
}

summary!(WilsonCowanNullcline, |curve| format!("{} points", curve.e.len()));

/// The flow on a grid: rows are values of I, columns values of E, as in a picture with E to the right.
#[derive(Clone, PartialEq)]
pub struct WilsonCowanField {
    /// Excitatory activity of each column.
    pub e: Array1<f64>,
    /// Inhibitory activity of each row.
    pub i: Array1<f64>,
    /// dE/dt, 1/ms; shape (values of I, values of E).
    pub de_dt: Array2<f64>,
    /// dI/dt, 1/ms; shape (values of I, values of E).
    pub di_dt: Array2<f64>,
}

summary!(WilsonCowanField, |field| format!("{} × {} arrows", field.i.len(), field.e.len()));

impl WilsonCowan {
    /// The nullcline of E, `points` of them. With u the argument of Φ_e, dE/dt = 0 says E = Φ_e(u)/(1 + ρ_e Φ_e(u)),
    /// and then u = w_ee E − w_ei I + P gives I: the curve is followed along u. It leaves the range of I above and
    /// below.
    ///
    /// # Errors
    ///
    /// If there are fewer than 2 points, or more than [`MAX_SAMPLES`]; if w_ei = 0, so that dE/dt does not depend on I.
    pub fn e_nullcline(&self, points: usize) -> Result<WilsonCowanNullcline> {
        check_count("points", 2, MAX_SAMPLES, points)?;
        let p = self.params;
        Allowed::Positive.check("w_ei", "", p.w_ei)?;
        let (e, i) = (self.range_e(), self.range_i());
        let (low, high) = (self.drive_e(e.0, i.1), self.drive_e(e.1, i.0));
        let u = Array1::linspace(low, high, points);
        let e = u.mapv(|u| {
            let rate = p.transfer_e.rate(u);
            rate / (1.0 + p.refractory_e * rate)
        });
        let i = (p.w_ee * &e + p.input_e - u) / p.w_ei;
        Ok(WilsonCowanNullcline { e, i })
    }

    /// The nullcline of I: the I with dI/dt = 0 for `points` values of E over its range.
    ///
    /// # Errors
    ///
    /// If there are fewer than 2 points, or more than [`MAX_SAMPLES`].
    pub fn i_nullcline(&self, points: usize) -> Result<WilsonCowanNullcline> {
        check_count("points", 2, MAX_SAMPLES, points)?;
        let (low, high) = self.range_e();
        let e = Array1::linspace(low, high, points);
        let i = e.mapv(|e| self.steady_i(e));
        Ok(WilsonCowanNullcline { e, i })
    }

    /// The flow at each combination of `e` and `i`.
    ///
    /// # Errors
    ///
    /// If an array is empty or a number not finite.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};
    ///
    /// let model = WilsonCowan::new(WilsonCowanParams::default())?;
    /// let field = model.vector_field(&Array1::linspace(0.0, 0.5, 20), &Array1::linspace(0.0, 0.4, 15))?;
    /// assert_eq!(field.de_dt.dim(), (15, 20));
    /// assert_eq!((field.de_dt[[3, 7]], field.di_dt[[3, 7]]), model.slope(field.e[7], field.i[3]));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn vector_field(&self, e: &ArrayRef1<f64>, i: &ArrayRef1<f64>) -> Result<WilsonCowanField> {
        Allowed::Finite.check_list("e", "", e)?;
        Allowed::Finite.check_list("i", "", i)?;
        check_values("e.len() · i.len()", e.len() as f64 * i.len() as f64)?;
        let shape = (i.len(), e.len());
        Ok(WilsonCowanField {
            de_dt: Array2::from_shape_fn(shape, |(row, column)| self.slope(e[column], i[row]).0),
            di_dt: Array2::from_shape_fn(shape, |(row, column)| self.slope(e[column], i[row]).1),
            e: e.to_owned(),
            i: i.to_owned(),
        })
    }
}
