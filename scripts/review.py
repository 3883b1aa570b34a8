"""Rule review: the page on which people compare what was read with the drawings."""

from bomflow.joblog import job_log
from bomflow.review.corrections import read_corrections
from bomflow.review.page import write_review

with job_log(snakemake.log[0]):
    shown, without = write_review(
        snakemake.input.database,
        snakemake.output[0],
        records=snakemake.params.records,
        input_dir=snakemake.params.input_dir,
        which=snakemake.params.which,
        corrections=read_corrections(snakemake.input.corrections),
        workers=snakemake.threads,
        memory_mb=snakemake.resources.worker_mb,
    )
    print(f"{shown} tables shown, {without} of them without a picture")
