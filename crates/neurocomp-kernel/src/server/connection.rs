//! The sockets that Jupyter's connection file names.

use anyhow::Result;
use jupyter_protocol::{ConnectionInfo, Header, JupyterMessage, JupyterMessageContent, UnknownMessage};
use jupyter_zmq_client::{
    KernelControlConnection, KernelHeartbeatConnection, KernelIoPubConnection, KernelShellConnection,
    KernelStdinConnection, RawMessage, RouterRecvConnection, RouterSendConnection, create_kernel_control_connection,
    create_kernel_heartbeat_connection, create_kernel_iopub_connection, create_kernel_shell_connection,
    create_kernel_stdin_connection,
};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use zeromq::SocketRecv;

/// One for each purpose.
pub struct Sockets {
    pub shell: KernelShellConnection,
    pub control: KernelControlConnection,
    pub iopub: KernelIoPubConnection,
    pub stdin: KernelStdinConnection,
    pub heartbeat: KernelHeartbeatConnection,
}

impl Sockets {
    /// Binds all of them.
    pub async fn bind(info: &ConnectionInfo) -> Result<Sockets> {
        let session = uuid::Uuid::new_v4().to_string();
        Ok(Sockets {
            heartbeat: create_kernel_heartbeat_connection(info).await?,
            iopub: create_kernel_iopub_connection(info, &session).await?,
            stdin: create_kernel_stdin_connection(info, &session).await?,
            control: create_kernel_control_connection(info, &session).await?,
            shell: create_kernel_shell_connection(info, &session).await?,
        })
    }
}

/// Reads requests in a task of its own, while others are answered; `note` adds what is to be known of the moment when one came.
pub fn receive<T: Send + 'static>(
    mut requests: RouterRecvConnection,
    note: impl Fn(JupyterMessage) -> T + Send + 'static,
) -> UnboundedReceiver<T> {
    let (received, waiting) = unbounded_channel();
    tokio::spawn(async move {
        loop {
            match read(&mut requests).await {
                Ok(request) => drop(received.send(note(request))),
                // An invalid message or a closed socket does not affect the others.
                Err(error) => {
                    eprintln!("a message that cannot be read: {error}");
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
        }
    });
    waiting
}

/// Answers a request.
pub async fn reply(
    replies: &mut RouterSendConnection,
    request: &JupyterMessage,
    reply: impl Into<JupyterMessageContent>,
) {
    let reply = JupyterMessage::new(reply, Some(request));
    if let Err(error) = replies.send(reply).await {
        eprintln!("cannot reply: {error}");
    }
}

/// Reads a request. One that cannot be understood is kept as it is, so that whoever sent it gets an answer.
async fn read(requests: &mut RouterRecvConnection) -> Result<JupyterMessage> {
    let raw = RawMessage::from_multipart(requests.socket.recv().await?, &requests.mac)?;
    let header: Header = serde_json::from_slice(&raw.jparts[0])?;
    let content: Value = serde_json::from_slice(&raw.jparts[3])?;
    let content = understood(&header.msg_type, content);
    Ok(JupyterMessage {
        zmq_identities: raw.zmq_identities,
        header,
        parent_header: serde_json::from_slice(&raw.jparts[1]).ok(),
        metadata: serde_json::from_slice(&raw.jparts[2])?,
        content,
        buffers: raw.jparts[4..].to_vec(),
        channel: None,
    })
}

fn understood(kind: &str, mut content: Value) -> JupyterMessageContent {
    if kind == "history_request" {
        // The protocol lets these be left out, `jupyter_protocol` does not.
        let everything = i32::MAX;
        for (name, usual) in [
            ("output", json!(false)),
            ("raw", json!(true)),
            ("unique", json!(false)),
            ("n", json!(everything)),
            ("pattern", json!("*")),
            ("start", json!(0)),
            ("stop", json!(0)),
        ] {
            if content[name].is_null() {
                content[name] = usual;
            }
        }
    }
    JupyterMessageContent::from_type_and_content(kind, content.clone())
        .unwrap_or_else(|_| UnknownMessage { msg_type: kind.to_owned(), content }.into())
}

/// Answers those who ask whether the kernel lives.
pub fn beat(mut heartbeat: KernelHeartbeatConnection) {
    tokio::spawn(async move { while heartbeat.single_heartbeat().await.is_ok() {} });
}

#[cfg(test)]
mod tests {
    use super::*;
    use jupyter_protocol::HistoryRequest;

    #[test]
    fn what_may_be_left_out_is_left_out() {
        let search = json!({"hist_access_type": "search", "pattern": "let*", "output": false, "raw": true});
        let JupyterMessageContent::HistoryRequest(search) = understood("history_request", search) else {
            panic!("not understood");
        };
        assert!(matches!(search, HistoryRequest::Search { n: i32::MAX, unique: false, .. }));
    }

    #[test]
    fn what_is_not_understood_is_kept() {
        let nonsense = json!({"code": 3});
        let kept = understood("execute_request", nonsense.clone());
        assert!(matches!(kept, JupyterMessageContent::UnknownMessage(unknown)
            if unknown.msg_type == "execute_request" && unknown.content == nonsense));
    }
}
