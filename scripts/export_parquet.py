"""Rule export_parquet: the rows as Parquet."""

from bomflow.export.parquet import write_parquet
from bomflow.joblog import job_log

with job_log(snakemake.log[0]):
    write_parquet(snakemake.input[0], snakemake.output[0])
