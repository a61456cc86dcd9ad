use ndarray::Array2;
use proptest::prelude::*;

use super::*;
use crate::memory::{Hopfield, RecallParams};

/// A grey PNG of the pixels (0 to 255).
fn png(pixels: &Array2<u8>) -> Vec<u8> {
    let (rows, columns) = pixels.dim();
    let grey =
        image::GrayImage::from_fn(columns as u32, rows as u32, |c, r| image::Luma([pixels[[r as usize, c as usize]]]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    grey.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

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
        assert_eq!(parse_text(text, "t").unwrap_err().to_string(), said);
    }
    assert!(load_text("/no/such/file").unwrap_err().to_string().starts_with("/no/such/file: cannot be read: "));
}

#[test]
fn all_ways_to_write_a_text_are_the_same_pattern() {
    let same = parse_text("1 -1 1\n-1 -1 1\n", "a").unwrap();
    for text in ["1,-1,1\r\n-1,-1,1", "+1;-1;1\n\n-1\t-1 , 1\n", "1 0 1\n0 0 1", "\u{feff}1 0 1\n0 0 1"] {
        assert_eq!(parse_text(text, "b").unwrap(), same);
    }
    assert_eq!(same.shape(), (2, 3));
}

#[test]
fn a_png_comes_back_as_drawn_also_twice_as_large() {
    let wolf = wolf();
    let image = wolf.image();
    for scale in [1, 2] {
        let pixels =
            Array2::from_shape_fn(
                (64 * scale, 64 * scale),
                |(r, c)| {
                    if image[[r / scale, c / scale]] > 0.0 { 30 } else { 220 }
                },
            );
        assert_eq!(decode_image(&png(&pixels), 64, 64, None).unwrap(), wolf);
    }
}

#[test]
fn resizing_keeps_the_mean_and_the_level_decides() {
    // Four pixels 0, 100, 200, 255 seen as two: means 50 and 227.5 of 255.
    let bytes = png(&ndarray::array![[0, 100, 200, 255]]);
    let ink = |level| decode_image(&bytes, 1, 2, level).unwrap().to_array().to_vec();
    assert_eq!(ink(None), [1.0, -1.0]);
    assert_eq!(ink(Some(0.1)), [-1.0, -1.0]);
    assert_eq!(ink(Some(0.95)), [1.0, 1.0]);
    // Also to a number of columns that does not divide: 3 parts of 4/3 pixels have brightness 25, 150, 241.25.
    assert_eq!(decode_image(&bytes, 1, 3, Some(0.3)).unwrap().to_array().to_vec(), [1.0, -1.0, -1.0]);
    assert!(decode_image(&bytes, 0, 2, None).is_err());
    assert!(decode_image(&bytes, 1, 2, Some(f64::NAN)).is_err());
}

#[test]
fn files_are_read_from_disk() {
    let folder = std::env::temp_dir().join(format!("neurocomp-picture-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (text, picture) = (folder.join("p.txt"), folder.join("p.png"));
    std::fs::write(&text, "1 -1\n-1 1\n").unwrap();
    std::fs::write(&picture, png(&ndarray::array![[0, 255], [255, 0]])).unwrap();
    let from_text = load_text(text.to_str().unwrap()).unwrap();
    let from_image = load_image(picture.to_str().unwrap(), 2, 2, None).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(from_text, from_image);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_a_loader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse_text(&String::from_utf8_lossy(&bytes), "random");
        prop_assert!(decode_image(&bytes, 8, 8, None).is_err());
    }

    #[test]
    fn nor_does_nearly_right_text(text in "[-+01 ,;\n\r\tx]{0,80}") {
        let _ = parse_text(&text, "random");
    }

    #[test]
    fn nor_does_a_damaged_png(place in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = png(&Array2::from_shape_fn((9, 7), |(r, c)| (r * 20 + c) as u8));
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let _ = decode_image(&bytes, 5, 4, None);
    }
}
