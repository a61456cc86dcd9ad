use super::lif;
use crate::neuron::lif::LifParams;
use ndarray::{Array1, array};

#[test]
fn a_map_is_the_same_on_any_number_of_threads() {
    let neuron = lif(LifParams::default());
    let (currents, sigmas) = (Array1::linspace(10.0, 30.0, 7), array![0.0, 1.0, 5.0]);
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| neuron.rate_cv_map(&currents, &sigmas, 0.1, 3000.0, 5).unwrap())
    };
    let one = on(1);
    for threads in [2, 3, 8] {
        let many = on(threads);
        // NaN differs from itself: compare bits.
        assert_eq!(one.cv.mapv(f64::to_bits), many.cv.mapv(f64::to_bits));
        assert_eq!((&one.rate, &one.spikes), (&many.rate, &many.spikes));
    }
}

#[test]
fn a_map_has_a_gap_exactly_where_there_are_fewer_than_three_spikes() {
    let neuron = lif(LifParams::default());
    let currents = array![0.0, 10.0, 14.0, 18.0, 25.0];
    let map = neuron.rate_cv_map(&currents, &array![0.0, 3.0], 0.1, 1000.0, 2).unwrap();
    for ((row, column), &spikes) in map.spikes.indexed_iter() {
        assert_eq!(map.cv_at(row, column).is_none(), spikes < 3);
        assert_eq!(map.rate[[row, column]], spikes as f64);
    }
    let missing = map.spikes.iter().filter(|&&n| n < 3).count();
    assert!((1..10).contains(&missing));
    assert!(format!("{map:?}").contains(&format!("{missing}/10 cells without cv")), "{map:?}");
    assert_eq!(map.cv_at(7, 0), None);
}

#[test]
fn cells_of_a_map_do_not_share_their_noise() {
    let neuron = lif(LifParams::default());
    let map = neuron.rate_cv_map(&array![15.0, 15.0, 15.0], &array![5.0, 5.0], 0.1, 5000.0, 2).unwrap();
    let mut cvs: Vec<u64> = map.cv.iter().map(|cv| cv.to_bits()).collect();
    cvs.sort();
    cvs.dedup();
    assert_eq!(cvs.len(), 6);
}
