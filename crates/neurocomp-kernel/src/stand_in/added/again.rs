//! What of the library is compiled again when crates are added that share types with it.

use super::sharing::{dependencies, packages};
use crate::language::Text;
use anyhow::Result;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

/// A crate of the library that is always there.
const WITNESS: &str = "ndarray";

const TOGETHER: Text = Text {
    en: "The added crates and the library have in common:",
    fr: "Les crates ajoutées et la bibliothèque ont en commun :",
};
const AS_IT_IS: Text = Text {
    en: "The library stays as it is; what is added is compiled for this kernel only.",
    fr: "La bibliothèque reste telle quelle ; ce qui est ajouté est compilé pour ce noyau seulement.",
};
const PARTS_AGAIN: Text = Text {
    en: "They want it with other features, so a part of the library is compiled again, for this kernel only: \
         this takes 2 to 6 minutes (■ interrupts it), and variables that hold arrays or figures are lost.",
    fr: "Elles le veulent avec d'autres options (features) : une partie de la bibliothèque est recompilée, pour ce noyau \
         seulement ; cela prend de 2 à 6 minutes (■ l'interrompt), et les variables qui contiennent des tableaux ou des \
         figures sont perdues.",
};
const ALL_AGAIN: Text = Text {
    en: "They want it with other features, so nearly all of the library is compiled again, for this kernel only: \
         this takes 5 to 20 minutes (■ interrupts it), and variables that hold arrays, tables or figures are lost.",
    fr: "Elles le veulent avec d'autres options (features) : presque toute la bibliothèque est recompilée, pour ce noyau \
         seulement ; cela prend de 5 à 20 minutes (■ l'interrompt), et les variables qui contiennent des tableaux, des \
         tables ou des figures sont perdues.",
};

/// How much of the library is compiled again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Nothing.
    Nothing,
    /// All but polars, which is most of it.
    Parts,
    /// Polars, too.
    All,
}

impl Again {
    /// `before` is what was built last, at first the library by itself, and `now` is what is wanted. A crate that has other
    /// features or another version is compiled again, and with it all that depend on it.
    pub fn of(before: &BTreeSet<String>, now: &BTreeSet<String>, together: &Value) -> Result<Again> {
        let mut again: HashSet<&str> = before.difference(now).filter_map(|part| part.split(' ').next()).collect();
        if again.is_empty() {
            return Ok(Again::Nothing);
        }
        let names: HashMap<&str, &str> = packages(together)
            .filter_map(|package| Some((package["id"].as_str()?, package["name"].as_str()?)))
            .collect();
        let needs = dependencies(together, |_| true)?;
        loop {
            let count = again.len();
            for (id, needed) in &needs {
                let is_again = |id: &&str| names.get(*id).is_some_and(|name| again.contains(name));
                if needed.iter().any(is_again) {
                    again.extend(names.get(id));
                }
            }
            if again.len() == count {
                break;
            }
        }
        Ok(if again.contains("polars-core") { Again::All } else { Again::Parts })
    }
}

/// What is said before crates are built together with the library.
pub fn announcement(shared: &[String], again: Again) -> String {
    let cost = match again {
        Again::Nothing => AS_IT_IS,
        Again::Parts => PARTS_AGAIN,
        Again::All => ALL_AGAIN,
    };
    format!("{} {}. {}", TOGETHER.get(), shared.join(", "), cost.get())
}

/// Whether cargo will compile the whole library again because it finds the sources elsewhere, as for another user than the
/// one who built it: cargo counts the path among what makes a crate. `deps` is the folder of the library's crates.
pub fn is_of_another_home(deps: &Path, metadata: &Value) -> bool {
    let crates = metadata["packages"].as_array().into_iter().flatten();
    let sources: Vec<String> = crates
        .filter(|package| package["name"] == WITNESS)
        .filter_map(|package| Path::new(package["manifest_path"].as_str()?).parent())
        .map(|folder| folder.join("src").to_string_lossy().replace(' ', "\\ "))
        .collect();
    let files = fs::read_dir(deps).into_iter().flatten().flatten();
    let mut records = files
        .map(|entry| entry.path())
        .filter(|file| is_record_of_witness(file))
        .filter_map(|file| fs::read_to_string(file).ok())
        .peekable();
    records.peek().is_some() && records.all(|record| !sources.iter().any(|source| record.contains(source)))
}

fn is_record_of_witness(file: &Path) -> bool {
    let name = file.file_stem().map(|name| name.to_string_lossy());
    let is_witness = name.is_some_and(|name| {
        let hash = name.strip_prefix(WITNESS).and_then(|rest| rest.strip_prefix('-'));
        hash.is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    });
    is_witness && file.extension().is_some_and(|ending| ending == "d")
}

#[cfg(test)]
mod tests {
    use super::super::sharing::tests::metadata;
    use super::*;

    #[test]
    fn a_new_feature_has_all_compiled_again_that_stands_on_it() {
        let together = metadata(&[
            ("added_1@0.0.0", &["neurocomp@0.1.0", "ndarray-stats@0.7.0"]),
            ("ndarray-stats@0.7.0", &["ndarray@0.17.2"]),
            ("neurocomp@0.1.0", &["ndarray@0.17.2", "polars@0.55.0"]),
            ("polars@0.55.0", &["polars-core@0.55.0"]),
            ("polars-core@0.55.0", &["num-traits@0.2.19"]),
            ("ndarray@0.17.2", &["num-traits@0.2.19"]),
            ("num-traits@0.2.19", &[]),
        ]);
        let parts = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        let before = parts(&["ndarray v0.17.2 std", "num-traits v0.2.19 std", "polars-core v0.55.0"]);
        let again = |now: &[&str]| Again::of(&before, &parts(now), &together).unwrap();
        let stats = "ndarray-stats v0.7.0";
        assert_eq!(
            again(&["ndarray v0.17.2 std", "num-traits v0.2.19 std", "polars-core v0.55.0", stats]),
            Again::Nothing
        );
        assert_eq!(
            again(&["ndarray v0.17.2 serde,std", "num-traits v0.2.19 std", "polars-core v0.55.0", stats]),
            Again::Parts
        );
        assert_eq!(again(&["ndarray v0.17.2 std", "num-traits v0.2.20 std", "polars-core v0.55.0", stats]), Again::All);
    }

    #[test]
    fn what_is_shared_and_what_it_costs_is_said_beforehand() {
        let said = |again| announcement(&["ndarray".into(), "rand".into()], again);
        for again in [Again::Nothing, Again::Parts, Again::All] {
            assert!(said(again).contains(": ndarray, rand."), "{}", said(again));
            assert_eq!(said(again).contains("minutes"), again != Again::Nothing);
        }
    }

    #[test]
    fn sources_in_another_home_are_noticed() {
        let deps = tempfile::tempdir().unwrap();
        let asked = |home: &str| {
            let manifest = format!("{home}/.cargo/registry/src/index/ndarray-0.17.2/Cargo.toml");
            let package = serde_json::json!({"name": "ndarray", "manifest_path": manifest});
            is_of_another_home(deps.path(), &serde_json::json!({"packages": [package]}))
        };
        assert!(!asked("/home/student"), "nothing is known");
        for (file, home) in [("ndarray-40a4", "/home/the\\ teacher"), ("ndarray-rand-1", "/else")] {
            let source = format!("{home}/.cargo/registry/src/index/ndarray-0.17.2/src/lib.rs");
            fs::write(deps.path().join(format!("{file}.d")), format!("{file}.d: {source}")).unwrap();
        }
        assert!(asked("/home/student") && !asked("/home/the teacher"));
    }
}
