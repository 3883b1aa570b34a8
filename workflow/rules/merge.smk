# Requires: results/extract/{doc_id}.json, the corrections if there are any
# Produces: results/shards/shard-{shard}.sqlite, results/bom.sqlite
# Local rules, as all below them: on a cluster they run where the command was typed, since SQLite needs
# all who use a database on one machine.


rule merge_shard:
    input:
        corrections=CORRECTIONS,
        records=lambda wildcards: [
            record_of(doc_id)
            for doc_id, document in DOCUMENTS.items()
            if document.shard(len(SHARDS)) == int(wildcards.shard)
        ],
    output:
        f"{RESULTS}/shards/shard-{{shard}}.sqlite",
    log:
        f"{RESULTS}/logs/merge_shard-{{shard}}.log",
    benchmark:
        f"{RESULTS}/benchmarks/merge_shard-{{shard}}.tsv"
    retries: 1  # killed from outside, a full disk that was cleared
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(len(SHARDS)),
    params:
        batch_size=config["merge"]["batch_size"],
        code=stage_digest("bomflow.merge.shard", packages=("msgspec",)),
    script:
        "../../scripts/merge_shard.py"


rule merge:
    input:
        corrections=CORRECTIONS,
        shards=SHARD_FILES,
    output:
        DATABASE,
    log:
        f"{RESULTS}/logs/merge.log",
    benchmark:
        f"{RESULTS}/benchmarks/merge.tsv"
    retries: 1
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(),
    params:
        documents=len(DOCUMENTS),
        batch_size=config["merge"]["batch_size"],
        code=stage_digest("bomflow.merge.join"),
    script:
        "../../scripts/merge.py"
