//! `cargo xtask test`: everything, in one order, with one line of counts at the end.
//!
//! No step stops the others. The builds use the profiles that `setup` uses, so that nothing is compiled twice: the
//! library in the dev profile, the kernel in release, this program in its own.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::counts::Counts;
use crate::data::DATA_REQUIREMENTS;
use crate::environment::{Environment, NBGRADER_REQUIREMENTS, TEST_REQUIREMENTS};
use crate::kernel::Workspace;
use crate::notebooks::{self, Kinds, Languages, Selection};
use crate::toolchain::{self, cargo};
use crate::{progress, setup};

/// Options of `test`.
#[derive(clap::Args)]
pub struct Args {
    /// Only the steps whose name contains one of these words, such as clippy or JupyterLab [default: all]
    steps: Vec<String>,
}

/// Runs every step and ends the process: 0 if nothing failed, else 1.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    let mut report = Report { only: args.steps.clone(), steps: Vec::new() };
    rust_steps(root, &mut report);
    let environment = report.step(SETUP, || {
        let environment = setup::run(root, &setup::Args::default())?;
        environment.require(root, TEST_REQUIREMENTS)?;
        environment.require(root, DATA_REQUIREMENTS)?;
        Ok((Counts::ONE_PASSED, Some(environment)))
    });
    report.step("notebooks check", || Ok((notebooks::check(root, &[])?, None::<()>)));
    report.step("spelling", || Ok((notebooks::spell(root)?, None::<()>)));
    match environment {
        Some(environment) => notebook_steps(root, &environment, &mut report),
        None => report.skip("notebooks, kernel and JupyterLab", "setup failed"),
    }
    let total = report.close();
    std::process::exit(i32::from(total.failed > 0));
}

fn rust_steps(root: &Path, report: &mut Report) {
    // The kernel's own steps run in the workspace that it is built in, with evcxr as it is changed there.
    let steps: [(&str, &str, Reading); 7] = [
        ("cargo fmt", "fmt --all --check", Reading::ExitCode),
        ("clippy of the library", "clippy -p neurocomp --all-targets -- -D warnings", Reading::ExitCode),
        ("clippy of the kernel", "clippy --all-targets -- -D warnings", Reading::ExitCode),
        ("clippy of xtask", "clippy --profile xtask -p xtask --all-targets -- -D warnings", Reading::ExitCode),
        ("tests and doctests of the library", "test -p neurocomp --no-fail-fast", Reading::EveryLine),
        ("tests of the kernel", "test --no-fail-fast", Reading::EveryLine),
        ("tests of xtask", "test --profile xtask -p xtask --no-fail-fast", Reading::EveryLine),
    ];
    for (name, arguments, reading) in steps {
        let mut arguments = arguments.split(' ');
        let subcommand = arguments.next().unwrap_or_default();
        report.step(name, || {
            let mut command = if name.ends_with("of the kernel") {
                Workspace::prepare(root)?.cargo(root, subcommand)
            } else {
                let mut command = cargo(root);
                command.arg(subcommand);
                command
            };
            command.args(arguments);
            Ok((counted(command, reading)?, None::<()>))
        });
    }
}

fn notebook_steps(root: &Path, environment: &Environment, report: &mut Report) {
    // One language of each kind: the languages differ in comments and strings only, as the check made sure.
    for (name, kinds, languages) in
        [("solution notebooks", Kinds::Solution, Languages::Fr), ("student notebooks", Kinds::Student, Languages::En)]
    {
        let selection = Selection { names: &[], languages, kinds };
        match notebooks::execute(root, environment, &selection) {
            Ok(command) => report.command(name, command, Reading::LastLine),
            Err(error) => report.fail(name, &error),
        }
    }
    let nbgrader = report.step("an environment for nbgrader", || {
        let prefix = toolchain::target_dir(root).join("nbgrader");
        let environment = Environment::prepare(root, Some(&prefix))?;
        environment.require(root, NBGRADER_REQUIREMENTS)?;
        Ok((Counts::ONE_PASSED, Some(environment.python)))
    });
    for (name, file) in [
        ("built notebooks", "test_built_notebooks.py"),
        ("judge of notebook runs", "test_run_notebooks.py"),
        ("fetching MNIST", "test_fetch_mnist.py"),
        ("Jupyter's protocol", "test_protocol.py"),
        ("interrupts and deaths", "test_faults.py"),
        ("live figures", "test_live.py"),
        ("faults in the kernel", "test_kernel.py"),
        ("what Tab offers", "test_completion.py"),
        ("compiled cells", "test_cells.py"),
        ("compiled cells for students", "test_students.py"),
        ("JupyterLab in a browser", "test_lab.py"),
        ("exported notebooks", "test_export.py"),
        ("nbgrader", "test_nbgrader.py"),
    ] {
        let mut command = environment.command(root);
        command
            .args(["-m", "pytest", "-p", "no:cacheprovider", "-v", "-rs"])
            .arg(Path::new("crates/xtask/python/tests").join(file))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("NEUROCOMP_XTASK", std::env::current_exe().unwrap_or_default());
        if let Some(python) = &nbgrader {
            command.env("NBGRADER_PYTHON", python);
        }
        report.command(name, command, Reading::LastLine);
    }
}

/// Where a program's counts are.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    /// It prints none: the step is one test.
    ExitCode,
    /// Cargo: in each "test result:" line.
    EveryLine,
    /// In the last line that has counts.
    LastLine,
}

/// The step that others need: it is never left out.
const SETUP: &str = "setup";

struct Report {
    only: Vec<String>,
    steps: Vec<(String, Counts)>,
}

impl Report {
    /// Runs a program, shows what it prints, and counts.
    fn command(&mut self, name: &str, command: Command, reading: Reading) {
        self.step(name, || Ok((counted(command, reading)?, None::<()>)));
    }

    /// Runs one step under its heading. An error counts as one failure.
    fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<(Counts, Option<T>)>) -> Option<T> {
        if !self.wants(name) {
            return None;
        }
        println!("\n── {name}");
        let started = Instant::now();
        match work() {
            Ok((counts, value)) => {
                println!("── {name}: {counts} ({})", progress::duration(started.elapsed()));
                self.steps.push((name.to_string(), counts));
                value
            }
            Err(error) => {
                self.fail(name, &error);
                None
            }
        }
    }

    fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || name == SETUP || self.only.iter().any(|word| name.contains(word))
    }

    fn fail(&mut self, name: &str, error: &anyhow::Error) {
        println!("── {name}: failed: {error:#}");
        let failed = Counts { failed: 1, ..Counts::default() };
        self.steps.push((name.to_string(), failed));
    }

    fn skip(&mut self, name: &str, why: &str) {
        println!("\n── {name}: skipped, because {why}");
        let skipped = Counts { skipped: 1, ..Counts::default() };
        self.steps.push((name.to_string(), skipped));
    }

    /// Prints the table and, as the very last line, the sum.
    fn close(&self) -> Counts {
        println!("\n── all steps");
        let mut total = Counts::default();
        for (name, counts) in &self.steps {
            println!("{name:36} {counts}");
            total += *counts;
        }
        println!("{total}");
        let _ = std::io::stdout().flush();
        total
    }
}

/// Runs a program with its output passed on, and reads its counts. A program that fails without counting a failure
/// counts as one.
fn counted(mut command: Command, reading: Reading) -> Result<Counts> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting {}", command.get_program().to_string_lossy()))?;
    let mut counts = Counts::default();
    let output = child.stdout.take().context("the output is piped")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        match (reading, Counts::parse(&line)) {
            (Reading::EveryLine, Some(found)) if line.starts_with("test result:") => counts += found,
            (Reading::LastLine, Some(found)) => counts = found,
            _ => {}
        }
    }
    let success = child.wait()?.success();
    if reading == Reading::ExitCode && success {
        counts.passed = 1;
    }
    if !success && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn of(script: &str, reading: Reading) -> String {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        counted(command, reading).unwrap().to_string()
    }

    #[test]
    fn cargo_s_lines_are_summed_and_pytest_s_last_one_counts() {
        let cargo = "echo 'test result: ok. 2 passed; 0 failed'; echo 'test result: ok. 3 passed; 0 failed; 1 ignored'";
        assert_eq!(of(cargo, Reading::EveryLine), "5 passed, 0 failed, 1 skipped");
        let pytest = "echo '9 passed so far'; echo '=== 4 passed, 2 skipped in 1.2s ==='";
        assert_eq!(of(pytest, Reading::LastLine), "4 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn only_the_steps_that_were_asked_for_run_and_an_error_counts() {
        let mut report = Report { only: vec!["clippy".into()], steps: Vec::new() };
        for name in ["clippy of x", "tests of x"] {
            report.step(name, || -> Result<(Counts, Option<()>)> { anyhow::bail!("broken") });
        }
        assert_eq!(report.close().failed, 1);
        assert!(report.wants(SETUP));
    }

    #[test]
    fn a_program_that_only_fails_counts_as_one_failure() {
        assert_eq!(of("exit 2", Reading::LastLine), "0 passed, 1 failed, 0 skipped");
        assert_eq!(of("exit 1", Reading::ExitCode), "0 passed, 1 failed, 0 skipped");
        assert_eq!(of("exit 0", Reading::ExitCode), "1 passed, 0 failed, 0 skipped");
        let counted = "echo 'test result: FAILED. 1 passed; 2 failed'; exit 101";
        assert_eq!(of(counted, Reading::EveryLine), "1 passed, 2 failed, 0 skipped");
    }
}
