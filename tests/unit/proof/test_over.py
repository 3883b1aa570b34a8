"""A cell over another cell of its row is told."""

from __future__ import annotations

from typing import Any

from bomflow.extract.settings import ReadSettings
from bomflow.proof.verdict import check_table

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")


def told(*spans: tuple[float, float]) -> list[str]:
    """What is told of a list whose last row has an article number from one x to another."""
    rows: list[dict[str, Any]] = []
    for i, (low, high) in enumerate([(20.0, 60.0), (20.0, 60.0), *spans]):
        top = 14.0 * (i + 1)
        boxes = {
            "position": [0.0, top, 10.0, top + 9],
            "article_number": [low, top, high, top + 9],
            "quantity": [80.0, top, 90.0, top + 9],
        }
        texts = {"position": str(i + 1), "article_number": f"KX-{i}41", "quantity": "2"}
        box = [0.0, top, 200.0, top + 9]
        rows.append({"cells": dict.fromkeys(SIX, "") | texts, "cell_boxes": boxes, "bbox": box})
    table = {
        "header": [], "rows": rows, "printed_total": "", "check_reasons": [], "leftover": [],
        "bbox": [0.0, 0.0, 200.0, 100.0],
    }  # fmt: skip
    check_table(table, ReadSettings())
    return [reason for reason in table["check_reasons"] if "reaches over" in reason]


def test_a_note_joined_to_the_last_row_is_told() -> None:
    assert told((20.0, 150.0)) == ["position 3: article number reaches over quantity"]


def test_a_text_that_ends_over_its_neighbour_is_none() -> None:
    assert told((20.0, 85.0)) == []


def test_texts_that_do_so_elsewhere_or_often_are_a_habit() -> None:
    assert told((20.0, 150.0), (20.0, 60.0)) == []
    assert told((20.0, 150.0), (20.0, 150.0)) == []
