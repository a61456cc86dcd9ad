use super::*;
use crate::rate::transfer::{PowerLaw, ThresholdLinear};
use ndarray::array;

fn usual() -> WinnerTakeAll {
    WinnerTakeAll::new(WinnerTakeAllParams::default()).unwrap()
}

#[test]
fn the_largest_input_wins_whichever_it_is() {
    for winner in 0..4 {
        let inputs = Array1::from_shape_fn(4, |k| if k == winner { 15.2 } else { 15.0 });
        let run = usual().simulate(&inputs, 0.5, 1000.0).unwrap();
        assert_eq!(run.winner(), Some(winner), "{run:?}");
        let last = run.r.row(2000);
        assert!((0..4).all(|k| if k == winner { last[k] > 400.0 } else { last[k] < 1.0 }), "{last}");
    }
}

#[test]
fn equals_stay_equal_without_noise() {
    let run = usual().simulate(&array![15.0, 15.0], 0.5, 500.0).unwrap();
    let last = run.r.row(1000);
    assert_eq!((run.winner(), last[0]), (None, last[1]));
    assert!((last[0] - usual().equal_rate(2, 15.0).unwrap()).abs() < 1e-9);
}

#[test]
fn a_small_difference_grows_as_the_eigenvalue_says() {
    let decision = usual();
    for (units, input) in [(2, 15.0), (3, 12.0), (5, 20.0)] {
        let equal = decision.equal_rate(units, input).unwrap();
        let mut state = vec![equal; units];
        (state[0], state[1]) = (equal + 1e-6, equal - 1e-6);
        let mut rk4 = Rk4::new(units);
        for _ in 0..100 {
            rk4.step(0.0, 0.05, &mut state, |_, r, dr| decision.slope(&vec![input; units], r, dr));
        }
        let growth = ((state[0] - state[1]) / 2e-6).ln() / 5.0;
        let theory = decision.growth_of_differences(units, input).unwrap();
        assert!((growth - theory).abs() < 1e-5, "{growth} for {theory}");
    }
}

#[test]
fn weak_inhibition_lets_all_fire() {
    // In the linear range of slope 50: λ < 0 if w_self + w_inhibition < 1/50.
    let transfer = ThresholdLinear::default().into();
    let weak = WinnerTakeAllParams { w_self: 0.0, w_inhibition: 0.015, transfer, ..Default::default() };
    let decision = WinnerTakeAll::new(weak).unwrap();
    assert!((decision.growth_of_differences(2, 10.0).unwrap() - (50.0 * 0.015 - 1.0) / 10.0).abs() < 1e-12);
    // r₁ = 50 (I₁ − 5 − w r₂) and the same for r₂.
    let run = decision.simulate(&array![10.0, 11.0], 0.5, 1500.0).unwrap();
    let (a, b) = (250.0, 300.0);
    let both = 1.0 - 0.75 * 0.75;
    let last = run.r.row(3000);
    assert!((last[0] - (a - 0.75 * b) / both).abs() < 1e-6 && (last[1] - (b - 0.75 * a) / both).abs() < 1e-6);
}

#[test]
fn noise_decides_between_equals_and_errs_between_almost_equals() {
    let choices = |advantage: f64| usual().choices(&array![15.0 + advantage, 15.0], 30.0, 1.0, 300.0, 400, 3).unwrap();
    let (equal, some, more) = (choices(0.0), choices(0.4), choices(1.5));
    assert!((equal[0] - 0.5).abs() < 0.1, "{equal}");
    assert!(some[0] > equal[0] + 0.05 && some[0] < more[0] && more[0] > 0.85, "{equal} {some} {more}");
    for fractions in [equal, some, more] {
        assert!((fractions.sum() - 1.0).abs() < 1e-9);
    }
}

#[test]
fn choices_do_not_depend_on_the_number_of_threads() {
    let choices = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| usual().choices(&array![15.0, 15.0, 15.0], 30.0, 1.0, 100.0, 50, 1).unwrap())
    };
    assert_eq!(choices(1), choices(3));
}

#[test]
fn refusals_name_the_parameter() {
    let said = |params| WinnerTakeAll::new(params).unwrap_err().to_string();
    let base = WinnerTakeAllParams::default();
    assert!(
        said(WinnerTakeAllParams { w_inhibition: -0.1, ..base }).starts_with("w_inhibition must be finite and >= 0")
    );
    assert!(said(WinnerTakeAllParams { transfer: PowerLaw::default().into(), ..base }).contains("power law"));
    assert!(usual().simulate(&array![1.0], 0.5, 10.0).is_err());
    assert!(usual().choices(&array![1.0, 2.0], 1.0, 0.5, 10.0, 0, 1).is_err());
}
