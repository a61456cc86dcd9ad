"""A Jupyter client for the tests: starts a kernel, runs cells, and tells what a student would have seen."""

import dataclasses
import json
import os
import pathlib
import re
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

# What is the first cell of every notebook.
PRELUDE = "use neurocomp::prelude::*;"
SHARE = pathlib.Path(sys.prefix) / "share/neurocomp"
# The notebooks of one language; the code of the other is the same but for its strings.
COURSE = pathlib.Path(__file__).resolve().parents[4] / "notebooks/en"


@dataclasses.dataclass
class Output:
    """What one cell showed."""

    seconds: float
    status: str
    stdout: str = ""
    stderr: str = ""
    # What is read below a cell that failed (its traceback), the kind of failure, and the one plain line for programs.
    error: str = ""
    error_name: str = ""
    error_value: str = ""
    data: dict = dataclasses.field(default_factory=dict)
    count: int | None = None
    reply: dict = dataclasses.field(default_factory=dict)
    # The kinds of messages in their order, without the cell's code and `status`.
    kinds: list = dataclasses.field(default_factory=list, compare=False)
    # What came meanwhile as the output of other cells.
    foreign: list = dataclasses.field(default_factory=list, compare=False)

    @property
    def all_text(self):
        return self.stdout + self.stderr + self.error + self.data.get("text/plain", "")


class Kernel:
    """A running kernel. Use it in a `with`: leaving it shuts the kernel down as JupyterLab does."""

    def __init__(self, name="neurocomp", cwd=None, env=None, ready_timeout=120, started_by=(), program=None):
        self.manager = KernelManager(kernel_name=name)
        if program:
            self.manager.kernel_spec.argv[0] = str(program)
        self.manager.kernel_spec.argv[:0] = started_by
        environment = dict(os.environ, **(env or {}))
        started = time.perf_counter()
        self.manager.start_kernel(cwd=str(cwd) if cwd else None, env=environment)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=ready_timeout)
        self.start_seconds = time.perf_counter() - started
        self.pid = self.manager.provisioner.process.pid
        # When completion or documentation was last asked for.
        self.asked = 0.0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shut_down()

    def shut_down(self):
        """As the menu entry does: asks, waits, and kills only what does not end."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)

    def send(self, code, **options):
        """Starts a cell and returns at once. A cell that reads a line is told that nobody answers, as nbconvert does."""
        return self.client.execute(code, **{"allow_stdin": False, **options})

    def receive(self, message_id, timeout=300):
        """Waits for the end of a cell."""
        started = time.perf_counter()
        output = Output(0.0, "?")
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            kind, content = message["msg_type"], message["content"]
            if message["parent_header"].get("msg_id") != message_id:
                if kind not in ("status", "execute_input"):
                    output.foreign.append(message)
                continue
            if kind == "status":
                if content["execution_state"] == "idle":
                    break
                continue
            if kind == "execute_input":
                output.count = content["execution_count"]
                continue
            output.kinds.append(kind)
            if kind == "stream":
                setattr(output, content["name"], getattr(output, content["name"]) + content["text"])
            elif kind in ("execute_result", "display_data"):
                output.data.update(content["data"])
            elif kind == "error":
                output.error += "\n".join(content["traceback"]) + "\n"
                output.error_name, output.error_value = content["ename"], content["evalue"]
        output.reply = self.answer(message_id, timeout)["content"]
        output.seconds = time.perf_counter() - started
        output.status = output.reply["status"]
        return output

    def wait_for_output(self, message_id, timeout=120):
        """Waits until a cell has printed something, which says that it is no longer being compiled."""
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == "stream":
                return

    def run(self, code, timeout=300, **options):
        """Runs a cell to its end."""
        return self.receive(self.send(code, **options), timeout)

    def run_all(self, codes, **options):
        """Sends all cells at once, as Run All does, and waits for the last."""
        return [self.receive(cell) for cell in [self.send(code, **options) for code in codes]]

    def good(self, code, timeout=300):
        """Runs a cell that must show no error of any kind."""
        output = self.run(code, timeout)
        assert output.status == "ok" and not output.error and not output.stderr, f"{code}\n{output}"
        return output

    def interrupt(self):
        self.manager.interrupt_kernel()

    def processes(self):
        """The kernel's process and all below it."""
        kernel = psutil.Process(self.pid)
        return [kernel, *kernel.children(recursive=True)]

    def processor_seconds(self):
        """What the kernel has used so far, with all processes below it that live or have ended."""
        times = [process.cpu_times() for process in self.processes()]
        return sum(time.user + time.system + time.children_user + time.children_system for time in times)

    def memory(self):
        """Resident memory of all processes, in bytes."""
        return sum(process.memory_info().rss for process in self.processes())

    def supervisor(self):
        """The process between the kernel's and the one that runs the cells."""
        return next(process for process in psutil.Process(self.pid).children() if process.children())

    def cells_process(self):
        """The process that runs the cells."""
        return self.supervisor().children()[0]

    def compilers(self):
        """The calls of rustc that are running."""
        return [process for process in self.processes() if name(process) == "rustc"]

    def analyzers(self):
        """The processes in which rust-analyzer lives."""
        return [process for process in self.processes() if is_analyzer(process)]

    def session(self):
        """The kernel's private directory."""
        return pathlib.Path(psutil.Process(self.pid).environ()["NEUROCOMP_SESSION"])

    def complete(self, code, cursor=None):
        """What Tab offers."""
        message = self.client.complete(code, len(code) if cursor is None else cursor)
        return self._help(message)["matches"]

    def inspect(self, code, cursor=None):
        """What Shift-Tab shows."""
        message = self.client.inspect(code, len(code) if cursor is None else cursor)
        return json.dumps(self._help(message)["data"], ensure_ascii=False)

    def _help(self, message_id):
        content = self.answer(message_id)["content"]
        self.asked = time.monotonic()
        return content

    def request(self, kind, content=None, channel="shell"):
        """Sends a request of any kind and gives the whole answer."""
        message = self.client.session.msg(kind, content or {})
        getattr(self.client, f"{channel}_channel").send(message)
        return self.answer(message["header"]["msg_id"], channel=channel)

    def answer(self, message_id, timeout=60, channel="shell"):
        """Waits for the answer to a request."""
        while True:
            reply = getattr(self.client, f"get_{channel}_msg")(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message_id:
                return reply


AS_ANOTHER_USER = """
set -e
mount -t tmpfs none /mnt
mkdir /mnt/toolchain /mnt/neurocomp /mnt/home /mnt/cache
mount --bind "$TOOLCHAIN" /mnt/toolchain
mount --bind "$SHARE" /mnt/neurocomp
if [ -n "$CACHE" ]; then mount --bind "$CACHE" /mnt/cache; fi
cp "$2" /mnt/home/connection.json
chown -R 65534:65534 /mnt/home
cd /mnt/home
export HOME=/mnt/home PATH=/mnt/toolchain/bin:/usr/bin:/bin
exec setpriv --reuid=65534 --regid=65534 --clear-groups \\
    /mnt/neurocomp/bin/neurocomp-kernel --control_file /mnt/home/connection.json
"""


def kernel_of_another_user(cache="", env=None):
    """A kernel of `nobody`, who reads the library and a toolchain elsewhere. Only root can start it. The folder
    `cache`, which that user can reach in no other way, is /mnt/cache there."""
    rustc = pathlib.Path(json.loads((SHARE / "library.json").read_text())["rustc"])
    folders = {"SHARE": str(SHARE), "TOOLCHAIN": str(rustc.parent.parent), "CACHE": str(cache)}
    # The kernel's own command follows: its path is $0, and "--control_file" and the file are $1 and $2.
    return Kernel(started_by=["unshare", "--mount", "sh", "-c", AS_ANOTHER_USER], env={**folders, **(env or {})})


class CellLog:
    """What the kernel notes of each compilation in the file that NEUROCOMP_CELL_LOG names."""

    def __init__(self, file):
        self.file = file
        self._read = 0

    def new(self):
        """The lines since the last call."""
        text = self.file.read_text() if self.file.exists() else ""
        new, self._read = text[self._read :], len(text)
        return new.split()


def plain(text):
    """Without colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def is_analyzer(process):
    try:
        return "EVCXR_IS_ANALYZER" in process.environ()
    except psutil.Error:  # it ended meanwhile
        return False


def name(process):
    try:
        return process.name()
    except psutil.Error:  # it ended meanwhile
        return ""


def is_gone(process):
    """Whether it has ended; who started it may not have asked how."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def wait_until(condition, seconds, what):
    """Waits until `condition()` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"after {seconds} s: not yet {what}"
        time.sleep(0.05)
