"""Pictures of many drawings, side by side: one process per drawing, under limits."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Mapping, Sequence
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from typing import NamedTuple

from bomflow.extract.limits import die_with_parent, limit_memory
from bomflow.review.pictures import Shot, take

LOOK_EVERY_S = 1.0


class _Running(NamedTuple):
    process: ForkProcess
    pdf: str
    since: float


def render(
    drawings: Mapping[str, Sequence[Shot]], *, workers: int, memory_mb: int, timeout_s: float
) -> dict[str, str]:
    """Take the shots of each PDF (by path), ``workers`` drawings at a time.

    A drawing that dies, hangs or needs too much memory costs its own pictures, nothing else.

    Returns:
        Why there are no pictures, by the PDF's path, of those that failed.
    """
    pending = list(drawings.items())[::-1]
    running: dict[int, _Running] = {}
    failed: dict[str, str] = {}
    context = multiprocessing.get_context("fork")
    while pending or running:
        while pending and len(running) < workers:
            pdf, shots = pending.pop()
            process = context.Process(target=_work, args=(pdf, shots, memory_mb))
            process.start()
            running[process.sentinel] = _Running(process, pdf, time.monotonic())
        ended = set(wait(list(running), LOOK_EVERY_S))
        for sentinel, (process, pdf, since) in list(running.items()):
            if sentinel in ended:
                process.join()
                if process.exitcode:
                    failed[pdf] = "the drawing could not be rendered within the limits"
            elif time.monotonic() - since > timeout_s:
                process.kill()
                process.join()
                failed[pdf] = f"the drawing was not rendered within {timeout_s:g} s"
            else:
                continue
            process.close()
            del running[sentinel]
    return failed


def _work(pdf: str, shots: Sequence[Shot], memory_mb: int) -> None:
    """Take the shots in a process that may die of it."""
    die_with_parent()
    limit_memory(memory_mb)
    try:
        take(pdf, shots)
    except BaseException as error:
        print(f"{pdf}: {type(error).__name__}: {error}", file=sys.stderr)
        sys.stderr.flush()
        os._exit(1)
