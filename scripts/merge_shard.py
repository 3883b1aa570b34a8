"""Rule merge_shard: the records of one shard become one WAL SQLite database."""

from bomflow.joblog import job_log
from bomflow.merge.shard import write_shard

with job_log(snakemake.log[0]):
    stats = write_shard(
        snakemake.input,
        snakemake.output[0],
        batch_size=snakemake.params.batch_size,
    )
    print(stats)
