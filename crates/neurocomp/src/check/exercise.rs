//! An exercise as a table: what is asked, the cases that the student does not see, the right function, the wrong ones.
//!
//! One engine judges all exercises. It calls the student's function with each case and compares. Where an answer is
//! wrong, it looks for the mistake of the table whose function gives the student's answers, and replies with its
//! sentence. So a mistake is written once, as the function of somebody who makes it: `tests/exercises` plays each of
//! them as the student and asks that it is refused and called by its own name.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::answer::Answer;
use super::argument::{self, Arguments};
use super::{Verdict, say};
use crate::course;

/// A sentence in both languages.
#[derive(Clone, Copy)]
pub(crate) struct Text {
    english: &'static str,
    french: &'static str,
}

pub(crate) const fn text(english: &'static str, french: &'static str) -> Text {
    Text { english, french }
}

impl Text {
    /// In the student's language.
    fn said(self) -> String {
        say(self.english, self.french)
    }
}

/// One of the values that make an answer: most answers have one, a tuple has several.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    unit: &'static str,
    /// Which of several values it is.
    which: Text,
}

/// An answer of one value.
pub(crate) const fn in_unit(unit: &'static str) -> Part {
    part(unit, "", "")
}

/// One value of a tuple, and what it is.
pub(crate) const fn part(unit: &'static str, english: &'static str, french: &'static str) -> Part {
    Part { unit, which: text(english, french) }
}

/// Which answers are right.
pub(crate) enum Accepts<I, A> {
    /// Those that equal the right one to a few parts in a million, rounding apart.
    Close,
    /// Numbers that differ by no more than this, which depends on the inputs and on the part of the answer.
    Within(fn(&I, usize) -> f64),
    /// Those for which this is true, given the inputs, the right answer and the student's.
    If(fn(&I, &A, &A) -> bool),
}

/// What somebody believes, and what to tell them.
pub(crate) struct Mistake<I, A> {
    /// The function of somebody who makes this mistake. Where the mistake changes nothing, its answer is right.
    wrong: fn(&I) -> A,
    /// What all answers of this kind share, given the inputs, the right answer and the student's. Without it, a mistake is
    /// recognised by the very answers of the wrong function.
    sign: Option<fn(&I, &A, &A) -> bool>,
    cause: Text,
    /// What this mistake is best seen by, of the right answer and of the student's, in place of the values.
    shown: Option<Shown<I, A>>,
}

/// Words for the right answer and for the student's, given the inputs and both.
type Shown<I, A> = fn(&I, &A, &A) -> [String; 2];

/// A mistake that gives these answers.
pub(crate) const fn gives<I, A>(wrong: fn(&I) -> A, english: &'static str, french: &'static str) -> Mistake<I, A> {
    Mistake { wrong, sign: None, cause: text(english, french), shown: None }
}

/// A mistake that is seen by a sign, given the inputs, the right answer and the student's; with one function that makes it.
pub(crate) const fn seen<I, A>(
    sign: fn(&I, &A, &A) -> bool,
    wrong: fn(&I) -> A,
    english: &'static str,
    french: &'static str,
) -> Mistake<I, A> {
    Mistake { wrong, sign: Some(sign), cause: text(english, french), shown: None }
}

/// The mistake, with these words for the right answer and for the student's.
pub(crate) const fn showing<I, A>(shown: Shown<I, A>, mistake: Mistake<I, A>) -> Mistake<I, A> {
    Mistake { shown: Some(shown), ..mistake }
}

/// An exercise whose answer is a function from `I`, the tuple of its arguments, to `A`.
pub(crate) struct Exercise<I: 'static, A: 'static> {
    /// The name of the student's function.
    pub(crate) name: &'static str,
    /// The arguments with their units, as `"t (ms)"`.
    pub(crate) inputs: &'static [&'static str],
    /// The values that make the answer.
    pub(crate) answer: &'static [Part],
    /// Inputs that no page of the course shows.
    pub(crate) cases: fn() -> Vec<I>,
    pub(crate) right: fn(&I) -> A,
    /// Others that are right, too, though their answers may differ a little.
    pub(crate) also_right: &'static [fn(&I) -> A],
    pub(crate) accepts: Accepts<I, A>,
    pub(crate) mistakes: &'static [Mistake<I, A>],
    /// Whether so few answers are possible that a wrong one can be a mistake's by chance, as a digit or a few units of ±1.
    /// A mistake is then named only if it gives the answers to all cases.
    pub(crate) few_answers: bool,
    /// What to try where no mistake is recognised; if empty, what helps with any answer of its kind.
    pub(crate) otherwise: Text,
    /// What to know about a case beside its inputs.
    pub(crate) remark: fn(&I) -> String,
    /// What to remember, once the answer is right.
    pub(crate) lesson: Text,
}

impl<I: Arguments, A: Answer> Exercise<I, A> {
    /// Begins a table: `Exercise { name: …, ..Exercise::TABLE }`.
    pub(crate) const TABLE: Exercise<I, A> = Exercise {
        name: "",
        inputs: &[],
        answer: &[in_unit("")],
        cases: Vec::new,
        right: |_| unreachable!("each table has a right function"),
        also_right: &[],
        accepts: Accepts::Close,
        mistakes: &[],
        few_answers: false,
        otherwise: text("", ""),
        remark: |_| String::new(),
        lesson: text("", ""),
    };

    /// The verdict on the student's function. One that is right is noted as solved.
    pub(crate) fn judge(&self, student: impl Fn(&I) -> A) -> Verdict {
        let verdict = self.verdict(student);
        if verdict.passed {
            course::record(self.name);
        }
        verdict
    }

    /// Calls the function with every case until one is wrong.
    fn verdict(&self, student: impl Fn(&I) -> A) -> Verdict {
        let cases = (self.cases)();
        for (k, case) in cases.iter().enumerate() {
            let (right, received) = ((self.right)(case), self.asked(case, &student));
            if !self.accepted(case, &right, &received) {
                return Verdict::fail(self.reply(&cases, k, &right, &received, &student));
            }
        }
        let (name, lesson) = (self.name, self.lesson.said());
        Verdict::pass(match cases.len() {
            1 => format!("`{name}` {}\n{lesson}", say("is right.", "est juste.")),
            2 => format!(
                "`{name}` {}\n{lesson}",
                say("is right in both cases tried.", "est juste dans les deux cas essayés.")
            ),
            n => say(
                format!("`{name}` is right in all {n} cases tried.\n{lesson}"),
                format!("`{name}` est juste dans les {n} cas essayés.\n{lesson}"),
            ),
        })
    }

    /// The student's answer. A function that panics ends the cell, and the kernel says where; with which case, only the
    /// check knows. Nothing is said of a `todo!()`.
    fn asked(&self, case: &I, student: &impl Fn(&I) -> A) -> A {
        catch_unwind(AssertUnwindSafe(|| student(case))).unwrap_or_else(|panic| {
            let is_open = panic.downcast_ref::<&str>().is_some_and(|text| text.contains("not yet implemented"));
            if !is_open {
                println!("{}", self.stopped_at(case));
            }
            resume_unwind(panic)
        })
    }

    fn stopped_at(&self, case: &I) -> String {
        let (described, call) = (argument::described(case, self.inputs), self.call(case));
        say(
            format!("Your function stopped in this case: {described}\nTo see it yourself, in a new cell: `{call}`"),
            format!(
                "Votre fonction s’est arrêtée dans ce cas : {described}\n\
                 Pour le voir vous-même, dans une nouvelle cellule : `{call}`"
            ),
        )
    }

    fn accepted(&self, case: &I, right: &A, received: &A) -> bool {
        match self.accepts {
            Accepts::If(is_right) => is_right(case, right, received),
            _ => self.wrong_part(case, right, received).is_none(),
        }
    }

    /// The first part of the answer that differs from the right one.
    fn wrong_part(&self, case: &I, right: &A, received: &A) -> Option<usize> {
        let (right, received) = (right.values(), received.values());
        (0..right.len()).find(|&part| !right[part].is_near(&received[part], self.tolerance(case, part)))
    }

    /// The difference in a number that is forgiven beside rounding.
    fn tolerance(&self, case: &I, part: usize) -> f64 {
        match self.accepts {
            Accepts::Within(tolerance) => tolerance(case, part),
            _ => 0.0,
        }
    }

    /// Case, expected, received, likely cause, and how to look at it oneself.
    fn reply(&self, cases: &[I], k: usize, right: &A, received: &A, student: &impl Fn(&I) -> A) -> String {
        let case = &cases[k];
        let wrong = self.wrong_part(case, right, received).unwrap_or(0);
        let Part { unit, which } = self.answer[wrong];
        let (right_value, value) = (right.values().swap_remove(wrong), received.values().swap_remove(wrong));
        let mistake = self.mistake(cases, k, right, received, student);
        let cause = mistake.map(|mistake| mistake.cause.said());
        let cause =
            cause.unwrap_or_else(|| right_value.difference(&value, self.tolerance(case, wrong), self.otherwise.said()));
        let [expected, received] = match mistake.and_then(|mistake| mistake.shown) {
            Some(shown) => shown(case, right, received),
            None => [right_value.shown(unit, &value), value.shown(unit, &right_value)],
        };
        let described = [(self.remark)(case), argument::described(case, self.inputs), which.said()];
        let described: Vec<String> = described.into_iter().filter(|text| !text.is_empty()).collect();
        let (described, call) = (described.join(", "), self.call(case));
        say(
            format!(
                "Case: {described}\nExpected: {expected}\nReceived: {received}\nLikely cause: {cause}\n\
                 To see it yourself, in a new cell: `{call}`"
            ),
            format!(
                "Cas : {described}\nAttendu : {expected}\nReçu : {received}\nCause probable : {cause}\n\
                 Pour le voir vous-même, dans une nouvelle cellule : `{call}`"
            ),
        )
    }

    /// The mistake that was made. Several can give the same answer to one case: the first that agrees with the student in
    /// all cases is meant, or else the first of the table. A sign ends the search.
    fn mistake(
        &self,
        cases: &[I],
        k: usize,
        right: &A,
        received: &A,
        student: &impl Fn(&I) -> A,
    ) -> Option<&'static Mistake<I, A>> {
        let mut possible = Vec::new();
        for mistake in self.mistakes {
            match mistake.sign {
                Some(sign) if sign(&cases[k], right, received) => {
                    possible.push(mistake);
                    break;
                }
                None if self.gives(mistake, &cases[k], right, received) => possible.push(mistake),
                _ => {}
            }
        }
        if possible.len() < 2 && !self.few_answers {
            return possible.pop();
        }
        let others = (0..cases.len()).filter(|&other| other != k).map(|other| &cases[other]);
        let others: Vec<(&I, A, A)> = others.map(|case| (case, (self.right)(case), student(case))).collect();
        let agrees = |mistake: &&Mistake<I, A>| {
            let mut cases = others.iter();
            mistake.sign.is_none() && cases.all(|(case, right, received)| self.explains(mistake, case, right, received))
        };
        let or_else = possible.iter().find(|mistake| mistake.sign.is_some() || !self.few_answers);
        possible.iter().find(|mistake| agrees(mistake)).or(or_else).copied()
    }

    /// Whether the mistake gives this wrong answer.
    fn gives(&self, mistake: &Mistake<I, A>, case: &I, right: &A, received: &A) -> bool {
        let part = self.wrong_part(case, right, received).unwrap_or(0);
        let value_of = |answer: &A| answer.values().swap_remove(part);
        let (wrong, tolerance) = (value_of(&(mistake.wrong)(case)), self.tolerance(case, part));
        !value_of(right).is_near(&wrong, tolerance) && wrong.is_likely(&value_of(received), tolerance)
    }

    /// Whether the mistake gives this answer, which may be right.
    fn explains(&self, mistake: &Mistake<I, A>, case: &I, right: &A, received: &A) -> bool {
        if self.accepted(case, right, received) {
            self.accepted(case, right, &(mistake.wrong)(case))
        } else {
            self.gives(mistake, case, right, received)
        }
    }

    /// The call as the student would write it.
    fn call(&self, case: &I) -> String {
        format!("{}({})", self.name, argument::code(case))
    }
}

/// An exercise as its reviewers see it: everything that it can reply.
pub trait Reviewed: Sync {
    /// The name of the student's function.
    fn name(&self) -> &'static str;
    /// The number of its arguments.
    fn arguments(&self) -> usize;
    /// The verdicts on the functions that are right.
    fn on_right_functions(&self) -> Vec<Verdict>;
    /// For each mistake of the table, what is to be told about it, and the verdict on the function that makes it.
    fn on_mistakes(&self) -> Vec<(String, Verdict)>;
    /// The calls with which a student can look at each case.
    fn calls(&self) -> Vec<String>;
}

impl<I: Arguments, A: Answer> Reviewed for Exercise<I, A> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn arguments(&self) -> usize {
        self.inputs.len()
    }

    fn on_right_functions(&self) -> Vec<Verdict> {
        let functions = [&[self.right], self.also_right].concat();
        functions.into_iter().map(|function| self.verdict(function)).collect()
    }

    fn on_mistakes(&self) -> Vec<(String, Verdict)> {
        self.mistakes.iter().map(|mistake| (mistake.cause.said(), self.verdict(mistake.wrong))).collect()
    }

    fn calls(&self) -> Vec<String> {
        (self.cases)().iter().map(|case| self.call(case)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_that_panics_ends_the_cell_and_its_case_is_told() {
        let exercise = Exercise::<(f64,), f64> {
            name: "half",
            inputs: &["x (mV)"],
            cases: || vec![(3.0,)],
            right: |&(x,)| x / 2.0,
            ..Exercise::TABLE
        };
        let told = exercise.stopped_at(&(3.0,));
        assert!(told.contains("x = 3 mV") && told.contains("`half(3.0)`"), "{told}");
        let panic = catch_unwind(|| exercise.judge(|_| panic!("attempt to subtract with overflow"))).unwrap_err();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"attempt to subtract with overflow"));
    }
}
