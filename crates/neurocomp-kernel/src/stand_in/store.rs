//! Lets a cell use the library's store of variables instead of the one whose source evcxr puts into it.

const BEGIN: &str = "mod evcxr_internal_runtime {\n";
const END: &str = "\n}\n#[unsafe(no_mangle)]";

/// What evcxr 0.22 puts into a cell, by its public lines. `neurocomp::cell` has the same.
const KNOWN: [&str; 10] = [
    "pub const VARIABLE_CHANGED_TYPE: &str = \"EVCXR_VARIABLE_CHANGED_TYPE:\";",
    "pub const USER_ERROR_OCCURRED: &str = \"EVCXR_ERROR_OCCURRED\";",
    "pub struct VariableStore {",
    "pub fn new() -> VariableStore {",
    "pub fn put_variable<T: 'static>(&mut self, name: &str, value: T) {",
    "pub fn check_variable<T: 'static>(&mut self, name: &str) -> bool {",
    "pub fn take_variable<T: 'static>(&mut self, name: &str) -> T {",
    "pub fn lazy_arc<T: 'static, F: FnOnce() -> T>(",
    "pub fn merge(&mut self, mut other: VariableStore) {",
    "pub fn create_variable_store() -> *mut VariableStore {",
];

/// The source of a cell with the library's store, on as many lines as before; `None` where it has no store, or one that is
/// not known.
pub fn from_the_library(source: &str) -> Option<String> {
    let start = source.find(BEGIN)?;
    let length = source[start..].find(END)?;
    let store = &source[start..start + length];
    if !store.lines().map(str::trim).filter(|line| line.starts_with("pub ")).eq(KNOWN) {
        return None;
    }
    let lines = "\n".repeat(store.matches('\n').count());
    Some(format!(
        "{}mod evcxr_internal_runtime {{ pub use neurocomp::cell::*;{lines}{}",
        &source[..start],
        &source[start + length..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(store: &str) -> String {
        format!(
            "use a::b;\nmod evcxr_internal_runtime {{\n{store}\n}}\n#[unsafe(no_mangle)]\npub extern \"C\" fn run() {{}}\n"
        )
    }

    #[test]
    fn every_line_stays_where_it_was() {
        let source = cell(&KNOWN.join("\n    // body\n"));
        let replaced = from_the_library(&source).unwrap();
        assert!(replaced.contains("pub use neurocomp::cell::*;") && !replaced.contains("lazy_arc"));
        let place = |text: &str| text.lines().position(|line| line.contains("fn run()"));
        assert_eq!(place(&replaced), place(&source));
    }

    #[test]
    fn an_unknown_store_is_left_alone() {
        assert_eq!(from_the_library(&cell("pub fn something_new() {}")), None);
        assert_eq!(from_the_library("fn main() {}"), None);
    }
}
