"""Files that were damaged after they were written are found, named, and made again when deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from drawgen.bulk import write_many
from interruptions import contents
from project import Project
from rawsheet import parts_list


def project_of(count: int, folder: Path) -> Project:
    write_many(folder / "drawings", count, segments=(0, 500))
    (folder / "run").mkdir()
    return Project(folder / "drawings", folder / "run")


def test_a_damaged_record_and_a_damaged_shard(tmp_path: Path) -> None:
    project = project_of(4, tmp_path)
    project.run()
    right = contents(project.results / "bom.sqlite")
    record = sorted((project.results / "extract").glob("*.json"))[0]
    shard = project.results / "shards" / "shard-1.sqlite"
    damages: dict[Path, Callable[[bytes], bytes]] = {
        record: lambda data: data[: len(data) // 2],
        shard: lambda data: data[:5000] + b"\0" * 3000 + data[8000:],
    }
    for path, damage in damages.items():
        path.write_bytes(damage(path.read_bytes()))
        (project.results / "bom.sqlite").unlink()
        said = project.run(code=1)
        assert path.name in said and "Delete" in said
        assert not (project.results / "bom.sqlite").exists()
        path.unlink()
        project.run()
        assert contents(project.results / "bom.sqlite") == right


def test_drawings_that_vanish_or_change_after_they_were_listed(tmp_path: Path) -> None:
    project = project_of(3, tmp_path)
    names = sorted(project.drawings.rglob("*.pdf"))
    process = project.start(options=["--cores", "1"])
    while not list(project.results.glob("run_plan.json")):  # everything is listed by then
        assert process.poll() is None
    names[0].unlink()
    names[2].write_bytes(parts_list([["1", "100001", "2", "another", "1,5"]]))
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0, output
    project.run()
    rows = project.query("SELECT filename FROM processing_summary")
    assert len(rows) == 2
    changed = project.query(
        "SELECT description FROM bom_data WHERE filename = ?",
        names[2].relative_to(project.drawings).as_posix(),
    )
    assert changed == [{"description": "another"}]  # whichever of the two the first run has read
