//! The Hopfield network.

use neurocomp::memory;

use crate::call::{Entry, entry};

crate::models! {
    memory::hopfield::Hopfield, memory::modern::DenseMemory, memory::Pattern, memory::sparse::SparseHopfield
}

crate::parameters! {
    memory::hopfield::RecallParams { sweeps, beta, order, keep_every, seed }
}

crate::results! {
    memory::experiment::OverlapCurve { beta, overlap, theory }
    memory::experiment::CapacityCurve { load, overlap, spread, recalled, theory }
    memory::hopfield::Recall { states, overlaps, energies, last, fixed_after }
}

crate::choices! {
    memory::modern::Interaction { Power(_), Exponential }
    memory::hopfield::UpdateOrder { Synchronous, Asynchronous, RandomPicks }
}

pub fn table() -> Vec<Entry> {
    let mut table = crate::calls! {
        memory::experiment: overlap_curve, capacity_curve;
        memory::hopfield::Hopfield: new, units, patterns, load, overlaps, field, energy, is_fixed, weight,
        pseudo_inverse, storkey, diluted, weights, recall;
        memory::mean_field: overlap, step, trajectory, retrieval_overlap, capacity;
        memory::modern::DenseMemory: new, patterns, load, energy, recall;
        memory::modern: softmax_weights, softmax_step;
        memory::Pattern: from_slice, from_array, from_image, from_bits, with_shape, len, is_empty, shape, unit,
        to_array, image, activity, overlap, hamming, negative, random, random_biased, random_set, relative,
        correlated_set, noisy, at_overlap, partial, blend;
        memory::picture: face, flower, wolf, letter, parse_text, decode_image;
        memory::sparse::SparseHopfield: new, units, patterns, load, activity, threshold, overlaps, field, recall;
    };
    table.extend([
        entry("picture::load_text", |path: &'static str| memory::picture::load_text(path)),
        entry("picture::load_image", |path: &'static str, rows: usize, columns: usize, level: Option<f64>| {
            memory::picture::load_image(path, rows, columns, level)
        }),
    ]);
    table
}
