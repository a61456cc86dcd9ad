//! From points to compartments.

use super::{File, Point};
use crate::Result;
use crate::cable::morphology::MAX_COMPARTMENTS;
use crate::cable::{Attachment, Compartment, Morphology};
use crate::parameter::Allowed;

/// The place on the tree of compartments at which a branch begins.
type Place = (Option<usize>, Attachment);

/// The soma as a sphere: where it is, and how far it reaches.
struct Soma {
    centre: [f64; 3],
    radius: f64,
    length: f64,
    diameter: f64,
}

/// A stretch between two forks, tips, or changes of type: the distance of its points along it, and their radii.
struct Stretch {
    distance: Vec<f64>,
    radius: Vec<f64>,
    /// Its last point.
    end: usize,
}

pub(super) fn morphology(file: &File, points: &[Point], max_length: f64) -> Result<Morphology> {
    Allowed::Positive.check("max_length", "µm", max_length)?;
    let mut compartments: Vec<Compartment> = Vec::new();
    let mut branches = 0;
    let soma = soma(file, points)?;
    // A branch yet to be followed: the point before its first, its first point, and its place.
    let mut waiting: Vec<(usize, usize, Place)> = Vec::new();
    if let Some(soma) = &soma {
        compartments.push(Compartment {
            parent: None,
            attachment: Attachment::End,
            length: soma.length,
            diameter: soma.diameter,
            region: super::Region::Soma,
            branch: 0,
        });
        branches = 1;
    }
    let place = match soma {
        Some(_) => (Some(0), Attachment::Centre),
        None => (None, Attachment::End),
    };
    let starts = |i: &usize| match soma {
        Some(_) => points[*i].is_soma(),
        None => points[*i].parent.is_none(),
    };
    // Last in, first out: reversed, the branches keep the order of the file.
    for before in (0..points.len()).rev().filter(starts) {
        for &first in points[before].children.iter().rev() {
            if !points[first].is_soma() {
                waiting.push((before, first, place));
            }
        }
    }
    while let Some((before, first, mut place)) = waiting.pop() {
        if place.0.is_none() && !compartments.is_empty() {
            // All branches on a root without soma begin where the first compartment does.
            place = (Some(0), Attachment::Start);
        }
        let stretch = follow(points, before, first, soma.as_ref());
        let pieces = cut(&stretch, max_length, compartments.len())?;
        if !pieces.is_empty() {
            for (length, diameter) in pieces {
                compartments.push(Compartment {
                    parent: place.0,
                    attachment: place.1,
                    length,
                    diameter,
                    region: points[first].region(),
                    branch: branches,
                });
                place = (Some(compartments.len() - 1), Attachment::End);
            }
            branches += 1;
        }
        for &next in points[stretch.end].children.iter().rev() {
            waiting.push((stretch.end, next, place));
        }
    }
    if compartments.is_empty() {
        let expected = ("points at different places, or a soma", "des points à des endroits différents, ou un soma");
        let received = points[0].position[0].to_string();
        return Err(file.value(points[0].line, 3, expected, &received));
    }
    Morphology::new(compartments)
}

/// The points from `first` to the next fork, tip, or change of type.
fn follow(points: &[Point], before: usize, first: usize, soma: Option<&Soma>) -> Stretch {
    let from_soma = points[before].is_soma();
    let mut stretch = Stretch {
        distance: vec![0.0],
        radius: vec![points[if from_soma { first } else { before }].radius],
        end: first,
    };
    let mut gap = match soma {
        // What lies inside the soma is soma.
        Some(soma) if from_soma => {
            let from_centre = points[first].distance(soma.centre) - soma.radius;
            let from_point = points[first].distance(points[before].position) - points[before].radius;
            from_centre.min(from_point).max(0.0)
        }
        _ => points[first].distance(points[before].position),
    };
    if points[first].kind != points[before].kind {
        stretch.radius[0] = points[first].radius;
    }
    let mut travelled = 0.0;
    loop {
        let here = &points[stretch.end];
        travelled += gap;
        stretch.distance.push(travelled);
        stretch.radius.push(here.radius);
        match here.children[..] {
            [next] if points[next].kind == here.kind => {
                gap = points[next].distance(here.position);
                stretch.end = next;
            }
            _ => return stretch,
        }
    }
}

/// The length and the mean diameter of each of the equal pieces of a stretch; none if it has no length.
fn cut(stretch: &Stretch, max_length: f64, already: usize) -> Result<Vec<(f64, f64)>> {
    let (distance, radius) = (&stretch.distance, &stretch.radius);
    let total = distance[distance.len() - 1];
    if total <= 0.0 {
        return Ok(Vec::new());
    }
    // A length of 100 is five pieces of 20, whatever its rounding.
    let count = (total / max_length - 1e-9).ceil().max(1.0);
    if already as f64 + count > MAX_COMPARTMENTS as f64 {
        return Err(crate::cable::too_many_compartments(MAX_COMPARTMENTS, already as f64 + count));
    }
    let length = total / count;
    let mut pieces = Vec::with_capacity(count as usize);
    let mut k = 1;
    let mut start = 0.0;
    for piece in 1..=count as usize {
        let end = if piece as f64 == count { total } else { piece as f64 * length };
        // Radius times length, summed over the parts of this piece that lie between two points.
        let mut sum = 0.0;
        let mut here = start;
        loop {
            let stop = distance[k].min(end);
            let at = |x: f64| {
                let gap = distance[k] - distance[k - 1];
                let part = if gap > 0.0 { (x - distance[k - 1]) / gap } else { 0.0 };
                radius[k - 1] + part * (radius[k] - radius[k - 1])
            };
            sum += 0.5 * (at(here) + at(stop)) * (stop - here);
            here = stop;
            if distance[k] >= end || k + 1 == distance.len() {
                break;
            }
            k += 1;
        }
        pieces.push((length, 2.0 * sum / (end - start)));
        start = end;
    }
    Ok(pieces)
}

/// The soma; `None` if there is no soma point.
fn soma(file: &File, points: &[Point]) -> Result<Option<Soma>> {
    let parts: Vec<&Point> = points.iter().filter(|point| point.is_soma()).collect();
    let Some(first) = parts.first() else {
        return Ok(None);
    };
    let n = parts.len() as f64;
    let centre = std::array::from_fn(|i| parts.iter().map(|p| p.position[i]).sum::<f64>() / n);
    let ball = |radius: f64| Soma { centre, radius, length: 2.0 * radius, diameter: 2.0 * radius };
    let soma = if parts.len() == 1 || is_three_point_soma(points, &parts) {
        ball(first.radius)
    } else {
        let gap = |p: &&Point| p.parent.map_or(0.0, |parent| p.distance(points[parent].position));
        let way: f64 = parts.iter().map(gap).sum();
        let last = parts[parts.len() - 1];
        if parts.len() >= 3 && last.distance(first.position) < 0.5 * way {
            ball(parts.iter().map(|p| p.distance(centre)).sum::<f64>() / n)
        } else {
            let mean_radius = |p: &&Point| {
                let parent = p.parent.map_or(p.radius, |parent| points[parent].radius);
                gap(p) * 0.5 * (p.radius + parent)
            };
            let diameter = 2.0 * parts.iter().map(mean_radius).sum::<f64>() / way;
            Soma { centre, radius: 0.5 * diameter, length: way, diameter }
        }
    };
    // Written so that NaN, from a chain without length, fails.
    if !(soma.length > 0.0 && soma.diameter > 0.0) {
        let expected = ("a number > 0 (µm), or an outline", "un nombre > 0 (µm), ou un contour");
        return Err(file.value(first.line, 6, expected, &first.radius.to_string()));
    }
    Ok(Some(soma))
}

/// Whether the second and the third point lie a radius away from the first on opposite sides.
fn is_three_point_soma(points: &[Point], parts: &[&Point]) -> bool {
    let [centre, one, other] = parts else {
        return false;
    };
    let on_centre = |p: &Point| {
        p.parent.is_some_and(|parent| points[parent].line == centre.line)
            && (p.radius - centre.radius).abs() <= 0.01 * centre.radius
            && (p.distance(centre.position) - centre.radius).abs() <= 0.05 * centre.radius
    };
    on_centre(one) && on_centre(other) && one.distance(other.position) > 1.9 * centre.radius
}
