use crate::check::Verdict;
use crate::check::exercise::{Exercise, gives, text};

/// Exercise 10: the potential at x over the potential at 0, where it is held, with a sealed end: cosh((l − x)/λ)/cosh(l/λ).
pub fn sealed_profile(student: fn(f64, f64, f64) -> f64) -> Verdict {
    SEALED_PROFILE.judge(|&(x, length, lambda)| student(x, length, lambda))
}

pub(super) static SEALED_PROFILE: Exercise<(f64, f64, f64), f64> = Exercise {
    name: "sealed_profile",
    inputs: &["x (µm)", "length (µm)", "lambda (µm)"],
    cases: || vec![(300.0, 900.0, 450.0), (120.0, 200.0, 800.0), (0.0, 500.0, 250.0), (640.0, 640.0, 400.0)],
    right: |&(x, l, lambda)| ((l - x) / lambda).cosh() / (l / lambda).cosh(),
    mistakes: &[
        gives(
            |&(x, _, lambda)| (-x / lambda).exp(),
            "this is the cable without an end, e^(−x/λ).",
            "c’est le câble sans fin, e^(−x/λ).",
        ),
        gives(
            |&(x, l, lambda)| ((l - x) / lambda).sinh() / (l / lambda).sinh(),
            "this is a cable whose end is held at rest; at a sealed end it is cosh, not sinh.",
            "c’est un câble dont le bout est tenu au repos ; pour un bout fermé, c’est cosh et non sinh.",
        ),
        gives(
            |&(x, l, lambda)| (x / lambda).cosh() / (l / lambda).cosh(),
            "beginning and end are exchanged: it is the distance from the end, l − x, that counts.",
            "le début et la fin sont échangés : c’est la distance au bout, l − x, qui compte.",
        ),
        gives(
            |&(x, l, lambda)| ((l - x) / lambda).cosh(),
            "this is V over the potential at the end; divide by cosh(l/λ) so that it is 1 at x = 0.",
            "c’est V rapporté au potentiel du bout ; divisez par cosh(l/λ) pour obtenir 1 en x = 0.",
        ),
        gives(
            |&(x, l, lambda)| (l / lambda).cosh() / ((l - x) / lambda).cosh(),
            "the fraction is upside down: the potential falls along the cable.",
            "la fraction est inversée : le potentiel diminue le long du câble.",
        ),
        gives(
            |&(x, l, lambda)| ((l - x) / lambda).cos() / (l / lambda).cos(),
            "this is the cosine; the hyperbolic one is `.cosh()`.",
            "c’est le cosinus ; le cosinus hyperbolique s’écrit `.cosh()`.",
        ),
        gives(
            |&(x, l, _)| (l - x).cosh() / l.cosh(),
            "the length constant is missing: divide lengths by λ before `.cosh()`.",
            "la constante de longueur manque : divisez les longueurs par λ avant `.cosh()`.",
        ),
        gives(
            |&(x, l, lambda)| (l - x) / lambda / (l / lambda).cosh(),
            "the numerator lacks its `.cosh()`: put parentheses around each argument.",
            "le numérateur n’a pas son `.cosh()` : mettez chaque argument entre parenthèses.",
        ),
        gives(
            |&(x, l, _)| ((l - x) / l).cosh(),
            "this is the cosine of the quotient; take the quotient of the two cosines.",
            "c’est le cosinus du quotient ; prenez le quotient des deux cosinus.",
        ),
    ],
    lesson: text("1 at the beginning, flat at the sealed end.", "1 au début, plat au bout fermé."),
    ..Exercise::TABLE
};
