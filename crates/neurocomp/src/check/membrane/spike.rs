//! Exercises 5 and 6: the currents of Hodgkin and Huxley, and the right-hand side of their equations.

use super::{unseen_membranes, written};
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::neuron::hodgkin_huxley::{
    HodgkinHuxley, HodgkinHuxleyParams, HodgkinHuxleyState, alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n,
};

fn inputs(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> Inputs {
    Inputs::new().code("p", &written(p)).code("s", &format!("{s:?}"))
}

/// Exercise 5: sodium, potassium and leak current, positive into the cell, µA/cm².
pub fn ionic_currents(student: fn(HodgkinHuxleyParams, HodgkinHuxleyState) -> (f64, f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for (p, s) in unseen_membranes() {
        let (sodium, potassium, leak) = student(p, s);
        let neuron = HodgkinHuxley::new(p).expect("the membranes of the checks are valid");
        let named = |english: &str, french: &str| inputs(p, s).note(&say(english, french));
        cases.push(Case::formula(
            named("first number: sodium", "premier nombre : sodium"),
            neuron.sodium_current(&s),
            sodium,
            "µA/cm²",
            sodium_mistakes(p, s),
        ));
        cases.push(Case::formula(
            named("second number: potassium", "deuxième nombre : potassium"),
            neuron.potassium_current(&s),
            potassium,
            "µA/cm²",
            potassium_mistakes(p, s),
        ));
        cases.push(Case::formula(
            named("third number: leak", "troisième nombre : fuite"),
            neuron.leak_current(&s),
            leak,
            "µA/cm²",
            leak_mistakes(p, s),
        ));
    }
    Verdict::of(
        "ionic_currents",
        &cases,
        &say(
            "Each current drives the potential towards its own battery, and vanishes there.",
            "Chaque courant pousse le potentiel vers sa propre pile, et s’y annule.",
        ),
    )
}

/// What a current with the opposite sign means.
fn outward(value: f64) -> Mistake {
    Mistake::new(
        -value,
        "the sign: a current into the cell is positive, so the driving force is E − V, not V − E.",
        "le signe : un courant entrant est positif, donc la force motrice est E − V et non V − E.",
    )
}

fn sodium_mistakes(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> Vec<Mistake> {
    let force = p.g_na * (p.e_na - s.v);
    let three = s.m.powi(3);
    vec![
        outward(force * three * s.h),
        Mistake::new(
            force * three,
            "the inactivation h is missing: the conductance is g_Na m³ h.",
            "l’inactivation h manque : la conductance est g_Na m³ h.",
        ),
        Mistake::new(
            force * s.m * s.h,
            "the power is missing: a sodium channel has three gates m, so m³.",
            "la puissance manque : un canal sodium a trois portes m, donc m³.",
        ),
        Mistake::new(
            force * 3.0 * s.m * s.h,
            "three gates that must all be open are m·m·m, not 3·m.",
            "trois portes qui doivent toutes être ouvertes font m·m·m et non 3·m.",
        ),
        Mistake::new(force * s.m * s.h.powi(3), "m and h are exchanged: m³ h.", "m et h sont échangés : m³ h."),
        Mistake::new(
            force,
            "the gates are missing: g_Na is the conductance with all of them open.",
            "les portes manquent : g_Na est la conductance quand toutes sont ouvertes.",
        ),
        Mistake::new(
            p.g_na * three * s.h,
            "this is the conductance; the current is the conductance times E_Na − V.",
            "c’est la conductance ; le courant est la conductance multipliée par E_Na − V.",
        ),
        Mistake::new(
            -p.g_na * three * s.h * s.v,
            "the battery E_Na is missing: the driving force is E_Na − V.",
            "la pile E_Na manque : la force motrice est E_Na − V.",
        ),
    ]
}

fn potassium_mistakes(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> Vec<Mistake> {
    let force = p.g_k * (p.e_k - s.v);
    let four = s.n.powi(4);
    vec![
        outward(force * four),
        Mistake::new(
            force * s.n,
            "the power is missing: a potassium channel has four gates n, so n⁴.",
            "la puissance manque : un canal potassium a quatre portes n, donc n⁴.",
        ),
        Mistake::new(
            force * s.n.powi(3),
            "a potassium channel has four gates: n⁴, not n³.",
            "un canal potassium a quatre portes : n⁴ et non n³.",
        ),
        Mistake::new(
            p.g_leak * (p.e_leak - s.v),
            "this is the leak: the order is sodium, potassium, leak.",
            "c’est la fuite : l’ordre est sodium, potassium, fuite.",
        ),
        Mistake::new(
            p.g_k * four * (p.e_na - s.v),
            "this current has the sodium battery: potassium is driven by E_K − V.",
            "ce courant a la pile du sodium : le potassium est poussé par E_K − V.",
        ),
        Mistake::new(
            p.g_k * four,
            "this is the conductance; the current is the conductance times E_K − V.",
            "c’est la conductance ; le courant est la conductance multipliée par E_K − V.",
        ),
    ]
}

fn leak_mistakes(p: HodgkinHuxleyParams, s: HodgkinHuxleyState) -> Vec<Mistake> {
    vec![
        outward(p.g_leak * (p.e_leak - s.v)),
        Mistake::new(
            -p.g_leak * s.v,
            "the battery of the leak is not at 0: E_L − V.",
            "la pile de la fuite n’est pas à 0 : E_L − V.",
        ),
        Mistake::new(p.e_leak - s.v, "the conductance of the leak is missing.", "la conductance de la fuite manque."),
    ]
}

/// Exercise 6: dV/dt in mV/ms, then dm/dt, dh/dt, dn/dt in 1/ms.
pub fn derivatives(student: fn(HodgkinHuxleyParams, HodgkinHuxleyState, f64) -> [f64; 4]) -> Verdict {
    let mut cases = Vec::new();
    for ((p, s), current) in unseen_membranes().into_iter().zip([7.0, -3.0, 12.5]) {
        let received = student(p, s, current);
        let neuron = HodgkinHuxley::new(p).expect("the membranes of the checks are valid");
        let expected = neuron.derivatives(&s, current);
        let ionic = neuron.ionic_current(&s);
        let mistakes = [
            potential_mistakes(ionic, current, p.capacitance),
            gate_mistakes(alpha_m(s.v), beta_m(s.v), s.m, &expected),
            gate_mistakes(alpha_h(s.v), beta_h(s.v), s.h, &expected),
            gate_mistakes(alpha_n(s.v), beta_n(s.v), s.n, &expected),
        ];
        let names = ["dV/dt", "dm/dt", "dh/dt", "dn/dt"];
        for (k, mistakes) in mistakes.into_iter().enumerate() {
            let number = k + 1;
            let which = say(format!("number {number}: {}", names[k]), format!("nombre {number} : {}", names[k]));
            let inputs = inputs(p, s).number("current", current, "µA/cm²");
            cases.push(Case::formula(
                inputs.note(&which),
                expected[k],
                received[k],
                if k == 0 { "mV/ms" } else { "1/ms" },
                mistakes,
            ));
        }
    }
    Verdict::of(
        "derivatives",
        &cases,
        &say(
            "Four slopes: this is the whole model of Hodgkin and Huxley.",
            "Quatre pentes : c’est tout le modèle de Hodgkin et Huxley.",
        ),
    )
}

fn potential_mistakes(ionic: f64, current: f64, capacitance: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            ionic + current,
            "this is a current; divided by the capacitance it becomes dV/dt.",
            "c’est un courant ; divisé par la capacité, il devient dV/dt.",
        ),
        Mistake::new(ionic / capacitance, "the injected current is missing.", "le courant injecté manque."),
        Mistake::new(
            ionic / capacitance + current,
            "the injected current, too, is divided by the capacitance: put brackets around the sum.",
            "le courant injecté aussi se divise par la capacité : mettez la somme entre parenthèses.",
        ),
        Mistake::new(
            (current - ionic) / capacitance,
            "your ionic currents are already positive into the cell: they are added to the injected one.",
            "vos courants ioniques sont déjà positifs vers l’intérieur : ils s’ajoutent au courant injecté.",
        ),
        Mistake::new(
            (ionic - current) / capacitance,
            "the sign of the injected current: into the cell it raises the potential.",
            "le signe du courant injecté : entrant dans la cellule, il fait monter le potentiel.",
        ),
        Mistake::new(
            (ionic + current) * capacitance,
            "multiplied by the capacitance instead of divided by it.",
            "multiplié par la capacité au lieu d’être divisé par elle.",
        ),
    ]
}

fn gate_mistakes(alpha: f64, beta: f64, x: f64, all: &[f64; 4]) -> Vec<Mistake> {
    let right = alpha * (1.0 - x) - beta * x;
    let mut mistakes = vec![
        Mistake::new(
            alpha * (1.0 - x) + beta * x,
            "the sign of closing: α (1 − x) opens gates, β x closes them, so it is subtracted.",
            "le signe de la fermeture : α (1 − x) ouvre des portes, β x en ferme, donc se soustrait.",
        ),
        Mistake::new(
            alpha * x - beta * (1.0 - x),
            "open and closed are exchanged: only closed gates, 1 − x, can open.",
            "ouvert et fermé sont échangés : seules les portes fermées, 1 − x, peuvent s’ouvrir.",
        ),
        Mistake::new(
            alpha - beta * x,
            "only closed gates can open: α (1 − x), not α alone.",
            "seules les portes fermées peuvent s’ouvrir : α (1 − x) et non α seul.",
        ),
        Mistake::new(
            -right,
            "the gate runs away from its goal: it is x∞ − x that is divided by τ.",
            "la porte fuit son but : c’est x∞ − x que l’on divise par τ.",
        ),
        Mistake::new(
            right / (alpha + beta),
            "the time constant is missing: (x∞ − x)/τ, not x∞ − x.",
            "la constante de temps manque : (x∞ − x)/τ et non x∞ − x.",
        ),
        Mistake::new(
            right / (alpha + beta) / (alpha + beta),
            "multiplied by the time constant instead of divided by it: (x∞ − x)/τ.",
            "multiplié par la constante de temps au lieu d’être divisé par elle : (x∞ − x)/τ.",
        ),
    ];
    for &other in &all[1..] {
        if other != right {
            mistakes.push(Mistake::new(
                other,
                "this is the slope of another gate: the order is V, m, h, n.",
                "c’est la pente d’une autre porte : l’ordre est V, m, h, n.",
            ));
        }
    }
    mistakes
}
