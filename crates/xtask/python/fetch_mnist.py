"""Fetches MNIST from one of several mirrors, checks it, and leaves nothing half done.

`cargo xtask data mnist` runs this: `python fetch_mnist.py TABLE FOLDER [MIRROR …]`. TABLE is datasets/mnist.json.

A file is fetched into `NAME.gz.part`. If the connection breaks, the next attempt, also that of a later run, asks for the
rest only. When it is whole it is unpacked in memory and its length and SHA-256 are compared; only then does it get its name.
"""

import gzip
import hashlib
import json
import sys
import zlib
from pathlib import Path

import httpx
from tqdm import tqdm

TIMEOUT = httpx.Timeout(20.0)  # seconds without a single byte
ATTEMPTS = 3  # at each mirror
MOST = 100_000_000  # bytes; nothing here is as long


class Refused(Exception):
    """A mirror that gives something else, or nothing."""


def main(table, folder, *mirrors):
    table = json.loads(Path(table).read_text(encoding="utf-8"))
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with httpx.Client(timeout=TIMEOUT, follow_redirects=True) as client:
            for file in table["files"]:
                provide(client, file, folder, mirrors or table["mirrors"])
    except Refused as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; what was fetched is kept, and the next run goes on from there", file=sys.stderr)
        return 130
    print(f"MNIST is in {folder}.")
    return 0


def provide(client, file, folder, mirrors):
    """Makes sure that a file is there, and the right one."""
    target = folder / f"{file['name']}.gz"
    if target.exists():
        if (fault := fault_in(target, file)) is None:
            print(f"{target.name}: already here, checked")
            return
        print(f"{target.name}: {fault}; it is fetched again")
    partial = folder / f"{target.name}.part"
    problems = []
    for mirror in mirrors:
        for _ in range(ATTEMPTS):
            try:
                fetch(client, mirror.rstrip("/") + "/" + target.name, partial)
            except httpx.HTTPError as error:
                problems.append(f"{mirror}: {type(error).__name__}: {error}")
                continue
            except Refused as error:
                problems.append(f"{mirror}: {error}")
                break
            if (fault := fault_in(partial, file)) is None:
                partial.replace(target)
                return
            partial.unlink()  # not the right one: nothing of it may be taken for a beginning
            problems.append(f"{mirror}: {fault}")
            break
    raise Refused(
        f"{target.name} could not be fetched:\n  " + "\n  ".join(dict.fromkeys(problems))
        + "\nIs there a network? You can also put the four files into a folder and name it in NEUROCOMP_DATA."
    )


def fetch(client, url, partial):
    """Fetches a file, or what is missing of it, with a progress bar."""
    have = partial.stat().st_size if partial.exists() else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    # Compressed files are wanted as they are.
    headers["Accept-Encoding"] = "identity"
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == 416:  # nothing is missing
            return
        if response.status_code not in (200, 206):
            raise Refused(f"answered {response.status_code} {response.reason_phrase}")
        if response.status_code == 200:
            have = 0  # a server that knows no ranges begins anew
        length = int(response.headers.get("Content-Length", 0)) + have
        with (
            open(partial, "ab" if have else "wb") as out,
            tqdm(total=length or None, initial=have, unit="B", unit_scale=True, desc=partial.stem) as bar,
        ):
            for piece in response.iter_raw():  # as it arrives: what has come is kept if the rest does not
                out.write(piece)
                bar.update(len(piece))
                if out.tell() > MOST:
                    raise Refused("the file does not end")
        if length and partial.stat().st_size < length:
            raise httpx.RemoteProtocolError("the connection ended before the file did")


def fault_in(path, file):
    """What is wrong with a packed file; None if nothing is."""
    try:
        with gzip.open(path) as packed:
            contents = packed.read(file["length"] + 1)
    except (OSError, EOFError, zlib.error) as error:
        return f"is damaged ({error})"
    if len(contents) != file["length"]:
        return f"has the wrong length: expected {file['length']} bytes unpacked, received {len(contents)}"
    received = hashlib.sha256(contents).hexdigest()
    if received != file["sha256"]:
        return f"has the wrong SHA-256: expected {file['sha256']}, received {received}"
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
