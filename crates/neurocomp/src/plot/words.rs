//! Every sentence that a figure says, in the languages of the course.

use super::axis::short;
use crate::language::choose;

/// The word for the reader's language.
pub(crate) fn either(english: &str, french: &str) -> String {
    choose(english, french).into()
}

/// “name” with the quotation marks of the language; nothing for an empty name.
pub(crate) fn quoted(name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    choose(format!(" “{name}”"), format!(" « {name} »"))
}

/// The colon, before which French puts a space.
pub(crate) fn colon() -> String {
    either(":", " :")
}

/// `count` with its noun, whose plural is in -s in both languages.
pub(crate) fn counted(count: usize, english: &str, french: &str) -> String {
    let plural = choose(count != 1, count > 1);
    format!(
        "{count} {}{}",
        either(english, french),
        if plural { "s" } else { "" }
    )
}

/// `from a to b`.
pub(crate) fn from_to(low: f64, high: f64) -> String {
    choose(
        format!("from {} to {}", short(low), short(high)),
        format!("de {} à {}", short(low), short(high)),
    )
}

pub(crate) fn lengths_differ(what: &str, name: &str, x: usize, y: usize) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!("{what}{name}{colon} x has {x} values, y has {y}; both must have the same number"),
        format!(
            "{what}{name}{colon} x a {x} valeurs, y en a {y} ; il en faut autant dans les deux"
        ),
    )
}

pub(crate) fn nothing_to_draw(what: &str, name: &str) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!("{what}{name}{colon} expected at least one value, received none"),
        format!("{what}{name}{colon} il faut au moins une valeur, il n’y en a aucune"),
    )
}

pub(crate) fn nothing_finite(what: &str, name: &str, count: usize) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!(
            "{what}{name}{colon} none of the {count} values is a finite number (all are NaN or ∞)"
        ),
        format!(
            "{what}{name}{colon} aucune des {count} valeurs n’est un nombre fini (toutes valent NaN ou ∞)"
        ),
    )
}

pub(crate) fn not_finite(what: &str, name: &str, value: f64) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!("{what}{name}{colon} expected a finite number, received {value}"),
        format!("{what}{name}{colon} il faut un nombre fini, reçu {value}"),
    )
}

pub(crate) fn wrong_shape(label: &str, rows: usize, columns: usize, y: usize, x: usize) -> String {
    let (label, colon) = (quoted(label), colon());
    choose(
        format!(
            "heatmap{label}{colon} z has {rows} rows and {columns} columns; expected {y} rows (one for each y) and {x} columns (one for each x)"
        ),
        format!(
            "carte{label}{colon} z a {rows} lignes et {columns} colonnes ; il faut {y} lignes (une par y) et {x} colonnes (une par x)"
        ),
    )
}

pub(crate) fn not_increasing(label: &str, axis: &str) -> String {
    let (label, colon) = (quoted(label), colon());
    choose(
        format!(
            "heatmap{label}{colon} the values of {axis} must be finite and increase from each one to the next"
        ),
        format!(
            "carte{label}{colon} les valeurs de {axis} doivent être finies et croître de l’une à la suivante"
        ),
    )
}

pub(crate) fn range_refused(axis: &str, low: f64, high: f64) -> String {
    choose(
        format!("range of {axis}: expected low < high, both finite; received ({low}, {high})"),
        format!(
            "intervalle de {axis} : il faut bas < haut, finis tous les deux ; reçu ({low}, {high})"
        ),
    )
}

pub(crate) fn log_range_refused(axis: &str, low: f64, high: f64) -> String {
    choose(
        format!(
            "range of {axis}: a logarithmic axis has only positive numbers; received ({low}, {high})"
        ),
        format!(
            "intervalle de {axis} : un axe logarithmique n’a que des nombres positifs ; reçu ({low}, {high})"
        ),
    )
}

pub(crate) fn nothing_positive(axis: &str) -> String {
    choose(
        format!("logarithmic axis {axis}: none of the values is positive"),
        format!("axe logarithmique {axis} : aucune valeur n’est positive"),
    )
}

pub(crate) fn size_refused(width: usize, height: usize) -> String {
    choose(
        format!("size: expected 200 to 4000 pixels each way, received {width} × {height}"),
        format!("taille : il faut de 200 à 4000 pixels dans chaque sens, reçu {width} × {height}"),
    )
}

pub(crate) fn frames_differ(values: usize, frames: usize) -> String {
    choose(
        format!("slider: {values} values for {frames} frames; expected one value for each frame"),
        format!("curseur : {values} valeurs pour {frames} images ; il faut une valeur par image"),
    )
}

pub(crate) fn no_frames() -> String {
    either(
        "slider: expected at least one frame, received none",
        "curseur : il faut au moins une image, il n’y en a aucune",
    )
}

/// Said in the static picture of a figure with a slider.
pub(crate) fn first_frame(label: &str, value: f64, frames: usize) -> String {
    let (label, value) = (label.trim(), short(value));
    choose(
        format!("{label} = {value} (first of {frames} frames; the slider needs JupyterLab)"),
        format!("{label} = {value} (première de {frames} images ; le curseur demande JupyterLab)"),
    )
}

/// Said in the description of the static picture of a cloud of points.
pub(crate) fn thinned_in_picture(drawn: usize, given: usize) -> String {
    choose(
        format!(" This picture shows {drawn} of the {given} points."),
        format!(" Cette image montre {drawn} des {given} points."),
    )
}
