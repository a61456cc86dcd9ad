use crate::check::exercise::{Accepts, Exercise, seen, showing, text};
use crate::check::{Verdict, say};

/// Exercise 43: `Ok(v)` for a potential from −120 to 80 mV, both included, else `Err` with a sentence that says which
/// value was received.
pub fn checked_potential(student: fn(f64) -> Result<f64, String>) -> Verdict {
    CHECKED_POTENTIAL.judge(|&(v,)| student(v))
}

type Answer = Result<f64, String>;

pub(super) static CHECKED_POTENTIAL: Exercise<(f64,), Answer> = Exercise {
    name: "checked_potential",
    inputs: &["v (mV)"],
    cases: || [-65.5, 130.5, -250.5, 80.0, -120.0, f64::NAN].map(|v| (v,)).into(),
    right: |&(v,)| accept_if((-120.0..=80.0).contains(&v), v),
    also_right: &[|call| (CHECKED_POTENTIAL.right)(call).map_err(|_| format!("a potential of {}?", call.0))],
    accepts: Accepts::If(|(v,), right, student| match (right, student) {
        (Ok(_), Ok(answer)) => answer == v,
        (Err(_), Err(sentence)) => sentence.contains(&v.to_string()),
        _ => false,
    }),
    mistakes: &[
        showing(
            refusal,
            seen(
                |(v,), _, student| v.is_nan() && student.is_ok(),
                |&(v,)| accept_if(![v < -120.0, v > 80.0].contains(&true), v),
                "NaN is neither below −120 nor above 80: `v < -120.0 || v > 80.0` lets it through. Ask whether v is inside \
                 the range, and refuse everything else.",
                "NaN n’est ni plus petit que −120 ni plus grand que 80 : `v < -120.0 || v > 80.0` le laisse passer. \
                 Demandez si v est dans l’intervalle, et refusez tout le reste.",
            ),
        ),
        seen(
            |_, right, student| right.is_ok() && student.is_ok(),
            |_| Ok(0.0),
            "a potential inside the range is handed back as it is: `Ok(v)`.",
            "un potentiel dans l’intervalle est rendu tel quel : `Ok(v)`.",
        ),
        showing(
            refusal,
            seen(
                |&(v,), _, student| v > 80.0 && *student == Ok(v),
                |&(v,)| accept_if(v >= -120.0, v),
                "this is above 80 mV: the upper bound is not tested, or `||` (or) should be `&&` (and).",
                "c’est plus que 80 mV : la borne supérieure n’est pas testée, ou `||` (ou) devrait être `&&` (et).",
            ),
        ),
        showing(
            refusal,
            seen(
                |&(v,), _, student| v < -120.0 && *student == Ok(v),
                |&(v,)| accept_if(v <= 80.0, v),
                "this is below −120 mV: the lower bound is not tested, or `||` (or) should be `&&` (and).",
                "c’est moins que −120 mV : la borne inférieure n’est pas testée, ou `||` (ou) devrait être `&&` (et).",
            ),
        ),
        showing(
            refusal,
            seen(
                |_, _, student| student.is_ok(),
                |&(v,)| Ok(v.clamp(-120.0, 80.0)),
                "a value outside the range must not be replaced by another one without a word: return `Err`.",
                "une valeur hors de l’intervalle ne doit pas être remplacée par une autre sans rien dire : renvoyez `Err`.",
            ),
        ),
        seen(
            |&(v,), right, _| right.is_ok() && (v == 80.0 || v == -120.0),
            |&(v,)| accept_if(-120.0 < v && v < 80.0, v),
            "the bounds themselves belong to the range: compare with `>=` and `<=`, or write `(-120.0..=80.0)`.",
            "les bornes appartiennent à l’intervalle : comparez par `>=` et `<=`, ou écrivez `(-120.0..=80.0)`.",
        ),
        seen(
            |_, right, _| right.is_ok(),
            |&(v,)| accept_if(!(-120.0..=80.0).contains(&v), v),
            "this potential is inside the range. Is a comparison the wrong way round?",
            "ce potentiel est dans l’intervalle. Une comparaison est-elle à l’envers ?",
        ),
        showing(
            refusal,
            seen(
                |_, _, student| student.is_err(),
                |call| (CHECKED_POTENTIAL.right)(call).map_err(|_| "out of range".into()),
                "the sentence should say which value was received: put `{v}` into it, with `format!`.",
                "la phrase doit dire quelle valeur a été reçue : mettez-y `{v}`, avec `format!`.",
            ),
        ),
    ],
    lesson: text(
        "A value that makes no sense is stopped where it enters, with a sentence that says why.",
        "Une valeur absurde est arrêtée là où elle entre, par une phrase qui dit pourquoi.",
    ),
    ..Exercise::TABLE
};

fn accept_if(makes_sense: bool, v: f64) -> Answer {
    if makes_sense { Ok(v) } else { Err(format!("{v} mV is out of range")) }
}

/// Of the sentence that refuses, only the value matters.
fn refusal((v,): &(f64,), _: &Answer, student: &Answer) -> [String; 2] {
    let expected = say(
        format!("`Err(…)`, with a sentence that contains {v}"),
        format!("`Err(…)`, avec une phrase qui contient {v}"),
    );
    [expected, format!("`{student:?}`")]
}
