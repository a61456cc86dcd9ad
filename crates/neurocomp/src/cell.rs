//! What keeps variables from one cell of a notebook to the next.
//!
//! evcxr puts the source of such a store into every cell, where it takes longer to compile than most students' code. The
//! neurocomp kernel lets cells use this one instead, which is compiled already: it has the same functions, in which only
//! what depends on the type of a variable is generic.
//!
//! Beside it: what the kernel calls while a cell runs ([`neurocomp_flush`]) and while none does ([`neurocomp_live`]).

#[cfg(all(feature = "course", feature = "figures", feature = "tables"))]
mod instances;

#[cfg(all(feature = "course", feature = "figures", feature = "tables"))]
pub use instances::instances;

use crate::language;
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::io::Write;
use std::panic::catch_unwind;
use std::sync::Arc;

/// evcxr reads a line that begins with this as: the variable had another type.
pub const VARIABLE_CHANGED_TYPE: &str = "EVCXR_VARIABLE_CHANGED_TYPE:";
/// evcxr reads this line as: an error left the cell through `?`.
pub const USER_ERROR_OCCURRED: &str = "EVCXR_ERROR_OCCURRED";

/// The variables that exist between two cells.
#[derive(Default)]
pub struct VariableStore {
    variables: HashMap<String, Box<dyn Any>>,
}

/// Makes a store that lives as long as the process.
pub fn create_variable_store() -> *mut VariableStore {
    Box::into_raw(Box::new(VariableStore::new()))
}

impl VariableStore {
    /// An empty store.
    pub fn new() -> VariableStore {
        VariableStore::default()
    }

    /// Keeps a variable, in place of an earlier one of the same name.
    pub fn put_variable<T: 'static>(&mut self, name: &str, value: T) {
        self.put(name, Box::new(value));
    }

    /// Whether the variable can be taken as a `T`, or is not there; if not, evcxr is told.
    pub fn check_variable<T: 'static>(&mut self, name: &str) -> bool {
        self.check(name, TypeId::of::<T>())
    }

    /// Takes a variable out. evcxr has checked before that it is there; where it is not, the cell panics, as in evcxr.
    pub fn take_variable<T: 'static>(&mut self, name: &str) -> T {
        match self.take(name).downcast() {
            Ok(value) => *value,
            Err(_) => panic!("the variable `{name}` has another type than before"),
        }
    }

    /// A value that all cells share, made when it is first asked for.
    pub fn lazy_arc<T: 'static, F: FnOnce() -> T>(&mut self, name: &str, create: F) -> Arc<T> {
        if !self.variables.contains_key(name) {
            self.put(name, Box::new(Arc::new(create())));
        }
        match self.variables.get(name).and_then(|value| value.downcast_ref::<Arc<T>>()) {
            Some(value) => Arc::clone(value),
            None => panic!("`{name}` has another type than before"),
        }
    }

    /// Takes over all variables of another store.
    pub fn merge(&mut self, mut other: VariableStore) {
        self.variables.extend(other.variables.drain());
    }

    #[inline(never)]
    fn put(&mut self, name: &str, value: Box<dyn Any>) {
        self.variables.insert(name.to_owned(), value);
    }

    #[inline(never)]
    fn check(&mut self, name: &str, expected: TypeId) -> bool {
        let is_other = self.variables.get(name).is_some_and(|value| (**value).type_id() != expected);
        if is_other {
            let lost = language::choose(
                "is lost, since its type was defined anew: run the cell that makes it again.",
                "est perdue, car son type a été redéfini : réexécutez la cellule qui la crée.",
            );
            eprintln!("`{name}` {lost}");
            println!("{VARIABLE_CHANGED_TYPE}{name}");
        }
        !is_other
    }

    #[inline(never)]
    fn take(&mut self, name: &str) -> Box<dyn Any> {
        match self.variables.remove(name) {
            Some(value) => value,
            None => panic!("the variable `{name}` is not there"),
        }
    }
}

/// Hands on what a cell has printed so far. Rust keeps a line that has no newline yet (`print!("…")`) in a buffer of its own, which
/// nobody else can reach; the kernel finds this function by its name and calls it at the end of a cell, every tenth of a
/// second while one runs, and before it asks for input.
///
/// It waits as long as another thread holds the lock on standard output (`stdout().lock()`) or writes into a full pipe: whoever calls it
/// while a cell runs needs a thread for it that may wait. It is no function for a signal handler. Errors (a closed
/// output) are ignored, and no panic leaves it.
#[unsafe(no_mangle)]
pub extern "C" fn neurocomp_flush() {
    let _ = catch_unwind(|| std::io::stdout().flush());
}

/// Ends the threads that share long work. The kernel finds this function by its name and calls it at the end of a cell, so that the process
/// can be copied before the next one. Threads that a cell has left at work are not waited for.
#[unsafe(no_mangle)]
pub extern "C" fn neurocomp_let_threads_go() {
    let _ = catch_unwind(crate::parallel::let_go);
}

/// Redraws the live figure of this number: with its controls at these values, in their order, or with frames if there
/// are none. The kernel finds this function by its name and calls it while no cell runs. Returns whether there is such
/// a figure: older ones sleep.
///
/// # Safety
/// `values` points at `count` numbers.
#[cfg(feature = "figures")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn neurocomp_live(number: u64, values: *const f64, count: usize) -> bool {
    let values = match count {
        0 => &[],
        // SAFETY: so the caller promises.
        _ => unsafe { std::slice::from_raw_parts(values, count) },
    };
    catch_unwind(|| crate::plot::move_to(number, values)).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_comes_back_as_it_was_kept() {
        let mut store = VariableStore::new();
        store.put_variable("spikes", vec![1.0, 2.5]);
        assert!(store.check_variable::<Vec<f64>>("spikes") && store.check_variable::<i32>("unknown"));
        assert_eq!(store.take_variable::<Vec<f64>>("spikes"), [1.0, 2.5]);
    }

    #[test]
    fn another_type_is_noticed() {
        let mut store = VariableStore::new();
        store.put_variable("n", 3_i32);
        assert!(!store.check_variable::<f64>("n"));
    }

    #[test]
    fn a_shared_value_is_made_once() {
        let mut store = VariableStore::new();
        let first = store.lazy_arc("runtime", || 1);
        assert_eq!((*first, *store.lazy_arc("runtime", || 2)), (1, 1));
    }

    #[test]
    fn merging_takes_over_and_replaces() {
        let (mut one, mut other) = (VariableStore::new(), VariableStore::new());
        one.put_variable("a", 1);
        other.put_variable("a", 2);
        one.merge(other);
        assert_eq!(one.take_variable::<i32>("a"), 2);
    }

    #[test]
    fn a_line_without_a_newline_leaves_the_process_when_it_is_flushed() {
        const ASKED: &str = "NEUROCOMP_TEST_FLUSH";
        if std::env::var_os(ASKED).is_some() {
            std::io::stdout().write_all(b"half a line").unwrap();
            neurocomp_flush();
            std::process::abort(); // which writes no buffer
        }
        let name = "cell::tests::a_line_without_a_newline_leaves_the_process_when_it_is_flushed";
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(ASKED, "1")
            .output()
            .unwrap();
        let printed = String::from_utf8(child.stdout).unwrap();
        assert!(printed.ends_with("half a line"), "{printed}");
    }
}
