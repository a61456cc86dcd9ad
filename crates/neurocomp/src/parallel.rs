//! The threads that share long work.
//!
//! rayon's own pool stays as long as the process. A notebook's process must have no threads while no cell runs: it can then be
//! copied before each cell, so that a cell that crashes costs no variables. So work is shared by a pool of this library's, which the
//! kernel ends with each cell ([`let_go`]) and which the next work makes again (0.1 ms).

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use rayon::{ThreadPool, ThreadPoolBuilder};

struct Pool {
    pool: Arc<ThreadPool>,
    threads: Vec<JoinHandle<()>>,
}

static POOL: Mutex<Option<Pool>> = Mutex::new(None);

/// Does work whose parallel iterators are shared by as many threads as the machine has, or by the pool that this thread
/// belongs to.
pub(crate) fn in_parallel<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    if rayon::current_thread_index().is_some() {
        return work();
    }
    match pool() {
        Some(pool) => pool.install(work),
        None => work(), // no further threads can be started: rayon does what it can
    }
}

fn pool() -> Option<Arc<ThreadPool>> {
    let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
    if pool.is_none() {
        let mut threads = Vec::new();
        let made = ThreadPoolBuilder::new()
            .spawn_handler(|worker| {
                let name = format!("neurocomp-{}", worker.index());
                let thread = thread::Builder::new().name(name);
                threads.push(thread.spawn(|| worker.run())?);
                Ok(())
            })
            .build();
        *pool = made.ok().map(|pool| Pool { pool: Arc::new(pool), threads });
    }
    pool.as_ref().map(|pool| Arc::clone(&pool.pool))
}

/// Ends the threads, unless they are still at work.
pub(crate) fn let_go() {
    let pool = POOL.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(Pool { pool, threads }) = pool else {
        return;
    };
    if let Ok(pool) = Arc::try_unwrap(pool) {
        drop(pool);
        for thread in threads {
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::*;

    #[test]
    fn work_is_shared_again_after_the_threads_were_let_go() {
        let names = || {
            in_parallel(|| {
                let names = (0..64).into_par_iter().map(|_| {
                    let name = thread::current().name().unwrap_or_default().to_owned();
                    assert!(name.starts_with("neurocomp-"), "{name}");
                    // Within it, work stays with the same threads.
                    in_parallel(|| assert_eq!(thread::current().name(), Some(&*name)));
                    1
                });
                names.sum::<i32>()
            })
        };
        assert_eq!(names(), 64);
        let_go();
        assert_eq!(names(), 64);
    }

    #[test]
    fn a_pool_of_the_caller_s_own_is_used() {
        let alone = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let threads = alone.install(|| in_parallel(rayon::current_num_threads));
        assert_eq!(threads, 1);
    }

    #[test]
    fn a_panic_reaches_who_asked_for_the_work() {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let caught = std::panic::catch_unwind(|| in_parallel(|| panic!("told")));
        std::panic::set_hook(hook);
        assert_eq!(*caught.unwrap_err().downcast::<&str>().unwrap(), "told");
    }
}
