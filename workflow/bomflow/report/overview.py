"""The report's first page: the answer, the plots, what to act on. One file, nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import jinja2

from bomflow.files import write_atomic
from bomflow.progress.text import count, percent, without_controls
from bomflow.report import facts

TEMPLATES = Path(__file__).parents[2] / "report"
CAPTIONS = {
    "duration": "duration.rst",
    "throughput": "throughput.rst",
    "memory": "memory.rst",
    "failures": "failures_plot.rst",
}


def write_overview(
    database: str, target: str, figures: Mapping[str, str] | None = None, most: int = 1000
) -> None:
    """Write one self-contained HTML page; long lists end after ``most`` rows and say so.

    ``figures`` are the paths of the SVG files by the names of ``CAPTIONS``; they are put into the
    page. Everything from a drawing is escaped by the template engine, and loses what would steer a
    terminal.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=without_controls,
    )
    page = environment.get_template("overview.html.j2").render(
        count=count,
        percent=percent,
        facts=facts.overview(database),
        figures=[
            (name, _svg(figures[name], name), (TEMPLATES / caption).read_text("utf-8").strip())
            for name, caption in CAPTIONS.items()
            if figures and name in figures
        ],
        to_do=facts.to_do(database),
        articles=facts.articles(database),
        most=most,
    )
    write_atomic(target, page.encode("utf-8", "replace"))


def write_answer(database: str, target: str) -> None:
    """Write the answer in a few lines of reStructuredText; holds nothing from a drawing."""
    found = facts.overview(database)
    verdicts = ", ".join(f"{number:,} {name}" for name, number in found["verdicts"].items())
    failed = ", ".join(f"{one['count']:,} {one['code']}" for one in found["failures"])
    lines = [
        f"**{found['good']:,} of {count(found['drawings'], 'drawing')} read:"
        f" {count(found['rows'], 'BOM row')} from {count(found['pages'], 'page')}.**",
        f"- Tables: {verdicts}",
        f"- Failed drawings: {failed or 'none'}",
        f"- Total weight, where printed: {found['weight_kg']:,.1f} kg",
        f"- Time from the first to the last drawing: {found['span']}",
    ]
    write_atomic(target, "\n\n".join([*lines, ""]).encode())


def _svg(path: str, name: str) -> str:
    """The SVG element of a figure, its ids unlike those of the other figures on the page."""
    text = Path(path).read_text("utf-8")
    text = text[text.index("<svg") :]
    text = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{name}-", text)
    return text.replace("<svg", f'<svg role="img" aria-label="{name}"', 1)
