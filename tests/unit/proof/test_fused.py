"""Two columns that were read as one are told by the gap between them."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.page.words import Word
from bomflow.proof.words import check_words

LINE, PITCH = 9.0, 14.0
CELLS = [("41-7687", "2412201"), ("67-5967", "7212679"), ("24-9114", "3640251")]


def word(text: str, x: float, top: float) -> Word:
    return Word(text, x, top, x + 5.0 * len(text), top + LINE)


def told(header: list[Word], cells: list[list[Word]], taken: list[Word] | None = None) -> list[str]:
    """What is told of a list of positions and a column with these words; ``taken``: its header."""
    tops = [PITCH * (i + 1) for i in range(len(cells))]
    positions = [word(str(i + 1), 0.0, top) for i, top in enumerate(tops)]

    def box(words: list[Word]) -> list[float]:
        return [
            min(w.x0 for w in words), min(w.top for w in words),
            max(w.x1 for w in words), max(w.bottom for w in words),
        ]  # fmt: skip

    names = header if taken is None else taken
    table: dict[str, Any] = {
        "bbox": [0.0, 0.0, 200.0, tops[-1] + LINE],
        "header": [
            {"text": "POS", "column": "position", "bbox": [0.0, 0.0, 15.0, LINE]},
            {
                "text": " ".join(w.text for w in names),
                "column": "article_number",
                "bbox": box(names),
            },
        ],
        "printed_total": "",
        "rows": [
            {
                "cells": {
                    "position": number.text, "article_number": " ".join(w.text for w in own)
                },
                "bbox": [0.0, top, 200.0, top + LINE],
                "cell_boxes": {"position": list(number.box), "article_number": box(own)},
            }
            for number, own, top in zip(positions, cells, tops, strict=True)
        ],
    }  # fmt: skip
    words = [word("POS", 0.0, 0.0), *header, *positions, *(w for own in cells for w in own)]
    reasons = [odd.reason for odd in check_words([table], words)[0]]
    return [reason for reason in reasons if "two columns" in reason]


def cells(x: float) -> list[list[Word]]:
    return [
        [word(a, 60.0, PITCH * (i + 1)), word(b, x, PITCH * (i + 1))]
        for i, (a, b) in enumerate(CELLS)
    ]


def test_a_gap_through_header_and_cells_is_told() -> None:
    header = [word("ZEICHNUNG", 55.0, 0.0), word("ARTIKELNR.", 104.0, 0.0)]
    sentence = "column 'ZEICHNUNG ARTIKELNR.' seems to be two columns"
    assert told(header, cells(110.0)) == [sentence]


def test_a_header_that_no_column_took_counts() -> None:
    header = [word("CLASS", 60.0, 0.0), word("PART NO.", 110.0, 0.0)]
    assert told(header, cells(110.0), header[1:]) == ["column 'PART NO.' seems to be two columns"]


@pytest.mark.parametrize("apart", [2.5, 4.0])
def test_words_a_blank_apart_are_one_text(apart: float) -> None:
    header = [word("DRAWING", 60.0, 0.0), word("NUMBER", 60.0 + 35.0 + apart, 0.0)]
    assert told(header, cells(60.0 + 35.0 + apart)) == []


def test_one_header_over_codes_in_two_parts_is_one_column() -> None:
    assert told([word("ARTICLE", 75.0, 0.0)], cells(110.0)) == []


def test_the_blank_of_monospaced_type_is_no_gap() -> None:
    header = [word("MATERIAL", 60.0, 0.0), word("SIZE", 106.0, 0.0)]
    sizes = [
        [word(a, 60.0, PITCH * (i + 1)), word(b, 106.0, PITCH * (i + 1))]
        for i, (a, b) in enumerate([("PLATE-10", "50"), ("PLATE-12", "60"), ("ANGLE-50", "5")])
    ]
    assert told(header, sizes) == []


def test_a_caption_over_two_headers_does_not_hide_the_gap_between_them() -> None:
    """Each line of a header counts by itself."""
    header = [
        word("SUB-ASSEMBLY", 70.0, -10.0), word("ZEICHNUNG", 55.0, 0.0), word("ARTIKEL", 110.0, 0.0)
    ]  # fmt: skip
    assert told(header, cells(110.0)) != []
