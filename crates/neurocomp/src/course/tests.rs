use std::thread;

use super::*;

/// A working copy of two notebooks, in a folder of its own that goes with it.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Copy {
        let folder = env::temp_dir().join(format!("neurocomp-course-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join(".neurocomp")).unwrap();
        let table = "en/membrane.ipynb\tMembrane\tcable\nen/td1.ipynb\tFirst steps\trate rates latency\n\
                     en/td1-solution.ipynb\tFirst steps\t\nfr/td1.ipynb\tPremiers pas\trate rates latency\n";
        fs::write(folder.join(TABLE), table).unwrap();
        Copy(folder)
    }

    fn notes(&self, notebook: &str, exercise: &str) -> bool {
        note(&self.0.join(notebook), exercise).is_some()
    }

    fn progress(&self) -> String {
        CourseProgress { notebooks: read(&self.0, Language::English) }.to_string()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn a_solved_exercise_is_noted_once_and_only_where_it_is_asked() {
    let copy = Copy::new("once");
    assert!(copy.notes("en/td1.ipynb", "latency"));
    assert!(!copy.notes("en/td1.ipynb", "latency"));
    assert!(!copy.notes("fr/td1.ipynb", "latency"), "it is the same exercise");
    assert!(copy.notes("fr/td1.ipynb", "rate"));
    for notebook in
        ["en/td1-solution.ipynb", "en/td1-Copy1.ipynb", "td1.ipynb", "en/membrane.ipynb", "../elsewhere.ipynb"]
    {
        assert!(!copy.notes(notebook, "rates"), "{notebook}");
    }
    let expected = "td1 (First steps): 2 / 3; still open: rates\nmembrane (Membrane): 0 / 1; still open: cable";
    assert_eq!(copy.progress(), expected);
}

#[test]
fn what_was_opened_again_counts_once_it_is_solved_again() {
    let copy = Copy::new("again");
    assert!(copy.notes("en/td1.ipynb", "rate"));
    let mut file = File::options().append(true).open(copy.0.join(PROGRESS)).unwrap();
    file.write_all(b"\ntd1 rate open\n").unwrap();
    assert!(copy.progress().starts_with("td1 (First steps): 0 / 3"));
    assert!(copy.notes("en/td1.ipynb", "rate"));
    assert!(copy.progress().starts_with("td1 (First steps): 1 / 3"));
}

#[test]
fn a_line_that_was_cut_short_is_none_and_spoils_no_other() {
    let copy = Copy::new("cut");
    let whole = "\ntd1 rates solved\n";
    for length in 0..whole.len() - 1 {
        fs::write(copy.0.join(PROGRESS), &whole[..length]).unwrap();
        assert!(copy.progress().starts_with("td1 (First steps): 0 / 3"), "{length}");
        assert!(copy.notes("en/td1.ipynb", "latency"));
        assert!(copy.progress().starts_with("td1 (First steps): 1 / 3; still open: rate, rates"), "{length}");
    }
}

#[test]
fn several_kernels_write_at_once() {
    let copy = Copy::new("kernels");
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for exercise in ["rate", "rates", "latency"] {
                    copy.notes("en/td1.ipynb", exercise);
                    copy.notes("en/membrane.ipynb", "cable");
                }
            });
        }
    });
    assert_eq!(copy.progress(), "td1 (First steps): 3 / 3\nmembrane (Membrane): 1 / 1");
    for line in fs::read_to_string(copy.0.join(PROGRESS)).unwrap().lines().filter(|line| !line.is_empty()) {
        assert_eq!((line.split(' ').count(), line.ends_with(" solved")), (3, true), "{line}");
    }
}

#[test]
fn what_cannot_be_written_is_not_noted_and_nothing_fails() {
    let copy = Copy::new("full");
    fs::create_dir(copy.0.join(PROGRESS)).unwrap(); // a folder in its place
    assert!(!copy.notes("en/td1.ipynb", "rate"));
    assert!(copy.progress().starts_with("td1 (First steps): 0 / 3"));
}

#[test]
fn the_page_links_each_notebook_and_names_what_is_open() {
    let copy = Copy::new("page");
    copy.notes("en/membrane.ipynb", "cable");
    let html = CourseProgress { notebooks: read(&copy.0, Language::French) }.to_html();
    assert!(html.contains("<a href=\"td1.ipynb\">Premiers pas</a>") && html.contains("<code>latency</code>"), "{html}");
    let html = CourseProgress { notebooks: read(&copy.0, Language::English) }.to_html();
    assert!(html.contains("<td>1 / 1</td><td style=\"text-align: left\">✓</td>"), "{html}");
}
