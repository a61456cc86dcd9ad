//! Exercises 8 and 10: the length constant and the exact profile.

use crate::cable::{CableParams, Cylinder};
use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 8: the length constant √(d/(4 R_i g_l)) of a cylinder, µm.
pub fn length_constant(student: fn(CableParams, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (axial_resistivity, g_leak, diameter) in [(150.0, 0.05, 3.0), (35.0, 0.4, 500.0), (200.0, 0.02, 0.7)] {
        let p = CableParams { axial_resistivity, g_leak, ..Default::default() };
        let inputs = Inputs::new()
            .code(
                "p",
                &format!(
                    "CableParams {{ axial_resistivity: {axial_resistivity:?}, g_leak: {g_leak:?}, \
                     ..Default::default() }}"
                ),
            )
            .number("diameter", diameter, "µm");
        let cylinder = Cylinder::new(1000.0, diameter, p);
        let expected = cylinder.expect("the cylinders of the checks are valid").length_constant();
        let received = student(p, diameter);
        cases.push(Case::formula(inputs, expected, received, "µm", length_mistakes(p, diameter, expected)));
    }
    Verdict::of(
        "length_constant",
        &cases,
        &say(
            "A cable four times thicker reaches twice as far.",
            "Un câble quatre fois plus épais porte deux fois plus loin.",
        ),
    )
}

fn length_mistakes(p: CableParams, diameter: f64, right: f64) -> Vec<Mistake> {
    let plain = diameter / (4.0 * p.axial_resistivity * p.g_leak);
    vec![
        Mistake::new(
            plain.sqrt(),
            "the units are not converted: d in cm is 1e-4 times d in µm, g in S/cm² is 1e-3 times g in mS/cm², and λ \
             comes out in cm.",
            "les unités ne sont pas converties : d en cm vaut 1e-4 fois d en µm, g en S/cm² vaut 1e-3 fois g en mS/cm², \
             et λ s’obtient en cm.",
        ),
        Mistake::new(1e-4 * right, "this is in cm: 1 cm = 10,000 µm.", "c’est en cm : 1 cm = 10 000 µm."),
        Mistake::new(
            right * 1e-3_f64.sqrt(),
            "the leak is in mS/cm²: 1 mS = 1e-3 S.",
            "la fuite est en mS/cm² : 1 mS = 1e-3 S.",
        ),
        Mistake::new(
            1e-3 * right,
            "mS are converted the wrong way round: 1 mS = 1e-3 S.",
            "les mS sont convertis à l’envers : 1 mS = 1e-3 S.",
        ),
        Mistake::new(
            100.0 * right,
            "the diameter is in µm: 1 µm = 1e-4 cm.",
            "le diamètre est en µm : 1 µm = 1e-4 cm.",
        ),
        Mistake::new(
            2.0 * right,
            "the 4 below is missing: √(d/(4 R_i g_l)).",
            "le 4 du dénominateur manque : √(d/(4 R_i g_l)).",
        ),
        Mistake::new(
            right / 2.0_f64.sqrt(),
            "this is the radius in the place of the diameter: with the radius it is √(a/(2 R_i g_l)).",
            "c’est le rayon à la place du diamètre : avec le rayon, c’est √(a/(2 R_i g_l)).",
        ),
        Mistake::new(
            1e-4 * right * right,
            "this is λ²: the square root is missing.",
            "c’est λ² : la racine carrée manque.",
        ),
        Mistake::new(
            1e-8 * right * right,
            "this is λ², in cm²: the square root is missing.",
            "c’est λ², en cm² : la racine carrée manque.",
        ),
    ]
}

/// Exercise 10: the potential at x over that at 0, where it is held, with a sealed end: cosh((l − x)/λ)/cosh(l/λ).
pub fn sealed_profile(student: fn(f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (x, length, lambda) in
        [(300.0, 900.0, 450.0), (120.0, 200.0, 800.0), (0.0, 500.0, 250.0), (640.0, 640.0, 400.0)]
    {
        let inputs = Inputs::new().number("x", x, "µm").number("length", length, "µm").number("lambda", lambda, "µm");
        let expected = ((length - x) / lambda).cosh() / (length / lambda).cosh();
        let received = student(x, length, lambda);
        let mistakes = profile_mistakes(x, length, lambda);
        cases.push(Case::formula(inputs, expected, received, "", mistakes));
    }
    Verdict::of(
        "sealed_profile",
        &cases,
        &say("1 at the beginning, flat at the sealed end.", "1 au début, plat au bout fermé."),
    )
}

fn profile_mistakes(x: f64, length: f64, lambda: f64) -> Vec<Mistake> {
    let (near, far, all) = (x / lambda, (length - x) / lambda, length / lambda);
    vec![
        Mistake::new(
            (-near).exp(),
            "this is the cable without an end, e^(−x/λ).",
            "c’est le câble sans fin, e^(−x/λ).",
        ),
        Mistake::new(
            far.sinh() / all.sinh(),
            "this is a cable whose end is held at rest; at a sealed end it is cosh, not sinh.",
            "c’est un câble dont le bout est tenu au repos ; pour un bout fermé, c’est cosh et non sinh.",
        ),
        Mistake::new(
            near.cosh() / all.cosh(),
            "beginning and end are exchanged: it is the distance from the end, l − x, that counts.",
            "le début et la fin sont échangés : c’est la distance au bout, l − x, qui compte.",
        ),
        Mistake::new(
            far.cosh(),
            "this is V over the potential at the end; divide by cosh(l/λ) so that it is 1 at x = 0.",
            "c’est V rapporté au potentiel du bout ; divisez par cosh(l/λ) pour obtenir 1 en x = 0.",
        ),
        Mistake::new(
            all.cosh() / far.cosh(),
            "the fraction is upside down: the potential falls along the cable.",
            "la fraction est inversée : le potentiel diminue le long du câble.",
        ),
        Mistake::new(
            far.cos() / all.cos(),
            "this is the cosine; the hyperbolic one is `.cosh()`.",
            "c’est le cosinus ; le cosinus hyperbolique s’écrit `.cosh()`.",
        ),
        Mistake::new(
            (length - x).cosh() / length.cosh(),
            "the length constant is missing: divide lengths by λ before `.cosh()`.",
            "la constante de longueur manque : divisez les longueurs par λ avant `.cosh()`.",
        ),
    ]
}
