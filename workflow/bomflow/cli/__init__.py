"""The command line beside Snakemake: one module a command."""
