"""ITEM over words says what the parts are."""

from __future__ import annotations

import pytest

from sheets import Pad, cells, headers

NAMES = ["Driver board", "Level sensor", "Stepper NEMA 17", "HC-SR04"]


def _sheet(header: list[str], *columns: list[str], ruled: bool) -> Pad:
    rows = [header, *(list(row) for row in zip(*columns, strict=True))]
    pad = Pad()
    if ruled:
        pad.ruled(40, 60, [110, 60, 130, 110][: len(header)], rows)
    else:
        pad.plain([43, 153, 213, 343][: len(header)], 71, rows)
    return pad


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("item", ["ITEM", "Položka", "ELEMENTO"])
def test_an_item_that_is_named_is_the_description(item: str, ruled: bool) -> None:
    pieces = ["2", "1", "2", "1"]
    result = _sheet([item, "QTY", "PURPOSE"], NAMES, pieces, ["Axis"] * 4, ruled=ruled).read()
    assert cells(result, "description") == [[name] for name in NAMES]
    assert cells(result, "quantity") == [[n] for n in pieces]
    [table] = result["tables"]
    assert (table["check_status"], table["reading"]) == ("consistent", "words")


@pytest.mark.parametrize("ruled", [True, False])
def test_beside_a_description_it_names_nothing(ruled: bool) -> None:
    texts = ["10k 1%", "BME688 gas", "L298N", "Brushed DC"]
    kinds = ["Resistor", "Sensor", "H-Bridge", "Motor"]
    pad = _sheet(["ITEM", "QTY", "DESCRIPTION"], kinds, ["9", "2", "3", "2"], texts, ruled=ruled)
    result = pad.read()
    assert headers(result) == [None, "quantity", "description"]
    assert cells(result, "ITEM", "description") == [list(r) for r in zip(kinds, texts, strict=True)]


@pytest.mark.parametrize("ruled", [True, False])
def test_an_item_that_counts_stays_the_position(ruled: bool) -> None:
    counted = ["1", "2", "3", "4"]
    result = _sheet(["ITEM", "QTY", "SECTION"], counted, counted, NAMES, ruled=ruled).read()
    assert headers(result)[0] == "position"


def test_an_item_of_codes_is_no_name() -> None:
    codes = ["40-1731-02/A1", "40-1700-11/A1", "52-0040-00/B2", "52-0041-00/B2"]
    result = _sheet(
        ["ITEM", "QTY", "SECTION"], codes, ["2", "1", "2", "1"], NAMES, ruled=True
    ).read()
    assert headers(result)[0] == "position"


def test_a_position_of_words_is_told_where_its_header_can_be_no_name() -> None:
    result = _sheet(["POS", "QTY", "DESCRIPTION"], NAMES, ["1"] * 4, NAMES, ruled=True).read()
    assert headers(result)[0] == "position"
    assert result["tables"][0]["check_status"] == "suspect"


@pytest.mark.parametrize("ruled", [True, False])
def test_an_assembly_of_words_is_no_position(ruled: bool) -> None:
    groups = ["Drive unit", "Drive unit", "Tool mount", "Tool mount"]
    pad = _sheet(["ASSEMBLY", "QTY", "PART"], groups, ["4", "2", "4", "1"], NAMES, ruled=ruled)
    result = pad.read()
    assert headers(result) == [None, "quantity", "description"]
    assert cells(result, "ASSEMBLY", "description") == [
        list(r) for r in zip(groups, NAMES, strict=True)
    ]
    assert result["tables"][0]["check_status"] == "consistent"
