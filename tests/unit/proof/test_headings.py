"""Headings that may have been taken for lines of cells."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.page.words import Word
from bomflow.proof.words import check_words

LINE, PITCH = 9.0, 14.0
COLUMNS = {"quantity": 0.0, "description": 60.0, "weight": 260.0}


def word(text: str, x: float, top: float) -> Word:
    return Word(text, x, top, x + 5.0 * len(text), top + LINE, 0)


def told(apart: float, x: float = 60.0, sections: bool = True) -> list[str]:
    """What is said of a list whose second row holds PLATES in a line ``apart`` from its own.

    ``x``: where that line begins; ``sections``: SUPPORTS heads the list, in line with the
    descriptions.
    """
    words = [word(name, at, 0.0) for name, at in COLUMNS.items()]
    words += [word("SUPPORTS", 60.0, PITCH)] if sections else []
    rows: list[dict[str, Any]] = []
    top = 2 * PITCH
    for i in range(4):
        own = [("quantity", str(i + 1)), ("description", f"CLAMP {i}"), ("weight", "1.5")]
        placed = {name: word(text, COLUMNS[name], top) for name, text in own}
        boxes = {name: list(w.box) for name, w in placed.items()}
        texts = dict(own)
        words += placed.values()
        if i == 1:
            more = word("PLATES", x, top + apart)
            words.append(more)
            texts["description"] += " PLATES"
            boxes["description"][2:] = [200.0, more.bottom]
        rows.append(
            {
                "section": "SUPPORTS" if sections else "",
                "cells": texts,
                "bbox": [0.0, top, 300.0, max(box[3] for box in boxes.values())],
                "cell_boxes": boxes,
            }
        )
        top += PITCH + (apart if i == 1 else 0.0)
    header = [
        {"text": name, "column": name, "bbox": [at, 0.0, at + 40.0, LINE]}
        for name, at in COLUMNS.items()
    ]
    table = {"bbox": [0.0, 0.0, 300.0, top], "header": header, "rows": rows, "printed_total": ""}
    found = dict.fromkeys(odd.reason for odd in check_words([table], words)[0])
    return [reason for reason in found if "as headings do" in reason]


def test_a_line_as_far_from_its_row_as_rows_are_where_headings_begin() -> None:
    assert told(PITCH) == ["row 2: description holds 'PLATES', which stands as headings do"]


@pytest.mark.parametrize(
    "sheet",
    [
        {"apart": 10.0},  # a wrapped line
        {"apart": PITCH, "x": 80.0},
        {"apart": PITCH, "sections": False},
    ],
)
def test_lines_that_do_not_stand_so(sheet: dict[str, Any]) -> None:
    assert told(**sheet) == []


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (12.0, ["row 4: description may go on in the header, which is nearer to it"]),
        (24.0, []),  # the header begins there
    ],
)
def test_the_end_of_a_cell_over_the_header_at_the_lower_end(gap: float, said: list[str]) -> None:
    """FLANGE stands ``gap`` points below the last row and 16 over the header's name."""
    words, rows = [], []
    for i in range(4):
        placed = {
            "quantity": word("2", 0.0, PITCH * i),
            "description": word(f"CLAMP {i}", 60.0, PITCH * i),
        }
        words += placed.values()
        rows.append(
            {
                "cells": {name: w.text for name, w in placed.items()},
                "bbox": [0.0, PITCH * i, 300.0, PITCH * i + LINE],
                "cell_boxes": {name: list(w.box) for name, w in placed.items()},
            }
        )
    more, top = word("FLANGE", 60.0, PITCH * 3 + gap), PITCH * 3 + gap + 16.0
    words += [more, word("description", 60.0, top), word("quantity", 0.0, top)]
    header = [
        {"text": "quantity", "column": "quantity", "bbox": [0.0, top, 40.0, top + LINE]},
        {
            "text": "FLANGE description",
            "column": "description",
            "bbox": [60.0, more.top, 115.0, top + LINE],
        },
    ]
    bbox = [0.0, 0.0, 300.0, top + LINE]
    table = {"bbox": bbox, "header": header, "rows": rows, "printed_total": ""}
    found = [odd.reason for odd in check_words([table], words)[0]]
    assert [reason for reason in found if "in the header" in reason] == said
