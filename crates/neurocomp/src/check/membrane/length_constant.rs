use crate::cable::{CableParams, Cylinder};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 8: the length constant √(d/(4 R_i g_l)) of a cylinder, µm.
pub fn length_constant(student: fn(CableParams, f64) -> f64) -> Verdict {
    LENGTH_CONSTANT.judge(|&(p, diameter)| student(p, diameter))
}

pub(super) static LENGTH_CONSTANT: Exercise<(CableParams, f64), f64> = Exercise {
    name: "length_constant",
    inputs: &["p", "diameter (µm)"],
    answer: &[in_unit("µm")],
    cases: || {
        let call = |axial_resistivity, g_leak, diameter| {
            (CableParams { axial_resistivity, g_leak, ..Default::default() }, diameter)
        };
        vec![call(150.0, 0.05, 3.0), call(35.0, 0.4, 500.0), call(200.0, 0.02, 0.7)]
    },
    right: |&(p, diameter)| {
        Cylinder::new(1000.0, diameter, p).expect("the cylinders of the checks are valid").length_constant()
    },
    also_right: &[|&(p, d)| 1e4 * (1e-4 * d / (4.0 * p.axial_resistivity * 1e-3 * p.g_leak)).sqrt()],
    mistakes: &[
        gives(
            |&(p, d)| ratio(p, d).sqrt(),
            "the units are not converted: d in cm is 1e-4 times d in µm, g in S/cm² is 1e-3 times g in mS/cm², and λ \
             comes out in cm.",
            "les unités ne sont pas converties : d en cm vaut 1e-4 fois d en µm, g en S/cm² vaut 1e-3 fois g en mS/cm², \
             et λ s’obtient en cm.",
        ),
        gives(
            |&(p, d)| (0.1 * ratio(p, d)).sqrt(),
            "this is in cm: 1 cm = 10,000 µm.",
            "c’est en cm : 1 cm = 10 000 µm.",
        ),
        gives(
            |&(p, d)| 1e4 * (1e-4 * ratio(p, d)).sqrt(),
            "the leak is in mS/cm²: 1 mS = 1e-3 S.",
            "la fuite est en mS/cm² : 1 mS = 1e-3 S.",
        ),
        gives(
            |&(p, d)| 1e4 * (1e-7 * ratio(p, d)).sqrt(),
            "mS are converted the wrong way round: 1 mS = 1e-3 S.",
            "les mS sont convertis à l’envers : 1 mS = 1e-3 S.",
        ),
        gives(
            |&(p, d)| 1e4 * (1e3 * ratio(p, d)).sqrt(),
            "the diameter is in µm: 1 µm = 1e-4 cm.",
            "le diamètre est en µm : 1 µm = 1e-4 cm.",
        ),
        gives(
            |&(p, d)| 2e4 * (0.1 * ratio(p, d)).sqrt(),
            "the 4 below is missing: √(d/(4 R_i g_l)).",
            "le 4 du dénominateur manque : √(d/(4 R_i g_l)).",
        ),
        gives(
            |&(p, d)| 1e4 * (0.1 * ratio(p, 0.5 * d)).sqrt(),
            "this is the radius in the place of the diameter: with the radius it is √(a/(2 R_i g_l)).",
            "c’est le rayon à la place du diamètre : avec le rayon, c’est √(a/(2 R_i g_l)).",
        ),
        gives(
            |&(p, d)| 1e4 * 0.1 * ratio(p, d),
            "this is λ²: the square root is missing.",
            "c’est λ² : la racine carrée manque.",
        ),
        gives(
            |&(p, d)| 0.1 * ratio(p, d),
            "this is λ², in cm²: the square root is missing.",
            "c’est λ², en cm² : la racine carrée manque.",
        ),
        gives(
            |&(p, d)| (1e3 * ratio(p, d)).sqrt(),
            "d is still in µm under the root, beside cm: turn it into cm first, `1e-4 * diameter`.",
            "d est encore en µm sous la racine, à côté de cm : convertissez-le d’abord, `1e-4 * diameter`.",
        ),
        gives(
            |&(p, d)| 1e4 * (1e-4 * d / 4.0 * p.axial_resistivity * 1e-3 * p.g_leak).sqrt(),
            "parentheses are missing: `d / 4.0 * r` multiplies by r, `d / (4.0 * r)` divides by it.",
            "des parenthèses manquent : `d / 4.0 * r` multiplie par r, `d / (4.0 * r)` divise par lui.",
        ),
    ],
    lesson: text(
        "A cable four times thicker reaches twice as far.",
        "Un câble quatre fois plus épais porte deux fois plus loin.",
    ),
    ..Exercise::TABLE
};

/// d/(4 R_i g_l) in the units of the parameters; with lengths in cm and g_l in S/cm² it is a tenth of this, in cm².
fn ratio(p: CableParams, diameter: f64) -> f64 {
    diameter / (4.0 * p.axial_resistivity * p.g_leak)
}
