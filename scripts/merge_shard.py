"""Rule merge_shard: the records of one shard become one WAL SQLite database."""

from bomflow.joblog import job_log
from bomflow.merge.shard import write_shard
from bomflow.review.corrections import read_corrections

with job_log(snakemake.log[0]):
    stats = write_shard(
        snakemake.input.records,
        snakemake.output[0],
        batch_size=snakemake.params.batch_size,
        corrections=read_corrections(snakemake.input.corrections),
        decimal_comma=snakemake.config["decimal_comma"],
    )
    print(stats)
