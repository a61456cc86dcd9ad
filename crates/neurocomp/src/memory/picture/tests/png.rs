use ndarray::Array2;
use proptest::prelude::*;

use crate::memory::picture::{decode_image, load_image, load_text, wolf};

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
    let from_text = load_text(&text).unwrap();
    let from_image = load_image(&picture, 2, 2, None).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(from_text, from_image);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_are_a_picture(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(decode_image(&bytes, 8, 8, None).is_err());
    }

    #[test]
    fn nor_does_a_damaged_png(place in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = png(&Array2::from_shape_fn((9, 7), |(r, c)| (r * 20 + c) as u8));
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let _ = decode_image(&bytes, 5, 4, None);
        }
}
