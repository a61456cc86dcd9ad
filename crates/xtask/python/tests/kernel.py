"""A Jupyter client for the tests: starts a kernel, runs cells, and tells what a student would have seen."""

import dataclasses
import json
import os
import pathlib
import queue
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

SHARE = pathlib.Path(sys.prefix) / "share/neurocomp"


@dataclasses.dataclass
class Output:
    """What one cell showed."""

    seconds: float
    status: str
    stdout: str = ""
    stderr: str = ""
    error: str = ""
    data: dict = dataclasses.field(default_factory=dict)

    @property
    def all_text(self):
        return self.stdout + self.stderr + self.error + self.data.get("text/plain", "")


class Kernel:
    """A running kernel. Use it in a `with`: leaving it shuts the kernel down as JupyterLab does."""

    def __init__(self, name="neurocomp", cwd=None, env=None, ready_timeout=120, started_by=()):
        self.manager = KernelManager(kernel_name=name)
        self.manager.kernel_spec.argv[:0] = started_by
        environment = dict(os.environ, **(env or {}))
        started = time.perf_counter()
        self.manager.start_kernel(cwd=str(cwd) if cwd else None, env=environment)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=ready_timeout)
        self.start_seconds = time.perf_counter() - started
        self.pid = self.manager.provisioner.process.pid
        # What appeared on stderr under cells that were no longer waited for.
        self.late_stderr = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shut_down()

    def shut_down(self):
        """As the menu entry does: asks, waits, and kills only what does not end."""
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)

    def send(self, code):
        """Starts a cell and returns at once."""
        return self.client.execute(code)

    def receive(self, message_id, timeout=300):
        """Waits for the end of a cell."""
        started = time.perf_counter()
        output = Output(0.0, "?")
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != message_id:
                self._keep_late(message)
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                setattr(output, content["name"], getattr(output, content["name"]) + content["text"])
            elif kind in ("execute_result", "display_data"):
                output.data.update(content["data"])
            elif kind == "error":
                output.error += content["evalue"] + "\n" + "\n".join(content["traceback"]) + "\n"
            elif kind == "status" and content["execution_state"] == "idle":
                break
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message_id:
                break
        output.seconds = time.perf_counter() - started
        output.status = reply["content"]["status"]
        return output

    def late_messages(self, word, seconds):
        """What appeared on stderr under earlier cells, as soon as the word is in it or the time is over."""
        deadline = time.monotonic() + seconds
        while word not in self.late_stderr and time.monotonic() < deadline:
            try:
                self._keep_late(self.client.get_iopub_msg(timeout=0.2))
            except queue.Empty:
                pass
        return self.late_stderr

    def _keep_late(self, message):
        if message["msg_type"] == "stream" and message["content"]["name"] == "stderr":
            self.late_stderr += message["content"]["text"]

    def wait_for_output(self, message_id, timeout=120):
        """Waits until a cell has printed something, which says that it is no longer being compiled."""
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") == message_id and message["msg_type"] == "stream":
                return

    def run(self, code, timeout=300):
        """Runs a cell to its end."""
        return self.receive(self.send(code), timeout)

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

    def session(self):
        """The kernel's private directory."""
        return pathlib.Path(psutil.Process(self.pid).environ()["NEUROCOMP_SESSION"])

    def complete(self, code, cursor=None):
        """What Tab offers."""
        message = self.client.complete(code, len(code) if cursor is None else cursor)
        return self._reply(message)["matches"]

    def inspect(self, code, cursor=None):
        """What Shift-Tab shows."""
        message = self.client.inspect(code, len(code) if cursor is None else cursor)
        return json.dumps(self._reply(message)["data"], ensure_ascii=False)

    def _reply(self, message_id, timeout=60):
        while True:
            reply = self.client.get_shell_msg(timeout=timeout)
            if reply["parent_header"].get("msg_id") == message_id:
                return reply["content"]


def wait_until(condition, seconds, what):
    """Waits until `condition()` holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"after {seconds} s: not yet {what}"
        time.sleep(0.05)
