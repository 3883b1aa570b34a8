# What all rules share: checked configuration, drawings found, limits of this run, digests of the code.
import compileall
import hashlib
import json
import os
import shlex
import sys
from pathlib import Path

import bomflow
from bomflow.config import ConfigError, complete, read_settings
from bomflow.digest import stage_digest
from bomflow.discover import DiscoveryError, list_documents, locate_file, locate_input
from bomflow.export import parquet
from bomflow.extract.attempts import count_all_failures
from bomflow.extract.finished import forget_all
from bomflow.host import detect_host
from bomflow.lifetime import end_jobs_on_signal
from bomflow.passwords import PasswordsError, use_passwords
from bomflow.plan import make_plan
from bomflow.review.corrections import (
    CorrectionsError,
    corrections_files,
    read_corrections,
)
from bomflow.run import CannotWrite, RunLocked, check_writable, start_run
from snakemake_executor_plugin_bomflow.lighten import lighten, spare_pandas

spare_pandas()

# This checkout, also where another workflow uses it as a module.
ROOT = os.path.dirname(workflow.current_basedir.get_path_or_uri(secret_free=True))
if not Path(bomflow.__file__).is_relative_to(ROOT):
    raise WorkflowError(
        f"This environment belongs to another checkout ({Path(bomflow.__file__).parents[2]}). "
        f"Use the one that `make run` makes in {ROOT}/.venv."
    )

PYTHON = sys.executable
SCRIPTS = f"{ROOT}/scripts"
RESULTS = "results"
DATABASE = f"{RESULTS}/bom.sqlite"
EXPORTS = [
    f"{RESULTS}/extracted_bom.csv",
    f"{RESULTS}/extraction_summary.csv",
    f"{RESULTS}/bom.xlsx",
]
FURTHER_EXPORTS = {
    "csv_de": f"{RESULTS}/extracted_bom_de.csv",
    "parquet": f"{RESULTS}/bom.parquet",
}
FAILURES = {
    "text": f"{RESULTS}/bom_extraction_failures.txt",
    "table": f"{RESULTS}/failures.csv",
}

try:
    check_writable(RESULTS)
    config = complete(config)
    INPUT_DIR = locate_input(config["input_dir"], workflow.rundir, ROOT)
    DOCUMENTS = {
        document.doc_id: document
        for document in list_documents(INPUT_DIR, config["max_files"])
    }
    PASSWORDS = use_passwords(
        locate_file(config["extract"]["passwords"], workflow.rundir, ROOT)
    )
    CORRECTIONS = corrections_files(
        locate_file(config["corrections"], workflow.rundir, ROOT)
    )
    read_corrections(
        CORRECTIONS
    )  # a file that cannot be used is told before work starts
except (
    CannotWrite,
    ConfigError,
    CorrectionsError,
    DiscoveryError,
    PasswordsError,
) as error:
    raise WorkflowError(str(error))
if "parquet" in config["formats"] and not parquet.available():
    raise WorkflowError(
        "formats: parquet needs pyarrow, which is not installed by default: "
        f"{PYTHON} -m pip install pyarrow"
    )

SHARDS = range(config["merge"]["shards"])
SHARD_FILES = [f"{RESULTS}/shards/shard-{shard}.sqlite" for shard in SHARDS]
PLAN = make_plan(
    detect_host(config["cpu"]["total_cores"], config["memory"]["total_gb"]),
    documents=len(DOCUMENTS),
    asked_cores=workflow.global_resources["_cores"].value,
    cpu=config["cpu"],
    memory=config["memory"],
)
# Scheduling limits follow from the configuration, so they are set here and not in the profile: they
# hold whichever way Snakemake is called.
workflow.register_resource("mem_mb", PLAN.budget_mb)
workflow.register_resource("worker", PLAN.workers)


wildcard_constraints:
    doc_id="[a-z0-9-]+-[0-9a-f]{12}",
    shard="|".join(map(str, SHARDS)),


EXTRACT_CODE = stage_digest(
    "bomflow.extract.worker",
    "bomflow.extract.document",
    packages=("pypdfium2", "pdfplumber", "pdfminer.six"),
)
READ_SETTINGS = json.dumps(read_settings(config), sort_keys=True)
SETTINGS_DIGEST = hashlib.sha256((READ_SETTINGS + PASSWORDS).encode()).hexdigest()[:16]
# What a record depends on: drawing, settings and code. Failures count while all three stay the same.
KEYS = {
    doc_id: f"{document.fingerprint}-{SETTINGS_DIGEST}-{EXTRACT_CODE}"
    for doc_id, document in DOCUMENTS.items()
}
FAILED_BEFORE = count_all_failures(f"{RESULTS}/attempts", KEYS)


def record_of(doc_id):
    return f"{RESULTS}/extract/{doc_id}.json"


def lost_records():
    """Records that someone removed: Snakemake does not miss them while their shard is there.

    Asked for all others as well, it would keep an edge to each in memory.
    """
    there = [os.path.exists(shard) for shard in SHARD_FILES]
    records = (
        record_of(document.doc_id)
        for document in DOCUMENTS.values()
        if there[document.shard(len(SHARDS))]
    )
    return [record for record in records if not os.path.exists(record)]


def attempt_mb(wildcards, attempt):
    """Attempts that failed in earlier runs count: the next one is granted as much more memory."""
    return PLAN.attempt_mb(FAILED_BEFORE.get(wildcards.doc_id, 0) + attempt)


onstart:
    to_read = [
        DOCUMENTS[job.wildcards.doc_id]
        for job in workflow.dag.needrun_jobs()
        if "doc_id" in job.wildcards.keys()
    ]
    try:
        start_run(
            RESULTS, PLAN, config, INPUT_DIR, list(DOCUMENTS.values()), to_read
        )
    except RunLocked as error:
        raise WorkflowError(str(error))
    except OSError as error:
        raise WorkflowError(
            f"{error}. Check the disk of the results (space, permissions), then start the run again."
        )
    end_jobs_on_signal()
    # Once here instead of in every worker, where an edited module would be compiled 2,500 times.
    compileall.compile_dir(Path(bomflow.__file__).parent, quiet=2)
    lighten(workflow.scheduler, PLAN.workers)


onsuccess:
    forget_all(RESULTS)
    text = Path(FAILURES["text"])
    if text.exists():
        logger.info(text.read_text("utf-8"))
