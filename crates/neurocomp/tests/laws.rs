//! Laws that hold for all neurons and all spike trains, tried on neurons and trains at random.

use neurocomp::ndarray::Array1;
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::neuron::sodium::{SodiumParams, SodiumThreshold};
use neurocomp::spike_train::{SpikeTrain, histogram, threshold_crossings};
use proptest::prelude::*;

fn any_neuron() -> impl Strategy<Value = LifParams> {
    (1.0..100.0, 0.1..10.0, 1.0..50.0, 0.5..60.0, 0.0..10.0).prop_map(|(tau_m, resistance, v_thresh, drop, t_ref)| {
        LifParams { tau_m, resistance, v_thresh, v_reset: v_thresh - drop, t_ref }
    })
}

fn any_train() -> impl Strategy<Value = SpikeTrain> {
    prop::collection::vec(0.0..1000.0, 0..60).prop_map(|mut times| {
        times.sort_by(f64::total_cmp);
        SpikeTrain::new(times, 0.0, 1000.0).unwrap()
    })
}

proptest! {
    #[test]
    fn a_stronger_current_never_fires_more_slowly(p in any_neuron(), a in 0.5..3.0, b in 0.5..3.0, sigma in 0.0..10.0) {
        let neuron = Lif::new(p).unwrap();
        let (low, high) = (f64::min(a, b) * neuron.rheobase(), f64::max(a, b) * neuron.rheobase());
        prop_assert!(neuron.rate(low) <= neuron.rate(high));
        let siegert = |current| neuron.siegert_rate(current, sigma).unwrap();
        prop_assert!(siegert(low) <= siegert(high) * (1.0 + 1e-12));
    }

    #[test]
    fn siegert_is_a_rate_below_that_of_the_refractory_time(p in any_neuron(), current in -1e3..1e3, log in -300.0..3.0) {
        let sigma = 10.0_f64.powf(log);
        let rate = Lif::new(p).unwrap().siegert_rate(current, sigma).unwrap();
        prop_assert!(rate.is_finite() && rate >= 0.0);
        prop_assert!(rate * p.t_ref <= 1000.0);
    }

    // Only ratios of potentials and of times matter: Buckingham's theorem for this neuron.
    #[test]
    fn units_of_potential_and_time_are_arbitrary(
        p in any_neuron(), relative in 0.5..2.0_f64, noise in 0.05..1.0_f64, mv in 0.01..100.0_f64, ms in 0.01..100.0_f64,
    ) {
        let scaled = LifParams {
            tau_m: ms * p.tau_m,
            resistance: mv * p.resistance,
            v_thresh: mv * p.v_thresh,
            v_reset: mv * p.v_reset,
            t_ref: ms * p.t_ref,
        };
        let (here, there) = (Lif::new(p).unwrap(), Lif::new(scaled).unwrap());
        let current = relative * here.rheobase();
        let sigma = noise * p.v_thresh;
        let (rate, other) = (here.siegert_rate(current, sigma).unwrap(), there.siegert_rate(current, mv * sigma).unwrap());
        // Where the rate is tiny, the rounding of (V_thresh − R I)/σ is multiplied by twice its own square.
        let far = ((1.0 - relative) / noise).powi(2).max(1.0);
        prop_assert!((rate - ms * other).abs() <= 1e-13 * far * rate, "{rate} {}", ms * other);
    }

    #[test]
    fn a_run_obeys_threshold_and_refractory_time(
        p in any_neuron(), current in 0.0..100.0, sigma in 0.0..20.0, dt in 0.01..1.0, seed: u64,
    ) {
        let neuron = Lif::new(p).unwrap();
        let run = neuron.simulate_noisy(current, sigma, dt, 200.0, seed).unwrap();
        prop_assert_eq!(run.v.len(), (200.0_f64 / dt).round() as usize + 1);
        prop_assert!(run.v.iter().all(|&v| v < p.v_thresh));
        let shortest = ((p.t_ref / dt).round() + 1.0) * dt;
        prop_assert!(run.spikes.isi().iter().all(|&isi| isi >= shortest - 1e-9));
        prop_assert_eq!(&run.spikes, &neuron.spikes_noisy(current, sigma, dt, 200.0, seed).unwrap());
    }

    #[test]
    fn cv_has_no_unit_and_no_origin(train in any_train(), factor in 0.1..10.0_f64, shift in -500.0..500.0) {
        let moved = |t: f64| factor * t + shift;
        let times = train.times().iter().map(|&t| moved(t)).collect();
        let other = SpikeTrain::new(times, moved(0.0), moved(1000.0)).unwrap();
        prop_assert_eq!(train.cv().is_some(), other.cv().is_some());
        if let (Some(a), Some(b)) = (train.cv(), other.cv()) {
            prop_assert!((a - b).abs() < 1e-9 * (1.0 + a));
            // No list of n positive numbers varies more than the one with all but one of them 0.
            prop_assert!(a <= (train.isi().len() as f64 - 1.0).sqrt() + 1e-9);
        }
        prop_assert!((train.rate() - factor * other.rate()).abs() < 1e-9 * (1.0 + train.rate()));
        prop_assert_eq!(train.isi().len(), train.len().saturating_sub(1));
    }

    #[test]
    fn a_histogram_counts_every_value_once(
        values in prop::collection::vec(-5.0..5.0, 0..200), bins in 1usize..50, low in -4.0..0.0, width in 0.1..8.0,
    ) {
        let values = Array1::from(values);
        let h = histogram(&values, bins, low, low + width).unwrap();
        prop_assert_eq!(h.counts.sum() + h.outside, values.len());
        for (bin, &count) in h.counts.indexed_iter() {
            let above = |x: f64| x >= h.edges[bin + 1] && !(bin + 1 == bins && x == h.edges[bins]);
            let inside = values.iter().filter(|&&x| x >= h.edges[bin] && !above(x)).count();
            prop_assert_eq!(count, inside);
        }
    }

    #[test]
    fn crossings_up_and_down_take_turns(values in prop::collection::vec(-1.0..1.0, 2..100), threshold in -0.9..0.9) {
        let t = Array1::from_shape_fn(values.len(), |k| 0.5 * k as f64);
        let v = Array1::from(values);
        let up = threshold_crossings(&t, &v, threshold).unwrap();
        let down = threshold_crossings(&t, &-&v, -threshold).unwrap();
        // Not equal: a value exactly at threshold counts as above in both directions, but has probability 0 here.
        prop_assert!(up.len().abs_diff(down.len()) <= 1);
        let mut all: Vec<(f64, bool)> = up.times().iter().map(|&t| (t, true)).collect();
        all.extend(down.times().iter().map(|&t| (t, false)));
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        prop_assert!(all.windows(2).all(|pair| pair[0].1 != pair[1].1));
    }

    #[test]
    fn fixed_points_take_turns_between_stable_and_not(
        g_leak in 0.01..20.0, e_leak in -30.0..20.0, g_na in 0.0..300.0, h in 0.0..1.0,
    ) {
        let params = SodiumParams { g_leak, e_leak, g_na, h, ..SodiumParams::default() };
        let membrane = SodiumThreshold::new(params).unwrap();
        let points = membrane.fixed_points();
        // dV/dt is positive far below and negative far above: an odd number, the outermost of them stable.
        prop_assert_eq!(points.len() % 2, 1);
        prop_assert!(points.iter().enumerate().all(|(k, p)| p.stable == (k % 2 == 0)));
        prop_assert!(points.windows(2).all(|pair| pair[0].v < pair[1].v));
        prop_assert_eq!(membrane.threshold().is_some(), points.len() > 1);
    }
}
