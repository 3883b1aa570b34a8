# Requires: results/bom.sqlite
# Produces: results/extracted_bom.csv, extraction_summary.csv, bom.xlsx, bom_extraction_failures.txt,
#           failures.csv; on request (key formats) extracted_bom_de.csv, bom.parquet


rule export_csv:
    input:
        DATABASE,
    output:
        bom=f"{RESULTS}/extracted_bom.csv",
        summary=f"{RESULTS}/extraction_summary.csv",
    log:
        f"{RESULTS}/logs/export_csv.log",
    benchmark:
        f"{RESULTS}/benchmarks/export_csv.tsv"
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        code=stage_digest("bomflow.export.tables"),
    script:
        "../../scripts/export_csv.py"


rule export_excel:
    input:
        DATABASE,
    output:
        f"{RESULTS}/bom.xlsx",
    log:
        f"{RESULTS}/logs/export_excel.log",
    benchmark:
        f"{RESULTS}/benchmarks/export_excel.tsv"
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        input_dir=INPUT_DIR,
        code=stage_digest("bomflow.export.excel", packages=("xlsxwriter",)),
    script:
        "../../scripts/export_excel.py"


rule export_csv_de:
    input:
        DATABASE,
    output:
        f"{RESULTS}/extracted_bom_de.csv",
    log:
        f"{RESULTS}/logs/export_csv_de.log",
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        code=stage_digest("bomflow.export.tables"),
    script:
        "../../scripts/export_csv_de.py"


rule export_parquet:
    input:
        DATABASE,
    output:
        f"{RESULTS}/bom.parquet",
    log:
        f"{RESULTS}/logs/export_parquet.log",
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        code=stage_digest("bomflow.export.parquet"),
    script:
        "../../scripts/export_parquet.py"


rule export_failures:
    input:
        DATABASE,
    output:
        text=report(
            FAILURES["text"],
            caption="../report/failures.rst",
            category="Failures",
        ),
        table=report(
            FAILURES["table"],
            caption="../report/failures_table.rst",
            category="Failures",
        ),
    log:
        f"{RESULTS}/logs/export_failures.log",
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        code=stage_digest("bomflow.export.failures"),
    script:
        "../../scripts/export_failures.py"


# Without an output it runs whenever it is asked for: `snakemake --profile epyc failure_report`.
rule failure_report:
    input:
        DATABASE,
    log:
        f"{RESULTS}/logs/failure_report.log",
    localrule: True
    threads: 1
    resources:
        mem_mb=PLAN.writer_mb(3),
    params:
        **FAILURES,
    script:
        "../../scripts/failure_report.py"
