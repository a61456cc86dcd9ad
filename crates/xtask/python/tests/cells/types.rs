use neurocomp::prelude::*;
//= well

let value = 1;
//= well

println!("{}", value + 1);
//= well: 2

let value = "one";
//= well

println!("{}", value.len());
//= well: 3

let value = value.len(); let value = value as f64 / 2.0;
println!("{value}");
//= well: 1.5

println!("{}", value + 0.5);
//= well: 2

{
    let value = "hidden";
    println!("{value}");
}
println!("{value}");
//= well: hidden\n1.5

let mut value = vec![value];
value.push(2.5);
//= well

println!("{value:?}");
//= well: [1.5, 2.5]

for value in &value {
    print!("{value} ");
}
println!();
//= well: 1.5 2.5

fn gain(x: f64) -> f64 { 2.0 * x }
//= well

println!("{}", gain(1.0));
//= well: 2

fn gain(x: f64) -> f64 { 3.0 * x }
//= well

println!("{}", gain(1.0));
//= well: 3

#[derive(Debug)]
struct Unit { rate: f64 }
let unit = Unit { rate: 1.0 };
let bystander = 5;
//= well

println!("{unit:?}");
//= well: Unit { rate: 1.0 }

#[derive(Debug)]
struct Unit { rate: f64, bias: f64 }
//= well

println!("{} {unit:?}", 1);
//= refused: `unit` is lost, since its type was defined anew

println!("{bystander}");
//= well: 5

let unit = Unit { rate: 1.0, bias: 0.5 };
//= well

println!("{unit:?}");
//= well: bias: 0.5

let twice = |x: f64| 2.0 * x;
//= refused: A closure lives in one cell only

let factor = 2.0;
let scaled = move |x: f64| factor * x;
//= refused: scaled

let twice = |x: f64| 2.0 * x; println!("{}", twice(2.0));
//= refused: The variable `twice` is a closure

{
    let twice = |x: f64| 2.0 * x;
    println!("{}", twice(2.0));
}
//= well: 4

let lazy = (0..3).map(|n| n * 2);
//= refused: lazy

fn evens() -> impl Iterator<Item = u32> { (0..6).step_by(2) }
//= well

let hidden = evens();
//= refused: The variable `hidden`

println!("{}", evens().sum::<u32>());
//= well: 6

let frame = neurocomp::polars::df!("trial" => [1i32, 2]).unwrap();
//= well

let schema = frame.schema().clone();
//= refused: `schema`

println!("{}", frame.schema().len());
//= well: 1

let borrowed = &bystander;
//= refused: a borrow ends with its cell

let part = value.iter();
//= refused: part

let number: f64 = "2.5".parse::<f64>()?;
println!("{number}");
//= well: 2.5

let bad: f64 = "abc".parse::<f64>()?;
println!("not reached");
//= stopped: invalid float literal

println!("{number} {bystander}");
//= well: 2.5 5

println!("{bad}");
//= refused: bad
