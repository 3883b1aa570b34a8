"""The plots of the run report, as SVG."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from typing import Any

import matplotlib
import pandas as pd

matplotlib.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullFormatter, NullLocator

from bomflow.files import atomic_path

GOOD, BAD, INK, GRID = "#2f6f8f", "#c0562f", "#333333", "#dddddd"
PLAIN = FuncFormatter(lambda value, _: f"{value:,.10g}")  # 0.01 and 1,000, not powers of ten
STYLE: dict[Any, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": GRID,
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.figsize": (8, 4.2),
    "font.size": 11,
    "grid.color": GRID,
    "svg.fonttype": "none",
    "svg.hashsalt": "bomflow",  # equal data, equal file
}


def draw_duration(frame: pd.DataFrame, target: str) -> None:
    """Seconds per drawing against its size in MB and against what is drawn on it."""

    def draw(figure: Figure) -> None:
        panels = figure.subplots(1, 2, sharey=True)
        for axes, column, label, least in (
            (panels[0], "file_size_mb", "file size (MB)", 1e-3),
            (panels[1], "segments", "objects drawn on its pages", 1),
        ):
            for success, color, name in ((True, GOOD, "read"), (False, BAD, "failed")):
                part = frame[frame["success"] == success]
                axes.scatter(
                    part[column].clip(lower=least),
                    part["process_time_s"].clip(lower=1e-3),
                    s=14,
                    color=color,
                    alpha=0.6,
                    linewidths=0,
                    label=f"{name} ({len(part):,})",
                    rasterized=len(frame) > 1000,
                )
            axes.set(xscale="log", yscale="log", xlabel=label)
            for axis in (axes.xaxis, axes.yaxis):
                least, most = axis.get_view_interval()
                few = most < 100 * least  # one or two decades: 1 and 10 alone would say too little
                axis.set_major_locator(LogLocator(subs=(1, 2, 5) if few else (1,), numticks=6))
                axis.set_major_formatter(PLAIN)
                axis.set_minor_formatter(NullFormatter())
        panels[0].set_ylabel("time (s)")
        panels[0].legend(loc="upper left", framealpha=0.9, edgecolor=GRID)

    _save(draw, target)


def draw_memory(frame: pd.DataFrame, target: str, limit_mb: float | None = None) -> None:
    """How many drawings needed how much memory, beside the ``limit_mb`` of a worker."""

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        peaks = frame.loc[frame["memory_peak_mb"] > 0, "memory_peak_mb"]
        # Doubling from bar to bar of eight: workers of 30 MB beside a limit of 1000 are seen too.
        lowest, highest = 16, max(limit_mb or 0, *peaks, 64)
        edges = [lowest * 2 ** (n / 8) for n in range(math.ceil(8 * math.log2(highest / 16)) + 2)]
        axes.hist(peaks.clip(lower=lowest), bins=edges, color=GOOD, log=len(peaks) > 200)
        axes.set_xscale("log", base=2)
        axes.xaxis.set_major_formatter(PLAIN)
        axes.xaxis.set_minor_locator(NullLocator())
        if limit_mb:
            axes.axvline(limit_mb, color=BAD, linestyle="--", linewidth=1.5)
            axes.annotate(
                f"limit of a worker: {limit_mb:.0f} MB ",
                (limit_mb, 0.95),
                xycoords=("data", "axes fraction"),
                ha="right",
                va="top",
                color=BAD,
            )
        axes.set(
            xlabel="peak memory of the worker (MB)",
            ylabel="drawings",
            xlim=edges[:: len(edges) - 1],
        )

    _save(draw, target)


def draw_throughput(frame: pd.DataFrame, target: str) -> None:
    """Drawings finished over the time since the first one, and how many a minute."""

    def draw(figure: Figure) -> None:
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
        rates = throughput(frame)
        above.step([0, *rates["minute"]], [0, *rates["finished"]], where="post", color=GOOD)
        above.set_ylabel("drawings finished")
        above.set_ylim(bottom=0)
        width = rates["minute"].diff().median() if len(rates) > 1 else 1.0
        below.bar(rates["minute"], rates["per_minute"], width=-width, align="edge", color=GOOD)
        below.set(xlabel="time since the first drawing (min)", ylabel="drawings / min")

    _save(draw, target)


def throughput(frame: pd.DataFrame, slices: int = 60) -> pd.DataFrame:
    """Drawings finished, in equal slices of the run: end of the slice in minutes, total, rate."""
    times = frame["created_at"].sort_values()
    minutes = (times - times.min()).dt.total_seconds() / 60
    step = max(minutes.max() / slices, 1 / 60) if len(minutes) else 1.0
    number = (minutes // step).astype(int)
    counts = number.value_counts().reindex(range(number.max() + 1), fill_value=0)
    return pd.DataFrame(
        {
            "minute": [(index + 1) * step for index in counts.index],
            "finished": counts.cumsum().to_numpy(),
            "per_minute": counts.to_numpy() / step,
        }
    )


def draw_failures(failures: list[dict[str, Any]], target: str) -> None:
    """Failed drawings per error code."""

    def draw(figure: Figure) -> None:
        axes = figure.subplots()
        if not failures:
            axes.text(0.5, 0.5, "No failed files", ha="center", va="center", fontsize=14)
            axes.set_axis_off()
            return
        codes = [entry["code"] for entry in reversed(failures)]
        counts = [entry["count"] for entry in reversed(failures)]
        axes.bar_label(axes.barh(codes, counts, color=BAD), padding=3)
        axes.set(xlabel="drawings")
        axes.grid(axis="y", visible=False)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))

    _save(draw, target)


def write_data(frame: pd.DataFrame, failures: list[dict[str, Any]], folder: str) -> None:
    """Write what each figure shows as ``<figure>.csv`` beside it."""
    tables = {
        "duration": frame[["filename", "success", "file_size_mb", "segments", "process_time_s"]],
        "memory": frame[["filename", "memory_peak_mb"]],
        "throughput": throughput(frame),
        "failures": pd.DataFrame(
            [(entry["code"], entry["count"]) for entry in failures], columns=["code", "drawings"]
        ),
    }
    for name, table in tables.items():
        with atomic_path(os.path.join(folder, f"{name}.csv")) as temporary:
            table.to_csv(temporary, index=False)


def _save(draw: Callable[[Figure], None], target: str) -> None:
    with plt.rc_context(STYLE):
        figure = plt.figure(layout="constrained")
        draw(figure)
        with atomic_path(target) as temporary:
            figure.savefig(temporary, format="svg", dpi=150, metadata={"Date": None})
        plt.close(figure)
