"""The plots of the run report, as SVG."""

from __future__ import annotations

from typing import Any

import matplotlib
import pandas as pd

matplotlib.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from bomflow.files import atomic_path

GOOD, BAD, INK, GRID = "#2f6f8f", "#c0562f", "#333333", "#dddddd"
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
    """Seconds per drawing against its size in MB, successes and failures apart."""

    def draw(axes: Any) -> None:
        for success, color, label in ((True, GOOD, "read"), (False, BAD, "failed")):
            part = frame[frame["success"] == success]
            axes.scatter(
                part["file_size_mb"].clip(lower=1e-4),
                part["process_time_s"].clip(lower=1e-3),
                s=22,
                color=color,
                alpha=0.7,
                label=f"{label} ({len(part)})",
                rasterized=len(frame) > 2000,
            )
        axes.set(xscale="log", yscale="log", xlabel="file size (MB)", ylabel="time (s)")
        axes.legend(frameon=False)

    _save(draw, target)


def draw_memory(frame: pd.DataFrame, target: str) -> None:
    """How many drawings needed how much memory (peak of the worker, MB)."""

    def draw(axes: Any) -> None:
        peaks = frame.loc[frame["memory_peak_mb"] > 0, "memory_peak_mb"]
        axes.hist(peaks, bins=30, color=GOOD)
        axes.set(xlabel="peak memory of the worker (MB)", ylabel="drawings")
        axes.set_xlim(left=0)

    _save(draw, target)


def draw_throughput(frame: pd.DataFrame, target: str) -> None:
    """Drawings finished over the time since the first one."""

    def draw(axes: Any) -> None:
        times = frame["created_at"].sort_values()
        seconds = (times - times.min()).dt.total_seconds()
        axes.step([0, *seconds], range(len(seconds) + 1), where="post", color=GOOD)
        axes.set(xlabel="time since the first drawing (s)", ylabel="drawings finished")
        axes.set_ylim(bottom=0)

    _save(draw, target)


def draw_failures(failures: list[dict[str, Any]], target: str) -> None:
    """Failed drawings per error code."""

    def draw(axes: Any) -> None:
        if not failures:
            axes.text(0.5, 0.5, "No failed files", ha="center", va="center", fontsize=14)
            axes.set_axis_off()
            return
        codes = [entry["code"] for entry in reversed(failures)]
        counts = [entry["count"] for entry in reversed(failures)]
        axes.bar_label(axes.barh(codes, counts, color=BAD), padding=3)
        axes.set(xlabel="drawings")
        axes.grid(axis="y", visible=False)
        axes.xaxis.get_major_locator().set_params(integer=True)

    _save(draw, target)


def _save(draw: Any, target: str) -> None:
    with plt.rc_context(STYLE):
        figure: Figure
        figure, axes = plt.subplots(layout="constrained")
        draw(axes)
        with atomic_path(target) as temporary:
            figure.savefig(temporary, format="svg", dpi=150, metadata={"Date": None})
        plt.close(figure)
