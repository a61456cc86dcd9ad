//! Slider, play and pause.

use plotly::common::{Anchor, Pad};
use plotly::layout::update_menu::{Button, ButtonBuilder, UpdateMenu, UpdateMenuDirection, UpdateMenuType};
use plotly::layout::{
    Animation, AnimationMode, AnimationOptions, FrameSettings, SliderCurrentValue, SliderCurrentValueXAnchor,
    SliderStep, SliderStepBuilder, TransitionSettings,
};

use super::{font, frame_name, markup};
use crate::plot::number::short;
use crate::plot::scene::Slider;
use crate::plot::style;
use crate::plot::words::either;

/// Milliseconds that the play button leaves each frame.
const FRAME_TIME: usize = 150;

/// The slider below the axis: current value above its left end, steps across the width.
pub(super) fn control(slider: &Slider) -> plotly::layout::Slider {
    let steps: Vec<SliderStep> = slider
        .values
        .iter()
        .enumerate()
        .filter_map(|(k, &value)| {
            let only_this = Animation::frames(vec![frame_name(k)]).options(options(0).mode(AnimationMode::Immediate));
            SliderStepBuilder::new().label(short(value)).value(short(value)).animation(only_this).build().ok()
        })
        .collect();
    let current = SliderCurrentValue::new()
        .prefix(format!("{} = ", markup(&slider.label)))
        .x_anchor(SliderCurrentValueXAnchor::Left)
        .font(font(13))
        .visible(true);
    plotly::layout::Slider::new()
        .active(slider.shown as i32)
        .steps(steps)
        .current_value(current)
        .font(font(11))
        .background_color("rgba(128,128,128,0.3)")
        .border_color(style::TEXT)
        .tick_color(style::TEXT)
        .pad(Pad::new(62, 0, 0))
        .x(0.0)
        .length(1.0)
        .y(0.0)
        .y_anchor(Anchor::Top)
}

/// Play and pause, to the right of the slider's current value.
pub(super) fn buttons() -> UpdateMenu {
    let play = Animation::all_frames().options(options(FRAME_TIME).mode(AnimationMode::Immediate).fromcurrent(true));
    let button =
        |label: String, animation: Animation| ButtonBuilder::new().label(label).animation(animation).build().ok();
    let buttons: Vec<Button> =
        [button(either("▶ Play", "▶ Lecture"), play), button(either("❚❚ Pause", "❚❚ Pause"), Animation::pause())]
            .into_iter()
            .flatten()
            .collect();
    UpdateMenu::new()
        .ty(UpdateMenuType::Buttons)
        .direction(UpdateMenuDirection::Left)
        .buttons(buttons)
        .show_active(false)
        .background_color("rgba(0,0,0,0)")
        .border_color(style::TEXT)
        .font(font(12))
        .pad(Pad::new(50, 0, 0))
        .x(1.0)
        .x_anchor(Anchor::Right)
        .y(0.0)
        .y_anchor(Anchor::Top)
}

/// Frames follow one another without transition, and heatmaps and titles are redrawn too.
fn options(duration: usize) -> AnimationOptions {
    AnimationOptions::new()
        .frame(FrameSettings::new().duration(duration).redraw(true))
        .transition(TransitionSettings::new().duration(0))
}
