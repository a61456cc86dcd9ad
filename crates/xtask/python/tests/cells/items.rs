#[derive(Clone, Copy, Debug, PartialEq)]
struct Square { side: f64 }
//= well

trait Area {
    fn area(&self) -> f64;
    fn name(&self) -> String { "a shape".to_string() }
}
//= well

impl Area for Square {
    fn area(&self) -> f64 { self.side * self.side }
}
//= well

let square = Square { side: 3.0 };
//= well

println!("{}", square.area());
//= well: 9

println!("{}", square.name());
//= well: a shape

let shapes: Vec<Box<dyn Area>> = vec![Box::new(square)];
//= well

println!("{}", shapes.iter().map(|shape| shape.area()).sum::<f64>());
//= well: 9

impl std::ops::Add for Square {
    type Output = Square;
    fn add(self, other: Square) -> Square { Square { side: self.side + other.side } }
}
//= well

println!("{:?}", square + square);
//= well: Square { side: 6.0 }

impl std::ops::Neg for Square {
    type Output = f64;
    fn neg(self) -> f64 { -self.side }
}
impl std::ops::Index<usize> for Square {
    type Output = f64;
    fn index(&self, _: usize) -> &f64 { &self.side }
}
//= well

println!("{} {}", -square, square[0]);
//= well: -3 3

use std::fmt;
impl fmt::Display for Square {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "□{}", self.side) }
}
//= well

println!("{square} {}", square.to_string().chars().count());
//= well: □3 2

struct Noisy(&'static str);
impl Drop for Noisy {
    fn drop(&mut self) { println!("{} is gone", self.0); }
}
//= well

let kept = Noisy("kept"); { let _temporary = Noisy("temporary"); }
//= well: temporary is gone

println!("before"); drop(kept); println!("after");
//= well: before\nkept is gone\nafter

let kept = Noisy("first");
//= well

let kept = Noisy("second");
println!("made");
//= well: made

impl From<Square> for f64 {
    fn from(square: Square) -> f64 { square.side }
}
//= well

let side: f64 = square.into();
println!("{side}");
//= well: 3

impl Iterator for Square {
    type Item = f64;
    fn next(&mut self) -> Option<f64> {
        self.side -= 1.0;
        (self.side > 0.0).then_some(self.side)
    }
}
//= well

println!("{:?}", square.collect::<Vec<_>>());
//= well: [2.0, 1.0]

trait Mean { fn mean_value(&self) -> f64; }
impl Mean for Vec<f64> {
    fn mean_value(&self) -> f64 { self.iter().sum::<f64>() / self.len() as f64 }
}
//= well

println!("{}", vec![1.0, 2.0].mean_value());
//= well: 1.5

trait Doubled { fn doubled(&self) -> String; }
impl<T: fmt::Display> Doubled for T {
    fn doubled(&self) -> String { format!("{self}{self}") }
}
//= well

println!("{} {}", 7.doubled(), square.doubled());
//= well: 77 □3□3

fn helper(x: i32) -> i32 { x + 40 }
//= well

macro_rules! helped { ($x:expr) => { helper($x) }; }
//= well

println!("{}", helped!(2));
//= well: 42

macro_rules! scaled {
    ($name:ident, $factor:expr) => { fn $name(x: i32) -> i32 { $factor * helper(x) } };
}
fn tripled(x: i32) -> i32 {
    scaled!(inner, 3);
    inner(x)
}
//= well

println!("{}", tripled(2));
//= well: 126

const TAU: f64 = 20.0;
const fn doubled_tau() -> f64 { 2.0 * TAU }
const LONG: f64 = doubled_tau();
fn decay(t: f64) -> f64 { t / LONG }
//= well

println!("{}", decay(80.0));
//= well: 2

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Phase { Rest, Fire, Refractory }
use Phase::*;
//= well

println!("{:?} {}", Fire, matches!(Rest, Rest | Refractory));
//= well: Fire true

mod units {
    pub const MILLI: f64 = 1e-3;
    pub fn volts(mv: f64) -> f64 { mv * MILLI }
    pub mod time { pub fn seconds(ms: f64) -> f64 { super::volts(ms) } }
}
use units::time;
//= well

println!("{} {}", units::volts(2000.0), time::seconds(500.0));
//= well: 2 0.5

type Grid = Vec<Vec<f64>>;
let grid: Grid = vec![vec![1.0]];
//= well

println!("{}", grid[0][0]);
//= well: 1

struct Wrapper<T>(T);
impl<T: Area> Wrapper<T> {
    fn twice(&self) -> f64 { 2.0 * self.0.area() }
}
let wrapped = Wrapper(square);
//= well

println!("{}", wrapped.twice());
//= well: 18

impl std::ops::Deref for Wrapper<Square> {
    type Target = Square;
    fn deref(&self) -> &Square { &self.0 }
}
//= well

println!("{}", wrapped.area() + wrapped.side);
//= well: 12

impl PartialEq<f64> for Square {
    fn eq(&self, other: &f64) -> bool { self.side == *other }
}
impl std::iter::Sum for Square {
    fn sum<I: Iterator<Item = Square>>(all: I) -> Square { all.fold(Square { side: 0.0 }, |a, b| a + b) }
}
//= well

println!("{} {}", square == 3.0, [square, square].into_iter().sum::<Square>());
//= well: true □6

impl std::str::FromStr for Square {
    type Err = std::num::ParseFloatError;
    fn from_str(text: &str) -> Result<Self, Self::Err> { Ok(Square { side: text.parse()? }) }
}
//= well

println!("{}", "4".parse::<Square>().unwrap());
//= well: □4

fn helper(x: i32) -> i32 { x + 50 }
//= well

println!("{} {}", helped!(2), tripled(2));
//= well: 52 156

fn r#match(r#type: i32) -> i32 { r#type }
let r#loop = r#match(6);
//= well

println!("{}", r#loop + r#match(1));
//= well: 7
