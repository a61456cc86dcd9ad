//! Unbranched pieces, from which a tree is built.

use super::{Attachment, Region};
use crate::Result;

/// A branch of a dendrite: a cylinder that is divided into equal compartments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Branch {
    /// The branch on which it sits, a smaller number than its own; `None` for the first.
    pub parent: Option<usize>,
    /// Where on the last compartment of that branch; on a soma the end counts as the middle.
    pub attachment: Attachment,
    /// Length, µm; > 0.
    pub length: f64,
    /// Diameter, µm; > 0.
    pub diameter: f64,
    /// Number of compartments, at least 1.
    pub compartments: usize,
    /// The part of the neuron.
    pub region: Region,
}

impl Branch {
    /// The first branch: `length` and `diameter` in µm.
    pub fn root(length: f64, diameter: f64, compartments: usize) -> Branch {
        Branch { parent: None, attachment: Attachment::End, length, diameter, compartments, region: Region::Dendrite }
    }

    /// A soma of one compartment; dendrites put on it by [`Branch::on`] are joined to its middle.
    pub fn soma(diameter: f64) -> Branch {
        Branch { region: Region::Soma, ..Branch::root(diameter, diameter, 1) }
    }

    /// A branch at the end of branch number `parent`, or at the middle if that is a soma: `length` and `diameter` in
    /// µm.
    pub fn on(parent: usize, length: f64, diameter: f64, compartments: usize) -> Branch {
        Branch { parent: Some(parent), ..Branch::root(length, diameter, compartments) }
    }

    /// The branch on which number `number` sits, if it comes before it.
    pub(super) fn check_parent(&self, number: usize) -> Result<Option<usize>> {
        match self.parent {
            None if number > 0 => Err(crate::cable::second_root(number)),
            Some(received) if number == 0 => Err(crate::cable::root_with_parent(received)),
            Some(received) if received >= number => Err(crate::cable::forward_reference(number, received)),
            parent => Ok(parent),
        }
    }
}
