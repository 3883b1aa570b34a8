"""The arguments of every command."""

from __future__ import annotations

import argparse
import textwrap

from bomflow import __version__
from bomflow.cli import completions
from bomflow.errors import ERRORS

EXIT_USAGE = 2


class NoRun(Exception):
    """There is no run of which anything could be tried again."""


COMMANDS = ("extract", "gallery", "summary", "retry-failed", "completion")


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands; the one given is ``command`` of what it parses."""
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

    summary = commands.add_parser(
        "summary", help="what the last run did and where things lie", allow_abbrev=False
    )
    # `make run ARGS=-n` comes here too, and a dry run leaves nothing to sum up.
    summary.add_argument("--dry-run", "--dryrun", "-n", action="store_true", help="say nothing")
    retry = commands.add_parser(
        "retry-failed",
        help="make the next run read the transient failures again",
        allow_abbrev=False,  # what follows is Snakemake's and may begin alike
    )
    retry.add_argument("--configfile", "--configfiles", nargs="+", default=[], metavar="YAML")
    retry.add_argument("--config", "-C", nargs="*", default=[], metavar="KEY=VALUE")
    completion = commands.add_parser(
        "completion",
        help="shell completion of the command bomflow",
        epilog='example: eval "$(bomflow completion bash)"',
    )
    completion.add_argument("shell", choices=completions.SHELLS)
    for command in (gallery, summary, retry):
        command.add_argument("--directory", "-d", default=".", help="the folder of results/")
    return parser


def _page_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no page number; pages are counted from 1")
    return int(text)
