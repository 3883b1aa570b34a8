"""The rolling rate of R7.2: samples every 30 s, the last 20 of them, nothing before 3."""

from __future__ import annotations

import pytest

from bomflow.progress.rate import RollingRate


def run(rate: RollingRate, until: float, files_per_s: float, start: float = 0.0) -> None:
    second = start
    while second <= until:
        rate.tick(second, int(second * files_per_s))
        second += 1.0


def test_calculating_before_three_samples() -> None:
    rate = RollingRate(0.0)
    run(rate, 89, 2.0)
    assert rate.value is None
    run(rate, 90, 2.0, 90)
    assert rate.value == pytest.approx(2.0)


def test_only_the_last_twenty_samples_count() -> None:
    rate = RollingRate(0.0)
    for sample in range(1, 101):  # 100 files in each of 100 samples
        rate.tick(sample * 30.0, sample * 100)
    assert rate.value == pytest.approx(100 / 30)
    for sample in range(1, 20):  # then nothing: one fast sample is still in the window
        rate.tick(3000 + sample * 30.0, 10_000)
    assert rate.value == pytest.approx(100 / 600)
    rate.tick(3600.0, 10_000)
    assert rate.value == 0.0


def test_a_pause_is_one_sample() -> None:
    rate = RollingRate(0.0)
    run(rate, 60, 1.0)
    rate.tick(100_000.0, 60)
    assert rate.value == pytest.approx(60 / 100_000)


def test_late_ticks_do_not_bend_the_rate() -> None:
    rate = RollingRate(0.0)
    for at in (37.0, 64.0, 99.0, 125.0):
        rate.tick(at, int(at * 10))
    assert rate.value == pytest.approx(10.0, rel=0.01)
