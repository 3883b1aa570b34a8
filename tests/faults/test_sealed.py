"""What a reader may do to the machine: read its drawing and write below the results, nothing else.

A tracer watches every system call of a whole attempt, of one drawing that asks for more than that.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drawgen import broken
from project import ROOT
from rawsheet import parts_list

STRACE = shutil.which("strace")
CALLS = "execve,execveat,socket,connect,bind,sendto,open,openat,creat,rename,renameat,renameat2"
CALLS += ",unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,symlinkat,chmod,truncate,ptrace"
ACTIONS = (
    b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) /Next ["
    b"<< /S /Launch /F (/bin/touch) >> << /S /URI /URI (http://127.0.0.1:9/) >> "
    b"<< /S /GoToR /F (/etc/passwd) /D [0 /Fit] >> << /S /SubmitForm /F (http://127.0.0.1:9/) >> "
    b"<< /S /ImportData /F (/etc/passwd) >>] >>"
)


def drawing() -> bytes:
    """A parts list with actions of every kind and a picture that lies in another file."""
    data = parts_list([["1", "100001", "2", "calm", "1,5"]])
    return data.replace(b"/Type /Catalog", ACTIONS, 1)  # the engine repairs the offsets


def external() -> bytes:
    """A page of which the content lies elsewhere."""
    return broken.pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 600] /Contents 4 0 R >>",
            "<< /Length 0 /F (/etc/hostname) >>\nstream\n\nendstream",
        ]
    )


@pytest.mark.skipif(not STRACE, reason="needs strace")
@pytest.mark.parametrize(("make", "code"), [(drawing, None), (external, "NO_TEXT")])
def test_the_tracer_sees_nothing_else(make: object, code: str | None, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(make())  # type: ignore[operator]
    results, trace = tmp_path / "results", tmp_path / "trace"
    options = {
        "doc-id": "a-0123456789ab", "input-dir": tmp_path / "in", "file": "a.pdf",
        "results": results, "key": "k", "settings": "{}", "memory-mb": 512, "timeout-s": 60,
        "max-file-size-mb": 100, "retries": 0, "attempt": 1,
    }  # fmt: skip
    arguments = [str(part) for key, value in options.items() for part in (f"--{key}", value)]
    command = [sys.executable, "-B", str(ROOT / "scripts" / "extract.py"), *arguments]
    traced = [str(STRACE), "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(trace)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "workflow")}
    ended = subprocess.run([*traced, *command], env=environment, capture_output=True, text=True)
    if ended.returncode and "ptrace" in ended.stderr.lower():
        pytest.skip("tracing is not allowed here")
    assert ended.returncode == 0, ended.stderr
    record = json.loads((results / "extract" / "a-0123456789ab.json").read_text("utf-8"))
    assert record["error_code"] == code

    calls = [line.split(" ", 1)[1].lstrip() for line in trace.read_text().splitlines()]
    started = [call for call in calls if call.startswith(("execve(", "execveat("))]
    assert len(started) == 1, started
    network = ("socket(", "connect(", "bind(", "sendto(", "ptrace(")
    assert [call for call in calls if call.startswith(network)] == []
    changing = [
        call
        for call in calls
        if re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND)", call)
        or call.startswith(("creat", "rename", "unlink", "mkdir", "link", "sym", "chmod", "trunc"))
    ]
    assert changing
    elsewhere = [call for call in changing if f'"{results}' not in call and "/dev/null" not in call]
    assert elsewhere == []
    outside = [call for call in calls if "/etc/passwd" in call or "/etc/hostname" in call]
    assert outside == []


def in_namespace(*options: str) -> bool:
    return (
        bool(shutil.which("unshare"))
        and subprocess.run(["unshare", *options, "true"], capture_output=True).returncode == 0
    )


@pytest.mark.skipif(not in_namespace("-rn"), reason="needs network namespaces")
def test_without_any_network_everything_works(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawing())
    command = ["unshare", "-rn", sys.executable, "-m", "bomflow", "extract", "a.pdf"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "workflow")}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["rows_count"] == 1
