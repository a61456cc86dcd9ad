//! Exercises 3 and 4: the rates of a gate, where it goes and how fast.

use crate::check::{Case, Inputs, Mistake, Verdict, say};

/// Exercise 3: x/(eˣ − 1), which is 1 at x = 0.
pub fn linear_over_exponential(student: fn(f64) -> f64) -> Verdict {
    let mut cases = Vec::new();
    for x in [2.4, -1.7, 0.3, 0.0, 1e-12, -1e-12, 12.0] {
        let inputs = Inputs::new().number("x", x, "");
        let expected = if x == 0.0 { 1.0 } else { x / x.exp_m1() };
        let mistakes = singular_mistakes(x);
        cases.push(Case::formula(inputs, expected, student(x), "", mistakes));
    }
    Verdict::of(
        "linear_over_exponential",
        &cases,
        &say(
            "Also at x = 0, and a millionth of a millionth beside it.",
            "Y compris en x = 0, et à un millionième de millionième à côté.",
        ),
    )
}

fn singular_mistakes(x: f64) -> Vec<Mistake> {
    let lost = (
        "digits are lost: x.exp() - 1.0 is a difference of almost equal numbers here. `x.exp_m1()` keeps them.",
        "des chiffres se perdent : x.exp() - 1.0 est ici une différence de nombres presque égaux. `x.exp_m1()` les \
         garde.",
    );
    let limit = (
        "this is the point where the quotient is 0/0; the value that it tends to is 1.",
        "c’est le point où le quotient vaut 0/0 ; la valeur vers laquelle il tend est 1.",
    );
    if x == 0.0 {
        return vec![Mistake::new(0.0, limit.0, limit.1)];
    }
    let right = x / x.exp_m1();
    let mut mistakes = vec![
        Mistake::new(
            x / x.exp(),
            "the − 1 below is missing: x/(eˣ − 1).",
            "le − 1 du dénominateur manque : x/(eˣ − 1).",
        ),
        Mistake::new(
            x / x.exp() - 1.0,
            "brackets are missing: the quotient is computed before the difference, so write `x / (… - 1.0)`.",
            "il manque des parenthèses : le quotient est calculé avant la différence ; écrivez `x / (… - 1.0)`.",
        ),
        Mistake::new(
            1.0 / right,
            "the fraction is upside down: x stands above.",
            "la fraction est inversée : x est au numérateur.",
        ),
        Mistake::new(
            x / (-x).exp_m1(),
            "the exponent has the wrong sign: eˣ, not e⁻ˣ.",
            "l’exposant a le mauvais signe : eˣ et non e⁻ˣ.",
        ),
        Mistake::new(
            1.0,
            "only x = 0 is an exception; everywhere else the quotient is to be computed.",
            "seul x = 0 est une exception ; partout ailleurs, il faut calculer le quotient.",
        ),
    ];
    if x.abs() < 1e-6 {
        mistakes = vec![Mistake::new(x / (x.exp() - 1.0), lost.0, lost.1), Mistake::new(0.0, limit.0, limit.1)];
    }
    mistakes
}

/// Exercise 4: where a gate goes, α/(α + β), and its time constant 1/(α + β) in ms.
pub fn steady_and_tau(student: fn(f64, f64) -> (f64, f64)) -> Verdict {
    let mut cases = Vec::new();
    for (alpha, beta) in [(0.35, 1.15), (2.2, 0.3), (0.02, 0.43)] {
        let (steady, tau) = student(alpha, beta);
        let inputs =
            |which: &str| Inputs::new().number("alpha", alpha, "1/ms").number("beta", beta, "1/ms").note(which);
        let which = say("first number: x∞", "premier nombre : x∞");
        cases.push(Case::formula(inputs(&which), alpha / (alpha + beta), steady, "", steady_mistakes(alpha, beta)));
        let which = say("second number: the time constant", "second nombre : la constante de temps");
        cases.push(Case::formula(inputs(&which), 1.0 / (alpha + beta), tau, "ms", tau_mistakes(alpha, beta)));
    }
    Verdict::of(
        "steady_and_tau",
        &cases,
        &say(
            "Opening and closing compete: the faster of the two decides where the gate goes, both together how fast.",
            "Ouverture et fermeture rivalisent : la plus rapide décide où va la porte, les deux ensemble à quelle vitesse.",
        ),
    )
}

fn steady_mistakes(alpha: f64, beta: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            beta / (alpha + beta),
            "this is the fraction of closed gates; α opens, so α stands above.",
            "c’est la fraction de portes fermées ; α ouvre, donc α est au numérateur.",
        ),
        Mistake::new(
            alpha / beta,
            "α over β is the ratio of open to closed gates; the open fraction is α/(α + β).",
            "α sur β est le rapport des portes ouvertes aux portes fermées ; la fraction ouverte est α/(α + β).",
        ),
        Mistake::new(
            1.0 / (alpha + beta),
            "the two answers are exchanged: first x∞, then τ.",
            "les deux réponses sont échangées : d’abord x∞, puis τ.",
        ),
        Mistake::new(
            1.0 + beta,
            "brackets are missing around the sum: `alpha / (alpha + beta)`.",
            "il manque des parenthèses autour de la somme : `alpha / (alpha + beta)`.",
        ),
    ]
}

fn tau_mistakes(alpha: f64, beta: f64) -> Vec<Mistake> {
    vec![
        Mistake::new(
            alpha + beta,
            "this is a rate, in 1/ms; the time constant is its inverse.",
            "c’est un taux, en 1/ms ; la constante de temps en est l’inverse.",
        ),
        Mistake::new(
            1.0 / alpha,
            "the closing rate counts as well: both bring the gate to its goal, τ = 1/(α + β).",
            "le taux de fermeture compte aussi : les deux mènent la porte à son but, τ = 1/(α + β).",
        ),
        Mistake::new(
            1.0 / alpha + 1.0 / beta,
            "rates add up, not times: τ = 1/(α + β).",
            "ce sont les taux qui s’ajoutent, pas les durées : τ = 1/(α + β).",
        ),
        Mistake::new(
            1.0 / alpha + beta,
            "brackets are missing around the sum: `1.0 / (alpha + beta)`.",
            "il manque des parenthèses autour de la somme : `1.0 / (alpha + beta)`.",
        ),
        Mistake::new(
            1000.0 / (alpha + beta),
            "the rates are per ms already: the time constant comes out in ms.",
            "les taux sont déjà par ms : la constante de temps est en ms.",
        ),
    ]
}
