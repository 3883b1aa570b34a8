"""Which command is meant, and how it ends when it cannot be done."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from difflib import get_close_matches

from bomflow.cli.parser import COMMANDS, EXIT_USAGE, NoRun, build_parser
from bomflow.config import ConfigError
from bomflow.discover import DiscoveryError
from bomflow.passwords import PasswordsError
from bomflow.progress.text import clean_lines
from bomflow.run import RunLocked


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for wrong use, or that of the drawing's error."""
    parser = build_parser()
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
        return _run(options, parser)
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except (ConfigError, DiscoveryError, PasswordsError, NoRun, RunLocked, OSError) as error:
        print(clean_lines(f"bomflow: {error}"), file=sys.stderr)
        return EXIT_USAGE


def _run(options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Run the command; each loads only what it needs."""
    if options.command == "extract":
        from bomflow.cli import extract

        return extract.run(options)
    if options.command == "gallery":
        from bomflow.cli import gallery

        return gallery.run(options)
    if options.command == "summary":
        from bomflow.cli import summary

        return summary.run(options)
    if options.command == "retry-failed":
        from bomflow.cli import retry

        return retry.run(options)
    from bomflow.cli import completions

    print(completions.script(parser, options.shell))
    return 0
