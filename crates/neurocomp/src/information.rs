//! How much spikes say about the world, in bits.
//!
//! | quantity | equation | unit | function |
//! | --- | --- | --- | --- |
//! | entropy | H(R) = −Σ_r P(r) log₂ P(r) | bit | [`entropy`] |
//! | mutual information | I(S; R) = Σ P(s, r) log₂ (P(s, r) / (P(s) P(r))) | bit | [`mutual_information`] |
//! | from trials, bias removed | I − bias | bit | [`count_information`] |
//! | of a place field (Skaggs) | Σ_i p_i (r_i/r̄) log₂ (r_i/r̄) | bit/spike | [`spatial_information`] |
//! | … | Σ_i p_i r_i log₂ (r_i/r̄) | bit/s | [`spatial_information`] |
//!
//! s is a stimulus and r a response, usually a number of spikes; p_i is the fraction of time spent in place i, r_i the
//! rate there and r̄ = Σ p_i r_i the mean rate. A term with P = 0 counts 0, its limit.
//!
//! # Example
//!
//! A channel that hands on one bit, and gets it wrong one time in ten, loses almost half of it:
//!
//! ```
//! use neurocomp::information::mutual_information;
//! use neurocomp::ndarray::array;
//!
//! let joint = array![[0.45, 0.05], [0.05, 0.45]]; // one row for each stimulus, one column for each response
//! let bits = mutual_information(&joint)?;
//! assert!((bits - 0.531).abs() < 1e-3); // 1 − H(0.1)
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! C. E. Shannon, *Bell Syst. Tech. J.* 27, 379 (1948), doi:10.1002/j.1538-7305.1948.tb01338.x. S. Panzeri & A. Treves,
//! *Network* 7, 87 (1996) (bias). W. E. Skaggs, B. L. McNaughton, K. M. Gothard &
//! E. J. Markus, *Adv. Neural Inf. Process. Syst.* 5, 1030 (1993) (place fields).

use ndarray::{Array2, ArrayRef1, ArrayRef2, Axis};

use crate::error::check_same_length;
use crate::error::number;
use crate::parameter::Allowed;
use crate::{Error, Result};

/// The largest number of cells of a contingency table: ten million.
const MAX_CELLS: usize = 10_000_000;

/// Entropy H = −Σ P log₂ P, bit, of probabilities or counts: `weights` are divided by their sum.
///
/// ```
/// use neurocomp::information::entropy;
/// use neurocomp::ndarray::array;
///
/// assert_eq!(entropy(&array![0.5, 0.25, 0.25])?, 1.5);
/// assert_eq!(entropy(&array![7.0, 7.0, 7.0, 7.0, 0.0])?, 2.0); // four outcomes, equally often
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If a weight is not ≥ 0, or if their sum is not > 0 or too large for a number.
pub fn entropy(weights: &ArrayRef1<f64>) -> Result<f64> {
    Allowed::NotNegative.check_all("weights", "", weights)?;
    let sum = total(weights.sum())?;
    Ok(entropy_of(weights.iter().map(|w| w / sum)))
}

/// Mutual information of the rows and columns of a `joint` table of probabilities or counts, bit; values are divided by
/// their sum.
///
/// For counts of few trials this *plug-in* estimate is too large: [`count_information`] tells by how much.
///
/// # Errors
///
/// If a value is not ≥ 0, or if their sum is not > 0 or too large for a number.
pub fn mutual_information(joint: &ArrayRef2<f64>) -> Result<f64> {
    Allowed::NotNegative.check_all("joint", "", joint)?;
    let sum = total(joint.sum())?;
    let joint = joint.mapv(|weight| weight / sum);
    let (rows, columns) = (joint.sum_axis(Axis(1)), joint.sum_axis(Axis(0)));
    let terms = joint.indexed_iter().filter(|&(_, &p)| p > 0.0).map(|((row, column), &p)| {
        let ratio = p / rows[row] / columns[column];
        // Of numbers near the smallest the ratio is infinite, its logarithm is not.
        p * if ratio.is_finite() { ratio.log2() } else { p.log2() - rows[row].log2() - columns[column].log2() }
    });
    // Rounding may leave −1e-17 where there is no information.
    Ok(terms.sum::<f64>().max(0.0))
}

/// How often each response (column) was given to each stimulus (row); both are numbered from 0. Trial k has the
/// stimulus `stimuli[k]` and the response `responses[k]`, for instance a number of spikes.
///
/// ```
/// use neurocomp::information::contingency_table;
/// use neurocomp::ndarray::array;
///
/// let table = contingency_table(&[0, 0, 1, 1], &[2, 2, 0, 2])?;
/// assert_eq!(table, array![[0, 0, 2], [1, 0, 1]]);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the lists differ in length or are empty, or if the table would have more than ten million cells.
pub fn contingency_table(stimuli: &[usize], responses: &[usize]) -> Result<Array2<usize>> {
    check_same_length(1, &[("stimuli", stimuli.len()), ("responses", responses.len())])?;
    let count = |numbers: &[usize]| numbers.iter().max().map_or(0, |most| most.saturating_add(1));
    let shape = (count(stimuli), count(responses));
    if shape.0.saturating_mul(shape.1) > MAX_CELLS {
        let (rows, columns) = shape;
        return Err(Error::text(
            format!(
                "the table may have at most {MAX_CELLS} cells, received {rows} stimuli and {columns} responses: \
                 number them from 0"
            ),
            format!(
                "le tableau peut avoir au plus {MAX_CELLS} cases, reçu {rows} stimulus et {columns} réponses : \
                 numérotez-les à partir de 0"
            ),
        ));
    }
    let mut table = Array2::zeros(shape);
    for (&s, &r) in stimuli.iter().zip(responses) {
        table[[s, r]] += 1;
    }
    Ok(table)
}

/// Information estimated from a finite number of trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountInformation {
    /// The plug-in estimate, bit: as if the frequencies were the probabilities. Too large on average.
    pub plug_in: f64,
    /// How much too large on average, bit, to first order in 1/N.
    pub bias: f64,
    /// `plug_in` − `bias`, bit. It may come out below zero, where there is no information: an estimate without bias
    /// must miss to both sides.
    pub corrected: f64,
    /// The number N of trials.
    pub trials: usize,
}

/// Mutual information of stimulus and response from the `table` of a [`contingency_table`], with its bias.
///
/// With few trials, responses differ between stimuli by chance, which looks like information. To first order in 1/N
/// (G. A. Miller 1955; Panzeri & Treves 1996)
///
/// ```text
/// bias = (Σ_s (R_s − 1) − (R − 1)) / (2 N ln 2)
/// ```
///
/// where R is the number of different responses that occurred, and R_s of those that occurred with stimulus s (the
/// naive count of Miller and Madow; responses that are possible and never occurred make the true bias somewhat larger).
/// It is good if each stimulus has several trials for each response; when `bias` is not small beside `plug_in`, take
/// more.
///
/// ```
/// use neurocomp::information::count_information;
/// use neurocomp::ndarray::array;
///
/// // Two stimuli of ten trials that hardly differ: 0.03 bit, less than the bias.
/// let information = count_information(&array![[4, 6], [6, 4]])?;
/// assert!((information.plug_in - 0.029).abs() < 1e-3);
/// assert!((information.bias - 1.0 / (2.0 * 20.0 * 2.0_f64.ln())).abs() < 1e-12);
/// assert!(information.corrected < 0.0);
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If there is no trial in the table.
pub fn count_information(table: &ArrayRef2<usize>) -> Result<CountInformation> {
    let trials = table.iter().try_fold(0_usize, |sum, &count| sum.checked_add(count));
    let trials = trials.ok_or_else(|| {
        let received = number(table.mapv(|count| count as f64).sum());
        Error::text(
            format!("the table may count at most {} trials, received {received}", number(usize::MAX as f64)),
            format!("le tableau peut compter au plus {} essais, reçu {received}", number(usize::MAX as f64)),
        )
    })?;
    let plug_in = mutual_information(&table.mapv(|count| count as f64))?;
    let occurring = |counts: ndarray::ArrayView1<usize>| counts.iter().filter(|&&n| n > 0).count();
    let degrees = |found: usize| found.saturating_sub(1) as f64;
    let each: f64 = table.rows().into_iter().map(|row| degrees(occurring(row))).sum();
    let all = degrees(occurring(table.sum_axis(Axis(0)).view()));
    let bias = (each - all) / (2.0 * trials as f64 * std::f64::consts::LN_2);
    Ok(CountInformation { plug_in, bias, corrected: plug_in - bias, trials })
}

/// What spikes say about the place where an animal is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpatialInformation {
    /// Information per spike, bit/spike: 0 for a cell that fires everywhere alike, log₂ n for one that fires in one of
    /// n places.
    pub bits_per_spike: f64,
    /// Information per second, bit/s: `bits_per_spike` times the mean rate.
    pub bits_per_second: f64,
    /// The mean rate r̄ = Σ p_i r_i, Hz.
    pub mean_rate: f64,
}

/// Information of a place field (Skaggs et al. 1993) from the time spent (`occupancy`, in any unit) and the `rate` (Hz)
/// in each place:
///
/// ```text
/// bit/spike:  Σ_i p_i (r_i/r̄) log₂ (r_i/r̄)          p_i = occupancy_i / Σ occupancy,  r̄ = Σ p_i r_i
/// ```
///
/// Places never visited (occupancy 0) are left out, whatever their rate.
///
/// ```
/// use neurocomp::information::spatial_information;
/// use neurocomp::ndarray::array;
///
/// // Four places, all equally visited; the cell fires in one.
/// let information = spatial_information(&array![10.0, 10.0, 10.0, 10.0], &array![0.0, 8.0, 0.0, 0.0])?;
/// assert_eq!(information.bits_per_spike, 2.0);
/// assert_eq!((information.mean_rate, information.bits_per_second), (2.0, 4.0));
/// # Ok::<(), neurocomp::Error>(())
/// ```
///
/// # Errors
///
/// If the lists differ in length or are empty, an occupancy is not ≥ 0, a rate at a visited place is not ≥ 0, no place
/// was visited, or the cell never fired.
pub fn spatial_information(occupancy: &ArrayRef1<f64>, rate: &ArrayRef1<f64>) -> Result<SpatialInformation> {
    check_same_length(1, &[("occupancy", occupancy.len()), ("rate", rate.len())])?;
    Allowed::NotNegative.check_all("occupancy", "", occupancy)?;
    let time = total(occupancy.iter().sum())?;
    let mut visited = Vec::new();
    for (k, (&occupancy, &rate)) in occupancy.iter().zip(rate).enumerate() {
        if occupancy > 0.0 {
            if !Allowed::NotNegative.includes(rate) {
                Allowed::NotNegative.check(&format!("rate[{k}]"), "Hz", rate)?;
            }
            visited.push((occupancy / time, rate));
        }
    }
    let mean_rate = total(visited.iter().map(|(p, rate)| p * rate).sum())?;
    let bits: f64 = visited
        .iter()
        .filter(|&&(p, rate)| p * rate > 0.0)
        .map(|&(p, rate)| {
            let ratio = rate / mean_rate;
            if ratio.is_finite() {
                p * ratio * ratio.log2()
            } else {
                // Where a rare place has almost all spikes.
                p * rate / mean_rate * (rate.log2() - mean_rate.log2())
            }
        })
        .sum();
    let bits_per_spike = bits.max(0.0);
    Ok(SpatialInformation { bits_per_spike, bits_per_second: bits_per_spike * mean_rate, mean_rate })
}

fn entropy_of(probabilities: impl Iterator<Item = f64>) -> f64 {
    let terms = probabilities.filter(|&p| p > 0.0).map(|p| p * p.log2());
    // Not −Σ, which is −0 for a single outcome.
    (0.0 - terms.sum::<f64>()).max(0.0)
}

fn total(sum: f64) -> Result<f64> {
    if sum.is_finite() && sum > 0.0 {
        Ok(sum)
    } else {
        let received = number(sum);
        Err(Error::text(
            format!("the sum of all values must be finite and > 0, received {received}"),
            format!("la somme de toutes les valeurs doit être finie et > 0, reçu {received}"),
        ))
    }
}

#[cfg(test)]
mod tests;
