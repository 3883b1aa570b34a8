"""The command line beside Snakemake: read one drawing, sum up a run, prepare a retry."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bomflow import __version__
from bomflow.config import ConfigError, complete, overlay, read_settings
from bomflow.discover import DiscoveryError
from bomflow.errors import ERRORS, ErrorCode
from bomflow.files import write_atomic
from bomflow.run import RunLocked

if TYPE_CHECKING:
    from bomflow.discover import Document
    from bomflow.extract.worker import Job
    from bomflow.gallery import Drawing

ROOT = Path(__file__).parent.parent.parent
EXIT_USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for wrong use, or that of the drawing's error."""
    parser = _parser()
    # Arguments meant for Snakemake may follow those of these two commands (make run ARGS=...).
    given = list(sys.argv[1:] if arguments is None else arguments)
    options, rest = parser.parse_known_args(given)
    options.arguments = given[1:]
    if rest and options.command in ("extract", "gallery"):
        parser.error(f"unknown argument: {rest[0]}")
    try:
        return int(options.run(options))
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except (ConfigError, DiscoveryError, RunLocked, OSError) as error:
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
    extract.add_argument(
        "--image", metavar="OUT.png", help="draw each table with the boxes of what was read"
    )
    extract.add_argument(
        "--configfile", nargs=1, default=[], metavar="YAML", help="over config/config.yaml"
    )
    extract.set_defaults(run=_extract)

    gallery = commands.add_parser(
        "gallery",
        help="pictures of what was read, with a page to look through them",
        description="Draws each page that has a table with the boxes of everything that was read, "
        "and an index.html that works offline. Without FILES: the last run's drawings.",
    )
    gallery.add_argument("files", nargs="*", metavar="FILE", help="PDFs or folders to read first")
    gallery.add_argument(
        "--out", required=True, metavar="DIR", help="new folder, or an old gallery"
    )
    gallery.add_argument(
        "--suspect-only", action="store_true", help="only pages with a suspect table"
    )
    gallery.add_argument(
        "--configfile", nargs=1, default=[], metavar="YAML", help="over config/config.yaml"
    )
    gallery.set_defaults(run=_gallery)

    summary = commands.add_parser(
        "summary", help="what the last run did and where things lie", allow_abbrev=False
    )
    # `make run ARGS=-n` comes here too, and a dry run leaves nothing to sum up.
    summary.add_argument("--dry-run", "--dryrun", "-n", action="store_true", help="say nothing")
    summary.set_defaults(run=_summary)
    retry = commands.add_parser(
        "retry-failed",
        help="make the next run read the transient failures again",
        allow_abbrev=False,  # what follows is Snakemake's and may begin alike
    )
    retry.add_argument("--configfile", "--configfiles", nargs="+", default=[], metavar="YAML")
    retry.add_argument("--config", "-C", nargs="*", default=[], metavar="KEY=VALUE")
    retry.set_defaults(run=_retry_failed)
    for command in (gallery, summary, retry):
        command.add_argument("--directory", "-d", default=".", help="the folder of results/")
    return parser


def _page_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no page number; pages are counted from 1")
    return int(text)


def _extract(options: argparse.Namespace) -> int:
    from bomflow.extract.worker import run_attempt

    config = complete(_load_config(options.configfile))
    if options.page:  # pages behind it are not needed; those before it may be continued on it
        config["extract"]["max_pages"] = options.page
    with tempfile.TemporaryDirectory(prefix="bomflow-") as folder:
        name = os.fsencode(os.path.basename(options.file)).decode("utf-8", "backslashreplace")
        job = _job(config, options.file, name, "drawing", folder)
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
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    if options.json:
        write_atomic(options.json, text)
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))  # JSON is UTF-8 whatever the locale says
        sys.stdout.flush()
    if options.image:
        _save_image(options, record)
    return 0 if record["success"] else ErrorCode(record["error_code"]).exit_code


def _job(config: dict[str, Any], pdf: str, filename: str, doc_id: str, results: str) -> Job:
    """One attempt at a drawing under the limits of a completed configuration."""
    from bomflow.extract.worker import Job

    limits = config["extract"]
    return Job(
        pdf=pdf,
        filename=filename,
        doc_id=doc_id,
        results=results,
        settings=json.dumps(read_settings(config)),
        memory_mb=config["memory"]["max_worker_mb"],
        timeout_s=limits["timeout_s"],
        max_file_size_mb=limits["max_file_size_mb"],
        retries=0,
    )


def _gallery(options: argparse.Namespace) -> int:
    from bomflow import gallery

    if options.files:
        config = complete(_load_config(options.configfile))
        drawings = _read_each(gallery.named_drawings(options.files), config)
    else:
        drawings = gallery.drawings_of_run(os.path.join(options.directory, "results"))
    print(gallery.write_gallery(drawings, options.out, options.suspect_only))
    return 0


def _read_each(documents: Sequence[Document], config: dict[str, Any]) -> Iterator[Drawing]:
    """Each drawing with its record; a drawing that cannot be read has one too."""
    from bomflow.extract.worker import run_attempt
    from bomflow.gallery import Drawing, read_json

    with tempfile.TemporaryDirectory(prefix="bomflow-") as folder:
        for document in documents:
            job = _job(config, document.path, document.filename, document.doc_id, folder)
            if run_attempt(job) == 0 and (record := read_json(job.record)) is not None:
                yield Drawing(document, record)


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


def _summary(options: argparse.Namespace) -> int:
    from bomflow.summary import summary_lines

    if options.dry_run:
        return 0
    print("\n".join(summary_lines(options.directory, options.arguments)))
    return 0


def _retry_failed(options: argparse.Namespace) -> int:
    from bomflow.retry import release_transient

    # The settings of the run that follows, not of the last one: a limit that was raised counts.
    config = overlay(_load_config(options.configfile), _typed_values(options.config))
    retries = complete(config)["extract"]["retries"]
    print("\n".join(release_transient(os.path.join(options.directory, "results"), retries)))
    return 0


def _load_config(paths: Sequence[str]) -> dict[str, Any]:
    """config/config.yaml with the given files laid over it, as Snakemake does it."""
    import yaml

    config: dict[str, Any] = {}
    for path in (ROOT / "config" / "config.yaml", *map(Path, paths)):
        try:
            loaded = yaml.safe_load(path.read_text("utf-8")) or {}
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path} is no YAML file: {error}") from error
        if not isinstance(loaded, dict):
            raise ConfigError(f"{path} must hold `key: value` lines.")
        config = overlay(config, loaded)
    return config


def _typed_values(entries: Sequence[str]) -> dict[str, Any]:
    """What Snakemake's ``--config`` holds, as nested text; ``complete`` makes numbers of it."""
    import yaml

    config: dict[str, Any] = {}
    for entry in entries:
        key, _, text = entry.partition("=")
        text = text.strip("'\"")
        try:
            config = overlay(config, {key: yaml.load(text, Loader=yaml.BaseLoader)})
        except yaml.YAMLError:
            config[key] = text
    return config
