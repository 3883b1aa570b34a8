"""Pages from matplotlib, as Python scripts of engineers make them.

``matplotlib-3`` embeds Type 3 fonts (glyphs are little drawings), ``matplotlib-42`` TrueType ones.
Letters are kerned by matplotlib itself.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import atan2, degrees
from typing import Any

from .. import fonts
from ..ink import Image, Page, Point, Rectangle, Run, Shade, Stroke
from ..linework import paths
from ..spec import Sheet
from .finishing import dressed

LANGUAGES = ("en", "de", "es", "fr")
"""Vera has all their letters; matplotlib knows no substitutes."""


def missing(sheet: Sheet) -> str:
    """See :func:`drawgen.producers.missing`."""
    others = {sheet.language, *(table.language for table in sheet.tables)} - {*LANGUAGES}
    if others:
        return f"no letters for {', '.join(sorted(others))}"
    if any(table.squeezed for table in sheet.tables):
        return "no squeezed text"
    if sheet.hidden or sheet.xobject:
        return "no hidden text, no forms"
    if sheet.tables_as == "picture":
        return "no pictures"
    return "no user units" if sheet.user_unit != 1 else ""


def produce(pages: Sequence[Page]) -> bytes:
    """The file."""
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    target = io.BytesIO()
    kind = int(pages[0].sheet.producer.rpartition("-")[2])
    settings: Any = {"pdf.fonttype": kind, "pdf.compression": 6, "path.simplify": False}
    with mpl.rc_context(settings), PdfPages(target, metadata={"CreationDate": None}) as file:
        for page in pages:
            x0, y0, x1, y1 = page.placing.media_box()
            figure = Figure(figsize=((x1 - x0) / 72, (y1 - y0) / 72), dpi=72)
            figure.patch.set_visible(False)
            figure.add_artist(_artist(page))
            file.savefig(figure)
    return dressed(target.getvalue(), [page.sheet for page in pages])


def _artist(page: Page) -> Any:
    """Everything on the page as one artist."""
    from matplotlib.artist import Artist

    class Sheet(Artist):
        def draw(self, renderer: Any) -> None:
            _Replay(renderer, page).run()

    return Sheet()


class _Replay:
    """Gives the ink of a page to a renderer, in points of the page with y upwards."""

    def __init__(self, renderer: Any, page: Page) -> None:
        from matplotlib.font_manager import FontProperties

        self.renderer, self.page = renderer, page
        self.font = FontProperties(fname=str(fonts.vera_file()))
        x0, y0, _, _ = page.placing.media_box()
        self.origin = x0, y0
        a, b, *_ = page.placing.matrix()
        self.turn = degrees(atan2(b, a))

    def run(self) -> None:
        """Draw everything."""
        for thing in self.page.painted():
            if isinstance(thing, Run):
                self._write(thing)
            elif isinstance(thing, Stroke):
                self._path(thing.points, thing.closed, thing.width)
            elif isinstance(thing, Rectangle | Shade):
                x0, top, x1, bottom = thing.box
                corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
                if isinstance(thing, Shade):
                    self._path(corners, True, 0.0, thing.grey)
                else:
                    self._path(corners, True, thing.width)
            elif not isinstance(thing, Image):
                (left, foot), scale = thing.corner, thing.scale
                for path in paths(thing.data):
                    points = tuple((left + scale * x, foot - scale * y) for x, y in path.points)
                    fill = float(path.fill) if path.paint in "bf" else None
                    width = 0.0 if path.paint == "f" else path.width * scale
                    self._path(points, path.paint != "S", width, fill)

    def _point(self, point: Point) -> Point:
        x, y = self.page.placing.user(*point)
        return x - self.origin[0], y - self.origin[1]

    def _write(self, run: Run) -> None:
        context = self.renderer.new_gc()
        context.set_foreground("black")
        self.font.set_size(run.size)
        x, y = self._point((run.x, run.y))
        self.renderer.draw_text(context, x, y, run.text, self.font, run.angle + self.turn)
        context.restore()

    def _path(
        self, points: tuple[Point, ...], closed: bool, width: float, fill: float | None = None
    ) -> None:
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        corners = [self._point(point) for point in points]
        context = self.renderer.new_gc()
        context.set_foreground("black")
        context.set_linewidth(width)
        path = Path([*corners, corners[0]] if closed else corners, closed=closed)
        colour = None if fill is None else (fill, fill, fill, 1.0)
        self.renderer.draw_path(context, path, IdentityTransform(), colour)
        context.restore()
