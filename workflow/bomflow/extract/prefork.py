"""Pre-started workers: a small process that has everything loaded and forks a worker per drawing.

Starting an interpreter and importing the reader costs more than reading a light sheet. Each drawing
still has a watcher and a reader of its own, with the limits and the time-out that
``scripts/extract.py`` gives them (both call ``run_attempt``); only the start is shared.

Whoever starts this process gives it a Unix socket as standard input and sends one message per
drawing over it (``ask``): the arguments of ``scripts/extract.py`` as JSON, together with a socket
on which the worker gives back one byte, its exit code. An end of that socket without a byte means
that the worker was killed; an end of standard input, that the run is over.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from typing import NoReturn

from bomflow.extract.job import Job
from bomflow.extract.limits import set_command_line
from bomflow.extract.watch import Terminated
from bomflow.extract.worker import EXIT_RETRY, run_job

_COMMAND_LINE = "-" * 400  # room for the command line that a worker shows
_MESSAGE_BYTES = 200_000  # above what a command line may hold

# A page with a word of a header and one of a code: what reads it reads drawings.
_SAMPLE = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 5 0 R
/Resources <</Font <</F 4 0 R>>>>>> endobj
4 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
5 0 obj <</Length 314>> stream
BT /F 8 Tf 1 0 0 1 50 300 Tm (POS) Tj 1 0 0 1 90 300 Tm (QTY) Tj 1 0 0 1 130 300 Tm (DESCRIPTION) Tj
1 0 0 1 220 300 Tm (PART NUMBER) Tj 1 0 0 1 50 285 Tm (1) Tj 1 0 0 1 90 285 Tm (2) Tj
1 0 0 1 130 285 Tm (HEX NUT M12) Tj 1 0 0 1 220 285 Tm (100-200) Tj
1 0 0 1 50 100 Tm (1LBA10BQ001) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
"""


def start() -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start the process; it works in the current folder and ends when the socket is closed."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    # -P: the current folder is one of results, nothing is imported from there.
    command = [sys.executable, "-P", "-m", "bomflow.extract.prefork", _COMMAND_LINE]
    with theirs:
        return subprocess.Popen(command, stdin=theirs.fileno()), ours


def ask(control: socket.socket, arguments: list[str]) -> int | None:
    """Have a worker forked for one drawing and wait for its exit code; None if it was killed.

    Several threads may ask at once.

    Raises:
        OSError: the process is gone; nothing was started.
    """
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            socket.send_fds(control, [json.dumps(arguments).encode()], [theirs.fileno()])
        code = ours.recv(1)
    return code[0] if code else None


def serve(control: socket.socket) -> None:
    """Fork a worker for every message that comes in, until no more can come."""
    # Ctrl-C is for the workers, as this process was told to take it; the run ends this one.
    on_ctrl_c = signal.signal(signal.SIGINT, signal.SIG_IGN)
    workers: set[int] = set()
    while True:
        message, handles, _, _ = socket.recv_fds(control, _MESSAGE_BYTES, 1)
        # Waited for, so that what they used counts as used by this process.
        while workers and (ended := os.waitpid(-1, os.WNOHANG)[0]):
            workers.remove(ended)
        if not message:
            break
        job = Job.from_options(json.loads(message))
        if "bomflow.extract.document" not in sys.modules:
            _warm_up(job.settings)
        worker = os.fork()
        if worker == 0:
            control.close()
            signal.signal(signal.SIGINT, on_ctrl_c)
            _work(job, socket.socket(fileno=handles[0]))
        workers.add(worker)
        os.close(handles[0])
    for worker in workers:
        os.kill(worker, signal.SIGTERM)
    for _ in workers:
        os.wait()


def _warm_up(settings: str) -> None:
    """Read a sheet, so that what every reader needs is loaded, compiled and cached once for all."""
    import hashlib  # noqa: F401

    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings

    sheet = os.memfd_create("sample.pdf")
    try:
        os.write(sheet, _SAMPLE)
        read_document(f"/proc/self/fd/{sheet}", ReadSettings.from_json(settings))
    except (TypeError, ValueError):
        pass  # settings that cannot be used: the attempts will say so
    finally:
        os.close(sheet)
    gc.collect()
    gc.freeze()  # the collector leaves these objects alone, so their memory stays shared


def _work(job: Job, answer: socket.socket) -> NoReturn:
    """In the forked process: one attempt at one drawing, its exit code, the end."""
    code = EXIT_RETRY
    try:
        set_command_line(["extract", "--doc-id", job.doc_id])  # progress knows workers by it
        code = run_job(job)
    except (KeyboardInterrupt, Terminated):
        pass  # at the last moment
    except BaseException:
        traceback.print_exc()
    finally:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        answer.sendall(bytes([code]))
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Serve whoever holds the other end of standard input."""
    with socket.socket(fileno=os.dup(0)) as control:
        with open(os.devnull) as nothing:
            os.dup2(nothing.fileno(), 0)
        serve(control)


if __name__ == "__main__":
    main()
