//! e^x for many numbers at once.
//!
//! The library function is called for one number at a time, and its last digit depends on the machine. This one is
//! nothing but sums and products, so that the compiler works on several neurons in one instruction and every machine
//! gives the same spikes.
//!
//! ```text
//! e^x = 2^n e^r,     n = x/ln 2 rounded,     r = x − n ln 2,  |r| ≤ ln 2/2
//! ```
//!
//! and e^r is its Taylor polynomial of degree 13, whose first omitted term (0.3466¹⁴/14!) is 4·10⁻¹⁸.

/// ln 2 in two parts (W. J. Cody & W. Waite, *Software Manual for the Elementary Functions*, 1980): n times the first
/// is exact, because its last 21 bits are zero.
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Adding 1.5·2⁵² leaves no room for digits after the point: the sum is rounded to a whole number, which is then in
/// the last bits of the float.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// e^x to about 15 digits, for x from −700 to 700; beyond it stays at the value there.
#[inline(always)]
pub(super) fn exponential(x: f64) -> f64 {
    let x = x.clamp(-700.0, 700.0);
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let n = shifted - ROUND;
    let r = (x - n * LN_2_HIGH) - n * LN_2_LOW;
    let mut sum = COEFFICIENTS[0];
    for &c in &COEFFICIENTS[1..] {
        sum = sum * r + c;
    }
    // 2^n: the exponent of a float is above its 52 other bits, counted from 1023.
    let power = f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52);
    sum * power
}

/// 1/k! from k = 13 down to 0.
const COEFFICIENTS: [f64; 14] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    0.5,
    1.0,
    1.0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_exponential() {
        for k in -70_000..=70_000 {
            let x = k as f64 * 0.009_999;
            let (value, exact) = (exponential(x), x.exp());
            assert!((value / exact - 1.0).abs() < 1e-15, "e^{x} = {value:e}, not {exact:e}");
        }
        assert_eq!(exponential(0.0), 1.0);
        assert_eq!(exponential(f64::INFINITY), exponential(700.0));
        assert_eq!(exponential(f64::NEG_INFINITY), exponential(-700.0));
    }
}
