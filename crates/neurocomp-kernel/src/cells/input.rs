//! Standard input of the cells: who reads it is asked for a line in the notebook.
//!
//! A notebook has no terminal, so somebody must learn that a cell waits. The standard library reads by the C function
//! `read`; the one in this program comes first in the search of the dynamic linker, and says so before it waits. That is
//! how it is on Linux; elsewhere a cell finds the end of the input.

use super::flush::Now;

/// What is sent to the supervisor, which answers with the length of a line, in four bytes, and the line. No bytes are the
/// end of the input, and [`NO_LINE`](super::NO_LINE) in place of the length makes reading fail.
pub const QUESTION: &[u8] = b"?";

/// Makes reading from descriptor 0 a question; `flush` shows what was printed before it.
#[cfg(target_os = "linux")]
pub fn belongs_to_the_cells(flush: Now) {
    linux::FLUSH.set(flush).ok();
}

/// Elsewhere the linker does not use this program's functions in place of the libraries'.
#[cfg(not(target_os = "linux"))]
pub fn belongs_to_the_cells(_: Now) {}

#[cfg(target_os = "linux")]
mod linux {
    use super::super::NO_LINE;
    use super::{Now, QUESTION};
    use std::ffi::{c_int, c_void};
    use std::sync::{Mutex, OnceLock, PoisonError};

    /// Set in the process of the cells, and only there.
    pub static FLUSH: OnceLock<Now> = OnceLock::new();
    /// What is left of the last answer.
    static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

    /// # Safety
    /// As for the function of the same name in C.
    #[unsafe(no_mangle)]
    pub unsafe extern "C" fn read(descriptor: c_int, buffer: *mut c_void, length: usize) -> isize {
        if descriptor == 0
            && length > 0
            && let Some(flush) = FLUSH.get()
        {
            let mut answer = ANSWER.lock().unwrap_or_else(PoisonError::into_inner);
            if answer.is_empty() {
                flush();
                match ask() {
                    Answer::Line(line) => *answer = line,
                    Answer::End => return 0,
                    Answer::Refused => {
                        // Not EINTR, after which the standard library would read again.
                        // SAFETY: this thread's own error number.
                        unsafe { *libc::__errno_location() = libc::ECANCELED };
                        return -1;
                    }
                }
            }
            let given = length.min(answer.len());
            // SAFETY: the caller says that the buffer has room for `length` bytes.
            unsafe { std::ptr::copy_nonoverlapping(answer.as_ptr(), buffer.cast(), given) };
            answer.drain(..given);
            return given.cast_signed();
        }
        unsafe { plain(descriptor, buffer, length) }
    }

    unsafe fn plain(descriptor: c_int, buffer: *mut c_void, length: usize) -> isize {
        // SAFETY: the arguments are the caller's, for the call that it meant.
        unsafe { libc::syscall(libc::SYS_read, descriptor, buffer, length) as isize }
    }

    enum Answer {
        Line(Vec<u8>),
        End,
        Refused,
    }

    fn ask() -> Answer {
        match asked() {
            Some(Some(line)) if !line.is_empty() => Answer::Line(line),
            Some(None) => Answer::Refused,
            _ => Answer::End,
        }
    }

    fn asked() -> Option<Option<Vec<u8>>> {
        rustix::io::write(rustix::stdio::stdin(), QUESTION).ok()?;
        let mut length = [0; 4];
        receive(&mut length)?;
        let length = u32::from_ne_bytes(length);
        if length == NO_LINE {
            return Some(None);
        }
        let mut line = vec![0; length as usize];
        receive(&mut line)?;
        Some(Some(line))
    }

    fn receive(buffer: &mut [u8]) -> Option<()> {
        let mut filled = 0;
        while filled < buffer.len() {
            let rest = &mut buffer[filled..];
            // SAFETY: the buffer has room for its own length.
            match unsafe { plain(0, rest.as_mut_ptr().cast(), rest.len()) } {
                0 => return None,
                count if count > 0 => filled += count.unsigned_abs(),
                _ if std::io::Error::last_os_error().kind() == std::io::ErrorKind::Interrupted => {}
                _ => return None,
            }
        }
        Some(())
    }
}
