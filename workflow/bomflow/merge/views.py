"""Questions that bom.sqlite answers itself: views, and a full-text index over the rows.

A view costs nothing until it is asked. ``VIEWS`` is the only list: the documentation is held to it.
"""

from __future__ import annotations

import logging
from typing import NamedTuple

from bomflow.merge.database import Connection

log = logging.getLogger(__name__)

# What drawings print where there is no article number or description.
_NONE = "('', '-', '--', '---', '.', '..', '...', '–', '—', '/')"
_NAMED = f"article_number NOT IN {_NONE}"
# The first one there is: an empty cell describes nothing.
_DESCRIPTION = (
    f"coalesce(min(description) FILTER (WHERE description NOT IN {_NONE}), '') AS description"
)
# 9.5 M: a measure, not pieces; such quantities must not be added to plain numbers.
_MEASURED = "quantity GLOB '*[a-zA-Z]*'"


class View(NamedTuple):
    """A view: its name, the question it answers, and its SELECT."""

    name: str
    answers: str
    select: str


def _split(column: str) -> str:
    """Rows of bom_data, one for each code of a ", "-separated ``column``."""
    return (
        "SELECT code.value AS code, bom_data.filename, page, section, position, article_number,"
        " description, quantity, quantity_value, weight_kg, total_weight_kg, check_status"
        f" FROM bom_data, json_each('[\"' || replace({column}, ', ', '\",\"') || '\"]') AS code"
        f" WHERE {column} <> ''"
    )


VIEWS = (
    View(
        "suspect_tables",
        "Which tables have to be compared with the drawing, and why?",
        "SELECT * FROM bom_tables WHERE check_status = 'suspect'",
    ),
    View(
        "material_takeoff",
        "How much of each article is needed over all drawings, and what is doubtful about it?",
        f"SELECT article_number, {_DESCRIPTION},"
        f" count(DISTINCT description) FILTER (WHERE description NOT IN {_NONE}) AS descriptions,"
        " count(DISTINCT filename) AS drawings,"
        " count(*) AS rows,"
        f" sum(quantity_value) FILTER (WHERE NOT {_MEASURED}) AS quantity,"
        f" sum(quantity_value) FILTER (WHERE {_MEASURED}) AS measured_quantity,"
        " sum(coalesce(total_weight_kg, weight_kg * quantity_value)) AS total_weight_kg,"
        " sum(quantity_value IS NULL) AS rows_without_quantity,"
        " sum(weight_kg IS NULL AND total_weight_kg IS NULL) AS rows_without_weight,"
        " sum(check_status = 'suspect') AS suspect_rows"
        f" FROM bom_data WHERE {_NAMED} GROUP BY article_number",
    ),
    View(
        "where_used",
        "On which drawings and pages is an article used?",
        "SELECT article_number, filename, page, count(*) AS rows, sum(quantity_value) AS quantity,"
        " sum(coalesce(total_weight_kg, weight_kg * quantity_value)) AS total_weight_kg, kks_codes,"
        f" su_codes, {_DESCRIPTION}"
        f" FROM bom_data WHERE {_NAMED} GROUP BY article_number, filename, page",
    ),
    View("rows_by_kks", "What does a KKS code need? (column `code`)", _split("kks_codes")),
    View("rows_by_su", "What does an SU code need? (column `code`)", _split("su_codes")),
    View(
        "article_conflicts",
        "Which article numbers have different descriptions or unit weights on different drawings?",
        "WITH variants AS ("
        " SELECT article_number, 'description' AS differs, description AS variant,"
        " count(*) AS rows, count(DISTINCT filename) AS drawings, min(filename) AS for_example"
        f" FROM bom_data WHERE {_NAMED} AND description NOT IN {_NONE}"
        " GROUP BY article_number, description"
        " UNION ALL"
        " SELECT article_number, 'weight_kg', CAST(weight_kg AS TEXT), count(*),"
        " count(DISTINCT filename), min(filename) FROM bom_data"
        f" WHERE {_NAMED} AND weight_kg IS NOT NULL"
        " GROUP BY article_number, weight_kg)"
        " SELECT * FROM variants WHERE (article_number, differs) IN (SELECT article_number, differs"
        " FROM variants GROUP BY article_number, differs HAVING count(*) > 1)",
    ),
    View(
        "missing_weights",
        "Which rows have no weight although their list has a weight column?",
        "SELECT bom_data.* FROM bom_data JOIN bom_tables USING (filename, page, table_index)"
        " WHERE weight_means IS NOT NULL AND weight_kg IS NULL AND total_weight_kg IS NULL",
    ),
    View(
        "equal_drawings",
        "Which files are the same, byte for byte, so that their rows count twice?",
        "SELECT sha256, filename, rows_count,"
        " count(*) OVER (PARTITION BY sha256) AS copies FROM processing_summary"
        " WHERE sha256 IN (SELECT sha256 FROM processing_summary WHERE sha256 <> ''"
        " GROUP BY sha256 HAVING count(*) > 1)",
    ),
    View(
        "open_problems",
        "What is left to look at: failed drawings, suspect tables, warnings, corrections not used?",
        "SELECT 'drawing failed' AS problem, filename, NULL AS page, error_code AS code,"
        " error_message AS what FROM processing_summary WHERE NOT success"
        " UNION ALL SELECT 'table suspect', filename, page, NULL,"
        " (SELECT group_concat(value, '; ') FROM json_each(check_reasons))"
        " FROM bom_tables WHERE check_status = 'suspect'"
        " UNION ALL SELECT 'read with a warning', filename, NULL, NULL, value"
        " FROM processing_summary, json_each(warnings) WHERE success"
        " UNION ALL SELECT 'correction not used', filename, page, outcome, reason"
        " FROM corrections WHERE outcome <> 'used'",
    ),
)

SEARCH = "bom_search"
# Written as Datasette and sqlite-utils look for it. Without the lengths of texts it is built in two
# thirds of the time; ranking, which counts the words of what was found, takes up to twice as long.
_SEARCH = (
    f"CREATE VIRTUAL TABLE {SEARCH} USING fts5(description, article_number, extra,"
    ' tokenize=\'unicode61 remove_diacritics 2\', content="bom_data", content_rowid="id",'
    " columnsize=0)"
)


def create_views(connection: Connection) -> None:
    """Create the views and the full-text index ``bom_search`` (rowid = id of bom_data)."""
    for view in VIEWS:
        connection.execute(f"CREATE VIEW {view.name} AS {view.select}")
    if not connection.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        log.warning("no full-text index: this Python's SQLite is built without FTS5")
        return
    connection.execute(_SEARCH)
    connection.execute(f"INSERT INTO {SEARCH} ({SEARCH}) VALUES ('rebuild')")
