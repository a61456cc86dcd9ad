use super::*;
use proptest::prelude::*;

fn animal(learning_rate: f64) -> RescorlaWagner {
    RescorlaWagner::new(RescorlaWagnerParams { learning_rate, ..RescorlaWagnerParams::default() }).unwrap()
}

fn trials(stimuli: &[f64], reward: f64, n: usize) -> Schedule {
    Schedule::trials(stimuli, reward, n).unwrap()
}

#[test]
fn the_lecture_s_dog_learns_and_forgets() {
    // Predictions 0, 0.1 … → 1; then 1, 0.9 … → 0.
    let schedule = trials(&[1.0], 1.0, 400).then(&trials(&[1.0], 0.0, 400)).unwrap();
    let run = animal(0.1).run(&schedule).unwrap();
    assert_eq!((run.prediction[0], run.prediction[1]), (0.0, 0.1));
    assert!((run.prediction[400] - 1.0).abs() < 1e-12);
    assert!((run.prediction[401] - 0.9).abs() < 1e-12);
    assert!(run.prediction[799] < 1e-12);
}

#[test]
fn acquisition_and_extinction_follow_their_closed_forms() {
    for epsilon in [0.05, 0.3, 1.0, 1.7] {
        let schedule = trials(&[1.0], 1.0, 30).then(&trials(&[1.0], 0.0, 30)).unwrap();
        let animal = animal(epsilon);
        let run = animal.run(&schedule).unwrap();
        for n in 0..30 {
            assert!((run.prediction[n] - animal.acquisition(n)).abs() < 1e-12);
            let extinct = animal.acquisition(30) * (1.0 - epsilon).powi(n as i32);
            assert!((run.prediction[30 + n] - extinct).abs() < 1e-12);
        }
    }
}

#[test]
fn partial_reward_gives_its_probability_with_the_known_variance() {
    let (p, epsilon) = (0.4, 0.1);
    let schedule = Schedule::partial(&[1.0], p, 200_000, 1).unwrap();
    let run = animal(epsilon).run(&schedule).unwrap();
    let late = run.prediction.slice(ndarray::s![1000..]);
    assert!((late.mean().unwrap() - p).abs() < 0.01);
    let variance = p * (1.0 - p) * epsilon / (2.0 - epsilon);
    assert!((late.var(0.0) / variance - 1.0).abs() < 0.05);
}

#[test]
fn blocking_is_as_good_as_the_first_stimulus_was_learned() {
    for n in [5, 20, 100] {
        let schedule = trials(&[1.0, 0.0], 1.0, n).then(&trials(&[1.0, 1.0], 1.0, 300)).unwrap();
        let w = animal(0.1).run(&schedule).unwrap().final_weights();
        // What remains to be explained is shared equally.
        assert!((w[1] - 0.5 * 0.9f64.powi(n as i32)).abs() < 1e-12);
        assert!((w[0] + w[1] - 1.0).abs() < 1e-12);
    }
}

#[test]
fn overshadowing_shares_by_salience() {
    let animal = RescorlaWagner::new(RescorlaWagnerParams { learning_rate: 0.1, saliences: vec![0.9, 0.3] }).unwrap();
    let w = animal.run(&trials(&[1.0, 1.0], 1.0, 500)).unwrap().final_weights();
    assert!((w[0] - 0.75).abs() < 1e-12 && (w[1] - 0.25).abs() < 1e-12);
}

#[test]
fn an_inhibitor_comes_to_predict_that_nothing_comes() {
    let schedule = trials(&[1.0, 0.0], 1.0, 1).then(&trials(&[1.0, 1.0], 0.0, 1)).unwrap().repeat(2000).unwrap();
    let w = animal(0.1).run(&schedule).unwrap().final_weights();
    assert!((w[0] - 1.0).abs() < 1e-6 && (w[1] + 1.0).abs() < 1e-6, "{w}");
}

#[test]
fn impossible_models_are_refused() {
    let new = |learning_rate: f64, saliences: Vec<f64>| {
        RescorlaWagner::new(RescorlaWagnerParams { learning_rate, saliences })
    };
    for (learning_rate, said) in [
        (0.0, "learning_rate must be finite and > 0"),
        (2.5, "learning_rate must be finite and 0 to 2, received 2.5"),
        (f64::NAN, "received NaN"),
    ] {
        let error = new(learning_rate, vec![]).unwrap_err();
        assert!(error.to_string().contains(said), "{error}");
    }
    assert!(new(0.1, vec![1.2]).unwrap_err().to_string().contains("saliences[0]"));
    let error = new(0.1, vec![1.0]).unwrap().run(&trials(&[1.0, 1.0], 1.0, 1)).unwrap_err();
    assert_eq!(error.to_string(), "saliences must be for 2 stimuli, received 1");
    // Three stimuli at ε = 1: each correction is three times too large.
    let error = animal(1.0).run(&trials(&[1.0; 3], 1.0, 2000)).unwrap_err();
    assert!(error.to_string().contains("grown beyond all numbers after 10"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn predictions_stay_within_the_rewards(epsilon in 0.01..1.0, p in 0.0..=1.0, seed in 0u64..100) {
        let run = animal(epsilon).run(&Schedule::partial(&[1.0], p, 100, seed).unwrap()).unwrap();
        prop_assert!(run.prediction.iter().all(|v| (0.0..=1.0).contains(v)));
    }

    #[test]
    fn the_error_is_the_reward_minus_the_prediction(epsilon in 0.01..0.6, u in 0.0..1.0) {
        let schedule = trials(&[1.0, u], 1.0, 20);
        let run = animal(epsilon).run(&schedule).unwrap();
        for n in 0..20 {
            let w = run.weights.row(n);
            prop_assert!((run.prediction[n] - (w[0] + u * w[1])).abs() < 1e-12);
            prop_assert!((run.error[n] + run.prediction[n] - 1.0).abs() < 1e-12);
        }
    }
}
