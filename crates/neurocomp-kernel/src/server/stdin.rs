//! Asks the student for a line that a cell reads from standard input.

use super::iopub::IoPub;
use crate::language::Text;
use crate::wire::{Order, Wire};
use jupyter_protocol::{InputRequest, JupyterMessage, JupyterMessageContent, StreamContent};
use jupyter_zmq_client::KernelStdinConnection;
use std::sync::{Arc, Mutex as Lock, PoisonError};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

const NOBODY: Text = Text {
    en: "This cell reads a line from standard input, but nobody can be asked here: it reads the end of the input.\n",
    fr: "Cette cellule lit une ligne de l'entrée standard, mais personne ne peut répondre ici : elle lit la fin de l'entrée.\n",
};

const AT_ONCE: Duration = Duration::from_millis(1);

/// The socket, and the question that is open.
pub struct Asker {
    socket: Arc<Mutex<KernelStdinConnection>>,
    answers: Arc<Wire>,
    open: Lock<Option<JoinHandle<()>>>,
}

impl Asker {
    /// On this socket; answers go over the wire.
    pub fn new(socket: KernelStdinConnection, wire: Wire) -> Asker {
        Asker { socket: Arc::new(Mutex::new(socket)), answers: Arc::new(wire), open: Lock::default() }
    }

    /// Asks, and sends the answer when it is there.
    pub async fn ask(&self, iopub: &IoPub, prompt: String, is_password: bool) {
        let cell = iopub.cell();
        let Some(cell) = cell.filter(may_be_asked) else {
            if !prompt.is_empty() {
                iopub.send_below_the_cell(StreamContent::stdout(&format!("{prompt}\n"))).await;
            }
            iopub.note(NOBODY.get()).await;
            self.answers.send(&Order::Answer(None)).ok();
            return;
        };
        let (socket, answers) = (Arc::clone(&self.socket), Arc::clone(&self.answers));
        let question = InputRequest { prompt, password: is_password }.as_child_of(&cell);
        let waiting = tokio::spawn(async move {
            let line = answer(&mut *socket.lock().await, question).await;
            answers.send(&Order::Answer(line)).ok();
        });
        self.keep(Some(waiting));
    }

    /// The cell waits no longer.
    pub fn forget(&self) {
        self.keep(None);
    }

    fn keep(&self, waiting: Option<JoinHandle<()>>) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(earlier) = std::mem::replace(&mut *open, waiting) {
            earlier.abort();
        }
    }
}

fn may_be_asked(cell: &JupyterMessage) -> bool {
    matches!(&cell.content, JupyterMessageContent::ExecuteRequest(request) if request.allow_stdin)
}

/// Only the answer to this question counts: an earlier one may come late.
async fn answer(socket: &mut KernelStdinConnection, question: JupyterMessage) -> Option<String> {
    // An answer that came after its cell had ended is no answer to this question.
    while tokio::time::timeout(AT_ONCE, socket.read()).await.is_ok() {}
    let id = question.header.msg_id.clone();
    socket.send(question).await.ok()?;
    loop {
        let reply = socket.read().await.ok()?;
        let is_late =
            reply.parent_header.is_some_and(|parent| parent.msg_type == "input_request" && parent.msg_id != id);
        if let JupyterMessageContent::InputReply(reply) = reply.content
            && !is_late
        {
            return Some(reply.value);
        }
    }
}
