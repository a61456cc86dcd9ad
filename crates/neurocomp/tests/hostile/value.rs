//! The types of arguments and of results: how one is made, and whether it holds NaN.

use std::any::Any;
use std::fmt::Debug;
use std::ops::Range;

use ndarray::{Array, Array1, Array2, ArrayRef1, ArrayRef2, Dimension};
use neurocomp::nalgebra::{Complex, SMatrix};

use crate::source::Source;

/// What a function can be called with.
pub trait Make: Debug + Sized {
    /// None as long as no call has given one.
    fn make(source: &mut Source) -> Option<Self>;
}

/// What a function can be called with by reference.
pub trait Lend: Debug + 'static {
    fn lend(source: &mut Source) -> Option<&'static Self>;
}

/// What a function gives.
pub trait Value: Debug + Sized {
    fn has_nan(&self) -> bool {
        false
    }
    /// Keeps it as an argument of later calls, if it can be one; and shows it, as a cell would.
    fn keep(self, _: &mut Source) {}
}

impl<T: Lend + ?Sized> Make for &'static T {
    fn make(source: &mut Source) -> Option<Self> {
        T::lend(source)
    }
}

/// By a copy that is never freed: few functions ask for one.
impl<T: Make + 'static> Make for &'static mut T {
    fn make(source: &mut Source) -> Option<Self> {
        T::make(source).map(|value| Box::leak(Box::new(value)))
    }
}

impl<T: Debug + ?Sized> Value for &T {}

/// A type of plain values: how one is made from a source.
macro_rules! plain {
    ($($type:ty: $source:ident => $made:expr;)*) => {$(
        impl Make for $type {
            fn make($source: &mut Source) -> Option<Self> {
                Some($made)
            }
        }
        impl Value for $type {}
    )*};
}

plain! {
    usize: source => source.count();
    u64: source => source.count() as u64;
    u32: source => source.count() as u32;
    i64: source => (source.count() as i64).wrapping_sub(3);
    i32: source => (source.count() as i32).wrapping_sub(1);
    u8: source => source.count() as u8;
    bool: source => source.below(2) == 0;
    char: source => source.one_of(&['a', 'J', 'é', '\0', '\u{1F600}']);
    String: source => source.one_of(&["", "E", "x", "été\n", "<b>&\"'\\", "1e999", "\u{202e}\0"]).repeat(if source.is_odd() && source.below(20) == 0 { 1000 } else { 1 });
    Range<usize>: source => source.count()..source.count();
}

impl Value for () {}

impl Make for f64 {
    fn make(source: &mut Source) -> Option<Self> {
        Some(source.number())
    }
}

impl Value for f64 {
    fn has_nan(&self) -> bool {
        self.is_nan()
    }
}

impl Make for Complex<f64> {
    fn make(source: &mut Source) -> Option<Self> {
        Some(Complex::new(source.number(), source.number()))
    }
}

impl<const N: usize> Value for SMatrix<f64, N, N> {
    fn has_nan(&self) -> bool {
        self.iter().any(f64::has_nan)
    }
}

impl Value for Complex<f64> {
    fn has_nan(&self) -> bool {
        self.re.is_nan() || self.im.is_nan()
    }
}

impl Lend for str {
    fn lend(source: &mut Source) -> Option<&'static str> {
        let text = String::make(source)?;
        Some(source.lend(text))
    }
}

impl<T: Make + 'static> Lend for [T] {
    fn lend(source: &mut Source) -> Option<&'static [T]> {
        let values = Vec::make(source)?;
        Some(source.lend(values))
    }
}

impl<T: Make + 'static> Make for Vec<T> {
    fn make(source: &mut Source) -> Option<Self> {
        let length = source.length();
        // A list of numbers is more than one number after the other: it may be sorted, or hold ±1.
        let mut numbers: Box<dyn Any> = Box::new(source.numbers(length));
        if let Some(numbers) = numbers.downcast_mut::<Vec<T>>() {
            return Some(std::mem::take(numbers));
        }
        (0..length).map(|_| T::make(source)).collect()
    }
}

impl<T: Value> Value for Vec<T> {
    fn has_nan(&self) -> bool {
        self.iter().any(T::has_nan)
    }
    fn keep(self, source: &mut Source) {
        self.into_iter().take(10).for_each(|value| value.keep(source));
    }
}

impl<T: Make> Make for Option<T> {
    fn make(source: &mut Source) -> Option<Self> {
        Some(if source.below(3) == 0 { None } else { Some(T::make(source)?) })
    }
}

impl<T: Value> Value for Option<T> {
    fn has_nan(&self) -> bool {
        self.as_ref().is_some_and(T::has_nan)
    }
    fn keep(self, source: &mut Source) {
        self.into_iter().for_each(|value| value.keep(source));
    }
}

impl<T: Make, const N: usize> Make for [T; N] {
    fn make(source: &mut Source) -> Option<Self> {
        let values: Option<Vec<T>> = (0..N).map(|_| T::make(source)).collect();
        values?.try_into().ok()
    }
}

impl<T: Value, const N: usize> Value for [T; N] {
    fn has_nan(&self) -> bool {
        self.iter().any(T::has_nan)
    }
    fn keep(self, source: &mut Source) {
        self.into_iter().for_each(|value| value.keep(source));
    }
}

macro_rules! tuples {
    ($($($name:ident)*;)*) => {$(
        impl<$($name: Make),*> Make for ($($name,)*) {
            fn make(source: &mut Source) -> Option<Self> {
                Some(($($name::make(source)?,)*))
            }
        }
        #[allow(non_snake_case)]
        impl<$($name: Value),*> Value for ($($name,)*) {
            fn has_nan(&self) -> bool {
                let ($($name,)*) = self;
                $($name.has_nan())||*
            }
            fn keep(self, source: &mut Source) {
                let ($($name,)*) = self;
                $($name.keep(source);)*
            }
        }
    )*};
}

tuples! { A B; A B C; A B C D; }

impl<T: Make + 'static> Make for Array1<T> {
    fn make(source: &mut Source) -> Option<Self> {
        Vec::make(source).map(Array1::from)
    }
}

/// Square, as wide as the lists of this call, or a column.
impl<T: Make + 'static> Make for Array2<T> {
    fn make(source: &mut Source) -> Option<Self> {
        let (rows, columns) = match source.below(3) {
            0 => (source.length(), 1),
            _ => (source.length(), source.length()),
        };
        let mut numbers: Box<dyn Any> = Box::new(source.numbers(rows * columns));
        let values = match numbers.downcast_mut::<Vec<T>>() {
            Some(numbers) => std::mem::take(numbers),
            None => (0..rows * columns).map(|_| T::make(source)).collect::<Option<_>>()?,
        };
        Array2::from_shape_vec((rows, columns), values).ok()
    }
}

impl<T: Value, D: Dimension> Value for Array<T, D> {
    fn has_nan(&self) -> bool {
        self.iter().any(T::has_nan)
    }
}

impl<T: Make + 'static> Lend for Array1<T> {
    fn lend(source: &mut Source) -> Option<&'static Self> {
        let array = Array1::make(source)?;
        Some(source.lend(array))
    }
}

impl<T: Make + 'static> Lend for ArrayRef1<T> {
    fn lend(source: &mut Source) -> Option<&'static Self> {
        Array1::lend(source).map(|array| &**array)
    }
}

impl<T: Make + 'static> Lend for ArrayRef2<T> {
    fn lend(source: &mut Source) -> Option<&'static Self> {
        let array = Array2::make(source)?;
        Some(source.lend(array))
    }
}

/// Parameters: a default or an earlier value, of which some fields are changed.
#[macro_export]
macro_rules! parameters {
    ($($type:ty { $($field:ident),* $(,)? })*) => {$(
        impl $crate::value::Make for $type {
            #[allow(unused_mut)]
            fn make(source: &mut $crate::source::Source) -> Option<Self> {
                let kept = source.kept::<Self>().filter(|_| source.below(2) == 0).cloned();
                let mut value = kept.unwrap_or_default();
                $(if source.is_odd() || source.below(10) == 0 {
                    value.$field = $crate::value::Make::make(source)?;
                })*
                Some(value)
            }
        }
        $crate::record!($type { $($field),* ; });
    )*};
}

/// What a user writes down with all its fields.
#[macro_export]
macro_rules! inputs {
    ($($type:ty { $($field:ident),* $(,)? })*) => {$(
        impl $crate::value::Make for $type {
            fn make(source: &mut $crate::source::Source) -> Option<Self> {
                let kept = source.kept::<Self>().filter(|_| source.below(2) == 0).cloned();
                if kept.is_some() {
                    return kept;
                }
                Some(Self { $($field: $crate::value::Make::make(source)?),* })
            }
        }
        $crate::record!($type { $($field),* ; });
    )*};
}

/// Results: an earlier one, of which a user may have changed some fields. Behind the semicolon are fields in which NaN
/// is documented.
#[macro_export]
macro_rules! results {
    ($($type:ty { $($field:ident),* $(; $($gap:ident),*)? })*) => {$(
        impl $crate::value::Make for $type {
            fn make(source: &mut $crate::source::Source) -> Option<Self> {
                let mut value = source.kept::<Self>()?.clone();
                if source.is_odd() {
                    source.spoilt = true;
                    $(if source.below(3) == 0 {
                        value.$field = $crate::value::Make::make(source)?;
                    })*
                    $($(if source.below(3) == 0 {
                        value.$gap = $crate::value::Make::make(source)?;
                    })*)?
                }
                Some(value)
            }
        }
        $crate::record!($type { $($field),* ; $($($gap),*)? });
    )*};
}

/// What parameters, inputs and results share.
#[macro_export]
macro_rules! record {
    ($type:ty { $($field:ident),* ; $($gap:ident),* }) => {
        impl $crate::value::Lend for $type {
            fn lend(source: &mut $crate::source::Source) -> Option<&'static Self> {
                let value = $crate::value::Make::make(source)?;
                Some(source.lend(value))
            }
        }
        impl $crate::value::Value for $type {
            fn has_nan(&self) -> bool {
                $($crate::value::Value::has_nan(&self.$field) ||)* false
            }
            fn keep(self, source: &mut $crate::source::Source) {
                $($crate::value::Value::keep(self.$field.clone(), source);)*
                $($crate::value::Value::keep(self.$gap.clone(), source);)*
                $crate::watch::shown(&self);
                source.keep(self);
            }
        }
    };
}

/// What has no public fields: what calls have given.
#[macro_export]
macro_rules! models {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::value::Make for $type {
            fn make(source: &mut $crate::source::Source) -> Option<Self> {
                source.kept::<Self>().cloned()
            }
        }
        impl $crate::value::Lend for $type {
            fn lend(source: &mut $crate::source::Source) -> Option<&'static Self> {
                source.kept::<Self>()
            }
        }
        impl $crate::value::Value for $type {
            fn keep(self, source: &mut $crate::source::Source) {
                $crate::watch::shown(&self);
                source.keep(self);
            }
        }
    )*};
}

/// One of several, with whatever is in them.
#[macro_export]
macro_rules! choices {
    (@slot $source:ident $slot:tt) => {
        $crate::value::Make::make($source)?
    };
    ($($type:ty { $($variant:ident $(($($slot:tt),*))? $({ $($field:ident),* })?),* $(,)? })*) => {$(
        impl $crate::value::Make for $type {
            fn make(source: &mut $crate::source::Source) -> Option<Self> {
                let makers: &[fn(&mut $crate::source::Source) -> Option<Self>] = &[$(|source| {
                    let _ = &source;
                    Some(Self::$variant
                        $(($($crate::choices!(@slot source $slot)),*))?
                        $({ $($field: $crate::value::Make::make(source)?),* })?)
                }),*];
                let maker = source.one_of(makers);
                maker(source)
            }
        }
        impl $crate::value::Lend for $type {
            fn lend(source: &mut $crate::source::Source) -> Option<&'static Self> {
                let value = $crate::value::Make::make(source)?;
                Some(source.lend(value))
            }
        }
        impl $crate::value::Value for $type {}
    )*};
}

/// A function of one number, as a user may write it.
#[derive(Clone, Copy, Debug)]
pub enum Curve {
    Constant(f64),
    Line(f64),
    Square,
    Pole,
}

impl Curve {
    pub fn at(self, x: f64) -> f64 {
        match self {
            Curve::Constant(y) => y,
            Curve::Line(slope) => slope * x,
            Curve::Square => x * x,
            Curve::Pole => 1.0 / (x - 0.3),
        }
    }
}

impl Make for Curve {
    fn make(source: &mut Source) -> Option<Curve> {
        let number = source.number();
        Some(source.one_of(&[Curve::Constant(number), Curve::Line(number), Curve::Square, Curve::Pole]))
    }
}
