//! Notebooks by chance, which differ only in what a cell does not reach.

use super::{Variable, lean, words};

const NAMES: usize = 12;

/// Items, each with a name of its own and with another's.
const SHAPES: [&str; 11] = [
    "fn NAME(x: f64) -> f64 { OTHER; x }",
    "struct NAME { x: f64 }\nimpl NAME { fn go(&self) { OTHER } }",
    "const NAME: &str = r\"}\nOTHER\n\n\";",
    "trait NAME { fn call_NAME(&self) { OTHER } }",
    "impl Third for OTHER { fn f_NAME() { OTHER } }",
    "impl<T: OTHER> First<OTHER> for T { /* NAME */ }",
    "macro_rules! NAME { () => { OTHER } }",
    "mod NAME { /* é */ impl super::OTHER {} }",
    "use self::NAME::OTHER as first;",
    "enum NAME { A(OTHER), B }\nuse NAME::*;",
    "/// About OTHER\n// plain\n#[derive(Debug)]\nstruct NAME; // end",
];

/// Whole numbers, the same in each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % end
    }
}

/// Whether an item is implemented for a type or a trait of the notebook that is not there.
fn misses_a_type(item: &str, all: &[String], is_there: &[bool]) -> bool {
    let is_type = |at: usize| ["struct ", "trait ", "enum "].iter().any(|word| all[at].contains(word));
    let is_missing = |at: usize| is_type(at) && !is_there[at];
    let named = |at: &usize| words(item).any(|word| word == format!("Item{at}"));
    item.contains("impl") && (0..NAMES).filter(named).any(is_missing)
}

#[test]
fn the_lean_source_does_not_depend_on_what_is_left_out() {
    let mut chance = Chance(12);
    let variables = [("a", "f64"), ("b", "Vec<Item1>"), ("c", "Item2"), ("d", "Item3")];
    let mut smaller = 0;
    for _ in 0..200 {
        let all: Vec<String> = (0..NAMES)
            .map(|at| {
                let shape = SHAPES[chance.below(SHAPES.len())];
                let shape = shape.replace("OTHER", &format!("Item{}", chance.below(NAMES)));
                shape.replace("NAME", &format!("Item{at}"))
            })
            .collect();
        let statements = format!("let x = Item{}; a.call_Item{}();", chance.below(NAMES), chance.below(NAMES));
        let items: Vec<&str> = all.iter().map(String::as_str).collect();
        let whole = lean(&items, &variables, &statements).source;
        let is_kept = |text: &str| whole.contains(text.lines().last().unwrap_or_default());
        for _ in 0..3 {
            let mut is_there: Vec<bool> = all.iter().map(|item| is_kept(item) || chance.below(2) == 0).collect();
            for _ in 0..NAMES {
                for at in 0..NAMES {
                    is_there[at] &= is_kept(&all[at]) || !misses_a_type(&all[at], &all, &is_there);
                }
            }
            let items: Vec<&str> = (0..NAMES).filter(|at| is_there[*at]).map(|at| all[at].as_str()).collect();
            let mut stays = |one: &Variable| whole.contains(&format!("stringify!({})", one.0)) || chance.below(2) == 0;
            let variables: Vec<Variable> = variables.iter().copied().filter(|one| stays(one)).collect();
            assert_eq!(lean(&items, &variables, &statements).source, whole, "{items:#?}");
            smaller += usize::from(items.len() < NAMES);
        }
    }
    assert!(smaller > 500, "nearly all of them leave something out: {smaller}");
}
