"""Any folder of PDFs through the whole workflow, and what became of every file.

    python benchmarks/corpus.py FOLDER [--directory DIR] [--config key=value ...]

For odd files, of which nobody knows what they hold: the test suites of PDF programs, mutants, what
fuzzers wrote. The promises that must hold whatever they hold are checked, and the exit code is 1 if
one is broken: the run ends well; each file has exactly one record; no attempt takes longer than its
time-out and 5 s, or more memory than its limit; an UNKNOWN has a traceback in its log; nothing half
written and no process is left behind; the folder itself is as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from bomflow.discover import list_documents
from measure import ROOT, table

SPARE_S = 5  # beyond the time-out: to start, to end and to write the record
SHOWN = 20  # files named per list


class Findings(NamedTuple):
    """A run over a corpus: figures for people, and the promises that were broken (none: [])."""

    facts: dict[str, str]
    outcomes: Counter[str]
    with_rows: list[str]
    broken: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--directory", type=Path, help="where results/ goes, kept afterwards")
    parser.add_argument("--config", nargs="+", default=[])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        directory = (options.directory or Path(temporary)).resolve()
        findings = run_corpus(options.folder.resolve(), directory, options.config)
    print(table(["what", "found"], [list(fact) for fact in findings.facts.items()]))
    print()
    outcomes = [[code, f"{count:,}"] for code, count in findings.outcomes.most_common()]
    print(table(["outcome", "files"], outcomes))
    for title, names in (("rows were read from", findings.with_rows), ("BROKEN", findings.broken)):
        if names:
            print(f"\n{title}: {len(names)}")
            print("\n".join(f"  {name}" for name in names[:SHOWN]))
    return bool(findings.broken)


def run_corpus(folder: Path, directory: Path, config: list[str] | None = None) -> Findings:
    """Run the workflow over ``folder``, with its results below ``directory``, and look at them."""
    command = [str(Path(sys.executable).parent / "snakemake"), "--profile", "epyc"]
    command += ["--directory", str(directory), "--config", f"input_dir={folder}", *(config or [])]
    before = sorted(_states(folder))
    run = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace"
    )
    broken = []
    if run.returncode:
        broken.append(f"the run ended with {run.returncode}: {run.stdout[-2000:]}")
    if sorted(_states(folder)) != before:
        broken.append("the input folder was changed")
    broken += [f"still running: {text}" for text in _processes(directory)]
    return _look(folder, directory / "results", broken)


def _look(folder: Path, results: Path, broken: list[str]) -> Findings:
    documents = {document.doc_id: document.filename for document in list_documents(folder)}
    records = {path.stem: _load(path) for path in (results / "extract").glob("*.json")}
    log = (results / "logs" / "extract.jsonl").read_text("utf-8")
    attempts = [json.loads(line) for line in log.splitlines()]
    settings = json.loads((results / "config.json").read_text("utf-8"))
    limit_s = settings["extract"]["timeout_s"] + SPARE_S

    broken += [f"no record: {documents[doc]}" for doc in documents.keys() - records.keys()]
    broken += [f"a record of nothing: {doc}" for doc in records.keys() - documents.keys()]
    broken += [f"left over: {name}" for name in leftovers(results)]
    for attempt in attempts:
        if attempt["seconds"] > limit_s:
            broken.append(f"took {attempt['seconds']:.1f} s: {attempt['filename']}")
        if attempt["peak_mb"] > attempt["limit_mb"]:
            broken.append(f"took {attempt['peak_mb']:.0f} MB: {attempt['filename']}")
    for doc, record in records.items():
        log_file = results / "logs" / "extract" / f"{doc}.log"
        if record["error_code"] == "UNKNOWN" and not (
            log_file.exists() and "Traceback" in log_file.read_text("utf-8")
        ):
            broken.append(f"UNKNOWN without a traceback: {record['filename']}")
    broken += _database(results / "bom.sqlite", records)

    failed = Counter(a["error_code"] for a in attempts if a["outcome"] == "retry")
    slowest = max(attempts, key=lambda a: a["seconds"])
    largest = max(attempts, key=lambda a: a["peak_mb"])
    facts = {
        "files": f"{len(documents):,}",
        "records": f"{len(records):,}",
        "attempts that failed": ", ".join(f"{n} {c}" for c, n in failed.most_common()) or "none",
        "longest attempt": f"{slowest['seconds']:.1f} s, {slowest['filename']}",
        "highest memory": f"{largest['peak_mb']:.0f} MB of {largest['limit_mb']} MB, "
        f"{largest['filename']}",
        "left behind": "nothing" if not leftovers(results) else "see below",
        "promises broken": str(len(broken)),
    }
    outcomes = Counter(record["error_code"] or "success" for record in records.values())
    with_rows = sorted(
        f"{record['filename']}: {record['rows_count']} rows, "
        + ", ".join(table["check_status"] for table in record["tables"])
        for record in records.values()
        if record["rows_count"]
    )
    return Findings(facts, outcomes, with_rows, broken)


def leftovers(results: Path) -> list[str]:
    """What is half written or forgotten below ``results``."""
    names = [str(path.relative_to(results)) for path in results.rglob("*")]
    ends = (".tmp", "-wal", "-shm", "-journal")
    return sorted(name for name in names if name.endswith(ends) or name == "finished")


def _database(path: Path, records: dict[str, dict[str, Any]]) -> Iterator[str]:
    if not path.exists():
        yield "there is no bom.sqlite"
        return
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    held = connection.execute("SELECT filename, rows_count FROM processing_summary").fetchall()
    if sorted(held) != sorted((r["filename"], r["rows_count"]) for r in records.values()):
        yield "the database does not hold what the records say"
    connection.close()


def _load(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return record


def _states(folder: Path) -> Iterator[tuple[str, int, int]]:
    for place, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            status = os.lstat(os.path.join(place, name))
            yield os.path.join(place, name), status.st_size, status.st_mtime_ns


def _processes(directory: Path) -> Iterator[str]:
    for process in psutil.process_iter(["pid", "cmdline", "cwd"]):
        if process.info["cwd"] == str(directory) and process.pid != os.getpid():
            yield f"{process.pid} {' '.join(process.info['cmdline'] or [])[:200]}"


if __name__ == "__main__":
    sys.exit(main())
