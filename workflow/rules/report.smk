# Requires: results/bom.sqlite
# Produces: results/report/*, the pages and plots of `snakemake --report results/report.html`
