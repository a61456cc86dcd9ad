//! The vote of 45 perceptrons.

use crate::check::case::quantity;
use crate::check::{Inputs, Verdict, about, say};
use crate::perceptron::digit_perceptron::pairs;

/// Rankings of the digits that no page of the tutorial shows, the strongest first: a digit wins against all that follow.
/// In each the winner is another one, first, middle and last digits among them.
const RANKINGS: [[usize; 10]; 4] = [
    [7, 2, 9, 0, 4, 1, 8, 3, 6, 5],
    [0, 9, 5, 3, 8, 2, 7, 4, 1, 6],
    [9, 1, 0, 6, 3, 7, 5, 8, 2, 4],
    [4, 6, 3, 8, 0, 5, 9, 2, 1, 7],
];

/// The 45 answers that follow from a ranking; duels listed in `turned` have the other winner.
fn duels(ranking: &[usize; 10], turned: &[(u8, u8)]) -> Vec<f64> {
    let place = |digit: u8| ranking.iter().position(|&d| d == usize::from(digit));
    pairs()
        .into_iter()
        .map(|(a, b)| {
            let first_wins = (place(a) < place(b)) != turned.contains(&(a, b));
            if first_wins { 1.0 } else { -1.0 }
        })
        .collect()
}

fn trials() -> Vec<Vec<f64>> {
    let mut trials: Vec<Vec<f64>> = RANKINGS.iter().map(|ranking| duels(ranking, &[])).collect();
    // 7 loses to 9 and keeps 8 votes; 2 loses to nobody but 7, 9 to nobody but 2: three digits with 8 votes each.
    trials.push(duels(&RANKINGS[0], &[(7, 9)]));
    trials
}

fn votes(answers: &[f64]) -> [usize; 10] {
    let mut votes = [0; 10];
    for ((a, b), answer) in pairs().into_iter().zip(answers) {
        votes[usize::from(if *answer > 0.0 { a } else { b })] += 1;
    }
    votes
}

/// The first digit with the most votes.
fn first_best(votes: &[usize; 10]) -> usize {
    (1..10).fold(0, |best, digit| if votes[digit] > votes[best] { digit } else { best })
}

/// The last digit with the most votes.
fn last_best(votes: &[usize; 10]) -> usize {
    (1..10).fold(0, |best, digit| if votes[digit] >= votes[best] { digit } else { best })
}

/// Exercise 11: the digit with most votes among 45 answers, in the order \[0, 1\], \[0, 2\] … \[8, 9\], +1 for the first
/// of the pair; the smaller digit if two have equally many.
pub fn vote(student: fn(&[f64]) -> usize) -> Verdict {
    let trials = trials();
    let received: Vec<usize> = trials.iter().map(|answers| student(answers)).collect();
    let expected: Vec<usize> = trials.iter().map(|answers| first_best(&votes(answers))).collect();
    let Some(k) = (0..trials.len()).find(|&k| received[k] != expected[k]) else {
        let n = trials.len();
        return Verdict::pass(say(
            format!("`vote` finds the winner of all {n} elections tried, a tie among them."),
            format!("`vote` trouve le vainqueur des {n} scrutins essayés, dont un à égalité."),
        ));
    };
    let counted = votes(&trials[k]);
    let inputs = Inputs::new()
        .note(&say(format!("votes for 0 to 9: {counted:?}"), format!("voix pour 0 à 9 : {counted:?}")))
        .code("answers", &format!("&{:?}", trials[k]));
    Verdict::fail(about(
        "vote",
        &inputs,
        &expected[k].to_string(),
        &quantity(received[k] as f64, ""),
        &vote_cause(&trials, &received),
    ))
}

/// The first known mistake that would have given all of these answers.
fn vote_cause(trials: &[Vec<f64>], received: &[usize]) -> String {
    let would = |wrong: &dyn Fn(&[f64]) -> usize| {
        trials.iter().zip(received).all(|(answers, &received)| wrong(answers) == received)
    };
    let turned = |answers: &[f64]| -> Vec<f64> { answers.iter().map(|answer| -answer).collect() };
    if would(&|answers| last_best(&votes(answers))) {
        return say(
            "a tie: several digits have the most votes, and here the smallest of them wins. Compare with `>`, not `>=`; \
             `max_by_key` keeps the last.",
            "égalité : plusieurs chiffres ont le plus de voix, et ici le plus petit l’emporte. Comparez par `>` et non \
             par `>=` ; `max_by_key` garde le dernier.",
        );
    }
    if would(&|answers| votes(answers)[first_best(&votes(answers))]) {
        return say(
            "this is the number of votes of the winner; the digit itself is asked for.",
            "c’est le nombre de voix du vainqueur ; on demande le chiffre lui-même.",
        );
    }
    if would(&|answers| first_best(&votes(&turned(answers)))) {
        return say(
            "the votes go to the wrong digit of each pair: +1 is a vote for the first, a, and −1 for the second, b.",
            "les voix vont au mauvais chiffre de chaque paire : +1 est une voix pour le premier, a, et −1 pour le second, b.",
        );
    }
    if would(&|answers| first_best(&won_by(answers, true))) {
        return say(
            "only the votes for the first of each pair are counted: −1 is a vote too, for the second.",
            "seules les voix pour le premier de chaque paire sont comptées : −1 est aussi une voix, pour le second.",
        );
    }
    if would(&|answers| first_best(&won_by(answers, false))) {
        return say(
            "only the votes for the second of each pair are counted: +1 is a vote too, for the first.",
            "seules les voix pour le second de chaque paire sont comptées : +1 est aussi une voix, pour le premier.",
        );
    }
    if would(&|answers| first_best(&by_columns(answers))) {
        return say(
            "the order of the pairs: [0, 1], [0, 2] … [0, 9], then [1, 2] …: the outer loop is that of a, the inner one \
             that of b, from a + 1 to 9.",
            "l’ordre des paires : [0, 1], [0, 2] … [0, 9], puis [1, 2] … : la boucle extérieure est celle de a, la boucle \
             intérieure celle de b, de a + 1 à 9.",
        );
    }
    say(
        "count by hand: the first nine answers are the duels of 0 against 1 to 9, the next eight those of 1 against 2 to 9.",
        "comptez à la main : les neuf premières réponses sont les duels de 0 contre 1 à 9, les huit suivantes ceux de 1 \
         contre 2 à 9.",
    )
}

/// Only the votes for the first digit of each pair, or for the second.
fn won_by(answers: &[f64], first: bool) -> [usize; 10] {
    let mut votes = [0; 10];
    for ((a, b), answer) in pairs().into_iter().zip(answers) {
        if (*answer > 0.0) == first {
            votes[usize::from(if first { a } else { b })] += 1;
        }
    }
    votes
}

/// The answers taken in the order [0, 1], [0, 2], [1, 2], [0, 3] …
fn by_columns(answers: &[f64]) -> [usize; 10] {
    let mut votes = [0; 10];
    let mut k = 0;
    for b in 1..10 {
        for a in 0..b {
            votes[if answers[k] > 0.0 { a } else { b }] += 1;
            k += 1;
        }
    }
    votes
}
