//! Very small exercises: deciding and repeating.

use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 8: what is positive passes, everything else is 0.
pub fn rectify(student: fn(f64) -> f64) -> Verdict {
    RECTIFY.judge(|&(x,)| student(x))
}

pub(super) static RECTIFY: Exercise<(f64,), f64> = Exercise {
    name: "rectify",
    inputs: &["x (nA)"],
    answer: &[in_unit("nA")],
    cases: || [2.5, -3.0, 0.0, 140.0].map(|x| (x,)).into(),
    right: |&(x,)| if x > 0.0 { x } else { 0.0 },
    mistakes: &[
        gives(
            |&(x,)| if x < 0.0 { x } else { 0.0 },
            "the comparison is the wrong way round: what is positive passes.",
            "la comparaison est à l’envers : c’est ce qui est positif qui passe.",
        ),
        gives(
            |&(x,)| x.abs(),
            "a negative value has become positive; it should become 0.",
            "une valeur négative est devenue positive ; elle doit devenir 0.",
        ),
        gives(
            |&(x,)| x,
            "negative values pass, too: is there an `else`?",
            "les valeurs négatives passent aussi : y a-t-il un `else` ?",
        ),
        gives(
            |&(x,)| if x > 0.0 { 1.0 } else { 0.0 },
            "what passes is `x` itself, not 1.",
            "ce qui passe est `x` lui-même, et non 1.",
        ),
        gives(
            |&(x,)| if x > 0.0 { 0.0 } else { -x },
            "the two branches are exchanged, and the sign with them: `x` if it is positive, else `0.0`.",
            "les deux branches sont échangées, et le signe aussi : `x` s’il est positif, sinon `0.0`.",
        ),
    ],
    lesson: text(
        "`if` has a value: the value of the branch that is taken. (A rate is never negative: neurons do this all day.)",
        "`if` a une valeur : celle de la branche choisie. (Un taux n’est jamais négatif : les neurones font cela sans cesse.)",
    ),
    ..Exercise::TABLE
};

/// Exercise 9: the sign of a number: 1, −1 or 0.
pub fn sign(student: fn(f64) -> i32) -> Verdict {
    SIGN.judge(|&(x,)| student(x))
}

pub(super) static SIGN: Exercise<(f64,), i32> = Exercise {
    name: "sign",
    inputs: &["x"],
    cases: || [3.5, -0.25, 0.0, -8.0].map(|x| (x,)).into(),
    right: |&(x,)| i32::from(x > 0.0) - i32::from(x < 0.0),
    mistakes: &[
        gives(
            |&(x,)| if x > 0.0 { 1 } else { -1 },
            "0 is neither positive nor negative: it is a third case, with `else if`.",
            "0 n’est ni positif ni négatif : c’est un troisième cas, avec `else if`.",
        ),
        gives(
            |&(x,)| if x >= 0.0 { 1 } else { -1 },
            "`>=` takes 0 for a positive number: compare with `>`, and give 0 a case of its own.",
            "`>=` prend 0 pour un nombre positif : comparez par `>`, et donnez à 0 un cas à lui.",
        ),
        gives(
            |&(x,)| if x > 0.0 { 1 } else { 0 },
            "a negative number has the sign −1: the second case is missing.",
            "un nombre négatif a le signe −1 : le deuxième cas manque.",
        ),
        gives(
            |&(x,)| i32::from(x < 0.0) - i32::from(x > 0.0),
            "plus and minus are exchanged: is a comparison the wrong way round?",
            "plus et moins sont échangés : une comparaison est-elle à l’envers ?",
        ),
        gives(
            |&(x,)| x as i32,
            "this is the number without its decimals; only its sign is asked for.",
            "c’est le nombre sans ses décimales ; on ne demande que son signe.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "Three cases, two questions: `else` takes what is left.",
        "Trois cas, deux questions : `else` prend le reste.",
    ),
    ..Exercise::TABLE
};

/// Exercise 10: 1 + 2 + … + n.
pub fn sum_to(student: fn(i32) -> i32) -> Verdict {
    SUM_TO.judge(|&(n,)| student(n))
}

pub(super) static SUM_TO: Exercise<(i32,), i32> = Exercise {
    name: "sum_to",
    inputs: &["n"],
    cases: || [5, 12, 1, 0].map(|n| (n,)).into(),
    right: |&(n,)| n * (n + 1) / 2,
    mistakes: &[
        gives(
            |&(n,)| n * (n - 1) / 2,
            "the last number is missing: `1..n` stops before n, `1..=n` includes it.",
            "le dernier nombre manque : `1..n` s’arrête avant n, `1..=n` le comprend.",
        ),
        gives(
            |&(n,)| n,
            "each turn adds 1, or the value is replaced: add `k` to the total, with `+=`.",
            "chaque tour ajoute 1, ou remplace la valeur : ajoutez `k` au total, par `+=`.",
        ),
        gives(
            |_| 0,
            "the total has stayed 0. Does the loop add to it, and is it created before the loop?",
            "le total est resté nul. La boucle y ajoute-t-elle, et est-il créé avant la boucle ?",
        ),
        gives(
            |&(n,)| n * (n + 1) / 2 + 1,
            "the total must start at 0, not at 1.",
            "le total doit partir de 0 et non de 1.",
        ),
        gives(
            |&(n,)| (1..=n).product(),
            "this is the product; add with `+=`.",
            "c’est le produit ; additionnez par `+=`.",
        ),
        gives(
            |&(n,)| i32::from(n > 0),
            "the loop ends in its first turn: the last line, `total`, comes after the loop, not inside.",
            "la boucle finit au premier tour : la dernière ligne, `total`, vient après la boucle, et non dedans.",
        ),
    ],
    lesson: text(
        "Start at 0, add in each turn, look at the end: most sums of this course are made so.",
        "Partir de 0, ajouter à chaque tour, regarder à la fin : la plupart des sommes du cours se font ainsi.",
    ),
    ..Exercise::TABLE
};

/// Exercise 11: a line of n dots.
pub fn dots(student: fn(usize) -> String) -> Verdict {
    DOTS.judge(|&(n,)| student(n))
}

pub(super) static DOTS: Exercise<(usize,), String> = Exercise {
    name: "dots",
    inputs: &["n"],
    cases: || [4, 1, 0, 11].map(|n| (n,)).into(),
    right: |&(n,)| ".".repeat(n),
    mistakes: &[
        gives(
            |_| ".".into(),
            "there is one dot: does `push` stand inside the loop, and does the text begin outside?",
            "il n’y a qu’un point : `push` est-il dans la boucle, et le texte commence-t-il dehors ?",
        ),
        gives(
            |&(n,)| ".".repeat(n + 1),
            "one dot too many: `0..n` makes n turns, and the text begins empty.",
            "un point de trop : `0..n` fait n tours, et le texte commence vide.",
        ),
        gives(
            |&(n,)| ".".repeat(n.saturating_sub(1)),
            "one dot is missing: `1..n` makes only n − 1 turns. Count from 0.",
            "il manque un point : `1..n` ne fait que n − 1 tours. Comptez à partir de 0.",
        ),
        gives(
            |_| String::new(),
            "the text is empty: add a dot in each turn, `text.push('.')`.",
            "le texte est vide : ajoutez un point à chaque tour, `text.push('.')`.",
        ),
        gives(
            |&(n,)| ". ".repeat(n),
            "only dots, without blanks between them.",
            "des points seulement, sans espaces entre eux.",
        ),
        gives(|&(n,)| ".\n".repeat(n), "all dots belong in one line.", "tous les points vont sur une seule ligne."),
    ],
    lesson: text(
        "`String::new()` is an empty text that can grow; `push` appends one character to it.",
        "`String::new()` est un texte vide qui peut grandir ; `push` lui ajoute un caractère.",
    ),
    ..Exercise::TABLE
};

/// Exercise 12: how often a potential in mV must be halved until it is 1 mV or less.
pub fn halvings(student: fn(f64) -> i32) -> Verdict {
    HALVINGS.judge(|&(v,)| student(v))
}

pub(super) static HALVINGS: Exercise<(f64,), i32> = Exercise {
    name: "halvings",
    inputs: &["v (mV)"],
    cases: || [10.0, 0.5, 8.0, 1.0, 100.0].map(|v| (v,)).into(),
    right: |&(v,)| v.log2().ceil().max(0.0) as i32,
    also_right: &[|&(v,)| times_halved(v, |v| v > 1.0)],
    mistakes: &[
        gives(
            |&(v,)| times_halved(v, |v| v >= 1.0),
            "one turn too many where 1 mV is hit exactly: go on only while v is *above* 1, with `>`.",
            "un tour de trop quand on tombe juste sur 1 mV : ne continuez que si v est *au-dessus* de 1, par `>`.",
        ),
        gives(
            |&(v,)| times_halved(v, |v| v > 2.0),
            "one turn is missing: the loop must run while v is above 1.",
            "il manque un tour : la boucle doit tourner tant que v est au-dessus de 1.",
        ),
        gives(
            |&(v,)| i32::from(v > 1.0),
            "the loop ran once: with `if` in the place of `while`, nothing is repeated.",
            "un seul tour : avec `if` au lieu de `while`, rien n’est répété.",
        ),
        gives(
            |_| 0,
            "no turn was counted: is the condition the wrong way round, or does nothing add to the count?",
            "aucun tour n’a été compté : la condition est-elle à l’envers, ou rien n’ajoute-t-il au compte ?",
        ),
        gives(
            |&(v,)| times_halved(v, |v| v > 1.0) + 1,
            "the count is one too high: it must start at 0.",
            "le compte est trop grand de 1 : il doit partir de 0.",
        ),
    ],
    few_answers: true,
    lesson: text(
        "Where nobody knows the number of turns beforehand, `while` does.",
        "Quand personne ne sait d’avance le nombre de tours, il y a `while`.",
    ),
    ..Exercise::TABLE
};

fn times_halved(mut v: f64, goes_on: fn(f64) -> bool) -> i32 {
    let mut count = 0;
    while goes_on(v) {
        v /= 2.0;
        count += 1;
    }
    count
}

/// Exercise 13: how many connections n neurons make if each sends one to every other, and none to itself.
pub fn connections(student: fn(usize) -> usize) -> Verdict {
    CONNECTIONS.judge(|&(n,)| student(n))
}

pub(super) static CONNECTIONS: Exercise<(usize,), usize> = Exercise {
    name: "connections",
    inputs: &["n"],
    cases: || [4, 7, 1, 0].map(|n| (n,)).into(),
    right: |&(n,)| n * n - n,
    mistakes: &[
        gives(
            |&(n,)| n * n,
            "a neuron is connected to itself, too: count only if `i != j`.",
            "un neurone est aussi relié à lui-même : ne comptez que si `i != j`.",
        ),
        gives(
            |&(n,)| n * n.saturating_sub(1) / 2,
            "each pair is counted once; a connection goes one way, so each pair makes two.",
            "chaque paire est comptée une fois ; une connexion a un sens, et chaque paire en fait donc deux.",
        ),
        gives(
            |&(n,)| n,
            "one turn for each neuron: the second loop must be inside the first, or the condition is `i == j`.",
            "un tour par neurone : la seconde boucle doit être dans la première, ou bien la condition est `i == j`.",
        ),
        gives(
            |&(n,)| n.saturating_sub(1),
            "these are the connections of one neuron: the count must be created before both loops.",
            "ce sont les connexions d’un seul neurone : le compte doit être créé avant les deux boucles.",
        ),
        gives(
            |&(n,)| 2 * n,
            "two loops one after the other make n + n turns; put the second inside the first.",
            "deux boucles l’une après l’autre font n + n tours ; mettez la seconde dans la première.",
        ),
        gives(
            |_| 0,
            "nothing was counted: add 1 for each pair with `i != j`.",
            "rien n’a été compté : ajoutez 1 pour chaque paire telle que `i != j`.",
        ),
    ],
    lesson: text(
        "A loop in a loop visits every pair: 100 neurons make 9,900 connections.",
        "Une boucle dans une boucle visite toutes les paires : 100 neurones font 9900 connexions.",
    ),
    ..Exercise::TABLE
};
