let integer = 200u8;
//= well

println!("{}", integer.checked_add(100).is_none());
//= well: true

let long = i128::MAX;
//= well

println!("{}", long.count_ones());
//= well: 127

let float = 2.5;
//= well

println!("{:.2}", float.mul_add(2.0, 1.0_f64));
//= well: 6.00

let small = 0.5_f32;
//= well

println!("{}", small + f32::EPSILON > small);
//= well: true

let truth = 1 < 2;
//= well

println!("{}", !truth);
//= well: false

let character = 'é';
//= well

println!("{}", character.len_utf8());
//= well: 2

let mut string = String::from("Lapicque");
//= well

string.push_str(" 1907"); println!("{string}");
//= well: Lapicque 1907

let text = "a spike";
//= well

println!("{}", text.split(' ').count());
//= well: 2

let texts = ["a", "b"];
//= well

println!("{}", texts.concat());
//= well: ab

let tuple = (1u8, 2.5, "x", (true,));
//= well

println!("{} {} {}", tuple.0, tuple.1, tuple.3.0);
//= well: 1 2.5 true

let unit = ();
//= well

println!("{unit:?}");
//= well: ()

let array = [[1u8, 2], [3, 4]];
//= well

println!("{}", array[1][0]);
//= well: 3

let mut list = vec![vec![1.0], vec![]];
//= well

list[1].push(2.0); println!("{list:?}");
//= well: [[1.0], [2.0]]

use std::collections::{BTreeMap, HashMap};
let mut map = HashMap::new();
map.insert("a".to_string(), vec![1]);
//= well

map.entry("a".to_string()).or_default().push(2); println!("{:?}", map["a"]);
//= well: [1, 2]

let ordered: BTreeMap<_, _> = (0..3).map(|n| (n, 'a')).collect();
//= well

println!("{ordered:?}");
//= well: {0: 'a', 1: 'a', 2: 'a'}

let option = Some(None::<f64>);
//= well

println!("{option:?}");
//= well: Some(None)

let result = "abc".parse::<f64>();
//= well

println!("{}", result.is_err());
//= well: true

let boxed: Box<dyn Fn(f64) -> f64> = { let factor = 3.0; Box::new(move |x| factor * x) };
//= well

println!("{}", boxed(2.0));
//= well: 6

let trouble: Box<dyn std::error::Error> = "gone".into();
//= well

println!("{trouble}");
//= well: gone

use std::{cell::RefCell, rc::Rc};
let shared = Rc::new(RefCell::new(vec![1]));
let other = Rc::clone(&shared);
//= well

other.borrow_mut().push(2); println!("{:?} {}", shared.borrow(), Rc::strong_count(&shared));
//= well: [1, 2] 2

use std::sync::{Arc, Mutex};
let locked = Arc::new(Mutex::new(1.0));
//= well

let theirs = Arc::clone(&locked);
std::thread::spawn(move || *theirs.lock().unwrap() += 1.0).join().unwrap();
println!("{}", locked.lock().unwrap());
//= well: 2

let y = Array1::linspace(0.0, 1.0, 3).mapv(|t: f64| 2.0 * t);
//= well

println!("{y}");
//= well: [0, 1, 2]

let grid = Array2::<f64>::eye(2);
//= well

println!("{} {:?}", grid.sum(), grid.dim());
//= well: 2 (2, 2)

let matrix = neurocomp::nalgebra::DMatrix::from_row_slice(2, 2, &[0.0, 1.0, -1.0, 0.0]);
//= well

println!("{}", matrix.determinant());
//= well: 1

let frame = neurocomp::polars::df!("trial" => [1i32, 2], "rate" => [10.0, 12.0]).unwrap();
//= well

println!("{:?}", frame.shape());
//= well: (2, 2)

let mut plotted = neurocomp::plotly::Plot::new();
//= well

plotted.add_trace(neurocomp::plotly::Scatter::new(vec![0.0], vec![1.0]));
println!("{}", plotted.data().len());
//= well: 1

let neuron = Lif::new(LifParams { v_thresh: 15.0, ..Default::default() })?;
//= well

println!("{}", neuron.rheobase() > 0.0);
//= well: true

#[derive(Debug, Clone, Default)]
struct Neuron { v: f64, spikes: Vec<f64> }
let mut own = Neuron::default();
//= well

own.spikes.push(1.5); println!("{own:?}");
//= well: Neuron { v: 0.0, spikes: [1.5] }

#[derive(Debug, PartialEq)]
enum State { Rest, Firing { rate: f64 } }
let state = State::Firing { rate: 12.0 };
//= well

println!("{}", matches!(state, State::Firing { rate } if rate > 10.0));
//= well: true

struct Fixed<T, const N: usize>([T; N]);
let fixed = Fixed([1.0, 2.0, 3.0]);
//= well

println!("{}", fixed.0.len());
//= well: 3

mod cells { pub mod pyramidal { pub struct Soma { pub size: f64 } } }
let soma = cells::pyramidal::Soma { size: 20.0 };
//= well

println!("{}", soma.size);
//= well: 20

let function: fn(f64) -> f64 = f64::sqrt;
//= well

println!("{}", function(9.0));
//= well: 3

let range = 0..4;
//= well

println!("{}", range.clone().sum::<i32>());
//= well: 6

let closed = 'a'..='c';
//= well

println!("{}", closed.clone().count());
//= well: 3

let duration = std::time::Duration::from_millis(1500);
//= well

println!("{duration:?}");
//= well: 1.5s

let mut remaining = vec![1, 2, 3].into_iter();
//= well

println!("{:?} {}", remaining.next(), remaining.len());
//= well: Some(1) 2

let nested = vec![Some((String::new(), BTreeMap::from([(1u8, Ok::<f64, String>(2.0))])))];
//= well

println!("{:?}", nested[0].as_ref().unwrap().1[&1]);
//= well: Ok(2.0)

let (left, (right, _)) = (1u8, ('r', 3));
//= well

println!("{left}{right}");
//= well: 1r

struct Point { x: f64, y: f64 }
let Point { x: across, y: up } = Point { x: 1.0, y: 2.0 };
//= well

println!("{}", across + up);
//= well: 3

let table: &'static [f64] = &[1.0, 2.0];
//= well

println!("{}", table.len());
//= well: 2

let [first, second] = [1, 2];
//= well

println!("{first}{second}");
//= well: 12

let function_item = f64::sqrt;
//= well

println!("{}", function_item(4.0));
//= well: 2

let own_function = { fn half(x: f64) -> f64 { x / 2.0 } half };
//= well

println!("{}", own_function(3.0));
//= well: 1.5

let numbered = ["a", "b"].into_iter().enumerate();
//= well

println!("{:?}", numbered.last());
//= well: Some((1, "b"))

let thread = std::thread::spawn(|| 42);
//= well

println!("{}", thread.join().unwrap());
//= well: 42

let distribution = neurocomp::ndarray_rand::rand_distr::Normal::new(1.0, 0.0).unwrap();
//= well

println!("{}", distribution.mean());
//= well: 1

let decomposed = neurocomp::nalgebra::DMatrix::<f64>::identity(2, 2).lu();
//= well

println!("{}", decomposed.determinant());
//= well: 1
