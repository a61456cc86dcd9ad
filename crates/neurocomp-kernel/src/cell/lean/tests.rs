//! Each rule, on sources as evcxr writes them.

mod chance;

use super::*;

/// A variable of earlier cells: its name and its type.
type Variable<'a> = (&'a str, &'a str);

/// The source of a cell as evcxr writes it.
fn cell(items: &[&str], variables: &[Variable], statements: &str) -> String {
    let lines = |line: &dyn Fn(&Variable) -> String| variables.iter().map(line).collect::<String>();
    let checks = lines(&|(name, kind)| {
        format!("vars_ok &= evcxr_variable_store.check_variable::<{kind}>(stringify!({name}));\n")
    });
    let takes = lines(&|(name, kind)| {
        format!("let mut {name} = evcxr_variable_store.take_variable::<{kind}>(stringify!({name}));\n")
    });
    let is_new = |name: &str| statements.contains(&format!("put_variable(stringify!({name})"));
    let puts = lines(&|(name, kind)| match is_new(name) {
        true => String::new(),
        false => {
            format!("evcxr_variable_store.put_variable::<{kind}>(stringify!({name}), {name});\n")
        }
    });
    let items: String = items.iter().map(|item| format!("{item}\n")).collect();
    format!(
        "#![allow(unused_imports, unused_mut, dead_code)]\n{items}mod evcxr_internal_runtime {{\npub struct VariableStore;\n\nimpl VariableStore {{}}\n}}\n\
         #[unsafe(no_mangle)]\npub extern \"C\" fn run_user_code_0(\nmut evcxr_variable_store: *mut evcxr_internal_runtime::VariableStore)\n  -> *mut evcxr_internal_runtime::VariableStore {{\n\
         {{let mut vars_ok = true;\n{checks}if !vars_ok {{return evcxr_variable_store;}}}}\n{takes}match std::panic::catch_unwind(\n  std::panic::AssertUnwindSafe(||{{\n\
         {statements}\n}})) {{ \n  Ok(_) => {{}}\n  Err(_) => {{\n    println!(\"EVCXR_PANIC_NOTIFICATION\");\n}}}}\n{puts}evcxr_variable_store\n}}\n"
    )
}

fn lean(items: &[&str], variables: &[Variable], statements: &str) -> Lean {
    let source = cell(items, variables, statements);
    let lean = Lean::needed(&source);
    assert_eq!(Lean::needed(&lean.source).source, lean.source, "lean is lean");
    for (line, original) in lean.source.lines().zip(1..).map(|(line, number)| (line, lean.original_line(number))) {
        let whole = source.lines().nth(original - 1).unwrap();
        assert!(whole.starts_with(line) || whole.trim_end().ends_with(line.trim_start()), "{line} / {whole}");
    }
    lean
}

/// Of these items, those that stay, where the cell has these statements.
#[track_caller]
fn stay(items: &[&str], statements: &str, expected: &[usize]) {
    let lean = lean(items, &[], statements);
    assert_eq!(lean.source, cell(&expected.iter().map(|at| items[*at]).collect::<Vec<_>>(), &[], statements));
}

#[test]
fn variables_stay_in_the_store_unless_they_are_mentioned() {
    let variables = [("v", "Vec<f64>"), ("été", "f64"), ("width", "usize"), ("r#type", "i32"), ("left", "f64")];
    let of = |statements: &str| {
        let source = lean(&[], &variables, statements).source;
        let is_taken = |name: &&str| source.contains(&format!("(stringify!({name}));\n"));
        let names: Vec<&str> = variables.iter().map(|(name, _)| *name).filter(is_taken).collect();
        for name in &names {
            assert!(source.contains(&format!("(stringify!({name}), {name});")), "it is put back");
        }
        names.join(" ")
    };
    assert_eq!(of("println!(\"{}\", 1);"), "");
    assert_eq!(of("v.push(1.0);"), "v");
    assert_eq!(of("println!(\"{été:0width$}\");"), "été width");
    assert_eq!(of("r#type += left; // v"), "r#type left");
    assert_eq!(of("f(\"left\"); x.left; m::left;"), "");
}

#[test]
fn a_variable_that_is_defined_anew_is_still_taken_and_dropped() {
    let again = "let v = 1;\nevcxr_variable_store.put_variable(stringify!(v), { let _ = &v as &_; v });";
    let source = lean(&[], &[("v", "f64"), ("w", "f64")], again).source;
    assert!(source.contains("let mut v = evcxr") && !source.contains("(w)"));
}

#[test]
fn a_variable_that_is_not_put_back_is_still_taken_and_dropped() {
    let whole = cell(&[], &[("v", "f64")], "f();");
    let moved = whole.replace("evcxr_variable_store.put_variable::<f64>(stringify!(v), v);\n", "");
    assert_eq!(Lean::needed(&moved).source, moved);
}

#[test]
fn what_looks_like_a_line_of_evcxr_s_in_a_text_stays() {
    let line = "let w = evcxr_variable_store.take_variable::<f64>(stringify!(w));";
    let text = format!("let t = r#\"\n{line}\n{{let mut vars_ok = true;\n//evcxr:item\nfn f() {{}}\n\n\"#;");
    let source = lean(&["fn g() {}"], &[("w", "f64"), ("v", "f64")], &text).source;
    assert!(
        source.contains(&text) && !source.contains("check_variable::<f64>(stringify!(w))") && !source.contains("(v)")
    );
}

#[test]
fn items_are_reached_by_name_through_others() {
    let items = [
        "macro_rules! twice { ($x:expr) => { 2.0 * half($x) }; }",
        "macro_rules! never { () => { half(1.0) }; }",
        "use std::mem::swap;",
        "use std::hint::black_box;",
        "fn half(x: f64) -> f64 { x / DIVISOR }",
        "/// Not called.\n#[inline]\nfn other() -> f64 { half(1.0) }",
        "const DIVISOR: f64 = 2.0;",
        "static NAMES: [&str; 1] = [\"half\"];",
        "type Rates = Vec<Rate>;",
        "#[derive(Clone, Debug)]\nstruct Rate(f64);",
        "mod inner { pub fn deep() -> f64 { super::other() } }",
    ];
    stay(&items, "println!(\"{}\", 1);", &[]);
    stay(&items, "let y = twice!(1.0);", &[0, 4, 6]);
    stay(&items, "let r: Rates = black_box(vec![]);", &[3, 8, 9]);
    stay(&items, "inner::deep();", &[4, 5, 6, 10]);
    stay(&items, "println!(\"{NAMES:?}\");", &[7]);
}

#[test]
fn an_impl_is_needed_when_its_types_and_traits_are() {
    let items = [
        "#[derive(Clone)]\nstruct Mine(f64);\nimpl Mine { fn x(&self) -> f64 { self.0 } }\nimpl Drop for Mine { fn drop(&mut self) {} }",
        "struct Yours<T, const N: usize>([T; N]);",
        "trait Area { fn area(&self) -> f64; }",
        "trait Named { const NAME: &'static str; type Out; }",
        "impl std::ops::Add<Mine> for f64 { type Output = Mine; fn add(self, other: Mine) -> Mine { other } }",
        "impl Area for Vec<Mine> { fn area(&self) -> f64 { 1.0 } }",
        "impl<T: Named> Area for T { fn area(&self) -> f64 { 2.0 } }",
        "impl<T, const N: usize> From<Yours<T, N>> for Mine { fn from(_: Yours<T, N>) -> Mine { Mine(0.0) } }",
    ];
    stay(&items, "let x = 1.0;", &[]);
    stay(&items, "let m = Mine(1.0);", &[0, 4]);
    stay(&items, "let a = x.area();", &[2, 3, 6]);
    stay(&items, "let a = vec![Mine(1.0)].area();", &[0, 2, 3, 4, 5, 6]);
    stay(&items, "let n = f64::NAME;", &[3]);
    stay(&items, "let m: Mine = Yours([1]).into();", &[0, 1, 4, 7]);
}

#[test]
fn an_impl_inside_another_item_counts() {
    let items = [
        "struct Mine(f64);",
        "mod inner {\n    use super::*;\n\n    impl std::fmt::Display for Mine { fn fmt(&self) {} }\n}",
        "fn helper() { struct Local; impl Drop for Local { fn drop(&mut self) {} } }",
        "mod shapes { pub struct Circle; impl Circle { pub fn area(&self) -> f64 { 1.0 } } }",
        "mod unclear { make_everything! {} }",
        "type Alias = Mine;",
        "impl Clone for Alias { fn clone(&self) -> Self { Mine(self.0) } }",
    ];
    // What is implemented for another name of a type stays, as what a macro makes.
    stay(&items, "let x = 1.0;", &[0, 1, 4, 5, 6]);
    stay(&items[..4], "let x = 1.0;", &[]);
    stay(&items[..4], "let m = Mine(1.0);", &[0, 1]);
    stay(&items[..4], "shapes::Circle.area(); helper();", &[2, 3]);
}

#[test]
fn what_may_work_without_being_named_stays() {
    let items = [
        "use std::collections::HashMap;",
        "use std::f64::consts::PI;",
        "use neurocomp::ndarray_rand::RandomExt;",
        "use neurocomp::ndarray_rand::Rng as _;",
        "use neurocomp::prelude::*;",
        "use self::Kind::*;",
        "enum Kind { Fast, #[allow(unused)] Slow(f64), }",
        "#[unsafe(no_mangle)]\nfn hook() {}",
        "#[derive(Clone, Builder)]\nstruct Params;",
        "const _: () = assert!(1 < 2);",
        "extern crate core;",
    ];
    stay(&items, "let x = 1.0;", &[2, 3, 4, 7, 8, 9, 10]);
    stay(&items, "let x = PI; let k = Slow(x);", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    stay(&items[..2], "let m: HashMap<i32, i32>;", &[0]);
    stay(&["trait Out { fn write_fmt(&mut self) {} }"], "write!(x, \"\");", &[0]);
}

#[test]
fn items_of_the_cell_stay_without_their_mark() {
    let source = "#![allow(dead_code)]\nfn old() {}\n/// Left behind.\n//evcxr:item\n/// Its own.\nfn new() -> f64 { half() }\n\n// A remark.\nfn half() -> f64 { 0.5 } // same line\nconst TEXT: &str = \"\n//evcxr:item\n\";\nfn behind() {}\n\
         #[unsafe(no_mangle)]\npub extern \"C\" fn run_user_code_0(\nmut x: *mut std::os::raw::c_void) -> *mut std::os::raw::c_void {x}\n";
    let lean = Lean::needed(source);
    let numbers: Vec<usize> = (1..=8).map(|line| lean.original_line(line)).collect();
    assert_eq!(
        lean.source,
        "#![allow(dead_code)]\n/// Its own.\nfn new() -> f64 { half() }\nfn half() -> f64 { 0.5 } // same line\n#[unsafe(no_mangle)]\npub extern \"C\" fn run_user_code_0(\nmut x: *mut std::os::raw::c_void) -> *mut std::os::raw::c_void {x}\n"
    );
    assert_eq!(numbers, [1, 5, 6, 9, 14, 15, 16, 16]);
    assert_eq!(lean.original_line(100), 16);
}

#[test]
fn question_marks_and_async_keep_what_they_need() {
    let error = "\n            struct EvcxrUserCodeError {}\n            impl<T: std::fmt::Display> From<T> for EvcxrUserCodeError {\n                fn from(error: T) -> Self { EvcxrUserCodeError {} }\n            }\n";
    let question =
        "let _ = (|| -> std::result::Result<(), EvcxrUserCodeError> {\nlet x: i32 = \"1\".parse()?;\nOk(())})();";
    let source = lean(&["fn f() {}", error], &[("v", "f64")], question).source;
    assert!(source.contains("            impl<T: std::fmt::Display> From<T> for EvcxrUserCodeError {\n"));
    assert!(!source.contains("fn f()") && !source.contains("\n\n            struct"));
    let waits = "let mut mutex = evcxr_variable_store.lazy_arc(\"evcxr_tokio_runtime\",\n|| 1);\n.block_on(async {\nf().await;\n});";
    let source = lean(&["async fn f() {}", "fn g() {}"], &[("v", "f64")], waits).source;
    assert!(source.contains(waits) && source.contains("async fn f()") && !source.contains("fn g()"));
}

#[test]
fn texts_that_look_like_items_are_texts() {
    let items = [
        "const A: &str = r##\"\n\nfn fake() {}\n\"# } {\n\"##;",
        "const B: (char, char, &[u8]) = ('{', '\\'', b\"}\\\"\");",
        "fn c<'a>(x: &'a str) -> &'a str { /* } /* { */ */ x }",
        "fn fake() {}",
    ];
    stay(&items, "println!(\"{A}\");", &[0]);
    stay(&items, "B; c(\"{{}}\");", &[1, 2]);
}

#[test]
fn what_is_not_understood_stays_whole() {
    let whole = |source: &str| assert_eq!(Lean::needed(source).source, source);
    whole(&cell(&["fn f() {}"], &[], "let x = (1;"));
    whole(&cell(&["fn f() {}", "> strange"], &[], "let x = 1;"));
    whole(
        "#![allow()]\nfn f() {}\nasync fn evcxr_analysis_wrapper(\n) -> Result<(), EvcxrUserCodeError> {\nOk(())\n}\n",
    );
    whole("");
    whole("fn main() { \"");
    whole(&cell(&["fn f() {}"], &[], "paste! { [<a b>] }"));
    // `é` in one sign and in two are the same name.
    whole(&cell(&["fn e\u{301}t\u{e9}() {}"], &[], "\u{e9}t\u{e9}();"));
    assert_eq!(Lean::whole("a\nb\n").original_line(7), 2);
}

#[test]
fn messages_about_what_was_left_out_are_known() {
    let items = ["trait Area { fn area(&self) {} }", "struct Mine;", "impl std::ops::Neg for Mine {}", "fn used() {}"];
    let lean = lean(&items, &[("v", "f64")], "used();");
    assert!(lean.leaves_out());
    assert!(!lean.may_miss("use of moved value: `w`, which is `used`"));
    assert!(!lean.may_miss("a v is Mine"), "only code counts");
    for message in ["expected `Mine`", "no method `area`", "`f64: Neg`\n", "at `v`"] {
        assert!(lean.may_miss(message), "{message}");
    }
    let whole = Lean::whole("fn f() {}");
    assert!(!whole.leaves_out() && !whole.may_miss("cannot find `f`"));
}

#[test]
fn a_method_a_field_or_a_label_of_the_same_name_reaches_no_function() {
    let items = ["fn simulate() {}", "const LIMIT: f64 = 1.0;", "mod tools { pub fn run() {} }"];
    let kept = |statement: &str| {
        let source = lean(&items, &[("simulate", "f64")], statement).source;
        items.map(|item| source.contains(item))
    };
    for statement in [
        "neuron.simulate(1.0);",
        "let x = run . simulate;",
        "plot(\"simulate\", \"LIMIT\"); // simulate LIMIT",
        "Lif::simulate();",
    ] {
        assert_eq!(kept(statement), [false; 3], "{statement}");
    }
    for (statement, reached) in [
        ("check(simulate);", [true, false, false]),
        ("self::simulate();", [true, false, false]),
        ("for i in 0..LIMIT {}", [false, true, false]),
        ("println!(\"{LIMIT:.3}\");", [false, true, false]),
        ("tools::run();", [false, false, true]),
    ] {
        assert_eq!(kept(statement), reached, "{statement}");
    }
}

#[test]
fn statics_of_earlier_cells_that_can_change_are_named() {
    let items = [
        "static COUNT: AtomicUsize = AtomicUsize::new(0);",
        "fn tick() -> usize { COUNT.fetch_add(1, Relaxed) }",
        "static mut SUM: u64 = 1;",
        "pub static TABLE: [f64; 2] = [1.0, 2.0];",
        "fn once() -> f64 { static TEXT: std::sync::OnceLock<f64> = std::sync::OnceLock::new(); 1.0 }",
        "static SHARED: std::sync::Mutex<Vec<f64>> = std::sync::Mutex::new(vec![]);",
        "fn text(x: &'static str) -> &'static str { x }",
    ];
    let statics = |statements: &str| {
        let mut names = lean(&items, &[], statements).statics;
        names.sort();
        names.join(" ")
    };
    assert_eq!(statics("tick();"), "COUNT");
    assert_eq!(statics("unsafe { SUM += 1 }; once();"), "SUM TEXT");
    assert_eq!(statics("SHARED.lock(); TABLE[0]; text(\"a\");"), "SHARED");
    assert_eq!(statics("let x = 1;"), "");
    let own = format!("//evcxr:item\n{}", items[0]);
    assert!(Lean::needed(&cell(&[&own], &[], "COUNT;")).statics.is_empty());
}
