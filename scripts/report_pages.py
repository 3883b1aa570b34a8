"""Rule report_pages: what `snakemake --report` shows, made from the database."""

import os

from bomflow.joblog import job_log
from bomflow.report import facts, figures
from bomflow.report.overview import CAPTIONS, write_answer, write_overview

with job_log(snakemake.log[0]):
    database, pages = snakemake.input[0], snakemake.output
    drawings = facts.drawings(database)
    failures = facts.overview(database)["failures"]
    figures.draw_duration(drawings, pages.duration)
    figures.draw_memory(drawings, pages.memory, snakemake.resources.worker_mb)
    figures.draw_throughput(drawings, pages.throughput)
    figures.draw_failures(failures, pages.failures)
    figures.write_data(drawings, failures, os.path.dirname(pages.overview))
    write_overview(database, pages.overview, {name: pages[name] for name in CAPTIONS})
    write_answer(database, pages.answer)
