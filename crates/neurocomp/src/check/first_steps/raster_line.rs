use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 42: one character for each millisecond, `|` where there is at least one spike, `.` elsewhere.
pub fn raster_line(student: fn(&[f64], usize) -> String) -> Verdict {
    RASTER_LINE.judge(|&(times, duration)| student(times, duration))
}

/// Two spikes within one millisecond, one exactly on a millisecond, one late in its millisecond, and none at all.
pub(super) static RASTER_LINE: Exercise<(&'static [f64], usize), String> = Exercise {
    name: "raster_line",
    inputs: &["times (ms)", "duration (ms)"],
    cases: || vec![(&[2.0, 5.75, 11.5], 15), (&[0.25, 3.5, 3.75, 8.75], 10), (&[6.5], 7), (&[], 4)],
    right: |&(times, duration)| line(times, duration, |t| t),
    mistakes: &[
        gives(
            |&(times, duration)| line(times, duration, f64::round),
            "the times are rounded; the spike at 5.75 ms belongs to the millisecond from 5 to 6. Cut off, with `as usize`.",
            "les temps sont arrondis ; le potentiel d’action à 5,75 ms appartient à la milliseconde de 5 à 6. Tronquez, par \
             `as usize`.",
        ),
        gives(
            |&(times, duration)| line(times, duration, |t| t - 1.0),
            "one place too far to the left: the first character is the millisecond from 0 to 1.",
            "un cran trop à gauche : le premier caractère est la milliseconde de 0 à 1.",
        ),
        gives(
            |&(times, duration)| line(times, duration, |t| t + 1.0),
            "one place too far to the right: the first character is the millisecond from 0 to 1.",
            "un cran trop à droite : le premier caractère est la milliseconde de 0 à 1.",
        ),
        gives(
            |&(times, duration)| line(times, duration + 1, |t| t),
            "one character too many: for `duration` characters the loop runs over `0..duration`, without `=`.",
            "un caractère de trop : pour `duration` caractères, la boucle parcourt `0..duration`, sans `=`.",
        ),
        gives(
            |&(times, duration)| line(times, duration, |t| t) + "\n",
            "the text ends with a new line; only the characters are asked for.",
            "le texte finit par un retour à la ligne ; on ne demande que les caractères.",
        ),
        gives(
            |&(times, duration)| {
                line(times, duration, |t| t).chars().map(|c| if c == '|' { '.' } else { '|' }).collect()
            },
            "the two characters are exchanged: `|` is a spike.",
            "les deux caractères sont échangés : `|` est un potentiel d’action.",
        ),
        gives(
            |&(times, duration)| (0..duration).map(|k| if times.contains(&(k as f64)) { '|' } else { '.' }).collect(),
            "only spikes at a whole number of milliseconds are drawn. A time such as 5.75 equals no whole k: compare \
             `t as usize` with k.",
            "seuls les potentiels d’action à un nombre entier de millisecondes sont dessinés. Un temps comme 5,75 n’est égal \
             à aucun entier k : comparez `t as usize` à k.",
        ),
        gives(
            |&(_, duration)| ".".repeat(duration),
            "no spike is drawn at all.",
            "aucun potentiel d’action n’est dessiné.",
        ),
        gives(
            |_| String::new(),
            "the text is empty. The function must return the line, not print it.",
            "le texte est vide. La fonction doit renvoyer la ligne et non l’afficher.",
        ),
    ],
    lesson: text(
        "A raster without a plotting library: one line for each trial.",
        "Un raster sans bibliothèque de figures : une ligne par essai.",
    ),
    ..Exercise::TABLE
};

/// The line with each spike moved before it is put into its millisecond; what falls outside is left out.
fn line(times: &[f64], duration: usize, moved: fn(f64) -> f64) -> String {
    let has_spike = |k: usize| times.iter().any(|&t| moved(t).floor() == k as f64);
    (0..duration).map(|k| if has_spike(k) { '|' } else { '.' }).collect()
}
