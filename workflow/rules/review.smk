# Requires: results/bom.sqlite, results/extract/*.json (boxes), the drawings (pictures)
# Produces: results/review/index.html, with tables/ and pictures/ beside it

REVIEW = f"{RESULTS}/review/index.html"


# Pictures are no declared output, so that a rerun keeps those that still fit.
rule review:
    input:
        corrections=CORRECTIONS,
        database=DATABASE,
    output:
        REVIEW,
    log:
        f"{RESULTS}/logs/review.log",
    benchmark:
        f"{RESULTS}/benchmarks/review.tsv"
    localrule: True
    threads: PLAN.workers
    resources:
        mem_mb=PLAN.budget_mb,
        worker_mb=PLAN.worker_mb,
    params:
        records=f"{RESULTS}/extract",
        input_dir=INPUT_DIR,
        which=config["review"],
        code=stage_digest("bomflow.review.page", packages=("pypdfium2",)),
    script:
        "../../scripts/review.py"
