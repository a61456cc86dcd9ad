//! The shape of a neuron: a tree of cylinders.

use crate::error::check_same_length;
use crate::parameter::Allowed;
use crate::summary::{count, summary};
use crate::{Error, Result};

mod branch;

pub use branch::Branch;

/// The largest number of compartments of a morphology: a million.
pub const MAX_COMPARTMENTS: usize = 1_000_000;

/// The part of the neuron to which a compartment belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// The cell body; 1 in an SWC file.
    Soma,
    /// The axon; 2 in an SWC file.
    Axon,
    /// A dendrite, or a basal dendrite where there are two kinds; 3 in an SWC file.
    Dendrite,
    /// An apical dendrite; 4 in an SWC file.
    ApicalDendrite,
    /// Anything else.
    Other,
}

/// The place on its parent to which a compartment is joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attachment {
    /// The end that is farther from the root.
    End,
    /// The middle, as is usual for dendrites on a soma.
    Centre,
    /// The near end, which only the root has free.
    Start,
}

/// A cylinder of membrane, small enough to have one potential.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compartment {
    /// The compartment to which it is joined; `None` for the root.
    pub parent: Option<usize>,
    /// Where on the parent.
    pub attachment: Attachment,
    /// Length, µm; > 0.
    pub length: f64,
    /// Diameter, µm; > 0.
    pub diameter: f64,
    /// The part of the neuron.
    pub region: Region,
    /// The branch of which it is a piece, counted from 0.
    pub branch: usize,
}

impl Compartment {
    /// The membrane: π · diameter · length, µm². The end faces do not count.
    pub fn area(&self) -> f64 {
        std::f64::consts::PI * self.diameter * self.length
    }
}

/// A tree of cylinders. The compartments are numbered so that each comes after its parent; number 0 is the root.
#[derive(Clone, PartialEq)]
pub struct Morphology {
    compartments: Vec<Compartment>,
}

impl Morphology {
    /// Checks and keeps compartments.
    ///
    /// # Errors
    ///
    /// If there is none, or more than [`MAX_COMPARTMENTS`]; if number 0 has a parent or another one has none; if a
    /// parent does not exist, comes later, or is reached again by following the parents; if a compartment other than a
    /// child of the root is joined to the start of its parent; if a length or a diameter is not > 0.
    pub fn new(compartments: Vec<Compartment>) -> Result<Morphology> {
        if compartments.is_empty() {
            return Err(Error::text(
                "a morphology must have at least 1 compartment, received 0",
                "une morphologie doit avoir au moins 1 compartiment, reçu 0",
            ));
        }
        check_compartments(compartments.len() as f64)?;
        for (index, compartment) in compartments.iter().enumerate() {
            check_parent(&compartments, index)?;
            Allowed::Positive.check(&format!("length[{index}]"), "µm", compartment.length)?;
            Allowed::Positive.check(&format!("diameter[{index}]"), "µm", compartment.diameter)?;
        }
        Ok(Morphology { compartments })
    }

    /// A cable without branches: `length` and `diameter` in µm, in n equal compartments.
    ///
    /// # Errors
    ///
    /// If n is 0 or more than [`MAX_COMPARTMENTS`], or `length` or `diameter` is not > 0.
    pub fn unbranched(n: usize, length: f64, diameter: f64) -> Result<Morphology> {
        Morphology::branched(&[Branch::root(length, diameter, n)])
    }

    /// A tree of branches joined at their ends. The compartments of a branch follow each other.
    ///
    /// ```
    /// use neurocomp::cable::{Branch, Morphology};
    ///
    /// // A stem of 4 µm and two daughters.
    /// let dendrite = Morphology::branched(&[
    ///     Branch::root(300.0, 4.0, 30),
    ///     Branch::on(0, 200.0, 2.5, 20),
    ///     Branch::on(0, 100.0, 2.0, 10),
    /// ])?;
    /// assert_eq!(dendrite.len(), 60);
    /// assert_eq!(dendrite.branch(1).first(), Some(&30));
    /// assert_eq!(dendrite.compartments()[50].parent, Some(29));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Morphology::new`], with branches in the place of compartments, and if a branch has no compartment.
    pub fn branched(branches: &[Branch]) -> Result<Morphology> {
        let mut compartments: Vec<Compartment> = Vec::new();
        // One past the last compartment of each branch.
        let mut ends: Vec<usize> = Vec::new();
        for (number, branch) in branches.iter().enumerate() {
            if branch.compartments == 0 {
                return Err(Error::text(
                    format!("branch {number} must have at least 1 compartment, received 0"),
                    format!("la branche {number} doit avoir au moins 1 compartiment, reçu 0"),
                ));
            }
            check_compartments(compartments.len() as f64 + branch.compartments as f64)?;
            let parent = branch.check_parent(number)?.map(|parent| ends[parent] - 1);
            let on_soma = branch.parent.is_some_and(|parent| branches[parent].region == Region::Soma);
            let attachment = match branch.attachment {
                Attachment::End if on_soma => Attachment::Centre,
                other => other,
            };
            for piece in 0..branch.compartments {
                let first = piece == 0;
                compartments.push(Compartment {
                    parent: if first { parent } else { Some(compartments.len() - 1) },
                    attachment: if first { attachment } else { Attachment::End },
                    length: branch.length / branch.compartments as f64,
                    diameter: branch.diameter,
                    region: branch.region,
                    branch: number,
                });
            }
            ends.push(compartments.len());
        }
        Morphology::new(compartments)
    }

    /// A tree given by the parent of each compartment (`None` for the first), its length and its diameter (µm). Each is
    /// joined to the end of its parent.
    ///
    /// ```
    /// use neurocomp::cable::Morphology;
    ///
    /// // A fork: 1 and 2 at the end of 0.
    /// let fork = Morphology::from_parents(&[None, Some(0), Some(0)], &[50.0, 40.0, 40.0], &[2.0, 1.0, 1.0])?;
    /// assert_eq!(fork.positions().to_vec(), [25.0, 70.0, 70.0]);
    ///
    /// let error = Morphology::from_parents(&[None, Some(2), Some(1)], &[1.0; 3], &[1.0; 3]).unwrap_err();
    /// assert!(error.to_string().contains("cycle"));
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Morphology::new`], and if the three lists differ in length.
    pub fn from_parents(parents: &[Option<usize>], lengths: &[f64], diameters: &[f64]) -> Result<Morphology> {
        check_same_length(
            0,
            &[("parents", parents.len()), ("lengths", lengths.len()), ("diameters", diameters.len())],
        )?;
        let compartments = (0..parents.len())
            .map(|i| Compartment {
                parent: parents[i],
                attachment: Attachment::End,
                length: lengths[i],
                diameter: diameters[i],
                region: Region::Dendrite,
                branch: 0,
            })
            .collect();
        let mut morphology = Morphology::new(compartments)?;
        morphology.number_branches();
        Ok(morphology)
    }

    /// A compartment continues the branch of its parent if it is the only child, and begins a new one otherwise.
    fn number_branches(&mut self) {
        let mut children = vec![0; self.len()];
        for compartment in &self.compartments {
            if let Some(parent) = compartment.parent {
                children[parent] += 1;
            }
        }
        let mut branches = 1;
        for i in 1..self.len() {
            let parent = self.compartments[i].parent.unwrap_or(0);
            self.compartments[i].branch = if children[parent] == 1 {
                self.compartments[parent].branch
            } else {
                branches += 1;
                branches - 1
            };
        }
    }

    /// The compartments, root first.
    pub fn compartments(&self) -> &[Compartment] {
        &self.compartments
    }

    /// The number of compartments.
    #[expect(clippy::len_without_is_empty, reason = "it never is")]
    pub fn len(&self) -> usize {
        self.compartments.len()
    }

    /// The numbers of the compartments of a branch, from its beginning to its end; none if there is no such branch.
    pub fn branch(&self, branch: usize) -> Vec<usize> {
        self.numbers(|compartment| compartment.branch == branch)
    }

    /// The numbers of the compartments of a part of the neuron.
    pub fn region(&self, region: Region) -> Vec<usize> {
        self.numbers(|compartment| compartment.region == region)
    }

    fn numbers(&self, chosen: impl Fn(&Compartment) -> bool) -> Vec<usize> {
        (0..self.len()).filter(|&i| chosen(&self.compartments[i])).collect()
    }

    /// The distance of the middle of each compartment from the beginning of the root, along the branches, µm.
    pub fn positions(&self) -> ndarray::Array1<f64> {
        let mut middle = Vec::with_capacity(self.len());
        for compartment in &self.compartments {
            let beginning = match compartment.parent {
                None => 0.0,
                Some(parent) => {
                    let half = 0.5 * self.compartments[parent].length;
                    match compartment.attachment {
                        Attachment::End => middle[parent] + half,
                        Attachment::Centre => middle[parent],
                        Attachment::Start => middle[parent] - half,
                    }
                }
            };
            middle.push(beginning + 0.5 * compartment.length);
        }
        middle.into()
    }

    /// The area of the whole membrane, µm².
    pub fn area(&self) -> f64 {
        self.compartments.iter().map(Compartment::area).sum()
    }
}

summary!(Morphology, |cable| {
    let length: f64 = cable.compartments.iter().map(|c| c.length).sum();
    let branches = cable.compartments.iter().map(|c| c.branch + 1).max().unwrap_or(0);
    let compartments = count(cable.len(), "compartments", "compartiments");
    format!("{compartments}, {branches} branches, {length:.1} µm, {:.1} µm²", cable.area())
});

fn check_compartments(received: f64) -> Result<()> {
    if received > MAX_COMPARTMENTS as f64 {
        return Err(super::too_many_compartments(MAX_COMPARTMENTS, received));
    }
    Ok(())
}

fn check_parent(compartments: &[Compartment], index: usize) -> Result<()> {
    let compartment = &compartments[index];
    let parent = match (index, compartment.parent) {
        (0, None) => return Ok(()),
        (0, Some(received)) => return Err(super::root_with_parent(received)),
        (_, None) => return Err(super::second_root(index)),
        (_, Some(parent)) => parent,
    };
    if parent >= compartments.len() {
        return Err(Error::text(
            format!("the parent of number {index} must be from 0 to {}, received {parent}", compartments.len() - 1),
            format!("le parent du numéro {index} doit être entre 0 et {}, reçu {parent}", compartments.len() - 1),
        ));
    }
    if parent >= index {
        return Err(if leads_back(compartments, index) {
            Error::text(
                format!("a tree has no cycle, but following the parents from number {index} leads back to it"),
                format!("un arbre n’a pas de cycle, mais les parents du numéro {index} y ramènent"),
            )
        } else {
            super::forward_reference(index, parent)
        });
    }
    if compartment.attachment == Attachment::Start && parent != 0 {
        return Err(Error::text(
            format!("only the root (0) has a free start: number {index} is joined to the start of {parent}"),
            format!("seule la racine (0) a un début libre : le numéro {index} est attaché au début de {parent}"),
        ));
    }
    Ok(())
}

/// Whether following the parents from `index` leads to `index` again.
fn leads_back(compartments: &[Compartment], index: usize) -> bool {
    let mut here = index;
    for _ in 0..compartments.len() {
        match compartments.get(here).and_then(|found| found.parent) {
            Some(parent) if parent == index => return true,
            Some(parent) => here = parent,
            None => return false,
        }
    }
    false
}
