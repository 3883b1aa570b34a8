"""The report's first page: figures, failures with remedies, suspect tables, totals per article."""

from __future__ import annotations

from pathlib import Path

import jinja2

from bomflow.files import write_atomic
from bomflow.report import facts

TEMPLATES = Path(__file__).parents[2] / "report"


def write_overview(database: str, target: str, most: int = 200) -> None:
    """Write one self-contained HTML page; long lists end after ``most`` rows and say so.

    Everything from a drawing is escaped by the template engine.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    suspects = facts.suspect_tables(database)
    page = environment.get_template("overview.html.j2").render(
        facts=facts.overview(database),
        suspects=suspects[:most],
        more_suspects=max(0, len(suspects) - most),
        articles=facts.articles(database),
    )
    write_atomic(target, page.encode("utf-8", "replace"))
