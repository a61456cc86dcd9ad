"""Figures that are drawn anew when a control is moved, as the front end and the kernel speak of them."""

import statistics
import time

import pytest
from kernel import PRELUDE, Kernel

# Where a thread is at work, the process has no copy.
THREAD = "let other = std::thread::spawn(|| loop { std::thread::park(); });"
ASLEEP = "These controls sleep: run the cell again."
# A neuron for one second in steps of 0.1 ms, as the issue of waiting is measured.
LIF = """
plot::live(|knobs| {
    let mean = knobs.slider("I (nA)", 0.0, 40.0, 15.0);
    let neuron = Lif::new(LifParams::default()).unwrap();
    plot::trace(&neuron.simulate(mean, 0.1, 1000.0).unwrap(), neuron.params().v_thresh)
})
"""
# Its title tells where the controls are.
TITLE = """
plot::live(|knobs| {
    let x = knobs.slider("x (mV)", 0.0, 10.0, 2.0);
    let kind = knobs.choice("kind", &["a", "b"]);
    let is_on = knobs.switch("on", false);
    BODY
    let t = Array1::linspace(0.0, 1.0, 5);
    plot::line(&t, &t, "t (s)", "v (mV)").title(&format!("TITLE {x} {kind} {is_on}"))
})
"""


def title(body="", name="at"):
    return TITLE.replace("BODY", body).replace("TITLE", name)


@pytest.fixture
def kernel():
    with Kernel() as kernel:
        kernel.good(PRELUDE)
        kernel.good("use neurocomp::ndarray::prelude::*;\nuse neurocomp::plot;")
        yield kernel


class Live:
    """A live figure that a cell has shown, in the hands of a student."""

    def __init__(self, kernel, code):
        self.client = kernel.client
        shown = self.until_idle(kernel.send(code, allow_stdin=True))
        self.opened = {message["content"]["comm_id"]: message for message in shown if message["msg_type"] == "comm_open"}
        self.states = {comm: message["content"]["data"]["state"] for comm, message in self.opened.items()}
        self.controls = [comm for comm, state in self.states.items() if "description" in state]
        self.displays = [message["content"] for message in shown if message["msg_type"] == "display_data"]

    def until_idle(self, request):
        """What is published as the answer to a request."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=120)
            if message["parent_header"].get("msg_id") != request:
                continue
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return messages

    def say(self, comm, data):
        message = self.client.session.msg("comm_msg", {"comm_id": comm, "data": data})
        self.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    def send(self, control, **state):
        """Moves the control of this number, and gives the request."""
        return self.say(self.controls[control], {"method": "update", "state": state, "buffer_paths": []})

    def move(self, control, **state):
        return self.until_idle(self.send(control, **state))

    def text(self, control, **state):
        """Moves a control, and reads the figure that comes."""
        [figure] = [m["content"] for m in self.move(control, **state) if m["msg_type"] == "update_display_data"]
        assert figure["transient"]["display_id"] == self.displays[-1]["transient"]["display_id"]
        return figure["data"]["text/plain"]


def changes(messages):
    """What was changed of widgets."""
    return [m["content"]["data"]["state"] for m in messages if m["msg_type"] == "comm_msg"]


def test_a_cell_shows_controls_and_the_figure_and_moving_them_draws_it_anew(kernel):
    live = Live(kernel, title())
    names = [live.states[control]["_model_name"] for control in live.controls]
    assert names == ["FloatSliderModel", "DropdownModel", "CheckboxModel"]
    assert all(message["metadata"] == {"version": "2.1.0"} for message in live.opened.values())
    slider = live.states[live.controls[0]]
    assert [slider[key] for key in ("description", "min", "max", "step", "value")] == ["x (mV)", 0, 10, 0.1, 2]
    controls, figure = live.displays
    view = controls["data"]["application/vnd.jupyter.widget-view+json"]
    column = live.states[view["model_id"]]
    assert [child for child in column["children"] if child[len("IPY_MODEL_") :] in live.controls] == column["children"][:3]
    assert "x (mV), kind, on" in controls["data"]["text/plain"]
    assert "“at 2 0 false”" in figure["data"]["text/plain"]
    assert set(figure["data"]) == {"application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"}
    assert "“at 7.5 0 false”" in live.text(0, value=7.5)
    assert "“at 7.5 1 false”" in live.text(1, index=1)
    assert "“at 7.5 1 true”" in live.text(2, value=True)


def test_a_second_of_a_neuron_is_drawn_within_fifty_milliseconds(kernel):
    live = Live(kernel, LIF)
    seconds = []
    for position in range(41):
        begin = time.perf_counter()
        assert "10001 points" in live.text(0, value=10 + position * 0.5)
        seconds.append(time.perf_counter() - begin)
    assert statistics.median(seconds) < 0.05, seconds


def test_of_many_positions_the_last_one_counts(kernel):
    live = Live(kernel, title())
    requests = [live.send(0, value=k / 10) for k in range(100)]
    drawn = []
    while requests[-1] is not None:
        message = live.client.get_iopub_msg(timeout=60)
        if message["msg_type"] == "update_display_data":
            drawn.append(message["content"]["data"]["text/plain"])
        is_last = message["parent_header"].get("msg_id") == requests[-1]
        if is_last and message["content"].get("execution_state") == "idle":
            break
    assert 1 <= len(drawn) < 50 and "“at 9.9 0 false”" in drawn[-1]


def test_a_move_while_a_cell_runs_waits_for_its_end(kernel):
    live = Live(kernel, title())
    cell = kernel.send("std::thread::sleep(std::time::Duration::from_millis(700)); println!(\"done\");")
    time.sleep(0.3)
    [*early, last] = [live.send(0, value=value) for value in (3.0, 4.0, 5.0)]
    order = []
    while True:
        message = live.client.get_iopub_msg(timeout=60)
        parent = message["parent_header"].get("msg_id")
        assert not (message["msg_type"] == "update_display_data" and parent in early)
        if message["msg_type"] in ("update_display_data", "stream"):
            order.append(parent)
        if parent == last and message["content"].get("execution_state") == "idle":
            break
    assert order == [cell, last]


def test_a_panic_is_told_in_the_figure_and_hurts_nothing(kernel):
    kernel.good("let kept = vec![1.5, 2.5];")
    live = Live(kernel, title('assert!(x < 9.0, "too large"); println!("printed"); eprintln!("and this");'))
    messages = live.move(0, value=9.5)
    assert [message["msg_type"] for message in messages] == ["status", "update_display_data", "status"]
    told = messages[1]["content"]["data"]["text/plain"]
    assert "“at 2 0 false”" in told
    assert "the function stopped at x (mV) = 9.5, kind = a, on = off: too large" in told
    assert "“at 3 0 false”" in live.text(0, value=3.0)
    assert kernel.run("kept.len()").data["text/plain"] == "2"


def test_several_figures_a_cell_that_is_run_again_and_a_function_that_is_redefined(kernel):
    one, other = Live(kernel, title(name="one")), Live(kernel, title(name="other"))
    assert "“one 4 0 false”" in one.text(0, value=4.0)
    assert "“other 5 0 false”" in other.text(0, value=5.0)
    again = Live(kernel, title(name="again"))
    assert "“again 6 0 false”" in again.text(0, value=6.0)
    assert "“one 7 0 false”" in one.text(0, value=7.0)
    kernel.good("fn figure(knobs: &mut plot::Knobs) -> plot::Figure { plot::Figure::new(&format!(\"old {}\", knobs.slider(\"a\", 0.0, 1.0, 0.0))) }")
    old = Live(kernel, "plot::live(figure)")
    kernel.good("fn figure(knobs: &mut plot::Knobs) -> plot::Figure { plot::Figure::new(&format!(\"new {}\", knobs.slider(\"a\", 0.0, 1.0, 0.0))) }")
    new = Live(kernel, "plot::live(figure)")
    assert "“old 0.5”" in old.text(0, value=0.5) and "“new 0.5”" in new.text(0, value=0.5)


def test_a_position_that_ends_the_process_is_told_and_costs_nothing(kernel):
    kernel.good("let kept = 1;")
    live = Live(kernel, title("if x > 9.0 { std::process::abort(); }"))
    told = changes(live.move(0, value=9.5))
    assert any("The cell aborted" in state.get("value", "") and "Nothing is lost" in state["value"] for state in told)
    assert "“at 3 0 false”" in live.text(0, value=3.0)
    kernel.run("std::process::abort();")
    assert "“at 4 0 false”" in live.text(0, value=4.0)
    assert kernel.run("kept").data["text/plain"] == "1"


def test_when_the_process_has_died_the_controls_say_that_they_sleep(kernel):
    kernel.good(THREAD)
    live = Live(kernel, title("if x > 9.0 { std::process::abort(); }"))
    told = changes(live.move(0, value=9.5))
    assert any("The cell aborted" in state.get("value", "") and ASLEEP in state["value"] for state in told)
    assert sum(state.get("disabled", False) for state in told) == 3
    # The next cell runs, and a control that is moved all the same does nothing.
    assert kernel.good('println!("here");').stdout == "here\n"
    assert [message["msg_type"] for message in live.move(0, value=3.0)] == ["status", "status"]
    again = Live(kernel, "use neurocomp::prelude::*;\nuse neurocomp::plot;\nuse neurocomp::ndarray::prelude::*;" + title())
    assert "“at 3 0 false”" in again.text(0, value=3.0)
    kernel.good(THREAD)
    asleep = changes(live.until_idle(kernel.send("std::process::abort();")))
    assert any(ASLEEP in state.get("value", "") for state in asleep)


def test_a_function_that_does_not_end_can_be_interrupted(kernel):
    live = Live(kernel, title("while x > 9.0 { std::hint::spin_loop(); }"))
    request = live.send(0, value=9.5)
    time.sleep(0.5)
    kernel.manager.interrupt_kernel()
    assert any("interrupted" in state.get("value", "") for state in changes(live.until_idle(request)))
    assert "“at 3 0 false”" in live.text(0, value=3.0)
    assert kernel.good('println!("here");').stdout == "here\n"


def test_a_page_that_was_loaded_anew_finds_the_controls(kernel):
    live = Live(kernel, title())
    live.move(0, value=4.0)
    request = live.client.comm_info()
    comms = live.client.get_shell_msg(timeout=20)
    while comms["parent_header"]["msg_id"] != request:
        comms = live.client.get_shell_msg(timeout=20)
    assert set(comms["content"]["comms"]) == set(live.opened)
    [state] = changes(live.until_idle(live.say(live.controls[0], {"method": "request_state"})))
    assert state == {**live.states[live.controls[0]], "value": 4.0}
    assert "“at 4 1 false”" in live.text(1, index=1)
    close = live.client.session.msg("comm_close", {"comm_id": live.controls[0], "data": {}})
    live.client.shell_channel.send(close)
    assert [message["msg_type"] for message in live.move(1, index=0)] == ["status", "status"]


def test_where_nobody_can_move_anything_the_figure_has_frames(kernel):
    shown = kernel.send(title())
    messages = Live.until_idle(type("", (), {"client": kernel.client})(), shown)
    kinds = [message["msg_type"] for message in messages if message["msg_type"] not in ("status", "execute_input")]
    assert kinds == ["display_data", "update_display_data"]
    figure = messages[-2]["content"]["data"]
    plot = figure["application/vnd.plotly.v1+json"]
    assert len(plot["frames"]) == 11 and plot["layout"]["sliders"][0]["active"] == 2
    assert "“at 2 0 false”" in figure["text/plain"]


def test_without_a_control_there_is_only_the_figure(kernel):
    live = Live(kernel, "plot::live(|_| plot::Figure::new(\"still\"))")
    assert not live.opened and len(live.displays) == 1


def test_a_line_that_only_looks_like_a_live_figure_is_printed(kernel):
    assert kernel.good('println!("NEUROCOMP_LIVE {{}}");').stdout == "NEUROCOMP_LIVE {}\n"
