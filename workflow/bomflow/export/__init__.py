"""From the database to what people open: CSV, workbook, failure report."""
