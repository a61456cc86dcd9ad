//! Cables and dendrites: compartments of membrane coupled by resistances.
//!
//! The potential of a neuron is not the same everywhere. A cable is divided into short cylinders, the *compartments*,
//! each with one potential V_i; between the middles of neighbours flows the axial current (V_j − V_i)/R_ij:
//!
//! ```text
//! C_i dV_i/dt = g_l (E_l − V_i) + Σ_j (V_j − V_i)/R_ij + I_i(t)    passive
//!               … + g_Na m³ h (E_Na − V_i) + g_K n⁴ (E_K − V_i)   with channels
//! ```
//!
//! With shorter and shorter compartments this becomes the cable equation τ ∂V/∂t = λ² ∂²V/∂x² + E_l − V; the error of
//! the potentials shrinks as the square of the length of the compartments.
//!
//! | symbol | meaning | in the code | unit | default |
//! | --- | --- | --- | --- | --- |
//! | V | potential from rest | `v` | mV | |
//! | l, d | length and diameter of a compartment | `length`, `diameter` | µm | |
//! | R_i | axial resistivity | `axial_resistivity` | Ω·cm | 100 |
//! | C | capacitance of the membrane | `capacitance` | µF/cm² | 1 |
//! | g_l | leak conductance | `g_leak` | mS/cm² | 0.1 |
//! | E_l | its reversal potential | `e_leak` | mV | 0 |
//! | g_Na, g_K | conductances with all channels open | `g_na`, `g_k` | mS/cm² | 0, or 120 and 36 |
//! | I | injected current | `amplitude`, `samples` | nA | |
//! | λ = √(d/(4 R_i g_l)) | length constant | [`Cylinder::length_constant`] | µm | |
//! | τ = C/g_l | time constant | [`CableParams::time_constant`] | ms | 10 |
//!
//! | to build | |
//! | --- | --- |
//! | [`Cable::unbranched`] | one cylinder |
//! | [`Cable::branched`] | cylinders joined at their ends, or at a soma |
//! | [`Morphology::from_parents`] | any tree |
//! | [`Morphology::from_swc`] | a reconstructed neuron |
//! | [`Cable::with_channels`] | the channels of Hodgkin and Huxley in some of the compartments |
//!
//! [`Cylinder`] and [`equivalent_diameter`] hold what is known exactly, to compare with.
//!
//! # What is simulated
//!
//! The smaller the compartments, the faster current flows between them: an explicit method would need steps of
//! nanoseconds. Both methods here are implicit. In each step they solve one linear equation per compartment; on a tree
//! this takes a time proportional to the number of compartments, by eliminating from the tips to the root and going
//! back (Hines 1984). With h = dt or dt/2:
//!
//! ```text
//! (C/h) (V' − V) = Σ g (E − V') + Σ_j (V'_j − V')/R_ij + I
//! backward Euler     h = dt       V(t + dt) = V'
//! Crank–Nicolson     h = dt/2     V(t + dt) = 2 V' − V         the default
//! ```
//!
//! - The error of backward Euler is of first order in dt; with Crank and Nicolson it is of second order.
//! - For the second order the gates m, h, n live half a step later than V. Both move on in turn, each seeing the other
//!   in the middle of its own step; no iteration is needed (Hines 1984; `secondorder = 2` in NEURON).
//! - The method of Crank and Nicolson answers a sudden change with a zigzag if a compartment's own time constant is
//!   much shorter than dt. Therefore the step in which a current, a clamp or an exponential synapse jumps, and the
//!   next, are made of two backward Euler steps of half the length, which is enough to keep the second order (Rannacher
//!   1984). Currents given as samples are taken to be smooth; for white noise choose [`CableScheme::BackwardEuler`].
//! - Inputs enter a step with their mean over it, so that no charge depends on dt.
//! - A voltage clamp is ideal, without series resistance. When the command jumps, the charge that the compartment
//!   itself needs is delivered within one step: the capacitive peak of the clamp current grows as 1/dt.
//!
//! # Example
//!
//! ```
//! use neurocomp::cable::{Cable, CableParams, Cylinder, Stimulus};
//!
//! // A dendrite of 1 mm and 4 µm in 100 compartments; 0.1 nA into its beginning from 10 to 110 ms.
//! let cable = Cable::unbranched(100, 1000.0, 4.0, CableParams::default())?;
//! let run = cable.simulate(&[Stimulus::step(0, 0.1, 10.0, 110.0)], 0.1, 110.0)?;
//! assert_eq!(run.v.dim(), (1101, 100));
//!
//! // At the end of the step the potential falls along the dendrite as cosh((l − x)/λ).
//! let theory = Cylinder::new(1000.0, 4.0, CableParams::default())?;
//! let profile = run.profile(110.0);
//! for (x, v) in run.positions.iter().zip(&profile) {
//!     let exact = 0.1 * theory.transfer_resistance(5.0, *x);
//!     assert!((v / exact - 1.0).abs() < 1e-3);
//! }
//! # Ok::<(), neurocomp::Error>(())
//! ```
//!
//! # Sources
//!
//! - W. Rall, *Exp. Neurol.* 1, 491 (1959), doi:10.1016/0014-4886(59)90046-9: the 3/2 law, the equivalent cylinder.
//! - P. Dayan & L. F. Abbott, *Theoretical Neuroscience*, MIT Press 2001, chapter 6: the cable equation, its solutions,
//!   compartments.
//! - M. Hines, *Int. J. Biomed. Comput.* 15, 69 (1984), doi:10.1016/0020-7101(84)90008-4: the numerical method.
//! - R. Rannacher, *Numer. Math.* 43, 309 (1984), doi:10.1007/BF01390130: steps after a jump.
//! - N. T. Carnevale & M. L. Hines, *The NEURON Book*, Cambridge University Press 2006,
//!   doi:10.1017/CBO9780511541612: compartments and their half resistances.
//! - A. L. Hodgkin & A. F. Huxley, *J. Physiol.* 117, 500 (1952), doi:10.1113/jphysiol.1952.sp004764: the channels.

use std::ops::Range;

use ndarray::Array1;

use crate::error::number;
use crate::language::choose;
use crate::summary::summary;
use crate::{Error, Result};

mod circuit;
mod drive;
mod gates;
mod hines;
mod membrane;
mod morphology;
mod run;
mod solver;
mod steady;
mod stimulus;
mod swc;
mod theory;

pub use membrane::{CableParams, ChannelDensity};
pub use morphology::{Attachment, Branch, Compartment, MAX_COMPARTMENTS, Morphology, Region};
pub use run::{CableOptions, CableRun};
pub use solver::CableScheme;
pub use stimulus::{Stimulus, SynapseShape};
pub use theory::{Cylinder, equivalent_diameter};

/// A tree of compartments with its membrane, ready to be simulated.
#[derive(Clone, PartialEq)]
pub struct Cable {
    morphology: Morphology,
    params: CableParams,
    /// The channels of each compartment; `None` if it is passive.
    channels: Vec<Option<ChannelDensity>>,
}

impl Cable {
    /// A passive cable with this shape.
    ///
    /// # Errors
    ///
    /// If `axial_resistivity`, `capacitance` or `g_leak` is not > 0, `e_leak` not finite, or `temperature` not between
    /// 0 and 60 °C.
    pub fn new(morphology: Morphology, params: CableParams) -> Result<Cable> {
        params.check()?;
        Ok(Cable { channels: vec![None; morphology.len()], morphology, params })
    }

    /// A passive cable without branches, `length` and `diameter` in µm, in n equal compartments.
    ///
    /// # Errors
    ///
    /// As for [`Cable::new`] and [`Morphology::unbranched`].
    ///
    /// ```
    /// use neurocomp::cable::{Cable, CableParams};
    ///
    /// let error = Cable::unbranched(100, -500.0, 2.0, CableParams::default()).unwrap_err();
    /// assert_eq!(error.to_string(), "length must be finite and > 0 µm, received -500");
    /// ```
    pub fn unbranched(n: usize, length: f64, diameter: f64, params: CableParams) -> Result<Cable> {
        crate::parameter::Allowed::Positive.check("length", "µm", length)?;
        crate::parameter::Allowed::Positive.check("diameter", "µm", diameter)?;
        Cable::new(Morphology::unbranched(n, length, diameter)?, params)
    }

    /// A passive cable of several branches.
    ///
    /// # Errors
    ///
    /// As for [`Cable::new`] and [`Morphology::branched`].
    ///
    /// ```
    /// use neurocomp::cable::{Branch, Cable, CableParams};
    ///
    /// // A soma with one dendrite that forks.
    /// let neuron = Cable::branched(
    ///     &[
    ///         Branch::soma(20.0),
    ///         Branch::on(0, 300.0, 3.0, 30),
    ///         Branch::on(1, 200.0, 1.5, 20),
    ///         Branch::on(1, 200.0, 1.5, 20),
    ///     ],
    ///     CableParams::default(),
    /// )?;
    /// // From a tip to the soma a potential loses more than on the way back: the soma is the larger load.
    /// let tip = neuron.morphology().branch(2)[19];
    /// assert!(neuron.attenuation(tip, 0)? > 1.3 * neuron.attenuation(0, tip)?);
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    pub fn branched(branches: &[Branch], params: CableParams) -> Result<Cable> {
        Cable::new(Morphology::branched(branches)?, params)
    }

    /// The same cable with the channels of Hodgkin and Huxley in a range of compartments.
    ///
    /// # Errors
    ///
    /// If the range is empty or not within the cable, if a conductance of `density` is negative or the leak not > 0, or
    /// a reversal potential not finite.
    pub fn with_channels(self, compartments: Range<usize>, density: ChannelDensity) -> Result<Cable> {
        if compartments.is_empty() {
            return Err(Error::text(
                format!("a range of compartments must not be empty, received {compartments:?}"),
                format!("un intervalle de compartiments ne doit pas être vide, reçu {compartments:?}"),
            ));
        }
        self.check_compartment(compartments.end - 1)?;
        let compartments: Vec<usize> = compartments.collect();
        self.with_channels_at(&compartments, density)
    }

    /// The same cable with the channels of Hodgkin and Huxley in any compartments, for example in one region.
    ///
    /// ```
    /// use neurocomp::cable::{Branch, Cable, CableParams, ChannelDensity, Region};
    ///
    /// let neuron = Cable::branched(&[Branch::soma(20.0), Branch::on(0, 300.0, 3.0, 30)], CableParams::default())?;
    /// let soma = neuron.morphology().region(Region::Soma);
    /// let neuron = neuron.with_channels_at(&soma, ChannelDensity::default())?;
    /// assert!(neuron.channels(0).is_some() && neuron.channels(1).is_none());
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Cable::with_channels`].
    pub fn with_channels_at(mut self, compartments: &[usize], density: ChannelDensity) -> Result<Cable> {
        density.check()?;
        for &compartment in compartments {
            self.check_compartment(compartment)?;
            self.channels[compartment] = Some(density);
        }
        Ok(self)
    }

    /// The shape.
    pub fn morphology(&self) -> &Morphology {
        &self.morphology
    }

    /// The electrical constants.
    pub fn params(&self) -> CableParams {
        self.params
    }

    /// The channels of a compartment; `None` if it is passive or does not exist.
    pub fn channels(&self, compartment: usize) -> Option<ChannelDensity> {
        self.channels.get(compartment).copied().flatten()
    }

    /// The number of compartments.
    #[expect(clippy::len_without_is_empty, reason = "it never is")]
    pub fn len(&self) -> usize {
        self.morphology.len()
    }

    /// The distance of the middle of each compartment from the beginning of the root, along the branches, µm.
    pub fn positions(&self) -> Array1<f64> {
        self.morphology.positions()
    }
}

summary!(Cable, |cable| {
    let active = cable.channels.iter().flatten().count();
    format!("{:?}, {}: {active}", cable.morphology, choose("with channels", "avec canaux"))
});

/// More compartments than memory allows.
pub(crate) fn too_many_compartments(limit: usize, received: f64) -> Error {
    let received = number(received);
    Error::text(
        format!("a morphology may have at most {limit} compartments, received {received}"),
        format!("une morphologie peut avoir au plus {limit} compartiments, reçu {received}"),
    )
}

/// A root that is joined to another compartment.
pub(crate) fn root_with_parent(received: usize) -> Error {
    Error::text(
        format!("number 0 is the root, its parent must be None, received {received}"),
        format!("le numéro 0 est la racine, son parent doit être None, reçu {received}"),
    )
}

/// A second compartment without parent.
pub(crate) fn second_root(index: usize) -> Error {
    Error::text(
        format!("only number 0 is a root: the parent of number {index} must be from 0 to {}, received None", index - 1),
        format!(
            "seul le numéro 0 est une racine : le parent du numéro {index} doit être entre 0 et {}, reçu None",
            index - 1
        ),
    )
}

/// A parent that comes after its child.
pub(crate) fn forward_reference(index: usize, received: usize) -> Error {
    Error::text(
        format!("parents come first: the parent of number {index} must be < {index}, received {received}"),
        format!("les parents viennent d’abord : le parent du numéro {index} doit être < {index}, reçu {received}"),
    )
}

/// A search for the resting potential that failed.
pub(crate) fn no_rest() -> Error {
    Error::text(
        "no resting potential was found: choose v_init",
        "aucun potentiel de repos n’a été trouvé : choisissez v_init",
    )
}

#[cfg(test)]
mod tests;
