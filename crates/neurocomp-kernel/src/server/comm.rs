//! Channels between the controls in the notebook and the kernel.

use super::Server;
use super::live::LiveFigures;
use jupyter_protocol::{CommClose, CommId, CommInfo, CommInfoReply, CommMsg, JupyterMessage, JupyterMessageContent};
use serde_json::{Map, Value, json};
use std::collections::VecDeque;
use std::sync::PoisonError;

/// The name by which Jupyter's widgets find each other.
pub const WIDGET: &str = "jupyter.widget";

impl Server {
    /// All channels, for a page that was reloaded.
    pub fn comm_info(&self) -> CommInfoReply {
        let info = || CommInfo { target_name: WIDGET.to_owned() };
        let all = self.live(|figures| figures.comms());
        CommInfoReply { comms: all.into_iter().map(|id| (id, info())).collect(), ..CommInfoReply::default() }
    }

    /// Nothing in the kernel has this name: the channel is closed again, as the protocol asks for.
    pub async fn close_comm(&self, id: &CommId, request: &JupyterMessage) {
        let closed = CommClose { comm_id: id.clone(), data: Map::new() };
        self.iopub.send(closed, request).await;
    }

    /// The notebook no longer needs it.
    pub fn comm_closed(&self, id: &CommId) {
        self.live(|figures| figures.forget(id));
    }

    /// A control was moved, or a page that was reloaded asks what there is. `later` is what has come since: of the
    /// positions of one figure only the last one is drawn.
    pub async fn comm_message(&self, message: &CommMsg, request: &JupyterMessage, later: &VecDeque<JupyterMessage>) {
        let id = &message.comm_id;
        match message.data.get("method").and_then(Value::as_str) {
            Some("request_state") => {
                if let Some(state) = self.live(|figures| figures.state(id)) {
                    let reply = update(id.clone(), state.into());
                    self.iopub.send(reply, request).await;
                }
            }
            Some("update") => {
                let Some(moved) = self.live(|figures| figures.move_control(id, message)) else {
                    return;
                };
                let moves_it_again = |later: &JupyterMessage| match &later.content {
                    JupyterMessageContent::CommMsg(later) => {
                        self.live(|figures| figures.number_of(&later.comm_id)) == Some(moved.number)
                            && later.data.get("method").is_some_and(|method| method == "update")
                    }
                    _ => false,
                };
                if !later.iter().any(moves_it_again) {
                    self.draw(moved, request).await;
                }
            }
            _ => {}
        }
    }

    /// Does something with the live figures.
    pub fn live<T>(&self, work: impl FnOnce(&mut LiveFigures) -> T) -> T {
        work(&mut self.live.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The message that tells what has changed of a widget.
pub fn update(comm_id: CommId, state: Value) -> CommMsg {
    let data = [("method", json!("update")), ("state", state), ("buffer_paths", json!([]))];
    CommMsg { comm_id, data: data.map(|(key, value)| (key.to_owned(), value)).into_iter().collect() }
}
