//! Sets and drawn digits here; the files of MNIST beside.

use super::*;

#[cfg(feature = "digits")]
mod files_checked;

/// MNIST, or `None`, and says so.
pub(crate) fn mnist_if_there(test: &str) -> Option<Digits> {
    static ONCE: std::sync::OnceLock<Option<Digits>> = std::sync::OnceLock::new();
    let digits = ONCE.get_or_init(|| {
        #[cfg(feature = "digits")]
        return mnist().ok();
        #[cfg(not(feature = "digits"))]
        None
    });
    if digits.is_none() {
        println!("{test}: NEUROCOMP_DATA has no MNIST: NOT run on real digits");
    }
    digits.clone()
}

/// MNIST, or drawn digits (fewer, for time), and says which.
pub(crate) fn digits_for_tests(test: &str) -> Digits {
    mnist_if_there(test).unwrap_or_else(|| {
        println!("{test}: run on drawn digits instead, with thresholds of their own");
        draw(12_000, 3_000, 1).unwrap()
    })
}

#[test]
fn a_set_gives_back_what_went_in() {
    let mut pixels = vec![0; 2 * PIXELS];
    pixels[PIXELS + 28 + 3] = 255;
    let set = DigitSet::new(pixels.clone(), vec![4, 9]).unwrap();
    assert_eq!(set.image(1).unwrap()[[1, 3]], 255);
    assert_eq!((set.label(1).unwrap(), set.counts()[9], set.len()), (9, 1, 2));
    let (x, y) = set.pair(9, 4).unwrap();
    assert_eq!((x[[1, 31]], y.to_vec()), (1.0, vec![-1.0, 1.0]));
    assert_eq!(set.mean_image(9).unwrap()[[1, 3]], 255.0);
    assert_eq!(set.wrong(&[4, 8]).unwrap(), [1]);
    for (error, said) in [
        (DigitSet::new(vec![], vec![]).unwrap_err(), "at least 1 digit"),
        (DigitSet::new(vec![0; 5], vec![1]).unwrap_err(), "1 digits must have 1 × 784 bytes, received 5"),
        (DigitSet::new(vec![0; PIXELS], vec![10]).unwrap_err(), "labels[0] must be from 0 to 9, received 10"),
        (set.wrong(&[4]).unwrap_err(), "received 1 answers for 2 digits"),
        (set.image(2).unwrap_err(), "must be 0 to 1, received 2"),
        (set.pair(4, 4).unwrap_err(), "two different digits"),
        (set.pair(4, 200).unwrap_err(), "received 4 and 200"),
        (set.mean_image(3).unwrap_err(), "no example of the digit 3"),
        (set.first(0).unwrap_err(), "at least 1 digit"),
        (set.noisy(f64::NAN, 1).unwrap_err(), "sd must be"),
        (draw(0, 1, 1).unwrap_err(), "at least 1 digit"),
        (draw(1, MAX_DRAWN + 1, 1).unwrap_err(), "at most 1000000"),
    ] {
        assert!(error.to_string().contains(said), "{error} / {said}");
    }
}

#[test]
fn permutation_and_shuffling_lose_nothing_and_noise_of_zero_adds_nothing() {
    let set = draw(50, 1, 1).unwrap().train;
    let sorted = |values: &[u8]| {
        let mut values = values.to_vec();
        values.sort_unstable();
        values
    };
    let permuted = set.permuted(1);
    assert_ne!(permuted, set);
    for k in 0..50 {
        let range = k * PIXELS..(k + 1) * PIXELS;
        assert_eq!(sorted(&permuted.pixels()[range.clone()]), sorted(&set.pixels()[range]));
    }
    assert_eq!(sorted(set.shuffled_labels(1).labels()), sorted(set.labels()));
    assert_eq!(set.noisy(0.0, 1).unwrap(), set);
    assert_eq!(set.noisy(20.0, 1).unwrap(), set.noisy(20.0, 1).unwrap());
}

#[test]
fn drawn_digits_have_the_form_of_mnist() {
    let digits = draw(2000, 100, 1).unwrap();
    assert_eq!(digits.source, Source::Drawn);
    let mut touching = 0;
    for k in 0..2000 {
        let image = digits.train.image(k).unwrap().mapv(f64::from);
        let ink = image.sum();
        // MNIST: between 12 and 400 fully black pixels.
        assert!((20.0..400.0).contains(&(ink / 255.0)), "{k}: {ink}");
        assert_eq!(image.iter().copied().fold(0.0, f64::max), 255.0);
        // The centre of mass is in the middle, and the border of nearly all is left white.
        let centre =
            |axis: usize| image.indexed_iter().map(|((r, c), ink)| [r, c][axis] as f64 * ink).sum::<f64>() / ink;
        assert!((centre(0) - 13.5).abs() < 0.51 && (centre(1) - 13.5).abs() < 0.51, "{k}");
        let border = image.row(0).sum() + image.row(27).sum() + image.column(0).sum() + image.column(27).sum();
        touching += usize::from(border > 0.0);
    }
    assert!(touching <= 10, "{touching}");
    // All labels about equally often: five standard deviations.
    let allowed = 5.0 * (2000.0_f64 * 0.09).sqrt();
    assert!(digits.train.counts().iter().all(|&count| (count as f64 - 200.0).abs() < allowed));
}

#[test]
fn the_same_seed_draws_the_same_digits_on_any_number_of_threads() {
    let draw = || draw(200, 20, 6).unwrap();
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(alone.install(draw), draw());
    assert_ne!(draw().train, super::draw(200, 20, 7).unwrap().train);
    // The test set is not part of the training set, and a longer set begins like a shorter one.
    assert_ne!(draw().train.first(20).unwrap(), draw().test);
    assert_eq!(super::draw(100, 20, 6).unwrap().train, draw().train.first(100).unwrap());
}

#[test]
fn every_digit_looks_most_like_the_mean_of_its_kind() {
    // The nearest mean picture already recognises most drawn digits: they are what their labels say.
    let digits = draw(3000, 1000, 2).unwrap();
    let means: Vec<Array2<f64>> = (0..10).map(|digit| digits.train.mean_image(digit).unwrap()).collect();
    let right = (0..1000).filter(|&k| {
        let image = digits.test.image(k).unwrap().mapv(f64::from);
        let distance = |mean: &Array2<f64>| (mean - &image).mapv(|d| d * d).sum();
        let nearest = (0..10).min_by(|&a, &b| distance(&means[a]).total_cmp(&distance(&means[b]))).unwrap();
        nearest == usize::from(digits.test.label(k).unwrap())
    });
    let right = right.count();
    assert!(right > 800, "{right}");
}
