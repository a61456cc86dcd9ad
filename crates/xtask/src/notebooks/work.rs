//! The working copy: a student's own notebooks, beside the course's.
//!
//! | in the working copy | what it is |
//! | --- | --- |
//! | `en/td3.ipynb`, `fr/…` | the student's notebooks, with the solutions and the index beside them |
//! | `.neurocomp/course.tsv` | for each notebook: its title and its exercises, for the library's checks |
//! | `.neurocomp/progress.txt` | which exercises are solved, written by the library's checks |
//! | `.neurocomp/backup/DATE/en/td3.ipynb` | a notebook as it was before a change of that date |
//! | `.neurocomp/lock` | held while notebooks are renewed |
//!
//! It is the folder `work` of the checkout, or, where that cannot be written, `courses/NAME/work` in the user's folder for data of
//! neurocomp, or the folder `work` in the one that `NEUROCOMP_WORK` names; outside of the checkout with a link to `datasets` beside
//! it, so that `../../datasets` is right everywhere. [`super::merge`] says what an update keeps. A notebook's metadata say of which
//! version of the course it is.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::build::{self, Notebook, Variant};
use super::merge::{self, Merged};
use super::source::{self, Language};
use crate::environment;
use crate::lab::system_language;
use crate::stamp::Hash;

mod files;

use files::Backup;
pub use files::replace;

/// What the library's checks look for, to find the working copy of a notebook: see `neurocomp::course`.
const RECORDS: &str = ".neurocomp";

/// Options of `notebooks reset`.
#[derive(clap::Args)]
pub struct ResetArgs {
    /// Name of the notebook, such as td3
    notebook: String,
    /// Name of the function of one exercise [default: the whole notebook]
    exercise: Option<String>,
    /// Language of the notebook [default: the system's]
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

/// Makes the working copy or renews it, says what was done, and returns its folder.
pub fn prepare(root: &Path) -> Result<PathBuf> {
    let folder = place(root)?;
    update(root, &folder, &course(root)?)?.iter().for_each(|line| println!("{line}"));
    println!("{} {}", say("Your notebooks are in", "Vos notebooks sont dans"), folder.display());
    Ok(folder)
}

/// `notebooks reset`.
pub fn reset(root: &Path, args: &ResetArgs) -> Result<()> {
    let folder = place(root)?;
    let built = course(root)?;
    update(root, &folder, &built)?.iter().for_each(|line| println!("{line}"));
    let language = args.lang.unwrap_or_else(system_language);
    println!("{}", put_back(&folder, &built, &args.notebook, args.exercise.as_deref(), language)?);
    Ok(())
}

/// All notebooks as the course has them now, made from their sources: those in `notebooks` may have been filled in.
fn course(root: &Path) -> Result<Vec<Notebook>> {
    let mut built = Vec::new();
    for source in source::read(root, &[])? {
        built.extend(build::notebooks(&source)?);
    }
    Ok(built)
}

/// The folder of the working copy of this checkout.
fn place(root: &Path) -> Result<PathBuf> {
    let chosen = std::env::var_os("NEUROCOMP_WORK").filter(|folder| !folder.is_empty());
    let course = match chosen {
        Some(folder) => std::path::absolute(folder)?,
        None => {
            let inside = root.join("work");
            let writable = if inside.exists() { &inside } else { root };
            if environment::can_write(writable) {
                return Ok(inside);
            }
            let hash = Hash::of(root.as_os_str().as_encoded_bytes());
            let name = format!("{}-{}", root.file_name().unwrap_or_default().to_string_lossy(), &hash[..8]);
            environment::data_home().join("neurocomp/courses").join(name)
        }
    };
    fs::create_dir_all(&course).with_context(|| format!("making {}", course.display()))?;
    link(&root.join("datasets"), &course.join("datasets"))?;
    Ok(course.join("work"))
}

/// Only one program at a time may change a working copy; the system forgets the lock when the program ends, however it ends.
fn lock(folder: &Path) -> Result<File> {
    let records = folder.join(RECORDS);
    fs::create_dir_all(&records).with_context(|| format!("making {}", records.display()))?;
    let file = records.join("lock");
    let lock = File::create(&file).with_context(|| format!("making {}", file.display()))?;
    // Where a file system has no locks, two starts at once are not kept apart; each of their writes is whole all the same.
    lock.lock().ok();
    Ok(lock)
}

/// Renews what the course has changed since the last time; returns what to say about it.
fn update(root: &Path, folder: &Path, built: &[Notebook]) -> Result<Vec<String>> {
    let _lock = lock(folder)?;
    let mut backup = Backup::new(folder.join(RECORDS).join("backup"));
    let mut said = Vec::new();
    let (mut made, mut untouched) = (0, 0);
    for notebook in built {
        let name = name(notebook);
        let file = folder.join(&name);
        let change = renew(root, &file, notebook, &mut backup);
        match change.with_context(|| format!("renewing {}", file.display()))? {
            Change::Made => made += 1,
            Change::Untouched => untouched += 1,
            Change::Current => {}
            Change::Merged(merged, before) => said.push(told(&name, &merged, before.as_deref())),
            Change::Unreadable(why) => said.push(say(
                &format!("{name} cannot be read ({why}): it is left as it is; `cargo xtask notebooks reset` makes a new one"),
                &format!("{name} ne peut être lu ({why}) : il est laissé tel quel ; `cargo xtask notebooks reset` en fait un neuf"),
            )),
        }
    }
    let (file, table) = (folder.join(RECORDS).join("course.tsv"), table(built)?);
    if fs::read(&file).ok().as_deref() != Some(table.as_bytes()) {
        files::replace(&file, table.as_bytes())?;
    }
    if made > 0 {
        said.push(say(&format!("notebooks made: {made}"), &format!("notebooks créés : {made}")));
    }
    if untouched > 0 {
        said.push(say(
            &format!("notebooks renewed in which you had changed nothing: {untouched}"),
            &format!("notebooks mis à jour où vous n’aviez rien changé : {untouched}"),
        ));
    }
    Ok(said)
}

/// What became of a notebook.
enum Change {
    Made,
    /// It is of this version.
    Current,
    /// Nothing was written in it; it is of the new version now.
    Untouched,
    /// The student's work is in the new version; the file before, if there was one.
    Merged(Merged, Option<PathBuf>),
    Unreadable(String),
}

fn renew(root: &Path, file: &Path, new: &Notebook, backup: &mut Backup) -> Result<Change> {
    // A notebook that is not there yet may have been filled in where the course has it: version 0.1 asked for that.
    let is_there = file.exists();
    let old = if is_there { fs::read(file) } else { fs::read(root.join(&new.path)) };
    // A search in the text: to read 34 notebooks with all their figures as JSON takes seconds.
    if is_there && old.as_ref().is_ok_and(|old| String::from_utf8_lossy(old).contains(&version(new))) {
        return Ok(Change::Current);
    }
    let course = given(new)?;
    let text = build::text(&course)?;
    let merged = old.map_err(anyhow::Error::from).and_then(|old| {
        let mine: Value = serde_json::from_slice(&old)?;
        merge::merge(&mine, &course, new.language)
    });
    let change = match merged {
        Ok(merged) if merged.answers + merged.own > 0 => {
            let before = if is_there { Some(backup.keep(file, &name(new))?) } else { None };
            files::replace(file, build::text(&merged.notebook)?.as_bytes())?;
            return Ok(Change::Merged(merged, before));
        }
        Ok(merged) if is_there => {
            files::replace(file, build::text(&merged.notebook)?.as_bytes())?; // outputs stay
            return Ok(Change::Untouched);
        }
        Err(error) if is_there => return Ok(Change::Unreadable(error.to_string())),
        _ => Change::Made,
    };
    files::replace(file, text.as_bytes())?;
    Ok(change)
}

/// A notebook of the course as a student gets it: it says of which version it is.
fn given(notebook: &Notebook) -> Result<Value> {
    let mut course: Value = serde_json::from_str(&notebook.text)?;
    course["metadata"][merge::VERSION] = json!({ "version": version(notebook) });
    Ok(course)
}

/// The line about one notebook that holds work of the student's.
fn told(name: &str, merged: &Merged, before: Option<&Path>) -> String {
    let Merged { renewed, answers, own, .. } = merged;
    match before {
        Some(before) => {
            let before = before.display();
            say(
                &format!(
                    "{name}: cells renewed: {renewed}; your answers kept: {answers}; your other cells kept: {own} \
                     (as it was: {before})"
                ),
                &format!(
                    "{name} : cellules mises à jour : {renewed} ; vos réponses gardées : {answers} ; \
                     vos autres cellules gardées : {own} (tel qu’il était : {before})"
                ),
            )
        }
        None => say(
            &format!("{name}: made from notebooks/{name}, with your answers ({answers}) and your other cells ({own})"),
            &format!(
                "{name} : créé depuis notebooks/{name}, avec vos réponses ({answers}) et vos autres cellules ({own})"
            ),
        ),
    }
}

/// Puts a notebook, or one exercise of it, back to what the course gives; returns what to say.
fn put_back(
    folder: &Path,
    built: &[Notebook],
    notebook: &str,
    exercise: Option<&str>,
    language: Language,
) -> Result<String> {
    let _lock = lock(folder)?;
    let wanted = build::path(notebook, language, Variant::Student);
    let Some(new) = built.iter().find(|new| new.path == wanted) else {
        let students = built.iter().filter(|new| new.language == language && new.variant == Variant::Student);
        let names: Vec<_> = students.filter_map(|new| new.path.file_stem()?.to_str()).collect();
        let names = names.join(", ");
        bail!(say(
            &format!("there is no notebook {notebook:?}; there are: {names}"),
            &format!("il n’y a pas de notebook {notebook:?} ; il y a : {names}"),
        ));
    };
    let name = name(new);
    let file = folder.join(&name);
    let course = given(new)?;
    let fresh = build::text(&course)?;
    let text = match exercise {
        None if fs::read(&file).is_ok_and(|bytes| bytes == fresh.as_bytes()) => None,
        None => Some(fresh),
        Some(exercise) => {
            let mine = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            let mine = serde_json::from_slice(&mine)
                .with_context(|| say(&format!("{name} cannot be read"), &format!("{name} ne peut être lu")))?;
            merge::reset(&mine, &course, exercise)?.map(|notebook| build::text(&notebook)).transpose()?
        }
    };
    let Some(text) = text else {
        return Ok(say(
            &format!("{name} is as the course gives it; the other language is named by --lang"),
            &format!("{name} est tel que le cours le donne ; l’autre langue se nomme par --lang"),
        ));
    };
    let before = if file.exists() {
        Backup::new(folder.join(RECORDS).join("backup")).keep(&file, &name)?.display().to_string()
    } else {
        "–".to_string()
    };
    files::replace(&file, text.as_bytes())?;
    forget(folder, notebook, exercise, &merge::exercises(&course));
    let what = exercise.map_or(name.clone(), |exercise| format!("{name}, {exercise}"));
    Ok(say(
        &format!(
            "{what}: as at the start. As it was: {before}\n\
             If it is open in JupyterLab: File ▸ Reload Notebook from Disk"
        ),
        &format!(
            "{what} : comme au début. Tel qu’il était : {before}\n\
             S’il est ouvert dans JupyterLab : Fichier ▸ Recharger le notebook depuis le disque"
        ),
    ))
}

/// Notes that exercises are open again, in the words of the library (`neurocomp::course`). A lost note is a wrong tick: no reason to fail.
fn forget(folder: &Path, notebook: &str, exercise: Option<&str>, exercises: &[String]) {
    let again = exercises.iter().filter(|name| exercise.is_none_or(|exercise| exercise == *name));
    let lines: String = again.map(|name| format!("\n{notebook} {name} open\n")).collect();
    let file = folder.join(RECORDS).join("progress.txt");
    if let Ok(mut file) = File::options().append(true).open(file) {
        std::io::Write::write_all(&mut file, lines.as_bytes()).ok();
    }
}

/// A notebook's name in the working copy: `en/td3.ipynb`.
fn name(notebook: &Notebook) -> String {
    let path = notebook.path.strip_prefix("notebooks").unwrap_or(&notebook.path);
    path.to_string_lossy().into_owned()
}

/// A hash of what the course gives.
fn version(notebook: &Notebook) -> String {
    Hash::of(notebook.text.as_bytes())
}

/// What the library reads: of each notebook its name, its title, and the names of its exercises unless it holds the solutions.
pub fn table(built: &[Notebook]) -> Result<String> {
    let mut table = String::new();
    for notebook in built {
        let course: Value = serde_json::from_str(&notebook.text)?;
        let exercises = match notebook.variant {
            Variant::Student => merge::exercises(&course).join(" "),
            Variant::Solution => String::new(),
        };
        let title = merge::title(&course);
        table += &format!("{}\t{title}\t{exercises}\n", name(notebook));
    }
    Ok(table)
}

/// The sentence in the system's language.
pub fn say(english: &str, french: &str) -> String {
    match system_language() {
        Language::English => english.to_string(),
        Language::French => french.to_string(),
    }
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    if fs::read_link(to).is_ok_and(|old| old == from) {
        return Ok(());
    }
    fs::remove_file(to).ok();
    std::os::unix::fs::symlink(from, to).with_context(|| format!("linking {}", to.display()))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    Ok(()) // the kernel needs Unix
}

#[cfg(test)]
mod tests;
