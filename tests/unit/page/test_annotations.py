"""Text in annotations: of stroke fonts, as AutoCAD tells it, and what is drawn from annotations."""

from __future__ import annotations

import os
import signal

import pytest

from bomflow.page import annotations
from bomflow.page.annotations import Stroked, words_of
from bomflow.page.geometry import Frame
from bomflow.page.words import Word
from drawgen import Drawing, Sheet, Table, draw_drawing
from reading import read_bytes
from sheets import Pad

FRAME = Frame(0.0, 0.0, 400.0, 300.0, 0)
ROWS = [
    ("1", "100-200", "2", "PIPE CLAMP DN80"),
    ("2", "100-210", "12", "HEX NUT M12"),
    ("3", "100-220", "4", "ROD M16 L=420"),
]


def boxes(words: list[Word]) -> dict[str, tuple[float, ...]]:
    return {word.text: tuple(round(edge, 2) for edge in word.box) for word in words}


def test_words_lie_by_the_count_of_letters() -> None:
    words = words_of([Stroked("NUT M12", (100, 210, 135, 200))], FRAME, ())
    assert boxes(words) == {"NUT": (100, 90, 115, 100), "M12": (120, 90, 135, 100)}
    assert [word.gap for word in words] == [-1.0, 5.0]
    assert {word.angle for word in words} == {0}


def test_a_tall_box_holds_a_text_that_reads_upwards() -> None:
    words = words_of([Stroked("NUT M12", (100, 235, 110, 200))], FRAME, ())
    assert boxes(words) == {"NUT": (100, 85, 110, 100), "M12": (100, 65, 110, 80)}
    assert {word.angle for word in words} == {90}


@pytest.mark.parametrize("angle", [180, 270])
def test_which_way_along_its_box_the_words_around_tell(angle: int) -> None:
    box = (100, 210, 135, 200) if angle == 180 else (100, 235, 110, 200)
    beside = [Word("TITLE", 0, 0, 40, 10, angle)]
    nut, size = (word.box for word in words_of([Stroked("NUT M12", box)], FRAME, beside))
    assert nut[0] > size[0] if angle == 180 else nut[1] < size[1]


def test_few_letters_read_as_the_others_do() -> None:
    texts = [Stroked("GELENKSTREBE", (100, 210, 160, 200)), Stroked("12", (50, 210, 58, 200))]
    assert {word.angle for word in words_of(texts, FRAME, ())} == {0}
    texts[0] = Stroked("GELENKSTREBE", (100, 260, 110, 200))
    assert {word.angle for word in words_of(texts, FRAME, ())} == {90}


def test_lines_of_one_text_stand_below_each_other() -> None:
    words = words_of([Stroked("HEX NUT\r\nM12", (100, 220, 135, 200))], FRAME, ())
    assert boxes(words)["NUT"] == (120, 80, 135, 90)
    assert boxes(words)["M12"] == (100, 90, 115, 100)


@pytest.mark.parametrize("turn", [{}, {"rotate": 90}, {"sideways": 90}, {"sideways": 180}], ids=str)
@pytest.mark.parametrize("producer", ["reportlab", "matplotlib-42"])
def test_a_list_in_a_stroke_font_of_autocad(turn: dict[str, int], producer: str) -> None:
    sheet = Sheet(
        tables=(Table(seed=3, rows=12),), tables_as="annotated", producer=producer, **turn
    )
    data, truth = draw_drawing(Drawing((sheet,)))
    record = read_bytes(data)
    [table] = record["tables"]
    assert table["check_status"] == "verified", table["check_reasons"]
    drawn = [row.row.cells for row in truth.pages[0].tables[0].rows]
    read = [{**row["cells"], **row["extra"]} for row in table["rows"]]
    assert [{k: v for k, v in cells.items() if v} for cells in drawn] == [
        {k: v for k, v in cells.items() if v} for cells in read
    ]


def table_with_fields(flags: str) -> Pad:
    """A ruled list of which the quantities are the values of form fields."""
    pad = Pad()
    pad.ruled(
        50, 50, (40, 80, 40, 160),
        [("POS", "PART NUMBER", "QTY", "DESCRIPTION"), *((a, b, "", d) for a, b, _, d in ROWS)],
    )  # fmt: skip
    for number, row in enumerate(ROWS, 1):
        pad.canvas.acroForm.textfield(
            name=f"quantity {number}", value=row[2], x=172, y=pad.height - 64 - 16 * number,
            width=34, height=12, fontSize=8, borderWidth=0, annotationFlags=flags,
        )  # fmt: skip
    return pad


def test_the_values_of_form_fields_are_read() -> None:
    record = table_with_fields("print").read()
    cells = [row["cells"] for row in record["tables"][0]["rows"]]
    assert [(c["position"], c["quantity"], c["description"]) for c in cells] == [
        (a, c, d) for a, _, c, d in ROWS
    ]
    assert record["tables"][0]["check_status"] == "consistent"


def test_the_values_of_hidden_fields_are_not() -> None:
    record = table_with_fields("hidden").read()
    assert {row["cells"]["quantity"] for row in record["tables"][0]["rows"]} == {""}


def test_fields_on_which_the_engine_crashes_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotations, "_merge", lambda page: os.kill(os.getpid(), signal.SIGSEGV))
    record = table_with_fields("print").read()
    assert {row["cells"]["quantity"] for row in record["tables"][0]["rows"]} == {""}
