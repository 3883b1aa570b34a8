"""Draw the pictures of docs/ from the bundled demo drawings: `python scripts/docs_pictures.py`.

Needs Chromium for the pages, and Datasette for its picture; what is missing is said and left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DEMO = ROOT / "resources" / "demo"
LIST = DEMO / "KKS 1LBA" / "1LBA10BQ001.pdf"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or ""
PORT = 8737


def run(*command: str | Path) -> None:
    """Run a command from the repository's root; it must succeed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "workflow")}
    subprocess.run(list(map(str, command)), cwd=ROOT, check=True, env=environment)


def shoot(url: str, target: str, size: str = "1400,900") -> None:
    """A picture of a page as ``docs/<target>``."""
    if not BROWSER:
        print(f"no Chromium: docs/{target} stays as it is", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as profile:
        run(
            BROWSER, "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={size}",
            f"--user-data-dir={profile}", "--virtual-time-budget=5000",
            f"--screenshot={DOCS / target}", url,
        )  # fmt: skip


def main() -> None:
    """Draw all pictures."""
    run(sys.executable, "-m", "drawgen", "demo", DEMO)
    run(sys.executable, "-m", "bomflow", "extract", LIST, "--json", "/dev/null",
        "--image", DOCS / "read.png")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        run("snakemake", "--profile", "epyc", "--directory", folder, "--config",
            f"input_dir={DEMO}", "review=all")  # fmt: skip
        results = Path(folder) / "results"
        shoot(f"{(results / 'review' / 'index.html').as_uri()}#4", "review.png")
        shoot((results / "report" / "overview.html").as_uri(), "report.png", "1250,1500")
        datasette(results / "bom.sqlite")


def wait_for(url: str, seconds: float = 60) -> None:
    """Return as soon as something answers at ``url``."""
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=seconds).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def datasette(database: Path) -> None:
    """A picture of the database in Datasette."""
    program = shutil.which("datasette")
    if not program:
        print("no Datasette: docs/datasette.png stays as it is", file=sys.stderr)
        return
    metadata = DOCS / "datasette.yaml"
    server = subprocess.Popen(
        [program, "-i", str(database), "--metadata", str(metadata), "--port", str(PORT)]
    )
    page = f"http://localhost:{PORT}/bom/bom_data?_search=spring"
    try:
        wait_for(page)
        shoot(page, "datasette.png", "1250,800")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
