"""Cells that several rows share."""

from __future__ import annotations

import pytest

from drawgen.content import compose
from drawgen.ink import Stroke
from drawgen.layout import measure
from drawgen.paper import Paper
from drawgen.spec import Sheet, Table
from drawgen.table import draw


@pytest.mark.parametrize("rows", [2, 3])
def test_the_text_is_of_the_first_row_and_stands_in_the_middle_of_all(rows: int) -> None:
    table = Table(seed=5, rows=8, total=False, merged=rows, wrap="none")
    layout = measure(compose(table), "Helvetica", 8.0)
    paper = Paper(Sheet())
    truth = draw(paper, layout, 100, 100)
    texts = [row.row.cells["description"] for row in truth.rows]
    assert [not text for text in texts] == [0 < i % 5 < rows for i in range(8)]
    box = truth.rows[0].boxes["description"]
    others = truth.rows[0].boxes["quantity"], truth.rows[rows - 1].boxes["quantity"]
    assert (box[1] + box[3]) == pytest.approx(sum(o[1] + o[3] for o in others) / 2, abs=1)
    # between the first two rows there is no line through the cell
    level = (truth.rows[0].boxes["quantity"][3] + truth.rows[1].boxes["quantity"][1]) / 2
    lines = [s for s in paper.finish(None).lines if isinstance(s, Stroke)]  # type: ignore[arg-type]
    across = [s.points for s in lines if abs(s.points[0][1] - s.points[-1][1]) < 0.1]
    near = [p for p in across if abs(p[0][1] - level) < 3]
    assert near
    assert not any(p[0][0] < box[0] < p[-1][0] for p in near)


def test_lists_without_lines_between_rows_have_none() -> None:
    for ruling in ("none", "columns"):
        table = Table(seed=5, rows=7, merged=2, ruling=ruling)
        layout = measure(compose(table), "Helvetica", 8.0)
        assert not any(block.shared for block in layout.blocks)
