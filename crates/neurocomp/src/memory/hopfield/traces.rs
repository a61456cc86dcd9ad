//! Fields of the Hebbian network from the patterns alone, in whole numbers: N·h_i = Σ_μ P_i^μ M^μ − K S_i with the
//! whole overlaps M^μ = N·m^μ.
//!
//! Bits are grouped by unit: one word holds unit i in 64 patterns. Eight patterns at a time have 2⁸ possible
//! contributions to a field, which are tabulated once for all units; a field is then a sum of K/8 entries.

use super::Pattern;

/// Units worked on together, so that their fields stay in the fastest memory. A multiple of 64.
const BLOCK: usize = 2048;

/// Entries of a table: one for every byte.
const BYTE: usize = 256;

/// For each byte, eight masks: all bits set where the byte's bit is.
static MASKS: [[i32; 8]; BYTE] = masks();

const fn masks() -> [[i32; 8]; BYTE] {
    let mut masks = [[0; 8]; BYTE];
    let mut byte = 0;
    while byte < BYTE {
        let mut bit = 0;
        while bit < 8 {
            masks[byte][bit] = -((byte >> bit & 1) as i32);
            bit += 1;
        }
        byte += 1;
    }
    masks
}

/// The bits of all patterns, by unit.
#[derive(Clone)]
pub(super) struct Traces {
    n: usize,
    k: usize,
    /// Unit i in patterns 64w … 64w + 63 is word w·N + i.
    words: Vec<u64>,
}

impl Traces {
    pub(super) fn new(patterns: &[Pattern]) -> Traces {
        let (n, k) = (patterns[0].len(), patterns.len());
        let mut words = Vec::with_capacity(k.div_ceil(64) * n);
        for group in patterns.chunks(64) {
            for place in 0..n.div_ceil(64) {
                let mut square = [0; 64];
                for (row, pattern) in square.iter_mut().zip(group) {
                    *row = pattern.words()[place];
                }
                transpose(&mut square);
                words.extend_from_slice(&square[..(n - 64 * place).min(64)]);
            }
        }
        Traces { n, k, words }
    }

    /// N·h_i of all units.
    pub(super) fn fields(&self, patterns: &[Pattern], state: &Pattern) -> Vec<i32> {
        let mut all = Vec::with_capacity(self.n);
        self.for_blocks(patterns, state, |first, sums| {
            let own = |j: usize| self.self_coupling(state.up(first + j));
            all.extend(sums.iter().enumerate().map(|(j, sum)| sum - own(j)));
        });
        all
    }

    /// One synchronous update: `up(N·h_i, S_i = 1)` gives the new state of each unit, in their order. Returns whether
    /// any unit changed.
    pub(super) fn update_all(
        &self,
        patterns: &[Pattern],
        state: &mut Pattern,
        mut up: impl FnMut(i32, bool) -> bool,
    ) -> bool {
        let old = state.clone();
        let mut changed = false;
        self.for_blocks(patterns, &old, |first, sums| {
            for (c, chunk) in sums.chunks(64).enumerate() {
                let place = first / 64 + c;
                let before = old.words()[place];
                let mut word = 0;
                for (bit, &sum) in chunk.iter().enumerate() {
                    let was = before >> bit & 1 == 1;
                    word |= u64::from(up(sum - self.self_coupling(was), was)) << bit;
                }
                state.words_mut()[place] = word;
                changed |= word != before;
            }
        });
        changed
    }

    /// K·S_i, which the sum over patterns contains although w_ii = 0.
    fn self_coupling(&self, up: bool) -> i32 {
        if up { self.k as i32 } else { -(self.k as i32) }
    }

    /// Calls `work` with the first unit of each block and its sums Σ_μ P_i^μ M^μ.
    fn for_blocks(&self, patterns: &[Pattern], state: &Pattern, mut work: impl FnMut(usize, &[i32])) {
        let tables = tables(&self.whole_overlaps(patterns, state));
        let mut sums = [0; BLOCK];
        for first in (0..self.n).step_by(BLOCK) {
            let sums = &mut sums[..BLOCK.min(self.n - first)];
            sums.fill(0);
            for (w, tables) in tables.chunks(8).enumerate() {
                let from = w * self.n + first;
                add(tables, &self.words[from..from + sums.len()], sums);
            }
            work(first, sums);
        }
    }

    /// M^μ of all patterns, and zeros up to a multiple of 8.
    pub(super) fn whole_overlaps(&self, patterns: &[Pattern], state: &Pattern) -> Vec<[i32; 8]> {
        let mut overlaps = vec![[0; 8]; self.k.div_ceil(8)];
        for (mu, pattern) in patterns.iter().enumerate() {
            overlaps[mu / 8][mu % 8] = pattern.product(state) as i32;
        }
        overlaps
    }

    /// N·h_i of one unit.
    pub(super) fn field_of(&self, i: usize, up: bool, overlaps: &[[i32; 8]], total: i32) -> i32 {
        let mut sums = [0; 8];
        for (groups, w) in overlaps.chunks(8).zip(0..) {
            let bytes = self.words[w * self.n + i].to_le_bytes();
            for (group, byte) in groups.iter().zip(bytes) {
                let masks = &MASKS[usize::from(byte)];
                for j in 0..8 {
                    sums[j] += group[j] & masks[j];
                }
            }
        }
        // Σ over P = +1 less Σ over P = −1 is twice the first less the sum over all.
        2 * sums.iter().sum::<i32>() - total - self.self_coupling(up)
    }

    /// Carries the overlaps along when unit i has become `up`: M^μ changes by 2 P_i^μ S_i. Returns by how much their
    /// sum changes. The numbers beyond the last pattern change, too; nothing reads them.
    pub(super) fn follow(&self, i: usize, up: bool, overlaps: &mut [[i32; 8]]) -> i32 {
        let sign = if up { 2 } else { -2 };
        let mut ones = 0;
        for (groups, w) in overlaps.chunks_mut(8).zip(0..) {
            let word = self.words[w * self.n + i];
            ones += word.count_ones() as i32;
            for (group, byte) in groups.iter_mut().zip(word.to_le_bytes()) {
                let masks = &MASKS[usize::from(byte)];
                for j in 0..8 {
                    group[j] += ((2 * sign) & masks[j]) - sign;
                }
            }
        }
        sign * (2 * ones - self.k as i32)
    }
}

/// For each group of eight patterns, what they add to the field of a unit, by the byte of its bits.
fn tables(overlaps: &[[i32; 8]]) -> Vec<[i32; BYTE]> {
    let mut tables = vec![[0; BYTE]; overlaps.len()];
    for (table, group) in tables.iter_mut().zip(overlaps) {
        table[0] = -group.iter().sum::<i32>();
        for byte in 1..BYTE {
            let lowest = byte.trailing_zeros() as usize;
            table[byte] = table[byte & (byte - 1)] + 2 * group[lowest];
        }
    }
    tables
}

/// Adds the entries of up to eight tables to the sums of the units.
fn add(tables: &[[i32; BYTE]], words: &[u64], sums: &mut [i32]) {
    if let [a, b, c, d, e, f, g, h] = tables {
        for (sum, word) in sums.iter_mut().zip(words) {
            let at = |byte: u32| (word >> (8 * byte) & 255) as usize;
            let low = (a[at(0)] + b[at(1)]) + (c[at(2)] + d[at(3)]);
            let high = (e[at(4)] + f[at(5)]) + (g[at(6)] + h[at(7)]);
            *sum += low + high;
        }
        return;
    }
    for (byte, table) in tables.iter().enumerate() {
        for (sum, word) in sums.iter_mut().zip(words) {
            *sum += table[(word >> (8 * byte) & 255) as usize];
        }
    }
}

/// Exchanges rows and columns of 64 × 64 bits: ever smaller off-diagonal squares change places (H. S. Warren, *Hacker's
/// Delight*, 2nd ed., section 7-3).
fn transpose(rows: &mut [u64; 64]) {
    let mut size = 32;
    let mut mask = 0x0000_0000_ffff_ffff_u64;
    while size != 0 {
        let mut row = 0;
        while row < 64 {
            let swap = (rows[row] >> size ^ rows[row + size]) & mask;
            rows[row] ^= swap << size;
            rows[row + size] ^= swap;
            row = (row + size + 1) & !size;
        }
        size /= 2;
        mask ^= mask << size;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_exchanges_row_and_column() {
        let original: [u64; 64] =
            std::array::from_fn(|i| (i as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(i as u32));
        let mut square = original;
        transpose(&mut square);
        for (i, row) in original.iter().enumerate() {
            for (j, column) in square.iter().enumerate() {
                assert_eq!(row >> j & 1, column >> i & 1);
            }
        }
    }
}
