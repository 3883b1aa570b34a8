# Requires: results/bom.sqlite
# Produces: results/report/overview.html, complete in itself, and its plots with their data (*.csv);
#           `snakemake --report results/report.html` puts them beside the graph and the statistics,
#           below what answer.rst says

REPORT_PAGES = {
    "overview": report(
        f"{RESULTS}/report/overview.html",
        caption="../report/overview.rst",
        category="Overview",
    ),
    **{
        name: report(
            f"{RESULTS}/report/{name}.svg",
            caption=f"../report/{caption}.rst",
            category="Plots",
        )
        for name, caption in {
            "duration": "duration",
            "memory": "memory",
            "throughput": "throughput",
            "failures": "failures_plot",
        }.items()
    },
}


rule report_pages:
    input:
        DATABASE,
    output:
        **REPORT_PAGES,
        answer=f"{RESULTS}/report/answer.rst",
        data=[
            f"{RESULTS}/report/{name}.csv"
            for name in ("duration", "memory", "throughput", "failures")
        ],
    log:
        f"{RESULTS}/logs/report_pages.log",
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
        # A resource, as a limit that changes draws nothing anew.
        worker_mb=PLAN.worker_mb,
    params:
        code=stage_digest(
            "bomflow.report.facts",
            "bomflow.report.figures",
            "bomflow.report.overview",
            packages=("matplotlib",),
        ),
    script:
        "../../scripts/report_pages.py"
