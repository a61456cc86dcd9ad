use crate::check::Verdict;
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, text};
use crate::membrane::equilibrium::nernst;

/// Exercise 1: the potential of Nernst (R T/(z F)) ln(c_out/c_in), mV.
pub fn nernst_potential(student: fn(i32, f64, f64, f64) -> f64) -> Verdict {
    NERNST_POTENTIAL.judge(|&(valence, outside, inside, celsius)| student(valence, outside, inside, celsius))
}

type Call = (i32, f64, f64, f64);

pub(super) static NERNST_POTENTIAL: Exercise<Call, f64> = Exercise {
    name: "nernst_potential",
    inputs: &["valence", "outside (mM)", "inside (mM)", "celsius (°C)"],
    answer: &[in_unit("mV")],
    cases: || vec![(1, 12.0, 150.0, 30.0), (1, 145.0, 18.0, 18.0), (2, 1.6, 0.0004, 25.0), (-1, 90.0, 7.0, 12.0)],
    right,
    also_right: &[
        // The constants to four digits.
        |&(z, outside, inside, celsius)| {
            1000.0 * 8.314 * kelvin(celsius) / (f64::from(z) * 96_485.0) * (outside / inside).ln()
        },
        |&(z, outside, inside, celsius)| {
            1000.0 * R * kelvin(celsius) / (f64::from(z) * F) * (outside.ln() - inside.ln())
        },
    ],
    // Digits of R and F that one may leave out: two parts in ten thousand.
    accepts: Accepts::Within(|call, _| 2e-4 * right(call).abs()),
    mistakes: &[
        gives(
            |call| right(call) / 1000.0,
            "this is in volts: R T/F comes out in volts, and 1 V = 1000 mV.",
            "c’est en volts : R T/F s’obtient en volts, et 1 V = 1000 mV.",
        ),
        gives(
            |call| right(call) * call.3 / kelvin(call.3),
            "the temperature is in °C; T in the formula is in kelvin, `celsius + 273.15`.",
            "la température est en °C ; dans la formule, T est en kelvins : `celsius + 273.15`.",
        ),
        gives(
            |call| right(call) * (call.3 + 273.0) / kelvin(call.3),
            "0 °C is 273.15 K, not 273 K.",
            "0 °C correspond à 273,15 K et non à 273 K.",
        ),
        gives(
            |call| right(call) * std::f64::consts::LOG10_E,
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien s’écrit `.ln()`.",
        ),
        gives(
            |call| right(call) * F * F,
            "R T is multiplied by F instead of divided: put `(z * FARADAY)` in parentheses.",
            "R T est multiplié par F au lieu d’être divisé : mettez `(z * FARADAY)` entre parenthèses.",
        ),
        gives(
            |call| -right(call),
            "inside and outside are exchanged: the quotient is outside/inside.",
            "l’intérieur et l’extérieur sont échangés : le quotient est extérieur/intérieur.",
        ),
        gives(
            |call| right(call) * f64::from(call.0),
            "the valence is missing: the potential is divided by z, with its sign.",
            "la valence manque : le potentiel est divisé par z, avec son signe.",
        ),
        // The absolute value of the charge, which does for cations.
        gives(
            |call| right(call) * f64::from(call.0.signum()),
            "the valence is missing: the potential is divided by z, with its sign.",
            "la valence manque : le potentiel est divisé par z, avec son signe.",
        ),
        gives(
            |call| right(call) * f64::from(call.0 * call.0),
            "multiplied by the valence instead of divided by it.",
            "multiplié par la valence au lieu d’être divisé par elle.",
        ),
    ],
    lesson: text(
        "Ten times more ions on one side are worth 58 mV at 20 °C for one charge, and half of that for two.",
        "Dix fois plus d’ions d’un côté valent 58 mV à 20 °C pour une charge, et la moitié pour deux.",
    ),
    ..Exercise::TABLE
};

/// The gas constant, J/(mol K).
const R: f64 = 8.314_462_618;

/// Faraday's constant, C/mol.
const F: f64 = 96_485.332_12;

fn right(&(valence, outside, inside, celsius): &Call) -> f64 {
    nernst(valence, outside, inside, celsius).expect("the ions of the checks are valid")
}

fn kelvin(celsius: f64) -> f64 {
    celsius + 273.15
}
