# Requires: the drawings below input_dir.
# Produces: results/extract/{doc_id}.json, one record per drawing, be it of rows or of a failure.

# The part of the command that all drawings share, put together once, as Snakemake formats the
# command of every job four times. The settings of the reading are in the key.
EXTRACT = shlex.join(
    [PYTHON, f"{SCRIPTS}/extract.py", "--input-dir", INPUT_DIR, "--results", RESULTS]
    + ["--timeout-s", str(config["extract"]["timeout_s"])]
    + ["--max-file-size-mb", str(config["extract"]["max_file_size_mb"])]
    + ["--retries", str(config["extract"]["retries"]), "--settings", READ_SETTINGS]
)

# Used as a module, Snakemake formats commands with the names of the workflow around it.
workflow.modifier_stack[0].globals.setdefault("EXTRACT", EXTRACT)


rule extract:
    output:
        f"{RESULTS}/extract/{{doc_id}}.json",
    log:
        f"{RESULTS}/logs/extract/{{doc_id}}.log",
    retries: config["extract"]["retries"]
    threads: 1
    # Limits are resources because a changed resource does not re-run what is finished.
    resources:
        worker=1,
        mem_mb=attempt_mb,
        attempt_no=lambda wildcards, attempt: attempt,
    # The drawing is a parameter and not an input: its fingerprint, in the key, notices every change,
    # also to an older file, and a drawing that vanishes or cannot be read is a recorded failure of
    # its own instead of the end of the run.
    params:
        file=lambda wildcards: os.path.relpath(
            DOCUMENTS[wildcards.doc_id].path, INPUT_DIR
        ),
        too_large=lambda wildcards: DOCUMENTS[wildcards.doc_id].size
        > config["extract"]["max_file_size_mb"] * 2**20,
        key=lambda wildcards: KEYS[wildcards.doc_id],
    shell:
        "exec {EXTRACT} --doc-id {wildcards.doc_id} --file {params.file:q} --key {params.key}"
        " --memory-mb {resources.mem_mb} --attempt {resources.attempt_no}"
