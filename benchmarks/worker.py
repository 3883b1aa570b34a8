"""One worker on one dense sheet against the floor of the PDF engine and against pdfplumber.

    python benchmarks/worker.py [--segments 2000,20000,100000,400000] [--runs 5] [--no-pdfplumber]

Fresh processes, each the cheapest of some runs, less what the interpreter's bare start costs. The
floor imports pypdfium2, loads the page and returns its text. "pre-started" is what `snakemake
--profile epyc` runs: forked from a process that has the reader loaded, interpreter and imports
paid once per run. The sheets hold one table that is not suspect; one that is would be read a second
time, with pdfplumber. Instructions (Linux' perf; nan without) say the same as CPU seconds do, and
other work on the machine hardly changes them.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bomflow.extract import prefork
from bomflow.page.bulk import bulk
from measure import ROOT, best_of, instructions_of, table

FLOOR = """
import sys, pypdfium2
page = pypdfium2.PdfDocument(sys.argv[1])[0]
page.get_textpage().get_text_range()
"""
PEER = """
import sys, pdfplumber
pdfplumber.open(sys.argv[1]).pages[0].extract_words()
"""


class Figures(NamedTuple):
    """Of one reading, the interpreter's bare start left out: CPU seconds, instructions, peak MB."""

    cpu_s: float
    instructions: float
    peak_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", default="2000,20000,100000,400000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-pdfplumber", action="store_true")
    parser.add_argument("--draw", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--serve", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.draw:
        return draw(int(options.draw[0]), Path(options.draw[1]))
    if options.serve:
        return serve(int(options.serve[0]), Path(options.serve[1]), options.serve[2])
    compileall.compile_dir(f"{ROOT}/workflow/bomflow", quiet=2)  # as each run of the workflow does
    start = figures([sys.executable, "-c", ""], 3 * options.runs)
    rows = []
    for segments in map(int, options.segments.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            pdf = sound_sheet(Path(folder), segments)
            floor = less(figures([sys.executable, "-c", FLOOR, str(pdf)], options.runs), start)
            fresh = less(figures(worker_command(pdf, folder), options.runs), start)
            measured = {
                "pdfium text (floor)": floor,
                "bomflow worker, fresh": fresh,
                "bomflow worker, pre-started": prestarted(pdf, folder, 2 * options.runs, fresh),
            }
            if not options.no_pdfplumber:
                peer = less(figures([sys.executable, "-c", PEER, str(pdf)], 1), start)
                measured["pdfplumber words"] = peer
        rows += [line(segments, what, cost, floor) for what, cost in measured.items()]
    print(f"interpreter start: {start.cpu_s:.3f} CPU s, left out below")
    print(f"loops over line work: {type(bulk).__name__.lower()}\n")
    header = ["segments", "what", "CPU s", "x floor", "instructions, 1e9", "x floor", "peak MB"]
    print(table(header, rows))


def figures(command: list[str], runs: int) -> Figures:
    cost = best_of(runs, command)
    return Figures(cost.cpu_s, instructions_of(command, runs), cost.peak_mb)


def less(one: Figures, start: Figures) -> Figures:
    cpu_s, instructions = one.cpu_s - start.cpu_s, one.instructions - start.instructions
    return one._replace(cpu_s=cpu_s, instructions=instructions)


def sound_sheet(folder: Path, segments: int) -> Path:
    """A random drawing with so many segments, of which the table is not suspect.

    Drawn by a process of its own: the memory of this one would count as that of what it starts.
    """
    subprocess.run([sys.executable, __file__, "--draw", str(segments), str(folder)], check=True)
    return folder / "sheet.pdf"


def draw(segments: int, folder: Path) -> None:
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings
    from drawgen.bulk import write_many

    for seed in range(1, 20):
        write_many(folder / str(seed), 1, seed=seed, segments=(segments, segments))
        pdf = next((folder / str(seed)).rglob("*.pdf"))
        tables = read_document(str(pdf), ReadSettings())["tables"]
        if len(tables) == 1 and tables[0]["check_status"] != "suspect":
            pdf.rename(folder / "sheet.pdf")
            return
    sys.exit("no sheet without doubt among 20")


def arguments(pdf: Path, folder: str) -> list[str]:
    options = {
        "--doc-id": "sheet-0123456789ab",
        "--input-dir": str(pdf.parent),
        "--file": pdf.name,
        "--results": f"{folder}/results",
        "--key": "",  # nothing is kept, so every run reads
        "--settings": "{}",
        "--memory-mb": "1024",
        "--timeout-s": "60",
        "--max-file-size-mb": "100",
        "--retries": "0",
        "--attempt": "1",
    }
    return [part for pair in options.items() for part in pair]


def worker_command(pdf: Path, folder: str) -> list[str]:
    return [sys.executable, f"{ROOT}/scripts/extract.py", *arguments(pdf, folder)]


def prestarted(pdf: Path, folder: str, jobs: int, fresh: Figures) -> Figures:
    """One job: what ``jobs`` more of them add to the process that forks."""
    command = [sys.executable, __file__, "--serve"]
    one, more = (figures([*command, str(n), str(pdf), folder], 1) for n in (1, 1 + jobs))
    cpu_s, instructions = more.cpu_s - one.cpu_s, more.instructions - one.instructions
    return Figures(cpu_s / jobs, instructions / jobs, fresh.peak_mb)


def serve(jobs: int, pdf: Path, folder: str) -> None:
    """Have pre-started workers read the sheet so many times."""
    process, control = prefork.start()
    for _ in range(jobs):
        if prefork.ask(control, arguments(pdf, folder)) != 0:
            sys.exit("a pre-started worker failed")
    control.close()
    process.wait()


def line(segments: int, name: str, cost: Figures, floor: Figures) -> list[str]:
    return [
        f"{segments:,}", name,
        f"{cost.cpu_s:.3f}", f"{cost.cpu_s / floor.cpu_s:.1f}",
        f"{cost.instructions / 1e9:.2f}", f"{cost.instructions / floor.instructions:.1f}",
        f"{cost.peak_mb:.0f}",
    ]  # fmt: skip


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", f"{ROOT}/workflow")
    main()
