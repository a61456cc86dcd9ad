//! Each rule refuses a source that breaks it, and only that one.

use super::*;
use crate::notebooks::source;

fn of(text: &str) -> Vec<String> {
    let source = Source { name: "t".into(), names_kernel: true, cells: source::parse(text).unwrap() };
    problems(&source).unwrap()
}

fn code(attributes: &str, text: &str) -> String {
    format!("```rust {attributes}\n{text}\n```\n")
}

fn stub(solution: &str) -> String {
    format!("fn f(x: f64) -> f64 {{\n    // BEGIN SOLUTION\n    {solution}\n    // END SOLUTION\n}}")
}

const EXERCISE: &str = "tags=[\"exercise\"]";
const CHECK: &str = "```rust tags=[\"check\"]\ncheck::lif::f(f)\n```\n";

#[test]
fn a_good_source_has_no_problem() {
    let text = format!(
        "# Title\n\n{}{}{}{CHECK}",
        code("lang=\"fr\"", "let v = 1.5; // la tension\nprintln!(\"tension {v}\");"),
        code("lang=\"en\"", "let v = 1.5;\nprintln!(\"voltage {v}\"); // show it"),
        code(EXERCISE, &stub("x.powi(2) + 3.0 * x"))
    );
    assert_eq!(of(&text), Vec::<String>::new());
}

#[test]
fn a_number_that_differs_between_the_languages_is_found() {
    let text = format!("# T\n\n{}{}", code("lang=\"fr\"", "let tau = 20.0;"), code("lang=\"en\"", "let tau = 10.0;"));
    let problems = of(&text);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("code differs"), "{problems:?}");
}

#[test]
fn a_stub_that_differs_between_the_languages_is_found() {
    let region = |after: &str| format!("// BEGIN SOLUTION\nlet y = 1;\n// END SOLUTION\n{after}");
    let text = format!(
        "# T\n\n{}{}{CHECK}",
        code("lang=\"fr\" tags=[\"exercise\"]", &region("y")),
        code("lang=\"en\" tags=[\"exercise\"]", "let y = 1;\n// BEGIN SOLUTION\ny\n// END SOLUTION")
    );
    assert!(of(&text).iter().any(|p| p.contains("code differs")), "{:?}", of(&text));
}

#[test]
fn a_cell_without_its_counterpart_is_found() {
    let french = "<!-- #region lang=\"fr\" -->\nBonjour\n<!-- #endregion -->\n";
    let english = "<!-- #region lang=\"en\" -->\nHello\n<!-- #endregion -->\n";
    assert!(of(&format!("# T\n\n{french}")).iter().any(|p| p.contains("not pairs")));
    assert!(of(&format!("# T\n\n{french}{french}{english}")).iter().any(|p| p.contains("not pairs")));
    assert_eq!(of(&format!("# T\n\n{french}{english}{english}{french}")), Vec::<String>::new());
    let tagged = english.replace("lang", "tags=[\"solution\"] lang");
    assert!(of(&format!("# T\n\n{french}{tagged}")).iter().any(|p| p.contains("not pairs")));
}

#[test]
fn a_solution_in_a_hint_or_in_another_cell_is_found() {
    let exercise = code(EXERCISE, &stub("(x / tau).exp() * (v0 - v_inf)"));
    let hint = "Try `(x/tau).exp() * (v0 - v_inf)`.\n";
    assert!(of(&format!("# T\n\n{exercise}{CHECK}\n{hint}")).iter().any(|p| p.contains("gives away")));
    let demo = code("", "let y = (x / tau).exp() * (v0 - v_inf);");
    assert!(of(&format!("# T\n\n{exercise}{CHECK}{demo}")).iter().any(|p| p.contains("gives away")));
    assert_eq!(of(&format!("# T\n\n{exercise}{CHECK}\nTry an exponential.\n")), Vec::<String>::new());
}

#[test]
fn a_solution_cell_is_secret_too() {
    let cell = |tags: &str| code(tags, "let answer_to_everything = 42.0 + rheobase;");
    let text = format!("# T\n\n{}{}", cell("tags=[\"solution\"]"), cell(""));
    assert!(of(&text).iter().any(|p| p.contains("gives away")));
}

#[test]
fn an_exercise_needs_a_check_and_a_solution() {
    let exercise = code(EXERCISE, &stub("x"));
    assert!(of(&format!("# T\n\n{exercise}"))[0].contains("no cell tagged check"));
    assert!(of(&format!("# T\n\n{exercise}{exercise}{CHECK}"))[0].contains("line 3: the exercise has no"));
    assert!(of(&format!("# T\n\n{}{CHECK}", exercise.replace("fn f", "fn g")))[0].contains("the check of f follows"));
    let empty = code(EXERCISE, "fn f() {}");
    assert!(of(&format!("# T\n\n{empty}{CHECK}"))[0].contains("go together"));
    let untagged = code("", &stub("x"));
    assert!(of(&format!("# T\n\n{untagged}"))[0].contains("go together"));
}

#[test]
fn a_notebook_that_is_missing_old_or_without_a_source_is_found() {
    let root = std::env::temp_dir().join(format!("neurocomp-check-test-{}", std::process::id()));
    let text = "# Title\n";
    let source = || Source { name: "t".into(), names_kernel: true, cells: source::parse(text).unwrap() };
    fs::create_dir_all(root.join("notebooks")).unwrap();
    fs::write(root.join(constructs::TABLE), constructs::find(&[source()]).unwrap().table).unwrap();
    let failed = |root: &Path| run(root, &[source()], true).unwrap().failed;
    assert_eq!(failed(&root), 2);
    build::run(&root, &[source()]).unwrap();
    assert_eq!(failed(&root), 0);
    fs::write(root.join("notebooks/fr/t.ipynb"), "{}").unwrap();
    fs::write(root.join("notebooks/fr/old.ipynb"), "{}").unwrap();
    assert_eq!(failed(&root), 2);
    fs::remove_dir_all(root).unwrap();
}
