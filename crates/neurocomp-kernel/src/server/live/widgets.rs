//! Controls as Jupyter's own widgets: what the front end needs to know of each.
//!
//! The models and their versions: <https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/jupyterwidgetmodels.latest.md>.

use super::super::comm::WIDGET;
use crate::wire::Control;
use jupyter_protocol::{CommId, CommOpen};
use serde_json::{Map, Value, json};

/// The version of the widgets' models: what `jupyterlab_widgets` 3 shows.
const VERSION: &str = "2.0.0";

/// A widget: its channel and its state.
#[derive(Clone, Debug)]
pub struct Widget {
    /// The channel.
    pub id: CommId,
    /// The state.
    pub state: Map<String, Value>,
}

impl Widget {
    fn new(module: &str, name: &str, view: Option<&str>, state: Value) -> Widget {
        let mut all = Map::new();
        let module = format!("@jupyter-widgets/{module}");
        all.insert("_model_module".to_owned(), json!(module));
        all.insert("_model_module_version".to_owned(), json!(VERSION));
        all.insert("_model_name".to_owned(), json!(name));
        all.insert("_view_module".to_owned(), json!(module));
        all.insert("_view_module_version".to_owned(), json!(VERSION));
        all.insert("_view_name".to_owned(), json!(view));
        if let Value::Object(state) = state {
            all.extend(state);
        }
        Widget { id: CommId(uuid::Uuid::new_v4().simple().to_string()), state: all }
    }

    fn layout(state: Value) -> Widget {
        Widget::new("base", "LayoutModel", Some("LayoutView"), state)
    }

    /// As other widgets speak of it.
    pub fn reference(&self) -> Value {
        json!(format!("IPY_MODEL_{}", self.id.0))
    }

    /// The message that makes it.
    pub fn opening(&self) -> CommOpen {
        let data = json!({"state": self.state, "buffer_paths": []});
        CommOpen {
            comm_id: self.id.clone(),
            target_name: WIDGET.to_owned(),
            data: data.as_object().cloned().unwrap_or_default(),
            target_module: None,
        }
    }
}

/// A control with the widgets that say how it looks, before it.
pub fn control(control: &Control) -> Vec<Widget> {
    let layout = Widget::layout(json!({"width": "max(60%, 300px)"}));
    let (name, view, style, mut state) = match control {
        Control::Slider { label, low, high, step, value } => (
            "FloatSliderModel",
            "FloatSliderView",
            "SliderStyleModel",
            json!({
                "description": label, "min": low, "max": high, "step": step, "value": value,
                "readout": true, "readout_format": ".4~g", "continuous_update": true,
                "orientation": "horizontal", "behavior": "drag-tap",
            }),
        ),
        Control::Choice { label, names, value } => (
            "DropdownModel",
            "DropdownView",
            "DescriptionStyleModel",
            json!({"description": label, "_options_labels": names, "index": value.round() as i64}),
        ),
        Control::Switch { label, is_on } => (
            "CheckboxModel",
            "CheckboxView",
            "CheckboxStyleModel",
            json!({"description": label, "value": is_on, "indent": true}),
        ),
    };
    let style = Widget::new(
        "controls",
        style,
        None,
        json!({"_view_module": "@jupyter-widgets/base", "_view_name": "StyleView", "description_width": "11em"}),
    );
    let look = json!({"layout": layout.reference(), "style": style.reference(), "disabled": false});
    if let (Some(state), Some(look)) = (state.as_object_mut(), look.as_object()) {
        state.extend(look.clone());
    }
    let control = Widget::new("controls", name, Some(view), state);
    vec![layout, style, control]
}

/// A line of text, empty at first.
pub fn text() -> Vec<Widget> {
    let layout = Widget::layout(json!({"display": "none"}));
    let state = json!({"value": "", "layout": layout.reference()});
    let text = Widget::new("controls", "HTMLModel", Some("HTMLView"), state);
    vec![layout, text]
}

/// Widgets below one another. By the class, the page says that they sleep when the kernel has gone.
pub fn column(children: &[Value], class: &str) -> Vec<Widget> {
    let layout = Widget::layout(json!({}));
    let state = json!({"children": children, "layout": layout.reference(), "_dom_classes": [class]});
    let column = Widget::new("controls", "VBoxModel", Some("VBoxView"), state);
    vec![layout, column]
}

/// The number that a control's state means.
pub fn value(state: &Map<String, Value>) -> Option<f64> {
    let value = state.get("value").or_else(|| state.get("index"))?;
    match value {
        Value::Bool(is_on) => Some(f64::from(u8::from(*is_on))),
        value => value.as_f64(),
    }
}

/// What is moved.
pub fn label(control: &Control) -> &str {
    match control {
        Control::Slider { label, .. } | Control::Choice { label, .. } | Control::Switch { label, .. } => label,
    }
}
