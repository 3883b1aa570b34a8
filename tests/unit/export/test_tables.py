"""CSV that any reader takes and no spreadsheet runs."""

from __future__ import annotations

import csv
import json
import os

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.export import parquet
from bomflow.export.tables import (
    GERMAN_EXCEL,
    harmless,
    write_bom_csv,
    write_csv,
    write_summary_csv,
)
from bomflow.merge.database import MergeError
from bomflow.merge.schema import BOM_DATA, PROCESSING_SUMMARY


def read(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def database(tmp_path, build_database, make_record, make_table, make_row):
    rows = [
        make_row(0, description='M8 "fein"\nverzinkt, Größe 2', extra={"NORM": "EN 10216"}),
        make_row(1, position="-", quantity="-5", weight="+10/-0", total_weight_kg=None),
        make_row(2, description='=HYPERLINK("http://x","y")', article_number="+cmd|' /C calc'!A0"),
    ]
    records = [
        make_record("KG B/ä.pdf", [make_table(rows)]),
        make_record("a.pdf", [], error_code="NO_TEXT", error_message="scan"),
    ]
    return build_database(tmp_path, records)


def test_rows_are_complete_and_in_order(tmp_path, database):
    assert write_bom_csv(database, tmp_path / "bom.csv") == 3
    rows = read(tmp_path / "bom.csv")
    assert list(rows[0]) == [name for name, _ in BOM_DATA.columns]
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["filename"] == "KG B/ä.pdf"
    assert rows[0]["description"] == 'M8 "fein"\nverzinkt, Größe 2'
    assert json.loads(rows[0]["extra"]) == {"NORM": "EN 10216"}
    assert [row["total_weight_kg"] for row in rows] == ["3.0", "", "3.0"]


def test_summary_has_a_row_per_drawing(tmp_path, database):
    assert write_summary_csv(database, tmp_path / "summary.csv") == 2
    rows = read(tmp_path / "summary.csv")
    assert list(rows[0]) == list(PROCESSING_SUMMARY.names)
    assert [(r["filename"], r["success"], r["error_code"], r["rows_count"]) for r in rows] == [
        ("KG B/ä.pdf", "1", "", "3"),
        ("a.pdf", "0", "NO_TEXT", "0"),
    ]


def test_the_dialect_is_rfc_4180_without_a_mark(tmp_path, database):
    write_bom_csv(database, tmp_path / "bom.csv")
    data = (tmp_path / "bom.csv").read_bytes()
    assert data.startswith(b"id,filename,page,") and data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 4
    frame = pd.read_csv(tmp_path / "bom.csv", dtype=str, keep_default_na=False)
    assert frame["quantity"].tolist() == ["2", "-5", "2"]


def test_what_would_run_is_shown_and_the_rest_is_as_printed(tmp_path, database):
    write_bom_csv(database, tmp_path / "bom.csv")
    rows = read(tmp_path / "bom.csv")
    assert rows[2]["description"] == '\'=HYPERLINK("http://x","y")'
    assert rows[2]["article_number"] == "'+cmd|' /C calc'!A0"
    assert (rows[1]["position"], rows[1]["quantity"], rows[1]["weight"]) == ("-", "-5", "+10/-0")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=cmd|'/C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
     "+WEBSERVICE(A1)", "-sum (A1)", "\r=1", "\n=1", "@\nSUM(A1)", "+ÄND(1)", "＝1+1", "＋SUM(A1)"],
)  # fmt: skip
def test_what_acts_is_marked(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "marked"),
    [("\t=1", "'\t'=1"), ("a;=1+1", "a;'=1+1"), ('a; "=1', 'a; "\'=1'), ("a\t＝1", "a\t'＝1"),
     ("a;+cmd|' /C calc'!A0", "a;'+cmd|' /C calc'!A0"), ("=1;=2", "'=1;'=2")],
)  # fmt: skip
def test_what_another_separator_would_set_free_is_marked(text, marked):
    assert harmless(text) == marked


@pytest.mark.parametrize(
    "text",
    ["", "-", "--", "-5", "+5,0", "+10/-0", "-5 (2x)", "- see note 3", "@ 100 mm", "a=b", "1=1",
     "'=1", "M8x(20)", " text", "|", "A|B(C)",
     "DN 50; -5", "M8; - see note (2x)", "a;b", "x; y=3", "a,=b"],
)  # fmt: skip
def test_what_does_not_act_is_untouched(text):
    assert harmless(text) == text


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_text_comes_back_but_for_the_mark(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    assert write_csv(path, ["n", "text"], enumerate(texts)) == len(texts)
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows == [["n", "text"], *([str(n), harmless(text)] for n, text in enumerate(texts))]


def test_an_error_leaves_the_old_file(tmp_path):
    (tmp_path / "t.csv").write_text("old")
    (tmp_path / ".t.csv.1.tmp").write_text("left by a killed run")

    def rows():
        yield [1]
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="space"):
        write_csv(tmp_path / "t.csv", ["a"], rows())
    assert (tmp_path / "t.csv").read_text() == "old"
    assert os.listdir(tmp_path) == ["t.csv"]


def test_without_a_database_the_error_says_so(tmp_path):
    with pytest.raises(MergeError, match="run the merge first"):
        write_bom_csv(tmp_path / "bom.sqlite", tmp_path / "bom.csv")
    assert not os.listdir(tmp_path)


def test_the_german_variant_opens_right_in_a_german_excel(tmp_path, build_database, make_record):
    database = build_database(tmp_path, [make_record("ä;b.pdf")])
    write_bom_csv(database, tmp_path / "de.csv", GERMAN_EXCEL)
    data = (tmp_path / "de.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid;filename;")
    [first, _] = csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";")
    assert (first["filename"], first["weight_kg"], first["page"]) == ("ä;b.pdf", "1,5", "1")


@pytest.mark.skipif(not parquet.available(), reason="NO PYARROW: bom.parquet is NOT tested")
def test_parquet_holds_the_same_rows_typed(tmp_path, build_database, make_record):
    import pyarrow.parquet as pq

    database = build_database(tmp_path, [make_record()])
    assert parquet.write_parquet(database, tmp_path / "bom.parquet") == 2
    table = pq.read_table(tmp_path / "bom.parquet")
    assert table.column_names == [name for name, _ in BOM_DATA.columns]
    assert table.column("weight_kg").to_pylist() == [1.5, 1.5]
    assert table.column("article_number").to_pylist() == ["100000", "100001"]
