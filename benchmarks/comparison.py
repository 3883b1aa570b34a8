#!/usr/bin/env python3
"""This project beside other table readers: the same pages, the same header mapping, the same score.

    pip install -e .[bench]                      (camelot, tabula, PyMuPDF; tabula needs Java)
    python benchmarks/comparison.py              60 generated drawings, some without a list
    python benchmarks/comparison.py --drawings DIR     also a folder with PDFs and a truth.json
    python benchmarks/comparison.py --only pdfplumber --csv out.csv

Every engine works with its defaults, in a process of its own. None of them knows what a parts list
is, so each gets this project's vocabulary of header words and a mapping that joins wrapped lines
(mapping.py). scoring.py says what counts as right. An engine that is not installed says so. CPU is
that of reading alone, children included (tabula starts Java on every page), imports left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import os
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from drawgen.folder import write
from generated import drawn
from measure import table
from peers import ENGINES
from scoring import NOTHING, by_source, mean_share, score_page, share

HEADER = [
    "engine", "cells right", "mean of sources", "rows right", "mean of sources",
    "false rows (pages)", "wrong pages that say so", "CPU s a page", "failed",
]  # fmt: skip


class Result(NamedTuple):
    """What one engine did on one folder; ``note`` tells why there is nothing."""

    engine: str
    sources: dict[str, Counter[str]]
    cpu_s: float = 0.0
    pages: int = 0
    failed: int = 0
    note: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--generated", type=int, default=60, help="random drawings; 0: none")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--drawings", type=Path, help="PDFs with a truth.json beside them")
    parser.add_argument("--only", default="", help="engines whose name holds this text")
    parser.add_argument("--timeout-s", type=int, default=60, help="for one page")
    parser.add_argument("--csv", type=Path, help="all counts, a line per engine and source")
    options = parser.parse_args()
    names = [name for name in ENGINES if options.only.lower() in name.lower()]
    lines = []
    with tempfile.TemporaryDirectory() as temporary:
        folders = {}
        if options.drawings:
            folders[f"{options.drawings.name} ({options.drawings})"] = options.drawings
        else:
            print("NO REAL DRAWINGS: name a folder of PDFs with a truth.json by --drawings DIR\n")
        if options.generated:
            folder = Path(temporary) / "generated"
            entries = list(drawn(options.generated, options.seed))
            write(folder, lambda: entries, f"comparison {options.generated} {options.seed}")
            folders[f"{options.generated} generated drawings, seed {options.seed}"] = folder
        for title, folder in folders.items():
            truth = json.loads((folder / "truth.json").read_text("utf-8"))["pages"]
            results = [run(name, folder, truth, options.timeout_s) for name in names]
            print(f"{title}: {count_pages(truth)}\n")
            print(table(HEADER, [line(result) for result in results]) + "\n", flush=True)
            lines += [(title, result) for result in results]
    if options.csv:
        write_csv(options.csv, lines)
    return 0


def count_pages(truth: list[dict[str, Any]]) -> str:
    kinds = sum((score_page(page, NOTHING) for page in truth), Counter[str]())
    return (
        f"{kinds['pages']} pages with a list ({kinds['rows']} rows, {kinds['cells']} cells), "
        f"{kinds['pictures']} with the picture of one, {kinds['clean pages']} without"
    )


def run(name: str, folder: Path, truth: list[dict[str, Any]], timeout_s: int) -> Result:
    """All pages by one engine, in a fresh process that may die without harm."""
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "pages.jsonl"
        child = context.Process(target=work, args=(name, folder, truth, timeout_s, target))
        child.start()
        child.join()
        done = [json.loads(text) for text in target.read_text("utf-8").splitlines()]
    if done and "missing" in done[0]:
        return Result(name, {}, note=f"not installed ({done[0]['missing']})")
    note = f"died after {len(done)} of {len(truth)} pages" if len(done) < len(truth) else ""
    scores = [(page["file"], Counter(page["score"])) for page in done]
    scores += [(page["file"], score_page(page, NOTHING)) for page in truth[len(done) :]]
    return Result(
        name,
        by_source(scores),
        sum(page["cpu_s"] for page in done),
        len(done),
        sum(page["failed"] for page in done),
        note,
    )


def work(
    name: str, folder: Path, truth: list[dict[str, Any]], timeout_s: int, target: Path
) -> None:
    """Read every page and leave one line of JSON for each; runs in the engine's own process."""
    with target.open("w", encoding="utf-8") as out:
        try:
            read = ENGINES[name]()
        except ImportError as error:
            print(json.dumps({"missing": str(error)}), file=out)
            return
        signal.signal(signal.SIGALRM, give_up)
        for page in truth:
            before, failed, reading = cpu_s(), False, NOTHING
            signal.alarm(timeout_s)
            try:
                reading = read(folder / page["file"], page["page"])
            except Exception as error:
                failed = True
                print(f"{name}: {page['file']} page {page['page']}: {error!r}", file=sys.stderr)
            finally:
                signal.alarm(0)
            score = score_page(page, reading)
            done = {"file": page["file"], "score": score, "cpu_s": cpu_s() - before}
            print(json.dumps({**done, "failed": failed}), file=out, flush=True)


def give_up(*_: object) -> None:
    raise TimeoutError("more time than --timeout-s")


def cpu_s() -> float:
    """CPU seconds of this process and of the children it has waited for."""
    return sum(os.times()[:4])


def line(result: Result) -> list[str]:
    if not result.sources:
        return [result.engine, result.note, *[""] * (len(HEADER) - 2)]
    total = sum(result.sources.values(), Counter[str]())
    false = f"{total['false rows']} ({total['false pages']} of {total['clean pages']})"
    return [
        result.engine,
        share(total["cells right"], total["cells"]),
        mean_share(result.sources.values(), "cells"),
        share(total["rows right"], total["rows"]),
        mean_share(result.sources.values(), "rows"),
        false if total["clean pages"] else "-",
        f"{total['told pages']} of {total['wrong pages']}",
        f"{result.cpu_s / max(result.pages, 1):.2f}",
        result.note or str(result.failed),
    ]


def write_csv(path: Path, lines: list[tuple[str, Result]]) -> None:
    """Every count of every engine on every source."""
    keys = sorted({k for _, r in lines for counts in r.sources.values() for k in counts})
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["drawings", "engine", "source", *keys, "engine CPU s", "note"])
        for title, result in lines:
            for source, counts in result.sources.items() or [("", Counter())]:
                cells = [counts[key] for key in keys]
                out.writerow(
                    [title, result.engine, source, *cells, f"{result.cpu_s:.2f}", result.note]
                )


if __name__ == "__main__":
    sys.exit(main())
