use crate::check::Verdict;
use crate::check::argument::{Argument, changed_parameters};
use crate::check::exercise::{Accepts, Exercise, gives, in_unit, seen, text};
use crate::rate::wilson_cowan::{WilsonCowan, WilsonCowanParams};

/// Exercise 8: the Jacobian matrix [[∂Ė/∂E, ∂Ė/∂I], [∂İ/∂E, ∂İ/∂I]], in 1/ms; a finite difference is exact enough.
pub fn jacobian(student: fn(WilsonCowanParams, f64, f64) -> [[f64; 2]; 2]) -> Verdict {
    JACOBIAN.judge(|&(p, e, i)| student(p, e, i))
}

type Call = (WilsonCowanParams, f64, f64);
type Matrix = [[f64; 2]; 2];

/// A difference on one side is exact enough, too; no entry is larger than 1.5 per ms.
pub(super) static JACOBIAN: Exercise<Call, Matrix> = Exercise {
    name: "jacobian",
    inputs: &["p", "e", "i"],
    answer: &[in_unit("1/ms")],
    cases: || {
        let pairs = [
            WilsonCowanParams { tau_e: 5.0, w_ee: 13.0, input_e: 1.1, ..Default::default() },
            WilsonCowanParams { tau_i: 14.0, w_ii: 6.0, refractory_e: 0.0, ..Default::default() },
        ];
        pairs.into_iter().flat_map(|p| [(0.21, 0.14), (0.08, 0.3)].map(|(e, i)| (p, e, i))).collect()
    },
    right,
    also_right: &[
        |call| difference(call, 1e-5, 2e-5),
        |&(p, e, i)| {
            let (here, right, above) = (slope(p, e, i), slope(p, e + 1e-5, i), slope(p, e, i + 1e-5));
            [0, 1].map(|k| [(right[k] - here[k]) / 1e-5, (above[k] - here[k]) / 1e-5])
        },
    ],
    accepts: Accepts::Within(|_, _| 4e-4),
    mistakes: &[
        seen(
            |_, _, received| received.as_flattened().iter().all(|&x| x == 0.0),
            |call| difference(call, 1e-18, 2e-18),
            "all entries are 0: either nothing is shifted, or h is so small that e + h equals e. Try h = 1e-5.",
            "tous les éléments sont nuls : rien n’est décalé, ou h est si petit que e + h égale e. Essayez h = 1e-5.",
        ),
        gives(
            |call| {
                let [[a, b], [c, d]] = right(call);
                [[a, c], [b, d]]
            },
            "rows and columns are exchanged: the first row holds the derivatives of Ė, with respect to E, then I.",
            "lignes et colonnes sont échangées : la première ligne contient les dérivées de Ė, par rapport à E puis à I.",
        ),
        gives(
            |call| {
                let [first, second] = right(call);
                [second, first]
            },
            "the rows are exchanged: Ė first, İ second.",
            "les lignes sont échangées : Ė d’abord, İ ensuite.",
        ),
        gives(
            |call| right(call).map(|[a, b]| [b, a]),
            "the columns are exchanged: the shift of E first, the shift of I second.",
            "les colonnes sont échangées : le décalage de E d’abord, celui de I ensuite.",
        ),
        gives(
            |call| difference(call, 1e-5, 1e-5),
            "twice too large: from e − h to e + h it is 2h, so divide by 2h.",
            "deux fois trop grand : de e − h à e + h il y a 2h, divisez donc par 2h.",
        ),
        gives(
            |call| difference(call, 1e-5, 4e-5),
            "half of what it should be: from e to e + h it is h, so divide by h.",
            "la moitié de ce qu’il faut : de e à e + h il y a h, divisez donc par h.",
        ),
        gives(
            |call| difference(call, -1e-5, 2e-5),
            "all signs are wrong: the slope at e + h comes first, the one at e − h is subtracted.",
            "tous les signes sont faux : la pente en e + h vient d’abord, celle en e − h est soustraite.",
        ),
        seen(
            |_, _, received| received.as_flattened().iter().all(|x| x.abs() < 1e-7),
            |call| difference(call, 1e-5, 2.0 / 1e-5),
            "`/ 2.0 * h` divides by 2 and then multiplies by h. Put parentheses around the denominator: `/ (2.0 * h)`.",
            "`/ 2.0 * h` divise par 2, puis multiplie par h. Mettez le dénominateur entre parenthèses : `/ (2.0 * h)`.",
        ),
        seen(
            |_, _, received| received.as_flattened().iter().all(|x| x.abs() < 1e-2),
            |call| difference(call, 1e-5, 1.0),
            "the division is missing: a derivative is the difference divided by how far one has moved, 2h.",
            "la division manque : une dérivée est la différence divisée par le déplacement, 2h.",
        ),
        seen(
            |_, _, received| received.iter().all(|[a, b]| (a - b).abs() <= 4e-4),
            |call| right(call).map(|[a, _]| [a, a]),
            "both columns are the same: in the second column, shift i and leave e where it is.",
            "les deux colonnes sont les mêmes : dans la seconde, décalez i et laissez e en place.",
        ),
        gives(
            |&(p, e, i)| {
                let h = 1e-5;
                let (right, left) = (slope(p, e + h, i), slope(p, e - h, i));
                let (above, below) = (slope(p, e, i + h), slope(p, e, i - h));
                [0, 1].map(|k| [right[k] - left[k] / (2.0 * h), above[k] - below[k] / (2.0 * h)])
            },
            "parentheses: the difference first, and then the division: `(a - b) / (2.0 * h)`.",
            "les parenthèses : la différence d’abord, la division ensuite : `(a - b) / (2.0 * h)`.",
        ),
    ],
    otherwise: text(
        "compare entry by entry, with h = 1e-5: (slope at e + h − slope at e − h)/(2h).",
        "comparez élément par élément, avec h = 1e-5 : (pente en e + h − pente en e − h)/(2h).",
    ),
    lesson: text(
        "Its eigenvalues tell what becomes of a small deviation.",
        "Ses valeurs propres disent ce que devient un petit écart.",
    ),
    ..Exercise::TABLE
};

impl Argument for WilsonCowanParams {
    fn code(&self) -> String {
        changed_parameters(self)
    }
}

fn model(p: WilsonCowanParams) -> WilsonCowan {
    WilsonCowan::new(p).expect("the parameters of the checks are valid")
}

fn right(&(p, e, i): &Call) -> Matrix {
    let matrix = model(p).jacobian(e, i);
    [0, 1].map(|row| [matrix[(row, 0)], matrix[(row, 1)]])
}

fn slope(p: WilsonCowanParams, e: f64, i: f64) -> [f64; 2] {
    model(p).slope(e, i).into()
}

/// Shifts by h to both sides; the differences of the slopes are divided by `width`.
fn difference(&(p, e, i): &Call, h: f64, width: f64) -> Matrix {
    let (right, left) = (slope(p, e + h, i), slope(p, e - h, i));
    let (above, below) = (slope(p, e, i + h), slope(p, e, i - h));
    [0, 1].map(|k| [(right[k] - left[k]) / width, (above[k] - below[k]) / width])
}
