//! Bifurcation diagrams: the fixed points as a parameter changes.

use ndarray::Array1;

use super::{Population, PopulationParams, PopulationStability};
use crate::Result;
use crate::error::check_count;
use crate::language::choose;
use crate::parameter::Allowed;
use crate::rate::transfer::Transfer;
use crate::root::{bisect, sign};
use crate::summary::summary;
use crate::time_step::MAX_SAMPLES;

/// A curve of fixed points of the same stability.
#[derive(Clone, PartialEq)]
pub struct PopulationBranch {
    /// What becomes of rates close to it.
    pub stability: PopulationStability,
    /// The input I_ext (nA) or the weight w (nA/Hz), along the curve.
    pub parameter: Array1<f64>,
    /// The fixed point there, Hz.
    pub r: Array1<f64>,
}

/// Where a stable and an unstable fixed point meet and vanish.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SaddleNode {
    /// The input I_ext (nA) or the weight w (nA/Hz).
    pub parameter: f64,
    /// The rate, Hz.
    pub r: f64,
}

/// The fixed points over a range of inputs or weights. To draw it, draw each of its branches as a curve.
#[derive(Clone, PartialEq)]
pub struct BifurcationDiagram {
    /// The branches, in the order in which one goes along the curve of fixed points.
    pub branches: Vec<PopulationBranch>,
    /// The saddle-nodes in the range.
    pub saddle_nodes: Vec<SaddleNode>,
}

summary!(PopulationBranch, |branch| format!("{:?}, {} points", branch.stability, branch.r.len()));

summary!(BifurcationDiagram, |diagram| {
    let stable = diagram.branches.iter().filter(|b| b.stability == PopulationStability::Stable).count();
    let (all, meet) = (diagram.branches.len(), &diagram.saddle_nodes);
    let branches = choose(format!("{all} branches, {stable} stable"), format!("{all} branches, dont {stable} stables"));
    format!("{branches}, saddle_nodes: {meet:?}")
});

impl Population {
    /// The bifurcation diagram in the input, from `i_low` to `i_high` (nA), sampled at about `points` places.
    ///
    /// No continuation is needed. With x = I_ext + w r, a fixed point is r = Φ(x): the fixed points are the curve
    ///
    /// ```text
    /// I_ext = x − w Φ(x),   r = Φ(x)
    /// ```
    ///
    /// stable where I_ext grows with x, and with its saddle-nodes at the turning points Φ'(x) = 1/w.
    ///
    /// # Errors
    ///
    /// If the ends are not finite and in order, if there are fewer than 2 points, or if the transfer function has no
    /// largest value.
    ///
    /// ```
    /// use neurocomp::rate::population::{Population, PopulationParams};
    ///
    /// let diagram = Population::new(PopulationParams::default())?.diagram_in_input(-50.0, 30.0, 400)?;
    /// assert_eq!(diagram.branches.len(), 3); // low, unstable, high
    /// let [off, on] = [diagram.saddle_nodes[1].parameter, diagram.saddle_nodes[0].parameter];
    /// assert!(off < -30.0 && on > 0.0); // the switch turns off and on
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn diagram_in_input(&self, i_low: f64, i_high: f64, points: usize) -> Result<BifurcationDiagram> {
        self.check_range(("i_low", "i_high"), "nA", (i_low, i_high), points)?;
        let PopulationParams { w, transfer, .. } = self.params;
        let ends = self.ends((i_low, w), (i_high, w));
        let turns = if w > 0.0 { transfer.slope_inputs(1.0 / w) } else { Vec::new() };
        Ok(trace(&transfer, ends, &turns, (i_low, i_high), points, |x| x - w * transfer.rate(x)))
    }

    /// The bifurcation diagram in the weight, from `w_low` to `w_high` (nA/Hz), at the input `i_ext` (nA), sampled at
    /// about `points` places. The weight of the parameters is not used.
    ///
    /// Here the curve of fixed points is w = (x − I_ext)/Φ(x), r = Φ(x), and its turning points, the saddle-nodes, are
    /// the zeros of h(x) = Φ(x) − (x − I_ext) Φ'(x), which is monotone between I_ext and the inflections of Φ. An input
    /// below the threshold of Φ adds the fixed point r = 0, which no weight takes away.
    ///
    /// # Errors
    ///
    /// As for [`Population::diagram_in_input`]; and if Φ can be negative.
    pub fn diagram_in_weight(&self, i_ext: f64, w_low: f64, w_high: f64, points: usize) -> Result<BifurcationDiagram> {
        Allowed::Finite.check("i_ext", "nA", i_ext)?;
        self.check_range(("w_low", "w_high"), "nA/Hz", (w_low, w_high), points)?;
        let transfer = self.params.transfer;
        Allowed::NotNegative.check("transfer.lowest()", "Hz", transfer.lowest())?;
        let mut ends = self.ends((i_ext, w_low), (i_ext, w_high));
        let silent = matches!(transfer, Transfer::ThresholdLinear(f) if i_ext <= f.i_thresh);
        if silent {
            ends.0 = transfer.inflections()[0].next_up();
        }
        let turns = turns_in_weight(&transfer, i_ext, ends);
        let weight = |x: f64| (x - i_ext) / transfer.rate(x);
        let mut diagram = trace(&transfer, ends, &turns, (w_low, w_high), points, weight);
        if silent {
            let silent = PopulationBranch {
                stability: PopulationStability::Stable,
                parameter: Array1::from(vec![w_low, w_high]),
                r: Array1::zeros(2),
            };
            diagram.branches.insert(0, silent);
        }
        Ok(diagram)
    }

    fn check_range(
        &self,
        names: (&'static str, &'static str),
        unit: &'static str,
        (low, high): (f64, f64),
        points: usize,
    ) -> Result<()> {
        Allowed::Finite.check(names.0, unit, low)?;
        Allowed::Above(names.0, low).check(names.1, unit, high)?;
        check_count("points", 2, MAX_SAMPLES, points)?;
        if self.params.transfer.highest().is_infinite() {
            return Err(crate::rate::error::unbounded("transfer"));
        }
        Ok(())
    }

    /// x = I_ext + w r at the lowest fixed point of the first (input, weight) and the highest of the second. Since more
    /// input or weight only raises the lowest and the highest fixed point, all x of the diagram lie between.
    fn ends(&self, low: (f64, f64), high: (f64, f64)) -> (f64, f64) {
        let points = |(i_ext, w): (f64, f64)| {
            let params = PopulationParams { w, ..self.params };
            let points = Population { params }.points(i_ext);
            points.into_iter().map(move |point| i_ext + w * point.r)
        };
        let lowest = points(low).fold(f64::INFINITY, f64::min);
        let highest = points(high).fold(f64::NEG_INFINITY, f64::max);
        (lowest, highest)
    }
}

/// The zeros of h(x) = Φ(x) − (x − I) Φ'(x) between the ends where Φ > 0, jumps of sign at corners of Φ included.
fn turns_in_weight(transfer: &Transfer, i_ext: f64, ends: (f64, f64)) -> Vec<f64> {
    let h = |x: f64| transfer.rate(x) - (x - i_ext) * transfer.derivative(x);
    if ends.0 >= ends.1 {
        return Vec::new();
    }
    let mut nodes = transfer.inflections();
    nodes.push(i_ext);
    nodes.retain(|&x| x > ends.0 && x < ends.1);
    nodes.extend([ends.0, ends.1]);
    nodes.sort_by(f64::total_cmp);
    nodes.dedup();
    let mut turns = Vec::new();
    for k in 1..nodes.len() {
        // Just inside the interval, since the derivative may jump at its ends.
        let (low, high) = (nodes[k - 1].next_up(), nodes[k].next_down());
        if k > 1 && sign(h(nodes[k - 1].next_down())) * sign(h(low)) < 0 {
            turns.push(nodes[k - 1]);
        }
        if low < high && sign(h(low)) * sign(h(high)) < 0 {
            turns.push(bisect(h, low, high));
        }
    }
    turns.retain(|&x| transfer.rate(x) > 0.0);
    turns
}

/// Follows the curve (parameter(x), Φ(x)) from one end to the other and cuts it at its turning points.
fn trace(
    transfer: &Transfer,
    ends: (f64, f64),
    turns: &[f64],
    range: (f64, f64),
    points: usize,
    parameter: impl Fn(f64) -> f64,
) -> BifurcationDiagram {
    if ends.0 >= ends.1 {
        return BifurcationDiagram { branches: Vec::new(), saddle_nodes: Vec::new() };
    }
    let mut cuts: Vec<f64> = turns.iter().copied().filter(|&x| x > ends.0 && x < ends.1).collect();
    let all = samples(transfer, ends, points);
    let inside = |x: f64| (range.0..=range.1).contains(&parameter(x));
    let saddle_nodes = cuts
        .iter()
        .filter(|&&x| inside(x))
        .map(|&x| SaddleNode { parameter: parameter(x), r: transfer.rate(x) })
        .collect();
    cuts.insert(0, ends.0);
    cuts.push(ends.1);
    let branches = cuts
        .windows(2)
        .filter_map(|cut| {
            let (low, high) = (cut[0], cut[1]);
            let mut x: Vec<f64> = all.iter().copied().filter(|&x| x > low && x < high).collect();
            x.insert(0, low);
            x.push(high);
            clip(&mut x, range, &parameter);
            let stability = match sign(parameter(*x.last()?) - parameter(*x.first()?)) {
                1 => PopulationStability::Stable,
                -1 => PopulationStability::Unstable,
                _ => PopulationStability::Neutral,
            };
            Some(PopulationBranch {
                stability,
                parameter: x.iter().map(|&x| parameter(x).clamp(range.0, range.1)).collect(),
                r: x.iter().map(|&x| transfer.rate(x)).collect(),
            })
        })
        .collect();
    BifurcationDiagram { branches, saddle_nodes }
}

/// Leaves of a monotone piece of the curve what lies within the range, cut exactly at its ends.
fn clip(x: &mut Vec<f64>, range: (f64, f64), parameter: &impl Fn(f64) -> f64) {
    let whole = (x[0], x[x.len() - 1]);
    let values = (parameter(whole.0), parameter(whole.1));
    let slack = 1e-9 * (range.1 - range.0);
    let mut edges = Vec::new();
    for limit in [range.0, range.1] {
        if sign(values.0 - limit) * sign(values.1 - limit) < 0 {
            edges.push(bisect(|x| parameter(x) - limit, whole.0, whole.1));
        }
    }
    x.extend(edges);
    x.sort_by(f64::total_cmp);
    x.dedup();
    x.retain(|&x| parameter(x) >= range.0 - slack && parameter(x) <= range.1 + slack);
    if x.len() < 2 {
        x.clear();
    }
}

/// Half of the points evenly along x, half evenly along the rate: the curve is steep here in one, there in the other.
fn samples(transfer: &Transfer, (low, high): (f64, f64), points: usize) -> Vec<f64> {
    let half = points.div_ceil(2).max(2);
    let fraction = |k: usize| k as f64 / (half - 1) as f64;
    let (r_low, r_high) = (transfer.rate(low), transfer.rate(high));
    let mut x: Vec<f64> = (0..half).map(|k| low + (high - low) * fraction(k)).collect();
    x.extend((0..half).filter_map(|k| transfer.inverse(r_low + (r_high - r_low) * fraction(k))));
    x.extend(transfer.inflections());
    x.sort_by(f64::total_cmp);
    x.dedup();
    x
}
