//! Against NEURON 9.0.2: the numbers are printed by `tests/oracles/cable_neuron.py`.

use super::*;

fn tree() -> Cable {
    let branches =
        [Branch::soma(20.0), Branch::on(0, 300.0, 3.0, 10), Branch::on(1, 200.0, 1.5, 8), Branch::on(1, 150.0, 1.0, 6)];
    Cable::branched(&branches, CableParams::default()).unwrap()
}

/// Soma, and the last compartments of stem, left and right branch.
const PLACES: [usize; 4] = [0, 10, 18, 24];

fn backward_euler() -> CableOptions {
    CableOptions { scheme: CableScheme::BackwardEuler, v_init: Some(0.0), ..Default::default() }
}

fn assert_potentials(run: &CableRun, places: &[usize], table: &[(usize, [f64; 4])], error: f64) {
    for (row, expected) in table {
        for (&place, v) in places.iter().zip(expected) {
            let found = run.v[(*row, place)];
            assert!((found - v).abs() < error, "row {row}, compartment {place}: {found} and {v}");
        }
    }
}

#[test]
fn a_passive_tree_charges_as_in_neuron() {
    let table = [
        (40, [0.0, 0.0, 0.0, 0.0]),
        (41, [0.0000007540, 0.0009748790, 1.1621236961, 0.0000089463]),
        (60, [0.0586227261, 0.6847414894, 7.6670303657, 0.1945723473]),
        (120, [1.6955290121, 3.3600286037, 12.6594690308, 2.6627031707]),
        (240, [5.4895847240, 7.2421527225, 16.6744985069, 6.5905458706]),
        (280, [6.1103271648, 6.6118243341, 7.5022071940, 6.6920632236]),
        (400, [4.7933343716, 4.7959321569, 4.7994683189, 4.7978609017]),
    ];
    let stimuli = [Stimulus::step(18, 0.1, 1.0, 6.0)];
    let run = tree().simulate_with(&stimuli, 0.025, 10.0, backward_euler()).unwrap();
    assert_potentials(&run, &PLACES, &table, 1e-8);
}

#[test]
fn a_passive_tree_has_the_resistances_of_neuron() {
    let inputs = [195.0446234817, 193.2091265373, 277.1437625312, 347.3102820379];
    for (place, expected) in PLACES.into_iter().zip(inputs) {
        let found = tree().input_resistance(place).unwrap();
        assert!((found / expected - 1.0).abs() < 1e-9, "{found} and {expected}");
    }
    let transfer = tree().transfer_resistance(18, 0).unwrap();
    assert!((transfer / 165.2842757887 - 1.0).abs() < 1e-9);
}

#[test]
fn a_synapse_on_a_dendrite_acts_as_in_neuron() {
    // NEURON's numbers have converged (dt = 0.0005 ms); these steps are 10 times longer.
    // It cuts the alpha function off after 10 τ, at 6 ms.
    let table = [
        (300, [0.0327713173, 0.6276686756, 0.1017165861, 13.6056875831]),
        (400, [0.4078608612, 1.7523838191, 0.8406063170, 15.8991153557]),
        (600, [1.5319357334, 2.5056317256, 2.1705686951, 8.7791215737]),
        (1200, [1.9064502628, 1.9289066734, 1.9365179488, 2.0032031771]),
    ];
    let stimuli = [Stimulus::alpha_synapse(24, 2.0, 0.5, 70.0, &[1.0])];
    let run = tree().simulate(&stimuli, 0.005, 12.0).unwrap();
    assert_potentials(&run, &PLACES, &table, 1e-4);
}

#[test]
fn a_spike_travels_along_an_axon_as_in_neuron() {
    let table = [
        (60, [70.3279485620, 1.9577482712, 0.0145517031, 0.0021900741]),
        (100, [130.3027001810, 52.9183082777, 6.9107604592, 0.0788870351]),
        (150, [87.4828474807, 102.1229651719, 68.9975226125, 3.3561078344]),
        (200, [63.3331919552, 81.2647707529, 99.6924046587, 42.9581888740]),
        (250, [41.2244658597, 56.4673916754, 76.6867332370, 103.2998451117]),
        (300, [19.7576331868, 33.9208283241, 52.1692062017, 81.0295532019]),
        (600, [-10.3075686975, -10.3989106663, -10.6020422734, -10.8585185153]),
    ];
    let axon = Cable::unbranched(40, 20_000.0, 476.0, CableParams::squid())
        .unwrap()
        .with_channels(0..40, ChannelDensity::default())
        .unwrap();
    let stimuli = [Stimulus::step(0, 20_000.0, 0.5, 1.0)];
    let run = axon.simulate_with(&stimuli, 0.01, 6.0, backward_euler()).unwrap();
    // What remains is the error of the table of the gates.
    assert_potentials(&run, &[0, 10, 20, 39], &table, 2e-4);
}

#[test]
fn an_active_soma_fires_into_its_dendrite_as_in_neuron() {
    let table = [
        (60, [3.0963335637, 17.1860210759, 6.1623193651, 7.2075423242]),
        (100, [19.3907839786, 32.9757675591, 22.9961015933, 24.4105520882]),
        (160, [73.3517120396, 87.7320708041, 66.8079061069, 70.2109872315]),
        (200, [32.5771336446, 79.3964768334, 78.9648607773, 79.9036207658]),
        (280, [0.5873297299, 43.0004093112, 47.5888126718, 46.7447207161]),
        (400, [1.2895221205, 13.4213539261, 20.5961177617, 19.5470439275]),
        (800, [-2.1220777201, -2.2376500850, -2.2811316895, -2.2764474789]),
    ];
    let neuron = tree().with_channels(0..1, ChannelDensity::default()).unwrap();
    let stimuli = [Stimulus::step(10, 0.9, 1.0, 9.0)];
    let run = neuron.simulate_with(&stimuli, 0.025, 20.0, backward_euler()).unwrap();
    assert_potentials(&run, &PLACES, &table, 2e-4);
}

/// A squid axon excited at one end, compartments of `length` (µm).
fn velocity(temperature: f64, length: f64, dt: f64) -> f64 {
    let n = (120_000.0 / length) as usize;
    let params = CableParams { temperature, ..CableParams::squid() };
    let axon =
        Cable::unbranched(n, 120_000.0, 476.0, params).unwrap().with_channels(0..n, ChannelDensity::default()).unwrap();
    let options = CableOptions { record_every: 100, ..Default::default() };
    let stimuli = [Stimulus::step(0, 40_000.0 * length / 150.0, 0.1, 0.4)];
    let run = axon.simulate_with(&stimuli, dt, 10.0, options).unwrap();
    run.conduction_velocity(n / 3, 2 * n / 3).unwrap()
}

#[test]
fn the_velocity_of_the_squid_axon_is_that_of_neuron_and_of_hodgkin_and_huxley() {
    // NEURON: 12.31406 m/s at 6.3 °C and 18.72870 m/s at 18.5 °C in compartments of 150 µm; the step here is 4 times
    // longer than there.
    let (cold, warm) = (velocity(6.3, 150.0, 0.004), velocity(18.5, 150.0, 0.004));
    assert!((cold / 12.31406 - 1.0).abs() < 2e-4, "{cold}");
    assert!((warm / 18.72870 - 1.0).abs() < 6e-4, "{warm}");
    // Hodgkin and Huxley (1952) computed 18.8 m/s by hand, for 18.5 °C.
    assert!((warm - 18.8).abs() < 0.1, "{warm}");
}
