"""``bomflow summary``: what the last run did and where all lies, the lines that end `make run`."""

from __future__ import annotations

import argparse
import os
import shlex
from collections.abc import Sequence

from bomflow.merge.database import open_read_only
from bomflow.progress.text import count

OUTPUTS = {
    "overview": "report/overview.html",
    "database": "bom.sqlite",
    "tables": "extracted_bom.csv",
    "workbook": "bom.xlsx",
    "per drawing": "extraction_summary.csv",
    "failures": "bom_extraction_failures.txt",
    "review": "review/index.html",
}


def run(options: argparse.Namespace) -> int:
    """Print the lines; nothing after a dry run."""
    if not options.dry_run:
        print("\n".join(summary_lines(options.directory, options.arguments)))
    return 0


def summary_lines(directory: str, arguments: Sequence[str] = ()) -> list[str]:
    """Counts of the finished run in ``directory`` and the next command to type, as lines.

    ``arguments`` are those that the run was given and the next command needs again.

    Raises:
        FileNotFoundError: there is no finished run.
    """
    results = os.path.normpath(os.path.join(directory, "results"))
    database = os.path.join(results, "bom.sqlite")
    if not os.path.exists(database):
        raise FileNotFoundError(f"{database} does not exist: no run has finished there yet")
    with open_read_only(database) as connection:
        drawings, good, rows, pages = connection.execute(
            "SELECT count(*), sum(success), sum(rows_count), sum(pages_total)"
            " FROM processing_summary"
        ).fetchone()
        failures = connection.execute(
            "SELECT error_code, count(*) FROM processing_summary WHERE NOT success"
            " GROUP BY error_code ORDER BY count(*) DESC, error_code"
        ).fetchall()
        tables = dict(
            connection.execute("SELECT check_status, count(*) FROM bom_tables GROUP BY 1")
        )
    failed = ", ".join(f"{number:,} {code}" for code, number in failures) or "none"
    proof = ", ".join(
        f"{tables.get(status, 0):,} {status}" for status in ("verified", "consistent", "suspect")
    )
    lines = [
        "",
        f"{good:,} of {count(drawings, 'drawing')} read: {count(rows, 'BOM row')}"
        f" from {count(pages, 'page')}.",
        f"Tables: {proof}.",
        f"Failed: {failed}.",
        "",
    ]
    for what, name in OUTPUTS.items():
        if os.path.exists(os.path.join(results, name)):
            lines.append(f"  {what:<12} {os.path.join(results, name)}")
    report = os.path.join(results, "report.html")
    again = f' ARGS="{shlex.join(arguments)}"' if arguments else ""
    return [*lines, "", f"Next: make report{again}   (the run report: {report})"]
