"""Where in a chain of characters the text of the next column begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.chains import KERNING, Text, whole_runs
from bomflow.page.glyph import BLANK
from bomflow.table.cells.grid import Grid

# In font sizes.
SLACK = 0.25  # by which a text may begin before, or end behind, the edge of its column
_ALIKE = 0.15  # by which the begins, ends and middles of a column's texts differ
SAME = 0.02  # where every character is a run of its own, one of them may stand so by chance
_STEP = 0.04  # between two characters of one text but for kerning
_WORD = 3  # characters of a run that is no sign of another font
# Shares of a column's texts.
_MANY, _NEARLY_ALL = 0.4, 0.8


def cut_at_seams(text: Text, edges: Sequence[int], grid: Grid) -> list[Text]:
    """The texts of several cells that a chain of characters is."""
    cuts = sorted({cut for edge in edges if (cut := _seam(text, edge, grid))})
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]


def _seam(text: Text, edge: int, grid: Grid) -> int:
    """Before which character the text of the column right of an edge begins, 0 if none does."""
    at, size = grid.edges[edge], text[0].size
    steps = {k: b.x0 - a.x1 for k, (a, b) in enumerate(pairwise(text), 1)}
    drawn_whole = whole_runs(text)
    runs = [k for k in steps if text[k - 1].run != text[k].run]
    within = [k for k in runs if steps[k] <= BLANK * size]
    sure, likely = [], []
    for k, step in steps.items():
        first, second = text[k - 1], text[k]
        if second.x0 < at - SLACK * size and first.x1 > at + SLACK * size:
            continue
        rest = max((abs(s) for i, s in steps.items() if i != k and s <= BLANK * size), default=0.0)
        odd = abs(step) > max(_STEP * size, 2 * rest)
        if odd and first.x1 <= at <= second.x0:
            # A blank of a sentence may lie there, but not behind the figures of all rows alike.
            fused = grid.inside and not grid.inside[edge - 1] and not grid.inside[edge]
            figures = all(g.char.isdecimal() for g in text[:k])
            if (fused and figures) or (grid.hard[edge] and step <= BLANK * size):
                sure.append(k)
                continue
        if k not in runs:
            continue
        if (k not in within and not drawn_whole) or (not odd and len(within) > 1):
            if begins(grid, edge, second.x0, size, 2, tight=True):
                sure.append(k)
            continue
        if odd and step < -KERNING * size:
            sure.append(k)
            continue
        least = 1 if odd else 2
        if begins(grid, edge, second.x0, size, least):
            sure.append(k)
        elif _ends(grid, edge, second.x0, text[-1].x1, size, least):
            likely.append(k)
    found = sure or likely
    return found[0] if len(found) == 1 else 0


def doubtful(
    parts: Sequence[Text], edges: Sequence[int], cuts: Sequence[float], grid: Grid
) -> bool:
    """Whether texts that were one chain, or one that is, may belong to the columns otherwise.

    ``cuts``: where words begin that were read as another cell than those before them.
    """
    return _evenly(parts, cuts) or any(_glued(part, edges, grid) for part in parts)


def _evenly(parts: Sequence[Text], cuts: Sequence[float]) -> bool:
    """Whether cells part at a step as between other runs of a text, which may only run over."""
    size = parts[0][0].size
    steps: list[float] = []
    at_cuts = [b[0].x0 - a[-1].x1 for a, b in pairwise(parts)]
    for a, b in (both for part in parts for both in pairwise(part) if not whole_runs(part)):
        step = b.x0 - a.x1
        if a.run == b.run:
            continue
        if step > BLANK * size and any(abs(b.x0 - x) <= SAME * size for x in cuts):
            at_cuts.append(step)
        else:
            steps.append(step)
    return any(abs(one - other) <= SAME * size for one in at_cuts for other in steps)


def _glued(text: Text, edges: Sequence[int], grid: Grid) -> bool:
    """Whether two runs stand together over or behind an edge where all others keep a blank."""
    size = text[0].size
    if whole_runs(text) or not any(text[0].x0 < grid.edges[i] < text[-1].x1 for i in edges):
        return False
    joints = [k for k in range(1, len(text)) if text[k - 1].run != text[k].run]
    tight = [k for k in joints if text[k].x0 - text[k - 1].x1 <= BLANK * size]
    if len(tight) != 1 or len(joints) < 2:
        return False
    runs = [text[k - 1].run for k in tight] + [text[k].run for k in tight]
    return all(sum(g.run == run for g in text) >= _WORD for run in runs)


def begins(
    grid: Grid, edge: int, x0: float, size: float, least: int = 1, tight: bool = False
) -> bool:
    """Whether a text begins where those of the column right of an edge do; ``tight``: exactly."""
    starts = [a for a, _ in grid.inside[edge]] if grid.inside else []
    if tight:
        return _alike(starts, x0, size, least, SAME, _NEARLY_ALL)
    return _alike(starts, x0, size, least)


def common_begins(grid: Grid, size: float) -> list[float]:
    """Where nearly all texts of a column begin, of each column of which they do."""
    columns = [[a for a, _ in texts] for texts in grid.inside]
    return [
        x0 for starts in columns for x0 in starts[:1] + starts[-1:]
        if _alike(starts, x0, size, 2, SAME, _NEARLY_ALL)
    ]  # fmt: skip


def _ends(grid: Grid, edge: int, x0: float, x1: float, size: float, least: int) -> bool:
    """Whether a text ends, or has its middle, where those of the column right of an edge do."""
    texts = grid.inside[edge] if grid.inside else []
    middles = [(a + b) / 2 for a, b in texts]
    return ends(grid, edge, x1, size, least) or _alike(middles, (x0 + x1) / 2, size, least)


def ends(grid: Grid, edge: int, x1: float, size: float, least: int = 1) -> bool:
    """Whether a text ends where those of the column right of an edge do."""
    texts = grid.inside[edge] if grid.inside else []
    return _alike([b for _, b in texts], x1, size, least)


def _alike(
    values: Sequence[float], value: float, size: float, least: int,
    off: float = _ALIKE, share: float = _MANY,
) -> bool:  # fmt: skip
    """Whether a value is that of many others, but for ``off`` font sizes."""
    same = sum(abs(v - value) <= off * size for v in values)
    return same >= max(least, share * len(values))
