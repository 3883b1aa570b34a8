"""How readings are scored: what counts as right, in which order, and who said that it is wrong."""

from __future__ import annotations

from typing import Any

from scoring import NOTHING, Reading, by_source, mean_share, score_page, share


def row(position: str, description: Any, quantity: str = "1") -> dict[str, Any]:
    return {"position": position, "description": description, "quantity": quantity}


def page(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"file": "a/b.pdf", "page": 1, "rows": list(rows), **more}


PRINTED = page(row("1", "Plate"), row("2", "Bolt M 8"), row("3", None))
READ = [row("1", "Plate"), row("2", "Bolt  M 8"), row("3", "")]


def test_equal_texts_are_right_however_their_blanks_fall() -> None:
    score = score_page(PRINTED, Reading([READ]))
    assert score["rows right"] == score["rows"] == 3
    assert score["cells right"] == score["cells"] == 8
    assert score["pages right"] == 1
    assert not score["wrong pages"]


def test_tables_come_in_any_order_and_from_either_end() -> None:
    assert score_page(PRINTED, Reading([READ[2:], READ[1::-1]]))["pages right"] == 1


def test_a_row_too_many_spoils_the_page() -> None:
    score = score_page(PRINTED, Reading([[*READ, row("9", "Notes")]]))
    assert (score["rows right"], score["extra rows"], score["pages right"]) == (3, 1, 0)


def test_text_in_an_empty_cell_spoils_its_row() -> None:
    score = score_page(PRINTED, Reading([[*READ[:2], row("3", "mm")]]))
    assert (score["cells right"], score["rows right"]) == (8, 2)


def test_a_lone_quantity_is_no_likeness() -> None:
    score = score_page(PRINTED, Reading([[row("", "", "1")] * 3]))
    assert (score["cells right"], score["extra rows"]) == (0, 3)


def test_one_of_several_accepted_texts_and_a_borrowed_column() -> None:
    printed = page(row("1", ["Ø 8", "8"]), also={"description": ["article_number"]})
    assert score_page(printed, Reading([[row("1", "8")]]))["pages right"] == 1
    other = {"position": "1", "quantity": "1", "article_number": "8"}
    assert score_page(printed, Reading([[other]]))["pages right"] == 1


def test_rows_on_a_page_without_a_list_are_false() -> None:
    score = score_page(page(), Reading([READ], flagged=True))
    assert (score["false pages"], score["false rows"], score["told pages"]) == (1, 3, 1)
    assert score_page(page(), NOTHING)["wrong pages"] == 0


def test_the_picture_of_a_list_must_be_told() -> None:
    for picture in ({**page(), "rows": None}, {**PRINTED, "kind": "raster"}):
        silent, told = (score_page(picture, Reading((), flag)) for flag in (False, True))
        assert (silent["pictures"], silent["wrong pages"], silent["told pages"]) == (1, 1, 0)
        assert told["told pages"] == 1
        assert not told["cells"]


def test_a_flagged_right_page_is_a_false_alarm() -> None:
    assert score_page(PRINTED, Reading([READ], flagged=True))["false alarms"] == 1


def test_a_large_source_does_not_hide_a_small_one() -> None:
    good, bad = score_page(PRINTED, Reading([READ])), score_page(page(row("1", "A")), NOTHING)
    sources = by_source([("x/1.pdf", good), ("x/2.pdf", good), ("y/1.pdf", bad)])
    assert list(sources) == ["x", "y"]
    assert mean_share(sources.values(), "rows") == "50.0 %"
    assert share(0, 0) == "-"
