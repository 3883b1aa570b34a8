"""Rule export_failures: what failed and why, as text for people and as a table."""

from bomflow.export.failures import write_failures
from bomflow.joblog import job_log

with job_log(snakemake.log[0]):
    write_failures(snakemake.input[0], snakemake.output.text, snakemake.output.table)
