use super::*;
use ndarray::array;

fn ramp(slope: f64) -> Figure {
    let t = Array1::linspace(0.0, 1.0, 11);
    let v = t.mapv(|t| slope * t);
    super::super::line(&t, &v, "t (s)", "V (mV)").title(&format!("{slope}"))
}

#[test]
fn the_figure_and_its_frames_are_what_the_function_gives() {
    let figure = live(|knobs| {
        let slope = knobs.slider("slope (mV/s)", 0.0, 20.0, 5.0);
        let sign = [1.0, -1.0][knobs.choice("sign", &["up", "down"])];
        ramp(slope * sign)
    });
    assert_eq!(figure.figure().svg(), ramp(5.0).svg());
    let moved = figure.moved(&[("slope (mV/s)", 12.0), ("sign", 1.0)]);
    assert_eq!(moved.svg(), ramp(-12.0).svg());
    let by_hand = slider(
        "slope (mV/s)",
        &array![0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0],
        (0..11).map(|k| ramp(2.0 * f64::from(k))).collect(),
    );
    let frames = figure.frames();
    assert_eq!(frames.plot().to_json(), by_hand.starting_at(4.9).plot().to_json());
    // 5 is as near to 4 as to 6: the first of them.
    assert!(frames.svg().contains("slope (mV/s) = 4 "), "{}", frames.svg());
}

#[test]
fn without_a_slider_there_is_one_frame() {
    let figure = live(|knobs| ramp(if knobs.switch("steep", true) { 9.0 } else { 1.0 }));
    assert_eq!(figure.frames().svg(), ramp(9.0).svg());
}

#[test]
fn what_is_wrong_with_a_control_stands_in_the_figure() {
    let figure = live(|knobs| ramp(knobs.slider("slope", 3.0, 1.0, 2.0))).figure();
    assert_eq!(figure.problems().len(), 1, "{:?}", figure.problems());
    assert!(figure.problems()[0].contains("received 3 and 1"));
}

#[test]
fn a_panic_is_told_with_the_position_and_the_figure_stays() {
    let figure = live(|knobs| {
        let slope = knobs.slider("slope", 0.0, 10.0, 1.0);
        assert!(slope < 5.0, "too steep");
        ramp(slope)
    });
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut knobs = Knobs::at(vec![("slope".to_owned(), 7.5)]);
    let told = figure.try_to_compute(&mut knobs).unwrap_err();
    let again = figure.try_to_compute(&mut Knobs::at(vec![("slope".to_owned(), 2.0)]));
    std::panic::set_hook(hook);
    assert_eq!(told, "the function stopped at slope = 7.5: too steep");
    assert_eq!(again.unwrap().svg(), ramp(2.0).svg());
}

#[test]
fn a_figure_that_was_never_shown_cannot_be_moved() {
    assert!(!move_to(u64::MAX, &[1.0]));
}
