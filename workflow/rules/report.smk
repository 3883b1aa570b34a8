# Requires: results/bom.sqlite
# Produces: results/report/*, the pages and plots of `snakemake --report results/report.html`

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
    log:
        f"{RESULTS}/logs/report_pages.log",
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        code=stage_digest(
            "bomflow.report.facts",
            "bomflow.report.figures",
            "bomflow.report.overview",
            packages=("matplotlib",),
        ),
    script:
        "../../scripts/report_pages.py"
