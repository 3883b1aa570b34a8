"""The pages of the run report: right figures, escaped text, plots of any number of drawings."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from bomflow.report import facts, figures
from bomflow.report.overview import CAPTIONS, write_answer, write_overview


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
    assert "<script>alert" not in page and "&lt;script&gt;" in page
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


def test_the_page_is_one_file_with_plots_and_what_to_act_on(
    tmp_path: Any, build_database: Any, make_record: Any, make_table: Any, make_row: Any
) -> None:
    rows = [make_row(0), make_row(1, weight_kg=None, total_weight_kg=None)]
    other = make_table([make_row(0, description="another name", weight_kg=1.6)])
    warned = {"warnings": ["page 2 cannot be loaded"]}
    database = build_database(
        tmp_path,
        [
            make_record("a.pdf", [make_table(rows)], sha256="ab" * 32, **warned),
            make_record("b.pdf", [other], sha256="ab" * 32),
        ],
    )
    paths = {name: str(tmp_path / f"{name}.svg") for name in CAPTIONS}
    drawings = facts.drawings(database)
    figures.draw_duration(drawings, paths["duration"])
    figures.draw_memory(drawings, paths["memory"], 456)
    figures.draw_throughput(drawings, paths["throughput"])
    figures.draw_failures([], paths["failures"])
    figures.write_data(drawings, [], str(tmp_path))
    write_overview(database, str(tmp_path / "overview.html"), paths)
    page = (tmp_path / "overview.html").read_text("utf-8")
    assert page.count("<svg role=") == 4 and "limit of a worker: 456 MB" in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "an id twice: one figure would use parts of another"
    assert not re.search(r'(?:src|href)="(?:https?:|/)', page)
    for title, count in (
        ("Articles that differ between drawings", 2),
        ("Missing weights", 1),
        ("Drawings with equal content", 1),
        ("Read with a warning", 1),
    ):
        assert f'{title} <span class="soft">({count})' in page
    assert "<td>page 2 cannot be loaded</td>" in page
    data = pd.read_csv(tmp_path / "duration.csv")
    assert data["segments"].tolist() == [1830, 1830]
    assert pd.read_csv(tmp_path / "throughput.csv")["finished"].max() == 2
    assert {f"{name}.csv" for name in CAPTIONS} <= {path.name for path in tmp_path.iterdir()}


def test_long_lists_end_and_say_so(tmp_path: Any, database: Any) -> None:
    write_overview(database, str(tmp_path / "o.html"), most=3)
    page = (tmp_path / "o.html").read_text("utf-8")
    assert "<b>The first 3 of 8;</b> all of them: failures.csv." in page


def test_the_axes_of_a_narrow_range_have_plain_labels(tmp_path: Any) -> None:
    frame = pd.DataFrame(
        {
            "file_size_mb": [0.008, 0.06],
            "segments": [300, 3000],
            "process_time_s": [0.015, 0.3],
            "success": [True, True],
        }
    )
    figures.draw_duration(frame, str(tmp_path / "d.svg"))
    labels = re.findall(r">([\d.,]+)</text>", (tmp_path / "d.svg").read_text("utf-8"))
    assert {"0.01", "0.02", "0.05", "500", "1,000", "2,000", "0.1", "0.2"} <= set(labels)
    assert len(labels) < 20  # no second set of them in between


def test_weight_of_suspect_tables_is_told_apart(
    tmp_path: Any, build_database: Any, make_record: Any, make_table: Any, make_row: Any
) -> None:
    """Not by the verdicts of their rows: of these, only one in the other table is suspect."""
    good = [make_row(0), make_row(1, check_status="suspect")]
    bad = [make_row(0), make_row(1), make_row(2, total_weight_kg=None)]
    tables = [make_table(good), make_table(bad, check_status="suspect", table_index=1)]
    database = build_database(tmp_path, [make_record("a.pdf", tables)])
    overview = facts.overview(database)
    assert overview["weight_kg"] == 2 * overview["suspect_kg"] > 0
    write_overview(database, str(tmp_path / "o.html"))
    assert "50.0 % of it in suspect tables" in (tmp_path / "o.html").read_text("utf-8")


def test_the_answer_in_a_few_lines_without_anything_from_a_drawing(
    database: Any, tmp_path: Any
) -> None:
    write_answer(database, str(tmp_path / "answer.rst"))
    text = (tmp_path / "answer.rst").read_text("utf-8")
    assert text.startswith("**1 of 9 drawings read: ")
    assert "\n- Failed drawings: 7 TIMEOUT, 1 NO_TEXT\n" in text
    assert "script" not in text


def test_links_lead_nowhere_where_nothing_lies_beside_the_page(
    database: Any, tmp_path: Any
) -> None:
    write_overview(database, str(tmp_path / "o.html"))
    page = (tmp_path / "o.html").read_text("utf-8")
    assert (
        not re.findall(r'<a [^>]* href="(?!#)|<a href="(?!#)', page)
        and 'data-href="../failures.csv"' in page
    )
