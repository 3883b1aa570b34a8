"""Records in, the same rows out: any text, same ids again, nothing lost, nothing there twice."""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bomflow.merge import join, schema
from bomflow.merge.database import MergeError
from bomflow.merge.join import join_shards
from bomflow.merge.shard import ShardStats, write_shard

CONTRACT = {
    "bom_data": "id filename page table_index row_index position article_number quantity "
    "description weight total_weight quantity_value weight_kg total_weight_kg kks_codes su_codes "
    "extra check_status created_at",
    "bom_tables": "filename page table_index bbox header rows_count printed_total computed_total "
    "check_status check_reasons",
    "processing_summary": "filename success header_found data_found parse_success error_code "
    "error_message rows_count process_time_s file_size_mb pages_total bom_pages anchors_count "
    "retry_count memory_peak_mb sha256 created_at",
}


def select(path, query):
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def contents(path):
    tables = {t.name: t for t in schema.DATA_TABLES}
    return {name: select(path, f"SELECT * FROM {name} ORDER BY rowid") for name in tables}


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_are_those_of_the_contract_in_its_order(
    tmp_path, build_database, make_record, table
):
    database = build_database(tmp_path, [make_record()])
    columns = [row[1] for row in select(database, f"PRAGMA table_info({table})")]
    promised = CONTRACT[table].split()
    assert columns[: len(promised)] == promised


def test_every_column_holds_what_the_record_says(
    tmp_path, build_database, make_record, make_table, make_row
):
    row = make_row(
        3, quantity="-", quantity_value=None, weight="", section="VALVES", extra={"DN": '5"'}
    )
    table = make_table([row], 2, 1, printed_total="", computed_total=None, weight_means=None,
                       check_status="suspect", check_reasons=["a", "b"])  # fmt: skip
    record = make_record("ü/a b.pdf", [table], warnings=["w"], sha256="ab" * 32, retry_count=1)
    record["pages"][0]["codes"] = {
        "su": ["2B", "2A"], "kks": ["1Z", "1A", "1Z"], "room": ["R2", "R1"]
    }  # fmt: skip
    database = build_database(tmp_path, [record])
    when = "2026-01-31T12:00:00+00:00"
    assert contents(database) == {
        "bom_data": [
            (1, "ü/a b.pdf", 2, 1, 3, "4", "100003", "-", "pipe clamp DN3", "", "3,0", None, 1.5,
             3.0, "1A, 1Z", "2A, 2B", '{"DN":"5\\""}', "verified", when, "VALVES",
             '{"room":["R1","R2"]}', "", "")
        ],
        "bom_tables": [
            ("ü/a b.pdf", 2, 1, "[10.0,20.0,110.5,30.0]",
             '[{"text":"POS","column":"position","bbox":[10.0,20.0,110.5,30.0]}]', 1, "", None,
             "suspect", '["a","b"]', None, "words", "[]", "", "")
        ],
        "pages": [("ü/a b.pdf", 2, "bom", "", "1A, 1Z", "2A, 2B", '{"room":["R1","R2"]}', 1830)],
        "processing_summary": [
            ("ü/a b.pdf", 1, 1, 1, 1, None, "", 1, 0.21, 0.034, 2, "[2]", 6, 1, 41.2, "ab" * 32,
             when, record["doc_id"], '["w"]')
        ],
        "corrections": [],
    }  # fmt: skip


def test_failures_and_unreadable_tables_are_there(
    tmp_path, build_database, make_record, make_table
):
    unreadable = make_table([], check_status="suspect", check_reasons=["a picture"])
    records = [
        make_record("b.pdf", [unreadable], error_code="NO_TEXT", error_message="scan"),
        make_record("a.pdf", [], error_code="TIMEOUT", retry_count=3),
        make_record("c.pdf"),
    ]
    database = build_database(tmp_path, records)
    assert select(database, "SELECT filename, success, error_code FROM processing_summary") == [
        ("a.pdf", 0, "TIMEOUT"), ("b.pdf", 0, "NO_TEXT"), ("c.pdf", 1, None)
    ]  # fmt: skip
    assert select(database, "SELECT filename, rows_count FROM suspect_tables") == [("b.pdf", 0)]
    assert select(database, "SELECT count(*) FROM bom_data") == [(2,)]


def test_two_equal_rows_stay_two_rows(tmp_path, build_database, make_record, make_table, make_row):
    same = {"position": "1", "article_number": "4711"}
    records = [make_record("a.pdf", [make_table([make_row(0, **same), make_row(1, **same)])])]
    database = build_database(tmp_path, records)
    assert select(database, "SELECT id, position, article_number FROM bom_data") == [
        (1, "1", "4711"), (2, "1", "4711")
    ]  # fmt: skip


def test_ids_follow_filename_page_table_and_row(
    tmp_path, build_database, make_record, make_table, make_row
):
    def record(name):
        places = [(1, 0), (1, 1), (2, 0), (10, 0)]
        return make_record(name, [make_table([make_row(0), make_row(1)], *at) for at in places])

    # Code points, not a locale: Z before a, 10 before 2, ä and the emoji last.
    names = ["Z.pdf", "a/10.pdf", "a/2.pdf", "a/ä.pdf", "a.pdf", "\U0001f600.pdf", "\uffe0.pdf"]
    database = build_database(tmp_path, [record(name) for name in names])
    rows = select(
        database, "SELECT filename, page, table_index, row_index FROM bom_data ORDER BY id"
    )
    assert rows == sorted(rows) and len(rows) == 8 * len(names)
    assert [filename for filename, *_ in rows[::8]] == sorted(names)
    assert select(database, "SELECT min(id), max(id) FROM bom_data") == [(1, len(rows))]


def test_any_division_into_shards_yields_the_same_database(
    tmp_path, save_records, make_record, make_table, make_row
):
    chance = random.Random(1)
    records = [
        make_record(f"{n:03d}.pdf", [make_table([make_row(i) for i in range(chance.randrange(9))])])
        for n in range(30)
    ]
    paths = save_records(tmp_path / "extract", records)
    seen = []
    for attempt, shards in enumerate((1, 3, 3, 7)):
        where = [chance.randrange(shards) for _ in paths]
        targets = [tmp_path / str(attempt) / f"{shard}.sqlite" for shard in range(shards)]
        for shard, target in enumerate(targets):
            write_shard([p for p, s in zip(paths, where, strict=True) if s == shard], target)
        chance.shuffle(targets)
        final = tmp_path / str(attempt) / "bom.sqlite"
        join_shards(targets, final, expected_documents=len(paths), batch_size=attempt * 5 + 1)
        seen.append(contents(final))
    assert seen[0]["bom_data"] and all(other == seen[0] for other in seen)


def test_repeating_yields_the_same_bytes(tmp_path, build_database, make_record):
    records = [make_record(f"{n}.pdf") for n in range(5)]
    database = build_database(tmp_path, records)
    before = database.read_bytes()
    assert build_database(tmp_path, records).read_bytes() == before


@pytest.mark.parametrize("batch_size", [1, 2, 3, 7, 1000])
def test_batches_of_any_size_hold_the_same(tmp_path, save_records, make_record, batch_size):
    paths = save_records(tmp_path, [make_record(f"{n}.pdf") for n in range(7)])
    stats = write_shard(paths, tmp_path / "s.sqlite", batch_size=batch_size)
    assert stats == ShardStats(documents=7, rows=14, tables=7, pages=7)
    assert select(tmp_path / "s.sqlite", "SELECT count(*), max(id) FROM bom_data") == [(14, 14)]


def test_an_empty_shard_is_fine(tmp_path, build_database, make_record):
    database = build_database(tmp_path, [make_record()], shards=3)
    assert select(database, "SELECT count(*) FROM bom_data") == [(2,)]


def test_rows_of_a_page_that_is_not_listed_have_no_codes(tmp_path, build_database, make_record):
    record = make_record(pages=[])
    database = build_database(tmp_path, [record])
    assert (
        select(database, "SELECT kks_codes, su_codes, codes FROM bom_data") == [("", "", "{}")] * 2
    )


FREE = ("position", "article_number", "description")
TEXT = st.text(st.characters(exclude_categories=()), max_size=12)  # surrogates and NUL included
TRICKY = st.one_of(
    TEXT,
    st.sampled_from(["", "-", "'); DROP TABLE bom_data;--", '"', "a\r\nb", "\u202e", "\x1b[2J"]),
)
NUMBER = st.none() | st.floats(
    allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_comes_back_as_it_was(data, build_database, make_record, make_table, make_row):
    def row(index):
        cells = {name: data.draw(TRICKY) for name in FREE}
        return make_row(
            index,
            extra=data.draw(st.dictionaries(TRICKY, TRICKY, max_size=2)),
            quantity_value=data.draw(NUMBER),
            section=data.draw(TRICKY),
            **cells,
        )

    names = data.draw(st.lists(TRICKY, unique_by=as_stored, min_size=1, max_size=4))
    records = []
    for name in names:
        tables = [
            make_table([row(index) for index in range(data.draw(st.integers(0, 3)))], page)
            for page in range(1, data.draw(st.integers(1, 3)))
        ]
        records.append(make_record(name, tables, error_message=data.draw(TRICKY)))
    records.sort(key=lambda record: as_stored(record["filename"]))
    number = count(1)
    expected = [
        (
            next(number),
            as_stored(record["filename"]),
            table["page"],
            row["row_index"],
            *(as_stored(row["cells"][name]) for name in FREE),
            row["quantity_value"],
            as_stored(row["section"]),
            {as_stored(key): as_stored(value) for key, value in row["extra"].items()},
        )
        for record in records
        for table in record["tables"]
        for row in table["rows"]
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        database = build_database(Path(folder), records, shards=2)
        found = select(
            database,
            "SELECT id, filename, page, row_index, position, article_number, description,"
            " quantity_value, section, extra FROM bom_data ORDER BY id",
        )
        summary = select(database, "SELECT filename, error_message FROM processing_summary")
    assert [(*rest, json.loads(extra)) for *rest, extra in found] == expected
    assert summary == [(as_stored(r["filename"]), as_stored(r["error_message"])) for r in records]


def as_stored(text):
    """What UTF-8 and SQL can hold of ``text``: the rule as the documentation says it."""
    return "".join(
        "\ufffd" if c == "\0" else f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c
        for c in text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    )


def test_all_bad_records_are_named_at_once(tmp_path, save_records, make_record):
    paths = save_records(tmp_path, [make_record(f"{n:02d}.pdf") for n in range(20)])
    for path in paths[3:15]:
        path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(MergeError, match="12 of the records cannot be used") as caught:
        write_shard(paths, tmp_path / "s.sqlite")
    message = str(caught.value)
    assert all(str(path) in message for path in paths[3:13])
    assert "... and 2 more" in message and "Delete them" in message
    assert not (tmp_path / "s.sqlite").exists()


def test_two_records_of_one_drawing_are_an_error(tmp_path, save_records, make_record):
    first, second = make_record("a.pdf"), make_record("a.pdf", doc_id="d-other")
    paths = save_records(tmp_path, [first, second])
    with pytest.raises(MergeError, match=r"both of 'a.pdf'"):
        write_shard(paths, tmp_path / "s.sqlite")
    shards = [tmp_path / "0.sqlite", tmp_path / "1.sqlite"]
    for path, shard in zip(paths, shards, strict=True):
        write_shard([path], shard)
    with pytest.raises(MergeError, match=r"'a.pdf' is in .*0.sqlite and in .*1.sqlite"):
        join_shards(shards, tmp_path / "bom.sqlite", expected_documents=2)
    assert not (tmp_path / "bom.sqlite").exists()


def test_a_missing_or_surplus_drawing_is_an_error(tmp_path, save_records, make_record):
    paths = save_records(tmp_path, [make_record(f"{n}.pdf") for n in range(3)])
    write_shard(paths, tmp_path / "s.sqlite")
    for expected in (2, 4):
        with pytest.raises(MergeError, match=f"hold 3 drawings, {expected} were found"):
            join_shards([tmp_path / "s.sqlite"], tmp_path / "b", expected_documents=expected)
    assert not (tmp_path / "b").exists()


def change(path, statement):
    connection = sqlite3.connect(path)
    connection.executescript(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("DELETE FROM bom_data WHERE id = 2", "holds 3 rows, its writer counted 4"),
        ("DELETE FROM processing_summary WHERE rowid = 1", "1 documents, its writer counted 2"),
        ("PRAGMA user_version = 7", "table version 7"),
        ("UPDATE bomflow_counts SET value = 5 WHERE name = 'tables'", "its writer counted 5"),
        ("UPDATE processing_summary SET rows_count = 1 WHERE rowid = 2", "bom_data has 3 rows"),
        # One row has moved to the other drawing: the sums agree, the drawings do not.
        ("UPDATE bom_data SET filename = '2.pdf', row_index = 9 WHERE id = 2", "differ for '1.p"),
        (
            "UPDATE processing_summary SET rows_count = rowid * 2 - 1",
            "bom_data and rows_count in processing_summary differ for '1.pdf', '2.pdf'",
        ),
        ("UPDATE bom_tables SET rows_count = 3 WHERE filename = '1.pdf'", "differ for '1.pdf'"),
        ("DELETE FROM bom_tables; UPDATE bomflow_counts SET value = 0 WHERE name = 'tables'",
         "rows_count in bom_tables differ"),
    ],
)  # fmt: skip
def test_a_shard_that_does_not_add_up_is_an_error(
    tmp_path, save_records, make_record, damage, message
):
    shard = tmp_path / "s.sqlite"
    write_shard(save_records(tmp_path, [make_record("1.pdf"), make_record("2.pdf")]), shard)
    join_shards([shard], tmp_path / "bom.sqlite", expected_documents=2)
    before = (tmp_path / "bom.sqlite").read_bytes()
    change(shard, damage)
    with pytest.raises(MergeError, match=message) as caught:
        join_shards([shard], tmp_path / "bom.sqlite", expected_documents=2)
    assert "Delete" in str(caught.value)
    assert (tmp_path / "bom.sqlite").read_bytes() == before


def test_damaged_shards_are_named(tmp_path, save_records, make_record):
    paths = save_records(tmp_path / "extract", [make_record(f"{n:04d}.pdf") for n in range(400)])
    good, bad = tmp_path / "good.sqlite", tmp_path / "bad.sqlite"
    write_shard(paths[:200], good)
    write_shard(paths[200:], bad)
    data = bad.read_bytes()
    chance = random.Random(2)
    for damaged in (
        data[:1000],
        data[: len(data) // 2],
        data[:-4096],
        data[:8192] + chance.randbytes(8192) + data[16384:],
        # Inside a row: the number of rows is still right, only reading it through tells.
        data[: len(data) // 2 - 50] + b"\xff" * 100 + data[len(data) // 2 + 50 :],
        b"",
    ):
        bad.write_bytes(damaged)
        with pytest.raises(MergeError) as caught:
            join_shards([good, bad], tmp_path / "bom.sqlite", expected_documents=400)
        assert caught.value.path == str(bad) and "Delete it" in str(caught.value)
    bad.unlink()
    with pytest.raises(MergeError, match="does not exist"):
        join_shards([good, bad], tmp_path / "bom.sqlite", expected_documents=400)


def test_too_many_shards_are_refused_by_name(tmp_path):
    with pytest.raises(MergeError, match=r"merge\.shards"):
        join_shards([tmp_path / "s"] * (join.MAX_SHARDS + 1), tmp_path / "b", expected_documents=0)


def test_the_database_has_its_indexes_and_is_sound(
    tmp_path, build_database, make_record, make_table, make_row
):
    tables = [make_table([make_row(n, article_number=str(n))]) for n in range(100)]
    records = [make_record(f"{n}.pdf", [table]) for n, table in enumerate(tables)]
    database = build_database(tmp_path, records)
    assert select(database, "PRAGMA integrity_check") == [("ok",)]
    for query in ("article_number = '7'", "filename = '1.pdf' AND page = 1"):
        plan = select(database, f"EXPLAIN QUERY PLAN SELECT * FROM bom_data WHERE {query}")
        assert "USING INDEX" in plan[0][3]


def test_the_join_streams_instead_of_sorting(tmp_path, build_database, make_record, monkeypatch):
    plans = []

    def look(connection, query, *parameters):
        if query.startswith("INSERT INTO main.") and "ORDER BY" in query:
            plans.extend(connection.execute("EXPLAIN QUERY PLAN " + query, *parameters))

    spy(monkeypatch, look)
    build_database(tmp_path, [make_record()])
    assert plans and not [plan for plan in plans if "TEMP B-TREE" in plan[3]]


def spy(monkeypatch, look):
    """Let ``look(connection, query, *parameters)`` see every statement before it is executed."""

    class Spy(sqlite3.Connection):
        def execute(self, query, *parameters):
            look(super(), query, *parameters)
            return super().execute(query, *parameters)

        def executemany(self, query, parameters):
            parameters = list(parameters)
            look(super(), query, parameters)
            return super().executemany(query, parameters)

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, factory=Spy, **k))


def test_rows_are_written_in_batches_within_transactions(
    tmp_path, save_records, make_record, monkeypatch
):
    seen = []

    def look(connection, query, *parameters):
        if query.startswith(("BEGIN", "COMMIT")):
            seen.append(query)
        elif query == schema.BOM_DATA.insert:
            seen.append(len(parameters[0]))

    spy(monkeypatch, look)
    paths = save_records(tmp_path, [make_record(f"{n}.pdf") for n in range(5)])
    write_shard(paths, tmp_path / "s.sqlite", batch_size=4)
    batches = [entry for size in (4, 4, 2) for entry in ("BEGIN IMMEDIATE", size, "COMMIT")]
    assert seen[: len(batches)] == batches


def test_a_join_that_fails_its_integrity_check_leaves_the_old_file(
    tmp_path, build_database, make_record, monkeypatch
):
    database = build_database(tmp_path, [make_record()])
    before = database.read_bytes()

    def spoil(connection, query, *parameters):
        if query.startswith("PRAGMA main.quick_check"):
            # The rows are now such as their table does not allow.
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute(
                "UPDATE main.sqlite_master SET sql = replace(sql, 'page INTEGER NOT NULL',"
                " 'page INTEGER NOT NULL CHECK (page > 99)') WHERE name = 'bom_data'"
            )
            connection.execute("PRAGMA writable_schema = RESET")

    spy(monkeypatch, spoil)
    with pytest.raises(MergeError, match="fails its integrity check"):
        build_database(tmp_path, [make_record()])
    assert database.read_bytes() == before
