"""Profiles say what they set and why; what they must not hold."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.parent.name for path in (ROOT / "profiles").glob("*/config.yaml"))


def settings(name: str) -> dict[str, Any]:
    text = (ROOT / "profiles" / name / "config.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


EPYC = settings("epyc")


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_lists_what_the_profile_sets(name: str) -> None:
    text = (ROOT / "profiles" / "README.md").read_text("utf-8")
    [chapter] = re.findall(rf"^## {name}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| `([\w-]+)` \| `([^`]+)` \| \S", chapter, re.MULTILINE)
    assert {key: yaml.safe_load(value) for key, value in rows} == settings(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_literal_command_finds_the_profile(name: str) -> None:
    assert (ROOT / name / "config.yaml").samefile(ROOT / "profiles" / name / "config.yaml")
    # A default profile would be loaded by itself and override the named one.
    assert os.listdir(ROOT / "profiles").count("default") == 0


def test_on_a_cluster_only_the_reading_leaves_the_machine() -> None:
    """SQLite's WAL needs all who use a database on one machine."""
    for path in (ROOT / "workflow" / "rules").glob("*.smk"):
        for rule in re.split(r"^rule ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            assert ("localrule: True" in rule) != rule.startswith("extract:"), rule


def test_the_target_numbers() -> None:
    assert EPYC["cores"] == 44
    # Memory follows from the machine: a number here would be wrong on the next one.
    assert not {"resources", "default-resources", "set-resources"} & set(EPYC)
    # With `nolock` nothing but the workflow's own lock refuses a second run.
    assert EPYC["nolock"] and EPYC["rerun-incomplete"]
