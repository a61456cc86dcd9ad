//! Cargo at work: a progress bar, and a count of the crates that are compiled.
//!
//! Cargo tells when it starts a compiler (a line on stderr) and when something is finished (a JSON message on
//! stdout), and `cargo tree` tells beforehand of how many crates a build consists. How long it will take is not
//! estimated: crates differ by a factor of a thousand, and machines differ in what they are slow at. On a terminal there
//! is a bar; elsewhere (CI, Binder's log) a whole line every 20 seconds.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

mod display;
mod steps;

use display::Display;
use steps::Steps;

enum Event {
    Message(Value),
    Diagnostic(String),
}

/// Runs a cargo build command of so many crates, if that is known, and shows how far it is. The options for output and
/// jobs are added here. Returns cargo's messages.
pub fn build(label: &str, command: &mut Command, crates: Option<usize>, jobs: usize) -> Result<Vec<Value>> {
    command.args(["--verbose", "--message-format=json-render-diagnostics"]).args(["--jobs", &jobs.to_string()]);
    run(label, command, crates)
}

/// Of how many crates a build consists, where `tree` is `cargo tree` with the options that choose the package. `None` if
/// cargo doesn't tell, which is no reason not to build.
pub fn crates(tree: &mut Command) -> Option<usize> {
    let output = tree
        .args(["--edges=normal,build", "--prefix=none", "--format={p}"])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let text = String::from_utf8(output.stdout).ok()?;
    let packages: HashSet<String> = text.lines().filter_map(name_and_version).collect();
    Some(packages.len())
}

/// "serde v1.0.0" of a line such as "serde v1.0.0 (proc-macro) (*)".
fn name_and_version(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    Some(format!("{} {}", words.next()?, words.next()?))
}

/// Runs a cargo command that answers in JSON, one message on each line, and shows how far it is.
pub fn run(label: &str, command: &mut Command, crates: Option<usize>) -> Result<Vec<Value>> {
    command
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TERM_PROGRESS_WHEN", "never")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("starting cargo")?;
    let (sender, events) = mpsc::channel();
    read_lines(child.stdout.take(), sender.clone(), |line| serde_json::from_str(&line).ok().map(Event::Message));
    read_lines(child.stderr.take(), sender, |line| Some(Event::Diagnostic(line)));

    let started = Instant::now();
    let mut steps = Steps::new(crates);
    let mut display = Display::new(label, std::io::stderr().is_terminal());
    let mut messages = Vec::new();
    let mut errors = String::new();
    loop {
        let now = started.elapsed().as_secs_f64();
        match events.recv_timeout(Duration::from_millis(200)) {
            Ok(Event::Message(message)) => {
                if let Some((id, name)) = finished_crate(&message) {
                    steps.finish(id, &name);
                }
                messages.push(message);
            }
            Ok(Event::Diagnostic(line)) => match status_line(&line) {
                Some(("Running", command)) => {
                    if let Some(name) = compiled_crate(command) {
                        steps.begin(name);
                    }
                }
                Some((verb, rest)) if is_worth_a_note(verb) => display.note(&format!("{verb} {rest}")),
                Some(_) => {}
                None => {
                    errors.push_str(&line);
                    errors.push('\n');
                    display.print(without_command(&line));
                }
            },
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        display.show(&steps, now);
    }
    display.finish();
    if !child.wait()?.success() {
        bail!("{label}: cargo failed.{}", likely_cause(&errors));
    }
    Ok(messages)
}

/// The executable of a package in cargo's messages.
pub fn executable(messages: &[Value], package: &str) -> Option<PathBuf> {
    messages
        .iter()
        .filter(|message| message["target"]["name"] == package)
        .find_map(|message| message["executable"].as_str())
        .map(PathBuf::from)
}

/// "50 s", "2 min", "3 min 20 s", "1 h 05 min".
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64().round() as u64;
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 if seconds.is_multiple_of(60) => format!("{} min", seconds / 60),
        60..3600 => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{} h {:02} min", seconds / 3600, seconds % 3600 / 60),
    }
}

fn read_lines<R: Read + Send + 'static>(stream: Option<R>, sender: Sender<Event>, event: fn(String) -> Option<Event>) {
    let Some(stream) = stream else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if event(line).is_some_and(|event| sender.send(event).is_err()) {
                return;
            }
        }
    });
}

/// What a message of cargo says, without the command that it may be about, which fills a screen.
fn without_command(line: &str) -> &str {
    let is_about_command = line.trim_start().starts_with("process didn't exit successfully");
    match line.rsplit_once("` ") {
        Some((_, ending)) if is_about_command => ending,
        _ => line,
    }
}

/// The id of a package and the name of its crate, if the message says that one is compiled. A build script is not a
/// crate of its own.
fn finished_crate(message: &Value) -> Option<(&str, String)> {
    let target = &message["target"];
    if message["reason"] != "compiler-artifact" || target["kind"][0] == "custom-build" {
        return None;
    }
    let name = target["name"].as_str()?.replace('-', "_");
    Some((message["package_id"].as_str()?, name))
}

/// The crate that a command compiles, unless it is a build script, or the command is no compiler's.
fn compiled_crate(command: &str) -> Option<&str> {
    let (_, rest) = command.split_once(" --crate-name ")?;
    let name = rest.split_whitespace().next()?;
    (!name.starts_with("build_script_")).then_some(name)
}

/// Splits "   Compiling serde v1.0.0" into verb and what follows; `None` for messages of the compiler.
fn status_line(line: &str) -> Option<(&str, &str)> {
    const VERBS: [&str; 18] = [
        "Adding",
        "Blocking",
        "Checking",
        "Compiling",
        "Dirty",
        "Downloaded",
        "Downloading",
        "Finished",
        "Fresh",
        "Ignored",
        "Installed",
        "Installing",
        "Locking",
        "Removing",
        "Replacing",
        "Running",
        "Updating",
        "Waiting",
    ];
    let (verb, rest) = line.trim_start().split_once(' ')?;
    (VERBS.contains(&verb) && line.starts_with(' ')).then_some((verb, rest))
}

/// What people wait for besides compilers.
fn is_worth_a_note(verb: &str) -> bool {
    ["Blocking", "Downloaded", "Downloading", "Updating", "Waiting"].contains(&verb)
}

/// A sentence for the failures that are not the code's.
fn likely_cause(errors: &str) -> &'static str {
    let any = |words: &[&str]| words.iter().any(|word| errors.contains(word));
    if any(&["signal: 9", "SIGKILL", "memory allocation of"]) {
        " A compiler was ended, most likely because the memory was used up: try again with --jobs 1."
    } else if any(&["failed to download", "Could not resolve", "download of", "failed to get"]) {
        " Cargo could not fetch a crate: this step needs the network once."
    } else if any(&["No space left"]) {
        " The disk is full: the build needs about 4 GB."
    } else {
        " The message is above."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_secs(50)), "50 s");
        assert_eq!(duration(Duration::from_secs(120)), "2 min");
        assert_eq!(duration(Duration::from_secs(200)), "3 min 20 s");
        assert_eq!(duration(Duration::from_secs(3900)), "1 h 05 min");
    }

    #[test]
    fn a_build_script_is_no_crate_of_its_own() {
        let message = |kind: &str| {
            json!({"reason": "compiler-artifact", "package_id": "registry+x#my-crate@0.2.1", "fresh": true,
                   "target": {"kind": [kind], "name": "my-crate"}})
        };
        let finished = Some(("registry+x#my-crate@0.2.1", "my_crate".to_owned()));
        assert_eq!(finished_crate(&message("bin")), finished);
        assert_eq!(finished_crate(&message("custom-build")), None);
        assert_eq!(finished_crate(&json!({"reason": "build-finished"})), None);
        for (command, name) in [
            ("`rustc --crate-name my_crate --edition=2024 lib.rs`", Some("my_crate")),
            ("`A=b /x/wrapper /x/rustc --crate-name a src`", Some("a")),
            ("`rustc --crate-name build_script_build build.rs`", None),
            ("`/x/build/libc-1/build-script-build`", None),
        ] {
            assert_eq!(compiled_crate(command), name);
        }
    }

    /// A script stands in for `cargo tree`: a package that is listed twice counts once.
    #[cfg(unix)]
    #[test]
    fn crates_are_counted_beforehand() {
        let tree = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script, "cargo"]);
            crates(&mut command)
        };
        let lines = "a v0.1.0 (/home/x y/a)\nserde v1.0.0\nserde v1.0.0 (*)\nserde v2.0.0\nb v1.0.0 (proc-macro)";
        assert_eq!(tree(&format!("printf '{lines}\n\n'")), Some(4));
        assert_eq!(tree("exit 1"), None);
    }

    #[test]
    fn compiler_messages_are_no_status() {
        assert_eq!(status_line("   Compiling polars-core v0.55.0"), Some(("Compiling", "polars-core v0.55.0")));
        assert_eq!(status_line("     Running `rustc --crate-name a`"), Some(("Running", "`rustc --crate-name a`")));
        assert_eq!(status_line("error[E0425]: cannot find value"), None);
        assert_eq!(status_line("  --> src/lib.rs:1:1"), None);
        assert_eq!(status_line("Compiling is a word of this sentence"), None);
    }

    #[test]
    fn the_command_that_failed_is_not_shown() {
        let line = "  process didn't exit successfully: `rustc --crate-name a` (exit status: 1)";
        assert_eq!(without_command(line), "(exit status: 1)");
        assert_eq!(without_command("use `x` here"), "use `x` here");
    }

    #[test]
    fn failures_name_their_cause() {
        assert!(likely_cause("(signal: 9, SIGKILL: kill)").contains("--jobs 1"));
        assert!(likely_cause("error: failed to download from `https://`").contains("network"));
        assert!(likely_cause("error[E0425]").contains("above"));
    }

    /// A script stands in for cargo: one message, one status line, one warning, and an exit code.
    #[cfg(unix)]
    #[test]
    fn messages_come_back_and_a_failed_build_is_an_error() {
        let script = |exit: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", &format!(r#"echo '{{"reason":"build-finished","success":true}}'; exit {exit}"#)]);
            command.arg("cargo");
            command
        };
        let messages = build("test", &mut script("0"), None, 1).unwrap();
        assert_eq!(messages, [json!({"reason": "build-finished", "success": true})]);
        assert!(build("test", &mut script("3"), None, 1).is_err());
    }
}
