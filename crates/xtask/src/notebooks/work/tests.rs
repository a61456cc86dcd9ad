use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::notebooks::source::Source;

/// Where the course has its notebooks; nothing is there, so that none of them was filled in.
const NOWHERE: &str = "/no/such/checkout";

/// A course of one tutorial, in a first and in a second version.
fn built(second: bool) -> Vec<Notebook> {
    let [title, hint] = if second { ["# The new title", "    // Ohm's law.\n"] } else { ["# The title", ""] };
    let text = format!(
        "{title}\n\n```rust tags=[\"exercise\"]\nfn ohm(r: f64) -> f64 {{\n{hint}    // BEGIN SOLUTION\n    r * 2.0\n    // END SOLUTION\n}}\n```\n\n\
         ```rust tags=[\"check\"]\ncheck::first::ohm(ohm)\n```\n\n```rust\nprintln!(\"the same\")\n```\n"
    );
    let source = Source { name: "t".into(), names_kernel: true, cells: source::parse(&text).unwrap() };
    build::notebooks(&source).unwrap()
}

struct Home(TempDir);

impl Home {
    /// A working copy of the first version.
    fn new() -> Home {
        let home = Home(TempDir::new().unwrap());
        home.update(false).unwrap();
        home
    }

    fn update(&self, second: bool) -> Result<Vec<String>> {
        update(Path::new(NOWHERE), self.0.path(), &built(second))
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("en/t.ipynb")
    }

    fn read(&self) -> Value {
        serde_json::from_slice(&fs::read(self.file()).unwrap()).unwrap()
    }

    /// As a student does: solves the exercise and adds a cell. The output makes the file large enough to be written in parts.
    fn work(&self) {
        let mut notebook = self.read();
        notebook["cells"][1]["source"] = json!("fn ohm(r: f64) -> f64 { 2.0 * r }");
        notebook["cells"][3]["outputs"] =
            json!([{"name": "stdout", "output_type": "stream", "text": "same ".repeat(60_000)}]);
        let own = json!({"cell_type": "code", "execution_count": 7, "id": "6f2c", "metadata": {}, "outputs": [], "source": "my own"});
        notebook["cells"].as_array_mut().unwrap().push(own);
        fs::write(self.file(), build::text(&notebook).unwrap()).unwrap();
    }

    fn backups(&self) -> Vec<Value> {
        let Ok(runs) = fs::read_dir(self.0.path().join(".neurocomp/backup")) else { return Vec::new() };
        let files = runs.map(|run| run.unwrap().path().join("en/t.ipynb")).filter(|file| file.exists());
        files.map(|file| serde_json::from_slice(&fs::read(file).unwrap()).unwrap()).collect()
    }
}

fn sources(notebook: &Value) -> Vec<String> {
    let source = |cell: &Value| match &cell["source"] {
        Value::String(text) => text.clone(),
        lines => lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect(),
    };
    notebook["cells"].as_array().unwrap().iter().map(source).collect()
}

#[test]
fn an_update_keeps_the_work_renews_the_rest_says_so_and_is_done_once() {
    let home = Home::new();
    assert!(home.update(false).unwrap().is_empty());
    home.work();
    let before = home.read();
    let said = home.update(true).unwrap();
    assert!(
        said[0]
            .starts_with("en/t.ipynb: cells renewed: 1; your answers kept: 1; your other cells kept: 1 (as it was: "),
        "{said:?}"
    );
    assert_eq!(said[1..], ["notebooks renewed in which you had changed nothing: 3"]);
    let after = home.read();
    let answer = "fn ohm(r: f64) -> f64 { 2.0 * r }";
    assert_eq!(
        sources(&after),
        ["# The new title", answer, "check::first::ohm(ohm)", "println!(\"the same\")", "my own"]
    );
    assert_eq!(after["cells"][3]["outputs"], before["cells"][3]["outputs"]);
    assert_eq!(home.backups(), [before]);
    assert!(home.update(true).unwrap().is_empty());
    assert_eq!(home.backups().len(), 1);
}

#[test]
fn a_notebook_that_jupyterlab_has_written_over_is_renewed_again() {
    let home = Home::new();
    home.work();
    let open_in_a_browser = fs::read(home.file()).unwrap();
    home.update(true).unwrap();
    let renewed = home.read();
    fs::write(home.file(), open_in_a_browser).unwrap();
    home.update(true).unwrap();
    assert_eq!(home.read(), renewed);
}

#[test]
fn work_done_in_the_course_s_own_folder_is_taken_over() {
    let old = Home::new();
    old.work();
    let checkout = TempDir::new().unwrap();
    fs::create_dir_all(checkout.path().join("notebooks/en")).unwrap();
    fs::copy(old.file(), checkout.path().join("notebooks/en/t.ipynb")).unwrap();
    let home = Home(TempDir::new().unwrap());
    let said = update(checkout.path(), home.0.path(), &built(true)).unwrap();
    assert_eq!(
        said,
        [
            "en/t.ipynb: made from notebooks/en/t.ipynb, with your answers (1) and your other cells (1)",
            "notebooks made: 3"
        ]
    );
    assert_eq!(sources(&home.read())[4], "my own");
}

#[test]
fn a_file_that_is_no_notebook_is_left_as_it_is() {
    let home = Home::new();
    fs::write(home.file(), "{\"cells\": [").unwrap();
    assert!(home.update(true).unwrap()[0].contains("en/t.ipynb cannot be read"));
    assert_eq!(fs::read_to_string(home.file()).unwrap(), "{\"cells\": [");
    let said = put_back(home.0.path(), &built(true), "t", None, Language::English).unwrap();
    assert!(said.starts_with("en/t.ipynb: as at the start."), "{said}");
    assert_eq!(sources(&home.read())[0], "# The new title");
}

#[test]
fn a_reset_keeps_what_was_there_and_opens_the_exercise_again() {
    let home = Home::new();
    home.work();
    let before = home.read();
    let progress = home.0.path().join(".neurocomp/progress.txt");
    fs::write(&progress, "\nt ohm solved\n").unwrap();
    let reset = |exercise| put_back(home.0.path(), &built(false), "t", exercise, Language::English);
    reset(Some("ohm")).unwrap();
    assert_eq!(sources(&home.read())[4], "my own");
    assert!(sources(&home.read())[1].contains("todo!()"));
    assert_eq!(fs::read_to_string(&progress).unwrap(), "\nt ohm solved\n\nt ohm open\n");
    assert!(reset(Some("ohm")).unwrap().contains("is as the course gives it"));
    assert!(reset(Some("volt")).unwrap_err().to_string().ends_with("there are: ohm"));
    reset(None).unwrap();
    assert_eq!(home.read(), given(&built(false)[2]).unwrap());
    assert_eq!(home.backups().len(), 2);
    assert!(home.backups().contains(&before));
}

#[test]
fn the_table_tells_the_library_which_exercises_there_are() {
    let home = Home::new();
    let table = fs::read_to_string(home.0.path().join(".neurocomp/course.tsv")).unwrap();
    let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[2], ["en/t.ipynb", "The title", "ohm"]);
    assert_eq!(lines[3], ["en/t-solution.ipynb", "The title", ""]);
}

#[test]
fn an_error_at_any_step_loses_nothing_and_the_next_update_ends_the_work() {
    let whole = Home::new();
    whole.work();
    whole.update(true).unwrap();
    for step in 0.. {
        let home = Home::new();
        home.work();
        let before = home.read();
        files::faults::after(Some(step));
        let outcome = home.update(true);
        files::faults::after(None);
        let now = home.read();
        assert!(now == before || (now == whole.read() && home.backups().contains(&before)), "step {step}");
        home.update(true).unwrap();
        assert_eq!(home.read(), whole.read(), "step {step}");
        assert!(home.backups().contains(&before), "step {step}");
        if outcome.is_ok() {
            assert!(step > 10, "only {step} steps can fail");
            return;
        }
    }
}

/// Set in a process that these tests start: the working copy that it is to update.
const CHILD: &str = "NEUROCOMP_WORK_TEST";

/// Not a test of its own: what the processes below do.
#[test]
fn update_in_a_process_of_its_own() {
    if let Some(folder) = std::env::var_os(CHILD) {
        let home = Path::new(&folder);
        update(Path::new(NOWHERE), home, &built(true)).unwrap();
    }
}

/// A process that updates the working copy, by way of this line for the shell.
fn process(home: &Home, shell: &str) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{shell} exec \"$0\" --exact notebooks::work::tests::update_in_a_process_of_its_own")]);
    command.arg(std::env::current_exe().unwrap()).env(CHILD, home.0.path());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
#[cfg(unix)]
fn processes_that_are_killed_or_find_the_disk_full_lose_nothing() {
    let whole = Home::new();
    whole.work();
    whole.update(true).unwrap();
    for trial in 0..24 {
        let home = Home::new();
        home.work();
        let before = home.read();
        if trial % 3 == 0 {
            // No file may grow beyond so many blocks of 512 bytes; a write then fails, as on a full disk, after a part of it.
            let status = process(&home, &format!("trap '' XFSZ; ulimit -f {};", trial / 3 * 20)).status().unwrap();
            assert!(!status.success(), "trial {trial}");
        } else {
            let mut child = process(&home, "").spawn().unwrap();
            sleep(Duration::from_micros(500 * trial));
            child.kill().unwrap();
            child.wait().unwrap();
        }
        let now = home.read();
        assert!(now == before || (now == whole.read() && home.backups().contains(&before)), "trial {trial}");
        home.update(true).unwrap();
        assert_eq!(home.read(), whole.read(), "trial {trial}");
        assert!(home.backups().contains(&before), "trial {trial}");
    }
}

#[test]
#[cfg(unix)]
fn two_starts_at_once_do_the_work_once() {
    for _ in 0..5 {
        let home = Home::new();
        home.work();
        let children: Vec<_> = (0..3).map(|_| process(&home, "").spawn().unwrap()).collect();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
        assert_eq!(home.backups().len(), 1);
        assert_eq!(sources(&home.read())[0], "# The new title");
    }
}
