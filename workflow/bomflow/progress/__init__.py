"""What a person sees while a run goes on: the live view, the log of the run, the final figures.

``state`` and ``health`` are the model (events and a clock in, numbers out, no I/O); ``sources`` and
``workers`` look at files and processes; ``view`` and ``lines`` make pictures and text of a
snapshot; ``monitor`` ties them together. The Snakemake side is ``snakemake_logger_plugin_bomflow``.
"""
