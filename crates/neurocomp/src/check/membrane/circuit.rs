//! Exercises 1 and 2: one battery, and several of them.

use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::membrane::equilibrium::nernst;

/// Digits of R and F that one may leave out: two parts in ten thousand.
const CONSTANTS: f64 = 2e-4;

/// Exercise 1: the potential of Nernst (R T/(z F)) ln(c_out/c_in), mV.
pub fn nernst_potential(student: fn(i32, f64, f64, f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for (valence, outside, inside, celsius) in
        [(1, 12.0, 150.0, 30.0), (1, 145.0, 18.0, 18.0), (2, 1.6, 0.0004, 25.0), (-1, 90.0, 7.0, 12.0)]
    {
        let inputs = Inputs::new()
            .code("valence", &valence.to_string())
            .number("outside", outside, "mM")
            .number("inside", inside, "mM")
            .number("celsius", celsius, "°C");
        let expected = nernst(valence, outside, inside, celsius).expect("the ions of the checks are valid");
        cases.push(Case {
            tolerance: CONSTANTS * expected.abs(),
            ..Case::formula(
                inputs,
                expected,
                student(valence, outside, inside, celsius),
                "mV",
                nernst_mistakes(expected, valence, celsius),
            )
        });
    }
    Verdict::of(
        "nernst_potential",
        &cases,
        &say(
            "Ten times more ions on one side are worth 58 mV at 20 °C for one charge, and half of that for two.",
            "Dix fois plus d’ions d’un côté valent 58 mV à 20 °C pour une charge, et la moitié pour deux.",
        ),
    )
}

fn nernst_mistakes(expected: f64, valence: i32, celsius: f64) -> Vec<Mistake> {
    let z = f64::from(valence);
    let kelvin = celsius + 273.15;
    let mut mistakes = vec![
        Mistake::new(
            expected / 1000.0,
            "this is in volts: R T/F comes out in volts, and 1 V = 1000 mV.",
            "c’est en volts : R T/F s’obtient en volts, et 1 V = 1000 mV.",
        ),
        Mistake::new(
            expected * celsius / kelvin,
            "the temperature is in °C; T in the formula is in kelvin, celsius + 273.15.",
            "la température est en °C ; dans la formule, T est en kelvins : celsius + 273,15.",
        ),
        Mistake::new(
            expected * (celsius + 273.0) / kelvin,
            "0 °C is 273.15 K, not 273 K.",
            "0 °C correspond à 273,15 K et non à 273 K.",
        ),
        Mistake::new(
            expected * std::f64::consts::LOG10_E,
            "this is the logarithm to base 10; the natural one is `.ln()`.",
            "c’est le logarithme décimal ; le logarithme népérien s’écrit `.ln()`.",
        ),
        Mistake::new(
            expected * 96_485.332_12 * 96_485.332_12,
            "R T is multiplied by F instead of divided: put `(z * FARADAY)` in brackets.",
            "R T est multiplié par F au lieu d’être divisé : mettez `(z * FARADAY)` entre parenthèses.",
        ),
    ];
    if valence == 1 {
        mistakes.push(Mistake::new(
            -expected,
            "inside and outside are exchanged: the quotient is outside/inside.",
            "l’intérieur et l’extérieur sont échangés : le quotient est extérieur/intérieur.",
        ));
    } else {
        mistakes.push(Mistake::new(
            expected * z,
            "the valence is missing: the potential is divided by z, with its sign.",
            "la valence manque : le potentiel est divisé par z, avec son signe.",
        ));
        mistakes.push(Mistake::new(
            expected * z * z,
            "multiplied by the valence instead of divided by it.",
            "multiplié par la valence au lieu d’être divisé par elle.",
        ));
    }
    mistakes
}

/// Exercise 2: the potential (Σ g E + I)/Σ g at which a membrane with several batteries stays, mV.
pub fn circuit_potential(student: fn(&[f64], &[f64], f64) -> f64) -> Verdict {
    let batteries: [(&[f64], &[f64], f64); 4] = [
        (&[0.4, 6.5, 0.7], &[95.0, -22.0, 5.0], 0.0),
        (&[25.0, 1.5, 0.5], &[95.0, -22.0, 5.0], 18.0),
        (&[0.2, 0.8], &[50.0, -90.0], -4.0),
        (&[1.0, 2.0, 0.5, 4.0], &[-70.0, 60.0, 10.0, -85.0], 30.0),
    ];
    let mut cases = Vec::new();
    for (g, e, current) in batteries {
        let inputs = Inputs::new()
            .code("conductances", &format!("&{g:?}"))
            .code("reversals", &format!("&{e:?}"))
            .number("current", current, "µA/cm²");
        let expected = (weighted(g, e) + current) / g.iter().sum::<f64>();
        let received = student(g, e, current);
        let mistakes = circuit_mistakes(g, e, current);
        cases.push(Case::formula(inputs, expected, received, "mV", mistakes));
    }
    Verdict::of(
        "circuit_potential",
        &cases,
        &say(
            "The largest conductance draws the potential nearest to its own battery.",
            "La plus grande conductance attire le potentiel au plus près de sa propre pile.",
        ),
    )
}

/// Σ g E, µA/cm².
fn weighted(g: &[f64], e: &[f64]) -> f64 {
    g.iter().zip(e).map(|(g, e)| g * e).sum()
}

fn circuit_mistakes(g: &[f64], e: &[f64], current: f64) -> Vec<Mistake> {
    let (total, sum) = (g.iter().sum::<f64>(), weighted(g, e));
    let n = g.len() as f64;
    let resistances: Vec<f64> = g.iter().map(|g| 1.0 / g).collect();
    vec![
        Mistake::new(
            sum + current,
            "this is a current, Σ g E + I; divide it by the sum of the conductances.",
            "c’est un courant, Σ g E + I ; divisez-le par la somme des conductances.",
        ),
        Mistake::new(
            e.iter().sum::<f64>() / n,
            "this is the plain mean of the batteries; each must weigh by its conductance.",
            "c’est la simple moyenne des piles ; chacune doit peser selon sa conductance.",
        ),
        Mistake::new(
            (sum + current) / n,
            "you divide by the number of batteries; divide by the sum of the conductances.",
            "vous divisez par le nombre de piles ; divisez par la somme des conductances.",
        ),
        Mistake::new(
            sum / total,
            "the injected current is missing: it belongs in the numerator, Σ g E + I.",
            "le courant injecté manque : il va au numérateur, Σ g E + I.",
        ),
        Mistake::new(
            sum / total + current,
            "a potential and a current are added: the current, too, is divided by the sum of the conductances.",
            "un potentiel et un courant sont additionnés : le courant aussi se divise par la somme des conductances.",
        ),
        Mistake::new(
            (sum - current) / total,
            "the sign of the current: injected into the cell, it raises the potential.",
            "le signe du courant : injecté dans la cellule, il fait monter le potentiel.",
        ),
        Mistake::new(
            weighted(&resistances, e) / resistances.iter().sum::<f64>(),
            "the weights are conductances, not resistances: the better conductor weighs more.",
            "les poids sont les conductances et non les résistances : le meilleur conducteur pèse le plus.",
        ),
    ]
}
