"""One shard: the records of a third of the drawings, as tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from bomflow.merge import schema
from bomflow.merge.database import Connection, MergeError, building, transaction
from bomflow.record import Page, Record, RecordError, Table, read_record
from bomflow.review.apply import Outcome, apply_corrections
from bomflow.review.corrections import Correction, by_drawing

SHOWN = 10


class ShardStats(NamedTuple):
    """What a shard holds."""

    documents: int
    rows: int
    tables: int
    pages: int


def write_shard(
    records: Sequence[str | os.PathLike[str]],
    target: str | os.PathLike[str],
    *,
    batch_size: int = 1000,
    corrections: Sequence[Correction] = (),
    decimal_comma: bool | str = "auto",
) -> ShardStats:
    """Write ``records`` in the given order to the new database ``target``, one in memory at a time.

    Rows go in with ``executemany``, ``batch_size`` rows per transaction. A SIGTERM at any moment
    leaves either the earlier shard or the whole new one. ``corrections`` (of any drawings) are laid
    over the records they belong to; what became of each is in the table of that name.

    Raises:
        MergeError: a record cannot be used (all such are named), two are of the same drawing, or
            SQLite fails; ``target`` stays as it was.
    """
    with building(target) as connection:
        for table in schema.TABLES:
            connection.execute(table.create)
        outcomes: list[Outcome] = []
        read = _corrected(_read_all(records), corrections, decimal_comma, outcomes)
        counts = _write(connection, read, batch_size)
        with transaction(connection):
            connection.executemany(schema.CORRECTIONS.insert, outcomes)
            connection.executemany(schema.COUNTS.insert, counts._asdict().items())
    return counts


def _read_all(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Record]:
    """Yield the records; after a bad one only look for more bad ones, to name all at once."""
    bad: list[RecordError] = []
    names: dict[str, str] = {}
    for path in paths:
        try:
            record = read_record(path)
        except RecordError as error:
            bad.append(error)
            continue
        first = names.setdefault(record.filename, os.fspath(path))
        if first != os.fspath(path):
            raise MergeError(
                f"{first} and {os.fspath(path)} are both of {record.filename!r}. "
                "Delete both: the next run extracts that drawing again.",
                os.fspath(path),
            )
        if not bad:
            yield record
    if bad:
        lines = [f"  {error.path}: {error.reason}" for error in bad[:SHOWN]]
        lines += [f"  ... and {len(bad) - SHOWN} more"] if len(bad) > SHOWN else []
        raise MergeError(
            f"{len(bad)} of the records cannot be used:\n" + "\n".join(lines) + "\n"
            "Delete them: the next run extracts those drawings again.",
            bad[0].path,
        )


def _corrected(
    records: Iterable[Record],
    corrections: Sequence[Correction],
    decimal_comma: bool | str,
    outcomes: list[Outcome],
) -> Iterator[Record]:
    """Yield the records with their corrections laid over them; note what became of each."""
    wanted = by_drawing(corrections)
    for record in records:
        if record.filename in wanted:
            outcomes += apply_corrections(record, wanted[record.filename], decimal_comma)
        yield record


def _write(connection: Connection, records: Iterable[Record], batch_size: int) -> ShardStats:
    """Write batches, each in one transaction; return what was written."""
    rows: list[tuple[Any, ...]] = []
    tables: list[tuple[Any, ...]] = []
    pages: list[tuple[Any, ...]] = []
    summaries: list[tuple[Any, ...]] = []
    written = [0, 0, 0, 0]

    def flush() -> None:
        batches = (summaries, rows, tables, pages)
        statements = (schema.PROCESSING_SUMMARY, schema.BOM_DATA, schema.BOM_TABLES, schema.PAGES)
        with transaction(connection):
            for index, (batch, table) in enumerate(zip(batches, statements, strict=True)):
                connection.executemany(table.insert, batch)
                written[index] += len(batch)
        for batch in batches:
            batch.clear()

    for record in records:
        summaries.append(_summary(record))
        codes = {page.page: codes_of(page) for page in record.pages}
        pages += [
            (record.filename, p.page, p.outcome, p.reason, *codes[p.page], p.segments)
            for p in record.pages
        ]
        for table in record.tables:
            tables.append(_table(record, table))
            page_codes = codes.get(table.page, ("", "", "{}"))
            for row in rows_of(record, table, page_codes):
                rows.append(row)
                if len(rows) >= batch_size:
                    flush()
        if len(summaries) >= batch_size:
            flush()
    flush()
    return ShardStats(*written)


def rows_of(
    record: Record, table: Table, page_codes: tuple[str, str, str]
) -> Iterator[tuple[Any, ...]]:
    """The rows of one table in the order of ``BOM_DATA.names``."""
    kks, su, codes = page_codes
    for row in table.rows:
        cells = row.cells
        yield (
            record.filename,
            table.page,
            table.table_index,
            row.row_index,
            cells.position,
            cells.article_number,
            cells.quantity,
            cells.description,
            cells.weight,
            cells.total_weight,
            row.quantity_value,
            row.weight_kg,
            row.total_weight_kg,
            kks,
            su,
            _json(row.extra) if row.extra else "{}",
            row.check_status,
            record.created_at,
            row.section,
            codes,
            row.corrected,
            _json(row.read_as) if row.read_as else "",
        )


def _table(record: Record, table: Table) -> tuple[Any, ...]:
    return (
        record.filename,
        table.page,
        table.table_index,
        _json(table.bbox),
        _json(table.header),
        table.rows_count,
        table.printed_total,
        table.computed_total,
        table.check_status,
        _json(table.check_reasons),
        table.weight_means,
        table.reading,
        _json(table.leftover),
        table.corrected,
        _json(table.correction) if table.correction else "",
    )


def _summary(record: Record) -> tuple[Any, ...]:
    return (
        record.filename,
        record.success,
        record.header_found,
        record.data_found,
        record.parse_success,
        record.error_code,
        record.error_message,
        record.rows_count,
        record.process_time_s,
        record.file_size_mb,
        record.pages_total,
        _json(record.bom_pages),
        record.anchors_count,
        record.retry_count,
        record.memory_peak_mb,
        record.sha256,
        record.created_at,
        record.doc_id,
        _json(record.warnings),
    )


def codes_of(page: Page) -> tuple[str, str, str]:
    """KKS codes, SU codes, and the further named codes as a JSON object."""
    codes = {name: sorted(set(found)) for name, found in sorted(page.codes.items())}
    kks = codes.pop("kks", [])
    su = codes.pop("su", [])
    return ", ".join(kks), ", ".join(su), _json(codes)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode("utf-8")
