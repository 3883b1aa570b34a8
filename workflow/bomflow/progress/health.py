"""Signs of life: who has not moved for a while. Pure; whoever looks gives the time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

#: Seconds without a sign of life after which a worker or a merge is reported (R7.3).
SILENCE_S = 60.0


@dataclass(slots=True)
class _Seen:
    sign: Hashable
    since: float


class Pulse:
    """Remembers for each key since when its sign (CPU time, file sizes, ...) has not changed."""

    def __init__(self) -> None:
        self._seen: dict[Hashable, _Seen] = {}

    def beat(self, key: Hashable, sign: Hashable, now: float) -> None:
        """Note the ``sign`` of ``key`` at ``now`` (seconds)."""
        seen = self._seen.get(key)
        if seen is None or seen.sign != sign:
            self._seen[key] = _Seen(sign, now)

    def silence(self, key: Hashable, now: float) -> float:
        """Return for how many seconds ``key`` has been silent; 0 for one never seen."""
        seen = self._seen.get(key)
        return now - seen.since if seen else 0.0

    def keep(self, keys: Iterable[Hashable]) -> None:
        """Forget everything but ``keys``."""
        wanted = set(keys)
        for key in [key for key in self._seen if key not in wanted]:
            del self._seen[key]
