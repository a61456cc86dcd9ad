//! One binary in several roles (DESIGN.md tells why):
//!
//! 1. `neurocomp-kernel --control_file FILE` is what Jupyter starts. It makes a private directory for the session
//!    and starts itself again in it ([`session`]).
//! 2. That second start is the kernel: Jupyter's protocol ([`server`]), and evcxr, which evaluates the cells.
//! 3. Called as `cargo`, `rustup` or `sh` by evcxr and rust-analyzer, it answers for them from what was compiled and
//!    recorded at installation ([`stand_in`]).
//! 4. Started by evcxr when somebody completes or asks for documentation, it holds rust-analyzer.
//! 5. Started by evcxr to run cells, it is the [`supervisor`] of the process that really runs them ([`cells`]). What a
//!    student sees goes from there to the server ([`wire`]).
//!
//! During installation it is also cargo's wrapper of rustc ([`wrapper`]).

mod advice;
mod cell;
mod cells;
mod descriptors;
mod language;
mod library;
mod panic_text;
mod relay;
mod server;
mod session;
mod stand_in;
mod supervisor;
mod system;
mod wire;
mod wrapper;

use anyhow::{Context, Result, bail};
use std::env;

/// rust-analyzer allocates much and often.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    if wrapper::is_asked_for() {
        std::process::exit(wrapper::run()?);
    }
    let tool = stand_in::Tool::called_as();
    let is_analyzer = env::var_os("EVCXR_IS_ANALYZER").is_some();
    // The compiler, rust-analyzer and the cells' arrays fill large pages; the kernel and its supervisor would not.
    system::allow_huge_pages(tool.is_some() || is_analyzer || cells::is_asked_for());
    if let Some(tool) = tool {
        std::process::exit(tool.run());
    }
    if is_analyzer {
        evcxr::runtime_hook(); // does not return: evcxr finds that it is to complete and to document
    }
    if supervisor::is_asked_for() {
        std::process::exit(supervisor::run()?);
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("--control_file") => {
            let control_file =
                arguments.get(1).context("--control_file needs the path of Jupyter's connection file")?;
            session::run(control_file)
        }
        Some("--version") => {
            println!("neurocomp-kernel {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        _ => bail!(
            "this program is started by Jupyter; to install it, run `cargo xtask setup` in the neurocomp checkout"
        ),
    }
}
