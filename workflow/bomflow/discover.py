"""Finds the drawings: every ``*.pdf`` (any case) below the input folder, each with a stable id."""

from __future__ import annotations

import difflib
import errno
import hashlib
import heapq
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# What may hold drawings and is no PDF: CAD files, pictures, plots, archives, mails.
OTHER_DRAWINGS = {
    *("catdrawing", "dgn", "drw", "dwf", "dwfx", "dwg", "dxf", "idw", "slddrw"),
    *("djvu", "gif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "xps"),
    *("eps", "hpgl", "plt", "ps"),
    *("7z", "rar", "tgz", "zip", "eml", "msg", "p7m"),
}


class DiscoveryError(Exception):
    """The input folder cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """One drawing as found on disk.

    ``filename`` is the path below the input folder as text for people and the database (``/``
    separators, bytes that are no UTF-8 spelt as ``\\xff``); ``path`` is what the system opens.
    """

    doc_id: str
    filename: str
    path: str
    size: int
    mtime_ns: int

    @property
    def fingerprint(self) -> str:
        """Changes when the file on disk changes (size in bytes and modification time)."""
        return f"{self.size}:{self.mtime_ns}"

    def shard(self, shards: int) -> int:
        """The shard of this drawing: stable, whatever other drawings there are."""
        return int(self.doc_id.rsplit("-", 1)[1], 16) % shards


def locate_input(input_dir: str, typed_in: str, root: str) -> str:
    """Absolute path of ``input_dir``. A relative one is looked for where the command was typed
    (``--directory`` moves the working directory elsewhere), then in the repository ``root``.
    """
    places = [os.path.join(place, os.path.expanduser(input_dir)) for place in (typed_in, root)]
    return os.path.abspath(next((place for place in places if os.path.isdir(place)), places[0]))


def nearest(path: str) -> str:
    """The existing path most like ``path``, which does not exist; '' when nothing is near."""
    path = os.path.normpath(path)
    folder, name = os.path.split(path)
    if folder and not os.path.isdir(folder):
        near = nearest(folder)
        return (
            os.path.join(near, name) if near and os.path.exists(os.path.join(near, name)) else near
        )
    try:
        names = {entry.casefold(): entry for entry in os.listdir(folder or ".")}
    except OSError:
        return ""
    close = difflib.get_close_matches(name.casefold(), names, n=1)
    return os.path.join(folder, names[close[0]]) if close else ""


def describe(documents: Sequence[Document], input_dir: str) -> str:
    """What was found, for the start of a run."""
    size = sum(max(document.size, 0) for document in documents)
    folders = len({os.path.dirname(document.path) for document in documents})
    unit, divisor = ("GB", 1e9) if size >= 1e9 else ("MB", 1e6)
    return (
        f"found: {len(documents):,} PDF{'' if len(documents) == 1 else 's'}, "
        f"{size / divisor:,.1f} {unit}, in {folders:,} folder{'' if folders == 1 else 's'} below "
        f"{input_dir}"
    )


def describe_others(input_dir: str) -> str:
    """What else below the folder may hold drawings and is not read, by ending; '' for nothing."""
    found: Counter[str] = Counter()
    for _, _, names in os.walk(input_dir):
        endings = (os.path.splitext(name)[1][1:].lower() for name in names)
        found.update(ending for ending in endings if ending in OTHER_DRAWINGS)
    if not found:
        return ""
    shown = ", ".join(f"{number:,} .{ending}" for ending, number in found.most_common(5))
    more = ", ..." if len(found) > 5 else ""
    return (
        f"not read: {found.total():,} files of other kinds that may hold drawings ({shown}{more})"
    )


def locate_file(path: str | None, typed_in: str, root: str) -> str | None:
    """Absolute path of a file or folder that the configuration names, found as the input folder."""
    if path is None:
        return None
    places = [os.path.join(place, os.path.expanduser(path)) for place in (typed_in, root)]
    return os.path.abspath(next((place for place in places if os.path.exists(place)), places[0]))


def list_documents(
    input_dir: str | os.PathLike[str], max_files: int | None = None
) -> list[Document]:
    """Return the drawings below ``input_dir``, sorted by ``filename``.

    Links to folders are followed, each folder once, so that a loop ends. A folder that is reached
    both ways keeps its own name, so that a link that comes or goes changes no id.

    Raises:
        DiscoveryError: no such folder, a folder that cannot be listed, no PDF at all, or two names
            that the database could not tell apart.
    """
    root = os.fspath(input_dir)
    if not os.path.isdir(root):
        what = "is a file, not a folder" if os.path.exists(root) else "does not exist"
        near = "" if os.path.exists(root) else nearest(root)
        raise DiscoveryError(
            f"The input folder {root!r} {what}."
            + (f" Did you mean {near!r}?" if near else "")
            + " Set input_dir in config/config.yaml or pass "
            "--config input_dir=/path/to/pdfs (`make demo` draws the bundled demo drawings)."
        )
    found = sorted(_walk(root), key=lambda document: document.filename)
    if not found:
        others = describe_others(root)
        hint = f" ({others}; print them to PDF, unpack what is packed)" if others else ""
        raise DiscoveryError(f"There is no *.pdf below the input folder {root!r}{hint}.")
    for one, other in pairwise(found):
        if one.filename == other.filename:
            raise DiscoveryError(
                f"Two drawings would both be called {one.filename!r} in the database, because one "
                "of the names is no UTF-8. Rename one of them."
            )
    return found[:max_files]


def document_id(relative: str) -> str:
    """Id of the drawing at ``relative``: a readable slug and 12 hex digits that make it unique."""
    stem = os.path.splitext(os.path.basename(relative))[0].casefold()
    ascii_stem = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_stem).strip("-")[:48].rstrip("-") or "drawing"
    return f"{slug}-{hashlib.sha256(os.fsencode(relative)).hexdigest()[:12]}"


def _walk(root: str) -> Iterator[Document]:
    pending, seen = [(0, root)], set()
    while pending:
        # Real folders first, then those behind one link, and so on; each group by name.
        links, folder = heapq.heappop(pending)
        try:
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                for entry in entries:
                    is_pdf = entry.name.lower().endswith(".pdf")
                    if _is_folder(entry, is_pdf):
                        heapq.heappush(pending, (links + entry.is_symlink(), entry.path))
                    elif is_pdf:
                        yield _document(root, entry.path)
        except OSError as error:
            raise DiscoveryError(
                f"{error.filename or folder!r} cannot be listed: {error.strerror}. Mend its "
                "permissions or move it out of the input folder; no drawing is left out in silence."
            ) from error


def _is_folder(entry: os.DirEntry[str], is_pdf: bool) -> bool:
    try:
        return entry.is_dir()
    except OSError as error:  # a link that leads in a circle or through a locked folder
        if is_pdf or error.errno == errno.ELOOP:
            return False
        raise


def _document(root: str, path: str) -> Document:
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    try:
        status = os.stat(path)
        size, mtime_ns = status.st_size, status.st_mtime_ns
    except OSError:  # a link to nowhere: listed all the same, its job records FILE_NOT_FOUND
        size, mtime_ns = -1, 0
    filename = os.fsencode(relative).decode("utf-8", "backslashreplace")
    return Document(document_id(relative), filename, path, size, mtime_ns)
