use super::*;

#[test]
fn parts_come_one_after_the_other() {
    let schedule = Schedule::trials(&[1.0, 0.0], 1.0, 2)
        .unwrap()
        .then(&Schedule::trials(&[1.0, 0.5], 0.0, 1).unwrap())
        .unwrap()
        .repeat(2)
        .unwrap();
    assert_eq!(schedule.rewards().to_vec(), [1.0, 1.0, 0.0, 1.0, 1.0, 0.0]);
    assert_eq!(schedule.stimuli().column(1).to_vec(), [0.0, 0.0, 0.5, 0.0, 0.0, 0.5]);
}

#[test]
fn partial_reward_comes_with_its_probability_and_seed() {
    let rewards = |p: f64, seed: u64| Schedule::partial(&[1.0], p, 10_000, seed).unwrap();
    // Standard deviation √(0.3·0.7/10000) = 0.0046.
    assert!((rewards(0.3, 1).rewards().mean().unwrap() - 0.3).abs() < 0.02);
    assert_eq!(rewards(0.3, 1), rewards(0.3, 1));
    assert_ne!(rewards(0.3, 1), rewards(0.3, 2));
    assert_eq!(rewards(0.0, 1).rewards().sum(), 0.0);
    assert_eq!(rewards(1.0, 1).rewards().sum(), 10_000.0);
}

#[test]
fn impossible_trials_are_refused() {
    let one = Schedule::trials(&[1.0], 1.0, 1).unwrap();
    let two = Schedule::trials(&[1.0, 1.0], 1.0, 1).unwrap();
    for (error, said) in [
        (Schedule::trials(&[], 1.0, 1).unwrap_err(), "stimuli must be from 1 to"),
        (Schedule::trials(&[1.0], 1.0, 0).unwrap_err(), "n must be from 1 to"),
        (Schedule::trials(&[f64::NAN], 1.0, 1).unwrap_err(), "stimuli[0] must be finite"),
        (Schedule::trials(&[1.0], f64::NAN, 1).unwrap_err(), "reward must be finite"),
        (Schedule::partial(&[1.0], 1.5, 1, 1).unwrap_err(), "probability must be finite and 0 to 1"),
        (one.then(&two).unwrap_err(), "next must be for 1 stimuli, received 2"),
        (one.repeat(0).unwrap_err(), "times must be from 1 to"),
    ] {
        assert!(error.to_string().contains(said), "{error}");
    }
}
