"""The command line beside Snakemake: read one drawing, sum up a run, prepare a retry."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bomflow import __version__, completions
from bomflow.config import ConfigError, complete, overlay, read_settings
from bomflow.discover import DiscoveryError, locate_file, nearest
from bomflow.errors import ERRORS, ErrorCode, ExtractionError
from bomflow.files import write_atomic
from bomflow.passwords import PasswordsError, use_passwords
from bomflow.progress.text import clean_lines
from bomflow.run import RunLocked

if TYPE_CHECKING:
    from bomflow.discover import Document
    from bomflow.extract.job import Job
    from bomflow.gallery import Drawing

ROOT = Path(__file__).parent.parent.parent
EXIT_USAGE = 2
COMMANDS = ("extract", "gallery", "summary", "retry-failed", "completion")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for wrong use, or that of the drawing's error."""
    parser = _parser()
    # Arguments meant for Snakemake may follow those of these two commands (make run ARGS=...).
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and not given[0].startswith("-"):
        near = [name for name in COMMANDS if name.startswith(given[0])]
        near = near or get_close_matches(given[0], COMMANDS, n=1)
        if near and given[0] not in COMMANDS:
            parser.error(f"there is no command {given[0]!r}; did you mean {near[0]!r}?")
    options, rest = parser.parse_known_args(given)
    options.arguments = given[1:]
    if rest and options.command in ("extract", "gallery"):
        parser.error(f"unknown argument: {rest[0]}")
    try:
        return int(options.run(options))
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except (ConfigError, DiscoveryError, PasswordsError, RunLocked, OSError) as error:
        print(clean_lines(f"bomflow: {error}"), file=sys.stderr)
        return EXIT_USAGE


def _parser() -> argparse.ArgumentParser:
    codes = ", ".join(f"{info.exit_code} {code}" for code, info in ERRORS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bomflow",
        description="Turns engineering-drawing PDFs into one parts list. The whole job is run by "
        "Snakemake (snakemake --profile epyc); these commands go with it.",
        epilog="examples:\n"
        "  python -m bomflow extract FILE.pdf             its rows, verdict and reasons\n"
        "  python -m bomflow extract FILE.pdf | jq .tables\n"
        "  python -m bomflow extract FILE.pdf --explain   why it was read as it was\n"
        "  python -m bomflow gallery DRAWINGS --out DIR   pictures of what was read\n"
        "  python -m bomflow summary                      what the last run did\n"
        "the whole job:\n"
        "  make run ARGS='--config input_dir=/data/pdfs'",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)

    extract = commands.add_parser(
        "extract",
        help="read one drawing and print what was read",
        description="Reads one drawing. A terminal gets a table of its rows, a pipe its record as "
        "JSON.",
        epilog="examples:\n"
        "  python -m bomflow extract FILE.pdf\n"
        "  python -m bomflow extract FILE.pdf --json - | less\n"
        "  python -m bomflow extract FILE.pdf --page 2 --image page2.png\n\n"
        + textwrap.fill(f"Exit codes: 0 rows were read, {EXIT_USAGE} wrong use, {codes}.", 80),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    extract.add_argument("file", metavar="FILE.pdf")
    extract.add_argument("--page", type=_page_number, metavar="N", help="only page N (1 = first)")
    extract.add_argument(
        "--json", metavar="OUT", help="write the record to OUT instead; - is the terminal"
    )
    extract.add_argument(
        "--image", metavar="OUT.png", help="draw each table with the boxes of what was read"
    )
    extract.add_argument(
        "--configfile", nargs=1, default=[], metavar="YAML", help="over config/config.yaml"
    )
    extract.add_argument(
        "--explain",
        action="store_true",
        help="tell which header words were seen, which columns they made and what was refused",
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
    completion = commands.add_parser(
        "completion",
        help="shell completion of the command bomflow",
        epilog='example: eval "$(bomflow completion bash)"',
    )
    completion.add_argument("shell", choices=completions.SHELLS)
    completion.set_defaults(
        run=lambda options: print(completions.script(parser, options.shell)) or 0
    )
    for command in (gallery, summary, retry):
        command.add_argument("--directory", "-d", default=".", help="the folder of results/")
    return parser


def _page_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no page number; pages are counted from 1")
    return int(text)


def _extract(options: argparse.Namespace) -> int:
    from bomflow.extract.worker import run_attempt

    config = _reading_config(options.configfile)
    if hint := _hint(options.file):
        print(clean_lines(f"bomflow: {hint}"), file=sys.stderr)
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
    text = _printable(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"
    if options.json and options.json != "-":
        write_atomic(options.json, text)
    elif sys.stdout.isatty() and not options.json:
        from bomflow.show import print_record

        print_record(record, sys.stdout)
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))  # JSON is UTF-8 whatever the locale says
        sys.stdout.flush()
    if options.explain:
        _explain(options, record, config)
    if options.image:
        _save_image(options, record)
    return 0 if record["success"] else ErrorCode(record["error_code"]).exit_code


def _printable(text: str) -> str:
    """JSON that says the same and cannot steer the terminal that shows it.

    JSON itself spells out only the control characters of ASCII: not CSI (U+009B), nor the marks
    that turn the direction of text.
    """
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def _explain(options: argparse.Namespace, record: dict[str, Any], config: dict[str, Any]) -> None:
    """Tell it on standard error: standard output may be the record, for a program."""
    from bomflow.explain import explain
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
    near = nearest(path)
    return f"{path} does not exist" + (f"; did you mean {near}?" if near else "")


def _job(config: dict[str, Any], pdf: str, filename: str, doc_id: str, results: str) -> Job:
    """One attempt at a drawing under the limits of a completed configuration."""
    from bomflow.extract.job import Job

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
        config = _reading_config(options.configfile)
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


def _reading_config(paths: Sequence[str]) -> dict[str, Any]:
    """The completed configuration, its passwords made known to what opens drawings."""
    config = complete(_load_config(paths))
    use_passwords(locate_file(config["extract"]["passwords"], os.getcwd(), str(ROOT)))
    return config


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
