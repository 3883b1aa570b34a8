"""Digests: editing a stage changes its digest and that of what imports it, nothing above."""

from __future__ import annotations

import re
import shutil
from importlib import metadata
from pathlib import Path

import pytest

from bomflow import digest
from bomflow.digest import stage_digest, stage_modules

# One entry module per stage, as the rules name them, in the order in which data flows.
STAGES = {
    "extract": ("bomflow.extract.worker", "bomflow.extract.document"),
    "shard": ("bomflow.merge.shard",),
    "join": ("bomflow.merge.join",),
    "tables": ("bomflow.export.tables",),
    "excel": ("bomflow.export.excel",),
    "failures": ("bomflow.export.failures",),
}


def digests() -> dict[str, str]:
    return {stage: stage_digest(*entries) for stage, entries in STAGES.items()}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real package that may be edited; parsed once, as imports stay the same."""
    copy = tmp_path_factory.mktemp("copy") / "bomflow"
    shutil.copytree(digest.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


MERGE = {"shard", "join"}
EXPORT = {"tables", "excel", "failures"}


@pytest.mark.parametrize(
    ("edited", "must", "may"),
    [
        ("extract/document.py", {"extract"}, set()),
        ("extract/worker.py", {"extract"}, set()),
        ("page/pdf.py", {"extract"}, set()),
        ("errors.py", {"extract", "failures"}, MERGE | EXPORT),
        ("merge/shard.py", {"shard"}, set()),
        ("merge/join.py", {"join"}, set()),
        ("merge/database.py", MERGE | EXPORT, set()),
        ("export/tables.py", {"tables"}, EXPORT),
        ("export/excel.py", {"excel"}, EXPORT),
        ("export/failures.py", {"failures"}, EXPORT),
        ("files.py", set(STAGES), set()),
        ("cli/main.py", set(), set()),
        ("config.py", set(), set()),
        ("plan.py", set(), set()),
        ("progress/view.py", set(), set()),
    ],
)
def test_editing_a_module_changes_its_stage_and_nothing_above(
    package: Path, monkeypatch: pytest.MonkeyPatch, edited: str, must: set[str], may: set[str]
) -> None:
    monkeypatch.setattr(digest, "PACKAGE", package)
    before = digests()
    original = (package / edited).read_bytes()
    (package / edited).write_bytes(original + b"\n# edited\n")
    after = digests()
    (package / edited).write_bytes(original)
    changed = {stage for stage in STAGES if after[stage] != before[stage]}
    assert must <= changed <= must | may


def test_a_digest_is_short_and_the_same_wherever_the_package_lies(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = digests()
    monkeypatch.setattr(digest, "PACKAGE", package)
    assert digests() == here
    assert all(re.fullmatch("[0-9a-f]{16}", value) for value in here.values())
    assert len(set(here.values())) == len(STAGES)


def test_the_workflows_rules_name_these_stages() -> None:
    rules = digest.PACKAGE.parent.rglob("*.smk")
    named = set(re.findall(r'"(bomflow\.[a-z_.]+)"', "".join(path.read_text() for path in rules)))
    assert named >= {entry for entries in STAGES.values() for entry in entries}
    for name in named:  # a misspelt entry would silently cover nothing
        assert stage_modules(name), name


def write(root: Path, **modules: str) -> None:
    for name, text in modules.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize(
    "spelling",
    [
        "import {package}.low.deep",
        "import {package}.low.deep as d",
        "from {package}.low import deep",
        "from {package}.low.deep import VALUE",
        "from .low import deep",
        "from .low.deep import VALUE",
        "def f():\n    from {package}.low import deep",
        "try:\n    pass\nexcept Exception:\n    import {package}.low.deep",
    ],
)
def test_every_spelling_of_an_import_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    root = tmp_path / "made"
    write(root, top=spelling.format(package="made"), low__deep="from ..base import X", base="")
    write(root, other="import made.top", low__aside="from . import deep")
    monkeypatch.setattr(digest, "PACKAGE", root)
    assert stage_modules("made.top") == ["base.py", "low/deep.py", "top.py"]
    assert stage_modules("made.low.aside") == ["base.py", "low/aside.py", "low/deep.py"]


def test_packages_cycles_and_foreign_imports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "made"
    write(root, a="import made.b, os, madeup.c\nfrom made import pack", b="import made.a", c="")
    write(root, pack__inner="")
    (root / "pack" / "__init__.py").write_text("from .inner import *")
    monkeypatch.setattr(digest, "PACKAGE", root)
    assert stage_modules("made.a") == ["a.py", "b.py", "pack/__init__.py", "pack/inner.py"]


def test_versions_of_packages_count(monkeypatch: pytest.MonkeyPatch) -> None:
    version = {"pypdfium2": "1", "pdfplumber": "1"}
    monkeypatch.setattr(metadata, "version", version.__getitem__)
    first = stage_digest("bomflow.files", packages=("pypdfium2", "pdfplumber"))
    assert first == stage_digest("bomflow.files", packages=("pdfplumber", "pypdfium2"))
    version["pypdfium2"] = "2"
    assert first != stage_digest("bomflow.files", packages=("pypdfium2", "pdfplumber"))


def test_renaming_a_module_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "made"
    write(root, a="", b="")
    monkeypatch.setattr(digest, "PACKAGE", root)
    assert stage_digest("made.a") != stage_digest("made.b")
