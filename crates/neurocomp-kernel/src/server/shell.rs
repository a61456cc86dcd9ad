//! Requests that are answered one after another.

use super::execute::Queue;
use super::{Server, connection};
use crate::cell::{self, Completeness};
use jupyter_protocol::{
    CompleteReply, InspectReply, IsCompleteReply, JupyterMessage, JupyterMessageContent, ReplyError, ReplyStatus,
};
use jupyter_zmq_client::{KernelShellConnection, RouterSendConnection};
use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;

/// How long a request may be on its way: Run All sends all of them at once.
const ON_ITS_WAY: Duration = Duration::from_millis(5);

/// Serves the socket, in tasks of its own.
pub fn serve(server: Arc<Server>, socket: KernelShellConnection) {
    let (replies, requests) = socket.split();
    let waiting = connection::receive(requests, |request| request);
    tokio::spawn(Shell { server, replies, waiting, read: VecDeque::new() }.serve());
}

struct Shell {
    server: Arc<Server>,
    replies: RouterSendConnection,
    waiting: UnboundedReceiver<JupyterMessage>,
    /// What was taken from there to see what comes.
    read: VecDeque<JupyterMessage>,
}

impl Shell {
    async fn serve(mut self) {
        while let Some(request) = self.next().await {
            for waiting in self.answer(&request).await {
                self.abort(&waiting).await;
            }
        }
    }

    async fn next(&mut self) -> Option<JupyterMessage> {
        match self.read.pop_front() {
            Some(request) => Some(request),
            None => self.waiting.recv().await,
        }
    }

    /// What has come since.
    fn look_ahead(&mut self) -> &VecDeque<JupyterMessage> {
        let come = std::iter::from_fn(|| self.waiting.try_recv().ok());
        self.read.extend(come);
        &self.read
    }

    /// What was sent before now.
    async fn all_that_wait(&mut self) -> Vec<JupyterMessage> {
        tokio::time::sleep(ON_ITS_WAY).await;
        self.look_ahead();
        self.read.drain(..).collect()
    }

    /// A cell that was sent before the failure of an earlier one is not run; other requests are answered.
    async fn abort(&mut self, request: &JupyterMessage) {
        if !matches!(request.content, JupyterMessageContent::ExecuteRequest(_)) {
            self.answer(request).await;
            return;
        }
        let reply = connection::reply(&mut self.replies, request, self.server.aborted());
        self.server.iopub.while_busy(request, reply).await;
    }

    /// Answers a request, and gives those that are to be aborted because it failed. These were sent before the answer: who has
    /// read it means the next one.
    async fn answer(&mut self, request: &JupyterMessage) -> Vec<JupyterMessage> {
        let server = Arc::clone(&self.server);
        let mut aborted = Vec::new();
        let answer = async {
            let reply: JupyterMessageContent = match &request.content {
                JupyterMessageContent::ExecuteRequest(cell) => {
                    let (reply, queue) = server.execute(cell, request).await;
                    if queue == Queue::Aborted {
                        aborted = self.all_that_wait().await;
                    }
                    reply.into()
                }
                JupyterMessageContent::KernelInfoRequest(_) => server.kernel_info().into(),
                JupyterMessageContent::CompleteRequest(at) => server.complete(&at.code, at.cursor_pos).await.into(),
                JupyterMessageContent::InspectRequest(at) => server.inspect(&at.code, at.cursor_pos).await.into(),
                JupyterMessageContent::IsCompleteRequest(typed) => completeness(&typed.code).into(),
                JupyterMessageContent::HistoryRequest(which) => server.history(|history| history.answer(which)).into(),
                JupyterMessageContent::CommInfoRequest(_) => server.comm_info().into(),
                JupyterMessageContent::CommOpen(opened) => {
                    return server.close_comm(&opened.comm_id, request).await;
                }
                JupyterMessageContent::CommMsg(message) => {
                    let later = self.look_ahead();
                    return server.comm_message(message, request, later).await;
                }
                JupyterMessageContent::CommClose(closed) => {
                    return server.comm_closed(&closed.comm_id);
                }
                JupyterMessageContent::UnknownMessage(unknown) if unknown.msg_type.ends_with("_request") => {
                    super::control::refused(unknown)
                }
                _ => return,
            };
            connection::reply(&mut self.replies, request, reply).await;
        };
        server.iopub.while_busy(request, answer).await;
        aborted
    }
}

fn completeness(code: &str) -> IsCompleteReply {
    match cell::completeness(code) {
        Completeness::Complete => IsCompleteReply::complete(),
        Completeness::Incomplete { indent } => IsCompleteReply::incomplete(indent),
        Completeness::Invalid => IsCompleteReply::invalid(),
    }
}

impl Server {
    /// Tab. Positions are counted in characters.
    async fn complete(&self, code: &str, position: usize) -> CompleteReply {
        let (code, byte) = (code.to_owned(), byte_of(code, position));
        let found = self
            .evaluator
            .with(move |evcxr| {
                let found = evcxr.completions(&code, byte)?;
                let character = |byte: usize| code.get(..byte).map_or(0, |before| before.chars().count());
                anyhow::Ok(complete_reply(&found, character(found.start_offset), character(found.end_offset)))
            })
            .await;
        match found.and_then(|found| found) {
            Ok(reply) => reply,
            Err(error) => CompleteReply {
                status: ReplyStatus::Error,
                cursor_start: position,
                cursor_end: position,
                error: Some(Box::new(ReplyError {
                    ename: "Completion".to_owned(),
                    evalue: error.to_string(),
                    traceback: Vec::new(),
                })),
                ..CompleteReply::default()
            },
        }
    }

    /// Shift-Tab.
    async fn inspect(&self, code: &str, position: usize) -> InspectReply {
        const NOTHING: &str = "No documentation found";
        let (code, byte) = (code.to_owned(), byte_of(code, position));
        let found = self.evaluator.with(move |evcxr| evcxr.hover_at(&code, byte)).await;
        match found.and_then(|found| found) {
            Ok((plain, html)) if plain != NOTHING => InspectReply {
                found: true,
                data: super::display::media([
                    ("text/plain".to_owned(), plain.into()),
                    ("text/html".to_owned(), html.into()),
                ]),
                ..InspectReply::default()
            },
            _ => InspectReply::default(),
        }
    }
}

fn complete_reply(found: &evcxr::Completions, start: usize, end: usize) -> CompleteReply {
    let mut seen = HashSet::new();
    let different: Vec<_> = found.completions.iter().filter(|one| seen.insert(&one.code)).collect();
    let kinds: Vec<_> = different
        .iter()
        .map(|one| serde_json::json!({"text": one.label, "type": one.kind, "start": start, "end": end}))
        .collect();
    let metadata = [("_jupyter_types_experimental".to_owned(), kinds.into())];
    CompleteReply {
        matches: different.iter().map(|one| one.code.clone()).collect(),
        cursor_start: start,
        cursor_end: end,
        metadata: metadata.into_iter().collect(),
        ..CompleteReply::default()
    }
}

/// Where the character of this number begins.
fn byte_of(code: &str, character: usize) -> usize {
    code.char_indices().nth(character).map_or(code.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_counted_in_characters() {
        let code = "durée𝑥";
        assert_eq!([0, 4, 5, 6, 7].map(|character| byte_of(code, character)), [0, 5, 6, 10, 10]);
    }
}
