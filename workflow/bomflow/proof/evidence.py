"""What every rule of the verdict looks at: one table's texts, figures and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bomflow.proof.layout import Layout
from bomflow.proof.oddity import Oddity, row_name
from bomflow.proof.weights import Weights

VERIFIED, CONSISTENT, SUSPECT = "verified", "consistent", "suspect"
_PAPERS = {"документация", "документація", "documentation", "dokumentation", "dokumentacja"}
FIGURES = ("position", "quantity", "weight", "total_weight")


class Evidence(NamedTuple):
    """One table of a record. ``texts`` are the cells of each row, extra columns as 'extra NAME'."""

    table: dict[str, Any]
    rows: Sequence[dict[str, Any]]
    texts: Sequence[dict[str, str]]
    weights: Weights
    layout: Layout

    def column(self, name: str) -> list[str]:
        """The texts of one column, '' where a row has none."""
        return [texts.get(name, "") for texts in self.texts]

    def odd(self, i: int, what: str) -> Oddity:
        """A finding about row i."""
        return Oddity(i, f"{row_name(self.rows[i], i)}: {what}")


def is_paper(row: dict[str, Any]) -> bool:
    """Whether a row stands under the heading of the drawings of a list, which have no number."""
    return str(row.get("section") or "").strip().casefold() in _PAPERS


def cell_texts(row: dict[str, Any]) -> dict[str, str]:
    """All cells of a row by column, the extra columns too."""
    texts = {str(k): str(v or "") for k, v in (row.get("cells") or {}).items()}
    texts.update({f"extra {k}": str(v or "") for k, v in (row.get("extra") or {}).items()})
    return texts


def label(column: str) -> str:
    """How a sentence calls a column."""
    return column.removeprefix("extra ").replace("_", " ")
