//! A cargo build with a progress bar and an honest estimate of what is left.
//!
//! Cargo tells when it starts on a package (a line on stderr) and when something is finished (a JSON message on
//! stdout), but not how much that was. A table measured once gives each crate its share; the speed of this machine is
//! learnt from the crates that are done. On a terminal there is a bar; elsewhere (CI, Binder's log) a whole line
//! every 20 seconds.

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

mod display;
mod estimate;
mod weights;

use display::Display;
use estimate::Estimate;
pub use weights::Weights;

enum Event {
    Message(Value),
    Diagnostic(String),
}

/// Runs a cargo build command, whose options for output and jobs are added here, and shows how far it is. Returns
/// cargo's messages.
pub fn build(
    label: &str,
    command: &mut Command,
    weights: Weights,
    jobs: usize,
) -> Result<Vec<Value>> {
    command
        .arg("--message-format=json-render-diagnostics")
        .args(["--jobs", &jobs.to_string()])
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TERM_PROGRESS_WHEN", "never")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().context("starting cargo")?;
    let (sender, events) = mpsc::channel();
    read_lines(child.stdout.take(), sender.clone(), |line| {
        serde_json::from_str(&line).ok().map(Event::Message)
    });
    read_lines(child.stderr.take(), sender, |line| {
        Some(Event::Diagnostic(line))
    });

    let started = Instant::now();
    let mut estimate = Estimate::new(weights, jobs);
    let mut display = Display::new(label, std::io::stderr().is_terminal());
    let mut messages = Vec::new();
    let mut errors = String::new();
    loop {
        let now = started.elapsed().as_secs_f64();
        match events.recv_timeout(Duration::from_millis(200)) {
            Ok(Event::Message(message)) => {
                if let Some((unit, fresh)) = finished_unit(&message) {
                    estimate.finish(&unit, fresh, now);
                }
                messages.push(message);
            }
            Ok(Event::Diagnostic(line)) => match status_line(&line) {
                Some(("Compiling" | "Checking", package)) => estimate.begin(package, now),
                Some((_, rest)) => display.note(rest),
                None => {
                    errors.push_str(&line);
                    errors.push('\n');
                    display.print(&line);
                }
            },
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        display.show(&estimate, now);
    }
    display.finish();
    if !child.wait()?.success() {
        bail!("{label}: the build failed.{}", likely_cause(&errors));
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

fn read_lines<R: Read + Send + 'static>(
    stream: Option<R>,
    sender: Sender<Event>,
    event: fn(String) -> Option<Event>,
) {
    let Some(stream) = stream else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if event(line).is_some_and(|event| sender.send(event).is_err()) {
                return;
            }
        }
    });
}

/// Name in the table, and whether nothing had to be done, if the message says that something is finished.
fn finished_unit(message: &Value) -> Option<(String, bool)> {
    if message["reason"] != "compiler-artifact" {
        return None;
    }
    let package = package_name(message["package_id"].as_str()?);
    let is_script = message["target"]["kind"][0] == "custom-build";
    let unit = if is_script {
        weights::build_script(package)
    } else {
        package.to_string()
    };
    Some((unit, message["fresh"] == true))
}

/// The package in an id such as `registry+https://…#serde@1.0.0` or `path+file:///…/neurocomp#0.1.0`.
fn package_name(id: &str) -> &str {
    let (source, rest) = id.rsplit_once('#').unwrap_or(("", id));
    match rest.split_once('@') {
        Some((name, _)) => name,
        None => source.rsplit('/').next().unwrap_or(source),
    }
}

/// Splits "   Compiling serde v1.0.0" into verb and package; `None` for compiler messages.
fn status_line(line: &str) -> Option<(&str, &str)> {
    const VERBS: [&str; 11] = [
        "Adding",
        "Blocking",
        "Checking",
        "Compiling",
        "Downloaded",
        "Downloading",
        "Finished",
        "Fresh",
        "Locking",
        "Updating",
        "Waiting",
    ];
    let (verb, rest) = line.trim_start().split_once(' ')?;
    if !VERBS.contains(&verb) || !line.starts_with(' ') {
        return None;
    }
    match verb {
        "Compiling" | "Checking" => Some((verb, rest.split_whitespace().next()?)),
        _ => Some((verb, line.trim())),
    }
}

/// A sentence for the failures that are not the code's.
fn likely_cause(errors: &str) -> &'static str {
    let any = |words: &[&str]| words.iter().any(|word| errors.contains(word));
    if any(&["signal: 9", "SIGKILL", "memory allocation of"]) {
        " A compiler was ended, most likely because the memory was used up: try again with --jobs 1."
    } else if any(&[
        "failed to download",
        "Could not resolve",
        "download of",
        "failed to get",
    ]) {
        " Cargo could not fetch a crate: this step needs the network once."
    } else if any(&["No space left"]) {
        " The disk is full: the build needs about 4 GB."
    } else {
        " The compiler's message stands above."
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
    fn packages_are_named_by_every_kind_of_id() {
        assert_eq!(
            package_name(
                "registry+https://github.com/rust-lang/crates.io-index#polars-core@0.55.0"
            ),
            "polars-core"
        );
        assert_eq!(
            package_name("path+file:///a%20b/crates/neurocomp#0.1.0"),
            "neurocomp"
        );
        assert_eq!(
            package_name("path+file:///a/crates/x#neurocomp@0.1.0"),
            "neurocomp"
        );
    }

    #[test]
    fn a_build_script_is_not_its_crate() {
        let message = |kind: &str| {
            json!({"reason": "compiler-artifact", "package_id": "registry+x#libc@0.2.1", "fresh": true,
                   "target": {"kind": [kind]}})
        };
        assert_eq!(finished_unit(&message("lib")), Some(("libc".into(), true)));
        assert_eq!(
            finished_unit(&message("custom-build")),
            Some(("libc:build".into(), true))
        );
        assert_eq!(finished_unit(&json!({"reason": "build-finished"})), None);
    }

    #[test]
    fn compiler_messages_are_no_status() {
        assert_eq!(
            status_line("   Compiling polars-core v0.55.0"),
            Some(("Compiling", "polars-core"))
        );
        assert_eq!(
            status_line("  Downloaded serde v1.0.0"),
            Some(("Downloaded", "Downloaded serde v1.0.0"))
        );
        assert_eq!(status_line("error[E0425]: cannot find value"), None);
        assert_eq!(status_line("  --> src/lib.rs:1:1"), None);
        assert_eq!(status_line("Compiling is a word of this sentence"), None);
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
            command.args([
                "-c",
                &format!(r#"echo '{{"reason":"build-finished","success":true}}'; exit {exit}"#),
            ]);
            command.arg("cargo");
            command
        };
        let messages = build("test", &mut script("0"), Weights::library(), 1).unwrap();
        assert_eq!(
            messages,
            [json!({"reason": "build-finished", "success": true})]
        );
        assert!(build("test", &mut script("3"), Weights::library(), 1).is_err());
    }
}
