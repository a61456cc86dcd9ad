//! Reconstructed neurons: SWC files.
//!
//! A line per point, seven columns: number, type (1 soma, 2 axon, 3 dendrite, 4 apical dendrite), x, y, z and radius in
//! µm, number of the parent point (−1 for the root). Lines that begin with `#` are comments.

use std::collections::HashMap;
use std::path::Path;

use super::{Morphology, Region};
use crate::error::short;
use crate::file::{MEGABYTES, read};
use crate::language::choose;
use crate::{Error, Result};

mod build;

impl Morphology {
    /// Reads an SWC file and divides the neuron into compartments no longer than `max_length` (µm).
    ///
    /// - One soma point becomes a cylinder with length and diameter twice the radius: the same membrane as the sphere.
    ///   So do three soma points, the second and third a radius away from the first on either side.
    /// - An outline of soma points (the last nearer to the first than half the way round) becomes the same with the
    ///   mean distance of the points from their centre as radius; any other chain of soma points a cylinder with the
    ///   length and the membrane of the chain.
    /// - Everything between two forks, tips, or changes of type becomes one branch of equal compartments, each with the
    ///   mean diameter of its stretch.
    /// - A branch on the soma begins at its first point; if that lies outside the soma, at the surface.
    ///
    /// The soma is one compartment, number 0, and the branches on it are joined to its middle. Without a soma the root
    /// is the first compartment of the first branch.
    ///
    /// # Errors
    ///
    /// If the file cannot be read; if a line has not seven columns, a value that is no number, a radius that is not >
    /// 0, a number used twice, a parent that does not exist or does not lead to the root; if there is more than one
    /// root, or the soma is not one piece that contains the root; if `max_length` is not > 0 or there are too many
    /// compartments. The message names file, line and column, what was expected and what was received.
    pub fn from_swc(path: impl AsRef<Path>, max_length: f64) -> Result<Morphology> {
        let path = path.as_ref();
        let bytes = read(path, MEGABYTES)?;
        // Comments may be in any encoding; numbers are the same in all.
        Morphology::from_swc_text(&path.to_string_lossy(), &String::from_utf8_lossy(&bytes), max_length)
    }

    /// The same from text; `name` stands for the file in messages.
    ///
    /// ```
    /// use neurocomp::cable::{Morphology, Region};
    ///
    /// let text = "# a soma and a dendrite of 100 µm
    /// 1 1   0 0 0 10  -1
    /// 2 3  10 0 0  1   1
    /// 3 3 110 0 0  1   2";
    /// let neuron = Morphology::from_swc_text("small.swc", text, 20.0)?;
    /// assert_eq!(neuron.len(), 6);
    /// assert_eq!(neuron.region(Region::Dendrite), [1, 2, 3, 4, 5]);
    ///
    /// let error = Morphology::from_swc_text("bad.swc", "1 1 0 0 0 wide -1", 20.0).unwrap_err();
    /// assert_eq!(error.to_string(), "bad.swc, line 1, column 6 (radius): expected a number > 0 (µm), received wide");
    /// # Ok::<(), neurocomp::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Morphology::from_swc`].
    pub fn from_swc_text(name: &str, text: &str, max_length: f64) -> Result<Morphology> {
        let file = File { name };
        let points = file.points(text)?;
        build::morphology(&file, &points, max_length)
    }
}

/// A point of the file.
struct Point {
    /// The line, from 1.
    line: usize,
    kind: i64,
    position: [f64; 3],
    radius: f64,
    /// The index, not the number, of the parent.
    parent: Option<usize>,
    children: Vec<usize>,
}

impl Point {
    fn is_soma(&self) -> bool {
        self.kind == 1
    }

    fn region(&self) -> Region {
        match self.kind {
            1 => Region::Soma,
            2 => Region::Axon,
            3 => Region::Dendrite,
            4 => Region::ApicalDendrite,
            _ => Region::Other,
        }
    }

    fn distance(&self, other: [f64; 3]) -> f64 {
        let [x, y, z] = std::array::from_fn(|i| self.position[i] - other[i]);
        x.hypot(y).hypot(z)
    }
}

/// The same in English and in French.
type Words<'a> = (&'a str, &'a str);

/// The names of the columns.
const COLUMNS: [Words<'static>; 7] = [
    ("number", "numéro"),
    ("type", "type"),
    ("x", "x"),
    ("y", "y"),
    ("z", "z"),
    ("radius", "rayon"),
    ("parent", "parent"),
];

/// Where errors come from.
struct File<'a> {
    name: &'a str,
}

impl File<'_> {
    fn value(&self, line: usize, column: usize, expected: Words, received: &str) -> Error {
        let ((english, french), (name, nom)) = (expected, COLUMNS[column - 1]);
        let received = short(received);
        Error::file(
            self.name,
            format!("expected {english}, received {received}"),
            format!("attendu {french}, reçu {received}"),
        )
        .in_line(line)
        .in_column(format!("{column} ({})", choose(name, nom)))
    }

    /// The points in the order of the file, with their parents and children, all connected to one root.
    fn points(&self, text: &str) -> Result<Vec<Point>> {
        let mut points: Vec<Point> = Vec::new();
        let mut numbers: HashMap<i64, usize> = HashMap::new();
        let mut parents: Vec<i64> = Vec::new();
        for (index, text) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let text = text.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let line = index + 1;
            let (number, parent, point) = self.point(line, text)?;
            if numbers.insert(number, points.len()).is_some() {
                let expected = ("a number not used before", "un numéro pas encore utilisé");
                return Err(self.value(line, 1, expected, &number.to_string()));
            }
            points.push(point);
            parents.push(parent);
        }
        if points.is_empty() {
            return Err(Error::file(
                self.name,
                "expected at least 1 point, received 0",
                "attendu au moins 1 point, reçu 0",
            ));
        }
        self.connect(&mut points, &numbers, &parents)?;
        self.check_tree(&points, &parents)?;
        Ok(points)
    }

    /// One line: number, parent's number, and the rest.
    fn point(&self, line: usize, text: &str) -> Result<(i64, i64, Point)> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        if fields.len() != 7 {
            let received = fields.len();
            return Err(Error::file(
                self.name,
                format!("expected 7 columns (number, type, x, y, z, radius, parent), received {received}"),
                format!("attendu 7 colonnes (numéro, type, x, y, z, rayon, parent), reçu {received}"),
            )
            .in_line(line));
        }
        let integer = |column: usize, expected: Words, low: i64| {
            let field = fields[column - 1];
            let value = field.parse::<i64>().ok().filter(|&value| value >= low);
            value.ok_or_else(|| self.value(line, column, expected, field))
        };
        // The numbers of a neuron in µm; far beyond, squares would overflow.
        let real = |column: usize, expected: Words, low: f64| {
            let field = fields[column - 1];
            let value = field.parse::<f64>().ok();
            let value = value.filter(|&value| value >= low && value.abs() <= 1e9);
            value.ok_or_else(|| self.value(line, column, expected, field))
        };
        let whole = ("a whole number >= 0", "un nombre entier >= 0");
        let number = integer(1, whole, 0)?;
        let kind = integer(2, whole, 0)?;
        let place = ("a number from -1e9 to 1e9 (µm)", "un nombre entre -1e9 et 1e9 (µm)");
        let position = [
            real(3, place, f64::NEG_INFINITY)?,
            real(4, place, f64::NEG_INFINITY)?,
            real(5, place, f64::NEG_INFINITY)?,
        ];
        let positive = ("a number > 0 (µm)", "un nombre > 0 (µm)");
        // The points of a soma's outline have no radius of their own.
        let smallest = if kind == 1 { 0.0 } else { 1e-9 };
        let radius = real(6, positive, smallest)?;
        let expected = ("the number of a point, or -1 for the root", "le numéro d’un point, ou -1 pour la racine");
        let parent = integer(7, expected, -1)?;
        let point = Point { line, kind, position, radius, parent: None, children: Vec::new() };
        Ok((number, parent, point))
    }

    fn connect(&self, points: &mut [Point], numbers: &HashMap<i64, usize>, parents: &[i64]) -> Result<()> {
        let mut root: Option<usize> = None;
        for (i, &number) in parents.iter().enumerate() {
            let line = points[i].line;
            if number == -1 {
                if let Some(first) = root {
                    let first = points[first].line;
                    let english = format!("a parent, since the root is on line {first}");
                    let french = format!("un parent, puisque la racine est à la ligne {first}");
                    return Err(self.value(line, 7, (&english, &french), "-1"));
                }
                root = Some(i);
                continue;
            }
            let Some(&parent) = numbers.get(&number) else {
                let expected = ("the number of a point", "le numéro d’un point");
                return Err(self.value(line, 7, expected, &number.to_string()));
            };
            points[i].parent = Some(parent);
            points[parent].children.push(i);
        }
        Ok(())
    }

    /// Every point must be reached from the root, and a soma must be one piece around it.
    fn check_tree(&self, points: &[Point], parents: &[i64]) -> Result<()> {
        let mut reached = vec![false; points.len()];
        let root = points.iter().position(|point| point.parent.is_none());
        let mut waiting: Vec<usize> = root.into_iter().collect();
        while let Some(i) = waiting.pop() {
            reached[i] = true;
            waiting.extend(&points[i].children);
        }
        if let Some(i) = reached.iter().position(|reached| !reached) {
            let expected = ("a parent that leads to the root (-1)", "un parent qui mène à la racine (-1)");
            return Err(self.value(points[i].line, 7, expected, &parents[i].to_string()));
        }
        for (i, point) in points.iter().enumerate().filter(|(_, point)| point.is_soma()) {
            if point.parent.is_some_and(|parent| !points[parent].is_soma()) {
                let expected = (
                    "a soma point, since a soma is one piece around the root",
                    "un point du soma, puisqu’un soma est d’un seul tenant autour de la racine",
                );
                return Err(self.value(point.line, 7, expected, &parents[i].to_string()));
            }
        }
        Ok(())
    }
}
