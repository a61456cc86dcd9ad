//! Exercises whose answer is a text: a number in binary and in Roman numerals, spikes drawn with characters.

use crate::check::case::slice_code;
use crate::check::text::{TextMistake, judge_text};
use crate::check::{Inputs, Verdict, say};

/// Exercise 4: a whole number in base 2, without leading zeros: 23 is `"10111"`, 0 is `"0"`.
pub fn to_binary(student: fn(u32) -> String) -> Verdict {
    let outcomes = [6, 37, 200, 1, 0, 1023].map(|n| {
        let inputs = Inputs::new().code("n", &n.to_string());
        let (expected, received) = (shown(&format!("{n:b}")), shown(&student(n)));
        judge_text("to_binary", &inputs, &expected, &received, &binary_mistakes(n))
    });
    Verdict::all_right(
        "to_binary",
        outcomes,
        &say(
            "Divide, keep the remainder, go on with the quotient: this works in any base.",
            "Diviser, garder le reste, continuer avec le quotient : cela marche dans toutes les bases.",
        ),
    )
}

fn binary_mistakes(n: u32) -> Vec<TextMistake> {
    let right = format!("{n:b}");
    let reversed: String = right.chars().rev().collect();
    let mut mistakes = vec![
        TextMistake::new(
            shown(&reversed),
            "the digits are in reverse order: the first remainder is the last digit. Put each new digit in front.",
            "les chiffres sont à l’envers : le premier reste est le dernier chiffre. Placez chaque nouveau chiffre devant.",
        ),
        TextMistake::new(shown(&n.to_string()), "this is the number in base 10.", "c’est le nombre en base 10."),
        TextMistake::new(
            shown(&format!("0b{right}")),
            "`0b` is how Rust marks a binary number in code; only the digits are asked for.",
            "`0b` est la marque des nombres binaires dans le code ; on ne demande que les chiffres.",
        ),
    ];
    let zeros = say(
        "the number is right, but no zeros should stand in front.",
        "le nombre est juste, mais il ne faut pas de zéros devant.",
    );
    mistakes.extend(
        (1..32)
            .map(|more| TextMistake { answer: shown(&format!("{}{right}", "0".repeat(more))), cause: zeros.clone() }),
    );
    if n == 0 {
        mistakes.push(TextMistake::new(
            shown(""),
            "a loop that runs while n > 0 does not run for 0 at all: treat this case apart.",
            "une boucle qui tourne tant que n > 0 ne tourne pas du tout pour 0 : traitez ce cas à part.",
        ));
    } else {
        mistakes.push(TextMistake::new(
            shown(&right[1..]),
            "the highest digit is missing: the loop must go on until n is 0, not until it is 1.",
            "le chiffre de tête manque : la boucle doit continuer jusqu’à ce que n soit nul, et non jusqu’à 1.",
        ));
    }
    mistakes
}

/// The values and symbols with which Roman numbers are written: 900 before 500, 400 before 100, and so on.
const ROMAN: [(u32, &str); 13] = [
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

/// Exercise 5: a whole number from 1 to 3999 in Roman numerals: 23 is `"XXIII"`, 1994 is `"MCMXCIV"`.
pub fn to_roman(student: fn(u32) -> String) -> Verdict {
    let outcomes = [7, 38, 4, 29, 49, 444, 1906, 3999].map(|n| {
        let inputs = Inputs::new().code("n", &n.to_string());
        let (expected, received) = (shown(&roman(n, &ROMAN)), shown(&student(n)));
        judge_text("to_roman", &inputs, &expected, &received, &roman_mistakes(n))
    });
    Verdict::all_right(
        "to_roman",
        outcomes,
        &say(
            "Thirteen symbols and one rule, and still no column in which to carry a digit.",
            "Treize symboles et une règle, et toujours pas de colonne où poser une retenue.",
        ),
    )
}

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

/// The same with `if` in the place of `while`: each symbol once at most.
fn roman_once(mut n: u32) -> String {
    let mut text = String::new();
    for (value, symbol) in ROMAN {
        if n >= value {
            text += symbol;
            n -= value;
        }
    }
    text
}

fn roman_mistakes(n: u32) -> Vec<TextMistake> {
    let right = roman(n, &ROMAN);
    let kept = |keep: fn(u32) -> bool| -> String {
        let table: Vec<_> = ROMAN.into_iter().filter(|&(value, _)| keep(value)).collect();
        roman(n, &table)
    };
    let mut free = ROMAN.to_vec();
    free.extend([(999, "IM"), (499, "ID"), (99, "IC"), (49, "IL")]);
    free.sort_by_key(|&(value, _)| std::cmp::Reverse(value));
    vec![
        TextMistake::new(
            shown(&roman_once(n)),
            "each symbol is used once at most: repeat it `while` its value still fits, not `if`.",
            "chaque symbole ne sert qu’une fois : répétez-le tant que (`while`) sa valeur tient, et non `if`.",
        ),
        TextMistake::new(
            shown(&kept(|value| !value.to_string().starts_with(['4', '9']))),
            "no symbol stands four times in a row: 4 is IV, 9 is IX, 40 is XL, … Put these values into the table as well.",
            "aucun symbole ne se répète quatre fois : 4 s’écrit IV, 9 IX, 40 XL, … Mettez aussi ces valeurs dans le tableau.",
        ),
        TextMistake::new(
            shown(&kept(|value| ![40, 90, 400, 900].contains(&value))),
            "4 and 9 are right; tens and hundreds follow the same rule: XL, XC, CD, CM.",
            "4 et 9 sont justes ; les dizaines et les centaines suivent la même règle : XL, XC, CD, CM.",
        ),
        TextMistake::new(
            shown(&roman(n, &free)),
            "I stands only before V and X, X only before L and C, C only before D and M: 49 is XLIX.",
            "I ne se place que devant V et X, X que devant L et C, C que devant D et M : 49 s’écrit XLIX.",
        ),
        TextMistake::new(
            shown(&right.chars().rev().collect::<String>()),
            "the symbols are in reverse order: the largest value comes first. Append with `push_str`.",
            "les symboles sont à l’envers : la plus grande valeur vient en premier. Ajoutez à la fin par `push_str`.",
        ),
        TextMistake::new(
            shown(&right.to_lowercase()),
            "right, but in capital letters please.",
            "c’est juste, mais en majuscules.",
        ),
        TextMistake::new(
            shown(""),
            "the text is empty: does something append to it inside the loop?",
            "le texte est vide : quelque chose s’y ajoute-t-il dans la boucle ?",
        ),
    ]
}

/// Spikes in ms and the length of the line: two spikes within one millisecond, one exactly on a millisecond, one late in
/// its millisecond, and none at all.
const LINES: [(&[f64], usize); 4] = [(&[2.0, 5.75, 11.5], 15), (&[0.25, 3.5, 3.75, 8.75], 10), (&[6.5], 7), (&[], 4)];

/// Exercise 9: one character for each millisecond, `|` where there is at least one spike, `.` elsewhere.
pub fn raster_line(student: fn(&[f64], usize) -> String) -> Verdict {
    let outcomes = LINES.map(|(times, duration)| {
        let inputs = Inputs::new()
            .code(&say("times in ms", "times en ms"), &slice_code(times))
            .code(&say("duration in ms", "duration en ms"), &duration.to_string());
        let expected = shown(&line(times, duration, |t| t));
        let received = shown(&student(times, duration));
        judge_text("raster_line", &inputs, &expected, &received, &line_mistakes(times, duration))
    });
    Verdict::all_right(
        "raster_line",
        outcomes,
        &say(
            "A raster without a plotting library: one line for each trial.",
            "Un raster sans bibliothèque de figures : une ligne par essai.",
        ),
    )
}

/// The line with each spike moved before it is put into its millisecond; what falls outside is left out.
fn line(times: &[f64], duration: usize, moved: fn(f64) -> f64) -> String {
    let has_spike = |k: usize| times.iter().any(|&t| moved(t).floor() == k as f64);
    (0..duration).map(|k| if has_spike(k) { '|' } else { '.' }).collect()
}

fn line_mistakes(times: &[f64], duration: usize) -> Vec<TextMistake> {
    let right = line(times, duration, |t| t);
    let whole: Vec<f64> = times.iter().copied().filter(|t| t.fract() == 0.0).collect();
    let swapped = right.chars().map(|c| if c == '|' { '.' } else { '|' }).collect::<String>();
    vec![
        TextMistake::new(
            shown(&line(times, duration, f64::round)),
            "the times are rounded; the spike at 5.75 ms belongs to the millisecond from 5 to 6. Cut off, with `as usize`.",
            "les temps sont arrondis ; le potentiel d’action à 5,75 ms appartient à la milliseconde de 5 à 6. Tronquez, par \
             `as usize`.",
        ),
        TextMistake::new(
            shown(&line(times, duration, |t| t - 1.0)),
            "one place too far to the left: the first character is the millisecond from 0 to 1.",
            "un cran trop à gauche : le premier caractère est la milliseconde de 0 à 1.",
        ),
        TextMistake::new(
            shown(&line(times, duration, |t| t + 1.0)),
            "one place too far to the right: the first character is the millisecond from 0 to 1.",
            "un cran trop à droite : le premier caractère est la milliseconde de 0 à 1.",
        ),
        TextMistake::new(
            shown(&line(times, duration + 1, |t| t)),
            "one character too many: for `duration` characters the loop runs over `0..duration`, without `=`.",
            "un caractère de trop : pour `duration` caractères, la boucle parcourt `0..duration`, sans `=`.",
        ),
        TextMistake::new(
            shown(&format!("{right}\n")),
            "the text ends with a new line; only the characters are asked for.",
            "le texte finit par un retour à la ligne ; on ne demande que les caractères.",
        ),
        TextMistake::new(
            shown(&swapped),
            "the two characters are exchanged: `|` is a spike.",
            "les deux caractères sont échangés : `|` est un potentiel d’action.",
        ),
        TextMistake::new(
            shown(&line(&whole, duration, |t| t)),
            "only spikes at a whole number of milliseconds are drawn. A time such as 5.75 equals no whole k: compare \
             `t as usize` with k.",
            "seuls les potentiels d’action à un nombre entier de millisecondes sont dessinés. Un temps comme 5,75 n’est égal \
             à aucun entier k : comparez `t as usize` à k.",
        ),
        TextMistake::new(
            shown(&".".repeat(duration)),
            "no spike is drawn at all.",
            "aucun potentiel d’action n’est dessiné.",
        ),
        TextMistake::new(
            shown(""),
            "the text is empty. The function must return the line, not print it.",
            "le texte est vide. La fonction doit renvoyer la ligne et non l’afficher.",
        ),
    ]
}

/// A text as Rust shows it, between quotation marks.
fn shown(text: &str) -> String {
    format!("{text:?}")
}
