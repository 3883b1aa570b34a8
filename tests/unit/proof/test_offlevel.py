"""Cells that stand off the line of their row beside a row that lacks one."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.page.words import Word
from bomflow.proof.words import check_words

LINE, PITCH = 9.0, 16.0
COLUMNS = {"position": 0.0, "quantity": 60.0, "description": 120.0}


def word(text: str, x: float, top: float) -> Word:
    return Word(text, x, top, x + 5.0 * len(text), top + LINE, 0)


def told(off: float, lacks: bool = True, others: float = 0.0) -> list[str]:
    """What is said of a list whose third description stands ``off`` its row, in points.

    ``lacks``: the row before it has none; ``others``: how far the other ones stand off.
    """
    words = [word(name, at, 0.0) for name, at in COLUMNS.items()]
    rows: list[dict[str, Any]] = []
    for i in range(6):
        top = PITCH * (i + 1)
        placed = {"position": word(str(i + 1), 0.0, top), "quantity": word("2", 60.0, top)}
        if i != 1 or not lacks:
            placed["description"] = word(f"PART-{i}", 120.0, top + (off if i == 2 else others))
        words += placed.values()
        rows.append(
            {
                "cells": {name: w.text for name, w in placed.items()},
                "bbox": [0.0, top, 300.0, top + LINE + max(off, others)],
                "cell_boxes": {name: list(w.box) for name, w in placed.items()},
            }
        )
    header = [
        {"text": name, "column": name, "bbox": [at, 0.0, at + 40.0, LINE]}
        for name, at in COLUMNS.items()
    ]
    bbox = [0.0, 0.0, 300.0, PITCH * 7]
    table = {"bbox": bbox, "header": header, "rows": rows, "printed_total": ""}
    found = dict.fromkeys(odd.reason for odd in check_words([table], words)[0])
    return [reason for reason in found if "stands off" in reason]


def test_a_text_in_the_middle_of_two_rows() -> None:
    said = "position 3: description stands off its row, and position 2 has none"
    assert told(3.0) == [said]


@pytest.mark.parametrize(
    "sheet",
    [
        {"off": 0.3},  # inks differ
        {"off": 3.0, "lacks": False},
        {"off": 3.0, "others": 3.0},  # the column is set lower
        {"off": 6.0},  # between rows: the reader knows of the cell
    ],
)
def test_texts_that_are_of_their_row(sheet: dict[str, Any]) -> None:
    assert told(**sheet) == []
