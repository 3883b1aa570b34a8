"""Rule export_csv: the database's rows and its per-drawing summary as CSV."""

from bomflow.export.tables import write_bom_csv, write_summary_csv
from bomflow.joblog import job_log

with job_log(snakemake.log[0]):
    write_bom_csv(snakemake.input[0], snakemake.output.bom)
    write_summary_csv(snakemake.input[0], snakemake.output.summary)
