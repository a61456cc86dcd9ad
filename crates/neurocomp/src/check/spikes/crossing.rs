//! Exercises on a potential that crosses a threshold: by a loop, and by arithmetic on whole arrays.

use ndarray::Array1;

use crate::check::case::array_code;
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Inputs, Verdict, say};

/// Potentials and thresholds that no page of the tutorial shows: one begins above the threshold, one touches it
/// exactly, one never gets there, one is a single sample.
const TRACES: [(&[f64], f64); 6] = [
    (&[-65.0, -60.0, 10.0, 35.0, -50.0, -70.0, -30.0, 20.0, -62.0, -10.0], -40.0),
    (&[30.0, 12.0, -8.0, -20.0, 4.0, 16.0, 18.0, 2.0], 10.0),
    (&[1.0, 3.0, 5.0, 4.0, 2.0, 3.0, 6.0, 1.0], 3.0),
    (&[-2.0, -1.5, -1.2, -1.9], -1.0),
    (&[-9.0, -3.0, -5.0, 7.0], -4.0),
    (&[5.0], 1.0),
];

fn inputs(v: &[f64], threshold: f64) -> Inputs {
    Inputs::new().code("v", &array_code(v)).number("threshold", threshold, "mV")
}

/// The indices k ≥ 1 at which sample k − 1 and sample k are as asked for.
fn indices(v: &[f64], at: impl Fn(f64, f64) -> bool) -> Vec<f64> {
    (1..v.len()).filter(|&k| at(v[k - 1], v[k])).map(|k| k as f64).collect()
}

/// Exercise 4: the index of the first sample at or above the threshold after one below, for each upward crossing.
pub fn upward_crossings(student: fn(&Array1<f64>, f64) -> Vec<usize>) -> Verdict {
    let results = TRACES.iter().map(|&(v, threshold)| {
        let received = student(&Array1::from(v.to_vec()), threshold);
        let received: Vec<f64> = received.into_iter().map(|k| k as f64).collect();
        judge_list(
            "upward_crossings",
            &inputs(v, threshold),
            &indices(v, |before, now| before < threshold && now >= threshold),
            &received,
            "",
            &crossing_mistakes(v, threshold),
        )
    });
    let n = TRACES.len();
    Verdict::first_failure(
        results,
        say(
            format!(
                "`upward_crossings` is right for {n} traces, of which one begins above the threshold, one stops exactly \
                 at it and one never gets there."
            ),
            format!(
                "`upward_crossings` est juste pour {n} tracés, dont un commence au-dessus du seuil, un s’y arrête \
                 exactement et un ne l’atteint jamais."
            ),
        ),
    )
}

fn crossing_mistakes(v: &[f64], threshold: f64) -> Vec<ListMistake> {
    let up = indices(v, |before, now| before < threshold && now >= threshold);
    let mut from_above = up.clone();
    if v[0] >= threshold {
        from_above.insert(0, 0.0);
    }
    let at_or_above = (0..v.len()).filter(|&k| v[k] >= threshold);
    vec![
        ListMistake::new(
            at_or_above.map(|k| k as f64).collect(),
            "these are all samples at or above the threshold: a spike counts once, when the sample before was still below.",
            "ce sont tous les échantillons au-dessus du seuil : un potentiel d’action compte une fois, quand l’échantillon \
             précédent était encore en dessous.",
        ),
        ListMistake::new(
            indices(v, |before, now| before >= threshold && now < threshold),
            "these are the downward crossings: below before, at or above now.",
            "ce sont les franchissements vers le bas : en dessous avant, au-dessus maintenant.",
        ),
        ListMistake::new(
            indices(v, |before, now| (before < threshold) != (now < threshold)),
            "these are the crossings in both directions; only the upward ones are spikes.",
            "ce sont les franchissements dans les deux sens ; seuls ceux vers le haut sont des potentiels d’action.",
        ),
        ListMistake::new(
            up.iter().map(|k| k - 1.0).collect(),
            "each index is one too small: note the first sample that has reached the threshold, not the last one below.",
            "chaque indice est trop petit de un : notez le premier échantillon qui a atteint le seuil et non le dernier en \
             dessous.",
        ),
        ListMistake::new(
            from_above,
            "a trace that begins above the threshold has not crossed it: there is no sample before the first.",
            "un tracé qui commence au-dessus du seuil ne l’a pas franchi : il n’y a pas d’échantillon avant le premier.",
        ),
        ListMistake::new(
            indices(v, |before, now| before <= threshold && now > threshold),
            "a sample exactly at the threshold has reached it: `>=` for the sample now, `<` for the one before.",
            "un échantillon exactement au seuil l’a atteint : `>=` pour l’échantillon présent, `<` pour le précédent.",
        ),
        ListMistake::new(
            indices(v, |before, now| before < threshold && now > threshold),
            "a sample exactly at the threshold has reached it: `>=`, not `>`.",
            "un échantillon exactement au seuil l’a atteint : `>=` et non `>`.",
        ),
        ListMistake::new(
            up.iter().map(|k| k + 1.0).collect(),
            "each index is one too large: note the first sample that has reached the threshold.",
            "chaque indice est trop grand de un : notez le premier échantillon qui a atteint le seuil.",
        ),
        ListMistake::new(
            indices(v, |before, now| before < 0.0 && now >= 0.0),
            "these are the crossings of 0: compare with `threshold`.",
            "ce sont les franchissements de 0 : comparez à `threshold`.",
        ),
    ]
}

/// 1 for each sample that `is` accepts, 0 for the others; then the difference of neighbours.
fn changes(v: &[f64], is: impl Fn(f64) -> bool) -> Vec<f64> {
    let above: Vec<f64> = v.iter().map(|&v| if is(v) { 1.0 } else { 0.0 }).collect();
    above.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// Exercise 5: +1 where the potential crosses the threshold upward from one sample to the next, −1 where downward, 0
/// elsewhere; one value fewer than there are samples.
pub fn threshold_changes(student: fn(&Array1<f64>, f64) -> Array1<f64>) -> Verdict {
    let results = TRACES.iter().map(|&(v, threshold)| {
        let received = student(&Array1::from(v.to_vec()), threshold).to_vec();
        judge_list(
            "threshold_changes",
            &inputs(v, threshold),
            &changes(v, |v| v >= threshold),
            &received,
            "",
            &change_mistakes(v, threshold),
        )
    });
    Verdict::first_failure(
        results,
        say(
            "`threshold_changes` compares every sample with the next one, without a loop of yours.",
            "`threshold_changes` compare chaque échantillon au suivant, sans boucle de votre part.",
        ),
    )
}

fn change_mistakes(v: &[f64], threshold: f64) -> Vec<ListMistake> {
    let right = changes(v, |v| v >= threshold);
    let above = |v: &f64| if *v >= threshold { 1.0 } else { 0.0 };
    vec![
        ListMistake::new(
            right.iter().map(|c| -c).collect(),
            "up and down are exchanged: take the later sample minus the earlier one.",
            "le haut et le bas sont échangés : prenez l’échantillon suivant moins le précédent.",
        ),
        ListMistake::new(
            v.iter().map(above).collect(),
            "these are the zeros and ones themselves: subtract neighbours, which leaves one value fewer.",
            "ce sont les zéros et les uns eux-mêmes : soustrayez les voisins, ce qui laisse une valeur de moins.",
        ),
        ListMistake::new(
            v.windows(2).map(|pair| pair[1] - pair[0]).collect(),
            "these are differences of the potential: turn it into zeros and ones first.",
            "ce sont des différences de potentiel : transformez-le d’abord en zéros et en uns.",
        ),
        ListMistake::new(
            right.iter().map(|c: &f64| c.abs()).collect(),
            "the downward crossings should be −1, so that they can be told from the upward ones.",
            "les franchissements vers le bas devraient valoir −1, pour qu’on les distingue des autres.",
        ),
        ListMistake::new(
            right.iter().map(|c: &f64| c.max(0.0)).collect(),
            "the downward crossings are missing: they should be −1.",
            "les franchissements vers le bas manquent : ils devraient valoir −1.",
        ),
        ListMistake::new(
            changes(v, |v| v > threshold),
            "a sample exactly at the threshold has reached it: `>=`, not `>`.",
            "un échantillon exactement au seuil l’a atteint : `>=` et non `>`.",
        ),
        ListMistake::new(
            changes(v, |v| v >= 0.0),
            "these are the crossings of 0: compare with `threshold`.",
            "ce sont les franchissements de 0 : comparez à `threshold`.",
        ),
    ]
}
