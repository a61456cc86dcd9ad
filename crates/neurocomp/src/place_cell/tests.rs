use super::*;
use crate::place_cell::smoothing::spread;
use crate::place_cell::trajectory::reflect;
use ndarray::{Array1, array};
use proptest::prelude::*;

/// Back and forth at 20 cm/s on a track of 100 cm, 5 ms between positions: every place equally often.
fn even_runs() -> Trajectory {
    let time = Array1::from_shape_fn(40_001, |k| 5.0 * k as f64);
    let x = time.mapv(|t| reflect(0.02 * t, 100.0).0);
    Trajectory::new(&time, &x, &Array1::zeros(x.len())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(50) })]

    #[test]
    fn smoothing_keeps_the_sum_and_makes_nothing_negative(
        values in prop::collection::vec(0.0..10.0, 1..40), width in 0.0..30.0,
    ) {
        let smooth = spread(&values, width);
        prop_assert!((smooth.iter().sum::<f64>() - values.iter().sum::<f64>()).abs() < 1e-9);
        prop_assert!(smooth.iter().all(|&value| value >= 0.0));
    }

    #[test]
    fn walls_keep_the_animal_inside(place in -1e3..1e3, length in 1.0..200.0) {
        let (inside, _) = reflect(place, length);
        prop_assert!((0.0..=length).contains(&inside));
    }
}

#[test]
fn walls_reflect_like_mirrors() {
    assert_eq!(reflect(30.0, 100.0), (30.0, false));
    assert_eq!(reflect(-10.0, 100.0), (10.0, true));
    assert_eq!(reflect(130.0, 100.0), (70.0, true));
    assert_eq!(reflect(230.0, 100.0), (30.0, false));
}

#[test]
fn smoothing_spreads_by_its_width() {
    let mut point = vec![0.0; 101];
    point[50] = 2.0;
    let smooth = spread(&point, 4.0);
    let variance: f64 = smooth.iter().enumerate().map(|(k, v)| v * (k as f64 - 50.0).powi(2)).sum::<f64>() / 2.0;
    assert!((variance - 16.0).abs() < 1e-5, "{variance}");
    assert_eq!(spread(&point, 0.0), point);
}

#[test]
fn a_map_counts_all_spikes_and_all_the_time() {
    let path = even_runs();
    let field = PlaceField::new(PlaceFieldParams::default()).unwrap();
    let spikes = field.spikes(&path, 1).unwrap();
    for smoothing in [0.0, 4.0, 50.0] {
        let map = TrackMap::new(&path, &spikes, 100.0, 3.0, smoothing).unwrap();
        assert_eq!((map.rate.len(), map.edges.len()), (33, 34));
        assert!((map.occupancy.sum() - 200.0).abs() < 1e-9);
        assert!((map.spikes.sum() - spikes.len() as f64).abs() < 1e-8);
        let arena = ArenaMap::new(&path, &spikes, 100.0, 10.0, 3.0, smoothing).unwrap();
        assert_eq!(arena.rate.dim(), (3, 33));
        assert!((arena.occupancy.sum() - 200.0).abs() < 1e-9);
        assert!((arena.spikes.sum() - spikes.len() as f64).abs() < 1e-8);
    }
}

#[test]
fn the_rate_map_is_the_field_that_was_put_there() {
    let path = even_runs();
    let field = PlaceField::new(PlaceFieldParams { peak_rate: 40.0, ..Default::default() }).unwrap();
    let spikes = field.spikes(&path, 3).unwrap();
    let map = TrackMap::new(&path, &spikes, 100.0, 2.0, 0.0).unwrap();
    // Each bin: a Poisson count of rate · time (4 s); the squares of the standardised errors add up to χ².
    let centres = map.centres();
    let distance: f64 = (0..50)
        .filter(|&k| field.rate(centres[k], 0.0) > 2.0)
        .map(|k| {
            let expected = field.rate(centres[k], 0.0) * map.occupancy[k];
            (map.spikes[k] - expected).powi(2) / expected
        })
        .sum();
    assert!(distance < 50.0, "{distance}");
    let (place, rate) = map.peak().unwrap();
    assert!((place - 50.0).abs() < 6.0 && (rate - 40.0).abs() < 15.0);
}

#[test]
fn occupancy_of_even_runs_is_even_and_their_information_is_that_of_a_gaussian() {
    let path = even_runs();
    let params = PlaceFieldParams { peak_rate: 400.0, baseline: 0.0, width: 5.0, ..Default::default() };
    let spikes = PlaceField::new(params).unwrap().spikes(&path, 3).unwrap();
    let map = TrackMap::new(&path, &spikes, 100.0, 1.0, 0.0).unwrap();
    assert!(map.occupancy.iter().all(|&seconds| (seconds - 2.0).abs() < 0.05));
    let bits = map.information().unwrap().bits_per_spike;
    let width = 5.0 * (2.0 * std::f64::consts::PI).sqrt();
    let exact = (100.0 / width).log2() - 0.5 / std::f64::consts::LN_2;
    assert!((bits - exact).abs() < 0.02, "{bits} {exact}");
}

#[test]
fn foraging_has_the_speed_asked_for_and_covers_the_field_evenly() {
    let params = ForagingParams { duration: 4e7, ..Default::default() };
    let path = forage(params, 1).unwrap();
    let speed = path.speed();
    let square = speed.mapv(|v| v * v).mean().unwrap().sqrt();
    // The mean velocity of two moments 50 ms apart is a little less: √((1 + e^(−50/700))/2) = 0.983.
    assert!((square - 0.983 * 20.0).abs() < 0.6, "{square}");
    assert!(path.x().iter().chain(path.y()).all(|v| (0.0..=100.0).contains(v)));
    // Crossing the field takes about L²/π²σ²τ = 7 s: some 3000 independent moments, an error of 3 % in each quarter.
    let silent = SpikeTrain::new(vec![], 0.0, 4e7).unwrap();
    let map = ArenaMap::new(&path, &silent, 100.0, 100.0, 50.0, 0.0).unwrap();
    assert!(map.occupancy.iter().all(|s| (s / 1e4 - 1.0).abs() < 0.08), "{}", map.occupancy);
    assert_eq!(path, forage(params, 1).unwrap());
    assert_ne!(path, forage(params, 2).unwrap());
}

#[test]
fn the_velocity_forgets_with_its_time_constant() {
    // In a field so large that walls are never met: correlation e^(−1) after one time constant.
    let params = ForagingParams { arena_width: 1e9, duration: 2e6, ..Default::default() };
    let path = forage(params, 4).unwrap();
    let v: Vec<f64> = path.x().windows(2).into_iter().map(|pair| pair[1] - pair[0]).collect();
    let product = |lag: usize| -> f64 {
        let n = v.len() - lag;
        (0..n).map(|k| v[k] * v[k + lag]).sum::<f64>() / n as f64
    };
    // 14 steps of 50 ms; the mean over a step lowers the variance but not the covariance: compare lags 2 and 16.
    let quotient = product(16) / product(2);
    assert!((quotient - (-1.0_f64).exp()).abs() < 0.06, "{quotient}");
}

#[test]
fn runs_lead_from_end_to_end_at_their_speed() {
    let params = RunParams { speed_cv: 0.0, pause: 1000.0, dt: 10.0, runs: 4, ..Default::default() };
    let session = runs_on_track(params, 1).unwrap();
    let run = 200.0 / 30.0 * 1000.0;
    for (k, &start) in session.run_starts.iter().enumerate() {
        assert!((start - k as f64 * (run + 1000.0)).abs() < 1e-6);
        let (begin, end) = if k % 2 == 0 { (0.0, 200.0) } else { (200.0, 0.0) };
        let at = |t: f64| session.trajectory.position(t).0;
        assert!((at(start) - begin).abs() < 0.31 && (at(start + run) - end).abs() < 0.31);
        assert!((at(start + 0.5 * run) - 100.0).abs() < 1e-6);
        assert!((at(start + run + 500.0) - end).abs() < 1e-9);
    }
    assert_eq!(session.run_starts.len(), 4);
    let top = session.trajectory.speed().fold(0.0, |a: f64, &b| a.max(b));
    assert!((top - 30.0).abs() < 1e-6);
}

#[test]
fn a_path_that_begins_late_has_its_spikes_there() {
    let path = Trajectory::new(&array![5000.0, 9000.0], &array![0.0, 100.0], &array![0.0, 0.0]);
    let path = path.unwrap();
    let params = PlaceFieldParams { baseline: 20.0, ..Default::default() };
    let spikes = PlaceField::new(params).unwrap().spikes(&path, 1).unwrap();
    assert_eq!((spikes.t_start(), spikes.t_stop()), (5000.0, 9000.0));
    assert!(spikes.len() > 40);
}

#[test]
fn a_place_never_visited_has_no_rate() {
    let path = Trajectory::new(&array![0.0, 1000.0], &array![5.0, 5.0], &array![0.0, 0.0]).unwrap();
    let train = SpikeTrain::new(vec![200.0, 300.0], 0.0, 1000.0).unwrap();
    let map = TrackMap::new(&path, &train, 40.0, 10.0, 0.0).unwrap();
    assert_eq!((map.rate_at(0), map.rate_at(1), map.rate_at(9)), (Some(2.0), None, None));
    assert_eq!(map.information().unwrap().bits_per_spike, 0.0);
    assert!(format!("{map:?}").len() < 120);
}

#[test]
fn impossible_paths_and_maps_are_refused() {
    let path = |time: Array1<f64>, x: Array1<f64>| Trajectory::new(&time, &x, &array![0.0, 0.0]);
    assert!(path(array![0.0], array![1.0]).unwrap_err().to_string().contains("1, 1 and 2"));
    assert!(path(array![0.0, 0.0], array![1.0, 1.0]).unwrap_err().to_string().contains("index 1"));
    assert!(path(array![0.0, 1.0], array![1.0, f64::NAN]).is_err());
    let path = path(array![0.0, 1000.0], array![0.0, 50.0]).unwrap();
    let train = |t| SpikeTrain::new(vec![t], 0.0, 5000.0).unwrap();
    let fails = |train, length, bin_size, smoothing| {
        TrackMap::new(&path, &train, length, bin_size, smoothing).unwrap_err().to_string()
    };
    assert!(fails(train(1.0), 40.0, 1.0, 0.0).contains("x[1] must be finite and 0 to 40 cm"));
    assert!(fails(train(4000.0), 50.0, 1.0, 0.0).contains("spike[0]"));
    assert!(fails(train(1.0), 50.0, 0.0, 0.0).contains("bin_size"));
    assert!(fails(train(1.0), 50.0, 1e-9, 0.0).contains("at most 1000000 bins"));
    assert!(fails(train(1.0), 50.0, 1.0, f64::NAN).contains("smoothing"));
    let silent = SpikeTrain::new(vec![], 0.0, 1000.0).unwrap();
    let map = TrackMap::new(&path, &silent, 50.0, 1.0, 0.0).unwrap();
    assert!(map.information().is_err() && map.peak().is_none());
    assert!(PlaceField::new(PlaceFieldParams { width: 0.0, ..Default::default() }).is_err());
    assert!(forage(ForagingParams { speed: 0.0, ..Default::default() }, 1).is_err());
    assert!(runs_on_track(RunParams { runs: 0, ..Default::default() }, 1).is_err());
}

#[test]
fn populations_cover_their_space_and_repeat_with_their_seed() {
    let params = PlaceFieldParams::default();
    let fields = PlaceField::along_track(4, 100.0, params).unwrap();
    let x: Vec<f64> = fields.iter().map(|field| field.params().x).collect();
    assert_eq!(x, [12.5, 37.5, 62.5, 87.5]);
    let path = even_runs();
    let trains = place_cell_spikes(&fields, &path, 1).unwrap();
    assert_eq!(trains, place_cell_spikes(&fields, &path, 1).unwrap());
    assert_ne!(trains[0], fields[1].spikes(&path, 1).unwrap());
    for (k, train) in trains.iter().enumerate() {
        let map = TrackMap::new(&path, train, 100.0, 2.0, 3.0).unwrap();
        assert!((map.peak().unwrap().0 - x[k]).abs() < 8.0);
    }
    // 1000 uniform places: mean 0.5 ± 0.01 of the width, variance 1/12.
    let fields = PlaceField::in_arena(1000, 80.0, 50.0, params, 3).unwrap();
    for (extent, coordinate) in [(80.0, 0), (50.0, 1)] {
        let places: Array1<f64> =
            fields.iter().map(|field| [field.params().x, field.params().y][coordinate] / extent).collect();
        assert!((places.mean().unwrap() - 0.5).abs() < 0.03);
        assert!((places.var(1.0) * 12.0 - 1.0).abs() < 0.1);
    }
    assert!(PlaceField::along_track(1, 0.0, params).is_err());
    assert!(PlaceField::in_arena(1, 1.0, f64::NAN, params, 1).is_err());
}
