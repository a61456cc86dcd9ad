//! What the Hodgkin–Huxley and FitzHugh–Nagumo neurons say in French. The language belongs to the process, so this test
//! has one of its own.

use neurocomp::language::language;
use neurocomp::ndarray::array;
use neurocomp::neuron::fitzhugh_nagumo::{FitzHughNagumo, FitzHughNagumoParams};
use neurocomp::neuron::hodgkin_huxley::{HodgkinHuxley, HodgkinHuxleyParams};
use neurocomp::neuron::sodium::{SodiumParams, SodiumThreshold};

#[test]
fn messages_and_summaries_are_in_french() {
    language("fr");
    let squid = HodgkinHuxley::new(HodgkinHuxleyParams::default()).unwrap();
    let run = squid.simulate(10.0, 0.02, 20.0).unwrap();
    let curve = squid.refractory_curve(&array![3.0], 0.5, 100.0, 0.02).unwrap();
    let model = FitzHughNagumo::new(FitzHughNagumoParams::default()).unwrap();
    let bistable = FitzHughNagumo::new(FitzHughNagumoParams { a: 0.0, b: 2.0, ..Default::default() }).unwrap();
    let points = bistable.fixed_points(0.0).unwrap();
    for (text, said) in [
        (format!("{run:?}"), "1001 échantillons"),
        (format!("{:?}", run.currents()), "1001 échantillons"),
        (format!("{curve:?}"), "1/1 sans second potentiel d’action"),
        (
            squid.simulate(f64::NAN, 0.1, 1.0).unwrap_err().to_string(),
            "current doit être fini et -1000000 à 1000000 µA/cm², reçu NaN",
        ),
        (
            squid.simulate_input(&array![], 0.1).unwrap_err().to_string(),
            "current doit avoir au moins 1 élément, reçu 0",
        ),
        (
            squid.refractory_curve(&array![3.0], 0.5, 1.0, 0.02).unwrap_err().to_string(),
            "strongest doit suffire à un potentiel d’action depuis le repos, reçu 1 µA/cm²",
        ),
        (
            model.simulate(100.0, 0.0, 0.0, 0.1, 10.0).unwrap_err().to_string(),
            "dt doit être assez court pour que V reste fini ; avec 0.1 il s’est emballé après t = 0",
        ),
        (
            SodiumThreshold::new(SodiumParams { h: 1.5, ..Default::default() }).unwrap_err().to_string(),
            "h doit être fini et 0 à 1, reçu 1.5",
        ),
        (format!("{:?}", points[0]), "foyer stable"),
        (points[1].stability.to_string(), "point selle"),
        (format!("{:?}", model.fixed_points(0.7).unwrap()), "nœud instable"),
    ] {
        assert!(text.contains(said), "{text:?} should contain {said:?}");
    }
}
