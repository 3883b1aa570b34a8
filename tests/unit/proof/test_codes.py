"""Codes with words beside them."""

from __future__ import annotations

from typing import Any

from bomflow.extract.settings import ReadSettings
from bomflow.proof.verdict import check_table


def _reasons(*articles: str) -> list[str]:
    rows = [{"cells": {"position": str(n), "article_number": a, "quantity": "1"}, "extra": {}}
            for n, a in enumerate(articles, 1)]  # fmt: skip
    table: dict[str, Any] = {
        "header": [{"text": n, "column": n} for n in ("position", "article_number", "quantity")],
        "rows": rows, "check_reasons": [], "printed_total": None,
    }  # fmt: skip
    check_table(table, ReadSettings())
    return [r for r in table["check_reasons"] if "code" in r]


def test_the_kind_of_a_document_is_of_its_code() -> None:
    codes = [f"АБВГ.301245.{n:03}" for n in range(1, 6)]
    assert _reasons("АБВГ.301245.001 СБ", *codes) == []
    assert _reasons("АБВГ.301245.001 Корпус", *codes) != []
