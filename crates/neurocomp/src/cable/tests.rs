use super::*;

mod active;
mod clamp;
mod geometry;
mod neuron;
mod passive;
mod refusals;
mod steady_state;
mod swc_files;

/// A random tree: parents, lengths (µm), diameters (µm).
type Tree = (Vec<Option<usize>>, Vec<f64>, Vec<f64>);

fn random_tree(largest: usize) -> impl proptest::strategy::Strategy<Value = Tree> {
    use proptest::prelude::*;
    prop::collection::vec((0.0..1.0_f64, 5.0..100.0_f64, 0.5..8.0_f64), 2..largest).prop_map(|nodes| {
        let parent = |i: usize| (i > 0).then(|| (nodes[i].0 * i as f64) as usize);
        (
            (0..nodes.len()).map(parent).collect(),
            nodes.iter().map(|node| node.1).collect(),
            nodes.iter().map(|node| node.2).collect(),
        )
    })
}

fn tree_cable((parents, lengths, diameters): &Tree) -> Cable {
    let morphology = Morphology::from_parents(parents, lengths, diameters).unwrap();
    Cable::new(morphology, CableParams::default()).unwrap()
}

/// The logarithm to base 2 of the ratio of successive errors: the order of a method whose step is halved each time.
fn orders(errors: &[f64]) -> Vec<f64> {
    errors.windows(2).map(|pair| (pair[0] / pair[1]).log2()).collect()
}

fn assert_order(errors: &[f64], order: f64) {
    for found in orders(errors) {
        assert!((found - order).abs() < 0.15, "{:?} from {errors:?}", orders(errors));
    }
}
