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


def test_even_samples_give_a_narrow_spread_and_uneven_ones_a_wide_one() -> None:
    def bounds(*samples: int) -> tuple[float, float]:
        rate, done = RollingRate(0.0), 0
        for number, sample in enumerate(samples, start=1):
            done += sample
            rate.tick(30.0 * number, done)
        low, high = rate.bounds(1000) or (0.0, 0.0)
        assert low <= 1000 / (rate.value or 1.0) <= high
        return low, high

    low, high = bounds(300, 300, 300, 300)
    assert low == high == 100.0
    narrow, wide = bounds(290, 310, 290, 310), bounds(50, 600, 40, 510)
    assert wide[1] - wide[0] > 5 * (narrow[1] - narrow[0]) > 0
    assert RollingRate(0.0).bounds(10) is None


def test_no_file_during_the_last_minute() -> None:
    """The average of the minutes before says nothing of a worker that is stuck."""
    rate = RollingRate(0.0)
    run(rate, 300, 2.0)
    assert not rate.rests
    rate.tick(330.0, 600)
    assert not rate.rests
    rate.tick(360.0, 600)
    assert rate.rests
    rate.tick(390.0, 601)
    assert not rate.rests
