//! Patterns to look at: pictures of 64 × 64 units (N = 4096) drawn by the library, and pictures from files.
//!
//! Ink is +1, paper is −1. [`Pattern::image`] gives the array that a heatmap takes.
//!
//! | picture | |
//! | --- | --- |
//! | [`face`], [`flower`], [`wolf`] | half ink and hardly correlated (overlaps below 0.15): the Hebb rule holds them |
//! | [`letter`] `'A'` … `'Z'` | mostly paper, hence correlated: the Hebb rule fails, the pseudo-inverse does not |
//! | [`load_image`] | a PNG file, resized and made black and white |
//! | [`load_text`] | a text file of ±1, or of 0 and 1 |
//!
//! ```
//! use neurocomp::memory::picture;
//!
//! assert_eq!(picture::wolf().shape(), (64, 64));
//! assert!(picture::wolf().overlap(&picture::face())?.abs() < 0.15);
//! assert!(picture::letter('E')?.overlap(&picture::letter('F')?)? > 0.7);
//! # Ok::<(), neurocomp::Error>(())
//! ```

use super::Pattern;
use crate::{Error, Result};

mod file;
mod font;
#[cfg(feature = "digits")]
mod png;

pub use file::{load_text, parse_text};
#[cfg(feature = "digits")]
pub use png::{decode_image, load_image};

/// Rows and columns of the pictures drawn here.
pub const SIDE: usize = 64;

/// A face with dark hair.
pub fn face() -> Pattern {
    draw(|x, y| {
        let fringe = [(-0.7, -0.7), (0.7, -0.7), (0.5, -0.28), (0.1, -0.36), (-0.55, -0.16)];
        let hair = oval(x, y, 0.0, -0.12, 0.86, 0.84);
        let shirt = oval(x, y, 0.0, 1.15, 0.95, 0.42);
        let skin = oval(x, y, 0.0, 0.12, 0.62, 0.72) && !inside(x, y, &fringe);
        let eye = oval(x, y, -0.26, 0.02, 0.13, 0.1) || oval(x, y, 0.26, 0.02, 0.13, 0.1);
        let glint = oval(x, y, -0.22, -0.01, 0.04, 0.04) || oval(x, y, 0.3, -0.01, 0.04, 0.04);
        let brow = oval(x, y, -0.26, -0.17, 0.18, 0.05) || oval(x, y, 0.26, -0.17, 0.18, 0.05);
        let nose = inside(x, y, &[(0.0, 0.1), (0.1, 0.36), (-0.1, 0.36)]);
        let mouth = oval(x, y, 0.0, 0.44, 0.34, 0.24) && y > 0.5;
        if skin { eye && !glint || brow || nose || mouth } else { hair || shirt }
    })
}

/// A light flower on a dark ground.
pub fn flower() -> Pattern {
    draw(|x, y| {
        let (dx, dy) = (x - 0.05, y + 0.22);
        let distance = dx.hypot(dy);
        let petals = distance < 0.52 + 0.24 * (6.0 * dy.atan2(dx)).cos();
        let heart = distance < 0.19;
        let stem = (x - 0.05 - 0.12 * (3.0 * (y + 0.2)).sin()).abs() < 0.06 && y > -0.1;
        let leaf = |cx: f64, cy: f64, tilt: f64| {
            let (sin, cos) = tilt.sin_cos();
            let (dx, dy) = (x - cx, y - cy);
            oval(dx * cos + dy * sin, dy * cos - dx * sin, 0.0, 0.0, 0.38, 0.15)
        };
        let light = petals && !heart || stem || leaf(-0.35, 0.68, 0.5) || leaf(0.5, 0.7, -0.5);
        !light
    })
}

/// The outline of the wolf, from the lower left corner over ears, muzzle and throat.
const WOLF: [(f64, f64); 18] = [
    (-1.0, 1.0),
    (-1.0, 0.3),
    (-0.85, -0.05),
    (-0.78, -0.85),
    (-0.45, -0.45),
    (-0.3, -0.42),
    (0.05, -0.9),
    (0.15, -0.35),
    (0.4, -0.15),
    (0.82, 0.02),
    (0.88, 0.16),
    (0.8, 0.27),
    (0.35, 0.33),
    (0.6, 0.42),
    (0.5, 0.5),
    (0.1, 0.48),
    (0.05, 0.75),
    (0.2, 1.0),
];

/// A wolf in profile, under the moon.
pub fn wolf() -> Pattern {
    draw(|x, y| {
        let tufts = [(-0.85, 0.35), (-0.55, 0.45), (-0.75, 0.7), (-0.4, 0.75)];
        let fur = tufts.iter().any(|&(a, b)| {
            let tuft = [(a, b), (a + 0.14, b + 0.22), (a + 0.26, b + 0.02), (a + 0.13, b + 0.36)];
            inside(x, y, &tuft)
        });
        let eye = inside(x, y, &[(-0.05, -0.2), (0.2, -0.12), (0.05, -0.05)]);
        let ear = inside(x, y, &[(-0.72, -0.62), (-0.5, -0.4), (-0.68, -0.25)]);
        let nostril = oval(x, y, 0.8, 0.1, 0.05, 0.05);
        let moon = oval(x, y, 0.66, -0.66, 0.2, 0.2);
        moon || inside(x, y, &WOLF) && !(fur || eye || ear || nostril)
    })
}

/// A capital letter.
///
/// # Errors
///
/// If it is not from `'A'` to `'Z'`.
pub fn letter(letter: char) -> Result<Pattern> {
    let glyph = font::glyph(letter).ok_or_else(|| {
        Error::text(
            format!("letter must be from 'A' to 'Z', received {letter:?}"),
            format!("letter doit être entre 'A' et 'Z', reçu {letter:?}"),
        )
    })?;
    // 5 × 7 squares of 8 × 8 units, and margins of 12 and 4.
    Ok(Pattern::from_fn(SIDE, SIDE, |i| {
        let (row, column) = (i / SIDE, i % SIDE);
        (4..60).contains(&row)
            && (12..52).contains(&column)
            && glyph[(row - 4) / 8].as_bytes()[(column - 12) / 8] == b'#'
    }))
}

/// Asks at the centre of every unit whether there is ink; x and y run from −1 to 1, to the right and downwards.
fn draw(ink: impl Fn(f64, f64) -> bool) -> Pattern {
    let place = |k: usize| (2 * k + 1) as f64 / SIDE as f64 - 1.0;
    Pattern::from_fn(SIDE, SIDE, |i| ink(place(i % SIDE), place(i / SIDE)))
}

/// Whether the point lies in the ellipse with this centre and these half axes.
fn oval(x: f64, y: f64, cx: f64, cy: f64, rx: f64, ry: f64) -> bool {
    ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) <= 1.0
}

/// Whether the point lies in the polygon: a ray to the right crosses its border an odd number of times.
fn inside(x: f64, y: f64, corners: &[(f64, f64)]) -> bool {
    let mut inside = false;
    for (k, &(ax, ay)) in corners.iter().enumerate() {
        let (bx, by) = corners[(k + 1) % corners.len()];
        if (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax) {
            inside = !inside;
        }
    }
    inside
}

#[cfg(test)]
mod tests;
