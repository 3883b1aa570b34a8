"""How many pages the drawings have, told before work starts: counted in some of them.

In a process of its own with limits: a drawing that crashes the engine or keeps it busy must not
touch the run that is about to start.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence

SAMPLE = 200  # drawings; twice as many would tell little more
TIMEOUT_S = 3.0
LIMIT_MB = 512


def describe_pages(paths: Sequence[str]) -> str:
    """Say how many pages the PDFs at ``paths`` have, roughly if there are many; '' if none opens.

    Takes ``TIMEOUT_S`` seconds at most; what was counted until then is what the estimate rests on.
    """
    sample = list(paths)
    if len(sample) > SAMPLE:
        sample = random.Random(0).sample(sample, SAMPLE)  # the same each time the run is started
    counts = _count(sample)
    opened = [pages for pages in counts if pages]
    if not opened:
        return ""
    if len(counts) < len(paths):
        about = round(sum(opened) / len(counts) * len(paths))
        return f"about {about:,} pages (counted in {len(counts):,} of them)"
    told = f"{sum(opened):,} page{'' if sum(opened) == 1 else 's'}"
    closed = len(counts) - len(opened)
    return told + (f" ({closed:,} of them cannot be opened)" if closed else "")


def _count(paths: Sequence[str]) -> list[int]:
    """The pages of each PDF, 0 where it cannot be opened; fewer than asked for if time runs out."""
    # -P: the current folder is one of results, nothing is imported from there.
    command = [sys.executable, "-P", "-m", "bomflow.page_count"]
    given = "\0".join(paths).encode("utf-8", "surrogateescape")
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=TIMEOUT_S, check=False
        ).stdout
    except subprocess.TimeoutExpired as late:
        done = late.stdout or b""
    except OSError:  # no process to be had: a run that cannot start any will say so itself
        return []
    return [int(line) for line in done.splitlines(keepends=True) if line.endswith(b"\n")]


def main() -> None:
    """Print the page count of each path on standard input (separated by NUL), a line each."""
    # Imported here: the run that asks has no use for the engine.
    from bomflow.errors import ExtractionError
    from bomflow.extract.limits import die_with_parent, limit_memory
    from bomflow.page.pdf import open_document

    die_with_parent()
    limit_memory(LIMIT_MB)
    for path in sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\0"):
        try:
            if not os.path.isfile(path):  # opening a pipe waits for somebody to write
                raise FileNotFoundError(path)
            with open_document(path) as document:
                pages = document.page_count
        except (ExtractionError, MemoryError, OSError):
            pages = 0
        print(pages, flush=True)


if __name__ == "__main__":
    main()
