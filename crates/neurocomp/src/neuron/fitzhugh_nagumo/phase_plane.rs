//! The phase plane: nullclines, vector field, fixed points and their stability.

use nalgebra::Matrix2;
use ndarray::{Array1, Array2, ArrayRef1};

use super::{FitzHughNagumo, NUMBER};
use crate::Result;
use crate::phase_plane::FixedPoint;
use crate::root::bisect;
use crate::summary::{count, range, summary};

/// The two nullclines over an array of potentials.
#[derive(Clone, PartialEq)]
pub struct FitzHughNagumoNullclines {
    /// The potentials V.
    pub v: Array1<f64>,
    /// W where dV/dt = 0: V − V³/3 + I.
    pub dv_dt_zero: Array1<f64>,
    /// W where dW/dt = 0: (V + a)/b.
    pub dw_dt_zero: Array1<f64>,
}

summary!(FitzHughNagumoNullclines, |curves| {
    let [v, dv, dw] = [&curves.v, &curves.dv_dt_zero, &curves.dw_dt_zero].map(|values| range(values, 3));
    let potentials = count(curves.v.len(), "potentials", "potentiels");
    format!("{potentials}, v = {v}, dv_dt_zero = {dv}, dw_dt_zero = {dw}")
});

/// The direction of motion on a grid: one row for each W, one column for each V.
#[derive(Clone, PartialEq)]
pub struct FitzHughNagumoField {
    /// dV/dt.
    pub dv_dt: Array2<f64>,
    /// dW/dt.
    pub dw_dt: Array2<f64>,
}

summary!(FitzHughNagumoField, |field| {
    let (rows, columns) = field.dv_dt.dim();
    let (dv, dw) = (range(&field.dv_dt, 3), range(&field.dw_dt, 3));
    format!("{rows} × {columns} (W × V), dv_dt = {dv}, dw_dt = {dw}")
});

impl FitzHughNagumo {
    /// Both nullclines at each potential of `v`.
    ///
    /// # Errors
    ///
    /// If `v` is empty, or a potential or `current` is outside −1000 to 1000.
    pub fn nullclines(&self, v: &ArrayRef1<f64>, current: f64) -> Result<FitzHughNagumoNullclines> {
        NUMBER.check_list("v", "", v)?;
        NUMBER.check("current", "", current)?;
        Ok(FitzHughNagumoNullclines {
            v: v.to_owned(),
            dv_dt_zero: v.mapv(|v| self.dv_dt(v, 0.0, current)),
            dw_dt_zero: v.mapv(|v| (v + self.params.a) / self.params.b),
        })
    }

    /// dV/dt and dW/dt on the grid of the potentials `v` (columns) and recoveries `w` (rows).
    ///
    /// # Errors
    ///
    /// If an array is empty, or one of its values or `current` is outside −1000 to 1000.
    ///
    /// ```
    /// use neurocomp::ndarray::Array1;
    /// use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
    ///
    /// let neuron = FitzHughNagumo::new(FitzHughNagumoParams::default())?;
    /// let field = neuron.vector_field(&Array1::linspace(-2.0, 2.0, 21), &Array1::linspace(-1.0, 2.0, 11), 0.5)?;
    /// assert_eq!(field.dv_dt.dim(), (11, 21));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn vector_field(&self, v: &ArrayRef1<f64>, w: &ArrayRef1<f64>, current: f64) -> Result<FitzHughNagumoField> {
        NUMBER.check_list("v", "", v)?;
        NUMBER.check_list("w", "", w)?;
        NUMBER.check("current", "", current)?;
        let shape = (w.len(), v.len());
        Ok(FitzHughNagumoField {
            dv_dt: Array2::from_shape_fn(shape, |(row, column)| self.dv_dt(v[column], w[row], current)),
            dw_dt: Array2::from_shape_fn(shape, |(row, column)| self.dw_dt(v[column], w[row])),
        })
    }

    /// The Jacobian matrix at potential `v`: row 1 has the derivatives of dV/dt with respect to V and W, row 2 the derivatives of
    /// dW/dt.
    pub fn jacobian(&self, v: f64) -> Matrix2<f64> {
        let (epsilon, b) = (self.params.epsilon, self.params.b);
        Matrix2::new(1.0 - v * v, -1.0, epsilon, -epsilon * b)
    }

    /// All fixed points under `current`, from low to high V: one, or up to three if b > 1.
    ///
    /// V is a root of a cubic, g(V) = b (V − V³/3 + I) − V − a, which turns only where g′ = 0, at V = ±√(1 − 1/b).
    /// Between these turning points and far outside (where g has the sign of −V) it runs one way and has one root if
    /// its sign changes, otherwise none: no root can be missed. A root at a turning point, where two of them merge,
    /// counts once.
    ///
    /// # Errors
    ///
    /// If `current` is outside −1000 to 1000.
    ///
    /// ```
    /// use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
    ///
    /// let neuron = FitzHughNagumo::new(FitzHughNagumoParams { b: 2.0, a: 0.0, ..Default::default() })?;
    /// let points = neuron.fixed_points(0.0)?;
    /// let printed: Vec<String> = points.iter().map(|p| format!("V = {:.3}: {}", p.v, p.stability)).collect();
    /// assert_eq!(printed, ["V = -1.225: stable focus", "V = 0.000: saddle", "V = 1.225: stable focus"]);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn fixed_points(&self, current: f64) -> Result<Vec<FixedPoint>> {
        NUMBER.check("current", "", current)?;
        let (a, b) = (self.params.a, self.params.b);
        let g = |v: f64| b * self.dv_dt(v, 0.0, current) - v - a;
        // Beyond √3 the cubic V − V³/3 has the sign of −V, and V outweighs the constant b I − a.
        let far = 3.0_f64.sqrt().max((b * current - a).abs()) + 1.0;
        let mut edges = vec![-far];
        if b > 1.0 {
            let turning = (1.0 - 1.0 / b).sqrt();
            edges.extend([-turning, turning]);
        }
        edges.push(far);
        let mut roots: Vec<f64> = edges.iter().copied().filter(|&v| g(v) == 0.0).collect();
        for pair in edges.windows(2) {
            if g(pair[0]) * g(pair[1]) < 0.0 {
                roots.push(bisect(g, pair[0], pair[1]));
            }
        }
        roots.sort_by(f64::total_cmp);
        Ok(roots.into_iter().map(|v| self.fixed_point(v)).collect())
    }

    fn fixed_point(&self, v: f64) -> FixedPoint {
        let jacobian = self.jacobian(v);
        let rows = [[jacobian[(0, 0)], jacobian[(0, 1)]], [jacobian[(1, 0)], jacobian[(1, 1)]]];
        FixedPoint::new(v, (v + self.params.a) / self.params.b, rows)
    }
}
