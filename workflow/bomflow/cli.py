"""The command line beside Snakemake: read one drawing, sum up a run, prepare a retry."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bomflow import __version__
from bomflow.config import ConfigError, complete, read_settings
from bomflow.errors import ERRORS, ErrorCode
from bomflow.files import write_atomic
from bomflow.run import RunLocked

ROOT = Path(__file__).parent.parent.parent
EXIT_USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for wrong use, or that of the drawing's error."""
    parser = _parser()
    # Arguments meant for Snakemake may follow those of these two commands (make run ARGS=...).
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command == "extract":
        parser.error(f"unknown argument: {rest[0]}")
    try:
        return int(options.run(options))
    except (ConfigError, RunLocked, OSError) as error:
        print(f"bomflow: {error}", file=sys.stderr)
        return EXIT_USAGE


def _parser() -> argparse.ArgumentParser:
    codes = ", ".join(f"{info.exit_code} {code}" for code, info in ERRORS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bomflow",
        description="Turns engineering-drawing PDFs into one parts list. The whole job is run by "
        "Snakemake (snakemake --profile epyc); these commands go with it.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)

    extract = commands.add_parser(
        "extract",
        help="read one drawing and print its record as JSON",
        description="Reads one drawing and prints its record as JSON.",
        epilog=f"Exit codes: 0 rows were read, {EXIT_USAGE} wrong use, {codes}.",
    )
    extract.add_argument("file", metavar="FILE.pdf")
    extract.add_argument("--page", type=_page_number, metavar="N", help="only page N (1 = first)")
    extract.add_argument("--json", metavar="OUT", help="write the record to OUT, not the terminal")
    extract.add_argument("--configfile", metavar="YAML", help="default: config/config.yaml")
    extract.set_defaults(run=_extract)

    summary = commands.add_parser("summary", help="what the last run did and where things lie")
    summary.set_defaults(run=_summary)
    retry = commands.add_parser(
        "retry-failed", help="make the next run read the transient failures again"
    )
    retry.set_defaults(run=_retry_failed)
    for command in (summary, retry):
        command.add_argument("--directory", "-d", default=".", help="the folder of results/")
    return parser


def _page_number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("pages are counted from 1")
    return number


def _extract(options: argparse.Namespace) -> int:
    from bomflow.extract.worker import Job, run_attempt

    config = complete(_load_config(options.configfile))
    limits = config["extract"]
    with tempfile.TemporaryDirectory(prefix="bomflow-") as folder:
        job = Job(
            pdf=options.file,
            filename=os.fsencode(os.path.basename(options.file)).decode("utf-8", "replace"),
            doc_id="drawing",
            results=folder,
            settings=json.dumps(read_settings(config)),
            memory_mb=config["memory"]["max_worker_mb"],
            timeout_s=limits["timeout_s"],
            max_file_size_mb=limits["max_file_size_mb"],
            retries=0,
        )
        code = run_attempt(job)
        if code:
            return code
        record = json.loads(Path(job.record).read_text("utf-8"))
        log = Path(job.log)
        if log.exists():
            print(log.read_text("utf-8").rstrip(), file=sys.stderr)
    if options.page:
        if record["success"] and options.page > record["pages_total"]:
            print(f"bomflow: the drawing has {record['pages_total']} page(s)", file=sys.stderr)
            return EXIT_USAGE
        record = _only_page(record, options.page)
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    if options.json:
        write_atomic(options.json, text)
    else:
        print(text, end="")
    return 0 if record["success"] else ErrorCode(record["error_code"]).exit_code


def _only_page(record: dict[str, Any], page: int) -> dict[str, Any]:
    """The record cut down to one page; a page without rows of its own is no success."""
    pages = [entry for entry in record["pages"] if entry["page"] == page]
    tables = [table for table in record["tables"] if table["page"] == page]
    rows = sum(table["rows_count"] for table in tables)
    cut = {
        **record,
        "pages": pages,
        "tables": tables,
        "rows_count": rows,
        "bom_pages": [number for number in record["bom_pages"] if number == page],
    }
    if record["success"] and not rows:
        outcome = pages[0]["outcome"] if pages else "no_bom"
        code = ErrorCode.NO_ANCHOR
        if outcome == "no_text":
            code = ErrorCode.NO_TEXT
        elif tables or outcome == "unreadable":
            code = ErrorCode.PARSING_ERROR
        cut |= {
            "success": False,
            "error_code": code,
            "error_message": (pages[0]["reason"] if pages else "") or f"no rows on page {page}",
        }
    return cut


def _summary(options: argparse.Namespace) -> int:
    from bomflow.summary import summary_lines

    print("\n".join(summary_lines(options.directory)))
    return 0


def _retry_failed(options: argparse.Namespace) -> int:
    from bomflow.retry import release_transient

    config = _load_config(None)
    path = Path(options.directory, "results", "config.json")
    if path.is_file():  # the settings of the run whose failures these are
        config = json.loads(path.read_text("utf-8"))
    for line in release_transient(
        os.path.join(options.directory, "results"), complete(config)["extract"]["retries"]
    ):
        print(line)
    return 0


def _load_config(path: str | None) -> dict[str, Any]:
    import yaml

    with open(path or ROOT / "config" / "config.yaml", encoding="utf-8") as stream:
        return yaml.safe_load(stream) or {}
