"""Finished records are kept under a name of their own until a run ends well.

Snakemake deletes what it has not yet entered as finished, and a killed run always leaves some of
that. So a record is written here first, under a name that says what it was made of, and then gets
its place as a second name of the same file. An attempt that finds its record here only puts it in
place: no drawing is read twice for nothing, at whatever moment the run was killed.
"""

from __future__ import annotations

import json
import os
from typing import Any

from bomflow.files import link_atomic, write_atomic

FOLDER = "finished"  # below the results folder


def keep(results: str, doc_id: str, key: str, record: bytes) -> None:
    """Write the record of a drawing to its place; with a ``key`` it is also kept.

    ``key`` stands for drawing, settings and code together; '' means that they are not known.

    Raises:
        OSError: the results folder cannot be written; no half-written file is left.
    """
    place = _place(results, doc_id)
    if not key:
        write_atomic(place, record)
        return
    kept = _kept(results, doc_id, key)
    write_atomic(kept, record)
    link_atomic(kept, place)


def restore(results: str, doc_id: str, key: str) -> dict[str, Any] | None:
    """Put a kept record of the same drawing, settings and code in place and return it, else None.

    A record that the merge would not accept is removed instead.
    """
    kept = _kept(results, doc_id, key)
    if not key or not os.path.exists(kept):
        return None
    # Imported where it is needed: most attempts find nothing kept.
    from bomflow.record import RecordError, read_record

    place = _place(results, doc_id)
    link_atomic(kept, place)
    try:
        read_record(place)
    except RecordError:
        os.unlink(place)
        os.unlink(kept)
        return None
    with open(place, encoding="utf-8") as stream:
        record: dict[str, Any] = json.load(stream)
    return record


def forget(results: str, doc_id: str) -> None:
    """Let the drawing be read again, whatever was kept of it."""
    import glob  # not for each of the workers, which never come here

    for path in glob.glob(_kept(glob.escape(results), doc_id, "*")):
        os.unlink(path)


def forget_all(results: str) -> None:
    """To be called when a run has ended well: everything is entered, and nothing is needed here."""
    import shutil

    shutil.rmtree(os.path.join(results, FOLDER), ignore_errors=True)


def _place(results: str, doc_id: str) -> str:
    return os.path.join(results, "extract", f"{doc_id}.json")


def _kept(results: str, doc_id: str, key: str) -> str:
    return os.path.join(results, FOLDER, f"{doc_id}@{key}.json")
