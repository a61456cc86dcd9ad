//! Figures that are redrawn when one of their controls is moved.
//!
//! The cell that shows one registers its function in the process of the cells. Its controls are Jupyter's own widgets; a message about one of them
//! has that process call the function, while no cell runs, and what it draws takes the place of the figure.

mod widgets;

use super::Server;
use super::comm::update;
use super::evaluator::Drawn;
use super::iopub::IoPub;
use super::listener;
use crate::language::Text;
use crate::wire::Live;
use jupyter_protocol::{CommId, CommMsg, DisplayData, JupyterMessage, JupyterMessageContent, Media};
use serde_json::{Map, Value, json};
use std::sync::{Mutex, PoisonError};
use widgets::Widget;

/// The live figures of a kernel.
#[derive(Default)]
pub struct LiveFigures {
    figures: Vec<LiveFigure>,
    /// Those that nobody can move: they are to get frames.
    still: Vec<u64>,
}

struct LiveFigure {
    number: u64,
    widgets: Vec<Widget>,
    /// The channels of the controls, in their order; where they are is in the widgets' states.
    controls: Vec<CommId>,
    /// The line below the controls, with its layout.
    text: [CommId; 2],
    is_asleep: bool,
    /// It tells of a position that ended the process.
    tells: bool,
}

/// A figure with its controls somewhere else.
pub struct Moved {
    /// Which one.
    pub number: u64,
    values: Vec<f64>,
}

/// Shows a figure with its controls; without them where the cell's front end has no student, who could answer a question either.
pub async fn show(iopub: &IoPub, figures: &Mutex<LiveFigures>, live: Live) {
    let can_be_moved = iopub.cell().is_some_and(|cell| match &cell.content {
        JupyterMessageContent::ExecuteRequest(cell) => cell.allow_stdin,
        _ => false,
    });
    let all = || figures.lock().unwrap_or_else(PoisonError::into_inner);
    if can_be_moved && !live.controls.is_empty() {
        let figure = LiveFigure::new(&live);
        for widget in &figure.widgets {
            iopub.send_to_widget(widget.opening()).await;
        }
        let controls = DisplayData::new(figure.view(&live));
        all().figures.push(figure);
        iopub.send_below_the_cell(controls).await;
    } else {
        all().still.push(live.number);
    }
    listener::show(iopub, live.display).await;
}

impl LiveFigure {
    fn new(live: &Live) -> LiveFigure {
        let mut widgets = Vec::new();
        let mut children = Vec::new();
        let mut controls = Vec::new();
        for control in &live.controls {
            let made = widgets::control(control);
            if let Some(last) = made.last() {
                children.push(last.reference());
                controls.push(last.id.clone());
            }
            widgets.extend(made);
        }
        let text = widgets::text();
        let ids = [text[0].id.clone(), text[1].id.clone()];
        children.push(text[1].reference());
        let class = Text { en: "neurocomp-live", fr: "neurocomp-live-fr" };
        widgets.extend(text);
        widgets.extend(widgets::column(&children, class.get()));
        LiveFigure { number: live.number, widgets, controls, text: ids, is_asleep: false, tells: false }
    }

    /// What the notebook shows of the controls, and keeps for pages without widgets.
    fn view(&self, live: &Live) -> Media {
        let column = self.widgets.last().map_or("", |column| &column.id.0);
        let labels: Vec<&str> = live.controls.iter().map(widgets::label).collect();
        let text = Text { en: "Controls of the figure:", fr: "Commandes de la figure :" };
        let text = format!("{} {}", text.get(), labels.join(", "));
        let view = json!({"model_id": column, "version_major": 2, "version_minor": 0});
        super::display::media([
            ("application/vnd.jupyter.widget-view+json".to_owned(), view),
            ("text/plain".to_owned(), text.into()),
        ])
    }

    fn set(&mut self, id: &CommId, state: &Value) {
        let widget = self.widgets.iter_mut().find(|widget| widget.id == *id);
        if let Some((widget, state)) = widget.zip(state.as_object()) {
            widget.state.extend(state.clone());
        }
    }

    /// Where the controls are, in their order.
    fn values(&self) -> Option<Vec<f64>> {
        let widget = |id: &CommId| self.widgets.iter().find(|widget| widget.id == *id);
        let ids = self.controls.iter();
        ids.map(|id| widgets::value(&widget(id)?.state)).collect()
    }

    /// The messages by which the figure says that it sleeps, and why.
    fn fall_asleep(&mut self, why: &str) -> Vec<CommMsg> {
        if std::mem::replace(&mut self.is_asleep, true) {
            return Vec::new();
        }
        let asleep = Text {
            en: "These controls sleep: run the cell again.",
            fr: "Ces commandes dorment : ré-exécutez la cellule.",
        }
        .get();
        let mut changes = self.say(&format!("{why} {asleep}")).to_vec();
        for id in self.controls.clone() {
            let state = json!({"disabled": true});
            self.set(&id, &state);
            changes.push((id, state));
        }
        changes.into_iter().map(|(id, state)| update(id, state)).collect()
    }

    /// Shows a sentence below the controls: the widgets that change, and what changes of them.
    fn say(&mut self, sentence: &str) -> [(CommId, Value); 2] {
        let [layout, line] = self.text.clone();
        let text = format!("<p role=\"status\">{}</p>", escaped(sentence.trim()));
        let changes = [(layout, json!({"display": null})), (line, json!({"value": text}))];
        for (id, state) in &changes {
            self.set(id, state);
        }
        changes
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

impl LiveFigures {
    /// The channels of all widgets.
    pub fn comms(&self) -> Vec<CommId> {
        let widgets = self.figures.iter().flat_map(|figure| &figure.widgets);
        widgets.map(|widget| widget.id.clone()).collect()
    }

    /// What is known about a widget. A page that was reloaded asks: JupyterLab does not exchange there what it had
    /// shown before.
    pub fn state(&mut self, id: &CommId) -> Option<Map<String, Value>> {
        let number = self.number_of(id)?;
        let figure = self.figures.iter_mut().find(|figure| figure.number == number)?;
        if !figure.is_asleep {
            let hint = Text {
                en: "If the figure does not follow its controls, run the cell again.",
                fr: "Si la figure ne suit pas ses commandes, ré-exécutez la cellule.",
            };
            figure.say(hint.get());
        }
        let widget = figure.widgets.iter().find(|widget| widget.id == *id)?;
        Some(widget.state.clone())
    }

    /// The figure that a widget belongs to.
    pub fn number_of(&self, id: &CommId) -> Option<u64> {
        let belongs = |figure: &&LiveFigure| figure.widgets.iter().any(|widget| widget.id == *id);
        self.figures.iter().find(belongs).map(|figure| figure.number)
    }

    /// Forgets the figure that a widget belongs to.
    pub fn forget(&mut self, id: &CommId) {
        let number = self.number_of(id);
        self.figures.retain(|figure| Some(figure.number) != number);
    }

    /// Moves a control, if this is about one, and the figure is awake.
    pub fn move_control(&mut self, id: &CommId, message: &CommMsg) -> Option<Moved> {
        let state = message.data.get("state")?;
        let figure = self.figures.iter_mut().find(|figure| figure.controls.contains(id))?;
        figure.set(id, state);
        let values = figure.values()?;
        (!figure.is_asleep).then_some(Moved { number: figure.number, values })
    }

    /// The messages by which a figure says something.
    fn tell(&mut self, what: &str, number: u64) -> Vec<CommMsg> {
        let those = self.figures.iter_mut().filter(|figure| figure.number == number);
        let changes = those.flat_map(|figure| {
            figure.tells = true;
            figure.say(what)
        });
        changes.map(|(id, state)| update(id, state)).collect()
    }

    /// The messages by which a figure that was drawn no longer says what it told of another position.
    fn fall_silent(&mut self, number: u64) -> Vec<CommMsg> {
        let telling = |figure: &&mut LiveFigure| figure.number == number && figure.tells;
        let those = self.figures.iter_mut().filter(telling);
        let changes = those.map(|figure| {
            figure.tells = false;
            let layout = figure.text[0].clone();
            let state = json!({"display": "none"});
            figure.set(&layout, &state);
            (layout, state)
        });
        changes.map(|(id, state)| update(id, state)).collect()
    }

    fn fall_asleep(&mut self, why: &str, which: impl Fn(u64) -> bool) -> Vec<CommMsg> {
        let those = self.figures.iter_mut().filter(|figure| which(figure.number));
        those.flat_map(|figure| figure.fall_asleep(why)).collect()
    }
}

impl Server {
    /// Redraws a figure, as an answer to this request.
    pub async fn draw(&self, moved: Moved, request: &JupyterMessage) {
        let cell = self.iopub.cell();
        self.iopub.set_cell(Some(request));
        let drawn = self.evaluator.draw(moved.number, moved.values).await;
        let messages = match drawn {
            Ok(Drawn::Anew) => self.live(|figures| figures.fall_silent(moved.number)),
            Err(_) => Vec::new(),
            Ok(Drawn::Asleep) => self.live(|figures| figures.fall_asleep("", |number| number == moved.number)),
            Ok(Drawn::Undone(why)) => self.live(|figures| figures.tell(&why, moved.number)),
            Ok(Drawn::Ended(why)) => self.live(|figures| figures.fall_asleep(&why, |_| true)),
        };
        for message in messages {
            self.iopub.send(message, request).await;
        }
        self.iopub.set_cell(cell.as_ref());
    }

    /// The process of the cells has ended, and with it all functions of live figures.
    pub async fn let_live_figures_sleep(&self, request: &JupyterMessage) {
        for message in self.live(|figures| figures.fall_asleep("", |_| true)) {
            self.iopub.send(message, request).await;
        }
    }

    /// Gives frames to the figures of the cell that nobody can move.
    pub async fn draw_frames(&self) {
        let still = self.live(|figures| std::mem::take(&mut figures.still));
        for number in still {
            if let Ok(Drawn::Undone(why) | Drawn::Ended(why)) = self.evaluator.draw(number, Vec::new()).await {
                self.iopub.note(&format!("{why}\n")).await;
            }
        }
    }
}
