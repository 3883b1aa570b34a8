"""Words of a page into tables: header, columns, body, rows."""
