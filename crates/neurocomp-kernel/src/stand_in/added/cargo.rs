//! Runs the real cargo, and lets the student hear from it.

use super::project::Project;
use super::signs::Signs;
use super::voice::Voice;
use crate::language::Text;
use crate::stand_in::{Call, real_cargo};
use crate::wrapper;
use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

/// As often as this is looked whether the student still waits.
const LOOK: Duration = Duration::from_millis(500);

/// Given to all crates that are compiled alone. Else rustc would take such a crate and the same one inside the library for
/// one crate that it found twice.
const OTHER_CRATES: &str = "-Cmetadata=neurocomp-added";

const NO_NETWORK: Text = Text {
    en: "The list of crates cannot be reached: is there no network? neurocomp and what it brings (ndarray, plotly, polars, \
         nalgebra …) need none; adding another crate with `:dep` does.",
    fr: "La liste des crates n'est pas joignable : pas de réseau ? neurocomp et ce qu'il apporte (ndarray, plotly, polars, \
         nalgebra…) n'en ont pas besoin ; ajouter une autre crate avec `:dep`, si.",
};
/// What `cargo metadata` answers.
pub struct Metadata {
    /// Its answer.
    pub metadata: Value,
    /// What it said besides.
    pub warnings: String,
}

/// Where cargo looks for crates first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// In the network, for the newest.
    Outside,
    /// Among those that were downloaded before.
    Inside,
}

/// Asks cargo about a project. What must be downloaded for it is downloaded.
pub fn metadata(call: &Call, voice: &Voice, project: &Project, first: Look) -> Result<Metadata> {
    let ask = |look: Look| {
        let mut command = cargo(call, project, "metadata");
        command.arg("--format-version=1").arg(format!("--filter-platform={}", call.library.target));
        if look == Look::Inside {
            command.arg("--offline");
        }
        run(voice, &mut command, Signs::new(&project.name, false, "cargo metadata"))
    };
    let mut answer = ask(first)?;
    if first == Look::Inside && !answer.success {
        answer = ask(Look::Outside)?;
    }
    let is_cut_off = !answer.success && speaks_of_the_network(&answer.errors);
    if is_cut_off && first == Look::Outside {
        // A crate that was downloaded before can be added without a network.
        let inside = ask(Look::Inside)?;
        answer = if inside.success { inside } else { answer };
    }
    if !answer.success {
        let help = if is_cut_off { format!("{}\n", NO_NETWORK.get()) } else { String::new() };
        bail!("{help}{}", answer.complaint());
    }
    Ok(Metadata { metadata: serde_json::from_str(&answer.output)?, warnings: answer.errors })
}

/// The crates that a project is built of, each with its version and features. Unlike the metadata, this tells apart what
/// a crate is asked for by others and by its own build.
pub fn parts(call: &Call, voice: &Voice, project: &Project) -> Result<BTreeSet<String>> {
    let mut command = cargo(call, project, "tree");
    command.args(["--offline", "--edges=normal,build", "--prefix=none", "--format={p} {f}"]);
    let run = run(voice, &mut command, Signs::new(&project.name, false, "cargo tree"))?;
    if !run.success {
        bail!("{}", run.complaint());
    }
    let stands_here = |line: &str| line.contains(" (/"); // the project itself, and neurocomp
    Ok(run
        .output
        .lines()
        .filter(|line| !stands_here(line))
        .map(|line| line.trim_end_matches(" (*)").trim_end().to_owned())
        .collect())
}

/// Builds a project, and gives cargo's messages about what it built, or found built.
pub fn build(call: &Call, voice: &Voice, project: &Project) -> Result<Vec<Value>> {
    let mut command = cargo(call, project, "rustc");
    command
        .args(["--message-format=json-render-diagnostics", "--offline", "--target-dir"])
        .arg(&project.target)
        .args(["--", "-Cprefer-dynamic"]);
    for folder in super::together::folders_of_the_library(call, project) {
        command.arg(format!("-Clink-arg=-Wl,-rpath,{}", folder.display()));
    }
    let is_kept = project.alone.as_ref().is_some_and(|place| place.is_kept);
    let run = run(voice, &mut command, Signs::new(&project.name, is_kept, "cargo build"))?;
    if !run.success {
        bail!("{}", run.complaint());
    }
    Ok(run.output.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

fn cargo(call: &Call, project: &Project, subcommand: &str) -> Command {
    let mut command = real_cargo(&call.library);
    command
        .arg(subcommand)
        .current_dir(&project.folder)
        .env("CARGO_NET_RETRY", "1")
        .env("CARGO_HTTP_TIMEOUT", "15")
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TERM_QUIET", "false")
        .env("CARGO_TERM_VERBOSE", "false")
        .env_remove("CARGO_BUILD_TARGET")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTC_WORKSPACE_WRAPPER");
    if project.alone.is_some() {
        command.env("RUSTFLAGS", OTHER_CRATES).env("RUSTC_WRAPPER", "");
    } else {
        command
            .env("RUSTC_WRAPPER", std::env::current_exe().unwrap_or_default())
            .env(wrapper::WRAP, "1")
            .env(wrapper::LIBRARY_NAME, super::together::library_name(project));
    }
    command
}

/// What became of a run of cargo.
struct Run {
    success: bool,
    output: String,
    errors: String,
}

impl Run {
    fn complaint(&self) -> &str {
        self.errors.trim_start_matches("error: ").trim_end()
    }
}

enum Said {
    Output(String),
    Error(String),
}

fn run(voice: &Voice, command: &mut Command, mut signs: Signs) -> Result<Run> {
    let mut output = String::new();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0)
        .spawn()
        .context("cargo cannot be started")?;
    let (sender, said) = mpsc::channel();
    hand_on(child.stdout.take(), sender.clone(), Said::Output);
    hand_on(child.stderr.take(), sender, Said::Error);
    loop {
        let shown = match said.recv_timeout(LOOK) {
            Ok(Said::Output(line)) => {
                if let Ok(message) = serde_json::from_str(&line) {
                    signs.built(&message);
                }
                output.push_str(&line);
                output.push('\n');
                None
            }
            Ok(Said::Error(line)) => signs.line(&line),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => break,
        };
        let shown = shown.or_else(|| voice.is_due().then(|| signs.of_life(voice.time())));
        let heard = match &shown {
            Some(line) => voice.say(line),
            None => voice.check(),
        };
        if let Err(interrupted) = heard {
            end(&mut child);
            return Err(interrupted);
        }
    }
    Ok(Run { success: child.wait()?.success(), output, errors: signs.rest })
}

fn hand_on(from: Option<impl Read + Send + 'static>, to: Sender<Said>, kind: fn(String) -> Said) {
    let Some(from) = from else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            if to.send(kind(line)).is_err() {
                break;
            }
        }
    });
}

/// Ends cargo and the compilers that it started.
fn end(cargo: &mut Child) {
    let group = i32::try_from(cargo.id()).ok().and_then(Pid::from_raw);
    if let Some(group) = group {
        kill_process_group(group, Signal::TERM).ok();
    }
    cargo.wait().ok();
}

fn speaks_of_the_network(message: &str) -> bool {
    [
        "failed to download",
        "download of config.json failed",
        "Could not resolve host",
        "network error",
        "Timeout was reached",
        "failed to query replaced source",
        "Connection refused",
    ]
    .iter()
    .any(|words| message.contains(words))
}
