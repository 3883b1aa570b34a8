"""What is read from one sheet of each class, line by line; see README.md beside this file."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import Any

import pytest

from drawgen import draw_drawing
from drawgen.producers import missing
from layouts import LAYOUTS
from reading import Record, broken_promises, read_bytes

READ = Path(__file__).parent / "read"
UPDATE = "pytest tests/golden --update-golden"


def golden(name: str) -> Path:
    """The file of a class."""
    return READ / f"{name.replace(',', '').replace(' ', '-')}.json"


def shown(what: str, record: Record) -> str:
    """A record as text of one line per fact, so that a change shows as a changed line."""
    tables = []
    for table in record["tables"]:
        columns = [(column["text"], column["column"]) for column in table["header"]]
        tables.append(
            {
                "page": table["page"],
                "verdict": table["check_status"],
                "reasons": table["check_reasons"],
                "reading": table["reading"],
                "header": [f"{text} = {name}" if name else text for text, name in columns],
                "rows": [_line(row, columns) for row in table["rows"]],
                "printed_total": table["printed_total"],
                "weight_means": table["weight_means"],
            }
        )
    content = {
        "class": what,
        "error_code": record["error_code"],
        "pages": [_page(page) for page in record["pages"]],
        "tables": tables,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _page(page: Record) -> str:
    codes = " ".join([*page["codes"]["kks"], *(f"{code}/SU" for code in page["codes"]["su"])])
    return " | ".join(filter(None, [page["outcome"], page["reason"], codes]))


def _line(row: Record, columns: list[tuple[str, str | None]]) -> str:
    cells = [row["cells"][name] if name else row["extra"].get(text, "") for text, name in columns]
    section = f"[{row['section']}] " if row["section"] else ""
    return section + " | ".join(cells)


@pytest.mark.parametrize("name", LAYOUTS)
def test_reading_is_what_it_was(name: str, request: pytest.FixtureRequest) -> None:
    what, drawing = LAYOUTS[name]
    for sheet in drawing.sheets:
        if "not installed" in (reason := missing(sheet)):
            pytest.skip(reason)
    data, truth = draw_drawing(drawing)
    record = read_bytes(data)
    now = shown(what, record)
    path = golden(name)
    if request.config.getoption("--update-golden"):
        path.write_text(now, "utf-8")
    then = path.read_text("utf-8") if path.exists() else ""
    if now != then:
        lines = (then.splitlines(), now.splitlines())
        difference = "\n".join(difflib.unified_diff(*lines, "golden", "now", n=2, lineterm=""))
        pytest.fail(f"{path.name}: if this is better, {UPDATE}\n{difference}", pytrace=False)
    assert broken_promises(record, truth.record(name)) == [], "the golden file itself is wrong"


def test_golden_files_are_compared_not_written(request: pytest.FixtureRequest) -> None:
    assert not request.config.getoption("--update-golden"), "written anew; now run without the flag"


def test_every_golden_file_is_of_a_class() -> None:
    assert {path.name for path in READ.iterdir()} == {golden(name).name for name in LAYOUTS}


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "wrap" in name or "split" in name])
def test_wrapped_classes_wrap(name: str) -> None:
    _, truth = draw_drawing(LAYOUTS[name][1])
    lines = [lines for row in truth.pages[0].tables[0].rows for lines in row.lines.values()]
    assert sum(len(cell) > 1 for cell in lines) >= 3


def test_a_change_shows_as_one_line() -> None:
    what, drawing = LAYOUTS["header top"]
    record: dict[str, Any] = read_bytes(draw_drawing(drawing)[0])
    before = shown(what, record).splitlines()
    record["tables"][0]["rows"][2]["cells"]["quantity"] += "0"
    after = shown(what, record).splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
