"""Rule report_pages: what `snakemake --report` shows, made from the database."""

from bomflow.joblog import job_log
from bomflow.report import facts, figures
from bomflow.report.overview import write_overview

with job_log(snakemake.log[0]):
    database, pages = snakemake.input[0], snakemake.output
    write_overview(database, pages.overview)
    drawings = facts.drawings(database)
    figures.draw_duration(drawings, pages.duration)
    figures.draw_memory(drawings, pages.memory)
    figures.draw_throughput(drawings, pages.throughput)
    figures.draw_failures(facts.overview(database)["failures"], pages.failures)
