"""What the second reading of suspect tables is worth: won, made right, made wrong, silent, cost.

    PYTHONPATH=workflow python benchmarks/second.py [--generated 400] [--seed 1] [--list]
    PYTHONPATH=workflow python benchmarks/second.py --drawings DIR      (PDFs with a truth.json)
    ... --habit touching     all random lists with one rare habit

Every drawing is read without and with second readings, and both are held against what is printed:
random drawings table by table, all printed columns, sections and TOTAL included; the drawings of a
folder page by page (scoring.py has the rules). "silent" are wrong tables that are not suspect.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bomflow.extract import document
from bomflow.extract.settings import ReadSettings
from drawgen.randomise import HABITS
from generated import chosen, draw
from measure import table
from peers import reading_of
from scoring import score_page
from verdicts import Drawing, error, pairs

HEADER = [
    "tables", "read again", "second won", "wrong -> right", "right -> wrong", "wrong -> wrong",
    "right -> right", "silent before", "silent after", "CPU s a drawing read again",
]  # fmt: skip
Record = dict[str, Any]


class State(NamedTuple):
    """One table (or page) as it was read: what is wrong, whether it says so, by which reading."""

    wrong: str
    suspect: bool
    second: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--generated", type=int, default=400, help="random drawings to read")
    parser.add_argument("--drawings", type=Path, help="PDFs with a truth.json beside them")
    parser.add_argument("--habit", default="", choices=sorted(HABITS), help="that all lists have")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--list",
        action="store_true",
        help="name the tables that changed hands or are wrong in silence",
    )
    options = parser.parse_args()
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        if options.drawings:
            pages = json.loads((options.drawings / "truth.json").read_text("utf-8"))["pages"]
            files = sorted({page["file"] for page in pages})
            results = pool.map(partial(of_folder, options.drawings, pages), files, chunksize=1)
        else:
            work = partial(of_generated, options.seed, options.habit)
            results = pool.map(work, range(options.generated), chunksize=4)
    counts: Counter[str] = Counter()
    for name, states, seconds in results:
        counts.update(count(states))
        counts["drawings again"] += seconds > 0
        counts["ms"] += round(1000 * seconds)
        for before, after in states if options.list else ():
            if after.second:
                print(f"{name}: {before.wrong or 'right'} -> {after.wrong or 'right'}")
            elif after.wrong and not after.suspect:
                print(f"{name}: silent, {after.wrong}")
    each = counts["ms"] / 1000 / max(counts["drawings again"], 1)
    print(table(HEADER, [[*(str(counts[key]) for key in HEADER[:-1]), f"{each:.2f}"]]))


def of_generated(seed: int, habit: str, index: int) -> tuple[str, list[tuple[State, State]], float]:
    """Random drawing ``index``: each drawn table before and after, CPU seconds of the second."""
    data, truth = draw(seed, index, habits=chosen(habit, index))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "drawing.pdf")
        path.write_bytes(data)
        before, after, seconds = read_twice(path)
    wanted = truth.record("drawing.pdf")
    states = zip(table_states(before, wanted), table_states(after, wanted), strict=True)
    return f"drawing {index}", list(states), seconds


def of_folder(
    folder: Path, pages: list[dict[str, Any]], file: str
) -> tuple[str, list[tuple[State, State]], float]:
    """One drawing of a folder: each page before and after, CPU seconds of the second reading."""
    before, after, seconds = read_twice(folder / file)
    own = [page for page in pages if page["file"] == file]
    return file, [(page_state(before, p), page_state(after, p)) for p in own], seconds


def read_twice(path: Path) -> tuple[Record, Record, float]:
    """The record without and with second readings, and the CPU seconds that these took."""
    seconds = 0.0
    read_suspects: Callable[..., None] = document._read_suspects

    def timed(*arguments: Any) -> None:
        nonlocal seconds
        started = time.process_time()
        read_suspects(*arguments)
        seconds += time.process_time() - started

    try:
        document._read_suspects = lambda *_: None
        before = document.read_document(str(path), ReadSettings())
        document._read_suspects = timed
        return before, document.read_document(str(path), ReadSettings()), seconds
    finally:
        document._read_suspects = read_suspects


def table_states(record: Record, truth: dict[str, Any]) -> list[State]:
    """Each drawn table; one that is not found at all is wrong and silent in both."""
    tables = [found for found in record["tables"] if found["rows"]]
    states = []
    for wanted, parts in pairs(Drawing("", tables, {}, truth)):
        if wanted is None:
            continue
        if not parts:
            states.append(State("not found", suspect=False, second=False))
            continue
        rows = [row for part in parts for row in part["rows"]]
        states.append(state(error(wanted, {**parts[-1], "rows": rows}), parts))
    return states


def page_state(record: Record, truth: dict[str, Any]) -> State:
    reading = reading_of(record, truth["page"])
    wrong = "wrong" if score_page(truth, reading)["wrong pages"] else ""
    return state(wrong, [t for t in record["tables"] if t["page"] == truth["page"]])


def state(wrong: str, parts: Iterable[Record]) -> State:
    parts = list(parts)
    return State(
        wrong,
        any(part["check_status"] == "suspect" for part in parts),
        any(part["reading"] == "pdfplumber" for part in parts),
    )


def count(states: Iterable[tuple[State, State]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for before, after in states:
        counts["tables"] += 1
        counts["read again"] += before.suspect
        counts["silent before"] += bool(before.wrong) and not before.suspect
        counts["silent after"] += bool(after.wrong) and not after.suspect
        if after.second:
            names = ["wrong" if one.wrong else "right" for one in (before, after)]
            counts["second won"] += 1
            counts[" -> ".join(names)] += 1
    return counts


if __name__ == "__main__":
    main()
