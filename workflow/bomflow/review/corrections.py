"""The corrections file: tables that a person compared with the drawing, as they should be.

JSON, UTF-8. One entry holds a whole table, bound to the bytes of its PDF by their SHA-256, so that
it stays true however the reading of that PDF changes. The review page writes such files; several
of them, from several people, may lie in one folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from bomflow.record import Cells, PageNumber

MAX_BYTES = 200_000_000
Index = Annotated[int, Meta(ge=0, le=2**53)]
Number = Annotated[float, Meta(ge=-1e6, le=1e6)]


class CorrectedRow(Struct, forbid_unknown_fields=True):
    """A row as it should be; ``read`` is what was read there, None for a row that was missing."""

    cells: Cells
    read: Cells | None = None
    section: str = ""
    extra: dict[str, str] = {}


class Correction(Struct, forbid_unknown_fields=True):
    """One table as it should be, in reading order; no rows means that there is no parts list.

    ``bbox`` is [x0, top, x1, bottom] in points of the displayed page, ``removed`` the rows that
    were read but are none.
    """

    filename: str
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    page: PageNumber
    table_index: Index
    bbox: Annotated[list[Number], Meta(min_length=4, max_length=4)]
    rows: list[CorrectedRow]
    removed: list[Cells] = []
    checked_at: str = ""
    checked_by: str = ""
    remark: str = ""


class _File(Struct, forbid_unknown_fields=True):
    bomflow_corrections: Literal[1]
    tables: list[Correction]


class CorrectionsError(Exception):
    """A corrections file that cannot be used; the message names it and says what to do."""


def corrections_files(path: str | None) -> list[str]:
    """The files behind the configuration's ``corrections``: that file, or ``*.json`` of a folder.

    Raises:
        CorrectionsError: there is no such file or folder, or the folder holds none.
    """
    if path is None:
        return []
    if os.path.isdir(path):
        names = sorted(name for name in os.listdir(path) if name.lower().endswith(".json"))
        if not names:
            raise CorrectionsError(f"There is no *.json in {path!r}, the folder of corrections.")
        return [os.path.join(path, name) for name in names]
    if not os.path.isfile(path):
        raise CorrectionsError(
            f"The corrections {path!r} do not exist. Export them on the review page "
            "(results/review/index.html), or set corrections: null."
        )
    return [path]


def read_corrections(paths: Iterable[str | os.PathLike[str]]) -> list[Correction]:
    """All corrections of ``paths``; of two of one table the one checked later holds.

    Raises:
        CorrectionsError: a file cannot be read or is none of corrections.
    """
    latest: dict[tuple[str, str, int, int], Correction] = {}
    for path in paths:
        for entry in _read(os.fspath(path)):
            key = (entry.filename, entry.sha256, entry.page, entry.table_index)
            before = latest.get(key)
            if before is None or entry.checked_at >= before.checked_at:
                latest[key] = entry
    return sorted(latest.values(), key=lambda c: (c.filename, c.page, c.table_index, c.sha256))


def by_drawing(corrections: Sequence[Correction]) -> dict[str, list[Correction]]:
    """The corrections by the filename of their drawing."""
    found: dict[str, list[Correction]] = {}
    for correction in corrections:
        found.setdefault(correction.filename, []).append(correction)
    return found


def _read(path: str) -> list[Correction]:
    try:
        if os.path.getsize(path) > MAX_BYTES:
            raise CorrectionsError(f"{path}: more than {MAX_BYTES // 10**6} MB are no corrections.")
        with open(path, "rb") as stream:
            return msgspec.json.decode(stream.read(), type=_File).tables
    except (OSError, ValueError, RecursionError) as error:
        raise CorrectionsError(
            f"{path} cannot be used as corrections ({error}). "
            "Export it on the review page again, or take it out of the configuration."
        ) from error
