//! The kernel as Jupyter sees it: five sockets, and what is answered on each.
//!
//! | room | what it does |
//! | --- | --- |
//! | [`connection`] | binds the sockets that Jupyter's file names, reads requests, sends replies |
//! | [`shell`] | takes requests in their order: cells, completion, documentation, history |
//! | [`execute`] | runs one cell and tells how it ended |
//! | [`control`] | interrupts and ends, whatever the shell is doing |
//! | [`iopub`] | publishes what cells show |
//! | [`listener`] | hears what the supervisor of the cells reports |
//! | [`stdin`] | asks the student for a line |
//! | [`display`] | makes values, errors and replies fit for Jupyter |
//! | [`comm`] | the channels between controls in the notebook and the kernel |
//! | [`live`] | the figures that are redrawn when a control is moved |
//! | [`evaluator`] | the thread in which evcxr lives |
//! | [`life`] | notices that the kernel is to end |
//!
//! The protocol: <https://jupyter-client.readthedocs.io/en/stable/messaging.html>.

mod comm;
mod connection;
mod control;
mod display;
mod evaluator;
mod execute;
mod history;
mod iopub;
mod life;
mod listener;
mod live;
mod shell;
mod stale;
mod stdin;

use crate::library::Library;
use crate::wire::Wire;
use anyhow::{Context, Result};
use connection::Sockets;
use evaluator::Evaluator;
use history::History;
use iopub::IoPub;
use jupyter_protocol::{CodeMirrorMode, ConnectionInfo, HelpLink, KernelInfoReply, LanguageInfo, ReplyStatus, Status};
use live::LiveFigures;
use stale::Stale;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use stdin::Asker;
use tokio::sync::Notify;

/// How long the answer to a shutdown has to leave the kernel.
const LAST_WORDS: Duration = Duration::from_millis(50);

/// What the rooms share.
pub struct Server {
    iopub: IoPub,
    evaluator: Evaluator,
    history: Mutex<History>,
    live: Arc<Mutex<LiveFigures>>,
    stale: Mutex<Stale>,
    /// What `rustc --version` counts.
    rust_version: String,
    /// The kernel is to end.
    end: Notify,
}

/// Serves the connection that Jupyter's file describes, until Jupyter or the system ends the kernel.
pub fn run(control_file: &str, library: &Library, session: &Path) -> Result<()> {
    let text = std::fs::read_to_string(control_file).with_context(|| format!("cannot read {control_file}"))?;
    let connection: ConnectionInfo =
        serde_json::from_str(&text).with_context(|| format!("{control_file} describes no connection"))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let served = runtime.block_on(serve(&connection, library, session));
    runtime.shutdown_background();
    served
}

async fn serve(connection: &ConnectionInfo, library: &Library, session: &Path) -> Result<()> {
    let sockets = Sockets::bind(connection).await?;
    let iopub = IoPub::new(sockets.iopub);
    iopub.send_without_parent(Status::starting()).await;
    let (ours, theirs) = Wire::pair()?;
    let asker = Asker::new(sockets.stdin, ours.another()?);
    let (heard, hears) = std::sync::mpsc::channel();
    let evaluator = Evaluator::start(session, ours.another()?, theirs, hears)?;
    let live = Arc::default();
    listener::start(ours, iopub.clone(), asker, Arc::clone(&live), heard);
    let server = Arc::new(Server {
        iopub,
        evaluator,
        history: Mutex::default(),
        live,
        stale: Mutex::default(),
        rust_version: library.rust_version().to_owned(),
        end: Notify::new(),
    });
    connection::beat(sockets.heartbeat);
    shell::serve(Arc::clone(&server), sockets.shell);
    control::serve(Arc::clone(&server), sockets.control);
    life::watch(Arc::clone(&server));
    server.end.notified().await;
    server.evaluator.end();
    // What was sent last is on its way in tasks of the sockets, which nobody can wait for.
    tokio::time::sleep(LAST_WORDS).await;
    Ok(())
}

impl Server {
    fn kernel_info(&self) -> KernelInfoReply {
        let rust = || Some("rust".to_owned());
        let link = |text: &str, url: &str| HelpLink { text: text.to_owned(), url: url.to_owned() };
        KernelInfoReply {
            status: ReplyStatus::Ok,
            protocol_version: "5.4".to_owned(),
            implementation: env!("CARGO_PKG_NAME").to_owned(),
            implementation_version: env!("CARGO_PKG_VERSION").to_owned(),
            language_info: LanguageInfo {
                name: "rust".to_owned(),
                version: self.rust_version.clone(),
                mimetype: Some("text/rust".to_owned()),
                file_extension: Some(".rs".to_owned()),
                pygments_lexer: rust(),
                codemirror_mode: Some(CodeMirrorMode::Simple("rust".to_owned())),
                nbconvert_exporter: Some("script".to_owned()),
            },
            banner: format!(
                "neurocomp {}: Rust {} with the library of the course",
                env!("CARGO_PKG_VERSION"),
                self.rust_version
            ),
            help_links: vec![
                link("Rust's standard library", "https://doc.rust-lang.org/stable/std/"),
                link("The Rust book", "https://doc.rust-lang.org/stable/book/"),
            ],
            debugger: false,
            error: None,
        }
    }
}
