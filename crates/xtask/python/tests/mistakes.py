"""What beginners get wrong, and what the kernel's added line says, in English and in French; and what is right."""

MISTAKES = {
    "mut": (
        [],
        "let spikes = 12;\nspikes = spikes + 1;",
        "write `let mut spikes = …` where it is made",
        "écrivez `let mut spikes = …` là où elle est créée",
    ),
    "mut in an earlier cell": (
        ["let train = vec![1.0];"],
        "train.push(2.0);",
        "`let mut train = …` in the cell that makes it",
        "`let mut train = …` dans la cellule qui la crée",
    ),
    "whole and real number": (
        [],
        "let half = 1.0 / 2;",
        "write `2.0` instead of `2`",
        "écrivez `2.0` au lieu de `2`",
    ),
    "whole variable": (
        ["let count = 3;"],
        'println!("{}", 0.5 * count);',
        "write `count as f64`",
        "écrivez `count as f64`",
    ),
    "use after move": (
        ["fn total(v: Vec<f64>) -> f64 { v.iter().sum() }"],
        'let list = vec![1.0];\nlet sum = total(list);\nprintln!("{}", list.len());',
        "`let sum = total(list);` gives `list` away",
        "`let sum = total(list);` donne `list`",
    ),
    "use after a move in an earlier cell": (
        ["fn sum_up(v: Vec<f64>) -> f64 { v.iter().sum() }", "let given = vec![1.0];", "let result = sum_up(given);"],
        'println!("{}", given.len());',
        "an earlier cell gave it away, in `let result = sum_up(given);`",
        "une cellule précédente l'a donnée, dans `let result = sum_up(given);`",
    ),
    "no semicolon before the last value": (
        [],
        "let rate = 12.5\nrate",
        "A `;` is missing at the end of `let rate = 12.5`",
        "Il manque un `;` à la fin de `let rate = 12.5`",
    ),
    "another language's import": (
        [],
        "import numpy as np",
        "Other code is brought in by `use`",
        "On fait venir d'autre code par `use`",
    ),
    "an argument too few in an exercise's function": (
        ["fn mistake_bound(w: &Array1<f64>, x: &Array2<f64>) -> Option<f64> { None }"],
        "check::perceptron::mistake_bound(mistake_bound)",
        "wanted `fn(&Array1<f64>, &Array2<f64>, &Array1<f64>) -> Option<_>`",
        "attendu `fn(&Array1<f64>, &Array2<f64>, &Array1<f64>) -> Option<_>`",
    ),
    "borrow kept": (
        ["let values = vec![1.0];"],
        "let view = &values;",
        "a borrow ends with its cell",
        "un emprunt finit avec sa cellule",
    ),
    "semicolon": (
        [],
        'let rest = -70.0\nprintln!("{rest}");',
        "A `;` is missing at the end of `let rest = -70.0`",
        "Il manque un `;` à la fin de `let rest = -70.0`",
    ),
    "type of an argument": (
        ["fn hertz(n: f64) -> f64 { n }"],
        "hertz(12)",
        "write `12.0` instead of `12`",
        "écrivez `12.0` au lieu de `12`",
    ),
    "value of a function": (
        [],
        "fn double(x: f64) -> f64 {\n    2.0 * x;\n}",
        "take the `;` away",
        "enlevez le `;`",
    ),
    "unknown name": (
        [],
        'println!("{nowhere}");',
        "`nowhere` is not known here",
        "`nowhere` n'est pas connue ici",
    ),
    "closure kept": (
        [],
        "let twice = |x: f64| 2.0 * x;",
        "A closure lives in one cell only",
        "Une fermeture ne vit que dans une cellule",
    ),
    "bracket": (
        [],
        'println!("{}", (1.0 + 2.0);',
        "is never closed",
        "n'est jamais fermé",
    ),
    "list in braces": (
        ["let sizes = vec![1.0];"],
        'println!("{}", sizes);',
        "write `{:?}` instead of `{}`",
        "écrivez `{:?}` au lieu de `{}`",
    ),
    "variable of the notebook in a function": (
        ["let tau = 20.0;"],
        "fn decay(t: f64) -> f64 { (-t / tau).exp() }",
        "give it `tau` as an argument",
        "donnez-lui `tau` comme argument",
    ),
    "quotation marks of a word processor": (
        [],
        "let title = «spikes»;",
        "a text is written between two `\"`",
        "un texte se met entre deux `\"`",
    ),
    "comment that never ends": (
        [],
        "let first = 1.0;\n/* and then",
        "write `*/` where it ends",
        "écrivez `*/` là où il finit",
    ),
    "question mark after an Option": (
        [],
        "let index: i32 = None?;",
        "write `.ok_or(\"…\")?` instead of `?`",
        "écrivez `.ok_or(\"…\")?` au lieu de `?`",
    ),
    "chain of steps of a function kept": (
        ["fn evens(n: u32) -> impl Iterator<Item = u32> { (0..n).filter(|x| x % 2 == 0) }"],
        "let chain = evens(5);",
        "end it with `.collect::<Vec<_>>()`",
        "terminez-la par `.collect::<Vec<_>>()`",
    ),
    "future kept": (
        ["async fn later() -> f64 { 1.0 }"],
        "let soon = later();",
        "write `.await` after what makes it",
        "écrivez `.await` après ce qui la crée",
    ),
}

# Cells that are right, one after the other.
RIGHT = [
    "let mut kept = vec![1.0, 2.0];",
    "kept.push(3.0);",
    "let sum: f64 = kept.iter().sum();",
    "let moved = kept;",
    "let number: f64 = \"2.5\".parse::<f64>()?;",
    "let option: f64 = Some(1.5).ok_or(\"nothing\")?;",
    "fn half(x: f64) -> f64 { x / 2.0 }",
    "half(sum) * number",
    "for x in &moved { println!(\"{x}\"); }",
    "let boxed: Box<dyn Fn(f64) -> f64> = Box::new(|x| 2.0 * x);",
]
