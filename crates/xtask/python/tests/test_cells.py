"""Compiled cells are remembered: what must not change by it, and what must not go wrong; against the real kernel."""

import json
import os
import pathlib
import signal
import statistics
import time

import nbformat
import pytest
import sessions
from caches import OFF, Cache, Installation, entries
from kernel import COURSE, SHARE, Kernel, kernel_of_another_user, wait_until

ONLY_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can do this")
IS_WARM = pytest.mark.skipif(not (SHARE / "cells").is_dir(), reason="the set-up compiled no cells beforehand")

# No notebook has these cells, and so no memory but the test's own. With each, what it prints.
CELLS = {
    "let number_of_the_test = 4711 * 3;": "",
    'println!("{}", number_of_the_test + 1);': "14134",
    "fn halved_in_the_test(x: f64) -> f64 { x / 2.0 }": "",
    'println!("{}", halved_in_the_test(9422.0));': "4711",
}


@pytest.fixture(scope="module")
def course_cells():
    """The first cells of a notebook, which the set-up has run."""
    cells = nbformat.read(COURSE / "td3-solution.ipynb", as_version=4).cells
    codes = [cell.source for cell in cells if cell.cell_type == "code"]
    return dict.fromkeys(codes[:4], "")


def run(kernel, cells):
    """Runs cells that must do what they should."""
    for code, shown in cells.items():
        assert shown in kernel.good(code).stdout, code


def what_was_done(cache, cells, env=None, **options):
    """Runs cells in a new kernel; what it noted of their compilations."""
    with cache.kernel(env, **options) as kernel:
        cache.log.new()
        run(kernel, cells)
        return set(cache.log.new())


# --- A cell that is remembered is the cell that was compiled ----------------------------------------------------------


@pytest.mark.parametrize("name", ["statics_and_panics", "variables", "types", "items", "values", "mistakes_and_moves"])
def test_a_cached_cell_and_a_compiled_one_cannot_be_told_apart(name, cache):
    steps = sessions.read(name)
    if name == "variables":
        steps = sessions.used_later(steps)
    bare = sessions.run(steps, cache, OFF)
    for ran in bare:
        ran.step.check(ran.output)
        assert not {"compiled", "remembered"} & set(ran.notes)
    first, second = sessions.run(steps, cache), sessions.run(steps, cache)
    for without, filling, full in zip(bare, first, second):
        assert filling.shown() == without.shown() and full.shown() == without.shown(), without.step.code
        remembered = ["remembered" if note == "compiled" else note for note in filling.notes]
        assert full.notes == remembered and "bypassed" not in remembered, f"{full.step.code}: {filling.notes}"
        assert full.step.fate != "refused" or "failed" in full.notes, full.step.code
    assert any("compiled" in ran.notes for ran in first)


def test_a_cell_that_reads_a_file_or_a_variable_of_the_environment_is_not_remembered(cache, tmp_path):
    note, code = tmp_path / "note.txt", tmp_path / "code.rs"
    for word, number in (("one", 1), ("other", 2)):
        note.write_text(word)
        code.write_text(f"40 + {number}")
        cells = {
            f'println!("{{}}", include_str!("{note}"));': word,
            f'println!("{{}}", include_bytes!("{note}").len());': str(len(word)),
            f'println!("{{}}", include!("{code}"));': str(40 + number),
            f'fn note() -> &\'static str {{ include_str!("{note}") }}': "",
            'println!("{}", note());': word,
            'println!("{}", env!("NEUROCOMP_TEST"));': f"set to {word}",
            'println!("{:?}", option_env!("NEUROCOMP_TEST"));': f"set to {word}",
        }
        assert what_was_done(cache, cells, {"NEUROCOMP_TEST": f"set to {word}"}) == {"bypassed"}


def test_an_error_keeps_no_cell(cache):
    with cache.kernel() as kernel:
        kernel.good("let kept = 1;")
        before = entries(cache.folder)
        cache.log.new()
        first, second = (kernel.run("let wrong: f64 = keptt;") for _ in range(2))
        assert set(cache.log.new()) == {"failed"} and entries(cache.folder) == before
        assert first.error == second.error and "keptt" in first.error


# --- Who shares what --------------------------------------------------------------------------------------------------


def test_two_kernels_at_once_on_one_cache(cache):
    more = {f'let both_{n} = {n}.5 * 2.0;\nprintln!("{{}}", both_{n});': f"{2 * n + 1}" for n in range(8)}
    with cache.kernel() as one, cache.kernel() as other:
        for code, shown in (CELLS | more).items():
            for kernel, cell in [(kernel, kernel.send(code)) for kernel in (one, other)]:
                output = kernel.receive(cell)
                assert output.status == "ok" and shown in output.stdout and not output.stderr, output
    assert what_was_done(cache, CELLS | more) == {"remembered"}


def test_off_neither_reads_nor_writes(cache):
    assert what_was_done(cache, CELLS) == {"compiled"}
    before, shared = entries(cache.folder), entries(SHARE / "cells")
    more = {"let never_kept_by_the_test = 0.125;": ""}
    assert what_was_done(cache, CELLS | more, OFF) == {"bypassed"}
    assert entries(cache.folder) == before and entries(SHARE / "cells") == shared


@IS_WARM
def test_cells_of_the_course_are_there_from_the_set_up(cache, course_cells):
    assert what_was_done(cache, course_cells) == {"remembered"}
    assert not entries(cache.folder), "the user's memory is for what the other one lacks"


@ONLY_ROOT
def test_two_users_have_a_cache_each_and_share_that_of_the_set_up(cache, tmp_path, course_cells):
    theirs = Cache(tmp_path / "theirs", seen_as="/mnt/cache")
    os.chown(theirs.folder, 65534, 65534)
    shared = entries(SHARE / "cells")
    assert what_was_done(cache, CELLS) == {"compiled"}
    for cells, done in [
        (course_cells, {"remembered"} if shared else {"compiled"}),
        (CELLS, {"compiled"}),  # what root has is nothing to others
        (CELLS, {"remembered"}),
    ]:
        with kernel_of_another_user(theirs.folder, theirs.environment()) as kernel:
            theirs.log.new()
            run(kernel, cells)
            assert set(theirs.log.new()) == done
    kept = entries(theirs.folder)
    assert kept and all(file.stat().st_uid == 65534 and not file.stat().st_mode & 0o077 for file in kept)
    assert entries(SHARE / "cells") == shared


@ONLY_ROOT
@pytest.mark.parametrize("owner", ["another user", "everybody"])
def test_cells_that_others_could_have_put_there_are_not_used(cache, owner):
    assert what_was_done(cache, CELLS) == {"compiled"}
    for path in [cache.folder / "neurocomp", *(cache.folder / "neurocomp").rglob("*")]:
        if owner == "another user":
            os.chown(path, 65534, 65534)
        else:
            path.chmod(0o777)
    assert what_was_done(cache, CELLS) == {"compiled"}


# --- When something goes wrong ----------------------------------------------------------------------------------------


def flip(place):
    def damage(files):
        for file in files:
            content = bytearray(file.read_bytes())
            content[place(len(content))] ^= 1
            file.write_bytes(content)

    return damage


def cut(files):
    for file in files:
        os.truncate(file, file.stat().st_size // 2)


def empty(files):
    for file in files:
        os.truncate(file, 0)


def exchange(files):
    """Whole, but each under the name of another."""
    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, contents[1:] + contents[:1]):
        file.write_bytes(content)


DAMAGES = {
    "a flipped bit at the start": flip(lambda length: 0),
    "a flipped bit in the middle": flip(lambda length: length // 2),
    "a flipped bit at the end": flip(lambda length: length - 1),
    "half a file": cut,
    "an empty file": empty,
    "files of other cells": exchange,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cell_is_compiled_again(cache, damage):
    assert what_was_done(cache, CELLS) == {"compiled"}
    DAMAGES[damage](entries(cache.folder))
    assert what_was_done(cache, CELLS) == {"compiled"}
    assert what_was_done(cache, CELLS) == {"remembered"}, "and then it is whole"


def test_a_cache_that_cannot_be_written_is_still_read(cache):
    more = {"let new_in_a_closed_cache = 0.5;": ""}
    assert what_was_done(cache, CELLS) == {"compiled"}
    before = entries(cache.folder)
    if os.geteuid() == 0:  # root may write everything but what is mounted so that nobody can
        mount = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
        options = {"started_by": ["unshare", "--mount", "sh", "-c", mount, str(cache.folder)]}
    else:
        options = {}
        for folder in [cache.folder, *(path for path in cache.folder.rglob("*") if path.is_dir())]:
            folder.chmod(0o555)
    assert what_was_done(cache, CELLS, **options) == {"remembered"}
    assert what_was_done(cache, more, **options) == {"compiled"}
    assert entries(cache.folder) == before


@ONLY_ROOT
def test_on_a_full_disk_cells_run_and_nothing_is_said(cache):
    mount = 'mount -t tmpfs -o size=64k none "$0" && exec "$@"'
    cells = {f'let full_{n} = vec![{n}.5, 1.0];\nprintln!("{{:?}}", full_{n});': f"[{n}.5, 1.0]" for n in range(8)}
    with cache.kernel(started_by=["unshare", "--mount", "sh", "-c", mount, str(cache.folder)]) as kernel:
        run(kernel, cells)
        run(kernel, cells)
        there = pathlib.Path(f"/proc/{kernel.pid}/root{cache.folder}")
        assert entries(there) and not list(there.rglob("*.part")), "a file that did not fit is taken away"
    assert set(cache.log.new()) <= {"compiled", "remembered"}


def test_no_home_and_no_cache(tmp_path):
    log = tmp_path / "cells.log"
    for folders in (
        {"XDG_CACHE_HOME": str(tmp_path / "no/such")},
        {"XDG_CACHE_HOME": "", "HOME": str(tmp_path / "gone")},
    ):
        with Kernel(env={**folders, "NEUROCOMP_CELL_LOG": str(log)}) as kernel:
            run(kernel, CELLS)
    assert set(log.read_text().split()) == {"compiled"} and [path.name for path in tmp_path.iterdir()] == ["cells.log"]


def test_a_kernel_that_is_killed_while_it_writes_spoils_nothing(cache):
    cells = {f'let killed_{n} = "{n}".repeat(3);\nprintln!("{{}}", killed_{n});': f"{n}{n}{n}" for n in range(8)}
    for code in cells:
        kernel = cache.kernel()
        before = set(cache.folder.rglob("*"))
        kernel.send(code)
        deadline = time.monotonic() + 60
        while set(cache.folder.rglob("*")) == before and time.monotonic() < deadline:
            pass  # not a moment is to be lost
        os.killpg(kernel.pid, signal.SIGKILL)
        kernel.manager.provisioner.process.wait()
        kernel.client.stop_channels()
    assert what_was_done(cache, cells) <= {"remembered", "compiled"}
    assert what_was_done(cache, cells) == {"remembered"}


def test_an_upgraded_library_uses_no_old_cells(cache, tmp_path):
    installation = Installation(tmp_path / "installed")
    program = installation.program
    assert what_was_done(cache, CELLS, program=program) == {"compiled"}
    identity = installation.library()["identity"]
    installation.change(identity="another library")
    assert what_was_done(cache, CELLS, program=program) == {"compiled"}
    installation.change(identity=identity)
    assert what_was_done(cache, CELLS, program=program) == {"remembered"}, "the old ones are no worse for it"


def test_a_linker_that_has_vanished_costs_no_cell(cache):
    with cache.kernel(OFF) as kernel:
        file = kernel.session() / "library.json"
        library = json.loads(file.read_text())
        file.write_text(json.dumps(library | {"linker": ["-Clinker=/nowhere/ld.lld", "-Clinker-flavor=ld.lld"]}))
        kernel.good("let x = 3;")
        assert kernel.good('println!("{x}");').stdout == "3\n"
        assert (kernel.session() / "target/link-with-cc").exists(), "later cells do not try in vain"


# --- The set-up -------------------------------------------------------------------------------------------------------


def test_the_set_up_s_warming_tells_what_goes_wrong_and_goes_on(cache, tmp_path):
    installation = Installation(tmp_path / "installed")
    good, bad = installation.notebook("good", CELLS), installation.notebook("bad", ["let x = nowhere;", *CELLS])
    missing = good.with_name("missing.ipynb")
    done = installation.warm("--jobs", "2", bad, missing, good)
    assert done.returncode == 0, done
    assert "cells: bad: cell 1: " in done.stderr and "nowhere" in done.stderr, done.stderr
    assert "cells: missing: FileNotFoundError" in done.stderr and "cells: 3 of 3 notebooks" in done.stderr, done.stderr
    assert not entries(cache.folder) and entries(installation.share / "cells")
    assert what_was_done(cache, CELLS, program=installation.program) == {"remembered"}
    assert not entries(cache.folder)


def test_the_set_up_s_warming_ends_in_time(tmp_path):
    installation = Installation(tmp_path / "installed")
    long = installation.notebook("long", ["loop { std::hint::spin_loop(); }"])
    begin = time.monotonic()
    done = installation.warm("--jobs", "1", "--seconds", "5", long, installation.notebook("after", CELLS))
    assert done.returncode == 0 and time.monotonic() - begin < 25
    assert "cells: 0 of 2 notebooks" in done.stderr and "cells: 2 left out" in done.stderr, done.stderr


# --- What it costs ----------------------------------------------------------------------------------------------------


def test_the_hundredth_cell_is_as_quick_as_the_tenth(cache):
    def cell(n):
        return (
            f"#[derive(Debug, Clone)]\nstruct Item{n} {{ x: f64 }}\n"
            f"impl Item{n} {{\n    fn double(&self) -> f64 {{ 2.0 * self.x }}\n}}\n"
            f"fn make{n}(x: f64) -> Item{n} {{ Item{n} {{ x }} }}\n"
            f'let item{n} = make{n}({n}.0);\nprintln!("{{}}", item{n}.double());'
        )

    def cost(kernel, n):
        before = kernel.processor_seconds()
        assert kernel.good(cell(n)).stdout == f"{2 * n}\n"
        return kernel.processor_seconds() - before

    with cache.kernel(OFF) as young, cache.kernel(OFF) as old:
        for n in range(99):
            old.good(cell(n))
        for n in range(9):
            young.good(cell(n))
        # One after the other, so that a busy machine is busy for both.
        ratios = [cost(old, n) / cost(young, n) for n in range(200, 209)]
    assert statistics.median(ratios) < 1.15, ratios


@pytest.fixture(scope="module")
def completed(tmp_path_factory):
    """A kernel that was asked for completion: its processes before, and the time of the question."""
    with Cache(tmp_path_factory.mktemp("completed")).kernel() as kernel:
        kernel.good("use neurocomp::prelude::*;\nlet neuron = Lif::new(LifParams::default()).unwrap();")
        before, memory = kernel.analyzers(), kernel.memory()
        begin = time.monotonic()
        matches = kernel.complete("neuron.simu")
        yield kernel, before, memory, matches, time.monotonic() - begin


def test_completion_has_a_process_of_its_own_from_the_first_question_on(completed):
    kernel, before, memory, matches, seconds = completed
    assert not before, "nobody has asked"
    assert "simulate_noisy" in " ".join(matches) and seconds < 20
    assert len(kernel.analyzers()) == 1 and kernel.memory() > memory + 50e6
    asked_again = time.monotonic()
    assert any(match.startswith("rheobase") for match in kernel.complete("neuron.rheo"))
    assert time.monotonic() - asked_again < max(2, seconds / 2), "now it is loaded"
    kernel.good("let width = 3.5;")
    assert "width" in kernel.complete("widt"), "variables that came meanwhile are known"
    assert "LifParams" in kernel.inspect("Lif::new")


def test_the_process_of_the_completion_ends_when_nobody_asks(completed):
    kernel, _, memory, *_ = completed
    since = time.monotonic() - kernel.asked
    wait_until(lambda: not kernel.analyzers(), 60 - since, "ended")
    assert kernel.memory() < memory + 20e6, "the memory is given back"
    assert "simulate_noisy" in " ".join(kernel.complete("neuron.simu")), "and whoever asks again gets an answer"
