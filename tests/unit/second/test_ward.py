"""Work that takes too much time or memory is given up, and what was there before comes back."""

from __future__ import annotations

import contextlib
import resource
import signal
import subprocess
import sys
import threading
import time

import pytest

from bomflow.second.ward import GivenUp, bounded


def test_work_that_takes_too_long_is_given_up() -> None:
    started = time.monotonic()
    with pytest.raises(GivenUp), bounded(0.1):
        while True:
            pass
    assert time.monotonic() - started < 5


def test_no_handler_of_a_library_stops_the_alarm() -> None:
    with pytest.raises(GivenUp), bounded(60, 0.1):
        while True:
            with contextlib.suppress(Exception):
                time.sleep(5)


def test_an_alarm_that_was_swallowed_comes_again() -> None:
    caught = 0
    with pytest.raises(GivenUp), bounded(60, 0.1):
        while True:
            try:
                time.sleep(5)
            except GivenUp:
                caught += 1
                if caught == 2:
                    raise
    assert caught == 2


def test_limits_and_alarm_are_put_back() -> None:
    limit = resource.getrlimit(resource.RLIMIT_DATA)
    handler = signal.getsignal(signal.SIGALRM)
    with bounded(60):
        pass
    assert resource.getrlimit(resource.RLIMIT_DATA) == limit
    assert signal.getsignal(signal.SIGALRM) is handler
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_waiting_for_a_busy_machine_costs_no_time() -> None:
    with bounded(0.2):
        time.sleep(0.5)


def test_elsewhere_than_in_the_main_thread_work_goes_on_unbounded() -> None:
    done = []

    def work() -> None:
        with bounded(0.01):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_memory_ends_before_the_limit_of_the_process_does() -> None:
    program = """
from bomflow.extract.limits import limit_memory
from bomflow.second.ward import bounded
limit_memory(300)
try:
    with bounded(60):
        bytearray(240 * 1024 * 1024)
except MemoryError:
    bytearray(240 * 1024 * 1024)
    print("enough outside")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("enough outside\n", "")
