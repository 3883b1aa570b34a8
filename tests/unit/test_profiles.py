"""Profiles say what they set and why; what they must not hold."""

from __future__ import annotations

import os
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
EPYC = yaml.safe_load((ROOT / "profiles" / "epyc" / "config.yaml").read_text("utf-8"))


def test_the_readme_lists_what_the_profile_sets() -> None:
    text = (ROOT / "profiles" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| `([^`]+)` \| \S", text, re.MULTILINE)
    assert {key: yaml.safe_load(value) for key, value in rows} == EPYC


def test_the_literal_command_finds_the_profile() -> None:
    assert (ROOT / "epyc" / "config.yaml").samefile(ROOT / "profiles" / "epyc" / "config.yaml")
    # A default profile would be loaded by itself and override the named one.
    assert os.listdir(ROOT / "profiles").count("default") == 0


def test_the_target_numbers() -> None:
    assert EPYC["cores"] == 44
    # Memory follows from the machine: a number here would be wrong on the next one.
    assert not {"resources", "default-resources", "set-resources"} & set(EPYC)
    # With `nolock` nothing but the workflow's own lock refuses a second run.
    assert EPYC["nolock"] and EPYC["rerun-incomplete"]
