//! Channels between the notebook and something in the kernel.

use super::Server;
use jupyter_protocol::{CommClose, CommId, CommInfoReply, JupyterMessage};

impl Server {
    /// There are none yet.
    pub fn comm_info(&self) -> CommInfoReply {
        CommInfoReply::default()
    }

    /// Nothing in the kernel has this name: the channel is closed again, as the protocol asks for.
    pub async fn close_comm(&self, id: &CommId, request: &JupyterMessage) {
        let closed = CommClose {
            comm_id: id.clone(),
            data: serde_json::Map::new(),
        };
        self.iopub.send(closed, request).await;
    }
}
