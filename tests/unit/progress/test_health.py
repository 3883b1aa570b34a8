"""Signs of life."""

from __future__ import annotations

from bomflow.progress.health import Pulse


def test_silence_grows_until_the_sign_changes() -> None:
    pulse = Pulse()
    pulse.beat("a", 1, 0.0)
    pulse.beat("a", 1, 50.0)
    assert pulse.silence("a", 70.0) == 70.0
    pulse.beat("a", 2, 75.0)
    assert pulse.silence("a", 80.0) == 5.0


def test_the_unknown_are_not_silent_and_the_gone_are_forgotten() -> None:
    pulse = Pulse()
    assert pulse.silence("a", 1000.0) == 0.0
    pulse.beat("a", 1, 0.0)
    pulse.beat("b", 1, 0.0)
    pulse.keep(["b"])
    assert pulse.silence("a", 100.0) == 0.0
    assert pulse.silence("b", 100.0) == 100.0
