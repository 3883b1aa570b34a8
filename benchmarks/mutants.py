"""Damaged drawings: mutants of the demo set, each read by a worker of its own.

    python benchmarks/mutants.py [--count 5000] [--seed 1] [--keep FOLDER]

Each mutant must end in a record that the merge accepts, within its time-out, and never as UNKNOWN:
that is a defect of the reading. ``--keep`` saves those that ended as UNKNOWN, WORKER_ERROR, TIMEOUT
or MEMORY_ERROR. What a mutant is follows from the seed alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from bomflow.errors import ErrorCode
from bomflow.extract import document  # noqa: F401  loaded once: readers are forks of this process
from bomflow.extract.job import Job
from bomflow.extract.worker import run_attempt
from bomflow.record import Record, read_record
from drawgen.demo import write_demo
from measure import table

_OBJECT = re.compile(rb"\d+ 0 obj\b.*?\bendobj\b", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z]\w*")
_FLATE = re.compile(
    rb"/Filter\s*\[?\s*/FlateDecode\s*\]?(?P<rest>[^>]*>>\s*)stream\r?\n(?P<data>.*?)\r?\nendstream",
    re.DOTALL,
)
_NUMBERS = [0, -1, 1, 255, 65536, 2**31 - 1, -(2**31), 2**32, 1e38, 10**20]


class Outcome(NamedTuple):
    """What became of one mutant."""

    name: str
    kind: str
    record: Record


def flip_bits(data: bytes, rng: Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice([1, 3, 10, 100])):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def truncate(data: bytes, rng: Random) -> bytes:
    return data[: len(data) * rng.randrange(100) // 100]


def swap_objects(data: bytes, rng: Random) -> bytes:
    """Two objects change their bodies, and keep their numbers."""
    found = list(_OBJECT.finditer(data))
    if len(found) < 2:
        return flip_bits(data, rng)
    one, other = sorted(rng.sample(found, 2), key=lambda match: match.start())
    bodies = [match.group().split(b"obj", 1) for match in (one, other)]
    first, second = bodies[0][0] + b"obj" + bodies[1][1], bodies[1][0] + b"obj" + bodies[0][1]
    return (
        data[: one.start()] + first + data[one.end() : other.start()] + second + data[other.end() :]
    )


def change_numbers(data: bytes, rng: Random) -> bytes:
    return _change(data, rng, _NUMBER, lambda: str(rng.choice(_NUMBERS)).encode())


def change_names(data: bytes, rng: Random) -> bytes:
    names = _NAME.findall(data) or [b"/Null"]
    return _change(data, rng, _NAME, lambda: rng.choice(names))


def move_blocks(data: bytes, rng: Random) -> bytes:
    """A block of bytes goes, comes twice, or stands elsewhere."""
    start, size = rng.randrange(len(data)), rng.choice([1, 16, 256, 4096])
    block, rest = data[start : start + size], data[:start] + data[start + size :]
    to = rng.randrange(len(rest) + 1)
    return rng.choice(
        [rest, data[:start] + block * 2 + data[start:], rest[:to] + block + rest[to:]]
    )


KINDS: dict[str, Callable[[bytes, Random], bytes]] = {
    "bits flipped": flip_bits,
    "cut short": truncate,
    "objects swapped": swap_objects,
    "numbers changed": change_numbers,
    "names changed": change_names,
    "blocks moved": move_blocks,
}


def unpack(data: bytes) -> bytes:
    """The file with its streams inflated, so that mutants reach what is in them."""

    def inflate(match: re.Match[bytes]) -> bytes:
        try:
            content = zlib.decompress(match["data"])
        except zlib.error:
            return match.group()
        return match["rest"] + b"stream\n" + content + b"\nendstream"

    return _FLATE.sub(inflate, data)


def mutants(originals: list[bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` mutants with their kind."""
    for number in range(count):
        rng = Random(f"{seed} {number}")
        data = rng.choice(originals)
        if rng.random() < 0.5:
            data = unpack(data)
        kind = list(KINDS)[number % len(KINDS)]
        yield kind, KINDS[kind](data, rng)


def read_all(
    cases: Iterator[tuple[str, bytes]], folder: Path, timeout_s: float = 20
) -> Iterator[Outcome]:
    """Read each case as the workflow would, one attempt each; records go below ``folder``.

    Raises:
        RecordError: a record is not what the merge accepts.
    """
    for number, (kind, data) in enumerate(cases):
        pdf = folder / "mutant.pdf"
        pdf.write_bytes(data)
        job = Job(
            str(pdf), pdf.name, f"m-{number:012x}", str(folder), timeout_s=timeout_s, retries=0
        )
        code = run_attempt(job)
        assert code == 0, f"mutant {number}: exit code {code}"
        yield Outcome(job.doc_id, kind, read_record(job.record))


def demo_drawings(folder: Path) -> list[bytes]:
    """The demo drawings that can be read, small ones: what is in the others is no drawing."""
    write_demo(folder)
    truth = json.loads((folder / "truth.json").read_text("utf-8"))["files"]
    paths = [folder / name for name, right in sorted(truth.items()) if right["success"]]
    return [path.read_bytes() for path in paths if path.stat().st_size < 300_000]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    outcomes: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    longest = highest = 0.0
    unknown = 0
    with tempfile.TemporaryDirectory() as temporary:
        originals = demo_drawings(Path(temporary, "demo"))
        cases = mutants(originals, options.count, options.seed)
        for name, kind, record in read_all(cases, Path(temporary)):
            code = record.error_code
            outcomes[kind][code or "read"] += 1
            longest = max(longest, record.process_time_s)
            highest = max(highest, record.memory_peak_mb or 0)
            if code and code.transient:
                unknown += code == ErrorCode.UNKNOWN
                print(f"{name} ({kind}): {code}: {record.error_message}", flush=True)
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    pdf = Path(temporary, "mutant.pdf").read_bytes()
                    (options.keep / f"{options.seed}-{name}-{code}.pdf").write_bytes(pdf)
    codes = sorted({code for counts in outcomes.values() for code in counts})
    rows = [[kind, *(str(counts[code]) for code in codes)] for kind, counts in outcomes.items()]
    print(table(["kind", *codes], rows))
    print(f"\nlongest {longest:.1f} s, highest memory {highest:.0f} MB, UNKNOWN {unknown}")
    return int(unknown > 0)


def _change(
    data: bytes, rng: Random, pattern: re.Pattern[bytes], new: Callable[[], bytes]
) -> bytes:
    found = list(pattern.finditer(data))
    for match in sorted(
        rng.sample(found, min(len(found), rng.choice([1, 2, 5]))),
        key=lambda match: -match.start(),
    ):
        data = data[: match.start()] + new() + data[match.end() :]
    return data


if __name__ == "__main__":
    sys.exit(main())
