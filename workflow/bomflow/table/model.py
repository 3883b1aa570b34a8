"""A table as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field

from bomflow.page.words import Box, Word
from bomflow.table.body.rows import Row
from bomflow.table.cells.grid import Grid
from bomflow.table.header.columns import Band, Column


@dataclass
class Table:
    """A table in the reading frame."""

    band: Band
    columns: list[Column]
    rows: list[Row]
    box: Box
    printed_total: str = ""
    totals: list[str] = field(default_factory=list)  # of several TOTAL lines what each prints
    total_words: list[Word] = field(default_factory=list)
    section: str = ""  # the last heading: rows that follow stand under it
    section_words: list[Word] = field(default_factory=list)
    header_words: list[Word] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)  # reasons that hold however it is read
    leftover: list[Word] = field(default_factory=list)
    over: list[Word] = field(default_factory=list)  # lines over the first row that are not its own
    grid: Grid | None = None  # of the columns, where it is known

    @property
    def words(self) -> list[Word]:
        """Every word that a cell, the header, a total or a section took."""
        rows = [w for r in self.rows for w in r.words]
        return rows + self.header_words + self.total_words + self.section_words

    def index(self, name: str) -> int | None:
        """Index of the column of that name."""
        return next((i for i, c in enumerate(self.columns) if c.name == name), None)
