"""Bounds of time and memory around work that may be given up without harm."""

from __future__ import annotations

import math
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bomflow.extract.limits import MB, memory_mb

_TIMERS = {signal.SIGPROF: signal.ITIMER_PROF, signal.SIGALRM: signal.ITIMER_REAL}
_AGAIN_S = 0.5  # an alarm that a finalizer swallowed comes again
_ROOM_SHARE = 0.5
_MEMORY_SHARE = 0.8  # of the process's limit


class GivenUp(BaseException):
    """Time is over. No Exception, so that no handler of a library takes it for its own."""


def has_room() -> bool:
    """Whether loading a page once more fits into the memory limit: the peak so far leaves it."""
    soft, _ = resource.getrlimit(resource.RLIMIT_DATA)
    if soft == resource.RLIM_INFINITY:
        return True
    return memory_mb()[1] * MB <= _ROOM_SHARE * soft


@contextmanager
def bounded(cpu_s: float, wall_s: float = math.inf) -> Iterator[None]:
    """End the block with GivenUp after ``cpu_s`` seconds of CPU or ``wall_s`` seconds, with
    MemoryError near the memory limit.

    CPU time, so that what is read does not depend on what else the machine does.
    For Python code in the main thread of the process (elsewhere nothing is bounded). Allocations
    of the PDF engine must not happen inside: it aborts where Python raises.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    before = {number: signal.signal(number, _give_up) for number in _TIMERS}
    try:
        if soft != resource.RLIM_INFINITY:
            resource.setrlimit(resource.RLIMIT_DATA, (int(_MEMORY_SHARE * soft), hard))
        signal.setitimer(signal.ITIMER_PROF, max(cpu_s, 1e-3), _AGAIN_S)
        if wall_s < math.inf:
            signal.setitimer(signal.ITIMER_REAL, max(wall_s, 1e-3), _AGAIN_S)
        yield
    finally:
        for number, timer in _TIMERS.items():
            signal.setitimer(timer, 0)
            signal.signal(number, before[number])
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _give_up(number: int, frame: object) -> None:
    raise GivenUp
