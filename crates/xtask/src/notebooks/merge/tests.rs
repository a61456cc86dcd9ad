use super::*;

fn course_cell(kind: Kind, text: &str, tags: &[&str]) -> Value {
    let metadata = if tags.is_empty() { json!({}) } else { json!({ "tags": tags }) };
    crate::notebooks::build::cell(kind, "", metadata, text)
}

/// A notebook of the course: `#` begins text, `fn` an exercise, all else is code.
fn course(texts: &[&str]) -> Value {
    let mut ids = Ids::default();
    let cell = |text: &&str| {
        let (kind, tags): (Kind, &[&str]) = match () {
            () if text.starts_with('#') => (Kind::Markdown, &[]),
            () if text.starts_with("fn ") => (Kind::Code, &["exercise"]),
            () => (Kind::Code, &[]),
        };
        let mut cell = course_cell(kind, text, tags);
        cell["id"] = json!(ids.next(kind, text));
        cell
    };
    crate::notebooks::build::document(texts.iter().map(cell).collect())
}

fn edit(notebook: &mut Value, at: usize, text: &str) {
    notebook["cells"][at]["source"] = json!(text);
    notebook["cells"][at]["outputs"] = json!([{"output_type": "stream", "name": "stdout", "text": "3"}]);
}

fn add(notebook: &mut Value, at: usize, text: &str) {
    let cell = json!({"cell_type": "code", "id": format!("a-uuid-{text}"), "metadata": {}, "source": text, "outputs": [], "execution_count": 3});
    notebook["cells"].as_array_mut().unwrap().insert(at, cell);
}

fn merged(mine: &Value, new: &Value) -> Value {
    let merged = merge(mine, new, Language::English).unwrap().notebook;
    assert_eq!(merge(&merged, new, Language::English).unwrap().notebook, merged, "a second merge changes nothing");
    let ids: HashSet<&str> = cells(&merged).unwrap().iter().map(|cell| cell["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), cells(&merged).unwrap().len(), "ids are unique");
    merged
}

fn texts(notebook: &Value) -> Vec<String> {
    cells(notebook).unwrap().iter().map(text).collect()
}

const OLD: [&str; 6] =
    ["# The title", "fn f() -> f64 { todo!() }", "check(f)", "# Then", "fn g() { todo!() }", "plot(1)"];

#[test]
fn an_untouched_copy_becomes_the_new_version() {
    let new = course(&["# The new title", OLD[1], "check(f)", "# More", "# Then", "plot(2)"]);
    assert_eq!(merged(&course(&OLD), &new), new);
}

#[test]
fn an_answer_stays_where_the_course_changes_around_it_or_in_its_stub() {
    let mut mine = course(&OLD);
    edit(&mut mine, 1, "fn f() -> f64 { 3.0 }");
    edit(&mut mine, 4, "fn h() {}\nfn g() { h() }");
    let around = course(&["# New", OLD[4], "# The new title", OLD[1], "check(f, 2)"]);
    assert_eq!(
        texts(&merged(&mine, &around)),
        ["# New", "fn h() {}\nfn g() { h() }", "# The new title", "fn f() -> f64 { 3.0 }", "check(f, 2)"]
    );
    let stubs = course(&[
        "# The title",
        "fn f() -> f64 {\n    // A hint.\n    todo!()\n}",
        "check(f)",
        "# Then",
        "fn g() { /* new */ todo!() }",
    ]);
    let merged = merged(&mine, &stubs);
    assert_eq!(
        texts(&merged),
        ["# The title", "fn f() -> f64 { 3.0 }", "check(f)", "# Then", "fn h() {}\nfn g() { h() }"]
    );
    assert_eq!(merged["cells"][1]["outputs"][0]["text"], "3");
    assert_eq!(merged["cells"][1]["metadata"]["tags"], json!(["exercise"]));
    assert_eq!(merge(&mine, &stubs, Language::English).unwrap().answers, 2);
}

#[test]
fn own_cells_stay_below_the_cell_that_they_followed_or_what_took_its_place() {
    let mut mine = course(&OLD);
    add(&mut mine, 6, "last");
    add(&mut mine, 4, "after Then");
    add(&mut mine, 1, "second");
    add(&mut mine, 1, "first");
    add(&mut mine, 0, "top");
    let new = course(&["# The new title", OLD[1], "check(f)", "# Intro", "# Then, again", OLD[4], "# Text", "plot(2)"]);
    let expected = [
        "top",
        "# The new title",
        "first",
        "second",
        OLD[1],
        "check(f)",
        "# Intro",
        "# Then, again",
        "after Then",
        OLD[4],
        "# Text",
        "plot(2)",
        "last",
    ];
    assert_eq!(texts(&merged(&mine, &new)), expected);
}

#[test]
fn a_changed_cell_stays_if_the_course_left_it_alone_and_else_both_are_there() {
    let mut mine = course(&OLD);
    edit(&mut mine, 3, "# Then (my notes)");
    edit(&mut mine, 5, "plot(7)");
    let left_alone = course(&["# The new title", "# Then", "plot(1)"]);
    assert_eq!(texts(&merged(&mine, &left_alone)), ["# The new title", "# Then (my notes)", "plot(7)"]);
    let both = texts(&merged(&mine, &course(&["# The title", "# Then 2", "plot(2)", "# End"])));
    assert_eq!((both[1].as_str(), both[3].as_str(), both[5].as_str()), ("# Then 2", "plot(2)", "# End"));
    assert!(both[2].starts_with("*Your version") && both[2].ends_with("# Then (my notes)"));
    assert!(both[4].starts_with("// Your version") && both[4].ends_with("\nplot(7)"));
}

#[test]
fn an_answer_to_an_exercise_that_is_gone_is_kept_as_an_own_cell() {
    let mut mine = course(&OLD);
    edit(&mut mine, 1, "fn f() -> f64 { 3.0 }");
    let kept = merged(&mine, &course(&["# The title", "# Then", "fn k() { todo!() }"]));
    assert!(texts(&kept)[1].ends_with("fn f() -> f64 { 3.0 }"));
    assert_eq!(kept["cells"][1]["metadata"], json!({}));
}

#[test]
fn an_exercise_solved_in_an_own_cell_takes_its_place_once_the_stub_is_renewed() {
    let mut mine = course(&OLD);
    mine["cells"].as_array_mut().unwrap().remove(1);
    add(&mut mine, 1, "fn f() -> f64 { 4.0 }");
    assert_eq!(texts(&merged(&mine, &course(&OLD)))[..3], ["# The title", "fn f() -> f64 { 4.0 }", "check(f)"]);
}

#[test]
fn what_is_the_student_s_is_counted() {
    let counts = |mine: &Value| {
        let merged = merge(mine, &course(&["# The title", OLD[1], "plot(2)"]), Language::English).unwrap();
        (merged.renewed, merged.answers, merged.own)
    };
    let mut mine = course(&OLD);
    mine["cells"][1]["outputs"] = json!(["not done yet"]);
    assert_eq!(counts(&mine), (1, 0, 0));
    edit(&mut mine, 1, "fn f() -> f64 { 3.0 }");
    edit(&mut mine, 0, "# My title");
    edit(&mut mine, 3, "# Notes");
    add(&mut mine, 3, "own");
    assert_eq!(counts(&mine), (1, 1, 3));
}

#[test]
fn ids_that_are_missing_or_doubled_lose_no_cell() {
    let mut mine = course(&OLD);
    add(&mut mine, 1, "mine");
    add(&mut mine, 1, "mine");
    for cell in mine["cells"].as_array_mut().unwrap().iter_mut().skip(4) {
        cell.as_object_mut().unwrap().remove("id");
    }
    let after = texts(&merged(&mine, &course(&OLD)));
    assert_eq!(after.iter().filter(|text| *text == "mine").count(), 2);
    assert!(OLD.iter().all(|text| after.contains(&(*text).to_string())));
}

#[test]
fn whatever_was_done_to_a_notebook_nothing_written_is_lost() {
    // A small generator of its own: xorshift.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut below = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % n as u64) as usize
    };
    for trial in 0..500 {
        let mut version = || -> Vec<String> {
            let kinds = ["# text", "fn f", "code "];
            (0..below(9)).map(|_| format!("{}{}() {{}}", kinds[below(3)], below(4))).collect()
        };
        let (old, new) = (version(), version());
        let as_course = |texts: &[String]| course(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let mut mine = as_course(&old);
        let mut written = Vec::new();
        for step in 0..below(6) {
            let length = mine["cells"].as_array().unwrap().len();
            let text = format!("fn f{}() {{}} // {trial}.{step}", below(4));
            match below(4) {
                0 if length > 0 => {
                    let at = below(length);
                    let before = self::text(&mine["cells"][at]);
                    written.retain(|text| *text != before);
                    edit(&mut mine, at, &text);
                }
                1 if length > 1 => mine["cells"].as_array_mut().unwrap().swap(below(length), 0),
                _ => add(&mut mine, below(length + 1), &text),
            }
            if texts(&mine).contains(&text) {
                written.push(text);
            }
        }
        let after = merged(&mine, &as_course(&new));
        for text in &written {
            let mut found = texts(&after).into_iter();
            assert!(found.any(|cell| cell.ends_with(text.as_str())), "{trial}: {text:?} of {mine} in {after}");
        }
        // The cells of the course are all there, changed or not, in its order.
        let ids = |notebook: &Value| -> Vec<Value> {
            cells(notebook).unwrap().iter().map(|cell| cell["id"].clone()).collect()
        };
        let new = ids(&as_course(&new));
        let after: Vec<Value> = ids(&after).into_iter().filter(|id| new.contains(id)).collect();
        assert_eq!(after, new, "{trial}");
    }
}

#[test]
fn an_exercise_goes_back_to_its_stub_and_the_rest_stays() {
    let mut mine = course(&OLD);
    edit(&mut mine, 1, "fn f() -> f64 { 3.0 }");
    edit(&mut mine, 4, "fn g() { }");
    add(&mut mine, 1, "own");
    let back = reset(&mine, &course(&OLD), "f").unwrap().unwrap();
    assert_eq!(texts(&back), ["# The title", "own", OLD[1], "check(f)", "# Then", "fn g() { }", "plot(1)"]);
    assert_eq!(back["cells"][2]["outputs"], json!([]));
    assert!(reset(&back, &course(&OLD), "f").unwrap().is_none());
    let error = reset(&mine, &course(&OLD), "h").unwrap_err().to_string();
    assert!(error.contains("f, g"), "{error}");
}
