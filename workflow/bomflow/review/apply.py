"""Corrections laid over a record: rows are replaced, marked, and proven by their arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from bomflow.errors import ErrorCode
from bomflow.proof.weights import weigh
from bomflow.record import CheckStatus, Record, Row, Table
from bomflow.review.corrections import CorrectedRow, Correction

USED, STALE, GONE = "used", "stale", "gone"
# Two boxes of one table: its reading may have changed a little since it was corrected.
SAME_TABLE = 0.3


class Outcome(NamedTuple):
    """What became of one correction, as the database's table ``corrections`` holds it."""

    filename: str
    page: int
    table_index: int
    sha256: str
    outcome: str
    reason: str
    checked_at: str
    checked_by: str
    remark: str

    @classmethod
    def of(cls, correction: Correction, outcome: str, reason: str = "") -> Outcome:
        """``used``, or not used (``stale``, ``gone``) with the reason."""
        place = (correction.filename, correction.page, correction.table_index, correction.sha256)
        who = (correction.checked_at, correction.checked_by, correction.remark)
        return cls(*place, outcome, reason, *who)


def apply_corrections(
    record: Record, corrections: Sequence[Correction], decimal_comma: bool | str = "auto"
) -> list[Outcome]:
    """Change ``record`` in place as the corrections of its drawing say; return what became of each.

    A correction counts only for the bytes it was made for. A table that is not found any more is
    added: it stands on the drawing, whatever the reading makes of it.
    """
    outcomes = []
    free = list(record.tables)
    for correction in corrections:
        reason = _stale(record, correction)
        if reason:
            outcomes.append(Outcome.of(correction, STALE, reason))
            continue
        table = _find(free, correction)
        if table is None:
            table = _new_table(record, correction)
            record.tables.append(table)
        else:
            free.remove(table)
        _correct(table, correction, decimal_comma)
        outcomes.append(Outcome.of(correction, USED))
    if any(outcome.outcome == USED for outcome in outcomes):
        record.tables.sort(key=lambda table: (table.page, table.table_index))
        _settle(record)
    return outcomes


def _stale(record: Record, correction: Correction) -> str:
    if record.sha256 == correction.sha256:
        return ""
    if not record.sha256:
        return "the drawing could not be read this time"
    return "the PDF has changed since it was corrected: compare it again"


def _find(tables: Sequence[Table], correction: Correction) -> Table | None:
    """The table of the record that covers the same place best."""
    best, share = None, SAME_TABLE
    for table in tables:
        if table.page == correction.page:
            common = _overlap(table.bbox, correction.bbox)
            if common >= share:
                best, share = table, common
    return best


def _overlap(one: Sequence[float], other: Sequence[float]) -> float:
    """Common area of two boxes as a share of the area that either covers."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    areas = ((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / (sum(areas) - width * height)


def _new_table(record: Record, correction: Correction) -> Table:
    taken = {table.table_index for table in record.tables if table.page == correction.page}
    index = correction.table_index
    if index in taken:
        index = max(taken) + 1
    return Table(
        page=correction.page,
        table_index=index,
        bbox=list(correction.bbox),
        header=[],
        rows_count=0,
        printed_total="",
        computed_total=None,
        weight_means=None,
        check_status="consistent",
        check_reasons=[],
        reading="by hand",
        leftover=[],
        rows=[],
    )


def _correct(table: Table, correction: Correction, decimal_comma: bool | str) -> None:
    table.rows = [_row(index, row) for index, row in enumerate(correction.rows)]
    table.rows_count = len(table.rows)
    _prove(table, decimal_comma)
    changed = sum(row.corrected == "changed" for row in table.rows)
    added = sum(row.corrected == "added" for row in table.rows)
    if not table.rows:
        table.corrected = "no parts list"
    else:
        table.corrected = "corrected" if changed or added or correction.removed else "confirmed"
    table.correction = {
        "checked_at": correction.checked_at,
        "checked_by": correction.checked_by,
        "remark": correction.remark,
        "rows_changed": changed,
        "rows_added": added,
        "rows_removed": msgspec.to_builtins(correction.removed),
    }


def _row(index: int, row: CorrectedRow) -> Row:
    known = "confirmed" if row.read == row.cells else "changed"
    mark = "added" if row.read is None else known
    return Row(
        row_index=index,
        section=row.section,
        cells=row.cells,
        extra=row.extra,
        quantity_value=None,
        weight_kg=None,
        total_weight_kg=None,
        check_status="consistent",
        corrected=mark,
        read_as=msgspec.to_builtins(row.read) if mark == "changed" else None,
    )


def _prove(table: Table, decimal_comma: bool | str) -> None:
    """Numbers and verdict of the corrected rows; what does not add up stays suspect, and is said.

    The rules about places on the page do not apply: a person has looked there.
    """
    weights = weigh(msgspec.to_builtins(table), decimal_comma)
    wrong = {oddity.row for oddity in weights.odd}
    for i, row in enumerate(table.rows):
        row.quantity_value = weights.quantity[i]
        row.weight_kg = weights.unit_kg[i]
        row.total_weight_kg = weights.row_kg[i]
        row.check_status = _status(i in wrong, i in weights.proven)
    reasons = [oddity.reason for oddity in weights.odd]
    reasons += [weights.sum.reason] if table.rows and weights.sum.reason else []
    table.computed_total = weights.sum.kg
    table.weight_means = weights.means
    table.check_reasons = reasons
    table.check_status = _status(bool(reasons), bool(weights.proven or weights.sum.holds))


def _status(odd: bool, proven: bool) -> CheckStatus:
    if odd:
        return "suspect"
    return "verified" if proven else "consistent"


def _settle(record: Record) -> None:
    """Bring the figures of the whole drawing in line with its tables."""
    if record.error_code is not None:
        record.warnings.append(
            f"corrected by hand; read as {record.error_code}: {record.error_message}"
        )
    record.rows_count = sum(table.rows_count for table in record.tables)
    record.bom_pages = sorted({table.page for table in record.tables if table.rows})
    record.success = record.data_found = record.parse_success = record.rows_count > 0
    if record.success:
        record.header_found = True
        record.error_code, record.error_message = None, ""
    elif record.error_code is None:
        record.error_code = ErrorCode.NO_DATA
        record.error_message = "no parts list, as a person found by comparing"
