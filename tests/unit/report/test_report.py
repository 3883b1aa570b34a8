"""The pages of the run report: right figures, escaped text, plots of any number of drawings."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest

from bomflow.report import facts, figures
from bomflow.report.overview import write_overview


@pytest.fixture
def database(tmp_path: Any, build_database: Any, make_record: Any, make_table: Any) -> Any:
    suspect = make_table([], 2, check_status="suspect", check_reasons=["<b>a picture</b>"])
    return build_database(
        tmp_path,
        [
            make_record("good.pdf"),
            make_record("<script>alert(1)</script>.pdf", [suspect], error_code="NO_TEXT"),
            *(make_record(f"late {n}.pdf", [], error_code="TIMEOUT") for n in range(7)),
        ],
    )


def test_overview_holds_the_figures_and_escapes_what_comes_from_drawings(
    database: Any, tmp_path: Any
) -> None:
    target = tmp_path / "overview.html"
    write_overview(database, str(target))
    page = target.read_text("utf-8")
    assert "1 of 9 drawings read" in page
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "&lt;b&gt;a picture" in page
    assert "... and 2 more files" in page


def test_facts_are_those_of_the_database(database: Any) -> None:
    overview = facts.overview(database)
    assert (overview["drawings"], overview["good"]) == (9, 1)
    assert [(f["code"], f["count"]) for f in overview["failures"]] == [
        ("TIMEOUT", 7),
        ("NO_TEXT", 1),
    ]
    assert overview["rows"] == facts.drawings(database)["rows_count"].sum() > 0
    assert len(facts.suspect_tables(database)) == overview["verdicts"]["suspect"] == 1


def test_plots_are_drawn_also_when_everything_failed_or_nothing(
    tmp_path: Any, build_database: Any, make_record: Any
) -> None:
    for number, records in enumerate(
        [[make_record("a.pdf")], [make_record("a.pdf", [], error_code="INVALID_PDF")]]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = build_database(folder, records)
        drawings = facts.drawings(path)
        for draw in (figures.draw_duration, figures.draw_memory, figures.draw_throughput):
            target = folder / f"{draw.__name__}.svg"
            draw(drawings, str(target))
            assert ElementTree.parse(target).getroot().tag.endswith("svg")
        target = folder / "failures.svg"
        figures.draw_failures(facts.overview(path)["failures"], str(target))
        assert ("No failed files" in target.read_text("utf-8")) == (number == 0)
