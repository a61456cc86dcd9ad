//! The sockets that Jupyter's connection file names.

use anyhow::Result;
use jupyter_protocol::ConnectionInfo;
use jupyter_zmq_client::{
    KernelControlConnection, KernelHeartbeatConnection, KernelIoPubConnection,
    KernelShellConnection, KernelStdinConnection, create_kernel_control_connection,
    create_kernel_heartbeat_connection, create_kernel_iopub_connection,
    create_kernel_shell_connection, create_kernel_stdin_connection,
};

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

/// Answers those who ask whether the kernel lives.
pub fn beat(mut heartbeat: KernelHeartbeatConnection) {
    tokio::spawn(async move { while heartbeat.single_heartbeat().await.is_ok() {} });
}
