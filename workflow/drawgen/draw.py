"""Puts a drawing together: tables, title block, decoys, views and codes on every page."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from PIL import Image

from . import fonts, furniture, words
from .block import Layout
from .content import compose
from .ink import Box
from .layout import measure
from .linework import HEIGHT, VARIANTS, WIDTH, linework
from .paper import Paper
from .pictures import Outlines, Picture, Scan
from .producers import OWN, produce
from .spec import Drawing, Sheet
from .table import draw
from .truth import FileTruth, PageTruth

SMALLEST = 4.0
"""Smallest size of table text in points."""


class DoesNotFit(ValueError):
    """The parts lists of a sheet are too large for it, even in the smallest text."""


def draw_drawing(drawing: Drawing) -> tuple[bytes, FileTruth]:
    """Draw a file: its bytes (the same every time) and its truth.

    Raises:
        DoesNotFit: a sheet is too small for its tables.
        CannotDraw: the producer of a sheet lacks what it asks for.
    """
    pages = []
    truth = FileTruth()
    for number, sheet in enumerate(drawing.sheets, 1):
        paper = Paper(sheet if sheet.producer in OWN else replace(sheet, font=fonts.VERA))
        truth.pages.append(_sheet(paper, number, len(drawing.sheets)))
        pages.append(paper.finish(Random(sheet.seed)))
    if any(page.unreadable for page in truth.pages) and not any(p.tables for p in truth.pages):
        truth.error_code = "NO_TEXT"
    return produce(pages), truth


def scanned(sheet: Sheet) -> Image.Image:
    """The sheet as a grey picture, as a scanner would give it."""
    paper = Paper(replace(sheet, segments=min(sheet.segments, 9)))
    _sheet(paper, 1, 1)
    return Scan(paper.finish(Random(sheet.seed))).scanned(Random(sheet.seed))


def _sheet(paper: Paper, page: int, pages: int) -> PageTruth:
    """Put everything on the paper."""
    sheet = paper.sheet
    rng = Random(sheet.seed * 6007 + page)
    k = furniture.scale(paper)
    inner = furniture.frame(paper)
    taken: list[Box] = []
    kks, su = furniture.codes(sheet, rng)
    layouts = _fitted(sheet, paper, inner)

    if "title_block" in sheet.decoys:
        own = kks[0] if kks and sheet.kks_style == "plain" else f"{rng.randrange(10**5, 10**6)}-S1"
        mass = _mass(layouts, rng)
        taken.append(
            furniture.title_block(paper, inner, rng, page=page, pages=pages, number=own, mass=mass)
        )
    truth = PageTruth(*paper.shown, kks=kks, su=su)
    floor = taken[0][1] if taken else inner[3]
    for layout, (x, y) in _places(sheet, layouts, inner, floor, furniture.BLOCK[0] * k):
        box = (x, y, x + layout.width, y + layout.height)
        _table(paper, layout, box, truth)
        taken.append(box)
    tables = taken[-len(layouts) :] if layouts else []
    _corners(paper, sheet, inner, taken, 6.0 * k)
    area = _gap(inner, taken, 8 * k)
    _views(paper, sheet, rng, area, layouts, k)
    if "dimensions" in sheet.decoys:
        _near(paper, rng, tables, taken, inner, 5.5 * k)
    _codes(paper, sheet, area, kks, su, 9.0 * k)
    return truth


def _table(paper: Paper, layout: Layout, box: Box, truth: PageTruth) -> None:
    """Draw one list as text, or as what only looks like text."""
    sheet = paper.sheet
    x, y = box[:2]
    if sheet.tables_as == "text":
        truth.tables.append(draw(paper, layout, x, y))
    elif sheet.tables_as == "picture":
        picture = Picture(paper, box)
        draw(picture, layout, x, y)
        picture.paste()
        truth.unreadable.append(("picture", paper.displayed(box)))
    elif sheet.tables_as == "annotated":
        truth.tables.append(draw(Outlines(paper, told=True), layout, x, y))
    else:
        draw(Outlines(paper), layout, x, y)
        truth.unreadable.append(("outlines", paper.displayed(box)))
    if sheet.hidden:
        for share in (0.2, 0.5, 0.8):
            middle = y + share * layout.height
            paper.hidden(x + layout.width * share, middle, "HIDDEN 99", layout.size)


def _fitted(sheet: Sheet, paper: Paper, inner: Box) -> list[Layout]:
    """The tables measured in the largest text, up to the wanted size, in which they fit."""
    contents = [compose(table) for table in sheet.tables]
    size = sheet.font_size
    k = furniture.scale(paper)
    wide = (inner[2] - inner[0]) * 0.8
    high = inner[3] - inner[1] - furniture.BLOCK[1] * k - 12 * k
    for _ in range(6):
        layouts = [measure(content, sheet.font, size) for content in contents]
        gap = 2.5 * size * max(len(layouts) - 1, 0)
        widths, heights = [ly.width for ly in layouts], [ly.height for ly in layouts]
        across = sheet.stacked == "across"
        w = sum(widths) + gap if across else max(widths, default=0)
        h = max(heights, default=0) if across else sum(heights) + gap
        if w <= wide and h <= high:
            return layouts
        if size <= SMALLEST:
            break
        size = max(SMALLEST, round(size * min(wide / w, high / h, 0.98), 2))
    raise DoesNotFit(f"{w:.0f} x {h:.0f} points of tables on {wide:.0f} x {high:.0f}")


def _places(
    sheet: Sheet, layouts: list[Layout], inner: Box, floor: float, block: float
) -> list[tuple[Layout, tuple[float, float]]]:
    """Upper left corner of every table; the title block is ``block`` wide under ``floor``."""
    if not layouts:
        return []
    gap = 2.5 * layouts[0].size
    right, bottom = sheet.place.endswith("right"), sheet.place.startswith("bottom")
    across = sheet.stacked == "across"
    # Ruled tables share their edge with the frame, as CAD programs anchor them.
    ruled = layouts[0].content.table.ruling in ("full", "outer", "columns")
    off = 0.0 if ruled else 0.8 * layouts[0].size
    left, top = inner[0] + off, inner[1] + off
    end = inner[2] - off
    ground = (floor if right else inner[3]) - off
    widths, heights = [ly.width for ly in layouts], [ly.height for ly in layouts]
    wide = sum(widths) + gap * (len(widths) - 1) if across else max(widths)
    if wide > inner[2] - inner[0] - block - gap:  # wide lists stand over the title block
        ground = floor - off
    places = []
    for i, layout in enumerate(layouts):
        if across:
            before, after = sum(widths[:i]) + gap * i, sum(widths[i:]) + gap * (len(widths) - 1 - i)
            x = end - after if right else left + before
            in_line = layout.content.table.one_header  # its first row with those of the others
            y = ground - (max(heights) if in_line else layout.height) if bottom else top
        else:
            x = end - layout.width if right else left
            below = sum(heights[i:]) + gap * (len(heights) - 1 - i)
            y = ground - below if bottom else top + sum(heights[:i]) + gap * i
        places.append((layout, (x, y)))
    return places


def _corners(paper: Paper, sheet: Sheet, inner: Box, taken: list[Box], size: float) -> None:
    """Decoy tables and notes in the corners where there is room for them."""
    tables = {
        "revisions": words.REVISIONS,
        "item_revisions": words.ITEM_REVISIONS,
        "variants": words.VARIANTS,
        "coordinates": words.COORDINATES,
    }
    things: list[furniture.Grid | furniture.Notes] = [
        furniture.Grid(paper, *texts.get(sheet.language, texts["en"]), size)
        for name, texts in tables.items()
        if name in sheet.decoys
    ]
    if "notes" in sheet.decoys:
        things.append(furniture.Notes(paper, sheet.language, size))
    free = [c for c in ("top-right", "top-left", "bottom-left") if c != sheet.place]
    stack = dict.fromkeys(free, 0.0)
    for turn, thing in enumerate(things):
        for corner in free[turn % len(free) :] + free[: turn % len(free)]:
            x = inner[2] - thing.width if corner.endswith("right") else inner[0]
            up = corner.startswith("bottom")
            y = inner[3] - stack[corner] - thing.height if up else inner[1] + stack[corner]
            box = (x, y, x + thing.width, y + thing.height)
            if not any(_touch(box, other) for other in taken):
                thing.draw(x, y, up)
                taken.append(box)
                stack[corner] += thing.height + 3 * size
                break


def _gap(inner: Box, taken: list[Box], margin: float) -> Box:
    """The free rectangle in which a 1000 x 700 view is largest."""
    boxes = [(b[0] - margin, b[1] - margin, b[2] + margin, b[3] + margin) for b in taken]
    xs = sorted({inner[0] + margin, inner[2] - margin, *[v for b in boxes for v in (b[0], b[2])]})
    ys = sorted({inner[1] + margin, inner[3] - margin, *[v for b in boxes for v in (b[1], b[3])]})
    xs = [x for x in xs if inner[0] <= x <= inner[2]]
    ys = [y for y in ys if inner[1] <= y <= inner[3]]
    best, found = 0.0, (inner[0], inner[1], inner[0] + 1, inner[1] + 1)
    for i, x0 in enumerate(xs):
        for x1 in reversed(xs[i + 1 :]):
            for j, y0 in enumerate(ys):
                for y1 in reversed(ys[j + 1 :]):
                    fit = min((x1 - x0) / WIDTH, (y1 - y0) / HEIGHT)
                    if fit <= best:
                        break
                    if not any(_touch((x0, y0, x1, y1), box) for box in boxes):
                        best, found = fit, (x0, y0, x1, y1)
                        break
    return found


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]


def _views(
    paper: Paper, sheet: Sheet, rng: Random, area: Box, layouts: list[Layout], k: float
) -> None:
    """Line work in the free area, with the words that belong to it."""
    work = linework(sheet.scene, rng.randrange(VARIANTS), sheet.segments)
    fit = min((area[2] - area[0]) / WIDTH, (area[3] - area[1] - 30 * k) / HEIGHT)
    if fit <= 0:
        return
    x = (area[0] + area[2] - fit * WIDTH) / 2
    y = (area[1] + 30 * k + area[3] + fit * HEIGHT) / 2
    paper.place(work.data, (x, y), fit)
    positions = [row.cells.get("position", "") for ly in layouts for row in ly.content.rows]
    for label in work.labels:
        text = label.text
        if label.kind == "balloon":
            index = int(text)
            text = (positions[index] if index < len(positions) else "") or str(index + 1)
        left, base = x + fit * label.x, y - fit * label.y
        size = max(label.size * fit, 3.0)
        paper.text(left, base, text, size, align="centre", angle=label.angle)


def _near(
    paper: Paper, rng: Random, tables: list[Box], taken: list[Box], inner: Box, size: float
) -> None:
    """Dimension text close to the tables: words a greedy reader would take."""
    for box in tables:
        left = box[0] - 1.5 * size
        beside = (left - 6 * size, box[1], box[0], box[3])
        if beside[0] > inner[0] and not any(_touch(beside, b) for b in taken if b is not box):
            for share in (0.3, 0.7):
                y = box[1] + share * (box[3] - box[1])
                paper.text(left, y, str(rng.randrange(20, 990)), size, align="right")
                paper.line(left - 5 * size, y + 0.4 * size, left, y + 0.4 * size, 0.3)


def _codes(
    paper: Paper, sheet: Sheet, area: Box, kks: list[str], su: list[str], size: float
) -> None:
    """Code labels over the views."""
    x, y = area[0] + size, area[1] + 1.4 * size
    for code in kks:
        text = f"{code}/SU" if code in su else code
        if sheet.kks_style == "rotated":
            furniture.code_label(paper, x, y + 9 * size, text, size, "rotated")
            x += 2 * size
            continue
        wide = fonts.width(text, sheet.font, size) + 2 * size
        if x + wide > area[2] and x > area[0] + size:
            x, y = area[0] + size, y + 1.6 * size
        furniture.code_label(paper, x, y, text, size, sheet.kks_style)
        x += wide


def _mass(layouts: list[Layout], rng: Random) -> str:
    """Weight for the title block: that of the first list when it has one."""
    total = layouts[0].content.right_total if layouts else None
    if total is None:
        total = Decimal(rng.randrange(100, 9000)).scaleb(-1)
    return str(total).replace(".", layouts[0].content.table.decimal if layouts else ".")
