"""Records what rustc says of beginners' mistakes in the real kernel, for the tests of `src/advice`.

    .venv/bin/python crates/neurocomp-kernel/recorded/record.py [NAME ...]

`cells.json` holds the mistakes: cells that run before, and the one that fails. A new version of rustc may say things in
other words: record again, then `NEUROCOMP_RENEW_LINES=1 cargo test --release -p neurocomp-kernel`, and read the changes of
`lines.md`.
"""

import json
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "xtask/python/tests"))

from kernel import Kernel  # noqa: E402

# Stands between the kernel and rustc. Where the folder "on" exists, it keeps the source and what rustc says of it.
WRAPPER = """#!/bin/sh
if [ -d '{folder}/on' ]; then
    cp src/lib.rs '{folder}/source'
    '{rustc}' "$@" 2> '{folder}/messages'
    code=$?
    cat '{folder}/messages' >&2
    exit $code
fi
exec '{rustc}' "$@"
"""
# What the tests do not read, or what changes from run to run.
UNREAD = {
    "$message_type", "byte_end", "byte_start", "column_end", "column_start", "def_site_span", "explanation",
    "macro_decl_name", "rendered", "suggestion_applicability",
}


def main(names):
    cells = json.loads((HERE / "cells.json").read_text())
    file = HERE / "messages.json"
    recorded = json.loads(file.read_text()) if names else {}
    with tempfile.TemporaryDirectory() as folder, Kernel() as kernel:
        folder = pathlib.Path(folder)
        put_between(kernel, folder)
        for name in names or cells:
            recorded[name] = record(kernel, folder, cells[name])
            print(name, len(recorded[name]["messages"]), flush=True)
    lines = [f"{json.dumps(name)}: {json.dumps(recorded[name], ensure_ascii=False)}" for name in sorted(recorded)]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def put_between(kernel, folder):
    record = kernel.session() / "library.json"
    library = json.loads(record.read_text())
    wrapper = folder / "rustc"
    wrapper.write_text(WRAPPER.format(folder=folder, rustc=library["rustc"]))
    wrapper.chmod(0o755)
    record.write_text(json.dumps(library | {"rustc": str(wrapper)}))


def record(kernel, folder, cell):
    kernel.run(":clear")
    (kernel.session() / "gone").write_text("")
    for source in ["src/lib.rs", "last.rs"]:  # which are of the mistake before
        (kernel.session() / "target/cell" / source).unlink(missing_ok=True)
    for code in cell["before"]:
        kernel.run(code)
    (folder / "on").mkdir()
    (folder / "messages").write_text("")
    output = kernel.run(cell["cell"])
    (folder / "on").rmdir()
    assert output.status == "error", f"does not fail: {cell}"
    gone, last = kernel.session() / "gone", kernel.session() / "target/cell/last.rs"
    messages = [json.loads(line) for line in (folder / "messages").read_text().splitlines() if line.startswith("{")]
    messages = [message for message in messages if message["spans"]]  # the others only count them
    return {
        "earlier": cell["before"],
        "cell": cell["cell"],
        "gone": gone.read_text(),
        "last": without_store(last.read_text()) if last.exists() else "",
        "source": without_store((folder / "source").read_text()),
        "messages": [read(message) for message in messages],
    }


def without_store(source):
    """The lines of the library are long and say nothing; their number must stay."""
    return "\n".join(line if not line.startswith("pub use neurocomp::") else "" for line in source.split("\n"))


def read(part):
    """A message without what the tests do not read: so they stay small."""
    if isinstance(part, list):
        return [read(value) for value in part]
    if not isinstance(part, dict):
        return part
    kept = {key: read(value) for key, value in part.items() if key not in UNREAD and value is not None}
    if kept.get("file_name", "src/lib.rs") != "src/lib.rs":
        kept["text"] = []
    if kept.get("message", "").startswith("the following other types implement trait"):
        kept["spans"] = []
    return kept


if __name__ == "__main__":
    main(sys.argv[1:])
