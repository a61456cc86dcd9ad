use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, seen, text};

/// Exercise 46: a whole number in base 2, without leading zeros: 23 is `"10111"`, 0 is `"0"`.
pub fn to_binary(student: fn(u32) -> String) -> Verdict {
    TO_BINARY.judge(|&(n,)| student(n))
}

pub(super) static TO_BINARY: Exercise<(u32,), String> = Exercise {
    name: "to_binary",
    inputs: &["n"],
    cases: || [6, 37, 200, 1, 0, 1023].map(|n| (n,)).into(),
    right: |(n,)| format!("{n:b}"),
    also_right: &[|&(n,)| if n == 0 { "0".into() } else { digits(n) }],
    mistakes: &[
        gives(
            |&(n,)| digits(n).chars().rev().collect(),
            "the digits are in reverse order: the first remainder is the last digit. Put each new digit in front.",
            "les chiffres sont à l’envers : le premier reste est le dernier chiffre. Placez chaque nouveau chiffre devant.",
        ),
        gives(|(n,)| n.to_string(), "this is the number in base 10.", "c’est le nombre en base 10."),
        gives(
            |(n,)| format!("{n:#b}"),
            "`0b` is how Rust marks a binary number in code; only the digits are asked for.",
            "`0b` est la marque des nombres binaires dans le code ; on ne demande que les chiffres.",
        ),
        seen(
            |_, right, student| student.strip_suffix(right).is_some_and(|front| front.chars().all(|c| c == '0')),
            |(n,)| format!("{n:08b}"),
            "the number is right, but there should be no zeros in front.",
            "le nombre est juste, mais il ne faut pas de zéros devant.",
        ),
        gives(
            |&(n,)| digits(n),
            "a loop that runs while n > 0 does not run for 0 at all: treat this case apart.",
            "une boucle qui tourne tant que n > 0 ne tourne pas du tout pour 0 : traitez ce cas à part.",
        ),
        gives(
            |(n,)| format!("{n:b}")[1..].into(),
            "the highest digit is missing: the loop must go on until n is 0, not until it is 1.",
            "le chiffre de tête manque : la boucle doit continuer jusqu’à ce que n soit nul, et non jusqu’à 1.",
        ),
    ],
    lesson: text(
        "Divide, keep the remainder, go on with the quotient: this works in any base.",
        "Diviser, garder le reste, continuer avec le quotient : cela marche dans toutes les bases.",
    ),
    ..Exercise::TABLE
};

/// Remainders and quotients until nothing is left: none for 0.
fn digits(mut n: u32) -> String {
    let mut text = String::new();
    while n > 0 {
        text.insert(0, if n % 2 == 1 { '1' } else { '0' });
        n /= 2;
    }
    text
}
