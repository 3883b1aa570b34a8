"""``bomflow extract``: read one drawing and print, draw or explain what was read."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from bomflow.cli.parser import EXIT_USAGE
from bomflow.cli.settings import job_for, reading_config
from bomflow.config import read_settings
from bomflow.discover import nearest
from bomflow.errors import ErrorCode, ExtractionError
from bomflow.extract.worker import run_attempt
from bomflow.files import write_atomic
from bomflow.progress.text import clean_lines


def run(options: argparse.Namespace) -> int:
    """Read the drawing; the exit code is 0 with rows, 2 for wrong use, else that of its error."""
    if onto := _onto_itself(options):
        print(
            clean_lines(f"bomflow: {onto} is the drawing itself; name another file"),
            file=sys.stderr,
        )
        return EXIT_USAGE
    config = reading_config(options.configfile)
    if hint := _hint(options.file):
        print(clean_lines(f"bomflow: {hint}"), file=sys.stderr)
    if options.page:  # pages behind it are not needed; those before it may be continued on it
        config["extract"]["max_pages"] = options.page
    with tempfile.TemporaryDirectory(prefix="bomflow-") as folder:
        name = os.fsencode(os.path.basename(options.file)).decode("utf-8", "backslashreplace")
        job = job_for(config, options.file, name, "drawing", folder)
        code = run_attempt(job)
        if code:
            return code
        record = json.loads(Path(job.record).read_text("utf-8"))
        log = Path(job.log)
        if log.exists():
            print(log.read_text("utf-8").rstrip(), file=sys.stderr)
    if options.page:
        if record["pages_total"] and options.page > record["pages_total"]:
            print(f"bomflow: the drawing has {record['pages_total']} page(s)", file=sys.stderr)
            return EXIT_USAGE
        record = _only_page(record, options.page)
    text = _printable(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"
    if options.json and options.json != "-":
        write_atomic(options.json, text)
    elif sys.stdout.isatty() and not options.json:
        from bomflow.cli.show import print_record

        print_record(record, sys.stdout)
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))  # JSON is UTF-8 whatever the locale says
        sys.stdout.flush()
    if options.explain:
        _explain(options, record, config)
    if options.image:
        _save_image(options, record)
    return 0 if record["success"] else ErrorCode(record["error_code"]).exit_code


def _onto_itself(options: argparse.Namespace) -> str:
    """The option whose file is the drawing that is read, '' for none: it would be written over."""
    for name in ("json", "image"):
        target = getattr(options, name)
        with suppress(OSError):  # one of them does not exist
            if target and os.path.samefile(target, options.file):
                return f"--{name} {target}"
    return ""


def _printable(text: str) -> str:
    """JSON that says the same and cannot steer the terminal that shows it.

    JSON itself spells out only the control characters of ASCII: not CSI (U+009B), nor the marks
    that turn the direction of text.
    """
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def _explain(options: argparse.Namespace, record: dict[str, Any], config: dict[str, Any]) -> None:
    """Tell it on standard error: standard output may be the record, for a program."""
    from bomflow.cli.explain import explain
    from bomflow.extract.settings import ReadSettings

    settings = ReadSettings.from_json(json.dumps(read_settings(config)))
    try:
        for line in explain(options.file, record, settings):
            print(line, file=sys.stderr)
    except ExtractionError as error:
        print(f"nothing to explain: {error.message}", file=sys.stderr)


def _hint(path: str) -> str:
    """What to type instead of a FILE that is none; '' when it is one."""
    if os.path.isdir(path):
        return f"{path} is a folder; read all of it: make run ARGS='--config input_dir={path}'"
    if os.path.exists(path):
        return ""
    if os.path.islink(path):
        return f"{path} is a link to {os.readlink(path)!r}, which cannot be reached"
    near = nearest(path)
    return f"{path} does not exist" + (f"; did you mean {near}?" if near else "")


def _save_image(options: argparse.Namespace, record: dict[str, Any]) -> None:
    from bomflow.image import save_tables

    tables = save_tables(options.file, record, options.image) if record["tables"] else 0
    print(
        f"{tables} table(s) drawn in {options.image}" if tables else "no table to draw",
        file=sys.stderr,
    )


def _only_page(record: dict[str, Any], page: int) -> dict[str, Any]:
    """The record cut down to one page; a page without rows of its own is no success."""
    pages = [entry for entry in record["pages"] if entry["page"] == page]
    tables = [table for table in record["tables"] if table["page"] == page]
    rows = sum(table["rows_count"] for table in tables)
    if not rows and (not pages or len(record["pages"]) == 1):
        return record  # its verdict is that of the page already
    cut = {
        **record,
        "success": rows > 0,
        "header_found": any(table["header"] for table in tables),
        "data_found": rows > 0,
        "parse_success": rows > 0,
        "error_code": None,
        "error_message": "",
        "rows_count": rows,
        "bom_pages": [page] if rows else [],
        "pages": pages,
        "tables": tables,
    }
    if not rows:
        cut["error_code"] = pages[0]["error_code"] or ErrorCode.NO_ANCHOR
        cut["error_message"] = pages[0]["reason"] or f"no rows on page {page}"
    return cut
