"""The record of one drawing as a table for a person at a terminal."""

from __future__ import annotations

from typing import IO, Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from bomflow.errors import ErrorCode
from bomflow.progress.text import clean, count

NUMERIC = {"quantity", "weight", "total_weight"}
TITLES = {
    "position": "POS",
    "article_number": "ARTICLE NUMBER",
    "quantity": "QTY",
    "description": "DESCRIPTION",
    "weight": "WEIGHT",
    "total_weight": "TOTAL WEIGHT",
}
STYLES = {"verified": "bold green", "consistent": "bold blue", "suspect": "bold red"}


def print_record(record: dict[str, Any], stream: IO[str], width: int | None = None) -> None:
    """Print verdict, rows and reasons; nothing that a drawing says can steer the terminal."""
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    for table in record["tables"]:
        console.print(_table(table))
    console.print(_headline(record))


def _headline(record: dict[str, Any]) -> Text:
    took = f"{record['process_time_s']:.2f} s"
    if record["memory_peak_mb"]:
        took += f", {record['memory_peak_mb']:.0f} MB"
    if record["success"]:
        what = f"{count(record['rows_count'], 'row')} in {count(len(record['tables']), 'table')}"
        return Text(f"{clean(record['filename'])}: {what} ({took})", "bold")
    code = ErrorCode(record["error_code"])
    text = Text(f"{clean(record['filename'])}: {code}: {clean(record['error_message'])} ({took})")
    text.stylize("bold red")
    return text.append(f"\n{code.remedy}", "default")


def _table(table: dict[str, Any]) -> RenderableType:
    rows = table["rows"]
    printed = {cell["column"]: cell["text"] for cell in table["header"]}
    columns = [
        name for name in TITLES if name in printed or any(row["cells"][name] for row in rows)
    ]
    extra = list(dict.fromkeys(name for row in rows for name in row["extra"]))
    title = Text(f"Page {table['page']}, table {table['table_index'] + 1}: ")
    title.append(table["check_status"], STYLES[table["check_status"]])
    if table["printed_total"]:
        title.append(f", TOTAL printed {clean(table['printed_total'])}")
    if table["computed_total"] is not None:
        title.append(f", rows add up to {table['computed_total']:g} kg")
    parts: list[RenderableType] = [title]
    if rows:
        parts.append(_grid(rows, columns, extra))
    parts += [Text(f"  - {clean(reason)}", "red") for reason in table["check_reasons"]]
    return Group(*parts, "")


def _grid(rows: list[dict[str, Any]], columns: list[str], extra: list[str]) -> Table:
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for name in columns:
        grid.add_column(TITLES[name], justify="right" if name in NUMERIC else "left")
    for name in extra:
        grid.add_column(Text(clean(name)))
    section = ""
    for row in rows:
        if row["section"] != section:
            section = row["section"]
            # Beside the position it would make that column wide.
            at = columns.index("description") if "description" in columns else 0
            grid.add_row(*[""] * at, Text(clean(section), "italic dim"))
        cells = [row["cells"][name] for name in columns]
        cells += [row["extra"].get(name, "") for name in extra]
        style = "red" if row["check_status"] == "suspect" else ""
        grid.add_row(*(Text(clean(cell)) for cell in cells), style=style)
    return grid
