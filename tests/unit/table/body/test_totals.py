"""TOTAL lines: several of them, also under other names; sums that have no label."""

from __future__ import annotations

import pytest

from bomflow.table.header.headers import Vocabulary
from sheets import Pad, cells

HEADER = ["POS", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT"]
ROWS = [
    ["1", "2", "BASE PLATE 15x200", "18.0", "36.0"],
    ["2", "4", "THREADED ROD M16", "2.1", "8.4"],
    ["3", "8", "HEX NUT M16", "0.1", "0.8"],
]
NAMES = ("position", "quantity", "description", "weight", "total_weight")
XS = [100.0, 140.0, 180.0, 330.0, 390.0]


def read(*lines: tuple[str, str], upwards: bool = False, ruled: bool = False) -> dict:
    """A list with these lines (label, figure) beyond its rows."""
    rows = [HEADER, *ROWS, *(["", "", label, "", figure] for label, figure in lines)]
    pad = Pad()
    if ruled:
        pad.ruled(100, 100, [40, 40, 150, 60, 90], rows[::-1] if upwards else rows)
    else:
        pad.plain(XS, 100, rows[::-1] if upwards else rows)
    return pad.read()


@pytest.mark.parametrize("upwards", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("label", ["GROSS WEIGHT", "TOTAL + 2 %", "WELDS INCLUDED"])
def test_a_second_total_is_no_row(label: str, ruled: bool, upwards: bool) -> None:
    record = read(("TOTAL", "45.2"), (label, "46.1"), upwards=upwards, ruled=ruled)
    table = record["tables"][0]
    assert table["reading"] == "words"
    assert cells(record, *NAMES) == (ROWS[::-1] if upwards else ROWS)
    assert (table["printed_total"], table["check_status"]) == ("45.2", "verified")


def test_of_several_totals_the_one_that_adds_up_is_printed() -> None:
    table = read(("TOTAL", "40.0"), ("TOTAL WEIGHT", "45.2"), ("TOTAL", "50.0"))["tables"][0]
    assert (table["printed_total"], table["check_status"]) == ("45.2", "verified")


def test_of_wrong_totals_the_last_is_reported() -> None:
    table = read(("TOTAL", "40.0"), ("TOTAL", "50.0"))["tables"][0]
    assert (table["printed_total"], table["check_status"]) == ("50.0", "suspect")


def test_a_row_beyond_the_total_with_a_quantity_is_a_row() -> None:
    pad = Pad()
    more = ["4", "1", "WASHER 16", "0.2", "0.2"]
    pad.plain(XS, 100, [HEADER, *ROWS, ["", "", "TOTAL", "", "45.2"], more])
    record = pad.read()
    table = record["tables"][0]
    assert cells(record, *NAMES) == [*ROWS, more] or table["check_status"] == "suspect"


STEEL_HEAD = ["POS", "QTY", "DESCRIPTION", "LENGTH", "TOTAL KG"]
STEEL = [
    ["1", "2", "UB 203x102", "4200", "193"],
    ["2", "1", "PFC 150x75", "2600", "47"],
    ["3", "4", "GRATING CLIP", "", "4"],
]
STEEL_XS = (60, 100, 140, 300, 360)


@pytest.mark.parametrize(("total", "status"), [("244", "verified"), ("249", "suspect")])
def test_a_sum_without_a_label_in_a_list_without_lines_between_its_rows(
    total: str, status: str
) -> None:
    pad = Pad()
    pad.plain([x + 4 for x in STEEL_XS], 110, [STEEL_HEAD, *STEEL, ["", "", "", "", total]])
    pad.grid((*STEEL_XS, 430), (98, 114, 170))
    record = pad.read()
    table = record["tables"][0]
    assert cells(record, "position", "total_weight") == [["1", "193"], ["2", "47"], ["3", "4"]]
    assert (table["printed_total"], table["check_status"]) == (total, status)
    assert table["reading"] == "words"


@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize(
    "label",
    ["Total for one assembly:", "TOTAL WEIGHT EACH", "PESO COMPLESSIVO", "Celková hmotnost",
     "Gesamtgewicht für 2 Stück"],
)  # fmt: skip
def test_a_total_that_says_of_what_or_is_named_like_its_column(label: str, ruled: bool) -> None:
    record = read((label, "45.2"), ruled=ruled)
    table = record["tables"][0]
    assert table["reading"] == "words"
    assert cells(record, *NAMES) == ROWS
    assert (table["printed_total"], table["check_status"]) == ("45.2", "verified")


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("label", ["Mass per support", "Gewicht Konsole", "GEWICHT"])
def test_a_row_that_names_a_weight_and_says_no_quantity_is_the_total(label: str, at: int) -> None:
    pad = Pad()
    last = ["", label, "", "", "45.2"] if at == 1 else ["", "", label, "", "45.2"]
    pad.ruled(100, 100, [40, 90, 150, 60, 90], [HEADER, *ROWS, last])
    record = pad.read()
    table = record["tables"][0]
    assert table["reading"] == "words"
    assert cells(record, *NAMES) == ROWS
    assert (table["printed_total"], table["check_status"]) == ("45.2", "verified")


@pytest.mark.parametrize("upwards", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
@pytest.mark.parametrize("label", ["Zusammen", "Xsumma", "4 OFF, ALL"])
def test_what_adds_up_is_the_total_whatever_it_is_called(
    label: str, ruled: bool, upwards: bool
) -> None:
    record = read((label, "45.2"), ruled=ruled, upwards=upwards)
    table = record["tables"][0]
    assert table["reading"] == "words"
    assert cells(record, *NAMES) == (ROWS[::-1] if upwards else ROWS)
    assert (table["printed_total"], table["check_status"]) == ("45.2", "verified")


def test_a_named_weight_that_does_not_add_up_is_a_wrong_total() -> None:
    record = read(("Mass per support", "47.2"), ruled=True)
    table = record["tables"][0]
    assert cells(record, *NAMES) == ROWS
    assert (table["printed_total"], table["check_status"]) == ("47.2", "suspect")


def test_a_row_without_a_quantity_that_does_not_add_up_is_told() -> None:
    table = read(("Xsumma", "47.2"), ruled=True)["tables"][0]
    assert table["check_status"] == "suspect" and not table["printed_total"]


def test_a_weight_that_is_a_part_is_a_row() -> None:
    pad = Pad()
    part = ["4", "1", "COUNTER WEIGHT", "7.5", "7.5"]
    pad.ruled(100, 100, [40, 90, 150, 60, 90], [HEADER, *ROWS, part])
    assert cells(pad.read(), *NAMES) == [*ROWS, part]


def test_what_a_part_is_for_makes_it_no_total() -> None:
    words = Vocabulary()
    for text in ("Cover for one assembly", "Total station for survey of all", "Gewicht je Stück"):
        assert not words.is_total(text)


def carried(head: bool, words: tuple[str, str], total: str, so_far: str = "45.2") -> dict:
    """A list on two pages that prints the sum of the first one on both."""
    pad = Pad()
    pad.plain(XS, 60, [HEADER, *ROWS, ["", "", words[0], "", so_far]])
    pad.canvas.showPage()
    more = [["4", "1", "CLAMP DN80", "2.0", "2.0"], ["5", "2", "SHIM", "0.5", "1.0"]]
    more.append(["6", "1", "LUG", "1.5", "1.5"])
    ends = [["", "", "TOTAL", "", total]] if total else []
    pad.plain(XS, 60, [*[HEADER] * head, ["", "", words[1], "", "45.2"], *more, *ends])
    return pad.read()


@pytest.mark.parametrize("head", [False, True])
@pytest.mark.parametrize("total", ["", "49.7"])
@pytest.mark.parametrize(
    "words",
    [
        ("CARRIED FORWARD", "BROUGHT FORWARD"),
        ("CARRIED FORWARD TO SHEET 2", "BROUGHT FORWARD FROM SHEET 1"),
        ("Übertrag auf Blatt 2", "Übertrag"),
        ("à reporter", "report"),
    ],
)
def test_a_sum_carried_over_is_no_weight_and_counts(
    words: tuple[str, str], total: str, head: bool
) -> None:
    record = carried(head, words, total)
    tables = record["tables"]
    assert [(t["reading"], t["check_status"]) for t in tables] == [("words", "verified")] * 2
    assert [t["printed_total"] for t in tables] == ["45.2", total]
    assert cells(record, "total_weight", table=1) == [["2.0"], ["1.0"], ["1.5"]]


def test_a_total_that_does_not_go_on_from_a_carried_sum_is_told() -> None:
    one, two = carried(True, ("CARRIED FORWARD", "BROUGHT FORWARD"), "50.2")["tables"]
    assert one["check_status"] == "verified"
    assert two["check_reasons"][0] == "TOTAL printed 50.2, rows add up to 4.5 kg"


def test_a_carried_sum_that_is_wrong_is_told() -> None:
    one, _ = carried(True, ("CARRIED FORWARD", "BROUGHT FORWARD"), "49.7", "47.2")["tables"]
    assert one["check_reasons"][0].startswith("TOTAL printed 47.2, rows add up to 45.2 kg")


def test_a_subtotal_may_say_of_which_sheet() -> None:
    two = carried(True, ("SUB-TOTAL", "SUB-TOTAL SHEET 1"), "49.7")["tables"][1]
    assert cells({"tables": [two]}, "total_weight") == [["2.0"], ["1.0"], ["1.5"]]
    assert (two["reading"], two["printed_total"], two["check_status"]) == (
        "words",
        "49.7",
        "verified",
    )


@pytest.mark.parametrize("figure", ["45.2", "45.2 kg"])
def test_a_total_may_stand_under_its_label_in_a_merged_cell(figure: str) -> None:
    """The lines between the columns end above both; the box of the list does not."""
    pad = Pad()
    xs = [100, 140, 180, 330, 390, 480]
    pad.grid(xs, [100 + 16 * n for n in range(5)])
    for x in (100, 480):
        pad.canvas.line(x, pad.height - 164, x, pad.height - 190)
    pad.canvas.line(100, pad.height - 190, 480, pad.height - 190)
    for n, row in enumerate([HEADER, *ROWS]):
        for x, text in zip(xs, row, strict=False):
            pad.text(x + 3, 111 + 16 * n, text)
    pad.text(400, 174, "TOTAL WEIGHT")
    pad.text(436, 184, figure)
    record = pad.read()
    table = record["tables"][0]
    assert table["reading"] == "words" and cells(record, *NAMES) == ROWS
    assert (table["printed_total"], table["check_status"]) == (figure, "verified")
