use proptest::prelude::*;

use super::*;
use crate::memory::{Hopfield, RecallParams};

#[cfg(feature = "digits")]
mod png;

#[test]
fn the_pictures_are_balanced_and_hardly_correlated() {
    let all = [face(), flower(), wolf()];
    for (mu, picture) in all.iter().enumerate() {
        assert!((0.4..0.7).contains(&picture.activity()));
        for other in &all[..mu] {
            assert!(picture.overlap(other).unwrap().abs() < 0.15);
        }
    }
}

#[test]
fn the_hebb_rule_recalls_every_picture_from_a_part_or_noise() {
    let all = [face(), flower(), wolf()];
    let network = Hopfield::new(&all).unwrap();
    for picture in &all {
        for cue in [picture.partial(0.5, 1), picture.noisy(0.25, 2)] {
            let recall = network.recall(&cue.unwrap(), RecallParams::default());
            assert!(recall.unwrap().last.overlap(picture).unwrap() > 0.97);
        }
    }
}

#[test]
fn letters_are_all_different_and_confused_by_the_hebb_rule_only() {
    let letters: Vec<Pattern> = ('A'..='Z').map(|c| letter(c).unwrap()).collect();
    for (k, p) in letters.iter().enumerate() {
        assert!(letters[..k].iter().all(|q| q != p));
    }
    let some = &letters[..5];
    let hebb = Hopfield::new(some).unwrap();
    let projection = Hopfield::pseudo_inverse(some).unwrap();
    assert!(some.iter().all(|p| !hebb.is_fixed(p).unwrap()));
    assert!(some.iter().all(|p| projection.is_fixed(p).unwrap()));
    for (received, said) in [('a', "'a'"), ('É', "'É'"), ('\0', "'\\0'")] {
        let error = letter(received).unwrap_err().to_string();
        assert_eq!(error, format!("letter must be from 'A' to 'Z', received {said}"));
    }
}

#[test]
fn text_errors_name_line_column_and_what_was_expected() {
    for (text, said) in [
        ("1 -1\n1 2\n", "t, line 2, column 3: expected 1 or -1, received \"2\""),
        ("1,0\n\n1,-1", "t, line 3, column 3: expected 0 or 1, received \"-1\""),
        ("é 1", "t, line 1, column 1: expected 1, -1 or 0, received \"é\""),
        ("1 0 1\n1 0\n", "t, line 2, column 4: expected a row of 3 values as the first, received \"2\""),
        ("", "units must be from 1 to 10000000, received 0"),
    ] {
        assert_eq!(parse_text("t", text).unwrap_err().to_string(), said);
    }
    assert!(load_text("/no/such/file").unwrap_err().to_string().starts_with("/no/such/file: cannot be read: "));
}

#[test]
fn all_ways_to_write_a_text_are_the_same_pattern() {
    let same = parse_text("a", "1 -1 1\n-1 -1 1\n").unwrap();
    for text in ["1,-1,1\r\n-1,-1,1", "+1;-1;1\n\n-1\t-1 , 1\n", "1 0 1\n0 0 1", "\u{feff}1 0 1\n0 0 1"] {
        assert_eq!(parse_text("b", text).unwrap(), same);
    }
    assert_eq!(same.shape(), (2, 3));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_a_loader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse_text("random", &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn nor_does_nearly_right_text(text in "[-+01 ,;\n\r\tx]{0,80}") {
        let _ = parse_text("random", &text);
    }
}
