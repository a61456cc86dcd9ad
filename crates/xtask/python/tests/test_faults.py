"""What goes wrong around the kernel, and ■: each as a student or an instructor meets it, against the real kernel."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest
from caches import Installation
from kernel import SHARE, Kernel, is_gone, plain, wait_until

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
ENDLESS = 'println!("running"); loop { std::hint::spin_loop(); }'


@pytest.fixture
def kernel(kernel):
    """The same kernel for all tests that leave it in order, with a variable that is there or was lost."""
    kernel.good("let kept = 42;")
    return kernel


def words_of(output):
    """The error of a cell, however its lines are broken."""
    return " ".join(plain(output.error).split())


def is_kept(kernel):
    return kernel.run("println!(\"{kept}\");").stdout == "42\n"


# --- ■ ----------------------------------------------------------------------------------------------------------------


def interrupted(kernel, cell, seconds=2):
    """Interrupts a cell, which must end within that time, and say once that it did."""
    started = time.monotonic()
    kernel.interrupt()
    output = kernel.receive(cell, timeout=30)
    took = time.monotonic() - started
    assert output.error_name == "Interrupted" and output.all_text.count("interrupted") == 1, output
    assert took < seconds, f"{took:.1f} s"
    return output


def long_cell(number):
    """A cell that takes minutes to compile. Nobody has compiled it before."""
    seed = time.time_ns() % 1_000_000
    functions = [
        f"fn f{i}(x: f64) -> f64 {{ (0..{i + seed}).map(|k| (f64::from(k) * x).sin()).collect::<Vec<f64>>().len() as f64 }}"
        for i in range(number)
    ]
    return "\n".join(functions) + f"\nlet kept: f64 = [{', '.join(f'f{i}(1.0)' for i in range(number))}].iter().sum();"


def test_an_interrupt_of_an_idle_kernel_does_nothing(kernel):
    process = kernel.cells_process()
    for _ in range(3):
        assert kernel.request("interrupt_request", channel="control")["content"] == {"status": "ok"}
    output = kernel.run("println!(\"{kept}\");")
    assert output.stdout == "42\n" and output.kinds == ["stream"] and not output.foreign, output
    assert kernel.cells_process() == process


@pytest.mark.parametrize("after", ["a moment", "the compiler has started"])
def test_an_interrupt_of_a_compilation_ends_the_compiler_and_keeps_the_variables(kernel, after):
    process = kernel.cells_process()
    cell = kernel.send(long_cell(3000))
    if after == "a moment":
        time.sleep(0.05)
    else:
        wait_until(kernel.compilers, 30, "compiling")
        time.sleep(0.5)
    output = interrupted(kernel, cell)
    assert "no variable has changed" in output.error
    assert is_kept(kernel) and kernel.cells_process() == process and not kernel.compilers()


def test_an_interrupt_ends_a_command_of_the_shell_with_all_that_it_started(kernel):
    cell = kernel.send("!sleep 20 & sleep 20")
    wait_until(lambda: len(sleeping(kernel)) == 2, 10, "sleeping")
    commands = sleeping(kernel)
    interrupted(kernel, cell)
    wait_until(lambda: all(map(is_gone, commands)), 2, "ended")
    assert is_kept(kernel)


def sleeping(kernel):
    return [process for process in kernel.processes() if process.cmdline()[:1] == ["sleep"]]


FLOODS = {
    "empty lines": "loop { println!(); }",
    "errors": 'loop { eprintln!("x"); }',
    "no line end": 'loop { print!("x"); }',
    "errors without line end": 'loop { eprint!("x"); }',
    "displays": 'for i in 0.. { neurocomp::display::display("flood", &[("text/plain", "x")], i > 0); }',
}


@pytest.mark.parametrize("flood", FLOODS)
def test_an_interrupt_ends_a_flood_and_the_next_cell_has_no_old_output(kernel, flood):
    kernel.good("let warm = 1;")
    keepers = [psutil.Process(kernel.pid), kernel.supervisor()]
    before = sum(process.memory_info().rss for process in keepers)
    cell = kernel.send(FLOODS[flood])
    kernel.client.get_iopub_msg(timeout=30)
    time.sleep(2)
    after = sum(process.memory_info().rss for process in keepers)
    output = interrupted(kernel, cell)
    assert output.stdout or output.stderr or flood == "displays"
    assert len(output.stdout) + len(output.stderr) < 1_200_000
    started = time.monotonic()
    following = kernel.run("println!(\"next\");")
    assert following.stdout == "next\n" and not following.stderr and not following.foreign, following
    assert time.monotonic() - started < 2
    assert after - before < 15e6, f"the kernel grew by {(after - before) / 1e6:.0f} MB"


def test_thirty_interrupts_in_a_row_are_one(kernel):
    cell = kernel.send(ENDLESS)
    kernel.wait_for_output(cell)
    for _ in range(29):
        kernel.client.control_channel.send(kernel.client.session.msg("interrupt_request"))
    interrupted(kernel, cell)
    assert kernel.good("1 + 1", timeout=20).data["text/plain"] == "2"


def test_the_signal_of_a_terminal_is_an_interrupt(kernel):
    """Control-C in `jupyter console`, and kernelspecs of old that ask for signals."""
    os.kill(kernel.pid, signal.SIGINT)
    time.sleep(0.3)  # nothing answers a signal
    assert is_kept(kernel)
    cell = kernel.send(ENDLESS)
    kernel.wait_for_output(cell)
    os.kill(kernel.pid, signal.SIGINT)
    assert kernel.receive(cell, timeout=5).error_name == "Interrupted"


# --- Output -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("macro", "stream"), [("print", "stdout"), ("eprint", "stderr")])
def test_an_unfinished_line_is_shown_below_its_own_cell(kernel, macro, stream):
    output = kernel.run(f'{macro}!("no end");')
    assert getattr(output, stream) == "no end", output
    output = kernel.run(f'{macro}ln!("next");')
    assert getattr(output, stream) == "next\n" and not output.foreign, output


@pytest.mark.parametrize("macro", ["print", "eprint"])
def test_dots_are_seen_as_they_come(kernel, macro):
    pause = "std::thread::sleep(std::time::Duration::from_millis(300));"
    cell = kernel.send(f'for _ in 0..4 {{ {macro}!("."); {pause} }}')
    kernel.wait_for_output(cell)
    started = time.monotonic()
    output = kernel.receive(cell)
    assert time.monotonic() - started > 0.6, "the first was seen long before the end"
    assert output.kinds == ["stream"] * 3 and output.stdout + output.stderr == "...", output


def test_the_two_streams_keep_their_order(kernel):
    output = kernel.run('for i in 0..3 { println!("{i}"); eprintln!("{i}"); std::thread::sleep(std::time::Duration::from_millis(60)); }')
    assert output.kinds == ["stream"] * 6 and output.stdout == output.stderr == "0\n1\n2\n", output


def test_a_closed_standard_output_hangs_nothing(kernel):
    close = "use std::os::fd::FromRawFd;\ndrop(unsafe {{ std::fs::File::from_raw_fd({}) }});"
    for descriptor in (1, 2):
        assert kernel.run(close.format(descriptor), timeout=10).status == "ok"
        assert kernel.run("println!(\"unheard\");", timeout=10).status == "ok"
        assert is_gone_with(kernel, "std::process::exit(0);")
        assert kernel.good("println!(\"heard\");").stdout == "heard\n"


def is_gone_with(kernel, code):
    return kernel.run(code, timeout=10).error_name == "ProcessEnded"


# --- Deaths -----------------------------------------------------------------------------------------------------------

NOTHING_IS_LOST = "Nothing is lost: all variables are as they were before this cell."
DEATHS = {
    "abort": ("std::process::abort();", "aborted"),
    "exit": ("std::process::exit(0);", "ended the whole program"),
    "memory of others": ("unsafe { std::ptr::with_exposed_provenance_mut::<u8>(8).write(1) };", "memory that is not its own"),
    "two panics": (
        'struct Panics;\nimpl Drop for Panics { fn drop(&mut self) { panic!("second"); } }\nlet panics = Panics;\npanic!("first");',
        "panicked again",
    ),
    "stack of a thread": (
        "fn forever(n: u64) -> u64 { if n == u64::MAX { 0 } else { 1 + forever(n + 1) } }\n"
        "std::thread::spawn(|| forever(0)).join().unwrap()",
        "overflow",
    ),
}


@pytest.mark.parametrize("death", DEATHS)
def test_each_death_is_told_once(kernel, death):
    code, words = DEATHS[death]
    output = kernel.run(code, timeout=30)
    assert output.error_name == "ProcessEnded" and words in output.error_value, output
    assert output.kinds.count("error") == 1 and output.all_text.count(NOTHING_IS_LOST) == 1, output
    for rude in ("Subprocess", "signal:", "backtrace", "0x", "/rustc/"):
        assert rude not in output.all_text, output
    assert is_kept(kernel)


def test_what_a_crashed_cell_did_to_variables_is_undone(kernel):
    kernel.good('let mut v = vec![0.1, 0.2]; let text = String::from("kept"); let shared = std::rc::Rc::new(std::cell::Cell::new(1));')
    for code, _ in DEATHS.values():
        changes = 'v.push(0.3); v[0] = 7.0; shared.set(2); let moved = text; println!("{moved}");\n'
        assert NOTHING_IS_LOST in kernel.run(changes + code, timeout=30).error
        assert kernel.good('println!("{v:?} {text} {}", shared.get());').stdout == "[0.1, 0.2] kept 1\n"
    assert "cannot find value `moved`" in kernel.run("moved").error


def test_an_interrupt_costs_no_variable_and_a_flood_stays_with_its_cell(kernel):
    kernel.good("let mut count = 1;")
    for cell in ("loop { count += 1; }", 'loop { count += 1; println!("flood"); }'):
        running = kernel.send('println!("begins");' + cell)
        kernel.wait_for_output(running)
        kernel.interrupt()
        output = kernel.receive(running)
        assert output.error_name == "Interrupted" and NOTHING_IS_LOST in output.error, output
        assert kernel.good('println!("{count}");').stdout == "1\n"


def test_where_threads_are_at_work_variables_are_lost_and_the_message_says_why(kernel):
    kernel.good("let other = std::thread::spawn(|| loop { std::thread::park(); });")
    output = kernel.run("std::process::abort();")
    assert "All variables are lost" in output.error and "threads were at work" in output.error, output
    following = kernel.run("println!(\"{kept}\");")
    assert "`kept` was lost" in following.error and not following.foreign, following


def test_threads_of_the_library_leave_no_trace(kernel):
    kernel.good("let map = Lif::new(LifParams::default())?.rate_cv_map(&array![18.0, 22.0], &array![1.0], 0.1, 500.0, 1)?;")
    assert NOTHING_IS_LOST in kernel.run("std::process::abort();").error
    assert kernel.good("map.rate.len()").data["text/plain"] == "2"
    kernel.good("Lif::new(LifParams::default())?.rate_cv_map(&array![18.0, 22.0], &array![1.0], 0.1, 500.0, 1)?.rate.len()")


@pytest.mark.parametrize("which", ["supervisor", "cells_process"])
def test_a_process_that_is_killed_from_outside_is_told_and_replaced(kernel, which):
    cell = kernel.send(ENDLESS)
    kernel.wait_for_output(cell)
    running = [kernel.supervisor(), kernel.cells_process()]
    killed = getattr(kernel, which)()
    killed.kill()
    output = kernel.receive(cell, timeout=10)
    assert output.status == "error" and output.error_value and "Subprocess" not in output.all_text, output
    assert kernel.good("1 + 1", timeout=20).data["text/plain"] == "2"
    # A supervisor takes its cells and their copy with it; cells leave both.
    ended = running if which == "supervisor" else [killed]
    wait_until(lambda: all(map(is_gone, ended)), 3, "ended")
    assert (NOTHING_IS_LOST in output.error) == (which == "cells_process") == is_kept(kernel)


def test_the_compiler_killed_as_for_want_of_memory_is_told(kernel):
    cell = kernel.send(long_cell(300))

    def is_answered():
        for compiler in kernel.compilers():  # there may be a second try
            compiler.kill()
        return kernel.client.shell_channel.msg_ready()

    wait_until(is_answered, 30, "answered")
    output = kernel.receive(cell)
    assert output.status == "error" and "no memory left" in words_of(output) and "parsable" not in output.error, output
    assert is_kept(kernel)


def test_a_child_of_a_cell_ends_with_the_cell_s_process(kernel):
    start = 'let child = std::process::Command::new("sleep").arg("1000").spawn().unwrap();\nchild.id()'
    child = psutil.Process(int(kernel.good(start).data["text/plain"]))
    started = time.monotonic()
    assert is_gone_with(kernel, "std::process::abort();")
    assert kernel.good("1 + 1").data["text/plain"] == "2" and time.monotonic() - started < 2
    wait_until(lambda: is_gone(child), 2, "ended")


def test_a_line_that_divides_by_zero_is_shown_as_it_was_written(kernel):
    output = kernel.run("let zero = [0][0];\n1 / zero")
    assert "→ 1 / zero" in output.error and "evcxr" not in output.all_text, output
    assert is_kept(kernel)


@pytest.mark.parametrize("code", [":quit", "let x = 1;\n:quit", ":toolchain nightly", ":cache 500", ":linker mold", ":sccache 1"])
def test_a_command_that_would_break_the_kernel_is_refused(kernel, code):
    output = kernel.run(code)
    assert output.error_name == "CommandRefused" and f"`{code[code.index(':') :].split()[0]}`" in output.error_value, output
    assert is_kept(kernel)


def test_invisible_characters_are_spaces(kernel):
    # No-break space, narrow no-break space, zero-width space, byte order mark.
    output = kernel.good("\ufefflet\u00a0invisible\u202f=\u200b 1;\nprintln!(\"{invisible}\");")
    assert output.stdout == "1\n"
    assert kernel.good('println!("12\u00a0mV");').stdout == "12\u00a0mV\n", "in a text they are meant"


def test_a_comment_or_a_text_without_an_end_is_told(kernel):
    for code, sign in [("let x = 1;\n/* and so on", "*/"), ("/* a /* b */ let x = 1;", "*/"), ('println!("open);', '"')]:
        output = kernel.run(code)
        assert output.error_name == "CompileError" and sign in plain(output.error) and "→" in output.error, output


# --- The end of a kernel ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("signal_name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_nothing(signal_name):
    kernel = Kernel()
    kernel.good("let x = 1;")
    child = 'std::process::Command::new("sleep").arg("1000").spawn().unwrap();\n'
    kernel.wait_for_output(kernel.send(child + ENDLESS))
    session, processes = kernel.session(), kernel.processes()
    assert len(processes) == 5  # the kernel, the supervisor, the cells, their copy, the child
    kernel.client.stop_channels()
    os.kill(kernel.pid, getattr(signal, signal_name))
    kernel.manager.provisioner.process.wait(timeout=5)
    wait_until(lambda: all(map(is_gone, processes)), 2, "ended")
    assert not session.exists()


SERVER = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
from kernel import Kernel
kernel = Kernel()
kernel.good("let x = 1;")
if sys.argv[2] == "busy":
    kernel.wait_for_output(kernel.send(sys.argv[3]))
print(json.dumps([str(kernel.session()), [process.pid for process in kernel.processes()]]), flush=True)
time.sleep(1000)
"""


@pytest.mark.parametrize("state", ["idle", "busy"])
def test_a_kernel_ends_when_its_jupyter_server_is_killed(state):
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, pathlib.Path(__file__).parent, state, ENDLESS], stdout=subprocess.PIPE, text=True
    )
    try:
        session, numbers = json.loads(server.stdout.readline())
        processes = [psutil.Process(number) for number in numbers]
    finally:
        server.kill()
        server.wait()
    wait_until(lambda: all(map(is_gone, processes)), 5, "ended")
    assert not pathlib.Path(session).exists()


def test_a_start_says_nothing_and_a_kernel_without_a_server_lives(tmp_path):
    log = tmp_path / "log"
    with Kernel(started_by=["sh", "-c", f'unset JPY_PARENT_PID; exec "$0" "$@" >{log} 2>&1']) as kernel:
        kernel.good("let x = 1;")
    assert log.read_text() == ""


# --- Unusual places ---------------------------------------------------------------------------------------------------


def bad_settings(folder, place):
    """Settings of evcxr as a user may have them, each of which would break the kernel."""
    settings = folder / "evcxr"
    settings.mkdir()
    (settings / "init.evcxr").write_text(':sccache 1\n:dep no-crate-has-this-name = "1"\n')
    (settings / "evcxr.toml").write_text("this is no TOML [")
    (settings / "prelude.rs").write_text('panic!("from the prelude");\nlet prelude: i32 = "wrong";\n')
    return {"home": {"XDG_CONFIG_HOME": str(folder)}, "variable": {"EVCXR_CONFIG_DIR": str(settings)}}[place]


@pytest.mark.parametrize("place", ["home", "variable"])
def test_a_user_s_settings_of_evcxr_are_left_alone(tmp_path, place):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    (notebooks / "evcxr.toml").write_text(f'[evcxr]\ntmpdir = "{tmp_path}/elsewhere"\n')
    with Kernel(cwd=notebooks, env=bad_settings(tmp_path, place)) as kernel:
        kernel.good("use neurocomp::prelude::*;")
        folder = kernel.good("println!(\"{}\", std::env::current_dir().unwrap().display());").stdout.strip()
        assert folder == str(notebooks), "cells run where the notebook is"
        kernel.run("std::process::abort();")
        kernel.good("let y = Array1::linspace(0.0, 1.0, 5);")
    assert not (tmp_path / "elsewhere").exists()


def kernel_with_temporary_folder(folder, options):
    """A kernel that alone sees another file system there."""
    mount = f'mount -t tmpfs -o {options} none "{folder}"; exec "$0" "$@"'
    return Kernel(started_by=["unshare", "--mount", "sh", "-c", mount], env={"TMPDIR": str(folder)})


@ROOT_ONLY
@pytest.mark.parametrize("options", ["noexec", "size=256k"])
def test_a_temporary_folder_where_nothing_runs_or_fits_is_not_used(tmp_path, options):
    with kernel_with_temporary_folder(tmp_path, options) as kernel:
        kernel.good("use neurocomp::prelude::*;")
        session = kernel.session()
        assert session.parent != tmp_path and session.is_dir()
        kernel.good("let y = Array1::linspace(0.0, 1.0, 5);")
    assert not session.exists()


@pytest.mark.parametrize("kind", ["missing", "a file", "not writable"])
def test_a_temporary_folder_that_is_none_is_not_used(tmp_path, kind):
    folder = tmp_path / "temporary"
    if kind == "a file":
        folder.write_text("")
    elif kind == "not writable":
        folder = pathlib.Path("/proc")
    with Kernel(env={"TMPDIR": str(folder)}) as kernel:
        kernel.good("let x = 1;")
        assert kernel.session().parent != folder


@ROOT_ONLY
def test_a_disk_that_is_full_is_told_and_nothing_is_lost(tmp_path):
    with kernel_with_temporary_folder(tmp_path, "size=8m") as kernel:
        assert kernel.session().parent == tmp_path
        kernel.good("let kept = 42;")
        fill = f'use std::io::Write;\nlet mut file = std::fs::File::create("{tmp_path}/large").unwrap();\nwhile file.write_all(&[1; 4096]).is_ok() {{}}\ndrop(file);'
        kernel.good(fill)
        output = kernel.run(f"let more = kept + {time.time_ns() % 1000};")
        assert output.status == "error" and "disk" in output.error and "is full" in words_of(output), output
        assert kernel.run(f"!rm {tmp_path}/large").status == "ok"
        assert is_kept(kernel)


# --- An installation that changes under its kernels -------------------------------------------------------------------


@pytest.fixture
def installation(tmp_path):
    """An installation whose library is a link of its own."""
    installation = Installation(tmp_path)
    target = installation.share / "target"
    target.unlink()
    deps = target / installation.library()["deps"].removeprefix("target/")
    deps.mkdir(parents=True)
    for file in (SHARE / installation.library()["deps"]).iterdir():
        (deps / file.name).symlink_to(file)
    return installation


def test_a_library_that_was_removed_is_told(installation):
    with Kernel(program=installation.program, env={"NEUROCOMP_CELL_CACHE": "off"}) as kernel:
        kernel.good("use neurocomp::prelude::*;\nlet kept = 42;")
        shutil.rmtree(installation.share / "target")
        output = kernel.run("let y = Array1::linspace(0.0, 1.0, 5);")
        assert output.status == "error" and "cargo xtask setup" in words_of(output), output
        assert "undeclared type" not in output.error, output


def test_a_program_that_was_removed_is_told(installation):
    with Kernel(program=installation.program) as kernel:
        cell = kernel.send(ENDLESS)
        kernel.wait_for_output(cell)
        installation.program.unlink()
        interrupted(kernel, cell)
        output = kernel.run("1 + 1", timeout=20)
        assert output.status == "error" and "installation of neurocomp has changed" in words_of(output), output
