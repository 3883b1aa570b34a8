"""``python -m drawgen demo FOLDER`` and ``python -m drawgen many FOLDER --count N``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .bulk import write_many
from .demo import write_demo
from .folder import TRUTH


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status comes back."""
    parser = argparse.ArgumentParser(prog="drawgen", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    demo = commands.add_parser("demo", help="the bundled demo drawings, good and broken ones")
    demo.add_argument("folder", type=Path)
    many = commands.add_parser("many", help="any number of random drawings")
    many.add_argument("folder", type=Path)
    many.add_argument("--count", type=int, default=300)
    many.add_argument("--seed", type=int, default=1)
    many.add_argument("--segments", type=_span, default=(500, 3000), metavar="FROM:TO")
    many.add_argument("--pages", type=_span, default=(1, 1), metavar="FROM:TO")
    asked = parser.parse_args(arguments)
    if asked.command == "demo":
        written = write_demo(asked.folder)
    else:
        written = write_many(asked.folder, asked.count, asked.seed, asked.segments, asked.pages)
    known = json.loads((asked.folder / TRUTH).read_text("utf-8"))
    done = "written" if written else "already there"
    print(f"{len(known['files'])} drawings {done} in {asked.folder}, truth in {TRUTH}")
    return 0


def _span(text: str) -> tuple[int, int]:
    """``5`` or ``2:9`` as a pair of whole numbers."""
    first, _, last = text.partition(":")
    span = int(first), int(last or first)
    if not 0 <= span[0] <= span[1]:
        raise argparse.ArgumentTypeError(f"not FROM:TO with 0 <= FROM <= TO: {text}")
    return span


if __name__ == "__main__":
    sys.exit(main())
