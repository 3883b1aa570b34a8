"""Passwords open encrypted drawings wherever one is opened, and stand in no other file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import pdfencrypt

from bomflow.config import ConfigError, complete
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from bomflow.image import open_sheets
from bomflow.passwords import VARIABLE, PasswordsError, known_passwords, use_passwords
from project import Project
from sheets import Pad

SECRET = "Geheim-Größe 7"
ROWS = [
    ["POS", "ARTICLE NUMBER", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT"],
    ["1", "100001", "2", "PIPE CLAMP", "1,5", "3,0"],
    ["2", "100002", "2", "HEX NUT M12", "1,5", "9,9"],  # does not add up: read a second time
]


@pytest.fixture(autouse=True)
def no_passwords_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    pad = Pad(encrypt=pdfencrypt.StandardEncryption(SECRET, strength=128))
    pad.ruled(60, 60, [40, 90, 40, 200, 80, 80], ROWS)
    pad.canvas.showPage()
    pad.canvas.save()
    path = tmp_path / "in" / "a.pdf"
    path.parent.mkdir()
    os.rename(pad.path, path)
    return path


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    path = tmp_path / "secrets"
    path.write_text(f"wrong\n\n{SECRET}\n", "utf-8")
    return path


def read(path: Path) -> dict[str, Any]:
    return read_document(str(path), ReadSettings())


def test_an_encrypted_drawing_is_read_twice_and_drawn(drawing: Path, secrets: Path) -> None:
    assert read(drawing)["error_code"] == "ENCRYPTED"
    use_passwords(str(secrets))
    record = read(drawing)
    assert [row["cells"]["article_number"] for row in record["tables"][0]["rows"]] == [
        "100001",
        "100002",
    ]
    assert record["tables"][0]["check_status"] == "suspect" and record["warnings"] == []
    with open_sheets(str(drawing)) as sheets:
        assert len(sheets) == 1


def test_none_of_them_fits(drawing: Path, secrets: Path) -> None:
    secrets.write_text("wrong\nwrong, too\n", "utf-8")
    use_passwords(str(secrets))
    record = read(drawing)
    assert (record["error_code"], record["tables"]) == ("ENCRYPTED", [])
    assert "wrong" not in record["error_message"]


def test_blanks_count_and_empty_lines_do_not(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"\xef\xbb\xbf a \r\n\r\nb#\n")
    use_passwords(str(tmp_path / "list"))
    assert known_passwords() == [" a ", "b#"]
    use_passwords(None)
    assert known_passwords() == []


def test_a_changed_file_is_noticed(secrets: Path) -> None:
    before = use_passwords(str(secrets))
    assert before and use_passwords(str(secrets)) == before
    secrets.write_text("another\n", "utf-8")
    assert use_passwords(str(secrets)) != before
    assert use_passwords(None) == ""


def test_mistakes_do_not_repeat_a_password(tmp_path: Path) -> None:
    (tmp_path / "latin-1").write_bytes("Größe".encode("latin-1"))
    for given in (f"{tmp_path}/{SECRET}", str(tmp_path), str(tmp_path / "latin-1")):
        with pytest.raises(PasswordsError) as caught:
            use_passwords(given)
        assert SECRET not in str(caught.value)
    with pytest.raises(ConfigError) as refused:
        complete({"extract": {"passwords": [SECRET]}})
    assert "extract.passwords: no path of a file" in str(refused.value)
    assert SECRET not in str(refused.value)


def test_a_run_keeps_them_to_itself(drawing: Path, secrets: Path, tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    project = Project(drawing.parent, tmp_path / "run")
    said = project.run(config=[f"extract={{passwords: {secrets}}}"])
    assert project.query("SELECT success FROM processing_summary") == [{"success": 1}]
    assert list((project.results / "review" / "pictures").iterdir())
    assert SECRET not in said
    for path in project.directory.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert SECRET.encode() not in held and b"Geheim-" not in held, path
