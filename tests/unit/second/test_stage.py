"""Second readings in the reading of a whole drawing: which one stays, and that nothing is lost."""

from __future__ import annotations

import copy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.extract import document
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from bomflow.second import stage
from bomflow.second.ward import GivenUp
from sheets import Pad, cells

LIST = [
    ["POS", "DESCRIPTION", "QTY", "WEIGHT", "TOTAL WEIGHT"],
    ["1", "ROD M16", "2", "4.5", "9.0"],
    ["2", "HEX NUT M16", "4", "0.5", "2.0"],
    ["3", "CLAMP DN 50", "1", "3.0", "3.0"],
]
WIDTHS = [30, 120, 40, 60, 80]


def wrong_total() -> Pad:
    """A list that prints a wrong TOTAL, read rightly by both."""
    pad = Pad()
    pad.ruled(200, 50, WIDTHS, [*LIST, ["", "TOTAL", "", "", "99.0"]])
    return pad


def total_outside() -> Pad:
    """A list that starts with the total weights; the word TOTAL stands beside its frame."""
    pad = Pad()
    order = (4, 2, 0, 1, 3)
    pad.ruled(200, 50, [80, 40, 30, 120, 60], [[row[i] for i in order] for row in LIST])
    pad.text(165, 130, "TOTAL")
    pad.text(203, 130, "14.0")
    return pad


@pytest.fixture
def no_second(monkeypatch: pytest.MonkeyPatch) -> Callable[[Pad], dict[str, Any]]:
    """Read a sheet with the first reading alone."""

    def read(pad: Pad) -> dict[str, Any]:
        with monkeypatch.context() as patch:
            patch.setattr(document, "_read_suspects", lambda *_: None)
            return pad.read()

    return read


def test_the_better_proven_reading_wins(no_second: Callable[[Pad], dict[str, Any]]) -> None:
    first = no_second(total_outside())["tables"][0]
    assert first["check_status"] == "suspect"
    result = total_outside().read()
    (table,) = result["tables"]
    assert (table["check_status"], table["reading"]) == ("verified", "pdfplumber")
    assert (table["printed_total"], table["computed_total"]) == ("14.0", 14.0)
    assert cells(result, "position", "quantity", "total_weight") == [
        ["1", "2", "9.0"], ["2", "4", "2.0"], ["3", "1", "3.0"]
    ]  # fmt: skip
    assert table["rows_count"] == result["rows_count"] == 3
    assert result["warnings"] == []


def test_its_boxes_are_those_of_the_displayed_page(
    no_second: Callable[[Pad], dict[str, Any]],
) -> None:
    boxes = []
    for read in (no_second, Pad.read):
        pad = total_outside()
        pad.canvas.setPageRotation(90)
        (table,) = read(pad)["tables"]
        boxes.append([row["cell_boxes"]["description"] for row in table["rows"]])
    assert boxes[0] == boxes[1]


def test_readings_that_agree_leave_the_reasons_as_they_are(
    no_second: Callable[[Pad], dict[str, Any]],
) -> None:
    first, both = no_second(wrong_total())["tables"], wrong_total().read()["tables"]
    assert both == first
    assert both[0]["reading"] == "words"
    assert both[0]["check_reasons"] == ["TOTAL printed 99.0, rows add up to 14 kg"]


def test_readings_that_disagree_unproven_say_where(monkeypatch: pytest.MonkeyPatch) -> None:
    read_again = stage.read_again

    def misread(*arguments: Any) -> Any:
        found = read_again(*arguments)
        row = found.rows[2]
        row.cells[2] = [row.cells[2][0]._replace(text="7")]
        return found

    monkeypatch.setattr(stage, "read_again", misread)
    (table,) = wrong_total().read()["tables"]
    assert table["reading"] == "words"
    assert table["check_reasons"][-1] == "a second reading differs: position 3 quantity '1' / '7'"
    assert [row["cells"]["quantity"] for row in table["rows"]] == ["2", "4", "1"]


def test_words_that_the_first_reading_cut_or_joined_are_the_same_in_both() -> None:
    pad = Pad()
    rows = [
        LIST[0], ["1", "PAINT 3 m", "2", "4.5", "9.0"], LIST[2], ["3", "", "1", "3.0", "3.0"],
        ["", "TOTAL", "", "", "99.0"],
    ]  # fmt: skip
    pad.ruled(200, 50, WIDTHS, rows)
    pad.text(233 + stringWidth("PAINT 3 m", "Helvetica", 8), 74, "2", 5)
    pad.text(353 - stringWidth("CLAMP DN 50", "Helvetica", 8), 109, "CLAMP DN 50")
    (table,) = pad.read()["tables"]
    assert table["reading"] == "words"
    assert [row["cells"]["description"] for row in table["rows"]] == [
        "PAINT 3 m2", "HEX NUT M16", "CLAMP DN 50"
    ]  # fmt: skip
    assert [reason for reason in table["check_reasons"] if "second reading" in reason] == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError("no /Root"), "a second reading failed: ValueError: no /Root"),
        (RecursionError("deep"), "a second reading failed: RecursionError: deep"),
        (MemoryError(), "a second reading was given up, it takes too much"),
        (GivenUp(), "a second reading was given up, it takes too much"),
    ],
)
def test_whatever_happens_the_first_reading_stays(
    monkeypatch: pytest.MonkeyPatch,
    no_second: Callable[[Pad], dict[str, Any]],
    error: BaseException,
    told: str,
) -> None:
    first = no_second(total_outside())

    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(stage, "read_words", fail)
    result = total_outside().read()
    assert result["warnings"] == [f"page 1: {told}"]
    assert {**result, "warnings": []} == first


def test_endless_work_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*_: Any) -> None:
        while True:
            pass

    monkeypatch.setattr(stage, "read_words", forever)
    monkeypatch.setattr(document, "SECOND_S", 0.2)
    started = time.monotonic()
    result = total_outside().read()
    assert time.monotonic() - started < 10
    assert "given up" in result["warnings"][0]
    assert result["rows_count"] == 3


def test_no_second_reading_when_the_time_out_is_near() -> None:
    pad = total_outside()
    pad.canvas.save()
    result = read_document(pad.path, ReadSettings(), until=time.monotonic())
    Path(pad.path).unlink()
    assert result["warnings"] == ["page 1: no time or memory for a second reading"]
    assert result["tables"][0]["check_status"] == "suspect"


def test_a_reading_that_lost_a_row_does_not_win(monkeypatch: pytest.MonkeyPatch) -> None:
    read_again = stage.read_again

    def lose(*arguments: Any) -> Any:
        found = read_again(*arguments)
        found.rows.pop()
        found.printed_total = ""
        return found

    monkeypatch.setattr(stage, "read_again", lose)
    (table,) = total_outside().read()["tables"]
    assert table["reading"] == "words"
    assert table["rows_count"] == 3
    assert table["check_status"] == "suspect"


def test_one_list_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two halves of a list of which the second reading finds the whole, once for each."""
    pad = total_outside()
    order = (4, 2, 0, 1, 3)
    pad.ruled(200, 250, [80, 40, 30, 120, 60], [[row[i] for i in order] for row in LIST])
    pad.text(165, 330, "TOTAL")
    pad.text(203, 330, "14.0")
    read_again, whole = stage.read_again, []

    def same(*arguments: Any) -> Any:
        whole.append(whole[0] if whole else read_again(*arguments))
        return copy.deepcopy(whole[0])

    monkeypatch.setattr(stage, "read_again", same)
    monkeypatch.setattr(stage, "keeps_all", lambda *_: True)
    monkeypatch.setattr(stage, "rewrites", lambda *_: False)
    tables = pad.read()["tables"]
    assert sorted(table["reading"] for table in tables) == ["pdfplumber", "words"]
    assert tables[0]["bbox"][3] < tables[1]["bbox"][1]


def test_tables_that_are_not_suspect_are_never_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where another table of the page is read again."""
    kept = copy.deepcopy(stage.read_again)
    boxes = []

    def count(box: Any, *rest: Any) -> Any:
        boxes.append(box)
        return kept(box, *rest)

    monkeypatch.setattr(stage, "read_again", count)
    pad = total_outside()
    pad.ruled(200, 300, WIDTHS, [*LIST, ["", "TOTAL", "", "", "14.0"]])
    result = pad.read()
    assert len(boxes) == 1
    assert [t["check_status"] for t in result["tables"]] == ["verified", "verified"]
    assert [t["reading"] for t in result["tables"]] == ["pdfplumber", "words"]


PROGRAM = """
import sys
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
result = read_document(sys.argv[1], ReadSettings())
print(result["tables"][0]["reading"], sorted({m.split(".")[0] for m in sys.modules} & {
    "pdfplumber", "pdfminer"}))
"""


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: clean(), "words []\n"),
        (total_outside, "pdfplumber ['pdfminer', 'pdfplumber']\n"),
    ],
    ids=["clean", "suspect"],
)
def test_only_a_suspect_table_costs_the_imports(make: Callable[[], Pad], expected: str) -> None:
    pad = make()
    pad.canvas.save()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, pad.path], capture_output=True, text=True, check=True
    )
    Path(pad.path).unlink()
    assert done.stdout == expected


def clean() -> Pad:
    pad = Pad()
    pad.ruled(200, 50, WIDTHS, [*LIST, ["", "TOTAL", "", "", "14.0"]])
    return pad
