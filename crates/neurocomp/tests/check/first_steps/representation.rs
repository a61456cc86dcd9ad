//! Exercises 4, 5 and 9.

use neurocomp::check::first_steps;

use super::{names, passes};

mod to_binary {
    use super::*;

    fn digits(mut n: u32) -> String {
        let mut text = String::new();
        while n > 0 {
            text.push(if n % 2 == 1 { '1' } else { '0' });
            n /= 2;
        }
        text
    }

    fn reversed(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn right() {
        passes(first_steps::to_binary(|n| if n == 0 { "0".into() } else { reversed(&digits(n)) }));
        passes(first_steps::to_binary(|n| format!("{n:b}")));
    }

    #[test]
    fn named_mistakes() {
        names(first_steps::to_binary(digits), &["reverse order", "`\"110\"`", "to_binary(6)"]);
        names(first_steps::to_binary(|n| reversed(&digits(n))), &["while n > 0 does not run for 0"]);
        names(first_steps::to_binary(|n| format!("{n:08b}")), &["no zeros should stand in front"]);
        names(first_steps::to_binary(|n| format!("{n:#b}")), &["`0b`"]);
        names(first_steps::to_binary(|n| n.to_string()), &["base 10"]);
        names(first_steps::to_binary(|n| format!("{n:b}")[1..].into()), &["highest digit"]);
    }

    #[test]
    fn anything_else() {
        names(first_steps::to_binary(|_| "x".into()), &["line by line"]);
    }
}

mod to_roman {
    use super::*;

    const TABLE: [(u32, &str); 13] = [
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

    fn greedy(mut n: u32, table: &[(u32, &str)]) -> String {
        let mut text = String::new();
        for &(value, symbol) in table {
            while n >= value {
                text.push_str(symbol);
                n -= value;
            }
        }
        text
    }

    #[test]
    fn right() {
        passes(first_steps::to_roman(|n| greedy(n, &TABLE)));
    }

    #[test]
    fn named_mistakes() {
        names(
            first_steps::to_roman(|mut n| {
                let mut text = String::new();
                for (value, symbol) in TABLE {
                    if n >= value {
                        text.push_str(symbol);
                        n -= value;
                    }
                }
                text
            }),
            &["not `if`"],
        );
        names(
            first_steps::to_roman(|n| {
                let table: Vec<_> = TABLE.into_iter().filter(|t| t.1.len() == 1).collect();
                greedy(n, &table)
            }),
            &["four times in a row", "`4`"],
        );
        names(
            first_steps::to_roman(|n| {
                let keep = |t: &(u32, &str)| t.1.len() == 1 || t.0 < 10;
                let table: Vec<_> = TABLE.into_iter().filter(keep).collect();
                greedy(n, &table)
            }),
            &["tens and hundreds"],
        );
        names(
            first_steps::to_roman(|n| {
                let mut table = TABLE.to_vec();
                table.insert(6, (49, "IL"));
                table.sort_by_key(|t| std::cmp::Reverse(t.0));
                greedy(n, &table)
            }),
            &["XLIX"],
        );
        names(first_steps::to_roman(|n| greedy(n, &TABLE).chars().rev().collect()), &["largest value comes first"]);
        names(first_steps::to_roman(|n| greedy(n, &TABLE).to_lowercase()), &["capital letters"]);
        names(first_steps::to_roman(|_| String::new()), &["text is empty"]);
    }
}

mod raster_line {
    use super::*;

    fn line(times: &[f64], duration: usize, at: fn(f64) -> usize) -> String {
        (0..duration).map(|k| if times.iter().any(|&t| at(t) == k) { '|' } else { '.' }).collect()
    }

    #[test]
    fn right() {
        passes(first_steps::raster_line(|t, n| line(t, n, |t| t as usize)));
    }

    #[test]
    fn named_mistakes() {
        names(first_steps::raster_line(|t, n| line(t, n, |t| t.round() as usize)), &["rounded"]);
        names(first_steps::raster_line(|t, n| line(t, n, |t| t as usize + 1)), &["too far to the right"]);
        names(first_steps::raster_line(|t, n| line(t, n + 1, |t| t as usize)), &["one character too many"]);
        names(first_steps::raster_line(|t, n| format!("{}\n", line(t, n, |t| t as usize))), &["new line"]);
        names(
            first_steps::raster_line(|t, n| (0..n).map(|k| if t.contains(&(k as f64)) { '|' } else { '.' }).collect()),
            &["equals no whole k"],
        );
        names(
            first_steps::raster_line(|t, n| {
                line(t, n, |t| t as usize).replace('.', "x").replace('|', ".").replace('x', "|")
            }),
            &["exchanged"],
        );
        names(first_steps::raster_line(|_, n| ".".repeat(n)), &["no spike is drawn"]);
        names(first_steps::raster_line(|_, _| String::new()), &["not print it"]);
    }
}
