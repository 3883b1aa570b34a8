"""Rule merge: the shards become results/bom.sqlite, checked and indexed."""

from bomflow.joblog import job_log
from bomflow.merge.join import join_shards

with job_log(snakemake.log[0]):
    stats = join_shards(
        snakemake.input,
        snakemake.output[0],
        expected_documents=snakemake.params.documents,
        batch_size=snakemake.params.batch_size,
    )
    print(stats)
