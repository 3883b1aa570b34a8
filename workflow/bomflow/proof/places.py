"""What the places of the cells say: under another column, out of line, wider than their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from bomflow.proof.evidence import Evidence, label
from bomflow.proof.layout import median
from bomflow.proof.oddity import Oddity

_DIGITS = re.compile("[0-9]")
# Share of a column's cells that show the line on which it is aligned.
_MOST_ROWS = 0.6
# Shares of one digit's width.
_DIGIT = 0.8
_OFF = 0.6
_STEADY = 0.35
# Heights of a line of text.
_LINE = 0.3
_EARLY = 0.8
_FAR = 5.0
_OUTER = 3  # descriptions on one line are no stray words


def misplaced(evidence: Evidence) -> list[Oddity]:
    """Cells that stand under another column than the one they were given to."""
    layout = evidence.layout
    homes = layout.homes
    found = []
    for i, placed in enumerate(layout.cells):
        for name, (a, b) in placed.items():
            own = homes[name]
            outside = a > own[1] + 1 or b < own[0] - 1
            early = a < own[0] - 2
            for other, home in homes.items() if outside or early else ():
                if other in placed:
                    continue
                shared = min(b, home[1]) - max(a, home[0])
                starts_there = early and home[1] <= own[0] + 1 and shared > 2
                if starts_there or (outside and shared >= 0.5 * min(b - a, home[1] - home[0])):
                    found.append(evidence.odd(i, f"{label(name)} stands under {label(other)}"))
                    break
    return found


def spread(evidence: Evidence) -> list[Oddity]:
    """The one cell of a table that reaches over an empty neighbour's place.

    Text that overflows looks like this, and so do two cells read as one; a list whose texts
    overflow does so more than once.
    """
    cells = evidence.layout.cells
    names = {name for placed in cells for name in placed}
    middles = {
        name: median([(p[name][0] + p[name][1]) / 2 for p in cells if name in p])
        for name in names
        if sum(name in p for p in cells) >= 2
    }
    over = [
        (i, name, other)
        for i, placed in enumerate(cells)
        for name, (a, b) in placed.items()
        for other, middle in middles.items()
        if a < middle < b and other != name and other not in placed
    ]
    if len(over) != 1:
        return []
    i, name, other = over[0]
    return [evidence.odd(i, f"{label(name)} reaches over the empty {label(other)}")]


def crossed(evidence: Evidence) -> list[Oddity]:
    """Two columns whose cells stand the other way round than their headers."""
    layout = evidence.layout
    bodies = {}
    for name in layout.headers:
        spans = [placed[name] for placed in layout.cells if name in placed]
        if spans:
            bodies[name] = median([a for a, _ in spans]), median([b for _, b in spans])
    return [
        Oddity(None, f"the cells of {label(a)} and {label(b)} stand the other way round")
        for a, b in combinations(sorted(bodies, key=lambda n: layout.headers[n]), 2)
        if layout.headers[a][1] < layout.headers[b][0] and bodies[b][1] < bodies[a][0]
    ]


def covered(evidence: Evidence) -> list[Oddity]:
    """Columns without a single cell over whose place the cells of another column reach."""
    layout = evidence.layout
    filled = {name for placed in layout.cells for name in placed}
    found = []
    for name, (low, high) in layout.headers.items():
        middle = (low + high) / 2
        if name not in filled and any(a < middle < b for p in layout.cells for a, b in p.values()):
            found.append(Oddity(None, f"cells reach over the empty column {label(name)}"))
    return found


def out_of_line(evidence: Evidence) -> list[Oddity]:
    """Cells that begin before the line on which their column begins, and fit no other line of it.

    A word from beside the list looks like this; long texts in a centred or right column do not.
    """
    layout = evidence.layout
    most = _LINE * layout.height
    found = []
    for name in sorted({name for placed in layout.cells for name in placed}):
        spans = [placed[name] for placed in layout.cells if name in placed]
        lines = {}
        for edge in (0.0, 0.5, 1.0):
            spots = [a + edge * (b - a) for a, b in spans]
            line = median(spots)
            if sum(abs(spot - line) <= most for spot in spots) >= _MOST_ROWS * len(spots):
                lines[edge] = line
        if len(spans) < 4 or 0.0 not in lines:
            continue
        early = []
        for i, placed in enumerate(layout.cells):
            a, b = placed.get(name, spans[0])
            fits = any(abs(a + edge * (b - a) - at) <= most for edge, at in lines.items())
            if name in placed and a < lines[0.0] - _EARLY * layout.height and not fits:
                early.append((i, a))
        begins = [a for _, a in early]
        outer = len(begins) >= _OUTER and max(begins) - min(begins) <= most
        if name == "description" and outer:
            continue  # the names of parts are set before those of what they are made of
        found += [evidence.odd(i, f"{label(name)} begins before its column") for i, _ in early]
    return found


def stray_columns(evidence: Evidence) -> list[Oddity]:
    """Outer columns far from all others that hold hardly a cell: words from beside the list.

    Where the table's lines go on beyond the header word, they hold the column together with it.
    """
    layout = evidence.layout
    spans = {name: [head] for name, head in layout.headers.items()}
    for placed in layout.cells:
        for name, span in placed.items():
            spans.setdefault(name, []).append(span)
    hulls = sorted((min(a for a, _ in s), max(b for _, b in s), n) for n, s in spans.items())
    if len(hulls) <= 3:
        return []
    found = []
    rooms = hulls[1][0] - hulls[0][1], hulls[-1][0] - hulls[-2][1]
    low, high = layout.sides or (hulls[0][0], hulls[-1][1])
    lined = hulls[0][0] - low > 1, high - hulls[-1][1] > 1
    for (_, _, name), room, ruled in zip((hulls[0], hulls[-1]), rooms, lined, strict=True):
        few = sum(name in placed for placed in layout.cells) <= max(1, 0.15 * len(layout.cells))
        if name.startswith("extra ") and few and not ruled and room > _FAR * layout.height:
            found.append(Oddity(None, f"column {label(name)!r} stands far from the others"))
    return found


def misaligned(evidence: Evidence) -> list[Oddity]:
    """The one number of an evenly aligned column that stands off by half a digit or more."""
    found = []
    for column in ("position", "quantity", "weight", "total_weight"):
        places = []
        for i, placed in enumerate(evidence.layout.cells):
            text = evidence.texts[i].get(column, "").strip()
            if column in placed and text:
                places.append((i, text, *placed[column]))
        if len(places) < 5:
            continue
        digit = median([(b - a) / len(text) for _, text, a, b in places])
        lost = [_off(places, edge, digit) for edge in (0.0, 0.5, 1.0)]
        # The edge that the column is aligned by is the one with fewest cells off.
        steady = [odd for odd in lost if odd is not None]
        if steady and all(len(odd) == 1 for odd in steady):
            i, text = steady[0][0]
            what = f"{label(column)} {text[:24]!r} is out of line, as if a character were lost"
            found.append(evidence.odd(i, what))
    return found


def _off(
    places: Sequence[tuple[int, str, float, float]], edge: float, digit: float
) -> list[tuple[int, str]] | None:
    """Cells off the line that all others share at an edge (0 left, 1 right); None: no such line."""
    spots = [a + edge * (b - a) for _, _, a, b in places]
    line = median(spots)
    most = _OFF * digit * (0.5 if edge == 0.5 else 1.0)
    far = [
        (i, text)
        for (i, text, _, _), spot in zip(places, spots, strict=True)
        if abs(spot - line) > most
    ]
    near = [spot for spot in spots if abs(spot - line) <= most]
    if len(far) > 1 or max(near) - min(near) > _STEADY * digit:
        return None
    return far


def unplaced(evidence: Evidence) -> list[Oddity]:
    """Cells with text but no box, in columns that have boxes, or with a box but no text."""
    cells = evidence.layout.cells
    boxed = {name for placed in cells for name in placed}
    found = [
        evidence.odd(i, f"{label(name)} {text[:30]!r} has no place on the page")
        for i, texts in enumerate(evidence.texts)
        for name, text in texts.items()
        if cells[i] and text.strip() and name not in cells[i] and name in boxed
    ]
    blank = [
        (i, name)
        for i, placed in enumerate(cells)
        for name in placed
        if not evidence.texts[i].get(name, "").strip()
    ]
    return found + [evidence.odd(i, f"the text of {label(name)} is lost") for i, name in blank]


def too_wide(evidence: Evidence) -> list[Oddity]:
    """Numbers whose box has room for one more digit than the text has.

    Digits of one font are equally wide: numbers that differ in their digits only (``9.5 M``,
    ``12.3 M``) differ in width by whole digits.
    """
    groups: dict[str, list[tuple[int, str, str, int, float]]] = {}
    for i, placed in enumerate(evidence.layout.cells):
        for name, (a, b) in placed.items():
            text = evidence.texts[i].get(name, "").strip()
            rest = _DIGITS.sub("", text)
            count = len(text) - len(rest)
            if count and len(rest) <= 6:
                groups.setdefault(rest, []).append((i, name, text, count, b - a))
    # A 1 can be much narrower than the other digits when boxes follow the ink.
    widths = sorted(w / n for _, _, t, n, w in groups.get("", ()) if set(t) != {"1"})
    if len(widths) < 4:
        return []
    digit = widths[len(widths) * 3 // 4]
    found = []
    for rest, members in groups.items():
        marks = median([w - n * digit for _, _, _, n, w in members]) if rest else 0.0
        odd = [m for m in members if m[4] - marks >= (m[3] + _DIGIT) * digit]
        if (rest and len(members) < 4) or len(odd) > max(1, len(members) // 20):
            continue
        found += [
            evidence.odd(i, f"{label(name)} {text!r} fills the room of {count + 1} digits")
            for i, name, text, count, _ in odd
        ]
    return found


def cut(evidence: Evidence) -> list[Oddity]:
    """Cells whose middle lies outside the table's box."""
    layout = evidence.layout
    if layout.sides is None:
        return []
    low, high = layout.sides[0] - 1, layout.sides[1] + 1
    return [
        evidence.odd(i, f"{label(name)} lies outside the table's box")
        for i, placed in enumerate(layout.cells)
        for name, (a, b) in placed.items()
        if not low <= (a + b) / 2 <= high
    ]
