use std::cell::{Cell, RefCell};
use std::panic::catch_unwind;
use std::process::Command;

use serde_json::Value;

use super::*;

/// What the loop of a test shows.
#[derive(Clone, Debug, PartialEq)]
enum Output {
    Line(String),
    Display { id: String, text: String, html: String, update: bool },
}

thread_local! {
    static BEGIN: Instant = Instant::now();
    static TIME: Cell<Duration> = const { Cell::new(Duration::ZERO) };
    static OUTPUT: RefCell<Vec<Output>> = const { RefCell::new(Vec::new()) };
}

/// Lets time go by.
fn wait(seconds: f64) {
    TIME.set(TIME.get() + Duration::from_secs_f64(seconds));
}

/// A loop in a world whose clock only [`wait`] moves, and whose output [`output`] gives.
fn loop_of(label: &str, n: usize, draws_anew: bool) -> Progress {
    let outside = Outside {
        now: || BEGIN.with(|begin| *begin) + TIME.get(),
        draws_anew: if draws_anew { || true } else { || false },
        display: |id, forms, update| {
            let [("text/plain", text), ("text/html", html)] = forms else {
                panic!("{forms:?}");
            };
            let (id, text, html) = (id.to_string(), text.to_string(), html.to_string());
            OUTPUT.with_borrow_mut(|output| {
                output.push(Output::Display { id, text, html, update });
            });
        },
        print: |line| OUTPUT.with_borrow_mut(|output| output.push(Output::Line(line.to_string()))),
    };
    let mut steps = progress(label, n);
    steps.outside = outside;
    steps
}

fn output() -> Vec<Output> {
    OUTPUT.take()
}

/// The displays' ids and texts; the first of each id is new, all others are updates.
fn displays() -> Vec<(String, String)> {
    let mut seen = Vec::new();
    let mut displays = Vec::new();
    for one in output() {
        let Output::Display { id, text, update, .. } = one else {
            panic!("{one:?} is printed where it could be drawn");
        };
        assert_eq!(update, seen.contains(&id));
        seen.push(id.clone());
        displays.push((id, text));
    }
    displays
}

fn texts() -> Vec<String> {
    displays().into_iter().map(|(_, text)| text).collect()
}

/// The output of a loop of `n` steps that take `step` seconds each.
fn run(n: usize, step: f64, draws_anew: bool) -> Vec<Output> {
    for _ in loop_of("map", n, draws_anew) {
        wait(step);
    }
    output()
}

#[test]
fn a_loop_of_less_than_two_seconds_is_silent() {
    assert!(run(100, 0.0199, false).is_empty());
    assert!(run(100, 0.0199, true).is_empty());
}

#[test]
fn printed_lines_come_two_seconds_apart_and_the_remaining_time_is_right() {
    let lines = [
        "map: 20 %, 2 s elapsed, about 8 s remaining",
        "map: 40 %, 4 s elapsed, about 6 s remaining",
        "map: 60 %, 6 s elapsed, about 4 s remaining",
        "map: 80 %, 8 s elapsed, about 2 s remaining",
    ];
    assert_eq!(run(10, 1.0, false), lines.map(|line| Output::Line(line.into())));
}

#[test]
fn slow_steps_give_one_printed_line_each() {
    let lines = run(4, 90.0, false);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], Output::Line("map: 25 %, 1 min 30 s elapsed, about 4 min 30 s remaining".into()));
}

#[test]
fn one_display_is_drawn_anew_and_ends_with_the_time_it_took() {
    for _ in loop_of("map", 5, true) {
        wait(1.0);
    }
    let displays = displays();
    assert!(displays.iter().all(|(id, _)| *id == displays[0].0));
    let texts: Vec<&str> = displays.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "map: ████░░░░░░ 40 %, 2 s elapsed, about 3 s remaining",
            "map: ██████░░░░ 60 %, 3 s elapsed, about 2 s remaining",
            "map: ████████░░ 80 %, 4 s elapsed, about 1 s remaining",
            "map: ██████████ 100 %, done in 5 s",
        ]
    );
}

#[test]
fn quick_steps_are_no_flood() {
    let mut times = Vec::new();
    let mut drawn = 0;
    for _ in loop_of("map", 100_000, true) {
        wait(0.0001);
        let now = OUTPUT.with_borrow(Vec::len);
        if now > drawn {
            times.push(TIME.get());
            drawn = now;
        }
    }
    assert!((20..=33).contains(&times.len()), "{}", times.len());
    assert!(times[0] >= PAUSE);
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= REDRAW));
}

#[test]
fn what_has_not_changed_is_not_drawn_again() {
    // An hour of 1,000,000 steps: the text changes each second at first, then each minute or each per cent.
    let texts = run(1_000_000, 7200e-6, true);
    assert!(texts.windows(2).all(|pair| pair[0] != pair[1]));
    assert!(texts.len() < 8000, "{}", texts.len());
}

#[test]
fn a_loop_that_is_left_says_where() {
    for i in loop_of("map", 10, true) {
        wait(1.0);
        if i == 4 {
            break;
        }
    }
    assert_eq!(texts().last().map(String::as_str), Some("map: ████░░░░░░ 40 %, stopped after 5 s"));
}

#[test]
fn a_panic_ends_the_line_too() {
    let result = catch_unwind(|| {
        for i in loop_of("map", 4, true) {
            wait(1.0);
            assert!(i < 3, "on purpose");
        }
    });
    assert!(result.is_err());
    assert_eq!(texts().last().map(String::as_str), Some("map: ███████░░░ 75 %, stopped after 4 s"));
}

#[test]
fn a_loop_is_done_when_its_last_number_is_used_though_nobody_asks_for_another() {
    for _ in (0..4).zip(loop_of("map", 4, true)) {
        wait(1.0);
    }
    assert_eq!(texts().last().map(String::as_str), Some("map: ██████████ 100 %, done in 4 s"));
}

#[test]
fn the_end_is_said_once() {
    let mut steps = loop_of("map", 3, true);
    while steps.next().is_some() {
        wait(2.0);
    }
    assert_eq!(steps.next(), None);
    drop(steps);
    assert_eq!(texts().iter().filter(|text| text.contains("done")).count(), 1);
}

#[test]
fn nested_loops_and_copies_have_lines_of_their_own() {
    for _ in loop_of("outer", 2, true) {
        for _ in loop_of("inner", 3, true) {
            wait(2.0);
        }
    }
    let outer_and_inner = displays();
    let mut ids: Vec<&String> = outer_and_inner.iter().map(|(id, _)| id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3); // the outer loop, the inner one twice

    let mut steps = loop_of("map", 4, true);
    steps.next();
    wait(3.0);
    steps.next();
    let copy = steps.clone();
    assert_eq!(copy.len(), 2);
    drop(copy); // and the line of the first is as it was
    assert_eq!(texts().len(), 1);
    assert!(steps.eq(2..4));
}

#[test]
fn the_page_shows_a_bar_with_a_name_and_the_label_is_text() {
    let label = "a < b & \"c\"\n</label>";
    for _ in loop_of(label, 4, true) {
        wait(2.0);
    }
    let Output::Display { text, html, .. } = &output()[0] else {
        panic!("nothing is drawn");
    };
    assert_eq!(text.lines().count(), 1);
    let page = roxmltree::Document::parse(html).unwrap();
    let find = |tag| page.descendants().find(|node| node.has_tag_name(tag));
    let bar = find("progress").unwrap();
    assert_eq!((bar.attribute("value"), bar.attribute("max")), (Some("25"), Some("100")));
    let name = bar.parent().unwrap();
    assert!(name.has_tag_name("label"));
    assert_eq!(name.text().map(str::trim), Some("a < b & \"c\" </label>"));
    let line: String = page.descendants().filter_map(|node| node.text()).collect();
    assert!(line.ends_with(" 25 %, 2 s elapsed, about 6 s remaining"), "{line}");
}

#[test]
fn it_counts_like_a_range_and_goes_to_other_threads() {
    assert_eq!(progress("count", 7).len(), 7);
    assert!(progress("count", 7).eq(0..7));
    assert!(progress("count", 7).clone().eq(0..7));
    assert!(progress("nothing", 0).eq(0..0));
    let elsewhere = progress("count", 7);
    assert_eq!(std::thread::spawn(|| elsewhere.sum::<usize>()).join().unwrap(), 21);
}

#[test]
fn hours_are_readable() {
    assert_eq!(clock(3725.0), "1 h 02 min");
}

/// A process of its own: the language and the environment hold for the whole of it.
#[test]
fn in_a_kernel_that_draws_anew_the_process_prints_displays_in_french() {
    const ASKED: &str = "NEUROCOMP_TEST_PROGRESS";
    if std::env::var_os(ASKED).is_some() {
        crate::language::language("fr");
        println!();
        let left = |i| i == 2;
        for i in progress("carte", 4) {
            if left(i) {
                break;
            }
            std::thread::sleep(Duration::from_millis(1050));
        }
        return;
    }
    let printed = |draws_anew: &str| {
        let name = "progress::tests::in_a_kernel_that_draws_anew_the_process_prints_displays_in_french";
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(ASKED, "1")
            .env("NEUROCOMP_DISPLAYS", draws_anew)
            .output()
            .unwrap();
        assert!(child.status.success());
        String::from_utf8(child.stdout).unwrap()
    };
    let plain = printed("");
    assert!(!plain.contains("NEUROCOMP_DISPLAY"), "{plain}");
    assert!(plain.contains("\ncarte : 50 %, 2 s écoulées, encore 2 s environ\n"), "{plain}");

    let drawn = printed("1");
    let displays: Vec<Value> = drawn
        .lines()
        .filter_map(|line| line.strip_prefix("NEUROCOMP_DISPLAY "))
        .map(|json| serde_json::from_str(json).unwrap())
        .collect();
    assert_eq!(displays.len(), 2, "{drawn}");
    assert_eq!(displays[0]["id"], displays[1]["id"]);
    let text = |k: usize| (&displays[k]["update"], &displays[k]["data"]["text/plain"]);
    assert_eq!(text(0), (&false.into(), &"carte : █████░░░░░ 50 %, 2 s écoulées, encore 2 s environ".into()));
    assert_eq!(text(1), (&true.into(), &"carte : █████░░░░░ 50 %, arrêté après 2 s".into()));
    assert!(!drawn.contains("\ncarte"), "{drawn}");
}
