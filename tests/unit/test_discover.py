"""Drawings on disk: odd names, links, stable ids and shards."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from bomflow.discover import (
    DiscoveryError,
    Document,
    describe_others,
    document_id,
    list_documents,
    locate_input,
)

DOC_ID = re.compile(r"[a-z0-9-]+-[0-9a-f]{12}")  # as workflow/common.smk constrains the wildcard
AS_ROOT = os.geteuid() == 0


def draw(folder: str | os.PathLike[str], *names: str | bytes) -> None:
    for name in names:
        path = os.path.join(os.fsencode(folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(b"%PDF")


def names(folder: str | os.PathLike[str]) -> list[str]:
    return [document.filename for document in list_documents(folder)]


def ids(folder: str | os.PathLike[str]) -> dict[str, str]:
    return {document.filename: document.doc_id for document in list_documents(folder)}


ODD = [
    "plain.pdf",
    "UPPER.PDF",
    "Mixed.pDf",
    "a b.pdf",
    'it\'s "quoted".pdf',
    "{braces} {doc_id}.pdf",
    "new\nline.pdf",
    "tab\t.pdf",
    "Zeichnung Größe Ω.pdf",
    "图纸.pdf",
    "-rf.pdf",
    "$(reboot)`x`;&|.pdf",
    "100%.pdf",
    "back\\slash.pdf",
    ".hidden.pdf",
    ".pdf",
    "..pdf",
    "x.pdf.pdf",
    "*.pdf",
    "a" * 251 + ".pdf",
    "ä" * 125 + "a.pdf",
    "sub folder/{x}/deep.pdf",
]


def test_odd_names_are_found_with_fitting_unique_ids(tmp_path: Path) -> None:
    draw(tmp_path, *ODD)
    found = list_documents(tmp_path)
    assert {document.filename for document in found} == set(ODD)
    assert len({document.doc_id for document in found}) == len(ODD)
    for document in found:
        assert DOC_ID.fullmatch(document.doc_id), document
        assert len(document.doc_id) <= 61
        assert Path(document.path).read_bytes() == b"%PDF"
        assert document.size == 4 and document.mtime_ns > 0


def test_other_files_are_left_out(tmp_path: Path) -> None:
    draw(tmp_path, "a.pdf", "b.pdf.txt", "pdf", "c.pdfx", "d.dwg")
    assert names(tmp_path) == ["a.pdf"]


def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    draw(tmp_path, b"gr\xf6\xdfe.pdf", b"\xff/a.pdf")
    found = list_documents(tmp_path)
    assert [document.filename for document in found] == ["\\xff/a.pdf", "gr\\xf6\\xdfe.pdf"]
    for document in found:
        document.filename.encode("utf-8")
        assert os.path.exists(document.path)
        assert DOC_ID.fullmatch(document.doc_id)


def test_two_names_that_the_database_could_not_tell_apart(tmp_path: Path) -> None:
    draw(tmp_path, b"\xff.pdf", "\\xff.pdf")
    with pytest.raises(DiscoveryError, match="Rename one"):
        list_documents(tmp_path)


def test_same_name_in_two_folders_and_names_that_differ_in_case(tmp_path: Path) -> None:
    draw(tmp_path, "a/x.pdf", "b/x.pdf", "c/x.pdf", "c/X.pdf", "c/x.PDF", "c/X.PDF")
    found = ids(tmp_path)
    assert len(found) == 6
    # Records of all of them can lie in one folder that ignores case.
    assert len({doc_id.lower() for doc_id in found.values()}) == 6


def test_order_is_by_name_and_max_files_cuts_it(tmp_path: Path) -> None:
    draw(tmp_path, "b.pdf", "a/z.pdf", "c.pdf", "B.pdf")
    assert names(tmp_path) == ["B.pdf", "a/z.pdf", "b.pdf", "c.pdf"]
    assert [d.filename for d in list_documents(tmp_path, 2)] == ["B.pdf", "a/z.pdf"]
    assert len(list_documents(tmp_path, 99)) == 4


# --- ids ---


def test_ids_are_readable_and_pinned() -> None:
    # A changed id would read every drawing again: this one is known to users' results.
    path = "KG A/Größe 1.pdf"
    assert document_id(path) == "grosse-1-" + hashlib.sha256(path.encode()).hexdigest()[:12]
    assert document_id("图纸.pdf").startswith("drawing-")
    assert document_id("-.pdf").startswith("drawing-")


def test_ids_do_not_depend_on_the_other_drawings_nor_on_where_the_folder_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(tmp_path / "one", "a.pdf", "m/b.pdf", "z.pdf")
    before = ids(tmp_path / "one")
    draw(tmp_path / "one", "0.pdf", "m/a.pdf", "zz/z.pdf")
    os.unlink(tmp_path / "one" / "z.pdf")
    after = ids(tmp_path / "one")
    assert {name: after[name] for name in ("a.pdf", "m/b.pdf")} == {
        name: before[name] for name in ("a.pdf", "m/b.pdf")
    }
    os.rename(tmp_path / "one", tmp_path / "two")
    assert ids(f"{tmp_path}/two/") == after
    monkeypatch.chdir(tmp_path)
    assert ids("two") == after


def test_fingerprint_notices_every_change(tmp_path: Path) -> None:
    draw(tmp_path, "a.pdf")
    os.utime(tmp_path / "a.pdf", ns=(1, 1_000_000_001))
    first = list_documents(tmp_path)[0].fingerprint
    os.utime(tmp_path / "a.pdf", ns=(1, 1_000_000_000))  # also to an older time
    second = list_documents(tmp_path)[0].fingerprint
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    os.utime(tmp_path / "a.pdf", ns=(1, 1_000_000_000))
    third = list_documents(tmp_path)[0].fingerprint
    assert len({first, second, third}) == 3


# --- shards ---


def test_shards_are_stable_and_balanced() -> None:
    documents = [Document(document_id(f"project/{n:05}.pdf"), "", "", 0, 0) for n in range(3000)]
    counts = Counter(document.shard(3) for document in documents)
    assert set(counts) == {0, 1, 2}
    assert min(counts.values()) > 900
    assert {document.shard(1) for document in documents} == {0}
    assert Document("a-00000000000b", "", "", 0, 0).shard(3) == 11 % 3  # pinned


# --- links, pipes, folders ---


def test_a_link_to_nowhere_and_one_to_itself_are_listed_as_drawings_to_fail(
    tmp_path: Path,
) -> None:
    draw(tmp_path, "a.pdf")
    os.symlink("gone.pdf", tmp_path / "dangling.pdf")
    os.symlink("self.pdf", tmp_path / "self.pdf")
    os.symlink("self", tmp_path / "self")
    os.symlink("gone", tmp_path / "gone")
    found = {document.filename: document for document in list_documents(tmp_path)}
    assert set(found) == {"a.pdf", "dangling.pdf", "self.pdf"}
    assert found["dangling.pdf"].fingerprint == found["self.pdf"].fingerprint == "-1:0"


def test_loops_end(tmp_path: Path) -> None:
    draw(tmp_path, "a/x.pdf", "b/y.pdf")
    os.symlink("..", tmp_path / "a" / "up")
    os.symlink("../b", tmp_path / "a" / "b")
    os.symlink("../a", tmp_path / "b" / "a")
    assert names(tmp_path) == ["a/x.pdf", "b/y.pdf"]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_folder_keeps_its_own_name_whatever_links_lead_to_it(
    tmp_path: Path, backwards: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    class Listing:
        def __init__(self, folder: str) -> None:
            with real(folder) as entries:
                self.entries = sorted(entries, key=lambda e: e.name, reverse=backwards)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(os, "scandir", Listing)
    draw(tmp_path / "in", "m/deep/er/x.pdf")
    draw(tmp_path / "out", "y.pdf")
    before = names(tmp_path / "in")
    os.symlink("m/deep", tmp_path / "in" / "a-link")
    os.symlink("m/deep/er", tmp_path / "in" / "z-link")
    assert names(tmp_path / "in") == before == ["m/deep/er/x.pdf"]
    for name in ("one", "two", "three"):
        os.symlink(tmp_path / "out", tmp_path / "in" / name)
    assert names(tmp_path / "in") == ["m/deep/er/x.pdf", "one/y.pdf"]


def test_links_to_files_are_drawings_of_their_own(tmp_path: Path) -> None:
    draw(tmp_path, "a.pdf")
    os.symlink("a.pdf", tmp_path / "b.pdf")
    assert names(tmp_path) == ["a.pdf", "b.pdf"]


def test_a_pipe_is_listed_and_a_folder_called_pdf_is_searched(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    draw(tmp_path, "folder.pdf/inside.pdf")
    assert names(tmp_path) == ["folder.pdf/inside.pdf", "pipe.pdf"]


def test_a_folder_that_cannot_be_listed_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(tmp_path, "a.pdf", "locked/b.pdf")
    locked = str(tmp_path / "locked")
    real = os.scandir

    def scandir(path: str) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(DiscoveryError, match="locked' cannot be listed: Permission denied"):
        list_documents(tmp_path)


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_links_through_a_locked_folder(tmp_path: Path) -> None:
    draw(tmp_path, "in/a.pdf", "locked/b.pdf")
    os.symlink(tmp_path / "locked" / "b.pdf", tmp_path / "in" / "b.pdf")
    os.chmod(tmp_path / "locked", 0)
    try:
        assert names(tmp_path / "in") == ["a.pdf", "b.pdf"]
        os.symlink(tmp_path / "locked" / "folder", tmp_path / "in" / "folder")
        with pytest.raises(DiscoveryError, match="folder' cannot be listed"):
            list_documents(tmp_path / "in")
    finally:
        os.chmod(tmp_path / "locked", 0o700)


@pytest.mark.parametrize(
    ("what", "said"),
    [("gone", "does not exist"), ("file.txt", "is a file"), ("empty", r"no \*\.pdf below")],
)
def test_no_usable_input_folder(tmp_path: Path, what: str, said: str) -> None:
    (tmp_path / "file.txt").touch()
    (tmp_path / "empty").mkdir()
    with pytest.raises(DiscoveryError, match=said):
        list_documents(tmp_path / what)


def test_what_may_hold_drawings_but_is_no_pdf_is_counted(tmp_path: Path) -> None:
    draw(tmp_path, "a.pdf", "notes.txt", "Thumbs.db", ".hidden")
    assert describe_others(str(tmp_path)) == ""
    draw(tmp_path, "x/b.DWG", "x/c.dwg", "old.zip", b"\xff.tif", ".dwg")
    said = describe_others(str(tmp_path))
    assert said.startswith("not read: 4 files of other kinds that may hold drawings (2 .dwg, 1 .")
    (tmp_path / "a.pdf").unlink()
    with pytest.raises(DiscoveryError, match=r"not read: 4 files of other kinds.*unpack"):
        list_documents(tmp_path)


def test_nothing_is_written_into_the_input_folder(tmp_path: Path) -> None:
    draw(tmp_path, "a.pdf")
    before = os.stat(tmp_path).st_mtime_ns
    list_documents(tmp_path)
    assert os.stat(tmp_path).st_mtime_ns == before and os.listdir(tmp_path) == ["a.pdf"]


# --- where the folder is looked for ---


def test_a_relative_folder_is_looked_for_where_the_command_was_typed_then_in_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_in, root, elsewhere = (tmp_path / name for name in ("typed", "root", "elsewhere"))
    for folder in (typed_in / "both", root / "both", root / "demo", elsewhere / "both"):
        folder.mkdir(parents=True)
    monkeypatch.chdir(elsewhere)  # what --directory does
    monkeypatch.setenv("PWD", str(elsewhere))  # may be stale: a program that sets the folder only
    for given, want in [
        ("both", typed_in / "both"),
        ("./both/../both/", typed_in / "both"),
        ("demo", root / "demo"),
        ("gone", typed_in / "gone"),
        (str(elsewhere / "both"), elsewhere / "both"),
    ]:
        assert locate_input(given, str(typed_in), str(root)) == str(want)
    monkeypatch.setenv("HOME", str(elsewhere))
    assert locate_input("~/both", str(typed_in), str(root)) == str(elsewhere / "both")
