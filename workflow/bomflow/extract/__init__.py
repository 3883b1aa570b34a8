"""One PDF in, one record out: pages to words, words to tables, tables to checked rows."""
