"""The figures that the run report shows, read from the database."""

from __future__ import annotations

import json
import os
from typing import Any

import pandas as pd

from bomflow.errors import ErrorCode
from bomflow.merge.database import open_read_only
from bomflow.progress.text import duration

DRAWINGS_SQL = """
SELECT filename, success, error_code, rows_count, process_time_s, file_size_mb, pages_total,
       memory_peak_mb, retry_count, created_at,
       (SELECT coalesce(sum(segments), 0) FROM pages WHERE pages.filename = one.filename)
       AS segments
FROM processing_summary AS one ORDER BY filename
"""
ARTICLES_SQL = """
SELECT article_number, description, descriptions, drawings, rows, quantity, measured_quantity,
       total_weight_kg
FROM material_takeoff ORDER BY drawings DESC, rows DESC, article_number LIMIT ?
"""
SUSPECT_SQL = """
SELECT filename, page, table_index, rows_count, corrected, check_reasons
FROM bom_tables WHERE check_status = 'suspect' ORDER BY filename, page, table_index
"""
FAILED_SQL = """
SELECT error_code, filename, error_message FROM processing_summary WHERE NOT success
ORDER BY count(*) OVER (PARTITION BY error_code) DESC, error_code, filename
"""
CONFLICTS_SQL = """
SELECT article_number, differs, count(*) AS variants, sum(drawings) AS drawings,
       group_concat(variant, ' | ') AS shown
FROM article_conflicts GROUP BY article_number, differs
ORDER BY drawings DESC, article_number, differs
"""
MISSING_SQL = """
SELECT filename, page, count(*) AS rows,
       coalesce(group_concat(nullif(position, ''), ', '), '') AS positions
FROM missing_weights GROUP BY filename, page ORDER BY rows DESC, filename, page
"""
EQUAL_SQL = """
SELECT min(filename) AS first, count(*) AS copies, sum(rows_count) - max(rows_count) AS twice,
       group_concat(filename, ' | ') AS files
FROM equal_drawings GROUP BY sha256 ORDER BY twice DESC, first
"""
WARNINGS_SQL = """
SELECT filename, what FROM open_problems WHERE problem = 'read with a warning'
ORDER BY filename
"""
CORRECTIONS_SQL = """
SELECT filename, page, reason, checked_by, checked_at FROM corrections WHERE outcome <> 'used'
ORDER BY filename, page, table_index
"""


def drawings(database: str) -> pd.DataFrame:
    """One row per drawing, by name; sizes in MB, times in seconds, ``created_at`` as UTC time."""
    with open_read_only(database) as connection:
        frame = pd.read_sql_query(DRAWINGS_SQL, connection)
    frame["created_at"] = pd.to_datetime(frame["created_at"], utc=True, format="ISO8601")
    frame["success"] = frame["success"].astype(bool)
    return frame


def articles(database: str, most: int = 50) -> list[dict[str, Any]]:
    """The ``most`` article numbers that stand on most drawings, with totals over all drawings."""
    return _rows(database, ARTICLES_SQL, (most,))


def suspect_tables(database: str) -> list[dict[str, Any]]:
    """Every table that did not prove right, with its reasons as a list."""
    rows = _rows(database, SUSPECT_SQL)
    return [{**row, "check_reasons": json.loads(row["check_reasons"])} for row in rows]


def to_do(database: str) -> dict[str, list[dict[str, Any]]]:
    """What a person has to act on: lists by name, most important entry first."""
    failed = _rows(database, FAILED_SQL)
    return {
        "failed": [{**row, "remedy": ErrorCode(row["error_code"]).remedy} for row in failed],
        "suspects": suspect_tables(database),
        "conflicts": _rows(database, CONFLICTS_SQL),
        "missing": _rows(database, MISSING_SQL),
        "equal": _rows(database, EQUAL_SQL),
        "warnings": _rows(database, WARNINGS_SQL),
        "corrections": _rows(database, CORRECTIONS_SQL),
    }


def overview(database: str) -> dict[str, Any]:
    """The answer first: drawings, rows, verdicts, weight, time, failures by code with remedies."""
    frame = drawings(database)
    with open_read_only(database) as connection:
        rows, weight, suspect = connection.execute(
            "SELECT count(*), total(total_weight_kg),"
            " total(total_weight_kg) FILTER (WHERE t.check_status = 'suspect')"
            " FROM bom_data LEFT JOIN bom_tables t USING (filename, page, table_index)"
        ).fetchone()
        verdicts = dict(
            connection.execute("SELECT check_status, count(*) FROM bom_tables GROUP BY 1")
        )
    failed = frame[~frame["success"]]
    failures = [
        {
            "code": code,
            "count": int(count),
            "remedy": ErrorCode(str(code)).remedy,
            "files": failed[failed["error_code"] == code]["filename"].head(5).tolist(),
        }
        for code, count in failed["error_code"].value_counts().items()
    ]
    span = frame["created_at"].max() - frame["created_at"].min()
    span_s = max(1.0, span.total_seconds()) if len(frame) else 0.0
    return {
        "drawings": len(frame),
        "good": int(frame["success"].sum()),
        "pages": int(frame["pages_total"].sum()),
        "rows": rows,
        "weight_kg": weight,
        "suspect_kg": suspect,
        "verdicts": {name: verdicts.get(name, 0) for name in ("verified", "consistent", "suspect")},
        "failures": failures,
        "first": f"{frame['created_at'].min():%Y-%m-%d %H:%M}" if len(frame) else "",
        "last": f"{frame['created_at'].max():%Y-%m-%d %H:%M}" if len(frame) else "",
        "span_s": span_s,
        "span": duration(span_s),
        "peak_mb": float(frame["memory_peak_mb"].max()) if len(frame) else 0.0,
        "retried": int((frame["retry_count"] > 0).sum()),
        "database": os.path.basename(database),
    }


def _rows(database: str, sql: str, parameters: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
    with open_read_only(database) as connection:
        cursor = connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]
