//! Waits for whatever comes first.

use anyhow::Result;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::io;
use std::os::fd::BorrowedFd;
use std::time::Duration;

/// What the supervisor waits for, in the order in which it looks at it: what a cell printed comes before the word that
/// the cell is done or asks.
#[derive(Clone, Copy)]
pub enum Source {
    /// What the stand-ins say.
    Notices,
    /// Standard error of the cells.
    Errors,
    /// Standard output of the cells.
    Output,
    /// The word that a cell is done.
    Done,
    /// The end of the process of the cells.
    Death,
    /// A cell that reads its standard input.
    Question,
    /// The server.
    Order,
    /// evcxr, with the next cell.
    Evcxr,
}

impl Source {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// All of them.
    pub const ALL: [Source; Source::COUNT] = [
        Source::Notices,
        Source::Errors,
        Source::Output,
        Source::Done,
        Source::Death,
        Source::Question,
        Source::Order,
        Source::Evcxr,
    ];
}

/// One mark for each source, in their order.
pub type Sources = [bool; Source::COUNT];

/// What came.
pub struct Ready {
    /// What can be read, or has been closed.
    pub sources: Sources,
    /// evcxr has stopped reading.
    pub evcxr_is_gone: bool,
}

/// Waits until something can be read, or the time is over. What is not open is left alone: a stream that a cell has closed would be ready
/// for ever.
pub fn wait(descriptors: [BorrowedFd<'_>; Source::COUNT], open: &Sources, timeout: Option<Duration>) -> Result<Ready> {
    let to_evcxr = io::stdout();
    let mut polled: Vec<PollFd<'_>> = Vec::new();
    for (descriptor, is_open) in descriptors.into_iter().zip(open) {
        let wanted = if *is_open { PollFlags::IN } else { PollFlags::empty() };
        polled.push(PollFd::from_borrowed_fd(descriptor, wanted));
    }
    polled.push(PollFd::new(&to_evcxr, PollFlags::empty()));
    let timeout =
        timeout.map(|time| Timespec { tv_sec: time.as_secs().cast_signed(), tv_nsec: time.subsec_nanos().into() });
    match poll(&mut polled, timeout.as_ref()) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let gone = PollFlags::ERR | PollFlags::HUP;
    let evcxr_is_gone = polled.pop().is_some_and(|own| own.revents().intersects(gone));
    let mut sources = [false; Source::COUNT];
    for ((ready, polled), is_open) in sources.iter_mut().zip(&polled).zip(open) {
        *ready = *is_open && polled.revents().intersects(PollFlags::IN | gone);
    }
    Ok(Ready { sources, evcxr_is_gone })
}
