//! The line w·x + b = 0 in the plane of two inputs, and its two sides.

use ndarray::{Array1, ArrayRef1};

use super::Perceptron;
use crate::error::number;
use crate::summary::summary;
use crate::{Error, Result};

/// A piece of a straight line, from (x\[0\], y\[0\]) to (x\[1\], y\[1\]).
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Horizontal coordinates of the two ends.
    pub x: Array1<f64>,
    /// Vertical coordinates of the two ends.
    pub y: Array1<f64>,
}

/// The corners of an area, in order; the first is not repeated at the end.
#[derive(Clone, PartialEq)]
pub struct Polygon {
    /// Horizontal coordinates of the corners.
    pub x: Array1<f64>,
    /// Vertical coordinates of the corners.
    pub y: Array1<f64>,
}

impl Polygon {
    /// The area; 0 of a polygon without corners.
    pub fn area(&self) -> f64 {
        let n = self.x.len().min(self.y.len());
        let twice: f64 =
            (0..n).map(|k| (k, (k + 1) % n)).map(|(k, l)| self.x[k] * self.y[l] - self.x[l] * self.y[k]).sum();
        0.5 * twice.abs()
    }
}

summary!(Polygon, |polygon| {
    let corners = polygon.x.iter().zip(&polygon.y).map(|(x, y)| format!("({x:.3}, {y:.3})"));
    corners.collect::<Vec<_>>().join(", ")
});

/// A rectangle cut in two by the line of a perceptron.
#[derive(Clone, Debug, PartialEq)]
pub struct HalfPlanes {
    /// Where the answer is +1; without corners if that is nowhere in the rectangle.
    pub positive: Polygon,
    /// Where the answer is −1.
    pub negative: Polygon,
    /// The line between them; `None` if it does not cross the rectangle.
    pub line: Option<Segment>,
}

impl Perceptron {
    /// The distance of a point from the plane, (w·x + b)/|w|: positive on the side where the answer is +1, negative on
    /// the other.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::field`], and if w₁ … w_N are all 0.
    pub fn distance(&self, x: &ArrayRef1<f64>) -> Result<f64> {
        Ok(self.field(x)? / self.norm()?)
    }

    /// The unit vector w/|w|: at a right angle to the plane, towards the side where the answer is +1.
    ///
    /// # Errors
    ///
    /// If w₁ … w_N are all 0.
    pub fn normal(&self) -> Result<Array1<f64>> {
        Ok(self.w() / self.norm()?)
    }

    /// The point of the plane that is nearest to the origin, −b w/|w|²: a good place to draw the normal vector at.
    ///
    /// # Errors
    ///
    /// If w₁ … w_N are all 0.
    pub fn foot(&self) -> Result<Array1<f64>> {
        let norm = self.norm()?;
        Ok(self.w() / norm * (-self.bias() / norm))
    }

    /// The piece of the line w₁ x₁ + w₂ x₂ + b = 0 inside the rectangle from `x_low` to `x_high` and from `y_low` to
    /// `y_high`; `None` if it passes outside.
    ///
    /// ```
    /// use neurocomp::ndarray::array;
    /// use neurocomp::perceptron::Perceptron;
    ///
    /// // x₂ = −2 x₁, the first line of lecture 6.
    /// let line = Perceptron::new(0.0, &array![1.0, 0.5])?.decision_line(-2.0, 2.0, -2.0, 2.0)?.unwrap();
    /// assert_eq!((line.x[0].abs(), line.y[0].abs()), (1.0, 2.0));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there are not two inputs, both weights are 0, or the rectangle has no area.
    pub fn decision_line(&self, x_low: f64, x_high: f64, y_low: f64, y_high: f64) -> Result<Option<Segment>> {
        Ok(self.half_planes(x_low, x_high, y_low, y_high)?.line)
    }

    /// The rectangle from `x_low` to `x_high` and from `y_low` to `y_high`, cut into the part where the answer is +1
    /// and the part where it is −1.
    ///
    /// # Errors
    ///
    /// As for [`Perceptron::decision_line`].
    pub fn half_planes(&self, x_low: f64, x_high: f64, y_low: f64, y_high: f64) -> Result<HalfPlanes> {
        if self.inputs() != 2 {
            return Err(super::error::wrong_inputs(2, self.inputs()));
        }
        for (low, high) in [(x_low, x_high), (y_low, y_high)] {
            // Written so that NaN fails.
            if !((high - low).is_finite() && low < high) {
                let [low, high] = [low, high].map(number);
                return Err(Error::text(
                    format!("a range must be finite and increase, received {low} to {high}"),
                    format!("un intervalle doit être fini et croissant, reçu {low} à {high}"),
                ));
            }
        }
        let (normal, shift) = (self.normal()?, self.bias() / self.norm()?);
        let corners = [[x_low, y_low], [x_high, y_low], [x_high, y_high], [x_low, y_high]];
        let distances = corners.map(|[x, y]| normal[0] * x + normal[1] * y + shift);
        let positive = cut(&corners, &distances, 1.0);
        let negative = cut(&corners, &distances, -1.0);
        Ok(HalfPlanes { line: border(&corners, &distances), positive, negative })
    }
}

/// The part of a convex polygon where side·distance ≥ 0 (Sutherland & Hodgman's clipping with one line); nothing if
/// that is at most an edge.
fn cut(corners: &[[f64; 2]; 4], distances: &[f64; 4], side: f64) -> Polygon {
    let mut kept: Vec<[f64; 2]> = Vec::new();
    if distances.iter().any(|d| side * d > 0.0) {
        for k in 0..4 {
            let next = (k + 1) % 4;
            if side * distances[k] >= 0.0 {
                kept.push(corners[k]);
            }
            if distances[k] * distances[next] < 0.0 {
                kept.push(crossing(corners, distances, k, next));
            }
        }
    }
    Polygon { x: kept.iter().map(|p| p[0]).collect(), y: kept.iter().map(|p| p[1]).collect() }
}

/// The two points where the line meets the border of the rectangle.
fn border(corners: &[[f64; 2]; 4], distances: &[f64; 4]) -> Option<Segment> {
    let mut ends: Vec<[f64; 2]> = Vec::new();
    for k in 0..4 {
        let next = (k + 1) % 4;
        if distances[k] == 0.0 {
            ends.push(corners[k]);
        } else if distances[k] * distances[next] < 0.0 {
            ends.push(crossing(corners, distances, k, next));
        }
    }
    match ends[..] {
        [a, b] => Some(Segment { x: Array1::from(vec![a[0], b[0]]), y: Array1::from(vec![a[1], b[1]]) }),
        // It misses the rectangle, or touches one corner.
        _ => None,
    }
}

fn crossing(corners: &[[f64; 2]; 4], distances: &[f64; 4], from: usize, to: usize) -> [f64; 2] {
    let fraction = distances[from] / (distances[from] - distances[to]);
    let between = |axis: usize| corners[from][axis] + fraction * (corners[to][axis] - corners[from][axis]);
    [between(0), between(1)]
}
