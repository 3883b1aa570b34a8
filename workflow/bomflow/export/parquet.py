"""bom.parquet: the rows for pandas, DuckDB and the like, typed and compressed.

pyarrow is large (some 45 MB) and needed for nothing else, so it is not installed by default.
"""

from __future__ import annotations

import importlib.util
import os

from bomflow.files import atomic_path
from bomflow.merge.database import open_read_only, remove_leftovers
from bomflow.merge.schema import BOM_DATA

ROWS_AT_ONCE = 50_000


def available() -> bool:
    """Whether pyarrow is installed."""
    return importlib.util.find_spec("pyarrow") is not None


def write_parquet(db: str | os.PathLike[str], target: str | os.PathLike[str]) -> int:
    """Write every column of ``bom_data``, ordered by id, with flat memory; return the rows.

    Raises:
        OSError: the disk is full or the folder cannot be written; ``target`` stays as it was.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"INTEGER": pa.int64(), "REAL": pa.float64(), "TEXT": pa.string()}
    schema = pa.schema(
        [(name, kinds[declaration.split()[0]]) for name, declaration in BOM_DATA.columns]
    )
    written = 0
    remove_leftovers(target)
    with open_read_only(db) as connection, atomic_path(target) as temporary:
        rows = connection.execute(f"SELECT {', '.join(schema.names)} FROM bom_data ORDER BY id")
        with pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
            while batch := rows.fetchmany(ROWS_AT_ONCE):
                columns = [
                    pa.array(column, kind)
                    for column, kind in zip(zip(*batch, strict=True), schema.types, strict=True)
                ]
                writer.write_batch(pa.record_batch(columns, schema=schema))
                written += len(batch)
    return written
