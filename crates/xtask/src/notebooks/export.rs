//! `cargo xtask notebooks export`: the course as a folder to hand out, with or without the solutions.
//!
//! The folder has the shape of the checkout (`notebooks/en/td3.ipynb`, `datasets`), so that relative paths are right in it. It must be
//! empty or made by an earlier export, whose list of files it holds: these are written anew, and those of them that are no longer
//! wanted are removed. Nothing else is touched.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::build::{self, Variant};
use super::source::{self, Kind, Source};
use super::work;
use crate::stamp::Hash;

/// Options of `notebooks export`.
#[derive(clap::Args)]
#[group(required = true, multiple = true)]
pub struct Args {
    /// Write the course without any solution here
    #[arg(long, value_name = "DIR")]
    students: Option<PathBuf>,
    /// Write all of it here, with the solutions and the teachers' guide
    #[arg(long, value_name = "DIR")]
    teachers: Option<PathBuf>,
}

/// What to do with the folder.
const README: &str = include_str!("export_readme.md");

/// Lists the files of an export, each with a hash of what was written.
const MARKER: &str = ".neurocomp-export";

/// Writes what the options say.
pub fn run(root: &Path, args: &Args) -> Result<()> {
    for (folder, for_teachers) in [(&args.students, false), (&args.teachers, true)] {
        if let Some(folder) = folder {
            let files = files(root, for_teachers)?;
            let count = files.len();
            write(folder, files)?;
            println!("{count} files in {}", folder.display());
        }
    }
    Ok(())
}

/// A file of the export: its place, and what it holds.
type ExportedFile = (PathBuf, Vec<u8>);

fn files(root: &Path, for_teachers: bool) -> Result<Vec<ExportedFile>> {
    let mut notebooks = Vec::new();
    for mut source in source::read(root, &[])? {
        if !for_teachers {
            source = without_solutions(source)?;
        }
        let wanted = |variant| for_teachers || variant == Variant::Student;
        notebooks.extend(build::notebooks(&source)?.into_iter().filter(|notebook| wanted(notebook.variant)));
    }
    // By this, checks note what is solved, and the index shows it, as in a working copy.
    let table = work::table(&notebooks)?.into_bytes();
    let mut files = vec![(PathBuf::from("notebooks/.neurocomp/course.tsv"), table)];
    files.extend(notebooks.into_iter().map(|notebook| (notebook.path, notebook.text.into_bytes())));
    let mut folders = vec![("datasets", false)];
    if for_teachers {
        folders.push(("notebooks/teachers", true));
    }
    for (folder, deep) in folders {
        collect(root, Path::new(folder), deep, &mut files)?;
    }
    files.push(("README.md".into(), README.as_bytes().to_vec()));
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.push((licence.into(), read(root, Path::new(licence))?));
    }
    Ok(files)
}

fn read(root: &Path, file: &Path) -> Result<Vec<u8>> {
    fs::read(root.join(file)).with_context(|| format!("reading {}", root.join(file).display()))
}

/// The files of a folder of the checkout, if it is there.
fn collect(root: &Path, folder: &Path, deep: bool, files: &mut Vec<ExportedFile>) -> Result<()> {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.path().is_file() {
            files.push((path.clone(), read(root, &path)?));
        } else if deep {
            collect(root, &path, deep, files)?;
        }
    }
    Ok(())
}

/// The source without its links to solutions, of which it must then have none.
fn without_solutions(mut source: Source) -> Result<Source> {
    for cell in source.cells.iter_mut().filter(|cell| cell.kind == Kind::Markdown && !cell.is("solution")) {
        cell.text = without_links(&cell.text);
        let place = || format!("notebooks/source/{}.md, line {}", source.name, cell.line);
        ensure!(!cell.text.contains(SOLUTION), "{}: a solution is named other than by a link", place());
    }
    Ok(source)
}

/// How the file of a solution ends.
const SOLUTION: &str = "-solution.ipynb";

/// A text without its links to solutions: a link in parentheses goes with them and all that they hold, of another link the words stay.
fn without_links(text: &str) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_string).collect();
    for line in &mut lines {
        while let Some(shorter) = without_first_link(line) {
            *line = shorter;
        }
    }
    lines.join("\n")
}

fn without_first_link(line: &str) -> Option<String> {
    let end = line.find(&format!("{SOLUTION})"))? + SOLUTION.len() + 1;
    let middle = line[..end].rfind("](")?;
    let begin = line[..middle].rfind('[')?;
    // The last parenthesis before the link that is still open.
    let mut open = Vec::new();
    for (at, sign) in line[..begin].char_indices() {
        match sign {
            '(' => open.push(at),
            ')' => drop(open.pop()),
            _ => {}
        }
    }
    let Some(open) = open.pop() else {
        return Some(format!("{}{}{}", &line[..begin], &line[begin + 1..middle], &line[end..]));
    };
    let mut depth = 1;
    let close = line[end..].char_indices().find(|(_, sign)| {
        depth += i32::from(*sign == '(') - i32::from(*sign == ')');
        depth == 0
    });
    let (close, _) = close?;
    Some(format!("{}{}", line[..open].trim_end_matches(' '), &line[end + close + 1..]))
}

/// Writes the files into the folder.
fn write(folder: &Path, files: Vec<ExportedFile>) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let marker = folder.join(MARKER);
    let old = fs::read_to_string(&marker).unwrap_or_default();
    if !marker.exists() && fs::read_dir(folder)?.next().is_some() {
        bail!("{} is not empty, and no earlier export made it: name another folder", folder.display());
    }
    let ours: Vec<(&str, &Path)> =
        old.lines().filter_map(|line| line.split_once(' ')).map(|(hash, path)| (hash, Path::new(path))).collect();
    let is_ours = |path: &Path, bytes: &[u8]| ours.contains(&(Hash::of(bytes).as_str(), path));
    for (path, bytes) in &files {
        let there = fs::read(folder.join(path)).unwrap_or_else(|_| bytes.clone());
        if there != *bytes && !is_ours(path, &there) {
            bail!(
                "{} was changed since it was exported: move it away, or name another folder",
                folder.join(path).display()
            );
        }
    }
    // What is ours from now on is listed before it is there: an export that was interrupted can be done again.
    let listed: BTreeSet<String> =
        files.iter().map(|(path, bytes)| format!("{} {}\n", Hash::of(bytes), path.display())).collect();
    let before: BTreeSet<String> = old.lines().map(|line| format!("{line}\n")).collect();
    let list = |lines: &mut dyn Iterator<Item = &String>| lines.map(String::as_str).collect::<String>();
    work::replace(&marker, list(&mut before.union(&listed)).as_bytes())?;
    for (path, bytes) in &files {
        work::replace(&folder.join(path), bytes)?;
    }
    for (_, path) in &ours {
        let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        let unwanted = is_inside && !files.iter().any(|(wanted, _)| wanted == path);
        let file = folder.join(path);
        if unwanted && fs::read(&file).is_ok_and(|there| is_ours(path, &there)) {
            fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
        }
    }
    work::replace(&marker, list(&mut listed.iter()).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_solutions_go_with_their_parentheses_and_leave_other_words() {
        for (text, left) in [
            ("| [A](a.ipynb) ([solution](a-solution.ipynb)) | why (so) |", "| [A](a.ipynb) | why (so) |"),
            ("Hints (see [a](a-solution.ipynb), for (much) later) open. (b)", "Hints open. (b)"),
            ("See (now) [the solution](a-solution.ipynb)\n([b](b-solution.ipynb))!", "See (now) the solution\n!"),
            ("no link (at all)", "no link (at all)"),
        ] {
            assert_eq!(without_links(text), left);
        }
    }

    #[test]
    fn students_get_nothing_of_the_solutions_and_teachers_everything() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let names = |files: &[ExportedFile]| -> BTreeSet<String> {
            files.iter().map(|(path, _)| path.display().to_string()).collect()
        };
        let (students, teachers) = (files(&root, false).unwrap(), files(&root, true).unwrap());
        let (few, all) = (names(&students), names(&teachers));
        assert!(few.is_subset(&all));
        for name in ["notebooks/fr/td3.ipynb", "notebooks/en/index.ipynb", "datasets/v1_spikes.csv", "LICENSE-MIT"] {
            assert!(few.contains(name), "{name}");
        }
        assert!(all.contains("notebooks/en/td3-solution.ipynb"));
        // They get the built notebooks, which `notebooks check` looks through for solutions; where nothing is said of solutions, to the byte.
        let differ: BTreeSet<&Path> =
            students.iter().filter(|file| !teachers.contains(file)).map(|(path, _)| path.as_path()).collect();
        let expected = ["notebooks/.neurocomp/course.tsv", "notebooks/en/index.ipynb", "notebooks/fr/index.ipynb"];
        assert_eq!(differ, BTreeSet::from(expected.map(Path::new)));
        for (path, bytes) in &students {
            let text = String::from_utf8_lossy(bytes);
            assert!(!path.to_string_lossy().contains("solution") && !text.contains("-solution"), "{}", path.display());
        }
    }

    #[test]
    fn a_folder_of_others_is_refused_and_what_others_put_into_ours_stays() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("course");
        let file = |name: &str, text: &str| (PathBuf::from(name), text.as_bytes().to_vec());
        write(&folder, vec![file("a/x", "1"), file("y", "1"), file("z", "1")]).unwrap();
        fs::write(folder.join("a/theirs"), "t").unwrap();
        fs::write(folder.join("z"), "changed").unwrap();
        write(&folder, vec![file("a/x", "2")]).unwrap();
        let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
        assert_eq!(
            ["a/x", "y", "z", "a/theirs"].map(read),
            [Some("2"), None, Some("changed"), Some("t")].map(|text| text.map(str::to_string))
        );
        assert!(write(&folder, vec![file("z", "3")]).unwrap_err().to_string().contains("was changed since"));
        assert_eq!(read("z").as_deref(), Some("changed"));
        let foreign = home.path().join("foreign");
        fs::create_dir(&foreign).unwrap();
        fs::write(foreign.join("x"), "t").unwrap();
        assert!(write(&foreign, vec![file("x", "1")]).unwrap_err().to_string().contains("is not empty"));
    }
}
