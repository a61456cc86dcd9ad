"""The kernel's promises, each against the real kernel through jupyter_client."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import psutil
import pytest
from kernel import PRELUDE, SHARE, Kernel, kernel_of_another_user, plain, wait_until
from mistakes import MISTAKES, RIGHT

# --- The library is there -------------------------------------------------------------------------------------------


def test_the_prelude_works_as_the_very_first_cell():
    with Kernel() as kernel:
        kernel.good(PRELUDE)
        assert "20" in kernel.good("println!(\"{}\", LifParams::default().tau_m);").stdout


def test_a_dep_line_for_the_checkout_is_accepted():
    source = json.loads((SHARE / "library.json").read_text())["source"]
    with Kernel() as kernel:
        kernel.good(f':dep neurocomp = {{ path = "{source}" }}\n{PRELUDE}', timeout=60)
        kernel.good("let run = Lif::new(LifParams::default()).unwrap().simulate(20.5, 0.1, 100.0).unwrap();")


@pytest.mark.parametrize(
    ("name", "code", "shown"),
    [
        ("ndarray", "let a = neurocomp::ndarray::array![[1.0, 2.0], [3.0, 4.0]];\nprintln!(\"{}\", a.slice(neurocomp::ndarray::s![.., 1]).sum());", "6"),
        ("ndarray_rand", "use neurocomp::ndarray_rand::RandomExt;\nlet z = neurocomp::ndarray::Array1::<f64>::random(1000, neurocomp::ndarray_rand::rand_distr::Normal::new(0.0, 1.0).unwrap());\nprintln!(\"{}\", z.len());", "1000"),
        ("nalgebra", "let m = neurocomp::nalgebra::DMatrix::from_row_slice(2, 2, &[0.0_f64, 1.0, -1.0, 0.0]);\nprintln!(\"{:.1}\", m.complex_eigenvalues()[0].im.abs());", "1.0"),
        ("plotly", "let mut p = neurocomp::plotly::Plot::new();\np.add_trace(neurocomp::plotly::Scatter::new(vec![0.0, 1.0], vec![1.0, 2.0]));\nprintln!(\"{}\", p.to_json().contains(\"scatter\"));", "true"),
        ("polars", "let df = neurocomp::polars::df!(\"trial\" => [1i32, 2, 3], \"rate\" => [10.0, 12.0, 9.5]).unwrap();\nprintln!(\"{}\", df.height());", "3"),
        ("mnist", "let builder = neurocomp::mnist::MnistBuilder::new();\nprintln!(\"{}\", std::any::type_name_of_val(&builder));", "mnist"),
    ],
)
def test_a_reexported_crate_is_usable(kernel, name, code, shown):
    assert shown in kernel.good(code).stdout, name


def test_variables_of_the_reexported_types_are_kept(kernel):
    kernel.good("let kept = neurocomp::ndarray::Array2::<f64>::zeros((2, 3));")
    kernel.good("let matrix = neurocomp::nalgebra::DMatrix::<f64>::identity(3, 3);")
    kernel.good("let frame = neurocomp::polars::df!(\"a\" => [1i32, 2]).unwrap();")
    kernel.good("let plot = neurocomp::plotly::Plot::new();")
    output = kernel.good("println!(\"{} {} {} {}\", kept.len(), matrix.trace(), frame.width(), plot.data().len());")
    assert output.stdout.strip() == "6 3 1 0"


def test_a_figure_shows_as_plotly_and_as_a_still_picture(kernel):
    kernel.good("let x = Array1::linspace(0.0, 1.0, 50); let y = x.mapv(|t: f64| (6.28 * t).sin());")
    data = kernel.good('plot::line(&x, &y, "time (s)", "V (mV)")').data
    assert data["application/vnd.plotly.v1+json"]["data"], data.keys()
    assert "time (s)" in data["text/plain"]
    assert any(kind in data for kind in ("image/svg+xml", "image/png")), data.keys()


def test_a_figure_made_of_a_moved_variable_is_shown(kernel):
    kernel.good("let x = Array1::linspace(0.0, 1.0, 50);")
    data = kernel.good('let figure = plot::line(&x, &x, "time (s)", "V (mV)");\nfigure.hline(0.5, "threshold")').data
    assert "application/vnd.plotly.v1+json" in data, data


def test_a_loop_shows_no_value(kernel):
    output = kernel.good("for i in 0..2 {\n    println!(\"{i}\");\n}")
    assert output.stdout == "0\n1\n" and not output.data


def test_an_unknown_name_in_the_last_line_is_named(kernel):
    output = kernel.run("plott::line(1.0)")
    assert output.status == "error" and "plott" in output.error, output


def test_completion_and_documentation(kernel):
    assert "simulate_noisy" in " ".join(kernel.complete("Lif::new(LifParams::default()).unwrap().simu"))
    assert any(match.startswith("rheobase") for match in kernel.complete("Lif::new(LifParams::default()).unwrap().rheo"))
    documentation = kernel.inspect("Lif::new")
    assert "LifParams" in documentation and "Result<Lif" in documentation, documentation


# --- When a cell goes wrong -----------------------------------------------------------------------------------------


def test_a_typo_is_pointed_out_and_costs_nothing(kernel):
    kernel.good("let length = 3;")
    output = kernel.run("let doubled = lenght * 2;")
    assert output.status == "error" and "lenght" in output.error and "length" in output.error, output
    assert output.seconds < 5
    assert "3" in kernel.good("println!(\"{length}\");").stdout


def test_a_panic_says_what_and_where_and_keeps_the_variables(kernel):
    kernel.good("let spikes = vec![1.0, 2.5, 4.0]; let index: usize = 7;")
    output = kernel.run("let third = spikes[index];\nprintln!(\"{third}\");")
    assert output.status == "error" and not output.stderr, output
    assert "panicked" in output.error and "the len is 3 but the index is 7" in output.error, output
    assert "let third = spikes[index];" in output.error, "the student's line is shown"
    assert "backtrace" not in output.error and len(output.error.splitlines()) < 6, output.error
    assert "3" in kernel.good("println!(\"{}\", spikes.len());").stdout


def test_an_open_exercise_is_told_in_one_line(kernel):
    kernel.good("fn steady_state(resistance: f64, current: f64) -> f64 {\n    todo!()\n}")
    output = kernel.run("println!(\"{}\", steady_state(1.0, 20.5));")
    assert output.status == "ok" and not output.error, output
    assert "not done yet" in output.stderr and len(output.stderr.splitlines()) == 1, output.stderr


def test_a_function_whose_new_version_does_not_compile_is_said_to_be_the_old_one(kernel):
    kernel.good("fn twice(x: f64) -> f64 { 2.0 * x }")
    wrong = kernel.run("fn twice(x: f64) -> f64 { 2 * x }")
    assert "`twice` is still the version that was there before this cell" in plain(wrong.error)
    used = kernel.run('println!("{}", twice(2.0));')
    assert used.stdout == "4\n" and "`twice` is still the version before" in used.stderr
    kernel.good("fn twice(x: f64) -> f64 { x + x }")
    assert not kernel.run("let four = twice(2.0);").stderr


def test_a_power_of_other_languages_that_compiles_is_told(kernel):
    assert "3^2` is 1" in kernel.run("let nine = 3^2;").stderr
    assert not kernel.run("let eight = 2_i32.pow(3); // 2^3").stderr


def test_an_error_that_leaves_a_cell_is_shown(kernel):
    output = kernel.run('let number: f64 = "abc".parse::<f64>()?;')
    assert output.status == "error" and "invalid float literal" in output.error and not output.stderr, output


FATAL = {
    "stack": ("fn forever(n: u64) -> u64 { if n == u64::MAX { 0 } else { 1 + forever(n + 1) } }\nprintln!(\"{}\", forever(0));", "overflowed the stack"),
    "abort": ("std::process::abort();", "aborted"),
    "memory": ("let much: Vec<u8> = vec![1; 1 << 46];\nprintln!(\"{}\", much.len());", "memory"),
    "memory_slowly": ("let mut much = Vec::new();\nloop { much.push(vec![1u8; 1 << 26]); }", "memory"),
    "exit": ("std::process::exit(3);", "ended the whole program"),
}


@pytest.mark.parametrize("fault", FATAL)
def test_a_fatal_cell_says_what_happened_and_the_next_cell_runs(fault):
    code, words = FATAL[fault]
    with Kernel() as kernel:
        kernel.good("let before = 1;\nfn kept() -> i32 { 42 }")
        output = kernel.run(code, timeout=120)
        assert output.status == "error" and output.error_name == "ProcessEnded", output
        assert words in output.error and output.all_text.count("Nothing is lost") == 1, output
        assert "Subprocess" not in output.all_text and "backtrace" not in output.all_text, output
        assert kernel.good("println!(\"{} {before}\", kept());").stdout == "42 1\n"


def test_an_interrupt_gives_the_kernel_back_within_two_seconds():
    with Kernel() as kernel:
        kernel.good("fn kept() -> i32 { 42 }")
        cell = kernel.send("println!(\"running\");\nlet mut n = 0u64; loop { n = std::hint::black_box(n.wrapping_add(1)); }")
        kernel.wait_for_output(cell)
        interrupted = time.perf_counter()
        kernel.interrupt()
        output = kernel.receive(cell, timeout=10)
        assert time.perf_counter() - interrupted < 2, "the kernel is back"
        following = kernel.run("println!(\"{}\", kept());")
        assert output.status == "error" and output.error_name == "Interrupted" and following.stdout == "42\n", following
        assert output.error.count("interrupted") == 1 and "Nothing is lost" in output.error and not output.stderr, output


def test_messages_are_in_the_notebook_s_language():
    with Kernel() as kernel:
        kernel.good(f'{PRELUDE}\nlanguage("fr");')
        assert "pas encore fait" in kernel.run("let x: f64 = todo!();").stderr
        assert "Rien n'est perdu" in kernel.run("std::process::abort();").error
        kernel.good("let other = std::thread::spawn(|| loop { std::thread::park(); });")
        assert "Toutes les variables sont perdues" in kernel.run("std::process::abort();").error


# --- Compile errors ---------------------------------------------------------------------------------------------------

@pytest.fixture(scope="module", params=["en", "fr"])
def student(request):
    with Kernel() as kernel:
        kernel.good(f'{PRELUDE}\nlanguage("{request.param}");')
        yield request.param, kernel


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_of_beginners_is_answered_in_the_notebook_s_language(student, mistake):
    language, kernel = student
    earlier, cell, english, french = MISTAKES[mistake]
    for code in earlier:
        kernel.good(code)
    output = kernel.run(cell)
    right, wrong = (english, french) if language == "en" else (french, english)
    said = " ".join(output.error.split())
    assert output.status == "error" and "→ " in output.error, output
    assert right in said and wrong not in said, output.error
    assert "Error:" in output.error and output.seconds < 5, "rustc's own message is there, and soon"


def test_a_cell_with_accents_is_shown_like_any_other(student):
    _, kernel = student
    output = kernel.run("// durée\nlet durée = 5.0; // en ms\ndurée = 6.0;")
    said = plain(output.error)
    assert "  │ durée = 6.0;\n  │ ─────┬─────\n  │      ╰─ cannot assign twice to immutable variable" in said, said


def test_right_cells_get_no_line(student):
    _, kernel = student
    for code in RIGHT:
        output = kernel.good(code)
        assert "→" not in output.all_text, output


def test_a_mistake_without_a_line_keeps_rustc_s_message(student):
    _, kernel = student
    output = kernel.run("struct Loop { next: Loop }")
    assert output.status == "error" and "recursive type `Loop` has infinite size" in output.error and "→" not in output.error, output


@pytest.mark.parametrize("end", ["crash", "exit", "interrupt"])
def test_a_variable_that_is_lost_with_the_cells_process_is_said_to_be_lost(end):
    with Kernel() as kernel:
        # With a thread at work there is no copy of the process.
        kernel.good("let before = 1;\nlet other = std::thread::spawn(|| loop { std::thread::park(); });")
        match end:
            case "crash":
                kernel.run("std::process::abort();")
            case "exit":
                kernel.run("std::process::exit(0);")
            case "interrupt":
                cell = kernel.send("println!(\"running\");\nloop { std::hint::spin_loop(); }")
                kernel.wait_for_output(cell)
                kernel.interrupt()
                assert "variables are lost" in kernel.receive(cell).error
        said = kernel.run("println!(\"{before}\");").error
        assert "`before` was lost when the cells' process ended" in said, said
        kernel.good("let before = 2;")
        assert "was lost" not in kernel.run("println!(\"{befor}\");").error


def test_question_marks_work_after_a_first_await():
    with Kernel() as kernel:
        kernel.good(f"{PRELUDE}\nasync fn four() -> i32 {{ 4 }}")
        assert kernel.run("let count = four().await;").status == "ok"
        assert kernel.good('let five: i32 = "5".parse()?; println!("{}", count + five);').stdout == "9\n"
        failed = kernel.run('let wrong: i32 = "five".parse()?;')
        assert failed.error_name == "Error" and "invalid digit found in string" in failed.error, failed
        mixed = kernel.run("let none: i32 = None?;").error
        assert "`?` takes a `Result` here" in mixed and "block_on" not in mixed and "closure" not in mixed, mixed


# --- Output ---------------------------------------------------------------------------------------------------------


def test_print_without_a_newline_does_not_hang(kernel):
    output = kernel.run("use std::io::Write;\nprint!(\"no newline\");\nstd::io::stdout().flush().unwrap();", timeout=20)
    assert output.stdout.strip() == "no newline" and output.status == "ok"


def test_a_flood_of_output_is_cut(kernel):
    output = kernel.run("for i in 0..200_000 { println!(\"{i} and some more words\"); }", timeout=120)
    assert len(output.stdout) < 1_100_000 and "not shown" in output.stdout
    assert kernel.good("println!(\"next\");").stdout == "next\n"


def test_errors_come_before_the_cell_ends(kernel):
    for repeat in range(20):
        output = kernel.run(f"eprintln!(\"line {repeat}\");")
        assert output.stderr == f"line {repeat}\n", "what the cell wrote belongs to the cell"


def test_bytes_that_are_no_text_do_not_hang(kernel):
    output = kernel.run("use std::io::Write;\nstd::io::stdout().write_all(b\"caf\\xe9\\n\").unwrap();", timeout=20)
    assert output.stdout == "caf\ufffd\n", output


# --- Living together ------------------------------------------------------------------------------------------------


def test_two_kernels_in_one_folder_do_not_disturb_each_other(tmp_path):
    with Kernel(cwd=tmp_path) as one, Kernel(cwd=tmp_path) as other:
        cells = [(one, one.send("let who = 1;")), (other, other.send("let who = 2;"))]
        for kernel, cell in cells:
            assert kernel.receive(cell).status == "ok"
        cells = [(one, one.send("println!(\"{who}\");"), "1"), (other, other.send("println!(\"{who}\");"), "2")]
        for kernel, cell, answer in cells:
            assert kernel.receive(cell).stdout.strip() == answer
        assert not list(tmp_path.iterdir()), "the notebook's folder stays clean"


def test_the_disk_used_by_a_kernel_is_small_and_given_back():
    with Kernel() as kernel:
        kernel.good(PRELUDE)
        kernel.good("let a = Array1::linspace(0.0, 1.0, 10);")
        session = kernel.session()
        used = sum(file.stat().st_blocks * 512 for file in session.rglob("*") if file.is_file() and not file.is_symlink())
        assert used < 30e6, f"{used / 1e6:.0f} MB"
        processes = kernel.processes()
    wait_until(lambda: not session.exists(), 5, "cleaned up")
    wait_until(lambda: not any(process.is_running() for process in processes), 5, "ended")


def test_a_killed_kernel_leaves_nothing_behind():
    kernel = Kernel()
    kernel.good("let x = 1;")
    kernel.wait_for_output(kernel.send("println!(\"running\"); loop {}"))
    session, processes = kernel.session(), kernel.processes()
    os.kill(kernel.pid, signal.SIGKILL)
    kernel.manager.provisioner.process.wait()
    wait_until(lambda: not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in processes), 5, "ended")
    kernel.client.stop_channels()
    assert session.exists(), "nobody was there to clean up"
    with Kernel():
        assert not session.exists(), "the next kernel cleans up"


def test_a_planted_link_makes_no_kernel_remove_anything(tmp_path):
    """Others can write in the temporary folder. The links have the names of sessions and, as in version 0.1, of their folder."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    for folder in (home / "Documents", home / ".ssh", temporary):
        folder.mkdir(parents=True)
    (home / "Documents/thesis").write_text("years of work")
    user = os.getuid()
    for name in (f"neurocomp-{user}", f"neurocomp-{user}-2147483647-abcdefgh12345678"):
        (temporary / name).symlink_to(home)
    with Kernel(env={"TMPDIR": str(temporary)}) as kernel:
        session = kernel.session()
        assert session.parent == temporary and session.stat().st_mode & 0o777 == 0o700
        kernel.good("let x = 1;")
    assert (home / "Documents/thesis").read_text() == "years of work" and (home / ".ssh").is_dir()
    assert not session.exists() and len(list(temporary.iterdir())) == 2, "only the links are left"


# --- Unusual places -------------------------------------------------------------------------------------------------


def test_a_folder_with_spaces_and_accents(tmp_path):
    folder = tmp_path / "Mes études de l'été"
    folder.mkdir()
    with Kernel(cwd=folder, env={"TMPDIR": str(folder)}) as kernel:
        kernel.good(PRELUDE)
        kernel.good("let y = Array1::linspace(0.0, 1.0, 5);")
        assert "Mes études" in kernel.good("println!(\"{}\", std::env::current_dir().unwrap().display());").stdout


def test_a_folder_that_cannot_be_written(tmp_path):
    tmp_path.chmod(0o555)
    with Kernel(cwd=tmp_path) as kernel:
        kernel.good(PRELUDE)
        kernel.good("let y = Array1::linspace(0.0, 1.0, 5);")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start a kernel as another user")
def test_a_second_user_account():
    """Who installed the library has a home that others cannot read; the other user has the same toolchain elsewhere."""
    with kernel_of_another_user() as kernel:
        kernel.good(PRELUDE)
        assert "nobody" in psutil.Process(kernel.pid).username()
        kernel.good("let y = Array1::linspace(0.0, 1.0, 5);")
        assert kernel.run("std::process::abort();").status == "error"
        kernel.good("let y = Array1::linspace(0.0, 1.0, 5);")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take the network away")
def test_without_any_network():
    # A new network namespace has no interface but a loopback that is down; Jupyter's own sockets need it up, and reach
    # the kernel only from inside: so the client runs there, too.
    inside = (
        f"import sys; sys.path.insert(0, {str(pathlib.Path(__file__).parent)!r})\n"
        "from kernel import Kernel\n"
        "with Kernel() as kernel:\n"
        f"    kernel.good({PRELUDE!r})\n"
        "    print(kernel.good('println!(\"{}\", Array1::linspace(0.0, 1.0, 5).sum());').stdout)\n"
    )
    command = ["unshare", "--net", "sh", "-c", 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$0" -c "$1"', sys.executable, inside]
    done = subprocess.run(command, capture_output=True, text=True, timeout=200)
    assert done.returncode == 0 and done.stdout.split()[-1] == "2.5", done


def test_evcxr_s_own_kernel_is_left_alone(tmp_path):
    spec = tmp_path / "jupyter/kernels/rust"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text("theirs")
    with Kernel(env={"XDG_DATA_HOME": str(tmp_path)}) as kernel:
        kernel.good("let x = 1;")
    assert (spec / "kernel.json").read_text() == "theirs" and len(list(spec.iterdir())) == 1


# --- Other crates ---------------------------------------------------------------------------------------------------


def test_another_crate_can_be_added_and_the_next_kernel_finds_it_compiled(tmp_path):
    add = ':dep itoa = "1"\nprintln!("{}", itoa::Buffer::new().format(4711));'
    for is_first in (True, False):
        with Kernel(env={"XDG_CACHE_HOME": str(tmp_path)}) as kernel:
            output = kernel.run(add, timeout=600)
            assert "4711" in output.stdout and output.status == "ok", output
            assert "itoa" in output.stderr, "the student is told what is going on"
            assert ("Compiling" in output.stderr) == is_first, output.stderr
            again = kernel.good("let text = itoa::Buffer::new().format(12).to_string();\nprintln!(\"{}\", text);")
            assert again.seconds < 5, "once compiled, it costs nothing"


def test_a_crate_that_shares_no_types_is_there_within_seconds(tmp_path):
    """With the features that itertools asks for, cargo would compile most of the library again (194 s)."""
    with Kernel(env={"XDG_CACHE_HOME": str(tmp_path)}) as kernel:
        kernel.good(PRELUDE)
        output = kernel.run(':dep itertools = "0.14"\nuse itertools::Itertools;\nprintln!("{}", (0..3).join("-"));', timeout=120)
        assert "0-1-2" in output.stdout and output.seconds < 60, output


def test_an_added_crate_meets_the_same_ndarray():
    with Kernel() as kernel:
        kernel.good(PRELUDE)
        output = kernel.run(':dep ndarray-stats = "0.7"', timeout=900)
        assert output.status == "ok", output
        kernel.good("use ndarray_stats::QuantileExt;\nlet values = Array1::from(vec![3.0, 1.0, 2.0]);\nprintln!(\"{}\", values.max().unwrap());", timeout=120)


def test_without_a_network_an_added_crate_gives_a_clear_message():
    nowhere = {"CARGO_HTTP_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    with Kernel(env=nowhere) as kernel:
        kernel.good(PRELUDE)
        output = kernel.run(':dep a-crate-nobody-has = "1"', timeout=120)
        assert output.status == "error" and "network" in output.error, output
        kernel.good("println!(\"{}\", LifParams::default().tau_m);")


def test_a_crate_that_does_not_exist_is_named():
    with Kernel() as kernel:
        output = kernel.run(':dep neurocomp-has-no-such-crate = "1"', timeout=120)
        assert output.status == "error" and "neurocomp-has-no-such-crate" in output.error, output
