use neurocomp::prelude::*;
//= well

let length = 3;
//= well

let doubled = lenght * 2;
//= refused: lenght

let half = 1.0 / 2;
//= refused: write `2.0` instead of `2`

let rest = -70.0
println!("{rest}");
//= refused: A `;` is missing at the end of `let rest = -70.0`

length = 4;
//= refused: let mut length

fn wrong(x: f64) -> f64 { x; }
//= refused: take the `;` away

println!("{}", length);
//= well: 3

// Lines that move the rest.

fn unrelated() -> i32 {
    1
}
let before = unrelated();
//= well

let doubled = lenght * 2;
//= refused: lenght

let doubled = length * 2;
//= well

println!("{doubled}");
//= well: 6

fn total(v: Vec<f64>) -> f64 { v.iter().sum() }
//= well

let list = vec![1.0, 2.0];
//= well

let sum = total(list);
println!("{sum}");
//= well: 3

println!("{}", list.len());
//= refused: an earlier cell gave it away, in `let sum = total(list);`

let list = vec![4.0];
//= well

println!("{} {}", list.len(), sum);
//= well: 1 3

let moved = list; println!("{}", moved.len());
//= well: 1

println!("{}", list.len());
//= refused: an earlier cell gave it away

let again = vec![1.0];
let sum = total(again);
println!("{}", again.len());
//= refused: gives `again` away

let taken = vec![1.0]; let bystander = 5;
//= well

let gone = taken;
let third = gone[7];
//= stopped: the len is 1 but the index is 7

println!("{bystander}");
//= well: 5

println!("{}", gone.len());
//= refused: gone

std::process::abort();
//= died: aborted

println!("{bystander}");
//= well: 5

let other = std::thread::spawn(|| loop { std::thread::park(); });
//= well

std::process::abort();
//= died: aborted

println!("{bystander}");
//= refused: `bystander` was lost when the cells' process ended

let bystander = 6;
//= well

println!("{bystander}");
//= well: 6
