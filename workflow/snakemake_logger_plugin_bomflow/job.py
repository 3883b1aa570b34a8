"""The job of one of Snakemake's records."""

from __future__ import annotations

import time
from typing import Any

from bomflow.progress.jobs import JOIN, SHARD
from bomflow.progress.snapshot import Job
from bomflow.progress.text import clean


def job_of(record: Any) -> Job:
    """Return the job of a JOB_INFO record, labelled by what a person knows it by."""
    wildcards = dict(record.wildcards or {})
    doc_id, shard = str(wildcards.get("doc_id", "")), str(wildcards.get("shard", ""))
    label = record.rule_name
    if doc_id:
        label = clean(doc_id, 200)
    elif record.rule_name == SHARD:
        label = f"shard {clean(shard, 20)}"
    elif record.rule_name == JOIN:
        label = "the join of the shards"
    return Job(
        record.jobid,
        record.rule_name,
        label,
        doc_id,
        shard,
        tuple(record.log or ()),
        command=str(record.shellcmd or ""),
        since=time.monotonic(),
    )
