"""Layers (optional content groups, ISO 32000-1 section 8.11) that the file does not show.

CAD programs leave old states and hidden views there. The engine draws without them but gives their
text, and says of an object only the name of its layer. Which layers are off stands in the catalog:
most files name no hidden layer, which a look at their bytes tells; else pdfminer reads it.

Layers of whole forms and pictures, and those that depend on others (OCMD), are taken as visible.
"""

from __future__ import annotations

import re
from functools import cached_property
from mmap import ACCESS_READ, mmap
from typing import Any

from bomflow.page import pdfium
from bomflow.page.parsed import open_parsed

_MOST_MARKS = 16  # of an object; marks are nested a few deep
_OFF = re.compile(rb"/OFF\s*(?!\s*\[\s*\])")  # but for an empty list
_PACKED = re.compile(rb"/ObjStm\b")
_CATALOG = re.compile(rb"/OCProperties\b")


class Layers:
    """The layers of one file; its catalog is read when an object of a layer turns up."""

    def __init__(self, path: str) -> None:
        self._path = path

    def hide(self, obj: int) -> bool:
        """Whether an object is on a layer that is off."""
        for number in range(min(pdfium.count_marks(obj), _MOST_MARKS)):
            mark = pdfium.mark_at(obj, number)
            if pdfium.is_marked(mark, "OC") and pdfium.mark_value(mark, b"Name") in self.off:
                return True
        return False

    @cached_property
    def off(self) -> frozenset[bytes]:
        """Names of the layers that are off when the file is opened; of twins both must be."""
        try:
            return frozenset() if _shows_all(self._path) else _layers_off(self._path)
        except MemoryError:
            raise
        except Exception:  # a broken file: whatever pdfminer meets in it
            return frozenset()


def _shows_all(path: str) -> bool:
    """Whether the file's bytes tell that no layer is off; False when a look at them is no proof."""
    with open(path, "rb") as stream, mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
        packed = _PACKED.search(data)  # the catalog that counts may be in there
        return not packed and bool(_CATALOG.search(data)) and not _OFF.search(data)


def _layers_off(path: str) -> frozenset[bytes]:
    """The names that the default configuration of the catalog hides."""
    import logging  # heavy, as pdfminer is: most drawings need neither

    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import list_value, resolve1

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with open(path, "rb") as stream:
        document = open_parsed(PDFParser(stream))
        properties: Any = resolve1(document.catalog.get("OCProperties")) or {}
        groups = list_value(properties.get("OCGs"))
        default = resolve1(properties.get("D")) or {}

        def listed(key: str) -> set[int]:
            return {ref.objid for ref in list_value(default.get(key) or [])}

        off = listed("OFF")
        base = getattr(resolve1(default.get("BaseState")), "name", "ON")
        if base == "OFF":
            off |= {ref.objid for ref in groups} - listed("ON")
        names: dict[bytes, list[bool]] = {}
        for ref in groups:
            name = (resolve1(ref) or {}).get("Name")
            if isinstance(name, bytes):
                names.setdefault(name, []).append(ref.objid in off)
    return frozenset(name for name, hidden in names.items() if all(hidden))
