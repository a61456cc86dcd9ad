//! What each system does in its own way. Elsewhere the kernel is the same on Linux and macOS, but for the cells' standard input
//! ([`crate::cells`]).

use std::ffi::CString;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Makes a named pipe that is this user's alone.
pub fn make_pipe(path: &Path) -> io::Result<()> {
    let name = CString::new(path.as_os_str().as_bytes())?;
    // SAFETY: the name ends with a zero and lives longer than the call.
    match unsafe { libc::mkfifo(name.as_ptr(), 0o600) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

/// Whether this process, and those that it starts, may get memory in pages of 2 MB. Where a little is used in many places, most of such
/// a page is empty; for large arrays they are quicker.
#[cfg(target_os = "linux")]
pub fn allow_huge_pages(is_allowed: bool) {
    let disabled = libc::c_ulong::from(!is_allowed);
    // SAFETY: it changes nothing but how new memory is laid out.
    unsafe { libc::prctl(libc::PR_SET_THP_DISABLE, disabled, 0, 0, 0) };
}

/// macOS decides by itself.
#[cfg(not(target_os = "linux"))]
pub fn allow_huge_pages(_: bool) {}

/// How much memory is free, in bytes: for the machine or, where it is less, for the group that this process is in.
#[cfg(target_os = "linux")]
pub fn free_memory() -> Option<u64> {
    let number = |file: &str| {
        std::fs::read_to_string(file)
            .ok()?
            .trim()
            .parse::<u64>()
            .ok()
    };
    let information = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = information
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let free = line
        .trim()
        .trim_end_matches("kB")
        .trim()
        .parse::<u64>()
        .ok()?
        * 1024;
    let group = "/sys/fs/cgroup/memory";
    let group_limit = number(&format!("{group}.max"))
        .or_else(|| number(&format!("{group}/memory.limit_in_bytes")));
    let group_usage = number(&format!("{group}.current"))
        .or_else(|| number(&format!("{group}/memory.usage_in_bytes")));
    let free_in_group = group_limit.map(|limit| limit.saturating_sub(group_usage.unwrap_or(0)));
    Some(free.min(free_in_group.unwrap_or(u64::MAX)))
}

/// macOS does not end processes for lack of memory, it writes to its disk: no limit is needed.
#[cfg(not(target_os = "linux"))]
pub fn free_memory() -> Option<u64> {
    None
}
