"""False alarms: sheets of heavy line work without any parts list, told to hold one that is no text.

    python benchmarks/linework.py [--count 400] [--seed 1] [--pictures] [--list]

Each sheet has texts, and three to eight fields of what looks like letters from afar: gratings,
hatching, perforated plates, plans of repeated symbols, empty forms, logos, scales, and notes and
figures of dimensions in plotter strokes. A list in outlined letters may not be seen in any of them.
With --pictures each field is a picture of that, of 110 dots an inch.
How many of those that do stand on a sheet are missed is told by
`benchmarks/accuracy.py --generated 300 --lists-as outlines` or `picture`.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path
from random import Random

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from drawgen.pictures import LETTERS
from measure import table

SIZES = ((1191, 842), (1684, 1191), (2384, 1684))
Point = tuple[float, float]


class Pen:
    """Draws polylines, each as one path or, as plotter drivers do, every segment as its own."""

    def __init__(self, canvas: Canvas, single: bool) -> None:
        self.canvas, self.single = canvas, single

    def line(self, *points: Point) -> None:
        for part in pairwise(points) if self.single else (points,):
            path = self.canvas.beginPath()
            path.moveTo(*part[0])
            for point in part[1:]:
                path.lineTo(*point)
            self.canvas.drawPath(path)

    def box(self, x: float, y: float, w: float, h: float) -> None:
        self.line((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))

    def circle(self, x: float, y: float, r: float, corners: int) -> None:
        turns = [2 * pi * i / corners for i in range(corners + 1)]
        self.line(*[(x + r * cos(t), y + r * sin(t)) for t in turns])

    def text(self, x: float, y: float, text: str, size: float) -> None:
        """Letters as strokes."""
        for place, letter in enumerate(text.upper()):
            left = x + 0.66 * size * place
            for line in LETTERS.get(letter, "").split():
                places = zip(line[::2], line[1::2], strict=True)
                self.line(*[(left + 0.12 * size * int(a), y + 0.118 * size * int(b))
                            for a, b in places])  # fmt: skip


Scene = Callable[[Pen, Random, float, float, float, float], None]


def grating(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Bars, and crossing ones that reach from bar to bar."""
    dx, dy = rng.uniform(4, 14), rng.uniform(3, 12)
    broken = rng.random() < 0.5
    for k in range(int(h / dy)):
        if not broken:
            pen.line((x, y + k * dy), (x + w, y + k * dy))
        for i in range(int(w / dx)):
            left, low = x + i * dx, y + k * dy
            if broken:
                pen.line((left, low), (left + rng.choice((0.8, 1.0)) * dx, low))
            pen.line((left, low), (left, low + rng.choice((0.7, 1.0)) * dy))


def hatching(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Sections of several parts, hatched either way, whole lines or dashes."""
    left = x
    while left < x + w - 20:
        wide, gap = rng.uniform(10, w / 3), rng.uniform(1.5, 6)
        wide = min(wide, x + w - left)
        low = y + rng.uniform(0, h / 2)
        high = min(rng.uniform(6, h / 2), y + h - low)
        pen.box(left, low, wide, high)
        dashed, way = rng.random() < 0.4, rng.choice((1, -1))
        for i in range(int((wide + high) / gap)):
            a, b = max(0.0, i * gap - high), min(wide, i * gap)
            ends = [(left + (t if way > 0 else wide - t), low + high - i * gap + t) for t in (a, b)]
            if not dashed:
                pen.line(*ends)
                continue
            steps = max(1, int((b - a) / 4))
            for s in range(steps):
                f, g = s / steps, (s + 0.6) / steps
                (x0, y0), (x1, y1) = ends
                pen.line(*[(x0 + t * (x1 - x0), y0 + t * (y1 - y0)) for t in (f, g)])
        left += wide + rng.choice((0, 0, rng.uniform(5, 40)))


def holes(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Plates with holes in lines, with or without the crosses of their middles."""
    columns, rows = rng.randint(3, 40), rng.randint(3, 30)
    dx, dy = w / columns, h / rows
    sizes = [rng.uniform(0.15, 0.45) * min(dx, dy, 25) for _ in range(rng.choice((1, 1, 2, 4)))]
    corners, crossed, missing = rng.choice((6, 12, 24)), rng.random() < 0.5, rng.choice((0, 0.2))
    for k in range(rows):
        for i in range(columns):
            if rng.random() < missing:
                continue
            cx, cy, r = x + (i + 0.5) * dx, y + (k + 0.5) * dy, sizes[(i + k) % len(sizes)]
            pen.circle(cx, cy, r, corners)
            if crossed:
                pen.line((cx - 1.3 * r, cy), (cx + 1.3 * r, cy))
                pen.line((cx, cy - 1.3 * r), (cx, cy + 1.3 * r))
    if rng.random() < 0.5:
        for i in range(columns + 1):
            pen.line((x + i * dx, y), (x + i * dx, y + h))
        for k in range(rows + 1):
            pen.line((x, y + k * dy), (x + w, y + k * dy))


def plan(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Steel from above: beams between columns, each with its profile, bolts and stiffeners."""
    xs = sorted(x + rng.random() * w for _ in range(rng.randint(4, 14)))
    ys = sorted(y + rng.random() * h for _ in range(rng.randint(4, 14)))
    for cy in ys:
        for dy in (-2, 2):
            pen.line((x, cy + dy), (x + w, cy + dy))
        for _ in range(rng.randint(5, 40)):
            at = x + rng.random() * w
            pen.line((at, cy - 2), (at, cy + 2))
    for cx in xs:
        for dx in (-2, 2):
            pen.line((cx + dx, y), (cx + dx, y + h))
        for cy in ys:
            s = 4.0
            pen.line((cx - s, cy - s), (cx + s, cy - s))
            pen.line((cx - s, cy + s), (cx + s, cy + s))
            pen.line((cx, cy - s), (cx, cy + s))
            for bx in (-2.5, 2.5):
                for by in (-2.5, 2.5):
                    pen.circle(cx + bx, cy + by, 0.8, 8)


def symbols(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Small symbols in lines and columns: terminals, valves, seats, racks."""
    kinds = []
    for _ in range(rng.randint(1, 5)):
        size = rng.uniform(3, 11)
        count = rng.randint(2, 5)
        kinds.append([[(rng.random() * size, rng.random() * size) for _ in range(rng.randint(2, 5))]
                      for _ in range(count)])  # fmt: skip
    dx, dy = rng.uniform(12, 40), rng.uniform(12, 40)
    wired = rng.random() < 0.5
    for k in range(int(h / dy)):
        for i in range(int(w / dx)):
            if rng.random() < 0.15:
                continue
            left, low = x + i * dx, y + k * dy
            for strokes in kinds[(i * 7 + k // 3) % len(kinds)]:
                pen.line(*[(left + a, low + b) for a, b in strokes])
            if wired:
                pen.line((left, low), (left + dx, low))


def form(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """A table of lines with nothing in it, or ticks and crosses in some cells."""
    columns, rows = rng.randint(3, 9), rng.randint(4, 25)
    edges = sorted({0.0, w, *[rng.random() * w for _ in range(columns - 1)]})
    high = min(h / rows, rng.uniform(8, 20))
    ticked = rng.choice((0.0, 0.0, 0.2, 0.5))
    for k in range(rows + 1):
        for a, b in pairwise(edges):
            pen.line((x + a, y + k * high), (x + b, y + k * high))
            if k < rows and rng.random() < ticked and b - a > 8:
                cx, cy, s = x + (a + b) / 2, y + (k + 0.5) * high, 0.25 * high
                pen.line((cx - s, cy - s), (cx + s, cy + s))
                pen.line((cx - s, cy + s), (cx + s, cy - s))
    for edge in edges:
        for k in range(rows):
            pen.line((x + edge, y + k * high), (x + edge, y + (k + 1) * high))


def logo(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """A firm's mark with its address in outlined letters."""
    pen.text(x, y + 40, letters(rng, 8), 24)
    pen.circle(x - 16, y + 48, 12, 24)
    for line in range(rng.randint(2, 4)):
        pen.text(x, y + 10 * line, " ".join(letters(rng, rng.randint(3, 9)) for _ in range(3)), 6)


def note(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Sentences in outlined letters, often numbered."""
    numbered, size = rng.random() < 0.5, rng.uniform(5, 9)
    for line in range(rng.randint(4, 14)):
        said = ""
        while len(said) < 45 and rng.random() < 0.9:
            said += letters(rng, rng.randint(2, 10)) + " "
        pen.text(x, y + h - 2 * size * line, f"{line + 1}. {said}" if numbered else said, size)


def dimensions(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Chains of dimensions whose figures are strokes."""
    size = rng.uniform(5, 8)
    for k in range(rng.randint(2, 6)):
        low, left = y + k * h / 6, x
        while left < x + w - 40:
            wide = rng.uniform(30, 110)
            pen.line((left, low), (left + wide, low))
            pen.line((left, low - 4), (left, low + 4))
            pen.text(left + wide / 2 - 8, low + 2, str(rng.randint(10, 9999)), size)
            left += wide


def scale(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Rules, springs, threads and insulation: many small strokes in a row."""
    for k in range(rng.randint(2, 8)):
        low, step, high = y + k * h / 8, rng.uniform(1.5, 6), rng.uniform(3, 11)
        zigzag = rng.random() < 0.5
        pen.line((x, low), (x + w, low))
        for i in range(int(w / step)):
            left = x + i * step
            top = low + (high if i % 5 == 0 or zigzag else 0.6 * high)
            pen.line((left, low), (left + (step if zigzag else 0), top))


def ground(pen: Pen, rng: Random, x: float, y: float, w: float, h: float) -> None:
    """Concrete and earth: dots, small triangles and short strokes at random."""
    for _ in range(int(w * h / rng.uniform(25, 200))):
        left, low, s = x + rng.random() * w, y + rng.random() * h, rng.uniform(0.5, 5)
        pen.line((left, low), (left + s, low), (left + s / 2, low + s), (left, low))


SCENES: tuple[Scene, ...] = (
    grating, hatching, holes, plan, symbols, form, logo, note, dimensions, scale, ground,
)  # fmt: skip


def letters(rng: Random, count: int) -> str:
    return "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVWZ") for _ in range(count))


def pasted(scene: Scene, rng: Random, size: Point, single: bool) -> ImageReader:
    """A picture of a field of this size, points."""
    data = io.BytesIO()
    canvas = Canvas(data, size)
    canvas.setLineWidth(0.3)
    scene(Pen(canvas, single), rng, 0, 0, *size)
    canvas.save()
    page = pypdfium2.PdfDocument(data.getvalue())[0]
    return ImageReader(page.render(scale=110 / 72).to_pil().convert("L"))


def sheet(seed: int, index: int, pictures: bool = False) -> tuple[bytes, list[str]]:
    """A sheet without a list, and the names of what it shows."""
    rng = Random(seed * 1_000_003 + index)
    width, height = rng.choice(SIZES)
    data = io.BytesIO()
    canvas = Canvas(data, (width, height), invariant=1)
    canvas.setLineWidth(0.3)
    pen = Pen(canvas, rng.random() < 0.5)
    pen.box(20, 20, width - 40, height - 40)
    fields = [(i, k) for i in range(4) for k in range(3)]
    shown = []
    for i, k in rng.sample(fields, rng.randint(3, 8)):
        scene = rng.choice(SCENES)
        w, h = (width - 80) / 4, (height - 80) / 3
        x, y = 40 + i * w, 40 + k * h
        size = rng.uniform(0.4, 0.95) * w, rng.uniform(0.4, 0.95) * h
        if pictures:
            canvas.drawImage(pasted(scene, rng, size, pen.single), x, y, *size)
        else:
            scene(pen, rng, x, y, *size)
        shown.append(scene.__name__)
    canvas.setFont("Helvetica", 7)
    for _ in range(40):
        x, y = rng.uniform(40, width - 80), rng.uniform(40, height - 40)
        canvas.drawString(x, y, f"{rng.choice(('SECTION A-A', 'M16', '1250', 'HEA 200', 'DN 80'))}")
    canvas.save()
    return data.getvalue(), shown


def alarm(seed: int, pictures: bool, index: int) -> tuple[list[str], str]:
    """What sheet ``index`` shows, and what it is said to hold, '' for no list."""
    data, shown = sheet(seed, index, pictures)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        path.write_bytes(data)
        record = read_document(str(path), ReadSettings())
    [page] = record["pages"]
    boxes = [[round(v) for v in found["bbox"]] for found in record["tables"]]
    return shown, f"{page['outcome']}: {page['reason']} {boxes}" if boxes else ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pictures", action="store_true", help="each field is a picture")
    parser.add_argument("--list", action="store_true", help="name the sheets of the false alarms")
    options = parser.parse_args()
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        told = pool.map(
            partial(alarm, options.seed, options.pictures), range(options.count), chunksize=4
        )
    drawn = Counter(name for shown, _ in told for name in set(shown))
    alarmed = Counter(name for shown, said in told if said for name in set(shown))
    for index, (shown, said) in enumerate(told):
        if options.list and said:
            print(f"sheet {index} ({', '.join(shown)}): {said}")
    rows = [[name, str(drawn[name]), str(alarmed[name])] for name in sorted(drawn)]
    rows.append(["all", str(len(told)), str(sum(bool(said) for _, said in told))])
    print(table(["sheets with", "drawn", "false alarms"], rows))


if __name__ == "__main__":
    main()
