//! The quickest linker that works here.
//!
//! rustc has a cell linked by `cc`, which starts another program, which starts the linker. Called directly, the linker takes
//! a fifth less. The figures, in milliseconds of processor time for a cell, on one machine, the least of sixty runs:
//!
//! | with | cc with rust-lld | rust-lld | mold 1.10 | cc with GNU ld | GNU ld |
//! | --- | --- | --- | --- | --- | --- |
//! | the library (20,800 symbols) | 24 | 19.5 | 30 | 88 | 88 |
//! | its interface (`interface.rs`) | | 10 | | | 11 |
//!
//! rust-lld belongs to the toolchain of rustup; a distribution's Rust may lack it and link with GNU ld. What cc would
//! have told the linker, the folders of the C library, it is asked for once, at set-up. A linker is chosen only after
//! a cell that it linked has run.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use super::Compiler;
use crate::toolchain::on_path;

/// The files whose folders cc tells the linker: the unwinder and the C library, as rustc asks for them.
const SYSTEM_FILES: [&str; 2] = ["libgcc_s.so", "libc.so"];

/// Calls what cells call: output, a thread with a local variable that has a destructor, functions of libm, unwinding.
const CELL: &str = r#"
use std::cell::RefCell;
struct Local(String);
impl Drop for Local {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}
thread_local! { static LOCAL: RefCell<Local> = RefCell::new(Local("one".into())); }
#[unsafe(no_mangle)]
pub extern "C" fn run_cell(x: f64) -> f64 {
    let thread = std::thread::spawn(move || {
        LOCAL.with(|local| local.borrow_mut().0.push_str(" and two"));
        x.exp().ln().powf(2.0).sin()
    });
    let y = thread.join().unwrap();
    std::panic::set_hook(Box::new(|_| {}));
    let caught = std::panic::catch_unwind(|| {
        let numbers = vec![y; 3];
        assert!(numbers[2].is_nan(), "{numbers:?}");
    });
    println!("caught {}", caught.is_err());
    y
}
"#;

/// Loads it, as evcxr does.
const LOADER: &str = r#"
use std::ffi::{CString, c_char, c_int, c_void};
unsafe extern "C" {
    fn dlopen(file: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(object: *mut c_void, name: *const c_char) -> *mut c_void;
}
fn main() {
    let file = CString::new(std::env::args().nth(1).unwrap()).unwrap();
    unsafe {
        let object = dlopen(file.as_ptr(), 2);
        assert!(!object.is_null());
        let function = dlsym(object, c"run_cell".as_ptr());
        assert!(!function.is_null());
        let run_cell: extern "C" fn(f64) -> f64 = std::mem::transmute(function);
        println!("{:.3}", run_cell(0.5));
    }
}
"#;

/// What the two say together: sin 0.25 is 0.247.
const ANSWER: &str = "dropped one and two\ncaught true\n0.247\n";

/// The arguments by which rustc uses the quickest linker that links a cell which then runs; none where that is cc.
/// `library` is the interface that cells are linked with, and `scratch` is a folder for this function alone.
///
/// With one of these linkers, an option for it is written without the `-Wl,` that is for cc.
pub fn quickest(compiler: &Compiler, library: Option<&Path>, scratch: &Path) -> Vec<String> {
    if !cfg!(target_os = "linux") {
        return Vec::new(); // macOS has one linker, and cc finds its SDK
    }
    let bench = Bench::new(compiler, library, scratch);
    let found = bench.ok().zip(system_folders()).and_then(|(bench, folders)| {
        let mut candidates = candidates().into_iter();
        candidates.find_map(|linker| {
            let arguments = [linker, folders.clone()].concat();
            bench.works(&arguments).then_some(arguments)
        })
    });
    let _ = fs::remove_dir_all(scratch);
    found.unwrap_or_default()
}

/// The linkers to try, the quickest first. rustc knows itself where its own is, in whichever toolchain is used. One
/// thread does as well as several for an object of this size.
fn candidates() -> Vec<Vec<String>> {
    let rust_lld = ["-Clinker=rust-lld", "-Clinker-flavor=ld.lld", "-Clink-arg=--threads=1"];
    let mut candidates = vec![rust_lld.map(str::to_owned).to_vec()];
    if let Some(mold) = on_path("mold") {
        candidates.push(vec![format!("-Clinker={}", mold.display()), "-Clinker-flavor=ld".to_owned()]);
    }
    candidates
}

/// The arguments that tell a linker where the C library is, if cc knows.
fn system_folders() -> Option<Vec<String>> {
    let mut arguments: Vec<String> = Vec::new();
    for name in SYSTEM_FILES {
        let argument = format!("-Clink-arg=-L{}", folder_of(name)?);
        if !arguments.contains(&argument) {
            arguments.push(argument);
        }
    }
    Some(arguments)
}

/// The folder of a file of the system. Asked for what it does not know, cc answers with the bare name.
fn folder_of(name: &str) -> Option<String> {
    let output = Command::new("cc").arg(format!("-print-file-name={name}")).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let file = Path::new(text.trim_end());
    let folder = fs::canonicalize(file.parent().filter(|_| file.is_file())?).ok()?;
    folder.to_str().map(str::to_owned)
}

/// Where linkers are tried.
struct Bench<'a> {
    compiler: &'a Compiler,
    library: Option<&'a Path>,
    folder: &'a Path,
}

impl<'a> Bench<'a> {
    fn new(compiler: &'a Compiler, library: Option<&'a Path>, folder: &'a Path) -> Result<Bench<'a>> {
        fs::create_dir_all(folder)?;
        let bench = Bench { compiler, library, folder };
        let uses = library.map_or("", |_| "extern crate neurocomp as _;\n");
        fs::write(folder.join("cell.rs"), format!("{uses}{CELL}"))?;
        fs::write(folder.join("loader.rs"), LOADER)?;
        let loader = bench.rustc("loader").status().context("rustc")?;
        ensure!(loader.success(), "the loader cannot be compiled");
        Ok(bench)
    }

    fn works(&self, linker: &[String]) -> bool {
        let object = self.folder.join("libcell.so");
        let _ = fs::remove_file(&object); // of the linker that was tried before
        let mut command = self.rustc("cell");
        command.args(["--crate-type=cdylib", "-Cprefer-dynamic", "-Copt-level=2"]).args(linker);
        let mut run_paths = vec![self.compiler.std_dir.as_path()];
        if let Some((library, folder)) = self.library.and_then(|file| Some((file, file.parent()?))) {
            command
                .arg(format!("--extern=neurocomp={}", library.display()))
                .arg(format!("-Ldependency={}", folder.display()));
            run_paths.push(folder);
        }
        for folder in run_paths {
            command.arg(format!("-Clink-arg=-rpath={}", folder.display()));
        }
        let linked = command.arg("-o").arg(&object).status();
        let answer = Command::new(self.folder.join("loader")).arg(&object).output();
        linked.is_ok_and(|status| status.success()) && answer.is_ok_and(|output| output.stdout == ANSWER.as_bytes())
    }

    fn rustc(&self, name: &str) -> Command {
        let mut command = Command::new(&self.compiler.rustc);
        command
            .current_dir(self.folder)
            .env("RUSTC_BOOTSTRAP", "1")
            .args(["--edition=2024", "--crate-name", name])
            .arg(format!("{name}.rs"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn compiler() -> Compiler {
        Compiler::query(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn a_linker_that_does_not_work_is_not_chosen() {
        let (compiler, folder) = (compiler(), tempfile::tempdir().unwrap());
        let bench = Bench::new(&compiler, None, folder.path()).unwrap();
        let folders = system_folders().unwrap();
        let with = |linker: &str| {
            let linker = [format!("-Clinker={linker}"), "-Clinker-flavor=ld".to_owned()];
            bench.works(&[&linker[..], &folders].concat())
        };
        assert!(with(on_path("ld").unwrap().to_str().unwrap()));
        // The one makes no object, the other is not there.
        assert!(!with("/bin/true") && !with("/no/such/linker"));
    }

    #[test]
    fn the_toolchain_s_own_linker_is_chosen_where_it_is() {
        let (compiler, folder) = (compiler(), tempfile::tempdir().unwrap());
        let scratch = folder.path().join("linker");
        let chosen = quickest(&compiler, None, &scratch);
        let has_own = compiler.std_dir.with_file_name("bin/rust-lld").is_file();
        if has_own {
            assert_eq!(chosen[0], "-Clinker=rust-lld");
        }
        assert!(chosen.iter().all(|argument| argument.starts_with("-Clink")), "{chosen:?}");
        assert!(!scratch.exists());
    }
}
