"""Rule failure_report: the failure summary written anew, alone."""

from bomflow.export.failures import write_failures
from bomflow.joblog import job_log

with job_log(snakemake.log[0]):
    write_failures(snakemake.input[0], snakemake.params.text, snakemake.params.table)
