use super::*;
use proptest::prelude::*;

fn trains() -> impl Strategy<Value = SpikeTrain> {
    prop::collection::vec(0.0..100.0, 0..30).prop_map(|mut times| {
        times.sort_by(f64::total_cmp);
        SpikeTrain::new(times, 0.0, 100.0).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(50) })]

    #[test]
    fn two_parts_hold_the_spikes_of_the_whole(train in trains(), cut in 1.0..99.0) {
        let (before, after) = (train.slice(0.0, cut).unwrap(), train.slice(cut, 100.0).unwrap());
        let at_cut = train.times().iter().filter(|&&t| t == cut).count();
        prop_assert_eq!(before.len() + after.len(), train.len() + at_cut);
        prop_assert!((before.duration() + after.duration() - train.duration()).abs() < 1e-9);
    }

    #[test]
    fn superposition_adds_rates_and_does_not_care_for_the_order(a in trains(), b in trains()) {
        let both = a.superpose(std::slice::from_ref(&b)).unwrap();
        prop_assert!((both.rate() - a.rate() - b.rate()).abs() < 1e-9);
        prop_assert_eq!(both, b.superpose(&[a]).unwrap());
    }

    #[test]
    fn a_shift_changes_no_interval(train in trains(), delay in -1e3..1e3) {
        let shifted = train.shift(delay).unwrap();
        prop_assert_eq!(shifted.len(), train.len());
        for (a, b) in shifted.isi().iter().zip(train.isi()) {
            prop_assert!((a - b).abs() < 1e-9);
        }
    }
}

#[test]
fn both_ends_of_a_slice_belong_to_it() {
    let train = SpikeTrain::new(vec![10.0, 20.0, 30.0], 0.0, 40.0).unwrap();
    assert_eq!(train.slice(10.0, 20.0).unwrap().times(), [10.0, 20.0]);
    assert_eq!(train.slice(0.0, 40.0).unwrap(), train);
}

#[test]
fn what_was_not_observed_cannot_be_cut_out() {
    let train = SpikeTrain::new(vec![10.0], 0.0, 40.0).unwrap();
    let fails = |a, b| train.slice(a, b).unwrap_err().to_string();
    assert!(fails(-1.0, 5.0).contains("[0, 40] ms, received -1"));
    assert!(fails(0.0, 41.0).contains("received 41"));
    assert!(fails(f64::NAN, 5.0).contains("NaN"));
    assert!(fails(20.0, 5.0).contains("received 20 and 5"));
    assert!(train.shift(f64::INFINITY).is_err());
    let later = train.shift(100.0).unwrap();
    assert!(train.superpose(&[later]).is_err());
}
