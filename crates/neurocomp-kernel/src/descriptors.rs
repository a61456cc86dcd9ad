//! Descriptors that a process hands to one that it starts: an environment variable tells their numbers.

use anyhow::{Context, Result};
use std::os::fd::{BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Lets the process that `command` starts have these, which must stay open until then.
pub fn hand_over<const N: usize>(command: &mut Command, variable: &str, descriptors: [RawFd; N]) {
    let numbers: Vec<String> = descriptors.iter().map(RawFd::to_string).collect();
    command.env(variable, numbers.join(","));
    // SAFETY: between fork and exec only system calls are made; nothing is allocated and no lock is taken.
    unsafe {
        command.pre_exec(move || {
            for descriptor in descriptors {
                let descriptor = BorrowedFd::borrow_raw(descriptor);
                rustix::io::fcntl_setfd(descriptor, rustix::io::FdFlags::empty())?;
            }
            Ok(())
        });
    }
}

/// What this process was handed, which those that it starts do not get.
pub fn take<const N: usize>(variable: &str) -> Result<[OwnedFd; N]> {
    let text = std::env::var(variable).with_context(|| format!("this process was given no {variable}"))?;
    let numbers: Vec<RawFd> = text.split(',').filter_map(|number| number.parse().ok()).collect();
    let numbers: [RawFd; N] =
        numbers.try_into().ok().with_context(|| format!("{variable} is {text:?}, not {N} descriptors"))?;
    // SAFETY: they were opened for this process, and nothing else here knows their numbers.
    let descriptors = numbers.map(|number| unsafe { OwnedFd::from_raw_fd(number) });
    for descriptor in &descriptors {
        rustix::io::fcntl_setfd(descriptor, rustix::io::FdFlags::CLOEXEC)?;
    }
    Ok(descriptors)
}
