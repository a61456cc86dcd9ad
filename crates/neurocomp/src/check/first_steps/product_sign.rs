use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};

/// Exercise 44: sign of a product, −1, 0 or 1, from the signs of its factors, also where the product itself is so small
/// that it is rounded to 0.
pub fn product_sign(student: fn(f64, f64) -> i32) -> Verdict {
    PRODUCT_SIGN.judge(|&(a, b)| student(a, b))
}

pub(super) static PRODUCT_SIGN: Exercise<(f64, f64), i32> = Exercise {
    name: "product_sign",
    inputs: &["a", "b"],
    cases: || vec![(2.5, 0.5), (-3.0, 4.0), (1.5, -0.5), (-0.25, -8.0), (0.0, -7.0), (6.0, 0.0), (1e-200, -1e-200)],
    right: |&(a, b)| sign(a) * sign(b),
    also_right: &[|&(a, b)| if a == 0.0 || b == 0.0 { 0 } else { compared(&(a, b)) }],
    mistakes: &[
        gives(
            |&(a, b)| sign(a * b),
            "the product is so small that it is rounded to 0. Look at the signs of a and b, and do not multiply.",
            "le produit est si petit qu’il est arrondi à 0. Regardez les signes de a et de b, sans multiplier.",
        ),
        seen(
            |_, &right, student| right == 0 && student.abs() == 1,
            compared,
            "a factor is 0, so the product is 0: test this case first.",
            "un facteur est nul, donc le produit aussi : testez ce cas d’abord.",
        ),
        seen(
            |&(a, b), _, &student| a < 0.0 && b < 0.0 && student == -1,
            |&(a, b)| if a < 0.0 || b < 0.0 { -1 } else { 1 },
            "minus times minus is plus.",
            "moins par moins fait plus.",
        ),
        seen(
            |_, &right, &student| right == -1 && student == 1,
            |&(_, b)| sign(b),
            "the signs differ, so the product is negative. Do you look at both factors?",
            "les signes diffèrent : le produit est négatif. Regardez-vous les deux facteurs ?",
        ),
        gives(
            |_| 0,
            "neither factor is 0, so the product is not 0 either.",
            "aucun facteur n’est nul, donc le produit non plus.",
        ),
        gives(
            |&(a, b)| (a * b) as i32,
            "this is the product itself; only its sign is asked for: −1, 0 or 1.",
            "c’est le produit lui-même ; on ne demande que son signe : −1, 0 ou 1.",
        ),
    ],
    otherwise: text(
        "Follow your code line by line, on paper, with these inputs.",
        "Suivez votre code ligne à ligne, sur le papier, avec ces valeurs.",
    ),
    lesson: text(
        "Also for 10⁻²⁰⁰ times −10⁻²⁰⁰, whose product a computer rounds to 0.",
        "Y compris pour 10⁻²⁰⁰ fois −10⁻²⁰⁰, dont l’ordinateur arrondit le produit à 0.",
    ),
    ..Exercise::TABLE
};

fn sign(x: f64) -> i32 {
    i32::from(x > 0.0) - i32::from(x < 0.0)
}

/// The sign of a product of factors that are not 0.
fn compared(&(a, b): &(f64, f64)) -> i32 {
    if (a > 0.0) == (b > 0.0) { 1 } else { -1 }
}
