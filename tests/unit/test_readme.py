"""What the README promises exists: codes, commands, files, keys."""

from __future__ import annotations

import re
from pathlib import Path

from bomflow.errors import ERRORS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_error_code_with_its_meaning() -> None:
    rows = re.findall(r"^\| ([A-Z_]+) \| (.*) \| (yes|no) \|$", README, re.M)
    assert rows == [
        (str(code), info.meaning, "yes" if info.transient else "no")
        for code, info in ERRORS.items()
    ]


def test_every_make_target_exists() -> None:
    targets = set(re.findall(r"\bmake ([a-z-]+)", README))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert {"run", "test", "retry-failed"} <= targets
    assert targets <= set(re.findall(r"^([a-z-]+):", makefile, re.M))


def test_every_linked_or_named_file_exists() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    named = re.findall(
        r"`((?:benchmarks|tests|config|profiles|workflow|scripts)/[\w./-]+)`", README
    )
    assert len(links) > 3
    for path in [*links, *named]:
        assert (ROOT / path).exists(), path


def test_no_place_is_left_open() -> None:
    assert "@@" not in README
