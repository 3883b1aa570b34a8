"""One worker on a dense page that has text but no parts list, against the floor of the PDF engine.

    python benchmarks/listless.py [--segments 100000] [--runs 5]

Most pages of a project are such: nothing is read from them, only that they hold no list. Three
segments a path are ordinary line work; one short one a path is the worst case, as each may be a
letter of a list that is drawn as outlines. Measured and shown as in benchmarks/worker.py.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from random import Random

from reportlab.pdfgen.canvas import Canvas

from measure import ROOT, table
from worker import FLOOR, figures, less, line, worker_command

WIDTH, HEIGHT = 2384, 1684  # A1, points
# Segments of a path, and how far each goes in points.
PATHS = {"in paths of three": (3, 40), "in short paths of one": (1, 8)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    start = figures([sys.executable, "-c", ""], 3 * options.runs)
    rows = []
    for name, (each, reach) in PATHS.items():
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder, "sheet.pdf")
            # In a process of its own: the memory of this one would count as that of what it starts.
            drawing = multiprocessing.Process(
                target=draw, args=(pdf, options.segments, each, reach)
            )
            drawing.start()
            drawing.join()
            floor = less(figures([sys.executable, "-c", FLOOR, str(pdf)], options.runs), start)
            fresh = less(figures(worker_command(pdf, folder), options.runs), start)
        measured = {f"pdfium text (floor), {name}": floor, f"bomflow worker, {name}": fresh}
        rows += [line(options.segments, what, cost, floor) for what, cost in measured.items()]
    header = ["segments", "what", "CPU s", "x floor", "instructions, 1e9", "x floor", "peak MB"]
    print(table(header, rows))


def draw(pdf: Path, segments: int, each: int, reach: float) -> None:
    """Segments at random places, ``each`` of them to a path, and the figures of dimensions."""
    random = Random(3)
    canvas = Canvas(str(pdf), (WIDTH, HEIGHT))
    for _ in range(segments // each):
        path = canvas.beginPath()
        x, y = random.uniform(50, WIDTH - 50), random.uniform(50, HEIGHT - 50)
        path.moveTo(x, y)
        for _ in range(each):
            path.lineTo(x + random.uniform(-reach, reach), y + random.uniform(-reach, reach))
        canvas.drawPath(path)
    canvas.setFont("Helvetica", 8)
    for _ in range(300):
        x, y = random.uniform(50, WIDTH - 50), random.uniform(50, HEIGHT - 50)
        canvas.drawString(x, y, str(random.randint(1, 9999)))
    canvas.save()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", f"{ROOT}/workflow")
    main()
