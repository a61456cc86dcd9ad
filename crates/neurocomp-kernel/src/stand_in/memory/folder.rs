//! Opens the folders and files of a memory, and refuses those that others could have written.
//!
//! Everything below the first folder is opened by one name inside the folder that is already open, without following
//! links, and looked at when it is open: nobody can put something else in its place between the look and the use.

use rustix::fs::{self, AtFlags, Dir, FileType, Gid, Mode, OFlags, Stat, Uid};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Whose files are used, and how new ones are made.
#[derive(Clone)]
pub struct Rules {
    owners: [Uid; 2],
    /// The group that may write, besides the owners.
    writers: Option<Gid>,
    anyone_writes: bool,
    new_folder: Mode,
    new_file: Mode,
}

impl Rules {
    /// Of the user's memory: written by the user alone.
    pub fn own(user: Uid) -> Rules {
        Rules {
            owners: [user, user],
            writers: None,
            anyone_writes: false,
            new_folder: Mode::RWXU,
            new_file: Mode::RUSR | Mode::WUSR,
        }
    }

    /// Of the memory beside a library: whoever can write it can write the library, too.
    pub fn as_of(library: &Stat) -> Rules {
        let mode = Mode::from_raw_mode(library.st_mode);
        // In a folder like /tmp, others may add files and not replace any.
        let is_sticky = mode.contains(Mode::SVTX);
        Rules {
            owners: [Uid::from_raw(library.st_uid), Uid::ROOT],
            writers: (!is_sticky && mode.contains(Mode::WGRP)).then(|| Gid::from_raw(library.st_gid)),
            anyone_writes: !is_sticky && mode.contains(Mode::WOTH),
            new_folder: Mode::RWXU | Mode::RGRP | Mode::XGRP | Mode::ROTH | Mode::XOTH,
            new_file: Mode::RUSR | Mode::WUSR | Mode::RGRP | Mode::ROTH,
        }
    }

    /// Whether a file or folder is used.
    pub fn admit(&self, found: &Stat, kind: FileType) -> bool {
        let mode = Mode::from_raw_mode(found.st_mode);
        let group = Gid::from_raw(found.st_gid);
        let is_closed = self.anyone_writes
            || !mode.contains(Mode::WOTH) && (!mode.contains(Mode::WGRP) || self.writers == Some(group));
        FileType::from_raw_mode(found.st_mode) == kind
            && self.owners.contains(&Uid::from_raw(found.st_uid))
            && is_closed
    }

    fn check(&self, found: &Stat, kind: FileType) -> io::Result<()> {
        let is_admitted = self.admit(found, kind);
        is_admitted.then_some(()).ok_or_else(|| io::ErrorKind::PermissionDenied.into())
    }
}

/// An open folder of a memory.
pub struct Folder {
    handle: OwnedFd,
    rules: Rules,
}

impl Folder {
    /// The memory of this user, `neurocomp/cells` in the cache home. Where it is not there, it is made if `makes` says so,
    /// and the cache home with it.
    pub fn of_the_user(path: &Path, makes: bool) -> io::Result<Folder> {
        let user = rustix::process::geteuid();
        let (above, cells) = split(path)?;
        let (home, ours) = split(above)?;
        let makes = makes && (!user.is_root() || is_root_s(home));
        if makes && !home.exists() {
            // Not the folders above: where there is no home, none is made.
            std::fs::DirBuilder::new().mode(0o700).create(home).ok();
        }
        let home = Folder { handle: open_folder(fs::CWD, home, OFlags::empty())?, rules: Rules::own(user) };
        home.inside(ours, makes)?.inside(cells, makes)
    }

    /// The memory beside the library. Where it is not there, it is made if `makes` says so.
    pub fn beside_the_library(path: &Path, makes: bool) -> io::Result<Folder> {
        let (library, cells) = split(path)?;
        let handle = open_folder(fs::CWD, library, OFlags::empty())?;
        let rules = Rules::as_of(&fs::fstat(&handle)?);
        Folder { handle, rules }.inside(cells, makes)
    }

    /// A folder in this one. Where it is not there, it is made if `makes` says so.
    pub fn inside(&self, name: &str, makes: bool) -> io::Result<Folder> {
        let open = || open_folder(&self.handle, name, OFlags::NOFOLLOW);
        let mut is_new = false;
        let handle = match open() {
            Err(Errno::NOENT) if makes => {
                match fs::mkdirat(&self.handle, name, self.rules.new_folder) {
                    Ok(()) => is_new = true,
                    Err(Errno::EXIST) => (), // another kernel was quicker
                    Err(error) => return Err(error.into()),
                }
                open()?
            }
            opened => opened?,
        };
        self.rules.check(&fs::fstat(&handle)?, FileType::Directory)?;
        if is_new {
            fs::fchmod(&handle, self.rules.new_folder)?; // whatever the umask
        }
        let rules = self.rules.clone();
        Ok(Folder { handle, rules })
    }

    /// Opens a file to read it.
    pub fn open(&self, name: &str) -> io::Result<(File, Stat)> {
        // NONBLOCK: otherwise opening a pipe would wait for a writer.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let handle = fs::openat(&self.handle, name, flags, Mode::empty())?;
        let found = fs::fstat(&handle)?;
        self.rules.check(&found, FileType::RegularFile)?;
        Ok((handle.into(), found))
    }

    /// Writes a file that is never seen in part: under another name first.
    pub fn write(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let part = part_of(name);
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let mode = self.rules.new_file;
        let mut file = File::from(fs::openat(&self.handle, &part, flags, mode)?);
        let written = fs::fchmod(&file, mode)
            .map_err(io::Error::from)
            .and_then(|()| file.write_all(content))
            .and_then(|()| Ok(fs::renameat(&self.handle, &part, &self.handle, name)?));
        if written.is_err() {
            self.remove(&part).ok();
        }
        written
    }

    /// Removes a file or a link, not what it leads to.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        Ok(fs::unlinkat(&self.handle, name, AtFlags::empty())?)
    }

    /// What is under this name, if it is a file that is used.
    pub fn look(&self, name: &str) -> io::Result<Stat> {
        let found = fs::statat(&self.handle, name, AtFlags::SYMLINK_NOFOLLOW)?;
        self.rules.check(&found, FileType::RegularFile)?;
        Ok(found)
    }

    /// Marks a file as used now; it is made where it is not there.
    pub fn touch(&self, name: &str) -> io::Result<()> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = fs::openat(&self.handle, name, flags, self.rules.new_file)?;
        mark_as_used(&file.into());
        Ok(())
    }

    /// The names in this folder that are plain text, as all of ours are.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let entries = Dir::read_from(&self.handle)?.flatten();
        Ok(entries.filter_map(|entry| entry.file_name().to_str().ok().map(str::to_owned)).collect())
    }
}

fn open_folder(
    parent: impl std::os::fd::AsFd,
    name: impl rustix::path::Arg,
    flags: OFlags,
) -> rustix::io::Result<OwnedFd> {
    let flags = flags | OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    fs::openat(parent, name, flags, Mode::empty())
}

fn split(path: &Path) -> io::Result<(&Path, &str)> {
    path.parent().zip(path.file_name().and_then(|name| name.to_str())).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// Under `sudo`, the home may be the user's: a folder that root made there would shut the user out.
fn is_root_s(cache_home: &Path) -> bool {
    let mut folders = cache_home.ancestors().take(2);
    folders.find_map(|folder| folder.metadata().ok()).is_some_and(|found| Uid::from_raw(found.uid()).is_root())
}

/// Sets the time of last use, which is the file's modification time.
pub fn mark_as_used(file: &File) {
    file.set_modified(SystemTime::now()).ok(); // otherwise the cell is forgotten early
}

/// Seconds since a file was last used. A time that is yet to come, from a clock that was wrong, counts as one as long ago.
pub fn age(found: &Stat) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    now.as_secs().abs_diff(u64::try_from(found.st_mtime).unwrap_or_default())
}

/// The bytes of a file.
pub fn size(found: &Stat) -> u64 {
    u64::try_from(found.st_size).unwrap_or_default()
}

/// A name for a file in the making that no other kernel uses: two hosts can share a home and have equal process numbers.
fn part_of(name: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{name}.{}-{count}-{}.part", process::id(), time.as_nanos())
}

/// The name for which a file in the making has this name.
pub fn whole_of(part: &str) -> Option<&str> {
    let (name, maker) = part.strip_suffix(".part")?.split_once('.')?;
    let mut numbers = maker.split('-');
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (numbers.clone().count() == 3 && numbers.all(is_number)).then_some(name)
}
