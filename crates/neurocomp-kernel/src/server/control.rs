//! Requests that do not wait for the running cell.

use super::{Server, connection};
use jupyter_protocol::{
    DebugReply, InterruptReply, JupyterMessage, JupyterMessageContent, ReplyStatus, ShutdownReply, UnknownMessage,
};
use jupyter_zmq_client::{KernelControlConnection, RouterSendConnection};
use serde_json::json;
use std::sync::Arc;

/// Serves the socket, in tasks of its own. An interrupt means the cell that runs when it comes, not one that begins while other
/// interrupts are being dealt with.
pub fn serve(server: Arc<Server>, socket: KernelControlConnection) {
    let (mut replies, requests) = socket.split();
    let reading = Arc::clone(&server);
    let mut waiting = connection::receive(requests, move |request| (request, reading.evaluator.running()));
    tokio::spawn(async move {
        while let Some((request, running)) = waiting.recv().await {
            answer(&server, &request, running, &mut replies).await;
        }
    });
}

async fn answer(
    server: &Arc<Server>,
    request: &JupyterMessage,
    running: Option<u64>,
    replies: &mut RouterSendConnection,
) {
    server
        .iopub
        .while_busy(request, async {
            let reply: JupyterMessageContent = match &request.content {
                JupyterMessageContent::KernelInfoRequest(_) => server.kernel_info().into(),
                JupyterMessageContent::InterruptRequest(_) => {
                    server.interrupt(running).await;
                    InterruptReply::new().into()
                }
                JupyterMessageContent::ShutdownRequest(request) => {
                    ShutdownReply { restart: request.restart, status: ReplyStatus::Ok, error: None }.into()
                }
                JupyterMessageContent::DebugRequest(debug) => {
                    DebugReply { content: unsupported(&debug.content) }.into()
                }
                JupyterMessageContent::UnknownMessage(unknown) => refused(unknown),
                _ => return,
            };
            connection::reply(replies, request, reply).await;
        })
        .await;
    if matches!(request.content, JupyterMessageContent::ShutdownRequest(_)) {
        server.end.notify_one();
    }
}

impl Server {
    /// ■, for the cell of this number.
    pub async fn interrupt(self: &Arc<Server>, running: Option<u64>) {
        let Some(number) = running else { return };
        let server = Arc::clone(self);
        tokio::task::spawn_blocking(move || server.evaluator.interrupt(number)).await.ok();
    }
}

/// As the protocol of debuggers asks for, in which a request has a number and a command.
fn unsupported(request: &serde_json::Value) -> serde_json::Value {
    json!({
        "type": "response",
        "success": false,
        "command": request["command"],
        "request_seq": request["seq"],
        "seq": 0,
        "message": "this kernel has no debugger",
        "body": {},
    })
}

/// A request of a kind that this kernel does not know.
pub fn refused(request: &UnknownMessage) -> JupyterMessageContent {
    request.reply(json!({
        "status": "error",
        "ename": "UnknownRequest",
        "evalue": format!("this kernel does not know {}", request.msg_type),
        "traceback": [],
    }))
}
