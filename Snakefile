# bomflow: engineering-drawing PDFs in, one trustworthy parts list out.
# discover -> extract -> merge -> export -> report; each stage reads only the files of the one before.
from snakemake.utils import min_version

min_version("9.27")


report: "workflow/report/workflow.rst"


configfile: f"{workflow.basedir}/config/config.yaml"


include: "workflow/common.smk"
include: "workflow/rules/extract.smk"
include: "workflow/rules/merge.smk"
include: "workflow/rules/export.smk"
include: "workflow/rules/report.smk"
include: "workflow/rules/review.smk"


rule all:
    default_target: True
    input:
        # All stages, not just the last: a record or shard that someone removes is made again.
        lost_records(),
        SHARD_FILES,
        DATABASE,
        EXPORTS,
        [FURTHER_EXPORTS[name] for name in config["formats"]],
        rules.export_failures.output,
        rules.report_pages.output,
        [] if config["review"] == "none" else REVIEW,
