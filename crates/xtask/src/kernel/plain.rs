//! evcxr's own kernel, as published, for those who want to compare: built and installed only when asked for.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::files::remove;
use super::spec::PLAIN;
use super::workspace::EVCXR_VERSION;
use crate::environment::Environment;
use crate::{progress, toolchain};

/// Builds it with `jobs` compilers at once and writes its kernelspec.
pub fn install(environment: &Environment, root: &Path, jobs: usize) -> Result<()> {
    let folder = folder(environment);
    let mut command = toolchain::cargo(root);
    command
        .args(["install", "evcxr_jupyter", "--locked"])
        .args(["--version", EVCXR_VERSION])
        .arg("--root")
        .arg(&folder)
        .arg("--target-dir")
        .arg(toolchain::target_dir(root).join("plain"))
        .env("PATH", path_with(&folder.join("bin"))?);
    progress::build("plain kernel", &mut command, None, jobs)?;
    PLAIN.write(environment, &program(&folder))
}

/// Whether it is there in the right version, of which cargo keeps a record, and Jupyter finds it.
pub fn is_installed(environment: &Environment) -> bool {
    let folder = folder(environment);
    let record = std::fs::read_to_string(folder.join(".crates.toml")).unwrap_or_default();
    record.contains(&format!("\"evcxr_jupyter {EVCXR_VERSION} "))
        && PLAIN.is_usable(environment)
        && PLAIN.argv(environment).is_ok_and(|argv| argv.first().map(Path::new) == Some(&program(&folder)))
}

/// Removes the kernelspec `rust` that earlier versions wrote for `neurocomp-kernel --plain`. One of another origin is
/// left alone.
pub fn remove_former_spec(environment: &Environment) -> Result<()> {
    let Ok(argv) = PLAIN.argv(environment) else {
        return Ok(());
    };
    let ours = environment.prefix.join("share/neurocomp/bin/neurocomp-kernel");
    let is_former =
        argv.first().is_some_and(|program| Path::new(program) == ours) && argv.iter().any(|word| word == "--plain");
    if is_former {
        remove(&PLAIN.folder(environment))?;
    }
    Ok(())
}

fn folder(environment: &Environment) -> PathBuf {
    environment.prefix.join("share/neurocomp/plain")
}

fn program(folder: &Path) -> PathBuf {
    folder.join("bin/evcxr_jupyter")
}

/// `PATH` with one more folder, at the end: cargo warns of programs that are installed where nobody finds them.
fn path_with(folder: &Path) -> Result<std::ffi::OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([folder.to_owned()]);
    std::env::join_paths(folders).context("the environment's path has a colon")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn environment(prefix: &Path) -> Environment {
        Environment { prefix: prefix.to_owned(), python: prefix.join("bin/python") }
    }

    fn spec_after_removal(argv: &str) -> bool {
        let prefix = tempfile::tempdir().unwrap();
        let environment = environment(prefix.path());
        let folder = PLAIN.folder(&environment);
        fs::create_dir_all(&folder).unwrap();
        let ours = prefix.path().join("share/neurocomp/bin/neurocomp-kernel");
        let argv = argv.replace("OURS", &ours.display().to_string());
        fs::write(folder.join("kernel.json"), format!(r#"{{"argv": {argv}}}"#)).unwrap();
        remove_former_spec(&environment).unwrap();
        folder.exists()
    }

    #[test]
    fn only_our_own_former_kernelspec_is_removed() {
        assert!(!spec_after_removal(r#"["OURS", "--control_file", "{connection_file}", "--plain"]"#));
        for other in [
            r#"["/usr/bin/evcxr_jupyter", "--control_file", "{connection_file}"]"#,
            r#"["/elsewhere/neurocomp-kernel", "--control_file", "{connection_file}", "--plain"]"#,
            r#"["OURS", "--control_file", "{connection_file}"]"#,
            r#""no list""#,
        ] {
            assert!(spec_after_removal(other), "{other}");
        }
    }

    #[test]
    fn a_spec_names_the_program_and_is_usable_as_long_as_that_is_there() {
        let prefix = tempfile::tempdir().unwrap();
        let environment = environment(prefix.path());
        let program = prefix.path().join("evcxr_jupyter");
        assert!(PLAIN.write(&environment, &program).is_err());
        fs::write(&program, "").unwrap();
        PLAIN.write(&environment, &program).unwrap();
        assert!(PLAIN.is_usable(&environment));
        let text = fs::read_to_string(PLAIN.folder(&environment).join("kernel.json")).unwrap();
        assert!(text.contains("\"JUPYTER_PATH\": \"/nonexistent/neurocomp\""), "{text}");
        fs::remove_file(&program).unwrap();
        assert!(!PLAIN.is_usable(&environment));
    }

    #[test]
    fn another_version_or_another_program_is_not_taken_for_the_one_that_is_wanted() {
        let prefix = tempfile::tempdir().unwrap();
        let environment = environment(prefix.path());
        let folder = folder(&environment);
        fs::create_dir_all(folder.join("bin")).unwrap();
        let installed = |version: &str, program: &Path| {
            let line = format!("\"evcxr_jupyter {version} (registry+x)\" = [\"evcxr_jupyter\"]\n");
            fs::write(folder.join(".crates.toml"), line).unwrap();
            fs::write(program, "").unwrap();
            PLAIN.write(&environment, program).unwrap();
            is_installed(&environment)
        };
        assert!(!is_installed(&environment));
        assert!(installed(EVCXR_VERSION, &program(&folder)));
        assert!(!installed("0.21.1", &program(&folder)));
        assert!(!installed(EVCXR_VERSION, &prefix.path().join("other")));
    }
}
