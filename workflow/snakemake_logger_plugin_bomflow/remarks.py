"""What Snakemake says in plain text, sorted by what it means to a person (Snakemake 9.27)."""

from __future__ import annotations

import re
from enum import Enum, auto

#: The start of the error that ends a run after a job failed.
FAILED = "Exiting because a job execution failed"
#: What it adds after a run that was stopped by hand, which is no error.
INCOMPLETE = "At least one job did not complete successfully"
#: Characters shown of the list of input files in an error: a merge has thousands.
MAX_INPUTS = 300

_RESTART = re.compile(r"Trying to restart job (\d+)\.")
_LOG_AT = "Complete log(s): "
#: Snakemake's own remarks that tell the person nothing; they stay in .snakemake/log.
_CHATTER = re.compile(
    r"None\Z|\Z|Assuming unrestricted shared|Using shell:|Provided |Rules claiming|Select jobs"
    r"|Execute \d+ jobs|Processed \d+ potential|Group jobs: inactive|Conda environments: ignored"
    r"|Singularity containers: ignored|Shutting down, this|Removing output files of failed job"
    r"|Complete log|Elapsed time:|Touching output file|Removing temporary output"
    r"|Loading trusted IOCache|host: |Waiting for queue input|Job rate limit reached"
    r"|.*provenance/metadata so that|This was a dry-run|Some jobs were triggered by provenance"
    r"|Rules with provenance triggered|Trying to restart|Reasons:\n|Loading script code for rule"
    r"|Missing metadata for file"
)
#: What it says when --report finds no run, or one of a version that made other files.
_NO_REPORT = re.compile(
    r"marked for report but does not exist|Problems with \"include\" directive path"
)
_RUN_FIRST = (
    "There is no complete run of this version to report on. Type the same command without --report "
    "first; what is finished is not done again."
)


class Remark(Enum):
    """What a remark is about."""

    STOP_NOW = auto()  # running jobs are ended
    STOPPING = auto()  # running jobs may end
    NOTHING = auto()  # all is there
    PLANNING = auto()
    CHATTER = auto()
    OTHER = auto()


_STARTS = (
    ("Terminating processes on user request", Remark.STOP_NOW),
    ("Will exit after finishing currently running", Remark.STOPPING),
    ("Nothing to be done", Remark.NOTHING),
    ("Building DAG", Remark.PLANNING),
)


def remark_of(text: str) -> Remark:
    """What a remark is about."""
    for start, remark in _STARTS:
        if text.startswith(start):
            return remark
    return Remark.CHATTER if _CHATTER.match(text) else Remark.OTHER


def restarted_job(text: str) -> int | None:
    """The number of the job that a remark says is tried again."""
    restart = _RESTART.match(text)
    return int(restart.group(1)) if restart else None


def full_log(text: str) -> str:
    """The path of Snakemake's own log if a remark tells it, else ''."""
    return text.removeprefix(_LOG_AT) if text.startswith(_LOG_AT) else ""


def advice(error: str) -> str:
    """An error as the person should read it: what to do where Snakemake only tells what broke."""
    return _RUN_FIRST if _NO_REPORT.search(error) else error


def shortened(error: str) -> str:
    """Cut the list of input files in the text of a job's error; Snakemake's log has the whole."""
    return "\n".join(
        f"{line[:MAX_INPUTS]} ... (all of them in .snakemake/log)"
        if line.startswith("    input: ") and len(line) > MAX_INPUTS
        else line
        for line in error.split("\n")
    )
