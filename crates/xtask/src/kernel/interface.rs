//! What cells are compiled against: the library and its dependencies without their code.
//!
//! rustc reads of a shared object what its crate consists of, in the section `.rustc`; the linker reads its 20,800 symbols,
//! in every cell. A cell needs none of them, as the process that loads it has the library loaded. So rustc and the
//! linker get another shared object of the same name, with that section and no symbols: 17 ms less for the linker, and 15 for
//! rustc, which maps 7 MB instead of 87. Of the dependencies they get `.rmeta` files; where rustc finds `.rlib` files beside
//! them, it opens both, which takes 8 ms.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use object::{Object, ObjectSection};

use super::{Compiler, files};

/// The section in which rustc keeps the description of a crate.
const SECTION: &str = ".rustc";

/// Where the interface is, in the folder of the installation.
const FOLDER: &str = "interface";

/// Writes the interface of a shared object in the folder `share`, and gives its path; both paths are relative to that
/// folder. On macOS, where a linker must find every symbol, the interface is the library itself.
pub fn write(compiler: &Compiler, share: &Path, library: &Path) -> Result<PathBuf> {
    if !cfg!(target_os = "linux") {
        return Ok(library.to_owned());
    }
    let folder = share.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let library = share.join(library);
    let name = library.file_name().context("a library without a name")?;
    let deps = library.parent().context("a library without a folder")?;
    gather(deps, &folder, name)?;
    let description = description_in(&library)?;
    fs::write(folder.join("description"), &description)?;
    let source = format!(
        "#[used]\n#[unsafe(link_section = {SECTION:?})]\n\
         static DESCRIPTION: [u8; {}] = *include_bytes!(\"description\");\n",
        description.len()
    );
    fs::write(folder.join("interface.rs"), source)?;
    let made = folder.join(name).with_extension("new");
    let status = Command::new(&compiler.rustc)
        .current_dir(&folder)
        .args(["--edition=2024", "--crate-type=cdylib", "-Cprefer-dynamic", "interface.rs"])
        .arg(format!("-Clink-arg=-Wl,-soname,{}", name.display()))
        .arg("-o")
        .arg(&made)
        .stdin(Stdio::null())
        .status()
        .context("starting rustc")?;
    ensure!(status.success(), "the library's interface cannot be made");
    fs::rename(&made, folder.join(name))?; // a cell that is being compiled keeps the one it has open
    for used in ["description", "interface.rs"] {
        fs::remove_file(folder.join(used))?;
    }
    Ok(Path::new(FOLDER).join(name))
}

/// Lets `folder` hold the descriptions of the crates in `deps`, and the procedural macros among them.
fn gather(deps: &Path, folder: &Path, library: &OsStr) -> Result<()> {
    let is_read = |name: &Path| match name.extension().and_then(OsStr::to_str) {
        Some("rmeta" | "so") => true,
        // cargo has no other file of a crate that is also a shared object
        Some("rlib") => !deps.join(name).with_extension("rmeta").exists(),
        _ => false,
    };
    let is_wanted = |file: &Path| {
        let name = file.file_name().map(Path::new);
        name.is_some_and(|name| name == library || is_read(name) && deps.join(name).exists())
    };
    files::keep_only(folder, &is_wanted)?;
    for entry in fs::read_dir(deps).with_context(|| format!("reading {}", deps.display()))? {
        let name = entry?.file_name();
        if name != library && is_read(Path::new(&name)) {
            files::link(&deps.join(&name), &folder.join(&name))?;
        }
    }
    Ok(())
}

/// What rustc keeps of a crate in its shared object.
fn description_in(library: &Path) -> Result<Vec<u8>> {
    let content = fs::read(library).with_context(|| format!("reading {}", library.display()))?;
    let object =
        object::File::parse(&*content).with_context(|| format!("{} is no shared object", library.display()))?;
    let section =
        object.section_by_name(SECTION).with_context(|| format!("{} has no section {SECTION}", library.display()))?;
    Ok(section.data()?.to_vec())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use object::ObjectSymbol;

    #[test]
    fn what_is_compiled_against_the_interface_runs_with_the_library() {
        let compiler = Compiler::query(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let rustc = |source: &str, arguments: &[&OsStr]| {
            fs::write(folder.path().join("source.rs"), source).unwrap();
            let mut command = Command::new(&compiler.rustc);
            let command = command.current_dir(&folder).arg("source.rs");
            let done = command.args(["--edition=2024", "-Cprefer-dynamic"]);
            assert!(done.args(arguments).status().unwrap().success());
        };
        let plain = |arguments: &'static [&str]| arguments.iter().map(OsStr::new);
        let library = "pub fn rate(spikes: u32) -> f64 { f64::from(spikes) / 2.0 }\n\
                       #[inline(never)] pub fn name() -> String { \"neuron\".into() }";
        let as_library = plain(&["--crate-type=dylib", "--crate-name=library"]);
        rustc(library, &as_library.collect::<Vec<_>>());
        let made = write(&compiler, folder.path(), Path::new("liblibrary.so")).unwrap();
        assert_eq!(made, Path::new("interface/liblibrary.so"));
        let made = folder.path().join(made);
        let content = fs::read(&made).unwrap();
        let symbols = object::File::parse(&*content).unwrap();
        assert_eq!(symbols.dynamic_symbols().filter(|symbol| symbol.is_definition()).count(), 0);
        // Programs, unlike cells, are to have all their symbols: so the linker is told that they come later.
        let program = "fn main() { println!(\"{} {}\", library::name(), library::rate(5)); }";
        let external = format!("--extern=library={}", made.display());
        let late = plain(&["-Clink-arg=-Wl,--unresolved-symbols=ignore-all", "-Clink-arg=-Wl,--no-as-needed"]);
        let made = OsStr::new(&external);
        let again = format!("-Clink-arg={}", folder.path().join("interface/liblibrary.so").display());
        rustc(program, &late.chain([made, OsStr::new(&again)]).collect::<Vec<_>>());
        let paths = [folder.path(), &compiler.std_dir].map(Path::to_path_buf);
        let output = Command::new(folder.path().join("source"))
            .env("LD_LIBRARY_PATH", std::env::join_paths(paths).unwrap())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), "neuron 2.5\n", "{output:?}");
    }

    #[test]
    fn a_file_that_is_no_library_is_named() {
        let compiler = Compiler::query(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("liblibrary.so"), "text").unwrap();
        let error = write(&compiler, folder.path(), Path::new("liblibrary.so")).unwrap_err();
        assert!(error.to_string().contains("liblibrary.so is no shared object"), "{error}");
    }
}
