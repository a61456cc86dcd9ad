use crate::check::exercise::{Exercise, gives, seen, text};
use crate::check::{Verdict, say};
use crate::perceptron::digit_perceptron::pairs;

/// Exercise 11: the digit with most votes among 45 answers, in the order \[0, 1\], \[0, 2\] … \[8, 9\], +1 for the first
/// of the pair; the smaller digit if two have equally many.
pub fn vote(student: fn(&[f64]) -> usize) -> Verdict {
    VOTE.judge(|(answers,)| student(answers))
}

pub(super) static VOTE: Exercise<(Vec<f64>,), usize> = Exercise {
    name: "vote",
    inputs: &["answers"],
    cases: || elections().into_iter().map(|answers| (answers,)).collect(),
    remark: |(answers,)| {
        let votes = votes(answers, 1, 1);
        say(format!("votes for 0 to 9: {votes:?}"), format!("voix pour 0 à 9 : {votes:?}"))
    },
    right: |(answers,)| winner(&votes(answers, 1, 1)),
    mistakes: &[
        gives(
            |(answers,)| {
                let votes = votes(answers, 1, 1);
                (0..10).max_by_key(|&digit| votes[digit]).unwrap_or(0)
            },
            "a tie: several digits have the most votes, and here the smallest of them wins. Compare with `>`, not `>=`; \
             `max_by_key` keeps the last.",
            "égalité : plusieurs chiffres ont le plus de voix, et ici le plus petit l’emporte. Comparez par `>` et non \
             par `>=` ; `max_by_key` garde le dernier.",
        ),
        gives(
            |(answers,)| votes(answers, 1, 1).into_iter().max().unwrap_or(0),
            "this is the number of votes of the winner; the digit itself is asked for.",
            "c’est le nombre de voix du vainqueur ; on demande le chiffre lui-même.",
        ),
        gives(
            |(answers,)| {
                let turned: Vec<f64> = answers.iter().map(|answer| -answer).collect();
                winner(&votes(&turned, 1, 1))
            },
            "the votes go to the wrong digit of each pair: +1 is a vote for the first, a, and −1 for the second, b.",
            "les voix vont au mauvais chiffre de chaque paire : +1 est une voix pour le premier, a, et −1 pour le second, b.",
        ),
        gives(
            |(answers,)| winner(&votes(answers, 1, 0)),
            "only the votes for the first of each pair are counted: −1 is a vote too, for the second.",
            "seules les voix pour le premier de chaque paire sont comptées : −1 est aussi une voix, pour le second.",
        ),
        gives(
            |(answers,)| winner(&votes(answers, 0, 1)),
            "only the votes for the second of each pair are counted: +1 is a vote too, for the first.",
            "seules les voix pour le second de chaque paire sont comptées : +1 est aussi une voix, pour le premier.",
        ),
        gives(
            |(answers,)| {
                let by_columns = (1..10).flat_map(|b| (0..b).map(move |a| (a, b)));
                winner(&votes_of(by_columns, answers, 1, 1))
            },
            "the order of the pairs: [0, 1], [0, 2] … [0, 9], then [1, 2] …: the outer loop is over a, the inner one \
             over b, from a + 1 to 9.",
            "l’ordre des paires : [0, 1], [0, 2] … [0, 9], puis [1, 2] … : la boucle extérieure est celle de a, la boucle \
             intérieure celle de b, de a + 1 à 9.",
        ),
        seen(
            |_, _, _| true,
            |_| 99,
            "count by hand: the first nine answers are the duels of 0 against 1 to 9, the next eight of 1 against 2 to 9.",
            "comptez à la main : les neuf premières réponses sont les duels de 0 contre 1 à 9, les huit suivantes ceux de 1 \
             contre 2 à 9.",
        ),
    ],
    few_answers: true,
    lesson: text("It finds the winner, also of a tie.", "Elle trouve le vainqueur, même en cas d’égalité."),
    ..Exercise::TABLE
};

/// Rankings of the digits that no page of the tutorial shows, the strongest first: a digit wins against all that follow.
/// In each the winner is another one, first, middle and last digits among them.
const RANKINGS: [[u8; 10]; 4] = [
    [7, 2, 9, 0, 4, 1, 8, 3, 6, 5],
    [0, 9, 5, 3, 8, 2, 7, 4, 1, 6],
    [9, 1, 0, 6, 3, 7, 5, 8, 2, 4],
    [4, 6, 3, 8, 0, 5, 9, 2, 1, 7],
];

/// The 45 answers that follow from each ranking, and from the first of them with one duel turned.
fn elections() -> Vec<Vec<f64>> {
    let duels = |ranking: &[u8; 10]| -> Vec<f64> {
        let place = |digit| ranking.iter().position(|&d| d == digit);
        pairs().into_iter().map(|(a, b)| if place(a) < place(b) { 1.0 } else { -1.0 }).collect()
    };
    let mut elections: Vec<Vec<f64>> = RANKINGS.iter().map(duels).collect();
    // 7 loses to 9 and keeps 8 votes; 2 loses to nobody but 7, 9 to nobody but 2: three digits with 8 votes each.
    let mut tie = elections[0].clone();
    for (answer, pair) in tie.iter_mut().zip(pairs()) {
        if pair == (7, 9) {
            *answer = -*answer;
        }
    }
    elections.push(tie);
    elections
}

/// The votes for each digit, where an answer +1 counts `first` votes for the first of the pair, and −1 `second` for the
/// second.
fn votes(answers: &[f64], first: usize, second: usize) -> [usize; 10] {
    votes_of(pairs().into_iter().map(|(a, b)| (a.into(), b.into())), answers, first, second)
}

fn votes_of(pairs: impl Iterator<Item = (usize, usize)>, answers: &[f64], first: usize, second: usize) -> [usize; 10] {
    let mut votes = [0; 10];
    for ((a, b), &answer) in pairs.zip(answers) {
        if answer > 0.0 {
            votes[a] += first;
        } else {
            votes[b] += second;
        }
    }
    votes
}

/// The first digit with the most votes.
fn winner(votes: &[usize; 10]) -> usize {
    (1..10).fold(0, |best, digit| if votes[digit] > votes[best] { digit } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The winner of the first election has 9 votes.
    #[test]
    fn a_digit_that_is_a_mistake_s_by_chance_does_not_blame_it() {
        assert!(vote(|_| 9).message.contains("count by hand"));
    }
}
