//! Groups of neurons that are updated together.

/// The potential of a neuron that is refractory: nothing finite brings it to threshold.
pub(super) const RESTING: f64 = f64::NEG_INFINITY;

/// Neurons are updated in groups of this size, a whole number of them: the last is filled up with neurons that rest for
/// ever.
pub(super) const CHUNK: usize = 64;

/// Values of neurons, chunk by chunk.
pub(super) fn chunks(values: &[f64]) -> &[[f64; CHUNK]] {
    values.as_chunks().0
}

/// The same, to be changed.
pub(super) fn chunks_mut(values: &mut [f64]) -> &mut [[f64; CHUNK]] {
    values.as_chunks_mut().0
}

/// What belongs to chunk number `chunk`; all chunks may share one.
#[inline]
pub(super) fn of_chunk(all: &[[f64; CHUNK]], chunk: usize) -> &[f64; CHUNK] {
    if all.len() == 1 { &all[0] } else { &all[chunk] }
}

/// Lists the neurons of chunk number `chunk` that have reached the threshold, and resets them.
#[cold]
pub(super) fn collect(v: &mut [f64; CHUNK], chunk: usize, v_thresh: f64, after_spike: f64, fired: &mut Vec<u32>) {
    for (k, v) in v.iter_mut().enumerate() {
        if *v >= v_thresh {
            *v = after_spike;
            fired.push((chunk * CHUNK + k) as u32);
        }
    }
}
