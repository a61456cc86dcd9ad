//! Learning: one example, and one pass through all of them.

use ndarray::{Array1, Array2, ArrayRef1};

use super::{Examples, array, table, unseen_examples};
use crate::check::list::{ListMistake, judge_list};
use crate::check::{Case, Inputs, Mistake, Verdict, about, say};

/// A student's learning rule: weights (changed in place), example, answer wanted, learning rate; returns whether the
/// answer was wrong.
pub type Rule = fn(&mut Array1<f64>, &ArrayRef1<f64>, f64, f64) -> bool;

/// A student's pass: weights (changed in place), examples, answers wanted, learning rate; returns the number of mistakes.
pub type Pass = fn(&mut Array1<f64>, &Array2<f64>, &Array1<f64>, f64) -> usize;

/// One example to learn.
struct Lesson {
    examples: Examples,
    eta: f64,
}

impl Lesson {
    fn new<const N: usize>(w: &[f64], x: [f64; N], target: f64, eta: f64) -> Lesson {
        Lesson { examples: Examples::new(w, &[x], &[target]), eta }
    }

    fn inputs(&self) -> Inputs {
        let Examples { w, x, y } = &self.examples;
        Inputs::new()
            .code("w", &format!("&mut {}", array(&w.to_vec())))
            .code("x", &format!("&{}", array(&x.row(0).to_vec())))
            .number("target", y[0], "")
            .number("eta", self.eta, "")
    }

    /// w + change·(1, x).
    fn with(&self, change: f64) -> Vec<f64> {
        let examples = &self.examples;
        // The answer wanted is ±1: twice is once.
        examples.moved(&examples.w, 0, change * examples.y[0]).to_vec()
    }
}

/// Wrong answers of both kinds, right answers of both kinds, and points on the line. With +1 first, a step the wrong way
/// is told from one without the answer wanted.
fn lessons() -> [Lesson; 6] {
    [
        Lesson::new(&[-1.0, 2.0, 0.5], [0.25, -3.0], 1.0, 0.3),
        Lesson::new(&[0.5, 1.0, -2.0], [1.5, 0.5], -1.0, 0.3),
        Lesson::new(&[-1.0, 2.0, 0.5], [0.25, -3.0], -1.0, 0.3),
        Lesson::new(&[0.5, 1.0, -0.5, 2.0], [2.0, 3.0, 1.5], 1.0, 0.7),
        Lesson::new(&[0.0, 0.0, 0.0], [2.0, -1.0], 1.0, 0.25),
        Lesson::new(&[0.0, 0.0, 0.0], [2.0, -1.0], -1.0, 0.25),
    ]
}

/// Exercise 5: the learning rule for one example.
pub fn learn(student: Rule) -> Verdict {
    let lessons = lessons();
    let results = lessons.iter().map(|lesson| {
        let mut w = lesson.examples.w.clone();
        let x = lesson.examples.x.row(0);
        let answer = student(&mut w, &x, lesson.examples.y[0], lesson.eta);
        judge_lesson(lesson, &w, answer)
    });
    Verdict::all_right(
        "learn",
        results,
        &say(
            "A right answer changes nothing; a wrong one moves the line towards the point.",
            "Une réponse juste ne change rien ; une réponse fausse déplace la droite vers le point.",
        ),
    )
}

fn judge_lesson(lesson: &Lesson, w: &Array1<f64>, answer: bool) -> Result<(), String> {
    let examples = &lesson.examples;
    let wrong = examples.is_wrong(&examples.w, 0);
    let (expected, mistakes) = if wrong {
        let change = lesson.eta * examples.y[0];
        (lesson.with(change), wrong_answer_mistakes(lesson))
    } else {
        (examples.w.to_vec(), right_answer_mistakes(lesson))
    };
    let inputs = lesson.inputs().note(&say("the weights afterwards", "les poids après coup"));
    judge_list("learn", &inputs, &expected, &w.to_vec(), "", &mistakes)?;
    if answer == wrong {
        return Ok(());
    }
    Err(about(
        "learn",
        &lesson.inputs(),
        &format!("`{wrong}`"),
        &format!("`{answer}`"),
        &say(
            "the weights are right; what is returned is not: `true` means that the answer was wrong.",
            "les poids sont justes ; ce qui est renvoyé ne l’est pas : `true` signifie que la réponse était fausse.",
        ),
    ))
}

fn wrong_answer_mistakes(lesson: &Lesson) -> Vec<ListMistake> {
    let examples = &lesson.examples;
    let (w, target) = (&examples.w, examples.y[0]);
    let change = lesson.eta * target;
    let right = lesson.with(change);
    let mut no_bias = right.clone();
    no_bias[0] = w[0];
    let mut only_bias = w.to_vec();
    only_bias[0] = right[0];
    let field = examples.field(w, 0);
    let (still, still_french) = if field == 0.0 {
        (
            "on the line the field is 0 and the answer −1, which is wrong here: the weights must change.",
            "sur la droite le champ est nul et la réponse −1, ce qui est faux ici : les poids doivent changer.",
        )
    } else {
        (
            "nothing has changed, though the answer is wrong. Is the test the right way round? And is it `w` itself \
             that you change, not a copy?",
            "rien n’a changé, alors que la réponse est fausse. Le test est-il dans le bon sens ? Et changez-vous bien \
             `w`, et non une copie ?",
        )
    };
    vec![
        ListMistake::new(w.to_vec(), still, still_french),
        ListMistake::new(
            no_bias,
            "the bias w[0] must learn too: b ← b + η y*, as if its input were always 1.",
            "le biais w[0] doit apprendre aussi : b ← b + η y*, comme si son entrée valait toujours 1.",
        ),
        ListMistake::new(
            only_bias,
            "only the bias has learnt: every weight moves by η y* times its input.",
            "seul le biais a appris : chaque poids bouge de η y* fois son entrée.",
        ),
        ListMistake::new(
            lesson.with(lesson.eta),
            "the answer wanted, y*, is missing: for y* = −1 the step goes against the input.",
            "la réponse voulue, y*, manque : si y* = −1, le pas va à l’opposé de l’entrée.",
        ),
        ListMistake::new(
            lesson.with(-change),
            "the step goes the wrong way: add η y* x. Now the answer will be even more wrong.",
            "le pas va dans le mauvais sens : ajoutez η y* x. La réponse sera maintenant encore plus fausse.",
        ),
        ListMistake::new(lesson.with(target), "the learning rate η is missing.", "le taux d’apprentissage η manque."),
        ListMistake::new(
            lesson.with(2.0 * change),
            "twice the right step: y* − y is ±2. The rule of this course is η y* x.",
            "le double du bon pas : y* − y vaut ±2. La règle de ce cours est η y* x.",
        ),
        ListMistake::new(
            lesson.with(lesson.eta * (target - field)),
            "this is the delta rule, with the error y* − s of the field; the perceptron’s step is η y* x, whatever s.",
            "c’est la règle delta, avec l’erreur y* − s du champ ; le pas du perceptron est η y* x, quel que soit s.",
        ),
    ]
}

fn right_answer_mistakes(lesson: &Lesson) -> Vec<ListMistake> {
    let examples = &lesson.examples;
    let change = lesson.eta * examples.y[0];
    let (english, french) = if examples.field(&examples.w, 0) == 0.0 {
        (
            "on the line the field is 0 and the answer −1 (`output`, not `signum`): that is right here, and nothing must \
             change.",
            "sur la droite le champ est nul et la réponse −1 (`output`, et non `signum`) : c’est juste ici, et rien ne \
             doit changer.",
        )
    } else {
        (
            "the answer was right already: then nothing changes. One learns from mistakes only.",
            "la réponse était déjà juste : rien ne doit changer. On n’apprend que de ses erreurs.",
        )
    };
    [change, -change, lesson.eta, -lesson.eta, 2.0 * change]
        .map(|change| ListMistake::new(lesson.with(change), english, french))
        .into()
}

/// What a pass does, and what is done by mistake.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    Right,
    StopsAtFirstMistake,
    SkipsLast,
    /// Judges every example by the weights at the beginning.
    OldWeights,
}

pub(super) fn pass(examples: &Examples, start: &Array1<f64>, eta: f64, way: Way) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    let mut mistakes = 0;
    let n = examples.y.len();
    let shown = if way == Way::SkipsLast { n - 1 } else { n };
    for k in 0..shown {
        let judge = if way == Way::OldWeights { start } else { &w };
        if examples.is_wrong(judge, k) {
            w = examples.moved(&w, k, eta);
            mistakes += 1;
            if way == Way::StopsAtFirstMistake {
                break;
            }
        }
    }
    (w, mistakes)
}

/// Exercise 6: all examples once, in the order of the table.
pub fn one_pass(student: Pass) -> Verdict {
    for (examples, eta) in unseen_examples().iter().zip([0.5, 0.25]) {
        let mut w = examples.w.clone();
        let mistakes = student(&mut w, &examples.x, &examples.y, eta);
        if let Err(message) = judge_pass(examples, eta, &w, mistakes) {
            return Verdict::fail(message);
        }
    }
    Verdict::pass(say(
        "`one_pass` is right in both cases tried, with two inputs and with three.\nThe mistakes are counted on the way, \
         each with the weights of its moment.",
        "`one_pass` est juste dans les deux cas essayés, avec deux entrées et avec trois.\nLes erreurs se comptent en \
         chemin, chacune avec les poids du moment.",
    ))
}

fn judge_pass(examples: &Examples, eta: f64, w: &Array1<f64>, mistakes: usize) -> Result<(), String> {
    let inputs = Inputs::new()
        .code("w", &format!("&mut {}", array(&examples.w.to_vec())))
        .code("x", &format!("&{}", table(&examples.x)))
        .code("y", &format!("&{}", array(&examples.y.to_vec())))
        .number("eta", eta, "");
    let (expected, count) = pass(examples, &examples.w, eta, Way::Right);
    let after = inputs.clone().note(&say("the weights afterwards", "les poids après coup"));
    let wrong = pass_mistakes(examples, eta);
    judge_list("one_pass", &after, &expected.to_vec(), &w.to_vec(), "", &wrong)?;
    let n = examples.y.len();
    let left = (0..n).filter(|&k| examples.is_wrong(w, k)).count();
    let counts = vec![
        Mistake::new(
            (n - count) as f64,
            "these are the right answers; count the wrong ones.",
            "ce sont les réponses justes ; comptez les fausses.",
        ),
        Mistake::new(
            left as f64,
            "these are the examples that are still wrong at the end; count the mistakes while learning.",
            "ce sont les exemples encore faux à la fin ; comptez les erreurs pendant l’apprentissage.",
        ),
        Mistake::new(
            n as f64,
            "this is the number of examples; count those for which `learn` returns `true`.",
            "c’est le nombre d’exemples ; comptez ceux pour lesquels `learn` renvoie `true`.",
        ),
    ];
    let inputs = inputs.note(&say("the number of mistakes", "le nombre d’erreurs"));
    Case::formula(inputs, count as f64, mistakes as f64, "", counts).judge("one_pass")
}

fn pass_mistakes(examples: &Examples, eta: f64) -> Vec<ListMistake> {
    let n = examples.w.len();
    let start = &examples.w;
    let after = |start: &Array1<f64>, eta: f64, way: Way| pass(examples, start, eta, way).0;
    let once = after(start, eta, Way::Right);
    vec![
        ListMistake::new(
            start.to_vec(),
            "the weights have not changed: `learn(w, …)` changes them if you hand on `w` itself, not a copy.",
            "les poids n’ont pas changé : `learn(w, …)` les change si vous transmettez `w` lui-même et non une copie.",
        ),
        ListMistake::new(
            after(&Array1::zeros(n), eta, Way::Right).to_vec(),
            "you began from zero weights; begin from those that were given.",
            "vous êtes parti de poids nuls ; partez de ceux qui sont donnés.",
        ),
        ListMistake::new(
            after(start, 1.0, Way::Right).to_vec(),
            "the learning rate is 1; use the `eta` that was given.",
            "le taux d’apprentissage est 1 ; utilisez le `eta` donné.",
        ),
        ListMistake::new(
            after(start, eta, Way::StopsAtFirstMistake).to_vec(),
            "the pass stops at the first mistake; go on to the last example.",
            "le passage s’arrête à la première erreur ; continuez jusqu’au dernier exemple.",
        ),
        ListMistake::new(
            after(start, eta, Way::SkipsLast).to_vec(),
            "the last example has not been shown: the loop is `for k in 0..y.len()`.",
            "le dernier exemple n’a pas été montré : la boucle est `for k in 0..y.len()`.",
        ),
        ListMistake::new(
            after(start, eta, Way::OldWeights).to_vec(),
            "every example was judged by the weights at the beginning; each must be judged by the weights of its moment.",
            "chaque exemple a été jugé par les poids du début ; chacun doit l’être par les poids du moment.",
        ),
        ListMistake::new(
            after(&once, eta, Way::Right).to_vec(),
            "these are the weights after two passes; make one.",
            "ce sont les poids après deux passages ; n’en faites qu’un.",
        ),
    ]
}
