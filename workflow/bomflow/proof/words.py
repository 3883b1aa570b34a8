"""What the page's words say about its tables, beside what the reader itself says.

Words inside a table's box that no cell took are the reader's own ``leftover``. The rules here see
cells that are not what stands in their place, and rows lost at the end of a list, which lie outside
of its box.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bomflow.page.words import Word
from bomflow.proof.abreast import parted_elsewhere
from bomflow.proof.astray import (
    before_column,
    holds_another,
    parted_words,
    printed_over,
    run_on,
)
from bomflow.proof.beside import column_beside, header_beside
from bomflow.proof.beyond import rows_beyond
from bomflow.proof.fused import fused_columns
from bomflow.proof.headings import headings_in_cells, rows_in_header
from bomflow.proof.layout import Layout, as_box
from bomflow.proof.leaning import leaning
from bomflow.proof.near import Page, page_around
from bomflow.proof.oddity import Oddity
from bomflow.proof.offlevel import off_level
from bomflow.proof.severed import severed_lines
from bomflow.proof.stacked import columns_beside, counts_on_beside
from bomflow.proof.within import (
    holes,
    other_letters,
    tables_in_each_other,
    unlike_wraps,
    wrong_wraps,
)

WORD_RULES: dict[str, Callable[[dict[str, Any], Layout, Page], list[Oddity]]] = {
    rule.__name__: rule
    for rule in (
        tables_in_each_other,
        rows_beyond,
        severed_lines,
        column_beside,
        header_beside,
        fused_columns,
        counts_on_beside,
        columns_beside,
        other_letters,
        parted_words,
        printed_over,
        before_column,
        run_on,
        holds_another,
        wrong_wraps,
        unlike_wraps,
        headings_in_cells,
        rows_in_header,
        off_level,
        holes,
        leaning,
    )
}
"""Every rule that needs the page's words, by name."""


def check_words(tables: Sequence[dict[str, Any]], words: Sequence[Word]) -> list[list[Oddity]]:
    """What the page's words say against each of its tables.

    ``tables`` are all tables of a page, ``words`` all its words (points, displayed page). What is
    found goes to the verdict (check_tables).
    """
    boxes = [box for table in tables if (box := as_box(table.get("bbox")))]
    found: list[list[Oddity]] = []
    for table, parted in zip(tables, parted_elsewhere(tables), strict=True):
        layout = Layout(table)
        if not layout.spans or layout.sides is None or not all(r.get("bbox") for r in layout.rows):
            found.append(parted)
            continue
        page = page_around(layout, words, boxes)
        told = [odd for rule in WORD_RULES.values() for odd in rule(table, layout, page)]
        found.append([*parted, *told])
    return found
