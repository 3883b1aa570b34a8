# Requires: the drawings below input_dir.
# Produces: results/extract/{doc_id}.json, one record per drawing, be it of rows or of a failure.


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
        settings=lambda wildcards: READ_SETTINGS,  # a function: braces in it are no wildcards
        key=lambda wildcards: KEYS[wildcards.doc_id],
    shell:
        "exec {PYTHON:q} {SCRIPTS:q}/extract.py --doc-id {wildcards.doc_id}"
        " --input-dir {INPUT_DIR:q} --file {params.file:q} --results {RESULTS}"
        " --key {params.key} --settings {params.settings:q}"
        " --memory-mb {resources.mem_mb} --timeout-s {config[extract][timeout_s]}"
        " --max-file-size-mb {config[extract][max_file_size_mb]}"
        " --retries {config[extract][retries]} --attempt {resources.attempt_no}"
