//! Runs a cell and tells how it ended.

use super::Server;
use super::display::{self, Failure};
use super::evaluator::Evaluated;
use super::history::History;
use super::stale::Stale;
use crate::cell;
use crate::language::Text;
use evcxr::EvalOutputs;
use jupyter_protocol::{
    ErrorOutput, ExecuteInput, ExecuteReply, ExecuteRequest, ExecuteResult, ExecutionCount, ExpressionResult,
    JupyterMessage, ReplyStatus, StreamContent, Transient, UnknownMessage,
};
use serde_json::json;
use std::collections::HashMap;
use std::sync::PoisonError;

/// `3^2` compiles.
const NO_POWER: Text = Text {
    en: "`^` is not a power in Rust (it compares bits: `3^2` is 1): write `.pow(2)` after a whole number, `.powi(2)` after a real one.",
    fr: "`^` n'est pas une puissance en Rust (il compare des bits : `3^2` vaut 1) : écrivez `.pow(2)` après un entier, `.powi(2)` après un réel.",
};

/// What becomes of the cells that were sent after this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// They are run.
    GoesOn,
    /// They are not.
    Aborted,
}

impl Server {
    /// Runs a cell.
    pub async fn execute(&self, cell: &ExecuteRequest, request: &JupyterMessage) -> (ExecuteReply, Queue) {
        let counts = cell.store_history && !cell.silent;
        let count = self.history(|history| if counts { history.add(&cell.code) } else { history.count() });
        let execution_count = ExecutionCount::new(count);
        if !cell.silent {
            let input = ExecuteInput { code: cell.code.clone(), execution_count };
            self.iopub.send(input, request).await;
        }
        self.iopub.set_cell(Some(request).filter(|_| !cell.silent));
        let reply = ExecuteReply { execution_count, ..ExecuteReply::default() };
        match self.evaluate(&cell.code).await {
            Ok(outputs) => {
                self.draw_frames().await;
                let text = outputs.get("text/plain").map(str::to_owned);
                if let Some(result) = display::result(outputs)
                    && !cell.silent
                {
                    self.iopub
                        .send(
                            ExecuteResult {
                                transient: Some(Transient::default()), // the protocol wants an object
                                ..ExecuteResult::new(execution_count, result)
                            },
                            request,
                        )
                        .await;
                }
                if let Some(text) = text.filter(|_| counts) {
                    self.history(|history| history.add_output(&text));
                }
                let user_expressions = Some(self.expressions(cell.user_expressions.as_ref(), request).await);
                (ExecuteReply { user_expressions, ..reply }, Queue::GoesOn)
            }
            Err(failure) => {
                if !cell.silent {
                    let Failure { name, value, lines } = failure.clone();
                    self.iopub.send(ErrorOutput { ename: name, evalue: value, traceback: lines }, request).await;
                }
                let queue = if cell.stop_on_error { Queue::Aborted } else { Queue::GoesOn };
                let error = Some(Box::new(failure.into()));
                (ExecuteReply { status: ReplyStatus::Error, error, ..reply }, queue)
            }
        }
    }

    /// The answer to a cell that is not run, since an earlier one failed. It has no number.
    pub fn aborted(&self) -> UnknownMessage {
        UnknownMessage { msg_type: "execute_reply".to_owned(), content: json!({"status": "aborted"}) }
    }

    fn stale<T>(&self, work: impl FnOnce(&mut Stale) -> T) -> T {
        work(&mut self.stale.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Does something with the history.
    pub fn history<T>(&self, work: impl FnOnce(&mut History) -> T) -> T {
        work(&mut self.history.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn evaluate(&self, code: &str) -> Result<EvalOutputs, Failure> {
        let code = cell::clean(code).into_owned();
        if let Some(failure) = display::refused(&code) {
            return Err(failure);
        }
        if let Some(sentence) = self.stale(|stale| stale.used_by(&code)) {
            self.iopub.note(&format!("{sentence}\n")).await;
        }
        let evaluated = self.evaluator.run(code.clone()).await.map_err(|fault| Failure::of_the_kernel(&fault))?;
        let Evaluated { result, stopped, undone, ended, is_interrupted, defined } = evaluated;
        let does_not_compile = matches!(result, Err(evcxr::Error::CompilationErrors(_)));
        if !does_not_compile {
            self.stale(|stale| stale.compiled(&code));
            if cell::has_power_of_other_languages(&code) {
                self.iopub.note(&format!("{}\n", NO_POWER.get())).await;
            }
        }
        if let Some(sentence) = undone {
            return Err(Failure::ended(&sentence, is_interrupted));
        }
        if let Some(sentence) = ended {
            if let Some(request) = self.iopub.cell() {
                self.let_live_figures_sleep(&request).await;
            }
            return Err(Failure::ended(&sentence, is_interrupted));
        }
        if stopped.is_some() && is_interrupted {
            return Err(Failure::interrupted_while_it_asked());
        }
        if let Some(report) = stopped {
            return Err(Failure::stopped(report));
        }
        let outputs = match result {
            Err(_) if is_interrupted => return Err(Failure::interrupted_before_it_ran(&code)),
            Err(error) => {
                let defined = defined.iter().map(String::as_str);
                let mut failure = Failure::from(error);
                if does_not_compile && let Some(sentence) = self.stale(|stale| stale.did_not_compile(&code, defined)) {
                    failure.lines.extend(sentence.lines().map(str::to_owned));
                }
                return Err(failure);
            }
            Ok(outputs) => outputs,
        };
        if let Some(time) = outputs.timing {
            let took = StreamContent::stdout(&format!("[{:.3} s]\n", time.as_secs_f64()));
            self.iopub.send_below_the_cell(took).await;
        }
        Ok(outputs)
    }

    /// Each is a cell of its own, of which nothing is shown.
    async fn expressions(
        &self,
        expressions: Option<&HashMap<String, String>>,
        request: &JupyterMessage,
    ) -> HashMap<String, ExpressionResult> {
        let mut results = HashMap::new();
        self.iopub.set_cell(None);
        for (name, expression) in expressions.into_iter().flatten() {
            let result = match self.evaluate(expression).await {
                Ok(outputs) => ExpressionResult::Ok {
                    data: display::result(outputs).unwrap_or_default(),
                    metadata: serde_json::Map::new(),
                },
                Err(Failure { name, value, lines }) => {
                    ExpressionResult::Error { ename: name, evalue: value, traceback: lines }
                }
            };
            results.insert(name.clone(), result);
        }
        self.iopub.set_cell(Some(request));
        results
    }
}
