//! What this machine has: cores, and the memory that may really be used.
//!
//! Inside a container `/proc/meminfo` tells of the whole host; what counts is the control group's limit. A compiler
//! that goes past it is killed without a word, so the number of jobs follows the smaller of the two.

use std::fs;
use std::path::{Path, PathBuf};

/// Peak memory of one compiler process in the builds of `setup`: 1.48 GB was measured for the largest crate.
const BYTES_PER_JOB: u64 = 1_500_000_000;

/// How many compilers may run at once: one for each core, as far as the memory reaches, and at least one.
pub fn jobs() -> usize {
    jobs_for(cores(), available_memory())
}

/// Cores this process may use; control groups and CPU affinity are taken into account.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, |n| n.get())
}

/// Bytes of memory still to be had, or `None` where this system doesn't tell (macOS, Windows).
pub fn available_memory() -> Option<u64> {
    let meminfo = fs::read_to_string("/proc/meminfo").ok()?;
    let host = meminfo_available(&meminfo)?;
    let groups = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    Some(cgroup_available(Path::new("/sys/fs/cgroup"), &groups).map_or(host, |n| n.min(host)))
}

fn jobs_for(cores: usize, memory: Option<u64>) -> usize {
    let by_memory = memory.map_or(usize::MAX, |bytes| (bytes / BYTES_PER_JOB) as usize);
    cores.min(by_memory).max(1)
}

fn meminfo_available(meminfo: &str) -> Option<u64> {
    let line = meminfo.lines().find(|l| l.starts_with("MemAvailable:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}

/// The least memory left in this process's control group and in all groups above it, for both versions of the
/// hierarchy. `groups` is the text of `/proc/self/cgroup`, with lines `id:controllers:path`.
fn cgroup_available(mount: &Path, groups: &str) -> Option<u64> {
    let mut least: Option<u64> = None;
    for line in groups.lines() {
        let mut fields = line.splitn(3, ':').skip(1);
        let (controllers, path) = (fields.next()?, fields.next()?);
        let (base, limit, usage) = if controllers.is_empty() {
            (mount.to_path_buf(), "memory.max", "memory.current")
        } else if controllers.split(',').any(|c| c == "memory") {
            (mount.join("memory"), "memory.limit_in_bytes", "memory.usage_in_bytes")
        } else {
            continue;
        };
        for folder in folders_up_to(&base, path) {
            let left = left_in(&folder, limit, usage);
            least = [least, left].into_iter().flatten().min();
        }
    }
    least
}

/// The group's folder, its parents, and the mount itself: inside a container only the last may be visible.
fn folders_up_to(base: &Path, path: &str) -> Vec<PathBuf> {
    let full = base.join(path.trim_start_matches('/'));
    full.ancestors().take_while(|folder| folder.starts_with(base)).map(Path::to_path_buf).collect()
}

/// Limit minus use; pages of files that were read once and can be dropped are not counted as used.
fn left_in(folder: &Path, limit: &str, usage: &str) -> Option<u64> {
    let number = |name: &str| -> Option<u64> { fs::read_to_string(folder.join(name)).ok()?.trim().parse().ok() };
    let limit = number(limit)?; // "max" in version 2 is no number: no limit
    let stat = fs::read_to_string(folder.join("memory.stat")).unwrap_or_default();
    let droppable = stat
        .lines()
        .find_map(|line| line.strip_prefix("inactive_file "))
        .and_then(|n| n.trim().parse().ok())
        .unwrap_or(0);
    Some(limit.saturating_sub(number(usage)?.saturating_sub(droppable)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GB: u64 = 1_000_000_000;

    #[test]
    fn memory_limits_the_jobs_but_one_always_runs() {
        assert_eq!(jobs_for(8, Some(24 * GB)), 8);
        assert_eq!(jobs_for(8, Some(4 * GB)), 2);
        assert_eq!(jobs_for(8, Some(GB)), 1);
        assert_eq!(jobs_for(3, None), 3);
    }

    #[test]
    fn available_memory_is_read_in_kib() {
        let text = "MemTotal:       24000000 kB\nMemAvailable:   2000000 kB\n";
        assert_eq!(meminfo_available(text), Some(2_048_000_000));
    }

    #[test]
    fn the_tightest_group_of_either_version_counts() {
        let mount = std::env::temp_dir().join(format!("neurocomp-cgroup-test-{}", std::process::id()));
        let write = |path: &str, text: &str| {
            let file = mount.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        write("a/memory.max", "4000000000\n");
        write("a/memory.current", "1500000000\n");
        write("a/memory.stat", "anon 1\ninactive_file 500000000\n");
        write("a/b/memory.max", "max\n");
        write("a/b/memory.current", "10\n");
        write("memory/job/memory.limit_in_bytes", "2000000000");
        write("memory/job/memory.usage_in_bytes", "100000000");

        assert_eq!(cgroup_available(&mount, "0::/a/b"), Some(3 * GB));
        assert_eq!(cgroup_available(&mount, "4:cpu,memory:/job\n0::/a/b"), Some(1_900_000_000));
        assert_eq!(cgroup_available(&mount, "5:cpu:/job"), None);
        fs::remove_dir_all(mount).unwrap();
    }
}
