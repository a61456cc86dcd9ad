//! What each system does in its own way. Elsewhere the kernel is the same on Linux and macOS, but for the cells' standard input
//! ([`crate::cells`]).

use std::ffi::CString;
use std::io;
use std::os::fd::OwnedFd;
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
    let number = |file: &str| std::fs::read_to_string(file).ok()?.trim().parse::<u64>().ok();
    let information = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = information.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let free = line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? * 1024;
    let group = "/sys/fs/cgroup/memory";
    let group_limit = number(&format!("{group}.max")).or_else(|| number(&format!("{group}/memory.limit_in_bytes")));
    let group_usage = number(&format!("{group}.current")).or_else(|| number(&format!("{group}/memory.usage_in_bytes")));
    // Files that were read and are not in use count as used, and make room when it is needed.
    let of_files = [format!("{group}.stat"), format!("{group}/memory.stat")]
        .iter()
        .find_map(|file| unused_files(&std::fs::read_to_string(file).ok()?));
    let used = group_usage.unwrap_or(0).saturating_sub(of_files.unwrap_or(0));
    let free_in_group = group_limit.map(|limit| limit.saturating_sub(used));
    Some(free.min(free_in_group.unwrap_or(u64::MAX)))
}

/// What a group's statistics say of files in memory that nobody has used for a while: in the newer form, and in the older one.
#[cfg(target_os = "linux")]
fn unused_files(statistics: &str) -> Option<u64> {
    let value = |name: &str| {
        let mut lines = statistics.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
    };
    value("total_inactive_file").or_else(|| value("inactive_file"))
}

/// How many threads this process has, where it can tell and where a copy of a process can be watched.
#[cfg(target_os = "linux")]
pub fn threads() -> Option<usize> {
    Some(std::fs::read_dir("/proc/self/task").ok()?.count())
}

/// There are no copies of processes on macOS.
#[cfg(not(target_os = "linux"))]
pub fn threads() -> Option<usize> {
    None
}

/// The memory, in bytes, that this process shares with no file.
#[cfg(target_os = "linux")]
pub fn own_memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// There are no copies of processes on macOS.
#[cfg(not(target_os = "linux"))]
pub fn own_memory() -> Option<u64> {
    None
}

/// A descriptor that is ready when the process of this number has ended.
#[cfg(target_os = "linux")]
pub fn end_of(process: rustix::process::Pid) -> Option<OwnedFd> {
    rustix::process::pidfd_open(process, rustix::process::PidfdFlags::empty()).ok()
}

/// On macOS the process has no copy that would hold its channels open: their end is noticed.
#[cfg(not(target_os = "linux"))]
pub fn end_of(_: rustix::process::Pid) -> Option<OwnedFd> {
    None
}

/// Makes this process the parent of what its children leave behind.
#[cfg(target_os = "linux")]
pub fn adopt_orphans() {
    // SAFETY: it changes nothing but who is told of the end of a process.
    unsafe { libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) };
}

/// Nobody needs it on macOS.
#[cfg(not(target_os = "linux"))]
pub fn adopt_orphans() {}

/// macOS does not end processes for lack of memory, it writes to its disk: no limit is needed.
#[cfg(not(target_os = "linux"))]
pub fn free_memory() -> Option<u64> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn files_that_nobody_uses_are_read_in_both_forms() {
        let newer = "anon 5\ninactive_file 4096\nactive_file 7";
        let older = "inactive_file 1\ntotal_inactive_file 8192\n";
        assert_eq!(unused_files(newer), Some(4096));
        assert_eq!(unused_files(older), Some(8192));
        assert_eq!(unused_files("anon 5"), None);
    }

    #[test]
    fn what_this_process_has_is_seen() {
        // Other tests come and go meanwhile.
        let array = vec![1_u8; 256 << 20];
        assert!(own_memory().unwrap() >= 256 << 20);
        assert!(array[array.len() - 1] == 1 && threads().unwrap() >= 2);
    }
}
