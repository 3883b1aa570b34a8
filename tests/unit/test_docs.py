"""What docs/ says exists: columns, views, codes, remedies, keys, commands, options, links."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bomflow.cli.parser import build_parser
from bomflow.config import schema as config_schema
from bomflow.errors import ERRORS
from bomflow.merge.schema import DATA_TABLES, TABLES
from bomflow.merge.views import SEARCH, VIEWS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
READMES = [ROOT / "README.md", ROOT / "config" / "README.md", ROOT / "profiles" / "README.md"]


def text(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def keys(node: dict[str, Any], prefix: str = "") -> set[str]:
    found = set()
    for key, child in node.get("properties", {}).items():
        found |= {prefix + key} | keys(child, f"{prefix}{key}.")
    return found


def commands() -> dict[str, argparse.ArgumentParser]:
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def test_every_column_of_every_table_is_documented_in_its_order() -> None:
    page = text("database.md")
    sections = dict(re.findall(r"^### (\w+)\n(.*?)(?=^### |\Z)", page, re.M | re.S))
    assert list(sections) == [table.name for table in DATA_TABLES]
    for table in DATA_TABLES:
        documented = re.findall(r"^\| `(\w+)` \|", sections[table.name], re.M)
        assert documented == [name for name, _ in table.columns], table.name


def test_every_view_is_documented_with_its_question() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*\?.*) \|$", text("database.md"), re.M)
    assert rows == [(view.name, view.answers) for view in VIEWS]


def test_datasette_describes_what_the_database_holds() -> None:
    described = yaml.safe_load(text("datasette.yaml"))["databases"]["bom"]["tables"]
    real = {table.name for table in TABLES} | {view.name for view in VIEWS} | {SEARCH}
    assert set(described) <= real and {table.name for table in DATA_TABLES} <= set(described)


def test_every_error_code_with_exit_code_meaning_and_remedy() -> None:
    rows = re.findall(
        r"^\| ([A-Z_]+) \| (\d+) \| (.*) \| (yes|no) \| (.*) \|$", text("failures.md"), re.M
    )
    assert rows == [
        (str(code), str(i.exit_code), i.meaning, "yes" if i.transient else "no", i.remedy)
        for code, i in ERRORS.items()
    ]


@pytest.mark.parametrize(
    "page", [*PAGES, *READMES], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_named_keys_commands_and_links_exist(page: Path) -> None:
    content = page.read_text("utf-8")
    sections = ("extract", "memory", "cpu", "merge", "headers")
    for key in re.findall(rf"`((?:{'|'.join(sections)})\.(?!json)[a-z_]+)`", content):
        assert key in keys(config_schema()), key
    known = commands()
    for line in re.findall(r"(?:python -m )?\bbomflow (\w[\w-]*)((?: [^\s`|)#]+)*)", content):
        name, rest = line
        if name in known and "-m bomflow" in content:
            options = {text for action in known[name]._actions for text in action.option_strings}
            for option in re.findall(r"(?<!\S)(--[a-z-]+)", rest):
                assert option in options, f"{name} {option}"
    for link in re.findall(r"\]\((?!http)([^)#\s]+)", content):
        assert (page.parent / link).exists(), link
    for path in re.findall(
        r"`(?:python )?((?:benchmarks|scripts|docs|config|workflow)/[\w./-]+)", content
    ):
        assert (ROOT / path).exists(), path


def test_every_command_is_documented() -> None:
    everything = "".join(page.read_text("utf-8") for page in [*PAGES, *READMES])
    for name in commands():
        assert re.search(rf"\b(?:bomflow|make) {name}\b", everything), name


def test_every_page_is_reached_from_the_first() -> None:
    first = (ROOT / "README.md").read_text("utf-8")
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", text("README.md")))
    linked |= set(re.findall(r"\]\(docs/([\w-]+\.md)", first))
    assert {page.name for page in PAGES} <= linked
