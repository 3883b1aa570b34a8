"""The review page: one HTML file, scripts with the tables, pictures; opened from the disk.

A page that is opened as a file may not read other files, but it may load scripts and pictures: so
the tables lie in scripts of ``PER_SCRIPT`` tables each, loaded when one of them is looked at. The
page itself holds only the list of all tables, some hundred bytes for each.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
import msgspec

from bomflow.files import write_atomic
from bomflow.image import COLUMN, EXTRA, LEFTOVER, ROW, VERDICT, part
from bomflow.merge.database import open_read_only
from bomflow.review.corrections import Correction
from bomflow.review.entries import COLUMNS, Boxes, Entry, entries, rows
from bomflow.review.pictures import Shot
from bomflow.review.render import render

TEMPLATES = Path(__file__).parents[2] / "report"
PER_SCRIPT = 50
RENDER_TIMEOUT_S = 120.0


def write_review(
    database: str,
    target: str,
    *,
    records: str,
    input_dir: str,
    which: str = "suspect",
    corrections: Sequence[Correction] = (),
    workers: int = 1,
    memory_mb: int = 1024,
) -> tuple[int, int]:
    """Write ``target`` (an index.html) with ``tables/`` and ``pictures/`` beside it.

    Pictures that are there already are kept, those that nothing shows any more are removed.

    Args:
        records: the folder of the records, which know the boxes.
        which: ``suspect`` or ``all``, see ``entries``.
        corrections: what was fed into this run; an export on the page contains it again.

    Returns:
        How many tables are shown, and how many of them without a picture.
    """
    folder = os.path.dirname(target)
    pictures, scripts = os.path.join(folder, "pictures"), os.path.join(folder, "tables")
    for path in (pictures, scripts):
        os.makedirs(path, exist_ok=True)
    with open_read_only(database) as connection:
        shown = list(entries(connection, which))
        boxes = Boxes(records)
        shots = _shots(shown, boxes, input_dir, pictures)
        failed = render(shots, workers=workers, memory_mb=memory_mb, timeout_s=RENDER_TIMEOUT_S)
        tables = (
            _table(entry, rows(connection, entry), boxes.of(entry), folder, input_dir, failed)
            for entry in shown
        )
        count = _write_scripts(tables, scripts)
    _remove_others(pictures, {entry.picture for entry in shown})
    _remove_others(scripts, {f"{number}.js" for number in range(count)})
    page = (
        _environment()
        .get_template("review.html.j2")
        .render(
            data=_script_json(
                {
                    "list": [_list_entry(entry) for entry in shown],
                    "per": PER_SCRIPT,
                    "columns": COLUMNS,
                    "used": msgspec.to_builtins(corrections),
                    "which": which,
                }
            ),
            css=(TEMPLATES / "review.css").read_text("utf-8"),
            js=(TEMPLATES / "review.js").read_text("utf-8"),
            colours={**VERDICT, **COLUMN, "extra": EXTRA, "leftover": LEFTOVER, "row": ROW},
            count=len(shown),
        )
    )
    write_atomic(target, page.encode("utf-8", "replace"))
    without = sum(not os.path.exists(os.path.join(pictures, e.picture)) for e in shown)
    return len(shown), without


def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )


def _shots(
    shown: Sequence[Entry], boxes: Boxes, input_dir: str, pictures: str
) -> dict[str, list[Shot]]:
    """The pictures that are missing, by the path of their PDF."""
    shots: dict[str, list[Shot]] = {}
    for entry in shown:
        target = os.path.join(pictures, entry.picture)
        page = boxes.of(entry)["page"]
        if page and not os.path.exists(target):
            shots.setdefault(_pdf(input_dir, entry), []).append(Shot(page, entry.bbox, target))
    return shots


def _pdf(input_dir: str, entry: Entry) -> str:
    # Bytes of a name that are no UTF-8 are spelt out in the database: such a file is not found.
    return os.path.join(input_dir, *entry.filename.split("/"))


def _table(
    entry: Entry,
    found: list[dict[str, Any]],
    boxes: dict[str, Any],
    folder: str,
    input_dir: str,
    failed: dict[str, str],
) -> dict[str, Any]:
    """One table as the page's script wants it."""
    pdf = _pdf(input_dir, entry)
    picture = os.path.join("pictures", entry.picture)
    places = list(boxes["rows"].values())
    for row in found:
        if entry.corrected:
            place = next((p for p in places if p["read"] == row["read"]), None)
        else:
            place = boxes["rows"].get(row["index"])
        row["boxes"] = {"box": place["box"], "cells": place["cells"]} if place else None
    return {
        "bbox": entry.bbox,
        "crop": part(boxes["page"], entry.bbox) if boxes["page"] else entry.bbox,
        "header": entry.header,
        "total": entry.printed_total,
        "computed": entry.computed_total,
        "reasons": entry.check_reasons,
        "correction": entry.correction,
        "sha256": entry.sha256,
        "rows": found,
        "leftover": boxes["leftover"],
        "picture": picture if os.path.exists(os.path.join(folder, picture)) else "",
        "no_picture": failed.get(pdf, "its record is not there any more"),
        "pdf": f"{quote(os.path.relpath(pdf, folder))}#page={entry.page}",
    }


def _list_entry(entry: Entry) -> list[Any]:
    first = entry.check_reasons[0] if entry.check_reasons else ""
    return [
        entry.filename,
        entry.page,
        entry.table_index,
        entry.check_status,
        entry.corrected,
        entry.rows_count,
        first[:200],
    ]


def _write_scripts(tables: Iterator[dict[str, Any]], folder: str) -> int:
    """Write ``0.js``, ``1.js``, ... with ``PER_SCRIPT`` tables each; return how many."""
    number = 0
    while part := list(islice(tables, PER_SCRIPT)):
        text = f"bomflowTables({number}, {_script_json(part)});\n"
        write_atomic(os.path.join(folder, f"{number}.js"), text.encode("utf-8", "replace"))
        number += 1
    return number


def _script_json(value: object) -> str:
    """JSON that is safe inside a script element and as a script of its own."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _remove_others(folder: str, wanted: set[str]) -> None:
    for path in glob.glob(os.path.join(glob.escape(folder), "*")):
        if os.path.basename(path) not in wanted:
            os.unlink(path)
