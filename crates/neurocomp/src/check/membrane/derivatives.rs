use super::{currents, membrane, unseen_membranes};
use crate::check::Verdict;
use crate::check::answer::{Answer, Value};
use crate::check::exercise::{Exercise, gives, part, seen, text};
use crate::neuron::hodgkin_huxley::{
    HodgkinHuxleyParams, HodgkinHuxleyState, alpha_h, alpha_m, alpha_n, beta_h, beta_m, beta_n,
};

/// Exercise 6: dV/dt in mV/ms, then dm/dt, dh/dt, dn/dt in 1/ms.
pub fn derivatives(student: fn(HodgkinHuxleyParams, HodgkinHuxleyState, f64) -> [f64; 4]) -> Verdict {
    DERIVATIVES.judge(|&(p, s, current)| student(p, s, current))
}

type Call = (HodgkinHuxleyParams, HodgkinHuxleyState, f64);

pub(super) static DERIVATIVES: Exercise<Call, [f64; 4]> = Exercise {
    name: "derivatives",
    inputs: &["p", "s", "current (µA/cm²)"],
    answer: &[
        part("mV/ms", "number 1: dV/dt", "nombre 1 : dV/dt"),
        part("1/ms", "number 2: dm/dt", "nombre 2 : dm/dt"),
        part("1/ms", "number 3: dh/dt", "nombre 3 : dh/dt"),
        part("1/ms", "number 4: dn/dt", "nombre 4 : dn/dt"),
    ],
    cases: || {
        let membranes = unseen_membranes().into_iter().zip([7.0, -3.0, 12.5]);
        membranes.map(|((p, s), current)| (p, s, current)).collect()
    },
    right: |&(p, s, i)| membrane(p).derivatives(&s, i),
    also_right: &[|call| with_gates(call, |a, b, x| (a / (a + b) - x) * (a + b))],
    mistakes: &[
        gives(
            |call| with_potential(call, ionic(call) + call.2),
            "this is a current; divided by the capacitance it becomes dV/dt.",
            "c’est un courant ; divisé par la capacité, il devient dV/dt.",
        ),
        gives(
            |call| with_potential(call, ionic(call) / call.0.capacitance),
            "the injected current is missing.",
            "le courant injecté manque.",
        ),
        gives(
            |call| with_potential(call, ionic(call) / call.0.capacitance + call.2),
            "the injected current, too, is divided by the capacitance: put parentheses around the sum.",
            "le courant injecté aussi se divise par la capacité : mettez la somme entre parenthèses.",
        ),
        gives(
            |call| with_potential(call, ionic(call) + call.2 / call.0.capacitance),
            "only the last current is divided by the capacitance: put parentheses around the whole sum.",
            "seul le dernier courant est divisé par la capacité : mettez toute la somme entre parenthèses.",
        ),
        gives(
            |call| with_potential(call, (call.2 - ionic(call)) / call.0.capacitance),
            "your ionic currents are already positive into the cell: they are added to the injected one.",
            "vos courants ioniques sont déjà positifs vers l’intérieur : ils s’ajoutent au courant injecté.",
        ),
        gives(
            |call| with_potential(call, (ionic(call) - call.2) / call.0.capacitance),
            "the sign of the injected current: into the cell it raises the potential.",
            "le signe du courant injecté : entrant dans la cellule, il fait monter le potentiel.",
        ),
        gives(
            |call| with_potential(call, (ionic(call) + call.2) * call.0.capacitance),
            "multiplied by the capacitance instead of divided by it.",
            "multiplié par la capacité au lieu d’être divisé par elle.",
        ),
        gives(
            |call| with_gates(call, |a, b, x| a * (1.0 - x) + b * x),
            "the sign of closing: α (1 − x) opens gates, β x closes them, so it is subtracted.",
            "le signe de la fermeture : α (1 − x) ouvre des portes, β x en ferme, donc se soustrait.",
        ),
        gives(
            |call| with_gates(call, |a, b, x| a * x - b * (1.0 - x)),
            "open and closed are exchanged: only closed gates, 1 − x, can open.",
            "ouvert et fermé sont échangés : seules les portes fermées, 1 − x, peuvent s’ouvrir.",
        ),
        gives(
            |call| with_gates(call, |a, b, x| a - b * x),
            "only closed gates can open: α (1 − x), not α alone.",
            "seules les portes fermées peuvent s’ouvrir : α (1 − x) et non α seul.",
        ),
        gives(
            |call| with_gates(call, |a, b, x| x * (a + b) - a),
            "the gate runs away from its goal: it is x∞ − x that is divided by τ.",
            "la porte fuit son but : c’est x∞ − x que l’on divise par τ.",
        ),
        gives(
            |call| with_gates(call, |a, b, x| a / (a + b) - x),
            "the time constant is missing: (x∞ − x)/τ, not x∞ − x.",
            "la constante de temps manque : (x∞ − x)/τ et non x∞ − x.",
        ),
        gives(
            |call| with_gates(call, |a, b, x| (a / (a + b) - x) / (a + b)),
            "multiplied by the time constant instead of divided by it: (x∞ − x)/τ.",
            "multiplié par la constante de temps au lieu d’être divisé par elle : (x∞ − x)/τ.",
        ),
        seen(
            |_, right, slopes| {
                let first_wrong = (0..4).find(|&k| !are_near(slopes[k], right[k]));
                first_wrong.is_some_and(|k| k > 0 && right[1..].iter().any(|&slope| are_near(slopes[k], slope)))
            },
            |&(p, s, i)| {
                let [v, m, h, n] = membrane(p).derivatives(&s, i);
                [v, n, m, h]
            },
            "this is the slope of another gate: the order is V, m, h, n.",
            "c’est la pente d’une autre porte : l’ordre est V, m, h, n.",
        ),
    ],
    lesson: text(
        "Four slopes: this is the whole model of Hodgkin and Huxley.",
        "Quatre pentes : c’est tout le modèle de Hodgkin et Huxley.",
    ),
    ..Exercise::TABLE
};

/// The sum of the ionic currents, µA/cm².
fn ionic(&(p, s, _): &Call) -> f64 {
    let (sodium, potassium, leak) = currents(p, s);
    sodium + potassium + leak
}

fn with_potential(&(p, s, i): &Call, dv: f64) -> [f64; 4] {
    let [_, dm, dh, dn] = membrane(p).derivatives(&s, i);
    [dv, dm, dh, dn]
}

/// The slopes with this rule for a gate, given α, β and x.
fn with_gates(call: &Call, gate: fn(f64, f64, f64) -> f64) -> [f64; 4] {
    let (p, s, i) = *call;
    [
        (ionic(call) + i) / p.capacitance,
        gate(alpha_m(s.v), beta_m(s.v), s.m),
        gate(alpha_h(s.v), beta_h(s.v), s.h),
        gate(alpha_n(s.v), beta_n(s.v), s.n),
    ]
}

fn are_near(slope: f64, right: f64) -> bool {
    Value::Number(right).is_near(&Value::Number(slope), 0.0)
}

impl Answer for [f64; 4] {
    fn values(&self) -> Vec<Value> {
        self.map(Value::Number).into()
    }
}
