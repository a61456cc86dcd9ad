//! One perceptron of many learns.

use std::borrow::Cow;

use rand::seq::SliceRandom;

use crate::digits::{DigitSet, PIXELS};
use crate::noise::generator;
use crate::perceptron::pixels::{self, WEIGHTS};

/// What the passes through the examples made of one perceptron.
pub(super) struct Passes {
    /// After each pass: the weights then, and their average until then.
    pub(super) weights: Vec<[[f32; WEIGHTS]; 2]>,
    pub(super) mistakes: Vec<f64>,
}

/// One perceptron learns to say +1 to `digit`, −1 to the other examples, which are at these places of the set.
pub(super) fn learn(set: &DigitSet, places: &[u32], digit: u8, epochs: usize, seed: u64) -> Passes {
    let mut random = generator(seed);
    let pixels = side_by_side(set, places);
    let yes: Vec<bool> = places.iter().map(|&place| set.labels()[place as usize] == digit).collect();
    let mut order: Vec<usize> = (0..places.len()).collect();
    let (mut w, mut late) = ([0.0_f32; WEIGHTS], [0.0_f64; WEIGHTS]);
    let mut shown = 0_u64;
    let mut passes = Passes { weights: Vec::new(), mistakes: Vec::new() };
    for _ in 0..epochs {
        order.shuffle(&mut random);
        let mut wrong = 0;
        for &example in &order {
            let image = &pixels[example * PIXELS..(example + 1) * PIXELS];
            if (pixels::field(&w, image) > 0.0) != yes[example] {
                let target = if yes[example] { 1.0 } else { -1.0 };
                pixels::correct(&mut w, image, target);
                pixels::correct_late(&mut late, image, f64::from(target) * shown as f64);
                wrong += 1;
            }
            shown += 1;
        }
        let of = shown.max(1) as f64;
        let averaged = std::array::from_fn(|k| ((f64::from(w[k]) - late[k] / of) / 255.0) as f32);
        passes.weights.push([w.map(|w| w / 255.0), averaged]);
        passes.mistakes.push(f64::from(wrong) / order.len().max(1) as f64);
    }
    passes
}

/// The pictures of the examples. Those of two digits are copied: they fit into the processor's cache, which 60,000 do
/// not.
fn side_by_side<'a>(set: &'a DigitSet, places: &[u32]) -> Cow<'a, [u8]> {
    if places.len() == set.len() {
        return Cow::Borrowed(set.pixels());
    }
    let mut pixels = Vec::with_capacity(places.len() * PIXELS);
    for &place in places {
        let start = place as usize * PIXELS;
        pixels.extend_from_slice(&set.pixels()[start..start + PIXELS]);
    }
    Cow::Owned(pixels)
}
