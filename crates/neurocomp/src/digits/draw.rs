//! Digits drawn by the library, for where MNIST cannot be had. They are not MNIST.
//!
//! A pen follows one of a few ways to write the digit. No two are the same: the points it passes through are moved
//! a little, the whole is made narrower or wider, slanted, turned, and bent by slow waves; the pen is thin or thick. As
//! in MNIST the digit fits into 20 × 20 pixels and its centre of mass lies in the middle of 28 × 28.

use std::f64::consts::TAU;

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use crate::parallel::in_parallel;
use crate::{Error, Result};

use super::strokes::{Stroke, WAYS};
use super::{CLASSES, DigitSet, Digits, PIXELS, SIDE, Source};
use crate::noise::{cell_seed, generator};

/// The most digits of a set that are drawn: a million (784 MB).
pub const MAX_DRAWN: usize = 1_000_000;

/// Half the width, in pixels, over which the border of a line fades from ink to paper.
const FADING: f64 = 0.5;

/// Straight pieces between two points of a smooth stroke.
const PIECES: usize = 6;

/// Draws `train` digits to learn and `test` digits to test, each with a random label. The same `seed` gives the same
/// digits, on any number of threads. They are **not** MNIST: fewer ways to write, no carelessness, and easier.
///
/// # Errors
///
/// If `train` or `test` is 0 or more than [`MAX_DRAWN`].
pub fn draw(train: usize, test: usize, seed: u64) -> Result<Digits> {
    Ok(Digits { source: Source::Drawn, train: draw_set(train, seed, 0)?, test: draw_set(test, seed, 1)? })
}

fn draw_set(n: usize, seed: u64, set: usize) -> Result<DigitSet> {
    if n > MAX_DRAWN {
        return Err(Error::text(
            format!("the number of digits must be at most {MAX_DRAWN}, received {n}"),
            format!("le nombre de chiffres doit être au plus {MAX_DRAWN}, reçu {n}"),
        ));
    }
    let mut pixels = vec![0; n * PIXELS];
    let labels = pixels.par_chunks_mut(PIXELS).enumerate().map(|(k, image)| {
        let mut random = generator(cell_seed(seed, set, k));
        let label = random.random_range(0..CLASSES);
        draw_digit(label, &mut random, image);
        label as u8
    });
    let labels: Vec<u8> = in_parallel(|| labels.collect());
    DigitSet::new(pixels, labels)
}

/// One digit; `image` is white.
fn draw_digit(label: usize, random: &mut Xoshiro256PlusPlus, image: &mut [u8]) {
    let ways = WAYS[label];
    let way = ways[random.random_range(0..ways.len())];
    let radius = random.random_range(0.8..1.6);
    let mut paths: Vec<Vec<[f64; 2]>> = way.iter().map(|stroke| path(stroke, random)).collect();
    deform(&mut paths, random);
    // Ink included, 20 pixels.
    place(&mut paths, 20.0 - 2.0 * (radius + FADING));
    for path in &paths {
        for ends in path.windows(2) {
            ink(image, ends[0], ends[1], radius);
        }
    }
    recentre(image);
}

fn normal(random: &mut Xoshiro256PlusPlus) -> f64 {
    StandardNormal.sample(random)
}

/// The points of a stroke, each a little beside its place, joined by short pieces.
fn path(stroke: &Stroke, random: &mut Xoshiro256PlusPlus) -> Vec<[f64; 2]> {
    let points: Vec<[f64; 2]> =
        stroke.points.iter().map(|&point| point.map(|place| place + 0.03 * normal(random))).collect();
    let last = points.len() - 1;
    let mut path = vec![points[0]];
    for k in 0..last {
        let (before, after) = (points[k.saturating_sub(1)], points[(k + 2).min(last)]);
        for piece in 1..=PIECES {
            let t = piece as f64 / PIECES as f64;
            path.push(std::array::from_fn(|axis| {
                let (from, to) = (points[k][axis], points[k + 1][axis]);
                if stroke.smooth { spline(before[axis], from, to, after[axis], t) } else { from + t * (to - from) }
            }));
        }
    }
    path
}

/// The cubic through b (t = 0) and c (t = 1) whose slopes there equal the neighbours' chords' (Catmull & Rom).
fn spline(a: f64, b: f64, c: f64, d: f64, t: f64) -> f64 {
    let (slope, next_slope) = (0.5 * (c - a), 0.5 * (d - b));
    let (t2, t3) = (t * t, t * t * t);
    (2.0 * t3 - 3.0 * t2 + 1.0) * b + (t3 - 2.0 * t2 + t) * slope + (3.0 * t2 - 2.0 * t3) * c + (t3 - t2) * next_slope
}

/// Bends by slow waves, makes narrower, slants and turns.
fn deform(paths: &mut [Vec<[f64; 2]>], random: &mut Xoshiro256PlusPlus) {
    let waves: Vec<[f64; 5]> = (0..4)
        .map(|_| {
            let [kx, ky] = [random.random_range(-1.2..1.2), random.random_range(-1.2..1.2)];
            [kx, ky, random.random_range(0.0..TAU), 0.03 * normal(random), 0.03 * normal(random)]
        })
        .collect();
    let width = random.random_range(0.55..0.95);
    let slant = 0.12 + 0.18 * normal(random);
    let (sin, cos) = (0.1 * normal(random)).sin_cos();
    for point in paths.iter_mut().flatten() {
        let [mut x, mut y] = *point;
        for [kx, ky, phase, dx, dy] in &waves {
            let wave = (TAU * (kx * point[0] + ky * point[1]) + phase).sin();
            x += dx * wave;
            y += dy * wave;
        }
        let x = width * (x - 0.5) - slant * (y - 0.5);
        let y = y - 0.5;
        *point = [cos * x - sin * y, sin * x + cos * y];
    }
}

/// Scales to `size` pixels, and puts the middle of the pen's way into the middle of the picture.
fn place(paths: &mut [Vec<[f64; 2]>], size: f64) {
    let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    let (mut centre, mut length) = ([0.0; 2], 0.0);
    for path in paths.iter() {
        for point in path {
            for axis in 0..2 {
                low[axis] = low[axis].min(point[axis]);
                high[axis] = high[axis].max(point[axis]);
            }
        }
        for ends in path.windows(2) {
            let piece = (ends[1][0] - ends[0][0]).hypot(ends[1][1] - ends[0][1]);
            length += piece;
            for axis in 0..2 {
                centre[axis] += piece * 0.5 * (ends[0][axis] + ends[1][axis]);
            }
        }
    }
    let scale = size / (high[0] - low[0]).max(high[1] - low[1]);
    for point in paths.iter_mut().flatten() {
        for axis in 0..2 {
            let middle = 0.5 * SIDE as f64;
            point[axis] = middle + scale * (point[axis] - centre[axis] / length);
        }
    }
}

/// Shifts the picture by whole pixels until its centre of mass is in the middle, as was done for MNIST.
fn recentre(image: &mut [u8]) {
    let (mut ink, mut rows, mut columns) = (0.0, 0.0, 0.0);
    for (k, &pixel) in image.iter().enumerate() {
        let pixel = f64::from(pixel);
        ink += pixel;
        rows += pixel * (k / SIDE) as f64;
        columns += pixel * (k % SIDE) as f64;
    }
    let middle = 0.5 * (SIDE - 1) as f64;
    let shift = |sum: f64| (sum / ink - middle).round() as isize;
    let (down, right) = (shift(rows), shift(columns));
    let old: [u8; PIXELS] = std::array::from_fn(|k| image[k]);
    for (k, pixel) in image.iter_mut().enumerate() {
        let inside = |place: usize, by: isize| place.checked_add_signed(by).filter(|&place| place < SIDE);
        let from = inside(k / SIDE, down).zip(inside(k % SIDE, right));
        *pixel = from.map_or(0, |(row, column)| old[row * SIDE + column]);
    }
}

/// One straight piece of a line of ink: full up to `radius` from its middle, then fading over one pixel.
fn ink(image: &mut [u8], from: [f64; 2], to: [f64; 2], radius: f64) {
    let reach = radius + FADING;
    let range = |axis: usize| {
        let (low, high) = (from[axis].min(to[axis]) - reach, from[axis].max(to[axis]) + reach);
        // A float below 0 becomes 0.
        (low.floor() as usize, (high.ceil() as usize).min(SIDE))
    };
    let ((left, right), (top, bottom)) = (range(0), range(1));
    let along = [to[0] - from[0], to[1] - from[1]];
    let length2 = (along[0] * along[0] + along[1] * along[1]).max(1e-12);
    for row in top..bottom {
        for column in left..right {
            let offset = [column as f64 + 0.5 - from[0], row as f64 + 0.5 - from[1]];
            let t = ((offset[0] * along[0] + offset[1] * along[1]) / length2).clamp(0.0, 1.0);
            let distance = (offset[0] - t * along[0]).hypot(offset[1] - t * along[1]);
            let shade = (255.0 * (reach - distance)).clamp(0.0, 255.0).round() as u8;
            let pixel = &mut image[row * SIDE + column];
            *pixel = (*pixel).max(shade);
        }
    }
}
