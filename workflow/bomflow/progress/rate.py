"""How fast a run goes: a rolling average over samples taken at fixed times (R7.2)."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from statistics import mean, stdev

SAMPLE_EVERY_S = 30.0
KEPT_SAMPLES = 20
NEEDED_SAMPLES = 3
RESTING_SAMPLES = 2
#: Standard deviations on each side: four of five runs end within the spread.
SPREAD = 1.28
#: However uneven the samples, a run is not expected to become slower than this share of its rate.
SLOWEST = 0.2


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

    @property
    def rests(self) -> bool:
        """Whether no file was finished during the last samples: the average tells nothing now."""
        last = [done for _, done in self._points][-RESTING_SAMPLES - 1 :]
        return len(last) > RESTING_SAMPLES and last[0] == last[-1]

    def bounds(self, left: int) -> tuple[float, float] | None:
        """Least and most seconds that ``left`` files may take; None while it is being calculated.

        From how much the samples differ: sheets of very different sizes make it wide. Both the
        rate so far and the samples to come are uncertain, the latter less the more there are; and
        a rate that rises or falls may go on doing so.
        """
        rate = self.value
        if not rate:
            return None
        samples = [(b - a) / (end - start) for (start, a), (end, b) in pairwise(self._points)]
        to_come = max(left / rate / SAMPLE_EVERY_S, 1.0)
        chance = stdev(samples) ** 2 * (1 / len(samples) + 1 / to_come)
        half = len(samples) // 2
        drift = mean(samples[half:]) - mean(samples[:half])  # larger sheets, a busier machine
        error = SPREAD * (chance + drift**2 / 2) ** 0.5
        return left / (rate + error), left / max(rate - error, SLOWEST * rate)
