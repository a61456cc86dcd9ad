"""Jupyter's protocol: the tests of the package jupyter_kernel_test, and what it does not ask.

The protocol: https://jupyter-client.readthedocs.io/en/stable/messaging.html
"""

import time

import jupyter_kernel_test
import nbclient
import nbformat
import pytest
from jupyter_kernel_test.msgspec_v5 import validate_message
from kernel import COURSE, Kernel, plain

# --- The tests of the package ----------------------------------------------------------------------------------------

DISPLAY_ANEW = """
use neurocomp::display::{display, new_id};
let id = new_id();
display(&id, &[("text/plain", "half")], false);
display(&id, &[("text/plain", "done")], true);
"""


jupyter_kernel_test.TIMEOUT = 60  # a busy machine


class TestSamples(jupyter_kernel_test.KernelTests):
    kernel_name = "neurocomp"
    language_name = "rust"
    file_extension = ".rs"
    code_hello_world = 'println!("hello, world");'
    code_stderr = 'eprintln!("oops");'
    completion_samples = [
        {"text": "let voltages: Vec<f64> = Vec::with_capa", "matches": {"with_capacity(capacity)"}},
        {"text": "neurocomp::prelude::LifParams::de", "matches": {"default()"}},
    ]
    complete_code_samples = [
        "1 + 1",
        "let x = 1;",
        "fn leak(v: f64) -> f64 {\n    -v / 20.0\n}",
        "for i in 0..3 { println!(\"{i}\"); }",
        "// a note",
        ":vars",
        "!ls",
        "",
    ]
    incomplete_code_samples = [
        "fn leak(v: f64) -> f64 {",
        "for i in 0..3 {\n    println!(\"{i}\");",
        "println!(\"{}\",",
        "let x = [1, 2",
        "let x =",
        "let text = \"an open",
        "/* an open",
        "#[derive(Debug)]",
    ]
    invalid_code_samples = ["let x = 1);", "}", "fn f() { ]"]
    code_generate_error = 'panic!("on purpose");'
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"spike".len()', "result": "5"},
        {"code": "vec![1.5, 2.5]", "result": "[1.5, 2.5]"},
        {
            "code": 'let t = neurocomp::ndarray::Array1::linspace(0.0, 1.0, 9);\nneurocomp::plot::line(&t, &t, "t (ms)", "V (mV)")',
            "mime": "application/vnd.plotly.v1+json",
        },
    ]
    code_display_data = [{"code": DISPLAY_ANEW, "mime": "text/plain"}]
    code_history_pattern = "1 +*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "neurocomp::prelude::Lif::new"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # rust-analyzer reads the library once, which takes longer than the package waits on a busy machine.
        cls.kc.complete("LifPar")
        cls.kc.get_shell_msg(timeout=120)

    # See `test_pager` and `test_clear_output`.
    code_page_something = ":help"
    code_clear_output = DISPLAY_ANEW

    def test_pager(self):
        """The package wants a `payload`, which the protocol calls deprecated: what could be paged is the cell's result."""
        self.flush_channels()
        reply, outputs = self.execute_helper(self.code_page_something)
        self.assertEqual((reply["content"]["status"], reply["content"]["payload"]), ("ok", []))
        self.assertEqual([output["msg_type"] for output in outputs], ["execute_result"])
        self.assertIn(":dep", outputs[0]["content"]["data"]["text/plain"])

    def test_clear_output(self):
        """The package wants `clear_output`, by which Python draws anew. Here a display is exchanged by its name, which
        leaves the cell's other output alone."""
        self.flush_channels()
        reply, outputs = self.execute_helper(self.code_clear_output)
        self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual([output["msg_type"] for output in outputs], ["display_data", "update_display_data"])
        first, second = (output["content"] for output in outputs)
        self.assertEqual(first["transient"]["display_id"], second["transient"]["display_id"])
        self.assertEqual(second["data"], {"text/plain": "done"})


# --- What a cell answers ----------------------------------------------------------------------------------------------


def test_cells_are_counted_from_one():
    with Kernel() as kernel:
        outputs = [kernel.run(code) for code in ("1", "nowhere", "2")]
        assert [output.count for output in outputs] == [1, 2, 3]
        assert [output.reply["execution_count"] for output in outputs] == [1, 2, 3]


FAILURES = {
    "CompileError": "let x: i32 = nowhere;",
    "Panic": 'panic!("two\\nlines");',
    "Error": 'Err::<i32, String>("no such\\nfile".to_owned())?;',
    "CommandRefused": ":quit",
    "ProcessEnded": "std::process::exit(3);",
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_has_a_name_one_plain_line_and_a_text(kernel, name):
    output = kernel.run(FAILURES[name])
    assert output.status == "error" and output.error_name == name and output.kinds.count("error") == 1, output
    assert output.error_value and plain(output.error_value) == output.error_value and "\n" not in output.error_value
    assert output.error_value.split()[0] in plain(output.error).splitlines()[0], output
    # nbclient and papermill read the reply.
    told = ("ename", "evalue", "traceback")
    assert [output.reply[part] for part in told[:2]] == [output.error_name, output.error_value]
    assert "\n".join(output.reply["traceback"]) + "\n" == output.error


def test_an_open_exercise_and_a_failed_check_are_no_errors(kernel):
    for code in ("let x: f64 = todo!();", "check::first_steps::firing_rate(|_, _| 0.0)"):
        output = kernel.run(code)
        assert output.status == "ok" and not output.error, output


def test_a_value_is_the_cell_s_result(kernel):
    output = kernel.run("vec![1, 2]")
    assert output.kinds == ["execute_result"] and output.data == {"text/plain": "[1, 2]"}, output


# --- Run All ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["CompileError", "Panic", "Error", "ProcessEnded"])
def test_run_all_stops_at_a_failure(kernel, name):
    kernel.good("let mut ran = 1;")
    *before, failed, next_one, last = kernel.run_all(["println!(\"before\");", FAILURES[name], "let ran = 2;", "ran"])
    assert before[0].status == "ok" and failed.status == "error", failed
    for output in (next_one, last):
        assert output.status == "aborted" and not output.kinds and output.count is None, output
    assert kernel.good("println!(\"on\");").stdout == "on\n", "what is sent after the failure is run"


def test_run_all_stops_at_an_interrupt(kernel):
    cells = [kernel.send(code) for code in ("println!(\"on\"); loop { std::hint::spin_loop(); }", "println!(\"next\");")]
    kernel.wait_for_output(cells[0])
    kernel.interrupt()
    interrupted, next_one = (kernel.receive(cell) for cell in cells)
    assert (interrupted.error_name, next_one.status) == ("Interrupted", "aborted"), (interrupted, next_one)


def test_run_all_goes_on_where_the_front_end_wants_it(kernel):
    failed, next_one = kernel.run_all(["nowhere", "println!(\"on\");"], stop_on_error=False)
    assert failed.status == "error" and next_one.stdout == "on\n", next_one


def test_other_requests_behind_a_failure_are_answered(kernel):
    failing, waiting = kernel.send("panic!(\"on purpose\");"), kernel.send("1")
    asking = kernel.client.is_complete("let x =")
    assert (kernel.receive(failing).status, kernel.receive(waiting).status) == ("error", "aborted")
    assert kernel.answer(asking)["content"]["status"] == "incomplete"


def test_run_all_goes_through_a_fresh_student_notebook():
    notebook = nbformat.read(COURSE / "td1.ipynb", as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    # As JupyterLab does, which asks that the cells after one that is meant to fail be run.
    meant = ["raises-exception" in cell.metadata.get("tags", []) for cell in cells]
    with Kernel(cwd=COURSE) as kernel:
        sent = [kernel.send(cell.source, stop_on_error=not fails) for cell, fails in zip(cells, meant)]
        outputs = [kernel.receive(cell) for cell in sent]
    assert [output.status for output in outputs] == ["error" if fails else "ok" for fails in meant]
    assert any("todo!()" in cell.source for cell in cells) and any("not done yet" in output.stderr for output in outputs)


@pytest.mark.parametrize("name", ["CompileError", "Panic", "Error", "ProcessEnded"])
def test_nbclient_and_so_nbconvert_and_papermill_see_that_a_cell_failed(name):
    cells = [nbformat.v4.new_code_cell(code) for code in ("1", FAILURES[name], "2")]
    notebook = nbformat.v4.new_notebook(cells=cells)
    with pytest.raises(nbclient.exceptions.CellExecutionError) as raised:
        nbclient.NotebookClient(notebook, kernel_name="neurocomp").execute()
    assert raised.value.ename == name and raised.value.evalue.strip()
    assert " ".join(raised.value.evalue.split()) in " ".join(plain(str(raised.value)).split())
    assert not cells[2].outputs


# --- Options of a cell ------------------------------------------------------------------------------------------------


def test_a_silent_cell_shows_nothing_and_does_not_count(kernel):
    count = kernel.good("1").count
    output = kernel.run("let quiet = 7; println!(\"unheard\"); quiet", silent=True)
    assert output.status == "ok" and not output.kinds and output.count is None, output
    failed = kernel.run("panic!(\"unheard\");", silent=True)
    assert failed.status == "error" and not failed.kinds and failed.reply["evalue"] == "unheard", failed
    output = kernel.good("quiet")
    assert output.data["text/plain"] == "7" and output.count == count + 1
    assert "unheard" not in str(tail(kernel, 3))


def test_a_cell_without_store_history_does_not_count(kernel):
    count = kernel.good("1").count
    output = kernel.run("2 + 40", store_history=False)
    assert output.data["text/plain"] == "42" and output.count == count
    assert kernel.good("3").count == count + 1
    assert [entry[2] for entry in tail(kernel, 2)] == ["1", "3"]


def test_user_expressions_are_evaluated_after_the_cell(kernel):
    asked = {"sum": "a + 1", "wrong": "nowhere", "figure": "vec![a; 2]"}
    output = kernel.run("let a = 41;", user_expressions=asked)
    found = output.reply["user_expressions"]
    assert found["sum"] == {"status": "ok", "data": {"text/plain": "42"}, "metadata": {}}, found
    assert found["figure"]["data"]["text/plain"] == "[41, 41]"
    assert found["wrong"]["status"] == "error" and found["wrong"]["ename"] == "CompileError" and found["wrong"]["evalue"]
    assert not output.kinds, "they show nothing"
    failed = kernel.run("panic!(\"on purpose\");", user_expressions=asked)
    assert not failed.reply.get("user_expressions")


# --- Standard input ---------------------------------------------------------------------------------------------------

ASKS = """
print!("Your name? ");
let mut name = String::new();
let length = std::io::stdin().read_line(&mut name).unwrap();
println!("[{}] {length}", name.trim_end());
"""


def test_a_cell_that_reads_a_line_asks_the_student(kernel):
    for answer in ("Ada", "été 𝑥", ""):
        cell = kernel.send(ASKS, allow_stdin=True)
        question = kernel.client.get_stdin_msg(timeout=20)
        assert question["msg_type"] == "input_request" and question["parent_header"]["msg_id"] == cell
        assert question["content"] == {"prompt": "Your name? ", "password": False}
        kernel.client.input(answer)
        output = kernel.receive(cell)
        assert output.stdout.endswith(f"[{answer}] {len(answer.encode()) + 1}\n"), output


def test_two_lines_are_two_questions(kernel):
    cell = kernel.send("let lines: Vec<String> = std::io::stdin().lines().take(2).map(Result::unwrap).collect();\nlines.join(\"+\")", allow_stdin=True)
    for answer in ("one", "two"):
        assert kernel.client.get_stdin_msg(timeout=20)["msg_type"] == "input_request"
        kernel.client.input(answer)
    assert "one+two" in kernel.receive(cell).data["text/plain"]


def test_where_nobody_can_answer_the_input_ends_and_the_student_is_told(kernel):
    output = kernel.run(ASKS, timeout=20)
    assert output.status == "ok" and output.stdout.split("\n") == ["Your name? ", "[] 0", ""] and "nobody can be asked" in output.stderr, output


def test_a_cell_that_waits_for_a_line_can_be_interrupted(kernel):
    cell = kernel.send(ASKS, allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=20)
    kernel.interrupt()
    assert kernel.receive(cell, timeout=5).error_name == "Interrupted"
    kernel.client.input("too late")
    # The next question gets its own answer.
    cell = kernel.send(ASKS, allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=20)
    kernel.client.input("in time")
    assert "[in time]" in kernel.receive(cell).stdout


# --- Other requests ---------------------------------------------------------------------------------------------------


def tail(kernel, n, **options):
    options = {"hist_access_type": "tail", "n": n, "raw": True, "output": False, **options}
    return kernel.request("history_request", options)["content"]["history"]


def test_the_history_has_cells_as_typed_with_what_they_showed(kernel):
    codes = ["let π = 3; // été", "π + 1", "nowhere"]
    numbers = [kernel.run(code).count for code in codes]
    assert [(number, code) for _, number, code in tail(kernel, 3)] == list(zip(numbers, codes))
    assert [entry[2] for entry in tail(kernel, 3, output=True)][1] == ["π + 1", "4"]
    assert tail(kernel, 0) == []


def test_what_the_kernel_says_of_itself(kernel):
    for channel in ("shell", "control"):
        reply = kernel.request("kernel_info_request", channel=channel)
        validate_message(reply, "kernel_info_reply", reply["parent_header"]["msg_id"])
        info = reply["content"]
        language = info["language_info"]
        assert (language["name"], language["file_extension"], language["pygments_lexer"]) == ("rust", ".rs", "rust")
        assert language["version"].startswith("1.") and info["implementation_version"] and "Rust" in info["banner"]
        assert language["nbconvert_exporter"] == "script" and info["help_links"]
        # The kernelspec says the same.
        assert kernel.manager.kernel_spec.language == language["name"]


def test_there_are_no_comms_and_who_opens_one_is_told(kernel):
    assert kernel.request("comm_info_request")["content"] == {"status": "ok", "comms": {}}
    opened = kernel.client.session.msg("comm_open", {"comm_id": "one", "target_name": "jupyter.widget", "data": {}})
    kernel.client.shell_channel.send(opened)
    closed = published(kernel, opened["header"]["msg_id"])
    assert [(message["msg_type"], message["content"].get("comm_id")) for message in closed] == [("comm_close", "one")]


def test_a_debugger_is_refused_and_so_is_what_nobody_knows(kernel):
    asked = {"type": "request", "command": "initialize", "seq": 3, "arguments": {}}
    reply = kernel.request("debug_request", asked, "control")
    assert reply["msg_type"] == "debug_reply" and not reply["content"]["success"], reply
    assert (reply["content"]["request_seq"], reply["content"]["command"]) == (3, "initialize")
    assert not kernel.request("kernel_info_request")["content"]["debugger"]
    for channel in ("shell", "control"):
        reply = kernel.request("nonsense_request", channel=channel)
        assert reply["msg_type"] == "nonsense_reply" and reply["content"]["status"] == "error", reply


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("history_request", {"hist_access_type": "range", "output": False, "raw": True}),
        ("complete_request", {}),
        ("is_complete_request", {"code": 3}),
        ("execute_request", {}),
    ],
)
def test_a_request_without_its_content_is_answered(kernel, kind, content):
    """Who waits for an answer would wait for ever."""
    reply = kernel.request(kind, content)
    assert reply["msg_type"] == kind.replace("request", "reply") and reply["content"]["status"], reply


@pytest.mark.parametrize(
    ("kind", "channel"),
    [("kernel_info_request", "shell"), ("kernel_info_request", "control"), ("interrupt_request", "control"), ("comm_info_request", "shell")],
)
def test_each_request_makes_the_kernel_busy_and_idle(kernel, kind, channel):
    reply = kernel.request(kind, channel=channel)
    assert published(kernel, reply["parent_header"]["msg_id"], with_status=True) == ["busy", "idle"]


def published(kernel, request, with_status=False):
    """What was published for a request, until the kernel was idle again."""
    states, messages = [], []
    while "idle" not in states:
        message = kernel.client.get_iopub_msg(timeout=10)
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] == "status":
            states.append(message["content"]["execution_state"])
        else:
            messages.append(message)
    return states if with_status else messages


def test_a_message_that_is_none_costs_nothing(kernel):
    kernel.client.shell_channel.socket.send_multipart([b"<IDS|MSG>", b"no signature", b"{}", b"{}", b"{}", b"{}"])
    kernel.client.shell_channel.socket.send_multipart([b"nonsense"])
    assert kernel.good("1 + 1", timeout=20).data["text/plain"] == "2"


def test_completion_offers_nothing_twice(kernel):
    matches = kernel.complete("let v: Vec<f64> = Vec::new();\nv.")
    assert len(matches) > 20 and len(set(matches)) == len(matches)


def test_positions_are_counted_in_characters(kernel):
    code = "let été = \"𝑥\"; LifParams::de // the end"
    message = kernel.client.complete(code, code.index(" // the end"))
    reply = kernel.answer(message)["content"]
    assert reply["matches"] == ["default()"], reply
    assert code[reply["cursor_start"] : reply["cursor_end"]] == "de"


def test_two_front_ends_see_the_same_cells(kernel):
    other = kernel.manager.client()
    other.start_channels()
    other.wait_for_ready(timeout=20)
    try:
        cell = other.execute("1 + 1")
        shown = published(kernel, cell)
        assert [message["msg_type"] for message in shown] == ["execute_input", "execute_result"]
    finally:
        other.stop_channels()


def test_a_restart_has_no_variables_and_shutting_down_is_answered():
    with Kernel() as kernel:
        kernel.good("let x = 1;")
        kernel.manager.restart_kernel()
        kernel.client.wait_for_ready(timeout=60)
        assert kernel.run("println!(\"{x}\");").error_name == "CompileError"
        assert kernel.good("1").count == 2
        kernel.pid = kernel.manager.provisioner.process.pid
        session, started = kernel.session(), time.monotonic()
        reply = kernel.request("shutdown_request", {"restart": False}, "control")
        assert reply["content"] == {"status": "ok", "restart": False}
        kernel.manager.provisioner.process.wait(timeout=3)
        assert not session.exists() and time.monotonic() - started < 3


def test_each_kernel_that_is_shut_down_answers_before_it_ends():
    for _ in range(6):
        with Kernel() as kernel:
            reply = kernel.request("shutdown_request", {"restart": True}, "control")
            assert reply["content"] == {"status": "ok", "restart": True}
