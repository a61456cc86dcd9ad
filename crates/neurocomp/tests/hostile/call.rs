//! One call: its arguments are made, it may not panic, and what is right in it may not hold NaN.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::source::Source;
use crate::value::{Make, Value};
use crate::watch;

/// A public function of the library.
pub struct Entry {
    pub name: String,
    function: Box<dyn Fn(&mut Source) -> Option<Outcome>>,
}

/// What came of a call.
pub enum Outcome {
    Given,
    Refused,
    /// An `Ok` with NaN in it.
    Nan(String),
}

/// A function, whatever its arguments.
pub trait Function<Arguments>: 'static {
    fn call(&self, source: &mut Source) -> Option<Outcome>;
}

macro_rules! functions {
    ($($($name:ident)*;)*) => {$(
        #[allow(non_snake_case, unused_variables)]
        impl<F, R, $($name),*> Function<(R, $($name,)*)> for F
        where
            F: Fn($($name),*) -> R + 'static,
            R: Outcomes,
            $($name: Make),*
        {
            fn call(&self, source: &mut Source) -> Option<Outcome> {
                $(let $name = $name::make(source)?;)*
                watch::begin(&[$(&$name as &dyn Debug),*]);
                let result = self($($name),*);
                Some(result.outcome(source))
            }
        }
    )*};
}

functions! { ; A; A B; A B C; A B C D; A B C D E; A B C D E G; A B C D E G H; A B C D E G H I; A B C D E G H I J; }

/// The result of a function: a `Result`, or a value, in which NaN may stand where NaN went in.
pub trait Outcomes {
    fn outcome(self, source: &mut Source) -> Outcome;
}

impl<T: Value> Outcomes for Result<T, neurocomp::Error> {
    fn outcome(self, source: &mut Source) -> Outcome {
        match self {
            Ok(value) if value.has_nan() && !source.spoilt => Outcome::Nan(format!("{value:?}")),
            Ok(value) => value.outcome(source),
            Err(error) => {
                assert!(!error.to_string().is_empty());
                Outcome::Refused
            }
        }
    }
}

impl<T: Value> Outcomes for T {
    fn outcome(self, source: &mut Source) -> Outcome {
        // A call that took long may have given much.
        if !source.spoilt && (!source.any_size || watch::elapsed().as_millis() < 200) {
            self.keep(source);
        }
        Outcome::Given
    }
}

/// Makes an entry of the table.
pub fn entry<A: 'static, F: Function<A>>(name: &'static str, function: F) -> Entry {
    Entry { name: name.split_whitespace().collect(), function: Box::new(move |source| function.call(source)) }
}

impl Entry {
    /// Calls it once. None: an argument is of a type that no call has given yet.
    pub fn call(&self, source: &mut Source) -> Option<Result<Outcome, String>> {
        source.begin();
        watch::name(&self.name);
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.function)(source)));
        watch::end();
        match outcome {
            Ok(None) => None,
            Ok(Some(Outcome::Nan(value))) => Some(Err(format!("Ok with NaN: {value}\n  {}", watch::called()))),
            Ok(Some(outcome)) => Some(Ok(outcome)),
            Err(_) => Some(Err(format!("panic: {}\n  {}", watch::panicked(), watch::called()))),
        }
    }
}

/// Entries of functions, by their owner (a type or a module) and their names.
#[macro_export]
macro_rules! calls {
    (@one $table:ident ($($owner:ident)::+) $name:ident) => {
        $table.push($crate::call::entry(stringify!($($owner)::+::$name), $($owner)::+::$name))
    };
    (@all $table:ident $owner:tt $($name:ident)*) => {
        $($crate::calls!(@one $table $owner $name);)*
    };
    ($($($owner:ident)::+: $($name:ident),+;)*) => {{
        let mut table = Vec::new();
        $($crate::calls!(@all table ($($owner)::+) $($name)*);)*
        table
    }};
}
