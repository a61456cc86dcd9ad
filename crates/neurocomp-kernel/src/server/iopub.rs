//! What everybody sees who has the notebook open.

use jupyter_protocol::{JupyterMessage, JupyterMessageContent, Status, StreamContent};
use jupyter_zmq_client::KernelIoPubConnection;
use serde_json::json;
use std::sync::{Arc, Mutex as Lock, PoisonError};
use tokio::sync::Mutex;

/// The version of the protocol of Jupyter's widgets.
const WIDGETS: &str = "2.1.0";

/// The socket, and the cell below which things appear.
#[derive(Clone)]
pub struct IoPub {
    socket: Arc<Mutex<KernelIoPubConnection>>,
    cell: Arc<Lock<Option<JupyterMessage>>>,
}

impl IoPub {
    /// On this socket.
    pub fn new(socket: KernelIoPubConnection) -> IoPub {
        IoPub { socket: Arc::new(Mutex::new(socket)), cell: Arc::default() }
    }

    /// Publishes an answer to a request.
    pub async fn send(&self, content: impl Into<JupyterMessageContent>, request: &JupyterMessage) {
        self.publish(JupyterMessage::new(content, Some(request))).await;
    }

    /// Publishes a message about a widget of the notebook below the running cell: it says which version of the widgets' protocol it speaks.
    pub async fn send_to_widget(&self, content: impl Into<JupyterMessageContent>) {
        if let Some(cell) = self.cell() {
            let message = JupyterMessage::new(content, Some(&cell));
            self.publish(message.with_metadata(json!({"version": WIDGETS}))).await;
        }
    }

    /// Publishes something that nobody asked for.
    pub async fn send_without_parent(&self, content: impl Into<JupyterMessageContent>) {
        self.publish(JupyterMessage::new(content, None)).await;
    }

    /// Publishes it below the running cell, or the last one; below none if that one is silent.
    pub async fn send_below_the_cell(&self, content: impl Into<JupyterMessageContent>) {
        if let Some(cell) = self.cell() {
            self.send(content, &cell).await;
        }
    }

    /// The cell below which things appear.
    pub fn cell(&self) -> Option<JupyterMessage> {
        self.cell.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets things appear below this cell.
    pub fn set_cell(&self, cell: Option<&JupyterMessage>) {
        *self.cell.lock().unwrap_or_else(PoisonError::into_inner) = cell.cloned();
    }

    /// Says that the kernel is working on a request, does it, and says that it is done.
    pub async fn while_busy(&self, request: &JupyterMessage, work: impl Future<Output = ()>) {
        self.send(Status::busy(), request).await;
        work.await;
        self.send(Status::idle(), request).await;
    }

    /// Text on standard error of the running cell.
    pub async fn note(&self, text: &str) {
        self.send_below_the_cell(StreamContent::stderr(text)).await;
    }

    async fn publish(&self, message: JupyterMessage) {
        let topic = message.message_type().as_bytes().to_vec();
        let message = message.with_zmq_identities(vec![topic.into()]);
        // Who does not listen misses it.
        if let Err(error) = self.socket.lock().await.send(message).await {
            eprintln!("cannot publish: {error}");
        }
    }
}
