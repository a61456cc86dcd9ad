use crate::check::argument::{Argument, changed_parameters};
use crate::check::exercise::{Exercise, gives, text};
use crate::check::{Verdict, say};
use crate::plasticity::protocol::Protocol;
use crate::plasticity::triplet::{TripletParams, TripletStdp};

/// Exercise 9: the change of the weight by two trains (ms), minimal triplet model.
pub fn triplet_change(student: fn(TripletParams, &[f64], &[f64]) -> f64) -> Verdict {
    TRIPLET_CHANGE.judge(|&(p, pre, post)| student(p, pre, post))
}

type Call = (TripletParams, &'static [f64], &'static [f64]);

/// No two spikes come at the same time, and A3− = 0.
pub(super) static TRIPLET_CHANGE: Exercise<Call, f64> = Exercise {
    name: "triplet_change",
    inputs: &["p", "pre (ms)", "post (ms)"],
    cases: || {
        let model = |[a2_plus, a3_plus, a2_minus]: [f64; 3], [tau_plus, tau_minus, tau_y]: [f64; 3]| TripletParams {
            a2_plus,
            a3_plus,
            a2_minus,
            tau_plus,
            tau_minus,
            tau_y,
            ..Default::default()
        };
        let models = [model([0.004, 0.009, 0.006], [14.0, 28.0, 60.0]), model([0.001, 0.02, 0.01], [20.0, 40.0, 90.0])];
        let trains: [(&[f64], &[f64]); 4] = [
            (&[5.0, 32.0, 45.0], &[12.0, 35.0, 60.0]),
            (&[20.0, 30.0, 31.0], &[4.0, 10.0, 26.0, 33.0, 70.0]),
            (&[8.0], &[2.0, 13.0]),
            (&[6.0, 11.0], &[]),
        ];
        models.into_iter().flat_map(|p| trains.map(|(pre, post)| (p, pre, post))).collect()
    },
    right,
    also_right: &[|call| run(call, None)],
    mistakes: &[
        gives(
            |call| run(call, Some(Flaw::JumpsFirst)),
            "o2 jumps before it is read, and the spike meets itself. Read all traces first, then let them jump.",
            "o2 saute avant d’être lue, et le potentiel d’action se rencontre lui-même. Lisez d’abord toutes les traces, \
             puis faites-les sauter.",
        ),
        gives(
            |call| run(call, Some(Flaw::Exchanged)),
            "r1 and o1 are exchanged: a postsynaptic spike reads the trace r1 of the presynaptic spikes before it, a \
             presynaptic one reads o1.",
            "r1 et o1 sont échangées : un potentiel d’action postsynaptique lit la trace r1 des potentiels d’action \
             présynaptiques qui le précèdent, un présynaptique lit o1.",
        ),
        gives(
            |call| run(call, Some(Flaw::NoParentheses)),
            "the parentheses: r1 multiplies both terms, r1 (A2+ + A3+ o2).",
            "les parenthèses : r1 multiplie les deux termes, r1 (A2+ + A3+ o2).",
        ),
        gives(
            |&(p, pre, post)| right(&(TripletParams { a3_plus: 0.0, ..p }, pre, post)),
            "the triplet term is missing, A3+ o2, or o2 never jumps: this is a pair rule.",
            "le terme de triplet manque, A3+ o2, ou bien o2 ne saute jamais : c’est une règle de paires.",
        ),
        gives(
            |&(p, pre, post)| run(&(TripletParams { a2_minus: -p.a2_minus, ..p }, pre, post), None),
            "the sign: a presynaptic spike after a postsynaptic one depresses, −o1 A2−.",
            "le signe : un potentiel d’action présynaptique qui suit un postsynaptique déprime, −o1 A2−.",
        ),
        gives(
            |&(p, pre, post)| right(&(TripletParams { a2_minus: 0.0, ..p }, pre, post)),
            "depression is missing: at a presynaptic spike, subtract o1 A2−.",
            "la dépression manque : à un potentiel d’action présynaptique, retranchez o1 A2−.",
        ),
        gives(
            |&(p, pre, post)| right(&(TripletParams { a2_plus: 0.0, ..p }, pre, post)),
            "A2+ is missing: the potentiation by a pair. It is 0 in visual cortex, but not here.",
            "A2+ manque : la potentialisation par une paire. Elle est nulle dans le cortex visuel, mais pas ici.",
        ),
        gives(
            |&(p, pre, post)| right(&(TripletParams { nearest_spike: true, ..p }, pre, post)),
            "the traces jump *to* 1 and forget earlier spikes; they jump *by* 1: `+= 1.0`.",
            "les traces sautent *à* 1 et oublient les potentiels d’action antérieurs ; elles sautent *de* 1 : `+= 1.0`.",
        ),
        gives(
            |_| 0.0,
            "nothing ever changes. Does every spike let its traces jump, and is the change added up with `+=` and `-=`?",
            "rien ne change jamais. Chaque potentiel d’action fait-il sauter ses traces, et la variation est-elle \
             accumulée par `+=` et `-=` ?",
        ),
    ],
    lesson: text(
        "Read first, jump afterwards: o2 remembers the postsynaptic spike *before* this one.",
        "Lire d’abord, sauter ensuite : o2 se souvient du potentiel d’action postsynaptique *précédent*.",
    ),
    ..Exercise::TABLE
};

impl Argument for TripletParams {
    fn code(&self) -> String {
        changed_parameters(self)
    }

    fn described(&self, name: &str, _: &str) -> String {
        format!("{name} = `{}`, {}", self.code(), say("time constants in ms", "constantes de temps en ms"))
    }
}

/// The library's change.
fn right(&(p, pre, post): &Call) -> f64 {
    let protocol = Protocol::new(pre.to_vec(), post.to_vec()).expect("the trains of the checks are valid");
    TripletStdp::new(p).expect("the models of the checks are valid").change(&protocol)
}

/// What can go wrong in the loop over the spikes.
#[derive(Clone, Copy, PartialEq)]
enum Flaw {
    JumpsFirst,
    Exchanged,
    NoParentheses,
}

/// The loop of the notebook.
fn run(&(p, pre, post): &Call, flaw: Option<Flaw>) -> f64 {
    let mut spikes: Vec<(f64, bool)> = pre.iter().map(|&t| (t, false)).collect();
    spikes.extend(post.iter().map(|&t| (t, true)));
    spikes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let [mut r1, mut o1, mut o2] = [0.0; 3];
    let (mut now, mut change) = (0.0, 0.0);
    for (t, is_post) in spikes {
        r1 *= f64::exp((now - t) / p.tau_plus);
        o1 *= f64::exp((now - t) / p.tau_minus);
        o2 *= f64::exp((now - t) / p.tau_y);
        now = t;
        let [before, after] = if flaw == Some(Flaw::Exchanged) { [o1, r1] } else { [r1, o1] };
        if is_post {
            change += match flaw {
                Some(Flaw::JumpsFirst) => before * (p.a2_plus + p.a3_plus * (o2 + 1.0)),
                Some(Flaw::NoParentheses) => before * p.a2_plus + p.a3_plus * o2,
                _ => before * (p.a2_plus + p.a3_plus * o2),
            };
            o1 += 1.0;
            o2 += 1.0;
        } else {
            change -= after * p.a2_minus;
            r1 += 1.0;
        }
    }
    change
}
