//! The thread in which evcxr lives.

use crate::cell::variables;
use crate::descriptors;
use crate::session::tool;
use crate::supervisor::obituary;
use crate::wire::{DESCRIPTOR, Order, Report, Wire};
use anyhow::{Context, Result, anyhow};
use evcxr::{CommandContext, EvalContext, EvalContextOutputs, EvalOutputs};
use std::ffi::CString;
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;

/// Something to be done with evcxr.
type Work = Box<dyn FnOnce(&mut CommandContext) + Send>;

/// How a cell went.
pub struct Evaluated {
    /// What evcxr says.
    pub result: Result<EvalOutputs, evcxr::Error>,
    /// A panic, or an error that left the cell.
    pub stopped: Option<Report>,
    /// What is said about the end of the cells' process, where its copy goes on.
    pub undone: Option<String>,
    /// What is said about the end of the cells' process.
    pub ended: Option<String>,
    /// Somebody interrupted it.
    pub is_interrupted: bool,
    /// Where it did not compile: the functions and types that there are.
    pub defined: Vec<String>,
}

/// What became of a live figure.
#[derive(Debug, PartialEq)]
pub enum Drawn {
    /// It was drawn.
    Anew,
    /// The process of the cells does not know it (any more).
    Asleep,
    /// That process has ended, as this sentence says, and goes on as it was before.
    Undone(String),
    /// That process has ended, as this sentence says.
    Ended(String),
}

/// How long the supervisor has to say that it heard of a live figure.
const HEARS_OF_IT: Duration = Duration::from_secs(2);

/// Hands work to the thread.
pub struct Evaluator {
    work: Sender<Work>,
    state: Arc<State>,
    hears: Arc<Mutex<Receiver<Report>>>,
}

/// What was reported of the end of a cell.
#[derive(Default)]
struct Ending {
    stopped: Option<Report>,
    undone: Option<String>,
    ended: Option<String>,
}

struct State {
    session: PathBuf,
    orders: Wire,
    /// The supervisors' end, on which the server says that it has heard everything.
    theirs: Wire,
    is_running: AtomicBool,
    is_interrupted: AtomicBool,
    /// Counts the cells.
    number: AtomicU64,
}

impl Evaluator {
    /// Starts evcxr, and with it the process of the cells.
    pub fn start(session: &Path, orders: Wire, theirs: Wire, hears: Receiver<Report>) -> Result<Evaluator> {
        let (mut context, outputs) = evcxr(session, &theirs)?;
        hand_on(outputs);
        let (work, jobs) = channel::<Work>();
        // Deeply nested code is read by functions that call themselves.
        let thread = std::thread::Builder::new().name("evcxr".to_owned()).stack_size(32 << 20);
        thread.spawn(move || {
            for job in jobs {
                // A fault in evcxr costs the cell.
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| job(&mut context))).ok();
            }
        })?;
        Ok(Evaluator {
            work,
            state: Arc::new(State {
                session: session.to_owned(),
                orders,
                theirs,
                is_running: AtomicBool::new(false),
                is_interrupted: AtomicBool::new(false),
                number: AtomicU64::new(0),
            }),
            hears: Arc::new(Mutex::new(hears)),
        })
    }

    /// Does something with evcxr, after what was asked for before.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut CommandContext) -> T + Send + 'static,
    ) -> Result<T> {
        let (answer, result) = oneshot::channel();
        let job = Box::new(move |context: &mut CommandContext| drop(answer.send(work(context))));
        self.work.send(job).ok().context("evcxr has ended")?;
        result.await.context("evcxr had a fault of its own")
    }

    /// Runs a cell to its end, and waits until everything that it showed has been handed on.
    pub async fn run(&self, code: String) -> Result<Evaluated> {
        let (state, hears) = (Arc::clone(&self.state), Arc::clone(&self.hears));
        let evaluated = self
            .with(move |context| {
                state.is_interrupted.store(false, Ordering::SeqCst);
                state.number.fetch_add(1, Ordering::SeqCst);
                state.is_running.store(true, Ordering::SeqCst);
                let result = context.execute(&code);
                state.is_running.store(false, Ordering::SeqCst);
                let Ending { stopped, undone, mut ended } = state.drained(&hears);
                if let (Err(evcxr::Error::SubprocessTerminated(_)), None) = (&result, &ended) {
                    // The supervisor itself was killed.
                    variables::note_lost(&state.session);
                    ended = Some(obituary::of_a_killed_process());
                }
                let is_interrupted = state.is_interrupted.load(Ordering::SeqCst);
                let defined = match &result {
                    Err(evcxr::Error::CompilationErrors(_)) => {
                        context.defined_item_names().map(str::to_owned).collect()
                    }
                    _ => Vec::new(),
                };
                Evaluated { result, stopped, undone, ended, is_interrupted, defined }
            })
            .await;
        self.state.is_running.store(false, Ordering::SeqCst);
        evaluated
    }

    /// Has a live figure redrawn, while no cell runs, and waits until it is.
    pub async fn draw(&self, number: u64, values: Vec<f64>) -> Result<Drawn> {
        let (state, hears) = (Arc::clone(&self.state), Arc::clone(&self.hears));
        self.with(move |context| {
            state.is_interrupted.store(false, Ordering::SeqCst);
            state.number.fetch_add(1, Ordering::SeqCst);
            state.is_running.store(true, Ordering::SeqCst);
            let drawn = state.draw(&hears, number, values);
            state.is_running.store(false, Ordering::SeqCst);
            if let Drawn::Ended(_) = drawn {
                // evcxr notices it with the next cell, which would fail: let it be this one.
                drop(context.execute("let _ = ();"));
                state.drained(&hears);
            }
            drawn
        })
        .await
    }

    /// The number of the cell that runs.
    pub fn running(&self) -> Option<u64> {
        let is_running = self.state.is_running.load(Ordering::SeqCst);
        is_running.then(|| self.state.number.load(Ordering::SeqCst))
    }

    /// Ends the cell of this number, or the compiler, or the command, unless it has ended.
    pub fn interrupt(&self, number: u64) {
        let state = &self.state;
        let started = Instant::now();
        // Between its compilation and its run there is a moment in which nothing can be ended.
        while self.running() == Some(number) && started.elapsed() < Duration::from_secs(10) {
            state.is_interrupted.store(true, Ordering::SeqCst);
            if !tool::end(&state.session) {
                state.orders.send(&Order::Interrupt).ok();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends all processes.
    pub fn end(&self) {
        tool::end(&self.state.session);
        self.state.orders.send(&Order::End).ok();
    }
}

impl State {
    /// The supervisor has ended where it does not answer, and a new one is there with the next cell.
    fn draw(&self, hears: &Mutex<Receiver<Report>>, number: u64, values: Vec<f64>) -> Drawn {
        let killed = || Drawn::Ended(obituary::of_a_killed_process());
        let Ok(hears) = hears.lock() else {
            return killed();
        };
        let ending = hears.try_iter().find_map(|report| match report {
            Report::Ended { sentence } => Some(sentence),
            _ => None,
        });
        if let Some(sentence) = ending {
            return Drawn::Ended(sentence);
        }
        if self.orders.send(&Order::Draw { number, values }).is_err() {
            return killed();
        }
        let mut is_heard = false;
        loop {
            let report = if is_heard { hears.recv().ok() } else { hears.recv_timeout(HEARS_OF_IT).ok() };
            match report {
                Some(Report::Drawing) => is_heard = true,
                Some(Report::Drawn { is_there: true }) => return Drawn::Anew,
                Some(Report::Drawn { is_there: false }) => return Drawn::Asleep,
                Some(Report::Undone { sentence }) => return Drawn::Undone(sentence),
                Some(Report::Ended { sentence }) => return Drawn::Ended(sentence),
                None => return killed(),
                Some(_) => {}
            }
        }
    }

    /// Waits until all reports about the cell have been dealt with, and gives those that say how it ended.
    fn drained(&self, hears: &Mutex<Receiver<Report>>) -> Ending {
        let mut ending = Ending::default();
        if self.theirs.send_afresh(&Report::Drained).is_ok()
            && let Ok(hears) = hears.lock()
        {
            for report in hears.iter() {
                match report {
                    Report::Undone { sentence } => ending.undone = Some(sentence),
                    Report::Ended { sentence } => ending.ended = Some(sentence),
                    Report::Drained => break,
                    Report::Drawing | Report::Drawn { .. } => {}
                    report => ending.stopped = Some(report),
                }
            }
        }
        ending
    }
}

/// evcxr reads a file of settings in the current folder, where there is one: such a file beside a notebook is meant for
/// another kernel.
fn evcxr(session: &Path, theirs: &Wire) -> Result<(CommandContext, EvalContextOutputs)> {
    let notebook = std::env::current_dir().ok();
    std::env::set_current_dir(session)?;
    let started = EvalContext::with_subprocess_command(supervisor(theirs, notebook.as_deref())?);
    if let Some(notebook) = notebook {
        std::env::set_current_dir(notebook).ok();
    }
    let (context, outputs) = started.map_err(|error| anyhow!("evcxr does not start: {error}"))?;
    Ok((CommandContext::with_eval_context(context), outputs))
}

/// This program, to be started by evcxr in the notebook's folder, with its end of the wire.
fn supervisor(theirs: &Wire, notebook: Option<&Path>) -> Result<Command> {
    let notebook = notebook.map(|folder| CString::new(folder.as_os_str().as_bytes())).transpose()?;
    let mut command = Command::new(std::env::current_exe()?);
    descriptors::hand_over(&mut command, DESCRIPTOR, [theirs.socket().as_raw_fd()]);
    // SAFETY: between fork and exec one system call is made.
    unsafe {
        command.pre_exec(move || {
            if let Some(notebook) = &notebook {
                rustix::process::chdir(notebook).ok(); // it may be gone meanwhile
            }
            Ok(())
        });
    }
    Ok(command)
}

/// What the supervisor itself complains of, for the log of Jupyter's server.
fn hand_on(outputs: EvalContextOutputs) {
    for lines in [outputs.stdout, outputs.stderr] {
        std::thread::spawn(move || {
            for line in lines {
                eprintln!("{line}");
            }
        });
    }
}
