use super::*;

fn animal(params: TemporalDifferenceParams) -> TemporalDifference {
    TemporalDifference::new(params).unwrap()
}

#[test]
fn values_follow_the_binomial_closed_form() {
    for (learning_rate, discount) in [(0.1, 1.0), (0.3, 0.9), (1.0, 0.8), (0.5, 0.0)] {
        let animal =
            animal(TemporalDifferenceParams { learning_rate, discount, ..TemporalDifferenceParams::default() });
        let run = animal.run(120).unwrap();
        for n in [0, 1, 2, 10, 50, 119] {
            for k in 0..=10 {
                let exact = animal.value_before_reward(k, n);
                let found = run.value[[n, 15 - k]];
                assert!((found - exact).abs() < 1e-12, "{learning_rate} {n} {k}: {found} {exact}");
            }
        }
    }
}

#[test]
fn the_closed_form_is_the_sum_over_the_binomial_distribution() {
    // P(B ≥ 3), n = 5, p = 0.3: 10·0.027·0.49 + 5·0.0081·0.7 + 0.00243.
    assert!((binomial_tail(3, 5, 0.3) - 0.16308).abs() < 1e-12);
    assert!((binomial_tail(1, 7, 0.2) - (1.0 - 0.8f64.powi(7))).abs() < 1e-12);
}

#[test]
fn values_converge_to_discounted_reward() {
    let animal = animal(TemporalDifferenceParams { discount: 0.9, ..TemporalDifferenceParams::default() });
    let run = animal.run(2000).unwrap();
    for t in 0..25 {
        let expected = if (5..=15).contains(&t) { 0.9f64.powi(15 - t) } else { 0.0 };
        assert!((run.value[[1999, t as usize]] - expected).abs() < 1e-12, "{t}");
    }
}

#[test]
fn the_error_moves_from_the_reward_to_the_stimulus() {
    let run = animal(TemporalDifferenceParams::default()).run(500).unwrap();
    let peak = |trial: usize| {
        let row = run.error.row(trial);
        (0..25).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap()
    };
    assert_eq!((peak(0), peak(499)), (15, 4));
    // On its way it never goes forward.
    let path: Vec<usize> = (0..500).map(peak).collect();
    assert!(path.windows(2).all(|pair| pair[1] <= pair[0]));
    assert!(path.iter().any(|&t| t > 4 && t < 15));
}

#[test]
fn errors_of_a_trial_add_up_to_the_reward_without_discount() {
    // Σ (r + v(t + 1) − v(t)) = r: the prediction before and after a trial is 0.
    let run = animal(TemporalDifferenceParams::default()).run(60).unwrap();
    for trial in 0..60 {
        assert!((run.error.row(trial).sum() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn a_reward_that_does_not_come_is_a_dip_at_its_moment() {
    let mut rewards = Array1::ones(1001);
    rewards[1000] = 0.0;
    let run = animal(TemporalDifferenceParams::default()).run_rewards(&rewards).unwrap();
    assert!((run.error[[1000, 4]] - 1.0).abs() < 1e-9);
    assert!((run.error[[1000, 15]] + 1.0).abs() < 1e-9);
}

#[test]
fn a_trial_of_one_moment_between_is_rescorla_wagner() {
    // Stimulus and reward at the same moment: v = 1 − (1 − ε)^n.
    let animal = animal(TemporalDifferenceParams {
        moments: 2,
        stimulus_at: 1,
        reward_at: 1,
        ..TemporalDifferenceParams::default()
    });
    let run = animal.run(20).unwrap();
    for n in 0..20 {
        assert!((run.value[[n, 1]] - (1.0 - 0.9f64.powi(n as i32))).abs() < 1e-12);
    }
}

#[test]
fn impossible_trials_are_refused() {
    let new = |change: fn(&mut TemporalDifferenceParams)| {
        let mut params = TemporalDifferenceParams::default();
        change(&mut params);
        TemporalDifference::new(params).unwrap_err().to_string()
    };
    for (message, said) in [
        (new(|p| p.reward_at = 25), "reward_at must be from 1 to 24, received 25"),
        (new(|p| p.stimulus_at = 16), "stimulus_at must be from 1 to 15, received 16"),
        (new(|p| p.stimulus_at = 0), "stimulus_at must be from 1 to 15, received 0"),
        (new(|p| p.discount = 1.5), "discount must be finite and 0 to 1, received 1.5"),
        (new(|p| p.learning_rate = 0.0), "learning_rate must be finite and > 0, received 0"),
    ] {
        assert_eq!(message, said);
    }
    let animal = animal(TemporalDifferenceParams::default());
    assert!(animal.run(0).is_err());
    assert!(animal.run_rewards(&ndarray::array![1.0, f64::NAN]).is_err());
}
