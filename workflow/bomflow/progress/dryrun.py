"""What a dry run would do, in a few lines whatever the number of jobs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from bomflow.progress.text import clean, count

MAX_REASONS = 12
_FINISHED = re.compile(r"Finished \(was: (.*)\)\Z", re.DOTALL)


class DryRun:
    """Counts the jobs of a dry run by rule and by reason; keeps no job."""

    def __init__(self) -> None:
        self._jobs: dict[str, int] = {}
        self._reasons: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def planned(self, jobs_by_rule: Mapping[str, int]) -> None:
        """Note how many jobs each rule would have."""
        self._jobs = {rule: int(n) for rule, n in jobs_by_rule.items() if rule != "total"}

    def job(self, rule: str, reason: str) -> None:
        """Count one job with Snakemake's text of why it would run."""
        reasons = self._reasons[rule]
        for kind in kinds_of_reason(reason):
            if kind in reasons or len(reasons) < MAX_REASONS:
                reasons[kind] += 1

    def summary(self) -> list[str]:
        """Return the lines to print."""
        if not self._jobs:
            return []
        width = max(len(rule) for rule in self._jobs)
        total = sum(self._jobs.values())
        lines = [f"Dry run: {count(total, 'job')} would run, nothing was changed."]
        for rule, number in self._jobs.items():
            why = "; ".join(
                kind if times == number else f"{kind} ({times:,})"
                for kind, times in self._reasons[rule].most_common()
            )
            tail = f"  {why}" if why else ""
            lines.append(f"  {clean(rule):<{width}}  {number:>7,}{tail}")
        lines.append("Add --verbose to see every job, leave out -n to run them.")
        return lines


def kinds_of_reason(reason: str) -> list[str]:
    """Return the kinds in Snakemake's reason, without the names of files.

    Snakemake joins parts by "; ", each "Kind: file, file". File names may hold any of these signs,
    so a part counts only if it begins like one of Snakemake's own (``snakemake.jobs.Reason``).
    """
    finished = _FINISHED.match(reason)
    text = finished.group(1) if finished else reason
    kinds = [short for start, short in _KINDS if re.search(rf"(?:\A|; ){start}", text)]
    return kinds or ([clean(text.split(":")[0], 60)] if text.strip() else [])


_KINDS = (
    ("Forced execution", "forced"),
    ("Rules with neither input nor output", "always run"),
    ("Rules with a run or shell declaration but no output", "always run"),
    ("Missing output files", "output missing"),
    ("Incomplete output files", "output incomplete"),
    ("Updated input files", "input newer"),
    ("Input files updated by another job", "input is made anew"),
    ("Set of input files has changed", "set of input files changed"),
    ("Code has changed", "code changed"),
    ("Params have changed", "settings or code digest changed"),
    ("Software environment definition has changed", "software environment changed"),
)
