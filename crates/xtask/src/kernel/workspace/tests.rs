//! Workspaces below a temporary folder.

use super::*;
use serde_json::json;
use std::time::SystemTime;

const CHANGE: &str = "\
--- a/src/lib.rs
+++ b/src/lib.rs
@@ -1 +1,2 @@
 fn one() {}
+fn two() {}
--- /dev/null
+++ b/src/new.rs
@@ -0,0 +1 @@
+fn new() {}
";

/// A root with a patch, and evcxr as published: folders below a temporary one.
fn scene() -> tempfile::TempDir {
    let scene = tempfile::tempdir().unwrap();
    let root = r#"
            [workspace]
            members = ["crates/neurocomp", "crates/neurocomp-kernel"]
            [workspace.dependencies]
            regex = "1"
            [profile.release]
            strip = true
            [profile.dev.package.neurocomp]
            opt-level = 3
        "#;
    let lock = r#"
            version = 4
            [[package]]
            name = "evcxr"
            version = "0.22.0"
            source = "registry+x"
            checksum = "1"
            dependencies = ["regex"]
            [[package]]
            name = "regex"
            version = "1.0.0"
            source = "registry+x"
            checksum = "2"
        "#;
    for (file, text) in [
        ("root/Cargo.toml", root),
        ("root/Cargo.lock", lock),
        ("root/crates/neurocomp-kernel/src/main.rs", "fn main() {}"),
        ("root/crates/neurocomp-kernel/evcxr.patch", CHANGE),
        ("evcxr/src/lib.rs", "fn one() {}\n"),
        ("evcxr/src/same.rs", "fn same() {}\n"),
    ] {
        write_if_changed(&scene.path().join(file), text.as_bytes()).unwrap();
    }
    scene
}

fn write_in(scene: &Path) -> Result<()> {
    write(&scene.join("root"), &scene.join("kernel"), &scene.join("evcxr"))
}

fn modified(file: &Path) -> SystemTime {
    fs::metadata(file).unwrap().modified().unwrap()
}

#[test]
fn the_workspace_has_the_kernel_and_the_changed_evcxr() {
    let scene = scene();
    write_in(scene.path()).unwrap();
    let kernel = scene.path().join("kernel");
    let text = |file: &str| fs::read_to_string(kernel.join(file)).unwrap();
    assert_eq!(text("evcxr/src/lib.rs"), "fn one() {}\nfn two() {}\n");
    assert_eq!(text("evcxr/src/new.rs"), "fn new() {}\n");
    assert_eq!(text("evcxr/src/same.rs"), "fn same() {}\n");
    assert_eq!(text("neurocomp-kernel/src/main.rs"), "fn main() {}");

    let manifest: Table = text("Cargo.toml").parse().unwrap();
    let members = &manifest["workspace"]["members"];
    assert_eq!(members, &Value::from(vec!["neurocomp-kernel"]));
    assert_eq!(manifest["patch"]["crates-io"]["evcxr"]["path"].as_str(), Some("evcxr"));
    assert_eq!(manifest["profile"]["release"]["strip"].as_bool(), Some(true));
    assert!(manifest["profile"].get("dev").is_none());

    let lock: Table = text("Cargo.lock").parse().unwrap();
    let [evcxr, regex] = &lock["package"].as_array().unwrap()[..] else { panic!("{lock}") };
    assert!(evcxr.get("source").is_none() && evcxr.get("checksum").is_none());
    assert_eq!(regex["checksum"].as_str(), Some("2"));
}

#[test]
fn only_what_changed_is_written_and_what_is_gone_is_removed() {
    let scene = scene();
    write_in(scene.path()).unwrap();
    let kernel = scene.path().join("kernel");
    let files = ["evcxr/src/lib.rs", "evcxr/src/same.rs", "Cargo.toml", "Cargo.lock"];
    let times = || files.map(|file| modified(&kernel.join(file)));
    let before = times();
    std::thread::sleep(std::time::Duration::from_millis(20));
    write_in(scene.path()).unwrap();
    assert_eq!(times(), before);

    let (change, _) = CHANGE.split_once("--- /dev/null").unwrap();
    let patch = scene.path().join("root").join(PATCH);
    fs::write(&patch, change.replace("two", "three")).unwrap();
    write_in(scene.path()).unwrap();
    assert!(!kernel.join("evcxr/src/new.rs").exists());
    assert_ne!(times()[0], before[0]);
    assert_eq!(times()[1..], before[1..]);
}

#[test]
fn a_patch_that_does_not_apply_says_so_and_leaves_what_was_there() {
    let scene = scene();
    write_in(scene.path()).unwrap();
    fs::write(scene.path().join("evcxr/src/lib.rs"), "fn other() {}\n").unwrap();
    let error = format!("{:#}", write_in(scene.path()).unwrap_err());
    for part in ["evcxr.patch cannot be applied", "made for evcxr 0.22.0", "src/lib.rs: error applying hunk #1"] {
        assert!(error.contains(part), "{error}");
    }
    let copy = scene.path().join("kernel/evcxr/src/lib.rs");
    assert!(fs::read_to_string(copy).unwrap().contains("two"));
}

#[test]
fn another_version_of_evcxr_is_refused() {
    let of = |version: &str| {
        published(&json!({"packages": [
            {"name": "evcxr_input", "version": "9.9.9", "manifest_path": "/y/Cargo.toml"},
            {"name": "evcxr", "version": version, "manifest_path": "/x/evcxr/Cargo.toml"},
        ]}))
    };
    assert_eq!(of(EVCXR_VERSION).unwrap(), Path::new("/x/evcxr"));
    let error = of("0.23.0").unwrap_err().to_string();
    assert!(error.contains("made for evcxr 0.22.0, and Cargo.lock has 0.23.0"), "{error}");
    assert!(published(&json!({"packages": []})).is_err());
}

#[test]
fn the_patch_of_the_repository_applies_and_cargo_reads_what_comes_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let folder = tempfile::tempdir().unwrap();
    write(root, folder.path(), &published(&metadata(root).unwrap()).unwrap()).unwrap();
    let mut command = toolchain::cargo(root);
    command
        .args(["metadata", "--format-version=1", "--offline", "--manifest-path"])
        .arg(folder.path().join("Cargo.toml"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(metadata["workspace_members"].as_array().unwrap().len(), 1);
    let evcxr = metadata["packages"].as_array().unwrap().iter();
    let evcxr: Vec<&Json> = evcxr.filter(|package| package["name"] == "evcxr").collect();
    assert_eq!(evcxr.len(), 1);
    assert_eq!(evcxr[0]["source"], Json::Null, "it is the changed one");
}

#[test]
fn the_root_asks_for_the_version_that_the_patch_is_for() {
    let manifest = include_str!("../../../../../Cargo.toml");
    assert!(manifest.contains(&format!("evcxr = \"={EVCXR_VERSION}\"")));
}
