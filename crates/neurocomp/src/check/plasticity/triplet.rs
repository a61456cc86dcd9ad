//! The exercise on triplets of spikes.

use crate::check::case::slice_code;
use crate::check::{Case, Inputs, Mistake, Verdict, say};
use crate::plasticity::protocol::Protocol;
use crate::plasticity::triplet::{TripletParams, TripletStdp};

/// Trains of spikes in ms; no two spikes come at the same time.
const TRAINS: [(&[f64], &[f64]); 4] = [
    (&[5.0, 32.0, 45.0], &[12.0, 35.0, 60.0]),
    (&[20.0, 30.0, 31.0], &[4.0, 10.0, 26.0, 33.0, 70.0]),
    (&[8.0], &[2.0, 13.0]),
    (&[6.0, 11.0], &[]),
];

/// Minimal models (A3− = 0) that no page of the notebook shows.
fn unseen_models() -> [TripletParams; 2] {
    let model = |a2_plus, a3_plus, a2_minus, tau_plus, tau_minus, tau_y| TripletParams {
        a2_plus,
        a3_plus,
        a2_minus,
        tau_plus,
        tau_minus,
        tau_y,
        ..TripletParams::default()
    };
    [model(0.004, 0.009, 0.006, 14.0, 28.0, 60.0), model(0.001, 0.02, 0.01, 20.0, 40.0, 90.0)]
}

fn inputs(p: TripletParams, pre: &[f64], post: &[f64]) -> Inputs {
    let rust = format!(
        "TripletParams {{ a2_plus: {:?}, a3_plus: {:?}, a2_minus: {:?}, tau_plus: {:?}, tau_minus: {:?}, tau_y: {:?}, \
         ..TripletParams::default() }}",
        p.a2_plus, p.a3_plus, p.a2_minus, p.tau_plus, p.tau_minus, p.tau_y
    );
    Inputs::new()
        .code("p", &rust)
        .code("pre", &slice_code(pre))
        .code("post", &slice_code(post))
        .note(&say("times in ms", "temps en ms"))
}

/// Exercise 9: the change of the weight by two trains (ms), minimal triplet model.
pub fn triplet_change(student: fn(TripletParams, &[f64], &[f64]) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for p in unseen_models() {
        for (pre, post) in TRAINS {
            cases.push(Case::formula(
                inputs(p, pre, post),
                change(p, pre, post),
                student(p, pre, post),
                "",
                mistakes(p, pre, post),
            ));
        }
    }
    Verdict::of(
        "triplet_change",
        &cases,
        &say(
            "Read first, jump afterwards: o2 remembers the postsynaptic spike *before* this one.",
            "Lire d’abord, sauter ensuite : o2 se souvient du potentiel d’action postsynaptique *précédent*.",
        ),
    )
}

/// The library's change.
fn change(p: TripletParams, pre: &[f64], post: &[f64]) -> f64 {
    let protocol = Protocol::new(pre.to_vec(), post.to_vec());
    let rule = TripletStdp::new(p).expect("the models of the checks are valid");
    rule.change(&protocol.expect("the trains of the checks are valid"))
}

/// A way to go wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slip {
    JumpFirst,
    Exchanged,
    Brackets,
    Added,
    NoSlow,
}

/// The minimal model with a slip in it.
fn slipped(p: TripletParams, pre: &[f64], post: &[f64], slip: Slip) -> f64 {
    let mut events: Vec<(f64, bool)> = pre.iter().map(|&t| (t, false)).collect();
    events.extend(post.iter().map(|&t| (t, true)));
    events.sort_by(|a, b| a.0.total_cmp(&b.0));
    let [mut r1, mut o1, mut o2] = [0.0_f64; 3];
    let (mut now, mut sum) = (0.0, 0.0);
    for (t, is_post) in events {
        r1 *= ((now - t) / p.tau_plus).exp();
        o1 *= ((now - t) / p.tau_minus).exp();
        o2 *= ((now - t) / p.tau_y).exp();
        now = t;
        if is_post {
            let previous = match slip {
                Slip::JumpFirst => o2 + 1.0,
                Slip::NoSlow => 0.0,
                _ => o2,
            };
            let fast = if slip == Slip::Exchanged { o1 } else { r1 };
            sum += match slip {
                Slip::Brackets => fast * p.a2_plus + p.a3_plus * previous,
                _ => fast * (p.a2_plus + p.a3_plus * previous),
            };
            o1 += 1.0;
            o2 += 1.0;
        } else {
            let fast = if slip == Slip::Exchanged { r1 } else { o1 };
            let sign = if slip == Slip::Added { 1.0 } else { -1.0 };
            sum += sign * fast * p.a2_minus;
            r1 += 1.0;
        }
    }
    sum
}

fn mistakes(p: TripletParams, pre: &[f64], post: &[f64]) -> Vec<Mistake> {
    let with = |changed: TripletParams| change(changed, pre, post);
    let slip = |slip: Slip| slipped(p, pre, post, slip);
    vec![
        Mistake::new(
            slip(Slip::JumpFirst),
            "o2 jumps before it is read, and the spike meets itself. Read all traces first, then let them jump.",
            "o2 saute avant d’être lue, et le potentiel d’action se rencontre lui-même. Lisez d’abord toutes les traces, \
             puis faites-les sauter.",
        ),
        Mistake::new(
            slip(Slip::Exchanged),
            "r1 and o1 are exchanged: a postsynaptic spike reads the trace r1 of the presynaptic spikes before it, a \
             presynaptic one reads o1.",
            "r1 et o1 sont échangées : un potentiel d’action postsynaptique lit la trace r1 des potentiels d’action \
             présynaptiques qui le précèdent, un présynaptique lit o1.",
        ),
        Mistake::new(
            slip(Slip::Brackets),
            "the bracket: r1 multiplies both terms, r1 (A2+ + A3+ o2).",
            "la parenthèse : r1 multiplie les deux termes, r1 (A2+ + A3+ o2).",
        ),
        Mistake::new(
            slip(Slip::NoSlow),
            "the triplet term is missing, A3+ o2, or o2 never jumps: this is a pair rule.",
            "le terme de triplet manque, A3+ o2, ou bien o2 ne saute jamais : c’est une règle de paires.",
        ),
        Mistake::new(
            slip(Slip::Added),
            "the sign: a presynaptic spike after a postsynaptic one depresses, −o1 A2−.",
            "le signe : un potentiel d’action présynaptique qui suit un postsynaptique déprime, −o1 A2−.",
        ),
        Mistake::new(
            with(TripletParams { a2_minus: 0.0, ..p }),
            "depression is missing: at a presynaptic spike, subtract o1 A2−.",
            "la dépression manque : à un potentiel d’action présynaptique, retranchez o1 A2−.",
        ),
        Mistake::new(
            with(TripletParams { a2_plus: 0.0, ..p }),
            "A2+ is missing: the potentiation by a pair. It is 0 in visual cortex, but not here.",
            "A2+ manque : la potentialisation par une paire. Elle est nulle dans le cortex visuel, mais pas ici.",
        ),
        Mistake::new(
            with(TripletParams { nearest_spike: true, ..p }),
            "the traces jump *to* 1 and forget earlier spikes; they jump *by* 1: `+= 1.0`.",
            "les traces sautent *à* 1 et oublient les potentiels d’action antérieurs ; elles sautent *de* 1 : `+= 1.0`.",
        ),
        Mistake::new(
            0.0,
            "nothing ever changes. Does every spike let its traces jump, and is the change added up with `+=` and `-=`?",
            "rien ne change jamais. Chaque potentiel d’action fait-il sauter ses traces, et la variation est-elle \
             accumulée par `+=` et `-=` ?",
        ),
    ]
}
