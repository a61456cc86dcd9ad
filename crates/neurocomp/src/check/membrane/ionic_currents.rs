use super::{currents, membrane, unseen_membranes};
use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, part, text};
use crate::neuron::hodgkin_huxley::{HodgkinHuxleyParams, HodgkinHuxleyState};

/// Exercise 5: sodium, potassium and leak current, positive into the cell, µA/cm².
pub fn ionic_currents(student: fn(HodgkinHuxleyParams, HodgkinHuxleyState) -> (f64, f64, f64)) -> Verdict {
    IONIC_CURRENTS.judge(|&(p, s)| student(p, s))
}

type Call = (HodgkinHuxleyParams, HodgkinHuxleyState);

pub(super) static IONIC_CURRENTS: Exercise<Call, (f64, f64, f64)> = Exercise {
    name: "ionic_currents",
    inputs: &["p", "s"],
    answer: &[
        part("µA/cm²", "first number: sodium", "premier nombre : sodium"),
        part("µA/cm²", "second number: potassium", "deuxième nombre : potassium"),
        part("µA/cm²", "third number: leak", "troisième nombre : fuite"),
    ],
    cases: || unseen_membranes().into(),
    right: |&(p, s)| {
        let membrane = membrane(p);
        (membrane.sodium_current(&s), membrane.potassium_current(&s), membrane.leak_current(&s))
    },
    also_right: &[|&(p, s)| currents(p, s)],
    mistakes: &[
        gives(
            |&(p, s)| {
                let (sodium, potassium, leak) = currents(p, s);
                (-sodium, -potassium, -leak)
            },
            "the sign: a current into the cell is positive, so the driving force is E − V, not V − E.",
            "le signe : un courant entrant est positif, donc la force motrice est E − V et non V − E.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, p.g_na * s.m.powi(3) * (p.e_na - s.v)),
            "the inactivation h is missing: the conductance is g_Na m³ h.",
            "l’inactivation h manque : la conductance est g_Na m³ h.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, p.g_na * s.m * s.h * (p.e_na - s.v)),
            "the power is missing: a sodium channel has three gates m, so m³.",
            "la puissance manque : un canal sodium a trois portes m, donc m³.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, p.g_na * 3.0 * s.m * s.h * (p.e_na - s.v)),
            "three gates that must all be open are m·m·m, not 3·m.",
            "trois portes qui doivent toutes être ouvertes font m·m·m et non 3·m.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, p.g_na * s.m * s.h.powi(3) * (p.e_na - s.v)),
            "m and h are exchanged: m³ h.",
            "m et h sont échangés : m³ h.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, p.g_na * (p.e_na - s.v)),
            "the gates are missing: g_Na is the conductance with all of them open.",
            "les portes manquent : g_Na est la conductance quand toutes sont ouvertes.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, p.g_na * s.m.powi(3) * s.h),
            "this is the conductance; the current is the conductance times E_Na − V.",
            "c’est la conductance ; le courant est la conductance multipliée par E_Na − V.",
        ),
        gives(
            |&(p, s)| with_sodium(p, s, -p.g_na * s.m.powi(3) * s.h * s.v),
            "the battery E_Na is missing: the driving force is E_Na − V.",
            "la pile E_Na manque : la force motrice est E_Na − V.",
        ),
        gives(
            |&(p, s)| with_potassium(p, s, p.g_k * s.n * (p.e_k - s.v)),
            "the power is missing: a potassium channel has four gates n, so n⁴.",
            "la puissance manque : un canal potassium a quatre portes n, donc n⁴.",
        ),
        gives(
            |&(p, s)| with_potassium(p, s, p.g_k * s.n.powi(3) * (p.e_k - s.v)),
            "a potassium channel has four gates: n⁴, not n³.",
            "un canal potassium a quatre portes : n⁴ et non n³.",
        ),
        gives(
            |&(p, s)| {
                let (sodium, potassium, leak) = currents(p, s);
                (sodium, leak, potassium)
            },
            "this is the leak: the order is sodium, potassium, leak.",
            "c’est la fuite : l’ordre est sodium, potassium, fuite.",
        ),
        gives(
            |&(p, s)| with_potassium(p, s, p.g_k * s.n.powi(4) * (p.e_na - s.v)),
            "this current has the sodium battery: potassium is driven by E_K − V.",
            "ce courant a la pile du sodium : le potassium est poussé par E_K − V.",
        ),
        gives(
            |&(p, s)| with_potassium(p, s, p.g_k * s.n.powi(4)),
            "this is the conductance; the current is the conductance times E_K − V.",
            "c’est la conductance ; le courant est la conductance multipliée par E_K − V.",
        ),
        gives(
            |&(p, s)| with_leak(p, s, -p.g_leak * s.v),
            "the battery of the leak is not at 0: E_L − V.",
            "la pile de la fuite n’est pas à 0 : E_L − V.",
        ),
        gives(
            |&(p, s)| with_leak(p, s, p.e_leak - s.v),
            "the conductance of the leak is missing.",
            "la conductance de la fuite manque.",
        ),
    ],
    lesson: text(
        "Each current drives the potential towards its own battery, and vanishes there.",
        "Chaque courant pousse le potentiel vers sa propre pile, et s’y annule.",
    ),
    ..Exercise::TABLE
};

fn with_sodium(p: HodgkinHuxleyParams, s: HodgkinHuxleyState, sodium: f64) -> (f64, f64, f64) {
    let (_, potassium, leak) = currents(p, s);
    (sodium, potassium, leak)
}

fn with_potassium(p: HodgkinHuxleyParams, s: HodgkinHuxleyState, potassium: f64) -> (f64, f64, f64) {
    let (sodium, _, leak) = currents(p, s);
    (sodium, potassium, leak)
}

fn with_leak(p: HodgkinHuxleyParams, s: HodgkinHuxleyState, leak: f64) -> (f64, f64, f64) {
    let (sodium, potassium, _) = currents(p, s);
    (sodium, potassium, leak)
}
