"""The pages and plots of the HTML run report, made from results/bom.sqlite."""
