"""fetch_mnist.py against servers that answer, stop in the middle, lie, or are not there."""

import gzip
import hashlib
import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "fetch_mnist.py"
CONTENTS = {
    "first": bytes(range(256)) * 4000,
    "second": b"labels" * 100,
}


class Mirror(BaseHTTPRequestHandler):
    """Serves packed files; `fault` says how it misbehaves."""

    packed = {f"/{name}.gz": gzip.compress(contents, 1, mtime=0) for name, contents in CONTENTS.items()}
    fault = None
    ranges = []

    def do_GET(self):
        body = self.packed.get(self.path)
        if body is None or self.fault == "gone":
            self.send_error(404)
            return
        if self.fault == "other":
            body = gzip.compress(b"x" * len(body))
        if self.fault == "damaged":
            body = body[:200] + bytes([body[200] ^ 1]) + body[201:]
        begin = 0
        if wanted := self.headers.get("Range"):
            self.ranges.append((self.path, wanted))
            begin = int(wanted.removeprefix("bytes=").rstrip("-"))
            if begin >= len(body):
                self.send_error(416)
                return
        self.send_response(206 if begin else 200)
        self.send_header("Content-Length", str(len(body) - begin))
        self.end_headers()
        rest = body[begin:]
        if self.fault == "stops" and begin == 0:
            rest = rest[: len(rest) // 2]
        self.wfile.write(rest)

    def log_message(self, *_):
        pass


@pytest.fixture
def mirror():
    """Starts mirrors; each is told its fault."""
    servers = []

    def start(fault=None):
        handler = type("Own", (Mirror,), {"fault": fault, "ranges": []})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        server.url = f"http://127.0.0.1:{server.server_port}/"
        server.ranges = handler.ranges
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def table(tmp_path):
    files = [
        {"name": name, "length": len(contents), "sha256": hashlib.sha256(contents).hexdigest()}
        for name, contents in CONTENTS.items()
    ]
    path = tmp_path / "table.json"
    path.write_text(json.dumps({"mirrors": [], "files": files}))
    return path


def fetch(table, folder, *mirrors):
    command = [sys.executable, SCRIPT, table, folder, *(mirror.url for mirror in mirrors)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def assert_complete(folder):
    assert sorted(path.name for path in folder.iterdir()) == ["first.gz", "second.gz"]
    for name, contents in CONTENTS.items():
        assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == contents


def test_files_arrive_and_are_not_fetched_twice(mirror, table, tmp_path):
    server = mirror()
    folder = tmp_path / "with spaces é"
    assert fetch(table, folder, server).returncode == 0
    assert_complete(folder)
    server.shutdown()
    again = fetch(table, folder, server)
    assert again.returncode == 0 and "already here, checked" in again.stdout


def test_a_connection_that_breaks_is_taken_up_where_it_broke(mirror, table, tmp_path):
    server = mirror("stops")
    result = fetch(table, tmp_path / "data", server)
    assert result.returncode == 0, result.stderr
    assert_complete(tmp_path / "data")
    assert any(path == "/first.gz" and not wanted.startswith("bytes=0-") for path, wanted in server.ranges)


@pytest.mark.parametrize("fault", ["gone", "other", "damaged"])
def test_a_mirror_that_fails_gives_way_to_the_next(mirror, table, tmp_path, fault):
    result = fetch(table, tmp_path / "data", mirror(fault), mirror())
    assert result.returncode == 0, result.stderr
    assert_complete(tmp_path / "data")


@pytest.mark.parametrize(
    ("fault", "said"), [("gone", "404"), ("other", "wrong length"), ("damaged", "damaged")]
)
def test_without_a_good_mirror_no_file_stays_and_the_reason_is_told(mirror, table, tmp_path, fault, said):
    server = mirror(fault)
    result = fetch(table, tmp_path / "data", server)
    assert result.returncode == 1
    assert "first.gz could not be fetched" in result.stderr and said in result.stderr, result.stderr
    assert server.url in result.stderr and "NEUROCOMP_DATA" in result.stderr and "Traceback" not in result.stderr
    assert list((tmp_path / "data").iterdir()) == []


def test_no_server_at_all_is_told(mirror, table, tmp_path):
    server = mirror()
    server.shutdown()
    server.server_close()
    result = fetch(table, tmp_path / "data", server)
    assert result.returncode == 1 and "ConnectError" in result.stderr


def test_a_file_that_was_damaged_on_disk_is_fetched_again(mirror, table, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "first.gz").write_bytes(b"not packed at all")
    result = fetch(table, folder, mirror())
    assert result.returncode == 0 and "fetched again" in result.stdout
    assert_complete(folder)


def test_a_checksum_that_differs_is_told_with_both_values(mirror, table, tmp_path):
    wrong = json.loads(table.read_text())
    wrong["files"][1]["sha256"] = "0" * 64
    table.write_text(json.dumps(wrong))
    result = fetch(table, tmp_path / "data", mirror())
    assert result.returncode == 1
    assert "0" * 64 in result.stderr and hashlib.sha256(CONTENTS["second"]).hexdigest() in result.stderr
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["first.gz"]
