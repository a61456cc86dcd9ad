//! Messages and summaries in French, in a process of their own: the language holds for all threads.

use neurocomp::conditioning::rescorla_wagner::{RescorlaWagner, RescorlaWagnerParams};
use neurocomp::conditioning::schedule::Schedule;
use neurocomp::language::language;
use neurocomp::ndarray::{Array2, array};
use neurocomp::plasticity::protocol::Protocol;
use neurocomp::plasticity::rate::{RateRule, learn};
use neurocomp::plasticity::stdp::{PairStdp, StdpParams};

#[test]
fn errors_and_summaries_speak_french() {
    language("fr");
    let error = PairStdp::new(StdpParams { tau_plus: 0.0, ..StdpParams::default() }).unwrap_err();
    assert_eq!(error.to_string(), "tau_plus doit être fini et > 0 ms, reçu 0");
    let error = Protocol::pairing(10.0, 0, 1.0).unwrap_err();
    assert_eq!(format!("{error:?}"), "pulses doit être entre 1 et 1000000, reçu 0");
    let error = learn(RateRule::Hebb, &Array2::ones((9999, 1)), &array![1.0], 1.0).unwrap_err();
    assert!(error.to_string().contains("un apprentissage plus lent"), "{error}");
    let dog = RescorlaWagner::new(RescorlaWagnerParams::default()).unwrap();
    let run = dog.run(&Schedule::trials(&[1.0], 1.0, 3).unwrap()).unwrap();
    assert!(format!("{run:?}").contains("3 essais"));
}
