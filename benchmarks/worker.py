"""One worker on one dense sheet against the floor of the PDF engine and against pdfplumber.

    python benchmarks/worker.py [--segments 2000,20000,100000] [--runs 3] [--no-pdfplumber]

Every line is a fresh process; CPU includes the interpreter's start. The floor is pypdfium2 loading
the page and returning its text.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from drawgen.bulk import write_many
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
    parser.add_argument("--segments", default="2000,20000,100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-pdfplumber", action="store_true")
    options = parser.parse_args()
    rows = []
    for segments in map(int, options.segments.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            write_many(Path(folder), 1, segments=(segments, segments))
            pdf = next(Path(folder).rglob("*.pdf"))
            floor = best_of(options.runs, [sys.executable, "-c", FLOOR, str(pdf)])
            contenders = {"bomflow worker": worker_command(pdf, folder)}
            if not options.no_pdfplumber:
                contenders["pdfplumber words"] = [sys.executable, "-c", PEER, str(pdf)]
            rows.append(line(segments, "pdfium text (floor)", floor, floor))
            for name, command in contenders.items():
                rows.append(line(segments, name, best_of(options.runs, command), floor))
    header = ["segments", "what", "CPU s", "x floor", "peak MB"]
    print(table(header, rows))


def worker_command(pdf: Path, folder: str) -> list[str]:
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
    script = f"{ROOT}/scripts/extract.py"
    return [sys.executable, script, *(part for pair in options.items() for part in pair)]


def line(segments: int, name: str, cost: Cost, floor: Cost) -> list[str]:
    ratio = f"{cost.cpu_s / floor.cpu_s:.1f}"
    return [f"{segments:,}", name, f"{cost.cpu_s:.3f}", ratio, f"{cost.peak_mb:.0f}"]


if __name__ == "__main__":
    main()
