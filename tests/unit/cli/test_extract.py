"""`bomflow extract`: what it prints, where it writes, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from bomflow import __version__, cli
from bomflow.cli.extract import _hint
from bomflow.cli.main import main
from bomflow.cli.parser import EXIT_USAGE
from bomflow.errors import ERRORS, ErrorCode
from bomflow.extract.settings import ReadSettings

PACKAGES = Path(cli.__file__).parents[1]
PRINTED = ["1", "A-100", "2", "Ω-Blech Größe 5", "1,5", "3,0"]


def page(
    number: int, outcome: str = "bom", reason: str = "", code: str | None = None
) -> dict[str, Any]:
    return {"page": number, "outcome": outcome, "reason": reason, "error_code": code}


def table(number: int, rows: int) -> dict[str, Any]:
    header = [{"text": "POS", "column": "position"}] if rows else []
    status = "consistent" if rows else "suspect"
    return {"page": number, "rows_count": rows, "header": header, "check_status": status}


def content(pages: list[dict[str, Any]], tables: list[dict[str, Any]]) -> dict[str, Any]:
    rows = sum(entry["rows_count"] for entry in tables)
    return {
        "success": rows > 0,
        "header_found": rows > 0,
        "data_found": rows > 0,
        "parse_success": rows > 0,
        "error_code": None if rows else "NO_ANCHOR",
        "error_message": "" if rows else "no parts-list header on any page",
        "rows_count": rows,
        "pages_total": 6,
        "bom_pages": sorted({entry["page"] for entry in tables if entry["rows_count"]}),
        "anchors_count": 1,
        "warnings": ["Ω"],
        "pages": pages,
        "tables": tables,
    }


SIX = [
    page(1),
    page(2, "no_bom", code="NO_ANCHOR"),
    page(3, "no_text", "the page is a picture (scan)", "NO_TEXT"),
    page(4, "unreadable", "a picture of a ruled table", "NO_TEXT"),
    page(5, "unreadable", "a header without rows", "NO_DATA"),
    page(6),
]
TABLES = [table(1, 2), table(4, 0), table(6, 1), table(6, 4)]


def read_six(path: str, settings: ReadSettings) -> dict[str, Any]:
    last = settings.max_pages or 6
    return content(SIX[:last], [entry for entry in TABLES if entry["page"] <= last])


def test_the_record_is_printed_as_json(
    pdf: Path, reader: Any, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    reader(read_six)
    assert main(["extract", str(pdf)]) == 0
    out, err = capfdbinary.readouterr()
    record = json.loads(out.decode("utf-8"))
    assert record["filename"] == "a.pdf" and record["rows_count"] == 7
    assert record["warnings"] == ["Ω"] and "Ω".encode() in out
    assert err == b""


def test_no_name_can_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x9b31m\x1b[2J\u202e \U000e0041.pdf"
    assert main(["extract", str(tmp_path / name)]) == ErrorCode.FILE_NOT_FOUND.exit_code
    out, err = capsys.readouterr()
    assert "does not exist" in err
    assert not [c for c in out + err if not c.isprintable() and c != "\n"]
    assert json.loads(out)["filename"] == name
    (tmp_path / name).mkdir()
    assert main(["gallery", str(tmp_path / name / "x"), "--out", str(tmp_path)]) == 2
    assert not [c for c in capsys.readouterr().err if not c.isprintable() and c != "\n"]


def test_json_goes_to_a_file_and_nothing_beside_the_drawing(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    reader(read_six)
    target = tmp_path / "new" / "record.json"
    assert main(["extract", str(pdf), "--json", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["rows_count"] == 7
    assert capsys.readouterr() == ("", "")
    assert sorted(os.listdir(tmp_path)) == ["a.pdf", "new"]


@pytest.mark.parametrize("code", ErrorCode)
def test_exit_code_of_every_error(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str], code: ErrorCode
) -> None:
    failed = {**content([], []), "error_code": code.value}
    reader(lambda path, settings: failed)
    assert main(["extract", str(pdf)]) == ERRORS[code].exit_code
    assert json.loads(capsys.readouterr().out)["error_code"] == code


def test_files_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "folder.pdf").mkdir()
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF")
    os.truncate(large, 101 * 2**20)
    for name, code in [("gone.pdf", 10), ("empty.pdf", 11), ("large.pdf", 12), ("folder.pdf", 13)]:
        assert main(["extract", str(tmp_path / name)]) == code
        record = json.loads(capsys.readouterr().out)
        assert not record["success"] and record["error_message"]


def test_a_reader_that_dies(pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str]) -> None:
    reader(lambda path, settings: os.abort())
    assert main(["extract", str(pdf)]) == ErrorCode.WORKER_ERROR.exit_code
    out, err = capsys.readouterr()
    assert json.loads(out)["error_code"] == "WORKER_ERROR"
    assert "Fatal Python error: Aborted" in err  # where it died, on the terminal


def test_a_name_that_is_no_utf_8(
    tmp_path: Path, reader: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    reader(read_six)
    path = os.fsencode(tmp_path) + b"/gr\xf6\xdfe.pdf"
    with open(path, "wb") as stream:
        stream.write(b"%PDF")
    assert main(["extract", os.fsdecode(path)]) == 0
    assert json.loads(capsys.readouterr().out)["filename"] == "gr\\xf6\\xdfe.pdf"


# --- extract --page ---


@pytest.mark.parametrize(
    ("number", "rows", "code"),
    [
        (1, 2, None),
        (2, 0, "NO_ANCHOR"),
        (3, 0, "NO_TEXT"),
        (4, 0, "NO_TEXT"),
        (5, 0, "NO_DATA"),
        (6, 5, None),
    ],
)
def test_one_page_with_a_verdict_of_its_own(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str], number: int, rows: int, code: str
) -> None:
    reader(read_six)
    status = main(["extract", str(pdf), "--page", str(number)])
    record = json.loads(capsys.readouterr().out)
    assert status == (ErrorCode(code).exit_code if code else 0)
    assert [entry["page"] for entry in record["pages"]] == [number]
    assert {entry["page"] for entry in record["tables"]} <= {number}
    assert (record["rows_count"], record["error_code"]) == (rows, code)
    assert record["success"] is record["data_found"] is (rows > 0)
    assert record["bom_pages"] == ([number] if rows else [])
    assert record["pages_total"] == 6
    assert bool(record["error_message"]) == (not rows)


def test_pages_before_it_do_not_decide_its_verdict(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [page(1, "no_text", "scan", "NO_TEXT"), page(2, "no_bom", code="NO_ANCHOR")]
    failed = {**content(pages, []), "error_code": "NO_TEXT", "pages_total": 2}
    reader(lambda path, settings: failed)
    assert main(["extract", str(pdf), "--page", "2"]) == ErrorCode.NO_ANCHOR.exit_code
    assert "page 2" in json.loads(capsys.readouterr().out)["error_message"]


def test_pages_behind_it_are_not_read(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    settings_file = tmp_path / "my.yaml"
    settings_file.write_text("extract: {max_pages: 1}")

    def read(path: str, settings: ReadSettings) -> dict[str, Any]:
        assert settings.max_pages == 2  # also where the configuration would stop before it
        return read_six(path, settings)

    reader(read)
    options = ["--page", "2", "--configfile", str(settings_file)]
    assert main(["extract", str(pdf), *options]) == 21
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("rows", [0, 1])
def test_a_page_that_does_not_exist(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str], rows: int
) -> None:
    one = {**content([page(1, "no_bom")], [table(1, rows)]), "pages_total": 1}
    reader(lambda path, settings: one)
    assert main(["extract", str(pdf), "--page", "2"]) == EXIT_USAGE
    assert "has 1 page(s)" in capsys.readouterr().err


def test_a_page_of_a_file_that_cannot_be_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(tmp_path / "gone.pdf"), "--page", "3"]) == 10
    assert json.loads(capsys.readouterr().out)["error_code"] == "FILE_NOT_FOUND"


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", ""])
def test_page_numbers_count_from_one(
    pdf: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["extract", str(pdf), f"--page={number}"])
    assert caught.value.code == EXIT_USAGE
    assert f"{number!r} is no page number" in capsys.readouterr().err


# --- configuration ---


def test_settings_reach_the_reader_and_go_over_the_shipped_ones(
    pdf: Path, reader: Any, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"

    def read(path: str, settings: ReadSettings) -> dict[str, Any]:
        seen.write_text(settings.to_json())
        return read_six(path, settings)

    reader(read)
    settings_file = tmp_path / "my.yaml"
    settings_file.write_text("headers: {weight: [Gew.]}\ncodes: {tag: 'T\\d'}\n")
    assert main(["extract", str(pdf), "--configfile", str(settings_file)]) == 0
    want = ReadSettings(headers={"weight": ["Gew."]}, codes={"tag": r"T\d"})
    assert ReadSettings.from_json(seen.read_text()) == want


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "no YAML file"),
        (b"\xff\xfe\xfa", "no YAML file"),
        ("- a", "key: value"),
        ("timeout: 5", "extract.timeout_s"),
    ],
)
def test_a_bad_configuration_is_answered(
    pdf: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str | bytes, said: str
) -> None:
    settings_file = tmp_path / "my.yaml"
    settings_file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert main(["extract", str(pdf), "--configfile", str(settings_file)]) == EXIT_USAGE
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("bomflow: ") and said in err


def test_a_configuration_that_is_not_there(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(pdf), "--configfile", "gone.yaml"]) == EXIT_USAGE
    assert "gone.yaml" in capsys.readouterr().err


def test_a_target_that_cannot_be_written(
    pdf: Path, reader: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    reader(read_six)
    assert main(["extract", str(pdf), "--json", str(tmp_path)]) == EXIT_USAGE
    assert "bomflow: " in capsys.readouterr().err


# --- the command as typed ---


def bomflow(*arguments: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bomflow", *arguments],
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(PACKAGES), **more.pop("env", {})},
        **more,
    )


@pytest.fixture(scope="module")
def drawing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sheet with a parts list of one row, and a second one without."""
    path = tmp_path_factory.mktemp("drawing") / "a {b}.pdf"
    canvas = Canvas(str(path), pagesize=(842, 595))
    columns = [60, 120, 240, 300, 480, 560]
    header = ["POS.", "ARTICLE NUMBER", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT"]
    canvas.setFont("Helvetica", 8)
    for y, texts in [(300, header), (280, PRINTED), (260, ["2", *PRINTED[1:]])]:
        for x, text in zip(columns, texts, strict=True):
            canvas.drawString(x, y, text.replace("Ω", "O"))
    for y in (315, 293, 273, 253):
        canvas.line(50, y, 640, y)
    for x in (50, 110, 230, 290, 470, 550, 640):
        canvas.line(x, 315, x, 253)
    canvas.showPage()
    canvas.setFont("Helvetica", 8)
    for n in range(30):
        canvas.drawString(60, 40 + 15 * n, f"note {n}: nothing of interest on this sheet")
    canvas.save()
    return path


def test_a_real_drawing_with_a_locale_that_knows_no_umlauts(drawing: Path) -> None:
    done = bomflow("extract", str(drawing), env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout.decode("utf-8"))
    assert (record["filename"], record["pages_total"]) == ("a {b}.pdf", 2)
    descriptions = [row["cells"]["description"] for row in record["tables"][0]["rows"]]
    assert descriptions == ["O-Blech Größe 5"] * 2


def test_a_page_of_a_real_drawing(drawing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def extract(*options: str) -> tuple[int, dict[str, Any]]:
        return main(["extract", str(drawing), *options]), json.loads(capsys.readouterr().out)

    _, whole = extract()
    status, first = extract("--page", "1")
    assert status == 0
    assert first["tables"] == whole["tables"] and first["pages"] == whole["pages"][:1]
    status, second = extract("--page", "2")
    assert status == ErrorCode.NO_ANCHOR.exit_code
    assert second["tables"] == [] and second["pages"] == whole["pages"][1:]


def test_a_reader_of_the_output_that_stops_early(drawing: Path) -> None:
    command = f"'{sys.executable}' -m bomflow extract '{drawing}' | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
    )
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


def test_help_lists_every_exit_code() -> None:
    text = " ".join(bomflow("extract", "--help").stdout.decode().split())
    for code, info in ERRORS.items():
        assert f"{info.exit_code} {code}" in text
    assert bomflow("--version").stdout.decode().strip() == __version__
    assert bomflow().returncode == EXIT_USAGE


def test_extract_takes_no_unknown_argument(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["extract", str(pdf), "--pages", "1"])
    assert caught.value.code == EXIT_USAGE
    assert "--pages" in capsys.readouterr().err


def test_a_wrong_file_is_met_with_the_nearest_right_one(tmp_path: Path) -> None:
    (tmp_path / "Drawings").mkdir()
    path = tmp_path / "Drawings" / "1LBA10BQ001.pdf"
    path.touch()
    assert _hint(str(path)) == ""
    assert str(path) in _hint(str(tmp_path / "Drawing" / "1LBA10BQ001.pdf"))
    assert str(path) in _hint(str(tmp_path / "Drawings" / "1lba10bq01.PDF"))
    assert "did you mean" not in _hint(str(tmp_path / "qqq"))
    assert "make run" in _hint(str(tmp_path))


@pytest.mark.parametrize("option", ["--json", "--image"])
def test_the_drawing_is_never_written_over(
    pdf: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    before = pdf.read_bytes()
    link = pdf.with_name("link.out")
    link.symlink_to(pdf)
    for target in (pdf, link):
        assert main(["extract", str(pdf), option, str(target)]) == EXIT_USAGE
        assert "is the drawing itself; name another file" in capsys.readouterr().err
    assert pdf.read_bytes() == before


def test_a_link_to_nowhere_says_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "gone.pdf")
    assert "is a link to" in _hint(str(tmp_path / "a.pdf"))
