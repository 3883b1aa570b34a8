"""The shards become bom.sqlite: same inputs, same ids; counted and checked before it counts."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.merge import schema
from bomflow.merge.database import (
    Connection,
    MergeError,
    building,
    check_version,
    explained,
    file_uri,
    transaction,
)
from bomflow.merge.views import create_views
from bomflow.review.apply import GONE, Outcome
from bomflow.review.corrections import Correction

# SQLite attaches at most ten databases to a connection unless built otherwise.
MAX_SHARDS = 10


class JoinStats(NamedTuple):
    """What bom.sqlite holds."""

    documents: int
    failures: int
    rows: int
    tables: int
    suspect_tables: int


class _Run(NamedTuple):
    """Rows of one drawing: ids first..last of one shard."""

    filename: str
    shard: int
    first: int
    last: int


def join_shards(
    shards: Sequence[str | os.PathLike[str]],
    target: str | os.PathLike[str],
    *,
    expected_documents: int,
    batch_size: int = 1000,
    corrections: Sequence[Correction] = (),
) -> JoinStats:
    """Join ``shards`` (at most 10) into ``target``; flat in memory.

    The order of the shards does not matter: drawings are ordered by filename (code points), rows
    by page, table_index and row_index, and numbered 1..n. SQLite copies the rows itself, at
    least ``batch_size`` rows (whole drawings) per transaction.

    Raises:
        MergeError: a shard is damaged or of another version (named), a drawing is missing or
            there twice, a count differs, or SQLite fails; ``target`` stays as it was.
    """
    paths = [os.fspath(shard) for shard in shards]
    if len(paths) > MAX_SHARDS:
        raise MergeError(f"{len(paths)} shards: set merge.shards to {MAX_SHARDS} at most.")
    with building(target) as connection:
        counted = [_attach(connection, index, path) for index, path in enumerate(paths)]
        for table in schema.TABLES:
            connection.execute(table.create)
        connection.execute(schema.ORDER_INDEX)
        _copy_rows(connection, _runs(connection, paths), batch_size)
        _copy_ordered(connection, schema.BOM_TABLES, "filename, page, table_index", len(paths))
        _copy_ordered(connection, schema.PAGES, "filename, page", len(paths))
        _copy_ordered(connection, schema.PROCESSING_SUMMARY, "filename", len(paths))
        _copy_ordered(
            connection, schema.CORRECTIONS, "filename, page, table_index, sha256", len(paths)
        )
        _add_gone(connection, corrections)
        connection.execute(schema.ARTICLE_INDEX)
        create_views(connection)
        totals = {name: sum(shard[name] for shard in counted) for name in counted[0]}
        with transaction(connection):
            connection.executemany(schema.COUNTS.insert, totals.items())
        _check(connection, totals, expected_documents)
        connection.execute("ANALYZE main")
        return _stats(connection)


def _attach(connection: Connection, index: int, path: str) -> dict[str, int]:
    """Attach a shard, prove that it is whole, and return the counts of its writer."""
    if not os.path.exists(path):
        raise MergeError(f"{path} does not exist: run the merge of that shard first.", path)
    with explained(path):
        connection.execute(f"ATTACH ? AS shard{index}", (file_uri(path),))
        # Read once, in order: mapping it would only make this process look large.
        connection.execute(f"PRAGMA shard{index}.mmap_size = 0")
        check_version(connection, f"shard{index}", path)
        found = connection.execute(f"PRAGMA shard{index}.quick_check(1)").fetchone()[0]
        if found != "ok":
            raise MergeError(
                f"{path} is damaged ({found}). Delete it: the next run builds it again.", path
            )
        counts = dict(connection.execute(f"SELECT name, value FROM shard{index}.bomflow_counts"))
        for name, table in (
            ("documents", "processing_summary"),
            ("rows", "bom_data"),
            ("tables", "bom_tables"),
            ("pages", "pages"),
        ):
            held = _one(connection, f"SELECT count(*) FROM shard{index}.{table}")
            if counts.get(name) != held:
                raise MergeError(
                    f"{path} holds {held} {name}, its writer counted {counts.get(name)}. "
                    "Delete it: the next run builds it again.",
                    path,
                )
    return counts


def _runs(connection: Connection, paths: Sequence[str]) -> list[_Run]:
    """Where the rows of each drawing lie, ordered by filename; a few bytes per drawing."""
    runs: list[_Run] = []
    for shard in range(len(paths)):
        first = 1
        for filename, rows in connection.execute(
            f"SELECT filename, rows_count FROM shard{shard}.processing_summary ORDER BY rowid"
        ):
            runs.append(_Run(filename, shard, first, first + rows - 1))
            first += rows
    runs.sort()
    for one, other in pairwise(runs):
        if one.filename == other.filename:
            raise MergeError(
                f"{one.filename!r} is in {paths[one.shard]} and in {paths[other.shard]}. "
                "Delete both shards: the next run builds them again.",
                paths[other.shard],
            )
    return runs


def _copy_rows(connection: Connection, runs: Sequence[_Run], batch_size: int) -> None:
    """Copy bom_data drawing by drawing: the ids follow the order of insertion."""
    names = ", ".join(schema.BOM_DATA.names)
    for batch in _batches(runs, batch_size):
        with transaction(connection):
            for run in batch:
                connection.execute(
                    f"INSERT INTO main.bom_data ({names}) SELECT {names}"
                    f" FROM shard{run.shard}.bom_data WHERE id BETWEEN ? AND ? ORDER BY id",
                    (run.first, run.last),
                )


def _batches(runs: Sequence[_Run], batch_size: int) -> Iterator[list[_Run]]:
    batch: list[_Run] = []
    rows = 0
    for run in runs:
        batch.append(run)
        rows += run.last - run.first + 1
        if rows >= batch_size:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _copy_ordered(
    connection: Connection, table: schema.TableSchema, order: str, shards: int
) -> None:
    """Copy a table that each shard can deliver in ``order`` by its index: a merge, no sort."""
    names = ", ".join(table.names)
    parts = (f"SELECT {names} FROM shard{index}.{table.name}" for index in range(shards))
    with transaction(connection):
        connection.execute(
            f"INSERT INTO main.{table.name} ({names}) {' UNION ALL '.join(parts)} ORDER BY {order}"
        )


def _add_gone(connection: Connection, corrections: Sequence[Correction]) -> None:
    """Report the corrections whose drawing is not in this run; the shards told of the others."""
    held = "SELECT count(*) FROM main.processing_summary WHERE filename = ?"
    gone = [
        Outcome.of(correction, GONE, "no drawing of that name is among those of this run")
        for correction in corrections
        if not connection.execute(held, (correction.filename,)).fetchone()[0]
    ]
    with transaction(connection):
        connection.executemany(schema.CORRECTIONS.insert, gone)


def _check(connection: Connection, totals: dict[str, int], expected_documents: int) -> None:
    """Raise MergeError unless the database is sound and nothing is missing or too much.

    The full integrity check would look up every row in every index, which is a fifth of the join;
    ``_check_places`` goes over the index that counts anyway.
    """
    found = connection.execute("PRAGMA main.quick_check(5)").fetchall()
    if found != [("ok",)]:
        raise MergeError(f"the joined database fails its integrity check: {found}.")
    documents = _one(connection, "SELECT count(*) FROM main.processing_summary")
    if documents != expected_documents:
        raise MergeError(
            f"the shards hold {documents} drawings, {expected_documents} were found. "
            "Delete the shards: the next run builds them from all records."
        )
    rows = _one(connection, "SELECT count(*) FROM main.bom_data")
    claimed = _one(connection, "SELECT coalesce(sum(rows_count), 0) FROM main.processing_summary")
    if not rows == claimed == totals["rows"]:
        raise MergeError(
            f"bom_data has {rows} rows, the records say {claimed}, the shards were written with "
            f"{totals['rows']}. Delete the shards: the next run builds them again."
        )
    _check_places(connection, "bom_tables", "filename, page, table_index")
    _check_places(connection, "processing_summary", "filename")


def _check_places(connection: Connection, table: str, key: str) -> None:
    """Every row belongs to an entry of ``table`` (a foreign key), and each has as many as it says.

    One pass over an index instead of a look-up per row.
    """
    wrong = connection.execute(
        f"SELECT filename FROM (SELECT {key}, rows_count FROM main.{table} WHERE rows_count > 0"
        f" EXCEPT SELECT {key}, count(*) FROM main.bom_data GROUP BY {key})"
        f" UNION SELECT filename FROM (SELECT {key}, count(*) FROM main.bom_data GROUP BY {key}"
        f" EXCEPT SELECT {key}, rows_count FROM main.{table}) LIMIT 5"
    ).fetchall()
    if wrong:
        names = ", ".join(repr(name) for (name,) in wrong)
        raise MergeError(
            f"rows in bom_data and rows_count in {table} differ for {names}. "
            "Delete the shards: the next run builds them again."
        )


def _stats(connection: Connection) -> JoinStats:
    return JoinStats(
        *(
            _one(connection, f"SELECT count(*) FROM main.{what}")
            for what in (
                "processing_summary",
                "processing_summary WHERE NOT success",
                "bom_data",
                "bom_tables",
                "suspect_tables",
            )
        )
    )


def _one(connection: Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
