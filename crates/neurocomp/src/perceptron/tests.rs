//! The lecture's example, the laws of learning, geometry; the rest is in the folder beside.

use ndarray::{Array1, Array2, array};
use proptest::prelude::*;

use super::*;

mod capacity_laws;
mod geometry_laws;
mod layers;
mod refusals;

/// The six points of lecture 6: three stars (+1), three circles (−1).
pub(super) fn lecture_points() -> (Array2<f64>, Array1<f64>) {
    (
        array![[-2.0, 1.0], [1.0, 1.0], [1.5, -0.5], [-2.0, -1.0], [-1.0, -1.5], [2.0, -2.0]],
        array![1.0, 1.0, 1.0, -1.0, -1.0, -1.0],
    )
}

fn lecture_params() -> LearningParams {
    // The lecture counts its points from 1 and shows 2, 6, 5, 4, 1, 3.
    LearningParams { eta: 0.2, order: ExampleOrder::Given(vec![1, 5, 4, 3, 0, 2]), epochs: 10 }
}

#[test]
fn every_step_of_the_lecture_comes_out_as_there() {
    let (x, y) = lecture_points();
    let start = Perceptron::new(0.0, &array![1.0, 0.5]).unwrap();
    let history = start.learn_step_by_step(&x, &y, lecture_params()).unwrap();
    // Point, field, answer, right?, weights after; the fields 1.5, 1, −2.15, −2.3 and all weights are on the slides.
    let slides = [
        (1, 1.5, 1.0, true, [0.0, 1.0, 0.5]),
        (5, 1.0, 1.0, false, [-0.2, 0.6, 0.9]),
        (4, -2.15, -1.0, true, [-0.2, 0.6, 0.9]),
        (3, -2.3, -1.0, true, [-0.2, 0.6, 0.9]),
        (0, -0.5, -1.0, false, [0.0, 0.2, 1.1]),
        (2, -0.25, -1.0, false, [0.2, 0.5, 1.0]),
    ];
    assert_eq!(history.steps.len(), slides.len());
    for (step, (example, field, output, correct, weights)) in history.steps.iter().zip(slides) {
        assert_eq!((step.example, step.output, step.correct), (example, output, correct));
        assert_eq!(step.target, y[example]);
        assert!((step.field - field).abs() < 1e-12, "{step:?}");
        assert!(step.weights.iter().zip(weights).all(|(a, b)| (a - b).abs() < 1e-12), "{step:?}");
    }
    assert!(history.converged && history.last().errors(&x, &y).unwrap() == 0);
    assert_eq!((history.mistakes(), history.cycle()), (3, None));
}

#[test]
fn learning_with_and_without_history_and_by_hand_is_the_same() {
    let (x, y) = lecture_points();
    let start = Perceptron::random(2, 5).unwrap();
    for order in [
        ExampleOrder::Cyclic,
        ExampleOrder::Shuffled(3),
        ExampleOrder::Random(3),
        ExampleOrder::Given(vec![0, 3, 3, 5, 2]),
    ] {
        let params = LearningParams { eta: 0.3, order, epochs: 50 };
        let learning = start.learn(&x, &y, params.clone()).unwrap();
        let history = start.learn_step_by_step(&x, &y, params).unwrap();
        assert_eq!(learning.last, history.last());
        assert_eq!((learning.total_mistakes(), learning.converged), (history.mistakes(), history.converged));
        let mut by_hand = start.clone();
        for step in &history.steps {
            let right = by_hand.show(&x.row(step.example), y[step.example], 0.3).unwrap();
            assert_eq!((right, by_hand.weights()), (step.correct, step.weights.clone()));
        }
        assert_eq!(learning.weights.row(learning.weights.nrows() - 1), learning.last.weights());
        assert_eq!(learning.error_curve(&x, &y).unwrap().last(), Some(&0.0));
    }
}

#[test]
fn the_same_seed_draws_the_same_examples_and_another_one_others() {
    let (x, y, _) = capacity::teacher_examples(50, 5, 0.05, 1).unwrap();
    let examples = |order: ExampleOrder| {
        let params = LearningParams { order, epochs: 2, ..Default::default() };
        let steps = Perceptron::zeros(5).unwrap().learn_step_by_step(&x, &y, params).unwrap().steps;
        steps.iter().take(50).map(|step| step.example).collect::<Vec<_>>()
    };
    assert_eq!(examples(ExampleOrder::Random(1)), examples(ExampleOrder::Random(1)));
    assert_ne!(examples(ExampleOrder::Random(1)), examples(ExampleOrder::Random(2)));
    let mut all = examples(ExampleOrder::Shuffled(1));
    assert_ne!(all, examples(ExampleOrder::Shuffled(2)));
    all.sort_unstable();
    assert_eq!(all, examples(ExampleOrder::Cyclic));
}

#[test]
fn the_averaged_weights_are_the_mean_over_all_steps() {
    let (x, y, _) = capacity::teacher_examples(40, 3, 0.02, 4).unwrap();
    let start = Perceptron::random(3, 2).unwrap();
    let params = LearningParams { eta: 0.5, epochs: 7, ..Default::default() };
    let steps = start.learn_step_by_step(&x, &y, params.clone()).unwrap().steps;
    let mut mean = Array1::zeros(4);
    for step in &steps {
        mean += &step.weights;
    }
    mean /= steps.len() as f64;
    let averaged = start.learn(&x, &y, params).unwrap().averaged.weights();
    assert!((averaged - mean).iter().all(|d| d.abs() < 1e-12));
}

#[test]
fn the_pocket_is_never_worse_than_first_and_last_and_beats_the_last_on_noisy_labels() {
    let (mut better, mut total) = (0, 0);
    for seed in 0..20 {
        let (x, mut y, _) = capacity::teacher_examples(60, 4, 0.0, seed).unwrap();
        // Seven labels wrong: no plane is right about all.
        y.iter_mut().step_by(9).for_each(|y| *y = -*y);
        let start = Perceptron::zeros(4).unwrap();
        let params = LearningParams { order: ExampleOrder::Shuffled(seed), epochs: 30, ..Default::default() };
        let learning = start.learn(&x, &y, params).unwrap();
        let errors = |p: &Perceptron| p.errors(&x, &y).unwrap();
        assert!(errors(&learning.pocket) <= errors(&learning.last).min(errors(&start)));
        better += usize::from(errors(&learning.pocket) < errors(&learning.last));
        total += 1;
    }
    assert!(better > total / 2, "{better} of {total}");
}

#[test]
fn the_learning_rate_only_scales_weights_that_begin_at_zero() {
    let (x, y, _) = capacity::teacher_examples(80, 6, 0.03, 9).unwrap();
    let learn =
        |eta| Perceptron::zeros(6).unwrap().learn(&x, &y, LearningParams { eta, ..Default::default() }).unwrap();
    // A factor of two is exact in floating point.
    let (one, half) = (learn(1.0), learn(0.5));
    assert_eq!(one.mistakes, half.mistakes);
    assert_eq!(one.last.weights(), half.last.weights() * 2.0);
}

#[test]
fn and_or_nand_are_learnt_and_xor_goes_in_a_circle() {
    for gate in [|a, b| a && b, |a, b| a || b, |a: bool, b: bool| !(a && b)] {
        let (x, y) = logic::truth_table(gate);
        for order in [ExampleOrder::Cyclic, ExampleOrder::Shuffled(1), ExampleOrder::Random(1)] {
            let params = LearningParams { order, ..Default::default() };
            let learning = Perceptron::zeros(2).unwrap().learn(&x, &y, params).unwrap();
            assert!(learning.converged && learning.last.errors(&x, &y).unwrap() == 0);
        }
    }
    let (x, y) = logic::truth_table(|a, b| a != b);
    let params = LearningParams { order: ExampleOrder::Cyclic, epochs: 200, ..Default::default() };
    let history = Perceptron::zeros(2).unwrap().learn_step_by_step(&x, &y, params).unwrap();
    let cycle = history.cycle().expect("whole numbers that stay bounded return");
    assert!(!history.converged && cycle.first + cycle.period < 50, "{cycle:?}");
    // What has come back once comes back for ever.
    let end = |pass: usize| &history.steps[4 * pass - 1].weights;
    for pass in (cycle.first.max(1)..200 - cycle.period).step_by(7) {
        assert_eq!(end(pass), end(pass + cycle.period));
    }
    // Bounded, as the cycling theorem says: with inputs this small, by a few units.
    assert!(history.steps.iter().all(|step| step.weights.iter().all(|w| w.abs() <= 4.0)));
    assert!(largest_margin(&x, &y).unwrap().is_none());
}

#[test]
fn exact_pixels_in_another_order_are_learnt_exactly_alike() {
    // Whole numbers: sums are exact in any order, so that a perceptron cannot notice where a pixel was.
    let digits = crate::digits::draw(400, 10, 3).unwrap().train;
    let scaled = |set: &crate::digits::DigitSet| {
        let (x, y) = set.pair(4, 9).unwrap();
        ((x * 255.0).mapv(f64::round), y)
    };
    let ((x, y), (shuffled, same_y)) = (scaled(&digits), scaled(&digits.permuted(8)));
    assert_eq!(y, same_y);
    let params = LearningParams { order: ExampleOrder::Cyclic, epochs: 5, ..Default::default() };
    let learn = |x: &Array2<f64>| Perceptron::zeros(784).unwrap().learn(x, &y, params.clone()).unwrap();
    let (one, other) = (learn(&x), learn(&shuffled));
    assert_eq!(one.mistakes, other.mistakes);
    let sorted = |p: &Perceptron| {
        let mut w = p.w().to_vec();
        w.sort_by(f64::total_cmp);
        w
    };
    assert_ne!(one.last, other.last);
    assert_eq!(sorted(&one.last), sorted(&other.last));
}

#[test]
fn a_larger_margin_means_fewer_mistakes() {
    let mean_mistakes = |margin: f64| {
        let mistakes = |seed| {
            let (x, y, _) = capacity::teacher_examples(100, 5, margin, seed).unwrap();
            let params = LearningParams { epochs: 100_000, ..Default::default() };
            let learning = Perceptron::zeros(5).unwrap().learn(&x, &y, params).unwrap();
            assert!(learning.converged);
            learning.total_mistakes() as f64
        };
        (0..20).map(mistakes).sum::<f64>() / 20.0
    };
    let means = [0.005, 0.02, 0.1, 0.3].map(mean_mistakes);
    assert!(means.windows(2).all(|pair| pair[0] > pair[1]), "{means:?}");
    assert!(means[0] > 4.0 * means[3], "{means:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Novikoff: at most (R/γ)² mistakes, with the teacher's γ, and with the larger one of the best plane.
    #[test]
    fn mistakes_stay_below_the_bound(
        n in 1_usize..8, p in 1_usize..60, margin in 0.01_f64..0.3, seed: u64, eta in 0.01_f64..10.0,
    ) {
        let (x, y, teacher) = capacity::teacher_examples(p, n, margin, seed).unwrap();
        let loose = teacher.mistake_bound(&x, &y).unwrap().expect("the teacher makes no error");
        let best = largest_margin(&x, &y).unwrap().expect("the teacher separates");
        let tight = best.mistake_bound(&x, &y).unwrap().expect("the best makes no error");
        prop_assert!(tight <= loose * (1.0 + 1e-9));
        prop_assert!(loose <= (1.0 + n as f64) / (margin * margin) * (1.0 + 1e-9));
        for order in [ExampleOrder::Cyclic, ExampleOrder::Shuffled(seed), ExampleOrder::Random(seed)] {
            let params = LearningParams { eta, order, epochs: 1_000_000 };
            let learning = Perceptron::zeros(n).unwrap().learn(&x, &y, params).unwrap();
            prop_assert!(learning.converged);
            prop_assert!(learning.total_mistakes() as f64 <= tight * (1.0 + 1e-9));
        }
    }

    /// An example shown again and again is answered rightly in the end, after s y* has grown by η (1 + |x|²) each time.
    #[test]
    fn one_example_is_learnt_in_the_number_of_steps_that_its_field_asks_for(
        x in proptest::array::uniform3(-3.0_f64..3.0), seed: u64, eta in 0.01_f64..1.0,
    ) {
        let x = Array1::from(x.to_vec());
        let mut p = Perceptron::random(3, seed).unwrap();
        let field = p.field(&x).unwrap();
        let steps = if field > 0.0 { 0.0 } else { (-field / (eta * (1.0 + x.dot(&x)))).floor() + 1.0 };
        let mut mistakes = 0.0;
        while !p.show(&x, 1.0, eta).unwrap() {
            mistakes += 1.0;
        }
        prop_assert!((mistakes - steps).abs() <= 1.0 && (mistakes == steps || field.abs() > 1e-12));
        prop_assert!(p.field(&x).unwrap() > 0.0);
    }
}
