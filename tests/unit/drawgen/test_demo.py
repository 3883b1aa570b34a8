"""The demo set holds every class of drawing it promises, and is written once."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from drawgen import demo
from drawgen.__main__ import main
from drawgen.bulk import write_many


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo set."""
    path = tmp_path_factory.mktemp("demo")
    assert demo.write_demo(path)
    return path


@pytest.fixture(scope="module")
def truth(folder: Path) -> dict:
    """Its truth file."""
    return json.loads((folder / "truth.json").read_text("utf-8"))


def test_every_class_is_there(truth: dict) -> None:
    files = truth["files"]
    good = {name: f for name, f in files.items() if f["success"]}
    assert len(good) >= 24
    names = list(files)
    for wanted in (" ", "'", '"', "{", "}", "ä", "ß", ".PDF"):
        assert any(wanted in name for name in names), wanted
    last = [name.rsplit("/", 1)[1] for name in names]
    assert len(last) > len(set(last)), "two files of one name"
    assert len({name.lower() for name in names}) == len(names), "one per file on any system"
    assert all(unicodedata.normalize("NFC", name) == name for name in names)
    assert {f["error_code"] for f in files.values() if not f["success"]} == {
        "FILE_EMPTY", "INVALID_PDF", "ENCRYPTED", "NO_PAGES", "FILE_TOO_LARGE", "NO_TEXT",
        "NO_ANCHOR", "NO_DATA",
    }  # fmt: skip
    assert max(f["pages_total"] for f in good.values()) >= 3
    codes = [page for f in good.values() for page in f["pages"]]
    assert max(len(page["kks_codes"]) for page in codes) >= 4
    assert max(len(page["su_codes"]) for page in codes) >= 2


def test_dimensions_of_the_good_ones() -> None:
    sheets = [sheet for drawing in demo.good().values() for sheet in drawing.sheets]
    tables = [table for sheet in sheets for table in sheet.tables]
    assert {"en", "de"} <= {table.language for table in tables}
    assert {"top", "bottom"} == {table.header for table in tables}
    assert {"full", "none"} <= {table.ruling for table in tables}
    assert 90 in {sheet.rotate for sheet in sheets}
    assert 100_000 in {sheet.segments for sheet in sheets}
    assert any(table.equal_rows for table in tables)


def test_every_cell_is_printed(folder: Path, truth: dict, wrong_lines) -> None:
    for name, drawing in demo.good().items():
        data, said = demo.draw_drawing(drawing)
        assert (folder / name).read_bytes() == data
        assert wrong_lines(data, said, drawing.sheets[0].sideways) == [], name
        assert json.loads(json.dumps(said.record(name))) == truth["files"][name]


def test_rows_for_the_scorer(truth: dict) -> None:
    rows = {(p["file"], p["page"]): p["rows"] for p in truth["pages"]}
    for name, file in truth["files"].items():
        for page in file["pages"]:
            scored = rows[name, page["page"]]
            cells = [row["cells"] for table in page["tables"] for row in table["rows"]]
            if page["unreadable"]:
                assert scored is None
                continue
            assert len(scored) == len(cells)
            for short, full in zip(scored, cells, strict=True):
                assert {k: v or "" for k, v in short.items()} == {k: full[k] for k in short}
                assert not any(full[k] for k in set(full) - set(short))


def test_bad_ones_are_bad(folder: Path, truth: dict) -> None:
    for name, file in truth["files"].items():
        path = folder / name
        if file["error_code"] == "FILE_TOO_LARGE":
            assert path.stat().st_size > 100 * 2**20
            assert path.stat().st_blocks * 512 < 2**20, "sparse"
        elif file["error_code"] in ("FILE_EMPTY", "INVALID_PDF", "ENCRYPTED", "NO_PAGES"):
            with pytest.raises(pypdfium2.PdfiumError):
                pypdfium2.PdfDocument(path)
        else:
            document = pypdfium2.PdfDocument(path)
            assert len(document) == file["pages_total"]
            letters = sum(page.get_textpage().count_chars() for page in document)
            assert (letters == 0) is ("scan" in name)


def test_second_time_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture) -> None:
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    assert main(["demo", str(folder)]) == 0
    assert "already there" in capsys.readouterr().out
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before


def test_a_missing_file_comes_back(tmp_path: Path) -> None:
    assert write_many(tmp_path, 3, seed=4, segments=(0, 500))
    first = {p: p.read_bytes() for p in tmp_path.rglob("*.pdf")}
    victim = sorted(first)[1]
    victim.unlink()
    (tmp_path / "mine.pdf").write_bytes(b"not of the set")
    assert write_many(tmp_path, 3, seed=4, segments=(0, 500))
    assert {p: p.read_bytes() for p in first} == first
    assert (tmp_path / "mine.pdf").exists()
    assert not list(tmp_path.rglob("*.part"))


def test_another_wish_replaces_the_set(tmp_path: Path) -> None:
    assert write_many(tmp_path, 3, segments=(0, 0))
    assert write_many(tmp_path, 2, segments=(0, 0), pages=(2, 2))
    known = json.loads((tmp_path / "truth.json").read_text("utf-8"))
    assert len(list(tmp_path.rglob("*.pdf"))) == len(known["files"]) == 2
    assert all(file["pages_total"] == 2 for file in known["files"].values())


def test_command_line_refuses_nonsense(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["many", str(tmp_path), "--pages", "3:1"])
    assert main(["many", str(tmp_path), "--count", "2", "--segments", "0", "--pages", "1"]) == 0
