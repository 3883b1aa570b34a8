"""Rule export_csv_de: the rows as CSV for a German Excel."""

from bomflow.export.tables import GERMAN_EXCEL, write_bom_csv
from bomflow.joblog import job_log

with job_log(snakemake.log[0]):
    write_bom_csv(snakemake.input[0], snakemake.output[0], GERMAN_EXCEL)
