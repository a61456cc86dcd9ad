use proptest::prelude::*;

use super::*;
use crate::Result;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/datasets/morphology.swc");

fn neuron(max_length: f64) -> Morphology {
    Morphology::from_swc(FILE, max_length).unwrap()
}

fn read(text: &str) -> Result<Morphology> {
    Morphology::from_swc_text("a.swc", text, 20.0)
}

fn said(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

/// Length and mean diameter of a branch.
fn branch(morphology: &Morphology, branch: usize) -> (f64, f64) {
    let parts = morphology.branch(branch);
    let parts = parts.iter().map(|&i| morphology.compartments()[i]);
    let length: f64 = parts.clone().map(|c| c.length).sum();
    (length, parts.map(|c| c.diameter * c.length).sum::<f64>() / length)
}

#[test]
fn the_file_drawn_for_it_has_the_branches_that_it_shows() {
    let neuron = neuron(20.0);
    let expected = [
        (Region::Soma, 20.0, 20.0),
        // 60 µm from radius 2 to 1.5 and 60 µm of radius 1.5.
        (Region::ApicalDendrite, 120.0, 3.25),
        // 50 µm from 1.5 to 0.5 and 50 µm of 0.5.
        (Region::ApicalDendrite, 100.0, 1.5),
        (Region::ApicalDendrite, 100.0, 2.25),
        (Region::Dendrite, 100.0, 1.5),
        // 52 + 20 µm.
        (Region::Dendrite, 72.0, 2.0),
        // 200 µm and the 5 from the soma to its first point.
        (Region::Axon, 205.0, 1.0),
    ];
    for (number, (region, length, diameter)) in expected.into_iter().enumerate() {
        let first = neuron.compartments()[neuron.branch(number)[0]];
        assert_eq!(first.region, region, "branch {number}");
        let (l, d) = branch(&neuron, number);
        assert!((l - length).abs() < 1e-9 && (d - diameter).abs() < 1e-9, "branch {number}: {l}, {d}");
        assert!(neuron.branch(number).iter().all(|&i| neuron.compartments()[i].length <= 20.0 + 1e-9));
    }
    assert!(neuron.branch(7).is_empty());
    // 1 + 6 + 5 + 5 + 5 + 4 + 11
    assert_eq!(neuron.len(), 37);
    let parents: Vec<_> = [1, 7, 12, 17].map(|i| neuron.compartments()[i]).to_vec();
    assert_eq!((parents[0].parent, parents[0].attachment), (Some(0), Attachment::Centre));
    assert_eq!((parents[1].parent, parents[2].parent), (Some(6), Some(6)));
    assert_eq!((parents[3].parent, parents[3].attachment), (Some(0), Attachment::Centre));
}

#[test]
fn the_membrane_does_not_depend_on_the_length_of_compartments_and_resistances_converge() {
    let areas: Vec<f64> = [1.0, 7.0, 50.0].map(|length| neuron(length).area()).to_vec();
    assert!((areas[0] / areas[1] - 1.0).abs() < 1e-12 && (areas[0] / areas[2] - 1.0).abs() < 1e-12);
    let resistance = |length| {
        let cable = Cable::new(neuron(length), CableParams::default()).unwrap();
        cable.input_resistance(0).unwrap()
    };
    let (fine, coarse) = (resistance(0.5), resistance(10.0));
    assert!((coarse / fine - 1.0).abs() < 1e-3, "{coarse} and {fine}");
}

#[test]
fn a_neuron_from_a_file_fires() {
    let neuron = Cable::new(neuron(10.0), CableParams::default()).unwrap();
    let soma = neuron.morphology().region(Region::Soma);
    let axon = neuron.morphology().region(Region::Axon);
    let tip = *axon.last().unwrap();
    let neuron = neuron
        .with_channels_at(&soma, ChannelDensity::default())
        .unwrap()
        .with_channels_at(&axon, ChannelDensity::default().scaled(2.0))
        .unwrap();
    let run = neuron.simulate(&[Stimulus::step(0, 1.0, 1.0, 3.0)], 0.025, 15.0).unwrap();
    assert_eq!((run.spikes[0].len(), run.spikes[tip].len()), (1, 1));
    assert!(run.conduction_velocity(0, tip).unwrap() > 0.0);
}

#[test]
fn a_soma_may_be_a_point_three_points_an_outline_or_a_chain() {
    let sphere = std::f64::consts::PI * 400.0;
    let dendrite = "\n100 3 10 0 0 1 1\n101 3 30 0 0 1 100";
    let area = |soma: &str| {
        let morphology = read(&format!("{soma}{dendrite}")).unwrap();
        let soma = morphology.region(Region::Soma);
        assert_eq!((soma.len(), morphology.branch(1).len()), (1, 1));
        assert!((branch(&morphology, 1).0 - 20.0).abs() < 0.4, "{:?}", branch(&morphology, 1));
        morphology.compartments()[0].area()
    };
    assert!((area("1 1 0 0 0 10 -1") / sphere - 1.0).abs() < 1e-12);
    assert!((area("1 1 0 0 0 10 -1\n2 1 0 -10 0 10 1\n3 1 0 10 0 10 1") / sphere - 1.0).abs() < 1e-12);
    // Twenty points on a circle of 10 µm, with radii that mean nothing.
    let outline: String = (0..20)
        .map(|k| {
            let angle = f64::from(k) * std::f64::consts::TAU / 20.0;
            let (x, y) = (10.0 * angle.cos(), 10.0 * angle.sin());
            let parent = if k == 0 { -1 } else { k };
            format!("{} 1 {x} {y} 0 0 {parent}\n", k + 1)
        })
        .collect();
    assert!((area(outline.trim()) / sphere - 1.0).abs() < 1e-9);
    // Two cylinders of 10 µm with diameter 10 one after another; the dendrite begins on the first point's surface.
    let chain = "1 1 5 0 0 5 -1\n2 1 5 10 0 5 1\n3 1 5 20 0 5 2";
    assert!((area(chain) - std::f64::consts::PI * 200.0).abs() < 1e-9);
}

#[test]
fn without_a_soma_all_branches_on_the_root_begin_at_one_place() {
    let two = "1 3 0 0 0 1 -1\n2 3 100 0 0 1 1\n3 3 -60 0 0 1 1";
    let cable = Cable::new(read(two).unwrap(), CableParams::default()).unwrap();
    // A straight cylinder of 160 µm, cut in the same way.
    let straight = Cable::unbranched(8, 160.0, 2.0, CableParams::default()).unwrap();
    let tip = cable.morphology().branch(1)[2];
    let expected = straight.transfer_resistance(0, 7).unwrap();
    assert!((cable.transfer_resistance(4, tip).unwrap() / expected - 1.0).abs() < 1e-12);
    // A change of type in the way is no interruption.
    let changed = "1 3 0 0 0 1 -1\n2 3 100 0 0 1 1\n3 2 160 0 0 1 2";
    let cable = Cable::new(read(changed).unwrap(), CableParams::default()).unwrap();
    assert!((cable.transfer_resistance(0, 7).unwrap() / expected - 1.0).abs() < 1e-12);
    assert_eq!(cable.morphology().region(Region::Axon), [5, 6, 7]);
}

#[test]
fn points_may_come_in_any_order_and_coincide() {
    let ordered =
        read("1 1 0 0 0 5 -1\n2 3 5 0 0 1 1\n3 3 45 0 0 1 2\n4 3 45 0 0 1 3\n5 3 85 0 0 1 4\n6 3 45 40 0 1 4");
    let shuffled =
        read("5 3 85 0 0 1 4\n6 3 45 40 0 1 4\n4 3 45 0 0 1 3\n3 3 45 0 0 1 2\n2 3 5 0 0 1 1\n1 1 0 0 0 5 -1");
    assert_eq!(ordered.unwrap(), shuffled.unwrap());
}

#[test]
fn errors_name_file_line_column_expected_and_received() {
    for (text, expected) in [
        ("", "a.swc: expected at least 1 point, received 0"),
        ("# only a comment\n\n", "received 0"),
        ("1 1 0 0 0 5", "a.swc, line 1: expected 7 columns (number, type, x, y, z, radius, parent), received 6"),
        ("#\n1 1 0 0 0 5 -1 9", "line 2: expected 7 columns"),
        ("1.5 1 0 0 0 5 -1", "a.swc, line 1, column 1 (number): expected a whole number >= 0, received 1.5"),
        ("1 soma 0 0 0 5 -1", "column 2 (type): expected a whole number >= 0, received soma"),
        ("1 1 0 NaN 0 5 -1", "column 4 (y): expected a number from -1e9 to 1e9 (µm), received NaN"),
        ("1 1 0 0 1e300 5 -1", "column 5 (z)"),
        ("1 1 0 0 0 5 -1\n2 3 9 0 0 0 1", "line 2, column 6 (radius): expected a number > 0 (µm), received 0"),
        ("1 1 0 0 0 0 -1", "line 1, column 6 (radius)"),
        ("1 1 0 0 0 5 -1\n1 3 9 0 0 1 1", "line 2, column 1 (number): expected a number not used before, received 1"),
        ("1 1 0 0 0 5 -1\n2 3 9 0 0 1 7", "line 2, column 7 (parent): expected the number of a point, received 7"),
        ("1 1 0 0 0 5 -1\n2 3 9 0 0 1 -1", "expected a parent, since the root is on line 1, received -1"),
        ("1 1 0 0 0 5 -1\n2 3 9 0 0 1 3\n3 3 9 0 0 1 2", "expected a parent that leads to the root (-1), received 3"),
        ("1 3 0 0 0 5 1", "line 1, column 7 (parent): expected a parent that leads to the root (-1), received 1"),
        ("1 1 0 0 0 5 -1\n2 3 9 0 0 1 1\n3 1 9 0 0 1 2", "line 3, column 7 (parent): expected a soma point"),
        ("1 3 0 0 0 5 -1\n2 3 0 0 0 5 1", "expected points at different places, or a soma"),
    ] {
        let message = said(text);
        assert!(message.contains(expected), "{text}: {message}");
    }
    let missing = Morphology::from_swc("no/such/file.swc", 20.0).unwrap_err().to_string();
    assert!(missing.starts_with("no/such/file.swc: cannot be read"), "{missing}");
    for length in [0.0, -1.0, f64::NAN] {
        assert!(Morphology::from_swc(FILE, length).is_err());
    }
    let error = Morphology::from_swc(FILE, 1e-9).unwrap_err().to_string();
    assert!(error.contains("at most 1000000 compartments"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_it_panic(text in "([0-9 .#eNn\\-]{0,30}\n){0,8}") {
        let _ = read(&text);
    }

    #[test]
    fn no_points_make_it_panic_and_what_is_accepted_can_be_simulated(
        points in prop::collection::vec(
            (1..5_i64, -50..50_i64, -50..50_i64, 0..4_i64, -1..9_i64), 1..9),
    ) {
        let text: String = points.iter().enumerate()
            .map(|(i, (kind, x, y, r, parent))| {
                let parent = if i == 0 { -1 } else { (*parent).min(i as i64) };
                format!("{} {kind} {x} {y} 0 {r} {parent}\n", i + 1)
            })
            .collect();
        if let Ok(morphology) = read(&text) {
            let cable = Cable::new(morphology, CableParams::default()).unwrap();
            prop_assert!(cable.input_resistance(cable.len() - 1).unwrap() > 0.0);
        }
    }
}
