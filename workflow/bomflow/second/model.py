"""What a second reading must know of the first one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bomflow.page.frames import Turn
from bomflow.proof.oddity import Oddity
from bomflow.table.cells.touching import WHOLE, Parted
from bomflow.table.model import Table


@dataclass
class Reading:
    """A table as it was read: its entry in the record, its words, the turn of its frame.

    ``own``: what the reader says against it, ``page``: what holds for all tables of its page,
    ``parted``: words of the page that were cut, ``told``: what the page's words say against it.
    """

    entry: dict[str, Any]
    table: Table
    turn: Turn
    page: list[str]
    parted: Parted = WHOLE
    told: list[Oddity] = field(default_factory=list)

    @property
    def own(self) -> list[str]:
        """The reasons before anything was checked."""
        return [*self.table.reasons, *self.page]
