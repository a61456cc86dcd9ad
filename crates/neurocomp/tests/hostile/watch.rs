//! What ends a call that does not end by itself, or asks for too much memory: it cannot be refused from outside, so the
//! whole run ends, and says which call it was.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Debug;
use std::io::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What is being called.
struct Call {
    name: String,
    arguments: String,
    since: Option<Instant>,
    panic: String,
}

static CALL: Mutex<Call> =
    Mutex::new(Call { name: String::new(), arguments: String::new(), since: None, panic: String::new() });

fn call() -> std::sync::MutexGuard<'static, Call> {
    CALL.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

pub fn name(name: &str) {
    let mut call = call();
    call.name = name.to_owned();
    call.arguments.clear();
    call.since = Some(Instant::now());
}

pub fn begin(arguments: &[&dyn Debug]) {
    let text: Vec<_> = arguments.iter().map(|argument| shown(argument)).collect();
    call().arguments = text.join(", ");
}

/// The call is over. Who looks for what takes long may set `HOSTILE_SLOW` to a number of milliseconds.
pub fn end() {
    let took = elapsed();
    call().since = None;
    let slow = std::env::var("HOSTILE_SLOW").ok().and_then(|most| most.parse().ok()).unwrap_or(u64::MAX);
    if took > Duration::from_millis(slow) {
        let _ = writeln!(std::io::stderr(), "{took:.1?} {}", called());
    }
}

pub fn elapsed() -> Duration {
    call().since.map_or(Duration::ZERO, |since| since.elapsed())
}

/// A value as a cell would show it, at most a thousand bytes of it: a figure can be long.
pub fn shown(value: &dyn Debug) -> String {
    struct Short(String);
    impl std::fmt::Write for Short {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0 += text;
            if self.0.len() < 1000 { Ok(()) } else { Err(std::fmt::Error) }
        }
    }
    let mut short = Short(String::new());
    let _ = std::fmt::write(&mut short, format_args!("{value:?}"));
    short.0
}

/// The call as it would be written.
pub fn called() -> String {
    let call = call();
    format!("{}({})", call.name, call.arguments)
}

pub fn panicked() -> String {
    call().panic.clone()
}

/// Watches over all calls from now on; `most` is how long one may take.
pub fn start(most: Duration) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        // In a call a panic is a fault to note; outside it is a test that failed.
        if elapsed() == Duration::ZERO {
            usual(info);
        } else {
            let words = info.to_string();
            call().panic = words;
        }
    }));
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(50));
            let reason = if TOO_MUCH.load(Ordering::SeqCst) {
                "more memory than 4 GB"
            } else if elapsed() > most {
                "no end"
            } else {
                continue;
            };
            let _ = writeln!(std::io::stderr(), "{reason}, after {:.1?}:\n  {}", elapsed(), called());
            std::process::exit(101);
        }
    });
}

/// Counts what is allocated. Who asks for more than 4 GB waits here for the end of the run.
pub struct Counting;

#[global_allocator]
static MEMORY: Counting = Counting;

const MOST_BYTES: usize = 4 << 30;
static BYTES: AtomicUsize = AtomicUsize::new(0);
static TOO_MUCH: AtomicBool = AtomicBool::new(false);

fn count(more: usize) {
    if BYTES.fetch_add(more, Ordering::Relaxed).saturating_add(more) > MOST_BYTES {
        TOO_MUCH.store(true, Ordering::SeqCst);
        loop {
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

// SAFETY: all is left to the system's allocator; what is added only counts.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc(layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        BYTES.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}
