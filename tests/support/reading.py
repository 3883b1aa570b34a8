"""What was read held against what was drawn: the promises that hold for every sheet."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")

Record = dict[str, Any]
Box = tuple[float, ...] | list[float]


def read_bytes(data: bytes, **settings: Any) -> Record:
    """The record's content of a PDF in memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawing.pdf"
        path.write_bytes(data)
        return read_document(str(path), ReadSettings(**settings))


def broken_promises(record: Record, truth: Record) -> list[str]:
    """Sentences about what the reading promises for every sheet and this one breaks.

    ``truth`` is the record of :class:`drawgen.truth.FileTruth`. Promised are: no row that is not
    drawn, no drawn row lost, unless a table in that place says that it is suspect; no row on a
    page without a list; boxes inside the page and around the words they say.
    """
    broken = []
    for page in truth["pages"]:
        read = [table for table in record["tables"] if table["page"] == page["page"]]
        where = f"page {page['page']}: "
        sentences = [*_silent(read, page), *_unheard(read, page), *_misplaced(read, page)]
        broken += [where + sentence for sentence in sentences]
    return broken


def essence(record: Record) -> list[Any]:
    """All that was read without places: what turning or shifting a page must not change."""
    return [
        [
            (table["page"], table["check_status"], table["printed_total"]),
            [(column["text"], column["column"]) for column in table["header"]],
            [(row["section"], row["cells"], row["extra"]) for row in table["rows"]],
        ]
        for table in record["tables"]
    ]


def places(record: Record) -> list[float]:
    """Every box that was read, as one list of numbers: points of the displayed page."""
    found: list[float] = []
    for table in record["tables"]:
        found += table["bbox"]
        for row in table["rows"]:
            for boxes in (row["cell_boxes"], row["extra_boxes"]):
                found += [value for name in sorted(boxes) for value in boxes[name]]
    return found


def _silent(read: list[Record], page: Record) -> Iterator[str]:
    """Rows too many, too few or wrong in tables that are not suspect."""
    trusted = [table for table in read if table["check_status"] != "suspect"]
    for table in trusted:
        drawn = [t for t in page["tables"] if _overlap(t["bbox"], table["bbox"])]
        right = [row for t in drawn for row in t["rows"]]
        columns = {column for t in drawn for column in t["columns"]}
        wanted = [_said(row, columns) for row in right]
        for row in table["rows"]:
            said = _said(row, columns)
            if said in wanted:
                wanted.remove(said)
            else:
                yield f"{table['check_status']} row {said} is not drawn"
    for drawn in page["tables"]:
        here = [table for table in read if _overlap(drawn["bbox"], table["bbox"])]
        if any(table["check_status"] == "suspect" for table in here):
            continue
        rows = sum(len(table["rows"]) for table in here)
        if rows < len(drawn["rows"]):
            yield f"{rows} rows read, {len(drawn['rows'])} drawn, nothing suspect"
        totals = {" ".join(table["printed_total"].split()) for table in here}
        if drawn["printed_total"] not in totals:
            yield f"TOTAL {drawn['printed_total']!r} is drawn, read is {sorted(totals)}"


def _unheard(read: list[Record], page: Record) -> Iterator[str]:
    """Tables that are no text and were passed by."""
    for thing in page["unreadable"]:
        if not any(_overlap(thing["bbox"], table["bbox"]) for table in read):
            yield f"the {thing['as']} at {thing['bbox']} is not mentioned"


def _misplaced(read: list[Record], page: Record) -> Iterator[str]:
    """Boxes that leave the page or their table, or miss the words they stand for."""
    whole = (0.0, 0.0, page["width"], page["height"])
    for table in read:
        if not _inside(table["bbox"], whole):
            yield f"table box {table['bbox']} leaves the page"
        drawn = [row for t in page["tables"] for row in t["rows"]]
        for row in table["rows"]:
            for name, box in {**row["cell_boxes"], **row["extra_boxes"]}.items():
                if not _inside(box, row["bbox"]) or not _inside(box, whole):
                    yield f"box {box} of {name} leaves its row {row['bbox']}"
        if table["check_status"] == "suspect" or len(drawn) != len(table["rows"]):
            continue
        for row, right in zip(table["rows"], drawn, strict=True):
            for name, box in right["cell_boxes"].items():
                found = row["cell_boxes"].get(name)
                if found and not _overlap(box, found):
                    yield f"box {found} of {name} lies elsewhere than {box}"


def _said(row: Record, columns: set[str]) -> tuple[Any, ...]:
    """A row as comparable values: printed columns of the six by name, all other texts sorted."""
    cells = row["cells"]
    named = tuple(_plain(cells.get(column)) for column in SIX if column in columns)
    others = [*row["extra"].values(), *(cells.get(c) for c in SIX if c not in columns)]
    return (*named, *sorted(filter(None, map(_plain, others))), _plain(row["section"]))


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _inside(box: Box, outer: Box, slack: float = 1.0) -> bool:
    return (
        box[0] >= outer[0] - slack
        and box[1] >= outer[1] - slack
        and box[2] <= outer[2] + slack
        and box[3] <= outer[3] + slack
    )


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]
