//! Exercises that decide: a latency that may not exist, a guard on a range, the rule of signs.

use crate::check::case::slice_code;
use crate::check::option::{Kinds, judge_option};
use crate::check::text::{TextMistake, judge_text};
use crate::check::{Inputs, Mistake, Verdict, about, say};

/// Trains in ms, in order, with the onset of a stimulus: the spike sought is neither the first nor the last, stands
/// exactly at the onset, is the only one, or does not exist.
const TRIALS: [(&[f64], f64); 5] = [
    (&[3.5, 21.0, 58.25, 71.0, 90.5], 50.0),
    (&[12.0, 40.0, 55.0, 71.5], 40.0),
    (&[130.0], 100.0),
    (&[5.0, 8.5, 19.0], 30.0),
    (&[], 10.0),
];

/// Exercise 3: time in ms from the onset of a stimulus to the first spike at or after it; `None` if there is none.
pub fn latency(student: fn(&[f64], f64) -> Option<f64>) -> Verdict {
    let outcomes = TRIALS.map(|(times, onset)| judge_latency(times, onset, student(times, onset)));
    Verdict::all_right(
        "latency",
        outcomes,
        &say(
            "Also where there is no answer: `None` says so, where a number could only lie.",
            "Y compris quand il n’y a pas de réponse : `None` le dit, alors qu’un nombre mentirait.",
        ),
    )
}

fn judge_latency(times: &[f64], onset: f64, received: Option<f64>) -> Result<(), String> {
    let inputs =
        Inputs::new().code(&say("times in ms", "times en ms"), &slice_code(times)).number("onset", onset, "ms");
    let expected = times.iter().find(|&&t| t >= onset).map(|t| t - onset);
    let kinds = Kinds {
        absent: say(
            "no spike comes after the onset, so there is no latency. After the loop, return `None`.",
            "aucun potentiel d’action ne suit le stimulus : il n’y a pas de latence. Après la boucle, renvoyez `None`.",
        ),
        present: expected.map_or_else(String::new, |latency| none_received(latency, times)),
    };
    let mistakes = || latency_mistakes(times, onset);
    judge_option("latency", inputs, (expected, received), "ms", mistakes, kinds)
}

fn none_received(expected: f64, times: &[f64]) -> String {
    if expected == 0.0 {
        return say(
            "a spike exactly at the onset counts, with the latency 0: compare with `>=`, not with `>`.",
            "un potentiel d’action au moment même du stimulus compte, avec une latence nulle : comparez par `>=` et non \
             par `>`.",
        );
    }
    if times.len() == 1 {
        return say(
            "there is only one spike, and it comes after the onset. Does your loop visit it?",
            "il n’y a qu’un potentiel d’action, et il suit le stimulus. Votre boucle le visite-t-elle ?",
        );
    }
    say(
        "a spike does come after the onset. Is the comparison the right way round? And does `None` stand after the loop? \
         Inside it, in an `else`, it gives up at the first spike.",
        "un potentiel d’action suit bien le stimulus. La comparaison est-elle dans le bon sens ? Et `None` est-il après \
         la boucle ? Dans la boucle, dans un `else`, il abandonne au premier potentiel d’action.",
    )
}

fn latency_mistakes(times: &[f64], onset: f64) -> Vec<Mistake> {
    let after: Vec<f64> = times.iter().copied().filter(|&t| t >= onset).collect();
    let first = after.first().copied().unwrap_or(f64::NAN);
    let later = after.get(1).copied().unwrap_or(f64::NAN);
    let before = times.iter().copied().rfind(|&t| t < onset);
    vec![
        Mistake::new(
            first,
            "this is the time of the spike. The latency counts from the onset: subtract it.",
            "c’est le temps du potentiel d’action. La latence se compte à partir du stimulus : soustrayez onset.",
        ),
        Mistake::new(
            after.last().copied().unwrap_or(f64::NAN) - onset,
            "this is the latency of the last spike: leave the function at the first one, with `return`.",
            "c’est la latence du dernier potentiel d’action : quittez la fonction au premier, par `return`.",
        ),
        Mistake::new(
            times.first().copied().unwrap_or(f64::NAN) - onset,
            "this is the first spike of the recording, which came before the onset. Skip the spikes before it.",
            "c’est le premier potentiel d’action de l’enregistrement, venu avant le stimulus. Sautez ceux d’avant.",
        ),
        Mistake::new(
            later - onset,
            "a spike exactly at the onset counts, with the latency 0: compare with `>=`, not with `>`.",
            "un potentiel d’action au moment même du stimulus compte, avec une latence nulle : comparez par `>=` et non \
             par `>`.",
        ),
        Mistake::new(
            before.unwrap_or(f64::NAN) - onset,
            "this spike came before the onset: a latency is not negative.",
            "ce potentiel d’action est venu avant le stimulus : une latence n’est pas négative.",
        ),
        Mistake::new(
            times.iter().filter(|&&t| t < onset).count() as f64,
            "this is the index of the spike; its time is `times[k]`.",
            "c’est l’indice du potentiel d’action ; son temps est `times[k]`.",
        ),
    ]
}

/// Exercise 10: `Ok(v)` for a potential from −120 to 80 mV, both included, else `Err` with a sentence that says which
/// value was received.
pub fn checked_potential(student: fn(f64) -> Result<f64, String>) -> Verdict {
    let outcomes = [-65.5, 130.5, -250.5, 80.0, -120.0, f64::NAN].map(|v| judge_potential(v, &student(v)));
    Verdict::all_right(
        "checked_potential",
        outcomes,
        &say(
            "A value that makes no sense is stopped where it enters, with a sentence that says why.",
            "Une valeur absurde est arrêtée là où elle entre, par une phrase qui dit pourquoi.",
        ),
    )
}

fn judge_potential(v: f64, received: &Result<f64, String>) -> Result<(), String> {
    let inside = (-120.0..=80.0).contains(&v);
    let cause = match received {
        Ok(answer) if inside && *answer == v => return Ok(()),
        Err(sentence) if !inside && sentence.contains(&v.to_string()) => return Ok(()),
        Ok(_) if v.is_nan() => say(
            "NaN is neither below −120 nor above 80: `v < -120.0 || v > 80.0` lets it through. Ask whether v is inside the \
             range, and refuse everything else.",
            "NaN n’est ni plus petit que −120 ni plus grand que 80 : `v < -120.0 || v > 80.0` le laisse passer. Demandez \
             si v est dans l’intervalle, et refusez tout le reste.",
        ),
        Ok(_) if inside => say(
            "a potential inside the range is handed back as it is: `Ok(v)`.",
            "un potentiel dans l’intervalle est rendu tel quel : `Ok(v)`.",
        ),
        Ok(answer) if *answer == v => outside_let_through(v),
        Ok(_) => say(
            "a value outside the range must not be replaced by another one without a word: return `Err`.",
            "une valeur hors de l’intervalle ne doit pas être remplacée par une autre sans rien dire : renvoyez `Err`.",
        ),
        Err(_) if v == 80.0 || v == -120.0 => say(
            "the bounds themselves belong to the range: compare with `>=` and `<=`, or write `(-120.0..=80.0)`.",
            "les bornes appartiennent à l’intervalle : comparez par `>=` et `<=`, ou écrivez `(-120.0..=80.0)`.",
        ),
        Err(_) if inside => say(
            "this potential is inside the range. Is a comparison the wrong way round?",
            "ce potentiel est dans l’intervalle. Une comparaison est-elle à l’envers ?",
        ),
        Err(_) => say(
            "the sentence should say which value was received: put `{v}` into it, with `format!`.",
            "la phrase doit dire quelle valeur a été reçue : mettez-y `{v}`, avec `format!`.",
        ),
    };
    let expected = if inside {
        format!("`Ok({v:?})`")
    } else {
        say(
            format!("`Err(…)`, with a sentence that contains {v}"),
            format!("`Err(…)`, avec une phrase qui contient {v}"),
        )
    };
    let inputs = potential_input(v);
    Err(about("checked_potential", &inputs, &expected, &format!("`{received:?}`"), &cause))
}

/// NaN is written `f64::NAN` in Rust.
fn potential_input(v: f64) -> Inputs {
    if v.is_nan() { Inputs::new().code("v", "f64::NAN") } else { Inputs::new().number("v", v, "mV") }
}

fn outside_let_through(v: f64) -> String {
    if v > 0.0 {
        say(
            "this is above 80 mV: the upper bound is not tested, or `||` (or) should be `&&` (and).",
            "c’est plus que 80 mV : la borne supérieure n’est pas testée, ou `||` (ou) devrait être `&&` (et).",
        )
    } else {
        say(
            "this is below −120 mV: the lower bound is not tested, or `||` (or) should be `&&` (and).",
            "c’est moins que −120 mV : la borne inférieure n’est pas testée, ou `||` (ou) devrait être `&&` (et).",
        )
    }
}

/// Exercise 11: sign of a product, −1, 0 or 1, from the signs of its factors, also where the product itself is so small
/// that it is rounded to 0.
pub fn product_sign(student: fn(f64, f64) -> i32) -> Verdict {
    let pairs = [(2.5, 0.5), (-3.0, 4.0), (1.5, -0.5), (-0.25, -8.0), (0.0, -7.0), (6.0, 0.0), (1e-200, -1e-200)];
    let outcomes = pairs.map(|(a, b)| {
        let sign = |x: f64| i32::from(x > 0.0) - i32::from(x < 0.0);
        // As code: `1e-200` in full would be two hundred zeros.
        let inputs = Inputs::new().code("a", &format!("{a:?}")).code("b", &format!("{b:?}"));
        let (expected, received) = ((sign(a) * sign(b)).to_string(), student(a, b).to_string());
        judge_text("product_sign", &inputs, &expected, &received, &sign_mistakes(a, b))
    });
    Verdict::all_right(
        "product_sign",
        outcomes,
        &say(
            "Also for 10⁻²⁰⁰ times −10⁻²⁰⁰, whose product a computer rounds to 0.",
            "Y compris pour 10⁻²⁰⁰ fois −10⁻²⁰⁰, dont l’ordinateur arrondit le produit à 0.",
        ),
    )
}

fn sign_mistakes(a: f64, b: f64) -> Vec<TextMistake> {
    let mut mistakes = Vec::new();
    if a * b == 0.0 && a != 0.0 && b != 0.0 {
        mistakes.push(TextMistake::new(
            "0",
            "the product is so small that it is rounded to 0. Look at the signs of a and b, and do not multiply.",
            "le produit est si petit qu’il est arrondi à 0. Regardez les signes de a et de b, sans multiplier.",
        ));
    }
    if a == 0.0 || b == 0.0 {
        let zero = |answer: &str| {
            TextMistake::new(
                answer,
                "a factor is 0, so the product is 0: test this case first.",
                "un facteur est nul, donc le produit aussi : testez ce cas d’abord.",
            )
        };
        mistakes.extend([zero("1"), zero("-1")]);
    }
    if a < 0.0 && b < 0.0 {
        mistakes.push(TextMistake::new("-1", "minus times minus is plus.", "moins par moins fait plus."));
    }
    if (a < 0.0) != (b < 0.0) {
        mistakes.push(TextMistake::new(
            "1",
            "the signs differ, so the product is negative. Do you look at both factors?",
            "les signes diffèrent : le produit est négatif. Regardez-vous les deux facteurs ?",
        ));
    }
    mistakes.push(TextMistake::new(
        "0",
        "neither factor is 0, so the product is not 0 either.",
        "aucun facteur n’est nul, donc le produit non plus.",
    ));
    mistakes.push(TextMistake::new(
        ((a * b) as i32).to_string(),
        "this is the product itself; only its sign is asked for: −1, 0 or 1.",
        "c’est le produit lui-même ; on ne demande que son signe : −1, 0 ou 1.",
    ));
    mistakes
}
