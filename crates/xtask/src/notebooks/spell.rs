//! `cargo xtask notebooks spell`: looks up every word that students and teachers read, in both languages.
//!
//! hunspell does it, with the system's dictionaries. The words of the field that they lack are in [`WORDS`]. What is read: the text of the
//! sources, the comments and strings of cells that have a language, the guides for teachers, the pages in English beside the code, and
//! all replies of the checks and lines of the kernel, from the pages that the tests record.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::source::{self, Cell, Kind, Language};
use super::{lexer, prose};
use crate::counts::Counts;

const WORDS: &str = "notebooks/words.txt";
/// What brings the program and both dictionaries.
const INSTALL: &str = "apt-get install hunspell hunspell-fr hunspell-en-gb";
const PAGES: [&str; 6] =
    ["README.md", "CONTRIBUTING.md", "DESIGN.md", "CHANGELOG.md", "crates/neurocomp/README.md", "notebooks/README.md"];

/// A piece of text to be read.
struct Text {
    place: String,
    language: Language,
    text: String,
}

/// Prints the words that are in no dictionary, by their places, and counts: each file in each language is one test.
pub fn run(root: &Path) -> Result<Counts> {
    let list = fs::read_to_string(root.join(WORDS)).with_context(|| format!("reading {WORDS}"))?;
    let texts = texts(root)?;
    let mut counts = Counts::default();
    for language in Language::ALL {
        let known = known_words(&list, language)?;
        let mut places: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for text in texts.iter().filter(|text| text.language == language) {
            places.entry(&text.place).or_default().extend(words(&text.text, language));
        }
        let all: BTreeSet<&String> = places.values().flatten().collect();
        let Some(unknown) = unknown(&all, language)? else {
            println!("spelling: skipped, because hunspell or its dictionary is not here ({INSTALL})");
            return Ok(Counts { skipped: 1, ..Counts::default() });
        };
        for (place, words) in &places {
            let is_strange = |word: &&String| unknown.contains(*word) && !known.contains(&word.to_lowercase());
            let strange: Vec<&str> = words.iter().filter(is_strange).map(String::as_str).collect();
            if strange.is_empty() {
                counts.passed += 1;
            } else {
                counts.failed += 1;
                println!("{place} ({}): {}", language.code(), strange.join(", "));
            }
        }
    }
    Ok(counts)
}

/// The list's words of a language, in small letters: those below `[both]`, and below `[fr]` or `[en]`.
fn known_words(list: &str, language: Language) -> Result<HashSet<String>> {
    let mut counts = None;
    let mut known = HashSet::new();
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match (line, counts) {
            ("[both]", _) => counts = Some(true),
            ("[fr]" | "[en]", _) => counts = Some(line.trim_matches(['[', ']']) == language.code()),
            (_, None) => bail!("{WORDS}: {line} is above [both], [fr] and [en]"),
            (word, Some(true)) => drop(known.insert(word.to_lowercase())),
            (_, Some(false)) => {}
        }
    }
    Ok(known)
}

fn texts(root: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for source in source::read(root, &[])? {
        for cell in &source.cells {
            for language in Language::ALL.into_iter().filter(|language| cell.speaks(*language)) {
                let place = format!("notebooks/source/{}.md", source.name);
                texts.push(Text { place, language, text: read_cell(cell) });
            }
        }
    }
    for (language, name) in [(Language::French, "fr"), (Language::English, "en")] {
        for file in [format!("{name}.md"), format!("exam.{name}.md")] {
            texts.push(page(root, &format!("notebooks/teachers/{file}"), language)?);
        }
    }
    for place in PAGES {
        texts.push(page(root, place, Language::English)?);
    }
    for place in ["crates/neurocomp/tests/exercises/exercises.md", "crates/neurocomp-kernel/recorded/lines.md"] {
        let text = fs::read_to_string(root.join(place)).with_context(|| format!("reading {place}"))?;
        texts.extend(recorded(place, &text));
    }
    Ok(texts)
}

fn page(root: &Path, place: &str, language: Language) -> Result<Text> {
    let text = fs::read_to_string(root.join(place)).with_context(|| format!("reading {place}"))?;
    Ok(Text { place: place.to_string(), language, text: prose::without_code(&text) })
}

/// Each reply is in English first and then in French; what a case received is no sentence.
fn recorded(place: &str, text: &str) -> Vec<Text> {
    let is_sentence = |line: &&str| {
        let line = line.trim_start();
        let is_numbered = line.split_once(". ").is_some_and(|(number, _)| number.parse::<usize>().is_ok());
        is_numbered || line.starts_with('✓') || line.starts_with("- →")
    };
    let mut texts = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if is_sentence(&line) {
            let french = lines.next().unwrap_or_default();
            for (language, text) in [(Language::English, line), (Language::French, french)] {
                texts.push(Text { place: place.to_string(), language, text: prose::without_code(text) });
            }
        }
    }
    texts
}

/// What is written in a cell for a reader. A code cell without a language holds the same in both: nothing to read.
fn read_cell(cell: &Cell) -> String {
    match cell.kind {
        Kind::Markdown => prose::without_code(&cell.text),
        Kind::Code if cell.language.is_none() => String::new(),
        Kind::Code => lexer::comments_and_strings(&cell.text),
    }
}

/// The words of a text, without formulas, addresses, bibliographies, names of code and abbreviations.
fn words(text: &str, language: Language) -> BTreeSet<String> {
    let is_bibliography = |line: &str| line.starts_with("### Référen") || line.starts_with("### Referen");
    let lines = text.lines().take_while(|line| !is_bibliography(line)).filter(|line| !line.contains("doi.org"));
    let text = lines.collect::<Vec<_>>().join("\n").replace('’', "'").replace("$$", "$");
    let text = outside(&outside(&outside(&text, "$", "$"), "](", ")"), "<", ">");
    let mut words = BTreeSet::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\'')) {
        words.extend(parts(word.trim_matches('\''), language).into_iter().map(str::to_string));
    }
    words.retain(|word| {
        let is_latin = word.chars().all(|c| c == '\'' || c.is_alphabetic() && c < '\u{250}');
        is_latin && word.chars().count() > 1 && word.chars().any(char::is_lowercase)
    });
    words
}

/// What is not between these two.
fn outside(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let Some((_, after)) = after.split_once(close) else {
            break;
        };
        kept.push_str(before);
        kept.push(' ');
        rest = after;
    }
    kept + rest
}

/// `l'axone` is two words, `don't` is one.
fn parts(word: &str, language: Language) -> Vec<&str> {
    match language {
        Language::French => word.split('\'').collect(),
        Language::English => vec![word.strip_suffix("'s").unwrap_or(word)],
    }
}

/// Which of these words hunspell does not know; `None` if it, or its dictionary, is not here.
fn unknown(words: &BTreeSet<&String>, language: Language) -> Result<Option<HashSet<String>>> {
    let dictionary = match language {
        Language::French => "fr_FR",
        Language::English => "en_GB",
    };
    let mut command = Command::new("hunspell");
    command.args(["-d", dictionary, "-i", "utf-8", "-l"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        return Ok(None);
    };
    let mut input = child.stdin.take().context("the input is piped")?;
    let lines: String = words.iter().map(|word| format!("{word}\n")).collect();
    // A thread, as hunspell answers before it has read everything.
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    let _ = writer.join(); // without a dictionary hunspell ends before it has read anything
    if !output.status.success() {
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&output.stdout).lines().map(str::to_string).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, language: Language) -> Vec<String> {
        words(text, language).into_iter().collect()
    }

    #[test]
    fn formulas_names_of_code_and_abbreviations_are_no_words() {
        let text = "The rate $r_{max}$ of td3, `x`, v_rest, LTP, τ, 20 Hz; see [this](rubbish.md), <details>\n[doi](https://doi.org/x) rubbish\n### References\nrubbish";
        assert_eq!(of(text, Language::English), ["Hz", "The", "of", "rate", "see", "this"]);
    }

    #[test]
    fn an_apostrophe_ends_a_word_in_french_only() {
        assert_eq!(of("l’axone n'est", Language::French), ["axone", "est"]);
        assert_eq!(of("it doesn’t; Euler’s", Language::English), ["Euler", "doesn't", "it"]);
    }

    #[test]
    fn each_recorded_reply_is_read_in_its_language() {
        let page = "## a::b\n\n✓ right  \n✓ juste  \n\n1. wrong  \n   faux  \n   Case: rubbish\n";
        let texts = recorded("page", page);
        let of = |language| {
            let texts = texts.iter().filter(|text| text.language == language);
            texts.flat_map(|text| words(&text.text, language)).collect::<Vec<_>>()
        };
        assert_eq!(of(Language::English), ["right", "wrong"]);
        assert_eq!(of(Language::French), ["juste", "faux"]);
    }

    #[test]
    fn the_list_says_of_which_language_a_word_is() {
        let of = |language| known_words("# names\n[both]\nHopfield\n[fr]\nspike\n", language).unwrap();
        assert!(of(Language::English).contains("hopfield") && !of(Language::English).contains("spike"));
        assert_eq!(of(Language::French).len(), 2);
        assert!(known_words("stray\n[fr]\n", Language::French).is_err());
    }
}
