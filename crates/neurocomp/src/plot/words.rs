//! Every sentence that a figure says, in the languages of the course.

use super::number::short;
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

/// `count` with its noun; the plural is in -s in both languages, in French at the first word of several (« potentiels
/// d’action »).
pub(crate) fn counted(count: usize, english: &str, french: &str) -> String {
    let plural = choose(count != 1, count > 1);
    let noun = either(english, french);
    match (plural, noun.split_once(' ')) {
        (false, _) => format!("{count} {noun}"),
        (true, None) => format!("{count} {noun}s"),
        (true, Some((first, rest))) => format!("{count} {first}s {rest}"),
    }
}

/// `from a to b`.
pub(crate) fn from_to(low: f64, high: f64) -> String {
    choose(format!("from {} to {}", short(low), short(high)), format!("de {} à {}", short(low), short(high)))
}

/// Two arrays, each with its name and length.
pub(crate) fn lengths_differ(what: &str, name: &str, (one, n): (&str, usize), (other, m): (&str, usize)) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!("{what}{name}{colon} {one} has {n} values, {other} has {m}; both must have the same number"),
        format!("{what}{name}{colon} {one} a {n} valeurs, {other} en a {m} ; il en faut autant dans les deux"),
    )
}

pub(crate) fn bins_differ(what: &str, name: &str, x: usize, values: usize) -> String {
    let (name, colon, more) = (quoted(name), colon(), values + 1);
    choose(
        format!(
            "{what}{name}{colon} x has {x} values for {values} bins; expected {more} edges or {values} centres, and at least one bin"
        ),
        format!(
            "{what}{name}{colon} x a {x} valeurs pour {values} classes ; il faut {more} bords ou {values} centres, et au moins une classe"
        ),
    )
}

pub(crate) fn negative_error(what: &str, name: &str, index: usize, received: f64) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!("{what}{name}{colon} error[{index}] must be >= 0, received {received}"),
        format!("{what}{name}{colon} error[{index}] doit être >= 0, reçu {received}"),
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
        format!("{what}{name}{colon} none of the {count} values is a finite number (all are NaN or ∞)"),
        format!("{what}{name}{colon} aucune des {count} valeurs n’est un nombre fini (toutes valent NaN ou ∞)"),
    )
}

pub(crate) fn not_finite(what: &str, name: &str, value: f64) -> String {
    let (name, colon) = (quoted(name), colon());
    choose(
        format!("{what}{name}{colon} expected a finite number, received {value}"),
        format!("{what}{name}{colon} il faut un nombre fini, reçu {value}"),
    )
}

/// A matrix whose rows and columns should be as many as the values of two arrays, given with their names.
pub(crate) fn wrong_shape(
    what: &str,
    label: &str,
    matrix: &str,
    (rows, columns): (usize, usize),
    ((down, y), (across, x)): ((usize, &str), (usize, &str)),
) -> String {
    let (label, colon) = (quoted(label), colon());
    choose(
        format!(
            "{what}{label}{colon} {matrix} has {rows} rows and {columns} columns; expected {down} rows (one for each {y}) and {across} columns (one for each {x})"
        ),
        format!(
            "{what}{label}{colon} {matrix} a {rows} lignes et {columns} colonnes ; il faut {down} lignes (une par {y}) et {across} colonnes (une par {x})"
        ),
    )
}

pub(crate) fn not_increasing(what: &str, label: &str, axis: &str) -> String {
    let (label, colon) = (quoted(label), colon());
    choose(
        format!("{what}{label}{colon} the values of {axis} must be finite and increase from each one to the next"),
        format!("{what}{label}{colon} les valeurs de {axis} doivent être finies et croître de l’une à la suivante"),
    )
}

pub(crate) fn not_positive(name: &str, received: f64) -> String {
    choose(
        format!("{name}: expected a finite number > 0, received {received}"),
        format!("{name} : il faut un nombre fini > 0, reçu {received}"),
    )
}

/// Follows the title of a confusion matrix.
pub(crate) fn share_correct(percent: f64) -> String {
    let percent = short(percent);
    choose(format!(": {percent} % correct"), format!(" : {percent} % justes"))
}

pub(crate) fn not_three_weights(received: usize) -> String {
    choose(
        format!("weights: expected 3 values (bias, w₁, w₂), received {received}"),
        format!("poids : il faut 3 valeurs (biais, w₁, w₂), reçu {received}"),
    )
}

pub(crate) fn not_a_class(index: usize, received: f64) -> String {
    choose(
        format!("labels: expected 1 or −1, received labels[{index}] = {received}"),
        format!("labels : il faut 1 ou −1, reçu labels[{index}] = {received}"),
    )
}

pub(crate) fn negative_count(row: usize, column: usize, received: f64) -> String {
    choose(
        format!("counts: expected >= 0, received counts[[{row}, {column}]] = {received}"),
        format!("nombres : il faut >= 0, reçu counts[[{row}, {column}]] = {received}"),
    )
}

pub(crate) fn time_outside(asked: f64, first: f64, last: f64) -> String {
    let (asked, first, last) = (short(asked), short(first), short(last));
    choose(
        format!("profile: expected a time from {first} to {last} ms, received {asked}"),
        format!("profil : il faut un instant de {first} à {last} ms, reçu {asked}"),
    )
}

pub(crate) fn range_refused(axis: &str, low: f64, high: f64) -> String {
    choose(
        format!("range of {axis}: expected low < high, both finite; received ({low}, {high})"),
        format!("intervalle de {axis} : il faut bas < haut, finis tous les deux ; reçu ({low}, {high})"),
    )
}

pub(crate) fn log_range_refused(axis: &str, low: f64, high: f64) -> String {
    choose(
        format!("range of {axis}: a logarithmic axis has only positive numbers; received ({low}, {high})"),
        format!("intervalle de {axis} : un axe logarithmique n’a que des nombres positifs ; reçu ({low}, {high})"),
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

pub(crate) fn slider_in_a_frame() -> String {
    either("slider: a frame cannot hold a slider itself", "curseur : une image ne peut pas contenir de curseur")
}

pub(crate) fn no_frames() -> String {
    either(
        "slider: expected at least one frame, received none",
        "curseur : il faut au moins une image, il n’y en a aucune",
    )
}

/// A slider whose ends are no range.
pub(crate) fn no_range(label: &str, low: f64, high: f64) -> String {
    let (colon, low, high) = (colon(), short(low), short(high));
    choose(
        format!(
            "{label}{colon} a slider needs a lowest value below its highest one, both finite; received {low} and {high}"
        ),
        format!(
            "{label}{colon} un curseur va d’une valeur à une autre plus grande, toutes deux finies ; reçu {low} et {high}"
        ),
    )
}

/// A slider that would start outside its range.
pub(crate) fn start_outside(label: &str, low: f64, high: f64, start: f64) -> String {
    let (colon, low, high, start) = (colon(), short(low), short(high), short(start));
    choose(
        format!("{label}{colon} the start must be between {low} and {high}; received {start}"),
        format!("{label}{colon} le départ doit être entre {low} et {high} ; reçu {start}"),
    )
}

/// A choice without names.
pub(crate) fn nothing_to_choose(label: &str) -> String {
    let colon = colon();
    choose(format!("{label}{colon} there is nothing to choose from"), format!("{label}{colon} il n’y a rien à choisir"))
}

/// Two controls of one name.
pub(crate) fn label_twice(label: &str) -> String {
    let label = quoted(label);
    choose(
        format!("two controls are called{label}: each needs a name of its own"),
        format!("deux commandes s’appellent{label} : chacune a besoin d’un nom à elle"),
    )
}

/// The position of a switch.
pub(crate) fn on_or_off(is_on: bool) -> String {
    either(["off", "on"][usize::from(is_on)], ["non", "oui"][usize::from(is_on)])
}

/// What is said about a position at which the function of a live figure panics.
pub(crate) fn stopped_at(positions: &str, told: &str) -> String {
    let at = if positions.is_empty() {
        String::new()
    } else {
        choose(format!(" at {positions}"), format!(" pour {positions}"))
    };
    choose(format!("the function stopped{at}: {told}"), format!("la fonction s’est arrêtée{at} : {told}"))
}

/// Said in the static picture of a figure with a slider.
pub(crate) fn one_frame(label: &str, value: f64, number: usize, frames: usize) -> String {
    let (label, value) = (label.trim(), short(value));
    choose(
        format!("{label} = {value} (frame {number} of {frames}; the slider needs JupyterLab)"),
        format!("{label} = {value} (image {number} sur {frames} ; le curseur demande JupyterLab)"),
    )
}

/// Said in the description of the static picture of a cloud of points.
pub(crate) fn thinned_in_picture(drawn: usize, given: usize) -> String {
    choose(
        format!(" This picture shows {drawn} of the {given} points."),
        format!(" Cette image montre {drawn} des {given} points."),
    )
}
