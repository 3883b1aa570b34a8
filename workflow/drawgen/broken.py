"""Inputs that cannot be read, or should not be: every function gives the bytes of one file."""

from __future__ import annotations

import io
import zlib
from random import Random

from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .draw import draw_drawing, scanned
from .spec import SIZES, Drawing, Sheet

A3 = SIZES["A3"]


def empty() -> bytes:
    """No bytes at all."""
    return b""


def garbage(size: int = 4096, seed: int = 1) -> bytes:
    """``size`` bytes of noise that no reader takes for a PDF."""
    return Random(seed).randbytes(size).replace(b"%PDF", b"\0\0\0\0")


def truncated(whole: bytes | None = None) -> bytes:
    """A drawing whose copy stopped before its first page object, in the middle of a stream.

    Readers that rebuild a damaged file find no page in it.
    """
    if whole is None:
        whole = draw_drawing(Drawing((Sheet(),)))[0]
    page = whole.index(b"/Type /Page")
    stream = whole.index(b"stream", 0, page)
    return whole[: (stream + page) // 2]


def encrypted(password: str = "geheim") -> bytes:
    """A drawing that opens only with a password (reportlab's own encryption)."""
    out = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password, ownerPassword=password + "2", strength=128)
    canvas = Canvas(out, pagesize=A3, invariant=1, encrypt=lock)
    canvas.drawString(100, 100, "POS QTY DESCRIPTION")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def no_pages() -> bytes:
    """A valid PDF whose page tree is empty."""
    return pdf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])


def scan(sheet: Sheet | None = None, words: str = "") -> bytes:
    """A sheet of which only a picture is left: one image, no text at all.

    ``words`` go over it invisibly, as a layer of recognised text.
    """
    sheet = sheet or Sheet(font_size=9.0)
    size = SIZES[sheet.size]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.drawImage(ImageReader(scanned(sheet)), 0, 0, *size)
    if words:
        canvas.drawString(100, 100, words, mode=3)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def bomb(megabytes: int = 200) -> bytes:
    """A page whose content stream of a few KB inflates to ``megabytes`` MB of blanks."""
    squeeze = zlib.compressobj(9)
    block = b" " * 1_000_000
    data = b"".join(squeeze.compress(block) for _ in range(megabytes)) + squeeze.flush()
    return _with_content(data, "/Filter /FlateDecode ")


def path_bomb(megabytes: int = 100) -> bytes:
    """A page whose content stream inflates to ``megabytes`` MB of path operators."""
    squeeze = zlib.compressobj(9)
    block = b"0 0 m 9 9 l S\n" * 71_429
    data = b"".join(squeeze.compress(block) for _ in range(megabytes)) + squeeze.flush()
    return _with_content(data, "/Filter /FlateDecode ")


def nested_forms(depth: int = 20) -> bytes:
    """Form XObjects that draw each other twice: 2**depth times in all."""
    objects: list[str | bytes] = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A3[0]:.0f} {A3[1]:.0f}] /Contents 4 0 R "
        "/Resources << /XObject << /F 5 0 R >> >> >>",
        _stream_object(b"/F Do"),
    ]
    for level in range(depth):
        last = level == depth - 1
        content = b"0 0 m 1 1 l S" if last else b"/F Do /F Do"
        inner = "" if last else f"/XObject << /F {6 + level} 0 R >>"
        objects.append(
            _stream_object(
                content,
                f"/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources << {inner} >> ",
            )
        )
    return pdf(objects)


def page_tree_loop() -> bytes:
    """A page tree that holds itself."""
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
            "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>",
        ]
    )


def huge_count(count: int = 2**31) -> bytes:
    """One page and a page tree that claims ``count`` of them."""
    objects: list[str | bytes] = ["<< /Type /Catalog /Pages 2 0 R >>", *_page()]
    objects[1] = f"<< /Type /Pages /Kids [3 0 R] /Count {count} >>"
    return pdf(objects)


def pdf(objects: list[str | bytes]) -> bytes:
    """A PDF of these object bodies, numbered from 1 (the catalog first), with right offsets."""
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        raw = body.encode("latin-1") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + raw + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _stream_object(content: bytes, entries: str = "") -> bytes:
    head = f"<< {entries}/Length {len(content)} >>\nstream\n".encode("latin-1")
    return head + content + b"\nendstream"


def _page() -> list[str | bytes]:
    """Page tree, page and content of a one-page file: objects 2, 3 and 4."""
    return [
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A3[0]:.0f} {A3[1]:.0f}] "
        "/Contents 4 0 R /Resources << >> >>",
        _stream_object(b"0 0 m 100 100 l S"),
    ]


def _with_content(content: bytes, entries: str) -> bytes:
    objects: list[str | bytes] = ["<< /Type /Catalog /Pages 2 0 R >>", *_page()]
    objects[3] = _stream_object(content, entries)
    return pdf(objects)


ALL = {
    "empty": empty,
    "garbage": garbage,
    "truncated": truncated,
    "encrypted": encrypted,
    "no_pages": no_pages,
    "scan": scan,
    "bomb": bomb,
    "path_bomb": path_bomb,
    "nested_forms": nested_forms,
    "page_tree_loop": page_tree_loop,
    "huge_count": huge_count,
}
"""Every broken input by name."""
