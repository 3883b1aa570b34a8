"""How columns are shown to people: title with its unit, width in characters, number format."""

from __future__ import annotations

from typing import NamedTuple

KG, PLAIN, SECONDS = "#,##0.0##", "General", "0.0"


class Heading(NamedTuple):
    """A column of a sheet."""

    title: str
    width: int = 10
    number: str = PLAIN


HEADINGS = {
    "id": Heading("Row id"),
    "filename": Heading("Drawing", 40),
    "page": Heading("Page", 8),
    "table_index": Heading("Table", 8),
    "row_index": Heading("Row", 8),
    "position": Heading("Position"),
    "article_number": Heading("Article number", 20),
    "description": Heading("Description", 44),
    "quantity": Heading("Quantity as printed", 12),
    "quantity_value": Heading("Quantity", 11),
    "unit": Heading("Unit", 8),
    "weight": Heading("Weight as printed", 12),
    "total_weight": Heading("Total weight as printed", 14),
    "weight_kg": Heading("Unit weight (kg)", 12, KG),
    "total_weight_kg": Heading("Total weight (kg)", 13, KG),
    "kks_codes": Heading("KKS codes", 24),
    "su_codes": Heading("SU codes", 24),
    "codes": Heading("Further codes", 18),
    "extra": Heading("Other columns", 30),
    "section": Heading("Section", 20),
    "check_status": Heading("Check", 11),
    "corrected": Heading("By hand", 11),
    "read_as": Heading("Read before correction", 30),
    "total_quantity": Heading("Quantity", 11),
    "drawings_count": Heading("Drawings", 10),
    "drawings": Heading("On drawings", 60),
    "rows": Heading("Rows", 8),
    "descriptions_differ": Heading("Descriptions differ", 12),
    "remarks": Heading("Remarks", 44),
    "differs": Heading("Differs in", 14),
    "variant": Heading("Variant", 50),
    "for_example": Heading("For example on drawing", 40),
    "success": Heading("Read (1 = yes)", 9),
    "header_found": Heading("Header found", 9),
    "data_found": Heading("Rows found", 9),
    "parse_success": Heading("Parsed", 9),
    "error_code": Heading("Error", 18),
    "error_message": Heading("What was found", 60),
    "message": Heading("What was found", 60),
    "remedy": Heading("What to do", 60),
    "retried": Heading("Retried", 9),
    "retry_can_help": Heading("A retry can help", 10),
    "rows_count": Heading("Rows", 8),
    "process_time_s": Heading("Time (s)", 9, SECONDS),
    "file_size_mb": Heading("Size (MB)", 9, "0.000"),
    "pages_total": Heading("Pages", 8),
    "bom_pages": Heading("Pages with a list", 12),
    "anchors_count": Heading("Header words", 9),
    "retry_count": Heading("Retries", 8),
    "memory_peak_mb": Heading("Memory (MB)", 9, "0"),
    "sha256": Heading("SHA-256", 20),
    "created_at": Heading("Read at (UTC)", 25),
    "doc_id": Heading("Record", 30),
    "warnings": Heading("Warnings", 40),
}
"""By the name of the column in the database or of the export."""
