"""One worker on one dense sheet against the floor of the PDF engine and against pdfplumber.

    python benchmarks/worker.py [--segments 2000,20000,100000,400000] [--runs 5] [--no-pdfplumber]

Fresh processes, each the cheapest of some runs, less what the interpreter's bare start costs. The
floor imports pypdfium2, loads the page and returns its text. "pre-started" is what `snakemake
--profile epyc` runs: forked from a process that has the reader loaded, interpreter and imports
paid once per run. The sheets hold one table that is not suspect; one that is would be read a second
time, with pdfplumber.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from bomflow.extract import prefork
from measure import ROOT, Cost, best_of, table

FLOOR = """
import sys, pypdfium2
page = pypdfium2.PdfDocument(sys.argv[1])[0]
page.get_textpage().get_text_range()
"""
PEER = """
import sys, pdfplumber
pdfplumber.open(sys.argv[1]).pages[0].extract_words()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", default="2000,20000,100000,400000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-pdfplumber", action="store_true")
    parser.add_argument("--draw", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.draw:
        return draw(int(options.draw[0]), Path(options.draw[1]))
    compileall.compile_dir(f"{ROOT}/workflow/bomflow", quiet=2)  # as each run of the workflow does
    start = best_of(3 * options.runs, [sys.executable, "-c", ""])
    rows = []
    for segments in map(int, options.segments.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            pdf = sound_sheet(Path(folder), segments)
            floor = best_of(options.runs, [sys.executable, "-c", FLOOR, str(pdf)])
            rows.append(line(segments, "pdfium text (floor)", floor, floor, start))
            fresh = best_of(options.runs, worker_command(pdf, folder))
            rows.append(line(segments, "bomflow worker, fresh", fresh, floor, start))
            forked = prestarted(pdf, folder, 2 * options.runs, fresh)
            rows.append(line(segments, "bomflow worker, pre-started", forked, floor, start))
            if not options.no_pdfplumber:
                peer = best_of(1, [sys.executable, "-c", PEER, str(pdf)])
                rows.append(line(segments, "pdfplumber words", peer, floor, start))
    print(f"interpreter start: {start.cpu_s:.3f} CPU s, left out below\n")
    print(table(["segments", "what", "CPU s", "x floor", "peak MB"], rows))


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


def prestarted(pdf: Path, folder: str, jobs: int, fresh: Cost) -> Cost:
    """CPU of one job: what ``jobs`` more of them add to the process that forks."""
    spent = []
    for count in (1, 1 + jobs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process, control = prefork.start()
        for _ in range(count):
            if prefork.ask(control, arguments(pdf, folder)) != 0:
                sys.exit("a pre-started worker failed")
        control.close()
        process.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return Cost(0.0, (spent[1] - spent[0]) / jobs, fresh.peak_mb)


def line(segments: int, name: str, cost: Cost, floor: Cost, start: Cost) -> list[str]:
    own = cost.cpu_s if name.endswith("pre-started") else cost.cpu_s - start.cpu_s
    ratio = f"{own / (floor.cpu_s - start.cpu_s):.1f}"
    return [f"{segments:,}", name, f"{own:.3f}", ratio, f"{cost.peak_mb:.0f}"]


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", f"{ROOT}/workflow")
    main()
