"""Rulings in every style, shades, and marks of rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drawgen.content import compose
from drawgen.ink import Box, Rectangle, Stroke
from drawgen.layout import measure
from drawgen.paper import Paper
from drawgen.rulings import APART, DASH, Ruler
from drawgen.spec import Sheet, Table
from drawgen.table import draw


def lines_of(style: str) -> list[tuple[Box, float]]:
    """One level line of 40 points as it is drawn: ends and width of its strokes."""
    paper = Paper(Sheet())
    Ruler(paper, style, 8.0).line(10, 20, 50, 20, 0.4)
    return [
        ((*line.points[0], *line.points[-1]), line.width)
        for line in paper.finish(None).lines  # type: ignore[arg-type]
        if isinstance(line, Stroke)
    ]


def test_styles_of_a_line() -> None:
    assert lines_of("plain") == [((10, 20, 50, 20), 0.4)]
    assert [box[1] for box, _ in lines_of("double")] == [20 - APART / 2, 20 + APART / 2]
    assert lines_of("fat")[0][1] == 2.0
    dashes = lines_of("dashed")
    assert len(dashes) == 9
    assert dashes[0][0] == (10, 20, 10 + DASH, 20)
    assert all(box[2] <= 50 for box, _ in dashes)


@pytest.mark.parametrize(
    ("changes", "shades", "more"),
    [({}, 0, 0), ({"shaded": True}, 4, 0), ({"struck": 2}, 0, 3), ({"revision_marks": 3}, 0, 6)],
)
def test_marks_of_rows(changes: dict, shades: int, more: int) -> None:
    """Header and every second of six rows on grey; three rows struck; two triangles."""

    def drawn(table: Table) -> Paper:
        paper = Paper(Sheet())
        draw(paper, measure(compose(table), "Helvetica", 8.0), 100, 100)
        return paper

    plain = Table(seed=5, rows=6, total=False)
    pages = [drawn(t).finish(None) for t in (plain, replace(plain, **changes))]  # type: ignore[arg-type]
    strokes = [sum(not isinstance(line, Rectangle) for line in page.lines) for page in pages]
    assert len(pages[1].shades) == shades
    assert strokes[1] - strokes[0] == more
