"""Rule merge: the shards become results/bom.sqlite, checked and indexed."""

from bomflow.joblog import job_log
from bomflow.merge.join import join_shards
from bomflow.review.corrections import read_corrections

with job_log(snakemake.log[0]):
    stats = join_shards(
        snakemake.input.shards,
        snakemake.output[0],
        expected_documents=snakemake.params.documents,
        batch_size=snakemake.params.batch_size,
        corrections=read_corrections(snakemake.input.corrections),
    )
    print(stats)
