"""Lists without positions under words that nobody listed are told; other tables are not."""

from __future__ import annotations

import pytest

from sheets import Pad

TOLD = "a list that counts and names something under words that are not known"
NAMES = ["VALVE DN25", "PLATE 12x150", "HEX NUT M16"]


def reasons(*table: str, ruled: bool = True, caption: str = "") -> list[str]:
    pad = Pad()
    for i, text in enumerate(["120", "45", "R5", "VIEW A-A", "300", "Ø20", "SEE", "TYP"]):
        pad.text(40 + 30 * i, 80 + 15 * i, text)
    rows = [line.split("|") for line in table]
    pad.text(303, 292, caption)
    if ruled:
        pad.ruled(300, 300, [90] * len(rows[0]), rows)
    else:
        pad.plain([303 + 90 * i for i in range(len(rows[0]))], 311, rows)
    result = pad.read()
    assert result["rows_count"] == 0
    return [r for found in result["tables"] for r in found["check_reasons"]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
@pytest.mark.parametrize("up", [False, True])
def test_a_list_in_another_language(order: tuple[int, ...], ruled: bool, up: bool) -> None:
    columns = [["Zarv", "4", "1", "2"], ["Dolmek", *NAMES], ["Efnir", "S235", "", "8.8"]]
    rows = ["|".join(columns[i][k] for i in order) for k in range(4)]
    assert reasons(*(rows[::-1] if up else rows), ruled=ruled) == [TOLD]


def test_pieces_with_a_sign_under_words_on_two_lines_beside_a_letter_of_the_frame() -> None:
    pad = Pad()
    for i, text in enumerate(["120", "45", "R5", "VIEW A-A", "300", "Ø20", "SEE", "TYP"]):
        pad.text(40 + 30 * i, 80 + 15 * i, text)
    pad.plain([300, 360, 460], 300, [["Zarv", "Dolmek", "Efnir"]])
    pad.text(460, 309, "urs")
    rows = [[f"{n}x", name, "A"] for n, name in zip("412", NAMES, strict=True)]
    pad.plain([300, 360, 460], 322, rows)
    pad.text(540, 329, "F")
    assert [r for found in pad.read()["tables"] for r in found["check_reasons"]] == [TOLD]


def test_lengths_beside_the_pieces() -> None:
    rows = ["|".join(row) for row in zip("412", NAMES, ("1200", "85", "640"), strict=True)]
    assert reasons("Zarv|Dolm|Efn", *rows) == [TOLD]


@pytest.mark.parametrize(
    "table",
    [
        ["QTY|STATION|LENGTH", *(f"{n}|{name}|A" for n, name in zip("412", NAMES, strict=True))],
        ["Dolm|Zarv|Efn", *(f"{name}|{n}|{n}" for n, name in zip("412", NAMES, strict=True))],
        ["Name|Zarv|Efn", *(f"{name}|{n}|44{n}" for n, name in zip("412", NAMES, strict=True))],
        ["Dolm|Zarv|Efn", *(f"{name}|{n}|x" for n, name in zip("123", NAMES, strict=True))],
        ["Dolm|Zarv|Efn", "M16|2|a", "M20|1|b", "M24|2|c"],
        ["Dolm|Date|Efn", *(f"{name}|{n}|A" for n, name in zip("412", NAMES, strict=True))],
    ],
    ids=[
        "a known header",
        "two columns of numbers",
        "data",
        "steps",
        "no names",
        "other tables' word",
    ],
)
def test_other_tables_are_passed_by(table: list[str]) -> None:
    assert TOLD not in reasons(*table)


def test_a_caption_says_what_it_is() -> None:
    rows = ["|".join(row) for row in zip("412", NAMES, "abc", strict=True)]
    assert reasons("Zarv|Dolm|Efn", *rows, caption="TOOL LIST") == []
