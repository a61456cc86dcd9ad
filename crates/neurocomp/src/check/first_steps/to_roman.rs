use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 47: a whole number from 1 to 3999 in Roman numerals: 23 is `"XXIII"`, 1994 is `"MCMXCIV"`.
pub fn to_roman(student: fn(u32) -> String) -> Verdict {
    TO_ROMAN.judge(|&(n,)| student(n))
}

pub(super) static TO_ROMAN: Exercise<(u32,), String> = Exercise {
    name: "to_roman",
    inputs: &["n"],
    // The telling ones first, then all of them: a table of symbols may be wrong in a single line.
    cases: || [7, 38, 4, 29, 49, 444, 1906, 3999].into_iter().chain(1..4000).map(|n| (n,)).collect(),
    right: |&(n,)| roman(n, &SYMBOLS),
    mistakes: &[
        gives(
            |&(n,)| roman_above(n),
            "a value that is exactly what is left still fits: compare with `>=`, not with `>`.",
            "une valeur égale à ce qui reste tient encore : comparez par `>=` et non par `>`.",
        ),
        gives(
            |&(n,)| roman_once(n),
            "each symbol is used once at most: repeat it `while` its value still fits, not `if`.",
            "chaque symbole ne sert qu’une fois : répétez-le tant que (`while`) sa valeur tient, et non `if`.",
        ),
        gives(
            |&(n,)| roman_without(n, &[4, 9, 40, 90, 400, 900]),
            "no symbol comes four times in a row: 4 is IV, 9 is IX, 40 is XL, … Put these values into the table as well.",
            "aucun symbole ne se répète quatre fois : 4 s’écrit IV, 9 IX, 40 XL, … Mettez aussi ces valeurs dans le tableau.",
        ),
        gives(
            |&(n,)| roman_without(n, &[40, 90, 400, 900]),
            "4 and 9 are right; tens and hundreds follow the same rule: XL, XC, CD, CM.",
            "4 et 9 sont justes ; les dizaines et les centaines suivent la même règle : XL, XC, CD, CM.",
        ),
        gives(
            |&(n,)| {
                let mut free = [&SYMBOLS[..], &[(999, "IM"), (499, "ID"), (99, "IC"), (49, "IL")]].concat();
                free.sort_by_key(|&(value, _)| std::cmp::Reverse(value));
                roman(n, &free)
            },
            "I comes only before V and X, X only before L and C, C only before D and M: 49 is XLIX.",
            "I ne se place que devant V et X, X que devant L et C, C que devant D et M : 49 s’écrit XLIX.",
        ),
        gives(
            |&(n,)| roman(n, &SYMBOLS).chars().rev().collect(),
            "the symbols are in reverse order: the largest value comes first. Append with `push_str`.",
            "les symboles sont à l’envers : la plus grande valeur vient en premier. Ajoutez à la fin par `push_str`.",
        ),
        gives(
            |&(n,)| roman(n, &SYMBOLS).to_lowercase(),
            "right, but in capital letters please.",
            "c’est juste, mais en majuscules.",
        ),
        gives(
            |_| String::new(),
            "the text is empty: does something append to it inside the loop?",
            "le texte est vide : quelque chose s’y ajoute-t-il dans la boucle ?",
        ),
    ],
    lesson: text(
        "Thirteen symbols and one rule, and still no column in which to carry a digit.",
        "Treize symboles et une règle, et toujours pas de colonne où poser une retenue.",
    ),
    ..Exercise::TABLE
};

/// The values and symbols with which Roman numbers are written: 900 before 500, 400 before 100, and so on.
const SYMBOLS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The largest value of the table that still fits, again and again.
fn roman(mut n: u32, table: &[(u32, &str)]) -> String {
    let mut text = String::new();
    for &(value, symbol) in table {
        while n >= value {
            text += symbol;
            n -= value;
        }
    }
    text
}

/// The same with `>` in the place of `>=`: a 1 is always left.
fn roman_above(mut n: u32) -> String {
    let mut text = String::new();
    for (value, symbol) in SYMBOLS {
        while n > value {
            text += symbol;
            n -= value;
        }
    }
    text
}

/// The same with `if` in the place of `while`: each symbol once at most.
fn roman_once(mut n: u32) -> String {
    let mut text = String::new();
    for (value, symbol) in SYMBOLS {
        if n >= value {
            text += symbol;
            n -= value;
        }
    }
    text
}

/// With a table that lacks these values.
fn roman_without(n: u32, missing: &[u32]) -> String {
    let table: Vec<_> = SYMBOLS.into_iter().filter(|(value, _)| !missing.contains(value)).collect();
    roman(n, &table)
}
