"""Rule export_excel: the workbook for purchasing and assembly."""

from bomflow.export.excel import write_workbook
from bomflow.joblog import job_log

with job_log(snakemake.log[0]):
    write_workbook(snakemake.input[0], snakemake.output[0], input_dir=snakemake.params.input_dir)
