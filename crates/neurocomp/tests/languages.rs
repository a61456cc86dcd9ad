//! Messages in both languages. One test, in a process of its own: the language belongs to the process.

use neurocomp::language::{self, Language};
use neurocomp::ndarray::array;
use neurocomp::neuron::lif::{Lif, LifParams};
use neurocomp::neuron::sodium::{SodiumParams, SodiumThreshold};
use neurocomp::neuron::synapse::poisson_input;
use neurocomp::spike_train::{SpikeTrain, histogram, threshold_crossings};

/// One error of each kind that a student can meet.
fn messages() -> Vec<String> {
    let default = LifParams::default();
    let neuron = Lif::new(default).unwrap();
    let membrane = SodiumParams::default();
    vec![
        Lif::new(LifParams { tau_m: -3.0, ..default }).unwrap_err().to_string(),
        Lif::new(LifParams { t_ref: -3.0, ..default }).unwrap_err().to_string(),
        Lif::new(LifParams { v_reset: 30.0, ..default }).unwrap_err().to_string(),
        neuron.simulate(f64::NAN, 0.1, 1.0).unwrap_err().to_string(),
        neuron.simulate(1.0, -0.1, 1.0).unwrap_err().to_string(),
        neuron.simulate(1.0, 2.0, 1.0).unwrap_err().to_string(),
        neuron.simulate(1.0, 30.0, 100.0).unwrap_err().to_string(),
        neuron.simulate(1.0, 0.1, 1e9).unwrap_err().to_string(),
        neuron.simulate_input(&array![], 0.1).unwrap_err().to_string(),
        neuron.spikes_noisy(1e9, 0.0, 0.1, 1e7, 1).unwrap_err().to_string(),
        SpikeTrain::new(vec![], 1.0, 0.0).unwrap_err().to_string(),
        SpikeTrain::new(vec![2.0], 0.0, 1.0).unwrap_err().to_string(),
        SpikeTrain::new(vec![0.5, 0.2], 0.0, 1.0).unwrap_err().to_string(),
        threshold_crossings(&array![0.0], &array![0.0], 0.0).unwrap_err().to_string(),
        threshold_crossings(&array![0.0, 1.0], &array![0.0, f64::NAN], 0.0).unwrap_err().to_string(),
        histogram(&array![], 0, 0.0, 1.0).unwrap_err().to_string(),
        histogram(&array![], 5, 1.0, 0.0).unwrap_err().to_string(),
        poisson_input(1, -1.0, 1.0, 0.1, 1.0, 1).unwrap_err().to_string(),
        poisson_input(1, 1.0, f64::NAN, 0.1, 1.0, 1).unwrap_err().to_string(),
        poisson_input(1, 1e300, 1.0, 0.1, 1.0, 1).unwrap_err().to_string(),
        SodiumThreshold::new(SodiumParams { h: 2.0, ..membrane }).unwrap_err().to_string(),
        SodiumThreshold::new(membrane).unwrap().simulate(f64::NAN, 0.1, 1.0).unwrap_err().to_string(),
    ]
}

#[test]
fn every_message_exists_in_both_languages_and_names_the_value() {
    let note = std::env::temp_dir().join(format!("neurocomp-language-{}", std::process::id()));
    // SAFETY: the only test of this process, before it starts any thread of its own.
    unsafe { std::env::set_var("NEUROCOMP_LANGUAGE_FILE", &note) };

    assert_eq!(language::current(), Language::English);
    let english = messages();
    language::language("fr");
    assert_eq!(language::current(), Language::French);
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "fr");
    let french = messages();
    language::language("xx");
    assert_eq!(language::current(), Language::English);
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "en");
    std::fs::remove_file(&note).unwrap();

    assert_eq!(english, messages());
    for (english, french) in english.iter().zip(&french) {
        let numbers = |text: &str| {
            let number = |word: &&str| word.chars().any(|c| c.is_ascii_digit()) || word.contains("NaN");
            text.split([' ', ',', ';', ':']).filter(number).map(String::from).collect::<Vec<_>>()
        };
        assert_ne!(english, french);
        assert_eq!(numbers(english), numbers(french), "{english} / {french}");
        assert!(!numbers(english).is_empty(), "{english}");
    }
}
