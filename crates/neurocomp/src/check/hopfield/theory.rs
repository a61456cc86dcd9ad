//! Exercises that compare with theory: the overlap at rest, the noise of other patterns, the plateau of a run,
//! competition.

use ndarray::Array1;

use super::{network, pattern, patterns, patterns_code};
use crate::check::case::not_a_number;
use crate::check::{Case, Inputs, Mistake, Verdict, about, case, say};
use crate::memory::mean_field;

/// Exercise 9: m* ≥ 0, the largest solution of m = tanh(βm/2). Right to a part in 10⁴, so that any patient method
/// passes.
pub fn stationary_overlap(student: fn(f64) -> f64) -> Verdict {
    let betas = [3.0, 2.2, 6.0, 12.0, 1.4, 0.5];
    for beta in betas {
        if let Err(message) = judge_overlap(beta, student(beta)) {
            return Verdict::fail(message);
        }
    }
    let n = betas.len();
    Verdict::pass(say(
        format!("`stationary_overlap` is right for all {n} β tried. Below β = 2 only m = 0 is left."),
        format!("`stationary_overlap` est juste pour les {n} β essayés. Sous β = 2, il ne reste que m = 0."),
    ))
}

/// m* for a β of the checks.
fn m_star(beta: f64) -> f64 {
    mean_field::overlap(beta).expect("the β of the checks are valid")
}

fn judge_overlap(beta: f64, received: f64) -> Result<(), String> {
    let expected = m_star(beta);
    if (received - expected).abs() <= 1e-4 {
        return Ok(());
    }
    Err(about(
        "stationary_overlap",
        &Inputs::new().number("beta", beta, ""),
        &case::quantity(expected, ""),
        &case::quantity(received, ""),
        &overlap_cause(beta, expected, received),
    ))
}

fn overlap_cause(beta: f64, expected: f64, received: f64) -> String {
    let near = |value: f64| (received - value).abs() <= 1e-4;
    if !received.is_finite() {
        not_a_number(received)
    } else if near(0.0) {
        say(
            "m = 0 always solves the equation, but it is unstable here. Start from m = 1 and go down to the largest \
             solution.",
            "m = 0 est toujours solution, mais instable ici. Partez de m = 1 et descendez vers la plus grande solution.",
        )
    } else if near(-expected) {
        say(
            "−m* solves the equation, too; the positive solution is asked for: start from m = 1.",
            "−m* est aussi solution ; on demande la positive : partez de m = 1.",
        )
    } else if near(m_star(2.0 * beta)) {
        say(
            "this solves m = tanh(βm), the equation of other books. In this course it is βm/2.",
            "ceci résout m = tanh(βm), l’équation d’autres livres. Dans ce cours, c’est βm/2.",
        )
    } else if near((0.5 * beta).tanh()) {
        say(
            "this is the first step from m = 1. Put the result back into the formula, again and again.",
            "c’est le premier pas à partir de m = 1. Remettez le résultat dans la formule, encore et encore.",
        )
    } else if near(1.0) {
        say(
            "m = 1 is only reached without any noise. Does the loop change m?",
            "m = 1 n’est atteint que sans aucun bruit. La boucle change-t-elle bien m ?",
        )
    } else if received > expected && received < 1.0 {
        say(
            "on the way from 1 to m*, but not there: repeat more often (near β = 2 it takes hundreds of steps).",
            "vous êtes en chemin de 1 vers m*, sans y être : répétez davantage (près de β = 2, il faut des centaines de \
             pas).",
        )
    } else {
        say(
            "put your number into m = tanh(βm/2): both sides must agree.",
            "mettez votre nombre dans m = tanh(βm/2) : les deux membres doivent être égaux.",
        )
    }
}

/// Exercise 10: the fraction of the units of stored pattern `mu` whose field points the other way, P_i h_i < 0.
pub fn unstable_fraction(student: fn(&[Array1<f64>], usize) -> f64) -> Verdict {
    let mut cases = Vec::new();
    // N even and K odd: no field is exactly 0.
    for (n, k, mu, seed) in [(8, 5, 2, 67), (10, 7, 5, 64), (10, 3, 0, 64), (8, 1, 0, 64)] {
        let stored = patterns(n, k, seed);
        let aligned = |mu: usize| {
            let p = &stored[mu];
            let h = network(&stored).field(&pattern(p));
            p * &h.expect("the pattern has n units")
        };
        let inputs = Inputs::new().code("patterns", &patterns_code(&stored)).code("mu", &mu.to_string());
        let mistakes = unstable_mistakes(&aligned(mu), &aligned(0), &stored[mu], k);
        cases.push(Case::formula(inputs, below_zero(&aligned(mu)), student(&stored, mu), "", mistakes));
    }
    Verdict::of(
        "unstable_fraction",
        &cases,
        &say(
            "These are the units that the other patterns push out of their place.",
            "Ce sont les unités que les autres motifs chassent de leur place.",
        ),
    )
}

fn below_zero(values: &Array1<f64>) -> f64 {
    values.iter().filter(|&&x| x < 0.0).count() as f64 / values.len() as f64
}

fn unstable_mistakes(aligned: &Array1<f64>, first: &Array1<f64>, p: &Array1<f64>, k: usize) -> Vec<Mistake> {
    let n = aligned.len() as f64;
    let fraction = below_zero(aligned);
    vec![
        Mistake::new(
            fraction * n,
            "this is their number; divide it by the number of units N.",
            "c’est leur nombre ; divisez-le par le nombre d’unités N.",
        ),
        Mistake::new(
            1.0 - fraction,
            "this is the fraction of the units that stay. Those with P_i h_i < 0 are asked for.",
            "c’est la fraction des unités qui restent. On demande celles pour lesquelles P_i h_i < 0.",
        ),
        Mistake::new(
            below_zero(&(aligned * p)),
            "you count negative fields: a negative field is right where P_i = −1. Count P_i h_i < 0.",
            "vous comptez les champs négatifs : un champ négatif est juste là où P_i = −1. Comptez P_i h_i < 0.",
        ),
        Mistake::new(
            below_zero(&(aligned + k as f64 / n)),
            "the fields hold the term j = i, which holds each unit in its place: use `fields` of exercise 4.",
            "les champs contiennent le terme j = i, qui retient chaque unité à sa place : utilisez `fields` de l’exercice 4.",
        ),
        Mistake::new(
            below_zero(first),
            "this is the fraction for pattern 0: use `patterns[mu]` as the state and as the pattern.",
            "c’est la fraction du motif 0 : prenez `patterns[mu]` comme état et comme motif.",
        ),
    ]
}

/// Exercise 11: the mean of the second half of a list of overlaps; of an odd number of them the middle one counts.
pub fn plateau(student: fn(&[f64]) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for m in [vec![0.1, 0.25, 0.5, 0.75, 0.875, 0.8], vec![1.0, 0.5, 0.25, -0.125, 0.0625], vec![0.9, 0.7]] {
        let inputs = Inputs::new().code("m", &format!("&{m:?}"));
        let half = m.len() / 2;
        let expected = mean(&m[half..]);
        cases.push(Case::formula(inputs, expected, student(&m), "", plateau_mistakes(&m, half)));
    }
    Verdict::of(
        "plateau",
        &cases,
        &say(
            "The first half is left to the network, to forget where it began.",
            "La première moitié est laissée au réseau pour oublier son point de départ.",
        ),
    )
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn plateau_mistakes(m: &[f64], half: usize) -> Vec<Mistake> {
    let late = &m[half..];
    vec![
        Mistake::new(
            mean(m),
            "this is the mean of the whole run; the first half still remembers the start.",
            "c’est la moyenne sur toute la simulation ; la première moitié se souvient encore du départ.",
        ),
        Mistake::new(
            mean(&m[..half]),
            "this is the mean of the first half: `m[k..]` begins at k, `m[..k]` ends before it.",
            "c’est la moyenne de la première moitié : `m[k..]` commence à k, `m[..k]` s’arrête avant.",
        ),
        Mistake::new(
            m[m.len() - 1],
            "this is the last value; the mean of many is less noisy.",
            "c’est la dernière valeur ; une moyenne sur beaucoup de valeurs est moins bruitée.",
        ),
        Mistake::new(
            late.iter().sum(),
            "this is the sum of the second half; divide it by how many values it has.",
            "c’est la somme de la seconde moitié ; divisez-la par son nombre de valeurs.",
        ),
        Mistake::new(
            late.iter().sum::<f64>() / m.len() as f64,
            "the sum of the second half must be divided by the length of the half, not of the whole.",
            "la somme de la seconde moitié doit être divisée par la longueur de la moitié et non du tout.",
        ),
        Mistake::new(
            mean(&late.iter().map(|m| m.abs()).collect::<Vec<f64>>()),
            "do not take absolute values: fluctuations about 0 must cancel.",
            "ne prenez pas de valeurs absolues : les fluctuations autour de 0 doivent se compenser.",
        ),
    ]
}

/// Exercise 12: both overlaps one synchronous step later, for two unrelated patterns and N → ∞.
pub fn compete(student: fn(f64, f64, f64) -> (f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for (m1, m2, beta) in [(0.5, 0.2, 3.0), (-0.4, 0.3, 6.0), (0.1, -0.6, 1.5)] {
        let of =
            |which: &str| Inputs::new().number("m1", m1, "").number("m2", m2, "").number("beta", beta, "").note(which);
        let expected = mean_field::step(&ndarray::array![m1, m2], beta);
        let expected = expected.expect("the overlaps of the checks are valid");
        let (first, second) = student(m1, m2, beta);
        let name = say("first number: m1", "premier nombre : m1");
        let mistakes = compete_mistakes(m1, m2, beta, (expected[0], expected[1]));
        cases.push(Case::formula(of(&name), expected[0], first, "", mistakes));
        let name = say("second number: m2", "second nombre : m2");
        let mistakes = compete_mistakes(m2, m1, beta, (expected[1], expected[0]));
        cases.push(Case::formula(of(&name), expected[1], second, "", mistakes));
    }
    Verdict::of(
        "compete",
        &cases,
        &say(
            "Where the patterns agree they help each other; where they differ they compete.",
            "Là où les motifs s’accordent, ils s’entraident ; là où ils diffèrent, ils sont en compétition.",
        ),
    )
}

/// `right` is the answer for this pattern and for the other one.
fn compete_mistakes(own: f64, other: f64, beta: f64, right: (f64, f64)) -> Vec<Mistake> {
    let t = |x: f64| (0.5 * beta * x).tanh();
    let whole = |x: f64| (beta * x).tanh();
    vec![
        Mistake::new(
            2.0 * right.0,
            "the factor ½ is missing: each of the two kinds of units makes up half of the network.",
            "le facteur ½ manque : chacune des deux sortes d’unités est la moitié du réseau.",
        ),
        Mistake::new(
            0.5 * (whole(own + other) + whole(own - other)),
            "β/2 belongs in the hyperbolic tangent, not β.",
            "dans la tangente hyperbolique, il faut β/2 et non β.",
        ),
        Mistake::new(
            t(own),
            "this is the rule for one pattern alone: the other one is missing.",
            "c’est la règle d’un seul motif : l’autre manque.",
        ),
        Mistake::new(
            right.1,
            "the two answers are exchanged, or the sign between the two terms is: for m1 it is +, for m2 −.",
            "les deux réponses sont échangées, ou bien le signe entre les deux termes : c’est + pour m1 et − pour m2.",
        ),
        Mistake::new(
            t(own + other),
            "this is the mean of the units on which the patterns agree; the other half of the units is missing.",
            "c’est la moyenne des unités où les motifs s’accordent ; l’autre moitié des unités manque.",
        ),
        Mistake::new(
            0.5 * (own + other + own - other),
            "the hyperbolic tangent is missing: nothing has moved.",
            "la tangente hyperbolique manque : rien n’a bougé.",
        ),
    ]
}
