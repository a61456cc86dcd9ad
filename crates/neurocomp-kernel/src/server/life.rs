//! When the kernel is to end without being asked on its sockets: by a signal, or when Jupyter's server is gone.

use super::Server;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// How often the server's process is looked for.
const PAUSE: Duration = Duration::from_secs(1);

/// Watches, in tasks of its own.
pub fn watch(server: Arc<Server>) {
    for kind in [SignalKind::terminate(), SignalKind::hangup()] {
        let server = Arc::clone(&server);
        tokio::spawn(async move {
            if let Ok(mut received) = signal(kind) {
                received.recv().await;
                server.end.notify_one();
            }
        });
    }
    let interrupted = Arc::clone(&server);
    tokio::spawn(async move {
        if let Ok(mut received) = signal(SignalKind::interrupt()) {
            while received.recv().await.is_some() {
                interrupted.interrupt(interrupted.evaluator.running()).await;
            }
        }
    });
    // Jupyter's server names itself to the kernels that it starts as its children.
    if std::env::var_os("JPY_PARENT_PID").is_some() {
        tokio::spawn(async move {
            let parent = std::os::unix::process::parent_id();
            while std::os::unix::process::parent_id() == parent {
                tokio::time::sleep(PAUSE).await;
            }
            server.end.notify_one();
        });
    }
}
