//! Hears what the supervisor of the cells reports, and shows it in the same order.

use super::iopub::IoPub;
use super::live::{self, LiveFigures};
use super::stdin::Asker;
use crate::wire::{Display, Report, Stream, Wire};
use jupyter_protocol::{DisplayData, StreamContent, Transient, UpdateDisplayData};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};

/// Listens, in a thread of its own. What the running cell's request waits for goes to `heard`.
pub fn start(mut wire: Wire, iopub: IoPub, asker: Asker, figures: Arc<Mutex<LiveFigures>>, heard: Sender<Report>) {
    let runtime = tokio::runtime::Handle::current();
    std::thread::spawn(move || {
        // It ends with the kernel.
        while let Ok(report) = wire.receive() {
            match report {
                Report::Text { stream, text } => {
                    let content = match stream {
                        Stream::Output => StreamContent::stdout(&text),
                        Stream::Error => StreamContent::stderr(&text),
                    };
                    runtime.block_on(iopub.send_below_the_cell(content));
                }
                Report::Display(display) => {
                    runtime.block_on(show(&iopub, display));
                }
                Report::Input { prompt, is_password } => {
                    runtime.block_on(asker.ask(&iopub, prompt, is_password));
                }
                Report::Live(shown) => {
                    runtime.block_on(live::show(&iopub, &figures, shown));
                }
                report @ (Report::Stopped { .. }
                | Report::Ended { .. }
                | Report::Undone { .. }
                | Report::Drawing
                | Report::Drawn { .. }) => drop(heard.send(report)),
                Report::Drained => {
                    asker.forget();
                    drop(heard.send(Report::Drained));
                }
            }
        }
    });
}

/// Shows something below the running cell, or redraws what was shown.
pub async fn show(iopub: &IoPub, display: Display) {
    let data = super::display::media(display.data);
    let id = display.id;
    if display.update {
        iopub.send_below_the_cell(UpdateDisplayData::new(data, &id)).await;
    } else {
        let transient = Some(Transient { display_id: Some(id) });
        iopub.send_below_the_cell(DisplayData { data, transient, ..DisplayData::default() }).await;
    }
}
