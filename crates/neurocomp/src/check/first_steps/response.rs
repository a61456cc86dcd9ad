use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, in_unit, text};

/// Exercise 37: rate in Hz that answers an input current: 0 up to the threshold (nA), then a straight line whose slope is
/// the gain (Hz/nA), cut off at the largest rate (Hz).
pub fn response(student: fn(f64, f64, f64, f64) -> f64) -> Verdict {
    RESPONSE.judge(|&(input, threshold, gain, max_rate)| student(input, threshold, gain, max_rate))
}

type Call = (f64, f64, f64, f64);

pub(super) static RESPONSE: Exercise<Call, f64> = Exercise {
    name: "response",
    inputs: &["input (nA)", "threshold (nA)", "gain (Hz/nA)", "max_rate (Hz)"],
    answer: &[in_unit("Hz")],
    // On the line, below the threshold, above the maximum, at the threshold.
    cases: || {
        let calls = |(threshold, gain, max): (f64, f64, f64)| {
            [0.4 * max / gain, -3.0, 2.0 * max / gain, 0.0].map(|above| (threshold + above, threshold, gain, max))
        };
        [(4.0, 2.5, 30.0), (12.0, 7.0, 90.0)].into_iter().flat_map(calls).collect()
    },
    right: |call| line(call).clamp(0.0, call.3),
    also_right: &[|call| three_cases(call, line(call))],
    mistakes: &[
        // Before those whose line is so high that it is cut off.
        gives(
            |call| three_cases(call, call.3),
            "this is the largest rate although the line is still below it: compare the rate, not the input, with max_rate.",
            "c’est le taux maximal alors que la droite est encore au-dessous : comparez le taux, et non l’entrée, à max_rate.",
        ),
        gives(
            |call| three_cases(call, call.2 * call.0),
            "the line starts at the threshold: `gain * (input - threshold)`.",
            "la droite part du seuil : `gain * (input - threshold)`.",
        ),
        gives(
            |call| three_cases(call, call.2 * call.0 - call.1),
            "parentheses: it is the difference input − threshold that is multiplied by the gain.",
            "les parenthèses : c’est la différence input − threshold que multiplie le gain.",
        ),
        gives(
            |call| three_cases(call, call.0 - call.1),
            "the gain is missing: multiply by it.",
            "le gain manque : multipliez par lui.",
        ),
        gives(
            |call| three_cases(call, (call.0 - call.1) / call.2),
            "you divide by the gain; its unit, Hz/nA, says that nA must be multiplied by it.",
            "vous divisez par le gain ; son unité, Hz/nA, dit qu’il faut multiplier des nA par lui.",
        ),
        gives(
            |call| line(call).min(call.3),
            "a negative rate: the case below threshold is missing, or its condition is the wrong way round.",
            "un taux négatif : le cas sous le seuil manque, ou sa condition est à l’envers.",
        ),
        gives(
            |call| if call.0 < call.1 { call.3 } else { line(call).min(call.3) },
            "this is the largest rate, far below threshold: is a comparison the wrong way round?",
            "c’est le taux maximal, bien au-dessous du seuil : une comparaison est-elle à l’envers ?",
        ),
        gives(
            |call| line(call).max(0.0),
            "the rate passes its maximum: the third case is missing. Compare the rate, not the input, with max_rate.",
            "le taux dépasse son maximum : le troisième cas manque. Comparez le taux, et non l’entrée, à max_rate.",
        ),
        gives(
            |call| if (0.0..call.3).contains(&line(call)) { 0.0 } else { line(call).min(call.3) },
            "the input is above the threshold, but the rate is 0: is the first comparison the right way round?",
            "l’entrée est au-dessus du seuil, mais le taux est nul : la première comparaison est-elle dans le bon sens ?",
        ),
    ],
    lesson: text(
        "Three cases, one condition for each: a rate is never negative and never above its maximum.",
        "Trois cas, une condition pour chacun : un taux n’est jamais négatif, ni plus grand que son maximum.",
    ),
    ..Exercise::TABLE
};

fn line(&(input, threshold, gain, _): &Call) -> f64 {
    gain * (input - threshold)
}

/// 0 below the threshold, then this line up to the maximum.
fn three_cases(&(input, threshold, _, max_rate): &Call, line: f64) -> f64 {
    if input < threshold { 0.0 } else { line.min(max_rate) }
}
