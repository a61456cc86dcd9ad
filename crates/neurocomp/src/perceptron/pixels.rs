//! A perceptron that looks at the 784 pixels of a digit, as fast as is needed for 60,000 of them.
//!
//! Pixels stay bytes, 0 to 255, and x₀ is 255 too: that scales all fields alike and changes no answer. Beginning from 0
//! with η = 1, weights are then whole numbers, exact in `f32` up to 2²⁴. The products are added up in sixteen
//! sums whatever the width of the processor's registers, so that every machine finds the same numbers.

use crate::digits::PIXELS;

/// Weights of the pixels, and of x₀ at the end.
pub(super) const WEIGHTS: usize = PIXELS + 1;

const LANES: usize = 16;

/// 255 (w·x + b) of a picture with pixels 0 to 255, if `w` is meant for x from 0 to 1.
pub(super) fn field(w: &[f32; WEIGHTS], image: &[u8]) -> f32 {
    let mut sums = [0.0; LANES];
    add_products(&mut sums, w, image);
    sums.iter().sum::<f32>() + 255.0 * w[PIXELS]
}

/// The loop over the pixels. Apart from the final sum, because seeing both the compiler takes two lanes at a time,
/// alone as many as the registers hold: three times as fast.
#[inline(never)]
fn add_products(sums: &mut [f32; LANES], w: &[f32; WEIGHTS], image: &[u8]) {
    let mut lanes = *sums;
    for (w, pixels) in w[..PIXELS].chunks_exact(LANES).zip(image.chunks_exact(LANES)) {
        for lane in 0..LANES {
            lanes[lane] += w[lane] * f32::from(pixels[lane]);
        }
    }
    *sums = lanes;
}

/// w ← w ± x.
pub(super) fn correct(w: &mut [f32; WEIGHTS], image: &[u8], target: f32) {
    for (w, &pixel) in w.iter_mut().zip(image) {
        *w += target * f32::from(pixel);
    }
    w[PIXELS] += target * 255.0;
}

/// late ← late ± shown·x, see `Learner` for what it is good for.
pub(super) fn correct_late(late: &mut [f64; WEIGHTS], image: &[u8], change: f64) {
    for (late, &pixel) in late.iter_mut().zip(image) {
        *late += change * f64::from(pixel);
    }
    late[PIXELS] += change * 255.0;
}
