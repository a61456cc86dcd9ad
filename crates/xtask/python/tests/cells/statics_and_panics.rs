use std::sync::atomic::{AtomicUsize, Ordering};
static COUNT: AtomicUsize = AtomicUsize::new(0);
fn tick() -> usize {
    COUNT.fetch_add(1, Ordering::SeqCst) + 1
}
//= well

println!("{} {}", tick(), tick());
//= told: The static `COUNT` starts anew in each cell

println!("{} {}", tick(), tick());
//= well: 1 2

println!("{} {}", tick(), tick());
//= well: 1 2

static mut SUM: u64 = 40;
fn add(n: u64) -> u64 {
    unsafe {
        SUM += n;
        SUM
    }
}
//= well

println!("{}", add(2));
//= told: The static `SUM` starts anew in each cell

println!("{}", add(2));
//= well: 42

fn double() -> u32 {
    thread_local! { static OWN: std::cell::Cell<u32> = const { std::cell::Cell::new(1) }; }
    OWN.with(|own| { own.set(2 * own.get()); own.get() })
}
//= well

println!("{}", double());
//= told: The static `OWN` starts anew in each cell

println!("{}", double());
//= well: 2

fn once() -> &'static str {
    static TEXT: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    let text = TEXT.get_or_init(|| format!("made {}", tick()));
    text
}
//= well

println!("{} {}", once(), once());
//= told: The static `TEXT` starts anew in each cell

println!("{} {}", once(), once());
//= well: made 1 made 1

let spikes = vec![1.0, 2.5]; let index: usize = 7;
//= well

let third = spikes[index];
println!("{third}");
//= stopped: the len is 2 but the index is 7

let third = spikes[index];
println!("{third}");
//= stopped: → let third = spikes[index];

fn fragile(x: i32) -> i32 {
    assert!(x > 0, "x is {x}");
    x
}
//= well

println!("{}", fragile(-1));
//= stopped: x is -1

// Lines that move the rest.
fn unrelated() -> i32 {
    1
}
let before = unrelated();
let after = 2;
//= well

println!("{}", fragile(-1));
//= stopped: → assert!(x > 0, "x is {x}");

let third = spikes[index];
println!("{third}");
//= stopped: → let third = spikes[index];

fn open_exercise(x: f64) -> f64 {
    todo!()
}
//= well

println!("{}", open_exercise(1.0));
//= told: not done yet

let total: u8 = spikes.iter().map(|_| 200u8).sum();
//= stopped: attempt to add with overflow

println!("{} {}", spikes.len(), before + after);
//= well: 2 3

eprintln!("to the error output");
//= told: to the error output
