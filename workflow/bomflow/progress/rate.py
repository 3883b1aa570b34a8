"""How fast a run goes: a rolling average over samples taken at fixed times (R7.2)."""

from __future__ import annotations

from collections import deque

SAMPLE_EVERY_S = 30.0
KEPT_SAMPLES = 20
NEEDED_SAMPLES = 3


class RollingRate:
    """Files per second over the last samples; unknown until there are enough of them."""

    def __init__(self, start: float) -> None:
        self._due = start + SAMPLE_EVERY_S
        # The first entry is where the first sample counts from, so it is one more than the samples.
        self._points: deque[tuple[float, int]] = deque([(start, 0)], maxlen=KEPT_SAMPLES + 1)

    def tick(self, now: float, done: int) -> None:
        """Take a sample of ``done`` files if one is due at ``now`` (seconds)."""
        if now >= self._due:
            self._points.append((now, done))
            # After a pause (a suspended machine) one sample, not one for each 30 s missed.
            self._due = max(self._due + SAMPLE_EVERY_S, now + SAMPLE_EVERY_S / 2)

    @property
    def value(self) -> float | None:
        """Files per second, or None while it is still being calculated."""
        if len(self._points) <= NEEDED_SAMPLES:
            return None
        (first, before), (last, after) = self._points[0], self._points[-1]
        return max(after - before, 0) / (last - first)
