use super::*;

fn said(output: &str) -> Vec<Said> {
    Stdout::default().take(output.as_bytes())
}

fn text(text: &str) -> Said {
    Said::Text(text.to_owned())
}

fn evcxr(lines: &str) -> Said {
    Said::Evcxr(lines.as_bytes().to_vec())
}

#[test]
fn lines_and_unfinished_lines_are_handed_on_at_once() {
    assert_eq!(said("one\ntwo\n"), [text("one\ntwo\n")]);
    let mut stdout = Stdout::default();
    for dot in [".", ".", "."] {
        assert_eq!(stdout.take(dot.as_bytes()), [text(dot)]);
    }
    assert_eq!(stdout.take(b" done\n"), [text(" done\n")]);
}

#[test]
fn a_marker_that_follows_an_unfinished_line_is_found() {
    let panic = evcxr("EVCXR_PANIC_NOTIFICATION\n");
    assert_eq!(said("3.14EVCXR_PANIC_NOTIFICATION\n"), [text("3.14"), Said::Panicked, panic]);
    let value = evcxr("EVCXR_BEGIN_CONTENT text/html\n<b>\nEVCXR_END_CONTENT\n");
    assert_eq!(said("a EVCXR_BEGIN_CONTENT text/html\n<b>\nEVCXR_END_CONTENT\n"), [text("a "), value]);
}

#[test]
fn a_marker_that_arrives_in_pieces_is_joined() {
    let mut stdout = Stdout::default();
    assert_eq!(stdout.take(b"3.14EVCXR_PAN"), [text("3.14")]);
    assert_eq!(stdout.take(b"IC_NOTIFICATION"), []);
    assert_eq!(stdout.take(b"\n").len(), 2);
    assert_eq!(stdout.take(b"EVCXR"), []);
    assert_eq!(stdout.take(b" is a program\n"), [text("EVCXR is a program\n")]);
}

#[test]
fn a_letter_that_arrives_in_pieces_is_joined() {
    let mut stdout = Stdout::default();
    assert_eq!(stdout.take(b"caf\xc3"), [text("caf")]);
    assert_eq!(stdout.take(b"\xa9"), [text("é")]);
}

#[test]
fn what_is_not_utf8_does_not_stop_the_cell() {
    assert_eq!(Stdout::default().take(b"caf\xe9\n"), [text("caf\u{fffd}\n")]);
}

#[test]
fn a_loop_has_no_value_to_show() {
    assert_eq!(said("EVCXR_BEGIN_CONTENT text/plain\n()\nEVCXR_END_CONTENT\nafter\n"), [text("after\n")]);
    let value = "EVCXR_BEGIN_CONTENT text/plain\n(1, 2)\nEVCXR_END_CONTENT\n";
    assert_eq!(said(value), [evcxr(value)]);
}

#[test]
fn a_figure_larger_than_the_limit_passes_whole() {
    let figure = format!("EVCXR_BEGIN_CONTENT image/svg+xml\n{}\nEVCXR_END_CONTENT\n", "y".repeat(2_000_000));
    assert_eq!(said(&figure), [evcxr(&figure)]);
}

#[test]
fn an_error_that_leaves_the_cell_is_told_with_its_text() {
    let output = "EVCXR_BEGIN_CONTENT application/vnd.evcxr.error\nno such file\nat line 3\nEVCXR_END_CONTENT\nEVCXR_ERROR_OCCURRED\n";
    let failed = Said::Failed("no such file\nat line 3".to_owned());
    assert_eq!(said(output), [failed, evcxr("EVCXR_ERROR_OCCURRED\n")]);
}

#[test]
fn a_display_is_no_text_and_a_broken_one_is() {
    let data = serde_json::Map::from_iter([("text/plain".to_owned(), "70 %".into())]);
    let display = Display { id: "progress-1".to_owned(), data, update: true };
    let line = format!("NEUROCOMP_DISPLAY {}\n", serde_json::to_string(&display).unwrap());
    assert_eq!(said(&line), [Said::Display(display)]);
    assert_eq!(said("NEUROCOMP_DISPLAY of books\n"), [text("NEUROCOMP_DISPLAY of books\n")]);
}

#[test]
fn a_question_is_told_with_its_words() {
    assert_eq!(said("EVCXR_INPUT_REQUEST:Your name?\n"), [Said::Asks("Your name?".to_owned(), false)]);
    assert_eq!(said("EVCXR_INPUT_REQUEST_PASSWORD:Word?\n"), [Said::Asks("Word?".to_owned(), true)]);
}

#[test]
fn the_next_cell_prints_again_after_a_flood() {
    let mut stdout = Stdout::default();
    let flood = "x".repeat(99) + "\n";
    let shown: usize = (0..20_000)
        .flat_map(|_| stdout.take(flood.as_bytes()))
        .map(|said| match said {
            Said::Text(text) => text.len(),
            _ => 0,
        })
        .sum();
    assert!((900_000..1_000_200).contains(&shown), "{shown} bytes were shown");
    assert_eq!(stdout.finish_cell(), []);
    assert_eq!(stdout.take(b"next\n"), [text("next\n")]);
}
