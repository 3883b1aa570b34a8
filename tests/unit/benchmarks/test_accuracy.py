"""The accuracy tables: from a folder with truth and from a database they agree."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest

import accuracy
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from generated import NO_LIST, draw


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One drawing with a list and one without, with a truth of pages only."""
    target = tmp_path_factory.mktemp("drawings")
    pages = []
    for index in (1, NO_LIST - 1):
        data, truth = draw(3, index)
        name = f"source {index}/a.pdf"
        (target / name).parent.mkdir()
        (target / name).write_bytes(data)
        pages += truth.scored(name)
    (target / "truth.json").write_text(json.dumps({"pages": pages}), "utf-8")
    return target


def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *args: str) -> str:
    monkeypatch.setattr(sys, "argv", ["accuracy.py", *args])
    accuracy.main()
    return capsys.readouterr().out


def test_a_folder_is_read_and_scored_by_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = printed(monkeypatch, capsys, "--drawings", str(folder)).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [
        "source 1", f"source {NO_LIST - 1}", "all", "mean of 1 sources",
    ]  # fmt: skip
    total = [cell.strip() for cell in lines[-2].split("|")[1:-1]]
    assert dict(zip(accuracy.HEADER, total, strict=True))["cells right"] == "100.0 %"


def test_a_database_gives_the_same_table(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    database = tmp_path / "bom.sqlite"
    with sqlite3.connect(database) as connection:
        six = ", ".join(accuracy.SIX)
        connection.execute(f"CREATE TABLE bom_data(filename, page, table_index, row_index, {six})")
        connection.execute("CREATE TABLE bom_tables(filename, page, check_status)")
        for pdf in sorted(folder.rglob("*.pdf")):
            name = pdf.relative_to(folder).as_posix()
            for table in read_document(str(pdf), ReadSettings())["tables"]:
                place = [name, table["page"]]
                connection.execute(
                    "INSERT INTO bom_tables VALUES (?, ?, ?)", [*place, table["check_status"]]
                )
                for row in table["rows"]:
                    cells = [row["cells"][column] for column in accuracy.SIX]
                    values = [*place, table["table_index"], row["row_index"], *cells]
                    marks = ", ".join("?" * len(values))
                    connection.execute(f"INSERT INTO bom_data VALUES ({marks})", values)
    anew = printed(monkeypatch, capsys, "--drawings", str(folder))
    stored = printed(
        monkeypatch, capsys, "--drawings", str(folder), "--database", str(database)
    )  # fmt: skip
    assert stored == anew
