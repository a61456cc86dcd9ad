//! Exercise 11.

use neurocomp::check::perceptron;

use super::names;

mod vote {
    use super::*;

    fn votes(answers: &[f64], yes: usize, no: usize) -> [usize; 10] {
        let mut votes = [0; 10];
        let mut k = 0;
        for a in 0..10 {
            for b in a + 1..10 {
                if answers[k] > 0.0 {
                    votes[a] += yes;
                } else {
                    votes[b] += no;
                }
                k += 1;
            }
        }
        votes
    }

    fn winner(votes: &[usize; 10]) -> usize {
        (0..10).rev().max_by_key(|&digit| votes[digit]).unwrap()
    }

    #[test]
    fn right() {
        let verdict = perceptron::vote(|answers| winner(&votes(answers, 1, 1)));
        assert!(verdict.passed, "{verdict}");
    }

    #[test]
    fn named_mistakes() {
        names(
            perceptron::vote(|answers| {
                let votes = votes(answers, 1, 1);
                (0..10).max_by_key(|&digit| votes[digit]).unwrap()
            }),
            &["a tie", "Expected: 2", "Received: 9"],
        );
        names(
            perceptron::vote(|answers| *votes(answers, 1, 1).iter().max().unwrap()),
            &["number of votes of the winner"],
        );
        names(
            perceptron::vote(|answers| {
                let turned: Vec<f64> = answers.iter().map(|answer| -answer).collect();
                winner(&votes(&turned, 1, 1))
            }),
            &["wrong digit of each pair"],
        );
        names(perceptron::vote(|answers| winner(&votes(answers, 1, 0))), &["−1 is a vote too"]);
        names(perceptron::vote(|answers| winner(&votes(answers, 0, 1))), &["+1 is a vote too"]);
        names(
            perceptron::vote(|answers| {
                let mut votes = [0; 10];
                let mut k = 0;
                for b in 1..10 {
                    for a in 0..b {
                        votes[if answers[k] > 0.0 { a } else { b }] += 1;
                        k += 1;
                    }
                }
                winner(&votes)
            }),
            &["order of the pairs"],
        );
        names(perceptron::vote(|_| 99), &["Received: 99", "count by hand"]);
    }
}
