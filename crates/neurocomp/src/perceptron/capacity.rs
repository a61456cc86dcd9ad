//! How many random examples a perceptron can learn.
//!
//! P points in general position in N dimensions (no N of them in a plane through the origin) can be divided into two
//! classes in 2^P ways. Planes through the origin make
//!
//! ```text
//! C(P, N) = 2 Σ_{k=0}^{N−1} (P−1 over k)
//! ```
//!
//! of them (Cover 1965). The fraction C(P, N)/2^P is 1 up to P = N, exactly ½ at P = 2N, and falls to 0; the more
//! dimensions, the more suddenly, so that one can say: **the capacity is 2N**. A bias is one more dimension.
//!
//! | symbol | meaning | in the code |
//! | --- | --- | --- |
//! | N | number of inputs, no bias | `n` |
//! | P | number of examples | `p` |
//! | P/N | load | `loads` |
//!
//! ```
//! use neurocomp::perceptron::capacity;
//!
//! assert_eq!(capacity::fraction(10, 10)?, 1.0);
//! assert_eq!(capacity::fraction(20, 10)?, 0.5);
//! let measured = capacity::measured_fraction(20, 10, 200, 1)?;
//! assert!((measured - 0.5).abs() < 0.15);
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Source
//!
//! T. M. Cover, *IEEE Trans. Electron. Comput.* EC-14, 326 (1965), doi:10.1109/PGEC.1965.264137.

use ndarray::{Array1, Array2};
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;

use crate::Result;
use crate::error::check_count;
use crate::parallel::in_parallel;

use super::separation::separating;
use crate::language::choose;
use crate::noise::{cell_seed, generator};
use crate::parameter::Allowed;
use crate::progress::progress;
use crate::summary::summary;

/// The most examples or inputs for which the fraction is computed.
pub const MAX_EXAMPLES: usize = 10_000_000;
/// The most inputs for which it is measured.
pub const MAX_INPUTS: usize = 500;
/// The most examples for which it is measured.
pub const MAX_MEASURED: usize = 5_000;

/// Cover's fraction C(P, N)/2^P = 2^(1−P) Σ_{k<N} (P−1 over k) of the dichotomies of `p` examples of `n` inputs (no
/// bias) that a perceptron can learn: the probability that P − 1 tosses of a coin show heads fewer than N times.
///
/// # Errors
///
/// If `p` or `n` is 0 or more than [`MAX_EXAMPLES`].
pub fn fraction(p: usize, n: usize) -> Result<f64> {
    check_count("p", 1, MAX_EXAMPLES, p)?;
    check_count("n", 1, MAX_EXAMPLES, n)?;
    if n >= p {
        return Ok(1.0);
    }
    if 2 * n == p {
        return Ok(0.5);
    }
    // The smaller tail, by symmetry, so that small numbers are not differences of large ones.
    Ok(if n <= (p - 1) / 2 { tail(p - 1, n) } else { 1.0 - tail(p - 1, p - n) })
}

/// 2^(−m) Σ_{k<n} (m over k) for n ≤ (m + 1)/2: from the largest term down, each from its neighbour.
fn tail(m: usize, n: usize) -> f64 {
    let mut term = 1.0;
    let mut sum = 0.0;
    for k in (0..n).rev() {
        sum += term;
        term *= k as f64 / (m - k + 1) as f64;
        if term < 1e-18 * sum {
            break;
        }
    }
    sum * largest_term(m, n - 1)
}

/// 2^(−m) (m over k), multiplied up without leaving the range of the numbers of the computer.
fn largest_term(m: usize, k: usize) -> f64 {
    let (mut product, mut halvings) = (1.0, 0);
    for i in 1..=k {
        product *= (m - k + i) as f64 / i as f64;
        while product > 1.0 && halvings < m {
            product *= 0.5;
            halvings += 1;
        }
    }
    product * 2.0_f64.powf(-((m - halvings) as f64))
}

/// The fraction of `trials` sets of `p` random examples (normal numbers, random answers) of `n` inputs that a plane
/// through the origin can separate. Each set is decided exactly, not by waiting for learning to end. The same `seed`
/// gives the same fraction, on any number of threads.
///
/// # Errors
///
/// If `n`, `p` or `trials` is 0, `n` is more than [`MAX_INPUTS`] or `p` more than [`MAX_MEASURED`].
pub fn measured_fraction(p: usize, n: usize, trials: usize, seed: u64) -> Result<f64> {
    check_count("n", 1, MAX_INPUTS, n)?;
    check_count("p", 1, MAX_MEASURED, p)?;
    check_count("trials", 1, MAX_EXAMPLES, trials)?;
    let separable = |trial: &usize| {
        let mut random = generator(cell_seed(cell_seed(seed, p, n), *trial, 0));
        // A random answer only turns a symmetric random point round.
        let z = Array2::from_shape_simple_fn((p, n), || StandardNormal.sample(&mut random));
        separating(&z).is_some()
    };
    let count = in_parallel(|| (0..trials).into_par_iter().filter(separable).count());
    Ok(count as f64 / trials as f64)
}

/// Cover's curve, measured and computed.
#[derive(Clone, PartialEq)]
pub struct CapacityCurves {
    /// The numbers of inputs N, one per row.
    pub inputs: Vec<usize>,
    /// The loads P/N as realised with a whole number P; shape \[N, loads\].
    pub loads: Array2<f64>,
    /// The fraction separable as measured; shape \[N, loads\].
    pub measured: Array2<f64>,
    /// The fraction by Cover's formula; shape \[N, loads\].
    pub theory: Array2<f64>,
}

summary!(CapacityCurves, |curves| {
    let pairs = curves.measured.iter().zip(&curves.theory);
    let apart = pairs.fold(0.0, |most: f64, (measured, theory)| most.max((measured - theory).abs()));
    let text = choose("largest difference from Cover", "plus grand écart à Cover");
    format!("N = {:?}, P/N: {}, {text}: {apart:.3}", curves.inputs, curves.loads.ncols())
});

/// The fraction separable at each of the `loads` P/N for each of several numbers of `inputs` N, measured on `trials`
/// random sets each, and by Cover's formula. P is rounded to a whole number, at least 1.
///
/// # Errors
///
/// As for [`measured_fraction`], and if there is no load, no number of inputs, or a load that is not > 0.
pub fn curves(inputs: &[usize], loads: &[f64], trials: usize, seed: u64) -> Result<CapacityCurves> {
    check_count("inputs", 1, usize::MAX, inputs.len())?;
    check_count("loads", 1, usize::MAX, loads.len())?;
    Allowed::Positive.check_all("loads", "", loads)?;
    let shape = (inputs.len(), loads.len());
    let examples =
        Array2::from_shape_fn(shape, |(row, column)| (loads[column] * inputs[row] as f64).round().max(1.0) as usize);
    let (mut measured, mut theory) = (Array2::zeros(shape), Array2::zeros(shape));
    for index in progress(choose("capacity", "capacité"), examples.len()) {
        let (row, column) = (index / loads.len(), index % loads.len());
        let p = examples[[row, column]];
        measured[[row, column]] = measured_fraction(p, inputs[row], trials, seed)?;
        theory[[row, column]] = fraction(p, inputs[row])?;
    }
    let loads = Array2::from_shape_fn(shape, |(row, column)| examples[[row, column]] as f64 / inputs[row] as f64);
    Ok(CapacityCurves { inputs: inputs.to_vec(), loads, measured, theory })
}

/// `p` random examples of `n` inputs that a random perceptron, the teacher, answers with a margin of at least `margin`
/// (with |w| = 1 and x₀ = 1 counted as an input): inputs uniform between −1 and 1, those nearer to the plane drawn
/// again. Returns the inputs, shape \[p, n\], the answers and the teacher.
///
/// # Errors
///
/// If `p` or `n` is 0, there are more than 20 million numbers, or `margin` is not 0 to 0.5.
pub fn teacher_examples(
    p: usize,
    n: usize,
    margin: f64,
    seed: u64,
) -> Result<(Array2<f64>, Array1<f64>, super::Perceptron)> {
    use rand::Rng;
    check_count("n", 1, super::MAX_HISTORY, n)?;
    check_count("p", 1, super::MAX_HISTORY / n, p)?;
    Allowed::Between(0.0, 0.5).check("margin", "", margin)?;
    let mut random = generator(seed);
    // A small bias: the plane passes near the middle of the inputs, both classes are well represented.
    let mut w: Array1<f64> = Array1::from_shape_simple_fn(n + 1, || StandardNormal.sample(&mut random));
    w[0] *= 0.1;
    let norm = w.dot(&w).sqrt();
    let teacher = super::Perceptron { weights: w / norm };
    let (mut x, mut y) = (Array2::zeros((p, n)), Array1::zeros(p));
    for k in 0..p {
        let field = loop {
            x.row_mut(k).mapv_inplace(|_| random.random_range(-1.0..=1.0));
            let field = teacher.field_of(x.row(k));
            if field.abs() >= margin {
                break field;
            }
        };
        y[k] = super::sign(field);
    }
    Ok((x, y, teacher))
}
