use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 3: x/(eˣ − 1), which is 1 at x = 0.
pub fn linear_over_exponential(student: fn(f64) -> f64) -> Verdict {
    LINEAR_OVER_EXPONENTIAL.judge(|&(x,)| student(x))
}

pub(super) static LINEAR_OVER_EXPONENTIAL: Exercise<(f64,), f64> = Exercise {
    name: "linear_over_exponential",
    inputs: &["x"],
    cases: || vec![(2.4,), (-1.7,), (0.3,), (0.0,), (1e-12,), (-1e-12,), (12.0,)],
    right: |&(x,)| if x == 0.0 { 1.0 } else { x / x.exp_m1() },
    // A series near 0.
    also_right: &[|&(x,)| if x.abs() < 1e-5 { 1.0 - 0.5 * x } else { x / (x.exp() - 1.0) }],
    mistakes: &[
        gives(
            |&(x,)| x / x.exp(),
            "the − 1 below is missing: x/(eˣ − 1).",
            "le − 1 du dénominateur manque : x/(eˣ − 1).",
        ),
        gives(
            |&(x,)| x / x.exp() - 1.0,
            "parentheses are missing: the quotient is computed before the difference, so write `x / (… - 1.0)`.",
            "il manque des parenthèses : le quotient est calculé avant la différence ; écrivez `x / (… - 1.0)`.",
        ),
        gives(
            |&(x,)| x.exp_m1() / x,
            "the fraction is upside down: x is the numerator.",
            "la fraction est inversée : x est au numérateur.",
        ),
        gives(
            |&(x,)| x / (-x).exp_m1(),
            "the exponent has the wrong sign: eˣ, not e⁻ˣ.",
            "l’exposant a le mauvais signe : eˣ et non e⁻ˣ.",
        ),
        gives(
            |_| 1.0,
            "only x = 0 is an exception; everywhere else the quotient is to be computed.",
            "seul x = 0 est une exception ; partout ailleurs, il faut calculer le quotient.",
        ),
        gives(
            |&(x,)| if x == 0.0 { 0.0 } else { x / x.exp_m1() },
            "this is the point where the quotient is 0/0; the value that it tends to is 1.",
            "c’est le point où le quotient vaut 0/0 ; la valeur vers laquelle il tend est 1.",
        ),
        gives(
            |&(x,)| if x == 0.0 { 1.0 } else { x / (x.exp() - 1.0) },
            "digits are lost: x.exp() - 1.0 is a difference of almost equal numbers here. `x.exp_m1()` keeps them.",
            "des chiffres se perdent : x.exp() - 1.0 est ici une différence de nombres presque égaux. `x.exp_m1()` les \
             garde.",
        ),
        gives(
            |&(x,)| if x == 0.0 { 1.0 } else { x / (x.exp_m1() - 1.0) },
            "`exp_m1` has taken 1 away already.",
            "`exp_m1` a déjà retranché 1.",
        ),
    ],
    lesson: text(
        "Also at x = 0, and a millionth of a millionth beside it.",
        "Y compris en x = 0, et à un millionième de millionième à côté.",
    ),
    ..Exercise::TABLE
};
