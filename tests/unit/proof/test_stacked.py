"""A stack beside the list that was not read is told, with positions and without."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.page.words import Word
from bomflow.proof.words import check_words

COLUMNS = {"position": 0.0, "quantity": 30.0, "article_number": 60.0}
LINE, PITCH, ASIDE = 9.0, 14.0, 130.0


def word(text: str, x: float, top: float) -> Word:
    return Word(text, x, top, x + 5.0 * len(text), top + LINE)


def line(texts: dict[str, str], top: float, aside: float = 0.0) -> list[Word]:
    return [word(text, COLUMNS[name] + aside, top) for name, text in texts.items()]


def told(positions: list[str], beside: list[list[Word]]) -> list[str]:
    """What is told of a list with these positions, '' for none, and the lines beside it."""
    texts = [
        {"position": p, "quantity": str(i + 2), "article_number": f"7-{i}31"}
        for i, p in enumerate(positions)
    ]
    texts = [{name: text for name, text in row.items() if text} for row in texts]
    tops = [PITCH * (i + 1) for i in range(len(texts))]
    words = [w for row, top in zip(texts, tops, strict=True) for w in line(row, top)]
    table: dict[str, Any] = {
        "bbox": [0.0, 0.0, 100.0, tops[-1] + LINE],
        "header": [
            {"text": name, "column": name, "bbox": [x, 0.0, x + 20.0, LINE]}
            for name, x in COLUMNS.items()
        ],
        "printed_total": "",
        "rows": [
            {
                "cells": row,
                "bbox": [0.0, top, 100.0, top + LINE],
                "cell_boxes": {n: list(word(t, COLUMNS[n], top).box) for n, t in row.items()},
            }
            for row, top in zip(texts, tops, strict=True)
        ],
    }
    words += [word(name, x, 0.0) for name, x in COLUMNS.items()]
    words += [w for own in beside for w in own]
    reasons = {odd.reason for odd in check_words([table], words)[0]}
    return sorted(reason for reason in reasons if "seems to go on" in reason)


def stack(positions: list[str]) -> list[list[Word]]:
    return [
        line({"position": p, "quantity": "4", "article_number": f"8-{i}07"}, PITCH * i, ASIDE)
        for i, p in enumerate(positions)
    ]


@pytest.mark.parametrize(
    ("read", "beside"),
    [
        (["1", "2", "3"], ["4", "5"]),
        (["1", "2", "3"], ["4"]),
        (["001", "002", "003"], ["004", "005"]),
        (["10", "20", "30"], ["40", "50"]),
        (["6", "5", "4"], ["3", "2"]),
        (["1", "2", "3"], ["3", "5", "6"]),
        (["1", "4", "5"], ["9", "12"]),
    ],
    ids=["on", "one row", "padded", "tens", "down", "again", "gaps"],
)
def test_positions_that_count_on_beside_the_list(read: list[str], beside: list[str]) -> None:
    told_so = f"the list seems to go on beside its rows, with position {beside[0]}"
    assert told(read, stack(beside)) == [told_so]


@pytest.mark.parametrize(
    "beside",
    [
        [],
        [[word("1", 130.0, 20.0)], [word("3", 130.0, 50.0)], [word("2", 130.0, 80.0)]],
        stack(["40", "50"]),
        stack(["1", "2"]),
    ],
    ids=["nothing", "balloons of its parts", "far numbers", "another list"],
)
def test_figures_beside_a_list_that_do_not_count_on(beside: list[list[Word]]) -> None:
    assert told(["1", "2", "3"], beside) == []


def test_columns_beside_a_list_without_positions() -> None:
    beside = [
        line({"quantity": "4", "article_number": f"8-{i}07"}, PITCH * i, ASIDE) for i in range(3)
    ]
    assert told(["", "", ""], beside) == ["the list seems to go on beside its rows"]
    assert told(["", "", ""], beside[:1]) == []
    moved = [[own[0], own[1]._replace(x0=own[1].x0 + 7, x1=own[1].x1 + 7)] for own in beside]
    assert told(["", "", ""], moved) == []


def test_columns_beside_a_list_of_assemblies() -> None:
    """Positions such as 1.2 are no numbers to count on."""
    told_so = ["the list seems to go on beside its rows"]
    assert told(["1", "1.1", "1.2"], stack(["1.3", "2", "2.1"])) == told_so
    assert told(["1", "1.1", "1.2"], []) == []


@pytest.mark.parametrize(("aside", "number"), [(130.0, 1), (250.0, 0)])
def test_figures_far_beside_a_list_are_none_of_it(aside: float, number: int) -> None:
    """Balloons and dimensions may count on too."""
    lines = [
        line({"position": str(n), "quantity": "2", "article_number": f"8-{n}31"}, PITCH * n, aside)
        for n in (4, 5, 6)
    ]
    assert len(told(["1", "2", "3"], lines)) == number
