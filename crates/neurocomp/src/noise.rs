//! Random numbers that are the same on every computer and on any number of threads.

use ndarray_rand::rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

/// The generator of all simulations: xoshiro256++ (Blackman & Vigna 2021, doi:10.1145/3460772). Unlike `StdRng`
/// and `SmallRng` it is promised to give the same numbers in future versions and on all machines.
pub(crate) fn generator(seed: u64) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus::seed_from_u64(seed)
}

/// A seed of its own for each cell of a map, so that cells may be computed in any order.
pub(crate) fn cell_seed(seed: u64, row: usize, column: usize) -> u64 {
    mix(mix(mix(seed) ^ row as u64) ^ column as u64)
}

/// One step of SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2714064.2660195): a one-to-one scrambling of 64 bits,
/// after which neighbouring numbers have nothing in common.
fn mix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn neighbouring_cells_and_seeds_have_different_seeds() {
        let mut seen = HashSet::new();
        for seed in 0..20 {
            for row in 0..50 {
                for column in 0..50 {
                    assert!(seen.insert(cell_seed(seed, row, column)));
                }
            }
        }
    }

    #[test]
    fn mix_gives_the_numbers_of_splitmix64() {
        // First output of the reference implementation, https://prng.di.unimi.it/splitmix64.c, from state 1234567.
        assert_eq!(mix(1_234_567), 6_457_827_717_110_365_317);
    }
}
