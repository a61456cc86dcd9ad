//! Where the arguments of calls come from: a generator with a seed, and what earlier calls gave.

use std::any::{Any, TypeId};
use std::collections::HashMap;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Numbers that a function may not expect.
const ODD_NUMBERS: [f64; 24] = [
    0.0,
    -0.0,
    -1.0,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MIN_POSITIVE,
    5e-324,
    -5e-324,
    1e-310,
    1e-100,
    1e-17,
    f64::EPSILON,
    1e-9,
    -1e-9,
    1e9,
    1e17,
    -1e20,
    1e100,
    1e155,
    1e300,
    -1e300,
];

/// Numbers as they occur in the course.
const PLAIN_NUMBERS: [f64; 16] =
    [0.1, 0.1, 0.1, 0.5, 0.5, 1.0, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, -65.0, 0.0];

const ODD_COUNTS: [usize; 9] =
    [0, 1, 7, 100, 1_000_000_000_000, i64::MAX as usize, i64::MAX as usize + 1, usize::MAX - 1, usize::MAX];

const PLAIN_COUNTS: [usize; 10] = [0, 1, 1, 2, 2, 3, 4, 5, 10, 20];

/// Of each type, at most so many values are kept and lent: what is lent is never freed.
const MOST_KEPT: usize = 60;
const MOST_LENT: usize = 1000;

/// Makes arguments.
pub struct Source {
    pub random: Xoshiro256PlusPlus,
    kept: HashMap<TypeId, Vec<&'static dyn Any>>,
    lent: HashMap<TypeId, Vec<&'static dyn Any>>,
    /// Whether numbers of any size occur, too, for which a call may take long.
    pub any_size: bool,
    /// How many of the numbers of this call are odd, from 0 to 1.
    oddness: f64,
    /// How long the lists of this call are, unless one is to differ.
    length: usize,
    /// Whether a result of the library was changed for this call: what comes out of it may then hold NaN.
    pub spoilt: bool,
}

impl Source {
    pub fn new(seed: u64, any_size: bool) -> Source {
        Source {
            random: Xoshiro256PlusPlus::seed_from_u64(seed),
            kept: HashMap::new(),
            lent: HashMap::new(),
            any_size,
            oddness: 0.0,
            length: 0,
            spoilt: false,
        }
    }

    /// Begins a call: a third of them have nothing odd, so that they succeed and their results can be used.
    pub fn begin(&mut self) {
        self.oddness = self.one_of(&[0.0, 0.1, 0.5]);
        self.length = self.one_of(&[1, 2, 3, 4, 5, 10, 30]);
        self.spoilt = false;
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.random.random_range(0..n)
    }

    pub fn one_of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    /// Whether the next thing is odd.
    pub fn is_odd(&mut self) -> bool {
        self.random.random_bool(self.oddness)
    }

    pub fn number(&mut self) -> f64 {
        if !self.is_odd() {
            return self.one_of(&PLAIN_NUMBERS);
        }
        match self.below(if self.any_size { 6 } else { 4 }) {
            0 => self.random.random(),
            1..4 => self.one_of(&ODD_NUMBERS),
            _ => 10.0_f64.powf(self.random.random_range(-12.0..12.0)),
        }
    }

    pub fn count(&mut self) -> usize {
        if !self.is_odd() {
            return self.one_of(&PLAIN_COUNTS);
        }
        if self.any_size && self.below(3) == 0 {
            return 10.0_f64.powf(self.random.random_range(0.0..9.0)) as usize;
        }
        self.one_of(&ODD_COUNTS)
    }

    /// How long a list is.
    pub fn length(&mut self) -> usize {
        if self.is_odd() { self.one_of(&[0, 1, 2, 10, 300]) } else { self.length }
    }

    /// The numbers of a list: of any kind, or those that a function may ask for.
    pub fn numbers(&mut self, length: usize) -> Vec<f64> {
        let kind = self.below(6);
        let mut numbers: Vec<f64> = (0..length)
            .map(|i| match kind {
                0 => self.number(),
                1 => (self.random.random::<f64>() * 100.0).floor() / 10.0,
                2 => f64::from(u8::from(self.random.random::<bool>())) * 2.0 - 1.0,
                3 => 0.1 * i as f64,
                4 => 1.0,
                _ => self.random.random(),
            })
            .collect();
        if kind <= 1 && self.random.random() {
            numbers.sort_by(f64::total_cmp);
        }
        if kind > 1 && length > 0 && self.is_odd() {
            let place = self.below(length);
            numbers[place] = self.number();
        }
        numbers
    }

    /// Keeps a result as an argument of later calls.
    pub fn keep<T: Any>(&mut self, value: T) {
        let place = self.below(4 * MOST_KEPT);
        let kept = self.kept.entry(TypeId::of::<T>()).or_default();
        if kept.len() < MOST_KEPT / 2 || (place < kept.len() && kept.len() < MOST_KEPT) {
            kept.push(Box::leak(Box::new(value)));
        }
    }

    /// A result of an earlier call.
    pub fn kept<T: Any>(&mut self) -> Option<&'static T> {
        let values = self.kept.get(&TypeId::of::<T>())?.clone();
        self.one_of(&values).downcast_ref()
    }

    /// The value as a reference; one like it, if there are many already.
    pub fn lend<T: Any>(&mut self, value: T) -> &'static T {
        let lent = self.lent.entry(TypeId::of::<T>()).or_default();
        if lent.len() < MOST_LENT {
            let value: &'static T = Box::leak(Box::new(value));
            lent.push(value);
            return value;
        }
        let values = lent.clone();
        self.one_of(&values).downcast_ref().expect("it is of this type")
    }
}
